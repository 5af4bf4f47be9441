"""Lines that rule what somebody shall, may or must not do to visits (`norms.py`), as they come, go and turn; and lines that
rule the same in other words.

By its words alone "A facility shall not charge for visits." is taken for a loss, and its going for a gain.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from monitors.language.claims.clauses import turns
from monitors.language.claims.decided_topics import topics_and_level
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import bound_alike, concepts
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Severity, Topic

if TYPE_CHECKING:
    from monitors.language.claims.norms import Norm

_VISIT = regex(r"\bvisit|\bvideo|\bin-person|\bface-to-face|\b(?:sit|meet) (?:down )?in the same room")
_RULES = regex(
    r"\b(?:shall|may|must|can|cannot|will|never|not|nothing|no longer|exempt(?:ed)?|excused|relieved|need not|requires?|asks?|waives?|forgoe?s?|agrees?|has to|have to|has|have|lose|loses|keep|keeps|decisions?|decides?|a matter for|(?:is|are|remains?) (?:\\w+ )?(?:prohibited|unlawful|illegal|void|forbidden|barred|banned|lawful|free|a)|charges?|covenants?|whether|don't|doesn't|won't|can't)\b"
)
_SANCTION = regex(
    r"\bas (?:an? )?(?:\w+ )?(?:sanction|punishment|discipline|penalty|disciplinary)\b|\bdisciplin\w+|\bhearing officer"
)
_ON_DISCIPLINE = regex(r"\b(?:on|in|under) (?:disciplin\w+|lock-?down|restriction|segregation)\b")
_KEEPS = regex(r"(?:keep|retain|maintain|continu|preserv)\w* (?:.* )?(?:in-person|face-to-face|on-site|contact)")
_LEGAL = regex(rf"\b(?:{visits.LEGAL})\b")
_PUBLIC = regex(rf"\b(?:{visits.FAMILY}|social|general|in-person|all visits|any visits)\b")
_ONE_VISIT = regex(r"\b(?:visit|visitors)$")
_REFUSAL = regex(
    r"(?:den(?:y|ying)|refus(?:e|ing)|withhold(?:ing)?|tak(?:e|ing) away|revok(?:e|ing)|disallow(?:ing)?)\b"
)
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})")
_LONGEST = 320


def norm_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What such lines tell by themselves, and the ones that say the same as before."""
    few = len(alignment.pairs) + len(alignment.removed) + len(alignment.added) <= _FEW
    near = (*alignment.pairs, *product(alignment.removed, alignment.added)) if few else ()
    same = [pair for pair in near if _same(*pair)]
    effects: list[Effect] = []
    lines = [unit for pair in same for unit in pair]
    seen = {id(unit) for unit in lines}
    sides: list[tuple[Unit | None, Unit | None]] = [pair for pair in alignment.pairs if id(pair[0]) not in seen]
    sides += [(unit, None) for unit in alignment.removed if id(unit) not in seen]
    sides += [(None, unit) for unit in alignment.added if id(unit) not in seen]
    if not scene.of_others:
        for old, new in sides:
            effect = _moved(scene, old, new)
            if effect is not None:
                effects.append(effect)
                lines += [unit for unit in (old, new) if unit is not None]
    return Certain(tuple(effects), tuple(lines), ("R2 the same rule in other words",) if same else ())


def _moved(scene: Scene, old: Unit | None, new: Unit | None) -> Effect | None:
    was, now = (_norm(unit) if unit is not None else None for unit in (old, new))
    firmer = _firmer(was, now) if scene.kind in ("contract", "rule", "doc") else 0
    if old is not None and new is not None and (was is None or now is None or was.sign == now.sign) and not firmer:
        return None
    if was and now and {was.sign, now.sign} == {0, 1}:
        return None  # to leave it to others takes nothing that was promised
    if was is None and now is not None and now.force == "position":
        return _position(scene, new)
    told = now if now and now.sign else was
    if told is None or not told.sign or not _tells(scene, told, lone=old is None or new is None):
        return None
    if _ONE_VISIT.search(told.content) and not _refuses(told) and told.name in ("take", "give"):
        return None  # how one visit goes on
    page = scene.before if now else scene.after  # what the other page says as well is no news
    if (old is None or new is None) and any(_alike(told, other) for unit in page if (other := _norm(unit))):
        return None
    sign = firmer or (told.sign if told is now else -told.sign)
    quotes = [unit.plain if unit else "" for unit in (old, new)]
    topics, level = topics_and_level(told.name, told.content)
    if level is Severity.CRITICAL and not _IN_PERSON.search(" ".join(quotes)):
        level = Severity.MAJOR  # of no form of visits in particular
    if told.name in ("lose", "taken", "kept"):
        topics, level = (Topic.ELIGIBILITY if told.name != "kept" else Topic.DURATION_FREQUENCY,), Severity.MAJOR
        if _ON_DISCIPLINE.search(" ".join(quotes)):
            topics, level = (Topic.ELIGIBILITY,), Severity.MINOR  # one class alone (S6)
    elif (
        Topic.CONTACT not in topics
        and told.force in ("excused", "choice", "duty")
        and _IN_PERSON.search(told.content)
        and scene.kind in ("rule", "contract")
    ):
        topics, level = (Topic.IN_PERSON,), Severity.CRITICAL
    elif Topic.IN_PERSON in topics and (_SANCTION.search(" ".join(quotes)) or _refuses(told)):
        topics, level = (Topic.ELIGIBILITY,), Severity.MAJOR
    if _LEGAL.search(" ".join(quotes)) and not _PUBLIC.search(" ".join(quotes)):
        topics, level = (Topic.LEGAL_VISITS,), Severity.MINOR
    if scene.kind == "contract" and Topic.IN_PERSON in topics:
        topics = (*topics, Topic.CONTRACT_CLAUSE)
    effect = Effect(f"P-norm-{told.force}", sign, level, topics, (), quotes[0], quotes[1], (told.force, told.content))
    # What may happen, in a paper, has not happened; in a contract or law "may" gives leave.
    return effect.lower("S5") if scene.kind == "news" and told.force == "choice" else effect


def _firmer(was: Norm | None, now: Norm | None) -> int:
    """-1 where somebody who may take visits away must, +1 the reverse: "County may end in-person visits"; else 0."""
    if was is None or now is None or (was.sign, now.sign) != (-1, -1):
        return 0
    if (was.content, was.rest) != (now.content, now.rest) or {was.force, now.force} != {"choice", "duty"}:
        return 0
    return -1 if now.force == "duty" else 1


def _position(scene: Scene, new: Unit | None) -> Effect | None:
    """What a vendor leaves to others, where it said nothing before."""
    if scene.kind != "vendor" or new is None or any(_left(unit) for unit in scene.before):
        return None
    topics = (Topic.VENDOR_POSITION, Topic.IN_PERSON)
    return Effect("D-neutral-position", 0, Severity.MINOR, topics, (), "", new.plain, ("left to others",))


def _left(unit: Unit) -> bool:
    found = _norm(unit)
    return found is not None and found.force == "position"


def _refuses(told: Norm) -> bool:
    """Whether somebody's visit is refused, not visits of a kind ended."""
    return _REFUSAL.match(told.content) is not None and _IN_PERSON.search(told.content) is None


def _tells(scene: Scene, told: Norm, *, lone: bool) -> bool:
    """Whether a rule is news by itself. A choice that is given, and on a jail's own page what is done and what is not,
    are told by what else the page says."""
    if lone and (told.bounded or told.name == "lose"):
        return False
    if told.force == "favor":
        return True
    if told.name == "taken" and lone and told.sign < 0:
        return False
    if told.force == "choice" and told.sign > 0 and _KEEPS.match(told.content):
        return not scene.official
    if told.force == "choice":
        return told.sign < 0 and not (lone and scene.official)
    if told.force == "duty" and lone:
        return not scene.official and (told.sign < 0 or told.name in ("share", "charge"))
    if told.force == "excused" and lone and told.exempt:
        return True  # what a law lets off is new, whoever tells it
    return not (told.sign < 0 and lone and scene.official)


def _alike(told: Norm, other: Norm) -> bool:
    return told.sign == other.sign and concepts(told.content) == concepts(other.content)


def _norm(unit: Unit) -> Norm | None:
    return None if unit.row or len(unit.plain) > _LONGEST else _norm_of(unit.plain)


@lru_cache(maxsize=8192)
def _norm_of(plain: str) -> Norm | None:
    if not (_VISIT.search(plain) and _RULES.search(plain)) or elsewhere.NAMED.search(plain):
        return None
    from monitors.language.claims.norms import norm  # its patterns take a while to compile

    return norm(plain)


# Words that a rule may choose freely.
_FREELY = tuple(
    (regex(pattern), word)
    for pattern, word in (
        (r"\b(?:shall|must|will|(?:is|are) (?:hereby )?(?:required|obligated|obliged|bound) to)\b", " "),
        (r"\bequal to\b", " "),
        (r"\b(?:be|is|are) (?:permitted|allowed|authorized|entitled|free|able)(?: to)?(?: (?:receive|have|get|be given))?\b", " allowed "),
        (r"\b(?:provide|offer|afford|furnish|supply|give|hold)(?:s|d|ed|ing)?\b", " give "),
        (r"\bvisits? in person\b", " in-person visits "),
        (r"\b(?:attorneys?|lawyers?|counsel)\b(?: at law)?", " counsel "),
        (r"\breasonable (?:time|hour)s?\b", " reasonable time "),
        (r"\b(?:prior to|in advance of)\b", " before "),
        (r"\b(?:prohibit|forbid|bar|ban)(?:s|ted|den|red|ned)?\b", " forbid "),
        (r"\b(?:county|sheriff)'s office\b", " sheriff "),
        (r"\bhis or her\b|\btheir own\b|\bone's\b", " their "),
        (r"\b(?:pursuant to|in accordance with|as provided in)\b", " under "),
        (r"\b(?:purchased?|bought)\b", " paid "),
    )
)  # fmt: skip
_ORDERED = regex(r"\b(?:replac\w+|instead|in (?:place|lieu)|rather|before|after|unless|except|only|than|not .* but)\b")
_OF_RULES = regex(
    r"\b(?:shall|must|may|required|obligated|permitted|allowed|entitled|nothing|free|no (?:charge|cost|fee))\b"
)
_FEW = 3  # changed lines; of a page in other words all are heard together
_MOST = 45  # words of one rule


def _same(old: Unit, new: Unit) -> bool:
    """Whether two lines of rules hold the same words but for those that may be chosen freely."""
    texts = (old.plain, new.plain)
    if old.row or new.row or not all(_OF_RULES.search(text) and len(text.split()) <= _MOST for text in texts):
        return False
    norms = [_norm(unit) for unit in (old, new)]
    if norms[0] is not None and norms[1] is not None and norms[0].sign == norms[1].sign:
        if _of_one_thing(norms[0], norms[1]):
            return True
        acts = [_plainly(f"{one.content} {one.rest}") for one in norms if one]
        told = [sorted(concepts(act)) for act in acts]
        if norms[0].force == norms[1].force and told[0] == told[1] and not norms[0].bounded:
            return bound_alike(*acts)
    if any(_ORDERED.search(text) for text in texts) or len(turns(old.plain)) != len(turns(new.plain)):
        return False
    figures = [sorted(FIGURE.findall(text)) for text in texts]
    words = [concepts(_plainly(text)) for text in texts]
    if any("not" in said for said in words):  # "shall not be required to" is not "shall be required not to"
        return figures[0] == figures[1] and words[0] == words[1]
    return figures[0] == figures[1] and sorted(words[0]) == sorted(words[1]) and bound_alike(*map(_plainly, texts))


def _of_one_thing(was: Norm, now: Norm) -> bool:
    """Whether one line forbids to take what the other one makes a duty to give: "No jail shall deny in-person visits." """
    if (
        {was.name, now.name} != {"take", "give"}
        or {was.force, now.force} != {"ban", "duty"}
        or was.bounded
        or now.bounded
    ):
        return False
    things = [norm.content.split(" ", 1)[-1] for norm in (was, now)]
    return things[0] == things[1] and was.rest == now.rest


def _plainly(text: str) -> str:
    for pattern, word in _FREELY:
        text = pattern.sub(word, text)
    return text

"""A new line that says what is done to a fee, a discount, a refund or a limit of visits, and says nothing else.

"The fee for video visits has been reinstated.", "We have started charging for visits." and "The limit on the number of visits
has been lifted.": the reader heard the fee, or the limit, and took its return for its end (`benchmarks/plain_term_acts.py`).
What a thing is worth to visitors and what is done to it are each read here, and put together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from monitors.language.claims.who_acts import ACTOR, undated
from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.lines.acts.form_acts import may_say
from monitors.language.lines.acts.stances import others_of
from monitors.language.lines.acts.states import form_topics
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_term_acts as words
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic


def _forms(thing: words.Thing) -> tuple[re.Pattern[str], ...]:
    noun = rf"(?:the |our |an? |all |any |this |these |its )*{thing.noun}"
    it = f"{noun}{thing.of}"
    return tuple(
        regex(pattern)
        for pattern in (
            rf"{it} {words.BE}{words.VERB}{words.TAIL}",
            rf"{noun} {words.BE}{words.VERB}{words.TAIL}{thing.of}",
            rf"{ACTOR} (?:(?:has|have|is|are|will|do|does) )?{words.NO}{words.SOFT}{words.VERB}(?: (?:to|on|up))? {it}{words.TAIL}",
            rf"{it} (?:(?P<there>{words.THERE})|(?P<gone>{words.GONE})|(?P<stands>{words.STANDS})){words.TAIL}",
            rf"{it} {words.GROWN}{words.TAIL}",
            rf"(?P<gone>gone is|gone are|no more) {it}",
            rf"there (?:(?P<there>is now|are now|will be|is again|is(?= an? new)|are(?= new))|(?P<gone>is no longer|are no longer|will no longer be|will be no|is now no|is no)) {it}",
        )
    )


_KINDS = tuple((thing, _forms(thing)) for thing in words.THINGS)
# "We have started charging for visits.", "Visits are now cheaper."
_FEE = words.THINGS[0]
_CHARGES = (
    regex(rf"{ACTOR} (?:(?:has|have|is|are|will) )?(?:now )?(?:(?P<start>start(?:ed|ing|s)?|begun|beginning|begin|resum(?:e|ed|ing))|(?P<end>stop(?:ped|ping|s)?|ceas(?:ed|ing|e)|quit|end(?:ed|ing)?)) (?:to )?charg(?:e|ing)(?: (?:a fee|families|you|visitors|people|callers|customers))? (?:for|to use|to book) (?P<visits>{words.VISITS})"),
    regex(rf"{ACTOR} (?:(?P<start>will(?: now| soon)?|now|(?:do|does) now) charges?|(?P<end>(?:(?:will|do|does) )?no longer charges?))(?: (?:a fee|families|you|visitors|people|callers|customers))? (?:for|to use|to book) (?P<visits>{words.VISITS})"),
    regex(rf"{ACTOR} (?:now|will(?: now)?|has (?:started|begun)|(?:do|does) now) (?P<end>pay(?:s|ing)? for|cover(?:s|ing)? the (?:cost|price) of|picks? up the (?:cost|tab|bill) (?:for|of)) (?P<visits>{words.VISITS})"),
    regex(rf"no (?:[\w'-]+,? ){{1,8}}?(?:may|shall|can|will) (?P<end>charge) (?:(?:a|an|any|fee|person|anyone|families|visitors?|inmates?|the|public|family) )*(?:for|to use|to book) (?P<visits>{words.VISITS})(?:,? whether [^;:|]{{3,50}})?"),
    regex(rf"no (?:(?:fees?|charges?|surcharges?) (?:may|shall|can|will) be (?P<end>charged|imposed|collected|added|taken)|(?:1|one|visitors?|family|families|person|body) (?:may|shall|can|will) be (?P<gone>charged)(?: a fee)?) for (?P<visits>{words.VISITS})"),
    regex(rf"(?P<visits>{words.VISITS}) (?:(?:is|are|will be|got|became|have become|has become|will become|will get|(?:is|are) about to (?:become|get|be)|(?:is|are) getting) (?:now |soon |again )?(?:(?P<start>no longer free)|(?P<up>more expensive|dearer|costlier|pricier)|(?P<down>cheaper|less expensive|less costly)|(?P<end>free again))|(?:(?:will|now|will now) )?costs? (?:now )?(?:(?P<more>more)|(?P<less>less))|(?:will )?no longer (?P<gone>costs?) (?:anything|money|a fee)|(?:(?:has|have) stopped|will stop) being (?P<there>free))"),
)  # fmt: skip
_LIMIT = words.THINGS[-1]
_LIMITED = regex(
    rf"[^,;:|]{{3,60}}? (?P<end>(?:is|are|will be) no longer) (?:limited|restricted|capped|confined|held) (?:to|at) [^,;:|]{{3,60}}"
    rf"|{ACTOR} (?:(?:is|are|will be|has|have) )?(?:now |started |begun )?(?P<start>limit(?:s|ing|ed)?|cap(?:s|ping|ped)?|restrict(?:s|ing|ed)?) (?P<visits>{words.VISITS}|visitors|inmates) (?:to|at) [^,;:|]{{3,60}}"
)
_HOURS = words.Thing("visiting hours", "", "", 1, 1, Topic.SCHEDULE, Severity.MAJOR)
_OF_HOURS = regex(
    rf"(?:the |our |all )?(?:[\w{{}},]+ ){{0,2}}(?:visiting|visitation|visitors'?) (?:hours|days|times) (?:(?:will|have|are|shall) (?P<no>not )(?:be |been |being )?{words.VERB}{words.TAIL}|(?P<gone>no longer include) [^;:|]{{3,50}}|(?P<there>now(?: also)? include) [^;:|]{{3,50}})"
)
_CUES = regex(
    r"\b(?:hours|days|times|fees?|charg\w+|surcharges?|prices?|costs?|rates?|discounts?|refunds?|credits?|reimbursements?|coupons?|vouchers?|rebates?|ceilings?|limit\w*|caps?|capp\w+|quotas?|restrict\w+|confined|held|expensive|cheaper|dearer|pricier|costlier|free|complimentary|no-cost|pays?|paying|tab|bill)\b"
)
_ELSE = regex(
    rf"\b(?:{visits.LEGAL}|{elsewhere.ELSEWHERE}|unless|except\w*|if|only|commissary|(?:phone|telephone) calls?|mail|tours?|museum|park)\b"
)
_OF_CALLS = regex(r"\b(?:phone|telephone|bond|bail|arrest)\b|\bbooking (?:fee|charge)s?\b(?!.*\bvisit)")
_OF_PEOPLE = regex(r"\b(?:visitors|guests|adults|children|minors|people|names|persons|list)\b(?!'s? (?:visits|length))")
_DAYS = regex(r"\{[a-z,]+\}|(?:sun|mon|tues|wednes|thurs|fri|satur)days?\b")
# A rule that sets a limit: "no longer than 30 minutes", "may list five visitors".
_CAP = regex(
    r"\b(?:no (?:more|longer)|not (?:more|longer|exceed)) than \d|\bnot (?:to )?exceed \d|\b(?:limited|restricted|capped) (?:to|at)\b|\b(?:limit|cap|maximum) of \d|\b\d+[- ](?:minutes?|hours?|visits?|visitors?|names?) (?:limit|cap|maximum)|\bup to \d|\bat most \d|\bmaximum\b|\b(?:may|can) (?:list|have|name|receive) (?:only )?\d"
)
_FREE = regex(r"\bfree\b|\bno (?:charge|fee|cost)\b|\bnothing\b|\bwithout (?:charge|cost)\b")
_PRICE = regex(r"\$\d|\b(?:fees?|charges?|charged|costs?|prices?|pay|free)\b")
_LONGEST = 200
_AS_EVER = "R3 nothing is done to the price or limit of visits"


@dataclass(frozen=True, slots=True)
class _Act:
    """sign: +1 of a gain, -1 of a loss, 0 where all stays as it is; done: what is done, for people."""

    sign: int
    thing: words.Thing
    visits: str
    done: str


def term_acts(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell where no line that went speaks of prices or limits; an act in the place of the one
    rule that it turned, too."""
    if scene.of_others:
        return Certain()
    swapped = _in_place_of(scene, alignment)
    if swapped:
        return swapped
    told = [(unit, act) for unit in alignment.added if _may_say(scene, unit) and (act := _act(unit.plain))]
    if not told or any(_CUES.search(unit.plain) for unit in others_of(alignment, came=True)):
        return Certain()
    known = {(act.thing.name, act.sign) for unit in scene.before if (act := _act(unit.plain)) is not None}
    told = [(unit, act) for unit, act in told if (act.thing.name, act.sign) not in known]
    effects = tuple(_effect(unit, act) for unit, act in told if act.sign)
    return Certain(effects, tuple(unit for unit, _ in told), (_AS_EVER,) if len(effects) < len(told) else ())


def _may_say(scene: Scene, unit: Unit) -> bool:
    return scene.kind == "contract" or may_say(scene, unit.plain)


def _in_place_of(scene: Scene, alignment: Alignment) -> Certain | None:
    """What a new line tells where the one line that went set the limit or price that it says is gone or other now."""
    old = [*alignment.removed, *(was for was, _ in alignment.pairs)]
    new = [*alignment.added, *(now for _, now in alignment.pairs)]
    if len(old) != 1 or len(new) != 1 or not may_say(scene, new[0].plain):
        return None
    act = _act(new[0].plain)
    if act is None or not act.sign or _act(old[0].plain) is not None:
        return None
    of_limit = act.thing is _LIMIT and act.done == "dropped" and _of_one_count(old[0].plain, new[0].plain)
    of_price = act.thing.name in ("fee", "price") and _PRICE.search(old[0].plain) and not _ELSE.search(old[0].plain)
    comes_or_goes = act.done in ("introduced", "in force", "dropped")
    if act.thing is _FEE and comes_or_goes and (act.sign < 0) != (_FREE.search(old[0].plain) is not None):
        of_price = None  # a fee that comes where one was paid already, or goes where none was
    if not ((of_limit and _CAP.search(old[0].plain)) or of_price):
        return None
    effect = replace(_effect(new[0], act), old=old[0].plain)
    set_ = measures(old[0], scene.title) if of_limit else []
    if len(set_) == 1 and not measures(new[0], scene.title):
        moved = term_effect(set_[0].name, set_[0], None, scene.kind)
        effect = replace(effect, facts=moved.facts, severity=moved.severity)
    return Certain((effect,), (old[0], new[0]))


def _of_one_count(old: str, new: str) -> bool:
    """Whether two lines speak of the same: people, or else how long or how often visits are."""
    return all((pattern.search(old) is None) == (pattern.search(new) is None) for pattern in (_OF_PEOPLE, _DAYS))


def _act(plain: str) -> _Act | None:
    if len(plain) > _LONGEST or _CUES.search(plain) is None or _ELSE.search(plain):
        return None
    text, _ = undated(plain.rstrip(" .!"))
    for pattern in _CHARGES:
        if (hit := pattern.fullmatch(text)) is not None:
            return _of_hit(_FEE, hit)
    for thing, pattern in ((_LIMIT, _LIMITED), (_HOURS, _OF_HOURS)):
        if (hit := pattern.fullmatch(text)) is not None:
            return _of_hit(thing, hit)
    if _OF_CALLS.search(text):
        return None
    for thing, forms in _KINDS:
        for form in forms:
            if (hit := form.fullmatch(text)) is not None:
                return _of_hit(thing, hit)
    return None


def _of_hit(thing: words.Thing, hit: re.Match[str]) -> _Act | None:
    """What an act on a thing comes to: its worth, and what is done to it; what is denied leaves all as it is."""
    said = {name for name, value in hit.groupdict().items() if value}
    of = hit.groupdict().get("visits") or ""
    no = (hit.groupdict().get("no") or "").strip()
    if "stands" in said or (no and no != "no longer"):
        return _Act(0, thing, of, "")
    worth = next(
        (thing.more * way for name, way in (("up", 1), ("more", 1), ("down", -1), ("less", -1)) if name in said), 0
    )
    for name, way in (("start", 1), ("there", 1), ("end", -1), ("gone", -1), ("late", -1)):
        worth = thing.there * way if name in said else worth
    if not worth:
        return None
    done = next(name for name in _DONE if name in said)
    if no:  # "no longer waived"
        return _Act(-worth, thing, of, "back" if done == "end" else "ended")
    return _Act(worth, thing, of, _DONE[done])


_DONE = {"start": "introduced", "there": "in force", "end": "dropped", "gone": "dropped", "up": "raised", "more": "raised", "down": "lowered", "less": "lowered", "late": "delayed"}  # fmt: skip


def _effect(unit: Unit, act: _Act) -> Effect:
    topics = (act.thing.topic, *form_topics(act.visits))
    level = act.thing.level
    if act.thing is _LIMIT and _DAYS.search(unit.plain):
        topics = (Topic.SCHEDULE,)
    elif act.thing is _LIMIT and _OF_PEOPLE.search(unit.plain):
        topics, level = (Topic.ELIGIBILITY,), Severity.MINOR
    if act.done == "delayed":
        level = Severity.MINOR
    return Effect("P-term", act.sign, level, topics, (), "", unit.plain, (act.thing.name, act.done))

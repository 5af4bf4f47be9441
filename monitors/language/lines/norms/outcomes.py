"""What became of a matter that the page tells of in another sentence: a bill on visits that was vetoed, an order that was
suspended, an obligation that a vendor waives, a stay that a court refused.

The line that changed says no more than "The motion failed."; what the motion holds stands above it and is the same on both
pages. Grammar (`claims/norms.py`, `claims/decided_matters.py`) or else the reader says which way that goes, and what became
of it turns that or leaves it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from monitors.language.claims.outcomes import Outcome, named_so, outcomes
from monitors.language.figures.meanings import sign_of
from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.lines.norms.heard_matters import Heard, heard, holds, topics_and_level
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.minutes import in_one_sentence
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.patterns import regex
from monitors.language.words.wording import days_in_words
from monitors.records import Fact, Severity, Topic

_ABOVE, _FAR_ABOVE = 6, 16  # sentences above the outcome among which the matter is looked for; on a page on one matter
_KEPT = 0.5  # so like a line of the old page must be for a matter to have stood there
_MOST = 12  # lines that are tried, some 30 ms each
_NEAR = 100  # lines
_LEAST_WORDS = 5
_ENTRY = regex(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?:? (?:[a-z-]+ ){0,3}[a-z-]+\.")  # of a log: "01/16 Interim order."
_LONGEST = 400  # characters
_OLD = regex(
    r"\b(?:old|former|prior|previous|present|existing|current) (?:rule|order|policy|law|standard|regulation|text)\b"
)
# "The court granted an injunction. The sheriff was told to open the booths."
_TOLD = regex(
    r"(?:the|it|he|she|that) (?:[\w'-]+ ){0,4}?(?:(?:was|were|is|are) (?:told|ordered|directed|required|enjoined)|must|shall|has to|have to|orders?|tells?|requires?)\b"
)
_PEOPLE_SAY = regex(r"\b(?:said|says|asked the|told|comment\w*|testif\w+|critics|advocates|opponents)\b")
# What is not in force while one waits for what becomes of it.
_WAITS = regex(
    r"\b(?:would|propos\w+|bill|measure|motion|resolution|ordinance|moved|petition\w*|request\w*|draft|asks?|seeks?|sought|legislation|[hs]b \d+)\b"
)
# "Paragraph 9.4 is deleted as of today." was in force until now.
_STRUCK_NOW = regex(
    r"\b(?:section|paragraph|clause|article|sentence|provision)s?(?: [\d.]+\w*)? (?:is|are|was|were|stands?|has been|have been) (?:hereby |now )?(?:deleted|struck|stricken|repealed|rescinded|removed)\b"
)
# "The amendment would delete paragraph 9.4, under which visits are by terminal alone.": what 9.4 holds
_UNDER_WHICH = regex(r"\b(?:under|by|in) which (.+)$")
_QUOTED = regex(r'"([^"]{20,})"')
_EXCUSED = regex(
    r"\b(?:excused|exempt(?:ed)?|released|relieved|free) from (?:the (?:terms|duty|requirements?) of )?((?:rule|section|standard|article|paragraph) [\d.]*\d(?: ?\(\w\))?)"
)
_SUSPENDS = regex(r"\bsuspend|\bhold\b|\bstay")
_ENDS = regex(r"[ ,(]*(?:\b(?:is|are|was|were|has|have|been|now|hereby|also|itself)\b[ ,]*)*$")
# "Rule 6, which said that video may not take the place of visits, has been struck."
_WHICH_SAID = regex(
    r", (?:which|that) (?:said|says|held|holds|provided|provides|stated|states|required|requires) that ([^;]{20,}?),?$"
)
_HANGING = regex(r"\b(?:that|which|to|of|for|on|against)\b")
# "withdrawn the 40 points that used to be given for closing booths": the noun, and what hangs on it.
_HUNG = regex(
    r" ((?:the|an?|its|our|their|\d+)(?: [\w$.-]+){1,4}?,? (?:that|by which|under which|which|for|of|to|on|against) .*)$"
)
# Two matters in one sentence; and texts that say of another text that nobody is bound by it.
_SEVERAL = regex(
    r"\bthe (?:first|second|former|latter)(?=,| (?:was|is|one|under|by|of)\b)|\bboth (?:of|orders|bills|rules|were|are)\b|\bneither\b"
)
_FAMILY_LAW = regex(rf"\b(?:{elsewhere.FAMILY_LAW})\b")
_NUMBERED = regex(
    r"\b(?:order|bill|rule|section|paragraph|clause|provision|article|amendment|resolution|standard|directive) (?:no\. )?([\d.-]*\d)\b"
)
# "the waiver of section 8, under which the agency owes a minimum": what is told is what was waived.
_WAIVED = regex(
    r"^(?:waiver|exemption|variance|suspension|stay) (?:of|from) (?:the )?(?:section|rule|article|clause|standard|requirement|duty)\b[^,]{0,60},? (?:under|by) which "
)
_SUMMARY = regex(r"(?:summary|synopsis|digest|what it does|an act|text|purpose)\b")
_ON_A_MATTER = regex(
    r"\b(?:(?:house|senate|assembly) (?:bill|file)|[hs]\.?b\.? ?\d+|bill \d+|rule ?making|docket|proposed (?:rule|standard)|ballot (?:measure|question)|resolution|ordinance)\b"
)
# "Appointments for that day are not void after all.": of no matter, and what the line above says of the day is read there
_BOOKINGS = regex(r"(?:all |any |your |the )?(?:appointments?|bookings?|reservations?)\b")
_FIGURE = regex(r"[$\[{@%]|\b(?:minutes|hours) ?\b")


def outcome_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell that say what became of a matter, and did not say it before."""
    if scene.of_others:
        return Certain()
    changed = [*alignment.pairs, *((None, new) for new in alignment.added)]
    known = {unit.plain for unit in scene.before}
    # "03/19 Passed, 61 to 38" says nothing of visits, and so is no line near them.
    idle = (unit for unit in scene.after if not (unit.aside or unit.plain in known or speaks(unit.plain)))
    idle = (unit for unit in idle if _BOOKINGS.match(unit.plain) is None)
    changed += [(None, unit) for unit in idle if not in_one_sentence(unit)]  # what decided.py reads
    # "Section 5 is struck" says what "Action: approved" leaves open.
    telling = [pair for pair in changed if outcomes(pair[1].plain)]
    telling.sort(key=lambda pair: all(found.name is None for found in outcomes(pair[1].plain)))
    for old, new in telling[:_MOST]:
        told = _told(scene, old, new)
        if told is not None:
            return Certain((told,), (new, *([old] if old else []), *_beside(alignment, old, new)))
    return Certain()


def _beside(alignment: Alignment, old: Unit | None, new: Unit) -> list[Unit]:
    """What else changed in the same paragraph, without a figure of its own: who said what of it, and when."""
    near = [unit for unit in alignment.come if unit.segment == new.segment]
    places = {was.segment for was, now in alignment.pairs if any(now is unit for unit in near)}
    places |= {old.segment} if old is not None else set()
    near += [unit for unit in alignment.gone if unit.segment in places]
    return [unit for unit in near if _FIGURE.search(unit.plain) is None]


def _told(scene: Scene, old: Unit | None, new: Unit) -> Effect | None:
    if len(new.plain) > _LONGEST or new.row or elsewhere.NAMED.search(new.plain):
        return None
    found = outcomes(new.plain)
    if not found or _SEVERAL.search(new.plain) or _FAMILY_LAW.search(f"{scene.title} / {new.headings}"):
        return None
    before = [old] if old is not None else scene.before
    known = {(was.sign, was.name, _verb(was, unit)) for unit in before for was in outcomes(unit.plain)}
    # "Order 11, by which the charge of Order 8 was suspended, is withdrawn." says two, the old line said one of them.
    turned = Counter((was.sign, was.name) for was in (outcomes(old.plain) if old is not None else ()))
    for outcome in found:
        kind = (outcome.sign, outcome.name)
        if turned[kind] or (*kind, _verb(outcome, new)) in known:
            turned[kind] -= 1
            continue
        read = (heard(said, scene.title) for said in _named(scene, new, outcome))
        held = next(filter(None, read), None) or _let_off(scene, new, outcome)
        if held is not None:
            return _effect(held, outcome, old, new)
    return None


def _let_off(scene: Scene, unit: Unit, outcome: Outcome) -> Heard | None:
    """The matter of "the variance whereby the county stands excused from Rule 8(c)": what that rule holds, undone."""
    excused = _EXCUSED.search(unit.plain, 0, outcome.start)
    rules = (one.plain for one in scene.after if excused and excused[1] in one.plain and one is not unit)
    read = (heard(rule, scene.title) for rule in rules if holds(rule) and not _EXCUSED.search(rule))
    held = next(filter(None, read), None)
    return replace(held, sign=-held.sign) if held else None


def _verb(outcome: Outcome, unit: Unit) -> str:
    return unit.plain[outcome.start : outcome.end]


def _named(scene: Scene, unit: Unit, outcome: Outcome) -> Iterator[str]:
    """The words that may say what the matter holds, the nearest first."""
    if outcome.sign < 0:  # a sentence that tells what is in force now is read as it stands
        quoted = _QUOTED.search(unit.plain, 0, outcome.start)
        before = _ENDS.sub("", unit.plain[outcome.noun : outcome.start])
        if quoted_so := _WHICH_SAID.search(before):
            yield quoted_so[1]
        hung = _HUNG.match(unit.plain, outcome.end)
        hangs = outcome.name is not None and _HANGING.search(before)
        for said in (quoted[1] if quoted else "", before if hangs else "", hung[1] if hung else ""):
            if len(said.split()) >= _LEAST_WORDS and holds(said):
                yield said
        if hangs and len(before.split()) >= _LEAST_WORDS and not holds(before):
            return  # "the provision for its expiry after 180 days": what it holds is told, and is no matter of visits
    numbered = _NUMBERED.search(unit.plain, outcome.noun, outcome.end)
    whole = _ON_A_MATTER.search(scene.title) is not None
    above = [one for one in scene.after if one.place < unit.place][-(_FAR_ABOVE if whole or numbered else _ABOVE) :]
    for one in sorted(above, key=lambda one: (_SUMMARY.match(one.plain) is None, -one.place)):
        if one.row or _OLD.search(one.plain) or elsewhere.NAMED.search(one.plain):
            continue
        if numbered[1] not in one.plain if numbered else _PEOPLE_SAY.search(one.plain):
            continue
        if outcome.device and outcome.device in one.plain and not holds(one.plain):
            then = next((now for now in scene.after if now.place == one.place + 1 and _TOLD.match(now.plain)), None)
            if then is not None and _stood(scene, then):
                yield then.plain
        titled = named_so(outcome, one.plain) and _ENTRY.fullmatch(one.plain) is not None
        below = next((now for now in scene.after if now.place == one.place + 1), None) if titled else None
        if below is not None and holds(below.plain) and _stood(scene, below):
            yield below.plain  # "01/16 Interim order. Remote visits may not be priced above 16 cents."
        if holds(one.plain) and named_so(outcome, one.plain) and (whole or one.headings == unit.headings):
            told = next((was for was in outcomes(one.plain) if was.name == outcome.name), None)
            said = one.plain if told is None else one.plain[: told.start]
            under = _UNDER_WHICH.search(said) if numbered and outcome.sign < 0 else None
            for words in (under[1] if under else "", said):
                if holds(words) and _stood(scene, one):
                    yield words


def _stood(scene: Scene, line: Unit) -> bool:
    """Whether the old page told of a matter, too, near the same place: else the matter itself is news."""
    near = [was for was in scene.before if abs(was.place - line.place) <= _NEAR]
    return any(was.plain == line.plain for was in near) or any(likeness(line.plain, was.plain) > _KEPT for was in near)


# What is left of a term that ended: nought of a share, no limit at all of a cap.
_LEFT = {"commission_pct": 0.0, "min_paid_visits_per_detainee_month": 0.0, "inperson_hours_per_week_cap": None}


def _with_ended_term(effect: Effect, held: Heard) -> Effect:
    """The effect with the one figure of the matter that ended, where its loss or gain is that of the term."""
    unit = Unit(held.said, held.said, "", 0)
    found = [measure for measure in measures(unit, "visiting contract") if measure.name in _LEFT]
    if len(found) != 1 or sign_of(found[0].name, found[0].value, _LEFT[found[0].name]) != effect.sign:
        return effect
    fact = Fact(found[0].name, found[0].value, _LEFT[found[0].name])
    if fact.after is None:
        both = (*effect.topics, Topic.CONTRACT_CLAUSE, Topic.IN_PERSON)
        topics = tuple(topic for topic in Topic if topic in both)
        effect = replace(effect, severity=Severity.CRITICAL, topics=topics)
    return replace(effect, facts=(fact,))


def _effect(held: Heard, outcome: Outcome, old: Unit | None, new: Unit) -> Effect:
    topics, level = topics_and_level(held, suspends=_SUSPENDS.search(_verb(outcome, new)) is not None)
    words = (_verb(outcome, new), days_in_words(held.said)[:80])
    of_device = outcome.device and outcome.device not in held.said and not _TOLD.match(held.said)
    turned = -1 if of_device or _WAIVED.match(held.said) else 1
    effect = Effect(
        "D4-outcome", held.sign * outcome.sign * turned, level, topics, (), old.plain if old else "", new.plain, words
    )
    pending = _WAITS.search(held.said) or _SUMMARY.match(held.said)
    waited = pending is not None and outcome.sign < 0 and _STRUCK_NOW.search(new.plain) is None
    if not (waited or outcome.going or outcome.leaves):
        return _with_ended_term(effect, held) if outcome.sign < 0 and turned > 0 else effect
    if Topic.IN_PERSON in topics:
        effect = replace(effect, severity=Severity.CRITICAL)  # the reader may have lowered it for what is pending
    return effect.lower("S5")

"""A page put into another shape: a table told as prose, a list as questions and answers, a directive in plain language.

Line by line nothing is as it was, so lines are held against lines that say something else. What a page states as a
whole stands whatever its shape: a figure that both pages state has not moved; a term of which each page states one
value, and not the same, has, and so has a form of visits that only one of them claims, whatever the reader holds of its
lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from monitors.language.claims.clauses import Claim
from monitors.language.claims.page_claims import PageClaims, page_claims
from monitors.language.claims.policy import ABOUT
from monitors.language.claims.settled import claims_in
from monitors.language.effects.moved_terms import moved_terms
from monitors.language.effects.severity import settle
from monitors.language.figures.stated import Stated, stated
from monitors.language.line_by_line import minutes_gained
from monitors.language.pages.align import Alignment, similarity
from monitors.language.pages.context import about_else
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_ALIKE, _MOST_ALIKE = 0.6, 0.55  # a line so like its old wording stayed; so much of a page that stayed is its old shape
_FEWEST = 5  # units of a page
_OWN_RULES = ("jail", "doc", "vendor", "contract", "")
_WHY = "R2 a page in another shape, held against the old one as a whole"
_FORMS = frozenset({Topic.IN_PERSON, Topic.CONTACT})
_BY_FIGURE = frozenset({Topic.FEES, Topic.DURATION_FREQUENCY, Topic.SCHEDULE, Topic.VIDEO_REMOTE, Topic.VIDEO_ONSITE})
_STOPPED = regex(rf"\b(?:suspended|paused|halted|on (?:hold|pause)|{acts.UNTIL_NOTICE})\b")
# How figures tell what moved (figures/terms.py): "visits per week: 2 -> not stated".
_MOVED = regex(r": (?P<was>[\d.e+]+|not stated) -> (?P<now>[\d.e+]+|not stated)$")
# Said of a class in so many ways that two wordings of one rule seem to turn it; of booking the whole page is asked.
_ANYHOW = ("P-turn-ex_held", "P-turn-id_document", "P-booking")
_ABOUT = frozenset({*ABOUT, "refund"})
_OF_CLAIM = regex(r"P-(?:(?:turn|new|gone)-)?(?P<about>\w+)")

Rules = Callable[[Scene, Alignment], list[Effect]]


@dataclass(frozen=True, slots=True)
class _Pages:
    """Both pages as wholes."""

    was: Stated
    now: Stated

    @property
    def same(self) -> bool:
        """Whether both state the same spans of time, prices, shares and clocks."""
        return self.now.holds(self.was.figures) and self.was.holds(self.now.figures)

    def gained(self, sign: int) -> bool:
        """Whether the new page names days or clocks of visits that the old one does not, or the reverse."""
        return bool(self.was.week - self.now.week if sign < 0 else self.now.week - self.was.week if sign else ())


def is_reshaped(scene: Scene, aligned: Alignment) -> bool:
    """Whether hardly a line of a page of rules is as it was. aligned: all that changed and all that did not."""
    if scene.kind not in _OWN_RULES or min(len(scene.before), len(scene.after)) < _FEWEST:
        return False
    stayed = [*aligned.same, *(pair for pair in aligned.pairs if similarity(*pair) >= _ALIKE)]
    return all(
        _words([pair[side] for pair in stayed]) <= _MOST_ALIKE * _words(page)
        for side, page in enumerate((scene.before, scene.after))
    )


def _words(lines: Sequence[Unit]) -> int:
    return sum(len(unit.plain.split()) for unit in lines)


def told_of_reshaped(scene: Scene, aligned: Alignment, telling: Alignment, told: Told, ruled: Rules) -> Told:
    """What is told of such a page. telling: the lines that may tell; told: what they tell, line by line."""
    if (
        not is_reshaped(scene, aligned)
        or about_else(scene)
        or any(effect.rule.startswith("R12-") for effect in told.effects)
    ):
        return told
    pages = _Pages(stated(scene.before, scene.title), stated(scene.after, scene.title))
    claimed = [_signs(claims_in(page, official=scene.official)) for page in (scene.before, scene.after)]
    still = [
        effect
        for place, effect in enumerate(told.effects)
        if _is_stated_still(effect, pages, _heard(told.effects, place)) or _is_claimed_still(effect, *claimed)
    ]
    kept = [e for e in told.effects if e not in still and not _is_heard_with(e, still)]
    moved = [*_moved(scene, telling, pages, ruled), *_claimed(scene, telling), *_stopped(scene, telling, ruled)]
    moved = [effect for effect in moved if not any(_is_same(effect, other) for other in kept)]
    if moved:  # what the reader heard beside may be the same in its own way, but for the form of visits
        told_now = {topic for effect in moved for topic in effect.topics}
        kept = [
            e for e in kept if not e.rule.startswith("L-") or (_FORMS & set(e.topics) and not told_now & set(e.topics))
        ]
    if kept == list(told.effects) and not moved:
        return told
    return replace(told, effects=(*kept, *moved), why=(*told.why, _WHY))


def _is_same(effect: Effect, other: Effect) -> bool:
    """Whether another effect, which a rule tells, is of the same term, or of the same matter the same way."""
    if other.rule.startswith("L-"):
        return False
    names = [{fact.name for fact in one.facts} for one in (effect, other)]
    return bool(names[0] & names[1]) or (effect.sign == other.sign and effect.topics == other.topics)


def _heard(effects: Sequence[Effect], place: int) -> Effect | None:
    """What the reader heard of the lines of which a rule tells something."""
    beside = effects[place + 1] if place + 1 < len(effects) else None
    return beside if beside is not None and beside.rule.startswith("L-") else None


def _is_stated_still(effect: Effect, pages: _Pages, heard: Effect | None) -> bool:
    """Whether both pages state what an effect holds to have moved. heard: what the reader heard of its lines."""
    if effect.rule.startswith("R5-papers"):
        return pages.was.papers == pages.now.papers
    if effect.rule.startswith("D10-"):
        return not (heard and minutes_gained(heard.old, heard.new)) and not pages.gained(effect.sign)
    if effect.rule.startswith("L-") and any(_is_term_still(fact, pages) for fact in effect.facts):
        return True
    if effect.rule.startswith(("L-", "P-fee")):
        return bool(effect.sign) and pages.same and set(effect.topics) <= _BY_FIGURE
    return effect.rule.startswith("Q-") and _is_figure_stated(effect, pages, heard)


def _is_term_still(fact: Fact, pages: _Pages) -> bool:
    """Whether a page states of a term what it is held to have been, or to be, on the other one alone."""
    sides = ((fact.before, pages.now), (fact.after, pages.was))
    return any(isinstance(value, float) and value in other.terms.get(fact.name, ()) for value, other in sides)


def _is_figure_stated(effect: Effect, pages: _Pages, heard: Effect | None) -> bool:
    moved = _MOVED.search(" ".join(effect.words))
    if moved is None:
        return False
    name = _term(effect)
    sides = ((moved["was"], pages.was, pages.now), (moved["now"], pages.now, pages.was))
    told = [(float(value), own, other) for value, own, other in sides if value != "not stated"]
    if name in ("visitors_max", "list_max") and any(not own.says(name, value) for value, own, _ in told):
        return True  # a party counted together from grown-ups and children, or a section's number
    if not told or not all(other.states(name, value) for value, _, other in told):
        return False
    if len(told) == 1:
        value, _, other = told[0]
        return other.states_near(name, value, effect.old or effect.new)
    # Figures that both pages state, but as no such term, may be of something else where the reader heard a change, too.
    return heard is None or any(value in other.terms.get(name, ()) for value, _, other in told)


def _is_heard_with(effect: Effect, still: Sequence[Effect]) -> bool:
    """Whether the reader alone tells something of the lines, or of the timetable, of which a rule is not believed."""
    if not effect.rule.startswith("L-") or not effect.sign:
        return False
    lines = {effect.old, effect.new} - {""}
    timed = Topic.SCHEDULE in effect.topics and any(other.rule.startswith("D10-") for other in still)
    return timed or any(lines & {other.old, other.new} for other in still if not other.rule.startswith("L-"))


def _moved(scene: Scene, telling: Alignment, pages: _Pages, ruled: Rules) -> list[Effect]:
    """The terms of which each page states a value of its own: all lines held against each other at once, then by their
    figures."""
    by_rule = [effect for effect in ruled(scene, telling) if effect.rule.startswith("Q-") and _states_both(effect)]
    found = [effect for effect in by_rule if effect.sign and not _is_figure_stated(effect, pages, None)]
    names = {_term(effect) for effect in found}
    others = moved_terms(scene, telling, pages.was, pages.now)
    return [*found, *(effect for effect in others if _term(effect) not in names)]


def _states_both(effect: Effect) -> bool:
    return "not stated" not in " ".join(effect.words)


def _term(effect: Effect) -> str:
    return effect.rule.partition("+")[0].removeprefix("Q-")


def _signs(claims: Sequence[Claim]) -> dict[str, set[int]]:
    """Which way each matter is claimed."""
    found: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        found["contact" if claim.about == "glass" else claim.about].add(claim.sign)
    return found


def _is_claimed_still(effect: Effect, was: Mapping[str, set[int]], now: Mapping[str, set[int]]) -> bool:
    """Whether both pages as wholes claim the same of what a line is held to claim no longer, or otherwise."""
    if effect.rule.startswith(_ANYHOW):
        return True
    claim = _OF_CLAIM.match(effect.rule)
    if claim is None or claim["about"] not in _ABOUT:
        return False
    gone = effect.rule.startswith("P-gone-") and claim["about"] in now
    return gone or was.get(claim["about"], set()) == now.get(claim["about"], set())


def _claimed(scene: Scene, telling: Alignment) -> list[Effect]:
    """The forms of visits, and whether they must be booked, that only one of the pages claims."""
    if scene.kind not in ("jail", "doc", ""):
        return []
    was, now = page_claims(scene.before), page_claims(scene.after)
    found = [*_touch(was, now), *_in_person(was, now), *_booking(was, now)]
    return [settle(effect, scene, telling) for effect in found]


def _touch(was: PageClaims, now: PageClaims) -> list[Effect]:
    free, walled = was.touch and not was.glass, now.glass and not now.touch
    if free and walled:
        return [_turn("contact", -1, was.touch, now.glass)]
    free, walled = now.touch and not now.glass, was.glass and not was.touch
    return [_turn("contact", 1, was.glass, now.touch)] if free and walled else []


def _in_person(was: PageClaims, now: PageClaims) -> list[Effect]:
    if was.facing and not was.screen and now.screen and not now.facing:
        return [_turn("in_person", -1, was.facing, now.screen)]
    if was.screen_only and now.facing and not now.screen_only:
        return [_turn("in_person", 1, was.screen_only, now.facing)]
    return []


def _turn(form: str, sign: int, old: str, new: str) -> Effect:
    topics = (Topic.CONTACT,) if form == "contact" else (Topic.IN_PERSON, Topic.VIDEO_ONSITE)[: 2 if sign < 0 else 1]
    level = Severity.MAJOR if form == "contact" else Severity.CRITICAL
    facts = (Fact(f"{form}_allowed", sign < 0, sign > 0),)
    return Effect(f"P-turn-{form}", sign, level, topics, facts, old, new, ("claimed by the whole page",))


def _booking(was: PageClaims, now: PageClaims) -> list[Effect]:
    sign = was.booking - now.booking
    if 0 in (was.booking, now.booking) or not sign:
        return []
    sides = (was.booked or was.unbooked, now.booked or now.unbooked)
    words = ("no booking needed" if sign < 0 else "only by booking",)
    return [Effect("P-booking", 1 if sign < 0 else -1, Severity.MINOR, (Topic.SCHEDULE,), (), *sides, words)]


def _stopped(scene: Scene, telling: Alignment, ruled: Rules) -> list[Effect]:
    """What lines tell that say of visits that they stopped, where no old line says so."""
    if scene.kind not in ("jail", "doc", "") or any(_STOPPED.search(unit.plain) for unit in scene.before):
        return []
    found = []
    for unit in telling.come:
        if _STOPPED.search(unit.plain):
            alone = replace(telling, pairs=(), removed=(), added=(unit,))
            found += [e for e in ruled(scene, alone) if e.rule.startswith("P-new-") and Topic.SUSPENSION in e.topics]
    return found

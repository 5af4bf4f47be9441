"""A page that was rewritten, read line by line: the one rule among many that is another one than before.

Heard together, a page of rules in other words sounds to the reader like one, and whichever rule moved in its midst is
drowned. Each line by itself, beside the old one that is about the same (kindred.py), it judges as well as any reworded
line. Since a page has dozens of lines and one misjudged is an alarm, a line is also read backwards, the new wording for
the old one: what is a loss forwards must be a gain then. A rule that finds the same needs less certainty, a page whose
wording is strange to the reader throughout more. Hours that both wordings tell in full are counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from monitors.language import verdict
from monitors.language.apart import is_idle, told_of_side
from monitors.language.belief import Settled, with_share
from monitors.language.effects.counted import counted_facts
from monitors.language.effects.kindred import Kin, bonds, is_title, kin, kinship_of, rivals, sides
from monitors.language.effects.likely_term import likely_terms
from monitors.language.effects.timetable import beside_now, same_times
from monitors.language.facts import joined_facts
from monitors.language.lines.acts.stops import stops
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment, Row
from monitors.language.pages.scene import PLAIN, Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.reader import learned
from monitors.language.reader.learned import Estimate
from monitors.language.times.sessions import sessions
from monitors.language.times.week import Week
from monitors.language.words.amounts import amounts
from monitors.language.words.concepts import concepts
from monitors.language.words.matters import matters
from monitors.language.words.patterns import regex
from monitors.language.words.spanish import is_spanish
from monitors.records import Direction, Fact, Topic

_BOTH_HEAR = 0.85  # how likely both encoders must hold a line that no rule tells
_HEARD_SURELY = 0.6  # how sure all lines heard together must be to be believed of a part
_RULED, _AGAINST = 1.5, 1.0  # what a rule adds that finds the same, and takes that finds the contrary
_SAME_FIGURES = 1.0  # taken where all figures are the same
_ONE_WAY = 2.0  # taken where the line is no contrary, read backwards
_MOST_LEFT = 2  # rules: more that are left over were told in other lines
_ABOUT = 0.55  # so kin a line left over may be to one of the other side that is not about the same
_RIVAL = -0.1  # so much less kin it is to any than the line beside that, or either may be the one left over
_LEFT_OVER = (0.8, 0.6, verdict.TELL_ABOVE)  # how likely such a line must be to tell: see told_of_side
_NEAR = 0.25  # so kin two wordings of one term must be, for their figures to be compared
_WORDS = 3  # a line of fewer is a heading, a number, a part of another line
_OTHERS, _OF_OTHERS, _STRANGE = (
    3,
    0.15,
    -1.5,
)  # so many other lines, and such a share, sound so much like news on a page in strange words
_BESIDE = frozenset({Topic.MAIL, Topic.PHONE, Topic.TABLETS})  # other channels, which have rules of their own
_CONTRARY = {Direction.RESTRICTIVE: Direction.RESTORATIVE, Direction.RESTORATIVE: Direction.RESTRICTIVE}
_SIGNS = {Direction.RESTRICTIVE: -1, Direction.RESTORATIVE: 1}
_MEASURED = ("Q-", "D3-", "D7-", "D8-", "S8-", "R5-")

# "You can leave it in Lot C for $2.": one wording at least says what the line is about.
_BESIDE_VISITS = regex(r"\b(?:parking|parked|park (?:in|on|at|your)|lockers?|vending|snacks?|restrooms?|laundry)\b")

_MARKS = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|\band\b")

Rules = Callable[[Scene, Alignment], list[Effect]]
Summed = Callable[[Sequence[Effect]], Direction]


@dataclass(frozen=True, slots=True)
class _Least:
    """What a line must come to, to be told. tells: the logarithm of the odds; far: so much more where old and new line
    are less kin than kin; heard: how likely the reader must hold it; most: lines read by themselves, some 5 ms each."""

    tells: float
    far: float
    kin: float
    heard: float
    most: int


_OF_PAGE, _OF_PART = _Least(1.2, 1.0, 0.3, 0.1, 30), _Least(2.5, 1.0, 0.6, 0.5, 4)


@dataclass(frozen=True, slots=True)
class _Pair:
    """An old line and the new one in its place; term: what its one figure tells that moved."""

    kin: Kin
    term: Effect | None

    @property
    def spoken(self) -> bool:
        """Whether either wording speaks of visits or of a term of theirs."""
        return any(speaks(unit.plain) or matters(unit.plain) for unit in (self.kin.old, self.kin.new))


@dataclass(frozen=True, slots=True)
class _Line:
    """A reworded line as rules and reader have it; hours: minutes a week that it gained, None where it is no timetable;
    counted: days and hours where it gained or lost some; measured: whether it tells
    one term in both wordings, and another figure of it."""

    row: Row
    effects: list[Effect]
    estimate: Estimate
    settled: Settled
    hours: float | None
    counted: tuple[Fact, ...] | None
    measured: bool = False

    @property
    def spanish(self) -> bool:
        return self.row.after is not None and is_spanish(self.row.after.text)

    @property
    def odds(self) -> float:
        return _odds(self.settled.relevant)


def told_of_page(scene: Scene, alignment: Alignment, ruled: Rules, direction_of: Summed) -> Told:
    """What is told of a page of which most was rewritten: what its lines tell, each by itself. ruled: what the rules
    find; direction_of: what their effects come to."""
    found = _telling(scene, alignment, ruled, direction_of, _OF_PAGE)
    found += _left_over(scene, alignment, ruled, direction_of)
    return _together(found) if found else Told((), ("R2 the same rules in other words, line by line",), PLAIN)


def told_of_part(scene: Scene, alignment: Alignment, ruled: Rules, direction_of: Summed, together: Told) -> Told:
    """What is told of a page of which a part was rewritten. together: what is told of all lines heard at once, which is
    believed unless it is little sure and the lines say otherwise, or none does though no word stayed."""
    found = _telling(scene, alignment, ruled, direction_of, _OF_PART)
    if together.effects and together.confidence > _HEARD_SURELY and not _gainsaid(together, found, direction_of):
        return together
    if not found and together.effects and all(map(_is_beside, together.effects)):
        return Told((), ("R10 another channel in other words",), 1 - together.confidence)
    if not found:
        kept = alignment.same or any(not is_title(unit) for unit in (*alignment.removed, *alignment.added))
        return together if kept else Told((), together.why, together.confidence)
    apart = _together(found)
    return together if together.effects and direction_of(together.effects) is direction_of(apart.effects) else apart


def _gainsaid(together: Told, found: Sequence[Told], direction_of: Summed) -> bool:
    """Whether figures of a line go the other way than what all lines together sounded like."""
    figures = [e for one in found for e in one.effects if e.rule.startswith("Q-") and e.sign]
    heard = direction_of(together.effects)
    return bool(figures) and heard in _CONTRARY and direction_of(figures) is _CONTRARY[heard]


def _is_beside(effect: Effect) -> bool:
    """Whether the reader alone tells something, of another channel than visits."""
    return effect.rule.startswith("L-") and not effect.facts and _BESIDE.issuperset(effect.topics)


def _left_over(scene: Scene, alignment: Alignment, ruled: Rules, direction_of: Summed) -> list[Told]:
    """What a rule or two tell that no line of the other wording is about, where that has none left over in turn."""
    gone, come = ([u for u in side if _says_more(u)] for side in (alignment.removed, alignment.added))
    lines = gone or come
    if bool(gone) == bool(come) or len(lines) > _MOST_LEFT:
        return []
    near = rivals(lines, alignment, came=bool(come))
    lone = [
        unit
        for unit, (nearness, rival) in zip(lines, near, strict=True)
        if nearness < _ABOUT and rival < _RIVAL and not is_idle(unit) and not is_spanish(unit.text)
    ]
    found: list[Told] = []
    for unit in lone:
        row = Row(None, unit) if come else Row(unit, None)
        estimate = learned.estimate([row], scene.title)
        assert estimate is not None  # there is a row
        alone = replace(alignment, pairs=(), removed=() if come else (unit,), added=(unit,) if come else ())
        told = told_of_side(ruled(scene, alone), estimate, [row], direction_of, _LEFT_OVER)
        found += [told] if told else []
    return found


def _together(found: Sequence[Told]) -> Told:
    effects = tuple(effect for one in found for effect in one.effects)
    return Told(effects, tuple(why for one in found for why in one.why), min(one.confidence for one in found))


def told_of_hours(scene: Scene, alignment: Alignment, row: Row, ruled: Rules, direction_of: Summed) -> Told:
    """What one line of a timetable tells whose hours both wordings tell in full, whatever the reader holds."""
    assert row.before is not None and row.after is not None  # it has two wordings
    return _told(_line(scene, alignment, row.before, row.after, ruled, direction_of), direction_of)


def _telling(scene: Scene, alignment: Alignment, ruled: Rules, direction_of: Summed, least: _Least) -> list[Told]:
    """What those lines tell that by themselves are news."""
    pairs = _readable(scene, alignment)
    kept = same_times(scene, alignment)
    sure = [
        pair
        for pair in pairs
        if pair.term or (_timed(pair, kept, alignment) and hours_gained(Row(pair.kin.old, pair.kin.new)))
    ]
    heard = sorted((pair for pair in pairs if pair not in sure), key=lambda pair: not pair.spoken)[: least.most]
    lines = {
        pair: _measured(
            _line(scene, alignment, pair.kin.old, pair.kin.new, ruled, direction_of, least.heard), pair.term
        )
        for pair in pairs
        if pair in sure or pair in heard
    }
    found = []
    for pair, line in lines.items():
        line = line if _timed(pair, kept, alignment) else _untimed(line)
        strange = max(0.0, _strangeness([*lines.values()], line) - _STRANGE)
        tells = least.tells + least.far * (pair.kin.nearness < least.kin)
        plain = bool(line.hours) or line.measured
        if plain or (_may_tell(line) and _certainty(line, scene.title) - strange > tells):
            told = _told(line, direction_of)
            found += [told] if plain or _confirmed(told, line.row, scene.title) else []
    return [one for one in found if one.effects]


def _timed(pair: _Pair, kept: bool, alignment: Alignment) -> bool:
    """Whether the hours of a row and of the sentence in its place can be held against each other: not where that names
    more sessions, and the page keeps all its days and clocks. A sentence may say what two rows said, or what another
    one beside it says now: "Saturday and Sunday, 8 to 11." became "Saturday and Sunday. Both days from 8 to 11." """
    if beside_now(alignment, pair.kin.old, pair.kin.new):
        return False
    sides = (pair.kin.old, pair.kin.new)
    rows, told = ([unit for unit in sides if unit.row is is_row] for is_row in (True, False))
    return not (kept and rows and told and told[0].plain.count("[") > rows[0].plain.count("["))


def _untimed(line: _Line) -> _Line:
    """A line without what it tells of hours."""
    effects = [effect for effect in line.effects if not effect.rule.startswith("D10-")]
    return replace(line, effects=effects, hours=None, counted=None)


def _confirmed(told: Told, row: Row, title: str) -> bool:
    """Whether both encoders together hold a line likely that the small one alone and no rule tells."""
    if not all(effect.rule.startswith("L-") for effect in told.effects):
        return True
    heard = learned.estimate([row], title, closely=True)
    return heard is not None and heard.relevant > _BOTH_HEAR


def _readable(scene: Scene, alignment: Alignment) -> list[_Pair]:
    """The reworded lines that are rules, each with the term that moved by its figures, should one have."""
    kinship = kinship_of(alignment)
    near = kinship + bonds(*sides(alignment), figures=False)
    pairs = kin(alignment, kinship)
    terms = likely_terms(scene, alignment, [(one.old, one.new) for one in pairs], near)
    stopped = any(map(stops, scene.before))
    return [
        _Pair(one, term if near[place, place] >= _NEAR else None)
        for place, (one, term) in enumerate(zip(pairs, terms, strict=True))
        if _says_more(one.old)
        and _says_more(one.new)
        and not (stopped and stops(one.new))
        and not _told_beside(alignment, one.old, one.new)
    ]


def _told_beside(alignment: Alignment, old: Unit, new: Unit) -> bool:
    """Whether a sentence on days and hours lost or got nothing but what a sentence beside it says."""
    bare = [concepts(_MARKS.sub(" ", unit.plain)) for unit in (old, new)]
    return bare[0] == bare[1] and beside_now(alignment, old, new)


def _line(
    scene: Scene, whole: Alignment, old: Unit, new: Unit, ruled: Rules, direction_of: Summed, heard: float = 0.0
) -> _Line:
    """heard: how likely the reader must hold it that a line tells, for the rules to be asked, which take their time."""
    row = Row(old, new)
    estimate = learned.estimate([row], scene.title)
    assert estimate is not None  # there is a row
    alone = replace(whole, pairs=((old, new),), removed=(), added=())
    hours = hours_gained(row)
    effects = ruled(scene, alone) if hours or estimate.relevant >= heard else []
    effects = [effect for effect in effects if _told_twice(effect, row)]
    facts = joined_facts(effects, estimate)
    settled = verdict.settle(verdict.evidence(effects, direction_of(effects), estimate, facts))
    if verdict.is_measured(effects, direction_of(effects)):  # figures are surer of the direction than the reader
        settled = replace(settled, directions=with_share(settled.directions, direction_of(effects)))
    if hours and not _bears_out(effects, hours):
        # How a page counts its whole timetable may hang on a line beside it that was put otherwise.
        effects = ruled(replace(scene, before=(old,), after=(new,)), alone)
        hours = hours if _bears_out(effects, hours) else 0.0
    return _Line(row, effects, estimate, settled, hours, counted_facts(scene, alone) if hours else None)


def _told_twice(effect: Effect, row: Row) -> bool:
    """Whether a term may have come or gone: not where both wordings tell the same figures and a rule knows but one."""
    one_sided = [None in (fact.before, fact.after) for fact in effect.facts]
    return not (effect.rule.startswith("Q-") and any(one_sided) and _same_figures(row))


def _bears_out(effects: Sequence[Effect], hours: float) -> bool:
    return any(effect.rule.startswith("D10-") and effect.sign * hours > 0 for effect in effects)


def _measured(line: _Line, term: Effect | None) -> _Line:
    """The line as the one figure has it that it tells otherwise, whatever the reader holds."""
    if term is None:
        return line
    way = Direction.RESTORATIVE if term.sign > 0 else Direction.RESTRICTIVE
    estimate = replace(line.estimate, directions=with_share(line.estimate.directions, way))
    return replace(line, effects=[term], estimate=estimate, measured=True)


def _says_more(unit: Unit) -> bool:
    """Whether a line is a rule: no heading and no question, whose answer is another line."""
    return unit.row or (not unit.short and unit.plain[-1:] != "?" and len(unit.plain.split()) >= _WORDS)


def hours_gained(row: Row) -> float | None:
    """Minutes a week that a line gained whose two wordings tell days and clocks in full, None where one does not."""
    if row.before is None or row.after is None:
        return None
    return minutes_gained(row.before.plain, row.after.plain)


def minutes_gained(old: str, new: str) -> float | None:
    """Minutes a week that a line gained, None where one wording does not tell days and clocks in full."""
    was, now = sessions(old), sessions(new)
    return _minutes(now) - _minutes(was) if _is_plain(was) and _is_plain(now) else None


def _same_week(row: Row) -> bool:
    """Whether both wordings of a line tell the same days and clocks."""
    was, now = (sessions(unit.plain) for unit in (row.before, row.after) if unit is not None)
    return was.told and was == now


def _is_plain(week: Week) -> bool:
    return bool(week.spans) and not (week.dayless or week.irregular or week.refused or week.total or week.bare)


def _minutes(week: Week) -> float:
    return float(sum(end - start for _, start, end in week.spans))


def _strangeness(lines: Sequence[_Line], line: _Line) -> float:
    """How much like news the other lines sound, of which most are old rules in other words."""
    others = sorted((other.odds for other in lines if other is not line), reverse=True)
    rank = max(_OTHERS, 1 + round(_OF_OTHERS * len(others)))
    return others[rank - 1] if len(others) >= rank else _STRANGE


def _may_tell(line: _Line) -> bool:
    topics = line.estimate.topics
    topic = max(topics, key=lambda topic: topics[topic])
    if topic is Topic.SCHEDULE and _same_week(line.row):
        return False
    if any(_BESIDE_VISITS.search(unit.plain) for unit in (line.row.before, line.row.after) if unit):
        return False
    # Two wordings in Spanish sound like news to the reader, which was taught little of it.
    if line.spanish and not verdict.is_measured(line.effects, line.settled.direction):
        return False
    return line.odds > -1 and line.settled.direction in _CONTRARY and topic not in _BESIDE and line.hours is None


def _certainty(line: _Line, title: str) -> float:
    """The logarithm of the odds that a line tells what it seems to: forwards twice, backwards once."""
    back = learned.estimate([Row(line.row.after, line.row.before)], title)
    assert back is not None  # there is a row
    turned = verdict.settle(verdict.evidence((), Direction.NEUTRAL, back))
    direction = line.settled.direction
    odds = (2 * line.odds + _odds(turned.relevant)) / 3
    odds -= _ONE_WAY * (turned.direction is not _CONTRARY[direction])
    odds = min(odds, _odds(line.settled.directions[direction]) + 0.5)
    signs = {effect.sign for effect in line.effects if effect.rule.startswith(_MEASURED)}
    contrary = any(effect.sign == -_SIGNS[direction] for effect in line.effects)
    odds -= _SAME_FIGURES * _same_figures(line.row)
    return odds + _RULED * (_SIGNS[direction] in signs) - _AGAINST * contrary


def _same_figures(row: Row) -> bool:
    """Whether both wordings tell figures, and the same ones."""
    told = [sorted((one.kind, one.value) for one in amounts(unit.plain)) for unit in (row.before, row.after) if unit]
    return len(told) == 2 and bool(told[0]) and told[0] == told[1]


def _odds(share: float) -> float:
    share = min(max(share, 0.002), 0.998)
    return math.log(share / (1 - share))


def _told(line: _Line, direction_of: Summed) -> Told:
    """What one line tells; hours that were counted, whatever the reader holds."""
    least = verdict.TELL_COUNTED_ABOVE if line.hours or line.measured else verdict.TELL_ALONE_ABOVE
    estimate = line.estimate
    if line.hours:  # whatever the reader hears, such a line is on the timetable
        estimate = replace(estimate, topics={**estimate.topics, Topic.SCHEDULE: 1.0})
    ruled = direction_of(line.effects)
    return verdict.tell(line.effects, ruled, estimate, lambda _: line.row, line.counted, sure=least, exact=True)

"""A timetable whose lines were put otherwise and tell the same week: two rows made one, a table told as prose (R2)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.sessions import sessions
from monitors.language.times.week import Week
from monitors.language.words.clock_speech import spoken_clocks
from monitors.language.words.day_speech import spoken_days
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|#\d")
_WORD = regex(r"[a-z]+|\d+")
# What a line of hours says beside days, clocks and whose they are.
_HOLDS = regex(
    r"visit(?:s|ing|ation|ed)?|seen?|come|comes|has|have|its|their|turn|sessions?|hours|times?|schedule[d]?|days?|week(?:ly)?|mornings?|afternoons?|evenings?|takes?|place"
    r"|runs?|held|hold|opens?|available|offered|allowed|permitted|every|each|both|also|it|they|is|are|be|will|was|may|can|the"
    r"|an|from|to|until|through|between|and|on|at|in|of|for|during"
)
_COLUMN = r"(?:(?:visit(?:s|ing|ation|or)?|inmates?|housing|open|start|end) )?(?:visit(?:s|ing|ation)|days?|dates?|hours?|times?|sessions?|units?|pods?|groups?|names?|location|schedule|from|to|morning|afternoon|evening|start|end)"
_HEADER = regex(rf"\W*{_COLUMN}(?: ?\| ?{_COLUMN})+\W*")
_SINGULAR = {"units": "unit", "pods": "pod", "blocks": "block", "dorms": "dorm", "tiers": "tier", "wings": "wing"}
_SEX = regex(r"\b(?:women|men|females?|males?)\b")
_OF_NAMES = frozenset(
    ("last", "name", "names", "surname", "surnames", "beginning", "starting", "begins", "with", "letters", "letter")
)
_MOST_WORDS = 6
_MOST_LOST = 2  # groups: where more are gone they bear other names now


def retold_weeks(alignment: Alignment) -> Certain:
    """The changed lines that tell one week on both sides, for each group of people by itself."""
    old = _by_group([*(a for a, _ in alignment.pairs), *alignment.removed])
    new = _by_group([*(b for _, b in alignment.pairs), *alignment.added])
    same = {group for group in old if _spans(old[group]) == _spans(new.get(group, []))}
    moved = {id(unit) for page in (old, new) for group in page if group not in same for unit in page[group]}
    told = {id(unit): unit for page in (old, new) for group in same for unit in page[group] if id(unit) not in moved}
    if any((id(a) in told) != (id(b) in told) for a, b in alignment.pairs):
        return Certain()  # a line that stands against another group's
    headers = [unit for unit in (*alignment.removed, *alignment.added) if _is_header(unit)]
    if len(alignment.changed) == len(told) + len(headers):
        told |= {id(unit): unit for unit in headers}
    return Certain((), tuple(told.values()), ("R2 the same week in other lines",) if told else ())


def _is_header(unit: Unit) -> bool:
    """Whether a line names the columns of a timetable: "Day | Visiting hours"."""
    return unit.row and unit.header == unit.plain and _HEADER.fullmatch(unit.plain) is not None


def lost_groups(scene: Scene, alignment: Alignment) -> Certain:
    """The rows of a timetable that was put otherwise whose people the other version names nowhere: they lost their
    hours, or got some, while others kept theirs."""
    old = _by_group([*(a for a, _ in alignment.pairs), *alignment.removed])
    new = _by_group([*(b for _, b in alignment.pairs), *alignment.added])
    if not any(_spans(old[group]) == _spans(units) for group, units in new.items() if group in old):
        return Certain()
    found = []
    for lines, page, sign in ((alignment.removed, scene.after, -1), (alignment.added, scene.before, 1)):
        words_of = [_WORD.findall(_TIMES.sub(" ", unit.plain)) for unit in page]
        said = [frozenset(_SINGULAR.get(word, word) for word in words) for words in words_of]
        groups = _by_group(lines)
        for group, units in groups.items():
            if group and not any(frozenset(group) <= words for words in said):
                found.append((units[0], _lost(group, units[0], sign)))
    if len({effect.sign for _, effect in found}) != 1 or len(found) > _MOST_LOST:
        return Certain()
    return Certain(tuple(effect for _, effect in found), tuple(unit for unit, _ in found))


def _lost(group: Sequence[str], unit: Unit, sign: int) -> Effect:
    quotes = (unit.plain, "") if sign < 0 else ("", unit.plain)
    words = (f"{' '.join(group)}: {'no' if sign < 0 else 'new'} hours",)
    return Effect("D10-hours+S6", sign, Severity.MINOR, (Topic.SCHEDULE,), (), *quotes, words)


def _bare(unit: Unit) -> str:
    """A line's words without its days and clocks, however these are told: "weekend" is a day, not a group."""
    return _TIMES.sub(" ", spoken_days(spoken_clocks(unit.plain)))


def _by_group(units: Iterable[Unit]) -> dict[tuple[str, ...], list[Unit]]:
    """Lines that tell sessions and hardly anything else, by the words that say whose they are."""
    found: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        week = sessions(unit.plain)
        if week.spans and not _vague(week) and not _of_both_sexes(unit.plain):
            for group in _groups(_WORD.findall(_bare(unit))):
                found[group].append(unit)
    return found


def _of_both_sexes(plain: str) -> bool:
    """Whether one line tells each sex its own days: "Women visit on Wednesday and men on Friday." """
    return len(set(_SEX.findall(plain))) > 1 and len(_TIMES.findall(plain)) > 1


def _groups(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Whose a line's sessions are: of each unit where it names several, "A and B units"; none where it says more."""
    kept = [_SINGULAR.get(word, word) for word in words if not _HOLDS.fullmatch(word)]
    names = [word for word in kept if len(word) == 1 or word.isdecimal()]
    rest = [word for word in kept if word not in names]
    if len(names) > 1 and (not rest or _OF_NAMES.issuperset(rest)):
        return [tuple(names)]  # "last names A-L" are one group, and "A-L" is the same
    if len(kept) > _MOST_WORDS:
        return []
    return [(name, *rest) for name in names] if len(names) > 1 and rest else [(*names, *rest)]


def _vague(week: Week) -> bool:
    return bool(week.dayless or week.irregular or week.refused or week.total or week.bare)


def _spans(units: Sequence[Unit]) -> list[tuple[str, int, int]]:
    """All sessions of lines, one told twice counted twice."""
    return sorted(span for unit in units for span in sessions(unit.plain).spans)

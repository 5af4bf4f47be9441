"""One timetable that was divided among men and women, so that each have fewer hours, or that was opened to all again."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import is_visiting, label_of
from monitors.language.times.sessions import sessions
from monitors.language.times.week import Week, joined
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_HELD = r"(?:inmates?|residents?|prisoners?|detainees?|offenders?|incarcerated (?:individuals|people|persons))"
_SEX = regex(
    rf"\W*(?:all )?(?:women|men|females?|males?)(?:'s)?(?: {_HELD})?(?: (?:visits?|visiting|visitation|hours|schedule|housing))*\W*"
)
_GREAT = 0.25  # of the hours, from which on a loss is major (S2)


def divided_weeks(scene: Scene, alignment: Alignment) -> Certain:
    """What a timetable tells that all had and men and women now have each a part of, or the other way round."""
    if not any(_names_sex(unit) for unit in alignment.changed):
        return Certain()
    old, new = (_weeks(page, scene.title) for page in (scene.before, scene.after))
    whole, parts, sign = (old, new, -1) if len(old) == 1 else (new, old, 1)
    if set(whole) != {""} or len(parts) < 2 or not all(_SEX.fullmatch(group) for group in parts):
        return Certain()
    hours, most = whole[""].hours, max(week.hours for week in parts.values())
    if not hours or most >= hours:
        return Certain()
    level = Severity.MAJOR if (hours - most) / hours >= _GREAT else Severity.MINOR
    words = (f"{hours:g} h for all, {most:g} h at most for each",)
    lines = [unit for unit in alignment.changed if _of_week(unit)]
    quotes = (lines[0].plain, "") if sign > 0 else ("", lines[0].plain)
    return Certain((Effect("D10-divided", sign, level, (Topic.SCHEDULE,), (), *quotes, words),), tuple(lines))


def _names_sex(unit: Unit) -> bool:
    return _SEX.fullmatch(unit.plain) is not None or _SEX.fullmatch(label_of(unit)) is not None


def _of_week(unit: Unit) -> bool:
    return _names_sex(unit) or bool(sessions(unit.plain).spans)


def _weeks(page: Iterable[Unit], title: str) -> Mapping[str, Week]:
    """The visiting week of each sex, "" for that of all."""
    found: dict[str, list[Week]] = {}
    for unit in page:
        week = sessions(unit.plain)
        if not week.spans or week.dayless or not is_visiting(unit, title):
            continue
        heading = unit.headings.split(" / ")[-1].strip(" /")
        group = label_of(unit) or (heading if _SEX.fullmatch(heading) else "")
        found.setdefault(group, []).append(week)
    return {group: joined(weeks) for group, weeks in found.items()}

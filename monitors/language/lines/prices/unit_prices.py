"""A price told by the visit that is told by the minute now, or back: what a full visit costs decides (D8).

"$6 for a visit of up to 20 minutes" became "35 cents a minute, for up to 20 minutes, so that a full visit comes to $7":
the reader took the small figure for a cut, and the price of the full visit for a second term. Lines that say more than
price and length, or lengths that differ, are left to rules and reader together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Fact, Severity, Topic

_KINDS = (("video_fee", Topic.VIDEO_REMOTE), ("onsite_video_fee", Topic.VIDEO_ONSITE))
_BY_MINUTE = "_per_min_usd"
_LENGTHS = ("visit_minutes", "visit_minutes_max")
_NUMBER = regex(r"\d+(?:\.\d+)?")
_MORE = regex(
    r"\b(?:no longer|ended|ends|suspend\w*|clos(?:ed|es)|in-person|unless|except\w*|only|if|until|first|free|waived?|minimum|at least|introductory|discount\w*|pilot|trial|proposed|may|could|would|asks?|plans?)\b|%"
)
_ROUNDING = 0.02  # dollars that a full visit told beside its price by the minute may be off
_EVEN = 0.006  # dollars a minute: less is another rounding of the same price
_TENTH = 0.0999


@dataclass(frozen=True, slots=True)
class _Price:
    """by_minute, whole: the prices that lines tell, the one by the minute and the one of a visit; minutes: how long it
    is at most."""

    by_minute: Measure | None
    whole: Measure | None
    minutes: float | None
    lines: tuple[Unit, ...]

    def full(self, minutes: float | None) -> float | None:
        """What a visit of so many minutes costs; None where the lines don't say, or contradict themselves."""
        counted = self.by_minute.value * minutes if self.by_minute and minutes else None
        if self.whole is None:
            return counted
        off = counted is not None and abs(counted - self.whole.value) > _ROUNDING
        return None if off else self.whole.value


def unit_prices(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell by which a visit is paid for by the minute now and was by the visit, or the reverse."""
    for kind, topic in _KINDS:
        old, new = (_price(lines, scene.title, kind) for lines in (alignment.gone, alignment.come))
        if old is None or new is None or (old.by_minute is None) == (new.by_minute is None) or scene.of_others:
            continue
        if old.minutes and new.minutes and old.minutes != new.minutes:
            continue
        minutes = old.minutes or new.minutes
        was, now = old.full(minutes), new.full(minutes)
        if was is None or now is None or not was:
            continue
        return Certain((_effect(kind, topic, old, new, (was, now), minutes),), (*old.lines, *new.lines))
    return Certain()


def _price(lines: Sequence[Unit], title: str, kind: str) -> _Price | None:
    """The one price of visits that changed lines tell, with what else they say of it; None where they tell several."""
    measured = [(unit, measures(unit, title)) for unit in lines]
    telling = [(unit, told) for unit, told in measured if any("fee" in measure.name for measure in told)]
    found = [measure for _, told in telling for measure in told]
    rates, wholes = ([m for m in found if m.name == f"{kind}{end}"] for end in (_BY_MINUTE, "_usd"))
    minutes = {m.value for m in found if m.name in _LENGTHS}
    if any(m not in (*rates, *wholes) and m.name not in _LENGTHS for m in found):
        return None
    if len(rates) > 1 or len(wholes) > 1 or not (rates or wholes) or len(minutes) > 1:
        return None
    if any(_MORE.search(unit.plain) or not _figures(unit) <= {m.value for m in found} for unit, _ in telling):
        return None
    units = tuple(unit for unit, _ in telling)
    return _Price(rates[0] if rates else None, wholes[0] if wholes else None, max(minutes, default=None), units)


def _figures(unit: Unit) -> set[float]:
    return {float(number) for figure in FIGURE.findall(unit.plain) for number in _NUMBER.findall(figure)}


def _effect(
    kind: str, topic: Topic, old: _Price, new: _Price, full: tuple[float, float], minutes: float | None
) -> Effect:
    was, now = full
    even = abs(now - was) < (_EVEN * minutes if minutes else _ROUNDING)
    sign = 0 if even else -1 if now > was else 1
    level = Severity.MAJOR if not even and abs(now - was) / was >= _TENTH else Severity.MINOR
    rates, wholes = (
        [getattr(side, name).value if getattr(side, name) else None for side in (old, new)]
        for name in ("by_minute", "whole")
    )
    facts = (Fact(f"{kind}_usd", *wholes), Fact(f"{kind}{_BY_MINUTE}", *rates))
    said = [" ".join(unit.plain for unit in side.lines) for side in (old, new)]
    words = (f"full visit: {was:g} -> {now:g}",)
    return Effect("D8-unit", sign, level, (Topic.FEES, topic), facts, said[0], said[1], words)

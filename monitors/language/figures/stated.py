"""What figures a page states as a whole, wherever it says them: a page put into another shape states the same ones."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from monitors.language.figures.quantities import measures
from monitors.language.pages.sentences import Unit, with_header
from monitors.language.words.amounts import Amount, amounts
from monitors.language.words.matters import matters
from monitors.language.words.measure import Measure
from monitors.language.words.mentions import PHONE_NUMBER
from monitors.language.words.numbers import ORDINALS
from monitors.language.words.patterns import regex

_HALF_DAY = 1200  # "4:30" may be told for "4:30 p.m."
_CLOCK = regex(r"\d{4}")
_YEAR = 365.0
_TIMED = regex(r"time|money|share")
_EVERY_DAY = "{mon,tue,wed,thu,fri,sat,sun}"
_CLOSED = regex(r"\| -$|: -$|\b(?:no|not|closed|off|except\w*)\b")
# "On all three days", "four days a week": a count of days that are named beside.
_DAYS_NAMED = regex(
    r"\b(?:all|both|these|those|the same|each of the|every 1 of the|on) (?:the |of the )?\d (?:visiting )?days\b|\b\d days (?:a|per|each|every|of the) week\b"
)
_PAPER = regex(
    r"\b(?:passports?|licen[cs]es?|state (?:ids?|cards?)|military|tribal|consular|matr[ií]cula|school|student|birth certificates?|expired|green cards?|foreign|social security)\b"
)
_CLAUSE = regex(r"[;().]")
_REFUSED = regex(
    r"\bnot (?:be )?(?:accept\w*|taken|valid|enough|sufficient|recognized|good)\b|\b(?:do(?:es)? not|don't|doesn't|cannot|can't) (?:take|accept|honou?r|use)\b|\b(?:no longer|refus\w+|won't do|will not do|do(?:es)? not (?:count|suffice)|do(?:es)?n't count)\b"
)
_NUMBERED = regex(r"\b(?:section|article|part|step|page|rule|item|chapter|no\.|#) ?\d[\d.]*\b|^\(?\d{1,2}[.)] ")
_ORDINAL = regex(rf"\b(\d{{1,2}})(?:st|nd|rd|th)\b|\b({'|'.join(ORDINALS)})\b")
_SPANS = (1440.0, 24.0, 1.0, 1 / 7, 1 / 365)  # of minutes, hours, days, weeks and years in a day


@dataclass(frozen=True, slots=True)
class Stated:
    """figures: spans of time, prices, shares and clocks; bare: numbers that stand without a unit; terms: measured terms by
    name and value, each as its first line tells it; week: the days and clocks of visits; papers: what identifies
    visitors; lines: each with all its figures, bare numbers among them."""

    figures: frozenset[Amount]
    bare: frozenset[float]
    terms: Mapping[str, Mapping[float, Measure]]
    week: frozenset[str]
    papers: frozenset[str] = frozenset()
    lines: tuple[tuple[Unit, frozenset[Amount]], ...] = ()

    def holds(self, others: Iterable[Amount]) -> bool:
        """Whether a page states all these figures, be it without their unit: "45 minutes, for some 20"."""
        return all(map(self.tells, others))

    def _bare(self, one: Amount) -> bool:
        if one.kind == "clock":
            return one.value % 100 == 0 and bool({one.value // 100, one.value // 100 + 12} & self.bare)
        if one.kind == "money":
            return False
        units = _SPANS if one.kind == "time" else (1.0,)
        return any(round(one.value * unit, 2) in self.bare for unit in units)

    def states(self, name: str, value: float) -> bool:
        """Whether a page states a value of a term, or its figure. What is neither was counted together from others."""
        return value in self.terms.get(name, ()) or self.says(name, value)

    def states_near(self, name: str, value: float, line: str) -> bool:
        """Whether a page states a value of a term, or its figure in a line on the matter of another page's line."""
        one, about = amount_of(name, value), frozenset({"age"}) if name.endswith("age") else matters(line)
        near = {figure for unit, figures in self.lines if about & matters_of(unit) for figure in figures}
        return value in self.terms.get(name, ()) or one in near or Amount("count", value) in near

    def says(self, name: str, value: float) -> bool:
        """Whether the figure of a term stands on a page."""
        return self.tells(amount_of(name, value))

    def tells(self, one: Amount) -> bool:
        """Whether a figure stands on a page, be it without its unit."""
        return one in self.figures or self._bare(one)


def stated(page: Sequence[Unit], title: str) -> Stated:
    """What a page, or some lines of one, states. Bare counts and days are told in too many ways to be held against each
    other, and "free" is a price only beside another."""
    lines = [with_header(unit) if unit.row else unit.plain for unit in page]
    told = [_of_line(line) for line in lines]
    found = frozenset(one for figures in told for one in figures)
    bare_of = [{one for one in amounts(_NUMBERED.sub(" ", line)) if one.kind == "count"} for line in lines]
    counts = {one.value for figures in bare_of for one in figures}
    bare = frozenset(counts | {float(nth[1] or ORDINALS[nth[2]]) for line in lines for nth in _ORDINAL.finditer(line)})
    by_line = tuple((unit, frozenset(told[i] | bare_of[i])) for i, unit in enumerate(page))
    return Stated(found, bare, _terms(page, title), _week(lines), _papers(lines), by_line)


def value_of(name: str, one: Amount) -> float:
    """The value of a term that a line states as some figure; the reverse of amount_of()."""
    if name.startswith("visit_minutes"):
        return float(round(one.value * 1440))
    return round(one.value * 24, 2) if name == "booking_lead_hours" else one.value


def matters_of(unit: Unit) -> frozenset[str]:
    """What a line is about, and the question over it."""
    asked = unit.lead if unit.lead.endswith("?") else ""
    return matters(f"{asked} {unit.plain}")


def figures_of(line: str) -> frozenset[Amount]:
    """The spans of time, prices, shares and clocks of a line."""
    return frozenset(_of_line(line))


def _of_line(plain: str) -> set[Amount]:
    found: set[Amount] = set()
    for one in amounts(_DAYS_NAMED.sub(" ", PHONE_NUMBER.sub("#", plain))):
        if one.kind[:1] in "[@":
            found |= {Amount("clock", int(clock) % _HALF_DAY) for clock in _CLOCK.findall(one.kind)}
        elif _TIMED.fullmatch(one.kind) and one.value and not _is_age(one):
            found.add(one)
    return found


def _is_age(one: Amount) -> bool:
    """Whether a span may be an age, "18 years", which the other page may put as "18"."""
    return one.kind == "time" and one.value >= 2 * _YEAR and one.value % _YEAR == 0


def _terms(page: Sequence[Unit], title: str) -> Mapping[str, Mapping[float, Measure]]:
    found: dict[str, dict[float, Measure]] = defaultdict(dict)
    for unit in page:
        for measure in measures(unit, title):
            found[measure.name].setdefault(measure.value, measure)
    return found


def _week(lines: Sequence[str]) -> frozenset[str]:
    """Days but those of lines that close, and clocks."""
    clocks = {f"{one.value:g}" for line in lines for one in _of_line(line) if one.kind == "clock"}
    days = {
        day
        for line in lines
        if not _CLOSED.search(line)
        for told in re.findall(r"\{[a-z,]+\}", line)
        if told != _EVERY_DAY or "[" in line
        for day in told[1:-1].split(",")
    }
    return frozenset(days | clocks)


def _papers(lines: Sequence[str]) -> frozenset[str]:
    """The papers that a page names, those that it refuses marked."""
    return frozenset(
        f"{'no ' if _REFUSED.search(clause) else ''}{hit.group().rstrip('s')}"
        for line in lines
        for clause in _CLAUSE.split(line)
        for hit in _PAPER.finditer(clause)
    )


def amount_of(name: str, value: float) -> Amount:
    """A term's value as a line states it."""
    if "usd" in name or "fee" in name:
        return Amount("money", value)
    if name.startswith("visit_minutes"):
        return Amount("time", round(value / 1440, 5))
    if name == "booking_lead_hours":
        return Amount("time", round(value / 24, 5))
    if "days" in name and "per_week" not in name:
        return Amount("time", value)
    return Amount("share" if "pct" in name else "count", value)

"""Facts over time: what moved when, for a table and a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from storage import FactMoved
from web.charts import steps


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of one monitor, the oldest move first. chart: None where its values are no numbers."""

    name: str
    moves: tuple[FactMoved, ...]
    chart: Markup | None


def fact_lines(moved: Iterable[FactMoved], until: datetime) -> list[FactLine]:
    """A monitor's facts, each with its moves."""
    by_name: dict[str, list[FactMoved]] = {}
    for one in moved:
        by_name.setdefault(one.name, []).append(one)
    return [FactLine(name, tuple(moves), _chart(moves, until)) for name, moves in sorted(by_name.items())]


def _chart(moves: list[FactMoved], until: datetime) -> Markup | None:
    points: list[tuple[datetime, float]] = []
    first = moves[0]
    if _is_number(first.before) and first.since is not None:
        points.append((first.since, float(first.before or 0)))
    points += [(one.at, float(one.after or 0)) for one in moves if _is_number(one.after)]
    return steps(points, until) if len(points) > 1 else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12

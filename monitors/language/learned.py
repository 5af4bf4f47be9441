"""A learned reading of a change: whether it touches visiting terms, which way, how much, in what, and which figures.

A small text encoder (six layers, 8-bit, read once from monitors/language/model/) sees the changed rows of one change
together, as encoding.py writes them. Trained by benchmarks/train_reader.py; scores with and without it:
docs/decisions/0021-learned-reader.md. Pure but for that one file: the same input gives the same answer on one machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

from monitors.language.about import speaks
from monitors.language.align import Row, align, changed_rows
from monitors.language.encoding import MOST_PIECES, Encoded, Spot, encode
from monitors.language.mentions import Mention, in_unit_of
from monitors.language.sentences import units
from monitors.language.wording import canonical
from monitors.records import Direction, Fact, FactValue, Severity, Topic
from monitors.segments import plain_segments

# In the order of the encoder's outputs; "none" = not relevant.
LABELS = ("none", Direction.RESTRICTIVE, Direction.RESTORATIVE, Direction.MIXED, Direction.NEUTRAL)
SEVERITIES = (Severity.NONE, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
TOPICS = tuple(Topic)
# What a figure may be a value of; "" = no term of visiting.
FIGURES = (
    "", "video_fee_usd", "video_fee_per_min_usd", "onsite_video_fee_usd", "onsite_video_fee_per_min_usd",
    "regular_video_fee_usd", "transaction_fee_usd", "call_rate_per_min_usd", "visit_minutes", "visit_minutes_max",
    "visits_per_week", "visits_per_month", "remote_visits_per_week", "remote_visits_per_day", "free_visits_per_week",
    "free_remote_visits_per_week", "free_video_per_month", "visit_days_per_week", "visit_weekends_per_month",
    "schedule_hours_per_week", "booking_lead_hours", "list_max", "list_lock_days", "visitors_max", "min_age",
    "waiting_days", "wait_days_friends", "intake_days_without_visits", "discipline_days_without_visits",
    "commission_pct",
    "min_guarantee_usd_month", "min_paid_visits_per_detainee_month", "bonus_points", "inperson_hours_per_week_cap",
    "distance_miles",
)  # fmt: skip
PERMISSIONS = ("in_person_allowed", "contact_allowed", "minors_allowed")
# What became of a permission; None = not stated.
TURNS = (
    (None, None), (True, False), (False, True), (None, False), (None, True), (True, None), (False, None),
)  # fmt: skip

# Terms that a page does not state are none at all: no share, no wait. Of the rest an unstated one is unknown.
_UNSTATED_IS_NONE = frozenset([
    "commission_pct", "transaction_fee_usd", "free_visits_per_week", "free_remote_visits_per_week",
    "free_video_per_month", "intake_days_without_visits", "discipline_days_without_visits", "waiting_days",
    "wait_days_friends", "list_lock_days", "min_guarantee_usd_month", "min_paid_visits_per_detainee_month",
    "bonus_points", "booking_lead_hours",
])  # fmt: skip

_MOST_COMPARED = 6  # rows read by themselves to find the telling one, some 5 ms each
_MANY_ROWS, _MANY_WORDS = 4, 120  # above these the rows that speak of visits go first, the last ones may be cut off
_FIGURE_ABOVE, _FELLOW_ABOVE, _TURN_ABOVE = 0.5, 0.1, 0.5


@dataclass(frozen=True, slots=True)
class Estimate:
    """relevant: 0 to 1; directions: shares of 1, given that it is relevant; severities: shares of 1; topics: each 0 to
    1 by itself; facts: each with its likelihood, the likeliest first."""

    relevant: float
    directions: Mapping[Direction, float]
    severities: Mapping[Severity, float]
    topics: Mapping[Topic, float]
    facts: tuple[tuple[float, Fact], ...]


@lru_cache(maxsize=1)
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    # By its path: the weights beside the graph are mapped, and of the table of words only what is looked up is read.
    with as_file(files("monitors.language").joinpath("model")) as folder:
        return onnxruntime.InferenceSession(folder / "reader.onnx", options, providers=["CPUExecutionProvider"])


def estimate(rows: Sequence[Row], title: str = "") -> Estimate | None:
    """What the encoder makes of the changed rows of one change, None when there is none. title: canonical; rows: the
    weightiest first, see weighty(); the last ones may be cut off."""
    import numpy

    if not rows:
        return None
    encoded = encode(rows, title)
    feed = {
        "ids": numpy.array([encoded.pieces], dtype=numpy.int64),
        "kinds": numpy.array([encoded.kinds], dtype=numpy.int64),
    }
    labels, severities, topics, turns, figures = (output[0].tolist() for output in _session().run(None, feed))
    return read_out(labels, severities, topics, turns, figures, encoded)


def likeliest(rows: Sequence[Row], title: str = "") -> Row:
    """Of the changed rows the one that most likely touches visiting by itself. rows: at least one."""
    if len(rows) == 1:
        return rows[0]
    alone = [(found.relevant, row) for row in rows[:_MOST_COMPARED] if (found := estimate([row], title)) is not None]
    return max(alone, key=lambda one: one[0])[1]


def read_out(
    labels: Sequence[float],
    severities: Sequence[float],
    topics: Sequence[float],
    turns: Sequence[Sequence[float]],
    figures: Sequence[Sequence[float]],
    encoded: Encoded,
) -> Estimate:
    """The encoder's shares as an estimate. turns: one row a permission; figures: one row a piece."""
    relevant = max(1 - labels[0], 1e-6)
    directions = {Direction(name): share / relevant for name, share in zip(LABELS[1:], labels[1:], strict=True)}
    facts = [*_figure_facts(figures, encoded.spots), *_permission_facts(turns)]
    facts.sort(key=lambda told: (-told[0], told[1].name))
    return Estimate(
        1 - labels[0],
        directions,
        dict(zip(SEVERITIES, severities, strict=True)),
        dict(zip(TOPICS, topics, strict=True)),
        tuple(facts),
    )


def _permission_facts(turns: Sequence[Sequence[float]]) -> list[tuple[float, Fact]]:
    found = []
    for name, shares in zip(PERMISSIONS, turns, strict=True):
        best = max(range(len(TURNS)), key=lambda i: shares[i])
        if best and shares[best] > _TURN_ABOVE:
            found.append((shares[best], Fact(name, *TURNS[best])))
    return found


_BY_THE_MINUTE = {
    "video_fee_usd": "video_fee_per_min_usd",
    "onsite_video_fee_usd": "onsite_video_fee_per_min_usd",
}
_BY_THE_VISIT = {name: by_visit for by_visit, name in _BY_THE_MINUTE.items()}


def _term_of(name: str, mention: Mention) -> str:
    """The term that a figure is a value of by its own words: a price says what it is for, and which of two it is."""
    if mention.per == "minute":
        return _BY_THE_MINUTE.get(name, name)
    if mention.per == "visit":
        name = _BY_THE_VISIT.get(name, name)
    return "regular_video_fee_usd" if mention.usual and name == "video_fee_usd" else name


_Told = tuple[float, float]  # likelihood, value


def _figure_facts(figures: Sequence[Sequence[float]], spots: Sequence[Spot]) -> list[tuple[float, Fact]]:
    """The likeliest change of each term: an old and a new figure of one row, or one that came or went altogether."""
    told: dict[tuple[str, int, bool], _Told] = {}
    earlier: dict[tuple[str, int], _Told] = {}
    for spot in spots:
        for group, share in zip(FIGURES[1:], figures[spot.start][1:], strict=True):
            name = _term_of(group, spot.mention)
            value = in_unit_of(spot.mention, name) if share > _FELLOW_ABOVE else None
            if value is None:
                continue
            if spot.new and spot.mention.past:
                earlier[name, spot.row] = max(earlier.get((name, spot.row), (0.0, 0.0)), (share, value))
            elif share > told.get((name, spot.row, spot.new), (0.0, 0.0))[0]:
                told[name, spot.row, spot.new] = share, value
    for (name, row), one in earlier.items():
        told.setdefault((name, row, False), one)
    found: dict[str, tuple[float, Fact]] = {}
    for name, row in dict.fromkeys((name, row) for name, row, _ in told):
        fact = _fact_of(name, told.get((name, row, False)), told.get((name, row, True)))
        if fact is None and (side := _changed_unit(name, told)) is not None:
            share, value = told.get((name, row, side), (0.0, 0.0))
            before, after = (None, value) if side else (value, None)
            fact = (share, Fact(name, before, after)) if share > _FIGURE_ABOVE else None
        if fact is not None and fact[0] > found.get(name, (0.0, fact[1]))[0]:
            found[name] = fact
    return list(found.values())


def _changed_unit(name: str, told: Mapping[tuple[str, int, bool], _Told]) -> bool | None:
    """The one side on which a price stands that was by the visit and is by the minute, or the other way round: whether
    that is the new one. None where its unit did not change."""
    other = _BY_THE_MINUTE.get(name) or _BY_THE_VISIT.get(name)
    mine, others = ({new for term, _, new in told if term == one} for one in (name, other))
    return next(iter(mine)) if len(mine) == len(others) == 1 and mine != others else None


def _fact_of(name: str, old: tuple[float, float] | None, new: tuple[float, float] | None) -> tuple[float, Fact] | None:
    """One term's change in one row, with its likelihood; a side that is sure takes the other one along."""
    likely = max(side[0] for side in (old, new) if side)
    if likely <= _FIGURE_ABOVE:
        return None
    before, after = (None if side is None or side[1] < 0 else side[1] for side in (old, new))
    fact = stated(name, before, after, old is not None, new is not None)
    return (likely, fact) if fact is not None else None


def stated(name: str, before: FactValue, after: FactValue, was: bool, now: bool) -> Fact | None:
    """A fact whose missing side is filled in where that means none at all (no share, no wait, no age bar).

    was, now: whether the old and the new side state it; a stated None says that there is no limit. None where a missing
    side means nothing, and where nothing differs.
    """
    nothing = 0.0 if name in _UNSTATED_IS_NONE else None
    if not was:
        before = nothing
    if not now:
        after = 0.0 if name == "min_age" else nothing
    lone = name == "min_age" or "_per_min_" in name  # a bar that is new, a price now told by the minute
    lifted = name == "inperson_hours_per_week_cap"
    unknown = (not was and before is None and not lone) or (not now and after is None and not lifted)
    return None if unknown or before == after else Fact(name, before, after)


def weighty(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows in their order, those that speak of visits first where not all may fit."""
    words = sum(len(unit.plain.split()) for row in rows for unit in (row.before, row.after) if unit)
    if len(rows) <= _MANY_ROWS and words <= _MANY_WORDS:
        return rows
    return sorted(rows, key=lambda row: not any(unit and speaks(unit.plain) for unit in (row.before, row.after)))


def encoded_texts(before: str, after: str, title: str, most: int = MOST_PIECES) -> Encoded | None:
    """What the encoder sees of two plain texts, None where nothing differs for it; for training and looking into it."""
    rows = changed_rows(align(units(plain_segments(before)), units(plain_segments(after))))
    return encode(weighty(rows), canonical(title), most) if rows else None

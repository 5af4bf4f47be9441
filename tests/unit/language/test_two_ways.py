"""One line that tells two terms: what is better and what is worse are told together."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, rules, whole_reading


@pytest.mark.parametrize(
    ("old", "new", "level", "topics"),
    [
        ("Visits last 30 minutes, and children may come.", "Visits last 45 minutes, and children may not come.", Severity.MAJOR, {Topic.DURATION_FREQUENCY, Topic.ELIGIBILITY}),
        ("Video visits cost $6; booth visits are available.", "Video visits cost nothing; booth visits are abolished.", Severity.CRITICAL, {Topic.FEES, Topic.IN_PERSON}),
        ("Visits last 30 minutes, but no appointment is needed.", "Visits last 45 minutes, but an appointment is needed.", Severity.MAJOR, {Topic.DURATION_FREQUENCY, Topic.SCHEDULE}),
        ("Each inmate may have one visit a week; lobby visits are free.", "Each inmate may have two visits a week; lobby visits cost $4.", Severity.MAJOR, {Topic.DURATION_FREQUENCY, Topic.FEES}),
        ("Children may visit; the list holds five names.", "Children may not visit; the list holds ten names.", Severity.MAJOR, {Topic.ELIGIBILITY}),
    ],
)  # fmt: skip
def test_what_moved_both_ways_is_mixed(old: str, new: str, level: Severity, topics: set[Topic]) -> None:
    for before, after in ((old, new), (new, old)):
        found = whole_reading(before, after, title="Visiting")
        assert (found.direction, found.severity) == (Direction.MIXED, level)
        assert topics <= set(found.topics)


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("Visits last 30 minutes; family and friends may visit.", "Visits last 20 minutes; only family may visit.", Direction.RESTRICTIVE),
        ("Visits last 45 minutes, but no appointment is needed.", "Visits last 45 minutes, but an appointment is needed.", Direction.RESTRICTIVE),
        ("No appointment is needed; only family may visit.", "No appointment is needed; family and friends may visit.", Direction.RESTORATIVE),
        ("In-person visits are not held; no appointment is needed.", "In-person visits are held; no appointment is needed.", Direction.RESTORATIVE),
    ],
)  # fmt: skip
def test_what_moved_one_way_beside_what_stayed_is_no_mixture(old: str, new: str, direction: Direction) -> None:
    assert whole_reading(old, new, title="Visiting").direction is direction


def test_what_differs_in_one_place_is_one_term_whatever_its_words_claim() -> None:
    old = "No more than four visitors per visit, infants included."
    found = whole_reading(old, old.replace("included", "not included"), title="Visiting")
    assert (found.direction, rules(found)) == (Direction.RESTORATIVE, {"P-few-words"})


def test_figures_of_both_are_told() -> None:
    found = whole_reading(
        "Each inmate may have one visit a week, and a visit lasts 60 minutes.",
        "Each inmate may have two visits a week, and a visit lasts 20 minutes.",
        title="Visiting",
    )
    assert facts(found) == {"visits_per_week": (1, 2), "visit_minutes": (60, 20)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits are suspended, and visits last 45 minutes.", "Visits have resumed, and visits last 30 minutes."),
        ("Las visitas están suspendidas, y la lista tiene diez nombres.", "Las visitas se han reanudado, y la lista tiene cinco nombres."),
        ("In-person visits are held; an appointment is needed.", "In-person visits are not held; no appointment is needed."),
        ("Se necesita cita, y las visitas duran 45 minutos.", "No se necesita cita, y las visitas duran 30 minutos."),
    ],
)  # fmt: skip
def test_a_stop_hours_and_spanish_lines_are_mixed_too(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        assert whole_reading(before, after, title="Visiting").direction is Direction.MIXED

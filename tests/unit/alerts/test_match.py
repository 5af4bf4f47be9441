"""A subscription gets what it asked for and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alerts.match import wants
from monitors.records import Direction, Severity, SourceKind, Subscription, Topic
from tests.unit.alerts.samples import told

SAMPLE = told()
CASES = [
    (Subscription(1), True),
    (Subscription(1, topics=(Topic.FEES,)), True),
    (Subscription(1, topics=(Topic.CONTACT,)), False),
    (Subscription(1, jurisdictions=("US-OH",)), True),
    (Subscription(1, jurisdictions=("US",)), True),
    (Subscription(1, jurisdictions=("US-TX",)), False),
    (Subscription(1, sources=("alder",)), True),
    (Subscription(1, sources=("birch",)), False),
    (Subscription(1, kinds=(SourceKind.JAIL,)), True),
    (Subscription(1, kinds=(SourceKind.VENDOR,)), False),
    (Subscription(1, directions=(Direction.RESTRICTIVE,)), True),
    (Subscription(1, directions=(Direction.RESTORATIVE,)), False),
    (Subscription(1, min_severity=Severity.MAJOR), True),
    (Subscription(1, min_severity=Severity.CRITICAL), False),
]


@pytest.mark.parametrize(("subscription", "expected"), CASES)
def test_filters(subscription: Subscription, expected: bool) -> None:
    assert wants(subscription, SAMPLE.alert, SAMPLE.source) is expected


def test_a_mixed_change_is_both_directions() -> None:
    mixed = replace(SAMPLE.alert, direction=Direction.MIXED)
    for direction in (Direction.RESTRICTIVE, Direction.RESTORATIVE, Direction.MIXED):
        assert wants(Subscription(1, directions=(direction,)), mixed, SAMPLE.source)
    assert not wants(Subscription(1, directions=(Direction.NEUTRAL,)), mixed, SAMPLE.source)


def test_who_watches_a_state_hears_of_federal_changes() -> None:
    federal = replace(SAMPLE.source, jurisdiction="US")
    assert wants(Subscription(1, jurisdictions=("US-TX",)), SAMPLE.alert, federal)

"""Terms that all moved one way are no mixture, whatever the reader hears."""

import pytest

from monitors.language.judge import direction_of
from monitors.language.verdict import tell
from monitors.records import Direction, Fact, Severity
from tests.unit.language.test_verdict import PRICE, opinion


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ([Fact("list_max", 10.0, 6.0), Fact("list_lock_days", 30.0, 90.0)], Direction.RESTRICTIVE),
        ([Fact("commission_pct", 30.0, 20.0), Fact("video_fee_usd", 6.0, 5.0)], Direction.RESTORATIVE),
        ([Fact("list_max", 10.0, 6.0), Fact("video_fee_usd", 6.0, 5.0)], Direction.MIXED),
        ([Fact("list_max", 10.0, 6.0)], Direction.MIXED),
    ],
)
def test_two_terms_that_moved_one_way_are_no_mixture(facts: list[Fact], told: Direction) -> None:
    heard = opinion(0.95, Direction.MIXED, Severity.MAJOR, *((0.9, fact) for fact in facts))
    found = tell([], Direction.NEUTRAL, heard, lambda _: PRICE[0])
    assert direction_of(found.effects) is told

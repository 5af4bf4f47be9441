"""How likely the reader must hold the direction of a line that only came, for the rules to be believed of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitors.language.belief import Settled, guarantee_moved, plainly, silent_beside
from monitors.language.pages.align import Row
from monitors.language.pages.scene import PLAIN, Effect
from monitors.language.pages.sentences import Unit, units
from monitors.records import Direction, Fact, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading


@pytest.mark.parametrize(
    ("line", "believed"),
    [
        ("Inmates must sit out ten days before their first visit.", True),
        ("Inmates no longer have to sit out ten days before their first visit.", False),
        ("The rule that inmates sit out ten days before a visit was repealed.", False),
    ],
)
def test_rules_are_believed_less_of_a_line_that_turns_what_it_speaks_of(line: str, believed: bool) -> None:
    heard = {
        Direction.RESTRICTIVE: 0.3,
        Direction.RESTORATIVE: 0.6,
        Direction.MIXED: 0.05,
        Direction.NEUTRAL: 0.05,
    }
    rule = Effect("Q-intake_days_without_visits", -1, Severity.MAJOR, (Topic.ELIGIBILITY,), (), "", line, ())
    settled = plainly(Settled(0.99, heard), [rule], Direction.RESTRICTIVE)
    assert (settled.directions[Direction.RESTRICTIVE] == PLAIN) is believed


def test_rows_beside_measured_ones_are_silent_where_they_say_nothing_of_visits() -> None:
    def unit(text: str) -> Unit:
        return units(plain_segments(text))[0]

    fee = Row(unit("A video visit costs $5."), unit("A video visit costs $8."))
    rule = Effect("Q-video_fee_usd", -1, Severity.MAJOR, (), (), fee.before.plain, fee.after.plain, ())  # type: ignore[union-attr]
    boxes = Row(unit("P.O. Box 66, Courthouse Annex"), unit("P.O. Box 112, Courthouse Annex"))
    fewer = Row(unit("Each inmate may have two visits a week."), unit("Each inmate may have one visit a week."))
    assert silent_beside([fee, boxes], [rule], "County Jail")
    assert not silent_beside([fee, fewer], [rule], "County Jail")
    assert not silent_beside([fee], [rule], "County Jail")  # nothing that the rule does not explain


def test_a_guaranteed_sum_that_moves_is_told_though_the_reader_hardly_heard_it() -> None:
    table = (
        "Dept | Counterparty | Purpose | Money term\nRoads | Dalby | Gravel | $18.40 per ton\n"
        "Jail | Kestrel | Linen | $0.92 per pound\n"
        "Jail | FaceBridge | Video visiting | FaceBridge pays the County no less than ${} a year whatever the traffic"
    )
    found = whole_reading(table.format("33,000"), table.format("74,400"), title="County contracts", kind="contract")
    assert facts(found) == {"min_guarantee_usd_month": (2750.0, 6200.0)}
    assert found.direction is Direction.RESTRICTIVE
    moved = Effect("Q-min_guarantee_usd_month", -1, Severity.MAJOR, (), (Fact("min_guarantee_usd_month", 1.0, 2.0),))
    assert guarantee_moved([moved])
    assert not guarantee_moved([moved, replace(moved, rule="P-turn-visits")])
    assert not guarantee_moved([replace(moved, facts=(Fact("min_guarantee_usd_month", None, 2.0),))])
    assert not guarantee_moved([])

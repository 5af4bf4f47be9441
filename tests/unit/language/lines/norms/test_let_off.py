"""A duty to hold visits: whom it does not bind, what counts, what nothing limits, what is capped."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

DUTY = "Each person in a county jail shall be given two visits in person a week."


def standard(before: str, after: str) -> tuple[Direction, set[str]]:
    found = whole_reading(f"{DUTY} {before}", f"{DUTY} {after}", title="State jail standards: visits", kind="rule")
    assert found.severity is Severity.CRITICAL
    return found.direction, rules(found)


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("Visits by video count as visits under this section.", -1),
        ("A county may count video visits toward this number.", -1),
        ("This section does not bind a county whose jail is equipped for video.", -1),
        ("A county that has installed video is exempt from this requirement.", -1),
        ("Video visits shall not count toward this number.", 1),
        ("Visits by video do not satisfy this requirement.", 1),
    ],
)
def test_what_lets_a_jail_off_its_duty_is_a_loss_and_what_closes_that_way_a_gain(line: str, way: int) -> None:
    came, went = standard("", line), standard(line, "")
    ways = (Direction.RESTRICTIVE, Direction.RESTORATIVE)[::-way]
    assert (came[0], went[0]) == ways
    assert "D3-let-off" in came[1] & went[1]


def test_a_section_that_leaves_counsel_out_lets_no_jail_off() -> None:
    after = f"{DUTY} This section does not apply to visits by counsel."
    assert "D3-let-off" not in rules(whole_reading(DUTY, after, title="State jail standards: visits", kind="rule"))


CONTRACT = "1. The Company supplies twelve units. 2. Title remains with the Company."


@pytest.mark.parametrize(
    ("clause", "rule", "way"),
    [
        ("3. Nothing in this Agreement shall be read to limit or replace in-person visits.", "D7-guard", -1),
        ("3. Nothing herein discourages visits at which both are in one room.", "D7-guard", -1),
        (
            "3. Hours open to the public for in-person visits shall not exceed eight in any week.",
            "Q-inperson_hours_per_week_cap",
            1,
        ),
    ],
)
def test_a_clause_that_guards_or_caps_visits_is_told_by_itself_when_it_is_struck(
    clause: str, rule: str, way: int
) -> None:
    old, new = f"{CONTRACT} {clause}", CONTRACT
    struck, added = (whole_reading(*pair, title="Jail agreement", kind="contract") for pair in ((old, new), (new, old)))
    assert rule in rules(struck) & rules(added)
    ways = (Direction.RESTORATIVE, Direction.RESTRICTIVE)[::way]
    assert (struck.direction, added.direction) == ways


def test_a_proviso_that_caps_visits_in_person_is_a_loss_and_its_end_a_gain() -> None:
    clause = "9.2 The Sheriff shall have sole discretion over the manner in which visits take place{}."
    cap = "; provided, that visits in person shall not exceed ten (10) hours in any week so long as this is in effect"
    old, new = clause.format(""), clause.format(cap)
    for sides, direction in (((old, new), Direction.RESTRICTIVE), ((new, old), Direction.RESTORATIVE)):
        found = whole_reading(*sides, title="Jail agreement", kind="contract")
        assert (found.direction, found.severity) == (direction, Severity.CRITICAL)
        assert rules(found) == {"Q-inperson_hours_per_week_cap"}

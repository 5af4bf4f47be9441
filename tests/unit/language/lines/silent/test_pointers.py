"""Visiting rules that gave way to a pointer."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

ABOUT = "The farm was opened in 1931. It keeps a herd and a sawmill.\n\n"
RULES = (
    "VISITING\nSaturdays and Sundays, 9 a.m. to 3 p.m.\nApproved friends may come without an appointment.\n"
    "Children must come with an adult.\nNobody is let in after 2:15 p.m.\n"
)


@pytest.mark.parametrize(
    "pointer",
    [
        "For information on visiting, please see the Department's portal.",
        "This page is no longer kept on the website. Ask at the front counter.",
        "The page that used to be here has been taken down. For visiting, ask at the sheriff's office.",
        "For all information on visits, including days, rules and prices, please consult Vue at vue.example.",
        "Information on visiting the prison is now to be found with our partner.",
        "Inmate information has moved. Please contact the facility.",
        "For everything about seeing someone held here, write to the records office or the company's site.",
        "The department no longer keeps this information on its own site.",
    ],
)
def test_rules_that_gave_way_to_a_pointer_are_neither_gain_nor_loss(pointer: str) -> None:
    new = f"{ABOUT}The herd won a ribbon at the fair.\n\nVISITING\n{pointer}\n"
    found = whole_reading(ABOUT + RULES, new, title="Elm State Prison")
    assert rules(found) == {"R12-elsewhere"}
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MAJOR)


def test_a_pointer_beside_rules_that_stay_moves_none_of_them() -> None:
    new = ABOUT + RULES + "For information on visiting, please see the Department's portal."
    assert "R12-elsewhere" not in rules(whole_reading(ABOUT + RULES, new, title="Elm State Prison"))

"""What is bounded in the negative and in the positive, to the same effect or to another."""

from __future__ import annotations

import pytest

from monitors.language.judge import read_by_rules
from monitors.language.lines.silent.same_bounds import same_bounds
from monitors.language.pages.align import align
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading

_SAME = [
    ("In-person visits are not available without an appointment.", "An appointment is needed for in-person visits."),
    ("Visitors who fail to bring photo ID will not be admitted.", "Visitors will be admitted only with photo ID."),
    ("Nobody except counsel may visit at night.", "Only counsel may visit at night."),
    ("Children may not visit unless an adult comes with them.", "Children may visit if an adult comes with them."),
    ("Friends may not visit without the warden's approval.", "Friends may visit only if the warden approves."),
    ("Visits are not held on days other than Saturday.", "Visits are held on Saturday only."),
    ("No one but counsel may visit at night.", "Only counsel may visit at night."),
    (
        "Unless the warden objects, no further check is needed.",
        "No further check is needed, except where the warden has objected.",
    ),
    (
        "A refusal is not valid beyond 60 days, except where the warden has extended it.",
        "A refusal ends after 60 days unless the warden has extended it.",
    ),
    ("A visit may not exceed 30 minutes.", "A visit may be no longer than 30 minutes."),
    ("You do not have to book a visit.", "It is not necessary to book a visit."),
    ("A child shall not be admitted unless with an adult.", "A child comes in with an adult."),
    ("New arrivals may not have visits until they are classified.", "New arrivals may have visits once classified."),
    (
        "Inmates on quarantine are not brought to visits until they are cleared by medical.",
        "Individuals on quarantine are brought to visits once medical has cleared them.",
    ),
]
_OTHER = [
    ("Nobody except counsel may visit at night.", "Counsel may visit only at night."),
    ("Children may not visit unless an adult comes with them.", "Children may visit unless an adult comes with them."),
    ("No one but counsel may visit at night.", "Counsel alone may not visit at night."),
    ("Unless the warden objects, no check is needed.", "A check is needed, except where the warden has objected."),
    ("Unless the warden objects, no check is needed.", "No check is needed, except where the nurse has objected."),
    ("A refusal is not valid beyond 60 days unless extended.", "A refusal is valid 60 days unless not extended."),
    ("A refusal ends after 60 days unless extended.", "A refusal ends after 90 days unless extended."),
    ("Visitors need an ID to enter.", "Visitors may need an ID to enter."),
    ("A child shall not be admitted unless with an adult.", "A child comes in with a guardian."),
    ("New arrivals may not have visits until they are classified.", "New arrivals may have visits until classified."),
    ("Visits are not held until the roof is repaired.", "Visits are held again now that the roof is repaired."),
    ("Children may not visit unless a parent agrees.", "Children may visit if a judge agrees."),
    ("Visits shall be held on Saturday only.", "Visits may be held only on Saturday."),
    ("A visit may not exceed 30 minutes.", "A visit may be no longer than 20 minutes."),
    ("You need not book a visit.", "You do not have to pay for a visit."),
    ("Visitors may not come without a parent or guardian.", "Visitors may not come without a parent and guardian."),
]


def _lines(old: str, new: str) -> int:
    before, after = (units(plain_segments(f"Visits last 30 minutes.\n{line}\nBring a jacket.")) for line in (old, new))
    return len(same_bounds(align(before, after)).lines)


@pytest.mark.parametrize(("old", "new"), _SAME)
def test_the_same_bound_in_another_form_tells_nothing(old: str, new: str) -> None:
    assert _lines(old, new) == 2
    assert _lines(new, old) == 2
    pages = [plain_segments(f"Visiting the jail\n{line}\nBring a jacket.") for line in (old, new)]
    assert not read_by_rules(*pages).relevant


@pytest.mark.parametrize(("old", "new"), _OTHER)
def test_another_bound_is_left_to_others(old: str, new: str) -> None:
    assert _lines(old, new) == 0
    assert _lines(new, old) == 0


def test_visits_that_are_non_contact_in_a_longer_line_are_so_by_themselves() -> None:
    was = "Yes, all visits are non-contact, with a window between you and the inmate."
    now = "Yes. You and the inmate will have a window between you at all visits. Visits are non-contact."
    for old, new in ((was, now), (now, was)):
        assert not whole_reading(old, new).relevant

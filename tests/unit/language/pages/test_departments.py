"""Pages on which one house after another tells its own rules, each under its heading."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import whole_reading

PAGE = """COUNTY NOTES
Hospital
The maternity floor limits visits to {hospital} people. Children under 5 are not admitted.
Jail
Visits at the windows are on Saturday and Sunday from 8 to 3. Each inmate gets {jail} visits a week.
Library
Video is {library} offered. Visitors may stay until six.
Clinic adds video visits
1. What do video visits cost?
Video visits are {clinic} dollars.
Parks
The nature center is open to visits on Mondays.
"""
WAS = {"hospital": "four", "jail": "two", "library": "still", "clinic": "thirty"}


def page(**now: str) -> str:
    return PAGE.format(**{**WAS, **now})


def test_what_other_houses_change_on_such_a_page_tells_nothing() -> None:
    changed = page(hospital="two", library="no longer", clinic="ten")
    assert not whole_reading(page(), changed, title="County Notes", kind="jail").relevant
    assert not whole_reading(page(), changed, title="Frequently asked questions", kind="").relevant


def test_what_the_jail_changes_among_them_is_told() -> None:
    found = whole_reading(page(), page(jail="three", hospital="two", clinic="ten"), title="County Notes", kind="jail")
    assert found.direction is Direction.RESTORATIVE
    assert [(fact.before, fact.after) for fact in found.facts] == [(2.0, 3.0)]


@pytest.mark.parametrize("heading", ["Hospital visits for inmates", "Visits", "Sheriff"])
def test_a_heading_that_names_the_jail_or_visits_alone_takes_lines_back(heading: str) -> None:
    was = page() + f"{heading}\nEach person may have two visits a week at the glass."
    found = whole_reading(was, was.replace("have two visits a week", "have one visit a week"), title="County Notes")
    assert found.direction is Direction.RESTRICTIVE


def test_a_section_of_another_house_that_speaks_of_people_held_is_heard() -> None:
    was = page() + "Courts\nThe judge ruled on the jail. In-person visits may end."
    found = whole_reading(was, was.replace("may end", "must go on"), title="County Notes", kind="news")
    assert found.relevant


def test_one_heading_of_another_house_on_a_jails_own_page_hides_nothing() -> None:
    was = "Visiting\nBring an ID.\nHealth unit\nTwo visits a week at the glass."
    assert whole_reading(was, was.replace("Two visits", "One visit")).relevant


FAMILY_CENTER = """FAMILY SERVICES CENTER
Supervised Visitation and Safe Exchange
We share a building with the jail.
Fees
$10 for each hour of in-person visits. Video visits are free.
INMATE VISITS
For the jail, use the first floor door. Inmates have two visits a week."""


def test_a_house_where_parents_see_their_children_tells_of_the_jail_below_it_alone() -> None:
    title = "Family Services Center at the Public Safety Building"
    dearer = FAMILY_CENTER.replace("$10 for", "$25 for").replace("are free", "are $10")
    assert not whole_reading(FAMILY_CENTER, dearer, title=title).relevant
    fewer = FAMILY_CENTER.replace("Inmates have two visits", "Inmates have one visit")
    assert whole_reading(FAMILY_CENTER, fewer, title=title).direction is Direction.RESTRICTIVE


def test_a_page_of_family_services_that_names_the_jail_in_passing_is_of_parents() -> None:
    was = (
        "Supervised visits. Parents who have been ordered to see their children do so at the Hawthorn House. "
        "Visits are on weekdays from 3 to 7 p.m. Exchange of children. In the lobby of the jail. "
        "Juvenile officers call at the home. Parenting time is counted by the other parent."
    )
    now = was.replace("on weekdays from 3 to 7 p.m.", "on Saturdays only, from 9 to noon.")
    assert not whole_reading(was, now, title="Juvenile and family services", kind="news").relevant
    assert whole_reading(was, now, title="County jail visits", kind="news").relevant


def test_a_papers_brief_on_a_hospital_goes_on_as_long_as_its_rules_do() -> None:
    was = (
        "Because of flu, Crowsnest Memorial allows two visitors per patient. Children of any age may come.\n\n"
        "The nursing home holds its visiting hour at 3 p.m.\n\nThe jail holds 41 people. Visits are on Sunday."
    )
    now = was.replace("two visitors", "one visitor").replace("of any age may come", "under 12 may not come")
    now = now.replace("holds its visiting hour at 3 p.m.", "has stopped in-person visits until further notice.")
    assert not whole_reading(was, now, title="Midweek briefs: The Ledger", kind="news").relevant
    jail = was.replace("Visits are on Sunday.", "Visits have been stopped until further notice.")
    assert whole_reading(was, jail, title="Midweek briefs: The Ledger", kind="news").relevant


def test_a_family_visitation_center_of_a_prison_is_its_own() -> None:
    was = "FAMILY VISITATION CENTER\nBring an ID.\nEach person may have two visits a week at the glass."
    now = was.replace("two visits", "one visit")
    assert whole_reading(was, now, title="Visiting").direction is Direction.RESTRICTIVE


def test_a_juvenile_halls_page_that_speaks_of_courts_and_both_parents_is_its_own() -> None:
    was = (
        "Juvenile court orders are kept on file. Juvenile officers call both parents. Each parent may come, and either "
        "parent may bring the other parent. Child support is paid elsewhere.\nEach youth may have two visits a week."
    )
    found = whole_reading(was, was.replace("two visits", "one visit"), title="Juvenile Hall: visiting")
    assert found.direction is Direction.RESTRICTIVE


def test_hours_below_another_heading_of_a_jails_own_page_are_its_own() -> None:
    was = "Courts\nCome early.\nHospital\nCall first.\nLaw library\nBring a pen.\nHours\nVisits: Saturday from 9 to 3."
    for title in ("Alder County Jail", "Visiting"):
        assert whole_reading(was, was.replace("9 to 3", "9 to noon"), title=title).direction is Direction.RESTRICTIVE

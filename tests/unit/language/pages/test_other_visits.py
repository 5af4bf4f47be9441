"""Hearings, officers' visits to homes, clinicians' visits, and lines on visits to people held that sound like them."""

# ruff: noqa: E501  a case reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import reading_of_page, whole_reading

_COURT = "Where people wait for their trial.\n{}\nThe clerk is on the second floor."
_CARE = "Medical services agreement\nPatients are seen in the clinic.\n{}\nThe nurse keeps a log."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Arraignments are held in person in courtroom 4.",
            "In-person arraignments are discontinued. Arraignments are by video.",
        ),
        ("Bail hearings are held by video only.", "The suspension of in-person bail hearings has been lifted."),
        (
            "Attendance in person at parole hearings is suspended.",
            "Relatives may again attend the parole hearing in person.",
        ),
    ],
)
def test_a_hearing_in_another_form_is_no_visit(before: str, after: str) -> None:
    found = whole_reading(_COURT.format(before), _COURT.format(after), title="Alder County Jail - Court", kind="jail")
    assert not found.relevant


def test_under_hearings_a_line_without_a_visit_is_on_hearings() -> None:
    before = "Arraignment\nThe family may sit on the bench. Nobody may talk to the person."
    after = "Arraignment\nThe family may follow on a screen in the hall. Nobody can talk to the person any longer."
    assert not whole_reading(before, after, title="Alder Sheriff - Arraignments", kind="jail").relevant


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits may be lost after a hearing.", "Visits may be lost without a hearing."),
        ("In-person visits are held daily.", "In-person visits have been discontinued; visits are by video."),
    ],
)
def test_what_a_hearing_does_to_visits_is_told(before: str, after: str) -> None:
    assert reading_of_page(before, after).direction is Direction.RESTRICTIVE


def test_officers_who_call_at_homes_are_no_visitors() -> None:
    before = "On bail\nA probation officer sees to people on bail. Home visits are made once a month, by day."
    after = "On bail\nA probation officer sees to people on bail. Home visits are made three times a month, at night."
    assert not whole_reading(before, after, title="Alder Sheriff - On bail", kind="jail").relevant


def test_visits_from_home_are_still_told() -> None:
    found = reading_of_page("Home video visits: two a week, $5 each.", "Home video visits: one a week, $9 each.")
    assert found.direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In-person visit by a physician, per hour: $90", "In-person visit by a physician: no longer offered"),
        ("Video visit, 15 minutes: $40", "Video visit, 15 minutes: $55. In-person visits have ended."),
    ],
)
def test_visits_in_a_contract_on_care_are_those_of_clinicians(before: str, after: str) -> None:
    pages = (_CARE.format(before), _CARE.format(after))
    assert not whole_reading(*pages, title="Medical services agreement", kind="contract").relevant


def test_visits_of_families_are_told_in_a_contract_on_care_too() -> None:
    before, after = "Family visits are held in person.", "Family visits in person have ended; they are by video."
    pages = (_CARE.format(before), _CARE.format(after))
    found = whole_reading(*pages, title="Medical services agreement", kind="contract")
    assert found.direction is Direction.RESTRICTIVE


def test_a_report_on_visitation_after_divorce_is_none_of_visits_to_people_held() -> None:
    page = (
        "Panel {}\nThe bill is on child custody after a divorce.\n{}\nA parent in jail may write to the family court."
    )
    before = page.format("hears bill", "Each parent has the children 100 overnights a year.")
    after = page.format("passes bill", "Judges may suspend in-person visits and order video visits for either parent.")
    assert not whole_reading(before, after, title="At the statehouse", kind="news").relevant


def test_a_report_on_a_jail_that_names_family_court_is_told() -> None:
    page = "{}\nThe jail holds 90 people.\nA family court judge and two parents spoke at the hearing."
    before = page.format("The sheriff holds in-person visits on Sunday.")
    after = page.format("The sheriff has ended in-person visits for good.")
    found = whole_reading(before, after, title="At the courthouse", kind="news")
    assert found.direction is Direction.RESTRICTIVE


def test_a_page_on_home_visits_of_officers_is_on_no_visit_to_people_held() -> None:
    page = "Home visits let the officer see how the person lives.\n{}\nOfficers go in pairs."
    before = page.format(
        "A person on the high caseload is visited at home twice a month.\nA visit may be by video call."
    )
    after = page.format(
        "A person on the high caseload is visited at home once a month.\nVisits by video call have ended."
    )
    title = "Field Services Manual: home visits to persons under supervision"
    assert not whole_reading(before, after, title=title, kind="doc").relevant
    jail = page.format("Visits to people in custody at the jail have been suspended until further notice.")
    assert whole_reading(before, jail, title=title, kind="doc").direction is Direction.RESTRICTIVE


def test_a_page_on_sick_call_tells_of_doctors_visits_and_of_families_if_it_names_them() -> None:
    page = "With a doctor, over a screen in the nurse's room. It is called a video visit.\n{}\nThe dentist comes on Monday."
    title = "Sick call by screen, Alder County Jail medical unit"
    before = page.format(
        "The co-pay is $10 for a video visit that he asks for.\nCan the doctor see him in person? Yes."
    )
    after = page.format(
        "The co-pay is $15 for a video visit that he asks for.\nCan the doctor see him in person? No longer."
    )
    assert not whole_reading(before, after, title=title).relevant
    families = page.format("Family visits are suspended until further notice.")
    assert whole_reading(before, families, title=title).direction is Direction.RESTRICTIVE


@pytest.mark.parametrize("title", ["Visits in the infirmary, Alder County Jail", "Alder County Jail medical unit"])
def test_visits_to_people_held_who_lie_ill_are_told(title: str) -> None:
    page = "People who lie ill are in the medical unit.\n{}\nThe nurse keeps a log."
    before, after = (page.format(f"Patients may have {n} visits a week.") for n in ("two", "four"))
    assert whole_reading(before, after, title=title).direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    "said",
    [
        "Village visits by our reentry staff",
        "Visits from the outreach team",
        "Visits by the bookmobile",
    ],
)
def test_visits_that_staff_of_some_house_pay_are_not_those_of_families(said: str) -> None:
    was = f"Visits are on Sunday.\n{said} are on Monday."
    assert not whole_reading(was, was.replace("are on Monday", "have been canceled for the winter")).relevant
    ours = was.replace(said, "Visits from families of inmates")
    assert whole_reading(ours, ours.replace("are on Monday", "have been canceled for the winter")).relevant


def test_visits_to_the_office_of_those_who_write_are_not_those_to_a_jail() -> None:
    was = "We ask the county to open the windows.\nOur office is on the second floor; visits by appointment."
    now = was.replace("is on the second floor; visits by appointment", "has moved; no walk-in visits")
    assert not whole_reading(was, now, title="Alliance for open jails", kind="news").relevant


def test_when_people_may_mourn_a_sheriff_is_no_visiting_day() -> None:
    notice = "Retired sheriff Amos Delacroix, 81, died at home on Sunday. He led the county jail for three terms. Visitation {} at Harrow & Sons. A service follows on Friday."
    before, after = (
        notice.format(said)
        for said in ("will be Thursday from 4 to 7 p.m.", "is now Wednesday and limited to relatives")
    )
    assert not whole_reading(before, after, title="Lanyard Valley Courier - Notices", kind="news").relevant
    visits = "The county jail has changed visitation to Wednesday and limited it to relatives."
    assert whole_reading("Visitation at the county jail is on Thursday.", visits, title="Courier", kind="news").relevant

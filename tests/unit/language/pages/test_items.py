"""Items of other houses, clauses on other business and letters to the editor, beside those of the jail."""

from __future__ import annotations

import pytest

from monitors.language.pages.align import align
from monitors.language.pages.items import without_items
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading

_NOTICES = "County notices\n{}\nRoads: the bridge is being painted.\nPool: it is open on Sunday."


def _told(before: str, after: str, kind: str = "jail") -> Direction | None:
    title = "Alder County - Notices"
    found = whole_reading(_NOTICES.format(before), _NOTICES.format(after), title=title, kind=kind)
    return found.direction if found.relevant else None


@pytest.mark.parametrize(
    "name",
    ["Maple Manor (nursing home): ", "1. Maple Court (city nursing home). ", "Library: ", "1. Parenting center. "],
)
@pytest.mark.parametrize("kind", ["jail", "news"])
def test_what_stands_under_the_name_of_another_house_is_its_own(name: str, kind: str) -> None:
    before = f"{name}The visitor ban stays in force. Families come to the window."
    after = f"{name}The visitor ban has been lifted. Families may sit with their people in person again."
    assert _told(before, after, kind) is None


def test_the_same_under_the_name_of_the_jail_is_told() -> None:
    before = "County jail: The visitor ban stays in force. Families come to the window."
    after = "County jail: The visitor ban has been lifted. Families may sit with their people in person again."
    assert _told(before, after) is Direction.RESTORATIVE


@pytest.mark.parametrize("name", ["Visits at Mercy Hospital: ", "Inmates in the hospital: "])
def test_people_held_who_lie_in_a_hospital_are_no_other_house(name: str) -> None:
    lines = (f"{name}Families may visit once a week.", f"{name}Families may no longer visit.")
    before, after = (units(plain_segments(_NOTICES.format(line))) for line in lines)
    found = align(before, after)
    assert without_items(Scene(before, after, "notices", "jail"), found) == found


def test_an_item_of_another_house_ends_where_the_jail_is_named() -> None:
    before = "Maple Manor (nursing home): Masks are worn. Visits at the jail are held in person."
    after = "Maple Manor (nursing home): No masks. Visits at the jail in person have ended; they are by video only."
    assert _told(before, after) is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3. Insurance. The waiver may not be withdrawn.", "3. Insurance. The waiver is struck."),
        ("3. Invoices. The County is bound to pay in ten days.", "3. Invoices. The rule of ten days is rescinded."),
    ],
)
def test_a_clause_on_other_business_tells_nothing(before: str, after: str) -> None:
    page = (
        "Inmate communications agreement\n{}\n4. Visits. Families visit in person and by video.\n5. Records are public."
    )
    found = whole_reading(page.format(before), page.format(after), title="Inmate communications", kind="contract")
    assert not found.relevant


def test_visits_in_such_a_clause_are_told() -> None:
    page = "Inmate communications agreement\n3. Safety. {}\n4. Records are public.\n5. Notices are mailed."
    before, after = "The County keeps in-person visits.", "The County shall end all in-person visits."
    found = whole_reading(page.format(before), page.format(after), title="Inmate communications", kind="contract")
    assert found.direction is Direction.RESTRICTIVE


def test_letters_to_the_editor_decide_nothing() -> None:
    page = "Letters\n{}\nTo the editor: Elm Street floods each spring. Who will mend it?"
    before = page.format("Open the booths\nTo the editor: The jail took the booths away. They must come back.")
    after = page.format("Close the jail\nTo the editor: Visits at the jail should end at once. Ban them all.")
    assert not whole_reading(before, after, title="Alder Gazette - Letters", kind="news").relevant


def test_news_beside_letters_is_told() -> None:
    page = "{}\nTo the editor: Elm Street floods each spring. Who will mend it?"
    before = page.format("The Alder County jail holds visits in person on Sunday.")
    after = page.format("The Alder County jail has ended visits in person for good, the sheriff said.")
    assert whole_reading(before, after, title="Alder Gazette", kind="news").direction is Direction.RESTRICTIVE


@pytest.mark.parametrize("label", ["Probation.", "Visitation, custody.", "Magistrate.", "Deposits."])
def test_what_stands_behind_the_label_of_an_office_or_desk_is_not_of_visits(label: str) -> None:
    said = "By the machine in the hall. It takes a {} fee." if label == "Deposits." else "They come twice a {}."
    was = f"In person. Window visits on Mondays between 2 and 8.\n{label} " + said
    pair = ("$2", "$3") if label == "Deposits." else ("month", "year")
    assert not whole_reading(*(was.format(one) for one in pair)).relevant


def test_a_desks_line_that_names_visits_is_heard() -> None:
    was = "Deposits. By the machine in the hall. Each visit costs $2."
    assert whole_reading(was, was.replace("$2", "$3")).relevant


def test_a_site_visit_of_bidders_is_theirs_until_families_are_named() -> None:
    was = (
        "Families keep one hour of in-person visits a week.\n"
        "Site visit rules. Each firm may send three people. The visit will last ninety minutes."
    )
    now = was.replace("three people", "two people").replace("ninety minutes", "an hour")
    title = "RFP 26-031, Inmate Communication Services - Key dates"
    assert not whole_reading(was, now, title=title, kind="contract").relevant
    fewer = was.replace("keep one hour of in-person visits a week", "have no in-person visits any longer")
    assert whole_reading(was, fewer, title=title, kind="contract").relevant


def test_video_visits_of_a_nurse_and_a_physician_are_no_visits_to_people_held() -> None:
    page = "3. TELEHEALTH. The video visits shall be between the nurse and a physician. At least {} visits per month."
    found = whole_reading(
        page.format(60), page.format(80), title="Jail laundry, telehealth and seating", kind="contract"
    )
    assert not found.relevant

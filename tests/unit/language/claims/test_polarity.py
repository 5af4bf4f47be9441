"""Turns are counted by clause: who may, must or must not do what."""

import pytest

from monitors.language.claims.clauses import claims
from monitors.language.words.wording import canonical
from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import reading, rules


def sign(text: str, about: str = "in_person") -> int | None:
    return next((c.sign for c in claims(canonical(text)) if c.about == about), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The booths are open on Sunday.", 1),
        ("The booths are closed for good.", -1),
        ("Jails shall offer two in-person visits a week and are forbidden to replace them with video.", 1),
        ("Each prisoner is given two visits a week in the screen room.", None),
        ("The ban on in-person visits has been lifted.", 1),
        ("The ban on in-person visits stays.", -1),
        ("The bill for in-person visits was sent back unsigned.", -1),
        ("The county may hold in-person visits without regard to this order.", 1),
        ("The vendor will no longer require agencies to shut their visiting rooms.", 1),
        ("The court declined to block the end of face-to-face visits.", -1),
        ("The board rejected a motion to rescind the vote ending screens-only visits.", 1),
        ("The statute that kept counties from doing away with in-person visits is repealed.", -1),
        ("Section 3, under which the Sheriff agreed to do away with window visits, is deleted.", 1),
        ("Section 3, under which the Sheriff agreed to do away with window visits, stays in force.", -1),
        ("Nothing in this Schedule obliges the Sheriff to keep public visits on Provider's screens.", 1),
        ("Video replaces the visiting booths.", -1),
        ("In-person visits will end on May 1 and be replaced by video.", -1),
        ("In-person visits have been cancelled and are being replaced by video.", -1),
        ("In-person visits will not end or be replaced by video.", 1),
        ("Video visits will end and be replaced by in-person visits.", 1),
        ("The ban on in-person visits is suspended and replaced by one visit a week.", 1),
        ("Video does not replace the visiting booths.", 1),
        ("Tablet visits are in addition to sitting down together at the glass.", 1),
        ("Tablet visits are in lieu of sitting down together at the glass.", -1),
        ("All visits with family and friends are held by video.", -1),
        ("Las visitas en persona quedan suspendidas.", -1),
        ("Se reanudan las visitas en persona.", 1),
        ("In-person visiting is suspended and cancelled.", -1),
    ],
)
def test_sign_of_in_person_visits(text: str, expected: int) -> None:
    assert sign(text) == expected


def test_bounds_are_no_turns() -> None:
    assert sign("No more than two adults may sit at a booth.") == 1
    assert sign("Visits at the glass end at 4 p.m.") == 1
    assert sign("No visit shall exceed one hour in the visiting room.") == 1
    assert sign("No inmate shall have more than two visits at a booth.") == 1


def test_barriers_are_read_as_touch() -> None:
    up = reading(
        "Visitors may hug at the start and the end of a visit.",
        "Visits are held with a partition; no contact is allowed.",
    )
    down = reading(
        "Dividers stand on every visiting table and hugs are not allowed.",
        "The dividers have been taken down and a hug is allowed.",
    )
    assert (up.direction, down.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert Topic.CONTACT in up.topics


def test_a_duty_that_becomes_a_ban() -> None:
    found = reading(
        "Agency shall not be required to offer across-the-glass meetings to the public.",
        "Agency shall be required not to offer across-the-glass meetings to the public.",
        title="Platform Agreement",
        kind="contract",
    )
    assert (
        found.direction is Direction.RESTRICTIVE and found.severity is Severity.CRITICAL and "D3-duty" in rules(found)
    )


def test_a_vote_is_carried_to_what_it_decides() -> None:
    before = "Ms. Ray moved to strike the clause that keeps visits on screens only. Discussion was held over."
    found = reading(
        before,
        before.replace("Discussion was held over.", "The motion failed."),
        title="Board minutes",
        kind="contract",
    )
    assert found.relevant and found.direction is Direction.RESTRICTIVE


def test_more_video_beside_visits_is_a_gain() -> None:
    page = "Booth visits are held on Saturday."
    found = reading(page, page + " Home video visits may now be booked as well.")
    assert found.direction is Direction.RESTORATIVE


def test_a_pronoun_in_a_line_on_other_things_carries_nothing() -> None:
    touch = "A hug at the beginning and a hug at the end."
    before = f"{touch}\nThe price of a sandwich has gone up. It was not our doing and we do not eat them."
    after = f"{touch}\nThe vending machines have a new contractor."
    assert not reading(before, after).relevant


def test_across_the_street_is_no_meeting_in_person() -> None:
    assert sign("The annex is across the parking lot from the jail.") is None
    assert sign("Visits are held across the table.") == 1


def test_visits_that_are_not_touched_are_no_contact() -> None:
    assert "P-gone-contact" not in rules(
        reading("Visits are not touched by this.", "Visits are left as they are by this.")
    )


def test_a_booking_on_the_web_offers_no_video() -> None:
    after = "Visits are by reservation only, made ahead by phone or on the web."
    assert "P-new-video_remote" not in rules(reading("Visits are first come, first served.", after))


def test_visits_over_an_application_are_not_over() -> None:
    before = "Remote visit: a visit by way of the vendor's application."
    after = "Remote visits are over the vendor's application."
    assert not {"P-turn-visits", "P-new-visits", "S8"} & rules(reading(before, after))


def test_masks_in_the_lobby_are_no_visits_there() -> None:
    assert sign("Masks are not required in the lobby.", "video_onsite") is None
    assert sign("Families are not seen by screen in the lobby.", "video_onsite") == -1

"""One form of visits that a line says is stopped, and then is open, or the reverse."""

import pytest

from monitors.language.lines.acts.states import state_lines
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import PAGE, facts, reading_of_page, rules

STOPPED_AND_OPEN = [
    ("Lobby video visits are suspended.", "Lobby video visits are available again."),
    ("Video visitation at the lobby is on hold.", "Video visitation at the lobby is back."),
    ("Contact visits have been canceled due to staffing.", "Contact visits are held as usual."),
    ("Due to an outbreak, visits in the North Tower are closed.", "Visits in the North Tower are open again."),
    ("Remote visits are currently unavailable.", "We are happy to announce that remote visits have resumed."),
    ("Face-to-face visitation has been discontinued.", "Face-to-face visitation will resume on Monday."),
    ("Weekend visits will not be held until further notice.", "Weekend visits are being held again."),
    ("Attorney visits are paused for now.", "Attorney visits have started again."),
    ("Non-contact visits are on hold.", "Non-contact visits have been reinstated."),
]


@pytest.mark.parametrize(("stopped", "open_again"), STOPPED_AND_OPEN)
def test_what_stopped_is_back_or_the_reverse(stopped: str, open_again: str) -> None:
    back = reading_of_page(f"{PAGE}\n{stopped}", f"{PAGE}\n{open_again}")
    gone = reading_of_page(f"{PAGE}\n{open_again}", f"{PAGE}\n{stopped}")
    assert (back.direction, gone.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    assert rules(back) == rules(gone) and rules(back) & {"S8-state", "P-turn-in_person"}


def test_lines_that_do_not_look_alike_are_of_one_form_of_visits() -> None:
    before = f"Because of staffing shortages on all shifts, contact visits are suspended.\n{PAGE}"
    found = reading_of_page(before, f"{PAGE}\nContact visits have resumed.")
    assert found.direction is Direction.RESTORATIVE and "S8-state" in rules(found)


@pytest.mark.parametrize(
    ("form", "level", "topics"),
    [
        ("Lobby video visits", Severity.MAJOR, {Topic.SUSPENSION, Topic.VIDEO_ONSITE}),
        ("Video visits from home", Severity.MAJOR, {Topic.SUSPENSION, Topic.VIDEO_REMOTE}),
        ("Contact visits", Severity.MAJOR, {Topic.SUSPENSION, Topic.CONTACT}),
        ("Visits for B Pod", Severity.MINOR, {Topic.SUSPENSION}),
        ("Attorney visits", Severity.MINOR, {Topic.SUSPENSION, Topic.LEGAL_VISITS}),
    ],
)
def test_a_stop_weighs_and_is_named_as_its_form_of_visits(form: str, level: Severity, topics: set[Topic]) -> None:
    found = reading_of_page(f"{PAGE}\n{form} are on hold.", f"{PAGE}\n{form} have resumed.")
    assert found.severity is level and set(found.topics) == topics
    assert found.headline == f"{form} resume"
    assert reading_of_page(f"{PAGE}\n{form} are open.", f"{PAGE}\n{form} are on hold.").headline == f"{form} stopped"


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Lobby video visits have been restored.", Direction.RESTORATIVE),
        ("Contact visits have resumed.", Direction.RESTORATIVE),
        ("Video visits from home are on hold.", Direction.RESTRICTIVE),
        ("Visits for B Pod are suspended until further notice.", Direction.RESTRICTIVE),
        ("Contact visits are no longer offered.", Direction.RESTRICTIVE),
    ],
)
def test_a_new_line_tells_it_by_itself(line: str, direction: Direction) -> None:
    for before, after in (("", line), ("NOTICE\nThe lobby opens at 8 a.m.", f"NOTICE\n{line}")):
        assert reading_of_page(f"{before}\n{PAGE}", f"{after}\n{PAGE}").direction is direction


def test_what_the_page_said_before_is_no_news() -> None:
    page = f"{PAGE}\nLobby video visits have resumed."
    assert not reading_of_page(page, f"{page}\nUPDATE\nLobby video visits are back.").relevant
    assert "S8-state" not in rules(reading_of_page(PAGE, f"{PAGE}\nLobby video visits are available."))
    pods = f"{PAGE}\nA Pod\nVideo visits are on hold.\nB Pod\nCall the desk."
    assert reading_of_page(pods, f"{pods}\nVideo visits are on hold.").direction is Direction.RESTRICTIVE


def test_an_end_is_no_stop() -> None:
    found = reading_of_page(f"{PAGE}\nContact visits are offered.", f"{PAGE}\nContact visits are no longer offered.")
    assert facts(found) == {"contact_allowed": (True, False)} and Topic.SUSPENSION not in found.topics
    found = reading_of_page(f"{PAGE}\nIn-person visits are held.", f"{PAGE}\nIn-person visits have ended.")
    assert facts(found) == {"in_person_allowed": (True, False)} and found.severity is Severity.CRITICAL
    one_pod = reading_of_page(
        f"{PAGE}\nContact visits in D Pod are held.", f"{PAGE}\nContact visits in D Pod have ended."
    )
    assert one_pod.severity is Severity.MINOR and one_pod.direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    "other",
    [
        "Jail tours",
        "School visits",
        "Visits by volunteers",
        "Library visits",
        "Restrooms in the visiting area",
        "Parking spaces for visits",
        "Elevators to the visiting floor",
        "Vending machines",
    ],
)
def test_what_is_no_form_of_visits_is_none(other: str) -> None:
    for lines in (("are closed.", "are open again."), ("are available again.", "are suspended.")):
        before, after = (f"{PAGE}\n{other} {line}" for line in lines)
        assert "S8-state" not in rules(reading_of_page(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Contact visits are suspended.", "Contact visits remain suspended until further notice."),
        ("Contact visits are suspended.", "Contact visits are available for veterans only."),
        ("Visits are closed during the noon meal.", "Visits are open during the noon meal."),
    ],
)
def test_another_form_a_limit_or_no_turn_is_left_to_others(before: str, after: str) -> None:
    assert "S8-state" not in rules(reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}"))


def test_the_end_of_visits_behind_glass_is_no_other_wording_of_them() -> None:
    before, after = "Non-contact visits have been reinstated.", "Non-contact visits have been discontinued."
    found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    assert found.direction is Direction.RESTRICTIVE


def test_a_stop_in_one_pod_is_not_over_because_another_pod_is_open() -> None:
    old = units(plain_segments("A Pod\nVideo visits are on hold."))
    for pod, before in (("A Pod", "video visits are on hold."), ("B Pod", "")):
        new = units(plain_segments(f"{pod}\nVideo visits are available again."))
        found = state_lines(Scene(old, new, "visiting", "jail"), Alignment((), (), old[1:], new[1:]))
        assert [effect.old for effect in found.effects] == ([before] if before else [])


OFFERED_AND_NOT = [
    ("We offer contact visits.", "There are no contact visits."),
    ("Inmates may have lobby video visits.", "Lobby video visits are suspended."),
    ("You can book weekend visits online.", "Weekend visits are not available at this jail."),
    ("Outdoor visits take place every Sunday.", "Outdoor visits are a thing of the past."),
    ("Inmates are allowed overnight family visits.", "We no longer offer overnight family visits."),
    ("This jail holds in-person visits.", "In-person visits have not been offered since March."),
    ("Visits with newborns are available.", "The jail is ending visits with newborns."),
]


@pytest.mark.parametrize(("offered", "not_offered"), OFFERED_AND_NOT)
def test_an_offer_in_the_place_of_a_stop_or_the_reverse(offered: str, not_offered: str) -> None:
    gone = reading_of_page(f"{PAGE}\n{offered}", f"{PAGE}\n{not_offered}")
    back = reading_of_page(f"{PAGE}\n{not_offered}", f"{PAGE}\n{offered}")
    assert (gone.direction, back.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert rules(gone) == rules(back) and rules(gone) & {"S8-state", "P-turn-contact", "P-turn-in_person"}


def test_visits_at_some_time_or_of_a_special_kind_are_not_all_visits() -> None:
    for form, topic in (("weekend", Topic.SCHEDULE), ("overnight", Topic.IN_PERSON)):
        found = reading_of_page(f"{PAGE}\nWe offer {form} visits.", f"{PAGE}\nThere are no {form} visits.")
        assert (found.severity, found.topics, found.facts) == (Severity.MAJOR, (topic,), ())
    family = reading_of_page(f"{PAGE}\nWe offer family visits.", f"{PAGE}\nYou cannot have family visits here.")
    assert family.severity is Severity.CRITICAL


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We offer contact visits.", "Contact visits are available."),
        ("We have not ended contact visits.", "We offer contact visits."),
        ("Contact visits are suspended.", "Contact visits have not been ended."),
        ("We offer tours of the jail.", "There are no tours of the jail."),
    ],
)
def test_the_same_offer_and_what_was_not_done_are_no_news(before: str, after: str) -> None:
    found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    assert not rules(found) & {"S8-state", "P-turn-contact"}


def test_a_house_of_a_prison_is_one_unit() -> None:
    notices = "The lobby will be painted.\nThe snack machine is broken.\nCaptain Roe has gone."
    stop = "Visits for Birch House alone are suspended until further notice, on account of the flu."
    news = "The lobby has been painted.\nThe snack machine takes coins.\nCaptain Doe has the desk."
    found = reading_of_page(f"{PAGE}\n{notices}", f"{PAGE}\n{stop}\n{news}")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MINOR)
    assert rules(found) == {"S8-state"}

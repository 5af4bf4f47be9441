"""Pages put into another shape: held against each other as wholes."""

# ruff: noqa: E501  a page reads better as it stands

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.claims.page_claims import page_claims
from monitors.language.figures.stated import stated
from monitors.language.judge import read
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, units
from monitors.language.reshaped import is_reshaped
from monitors.records import Direction, Reading
from monitors.segments import plain_segments

_TABLE = """Visiting at Marlow County Jail
Unit | Days | Hours | Place
North | Mon, Thu | 0900-1100 | Glass booths
South | Tue, Fri | 1300-1530 | Glass booths
Length of a visit: 30 minutes.
Visits per week: two.
Visitors at a time: three.
People who were held here must wait 90 days after release.
No appointment is needed.
A visiting list has nine names."""

_PROSE = """Coming to see somebody at Marlow
If your person lives in North, come on a Monday or a Thursday, from nine to eleven in the morning.
South has its turn on Tuesdays and Fridays, between 1 and half past three in the afternoon.
You sit at the glass for half an hour, twice in a week.
Three of you may come in together, so long as the nine names on the list are yours.
Were you locked up here yourself? Then let 90 days go by first.
You do not have to book; just walk in."""


def _read(before: str, after: str, kind: str = "jail") -> Reading:
    old, new = plain_segments(before), plain_segments(after)
    title = "Marlow County Jail - visiting"
    return read(old, new, compare(old, new).passages, title_before=title, title_after=title, kind=kind)


def _page(text: str) -> tuple[Unit, ...]:
    return units(plain_segments(text))


def test_a_table_told_as_prose_is_silent() -> None:
    assert not _read(_TABLE, _PROSE).relevant


def test_a_page_back_in_its_old_shape_is_silent() -> None:
    assert not _read(_PROSE, _TABLE).relevant


@pytest.mark.parametrize(
    ("old", "new", "fact", "direction"),
    [
        ("half an hour", "twenty minutes", ("visit_minutes", 30.0, 20.0), Direction.RESTRICTIVE),
        ("let 90 days go by", "let 30 days go by", ("waiting_days", 90.0, 30.0), Direction.RESTORATIVE),
        ("nine names", "five names", ("list_max", 9.0, 5.0), Direction.RESTRICTIVE),
    ],
)
def test_a_figure_that_moved_in_another_shape_is_told(
    old: str, new: str, fact: tuple[str, float, float], direction: Direction
) -> None:
    assert old in _PROSE
    reading = _read(_TABLE, _PROSE.replace(old, new))
    assert reading.direction is direction
    assert fact in [(f.name, f.before, f.after) for f in reading.facts]


def test_hours_at_another_time_of_the_day_in_another_shape_are_neutral() -> None:
    one_unit = _TABLE.replace("North |", "Everybody |").replace("\nSouth | Tue, Fri | 1300-1530 | Glass booths", "")
    prose = _PROSE.replace("If your person lives in North, come", "Come").replace(
        "\nSouth has its turn on Tuesdays and Fridays, between 1 and half past three in the afternoon.", ""
    )
    assert not _read(one_unit, prose).relevant
    later = prose.replace("from nine to eleven in the morning", "from one to three in the afternoon")
    reading = _read(one_unit, later)
    assert (reading.direction, [finding.rules for finding in reading.findings]) == ("neutral", [("D10-shift",)])


def test_a_company_that_left_in_another_shape_was_swapped() -> None:
    old = f"{_TABLE}\nVideo visits from home are run by Fernline."
    reading = _read(old, f"{_PROSE}\nFrom home you visit by video with BrightSill. Fernline is gone.")
    assert (reading.direction, [finding.rules for finding in reading.findings]) == ("neutral", [("S3-provider",)])


def test_visits_that_must_be_booked_in_another_shape_are_told() -> None:
    after = _PROSE.replace("You do not have to book; just walk in.", "Every visit must be booked on our website.")
    reading = _read(_TABLE, after)
    assert (reading.relevant, reading.direction) == (True, Direction.RESTRICTIVE)


def test_a_pane_in_the_place_of_a_table_is_told_in_another_shape() -> None:
    before = _TABLE.replace("Glass booths", "Round tables") + "\nA hug at the beginning and at the end is welcome."
    reading = _read(before, _PROSE)
    assert any(said.startswith("P-turn-contact: you sit at the glass") for said in reading.why)
    assert ("contact_allowed", True, False) in [(f.name, f.before, f.after) for f in reading.facts]


def test_visits_of_one_unit_that_stopped_in_another_shape_are_told() -> None:
    after = _PROSE.replace(
        "South has its turn on Tuesdays and Fridays, between 1 and half past three in the afternoon.",
        "South: visits paused until further notice.",
    )
    assert _read(_TABLE, after).direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("Minors are not admitted.", "Boys and girls can come in with a parent.", Direction.RESTORATIVE),
        ("Children are welcome with a parent.", "No children.", Direction.RESTRICTIVE),
    ],
)
def test_children_kept_out_or_let_in_in_another_shape_are_told(old: str, new: str, direction: Direction) -> None:
    reading = _read(f"{_TABLE}\n{old}", f"{_PROSE}\n{new}")
    assert reading.direction is direction
    assert "minors_allowed" in [fact.name for fact in reading.facts]


def test_an_age_from_which_children_may_come_keeps_none_out() -> None:
    claims = page_claims(
        _page("Children under 12 are not admitted.\nKids must have turned 12 before they can come in.")
    )
    assert (claims.minors_barred, claims.minors_welcome) == ("", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits are non-contact.", "There is a pane between you, and you sit without touching."),
        ("Bring a passport. Student cards are not taken.", "Show us a passport (a student card won't do)."),
        (
            "One video visit from home each week is free.",
            "Video from home: of all visits in a week, the first is free.",
        ),
        ("No visits in the first 48 hours after booking.", "For the first 48 hours nobody can come to see a newcomer."),
        ("No more than two visitors may come at once.", "Two people at a time."),
    ],
)
def test_a_rule_that_stands_in_another_line_of_the_new_shape_is_neither_gone_nor_turned(old: str, new: str) -> None:
    before, after = _TABLE.replace("Visitors at a time: three.\n", ""), _PROSE.replace("Three of you", "You")
    assert not _read(f"{before}\n{old}", f"{new}\n{after}").relevant


def test_kin_alone_in_another_shape_is_told_and_not_where_friends_are_named_beside() -> None:
    before = f"{_TABLE}\nRelatives and friends can be on the list."
    kin = f"{_PROSE}\nThe names are drawn from immediate family: parents, spouse, children."
    assert _read(before, kin).direction is Direction.RESTRICTIVE
    assert not _read(before, f"{kin}\nFriends may be named beside them.").relevant


def test_kin_alone_on_both_pages_is_no_news_in_another_shape() -> None:
    before = f"{_TABLE}\nVisitors shall be members of the immediate family."
    assert not _read(before, f"{_PROSE}\nThe list is for immediate family only.").relevant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "You sit side by side with no barrier and may hug when you come and when you go.",
            "There is no partition. One embrace at arrival and one at departure is allowed.",
        ),
        (
            "There is no glass, and you may hug.",
            "No barrier stands between people, who may embrace on meeting and on parting.",
        ),
    ],
)
def test_touch_without_a_barrier_is_the_same_in_another_shape(old: str, new: str) -> None:
    table, prose = ("\n".join(line for line in page.splitlines() if "lass" not in line) for page in (_TABLE, _PROSE))
    prose = f"{prose}\nYou have half an hour, twice in a week."
    assert not _read(f"{table}\n{old}", f"{prose}\n{new}").relevant


def test_rules_that_gave_way_to_a_pointer_moved_no_term() -> None:
    after = (
        "Marlow County Sheriff\nRoster, updated each quarter hour\nPay a bond in Room 4\nReport a crime at the desk\n"
        "Information about visiting is found in the inmate handbook, which the front desk has."
    )
    assert not [fact for fact in _read(_TABLE, after).facts if fact.after]


def test_a_page_that_names_an_exception_is_no_error_page() -> None:
    before = "List\nA. You may list ten adults.\nB. Visits are on Saturday.\nC. A visitor is on one list alone.\nD. Bring a card."
    after = (
        "The list of the people you want\nPropose as many as fifteen adults.\nBeing on two lists is not possible; the exception is "
        "close family.\nSaturdays are the day.\nShow a card at the door."
    )
    assert [(f.name, f.before, f.after) for f in _read(before, after).facts] == [("list_max", 10.0, 15.0)]


@pytest.mark.parametrize(
    "line",
    [
        "Window visits, Monday and Thursday from nine to eleven, have ended for good.",
        "Visits of 30 minutes at the glass are no longer held; all visits are by video.",
        "Since the fire there are no visits of 30 minutes any more.",
        "Former inmates may no longer visit.",
        "As of June 1 passports are no longer accepted.",
    ],
)
def test_a_loss_is_told_in_another_shape_though_it_names_what_the_old_page_states(line: str) -> None:
    assert _read(f"{_TABLE}\nBring a passport.", f"{_PROSE}\n{line}").direction is Direction.RESTRICTIVE


def test_a_page_states_a_span_and_a_clock_without_their_units() -> None:
    was = stated(_page("A visit is 45 minutes, for some 20 minutes.\nDoors open from 8:00 a.m. to 2:00 p.m."), "")
    now = stated(_page("You have 45 minutes together, or 20 if you are new.\nWe open between 8 and 2."), "")
    assert now.holds(was.figures)
    assert not stated(_page("A visit is 45 minutes."), "").holds(was.figures)


def test_an_age_is_no_span_of_time_and_a_price_is_no_bare_number() -> None:
    assert not stated(_page("Children under 18 years of age need a parent."), "").figures
    assert not stated(_page("Five people may come."), "").says("video_fee_usd", 5.0)


def test_a_section_number_is_no_figure_of_a_page() -> None:
    assert not stated(_page("Section 3: list\nBring a card."), "").says("list_max", 3.0)
    assert stated(_page("The list holds three names."), "").says("list_max", 3.0)


def test_what_a_page_claims_leaves_out_questions_and_other_callers() -> None:
    claims = page_claims(
        _page("Can I hug him?\nLawyers must make an appointment.\nYou talk by handset, without touching.")
    )
    assert (claims.touch, claims.booked) == ("", "")
    assert claims.glass == "you talk by handset, without touching."


def test_a_page_that_claims_both_is_neither_booked_nor_open() -> None:
    both = page_claims(_page("Weekday visits must be booked.\nOn Sunday no appointment is needed."))
    assert both.booked and both.unbooked


def test_a_figure_on_another_matter_does_not_state_a_term() -> None:
    booth = stated(_page("Only two fit in a booth."), "")
    assert not booth.states_near("visits_per_week", 2.0, "each inmate may receive 2 visits per week.")
    again = stated(_page("You can come twice in a week."), "")
    assert again.states_near("visits_per_week", 2.0, "each inmate may receive 2 visits per week.")


def test_a_page_of_many_hundred_lines_is_read_line_by_line_alone() -> None:
    sides = [[*_page(text)] * 50 for text in (_TABLE, _PROSE)]
    assert not is_reshaped(Scene(tuple(sides[0]), tuple(sides[1]), "", "jail"), Alignment((), (), (), ()))
    assert is_reshaped(Scene(_page(_TABLE), _page(_PROSE), "", "jail"), Alignment((), (), (), ()))

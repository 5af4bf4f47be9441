"""What a line is about that names no visit, and the same sentence on visits, which must stay told."""

from __future__ import annotations

import pytest

from monitors.language.pages.subjects import other_subject, own_subject
from monitors.language.words.wording import canonical
from monitors.records import Direction
from tests.unit.language.reading import PAGE, reading_of_page, whole_reading

OTHERS = [
    "Each cell holds two inmates.",
    "Money deposits at the kiosk are not available.",
    "Money orders may not be dropped off in the lobby.",
    "Inmates receive three meals a day.",
    "A visit to the nurse costs $10.",
    "Mail is delivered five times a week.",
    "Write as often as you like.",
    "Visitor parking costs $2 an hour.",
    "First appearances are held in person.",
    "In 1962 inmates were allowed one visit a month.",
    "The jail administrator has retired.",
    "Friends may not post bail.",
    "Felons may not ride along with deputies.",
    "Children under 12 may wear shorts.",
    "Only people on the visiting list may deposit money.",
    "We do not hire people on probation.",
    "Inmates are released only to a family member.",
]


@pytest.mark.parametrize("line", OTHERS)
def test_a_line_on_another_thing_is_known_by_its_subject(line: str) -> None:
    assert other_subject(canonical(line))


@pytest.mark.parametrize(
    "line",
    [
        "Each booth holds two visitors.",
        "Video visits at the kiosk are not available.",
        "Visits in the cells are not allowed.",
        "Book as often as you like.",
        "Visits may run 30 minutes.",
        "Friends may not post bail to get a visit.",
        "Account deposits cost $3 each.",  # may be the balance that pays for visits
        "Unused funds are refunded when you leave.",
        "All mail is scanned and delivered on tablets.",
        "Calls cost 7 cents a minute.",
        "The supreme court let families meet prisoners in person.",
        "Bail bond agents may no longer use the interview rooms.",
        "Kitchen workers: Sunday 9 to 11.",
        "Medical and segregation inmates are limited to one turn a week.",
        "Class C inmates are limited to one a week.",
        "The gym is open to families on Sunday.",
        "The dayroom kiosks are open until 10 p.m.",
        "Volunteers and clergy may come at any hour.",
    ],
)
def test_a_line_that_may_be_on_visits_or_calls_is_none_on_another_thing(line: str) -> None:
    assert not other_subject(canonical(line))


def test_on_a_jails_page_any_plain_noun_is_a_thing_of_its_own() -> None:
    assert own_subject(canonical("A welder sees inmates twice a week."))
    assert own_subject(canonical("The mural was painted by students."))


@pytest.mark.parametrize(
    "line",
    [
        "It may hold 14 people.",
        "Your list may carry 5 names.",
        "The ramada is closed.",  # nobody knows where people are visited
        "A sixth is not given.",
        "The last name decides; you get the same hours either way.",
    ],
)
def test_a_line_whose_subject_may_be_visits_is_left_to_rules_and_reader(line: str) -> None:
    assert not own_subject(canonical(line))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Each cell holds two inmates.", "Each cell holds one inmate."),
        ("Money deposits at the kiosk are available.", "Money deposits at the kiosk are not available."),
        ("Mail is delivered five times a week.", "Mail is delivered four times a week."),
        ("", "Write as often as you like."),
        ("Shorts are allowed.", "Shorts are not allowed."),
        ("A counselor sees inmates twice a week.", "A counselor sees inmates once a week."),
        ("The dayroom is open from 9 a.m. to 9 p.m.", "The dayroom is open from 9 a.m. to 7 p.m."),
        ("", "The lobby is open from 8 a.m. to 4 p.m. Monday through Friday."),
    ],
)
def test_other_things_tell_nothing_among_rules_on_visits(old: str, new: str) -> None:
    before, after = (f"{PAGE}\n{line}" for line in (old, new))
    assert not reading_of_page(before, after).relevant
    reworded = after.replace("Bring photo ID.", "Please bring a photo ID.")
    assert not reading_of_page(before, reworded).relevant


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Each inmate may have two visitors.", "Each inmate may have one visitor."),
        ("Video visits at the kiosk are available.", "Video visits at the kiosk are not available."),
        ("Visits are held five days a week.", "Visits are held four days a week."),
        ("Visit as often as you like.", "Visit at most once a week."),
        ("Each pod has two hours of visiting a day.", "Each pod has one hour of visiting a day."),
    ],
)
def test_the_same_sentences_on_visits_are_told(more: str, less: str) -> None:
    assert reading_of_page(f"{PAGE}\n{more}", f"{PAGE}\n{less}").direction is Direction.RESTRICTIVE
    assert reading_of_page(f"{PAGE}\n{less}", f"{PAGE}\n{more}").direction is Direction.RESTORATIVE


def test_what_stands_beside_a_line_on_another_thing_may_be_on_it() -> None:
    before = f"{PAGE}\nThe Red Cross holds a blood drive in the lobby 4 times a year."
    after = before.replace("4 times", "6 times") + " Walk-ins are fine; appointments go first."
    assert not whole_reading(before, after, title="Lanier County Jail: the state rule and our visits").relevant

"""Notices beside other changes, and in the words by which notices are announced: each is heard by itself."""

from __future__ import annotations

import pytest

from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity
from monitors.segments import plain_segments
from tests.unit.language.reading import reading_of_page as reading

PAGE = "Visiting\n{}Please arrive early.\n{}The records office closes at 4."
OTHER = [
    "Landfill hours have been extended.",
    "Polling places will be closed on Tuesday.",
    "Lockers are now free of charge.",
]


@pytest.mark.parametrize("other", OTHER)
@pytest.mark.parametrize(
    ("notice", "direction"),
    [
        ("Sunday visits have been added.", Direction.RESTORATIVE),
        ("The suspension of visits has been lifted.", Direction.RESTORATIVE),
        ("Appointments are no longer required for visits.", Direction.RESTORATIVE),
        ("Weekend visits have been discontinued.", Direction.RESTRICTIVE),
        ("Contact visits are no longer allowed.", Direction.RESTRICTIVE),
    ],
)
def test_a_notice_is_told_beside_news_on_something_else(notice: str, direction: Direction, other: str) -> None:
    found = reading(PAGE.format("", ""), PAGE.format(f"{other}\n", f"{notice}\n"))
    assert (found.relevant, found.direction) == (True, direction)


@pytest.mark.parametrize("other", OTHER)
def test_news_on_something_else_tells_nothing_also_twice(other: str) -> None:
    assert not reading(PAGE.format("", ""), PAGE.format(f"{other}\n", "The lobby is being painted.\n")).relevant


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Weekend visits have been discontinued.", "Video visits are now free."),
        ("Contact visits are allowed again.", "Weekend visits have been discontinued."),
        ("Only immediate family members may visit.", "Visits in Unit 4 have resumed."),
    ],
)
def test_a_gain_and_a_loss_in_two_notices_are_mixed(first: str, second: str) -> None:
    found = reading(PAGE.format("", ""), PAGE.format(f"{first}\n", f"{second}\n"))
    assert (found.relevant, found.direction) == (True, Direction.MIXED)


@pytest.mark.parametrize(
    "line",
    [
        "In-person visitation will end permanently on July 1.",
        "In-person visits have been discontinued.",
        "On-site visits are being eliminated.",
    ],
)
def test_the_end_of_visits_in_person_is_told_as_a_new_line(line: str) -> None:
    found = reading(PAGE.format("", ""), PAGE.format(f"{line}\n", ""))
    assert (found.relevant, found.direction, found.severity) == (True, Direction.RESTRICTIVE, Severity.CRITICAL)


@pytest.mark.parametrize(
    "line", ["Visits will end five minutes early for count.", "Tours of the jail will end on July 1."]
)
def test_the_end_of_a_visit_or_of_tours_is_not(line: str) -> None:
    assert not reading(PAGE.format("", ""), PAGE.format(f"{line}\n", "")).relevant


def test_two_lines_of_one_notice_are_one() -> None:
    after = "All visits are suspended this week. They resume next Monday."
    found = reading(PAGE.format("", ""), PAGE.format(f"{after}\n", "")).direction
    assert found is Direction.RESTRICTIVE


RULES = [
    "Visitors must be on the inmate's approved list.",
    "Children must be with an adult at all times.",
    "Inmates may refuse a visit.",
    "Food and drinks are not allowed in the visiting area.",
    "Late arrivals may lose their time slot.",
    "Please park in the lot on Oak Street.",
    "Legal mail is opened in the inmate's presence.",
    "Bail may be posted at any hour.",
]
REWORDED = {
    "Bags and phones must be left in a locker.": "Phones and bags must be stored in a locker.",
    "Weapons of any kind are prohibited.": "Weapons are prohibited.",
    "Visits may be monitored and recorded.": "Visits may be recorded and monitored.",
}


@pytest.mark.parametrize(
    ("notice", "direction"),
    [
        ("The suspension of visits has been lifted.", Direction.RESTORATIVE),
        ("Contact visits are no longer allowed.", Direction.RESTRICTIVE),
        ("Weekend visits have been discontinued.", Direction.RESTRICTIVE),
    ],
)
def test_a_notice_is_told_among_lines_that_are_reworded(notice: str, direction: Direction) -> None:
    before, after = ("\n".join([*RULES, *lines]) for lines in (REWORDED, REWORDED.values()))
    found = reading(f"Rules\n{before}", f"Rules\n{notice}\n{after}")
    assert (found.relevant, found.direction) == (True, direction)
    assert not reading(f"Rules\n{before}", f"Rules\n{after}").relevant
    assert not reading(f"Rules\n{before}", f"Rules\nJail tours have resumed.\n{after}").relevant


WAYS = [
    "NOTICE: {}",
    "UPDATE 3/14: {}",
    "Important notice - {}",
    "ATTENTION VISITORS: {}",
    "⚠️ {}",
    "Please be advised that {}",
    "Sheriff Lee wants families to know: {}",
    "{} #JailNews",
]


@pytest.mark.parametrize("way", WAYS)
def test_a_line_is_read_without_the_words_that_announce_it(way: str) -> None:
    assert [unit.plain for unit in units(plain_segments(way.format("Children may visit again.")))] == [
        "children may visit again."
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("children may visit again.", Direction.RESTORATIVE),
        ("video visits are now free.", Direction.RESTORATIVE),
        ("visitors must now pay a $5 fee for each visit.", Direction.RESTRICTIVE),
        ("visits are now limited to 20 minutes.", Direction.RESTRICTIVE),
    ],
)
def test_news_is_told_however_it_is_announced(way: str, line: str, direction: Direction) -> None:
    found = reading(PAGE.format("", ""), PAGE.format(f"{way.format(line)}\n", ""))
    assert (found.relevant, found.direction) == (True, direction)


@pytest.mark.parametrize("way", WAYS)
def test_other_news_tells_nothing_however_it_is_announced(way: str) -> None:
    for line in ("The museum now charges a $5 admission fee.", "Jail tours resume on Monday."):
        assert not reading(PAGE.format("", ""), PAGE.format(f"{way.format(line)}\n", "")).relevant


@pytest.mark.parametrize("line", ["☐ Contact visits are allowed here", "Notice: no visits", "$12 for each visit"])
def test_what_says_something_is_kept(line: str) -> None:
    assert units(plain_segments(line))[0].plain == line.lower()


@pytest.mark.parametrize(
    "line", ["The price of visits is posted.", "UPDATE 3/21: Visits on Sunday are held in room 2."]
)
def test_the_day_of_an_update_is_no_change(line: str) -> None:
    before = PAGE.format(f"{line.replace('3/21', '3/14')}\n", "")
    assert not reading(before, PAGE.format(f"{line}\n", "")).relevant

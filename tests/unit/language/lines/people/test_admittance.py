"""How a class of people is let in."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE as WHOLE
from tests.unit.language.reading import facts, reading, reading_of_page, rules, whole_reading

PAGE = "Visits last one hour.\n{}\nVisitors sign the book."


def told(before: str, after: str) -> tuple[bool, Direction | None]:
    found = reading(PAGE.format(before), PAGE.format(after), title="Visitor approval", kind="doc")
    return "P-admittance" in rules(found), found.direction if found.relevant else None


@pytest.mark.parametrize(
    ("seen", "away"),
    [
        ("will be seen as space allows", "will be turned away"),
        ("may come in if there is room", "cannot be admitted"),
        ("can be admitted on a space-available basis", "may no longer be admitted"),
    ],
)
def test_who_comes_without_a_booking_is_let_in_where_there_is_room_or_not_at_all(seen: str, away: str) -> None:
    easier, harder = (PAGE.format(f"Visitors without an appointment {what}.") for what in (seen, away))
    for sides, direction in (((harder, easier), Direction.RESTORATIVE), ((easier, harder), Direction.RESTRICTIVE)):
        found = reading_of_page(*sides)
        assert (found.direction, found.severity, found.topics) == (direction, Severity.MINOR, (Topic.SCHEDULE,))
        assert rules(found) == {"P-admittance-unbooked"}


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        (
            "Applicants who owe restitution will be considered case by case.",
            "Applicants who owe restitution will not be approved.",
        ),
        ("Persons on probation may visit with the consent of the officer.", "Persons on probation may not visit."),
        ("Former employees may visit.", "Former employees need the written approval of the warden."),
        ("Co-defendants may be approved.", "Co-defendants are excluded."),
        ("Volunteers are welcome.", "Volunteers are not allowed to visit."),
        ("Cousins may be put on the visiting list.", "Cousins may no longer visit."),
        ("Victims of the offense can visit.", "Victims of the offense are no longer allowed to visit."),
        ("Former inmates may apply to visit.", "Former inmates are disqualified from visiting."),
    ],
)
def test_a_class_that_is_let_in_otherwise_is_told(easier: str, harder: str) -> None:
    assert told(easier, harder) == (True, Direction.RESTRICTIVE)
    assert told(harder, easier) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Persons on probation may not visit.", "Persons on probation are excluded."),
        ("Visitors who arrive late will not be admitted.", "Visitors who arrive late may be considered."),
        ("Former employees may visit.", "Current employees may not visit."),
        ("Visitors in shorts will not be admitted.", "Visitors in shorts may be admitted with permission."),
    ],
)
def test_other_lines_are_not_told_by_it(before: str, after: str) -> None:
    assert not told(before, after)[0]


@pytest.mark.parametrize(
    ("let_in", "barred", "fact"),
    [
        ("Minors may visit.", "Minors are barred from visiting.", True),
        ("Grandchildren are let in.", "Grandchildren can't visit.", True),
        ("Teenagers without a parent are allowed to visit.", "Teenagers without a parent may not visit.", False),
    ],
)
def test_children_who_are_let_in_or_not(let_in: str, barred: str, fact: bool) -> None:
    for before, after, now in ((let_in, barred, False), (barred, let_in, True)):
        found = reading_of_page(f"{WHOLE}\n{before}", f"{WHOLE}\n{after}")
        assert found.direction is (Direction.RESTORATIVE if now else Direction.RESTRICTIVE)
        assert facts(found) == ({"minors_allowed": (not now, now)} if fact else {})


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Non-relatives may now visit.", Direction.RESTORATIVE),
        ("Former inmates are once more allowed to visit.", Direction.RESTORATIVE),
        ("Children under 12 may now visit.", Direction.RESTORATIVE),
        ("Cousins may no longer visit.", Direction.RESTRICTIVE),
        ("Visitors on parole are now barred from visiting.", Direction.RESTRICTIVE),
    ],
)
def test_a_new_line_says_who_may_come_now(line: str, direction: Direction) -> None:
    for before, after in (("", line), ("NOTICE\nThe lobby opens at 8 a.m.", f"NOTICE\n{line}")):
        found = reading_of_page(f"{before}\n{WHOLE}", f"{after}\n{WHOLE}")
        assert found.direction is direction and rules(found) & {"P-admittance", "P-turn-minors", "P-kin"}


def test_a_new_line_that_says_what_was_known_tells_nothing() -> None:
    page = f"{WHOLE}\nCousins may visit."
    assert not reading_of_page(page, f"{page}\nNEWS\nCousins may now visit.").relevant
    assert "P-admittance" not in rules(reading_of_page(WHOLE, f"{WHOLE}\nCousins may visit."))


def test_children_elsewhere_tell_nothing() -> None:
    before, after = (f"{WHOLE}\nChildren are {said} at the open house." for said in ("welcome", "not welcome"))
    assert "P-turn-minors" not in rules(reading_of_page(before, after))


@pytest.mark.parametrize(
    "line",
    [
        "Children will be allowed to visit from May 1.",
        "Former inmates will not be barred from visiting.",
        "The jail has started letting friends visit.",
        "The sheriff lets people on parole visit again.",
    ],
)
def test_a_class_that_comes_from_now_on_is_told_without_a_now(line: str) -> None:
    found = reading_of_page(WHOLE, f"{WHOLE}\n{line}")
    assert found.direction is Direction.RESTORATIVE
    assert rules(found) <= {"P-admittance", "P-turn-minors", "P-kin"}


@pytest.mark.parametrize(
    "line", ["Visitors will be let in at nine.", "Volunteers will be allowed to visit the chapel."]
)
def test_that_visitors_are_let_in_is_a_rule(line: str) -> None:
    assert "P-admittance" not in rules(reading_of_page(WHOLE, f"{WHOLE}\n{line}"))


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Children may now visit the county jail.", Direction.RESTORATIVE),
        ("Friends of inmates will be allowed to visit inmates, the sheriff said.", Direction.RESTORATIVE),
        ("The county jail has barred former inmates from visiting.", Direction.RESTRICTIVE),
        ("A new policy at the jail keeps children from visiting.", Direction.RESTRICTIVE),
    ],
)
def test_who_may_come_is_news_in_a_paper_that_names_the_jail(line: str, direction: Direction) -> None:
    page = "County news\nThe board meets on Mondays."
    assert whole_reading(page, f"{page}\n{line}", kind="news").direction is direction


def test_a_paper_that_names_no_jail_is_left_to_the_others() -> None:
    page = "County news\nThe board meets on Mondays."
    found = whole_reading(page, f"{page}\nChildren may no longer visit.", kind="news")
    assert "P-turn-minors" not in rules(found)

"""Lines that say that something became more or less, and not what it is now; its figure is no new value."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import PAGE, facts, reading_of_page, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE
RULES = (
    "Visiting rules\nVisiting hours are 9 a.m. to 5 p.m.\nEach visit lasts 30 minutes.\nA video visit costs $6.\n"
    "Each inmate may have two visits a week.\nTwo visitors may come at a time."
)


@pytest.mark.parametrize(
    ("line", "direction", "rule", "headline"),
    [
        ("Visiting will end two hours later.", MORE, "P-more-hours", "Longer visiting hours"),
        ("Visiting starts half an hour later from May 1.", LESS, "P-more-hours", "Shorter visiting hours"),
        ("We have shortened visiting hours to 10 a.m. to 2 p.m.", LESS, "P-more-hours", "Shorter visiting hours"),
        ("Visiting hours have been cut.", LESS, "P-more-hours", "Shorter visiting hours"),
        ("Every visit gains ten minutes.", MORE, "P-more-length", "Longer visits"),
        ("Visits will be fifteen minutes longer.", MORE, "P-more-length", "Longer visits"),
        ("The jail has shortened visits by ten minutes.", LESS, "P-more-length", "Shorter visits"),
        ("The company has increased the price of a video visit by $3.", LESS, "P-more-price", "Price of visits up"),
        ("The price of a video visit has been halved.", MORE, "P-more-price", "Price of visits down"),
        ("A third weekly visit has been added.", MORE, "P-more-number", "More visits, visitors or days"),
        ("Inmates lose their second weekly visit.", LESS, "P-more-number", "Fewer visits, visitors or days"),
        (
            "There is no longer a limit on the number of visits.",
            MORE,
            "P-more-limit",
            "Number of visits or visitors no longer limited",
        ),
        ("Same-day booking is no longer possible.", LESS, "P-more-booking", "Visits harder to book"),
    ],
)
def test_a_difference_is_told_by_its_way_and_no_value(
    line: str, direction: Direction, rule: str, headline: str
) -> None:
    found = whole_reading(RULES, f"{RULES}\n{line}")
    assert (found.direction, found.headline, rules(found)) == (direction, headline, {rule})
    assert not facts(found)


@pytest.mark.parametrize(
    "line",
    [
        "The price of parking has been raised by $1.",
        "A new visitor has been added.",
        "An additional officer was added.",
    ],
)
def test_what_else_became_more_tells_nothing_here(line: str) -> None:
    assert not any(rule.startswith("P-more") for rule in rules(whole_reading(RULES, f"{RULES}\n{line}")))


def test_in_a_paper_the_jail_must_be_named() -> None:
    paper = "County news\nThe roof of the library leaks."
    line = "An additional visit has been added."
    assert "P-more-number" not in rules(whole_reading(paper, f"{paper}\n{line}", title="", kind="news"))


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Visiting now ends at 8 p.m.", MORE),
        ("Visits are now held until 3 p.m.", LESS),
        ("We now keep visiting open until 7 p.m.", MORE),
        ("Visiting now starts at 10 a.m.", LESS),
        ("The last visit now starts at 2 p.m. instead of 4 p.m.", LESS),
    ],
)
def test_an_hour_is_held_against_the_one_that_the_page_or_the_line_gives(line: str, direction: Direction) -> None:
    found = reading_of_page(RULES, f"{RULES}\n{line}")
    assert (found.direction, rules(found)) == (direction, {"D10-edge"})


def test_long_is_no_longer() -> None:
    """ "15 minutes longer" lost its last word but for two letters when lengths were brought to one spelling."""
    found = whole_reading(RULES, f"{RULES}\nVisits will be fifteen minutes longer.")
    assert "min_age" not in facts(found)


def test_the_hours_that_the_notice_replaces_are_not_lost() -> None:
    before, after = (
        f"Visiting rules\nVisitors sign in.\n{line}"
        for line in ("Visiting hours are 9 to 5.", "Visiting hours are one hour longer.")
    )
    assert reading_of_page(before, after).direction is MORE


def test_one_more_visitor_at_each_visit() -> None:
    found = whole_reading(PAGE, f"{PAGE}\nA third visitor will be permitted at each visit.")
    assert (found.direction, rules(found)) == (Direction.RESTORATIVE, {"P-more-number"})

"""Lines that come or go and tell nothing by themselves, beside those like them that do."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import PAGE, reading_of_page

_WHY = "R2 what came or went is no news"


@pytest.mark.parametrize(
    "line",
    [
        "Visits on December 26 will be held as usual from 9 a.m. to 3 p.m.",
        "In-person visits go on at the glass, as before.",
        "Your booked visit will not be affected.",
        "All appointments have not been moved.",
        "The contact form has been removed from this page.",
        "Some broken links on visiting have been fixed on our site.",
        "A burst pipe has closed the lobby.",
        "The flood has shut the front lobby for now.",
    ],
)
def test_a_line_that_came_and_is_no_news(line: str) -> None:
    found = reading_of_page(PAGE, f"{PAGE}\n{line}")
    assert not found.relevant
    assert _WHY in found.why


@pytest.mark.parametrize(
    "line",
    [
        "Visits will be held again as usual from Monday on.",
        "Your visit will be canceled if you come late.",
        "A burst pipe has closed the visiting room.",
        "The visiting form has been removed from this page.",
    ],
)
def test_a_line_like_them_is_left_to_others(line: str) -> None:
    assert _WHY not in reading_of_page(PAGE, f"{PAGE}\n{line}").why


@pytest.mark.parametrize(
    ("notice", "silent"),
    [
        ("In-person visits are suspended through March 3 because of a water leak.", True),
        ("All visiting hours have been cancelled until June 12, 2026, due to paving.", True),
        ("Visits are on hold until 4/9.", True),
        ("In-person visits are suspended until further notice because of a water leak.", False),
        ("In-person visits are suspended through March 3, and children may not come after that.", False),
    ],
)
def test_a_stop_with_its_last_day_that_is_taken_down_had_run_out(notice: str, silent: bool) -> None:
    found = reading_of_page(f"{PAGE}\n{notice}", PAGE)
    assert (_WHY in found.why) is silent
    assert not (silent and found.relevant)


def test_what_the_page_says_already_is_no_news_and_what_it_does_not_say_is() -> None:
    page = f"{PAGE}\nCousins may visit."
    assert not reading_of_page(page, f"{page}\nNEWS\nCousins may now visit.").relevant
    assert reading_of_page(page, f"{page}\nNEWS\nGrandparents may now visit.").direction is Direction.RESTORATIVE


def test_as_usual_beside_a_line_on_visits_that_went_may_be_their_return() -> None:
    stopped = f"{PAGE}\nThere are no visits on December 26."
    found = reading_of_page(stopped, f"{PAGE}\nVisits on December 26 will be held as usual.")
    assert _WHY not in found.why


@pytest.mark.parametrize(
    ("before", "after", "silent"),
    [
        ("Applications to visit are closed until May 1.", "Applications to visit are closed until May 1, 2026.", True),
        ("Visits are suspended until May 1, 2026.", "Visits are suspended until May 1.", True),
        ("Visits are suspended until May 1, 2026.", "Visits are suspended until May 8.", False),
        ("Visits are suspended until May 1.", "Visits on Sunday are suspended until May 1, 2026.", False),
    ],
)
def test_the_year_of_a_day_is_no_news(before: str, after: str, silent: bool) -> None:
    found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    assert (_WHY in found.why) is silent

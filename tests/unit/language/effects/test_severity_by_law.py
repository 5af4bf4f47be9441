"""How grave a change is where one unit is meant (S6) and where a vote is still to come (S5)."""

import pytest

from monitors.records import Severity
from tests.unit.language.reading import PAGE, reading, reading_of_page, whole_reading

OF_ONE_HOUSING_UNIT = [
    (
        "Visits in Housing Unit 4 are suspended until further notice.",
        "Visits in Housing Unit 4 have resumed.",
        Severity.MINOR,
    ),
    (
        "Contact visits in Housing Unit B have been discontinued.",
        "Contact visits in Housing Unit B are held as usual.",
        Severity.MINOR,
    ),
    (
        "Inmates in Housing Unit 4 have two visits a week.",
        "Inmates in Housing Unit 4 have one visit a week.",
        Severity.MINOR,
    ),
    (
        "Visits in each housing unit are suspended until further notice.",
        "Visits in each housing unit have resumed.",
        Severity.MAJOR,
    ),
]


@pytest.mark.parametrize(("old", "new", "severity"), OF_ONE_HOUSING_UNIT)
def test_a_housing_unit_with_its_number_is_one_unit(old: str, new: str, severity: Severity) -> None:
    for before, after in ((old, new), (new, old)):
        assert reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}").severity is severity


def test_a_vote_to_come_is_one_level_below_the_act() -> None:
    plan = "Commissioners will vote next month on a plan to end in-person visits at the jail."
    act = "Commissioners voted to end in-person visits at the jail."
    rest = "Questions may be sent to the office."
    levels = [reading(rest, f"{line}\n\n{rest}", title="", kind="news").severity for line in (plan, act)]
    assert levels == [Severity.MAJOR, Severity.CRITICAL]


@pytest.mark.parametrize(
    "line",
    [
        "The board will consider a plan to end in-person visits on Tuesday.",
        "The board of supervisors tabled a plan to end in-person visits.",
        "The sheriff wants to end in-person visits.",
        "The county is considering ending in-person visits.",
        "A bill that would guarantee in-person visits was introduced on Monday.",
    ],
)
@pytest.mark.parametrize("kind", ["news", "jail"])
def test_what_is_only_planned_is_a_level_lower_and_named_so(line: str, kind: str) -> None:
    page = "County Jail\nThe jail roof is being repaired."
    found = whole_reading(page, f"{page}\n{line}", title="", kind=kind)
    assert (found.severity, found.headline[:9]) == (Severity.MAJOR, "Proposed:")


def test_what_visitors_are_asked_to_do_is_no_plan() -> None:
    page = "County Jail\nVisitors are asked to plan ahead."
    found = whole_reading(page, f"{page}\nIn-person visits have been eliminated.", title="", kind="doc")
    assert found.severity is Severity.CRITICAL


def test_what_might_happen_is_headed_as_proposed() -> None:
    page = "The county jail holds 200 people.\nThe county board meets on Mondays."
    for line in ("In-person visits might return to the county jail.", "The sheriff could bring back in-person visits."):
        found = whole_reading(page, f"{page}\n{line}", kind="news")
        assert found.headline.startswith("Proposed: ") and found.relevant


def test_booths_closed_from_day_to_day_are_a_minor_stop() -> None:
    page = "Visits are 25 minutes, through glass, on Tuesday and Friday, 12:30 p.m. to 5:30 p.m.{}"
    stop = " The booths will be closed from Monday, June 9 through Saturday, June 14 while the floor is replaced."
    assert whole_reading(page.format(""), page.format(stop)).severity is Severity.MINOR


def test_a_higher_share_that_is_only_proposed_is_minor() -> None:
    before = "The current deal gives the county 20 percent of what families pay for video."
    after = f"{before} Under the proposal the share would go up to 35 percent, he said. They will vote on it May 12."
    found = whole_reading(before, after, title="New jail video deal", kind="news")
    assert found.relevant and found.severity is Severity.MINOR

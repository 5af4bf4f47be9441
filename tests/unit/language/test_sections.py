"""A section that went or came: what it held is not repealed by silence, nor is a bound first told a gain."""

from __future__ import annotations

import pytest

from monitors.language.judge import direction_of
from monitors.language.pages.align import align
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import units
from monitors.language.sections import told_of_whole
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import rules, whole_reading

TITLE = "Visiting | Harlow County Sheriff"
PAGE = (
    "Inmate visiting\n\nThe jail welcomes family and friends of inmates.\n\n"
    "All visits take place in the booths on the first floor."
)
LIMITS = (
    "Visit limits\n\nNo more than two visitors may attend a visit.\n\n"
    "Children under 12 are not admitted to the visiting area.\n\nVisits last no longer than 30 minutes."
)
RIGHTS = (
    "Your rights as a parent\n\nEvery youth is guaranteed at least one in-person visit each week.\n\n"
    "Visits are never taken away as discipline.\n\nA parent who is refused a visit may appeal to the superintendent."
)
HOURS = (
    "Visiting schedule\n\nA Pod | Monday | 9:00 AM - 11:00 AM\nB Pod | Tuesday | 9:00 AM - 11:00 AM\n"
    "C Pod | Saturday | 1:00 PM - 4:00 PM"
)
LETTERS = (
    "Phone calls and letters\n\nYouth may telephone home every evening.\n\n"
    "Letters are welcome and are not read by staff.\n\nFood may not be brought in."
)
MASKS = "Dress\n\nShorts are not permitted.\n\nHats stay in the car.\n\nShoes must be worn."


def read(before: str, after: str):  # type: ignore[no-untyped-def]
    return whole_reading(before, after, title=TITLE)


def test_limits_that_vanish_with_their_section_are_neither_gain_nor_loss() -> None:
    found = read(f"{PAGE}\n\n{LIMITS}\n\n{MASKS}", f"{PAGE}\n\n{MASKS}")
    assert found.direction is Direction.NEUTRAL and "R12-section" in rules(found)
    assert found.severity is Severity.MAJOR
    assert found.headline.startswith("Section removed: Visit limits (")


def test_a_new_section_of_limits_is_no_mixture_of_gains_and_losses() -> None:
    found = read(f"{PAGE}\n\n{MASKS}", f"{PAGE}\n\n{LIMITS}\n\n{MASKS}")
    assert found.direction is not Direction.MIXED and found.direction is not Direction.RESTORATIVE
    assert "R12-section" in rules(found)


@pytest.mark.parametrize("section", [RIGHTS, HOURS])
def test_rights_and_hours_that_vanish_are_a_loss(section: str) -> None:
    found = read(f"{PAGE}\n\n{section}", PAGE)
    assert found.direction is Direction.RESTRICTIVE and "R12-section" in rules(found)


def test_a_single_limit_that_goes_is_lifted() -> None:
    found = read(
        f"{PAGE}\n\n{LIMITS}",
        f"{PAGE}\n\n{LIMITS.replace('Children under 12 are not admitted to the visiting area.', '')}",
    )
    assert found.direction is Direction.RESTORATIVE and "R12-section" not in rules(found)


def test_a_notice_of_a_stop_that_goes_is_no_section_of_rules() -> None:
    notice = (
        "Notice to families\n\nAll visits are suspended until further notice.\n\n"
        "Visitors are asked to call ahead.\n\nVisits by video are not affected."
    )
    found = read(f"{PAGE}\n\n{notice}", PAGE)
    assert "R12-section" not in rules(found)


def test_a_clause_struck_from_a_contract_keeps_its_verdict() -> None:
    clause = (
        "Section 4: Visits\n\nThe county shall end in-person visits at the facility.\n\n"
        "The provider is the sole source of visits.\n\nVisits shall be by video only."
    )
    other = "Section 9: Venue\n\nDisputes are heard in the county."
    found = whole_reading(
        f"Agreement\n\n{clause}\n\n{other}", f"Agreement\n\n{other}", title="Agreement", kind="contract"
    )
    assert found.direction is Direction.RESTORATIVE and "R12-section" not in rules(found)


def test_a_section_on_letters_and_calls_tells_nothing() -> None:
    assert not read(f"{PAGE}\n\n{LETTERS}", PAGE).relevant
    assert not read(PAGE, f"{PAGE}\n\n{LETTERS}").relevant


def test_rules_that_stand_on_another_page_now_are_neither_gain_nor_loss() -> None:
    pointer = "More pages\n\nVisiting rules are now on a page of their own: see Rules for Visits."
    found = read(f"{PAGE}\n\n{RIGHTS}\n\n{LIMITS}", f"{PAGE}\n\n{pointer}")
    assert found.direction is Direction.NEUTRAL and rules(found) == {"R12-elsewhere"}
    assert found.headline == "Visiting rules moved to another page"


def test_rules_that_gave_way_to_a_pointer_in_strange_words_take_their_topics_along() -> None:
    rules_of_visits = (
        "Men: Monday and Wednesday, 6 to 8 p.m. Each visit is half an hour and takes place in the booths. "
        "Two visits a week. A child under seventeen comes with a parent.\n"
    )
    pointer = "For anything to do with visits please ask your loved one's housing sergeant.\n"
    page = "{}\nRelease takes two to six hours after the paper arrives.\n"
    found = whole_reading(page.format(rules_of_visits), page.format(pointer), title="Egg County Jail - Families")
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MAJOR)
    assert {Topic.SCHEDULE, Topic.DURATION_FREQUENCY, Topic.ELIGIBILITY, Topic.IN_PERSON} <= set(found.topics)


def test_neutral_news_by_ear_is_minor() -> None:
    page = "Remote visits are run by {}. A visit of 25 minutes costs $6.25.\n"
    old, new = (units(plain_segments(page.format(name))) for name in ("Vidigo", "Clearwire Visits"))
    heard = Told((Effect("L-reader", 0, Severity.MAJOR, (Topic.VIDEO_REMOTE,)),))
    changed = align(old, new)
    found = told_of_whole(Scene(old, new, "visiting", "jail"), changed, changed, heard, direction_of)
    assert [effect.severity for effect in found.effects] == [Severity.MINOR]


@pytest.mark.parametrize(
    "told",
    ["ViaPath, the new name of GTL", "ViaPath Technologies, formerly GTL", "ViaPath (until last spring called GTL)"],
)
def test_a_company_under_another_name_is_no_other_company(told: str) -> None:
    page = (
        "Our provider for screens is {}. Set up your {} account before the first visit. A visit is $9 for 30 minutes.\n"
    )
    found = whole_reading(page.format("GTL", "GTL"), page.format(told, "ViaPath VisitNow"))
    assert not found.relevant

"""Minutes that tell a motion and what came of it in sentences of their own."""

from __future__ import annotations

import pytest

from monitors.language.pages.minutes import in_one_sentence, motion_lines
from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import rules, whole_reading

PAGE = "Jail news\nThe sheriff thanks all volunteers.\n{}\nMail is opened and inspected."


def last(text: str):  # type: ignore[no-untyped-def]
    return units(plain_segments(text))[-1]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Moved by Smith to end visits. Seconded by Lee. Motion carried 4-1.", "motion to end visits: carried"),
        ("Ms. Hale moved to end visits, seconded by Mr. Orr. Lost 2-3.", "motion to end visits: lost"),
        ("It was moved to end visits. Vote: 1-4.", "motion to end visits: failed"),
        ("It was moved to end visits. The vote was 5 to 0.", "motion to end visits: carried"),
        ("It was moved to end visits. Vote: 12-0.", "motion to end visits: carried"),
        ("It was moved to end visits. Vote: 14-5.", "motion to end visits: carried"),
        ("It was moved to end visits. Vote: 3-12.", "motion to end visits: failed"),
        ("The vote to end visits was 2-3.", "motion to end visits: failed"),
        ("The board's vote to end visits was 13-2.", "motion to end visits: carried"),
        ("Request to end visits. Granted.", "request to end visits: approved"),
        ("Item 7: proposal to end visits. Vote: failed, 2-3.", "item 7: proposal to end visits: failed"),
        ("Visits end at 4. Motion carried.", ""),
        ("Moved by Smith to end visits. The meeting adjourned.", ""),
        ("Moved by Smith to pave the road. Motion carried.", ""),
    ],
)
def test_motion_and_outcome_are_put_into_one_sentence(text: str, sentence: str) -> None:
    assert in_one_sentence(last(text)) == sentence


def test_the_lines_up_to_the_motion() -> None:
    found = motion_lines(last("Roll was called. Moved to end visits. Seconded by Lee. Motion carried."))
    assert found == ("seconded by lee.", "moved to end visits.")


@pytest.mark.parametrize(
    ("act", "outcome", "direction"),
    [
        ("rescind the ban on contact visits", "Motion carried 4-1", Direction.RESTORATIVE),
        ("rescind the ban on contact visits", "Motion failed 2-3", Direction.RESTRICTIVE),
        ("end in-person visits", "Vote: 3-2", Direction.RESTRICTIVE),
        ("end in-person visits", "Denied", Direction.RESTORATIVE),
    ],
)
def test_what_came_of_a_motion_is_told(act: str, outcome: str, direction: Direction) -> None:
    minutes = f"Moved by Smith to {act}. Seconded by Lee. {outcome}."
    found = whole_reading(PAGE.replace("{}\n", ""), PAGE.format(minutes))
    assert found.direction is direction and "D4-decision" in rules(found) and len(found.findings) == 1


@pytest.mark.parametrize(("count", "direction"), [("2-3", Direction.RESTORATIVE), ("12-0", Direction.RESTRICTIVE)])
def test_a_vote_that_names_its_matter_is_told_by_its_count(count: str, direction: Direction) -> None:
    found = whole_reading(PAGE.replace("{}\n", ""), PAGE.format(f"The vote to end in-person visits was {count}."))
    assert found.direction is direction and "D4-decision" in rules(found)


def test_an_outcome_that_turned_is_told_without_the_old_one() -> None:
    was, now = (
        f"Moved by Smith to end in-person visits. {how}." for how in ("Motion carried 3-2", "Motion failed 2-3")
    )
    found = whole_reading(PAGE.format(was), PAGE.format(now))
    assert found.direction is Direction.RESTORATIVE and "D4-decision" in rules(found) and len(found.findings) == 1

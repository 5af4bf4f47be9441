"""The topics of a page that is gone are those of the terms it stated."""

from __future__ import annotations

import pytest

from monitors.language.effects.topics_held import topics_held
from monitors.language.pages.sentences import units
from monitors.records import Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading

PAGE = (
    "Window visits: Wednesday and Sunday, 2 to 5 p.m.\nHome video: any day, $4.50 for 15 minutes.\n"
    "Visitors must be on the inmate's list.\nA visit lasts 30 minutes.\n"
)


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Visits are on Sunday from 1 to 3.", Topic.SCHEDULE),
        ("Visits take place in the glass booths.", Topic.IN_PERSON),
        ("You may embrace at the start of a visit.", Topic.CONTACT),
        ("You can visit from home with your own tablet.", Topic.VIDEO_REMOTE),
        ("The lobby kiosks are open to visitors.", Topic.VIDEO_ONSITE),
        ("A visit costs $5.", Topic.FEES),
        ("A visit lasts 30 minutes.", Topic.DURATION_FREQUENCY),
        ("Visitors must be on the inmate's list.", Topic.ELIGIBILITY),
    ],
)
def test_each_term_has_its_topic(line: str, topic: Topic) -> None:
    assert topic in topics_held(units(plain_segments(line)), "")


@pytest.mark.parametrize("line", ["Attorneys may visit on any day.", "Please arrive 15 minutes early."])
def test_what_states_no_term_of_the_public_leaves_meeting_in_person(line: str) -> None:
    assert topics_held(units(plain_segments(line)), "") == (Topic.IN_PERSON,)


@pytest.mark.parametrize(
    "after", ["", "This page is no longer kept. For visits please see the sheriff's new portal.\n"]
)
def test_a_page_that_is_gone_or_moved_takes_them_with_it(after: str) -> None:
    expected = {*Topic} & {
        Topic.IN_PERSON,
        Topic.VIDEO_REMOTE,
        Topic.FEES,
        Topic.DURATION_FREQUENCY,
        Topic.SCHEDULE,
        Topic.ELIGIBILITY,
    }
    assert set(whole_reading(PAGE, after, title="Alder County Jail: visiting").topics) == expected

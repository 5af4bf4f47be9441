"""Visits from home on top of those in person are no return of meeting in person."""

from __future__ import annotations

import pytest

from monitors.language.effects.supplement import as_supplement
from monitors.language.pages.align import align
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import units
from monitors.records import Fact, Severity, Topic
from monitors.segments import plain_segments

GAIN = Effect("L-reader", 1, Severity.CRITICAL, (Topic.IN_PERSON,), (Fact("in_person_allowed", False, True),))
OFFER = "You can also see your person on your own phone. "


def _told(line: str, before: str = "Visits are at the windows.") -> Effect:
    old, new = (units(plain_segments(text)) for text in (before, line))
    return as_supplement(Told((GAIN,)), Scene(old, new, "visiting", "jail"), align(old, new)).effects[0]


@pytest.mark.parametrize(
    "kept",
    [
        "This comes on top of the window visits, which stay as they are.",
        "They come in addition to window visits, not in place of them.",
        "It takes nothing from your time at the glass.",
    ],
)
def test_a_gain_beside_visits_that_go_on_is_one_of_video(kept: str) -> None:
    found = _told(OFFER + kept)
    assert (found.topics, found.severity, found.facts) == ((Topic.VIDEO_REMOTE,), Severity.MAJOR, ())


@pytest.mark.parametrize(
    "line", [OFFER, "The booths are open again, as before.", OFFER + "The booths are open again from Monday."]
)
def test_anything_else_is_left_as_heard(line: str) -> None:
    assert _told(line) == GAIN


def test_windows_that_are_back_beside_screens_that_go_on_are_a_return() -> None:
    before = "All visits are by video, from home or in the lobby."
    assert _told("Window visits are back from June 1. Video visits from home stay as they are.", before) == GAIN

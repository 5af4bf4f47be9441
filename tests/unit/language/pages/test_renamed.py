"""A company's new name is no change of what it offers, and does not hide one."""

from __future__ import annotations

import pytest

from monitors.language.pages.renamed import under_new_names
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading

OLD = (
    "GlassTalk runs video visiting at the Coosaw County Detention Center.\n"
    "One GlassTalk account is enough for all the people you visit.\n"
    "In the lobby: free on GlassTalk stations, Tuesdays and Sundays.\n"
    "A GlassTalk visit from home costs $5 for 20 minutes."
)
TOLD = [
    "GlassTalk is now called Clearline.",
    "GlassTalk has changed its name to Clearline.",
    "GlassTalk has a new name: we are now Clearline.",
    "You now sign in with Clearline (formerly GlassTalk).",
]


@pytest.mark.parametrize("told", TOLD)
def test_lines_of_the_old_page_are_compared_under_the_new_name(told: str) -> None:
    new = f"{told}\n{OLD.replace('GlassTalk', 'Clearline')}"
    old, now = (units(plain_segments(text)) for text in (OLD, new))
    scene = under_new_names(Scene(old, now, "", "vendor"))
    assert [unit.plain for unit in scene.before] == [unit.plain for unit in now[1:]]
    assert [unit.text for unit in scene.before] == [unit.text for unit in old]  # what people are shown


def test_a_name_that_goes_on_beside_another_is_not_renamed() -> None:
    new = f"GlassTalk is now Clearline.\n{OLD}"
    old, now = (units(plain_segments(text)) for text in (OLD, new))
    assert under_new_names(Scene(old, now, "", "vendor")).before == old


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Visits are Monday.", "Visits are now Tuesday."),
        ("Walk-ins are seen on Booths 1 to 4.", "Booths are now Tablets."),
        ("Ask about Contact Visits.", "Contact Visits are now Video Visits."),
    ],
)
def test_what_visits_are_made_of_is_no_name(was: str, now: str) -> None:
    old, new = (units(plain_segments(text)) for text in (was, now))
    assert under_new_names(Scene(old, new, "", "jail")).before == old


@pytest.mark.parametrize("told", TOLD[:3])
def test_a_page_under_a_new_name_is_silent_but_for_what_else_moved(told: str) -> None:
    new = f"{told}\n{OLD.replace('GlassTalk', 'Clearline')}"
    assert not whole_reading(OLD, new, kind="vendor").relevant
    dearer = whole_reading(OLD, new.replace("$5", "$8"), kind="vendor")
    assert dearer.direction is Direction.RESTRICTIVE


def test_a_title_may_tell_the_new_name_and_the_page_may_use_it_in_short() -> None:
    told = "Same team, new name: Clearline Connect runs video visiting at the Coosaw County Detention Center."
    new = "\n".join([told, *OLD.replace("GlassTalk", "Clearline").splitlines()[1:]])
    old, now = (units(plain_segments(text)) for text in (OLD, new))
    scene = under_new_names(Scene(old, now, "", "vendor"), "GlassTalk is becoming Clearline Connect")
    assert [unit.plain for unit in scene.before[1:]] == [unit.plain for unit in now[1:]]

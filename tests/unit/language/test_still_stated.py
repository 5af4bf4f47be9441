"""Pages in another shape as wholes, by themselves: whatever single lines, or the reader, seem to tell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from monitors.language.compared import as_compared
from monitors.language.effects.whole_pages import whole_pages
from monitors.language.judge import ruled
from monitors.language.pages.align import align
from monitors.language.pages.scene import Effect, Told
from monitors.language.reshaped import told_of_reshaped
from monitors.language.still_stated import effects_still_stated
from monitors.records import Severity, Topic
from monitors.segments import plain_segments

_TITLE = ("Marlow County Jail - visiting",) * 2
_OLD = """Visiting rules of the county
Hours | Monday and Thursday, 9 to 11 a.m.
Length | 30 minutes
People | two at a time
Wait | 90 days after release
Cost | nothing"""
_NEW = """How to come and see somebody here
Mornings of Mondays and Thursdays, from nine until eleven, are for families.
A visit takes half an hour of your day.
Come alone, or bring one person along: 2 is the limit.
Once 90 days have gone by since you were let go, you may come.
Nobody pays anything."""


def _effect(rule: str, sign: int, words: str = "", old: str = "", new: str = "", *topics: Topic) -> Effect:
    return Effect(rule, sign, Severity.MAJOR, topics or (Topic.ELIGIBILITY,), (), old, new, (words,))


def _still(old: str, new: str, *effects: Effect) -> list[Effect]:
    scene = as_compared(plain_segments(f"{_OLD}\n{old}"), plain_segments(f"{_NEW}\n{new}"), "jail", _TITLE)
    return effects_still_stated(effects, whole_pages(scene))


def _told(old: str, new: str, *effects: Effect) -> Sequence[Effect]:
    scene = as_compared(plain_segments(f"{_OLD}\n{old}"), plain_segments(f"{_NEW}\n{new}"), "jail", _TITLE)
    aligned = align(scene.before, scene.after)
    return told_of_reshaped(scene, aligned, aligned, Told(effects), ruled).effects


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("Children may visit.", "Kids may come.", _effect("P-gone-minors", -1, "children", "children may visit.")),
        ("", "", _effect("P-limit-party", -1, "2 people at a time", "", "2 is the limit.")),
        ("", "", _effect("P-duty", 1, "no", "no visit for 90 days", "once 90 days have gone by")),
        (
            "Visits are non-contact.",
            "You sit behind glass.",
            _effect("P-turn-contact", 1, "no", "non-contact", "glass"),
        ),
        ("One visit a week.", "Come once.", _effect("Q-visits_per_week", 1, "visits per week: 1 -> not stated")),
    ],
)
def test_what_stands_on_both_pages_is_neither_gone_nor_turned(old: str, new: str, effect: Effect) -> None:
    assert _still(old, new, effect) == [effect]


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("", "", _effect("P-limit-party", -1, "5 people at a time", "", "5 is the limit.")),
        ("", "", _effect("P-duty", 1, "no", "no visit for 60 days", "once 90 days have gone by")),
        ("Three visits a week.", "", _effect("Q-visits_per_week", 1, "visits per week: 3 -> not stated")),
    ],
)
def test_what_one_page_alone_says_may_tell(old: str, new: str, effect: Effect) -> None:
    assert _still(old, new, effect) == []


@pytest.mark.parametrize("rule", ["P-gone-minors", "P-turn-minors", "P-gone-contact", "P-turn-contact"])
def test_children_and_touch_are_told_by_the_whole_page_unless_a_line_says_that_something_was_done(rule: str) -> None:
    line = _effect(rule, -1, "no", "children may visit and hug.", "no hugs for kids.")
    assert _still("Children may visit and hug.", "No hugs for kids.", line) == [line]
    act = _effect(rule, -1, "ended", "children may visit and hug.", "visits by children have been ended.")
    assert _still("Children may visit and hug.", "Visits by children have been ended.", act) == []


def test_a_line_of_a_timetable_that_was_split_lost_no_hours() -> None:
    hours = _effect("D10-hours", -1, "3 days, 6 h -> 2 days, 4 h", "", "", Topic.SCHEDULE)
    split = ("visits {sun} [1300-1500] and {tue,thu} [1830-2030]", "{tue,thu}, [1830-2030]")
    heard = _effect("L-reader", -1, "sure", *split, Topic.SCHEDULE)
    old = "Visits are on Sunday, 1 to 3 p.m., and on Tuesday and Thursday, 6:30 to 8:30 p.m."
    new = "Tuesday and Thursday, 6:30 to 8:30 p.m.\nSunday visits\n1 to 3 p.m."
    assert hours in _still(old, new, hours, heard)
    assert hours not in _still(old, new.replace("1 to 3 p.m.", "None."), hours, heard)


@pytest.mark.parametrize(
    ("old", "new", "rule", "sign"),
    [
        ("You sit face to face in booths.", "You talk on one of our lobby screens.", "P-turn-in_person", -1),
        ("Visits are by video only.", "You sit face to face in booths.", "P-turn-in_person", 1),
        ("Also Friday, 9 to 11 a.m.", "", "D10-hours", -1),
        ("", "All visits are suspended until further notice.", "P-new-visits", -1),
        ("Relatives and friends can be on the list.", "The list is drawn from immediate family.", "P-kin", -1),
    ],
)
def test_what_the_whole_pages_claim_is_told_whatever_single_lines_tell(
    old: str, new: str, rule: str, sign: int
) -> None:
    told = {(effect.rule.partition("+")[0], effect.sign) for effect in _told(old, new)}
    assert (rule, sign) in told


def test_a_term_that_lines_tell_twice_is_told_as_the_pages_have_it() -> None:
    twice = [
        _effect("Q-intake_days_without_visits", sign, f"intake days without visits: {words}")
        for sign, words in ((-1, "not stated -> 7"), (1, "3 -> 1"))
    ]
    told = _told("New arrivals wait 3 days for a visit.", "Newly booked people cannot be visited for 7 days.", *twice)
    assert [effect.words for effect in told if effect.rule.startswith("Q-intake")] == [
        ("intake days without visits: 3 -> 7",)
    ]

"""That children may come at all, or no longer, is told as a fact where lines state it before and after."""

from __future__ import annotations

import pytest

from monitors.language.effects.minors_told import with_minors
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import units
from monitors.records import Fact, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading

NONE_COME = [
    "Nobody under 18 comes in.",
    "Minors are not let upstairs, whatever their age.",
    "Persons under the age of eighteen shall not be admitted to the visiting area.",
    "Children are turned away at the door.",
    "Visitors must be 18.",
    "Children: no.",
    "No child may visit.",
]
THEY_COME = [
    "Children may come with a parent.",
    "Minors are let upstairs when a guardian is with them.",
    "Persons under eighteen are admitted with an adult who is on the list.",
    "Children are welcome.",
    "Visitors must be 18, except that an inmate's own children may visit with an adult.",
    "Children: yes.",
    "No one under 18 is admitted unless a parent comes along.",
]
LOSS = Effect("L-reader", -1, Severity.MAJOR, (Topic.ELIGIBILITY,), (), "", "", ())
GAIN = Effect("L-reader", 1, Severity.MAJOR, (Topic.ELIGIBILITY,), (), "", "", ())


def _facts(before: str, after: str, *effects: Effect) -> list[Fact]:
    changed = Alignment((), (), units(plain_segments(before)), units(plain_segments(after)))
    return [fact for effect in with_minors(effects, changed) for fact in effect.facts]


@pytest.mark.parametrize("none", NONE_COME)
@pytest.mark.parametrize("some", THEY_COME)
def test_whether_they_come(none: str, some: str) -> None:
    assert _facts(none, some, LOSS, GAIN) == [Fact("minors_allowed", False, True)]
    assert _facts(some, none, LOSS, GAIN) == [Fact("minors_allowed", True, False)]
    assert with_minors((LOSS, GAIN), Alignment((), (), (), ())) == (LOSS, GAIN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (NONE_COME[0], "Infants are welcome."),  # of some
        (NONE_COME[0], "Children may not be left alone in the lobby."),
        (NONE_COME[0], "Nobody under 17 comes in."),
        (THEY_COME[3], "Bring the children's papers."),
        (f"{NONE_COME[0]}\n{THEY_COME[0]}", THEY_COME[3]),  # both
    ],
)
def test_what_does_not_say_it(before: str, after: str) -> None:
    assert _facts(before, after, LOSS, GAIN) == []


@pytest.mark.parametrize(
    "effect",
    [
        Effect("L-reader", -1, Severity.MAJOR, (Topic.ELIGIBILITY,), (), "", "", ()),  # the other way
        Effect("L-reader", 1, Severity.MINOR, (Topic.ELIGIBILITY,), (), "", "", ()),  # of one unit
        Effect("L-reader", 1, Severity.MAJOR, (Topic.FEES,), (), "", "", ()),
        Effect("L-reader", 1, Severity.MAJOR, (Topic.ELIGIBILITY,), (Fact("min_age", 18.0, None),), "", "", ()),
    ],
)
def test_what_does_not_tell_it(effect: Effect) -> None:
    assert Fact("minors_allowed", False, True) not in _facts(NONE_COME[0], THEY_COME[0], effect)


def test_as_told_of_a_page() -> None:
    before = "Visits are on Sunday.\nChildren. Persons under the age of eighteen shall not be admitted."
    after = "Visits are on Sunday.\nChildren. Persons under the age of eighteen are admitted with an adult."
    assert facts(whole_reading(before, after))["minors_allowed"] == (False, True)

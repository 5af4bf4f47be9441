"""What a report says beside its one decision, on the same thing and the other way, is not told as a second change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitors.language.effects.one_decision import of_one_decision
from monitors.language.pages.scene import Effect, Scene
from monitors.records import Fact, Severity, Topic

NEWS = Scene((), (), "jail visits", "news")
DECIDED = Effect("D4-decision", -1, Severity.CRITICAL, (Topic.IN_PERSON,), (), "", "put on hold", ())
AGAINST = Effect("P-turn-in_person", 1, Severity.CRITICAL, (Topic.IN_PERSON,), (), "", "a ban", ())


@pytest.mark.parametrize(
    "other", [AGAINST, replace(AGAINST, rule="L-mixed", sign=0), replace(AGAINST, rule="D4-outcome+S5")]
)
def test_what_goes_against_the_decision_is_left_out(other: Effect) -> None:
    assert of_one_decision((DECIDED, other), NEWS) == (DECIDED,)


@pytest.mark.parametrize(
    "other",
    [
        replace(AGAINST, sign=-1),
        replace(AGAINST, topics=(Topic.FEES,)),
        replace(AGAINST, facts=(Fact("video_fee_usd", 5.0, 4.0),)),
        replace(DECIDED, sign=1),  # two decisions
    ],
)
def test_what_is_another_thing_stays(other: Effect) -> None:
    assert of_one_decision((DECIDED, other), NEWS) == (DECIDED, other)


def test_other_pages_are_left_alone() -> None:
    assert of_one_decision((DECIDED, AGAINST), replace(NEWS, kind="jail")) == (DECIDED, AGAINST)

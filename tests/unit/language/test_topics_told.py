"""Topics that figures, stops and screens in place of booths have for sure."""

from __future__ import annotations

import pytest

from monitors.language.pages.align import align
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import units
from monitors.language.topics_told import with_plain_topics
from monitors.records import Fact, Severity, Topic
from monitors.segments import plain_segments


def _topics(before: str, after: str, effect: Effect, kind: str = "jail") -> tuple[Topic, ...]:
    """What is told of two lines for which one effect was found."""
    old, new = (units(plain_segments(text)) for text in (before, after))
    scene = Scene(old, new, "visiting", kind)
    return with_plain_topics(Told((effect,)), scene, align(old, new)).effects[0].topics


def _loss(*topics: Topic, severity: Severity = Severity.CRITICAL, facts: tuple[Fact, ...] = ()) -> Effect:
    return Effect("L-reader", -1, severity, topics, facts)


@pytest.mark.parametrize(
    ("fact", "topic"),
    [
        ("video_fee_usd", Topic.FEES),
        ("visit_minutes", Topic.DURATION_FREQUENCY),
        ("waiting_days", Topic.ELIGIBILITY),
        ("call_rate_per_min_usd", Topic.PHONE),
    ],
)
def test_a_figure_takes_its_topic_along(fact: str, topic: Topic) -> None:
    effect = _loss(Topic.VIDEO_REMOTE, facts=(Fact(fact, 1.0, 2.0),))
    assert topic in _topics("A visit is 1.", "A visit is 2.", effect)


@pytest.mark.parametrize(
    ("before", "after", "stopped"),
    [
        ("Visits are open to all.", "The visiting room is closed until further notice.", True),
        ("Order 9, which suspends all Sunday visits, is in force.", "Order 9 is rescinded.", True),
        ("Visits have been suspended. Call before you come.", "Visits are held again on Sunday.", True),
        ("Visits are open to all.", "Visits are for those on the list.", False),
        ("Visits cost $5.", "The fee for visits is suspended for the time being.", False),
        ("Visits are open to all.", "Visits are suspended for a violation of a rule.", False),
        ("Visits are open to all.", "During the closure of Oak Street visitors park on Elm.", False),
    ],
)
def test_a_stop_for_now_is_one_whichever_page_tells_it(before: str, after: str, stopped: bool) -> None:
    assert (Topic.SUSPENSION in _topics(before, after, _loss(Topic.SCHEDULE))) is stopped


def test_a_paper_tells_of_many_stops() -> None:
    told = _topics("Visits are open.", "Visits are suspended until further notice.", _loss(Topic.SCHEDULE), kind="news")
    assert Topic.SUSPENSION not in told


@pytest.mark.parametrize(
    ("before", "after", "severity", "named"),
    [
        ("You sit at a glass booth.", "You sit at one of the screens in the lobby.", Severity.CRITICAL, True),
        ("You sit at a glass booth.", "You talk from your own home.", Severity.CRITICAL, False),
        ("You sit at a glass booth.", "You sit at one of the screens in the lobby.", Severity.MINOR, False),
        (
            "You sit at a booth, or at one of the screens in the lobby.",
            "You sit at one of the screens in the lobby.",
            Severity.CRITICAL,
            False,
        ),
    ],
)
def test_screens_that_took_the_place_of_booths_are_named(
    before: str, after: str, severity: Severity, named: bool
) -> None:
    topics = _topics(before, after, _loss(Topic.IN_PERSON, severity=severity))
    assert (Topic.VIDEO_ONSITE in topics) is named

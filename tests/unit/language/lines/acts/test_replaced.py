"""Video that takes the place of visits in person is told wherever it is said, and nothing that only sounds like it."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading, Severity, Topic
from monitors.segments import plain_segments

PAGE = "Visitors sign in at the front desk.\n\nLockers are free.\n\n{}\n\nDress modestly."


def told(old: str, new: str, kind: str) -> Reading:
    before, after = plain_segments(PAGE.format(old)), plain_segments(PAGE.format(new))
    return read(before, after, compare(before, after).passages, title_after="Visiting", kind=kind)


@pytest.mark.parametrize(
    ("new", "kind", "topic"),
    [
        ("Video visitation will replace in-person visitation at the facility.", "jail", Topic.IN_PERSON),
        ("Video visitation will replace in-person visitation at the facility.", "news", Topic.IN_PERSON),
        (
            "Customer agrees that Provider's video service replaces all on-site visits.",
            "contract",
            Topic.CONTRACT_CLAUSE,
        ),
        ("The video system has taken the place of visits in person.", "vendor", Topic.VENDOR_POSITION),
        ("As of May 1, in-person visits will be replaced by video calls.", "doc", Topic.IN_PERSON),
    ],
)
def test_video_in_the_place_of_visits_in_person_is_told(new: str, kind: str, topic: Topic) -> None:
    reading = told("", new, kind)
    assert reading.direction is Direction.RESTRICTIVE
    assert reading.severity is Severity.CRITICAL
    assert {topic, Topic.IN_PERSON} <= set(reading.topics)
    assert any("P-new-in_person" in finding.rules for finding in reading.findings)


@pytest.mark.parametrize(
    "new",
    [
        "Video visits will not replace in-person visits.",
        "Video visitation shall supplement, and not replace, in-person visitation.",
        "The new video system replaces the old kiosks.",
    ],
)
def test_video_beside_visits_in_person_is_no_end_of_them(new: str) -> None:
    reading = told("", new, "jail")
    assert reading.direction is not Direction.RESTRICTIVE


def test_what_the_page_said_before_is_told_no_more() -> None:
    old, new = "Video visits have replaced in-person visits.", "In-person visits have been replaced by video visits."
    assert not told(old, new, "jail").relevant


def test_one_class_is_left_to_what_reads_classes() -> None:
    reading = told("", "The video system will replace on-site visits for inmates in quarantine.", "jail")
    assert reading.severity is not Severity.CRITICAL


@pytest.mark.parametrize(
    ("new", "direction", "severity", "topic"),
    [
        (
            "Visits behind glass will be replaced by contact visits.",
            Direction.RESTORATIVE,
            Severity.MAJOR,
            Topic.CONTACT,
        ),
        ("Non-contact visits have replaced contact visits.", Direction.RESTRICTIVE, Severity.MAJOR, Topic.CONTACT),
        ("In-person visits will replace video visits.", Direction.RESTORATIVE, Severity.CRITICAL, Topic.IN_PERSON),
    ],
)
def test_forms_of_visits_that_take_each_others_place(
    new: str, direction: Direction, severity: Severity, topic: Topic
) -> None:
    reading = told("", new, "jail")
    assert (reading.direction, reading.severity) == (direction, severity)
    assert topic in reading.topics


GUARDS = [
    ("In-person visits will not be replaced by video visits.", Topic.IN_PERSON),
    ("In-person visits are not being replaced by video visits.", Topic.IN_PERSON),
    ("Video visitation is not replacing in-person visitation.", Topic.IN_PERSON),
    ("Our system does not replace in-person visits.", Topic.IN_PERSON),
    ("Contact visits will not be replaced by visits behind glass.", Topic.CONTACT),
]


@pytest.mark.parametrize(("line", "topic"), GUARDS)
@pytest.mark.parametrize("kind", ["jail", "vendor", "news"])
def test_the_promise_that_nothing_is_replaced_is_a_gain_and_its_end_a_loss(line: str, topic: Topic, kind: str) -> None:
    for old, new, direction in (("", line, Direction.RESTORATIVE), (line, "", Direction.RESTRICTIVE)):
        reading = told(old, new, kind)
        assert reading.direction is direction
        assert topic in reading.topics
        assert any("D7-guard" in finding.rules for finding in reading.findings)


def test_a_promise_that_the_page_makes_in_other_words_is_no_news() -> None:
    old, new = (
        "Video visits shall not replace in-person visits.",
        "In-person visits will not be replaced by video visits.",
    )
    assert not told(old, new, "jail").relevant

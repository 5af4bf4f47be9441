"""Lines that one rule reads for sure: a document's standing, a ticked box, a free row of a price list."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading, Severity, Topic
from tests.unit.text.reading import segments

PAGE = (
    "<h1>Visitation policy</h1><p>Each inmate may have two 30-minute visits per week.</p>{}"
    "<p>All visitors must show photo identification.</p>"
)
TITLE = "Visitation policy, Alder County Jail"


def reading(before: str, after: str) -> Reading:
    old, new = (segments(PAGE.format(text)) for text in (before, after))
    return read(old, new, compare(old, new).passages, title_before=TITLE, title_after=TITLE)


@pytest.mark.parametrize(
    ("mark", "severity"),
    [
        ("DRAFT", Severity.MINOR),
        ("Final draft", Severity.MINOR),
        ("DRAFT - NOT FOR DISTRIBUTION", Severity.MINOR),
        ("BORRADOR", Severity.MINOR),
        ("SUPERSEDED", Severity.MINOR),
        ("OBSOLETE", Severity.MINOR),
        ("This policy is superseded by Directive 500.2.", Severity.MINOR),
        ("RESCINDED", Severity.MAJOR),
        ("This policy has been rescinded.", Severity.MAJOR),
    ],
)
def test_a_mark_tells_the_documents_standing(mark: str, severity: Severity) -> None:
    for sides in (("", f"<p>{mark}</p>"), (f"<p>{mark}</p>", "")):
        found = reading(*sides)
        assert (found.direction, found.severity) == (Direction.NEUTRAL, severity)
        assert found.relevant
        assert Topic.ELIGIBILITY not in found.topics


def test_a_mark_hides_no_change_beside_it() -> None:
    found = reading("", "<p>DRAFT</p><p>All in-person visits are suspended until further notice.</p>")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)


@pytest.mark.parametrize(
    ("no", "yes"),
    [
        ("<p>☐ In-person visits</p>", "<p>☒ In-person visits</p>"),
        ("<p>☐ In-person visits</p>", "<p>☑ In-person visits</p>"),
        ("<table><tr><td>In-person visits<td>✗</table>", "<table><tr><td>In-person visits<td>✓</table>"),
    ],
)
def test_a_box_that_is_ticked_gives_and_one_that_is_not_takes(no: str, yes: str) -> None:
    gain, loss = reading(no, yes), reading(yes, no)
    assert (gain.direction, gain.topics) == (Direction.RESTORATIVE, (Topic.IN_PERSON,))
    assert (loss.direction, loss.topics) == (Direction.RESTRICTIVE, (Topic.IN_PERSON,))


def test_a_tick_for_a_bullet_says_nothing() -> None:
    assert not reading("<p>✓ In-person visits are held.</p>", "<p>In-person visits are held.</p>").relevant


def test_a_box_that_the_visitor_signs_by_says_nothing_of_visits() -> None:
    assert not reading("<p>☐ I agree to the rules</p>", "<p>☑ I agree to the rules</p>").relevant


PRICES = "<table><tr><th>Service</th><th>Fee</th></tr>{}<tr><td>Remote video visit</td><td>$5.00</td></tr></table>"


@pytest.mark.parametrize("label", ["On-site visit", "Lobby visit", "Video visit from home at night"])
def test_a_free_row_that_comes_or_goes_is_told(label: str) -> None:
    row = f"<tr><td>{label}</td><td>Free</td></tr>"
    gain, loss = (
        reading(*sides) for sides in ((PRICES.format(""), PRICES.format(row)), (PRICES.format(row), PRICES.format("")))
    )
    assert (gain.direction, loss.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    assert Topic.FEES in gain.topics
    assert Topic.FEES in loss.topics


@pytest.mark.parametrize("label", ["Parking for visitors", "Visitor registration", "Lockers"])
def test_what_else_is_free_tells_nothing(label: str) -> None:
    row = f"<tr><td>{label}</td><td>Free</td></tr>"
    assert not reading(PRICES.format(""), PRICES.format(row)).relevant


@pytest.mark.parametrize(
    "line", ["Lobby visits are free.", "All visits are free of charge.", "Video visits are offered at no cost."]
)
def test_a_sentence_that_says_free_is_told_as_it_comes_and_goes(line: str) -> None:
    gain, loss = reading("", f"<p>{line}</p>"), reading(f"<p>{line}</p>", "")
    assert (gain.direction, loss.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    assert Topic.FEES in gain.topics
    assert loss.severity is Severity.MAJOR


def test_a_sentence_that_says_free_in_other_words_tells_nothing() -> None:
    assert not reading("<p>Lobby visits are free.</p>", "<p>There is no charge for lobby visits.</p>").relevant


def test_families_who_come_from_far_may_stay_longer_or_no_longer() -> None:
    line = "<p>Visitors from out of state may stay all day.</p>"
    assert reading("", line).direction is Direction.RESTORATIVE
    assert reading(line, "").direction is Direction.RESTRICTIVE

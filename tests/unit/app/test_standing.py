"""Gone, back, moved, emptied: told once, and only after spaced confirmation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.standing import (
    Standing,
    after_loss,
    after_page,
    after_trouble,
    dump,
    event_reading,
    load,
    same_place,
    seen_since,
)
from monitors.records import ChangeKind, Check, CheckOutcome, FailureKind, Quality, Reading

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
ASKED = "https://jail.example.org/visiting"


def check(hours: float, failure: FailureKind | None = None, quality: Quality | None = None, url: str = ASKED) -> Check:
    outcome = CheckOutcome.FAILED if failure else CheckOutcome.BLOCKED if quality else CheckOutcome.UNCHANGED
    return Check("m", START + timedelta(hours=hours), outcome, url, failure=failure, quality=quality)


def troubles(*checks: Check) -> list[ChangeKind | None]:
    standing, told = Standing(), []
    for one in checks:
        standing, event = after_trouble(load(dump(standing)), one)
        told.append(event)
    return told


def test_a_page_gone_for_two_days_in_three_checks_is_removed_once() -> None:
    gone = [check(hours, FailureKind.NOT_FOUND) for hours in (0, 24, 47, 49, 72)]
    assert troubles(*gone) == [None, None, None, ChangeKind.REMOVED, None]


def test_a_soft_404_counts_as_gone() -> None:
    assert troubles(*(check(h, quality=Quality.SOFT_404) for h in (0, 24, 50)))[-1] is ChangeKind.REMOVED


def test_two_checks_are_not_enough_however_far_apart() -> None:
    assert troubles(check(0, FailureKind.NOT_FOUND), check(900, FailureKind.NOT_FOUND)) == [None, None]


@pytest.mark.parametrize("kind", [FailureKind.DNS, FailureKind.TIMEOUT, FailureKind.HTTP_SERVER, FailureKind.ROBOTS])
def test_a_server_that_does_not_answer_is_no_removal(kind: FailureKind) -> None:
    assert troubles(*(check(hours, kind) for hours in range(0, 200, 20))) == [None] * 10


def test_another_failure_in_between_starts_the_count_anew() -> None:
    told = troubles(
        check(0, FailureKind.NOT_FOUND),
        check(24, FailureKind.NOT_FOUND),
        check(30, FailureKind.TIMEOUT),
        check(50, FailureKind.NOT_FOUND),
        check(80, FailureKind.NOT_FOUND),
    )
    assert told == [None] * 5


def test_a_removed_page_that_is_there_again_has_returned() -> None:
    standing, event = after_page(Standing(removed="2026-03-03"), check(99), ASKED)
    assert event is ChangeKind.RETURNED and standing.plain
    assert after_page(standing, check(120), ASKED) == (Standing(), None)


def test_a_page_that_leads_elsewhere_for_two_days_has_moved_once() -> None:
    standing, told = Standing(), []
    for hours in (0, 24, 49, 73):
        standing, event = after_page(load(dump(standing)), check(hours, url="https://new.example.org/visits"), ASKED)
        told.append(event)
    assert told == [None, None, ChangeKind.MOVED, None]


@pytest.mark.parametrize(
    "other",
    ["http://jail.example.org/visiting", "https://www.jail.example.org/visiting/", "https://JAIL.example.org/visiting"],
)
def test_scheme_www_and_slash_are_no_move(other: str) -> None:
    assert same_place(ASKED, other)
    assert not same_place(ASKED, "https://jail.example.org/visiting?id=2")


def test_an_emptied_page_is_believed_after_a_day() -> None:
    standing, believed = Standing(), []
    for hours in (0, 12, 25):
        standing, now = after_loss(load(dump(standing)), check(hours, quality=Quality.MASS_LOSS))
        believed.append(now)
    assert believed == [False, False, True]


def test_a_good_check_ends_a_loss() -> None:
    standing, _ = after_loss(Standing(), check(0, quality=Quality.MASS_LOSS))
    assert after_page(standing, check(5), ASKED)[0].plain


def test_a_removal_is_dated_from_the_first_check_that_found_the_page_gone() -> None:
    before = Standing()
    for hours in (0, 24):
        before, _ = after_trouble(before, check(hours, FailureKind.NOT_FOUND))
    last = check(50, FailureKind.NOT_FOUND)
    said = event_reading(ChangeKind.REMOVED, last, load(dump(before)), Reading(relevant=True)).headline
    assert said == "The page has not been there since at least 1 March 2026; it held visiting terms"
    assert seen_since(ChangeKind.REMOVED, before, START - timedelta(days=7)) == START - timedelta(days=7)


def test_a_return_is_dated_from_the_last_check_that_found_the_page_gone() -> None:
    before = Standing()
    for hours in (0, 24, 50, 74):
        before, _ = after_trouble(load(dump(before)), check(hours, FailureKind.NOT_FOUND))
    assert seen_since(ChangeKind.RETURNED, before, START - timedelta(days=7)) == START + timedelta(hours=74)
    blind, _ = after_trouble(before, check(80, FailureKind.TIMEOUT))
    assert seen_since(ChangeKind.RETURNED, blind, None) == START + timedelta(hours=50)


def test_a_move_is_dated_from_the_first_check_that_was_led_elsewhere() -> None:
    before = Standing()
    for hours in (0, 24):
        before, _ = after_page(before, check(hours, url="https://new.example.org/visits"), ASKED)
    assert seen_since(ChangeKind.MOVED, before, START + timedelta(hours=24)) == START


def test_a_run_kept_before_its_last_check_was_noted_is_read() -> None:
    kept = dump(Standing(removed=START.isoformat())).replace(', "last": ""', "")
    assert "last" not in kept and load(kept).removed == START.isoformat()

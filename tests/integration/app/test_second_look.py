"""Grave changes are told after a second look some minutes later; what the page takes back meanwhile is not told."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.check import Round, RoundRequest
from app.check_command import run_round
from app.deliver import Sending, deliver
from app.installation import Installation
from crawler.loop import run
from monitors.records import AlertState, ChangeKind, DeliveryState
from tests.integration.app.test_rounds import RULES, Days, page
from tests.integration.app.test_rounds import days as days  # the fixture
from tests.site import Reply

STOPPED = "<p>In-person visits are suspended until further notice. Visits are by video only.</p>"
MINOR = RULES + "<p>Visitors must check in 20 minutes before the visit.</p>"


def look(days: Days, minutes: float, *, confirm: bool = True) -> Round:
    """A round of what is due, so many minutes after the first day."""
    clock = iter(days.start + timedelta(days=1, minutes=minutes, milliseconds=n) for n in range(10_000))
    request = RoundRequest(run="here:1:test", everything=minutes == 0, confirm=confirm)
    return run(lambda: run_round(days.here, request, lambda: next(clock), lambda _: None, days.extraction))


def send(days: Days, minutes: float) -> Sending:
    return deliver(days.here.store, days.here.config.mail, lambda: days.start + timedelta(days=1, minutes=minutes), "r")


@pytest.fixture
def changed(days: Days) -> Days:
    """A page that was seen and now says something grave, seen once."""
    config = replace(days.here.config, mail=replace(days.here.config.mail, heartbeat=False))
    days.here = Installation(config, days.here.store)
    days.site["/visiting"] = page(RULES)
    days.check(0)
    days.site["/visiting"] = page(STOPPED)
    assert look(days, 0).seen[0].alerted
    assert send(days, 1).sent == 0
    assert days.here.store.alert_counts(days.start)[AlertState.WAITING] == 1
    return days


def test_the_page_is_seen_again_after_five_minutes_and_then_it_is_told(changed: Days) -> None:
    assert look(changed, 4).seen == []
    assert len(look(changed, 6).seen) == 1
    assert send(changed, 7).sent == 1
    assert changed.here.store.alert_counts(changed.start)[AlertState.TOLD] == 1
    assert send(changed, 600).sent == 0


def test_what_the_page_takes_back_is_recorded_and_told_to_nobody(changed: Days) -> None:
    changed.site["/visiting"] = page(RULES)
    assert not look(changed, 6).seen[0].alerted
    assert changed.kinds == [ChangeKind.TEXT, ChangeKind.TEXT]
    assert changed.here.store.alert_counts(changed.start)[AlertState.TAKEN_BACK] == 1
    assert send(changed, 600).sent == 0
    [delivery] = changed.here.store.deliveries()
    assert (delivery.state, delivery.attempts) == (DeliveryState.GIVEN_UP, 0)
    assert "the page said the old words again" in delivery.last_error


def test_a_page_that_moves_on_confirms_what_came_before(changed: Days) -> None:
    changed.site["/visiting"] = page(STOPPED + "<p>Mail is stopped too.</p>")
    look(changed, 6)
    look(changed, 12)
    assert send(changed, 12).sent >= 1


def test_a_page_that_cannot_be_seen_again_is_told_in_the_end_and_says_so(changed: Days, tmp_path: Path) -> None:
    changed.site["/visiting"] = Reply(b"oops", status=503)
    for minutes in (6, 12, 18, 24):
        assert len(look(changed, minutes).seen) == 1  # soon again, not after the usual hours
        assert send(changed, minutes).sent == 0
    look(changed, 31)
    assert send(changed, 31).sent == 1
    [mail] = (changed.here.config.mail.maildir / "new").iterdir()
    assert "could not look at the page a second time" in mail.read_text()


def test_what_is_minor_is_told_at_once_and_so_is_all_where_nobody_comes_back(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    days.site["/visiting"] = page(MINOR)
    if look(days, 0).seen[0].alerted:
        assert send(days, 1).sent == 1
    days.site["/visiting"] = page(STOPPED)
    days.check(48)
    assert days.here.store.alert_counts(days.start)[AlertState.WAITING] == 0


def test_a_second_look_that_shows_both_texts_confirms_nothing_and_a_third_takes_it_back(changed: Days) -> None:
    changed.site["/visiting"] = [page(RULES), page(STOPPED), page(RULES)]
    look(changed, 6)
    assert send(changed, 7).sent == 0
    assert len(look(changed, 12).seen) == 1
    assert changed.here.store.alert_counts(changed.start)[AlertState.TAKEN_BACK] == 1
    assert send(changed, 600).sent == 0


def test_what_is_taken_back_beside_a_line_that_runs_is_told_to_nobody(changed: Days) -> None:
    """The counter in the foot is another one each time; what was told of the visits is taken back all the same."""
    changed.site["/visiting"] = page(RULES, "<p>Seen by 4711 people since spring</p>")
    look(changed, 6)
    assert changed.here.store.alert_counts(changed.start)[AlertState.TAKEN_BACK] == 1
    assert send(changed, 600).sent == 0


def test_a_second_look_comes_no_sooner_than_the_site_asks(changed: Days) -> None:
    changed.site["/visiting"] = Reply(b"slow down", status=429, headers={"Retry-After": "900"})
    assert len(look(changed, 6).seen) == 1
    assert look(changed, 12).seen == []
    assert len(look(changed, 22).seen) == 1


async def broken_off(days: Days, minutes: float) -> None:
    """A round that is stopped while the page keeps it waiting."""
    asked = days.site.hits("/visiting")
    moment = days.start + timedelta(days=1, minutes=minutes)
    request = RoundRequest(run="here:1:test", confirm=True)
    looking = asyncio.create_task(run_round(days.here, request, lambda: moment, lambda _: None, days.extraction))
    while days.site.hits("/visiting") == asked:
        await asyncio.sleep(0.01)
    looking.cancel()
    await asyncio.wait({looking})


def test_a_second_look_that_we_broke_off_ourselves_is_due_at_once(changed: Days) -> None:
    changed.site["/visiting"] = Reply(silent=True)
    run(lambda: broken_off(changed, 6))
    changed.site["/visiting"] = page(STOPPED)
    assert len(look(changed, 6.1).seen) == 1
    assert send(changed, 7).sent == 1

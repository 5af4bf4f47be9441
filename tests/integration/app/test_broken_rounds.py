"""A round in which something is broken: a body that is lost, a page that we ourselves fail on, a dead database."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from app import answers, look, record, siblings
from app.check import RoundRequest
from app.check_command import run_round
from app.look import Look
from app.record import technical_change
from app.results import Result, Seen
from crawler import engine
from crawler.loop import run
from crawler.visits import Visited
from monitors.records import CheckOutcome, Fetched, Grade, Monitor, Watched
from storage.errors import StoreError
from storage.store import Store
from tests.integration.app.test_rounds import RULES, Days, page
from tests.integration.app.test_rounds import days as days  # the fixture
from tests.site import Reply


def test_a_lost_body_keeps_no_change_from_being_told_after_an_upgrade(days: Days) -> None:
    """The old text can't be taken anew, so the new one is compared with it as it was taken then."""
    days.site["/visiting"] = page(RULES)
    days.check(0)
    old = days.here.store.latest_version("m")
    assert old is not None
    aged = replace(old, extractor=replace(old.extractor, version="0"))
    days.here.store.record_technical(aged, technical_change(aged))
    for body in days.here.config.bodies.rglob("*.zst"):  # type: ignore[union-attr]
        body.unlink()
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))
    seen = days.check(24).seen[0]
    assert (seen.outcome, seen.alerted) == (CheckOutcome.CHANGED, True)


def watch_more(days: Days, *names: str) -> None:
    days.here.store.add_monitors([], [Monitor(name, "alder", days.site.url(f"/{name}")) for name in names], days.start)


@pytest.mark.parametrize("place", ["fingerprint", "compare", "readable", "text_change", "second_look"])
def test_a_page_that_we_ourselves_fail_on_is_told_as_failed_and_the_others_as_ever(
    days: Days, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    watch_more(days, "a", "z")
    days.site["/visiting"] = days.site["/a"] = days.site["/z"] = page(RULES)
    days.check(0, "m", "a", "z")
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))
    days.site["/a"] = days.site["/z"] = page(RULES.replace("30 minutes", "10 minutes"))
    break_on(monkeypatch, place, "20 minutes")
    seen = {one.monitor.id: one for one in days.check(24, "m", "a", "z").seen}
    assert {name: one.outcome for name, one in seen.items()} == {
        "m": CheckOutcome.FAILED,
        "a": CheckOutcome.CHANGED,
        "z": CheckOutcome.CHANGED,
    }
    assert "ValueError: broken on purpose" in seen["m"].message and seen["a"].alerted and seen["z"].alerted
    monkeypatch.undo()
    assert days.check(48, "m").seen[0].alerted


@pytest.mark.parametrize("place", ["neighbours", "learn"])
def test_a_sibling_that_we_ourselves_fail_on_ends_no_round(
    days: Days, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))

    def broken(*_: Any) -> Any:
        raise ValueError("broken on purpose")

    monkeypatch.setattr(siblings, place, broken)
    seen = days.check(24).seen[0]
    assert (seen.outcome, seen.alerted) == (CheckOutcome.CHANGED, True)
    assert "what its pages share is not understood" in caplog.text and "broken on purpose" in caplog.text


def test_what_siblings_showed_once_is_not_taken_for_what_they_show(days: Days) -> None:
    """The frame lost a line, and the siblings that would show it cannot be had this time."""
    for path, body in (("/visiting", RULES), ("/careers", "<p>Jobs.</p>"), ("/roster", "<p>Roster.</p>")):
        days.site[path] = page(body, "<p>Road 9 is closed at the bridge.</p>")
    days.check(0)
    days.site["/visiting"] = page(RULES)
    del days.site["/careers"], days.site["/roster"]
    seen = days.check(24).seen[0]
    assert seen.change is not None and seen.change.grade is Grade.LOW and not seen.alerted


def break_on(monkeypatch: pytest.MonkeyPatch, place: str, words: str) -> None:
    """Let a step fail where these words are in what it is given."""
    owner: Any = {"fingerprint": look, "compare": look, "text_change": record}.get(place, Look)
    honest = getattr(owner, place)

    def broken(*given: Any, **more: Any) -> Any:
        # What a look is told of this page: the look itself knows what all others hold.
        if words in repr(given[1:] if owner is Look else given):
            raise ValueError("broken on purpose")
        return honest(*given, **more)

    async def broken_later(*given: Any, **more: Any) -> Any:
        return await broken(*given, **more)

    monkeypatch.setattr(owner, place, broken_later if owner is Look else broken)


async def die_or_look_later(name: str, broken: asyncio.Event, done: list[str]) -> None:
    """Of page "m" the database is found dead; of every other page somebody looks long after that."""
    if name == "m":
        broken.set()
        raise StoreError("the database is dead")
    await broken.wait()
    for _ in range(1000):
        await asyncio.sleep(0)
    done.append("looked")


def test_a_dead_database_ends_the_round_once_every_looker_has_ended(
    days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What others have seen by then is written, and nobody goes on behind the back of who gives the pages back."""
    watch_more(days, "z")
    days.site["/visiting"] = days.site["/z"] = page(RULES)
    days.check(0, "m", "z")
    done: list[str] = []
    broken, honest, release, record_checks = (
        asyncio.Event(), Look.first_look, Store.release_claims, Store.record_checks
    )  # fmt: skip

    async def first_look(self: Look, watched: Watched, visited: Visited) -> Result:
        await die_or_look_later(watched.monitor.id, broken, done)
        return await honest(self, watched, visited)

    def released(self: Store, now: datetime, **more: Any) -> int:
        done.append("released")
        return release(self, now, **more)

    def recorded(self: Store, writes: Any) -> Any:
        done.append("recorded")
        return record_checks(self, writes)

    monkeypatch.setattr(Look, "first_look", first_look)
    monkeypatch.setattr(Store, "release_claims", released)
    monkeypatch.setattr(Store, "record_checks", recorded)
    with pytest.raises(StoreError, match="dead"):
        days.check(24, "m", "z")
    assert done == ["looked", "recorded", "released"]


def test_a_dead_database_ends_a_round_whose_crawl_waits_for_room(days: Days, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_WAITING", 0)
    monkeypatch.setattr(engine, "WAITING_BYTES", 0)
    names = [f"z{n}" for n in range(12)]
    watch_more(days, *names)
    for path in ("/visiting", *(f"/{name}" for name in names)):
        days.site[path] = page(RULES)

    put, waiting = answers.Answers.put, asyncio.Event()

    def put_and_fill(self: answers.Answers, visited: Visited) -> None:
        put(self, visited)
        if not self.room.is_set():
            waiting.set()

    async def first_look(self: Look, watched: Watched, visited: Visited) -> Result:
        await waiting.wait()
        for _ in range(1000):
            await asyncio.sleep(0)
        raise StoreError("the database is dead")

    with monkeypatch.context() as broken:
        broken.setattr(answers.Answers, "put", put_and_fill)
        broken.setattr(Look, "first_look", first_look)
        with pytest.raises(StoreError, match="dead"):
            days.check(0, "m", *names)
    assert len(days.check(24, "m", *names).seen) == 13


def test_a_round_cancelled_while_it_claims_gives_back_what_it_claims(
    days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims, goes_on, has_claimed = threading.Event(), threading.Event(), threading.Event()
    claim, release = Store.claim_due, Store.release_claims

    def claimed(self: Store, now: datetime, **more: Any) -> Any:
        claims.set()
        goes_on.wait()
        found = claim(self, now, **more)
        has_claimed.set()
        return found

    def released(self: Store, now: datetime, **more: Any) -> int:
        found = release(self, now, **more)
        goes_on.set()  # of a round that did not wait, the claim is made after this
        return found

    async def cancelled() -> None:
        request = RoundRequest(run="here:1:test", everything=True)
        clock = iter(days.start + timedelta(seconds=n) for n in range(100))
        round_ = asyncio.create_task(
            run_round(days.here, request, lambda: next(clock), lambda _: None, days.extraction)
        )
        await asyncio.to_thread(claims.wait)
        round_.cancel()
        for _ in range(1000):
            await asyncio.sleep(0)
        goes_on.set()
        await asyncio.wait({round_})
        await asyncio.to_thread(has_claimed.wait)
        assert round_.cancelled()

    monkeypatch.setattr(Store, "claim_due", claimed)
    monkeypatch.setattr(Store, "release_claims", released)
    run(cancelled)
    [state] = days.here.store.monitor_states()
    assert state.last_check_at is None
    assert state.claimed_until is not None
    assert state.claimed_until <= days.start + timedelta(seconds=100)


def test_a_second_look_that_finds_the_database_dead_ends_once_the_others_have(
    days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch_more(days, "z")
    days.site["/visiting"] = days.site["/z"] = page(RULES)
    days.check(0, "m", "z")
    days.site["/visiting"] = days.site["/z"] = page(RULES.replace("30 minutes", "20 minutes"))
    done: list[str] = []
    broken, honest, release = asyncio.Event(), Look.second_look, Store.release_claims

    async def second_look(self: Look, result: Result, fetched: Fetched | None) -> Result:
        await die_or_look_later(result.answered.watched.monitor.id, broken, done)
        return await honest(self, result, fetched)

    def released(self: Store, now: datetime, **more: Any) -> int:
        done.append("released")
        return release(self, now, **more)

    monkeypatch.setattr(Look, "second_look", second_look)
    monkeypatch.setattr(Store, "release_claims", released)
    monkeypatch.setattr(days.extraction, "children", 2)
    with pytest.raises(StoreError, match="dead"):
        days.check(24, "m", "z")
    assert done == ["looked", "released"]


def test_a_round_is_stopped_at_once_while_pages_are_read_and_pages_wait(
    days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page may take ten seconds to read, and fifty wait; a stop has twenty."""
    watch_more(days, "y", "z")
    days.site["/visiting"] = days.site["/y"] = page(RULES)
    days.site["/z"] = Reply(silent=True)
    honest = Look.first_look

    async def first_look(self: Look, watched: Watched, visited: Visited) -> Result:
        if isinstance(visited.outcome, Fetched):
            await asyncio.Event().wait()
        return await honest(self, watched, visited)

    monkeypatch.setattr(Look, "first_look", first_look)

    async def stopped() -> float:
        clock = iter(days.start + timedelta(seconds=n) for n in range(10_000))
        request = RoundRequest(run="here:1:test", everything=True)
        told: list[Seen] = []
        task = asyncio.create_task(run_round(days.here, request, lambda: next(clock), told.append, days.extraction))
        while not days.site.hits("/z"):
            await asyncio.sleep(0.01)
        asked = asyncio.get_running_loop().time()
        task.cancel()
        await asyncio.wait({task}, timeout=15)
        took = asyncio.get_running_loop().time() - asked
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert [seen.monitor.id for seen in told] == ["z"], "the one that was not fetched is told"
        return took

    assert run(stopped) < 12
    assert len(days.here.store.due(days.start + timedelta(minutes=1))) == 3

"""When a page is looked at next, through real rounds over days; and a machine that was off, or whose clock jumped."""

from __future__ import annotations

import asyncio
import mailbox
from dataclasses import replace
from datetime import timedelta

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from app.check import RoundRequest
from app.check_command import run_round
from app.deliver import deliver
from app.installation import utc_now
from app.lock import run_lock
from app.metrics import Metrics
from app.serve import Rounds, wake
from crawler.loop import run
from monitors.records import CheckOutcome, Grade, Monitor, Subscription
from storage.changes import ChangeQuery
from tests.integration.app.test_rounds import RULES, Days, days, page
from tests.site import Reply, Seen

__all__ = ["days"]
HOUR = timedelta(hours=1)


def plan(here: Days, name: str = "m") -> tuple[float, float]:
    """Hours from the last check to the next one, and the pace in hours."""
    state = next(one for one in here.here.store.monitor_states() if one.monitor_id == name)
    assert state.last_check_at is not None
    return (state.next_check_at - state.last_check_at) / HOUR, state.pace / HOUR


def test_a_page_is_looked_at_soon_after_a_change_and_more_slowly_while_it_stays(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    assert 21 < plan(days)[0] < 27
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))
    assert days.outcome(24) is CheckOutcome.CHANGED
    assert 1.8 < plan(days)[0] < 2.2 and plan(days)[1] == 2
    assert days.outcome(26.2) is CheckOutcome.UNCHANGED
    assert 2.1 < plan(days)[0] < 2.7 and plan(days)[1] == 2.4
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"), "<p>The bridge is closed again.</p>")
    furniture = days.check(29).seen[0]
    assert furniture.change is not None and furniture.change.grade in (Grade.LOW, Grade.NORMAL)
    stretched = plan(days)[1]
    assert stretched == (2 if furniture.change.grade is Grade.NORMAL else 2.9)


def test_a_wrong_not_modified_hides_a_change_for_a_week_at_most(days: Days) -> None:
    """A server that answers 304 to any validator, whatever the page says by now."""
    said = [page(RULES)]

    def answer(seen: Seen) -> Reply:
        if "if-none-match" in seen.headers:
            return Reply(status=304, media_type="")
        return Reply(said[0].encode(), headers={"ETag": '"always"'})

    days.site["/visiting"] = answer
    days.check(0)
    said[0] = page(RULES.replace("30 minutes", "20 minutes"))
    outcomes = [days.outcome(24 * day) for day in range(1, 7)]
    assert outcomes == [CheckOutcome.NOT_MODIFIED] * 5 + [CheckOutcome.CHANGED]
    assert days.outcome(24 * 7) is CheckOutcome.NOT_MODIFIED


def test_a_machine_that_was_off_for_three_days_catches_up_once_and_spreads_what_comes_next(days: Days) -> None:
    store, start = days.here.store, days.start
    days.site["/visiting"] = page(RULES)
    for number in range(6):
        days.site[f"/p{number}"] = page(f"<p>Visitors of door {number} may stay for 30 minutes.</p>")
        store.add_monitors([], [Monitor(f"p{number}", "alder", days.site.url(f"/p{number}"))], start)
    days.check(0)
    for number in range(6):
        days.site[f"/p{number}"] = page(f"<p>Visitors of door {number} may stay for {10 + number % 2} minutes.</p>")
    hits = {f"/p{number}": days.site.hits(f"/p{number}") for number in range(6)}
    back = start + timedelta(days=3)
    due = RoundRequest(run="here:1:back")
    report = run(lambda: run_round(days.here, due, lambda: back, lambda _: None, days.extraction))
    assert report.summary()["changed"] == 6 and report.summary()["checked"] == 7
    # The visit, its confirmation a moment later and perhaps a look as a sibling; not once more for each day missed.
    assert {days.site.hits(path) - before for path, before in hits.items()} <= {2, 3}
    later = back + timedelta(minutes=1)
    assert not run(lambda: run_round(days.here, due, lambda: later, lambda _: None, days.extraction)).seen
    planned = {state.next_check_at for state in store.monitor_states()}
    assert len(planned) == 7 and max(planned) - min(planned) > timedelta(minutes=15)
    deliver(store, days.here.mail(), lambda: back + timedelta(minutes=2), "here:1:mail")
    told = mailbox.Maildir(days.here.config.mail.maildir)
    text = " ".join(str(one) for one in told)
    assert len(store.changes(ChangeQuery())) == len(told) == 6
    assert all(f"door {number} " in text for number in (0, 1, 5)), "each is told, and once"


def test_a_clock_set_back_by_a_day_does_not_stop_the_tick() -> None:
    async def ticked() -> tuple[bool, int, bool]:
        ticks: list[int] = []
        scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})
        tomorrow = utc_now() + timedelta(days=1)
        scheduler.add_job(lambda: ticks.append(1), "interval", seconds=30, next_run_time=tomorrow)
        scheduler.start()
        woken = wake(scheduler, timedelta(seconds=30))
        async with asyncio.timeout(20):
            while not ticks:
                await asyncio.sleep(0.01)
        again = wake(scheduler, timedelta(seconds=30))
        scheduler.shutdown(wait=False)
        return woken, len(ticks), again

    assert asyncio.run(ticked()) == (True, 1, False)


def test_a_clock_set_back_by_an_hour_hides_no_change_and_tells_none_twice(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    assert days.outcome(24) is CheckOutcome.UNCHANGED
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))
    assert days.outcome(23) is CheckOutcome.CHANGED
    assert [days.outcome(hours) for hours in (23.2, 24.5)] == [CheckOutcome.UNCHANGED] * 2

    def sent(hours: float) -> int:
        mail = days.here.config.mail
        return deliver(days.here.store, mail, lambda: days.start + hours * HOUR, "here:1:test").sent

    assert [sent(23.3), sent(24.6)] == [1, 0]


def test_who_holds_the_lock_is_told_once_and_not_at_every_tick(days: Days, caplog: pytest.LogCaptureFixture) -> None:
    rounds = Rounds(days.here, Metrics(days.here.store, utc_now), mails=False)

    async def ticks() -> None:
        for _ in range(3):
            await rounds.tick()

    with run_lock(days.here.lock_path), caplog.at_level("INFO", "visitwatch.serve"):
        asyncio.run(ticks())
    assert sum("another run holds" in line for line in caplog.messages) == 1
    assert days.here.store.checks("m") == []


def test_a_pause_of_the_mail_that_ends_in_ten_years_is_over(days: Days) -> None:
    from app.outbox_pause import Pause, write_pause

    now = days.start
    for until, held in ((now + timedelta(minutes=30), True), (now + timedelta(days=3650), False)):
        write_pause(days.here.store, Pause(now, until, 1, "away", False))
        sending = deliver(days.here.store, days.here.mail(), lambda: now, "here:1:mail")
        assert bool(sending.down) is held
    assert replace(sending, down="") == sending


def test_five_readers_of_a_page_cost_one_request(days: Days) -> None:
    store = days.here.store
    for number in range(4):
        store.add_subscription(Subscription(store.add_subscriber(f"r{number}@example.org", "", days.start).id))
    days.site["/visiting"] = page(RULES)
    days.check(0)
    before = days.site.hits("/visiting")
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))
    assert days.check(24).seen[0].owed == 5
    # The visit, and the same page once more a moment later; not once a reader.
    assert days.site.hits("/visiting") - before == 2
    deliver(store, days.here.mail(), lambda: days.start + timedelta(hours=25), "here:1:mail")
    told = [str(mail["To"]) for mail in mailbox.Maildir(days.here.config.mail.maildir)]
    assert sorted(told) == ["r0@example.org", "r1@example.org", "r2@example.org", "r3@example.org", "you@example.org"]

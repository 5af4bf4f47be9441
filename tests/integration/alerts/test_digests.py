"""Digests, storms and quiet weeks over a real outbox and mail server: one letter a day, nothing lost, nothing twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest

from app.digests import write_digests
from monitors.records import (
    Cadence,
    Check,
    CheckOutcome,
    Delivery,
    DeliveryState,
    FailureKind,
    Monitor,
    Severity,
    Subscription,
)
from storage import Store
from storage.owed import OwedLetter
from tests.integration.alerts.post import Post
from tests.integration.storage.samples import (
    DAY,
    JAIL,
    NOW,
    READING,
    RULES,
    TERMS,
    VENDOR,
    alert,
    change,
    page,
    subscribe,
)
from tests.mailserver import MailServer
from tests.unit.alerts.test_cadence import NIGHTS

HOUR = timedelta(hours=1)


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def gather(
    store: Store,
    monitor: Monitor,
    at: datetime,
    *wishes: Subscription,
    severity: Severity = Severity.MAJOR,
    text: str = "",
) -> None:
    """Record a change of a page whose alert is owed to each wish as its cadence says."""
    latest = store.latest_version(monitor.id)
    expected = latest.id if latest else 0
    owed = [
        Delivery(
            0,
            wish.id,
            f"<{monitor.id}.{expected}.{at.timestamp()}.{wish.id}@x.test>",
            DeliveryState.OWED if wish.cadence is Cadence.AT_ONCE else DeliveryState.GATHERED,
            next_try_at=at,
        )
        for wish in wishes
    ]
    made = change(at, replace(READING, severity=severity))
    if text:
        made = replace(made, passages=(replace(made.passages[0], after=text),))
    store.record_page(
        page(store, monitor, f"text at {at}", at, expected, change=made, deliveries=owed,
             alert=replace(alert(at), severity=severity))
    )  # fmt: skip


def digest_wish(store: Store, address: str = "ana@b.test", **wishes: object) -> Subscription:
    return subscribe(store, address, **{"cadence": Cadence.DAILY, "hour": 8, **wishes})


@pytest.mark.parametrize(("zone", "night"), NIGHTS)
def test_one_digest_a_local_date_through_both_nights_and_every_alert_once(post: Post, zone: str, night: date) -> None:
    """Three days of half-hourly looks around the night, an alert every four hours, readers of different hours."""
    store, local = post.store, ZoneInfo(zone)
    post.configure(heartbeat=False)
    wishes = [digest_wish(store, f"at{hour}@b.test", zone=zone, hour=hour) for hour in (0, 1, 2, 3, 8)]
    start = datetime(night.year, night.month, night.day, tzinfo=local).astimezone(UTC) - DAY
    ticks = [start + tick * HOUR / 2 for tick in range(3 * 48)]
    gathered = ticks[::8]
    for now in ticks:
        if now in gathered:
            gather(store, TERMS, now, *wishes)
        write_digests(store, post.settings, now)
    written = store.lease_deliveries(ticks[-1], limit=1000, lease=HOUR)
    for wish in wishes:
        mine = [one for one in written if isinstance(one, OwedLetter) and one.letter.subscription_id == wish.id]
        days = [one.letter.at.astimezone(local).date() for one in mine]
        assert [one.letter.key.split("|")[2] for one in mine] == [day.isoformat() for day in days]
        assert {night - DAY, night, night + DAY} <= set(days) | {start.astimezone(local).date()}
        assert days == [days[0] + number * DAY for number in range(len(days))]
        told = [member.alert.at for one in mine for member in one.members]
        assert told == [at for at in gathered if at <= mine[-1].letter.at]
        assert all(one.letter.at - HOUR / 2 < _moment(wish, one.letter.at, local) <= one.letter.at for one in mine)


def _moment(wish: Subscription, at: datetime, zone: ZoneInfo) -> datetime:
    """When the digest of that local day was due, counted by looking at every minute of it."""
    day = at.astimezone(zone).date()
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    minutes = (midnight + timedelta(minutes=minute) for minute in range(-120, 26 * 60))
    return next(m for m in minutes if m.astimezone(zone).date() == day and m.astimezone(zone).hour >= wish.hour)


def test_a_digest_is_sorted_by_state_and_direction_and_tells_how_the_watching_went(
    post: Post, server: MailServer
) -> None:
    wish = digest_wish(post.store, zone="America/Chicago")
    gather(post.store, TERMS, post.now, wish, text="Visits cost $15.")
    gather(post.store, RULES, post.now, wish)
    failed = Check(RULES.id, post.now + HOUR, CheckOutcome.FAILED, RULES.url, 503, failure=FailureKind.HTTP_SERVER)
    post.store.record_check(failed)
    assert post.deliver(HOUR).sent == 0  # 7 in the morning in Chicago
    assert post.deliver(HOUR).sent == 1
    [message] = server.messages
    assert message["Subject"] == "[visitwatch] Your day to 23 November 2026: 2 changes: 2 restrictive"
    text = text_of(message)
    assert text.index("TENNESSEE") < text.index("Restrictive:") < text.index("Shelby County Jail") < text.index("TEXAS")
    assert "Added:   " in text and "$15" in text
    assert "2 of 2 watched pages were seen" in " ".join(text.split())
    assert "1 can't be seen now" in text and "the site has an error" in text
    assert "since 23 November 2026 07:00 CST" in " ".join(text.split())
    html = str(message.get_body(("html",)).get_content())
    for fact in ("Tennessee", "Texas", "Restrictive", "$15", "the site has an error"):
        assert fact in html
    assert post.deliver(HOUR).sent == 0 and post.deliver(DAY).sent == 0  # an empty day is silent


def test_a_weekly_wish_goes_with_the_daily_one_of_its_day(post: Post, server: MailServer) -> None:
    daily = digest_wish(post.store)
    weekly = subscribe(post.store, "ana@b.test", cadence=Cadence.WEEKLY, weekday=1, hour=18)  # Tuesdays
    gather(post.store, TERMS, post.now, daily)
    gather(post.store, RULES, post.now, weekly)
    assert post.deliver(20 * HOUR).sent == 1  # Tuesday 08:00
    assert "2 changes" in server.messages[0]["Subject"]
    assert post.deliver(12 * HOUR).sent == 0


def test_off_for_three_days_everything_comes_with_the_next_look(post: Post, server: MailServer) -> None:
    weekly = digest_wish(post.store, cadence=Cadence.WEEKLY, weekday=1)
    gather(post.store, TERMS, post.now, weekly)
    assert post.deliver(3 * DAY).sent == 1  # Thursday, for Tuesday
    assert "Your week to 24 November 2026" in server.messages[0]["Subject"]


def test_a_quiet_week_is_told_once_to_everybody_and_only_then(post: Post, server: MailServer) -> None:
    subscribe(post.store, "once@b.test")
    digest_wish(post.store, "daily@b.test")
    digest_wish(post.store, "weekly@b.test", cadence=Cadence.WEEKLY, weekday=2, zone="America/Chicago")
    busy = subscribe(post.store, "busy@b.test")
    sent: list[tuple[int, str]] = []
    for hours in range(0, 24 * 15, 4):
        if hours % 48 == 0:
            gather(post.store, TERMS, post.now, busy)
        before = len(server.envelopes)
        post.deliver(4 * HOUR)
        for envelope, message in zip(server.envelopes[before:], server.messages[before:], strict=True):
            if "Nothing that you asked for changed" in message["Subject"]:
                sent.append((post.now.weekday(), envelope.rcpt_tos[0]))
                assert "HOW THE WATCHING WENT" in text_of(message)
    assert Counter(sent) == {
        (0, "once@b.test"): 2, (0, "daily@b.test"): 2, (2, "weekly@b.test"): 2,
    }  # fmt: skip


def test_a_heartbeat_can_be_switched_off(post: Post) -> None:
    subscribe(post.store, "once@b.test")
    post.configure(heartbeat=False)
    assert sum(post.deliver(DAY).sent for _ in range(15)) == 0


def many(post: Post, count: int, **fields: object) -> list[Monitor]:
    """Pages of the jail on one host, each with a first version."""
    pages = [Monitor(f"p{n}", "shelby", f"https://shelby.test/{n}", title=f"Page {n}") for n in range(count)]
    post.store.put_catalogue([VENDOR, JAIL], [TERMS, RULES, *pages], NOW)
    for one in pages:
        post.store.record_page(page(post.store, one, "first", NOW - DAY))
    return pages


def test_a_redesign_of_300_pages_is_one_mail_with_its_members(post: Post, server: MailServer) -> None:
    wish, other = subscribe(post.store, "ana@b.test"), subscribe(post.store, "ben@b.test")
    for number, one in enumerate(many(post, 300)):
        gather(post.store, one, post.now, wish, text=f"Visits cost ${number}.")
    gather(post.store, TERMS, post.now, other)
    assert post.deliver().sent == 2
    ana = next(m for m in server.messages if m["To"] == "ana@b.test")
    assert ana["Subject"] == ("[visitwatch] 300 pages of shelby.test changed together (300 changes: 300 restrictive)")
    assert len(bytes(ana)) < 60_000
    text = text_of(ana)
    assert "And 180 more" in text or "And 240 more" in text
    assert Counter(post.store.outbox_counts())[DeliveryState.FOLDED] == 300
    assert post.deliver(DAY).sent == 0


def test_the_same_words_on_five_pages_of_one_source_are_one_mail(post: Post, server: MailServer) -> None:
    wish = subscribe(post.store, "ana@b.test")
    for one in many(post, 5):
        gather(post.store, one, post.now, wish)
    assert post.deliver().sent == 1
    assert "The same words changed on 5 pages of Shelby County Jail" in server.messages[0]["Subject"]
    assert "same" in text_of(server.messages[0])


def test_more_than_ten_an_hour_follow_in_one_mail_an_hour_later_the_gravest_first(
    post: Post, server: MailServer
) -> None:
    wish = subscribe(post.store, "ana@b.test")
    pages = [Monitor(f"p{n}", "shelby", f"https://h{n}.test/", title=f"Page {n}") for n in range(14)]
    post.store.put_catalogue([VENDOR, JAIL], [TERMS, RULES, *pages], NOW)
    for number, one in enumerate(pages):
        post.store.record_page(page(post.store, one, "first", NOW - DAY))
        grave = Severity.CRITICAL if number == 13 else Severity.MINOR
        gather(post.store, one, post.now, wish, severity=grave, text=f"Visits cost ${number}.")
    assert post.deliver().sent == 10
    assert "critical" in server.messages[-1]["Subject"]
    assert post.deliver(HOUR / 2).sent == 0
    assert post.deliver(HOUR / 2).sent == 1
    assert "More of the last hour: 4 changes" in server.messages[-1]["Subject"]
    assert post.deliver(DAY).sent == 0


def test_what_overflows_waits_for_the_end_of_quiet_hours(post: Post, server: MailServer) -> None:
    wish = subscribe(post.store, "ana@b.test", zone="Asia/Tokyo", quiet_from=21, quiet_until=7)  # it is 21:00 there
    for one in many(post, 5):
        gather(post.store, one, post.now, wish)
    assert post.deliver().sent == 0 and post.deliver(9 * HOUR).sent == 0
    assert post.deliver(HOUR).sent == 1


def test_who_leaves_gets_no_digest_and_nothing_stays_owed(post: Post) -> None:
    wish = digest_wish(post.store)
    gather(post.store, TERMS, post.now, wish)
    post.store.leave(wish.id, post.now)
    assert post.deliver(2 * DAY).sent == 0
    assert post.store.outbox_counts()[DeliveryState.GIVEN_UP] == 1

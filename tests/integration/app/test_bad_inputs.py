"""Hostile pages through the whole check: each comes to a stated outcome, none costs another page anything, none reaches
an address that is closed, and what is kept of them can be stored, mailed and shown."""

from __future__ import annotations

import logging
import mailbox
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from app.deliver import deliver
from app.results import log_seen
from monitors.records import CheckOutcome, Monitor
from tests.hostile import RULE, Hostile, hostile
from tests.integration.app.test_rounds import Days, page
from tests.integration.app.test_rounds import days as days  # the fixture
from tests.site import Reply, Site


@pytest.fixture
def canary() -> Iterator[Site]:
    """On an address that is closed to this installation: nobody may come."""
    with Site(hosts=("127.0.2.1",)) as running:
        yield running


def opened(days: Days, canary: Site) -> None:
    """Let the site through and nothing else."""
    config = days.here.config
    ports = (days.site.port, canary.port)
    crawl = replace(config.crawl, allow_networks=("127.0.0.0/24",), allow_ports=ports, deadline=timedelta(minutes=5))
    days.here = replace(days.here, config=replace(config, crawl=crawl))


def test_every_hostile_page_comes_to_what_it_must(days: Days, canary: Site) -> None:
    store, cases, target = days.here.store, hostile(), canary.url("/x")
    opened(days, canary)
    lures = f"<img src={target}><link rel=canonical href={target}><iframe src={target}></iframe>"
    lures += (
        f"<a href={target}>visits</a><meta http-equiv=refresh content='0;url={target}'><script src={target}></script>"
    )
    days.site["/visiting"] = page(f"<p>{RULE} Each visit lasts half an hour.</p>", lures)
    for number, case in enumerate(cases):
        days.site[f"/h{number}"] = case.reply()
        store.add_monitors([], [Monitor(f"h{number}", "alder", days.site.url(f"/h{number}"))], days.start)
    first = days.check(0)
    assert {seen.monitor.id for seen in first.seen} == {"m", *(f"h{number}" for number in range(len(cases)))}
    faults = [fault for number, case in enumerate(cases) for fault in faults_of(days, number, case)]
    assert faults == []
    assert canary.connections == 0


def test_hostile_words_travel_to_the_mail_as_words(days: Days, canary: Site, caplog: pytest.LogCaptureFixture) -> None:
    store = days.here.store
    opened(days, canary)
    cases = [case for case in hostile() if case.mailed]
    for number, case in enumerate(cases):
        days.site[f"/h{number}"] = case.reply()
        store.add_monitors([], [Monitor(f"h{number}", "alder", days.site.url(f"/h{number}"))], days.start)
    days.check(0)
    for number, case in enumerate(cases):
        body = case.body.replace(b"lasts 30 minutes", b"lasts %d minutes" % (10 + number))
        days.site[f"/h{number}"] = Reply(body, media_type=case.media_type)
    changed = days.check(24)
    assert changed.summary()["alerts"] == len(cases) >= 5
    caplog.set_level(logging.INFO, "visitwatch.serve")
    for seen in changed.seen:
        log_seen(logging.getLogger("visitwatch.serve"), seen)
    assert len(caplog.records) >= len(cases)
    assert not [record for record in caplog.records if "\n" in record.getMessage() or "\r" in record.getMessage()]
    deliver(store, days.here.mail(), lambda: days.start + timedelta(hours=25), "here:1:mail")
    mails = list(mailbox.Maildir(days.here.config.mail.maildir))
    assert mails
    for mail in mails:
        assert mail["Bcc"] is None and mail["To"] == "you@example.org"
        text = mail.as_string()
        assert "\x1b" not in text and "<script" not in text
    assert canary.connections == 0


def faults_of(days: Days, number: int, case: Hostile) -> Iterator[str]:
    """What is not as it must be after the first check of a page, in words."""
    store, name = days.here.store, f"h{number}"
    [check] = store.checks(name)
    said = f"{case.name}: {check.outcome} ({check.quality}, {check.rule or check.failure}: {check.message})"
    if check.outcome not in case.told or (case.quality and check.quality not in case.quality):
        yield said
    version = store.latest_version(name)
    if check.outcome is not CheckOutcome.FIRST or version is None:
        if not check.message:
            yield f"{said}: no reason is given"
        if version is not None:
            yield f"{said}: a version is kept"
        return
    whole = version.text + "".join(segment.text for segment in version.segments)
    if case.holds not in whole:
        yield f"{case.name}: its rule is not in its text"
    if {"\0", "\ud83d"} & set(whole) or "root:" in whole:
        yield f"{case.name}: its text holds what it must not"
    if {"\n", "\r"} & set(version.title):
        yield f"{case.name}: its title has two lines"
    if store.body(check.snapshot) != case.body:
        yield f"{case.name}: its body is not kept as it came"

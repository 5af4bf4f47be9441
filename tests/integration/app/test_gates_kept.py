"""What a host asked of one run holds for the next, whoever that is; nobody asks a host that another run is asking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from alerts.settings import MailSettings
from app import holds
from app.check import Round, RoundRequest
from app.check_command import run_round
from app.config import Config, RoundSettings, WebSettings
from app.config_schema import ScheduleSection
from app.installation import Installation, utc_now
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.records import CheckOutcome, FailureKind, Monitor, Source, SourceKind
from storage import Store
from tests.site import Reply, Site, redirect

HERE, THERE = "127.0.0.1", "127.0.0.2"
SOURCE = Source("alder", "Alder County Jail", SourceKind.JAIL, "US-OH")
RULES = "<main><h1>Visiting</h1><p>In-person visits are held on Saturday from 9 a.m. to 3 p.m.</p></main>"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site(hosts=(HERE, THERE)) as running:
        yield running


def installed(store: Store, site: Site, folder: Path, *pages: tuple[str, str]) -> Installation:
    config = Config(
        path=folder / "config.toml",
        store_url="",
        bodies=folder / "bodies",
        crawl=CrawlSettings(
            delay=timedelta(0), autothrottle=False, allow_networks=("127.0.0.0/8",), allow_ports=(site.port,)
        ),
        mail=MailSettings(maildir=folder / "mail"),
        web=WebSettings("127.0.0.1", 0),
        round=RoundSettings(**ScheduleSection().model_dump(exclude={"interval"})),
    )
    watched = [Monitor(path[1:], "alder", site.url(path, host=host)) for host, path in pages]
    store.put_catalogue([SOURCE], watched, utc_now())
    return Installation(config, store)


def checked(here: Installation, name: str, **asked: object) -> Round:
    request = RoundRequest(run=name, **asked)
    return run(lambda: run_round(here, request, utc_now, lambda _: None))


def test_retry_after_is_kept_by_the_next_run(store: Store, site: Site, tmp_path: Path) -> None:
    here = installed(store, site, tmp_path, (HERE, "/a"), (HERE, "/b"), (THERE, "/c"))
    site["/a"] = site["/b"] = Reply(b"slow down", status=429, headers={"Retry-After": "600"})
    site["/c"] = RULES
    checked(here, "one:1:a")
    asked = site.hits("/a") + site.hits("/b")
    assert asked >= 1
    [word] = store.gate_words([HERE])
    assert word.silent_until is not None and word.silent_until > utc_now() + timedelta(minutes=9)
    late = utc_now() + timedelta(minutes=9)
    assert store.claim_due(late, limit=9, lease=timedelta(minutes=1), run="two:2:b", only=["a", "b"]) == []
    assert HERE not in store.plan_gates(late, limit=9, again=timedelta(minutes=1))
    refused = checked(here, "two:2:b", only=("a",)).seen
    assert [seen.outcome for seen in refused] == [CheckOutcome.FAILED]
    assert store.checks("a", 1)[0].failure is FailureKind.RATE_LIMITED
    assert site.hits("/a") + site.hits("/b") == asked


def test_a_crawl_delay_is_known_to_the_next_run(store: Store, site: Site, tmp_path: Path) -> None:
    here = installed(store, site, tmp_path, (HERE, "/a"))
    site["/robots.txt"] = "User-agent: *\nCrawl-delay: 7\n"
    site["/a"] = RULES
    store.remember_gates([holds.GateWord(HERE, next_at=utc_now() + timedelta(seconds=0.3))])
    began = utc_now()
    checked(here, "one:1:a", gate=HERE, hold=timedelta(seconds=45))
    [word] = store.gate_words([HERE])
    assert utc_now() - began > timedelta(seconds=0.3)
    assert word.crawl_delay == 7.0
    assert word.next_at is not None and began < word.next_at < utc_now() + timedelta(seconds=7)


def test_a_redirect_waits_for_the_other_hosts_gate(
    store: Store, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holds, "BORROW_WITHIN", 0.0)
    here = installed(store, site, tmp_path, (HERE, "/a"))
    site["/a"] = redirect(site.url("/b", host=THERE))
    site["/b"] = RULES
    now = utc_now()
    assert store.hold_gate(THERE, now, now + timedelta(minutes=5), run="two:2:b")
    assert [seen.outcome for seen in checked(here, "one:1:a").seen] == [CheckOutcome.FAILED]
    assert store.checks("a", 1)[0].failure is FailureKind.INTERRUPTED
    assert site.hits("/b") == 0
    store.release_claims(utc_now(), run="two:2:b")
    assert [seen.outcome for seen in checked(here, "one:1:c", only=("a",)).seen] == [CheckOutcome.FIRST]
    assert store.hold_gate(THERE, utc_now(), utc_now(), run="three:3:c")

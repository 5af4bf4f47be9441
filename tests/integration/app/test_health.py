"""Whether the watching goes on: the command, the heartbeat, the metrics."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Never
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from prometheus_client.parser import text_string_to_metric_families

import app.health
from app.check import Round
from app.cli import cli
from app.config_keeping import HealthSettings
from app.heartbeat import beat
from app.metrics import Metrics
from app.results import Seen
from monitors.gates import gate_of
from monitors.records import CheckOutcome, FailureKind
from storage import Store, StoreError, open_store
from tests.integration.storage.samples import DAY, JAIL, NOW, RULES, TERMS, check, fill, page, record_change, subscribe
from tests.ports import free_port
from tests.site import Reply, Site
from web.condition import condition

HOUR = timedelta(hours=1)


@pytest.fixture
def watched(store: Store) -> Store:
    """Two pages, both just seen."""
    fill(store)
    for monitor in (TERMS, RULES):
        store.record_page(page(store, monitor, "Visits are free.", NOW, next_check_at=NOW + DAY))
    return store


def test_all_is_well(watched: Store) -> None:
    now = condition(watched, NOW + HOUR)
    assert (now.word, now.failing, now.degraded) == ("ok", (), ())
    assert (now.coverage.good, now.late, now.newest_check) == (2, 0, NOW)


def test_nothing_is_checked_any_more(watched: Store) -> None:
    now = condition(watched, NOW + 2 * DAY)
    assert now.word == "failing" and "2 monitors are late" in now.failing[0]


def test_nothing_was_ever_checked(store: Store) -> None:
    fill(store)
    assert condition(store, NOW).word == "ok"
    assert "nothing was checked yet" in condition(store, NOW + DAY).failing[0]


def test_what_fails_alone_is_no_alarm(watched: Store) -> None:
    watched.record_check(check(TERMS, NOW + HOUR, CheckOutcome.FAILED, failure=FailureKind.DNS, quality=None))
    now = condition(watched, NOW + HOUR)
    assert now.word == "degraded" and "1 of 2 monitors fail" in now.degraded[0]


def test_mail_that_waits_too_long(watched: Store) -> None:
    record_change(watched, TERMS, "Visits cost $12.", NOW, subscribe(watched, "a@b.test"))
    [owed] = watched.lease_deliveries(NOW, limit=1, lease=DAY, run="x")
    watched.begin_delivery(owed.delivery.id, NOW, lease=DAY, run="x")
    watched.mark_deferred(owed.delivery.id, "greylisted", NOW + HOUR)
    assert condition(watched, NOW + 2 * HOUR).word == "degraded"
    watched.hold_deliveries("wait")
    assert "1 mail held" in " ".join(condition(watched, NOW + 2 * HOUR).degraded)


def test_a_full_disk(watched: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000})())
    assert "free some space" in condition(watched, NOW).failing[0]


def test_the_command_says_so_to_people_and_machines(
    tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text('[store]\nurl = "sqlite:///v.db"\nbodies = "bodies"\n')
    with open_store(f"sqlite:///{tmp_path}/v.db", tmp_path / "bodies") as store:
        fill(store)
    arguments = ["--config", str(tmp_path / "config.toml"), "health"]
    for at, code, word in ((NOW, 0, "ok"), (NOW + 9 * DAY, 1, "failing")):
        monkeypatch.setattr(app.health, "utc_now", lambda at=at: at)
        said = CliRunner().invoke(cli, [*arguments, "--json"], standalone_mode=False)
        assert (said.return_value, json.loads(said.output)["status"]) == (code, word)
        assert word in CliRunner().invoke(cli, arguments, standalone_mode=False).output


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def settings(site: Site, **more: object) -> HealthSettings:
    return replace(HealthSettings(heartbeat_url=site.url("/alive")), **more)


def test_the_heart_beats_once_a_week(watched: Store, site: Site) -> None:
    site["/alive"] = b"thank you"
    beats = []
    for hours in range(0, 24 * 15, 12):
        at = NOW + hours * HOUR
        watched.record_check(check(TERMS, at), next_check_at=at + DAY)
        beats.append(beat(watched, settings(site), lambda at=at: at))
    assert sum(beats) == site.hits("/alive") == 3
    assert beats[0] and not any(beats[1:13]) and any(beats[13:15])


def test_no_heartbeat_while_nothing_is_watched(watched: Store, site: Site) -> None:
    site["/alive"] = b"thank you"
    assert not beat(watched, settings(site), lambda: NOW + 9 * DAY)
    assert not beat(watched, HealthSettings(), lambda: NOW)
    assert site.hits("/alive") == 0


def test_a_heartbeat_that_did_not_arrive_is_tried_again(watched: Store, site: Site) -> None:
    site["/alive"] = [Reply(b"", status=503), b"thank you"]
    done = [beat(watched, settings(site), lambda at=NOW + n * timedelta(minutes=6): at) for n in range(4)]
    assert (done, site.hits("/alive")) == ([False, False, True, False], 2)


@pytest.mark.parametrize("raw", [b"", b"what do you want?\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nth"])
def test_a_listener_that_speaks_no_http_stops_nothing(watched: Store, site: Site, raw: bytes) -> None:
    site["/alive"] = Reply(raw=raw)
    assert beat(watched, settings(site), lambda: NOW) is raw.startswith(b"HTTP/1.1 200")


def scraped(port: int) -> dict[tuple[str, str], float]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
        families = list(text_string_to_metric_families(answer.read().decode()))
    return {(sample.name, ",".join(sample.labels.values())): sample.value for one in families for sample in one.samples}


def no_answer(*_: object) -> Never:
    raise StoreError("the server went away")


def test_metrics_say_what_is_so(watched: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    now = [NOW + HOUR]

    def clock() -> datetime:
        return now[0]

    host = gate_of(urlsplit(TERMS.url).hostname or "", ())
    watched.touch_gates(["late.example"], NOW - HOUR)
    assert watched.hold_gate(host, NOW, NOW + 2 * HOUR, run="here:1:test")
    metrics = Metrics(watched, clock)
    stop = metrics.start(HealthSettings(metrics_port=port))
    try:
        seen = Seen(RULES, JAIL, CheckOutcome.UNCHANGED)
        metrics.count(Round([seen, seen]), 3, 12.0)
        metrics.count(Round(), 0, 0.1)
        said = scraped(port)
        assert said["visitwatch_database_up", ""] == 1
        assert (said["visitwatch_monitors", "good"], said["visitwatch_monitors", "failing"]) == (2, 0)
        assert said["visitwatch_last_check_timestamp_seconds", ""] == NOW.timestamp()
        assert ("visitwatch_monitors_counted_timestamp_seconds", "") not in said, "they are counted now"
        assert (said["visitwatch_visits_total", "unchanged"], said["visitwatch_mails_sent_total", ""]) == (2, 3)
        assert said["visitwatch_round_seconds_count", ""] == 1
        assert said["visitwatch_failing", ""] == 0
        assert (said["visitwatch_gates", "held"], said["visitwatch_gates", "silent"]) == (1, 0)
        assert said["visitwatch_oldest_due_gate_timestamp_seconds", ""] == (NOW - HOUR).timestamp()
        assert said["process_resident_memory_bytes", ""] > 0
        now[0] += 2 * DAY
        assert scraped(port)["visitwatch_failing", ""] == 1
        monkeypatch.setattr("app.metrics.condition", no_answer)
        now[0] += DAY
        assert scraped(port)["visitwatch_database_up", ""] == 0
    finally:
        stop()

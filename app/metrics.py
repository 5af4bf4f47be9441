"""Prometheus metrics of a running `serve`, on a port of their own: what the database says, what this process did."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from app.check import Round
from app.config_keeping import HealthSettings
from storage.errors import StoreError
from storage.gates import Backlog
from storage.store import Store
from web.condition import Condition, condition

log = logging.getLogger("visitwatch.metrics")
# Prometheus asks every 15 to 60 s; who asks more often gets the same answer.
FRESH = timedelta(seconds=10)


class Metrics:
    """The metrics of one daemon."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.registry.register(StoreCollector(store, clock))
        self._rounds = Histogram(
            "visitwatch_round_seconds", "Seconds of a round that found work", registry=self.registry,
            buckets=(1, 5, 15, 60, 300, 900, 3600),
        )  # fmt: skip
        self._visits = Counter("visitwatch_visits", "Visits by outcome", ("outcome",), registry=self.registry)
        self._sent = Counter("visitwatch_mails_sent", "Mails handed over", registry=self.registry)
        self._broken = Counter("visitwatch_rounds_broken", "Rounds that ended in an error", registry=self.registry)

    def count(self, report: Round, sent: int, seconds: float) -> None:
        """Count a round that ended well."""
        if report.seen:
            self._rounds.observe(seconds)
        for seen in report.seen:
            self._visits.labels(seen.outcome.value).inc()
        self._sent.inc(sent)

    def count_sent(self, sent: int) -> None:
        self._sent.inc(sent)

    def count_broken(self) -> None:
        self._broken.inc()

    def start(self, settings: HealthSettings) -> Callable[[], None]:
        """Answer until the returned function is called. Raises OSError where the port is taken."""
        server, thread = start_http_server(settings.metrics_port, settings.metrics_host, self.registry)
        log.info("metrics: http://%s:%d/metrics", settings.metrics_host, server.server_port)
        return lambda: _stop(server, thread)


def _stop(server: Any, thread: Thread) -> None:
    server.shutdown()
    server.server_close()
    thread.join(5)


class StoreCollector(Collector):
    """What is asked of the database when somebody asks us."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._last: tuple[Condition, Backlog] | None = None

    def describe(self) -> Iterator[Metric]:
        """Nothing: the database need not answer for the daemon to start."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        gates = GaugeMetricFamily(
            "visitwatch_gates", "Hosts by state: due and held by nobody, held, silent", labels=["state"]
        )
        try:
            now, behind = self._now()
        except StoreError as error:
            log.error("%s", error)
            yield _gauge("visitwatch_database_up", "Whether the database answers", 0)
            return
        yield _gauge("visitwatch_database_up", "Whether the database answers", 1)
        yield _gauge("visitwatch_failing", "Reasons not to rely on it now (see visitwatch health)", len(now.failing))
        yield _gauge("visitwatch_degraded", "What it can't do while the rest goes on", len(now.degraded))
        monitors = GaugeMetricFamily("visitwatch_monitors", "Active monitors by how they stand", labels=["standing"])
        for standing in ("good", "failing", "never"):
            monitors.add_metric([standing], getattr(now.coverage, standing))
        yield monitors
        yield _gauge("visitwatch_monitors_late", "Active monitors that are hours late", now.late)
        owed = GaugeMetricFamily("visitwatch_deliveries", "Deliveries by state", labels=["state"])
        for state, count in now.owed.items():
            owed.add_metric([state.value], count)
        yield owed
        for name, number in (("due", behind.due), ("held", behind.held), ("silent", behind.silent)):
            gates.add_metric([name], number)
        yield gates
        if now.free is not None:
            yield _gauge("visitwatch_free_bytes", "Room where pages are kept", now.free)
        for name, words, at in (
            ("visitwatch_monitors_counted_timestamp_seconds", "When monitors were counted, if not now", now.counted_at),
            ("visitwatch_last_check_timestamp_seconds", "When the newest check was made", now.newest_check),
            ("visitwatch_oldest_tried_mail_timestamp_seconds", "Since when tried mail is owed", now.oldest_tried),
            (
                "visitwatch_oldest_due_gate_timestamp_seconds",
                "Since when the longest waiting one is due",
                behind.oldest,
            ),
        ):
            if at is not None:
                yield _gauge(name, words, at.timestamp())

    def _now(self) -> tuple[Condition, Backlog]:
        at = self._clock()
        if self._last is None or not timedelta(0) <= at - self._last[0].at < FRESH:
            self._last = condition(self._store, at), self._store.backlog(at)
        return self._last


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(name, words, value=value)

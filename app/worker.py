"""`visitwatch worker`, and what `serve` does where [scale] names an engine: one of many workers on one database.

plan    every few seconds, by whichever worker is first: a job for each gate that is due (claimed in our own tables)
crawl   a job's gate is taken and held; what is due behind it goes through the same round as everywhere, a page a
        transaction; the hold is renewed meanwhile, and a worker that was too slow to renew it stops
sweep   jobs whose gate nobody holds any more (their worker died) are taken away and their gates are due at once
send    what is owed is sent by one worker at a time for each way out
keep    the day's root where there is none yet, the heartbeat where it is due, the count of how many monitors stand how
fold    once a day: routine checks into days, leftovers of killed writers away
"""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click
from procrastinate import App

from app import queue
from app.archive import hand_over
from app.check import RoundRequest
from app.check_command import run_round
from app.config import ConfigError
from app.deliver import deliver_until_cancelled
from app.edits import log_edits
from app.evidence_kept import keep_evidence
from app.extraction import Extraction
from app.heartbeat import beat
from app.installation import Installation, installation, run_name, utc_now
from app.logs import set_up_logs
from app.metrics import Metrics
from app.notify import notify, stay_alive
from app.queue import CONTROL, CRAWL, CRAWL_TASK, MAIL, QueueError, every
from app.results import Seen, log_seen
from app.second_reader import ask_second_reader
from crawler.loop import run
from storage.errors import StoreError

log = logging.getLogger("visitwatch.worker")
PLAN_AT_ONCE = 500
# A planned gate comes again after this: its job may be lost on the way, as when the database went away just then.
AGAIN = timedelta(minutes=1)
LONGEST_HEARTBEAT = 10.0
BACK_SOON = 2.0  # seconds until a worker whose database went away tries again
STOP_WITHIN = 15.0


@click.command("worker", help="One of many workers on a PostgreSQL database; stops cleanly on SIGTERM. See [scale].")
@click.option(
    "--no-deliver", is_flag=True, help="Fetch only; mail is sent by other workers or by `visitwatch deliver`."
)
@click.pass_obj
def worker_command(path: Path, no_deliver: bool) -> int:
    with installation(path, synchronise=False) as here:
        set_up_logs(here.config.keeping.log)
        if not here.config.scale.many:
            raise ConfigError([f'{path}: scale.engine: is "none"; `visitwatch worker` needs engine = "procrastinate"'])
        return run(lambda: work(here, mails=not no_deliver))


async def work(here: Installation, *, mails: bool) -> int:
    """Work until SIGTERM or SIGINT."""
    # What goes wrong there is told here in one line; theirs is a page long.
    for library in ("procrastinate", "psycopg.pool"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    metrics = Metrics(here.store, utc_now)
    beside = [asyncio.create_task(stay_alive()), asyncio.create_task(log_edits(here.config.files, log))]
    with _measured(here, metrics):
        async with Extraction(here.config.round.extract_limit, ocr=here.config.round.ocr) as extraction:
            notify("READY=1", "STATUS=watching")
            await Worker(here, extraction, metrics, mails=mails).until(stop)
    for task in beside:
        task.cancel()
    log.info("stopped")
    return 0


@contextmanager
def _measured(here: Installation, metrics: Metrics) -> Iterator[None]:
    """Answer for metrics meanwhile. Several workers of a machine share one configuration: the first has the port."""
    health, unmeasure = here.config.keeping.health, None
    if health.metrics_port:
        try:
            unmeasure = metrics.start(health)
        except OSError as error:
            log.warning("no metrics of this worker: port %d: %s", health.metrics_port, error.strerror)
    try:
        yield
    finally:
        if unmeasure is not None:
            unmeasure()


class Worker:
    """The tasks of one process."""

    def __init__(self, here: Installation, extraction: Extraction, metrics: Metrics, *, mails: bool) -> None:
        self._metrics = metrics
        self._here, self._store, self._scale = here, here.store, here.config.scale
        self._extraction, self._mails = extraction, mails
        self._run = f"worker/{run_name()}"
        self._number = 0
        self._asking: set[asyncio.Task[Any]] = set()
        # Threads of their own: a renewal must not wait behind pages that are being written.
        self._keepers = ThreadPoolExecutor(2, "keeper")

    async def until(self, stop: asyncio.Event) -> None:
        """Work; a database that goes away is waited for."""
        ended = asyncio.ensure_future(stop.wait())
        while not stop.is_set():
            working = asyncio.create_task(self._work())
            await asyncio.wait({working, ended}, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                notify("STOPPING=1")
                log.info("stopping")
                working.cancel()
                await asyncio.wait({working}, timeout=STOP_WITHIN)
            if working.done() and not working.cancelled() and working.exception() is not None:
                log.error("the database is not there (%s); trying again", _first_line(working.exception()))
            if not stop.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(asyncio.shield(ended), BACK_SOON)

    async def _work(self) -> None:
        app = queue.queue_app(self._here.config.store_url)
        self._tasks(app)
        async with app.open_async():
            await queue.ensure_queue(app)
            await asyncio.to_thread(self._store.mend_clock, utc_now())
            # Rounds that ended because the database was away could not give back what they held.
            if held := await asyncio.to_thread(self._store.release_worker, utc_now(), self._run):
                log.info("%d pages whose visits were broken off are due again", held)
            while wrong := await asyncio.to_thread(self._store.reconcile_gates):
                log.info("%d gates were not as due as their monitors", wrong)
            log.info("working: %d gates at a time%s", self._scale.gates_at_once, "" if self._mails else ", no mail")
            lanes = [(CONTROL, 3), (CRAWL, self._scale.gates_at_once)] + [(MAIL, 1)] * self._mails
            await _together(self._lane(app, name, many) for name, many in lanes)

    async def _lane(self, app: App, name: str, many: int) -> None:
        """One of procrastinate's workers: planning never waits behind sixteen slow hosts, nor mail behind either."""
        await app.run_worker_async(
            queues=[name],
            name=f"{self._run} {name}",
            concurrency=many,
            delete_jobs="always",
            install_signal_handlers=False,
            update_heartbeat_interval=min(LONGEST_HEARTBEAT, self._scale.hold.total_seconds() / 4),
            stalled_worker_timeout=self._lost_after.total_seconds(),
            shutdown_graceful_timeout=0.1,
            fetch_job_polling_interval=2.0,
        )

    @property
    def _lost_after(self) -> timedelta:
        """When who gave no sign of life is taken for dead: his hold has ended by then."""
        return self._scale.hold + timedelta(seconds=5)

    def _tasks(self, app: App) -> None:
        app.task(name=CRAWL_TASK, queue=CRAWL)(self.crawl)
        pace = every(self._scale.plan_every.total_seconds())

        def periodic(
            name: str, lane: str, cron: str, act: Callable[[App], Coroutine[Any, Any, None]], lock: str | None = None
        ) -> None:
            async def task(timestamp: int) -> None:
                with _told(name):
                    await act(app)

            app.periodic(cron=cron)(app.task(name=name, queue=lane, lock=lock, queueing_lock=name)(task))

        periodic("plan", CONTROL, pace, self.plan)
        periodic("sweep", CONTROL, pace, self.sweep)
        periodic("keep", CONTROL, pace, self.keep, lock="keep")  # a time stamp or a sign of life is asked for once
        periodic("fold", CONTROL, "17 3 * * *", self.fold)
        periodic("send", MAIL, pace, self.send)

    async def plan(self, app: App) -> None:
        """A job for each gate that is due, as far as the backlog has room."""
        room = self._scale.backlog - len(await queue.waiting(app))
        while room > 0:
            limit = min(room, PLAN_AT_ONCE)
            gates = await asyncio.to_thread(self._store.plan_gates, utc_now(), limit=limit, again=AGAIN)
            made = await queue.put_jobs(app, gates)
            room -= limit
            if made:
                log.info("planned %d gates", made)
            if len(gates) < limit:
                return

    async def sweep(self, app: App) -> None:
        """Take away what died: a job's gate is held as long as somebody is at work behind it."""
        lost = await queue.lost_jobs(app, self._lost_after)
        held = await asyncio.to_thread(self._store.held_gates, utc_now(), [gate for _, gate in lost])
        dead = [(number, gate) for number, gate in lost if gate not in held]
        for number, _ in dead:
            await queue.drop_job(app, number)
        gates = [gate for _, gate in dead if gate]
        if gates:
            log.warning("%d jobs had died; their gates are due again: %s", len(gates), ", ".join(gates[:5]))
            await asyncio.to_thread(self._store.touch_gates, gates, utc_now())
            await self.plan(app)

    async def crawl(self, gate: str) -> None:
        """What is due behind one gate, at most one batch."""
        self._number += 1
        run_here, hold = f"{self._run}/{self._number}", self._scale.hold
        now, started = utc_now(), time.monotonic()
        if not await asyncio.to_thread(self._store.hold_gate, gate, now, now + hold, run=run_here):
            await asyncio.to_thread(self._store.touch_gates, [gate], now + hold)
            return
        request = RoundRequest(run=run_here, confirm=True, gate=gate, hold=hold)
        round_ = asyncio.create_task(run_round(self._here, request, utc_now, partial(log_seen, log), self._extraction))
        keeping = asyncio.create_task(self._keep(run_here, hold, round_))
        try:
            with _told(gate):
                report = await round_
                self._metrics.count(report, 0, time.monotonic() - started)
                self._follow(report.seen)
        except asyncio.CancelledError:
            round_.cancel()
            await asyncio.wait({round_})
            raise
        finally:
            keeping.cancel()

    async def _keep(self, run_here: str, hold: timedelta, round_: asyncio.Task[Any]) -> None:
        """Renew the run's holds while it works; should they be lost, stop it before it asks another's host."""
        renewed, loop = utc_now(), asyncio.get_running_loop()
        while True:
            await asyncio.sleep(hold.total_seconds() / 4)
            now = utc_now()
            try:
                renew = partial(self._store.renew_gates, now, now + hold, run=run_here)
                held = await loop.run_in_executor(self._keepers, renew)
                renewed = now if held else renewed
            except StoreError:
                held = int(utc_now() < renewed + hold)  # the database is away: ours until the hold ends
            if not held:
                log.error("%s: too slow to renew its hold, and stopped", run_here)
                round_.cancel()
                return

    def _follow(self, seen: list[Seen]) -> None:
        """What nobody waits for: a second reader's opinion, a public archive's copy."""
        config = self._here.config
        for asking in (
            ask_second_reader(config.second_reader, self._store, seen, utc_now),
            hand_over(config.keeping.evidence.archive_url, self._store, seen, self._extraction, utc_now),
        ):
            task = asyncio.create_task(_asking(asking))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

    async def keep(self, app: App) -> None:
        """The day's root, signed and stamped; a sign of life to whoever waits for one; counts for who reads."""
        keeping = self._here.config.keeping
        await asyncio.to_thread(self._store.keep_standings, utc_now())
        await asyncio.to_thread(keep_evidence, self._store, keeping.evidence, utc_now)
        await asyncio.to_thread(beat, self._store, keeping.health, utc_now)

    async def send(self, app: App) -> None:
        """What is owed, by whoever holds the way out: a mail server is written to by one worker at a time."""
        mail, run_here, hold = self._here.config.mail, f"{self._run}/mail", max(self._scale.hold, timedelta(minutes=1))
        way = f"smtp:{mail.smtp_host or 'maildir'}"
        now = utc_now()
        if not await asyncio.to_thread(self._store.hold_gate, way, now, now + hold, run=run_here):
            return
        sending = asyncio.create_task(deliver_until_cancelled(self._store, mail, utc_now, run_here))
        keeping = asyncio.create_task(self._keep(run_here, hold, sending))
        try:
            sent = await sending
        finally:
            keeping.cancel()
            await asyncio.to_thread(self._store.release_claims, utc_now(), run=run_here)
        self._metrics.count_sent(sent.sent)
        if sent.sent or sent.down:
            log.info("%d mails sent%s", sent.sent, f"; mail is held back: {sent.down}" if sent.down else "")

    async def fold(self, app: App) -> None:
        """Routine checks into days, where the configuration says so; what killed writers left behind, away."""
        await asyncio.to_thread(self._store.sweep_bodies, utc_now())
        if self._scale.keep_checks:
            while folded := await asyncio.to_thread(self._store.fold_checks, utc_now() - self._scale.keep_checks):
                log.info("%d routine checks folded into days", folded)


async def _together(several: Any) -> None:
    """All of these, until the first one ends; then the others are ended too."""
    tasks = {asyncio.ensure_future(one) for one in several}
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


async def _asking(asking: Coroutine[Any, Any, Any]) -> None:
    with _told("after a round"):
        await asking


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Whatever goes wrong is told here: the queue would swallow it. A database that is away in a line, a bug whole."""
    try:
        yield
    except StoreError as error:
        log.error("%s: %s", what, error)
    except QueueError as error:
        log.error("%s: %s", what, _first_line(error))
    except Exception:
        log.exception("%s failed", what)


def _first_line(error: BaseException | None) -> str:
    cause = error.__cause__ if error is not None and error.__cause__ is not None else error
    return (" ".join(str(cause).split()) or type(cause).__name__)[:200]

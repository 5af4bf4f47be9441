"""`visitwatch serve`: a bare tick over the same coroutine as `check`, and the history browser beside it."""

from __future__ import annotations

import asyncio
import errno
import gc
import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import click
from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from alerts.wording import count_words
from app.check import RoundRequest
from app.check_command import archive_seen, run_round, take_over
from app.config import Config, ConfigError, WebSettings, load_config
from app.deliver import Sending, deliver_until_cancelled
from app.edits import Edits
from app.evidence_kept import keep_evidence
from app.heartbeat import beat
from app.installation import Installation, installation, run_name, utc_now
from app.lock import LockHeld, run_lock
from app.logs import set_up_logs
from app.metrics import Metrics
from app.notify import notify, stay_alive
from app.output import complain, out, safe
from app.results import log_seen
from app.second_reader import ask_second_reader, asked_words
from app.units import say_duration
from crawler.loop import run
from storage.errors import StoreError

log = logging.getLogger("visitwatch.serve")
LETS_GO_WITHIN = 5.0  # seconds
# Ctrl-C and systemd end the whole group, the browser before the daemon has finished.
ASKED_TO_END = (0, -signal.SIGTERM, -signal.SIGINT)
STARTED_AGAIN_AFTER = 3.0  # seconds: one that can't stay up fills no log
STOP_WITHIN = 20.0  # seconds: work is leased, so what is not finished by then is taken up by the next run


@click.command("serve", help="Scheduler and history browser, long-running. Stops cleanly on SIGTERM.")
@click.option("--no-web", is_flag=True, help="Only the scheduler; the browser runs elsewhere or not at all.")
@click.option("--no-check", is_flag=True, help="Only the history browser; nothing is fetched or sent.")
@click.option("--no-deliver", is_flag=True, help="Fetch and record; mail is sent by `visitwatch deliver`.")
@click.pass_obj
def serve_command(path: Path, no_web: bool, no_check: bool, no_deliver: bool) -> int:
    if no_web and no_check:
        raise click.UsageError("--no-web and --no-check together leave nothing to do")
    if no_check:
        browse(path)
        return 0
    set_up_logs(load_config(path).keeping.log)
    with installation(path) as here:
        if not no_web:
            must_listen(path, here.config.web)
        browser = None if no_web else KeptBrowser(path)
        try:
            if here.config.scale.many:
                try:
                    from app.worker import work  # the engine's library is an extra
                except ModuleNotFoundError as error:
                    raise ConfigError(
                        [f"{path}: scale.engine: needs {error.name}; pip install 'visitwatch[scale]'"]
                    ) from error

                return run(lambda: work(here, mails=not no_deliver))
            return run(lambda: _serve(here, mails=not no_deliver))
        finally:
            if browser is not None:
                browser.end()


@click.command("web", help="The history browser alone, for a machine that fetches nothing and sends nothing.")
@click.pass_obj
def web_command(path: Path) -> int:
    browse(path)
    return 0


def must_listen(path: Path, web: WebSettings, patience: float = LETS_GO_WITHIN) -> None:
    """Raises ConfigError where nobody could reach the browser: it would end, and the daemon go on without it. The
    browser of a daemon that was just killed has `patience` seconds to let its port go."""
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    until = time.monotonic() + patience
    while True:
        try:
            socket.create_server((web.host, web.port), family=family).close()
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() >= until:
                raise ConfigError([f"{path}: {_not_listening('web', web.host, web.port, error)}"]) from None
            time.sleep(0.2)
        else:
            return


def _not_listening(section: str, host: str, port: int, error: OSError) -> str:
    why = (error.strerror or str(error)).partition(" (while")[0].lower()
    return (
        f"{section}: {host} port {port} can't be listened on ({why}); end the other program, or choose another "
        "host or port"
    )


def _start_browser(path: Path) -> BaseProcess:
    """The history browser in a process of its own: a crawl stalls the loop for up to 0.4 s at a time."""
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_browse_beside, args=(path,), name="history-browser", daemon=True)
    process.start()
    return process


class KeptBrowser:
    """The history browser of a daemon: one that ends unasked is told in the log and started again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ending = threading.Event()
        self._process = _start_browser(path)
        threading.Thread(target=self._keep, name="browser-keeper", daemon=True).start()

    def end(self) -> None:
        """End it, for good."""
        self._ending.set()
        self._process.terminate()
        self._process.join(5)

    def _keep(self) -> None:
        while True:
            self._process.join()
            if self._ending.is_set():
                return
            if self._process.exitcode in ASKED_TO_END:
                log.warning("the history browser was ended by a signal; the rounds go on without it")
                return
            log.error("the history browser ended (code %s); it is started again", self._process.exitcode)
            if self._ending.wait(STARTED_AGAIN_AFTER):
                return
            self._process = _start_browser(self._path)


def _browse_beside(path: Path) -> None:
    """The browser that a daemon started; what keeps it from starting again is said in a line, not in a traceback."""
    try:
        browse(path)
    except (ConfigError, StoreError) as error:
        complain(str(error).splitlines())
        sys.exit(1)


def browse(path: Path) -> None:
    """Run the history browser until the process is ended."""
    import uvicorn

    from app.web_doors import doors
    from web.application import create_app

    set_up_logs(load_config(path).keeping.log)
    with installation(path, synchronise=False) as here:
        web = here.config.web
        must_listen(path, web)
        _end_with_parent()
        out.print(f"history browser: http://{safe(web.host)}:{web.port}/")
        mail = here.mail()
        application = create_app(
            here.store, base_url=mail.base_url, clock=utc_now, mail=mail, doors=doors(here), public=web.public
        )
        # What is loaded by now stays: looking through it for garbage made one page in fifty 0.15 s slower.
        gc.collect()
        gc.freeze()
        uvicorn.run(
            application, host=web.host, port=web.port, log_level="warning", forwarded_allow_ips=list(web.proxies)
        )


def _end_with_parent() -> None:
    """A browser that a daemon started goes with it, even where the daemon is killed: the next one needs its port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


async def _serve(here: Installation, *, mails: bool) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    metrics = Metrics(here.store, utc_now)
    unmeasure = _measured(here.config, metrics) if here.config.keeping.health.metrics_port else None
    rounds = Rounds(here, metrics, mails)
    # coalesce and no grace time: after a stall one tick runs, none is dropped silently (the default grace is 1 s).
    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    scheduler.add_listener(_tell_event, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
    scheduler.add_listener(lambda _: log.debug("the last round still runs"), EVENT_JOB_MAX_INSTANCES)
    scheduler.add_job(rounds.tick, "interval", seconds=here.config.round.tick.total_seconds(), next_run_time=utc_now())
    # Beside the rounds: one may take hours.
    scheduler.add_job(rounds.count, "interval", seconds=here.config.round.tick.total_seconds())
    scheduler.start()
    log.info(
        "watching %s; looking for due work every %s",
        count_words(len(here.store.monitors(True)), "monitor"),
        say_duration(here.config.round.tick),
    )
    alive = asyncio.create_task(stay_alive())
    notify("READY=1", "STATUS=watching")
    await _stopped(stop, scheduler, here.config.round.tick)
    notify("STOPPING=1")
    log.info("stopping")
    end_ticks(scheduler)
    await rounds.end()
    alive.cancel()
    if unmeasure is not None:
        await asyncio.to_thread(unmeasure)
    log.info("stopped")
    return 0


def _measured(config: Config, metrics: Metrics) -> Callable[[], None]:
    """Metrics are answered until the returned function is called. Raises ConfigError where nobody could ask."""
    health = config.keeping.health
    try:
        return metrics.start(health)
    except OSError as error:
        fault = _not_listening("health.metrics_port", health.metrics_host, health.metrics_port, error)
        raise ConfigError([f"{config.path}: {fault}"]) from None


async def _stopped(stop: asyncio.Event, scheduler: AsyncIOScheduler, tick: timedelta) -> None:
    """Wait for the stop; meanwhile see to it that the tick goes on where the clock is set back."""
    while not stop.is_set():
        wake(scheduler, tick)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), tick.total_seconds())


def end_ticks(scheduler: AsyncIOScheduler) -> None:
    """Start no job any more and cancel what runs. A tick that is due just now is not submitted: cancelled before its
    first step, a job can't catch it, and the scheduler writes a traceback into the log."""
    scheduler.pause()
    scheduler.shutdown(wait=False)


def wake(scheduler: AsyncIOScheduler, tick: timedelta) -> bool:
    """Let the tick come now where the scheduler plans it further ahead than a tick: it plans by the clock on the wall,
    and one that was set back by a day would have it wait for a day. Whether that was so."""
    late = [job for job in scheduler.get_jobs() if job.next_run_time and job.next_run_time > utc_now() + 2 * tick]
    for job in late:
        log.warning("the clock was set back; the next round comes now instead of at %s", job.next_run_time)
        job.modify(next_run_time=utc_now())
    return bool(late)


class Rounds:
    """The rounds of one daemon; at most one runs, and it can be ended in bounded time."""

    def __init__(self, here: Installation, metrics: Metrics, mails: bool) -> None:
        self._here, self._metrics, self._mails = here, metrics, mails
        self._task: asyncio.Task[None] | None = None
        self._edits = Edits(here.config.files)
        self._held = ""

    async def tick(self) -> None:
        """One round, unless cron's `check` holds the lock just now."""
        for edit in self._edits.told():
            log.warning("%s", edit)
        self._task = asyncio.create_task(self._round())
        try:
            await self._task
        except asyncio.CancelledError:
            log.info("the round was stopped; what it had not recorded stays due")
        except LockHeld as held:
            # Once, and not at every tick of a round that takes an hour elsewhere.
            if str(held) != self._held:
                log.info("%s", held)
            self._held = str(held)
        except StoreError as error:
            self._metrics.count_broken()
            log.error("%s", error)
        finally:
            self._task = None

    async def count(self) -> None:
        """Keep the count of how many monitors stand how, where there are so many that readers can't wait for it."""
        try:
            await asyncio.to_thread(self._here.store.keep_standings, utc_now())
        except asyncio.CancelledError:
            log.debug("a count was under way when the daemon was stopped; the next start counts again")
        except StoreError as error:
            log.error("%s", error)

    async def end(self) -> None:
        """Cancel the round under way and wait for it, but not for ever."""
        task = self._task
        if task is None:
            return
        task.cancel()
        await asyncio.wait([task], timeout=STOP_WITHIN)

    async def _round(self) -> None:
        here, name, started = self._here, run_name(), time.monotonic()
        with run_lock(here.lock_path):
            await asyncio.to_thread(take_over, here)
            report = await run_round(here, RoundRequest(run=name, confirm=True), utc_now, partial(log_seen, log))
            sending = Sending()
            if self._mails:
                sending = await deliver_until_cancelled(here.store, here.config.mail, utc_now, name)
            await asyncio.to_thread(keep_evidence, here.store, here.config.keeping.evidence, utc_now)
        self._metrics.count(report, sending.sent, time.monotonic() - started)
        await asyncio.to_thread(beat, here.store, here.config.keeping.health, utc_now)
        if report.seen or sending.sent:
            counts = ", ".join(f"{key} {value}" for key, value in report.summary().items() if value)
            log.info("round: %s; %d mails sent", counts or "nothing due", sending.sent)
        if sending.down:
            log.warning("mail is held back: %s", sending.down)
        await archive_seen(here, report.seen)
        asked = await ask_second_reader(here.config.second_reader, here.store, report.seen, utc_now)
        if asked:
            log.info("%s", asked_words(asked))


def _tell_event(event: JobEvent) -> None:
    error = getattr(event, "exception", None)
    log.error("a round failed: %s", error or "the tick was missed")

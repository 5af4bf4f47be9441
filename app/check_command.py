"""`visitwatch check`: one round, then exit."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import datetime
from functools import cache, partial
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, count_words
from app.archive import hand_over
from app.check import Round, RoundParts, RoundRequest, check
from app.deliver import Sending, deliver
from app.evidence_kept import keep_evidence
from app.extraction import Extraction
from app.heartbeat import beat
from app.holds import Holds
from app.installation import Installation, installation, machine, run_name, utc_now
from app.learning import Learning
from app.lock import run_lock
from app.logs import set_up_logs
from app.look import Look
from app.output import err, out, print_json, print_table, round_words, safe
from app.record import Record
from app.results import Seen
from app.second_reader import ask_second_reader, asked_words
from app.siblings import Siblings, by_host, watched_pages
from crawler.crawl import Turns
from crawler.loop import run
from monitors.records import CheckOutcome
from storage.store import Store

NOTHING_FETCHED = 1
log = logging.getLogger("visitwatch.check")


async def run_round(
    here: Installation,
    request: RoundRequest,
    clock: Callable[[], datetime],
    tell: Callable[[Seen], None],
    extraction: Extraction | None = None,
) -> Round:
    """One round of an installation: the coroutine that cron, the daemon and the demo share.

    extraction: children that outlive the round, for who runs many rounds in one process.
    """
    if extraction is not None:
        return await check(await asyncio.to_thread(_parts, here, request, clock, tell, extraction), request)
    async with Extraction(here.config.round.extract_limit, ocr=here.config.round.ocr) as own:
        return await check(await asyncio.to_thread(_parts, here, request, clock, tell, own), request)


def _parts(
    here: Installation,
    request: RoundRequest,
    clock: Callable[[], datetime],
    tell: Callable[[Seen], None],
    extraction: Extraction,
) -> RoundParts:
    settings, store = here.config.round, here.store
    turns = Turns(here.config.scale.platforms)
    holds = Holds(store, clock, request.run, request.hold or settings.lease, turns, lonely=request.dry)
    # 50,000 monitors take a third of a second to read: not in a round that finds nothing due.
    pages = cache(partial(_pages, store, request))
    siblings = Siblings(store, here.config.crawl, extraction, clock, request.dry, pages, turns)
    return RoundParts(
        store=store,
        crawl=here.config.crawl,
        look=Look(store, extraction, siblings, Learning(store, extraction), settings.retry_after_failure),
        record=Record(
            store,
            here.config.mail if request.dry else here.mail(),
            cache(store.subscriptions),
            request.dry,
            settings.confirm_after if request.confirm and settings.confirm_after else None,
            store.waiting_alerts(),
        ),
        siblings=siblings,
        holds=holds,
        clock=clock,
        batch=settings.batch if request.gate is None else here.config.scale.pages_a_job,
        lease=settings.lease,
        tell=tell,
    )


def _pages(store: Store, request: RoundRequest) -> dict[str, list[str]]:
    """The watched pages by host: all, or those behind the one gate that the round is about."""
    if request.gate is not None:
        return by_host(store.gate_urls(request.gate))
    return watched_pages(store.monitors(active_only=True))


@click.command("check", help="One round, then exit: fetch what is due, record, alert, deliver.")
@click.option("--all", "everything", is_flag=True, help="Every monitor, due or not.")
@click.option("--monitor", "only", multiple=True, metavar="ID", help="Only this monitor, due or not (repeatable).")
@click.option("--dry-run", "dry", is_flag=True, help="Fetch and judge, but write nothing and send nothing.")
@click.option("--no-deliver", is_flag=True, help="Record and owe alerts, but send none.")
@click.option("--json", "as_json", is_flag=True, help="Print the round's counts as one JSON object.")
@click.pass_obj
def check_command(
    path: Path, /, everything: bool, only: tuple[str, ...], dry: bool, no_deliver: bool, as_json: bool
) -> int:
    started = time.monotonic()
    with installation(path) as here:
        if here.config.keeping.log.format == "json":
            set_up_logs(here.config.keeping.log)
        here.must_know(only)
        with nullcontext() if dry else run_lock(here.lock_path):
            name = run_name()
            if not dry:
                take_over(here)
            with _progress(as_json) as tell:
                request = RoundRequest(run=name, only=only or None, everything=everything, dry=dry)
                report = run(lambda: run_round(here, request, utc_now, tell))
            sending = Sending()
            if not dry and not no_deliver:
                sending = deliver(here.store, here.config.mail, utc_now, name)
            if not dry:
                keep_evidence(here.store, here.config.keeping.evidence, utc_now)
        if not dry:
            beat(here.store, here.config.keeping.health, utc_now)
        _say(report, sending, time.monotonic() - started, as_json, dry)
        _say_missed(set(only) - {seen.monitor.id for seen in report.seen})
        sys.stdout.flush()
        # Last, and without the lock: nobody waits for it, neither mail nor another round.
        asking = () if dry else report.seen
        run(lambda: archive_seen(here, asking))
        asked = run(lambda: ask_second_reader(here.config.second_reader, here.store, asking, utc_now))
    if asked and not as_json:
        out.print(asked_words(asked))
    fetched = report.summary()["checked"] - report.count(CheckOutcome.FAILED)
    return NOTHING_FETCHED if report.seen and not fetched else 0


async def archive_seen(here: Installation, seen: Sequence[Seen]) -> None:
    """Hand over to the public archive what was alerted of, where one is set up."""
    address = here.config.keeping.evidence.archive_url
    if address and any(one.alerted for one in seen):
        async with Extraction(here.config.round.extract_limit) as extraction:
            await hand_over(address, here.store, seen, extraction, utc_now)


def take_over(here: Installation) -> None:
    """We hold this machine's lock, so whoever leased anything from here is dead: its work is due again at once, and
    what it left half-written is swept away. So is what a clock that was ahead has planned."""
    now = utc_now()
    here.store.release_machine(now, machine())
    here.store.sweep_bodies(now)
    if ahead := here.store.mend_clock(now):
        log.warning("the clock was set back: %d pages and mails that were planned ahead of it are due now", ahead)


class _progress:
    """A bar on stderr where that is a terminal, a line for each page that needs a person's eye elsewhere."""

    def __init__(self, quiet: bool) -> None:
        self._bar = Progress(
            TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"),
            TimeElapsedColumn(), console=err, transient=True, disable=quiet or not err.is_terminal,
        )  # fmt: skip

    def __enter__(self) -> Callable[[Seen], None]:
        self._bar.start()
        task = self._bar.add_task("", total=None)

        def tell(seen: Seen) -> None:
            self._bar.update(task, advance=1, description=safe(seen.monitor.id))

        return tell

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _say(report: Round, sending: Sending, seconds: float, as_json: bool, dry: bool) -> None:
    if sending.down:
        err.print(f"[yellow]mail is held back:[/yellow] {safe(sending.down)}", soft_wrap=True)
    counts = report.summary()
    if as_json:
        print_json({**counts, "delivered": sending.sent, "seconds": round(seconds, 2)})
        return
    changed = [seen for seen in report.seen if seen.change is not None and seen.alerted]
    print_table("Alerts", ("which way", "source", "what changed"), map(_alert_row, changed), "No alerts.")
    troubled = [s for s in report.seen if s.outcome in (CheckOutcome.FAILED, CheckOutcome.BLOCKED)]
    if troubled:
        out.print()
        print_table(
            "Not seen in this round", ("monitor", "outcome", "why"),
            ((s.monitor.id, s.outcome.value, s.message) for s in troubled), "",
        )  # fmt: skip
    sent, note = count_words(sending.sent, "mail"), " Dry run: nothing was written." if dry else ""
    out.print(f"\n{round_words(counts)}; {sent} sent, {seconds:.1f} s.{note}")


def _say_missed(missed: set[str]) -> None:
    """Pages that were named and not looked at."""
    for name in sorted(missed):
        err.print(
            f"[yellow]not looked at:[/yellow] {safe(name)}: switched off, or its host is asked by another run now",
            soft_wrap=True,
        )


def _alert_row(seen: Seen) -> tuple[str, str, str]:
    assert seen.change is not None
    reading = seen.change.reading
    way = f"{DIRECTION_WORDS[reading.direction].title}, {SEVERITY_WORDS[reading.severity]}"
    return way, seen.source.name, reading.headline

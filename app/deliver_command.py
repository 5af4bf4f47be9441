"""`visitwatch deliver`: send what is owed, for an installation that checks and mails at different times."""

from __future__ import annotations

import signal
import threading
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import click

from app.deliver import deliver
from app.installation import installation, run_name, utc_now
from app.output import complain, err, out, print_json, safe
from app.units import duration
from monitors.records import DeliveryState
from storage.errors import StoreError

WAITING = (DeliveryState.OWED, DeliveryState.SENDING, DeliveryState.DEFERRED, DeliveryState.IN_DOUBT)


@click.command("deliver", help="Send the mails that are owed, now, even while a failure's pause lasts.")
@click.option("--every", metavar="DURATION", help='Go on sending, so often ("30 s"), until SIGTERM.')
@click.option("--json", "as_json", is_flag=True, help="Print the counts as one JSON object.")
@click.pass_obj
def deliver_command(path: Path, every: str | None, as_json: bool) -> int:
    if every is not None:
        return _go_on(path, _pause(every))
    with installation(path, synchronise=False) as here:
        sending = deliver(here.store, here.config.mail, utc_now, run_name(), at_once=True)
        counts = here.store.outbox_counts()
    owed = sum(counts[state] for state in WAITING)
    if as_json:
        counted = {name: value for name, value in asdict(sending).items() if name != "down"}
        print_json({**counted, "owed": owed})
    else:
        out.print(
            f"{sending.sent} sent, {sending.deferred} put off, {sending.in_doubt} in doubt, "
            f"{sending.given_up} given up; {owed} still owed, {counts[DeliveryState.HELD]} held"
        )
    if sending.down:
        err.print(f"[yellow]mail is held back:[/yellow] {safe(sending.down)}", soft_wrap=True)
    return 1 if sending.down else 0


def _pause(text: str) -> float:
    try:
        pause = duration(text)
    except ValueError as error:
        raise click.UsageError(f"--every: {error}") from None
    seconds = pause.total_seconds() if isinstance(pause, timedelta) else 0.0
    if seconds < 1:
        raise click.UsageError("--every: at least 1 s")
    return seconds


def _go_on(path: Path, seconds: float) -> int:
    """Send again and again; when it is to end, the mail under way is the last one."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    with installation(path, synchronise=False) as here:
        while not stop.is_set():
            try:
                sending = deliver(here.store, here.config.mail, utc_now, run_name(), stop=stop)
            except StoreError as error:
                complain([str(error)])
            else:
                if sending.sent or sending.down:
                    err.print(f"{sending.sent} sent{f'; held back: {safe(sending.down)}' if sending.down else ''}")
            stop.wait(seconds)
    return 0

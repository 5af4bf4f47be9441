"""`visitwatch deliver`: send what is owed, for an installation that checks and mails at different times."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from app.deliver import deliver
from app.installation import installation, run_name, utc_now
from app.output import err, out, print_json, safe
from monitors.records import DeliveryState

WAITING = (DeliveryState.OWED, DeliveryState.SENDING, DeliveryState.DEFERRED, DeliveryState.IN_DOUBT)


@click.command("deliver", help="Send the mails that are owed, now, even while a failure's pause lasts.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as one JSON object.")
@click.pass_obj
def deliver_command(path: Path, as_json: bool) -> int:
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
        err.print(f"[yellow]mail is held back:[/yellow] {safe(sending.down)}")
    return 1 if sending.down else 0

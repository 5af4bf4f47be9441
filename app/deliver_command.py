"""`visitwatch deliver`: send what is owed, for an installation that checks and mails at different times."""

from __future__ import annotations

from pathlib import Path

import click

from app.deliver import deliver
from app.installation import installation, run_name, utc_now
from app.output import err, out, print_json, safe
from monitors.records import DeliveryState


@click.command("deliver", help="Send the alerts that are owed.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as one JSON object.")
@click.pass_obj
def deliver_command(path: Path, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        sending = deliver(here.store, here.config.mail, utc_now, run_name())
        owed = here.store.outbox_counts()[DeliveryState.OWED]
    if as_json:
        print_json({"sent": sending.sent, "deferred": sending.deferred, "given_up": sending.given_up, "owed": owed})
    else:
        out.print(f"{sending.sent} sent, {sending.deferred} put off, {sending.given_up} given up, {owed} still owed")
    if sending.down:
        err.print(f"[yellow]mail is held back:[/yellow] {safe(sending.down)}")
    return 1 if sending.down else 0

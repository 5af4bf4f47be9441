"""`visitwatch digest`: write the digests whose hour has struck and send them, for an installation without `serve`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from alerts.wording import count_words
from app.deliver import deliver
from app.digests import write_digests
from app.installation import installation, run_name, utc_now
from app.output import err, out, print_json, safe


@click.command("digest", help="Write the digests and heartbeats that are due and send what is owed.")
@click.option("--no-deliver", is_flag=True, help="Write them, but send nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as one JSON object.")
@click.pass_obj
def digest_command(path: Path, /, no_deliver: bool, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        written = write_digests(here.store, here.mail(), utc_now(), look_now=True)
        sending = None if no_deliver else deliver(here.store, here.config.mail, utc_now, run_name())
    sent = sending.sent if sending else 0
    if as_json:
        print_json({**asdict(written), "delivered": sent})
    else:
        out.print(
            f"{count_words(written.digests, 'digest')}, {written.overflows} for what was too much for an hour, "
            f"{count_words(written.heartbeats, 'heartbeat')} written; {count_words(sent, 'mail')} sent"
        )
    if sending and sending.down:
        err.print(f"[yellow]mail is held back:[/yellow] {safe(sending.down)}", soft_wrap=True)
        return 1
    return 0

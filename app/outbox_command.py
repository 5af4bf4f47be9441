"""`visitwatch outbox`: what is owed, held or given up, and the operator's word on it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import click

from alerts.wording import count_words
from app.config import ConfigError
from app.groups import Group
from app.installation import installation, utc_now
from app.outbox_pause import read_pause, write_pause
from app.outbox_returned import take_back
from app.output import day_time, err, out, print_json, print_table, safe
from monitors.records import Delivery, DeliveryState

LARGEST_RETURNED = 10 * 1024**2
# What is folded was told within another mail, which is listed where it still waits.
CLOSED = (DeliveryState.SENT, DeliveryState.GIVEN_UP, DeliveryState.FOLDED)
NOT_CLOSED = [state for state in DeliveryState if state not in CLOSED]


@click.group("outbox", cls=Group, help="What is owed, held or given up: list, retry, hold, returned.")
def outbox_command() -> None:
    pass


@outbox_command.command("list", help="Mails, newest first; without --state those that still wait.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in DeliveryState]),
    help="Only these (repeatable).",
)
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1), help="The most to list.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def outbox_list(path: Path, /, states: tuple[str, ...], limit: int, as_json: bool) -> int:
    wanted = [DeliveryState(state) for state in states] or NOT_CLOSED
    with installation(path, synchronise=False) as here:
        found = here.store.find_deliveries(wanted, limit)
        to = here.store.recipients([delivery.id for delivery in found])
        pause = read_pause(here.store)
    if pause is not None:
        err.print(f"[yellow]paused until {day_time(pause.until)} UTC:[/yellow] {safe(pause.error)}", soft_wrap=True)
    if as_json:
        for delivery in found:
            print_json({"to": to.get(delivery.id, ""), "delivery": delivery})
        return 0
    rows = (_row(delivery, to.get(delivery.id, "the operator")) for delivery in found)
    columns = ("id", "state", "to", "owed since (UTC)", "tries", "next try (UTC)", "what was said")
    print_table("Outbox", columns, rows, "No such mail." if states else "Nothing is owed.")
    return 0


def _row(delivery: Delivery, to: str) -> tuple[str, ...]:
    return (
        str(delivery.id),
        delivery.state.value,
        to,
        day_time(delivery.owed_at),
        str(delivery.attempts),
        day_time(delivery.next_try_at),
        delivery.last_error,
    )


@outbox_command.command(
    "retry", help="Send these mails with the next round: IDs (given-up ones too), or --all that are put off or held."
)
@click.argument("ids", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="All that are put off, in doubt or held.")
@click.pass_obj
def outbox_retry(path: Path, /, ids: tuple[int, ...], everything: bool) -> int:
    _one_of(ids, everything)
    with installation(path, synchronise=False) as here:
        again = here.store.retry_deliveries(utc_now(), ids=ids or None)
        write_pause(here.store, None)
    _missing(ids, again, "is not there or was sent")
    out.print(f"{count_words(len(again), 'mail')} to go out with the next round")
    return 0


@outbox_command.command("hold", help="Send these mails only after `outbox retry`: IDs, or --all that wait.")
@click.argument("ids", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="All that wait.")
@click.option("--owed-before", type=click.DateTime(), help="With --all: only what was owed before then (UTC).")
@click.option("--restored", is_flag=True, help="This database is a backup: all that it owes, has under way or gathers.")
@click.pass_obj
def outbox_hold(
    path: Path, /, ids: tuple[int, ...], everything: bool, owed_before: datetime | None, restored: bool
) -> int:
    if not restored:
        _one_of(ids, everything)
    elif ids or everything or owed_before:
        raise click.UsageError("--restored holds everything; say nothing beside it")
    before = owed_before.replace(tzinfo=UTC) if owed_before else None
    with installation(path, synchronise=False) as here:
        if restored:
            held = here.store.settle_restored(utc_now())
        else:
            held = here.store.hold_deliveries("held by the operator", ids=ids or None, owed_before=before)
    _missing(ids, held, "does not wait")
    out.print(f"{count_words(len(held), 'mail')} held; `visitwatch outbox retry` sends them")
    return 0


@outbox_command.command(
    "returned",
    help="Read a mail that came to the return address (FILE, or - for stdin) and note the bounce it reports.",
)
@click.argument("file", type=click.File("rb"), default="-")
@click.pass_obj
def outbox_returned(path: Path, /, file: BinaryIO) -> int:
    data = file.read(LARGEST_RETURNED)
    with installation(path, synchronise=False) as here:
        out.print(safe(take_back(here.store, here.config.mail, data, utc_now())))
    return 0


def _one_of(ids: tuple[int, ...], everything: bool) -> None:
    if bool(ids) == everything:
        raise click.UsageError("name the mails by id (`visitwatch outbox list` shows them), or say --all")


def _missing(asked: tuple[int, ...], found: list[int], why: str) -> None:
    if missing := sorted(set(asked) - set(found)):
        raise ConfigError([f"mail {number}: {why}" for number in missing])

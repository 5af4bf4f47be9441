"""`visitwatch subscribers`: who gets mail, and for what."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import click

from alerts.address import address_fault
from alerts.asking import WEEKDAYS, confirm_letter
from alerts.headers import message_id
from app.config import ConfigError
from app.config_faults import unreadable
from app.groups import Group
from app.installation import Installation, installation, utc_now
from app.output import day_time, err, out, print_json, print_table, safe
from monitors.records import (
    Cadence,
    Direction,
    JoinOutcome,
    Severity,
    SourceKind,
    Subscriber,
    Subscription,
    SuppressionKind,
    Topic,
)
from monitors.sources import JURISDICTION

COLUMNS = (
    "address", "name", "topics", "jurisdictions", "sources", "kinds", "directions", "min_severity", "zone", "quiet",
    "urgent", "cadence", "hour", "weekday",
)  # fmt: skip
ASKED_WORDS = {
    JoinOutcome.ASKED: "a mail asks them for a yes",
    JoinOutcome.ALREADY: "they have this already",
    JoinOutcome.TOO_MANY: "they were asked today already",
    JoinOutcome.SUPPRESSED: "not written to: they left, complained, bounced or were removed",
}
DAYS = tuple(name.lower() for name in WEEKDAYS)
SEVERITIES = ("minor", "major", "critical")
DIGEST = (("cadence", "at_once"), ("hour", "8"), ("weekday", "monday"))
QUIET = re.compile(r"([01]?\d|2[0-3])-([01]?\d|2[0-3])")


@click.group("subscribers", cls=Group, help="Who gets mail and for what: list, add, import, remove.")
def subscribers_command() -> None:
    pass


@subscribers_command.command("list", help="Everybody with what they asked for.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def subscribers_list(path: Path, /, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        rows = here.store.subscriptions(active_only=False)
    if as_json:
        for subscriber, subscription in rows:
            print_json({"subscriber": subscriber, "subscription": subscription})
        return 0
    print_table(
        "Subscribers", ("address", "state", "topics", "places", "sources", "directions", "from severity", "when"),
        (_row(*row) for row in rows), "No subscribers. `visitwatch subscribers add you@example.org` adds one.",
    )  # fmt: skip
    return 0


def _row(subscriber: Subscriber, wanted: Subscription) -> tuple[str, ...]:
    return (
        subscriber.address,
        subscriber.state.value,
        ", ".join(wanted.topics) or "all",
        ", ".join(wanted.jurisdictions) or "all",
        ", ".join(wanted.sources + tuple(k.value for k in wanted.kinds)) or "all",
        ", ".join(wanted.directions) or "all",
        wanted.min_severity.value,
        _when(wanted),
    )


def _when(wanted: Subscription) -> str:
    """At what times mail comes, in the reader's zone where that matters."""
    if wanted.cadence is Cadence.AT_ONCE:
        quiet = wanted.quiet_from is not None and wanted.quiet_until is not None
        return f"at once, not {wanted.quiet_from}-{wanted.quiet_until} {wanted.zone}" if quiet else "at once"
    day = f"{DAYS[wanted.weekday]} " if wanted.cadence is Cadence.WEEKLY else ""
    return f"{wanted.cadence.value}, {day}{wanted.hour}:00 {wanted.zone}"


@subscribers_command.command("add", help="Send alerts to an address; each filter may be repeated, none means all.")
@click.argument("address")
@click.option("--name", default="", help="The reader's name.")
@click.option("--topic", "topics", multiple=True, type=click.Choice([t.value for t in Topic]), help="About this topic.")
@click.option("--jurisdiction", "jurisdictions", multiple=True, metavar="US-TX", help="Of sources there.")
@click.option("--source", "sources", multiple=True, metavar="ID", help="Of this source.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice([k.value for k in SourceKind]), help="Of such sources."
)
@click.option(
    "--direction", "directions", multiple=True, type=click.Choice([d.value for d in Direction]), help="Which way."
)
@click.option(
    "--min-severity", default="minor", show_default=True, type=click.Choice(SEVERITIES), help="So grave and graver."
)
@click.option("--zone", default="UTC", show_default=True, metavar="America/Chicago", help="The reader's time zone.")
@click.option("--quiet", default="", metavar="22-7", help="Local hours in which no alert is sent.")
@click.option("--urgent", default="", type=click.Choice(["", *SEVERITIES]), help="From here on alerts come even then.")
@click.option(
    "--cadence",
    default="at_once",
    show_default=True,
    type=click.Choice([c.value for c in Cadence]),
    help="Each alert, or a digest.",
)
@click.option("--hour", default=8, show_default=True, type=click.IntRange(0, 23), help="Local hour of a digest.")
@click.option("--weekday", default="monday", show_default=True, type=click.Choice(DAYS), help="Of a weekly digest.")
@click.option("--ask", is_flag=True, help="Send a mail that asks for a yes first; without it your word is enough.")
@click.pass_obj
def subscribers_add(path: Path, /, address: str, name: str, ask: bool, **wanted: Any) -> int:
    with installation(path) as here:
        errors = [f"{address}: {fault}" for fault in _faults(here, address, wanted)]
        errors += [] if ask else _own_wish(here, address)
        if errors:
            raise ConfigError(errors)
        if ask:
            outcome = ask_to_join(here, address, name, wish_of(wanted))
            out.print(f"{safe(address)}: {ASKED_WORDS[outcome]}")
            return 0
        _add(here, address, name, wish_of(wanted), "operator: added by hand")
        wishes = sum(one.address == address for one, _ in here.store.subscriptions(active_only=False))
    out.print(f"{safe(address)} gets alerts from now on")
    if wishes > 1:
        err.print(
            f"[yellow]note:[/yellow] {safe(address)} has {wishes} subscriptions; each alert comes once, by the one "
            "that tells it soonest. Their own page ends one",
            soft_wrap=True,
        )
    return 0


def ask_to_join(here: Installation, address: str, name: str, wish: Subscription) -> JoinOutcome:
    """Owe the mail that asks this address for a yes, by the operator's wish."""
    letter = confirm_letter(address, name, wish, utc_now())
    settings = here.mail()
    identity = message_id(letter.key, letter.address, settings.list_id, settings.secret)
    return here.store.ask_to_join(letter, identity, wish, requester="")


def _own_wish(here: Installation, address: str) -> list[str]:
    """Why the operator's word is not enough for this address."""
    known = here.store.suppression(address)
    if known is None or known.kind not in (SuppressionKind.LEFT, SuppressionKind.COMPLAINED):
        return []
    return [
        f"{address}: wanted no more mail on {day_time(known.at)}; only they can take that back, on the sign-up page"
    ]


def _faults(here: Installation, address: str, wanted: Mapping[str, Any]) -> Iterable[str]:
    if fault := address_fault(address):
        yield f'"{address}" {fault}'
    known = {source.id for source in here.store.sources()}
    yield from (f'source "{name}" is not watched' for name in wanted["sources"] if name not in known)
    for place in wanted["jurisdictions"]:
        if not JURISDICTION.fullmatch(place):
            yield f'jurisdiction "{place}" is not an ISO 3166-2 code such as "US-TX" (or "US")'
    if wanted["zone"] not in available_timezones():
        yield f'zone "{wanted["zone"]}" is unknown; write an IANA name such as "America/Chicago"'
    if wanted["quiet"] and not QUIET.fullmatch(wanted["quiet"]):
        yield f'quiet "{wanted["quiet"]}" is not two full hours such as "22-7"'


def _add(here: Installation, address: str, name: str, wish: Subscription, proof: str) -> None:
    subscriber = here.store.add_subscriber(address, name, utc_now(), proof=proof)
    here.store.set_subscriber_active(address, True, utc_now(), proof=proof)
    here.store.add_subscription(replace(wish, subscriber_id=subscriber.id))


def wish_of(wanted: Mapping[str, Any]) -> Subscription:
    """What options or a row ask for, checked already; whose it is comes later."""
    quiet = QUIET.fullmatch(wanted["quiet"])
    return Subscription(
        subscriber_id=0,
        topics=tuple(Topic(t) for t in wanted["topics"]),
        jurisdictions=tuple(wanted["jurisdictions"]),
        sources=tuple(wanted["sources"]),
        kinds=tuple(SourceKind(k) for k in wanted["kinds"]),
        directions=tuple(Direction(d) for d in wanted["directions"]),
        min_severity=Severity(wanted["min_severity"]),
        zone=wanted["zone"],
        quiet_from=int(quiet.group(1)) if quiet else None,
        quiet_until=int(quiet.group(2)) if quiet else None,
        urgent=Severity(wanted["urgent"]) if wanted["urgent"] else None,
        cadence=Cadence(wanted["cadence"]),
        hour=int(wanted["hour"]),
        weekday=DAYS.index(wanted["weekday"]),
    )


@subscribers_command.command(
    "import",
    short_help="Add subscribers from a CSV file; each is asked for a yes.",
    help=f"Add subscribers from a CSV file with the columns {', '.join(COLUMNS)}. All or none. Each gets a mail that "
    "asks for a yes, and alerts after it.",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--confirmed", "reason", default="", metavar="REASON", help="They said yes already; how, is kept as proof."
)
@click.pass_obj
def subscribers_import(path: Path, /, file: Path, reason: str) -> int:
    rows = _rows(file)
    with installation(path) as here:
        errors = [f"{place}: {fault}" for place, row in rows for fault in _row_faults(here, row)]
        if errors:
            raise ConfigError(errors)
        counts = Counter(_import_row(here, row, reason) for _, row in rows)
    for outcome, number in sorted(counts.items()):
        out.print(f"{number} {'subscriber' if number == 1 else 'subscribers'}: {outcome}")
    return 0


def _import_row(here: Installation, row: Mapping[str, str], reason: str) -> str:
    """Add a sound row, and say what came of it. Who is not to be written to stays so, whatever the reason."""
    address, name, wish = row["address"].strip(), row.get("name", ""), wish_of(_wanted(row))
    if not reason:
        return ASKED_WORDS[ask_to_join(here, address, name, wish)]
    if here.store.suppression(address) is not None:
        return ASKED_WORDS[JoinOutcome.SUPPRESSED]
    _add(here, address, name, wish, f"operator: {reason}")
    return "alerts from now on"


def _rows(file: Path) -> list[tuple[str, dict[str, str]]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            unknown = [name for name in reader.fieldnames or () if name not in COLUMNS]
            if unknown or "address" not in (reader.fieldnames or ()):
                raise ConfigError(
                    [f"{file}: columns must be among {', '.join(COLUMNS)}, with address; found {unknown}"]
                )
            rows = [(f"{file} line {reader.line_num}", row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigError([f"{file}: {unreadable(error)}"]) from None
    ragged = [
        f"{place}: has more or fewer cells than the header"
        for place, row in rows
        if None in row or None in row.values()
    ]
    if ragged:
        raise ConfigError(ragged)
    return rows


def _row_faults(here: Installation, row: Mapping[str, str]) -> Iterable[str]:
    try:
        yield from _faults(here, row["address"].strip(), _wanted(row))
    except ValueError as error:
        yield str(error)
        return
    for name, known in (("topics", Topic), ("kinds", SourceKind), ("directions", Direction)):
        for value in _many(row.get(name, "")):
            if value not in list(known):
                yield f'{name}: "{value}" is unknown; there are {", ".join(known)}'
    for name, allowed in (("cadence", [*Cadence]), ("weekday", DAYS), ("hour", [str(hour) for hour in range(24)])):
        value = (row.get(name) or "").strip().lower()
        if value and value not in allowed:
            yield f'{name}: "{value}" is unknown; there are {", ".join(allowed)}'
    for name in ("min_severity", "urgent"):
        if row.get(name) and row[name] not in SEVERITIES:
            yield f'{name}: "{row[name]}" is unknown; there are {", ".join(SEVERITIES)}'


def _wanted(row: Mapping[str, str]) -> dict[str, Any]:
    lists = {name: _many(row.get(name, "")) for name in ("topics", "jurisdictions", "sources", "kinds", "directions")}
    single = {name: (row.get(name) or "").strip() for name in ("min_severity", "zone", "quiet", "urgent")}
    given = {name: (row.get(name) or "").strip().lower() or default for name, default in DIGEST}
    return {
        **lists, **single, **given, "min_severity": single["min_severity"] or "minor", "zone": single["zone"] or "UTC",
    }  # fmt: skip


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.replace(";", " ").split() if part)


@subscribers_command.command("remove", help="Send nothing more to an address.")
@click.argument("address")
@click.pass_obj
def subscribers_remove(path: Path, /, address: str) -> int:
    with installation(path, synchronise=False) as here:
        if not here.store.set_subscriber_active(parseaddr(address)[1] or address, False, utc_now()):
            raise ConfigError([f"{address}: no such subscriber; `visitwatch subscribers list` shows them"])
    out.print(f"{safe(address)} gets nothing more, what was still owed is dropped, and no import brings it back")
    return 0

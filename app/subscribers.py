"""`visitwatch subscribers`: who gets mail, and for what."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import click

from alerts.address import address_fault
from app.config import ConfigError
from app.installation import Installation, installation, utc_now
from app.output import out, print_json, print_table, safe
from monitors.records import Direction, Severity, SourceKind, Subscriber, Subscription, Topic
from monitors.sources import JURISDICTION

COLUMNS = ("address", "name", "topics", "jurisdictions", "sources", "kinds", "directions", "min_severity")


@click.group("subscribers", help="Who gets mail and for what: list, add, import, remove.")
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
        "Subscribers", ("address", "gets mail", "topics", "places", "sources", "directions", "from severity"),
        (_row(*row) for row in rows), "No subscribers. `visitwatch subscribers add you@example.org` adds one.",
    )  # fmt: skip
    return 0


def _row(subscriber: Subscriber, wanted: Subscription) -> tuple[str, ...]:
    return (
        subscriber.address,
        "yes" if subscriber.active else "no",
        ", ".join(wanted.topics) or "all",
        ", ".join(wanted.jurisdictions) or "all",
        ", ".join(wanted.sources + tuple(k.value for k in wanted.kinds)) or "all",
        ", ".join(wanted.directions) or "all",
        wanted.min_severity.value,
    )


@subscribers_command.command("add", help="Send alerts to an address; each filter may be repeated, none means all.")
@click.argument("address")
@click.option("--name", default="")
@click.option("--topic", "topics", multiple=True, type=click.Choice([t.value for t in Topic]))
@click.option("--jurisdiction", "jurisdictions", multiple=True, metavar="US-TX")
@click.option("--source", "sources", multiple=True, metavar="ID")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([k.value for k in SourceKind]))
@click.option("--direction", "directions", multiple=True, type=click.Choice([d.value for d in Direction]))
@click.option("--min-severity", default="minor", show_default=True, type=click.Choice(["minor", "major", "critical"]))
@click.pass_obj
def subscribers_add(path: Path, /, address: str, name: str, **wanted: Any) -> int:
    with installation(path) as here:
        errors = [f"{address}: {fault}" for fault in _faults(here, address, wanted)]
        if errors:
            raise ConfigError(errors)
        _add(here, address, name, wanted)
    out.print(f"{safe(address)} gets alerts from now on")
    return 0


def _faults(here: Installation, address: str, wanted: Mapping[str, Any]) -> Iterable[str]:
    if fault := address_fault(address):
        yield fault
    known = {source.id for source in here.store.sources()}
    yield from (f'source "{name}" is not watched' for name in wanted["sources"] if name not in known)
    for place in wanted["jurisdictions"]:
        if not JURISDICTION.fullmatch(place):
            yield f'jurisdiction "{place}" is not an ISO 3166-2 code such as "US-TX" (or "US")'


def _add(here: Installation, address: str, name: str, wanted: Mapping[str, Any]) -> None:
    subscriber = here.store.add_subscriber(address, name, utc_now())
    here.store.set_subscriber_active(address, True)
    here.store.add_subscription(
        Subscription(
            subscriber_id=subscriber.id,
            topics=tuple(Topic(t) for t in wanted["topics"]),
            jurisdictions=tuple(wanted["jurisdictions"]),
            sources=tuple(wanted["sources"]),
            kinds=tuple(SourceKind(k) for k in wanted["kinds"]),
            directions=tuple(Direction(d) for d in wanted["directions"]),
            min_severity=Severity(wanted["min_severity"]),
        )
    )


@subscribers_command.command(
    "import", help=f"Add subscribers from a CSV file with the columns {', '.join(COLUMNS)}. All or none."
)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def subscribers_import(path: Path, /, file: Path) -> int:
    rows = _rows(file)
    with installation(path) as here:
        errors = [f"{place}: {fault}" for place, row in rows for fault in _row_faults(here, row)]
        if errors:
            raise ConfigError(errors)
        for _, row in rows:
            _add(here, row["address"].strip(), row.get("name", ""), _wanted(row))
    out.print(f"{len(rows)} subscribers get alerts from now on")
    return 0


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
        raise ConfigError([f"{file}: can't be read: {error}"]) from None
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
    if row.get("min_severity") and row["min_severity"] not in ("minor", "major", "critical"):
        yield f'min_severity: "{row["min_severity"]}" is unknown; there are minor, major, critical'


def _wanted(row: Mapping[str, str]) -> dict[str, Any]:
    lists = {name: _many(row.get(name, "")) for name in ("topics", "jurisdictions", "sources", "kinds", "directions")}
    return {**lists, "min_severity": row.get("min_severity") or "minor"}


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.replace(";", " ").split() if part)


@subscribers_command.command("remove", help="Send nothing more to an address.")
@click.argument("address")
@click.pass_obj
def subscribers_remove(path: Path, /, address: str) -> int:
    with installation(path, synchronise=False) as here:
        if not here.store.set_subscriber_active(parseaddr(address)[1] or address, False):
            raise ConfigError([f"{address}: no such subscriber; `visitwatch subscribers list` shows them"])
    out.print(f"{safe(address)} gets nothing more, and what was still owed is dropped")
    return 0

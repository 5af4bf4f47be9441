"""`visitwatch monitors`: what is watched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from alerts.wording import count_words
from app.adding import add_all, alike, note_alike, taken_up
from app.check import RoundRequest
from app.check_command import run_round
from app.config import Config, ConfigError, load_config
from app.config_catalogue import csv_rows
from app.groups import Group
from app.imports import import_list
from app.installation import Installation, installation, run_name, utc_now
from app.list_export import export_list
from app.output import out, plain, print_json, print_table, safe
from app.results import Seen
from app.units import duration, say_about, say_duration
from crawler.loop import run
from monitors.lists import KINDS, WRITTEN
from monitors.pace import held
from monitors.records import Check, CheckOutcome, Monitor, Source, SourceKind
from monitors.sources import FETCHERS, SPIDERS
from web.views.watching import made_id

NOT_REACHED = "not reached yet"


@click.group("monitors", cls=Group, help="What is watched: list, add, remove, import, export, validate, test.")
def monitors_command() -> None:
    pass


@monitors_command.command("list", help="Every monitor with its last check.")
@click.option("--all", "everything", is_flag=True, help="Also those that are switched off.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def monitors_list(path: Path, /, everything: bool, as_json: bool) -> int:
    with installation(path) as here:
        rows = _listed(here, everything)
    if as_json:
        for row in rows:
            print_json(row)
        return 0
    print_table(
        count_words(len(rows), "monitor"),
        ("id", "source", "where", "every", "last good check", "last outcome"),
        map(_table_row, rows),
        "No monitors. List some in config.toml, or `visitwatch monitors add URL --source ID`.",
    )  # fmt: skip
    return 0


def _table_row(row: dict[str, Any]) -> tuple[str, ...]:
    last = row["last_good_check"]
    good = last[:16].replace("T", " ") if last else NOT_REACHED
    every = (row["pace"] or row["interval"]) if row["active"] else "off"
    return row["id"], row["source_name"], row["jurisdiction"], every, good, row["last_outcome"]


def _listed(here: Installation, everything: bool) -> list[dict[str, Any]]:
    sources = {source.id: source for source in here.store.sources()}
    states = {state.monitor_id: state for state in here.store.monitor_states()}
    checks = here.store.last_checks()
    return [
        _listed_row(monitor, sources[monitor.source_id], states.get(monitor.id), checks.get(monitor.id))
        for monitor in here.store.monitors(active_only=not everything)
    ]


def _listed_row(monitor: Monitor, source: Source, state: Any, check: Check | None) -> dict[str, Any]:
    return {
        "id": monitor.id,
        "source": source.id,
        "source_name": source.name,
        "kind": source.kind.value,
        "jurisdiction": source.jurisdiction,
        "url": monitor.url,
        "spider": monitor.spider,
        "interval": say_duration(monitor.interval),
        "soonest": say_duration(monitor.soonest),
        "pace": say_about(held(monitor, state.pace)) if state else None,
        "active": monitor.active,
        "last_good_check": plain(state.last_ok_at) if state else None,
        "last_check": plain(check.at) if check else None,
        "last_outcome": _outcome_words(check),
        "failing_since": plain(state.failing_since) if state else None,
        "next_check": plain(state.next_check_at) if state else None,
    }


def _outcome_words(check: Check | None) -> str:
    if check is None:
        return NOT_REACHED
    reason = check.failure.value if check.failure else check.rule
    return f"{check.outcome.value} ({reason})" if reason else check.outcome.value


@monitors_command.command("add", help="Watch one more page, listing or feed.")
@click.argument("url")
@click.option("--source", "source_id", required=True, metavar="ID", help="Its source; a new one needs the next three.")
@click.option("--name", default="", help="The source's name.")
@click.option("--kind", type=click.Choice([k.value for k in SourceKind]), help="The source's kind.")
@click.option("--jurisdiction", default="", metavar="US-TX", help="The source's place.")
@click.option("--id", "monitor_id", default="", help="The monitor's id; made of source and address where not given.")
@click.option("--title", default="", help="What the page is called.")
@click.option("--spider", type=click.Choice(SPIDERS), default="page", show_default=True, help="What it is.")
@click.option("--fetch", type=click.Choice(FETCHERS), default="auto", show_default=True, help="How it is fetched.")
@click.option("--interval", default="24 h", show_default=True, help="The longest time between two checks.")
@click.option("--soonest", default="", metavar="TIME", help="The time after a change; else as configured.")
@click.pass_obj
def monitors_add(
    path: Path, /, url: str, source_id: str, name: str, kind: str | None, jurisdiction: str, **values: Any
) -> int:
    with installation(path) as here:
        known = here.store.source(source_id)
        if known is None and not (name and kind and jurisdiction):
            raise ConfigError([f'source "{source_id}" is new: give --name, --kind and --jurisdiction'])
        source = Source(source_id, name, SourceKind(kind or "jail"), jurisdiction)
        if known is not None:
            named = SourceKind(kind) if kind else known.kind
            source = replace(
                known, name=name or known.name, kind=named, jurisdiction=jurisdiction or known.jurisdiction
            )
        monitor = Monitor(
            id=values["monitor_id"] or made_id(source_id, url),
            source_id=source_id,
            url=url,
            title=values["title"],
            spider=values["spider"],
            fetch=values["fetch"],
            interval=_interval("interval", values["interval"]),
            soonest=_interval("soonest", values["soonest"]) if values["soonest"] else here.config.round.soonest,
        )
        if taken_up(here, monitor):
            out.print(f"[bold]{safe(monitor.id)}[/bold] is checked again, as before; its history goes on")
            return 0
        add_all(here, [(source, monitor)], "")
        note_alike(here.store.monitors(active_only=True), {monitor.id})
    out.print(f"added [bold]{safe(monitor.id)}[/bold]; `visitwatch monitors test {safe(monitor.id)}` tries it")
    return 0


def _interval(name: str, text: str) -> timedelta:
    try:
        return duration(text)
    except ValueError as error:
        raise ConfigError([f"--{name}: {error}"]) from None


@monitors_command.command("remove", help="Stop watching; the history stays.")
@click.argument("monitor_id")
@click.pass_obj
def monitors_remove(path: Path, /, monitor_id: str) -> int:
    with installation(path) as here:
        if any(monitor.id == monitor_id for monitor in here.config.monitors):
            raise ConfigError(
                [f'"{monitor_id}" is listed in {here.config.path} or a file it includes; take it out there']
            )
        if not here.store.set_monitor_active(monitor_id, False):
            raise ConfigError([f'no monitor "{monitor_id}"; `visitwatch monitors list` shows the ids'])
        found = sum(monitor.parent == monitor_id for monitor in here.store.monitors(active_only=True))
    out.print(f"{safe(monitor_id)} is no longer checked; its history stays")
    if found:
        out.print(f"{count_words(found, 'monitor')} that it found: still checked; remove them by their own ids")
    return 0


@monitors_command.command("import", help="Add monitors from a CSV file as `export` writes it, or another tool's list.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "kind", type=click.Choice(["csv", *KINDS]), default="csv", show_default=True, help="What it is.")
@click.option("--source", "source_id", default="", metavar="ID", help="For other tools' lists: whose pages these are.")
@click.option("--dry-run", "dry", is_flag=True, help="For other tools' lists: report each row, add nothing.")
@click.option("--skip", is_flag=True, help="For other tools' lists: leave out rows that can't be taken over.")
@click.option("--json", "as_json", is_flag=True, help="For other tools' lists: one JSON object a row.")
@click.pass_obj
def monitors_import(path: Path, /, file: Path, kind: str, source_id: str, dry: bool, skip: bool, as_json: bool) -> int:
    if kind != "csv":
        if not source_id:
            raise click.UsageError(f"--as {kind} needs --source: other tools do not say whose a page is")
        with installation(path) as here:
            return import_list(here, file, kind, source_id, dry=dry, skip=skip, as_json=as_json)
    errors: list[str] = []
    rows = list(csv_rows(file, errors))
    if errors:
        raise ConfigError(errors)
    with installation(path) as here:
        paces = timedelta(hours=24), here.config.round.soonest
        pairs = [(row.source_record(), row.monitor_record(*paces)) for _, row in rows]
        added = add_all(here, pairs, f"{file}: ")
        note_alike(here.store.monitors(active_only=True), {monitor.id for monitor in added})
    out.print(f"added {count_words(len(added), 'monitor')}")
    return 0


@monitors_command.command(
    "export", help="What is watched, on standard output: CSV for `import`, or another tool's list."
)
@click.option(
    "--as", "kind", type=click.Choice(["csv", *WRITTEN]), default="csv", show_default=True, help="What it is."
)
@click.option("--source", "source_id", default="", metavar="ID", help="Only this source's.")
@click.option("--all", "everything", is_flag=True, help="Also what is switched off, where the list can say so.")
@click.pass_obj
def monitors_export(path: Path, /, kind: str, source_id: str, everything: bool) -> int:
    with installation(path) as here:
        return export_list(here, kind, source_id, everything=everything)


@monitors_command.command("validate", help="Check the configuration and tell every error at once.")
@click.pass_obj
def monitors_validate(path: Path, /) -> int:
    config = load_config(path)
    kinds: dict[str, int] = {}
    sources = {source.id: source for source in config.sources}
    for monitor in config.monitors:
        kind = sources[monitor.source_id].kind.value
        kinds[kind] = kinds.get(kind, 0) + 1
    counted = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    known = f"{count_words(len(config.sources), 'source')}, {count_words(len(config.monitors), 'monitor')}"
    out.print(f"{safe(config.path)}: {known}{f' ({counted})' if counted else ''}: no errors")
    for warning in _warnings(config):
        out.print(f"[yellow]note:[/yellow] {safe(warning)}")
    return 0


def _warnings(config: Config) -> Iterable[str]:
    if not config.crawl.contact_url:
        yield "crawl.contact is empty: name a page or address where sites can reach you"
    if not config.mail.smtp_host:
        yield f"mail.smtp_host is empty: mail goes to the local mailbox {config.mail.maildir}"
    yield from alike(config.monitors)


@monitors_command.command("test", help="Try one monitor, or all, through the real crawl; write nothing; report.")
@click.argument("monitor_ids", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def monitors_test(path: Path, /, monitor_ids: Sequence[str], as_json: bool) -> int:
    seen: list[Seen] = []
    with installation(path) as here:
        known = {monitor.id for monitor in here.store.monitors(active_only=True)}
        if unknown := [name for name in monitor_ids if name not in known]:
            raise ConfigError([f'no monitor "{name}"; `visitwatch monitors list` shows the ids' for name in unknown])
        request = RoundRequest(run=run_name(), only=tuple(monitor_ids) or None, everything=True, dry=True)
        run(lambda: run_round(here, request, utc_now, seen.append))
    if as_json:
        for one in seen:
            print_json({"id": one.monitor.id, "url": one.monitor.url, "outcome": one.outcome, "message": one.message})
    else:
        print_table("Tried", ("id", "outcome", "what came back"), map(_tried, seen), "No monitors.")
    good = [one for one in seen if one.outcome not in (CheckOutcome.FAILED, CheckOutcome.BLOCKED)]
    return 0 if good or not seen else 1


def _tried(seen: Seen) -> tuple[str, str, str]:
    good = seen.outcome not in (CheckOutcome.FAILED, CheckOutcome.BLOCKED)
    return seen.monitor.id, "ok" if good else seen.outcome.value, seen.message or seen.monitor.url

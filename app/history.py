"""`visitwatch changes`, `history` and `diff`: what changed, from the command line."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from alerts.reasons import reason_words
from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, TOPIC_WORDS, happened_words, second_reading_words
from app.config import ConfigError
from app.corrections import wrong_command
from app.exports import export_cases, export_package
from app.groups import Group
from app.installation import Installation, installation
from app.output import day_time, out, plain, print_json, print_table, safe
from app.texts import say_passages
from monitors.diff import Comparison, compare
from monitors.question import Question
from monitors.records import Cause, Direction, Severity, Topic, Version
from monitors.spreadsheet import cell
from storage.changes import ChangeQuery, ChangeRow

PAGE = 500


class Day(click.ParamType[datetime]):
    """A date or time: 2026-03-03, 2026-03-03T09:10."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write 2026-03-03 or 2026-03-03T09:10", param, ctx)
        return at if at.tzinfo else at.replace(tzinfo=UTC)


@click.group("changes", cls=Group, help="What changed: list, show, export; wrong.")
def changes_command() -> None:
    pass


changes_command.add_command(wrong_command)


def _filters(command: Any) -> Any:
    """The filters that list and export share."""
    for option in reversed(
        [
            click.option("--since", type=Day(), help="First seen on or after this date (UTC)."),
            click.option("--until", type=Day(), help="First seen before this date (UTC)."),
            click.option(
                "--topic",
                "topics",
                multiple=True,
                type=click.Choice([t.value for t in Topic]),
                help="About this topic (repeatable).",
            ),
            click.option(
                "--direction",
                "directions",
                multiple=True,
                type=click.Choice([d.value for d in Direction]),
                help="Which way (repeatable).",
            ),
            click.option(
                "--severity",
                "severities",
                multiple=True,
                type=click.Choice([s.value for s in Severity]),
                help="How grave (repeatable).",
            ),
            click.option(
                "--jurisdiction", "jurisdictions", multiple=True, metavar="US-TX", help="Of sources there (repeatable)."
            ),
            click.option("--source", "sources", multiple=True, metavar="ID", help="Of this source (repeatable)."),
            click.option("--monitor", "monitors", multiple=True, metavar="ID", help="Of this monitor (repeatable)."),
            click.option("--every", is_flag=True, help="Also changes that are no visiting news."),
        ]
    ):
        command = option(command)
    return command


def _query(filters: dict[str, Any], limit: int, before_id: int = 0) -> ChangeQuery:
    return ChangeQuery(
        since=filters["since"],
        until=filters["until"],
        topics=tuple(Topic(t) for t in filters["topics"]),
        directions=tuple(Direction(d) for d in filters["directions"]),
        severities=tuple(Severity(s) for s in filters["severities"]),
        jurisdictions=filters["jurisdictions"],
        sources=filters["sources"],
        monitors=filters["monitors"],
        cause=None if filters["every"] else Cause.CONTENT,
        relevant=None if filters["every"] else True,
        limit=limit,
        before_id=before_id or None,
    )


def change_json(row: ChangeRow) -> dict[str, Any]:
    """A change as the contract's JSON line."""
    change, reading = row.change, row.change.reading
    return {
        "id": change.id,
        "monitor": row.monitor.id,
        "source": row.source.id,
        "url": change.url or row.monitor.url,
        "at": plain(change.at),
        "since": plain(change.since),
        "cause": change.cause.value,
        "kind": change.kind.value,
        "grade": change.grade.value,
        "relevant": reading.relevant,
        "direction": reading.direction.value,
        "severity": reading.severity.value,
        "topics": plain(reading.topics),
        "facts": plain(reading.facts),
        "headline": reading.headline,
        "passages": [
            {
                "kind": p.kind.value,
                "grade": p.grade.value,
                "heading": list(p.heading),
                "before": p.before,
                "after": p.after,
            }
            for p in change.passages
        ],
    }


def second_reading_json(question: Question | None) -> dict[str, Any] | None:
    """What a second reader says of a change, and who it was; None where nobody was asked or no usable answer came."""
    if question is None or question.reading is None:
        return None
    return {"model": question.model, "at": question.at, **asdict(question.reading)}


@changes_command.command("list", help="Changes in visiting language, newest first.")
@_filters
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1, 10_000), help="The most to list.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def changes_list(path: Path, /, limit: int, as_json: bool, **filters: Any) -> int:
    with installation(path, synchronise=False) as here:
        rows = here.store.changes(_query(filters, limit))
    if as_json:
        for row in rows:
            print_json(change_json(row))
        return 0
    print_table("Changes", ("id", "first seen", "which way", "source", "what changed"), map(_row, rows), "No changes.")
    return 0


def _row(row: ChangeRow) -> Sequence[object]:
    change, reading = row.change, row.change.reading
    way = f"{DIRECTION_WORDS[reading.direction].title}, {SEVERITY_WORDS[reading.severity]}"
    return (
        change.id,
        day_time(change.at),
        way if reading.relevant else change.cause.value,
        row.source.name,
        (reading.headline or f"({change.grade.value} grade, no visiting terms)"),
    )


@changes_command.command("show", help="One change with its words.")
@click.argument("change_id", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def changes_show(path: Path, /, change_id: int, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        change = here.store.change(change_id)
        if change is None:
            raise ConfigError([f"no change {change_id}; `visitwatch changes list` shows the ids"])
        monitor = here.store.monitor(change.monitor_id)
        source = here.store.source(monitor.source_id) if monitor else None
        question = here.store.question(change_id)
    assert monitor is not None and source is not None
    if as_json:
        print_json({**change_json(ChangeRow(change, monitor, source)), "second_reading": second_reading_json(question)})
        return 0
    reading = change.reading
    out.print(f"[bold]{safe(reading.headline or 'No visiting terms changed')}[/bold]")
    out.print(f"{DIRECTION_WORDS[reading.direction].title}, {SEVERITY_WORDS[reading.severity]}: {safe(source.name)}")
    out.print(f"{safe(change.url or monitor.url)}\n{happened_words(change.kind, change.since, change.at)}")
    if reading.topics:
        out.print("about: " + ", ".join(TOPIC_WORDS[topic] for topic in reading.topics))
    for reason in reading.why:
        out.print(f"  why: {safe(reason_words(reason))}")
    if question is not None and question.reading is not None:
        out.print(safe(second_reading_words(question, question.reading)))
    say_passages(Comparison(change.grade, change.passages))
    return 0


@changes_command.command("export", help="Changes as CSV (or JSON lines) on standard output.")
@_filters
@click.option("--json", "as_json", is_flag=True, help="JSON lines instead of CSV.")
@click.option("--cases", is_flag=True, help="What analysts judged, as labelled cases for `visitwatch evaluate`.")
@click.option(
    "--package", "package", type=click.Path(path_type=Path), help="A Frictionless data package, to this file."
)
@click.pass_obj
def changes_export(path: Path, /, as_json: bool, cases: bool, package: Path | None, **filters: Any) -> int:
    if cases or package:
        return export_cases(path) if cases else export_package(path, package, _query(filters, PAGE))
    columns = ("id", "monitor", "source", "url", "at", "since", "cause", "direction", "severity", "topics", "headline")
    writer = csv.writer(sys.stdout, quoting=csv.QUOTE_ALL)
    if not as_json:
        writer.writerow(columns)
    with installation(path, synchronise=False) as here:
        before = 0
        while rows := here.store.changes(_query(filters, PAGE, before)):
            for row in rows:
                values = change_json(row)
                if as_json:
                    print_json(values)
                else:
                    writer.writerow([cell(values[column]) for column in columns])
            before = rows[-1].change.id
    return 0


@click.command("history", help="The versions and checks of one monitor.")
@click.argument("monitor_id")
@click.option(
    "--checks",
    "check_limit",
    default=20,
    show_default=True,
    type=click.IntRange(0, 10_000),
    help="How many checks to show.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def history_command(path: Path, monitor_id: str, check_limit: int, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        _monitor(here, monitor_id)
        versions = here.store.versions(monitor_id)
        checks = here.store.checks(monitor_id, check_limit) if check_limit else []
        days = here.store.coverage(monitor_id, check_limit) if check_limit else []
    if as_json:
        print_json({"monitor": monitor_id, "versions": versions, "checks": checks, "coverage": days})
        return 0
    print_table(
        "Versions", ("id", "first seen", "snapshot", "title", "characters"),
        ((v.id, day_time(v.at), v.snapshot[:12], v.title, v.characters) for v in versions), "No version yet.",
    )  # fmt: skip
    out.print()
    print_table(
        "Checks, newest first", ("at", "outcome", "status", "why"),
        ((day_time(c.at), c.outcome.value, c.status or "", c.message or c.rule) for c in checks), "Never checked.",
    )  # fmt: skip
    if days:
        out.print()
        print_table(
            "Days without news, their checks folded", ("day", "checks", "first", "last", "proof"),
            ((d.day, d.checks, day_time(d.first_at), day_time(d.last_at), d.proof[:12]) for d in days), "",
        )  # fmt: skip
    return 0


def _monitor(here: Installation, monitor_id: str) -> None:
    if here.store.monitor(monitor_id) is None:
        raise ConfigError([f'no monitor "{monitor_id}"; `visitwatch monitors list` shows the ids'])


@click.command("diff", help="Compare two versions of a monitor: A..B (ids), the last two without.")
@click.argument("monitor_id")
@click.argument("span", required=False, metavar="[A..B]")
@click.pass_obj
def diff_command(path: Path, monitor_id: str, span: str | None) -> int:
    with installation(path, synchronise=False) as here:
        _monitor(here, monitor_id)
        old, new = _pair(here, monitor_id, span)
    out.print(f"version {old.id} ({day_time(old.at)}) → version {new.id} ({day_time(new.at)})")
    say_passages(compare(old.segments, new.segments, fetched_before=old.at.date(), fetched_after=new.at.date()))
    return 0


def _pair(here: Installation, monitor_id: str, span: str | None) -> tuple[Version, Version]:
    known = sorted(summary.id for summary in here.store.versions(monitor_id))
    if span is None:
        if len(known) < 2:
            raise ConfigError([f'monitor "{monitor_id}" has {len(known)} version(s); two are needed'])
        wanted = known[-2:]
    else:
        wanted = [int(part) for part in span.split("..") if part.isdigit()]
        unknown = [str(one) for one in wanted if one not in known]
        if len(wanted) != 2 or unknown:
            raise ConfigError([f'"{span}" does not name two versions of "{monitor_id}"; they are {known}'])
    old, new = (here.store.version(one) for one in wanted)
    assert old is not None and new is not None
    return old, new

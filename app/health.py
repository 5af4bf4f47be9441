"""`visitwatch health`: whether the watching goes on; for people, monitoring systems and a container's health check."""

from __future__ import annotations

from pathlib import Path

import click

from alerts.wording import count_words
from app.installation import installation, utc_now
from app.output import day_time, out, print_json, safe
from web.condition import Condition, condition
from web.wording import bytes_words

FAILING = 1


@click.command("health", help="Whether the watching goes on: exit 0 ok or degraded, 1 failing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def health_command(path: Path, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        now = condition(here.store, utc_now())
    if as_json:
        print_json(condition_json(now))
    else:
        _say(now)
    return FAILING if now.failing else 0


def condition_json(now: Condition) -> dict[str, object]:
    return {
        "status": now.word,
        "failing": list(now.failing),
        "degraded": list(now.degraded),
        "monitors": {
            "active": now.coverage.active,
            "good": now.coverage.good,
            "failing": now.coverage.failing,
            "never": now.coverage.never,
            "late": now.late,
            "counted_at": now.counted_at,
        },
        "last_check": now.newest_check,
        "outbox": {state.value: count for state, count in now.owed.items()},
        "oldest_tried": now.oldest_tried,
        "free_bytes": now.free,
        "at": now.at,
    }


def _say(now: Condition) -> None:
    colour = {"ok": "green", "degraded": "yellow", "failing": "red"}[now.word]
    out.print(f"[bold {colour}]{now.word}[/bold {colour}]")
    for words in (*now.failing, *now.degraded):
        out.print(f"  {safe(words)}")
    pages, counted = now.coverage, f" (counted {day_time(now.counted_at)})" if now.counted_at else ""
    known = count_words(pages.active, "monitor")
    out.print(f"{known}: {pages.good} good, {pages.failing} failing, {pages.never} never reached{counted}")
    room = "" if now.free is None else f", {bytes_words(now.free)} free where pages are kept"
    out.print(f"last check {day_time(now.newest_check)}{room}")

"""What commands print: readable by people by default, JSON lines for machines, nothing that a page could smuggle in."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False)
UNBOUNDED = 100_000
SHARE_OF_FIRST = 2


def print_json(value: object) -> None:
    """One JSON value on one line of stdout."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False) + "\n")


def plain(value: object) -> Any:
    """Dataclasses, enums, times and tuples as JSON knows them. Times are ISO 8601 in UTC."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value


def visible(text: str) -> str:
    """Text from a page made safe for a terminal: control and format characters (escape sequences
    too) become replacement marks, so that no title moves the cursor or hides itself."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def safe(text: object) -> str:
    """Visible text with rich's own markup switched off."""
    return escape(visible(str(text)))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], empty: str) -> None:
    """A table for people; the sentence `empty` where there are no rows."""
    listed = [[safe(cell) for cell in row] for row in rows]
    if not listed:
        out.print(empty)
        return
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", box=None, pad_edge=False)
    # An id stays in one piece while it leaves room for what is said of it.
    longest = max(len(row[0]) for row in listed)
    for number, column in enumerate(columns):
        whole = number == 0 and longest <= out.width // SHARE_OF_FIRST
        table.add_column(column, overflow="fold", no_wrap=whole or not out.is_terminal)
    for row in listed:
        table.add_row(*row)
    _print(table)


def _print(table: Table) -> None:
    """As wide as the terminal; elsewhere a row a line, whatever its length, for `grep` and `cut`."""
    if out.is_terminal:
        Console(highlight=False).print(table)
        return
    lines = StringIO()
    Console(highlight=False, width=UNBOUNDED, file=lines).print(table)
    for line in lines.getvalue().splitlines():
        out.print(escape(line.rstrip()))


def round_words(counts: Mapping[str, int]) -> str:
    """What a round came to, as "16 checked, 12 unchanged, 1 alert"; what did not occur is left out."""
    words = {"first": "seen for the first time", "alerts": "alerts" if counts.get("alerts") != 1 else "alert"}
    told = ((number, words.get(name, name.replace("_", " "))) for name, number in counts.items())
    return ", ".join(f"{number} {word}" for number, word in told if number or word == "checked")


def day_time(value: datetime | None) -> str:
    """ "2026-03-03 09:10", UTC; "never" for None."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M}" if value else "never"


def complain(lines: Iterable[str]) -> None:
    """Errors, one a line, on stderr."""
    for line in lines:
        err.print(f"[red]error:[/red] {safe(line)}", soft_wrap=True)

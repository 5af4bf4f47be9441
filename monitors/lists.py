"""Lists of other tools as monitors: addresses, OPML, changedetection.io, Distill, Open Terms Archive.

Every row is told about, whether it can be taken over or why not; what another tool can do and we don't (scripts, XPath,
steps in a browser) is named, never dropped in silence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from lxml import etree

from monitors.sources import LONGEST_INTERVAL, SHORTEST_INTERVAL

LARGEST = 20 * 1024 * 1024  # bytes of a list
MOST_ROWS = 50_000
_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


class UnreadableList(ValueError):
    """The file is no list of that kind; says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list. where: how to find it there; faults: why it can't be taken over, () where it can."""

    where: str
    url: str
    title: str = ""
    spider: str = "page"
    interval: timedelta | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    active: bool = True
    faults: tuple[str, ...] = ()


def read_list(data: bytes, kind: str) -> list[Row]:
    """The rows of a list, in order. Raises UnreadableList."""
    if len(data) > LARGEST:
        raise UnreadableList(f"is larger than {LARGEST // 1024 // 1024} MiB")
    try:
        rows = []
        for row in KINDS[kind](data):
            rows.append(row)
            if len(rows) > MOST_ROWS:
                raise UnreadableList(f"has more than {MOST_ROWS} entries")
        return rows
    except (UnicodeDecodeError, json.JSONDecodeError, etree.XMLSyntaxError, RecursionError) as error:
        raise UnreadableList(f"can't be read as {kind}: {' '.join(str(error).split())[:200]}") from None
    except (AttributeError, KeyError, TypeError) as error:
        raise UnreadableList(f"is no {kind} list: {' '.join(str(error).split())[:200]}") from None


def _urls(data: bytes) -> Iterator[Row]:
    for number, line in enumerate(data.decode("utf-8-sig").splitlines(), 1):
        url, _, title = line.strip().partition(" ")
        if url and not url.startswith("#"):
            yield Row(f"line {number}", url, title.strip())


def _opml(data: bytes) -> Iterator[Row]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    root = etree.fromstring(data, parser)
    if etree.QName(root).localname != "opml":
        raise UnreadableList("is no OPML: its root is another element")
    number = 0
    for outline in root.iter("outline"):
        if url := outline.get("xmlUrl"):
            number += 1
            yield Row(f"feed {number}", url, outline.get("title") or outline.get("text") or "", spider="feed")


def _changedetection(data: bytes) -> Iterator[Row]:
    whole = json.loads(data)
    for name, watch in (whole.get("watching") or whole).items():
        faults: list[str] = []
        if watch.get("browser_steps") or watch.get("webdriver_js_execute_code"):
            faults.append("runs steps or scripts in a browser, which we don't")
        if (watch.get("method") or "GET") != "GET" or watch.get("body"):
            faults.append("sends a request other than GET, which we don't")
        spent = sum(_SECONDS[unit] * int(value or 0) for unit, value in (watch.get("time_between_check") or {}).items())
        yield Row(
            f"watch {name}", str(watch["url"]), str(watch.get("title") or ""), interval=_interval(spent),
            select=_css(watch.get("include_filters"), faults), ignore=_css(watch.get("subtractive_selectors"), faults),
            active=not watch.get("paused"), faults=tuple(faults),
        )  # fmt: skip


def _distill(data: bytes) -> Iterator[Row]:
    for number, entry in enumerate(json.loads(data)["data"], 1):
        faults: list[str] = []
        config = json.loads(entry.get("config") or "{}")
        frames = [frame for chosen in config.get("selections", ()) for frame in chosen.get("frames", ())]
        kept, dropped = ([one for frame in frames for one in frame.get(part, ())] for part in ("includes", "excludes"))
        yield Row(
            f"entry {number}", str(entry["uri"]), str(entry.get("name") or ""),
            select=_css(_expressions(kept, faults), faults), ignore=_css(_expressions(dropped, faults), faults),
            faults=tuple(faults),
        )  # fmt: skip


def _expressions(parts: list[dict[str, Any]], faults: list[str]) -> list[str]:
    found = []
    for part in parts:
        if part.get("type", "css") != "css":
            faults.append(f"chooses by {part.get('type')}, not by CSS")
        found.append(str(part["expr"]))
    return found


def _open_terms(data: bytes) -> Iterator[Row]:
    declared = json.loads(data)
    name = str(declared["name"])
    terms = declared.get("terms") or declared.get("documents")
    for kind, document in terms.items():
        parts = document.get("combine") or [document]
        for number, part in enumerate(parts, 1):
            faults: list[str] = []
            if part.get("filter") or document.get("filter"):
                faults.append("is filtered by a script, which we don't run")
            where = kind if len(parts) == 1 else f"{kind}, part {number}"
            yield Row(
                where, str(part["fetch"]), f"{name}: {kind}",
                select=_css(part.get("select", document.get("select")), faults),
                ignore=_css(part.get("remove", document.get("remove")), faults), faults=tuple(faults),
            )  # fmt: skip


def _css(given: object, faults: list[str]) -> tuple[str, ...]:
    """The CSS selectors of a list or of one text; ranges, XPath and JSON filters are faults."""
    found = []
    for one in [given] if isinstance(given, str) else (given or ()):  # type: ignore[attr-defined]
        text = one.strip() if isinstance(one, str) else ""
        if not text:
            if one:
                faults.append("chooses a range, not a CSS selector")
        elif text.startswith(("/", "xpath:", "xpath1:", "json:", "jq:", "jqraw:", "(/")):
            faults.append(f"the selector {text[:60]!r} is no CSS")
        else:
            found.append(text.removeprefix("css:"))
    return tuple(found)


def _interval(seconds: int) -> timedelta | None:
    if seconds <= 0:
        return None
    return min(max(timedelta(seconds=seconds), SHORTEST_INTERVAL), LONGEST_INTERVAL)


KINDS: dict[str, Callable[[bytes], Iterator[Row]]] = {
    "urls": _urls,
    "opml": _opml,
    "changedetection": _changedetection,
    "distill": _distill,
    "open-terms": _open_terms,
}

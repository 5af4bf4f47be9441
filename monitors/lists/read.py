"""Lists of other tools as monitors: addresses, OPML, urlwatch and webchanges, changedetection.io, Distill, Open Terms
Archive.

Every row is told about, whether it can be taken over or why not; what another tool can do and we don't (scripts, XPath,
steps in a browser) is named, never dropped in silence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import yaml
from lxml import etree

from monitors.lists.row import Row, UnreadableList, css_selectors, one_line, plain_address, within_reach
from monitors.lists.urlwatch import read_jobs

LARGEST = 20 * 1024 * 1024  # bytes of a list
MOST_ROWS = 50_000
_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
# What changedetection.io can leave out, wait for or send, and we don't; the page is watched without it.
_LEFT_BEHIND = {
    "headers": "headers of its own", "trigger_text": "words to wait for", "ignore_text": "words to ignore",
    "text_should_not_be_present": "words that must be missing", "extract_text": "words to take out",
    "notification_urls": "whom to notify",
}  # fmt: skip


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
    except UnreadableList:
        raise
    except (ValueError, ArithmeticError, etree.XMLSyntaxError, yaml.YAMLError, RecursionError) as error:
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
        feed, page = outline.get("xmlUrl"), outline.get("url")
        if url := feed or page:
            number += 1
            title = outline.get("title") or outline.get("text") or ""
            yield Row(f"entry {number}", url, title, spider="feed" if feed else "page")


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
            f"watch {name}", plain_address(watch["url"]), one_line(watch.get("title")), interval=within_reach(spent),
            fetch="browser" if str(watch.get("fetch_backend")).startswith("html_webdriver") else "auto",
            select=css_selectors(watch.get("include_filters"), faults),
            ignore=css_selectors(watch.get("subtractive_selectors"), faults),
            active=not watch.get("paused"), faults=tuple(faults),
            left=tuple(words for key, words in _LEFT_BEHIND.items() if watch.get(key)),
        )  # fmt: skip


def _distill(data: bytes) -> Iterator[Row]:
    for number, entry in enumerate(json.loads(data)["data"], 1):
        faults: list[str] = []
        config = json.loads(entry.get("config") or "{}")
        frames = [frame for chosen in config.get("selections", ()) for frame in chosen.get("frames", ())]
        kept, dropped = ([one for frame in frames for one in frame.get(part, ())] for part in ("includes", "excludes"))
        yield Row(
            f"entry {number}", plain_address(entry["uri"]), one_line(entry.get("name")), interval=_planned(entry),
            select=css_selectors(_expressions(kept, faults), faults),
            ignore=css_selectors(_expressions(dropped, faults), faults), faults=tuple(faults),
        )  # fmt: skip


def _planned(entry: dict[str, Any]) -> timedelta | None:
    """Of Distill's schedules those that say every so many seconds; the others keep the usual interval."""
    schedule = json.loads(entry.get("schedule") or "{}")
    return within_reach((schedule.get("params") or {}).get("interval") or 0)


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
                where, plain_address(part["fetch"]), f"{name}: {kind}",
                select=css_selectors(part.get("select", document.get("select")), faults),
                ignore=css_selectors(part.get("remove", document.get("remove")), faults), faults=tuple(faults),
            )  # fmt: skip


KINDS: dict[str, Callable[[bytes], Iterator[Row]]] = {
    "urls": _urls,
    "opml": _opml,
    "urlwatch": read_jobs,
    "changedetection": _changedetection,
    "distill": _distill,
    "open-terms": _open_terms,
}

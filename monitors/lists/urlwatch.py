"""Jobs of urlwatch and webchanges: YAML documents, one a job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from monitors.lists.row import Row, UnreadableList, css_selectors, one_line, plain_address

# The same safe loader in C, where the platform has it: some 20 times as fast.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAME = re.compile(r"[A-Za-z_][\w-]*")
# Filters that lay text out or order it: we read the page ourselves, and order is no news.
_LAYOUT = frozenset(
    {
        "absolute_links", "ascii85", "base64", "beautify", "csv2text", "format-json", "format-xml", "html2text",
        "ical2text", "ocr", "pdf2text", "pretty-xml", "remove-duplicate-lines", "remove_repeated", "reverse", "sort",
        "strip", "strip_each_line", "striplines", "strip_tags", "pypdf", "html2markdown",
    }
)  # fmt: skip
# Filters that drop or rewrite lines: without them we watch more than they did.
_DROPPING = frozenset(
    {"delete_lines_containing", "grepi", "re.sub", "remove_lines_containing", "substitute", "additions_only"}
)
# What is said of a request or a comparison that ours does not have.
_LEFT_BEHIND = {
    "headers": "headers of its own", "http_proxy": "a proxy of its own", "https_proxy": "a proxy of its own",
    "proxy": "a proxy of its own", "diff_filter": "filters over what changed",
    "diff_filters": "filters over what changed",
    "additions_only": "additions only", "deletions_only": "deletions only", "encoding": "an encoding of its own",
    "wait_for": "what to wait for", "wait_until": "what to wait for",
}  # fmt: skip
_REFUSED = {
    "command": "runs a command, which we don't", "data": "sends a request other than GET, which we don't",
    "cookies": "sends cookies, which we don't", "evaluate": "runs a script in the page, which we don't",
    "http_credentials": "logs in, which we don't", "auth": "logs in, which we don't",
}  # fmt: skip


def read_jobs(data: bytes) -> Iterator[Row]:
    """A row a job. Raises UnreadableList and yaml.YAMLError."""
    for number, job in enumerate(yaml.load_all(data.decode("utf-8-sig"), Loader=_LOADER), 1):
        if job is None:
            continue
        if not isinstance(job, dict):
            raise UnreadableList(f"document {number} is no job: a mapping with a url is wanted")
        yield _row(f"job {number}", job)


def _row(where: str, job: dict[Any, Any]) -> Row:
    faults = [words for key, words in _REFUSED.items() if job.get(key)]
    if str(job.get("method") or "GET").upper() != "GET" and _REFUSED["data"] not in faults:
        faults.append(_REFUSED["data"])
    left = [words for key, words in _LEFT_BEHIND.items() if job.get(key)]
    address = job.get("url") or job.get("navigate")
    if address is None:
        if not job.get("command"):
            raise UnreadableList(f"{where} names no url")
        return Row(where, "", one_line(job.get("name")), faults=tuple(faults))
    select, ignore = _filters(job.get("filters", job.get("filter")), faults, left)
    browser = bool(job.get("navigate") or job.get("use_browser"))
    return Row(
        where, plain_address(address), one_line(job.get("name")), fetch="browser" if browser else "auto",
        select=select, ignore=ignore, active=job.get("enabled", True) is not False, faults=tuple(faults),
        left=tuple(dict.fromkeys(left)),
    )  # fmt: skip


def _filters(given: object, faults: list[str], left: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the filters keep and what they leave out."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    for name, value in _each(given):
        if name in _LAYOUT:
            continue
        if name in _DROPPING:
            left.append(f'the filter "{name}"')
            continue
        kept, dropped = _chosen(name, value, faults)
        if kept and select:
            faults.append("chooses within what it chose before, which we don't")
        select, ignore = select + kept, ignore + dropped
    return select, ignore


def _each(given: object) -> Iterator[tuple[str, object]]:
    """Filters are a list of names and of one-key mappings; in old lists one text: "css:main,html2text"."""
    for one in given.split(",") if isinstance(given, str) else given if isinstance(given, list) else [given]:
        if isinstance(one, str):
            name, _, value = one.strip().partition(":")
            yield name, value
        elif isinstance(one, dict):
            yield from ((str(name), value) for name, value in one.items())
        elif one is not None:
            raise UnreadableList(f"a filter is no text and no mapping but {type(one).__name__}")


def _chosen(name: str, value: object, faults: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if name == "css":
        parts = value if isinstance(value, dict) else {"selector": value}
        return css_selectors(parts.get("selector"), faults), css_selectors(parts.get("exclude"), faults)
    mark = {"element-by-id": "#", "element-by-class": ".", "element-by-tag": ""}.get(name)
    if mark is not None and isinstance(value, str) and _NAME.fullmatch(value):
        return (mark + value,), ()
    faults.append(f'the filter "{name[:40]}" chooses in a way that we can\'t')
    return (), ()

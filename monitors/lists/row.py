"""One entry of another tool's list, and what its parts come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from monitors.sources import LONGEST_INTERVAL, SHORTEST_INTERVAL

_OTHER_LANGUAGES = ("/", "(/", "xpath:", "xpath1:", "json:", "jq:", "jqraw:")


class UnreadableList(ValueError):
    """The file is no list of that kind; says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list. where: how to find it there; faults: why it can't be taken over, () where it can;
    left: what the other tool does with the page and we don't, though we watch it."""

    where: str
    url: str
    title: str = ""
    spider: str = "page"
    fetch: str = "auto"
    interval: timedelta | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    active: bool = True
    faults: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def plain_address(given: object) -> str:
    """An address as written. Raises UnreadableList for what is no text, such as a list in its place."""
    if not isinstance(given, str):
        raise UnreadableList(f"an address is no text but {type(given).__name__}")
    return given.strip()


def one_line(given: object) -> str:
    """A title of text or a figure, "" for anything else."""
    return " ".join(str(given).split()) if isinstance(given, str | int | float) else ""


def css_selectors(given: object, faults: list[str]) -> tuple[str, ...]:
    """The CSS selectors of a list or of one text; ranges, XPath and JSON filters are faults."""
    found = []
    listed: Iterable[object] = given if isinstance(given, list | tuple) else [given]
    for one in listed:
        text = one.strip() if isinstance(one, str) else ""
        if not text:
            if one:
                faults.append("chooses a range, not a CSS selector")
        elif text.startswith(_OTHER_LANGUAGES):
            faults.append(f"the selector {text[:60]!r} is no CSS")
        else:
            found.append(text.removeprefix("css:"))
    return tuple(found)


def within_reach(seconds: float) -> timedelta | None:
    """The interval that we can keep and that is nearest; None where none is named."""
    if seconds <= 0:
        return None
    return min(max(timedelta(seconds=seconds), SHORTEST_INTERVAL), LONGEST_INTERVAL)

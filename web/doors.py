"""What app/ does for the reading room: things that need the mail, the crawler or the configuration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from monitors.records import Annotation, Monitor


@dataclass(frozen=True, slots=True)
class Preview:
    """What a fetch of a page brought, written nowhere. error: why there is no text, "" where there is."""

    url: str
    title: str = ""
    text: str = ""
    segments: tuple[str, ...] = ()
    quality: str = ""
    error: str = ""


def _nobody_told(_said: Annotation) -> tuple[int, int] | None:
    return None


def _no_fault(_url: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Doors:
    """mark_wrong: call a change's alert wrong and owe the corrections, None where it has no alert or was called wrong
    before; preview: fetch a monitor's page through the crawl, None where this installation does not offer it;
    refuses: why an address may not be watched, "" where it may; listed: ids that the configuration owns; soonest: when
    a page that is added here is looked at again after a change."""

    mark_wrong: Callable[[Annotation], tuple[int, int] | None] = _nobody_told
    preview: Callable[[Monitor], Preview] | None = None
    refuses: Callable[[str], str] = _no_fault
    listed: frozenset[str] = frozenset()
    soonest: timedelta = timedelta(hours=2)

"""Visits by screen that a page offers for the first time, or no more: their price is no price that moved (D7)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic


def of_visits(lines: Iterable[Unit]) -> str:
    """What lines say, without those on letters, hearings, money and what else is priced or shown on a screen."""
    return " ".join(unit.plain for unit in lines if not _is_beside_visits(unit))


def _is_beside_visits(unit: Unit) -> bool:
    around = () if re.search(r"\bvisit", unit.plain) else (unit.headings, *unit.trail)
    return any(map(_names_another, (unit.plain, *around)))


@lru_cache(maxsize=8192)  # a heading and the lines above are asked for line after line
def _names_another(said: str) -> bool:
    return _BESIDE_VISITS.search(said) is not None


_BESIDE_VISITS = regex(
    r"\b(?:mail|writing|letters?|postcards?|scann\w+|appearances?|hearings?|arraign\w*|court\w*|money|deposits?|commissary|canteen|care packs?|packages?|co-?pays?|prescription\w*|messages?|music|photos?|attorneys?|lawyers?|property|bail|bond)\b"
)


def mere_line(scene: Scene, other: str) -> bool:
    """Whether a line that only one side has stands on a page of rules that was there before, and no price went for it."""
    return bool(scene.before) and scene.kind != "news" and not re.search(r"\$|\b(?:free|nothing)\b", other)


def service_of(measure: Measure, page: str, *, is_new: bool) -> Effect | None:
    """A price that comes or goes with all that a page says of video: the visits themselves do (D7), not their price.
    page: the text of the side without it."""
    if not (measure.value and measure.name.startswith(("video_fee", "onsite_video_fee"))) or _VIDEO.search(page):
        return None
    if is_new and _PRICED.search(measure.words):
        return None  # "Video visits now cost $12.": the price is the news
    topic = Topic.VIDEO_ONSITE if measure.name.startswith("onsite") else Topic.VIDEO_REMOTE
    old, new = ("", measure.words) if is_new else (measure.words, "")
    return Effect("D7-service", 1 if is_new else -1, Severity.MAJOR, (topic,), (), old, new, ("video visits",))


_PRICED = regex(
    r"\b(?:(?:now|will(?: now)?|must(?: now)?|begin(?:s|ning)? to|start(?:s|ing)? to) (?:costs?|charged?|pay|be (?:charged|\$))|(?:is|are) now \$|now appl(?:y|ies)|(?:went|gone|going|goes) up|(?:rises?|rose|risen|raised|increas\w+|dropp?\w*|fell|fallen|lower\w*|reduc\w+|cut) to|now only)\b"
)
_VIDEO = regex(
    r"\b(?:video\w*|remote|tablets?|from home|online visits?|web ?visits?|virtual|on-?screen|screens?|kiosks?)\b"
)


def knows_of_screens(page: Iterable[Unit]) -> bool:
    """Whether a page says anything of visits by screen, on site or from elsewhere."""
    return _VIDEO.search(of_visits(page)) is not None

"""Dates as statement indexes and feeds write them, read into ISO form; a date that is not certain is none."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PATTERNS = (
    re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(rf"\b(?P<n>{_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<n>{_NAME})\.?,?\s+(?P<y>(?:19|20)\d\d)\b", re.IGNORECASE),
    # American order: every source is a US one.
    re.compile(r"(?<![\d/])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])"),
    re.compile(r"(?<![\d.])(?P<m>\d{1,2})[.-](?P<d>\d{1,2})[.-](?P<y>(?:19|20)\d\d)(?![\d.])"),
)
_URL = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d\d)(?:/(?P<d>\d\d))?(?:/|$)")


def find_date(text: str) -> tuple[str, tuple[int, int]] | None:
    """The first date in a text as YYYY-MM-DD with its span, or None."""
    hits = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            iso = _iso(match)
            if iso:
                hits.append((match.start(), iso, match.span()))
                break
    if not hits:
        return None
    _, iso, span = min(hits)
    return iso, span


def url_date(url: str) -> str:
    """The date that a path like /2026/01/05/ or /2026/01/ states: "2026-01-05", "2026-01" or ""."""
    match = _URL.search(url)
    if match is None:
        return ""
    if match["d"] is None:
        return f"{match['y']}-{match['m']}" if 1 <= int(match["m"]) <= 12 else ""
    return _iso(match)


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS[parts["n"].lower()]
    try:
        return date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return ""

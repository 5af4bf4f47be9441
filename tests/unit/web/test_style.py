"""Every pair of colours that meets on a page has the contrast of WCAG AA (4.5:1), in light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import web

SHEET = (Path(web.__file__).parent / "static" / "style.css").read_text()
GROUNDS = ("ground", "raised")
TEXTS = ("text", "soft", "link", "seen", "restrictive", "restorative", "mixed", "plain", "bad", "ok")
PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS] + [
    ("del-text", "del-ground"),
    ("ins-text", "ins-ground"),
    ("ground", "text"),
    ("ground", "link"),
]


def colours(block: int) -> dict[str, str]:
    """The variables of the sheet's first (light) or second (dark) :root."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[block]))


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast(scheme: int, text: str, ground: str) -> None:
    named = colours(scheme)
    assert contrast(named[text], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_edges_of_controls_can_be_seen(scheme: int, ground: str) -> None:
    named = colours(scheme)
    assert contrast(named["strong-line"], named[ground]) >= 3


def test_every_colour_used_is_named_and_every_name_is_used() -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", SHEET)) == set(colours(0)) == set(colours(1))


def test_the_sheet_loads_nothing() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET

"""Weekdays told by their letters."""

from __future__ import annotations

import pytest

from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("M/W/F/Su, 1500-2100", "{mon,wed,fri,sun}"),
        ("What days? M/W/F.", "{mon,wed,fri}"),
        ("M-F 9-5", "{mon,tue,wed,thu,fri}"),
        ("Tu-Sa 9-11", "{tue,wed,thu,fri,sat}"),
        ("T/Th 1-3 pm", "{tue,thu}"),
        ("MWF 1-3pm", "{mon,wed,fri}"),
        ("MTWTF 9-5", "{mon,tue,wed,thu,fri}"),
        ("M & W 1-3 pm", "{mon,wed}"),
        ("Hours: M-F, 8:00 a.m. - 4:00 p.m.", "{mon,tue,wed,thu,fri}"),
    ],
)
def test_letters_beside_a_clock_are_days(text: str, days: str) -> None:
    assert days in canonical(text)


@pytest.mark.parametrize(
    "text",
    ["Last names A-F 9-11 am", "M-S 9-11 am", "Pods T, W and F", "Wing S, T 9 a.m.", "AT&T 1-800-555-0100", "M/F beds"],
)
def test_names_units_and_brands_are_none(text: str) -> None:
    assert "{" not in canonical(text)

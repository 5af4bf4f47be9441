"""What a page says of a past year."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import whole_reading

PAGE = "The jail was built in 1891.\nBring photo ID."
OLD = "Since 2018 families have visited by video only; the booths are used for storage."


def test_a_past_end_in_other_words_is_no_news() -> None:
    new = "The booths are storage since 2018, when in-person visits were discontinued; all visit by video."
    assert not whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new}").relevant


@pytest.mark.parametrize("news", ["in-person visits are back.", "in-person visits resume on May 1."])
def test_what_came_since_is_told(news: str) -> None:
    found = whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\nSince 2018 families visited by video only; {news}")
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.CRITICAL)

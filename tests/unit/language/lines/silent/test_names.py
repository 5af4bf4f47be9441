"""Another name of one of the staff is no news, whatever else its line speaks of."""

from __future__ import annotations

import pytest

from tests.unit.language.reading import whole_reading


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chaplain Orton", "Chaplain Weems"),
        ("Sgt. A. Amory", "Sgt. Lee Park"),
        ("Mrs. Fairweather", "Mrs. O'Dell"),
    ],
)
def test_another_name_is_silent(old: str, new: str) -> None:
    line = "Visits by lawyers can be at any time, and clergy should speak with {} first."
    found = whole_reading(line.format(old), line.format(new))
    assert not found.relevant and "R3 another name of staff" in found.why


def test_what_is_called_major_is_no_officer() -> None:
    line = "A Major {} costs ten days of visits."
    assert "R3 another name of staff" not in whole_reading(line.format("Violation"), line.format("Disturbance")).why


def test_what_else_changed_in_the_line_is_read() -> None:
    line = "Visits last {} minutes, see {}."
    found = whole_reading(line.format(30, "Sgt. Amory"), line.format(20, "Sgt. Park"))
    assert found.relevant and "R3 another name of staff" not in found.why

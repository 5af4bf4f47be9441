"""Canonical wording is for nobody to read: what is shown names weekdays as people do."""

import pytest

from monitors.language.words.wording import days_in_words


@pytest.mark.parametrize(
    ("plain", "shown"),
    [
        ("no visits on {sun}", "no visits on Sunday"),
        ("open {fri,sat,sun}", "open Friday, Saturday, Sunday"),
        ("held {mon,tue,wed,thu,fri,sat,sun}", "held every day"),
        ("no day is named", "no day is named"),
    ],
)
def test_weekdays_are_shown_in_words(plain: str, shown: str) -> None:
    assert days_in_words(plain) == shown

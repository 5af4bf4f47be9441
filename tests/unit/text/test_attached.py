"""Short lines that change places under headings that stay."""

from __future__ import annotations

import pytest

from monitors.records import Grade
from tests.unit.text.reading import changed

PODS = "<h2>{}</h2><p>{}</p><h2>{}</h2><p>{}</p><h2>Money</h2><p>Money is sent at the lobby machine.</p>"


def test_two_answers_that_change_places_are_told_with_their_headings() -> None:
    found = changed(
        PODS.format("East tower", "Adults only", "West tower", "All ages"),
        PODS.format("East tower", "All ages", "West tower", "Adults only"),
    )
    told = [(p.before, p.after) for p in found.passages if p.grade is Grade.NORMAL]
    assert told == [
        ("East tower: Adults only", "East tower: All ages"), ("West tower: All ages", "West tower: Adults only"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # sections in another order
        (
            ("East tower", "Adults only", "West tower", "All ages"),
            ("West tower", "All ages", "East tower", "Adults only"),
        ),
        # one line that went over
        (("East tower", "Adults only", "West tower", ""), ("East tower", "", "West tower", "Adults only")),
        # the same line under both
        (
            ("East tower", "Read more", "West tower", "Read more"),
            ("West tower", "Read more", "East tower", "Read more"),
        ),
    ],
)
def test_what_went_along_or_alone_is_a_move(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert changed(PODS.format(*before), PODS.format(*after)).grade in (Grade.NONE, Grade.LOW)

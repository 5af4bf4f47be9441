"""Times and sizes with their units."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.units import duration, say_about, say_duration, size


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30 s", 30), ("5 min", 300), ("1.5 h", 5400), ("7 d", 604800), ("250 ms", 0.25), ("2w", 1209600)],
)
def test_durations(text: str, seconds: float) -> None:
    assert duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize(("text", "number"), [("10 MiB", 10 * 1024**2), ("500 kB", 500_000), ("64 B", 64)])
def test_sizes(text: str, number: int) -> None:
    assert size(text) == number


@pytest.mark.parametrize("wrong", ["30", 30, "soon", "5 fortnights", "-5 s", None, ""])
def test_a_time_without_a_known_unit_is_refused_with_an_example(wrong: object) -> None:
    with pytest.raises(ValueError, match="30 s"):
        duration(wrong)


@pytest.mark.parametrize("text", ["90 min", "24 h", "7 d", "45 s"])
def test_durations_are_said_as_written(text: str) -> None:
    assert duration(say_duration(duration(text))) == duration(text)


@pytest.mark.parametrize(
    ("text", "words"), [("7 d", "7 d"), ("24 h", "1 d"), ("5 h", "5 h"), ("144 min", "2.4 h"), ("12 min", "12 min")]
)
def test_a_pace_is_said_to_be_read(text: str, words: str) -> None:
    assert say_about(duration(text)) == words

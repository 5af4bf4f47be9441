"""Times and sizes as people write them in config.toml and CSV: a number with its unit."""

from __future__ import annotations

import re
from datetime import timedelta

TIME = {"ms": 0.001, "s": 1, "sec": 1, "min": 60, "h": 3600, "d": 86400, "w": 604800}
SIZE = {"B": 1, "kB": 1000, "MB": 1000**2, "GB": 1000**3, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3}
LONGEST = timedelta(days=3650)  # what lies beyond is a slip of the pen, and dates end
NUMBER_AND_UNIT = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*")


def _read(text: object, units: dict[str, float] | dict[str, int], what: str, example: str) -> float:
    match = NUMBER_AND_UNIT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f'{text!r} is not a {what}; write a number with its unit, such as "{example}"')
    number, unit = match.groups()
    if unit not in units:
        said = f"unit {unit!r} is unknown" if unit else "it has no unit"
        raise ValueError(f'{text!r} is not a {what}: {said}; write e.g. "{example}" (units: {", ".join(units)})')
    return float(number) * units[unit]


def duration(text: object) -> timedelta:
    """Read "30 s", "5 min", "24 h", "7 d". ValueError says what is wrong."""
    seconds = _read(text, TIME, "time", "30 s")
    if seconds > LONGEST.total_seconds():
        raise ValueError(f"{text!r} is too long a time; write at most {say_duration(LONGEST)}")
    return timedelta(seconds=seconds)


def say_within(least: timedelta, most: timedelta) -> str:
    """Between which times something has to lie, in words."""
    return f"has to lie between {say_duration(least)} and {say_duration(most)}"


def size(text: object) -> int:
    """Read "10 MiB" as bytes. ValueError says what is wrong."""
    return int(_read(text, SIZE, "size", "10 MiB"))


def say_about(value: timedelta) -> str:
    """A duration to be read and not to be counted with: "2.9 h", "1 d", "12 min"."""
    seconds = value.total_seconds()
    if seconds < 3600 or seconds % 3600 == 0:
        return say_duration(value)
    return f"{seconds / 3600:.1f} h"


def say_duration(value: timedelta) -> str:
    """The shortest exact way to write a duration: "90 min", "24 h", "7 d"."""
    seconds = value.total_seconds()
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= length and seconds % length == 0:
            return f"{seconds / length:g} {unit}"
    return f"{seconds:g} s"


def say_size(count: int) -> str:
    """The shortest exact way to write a size: "10 MiB", "1500 B"."""
    for unit, length in reversed(SIZE.items()):
        if count >= length and count % length == 0:
            return f"{count // length} {unit}"
    return f"{count} B"

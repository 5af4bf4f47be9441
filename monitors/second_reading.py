"""What a second reader says of a change, and what may be taken over from its answer.

An answer is somebody else's text, and the page it is about may have had a hand in it. So only known ids, yes or no, and
one short sentence are taken out of it; anything more or less makes the whole answer unusable. Pure.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from monitors.records import Direction, Severity, Topic

E = TypeVar("E", bound=StrEnum)

LONGEST_WHY = 300  # characters
_LONGEST_REPLY = 4000  # characters
_KEYS = frozenset({"relevant", "direction", "severity", "topics", "why"})
_FENCE = re.compile(r"```(?:json)?\s*\n(.*)\n\s*```", re.DOTALL)
_ADDRESS = re.compile(r"://|\bwww\.|\S@\S", re.IGNORECASE)
_AN_ECHO = 12  # characters: shorter reasons may well stand in a page by chance


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a second reader says of a change; stands beside the Reading, never in its place. Not relevant: direction
    neutral, severity none, no topics. why: one line of at most LONGEST_WHY characters."""

    relevant: bool
    direction: Direction
    severity: Severity
    topics: tuple[Topic, ...]
    why: str


class UnusableAnswer(Exception):
    """The answer is not as it was asked for. The message says what is wrong and repeats nothing of it."""


def reading_of(body: bytes, shown: str) -> SecondReading:
    """The reading in the body of a chat completion. shown: the page's text that was sent along, so that an answer that
    only repeats it is known. Raises UnusableAnswer."""
    reply = _reply(body)
    fenced = _FENCE.fullmatch(reply)
    said = _object(fenced[1] if fenced else reply)
    if set(said) != _KEYS:
        raise UnusableAnswer("the answer has other keys than the five that were asked for")
    reading = SecondReading(
        _yes_or_no(said["relevant"]),
        _known(Direction, said["direction"], "direction"),
        _known(Severity, said["severity"], "severity"),
        _topics(said["topics"]),
        _why(said["why"], shown),
    )
    _agrees_with_itself(reading)
    return reading


def _reply(body: bytes) -> str:
    """The text of the first choice."""
    found = _json(body)
    try:
        reply = found["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise UnusableAnswer("no chat completion came back") from None
    if not isinstance(reply, str) or not reply.strip():
        raise UnusableAnswer("the answer holds no text")
    if len(reply) > _LONGEST_REPLY:
        raise UnusableAnswer("the answer is longer than any answer to this question")
    return reply.strip()


def _json(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise UnusableAnswer("the answer is no JSON") from None


def _object(text: str) -> dict[str, Any]:
    found = _json(text)
    if not isinstance(found, dict):
        raise UnusableAnswer("the answer is no JSON object")
    return found


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise UnusableAnswer("relevant is neither true nor false")
    return value


def _known(kind: type[E], value: object, key: str) -> E:
    if not isinstance(value, str) or value not in set(kind):
        raise UnusableAnswer(f"{key} is none of the known ids")
    return kind(value)


def _topics(value: object) -> tuple[Topic, ...]:
    """In the order of the known ones."""
    if not isinstance(value, list) or len(value) > len(Topic):
        raise UnusableAnswer("topics is no list of the known ids")
    named = {_known(Topic, one, "topics") for one in value}
    return tuple(topic for topic in Topic if topic in named)


def _why(value: object, shown: str) -> str:
    """One line of plain words. An address in it could only lead somebody astray."""
    if not isinstance(value, str):
        raise UnusableAnswer("why is no text")
    why = " ".join(value.split())
    if not why or len(why) > LONGEST_WHY:
        raise UnusableAnswer(f"why is no sentence of at most {LONGEST_WHY} characters")
    if not why.isprintable() or _ADDRESS.search(why):
        raise UnusableAnswer("why holds an address or characters that cannot be seen")
    if len(why) >= _AN_ECHO and _folded(why) in _folded(shown):
        raise UnusableAnswer("why only repeats the page")
    return why


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _agrees_with_itself(reading: SecondReading) -> None:
    told = reading.severity is not Severity.NONE and bool(reading.topics)
    silent = (reading.direction, reading.severity, reading.topics) == (Direction.NEUTRAL, Severity.NONE, ())
    if not (told if reading.relevant else silent):
        raise UnusableAnswer("the answer contradicts itself")

"""Who judges changes, and how far the judging of one has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from monitors.mail import Annotation


class Role(StrEnum):
    """What somebody may do: read; judge changes too; look after accounts and monitors too."""

    VIEWER = "viewer"
    ANALYST = "analyst"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        return list(Role).index(self)


class Label(StrEnum):
    """An analyst's word on a change. note: only a note, no judgement."""

    CONFIRMED = "confirmed"
    WRONG = "wrong"
    UNIMPORTANT = "unimportant"
    NOTE = "note"


class ReviewState(StrEnum):
    """How far the judging of a change has come. disputed: the last words of two analysts differ."""

    OPEN = "open"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    WRONG = "wrong"
    UNIMPORTANT = "unimportant"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Review:
    """How far it has come with one change, and who works on it since when ("" and None: nobody)."""

    change_id: int
    state: ReviewState
    claimed_by: str = ""
    claimed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody with a password of their own."""

    name: str
    role: Role
    active: bool = True
    id: int = 0
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A program's key; the key itself is shown once and not kept."""

    id: int
    account: str
    label: str
    role: Role
    made_at: datetime
    used_at: datetime | None = None


def judgements(said: Iterable[Annotation]) -> list[Annotation]:
    """The last judgement of each analyst, the oldest first; notes are none."""
    last: dict[str, Annotation] = {}
    for one in said:
        if one.label != Label.NOTE:
            last.pop(one.author, None)
            last[one.author] = one
    return list(last.values())


def state_of(said: Iterable[Annotation], claimed: bool) -> ReviewState:
    """How far the judging has come after all that was said, oldest first."""
    last = judgements(said)
    words = {(one.label, one.direction, one.severity, one.topics) for one in last}
    if len(words) > 1:
        return ReviewState.DISPUTED
    if last:
        return ReviewState(last[0].label)
    return ReviewState.CLAIMED if claimed else ReviewState.OPEN

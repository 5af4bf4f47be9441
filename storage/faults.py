"""What can be wrong with what is kept, as `verify` finds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """body: of the bytes' folder; the others are of the database."""

    DATABASE = "damaged database"
    MISSING_BODY = "missing body"
    DAMAGED_BODY = "damaged body"
    ORPHAN_BODY = "orphan body"
    LEFTOVER = "leftover file"
    STRANGE_FILE = "strange file"
    DAMAGED_RECORD = "damaged record"
    DAMAGED_SNAPSHOT = "damaged snapshot"
    DAMAGED_VERSION = "damaged version"
    DAMAGED_CHANGE = "damaged change"
    DANGLING = "dangling row"
    MISSING_STATE = "missing state"
    MISSING_CHANGE = "missing change"
    WRONG_LATEST = "wrong latest version"
    BROKEN_LINK = "broken link"
    CUT_CHAIN = "cut chain"
    BROKEN_ROOT = "broken root"
    BAD_STAMP = "bad stamp or signature"
    UNINDEXED = "not indexed"


# What can be put right without touching anything that was seen: what nothing names, and what is made of the rest.
REPAIRABLE = frozenset({FaultKind.ORPHAN_BODY, FaultKind.LEFTOVER, FaultKind.MISSING_STATE, FaultKind.UNINDEXED})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. where: the file, or the table with its row; words: what is wrong and what to do."""

    kind: FaultKind
    where: str
    words: str

    @property
    def repairable(self) -> bool:
        return self.kind in REPAIRABLE

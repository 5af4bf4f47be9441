"""Whether people can be visited in person, by facility and month, from the facts that changes told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from monitors.records import FactValue

IN_PERSON_FACT = "in_person_allowed"


class Access(StrEnum):
    """in_person: visits in person are allowed; not_in_person: they are not, so at most by video;
    unknown: no change ever said."""

    IN_PERSON = "in_person"
    NOT_IN_PERSON = "not_in_person"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Move:
    """A fact that moved: from before to after, at some time between since and at."""

    at: datetime
    before: FactValue
    after: FactValue


def access_of(value: FactValue) -> Access:
    if value is None:
        return Access.UNKNOWN
    return Access.IN_PERSON if value else Access.NOT_IN_PERSON


def access_at(moves: Sequence[Move], moment: datetime) -> Access:
    """What held at a time, from moves oldest first: what the last one before it brought, else what the first one after
    it ended. A value that a page no longer states is taken as still holding."""
    known = Access.UNKNOWN
    for move in moves:
        if move.at > moment:
            return access_of(move.before) if known is Access.UNKNOWN else known
        said = access_of(move.after)
        known = known if said is Access.UNKNOWN else said
    return known


def access_by_month(moves: Iterable[Move], ends: Sequence[datetime]) -> tuple[Access, ...]:
    """What held at the end of each month."""
    ordered = sorted(moves, key=lambda move: move.at)
    return tuple(access_at(ordered, end) for end in ends)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a page says of a fact now. names: whom its words name, folded; county and jurisdiction: of its source."""

    source: str
    jurisdiction: str
    county: str
    change_id: int
    name: str
    value: FactValue
    says: str = ""


def contradictions(
    vendors: Iterable[Statement], facilities: Sequence[Statement], called: dict[str, tuple[str, ...]]
) -> list[tuple[Statement, Statement]]:
    """Pairs of a vendor's or contract's statement and a facility's about one fact that can't both hold. Two speak of
    the same place when their sources name the same county, or the vendor's words name the facility. called: by the
    facility's source, the phrases that name it, folded."""
    of_fact: dict[str, list[Statement]] = {}
    for facility in facilities:
        if facility.value is not None:
            of_fact.setdefault(facility.name, []).append(facility)
    return [
        (vendor, facility)
        for vendor in vendors
        if vendor.value is not None
        for facility in of_fact.get(vendor.name, ())
        if vendor.value != facility.value and _same_place(vendor, facility, called)
    ]


def _same_place(vendor: Statement, facility: Statement, called: dict[str, tuple[str, ...]]) -> bool:
    if vendor.jurisdiction not in (facility.jurisdiction, "US"):
        return False
    if vendor.county:
        return vendor.county.casefold() == facility.county.casefold() and vendor.jurisdiction == facility.jurisdiction
    padded = f" {vendor.says} "
    return any(f" {phrase} " in padded for phrase in called.get(facility.source, ()))

"""Whether people can be visited in person, by facility and month, from the facts that changes told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from monitors.records import Change, FactValue

IN_PERSON_FACT = "in_person_allowed"
LONGEST_QUOTE = 600


class Access(StrEnum):
    """in_person: visits in person are allowed; not_in_person: they are not, so at most by video;
    unknown: no change ever said."""

    IN_PERSON = "in_person"
    NOT_IN_PERSON = "not_in_person"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Move:
    """A fact that moved: from before to after. seen: when the page was first seen, None where that is not known."""

    at: datetime
    before: FactValue
    after: FactValue
    seen: datetime | None = None


def access_of(value: FactValue) -> Access:
    if value is None:
        return Access.UNKNOWN
    return Access.IN_PERSON if value else Access.NOT_IN_PERSON


def access_at(moves: Sequence[Move], moment: datetime) -> Access:
    """What held at a time, from moves oldest first: what the last one before it brought, else what the first one after
    it ended, from when its page was first seen. A value that a page no longer states is taken as still holding."""
    known = Access.UNKNOWN
    for move in moves:
        if move.at > moment:
            unseen = move.seen is not None and moment < move.seen
            return known if unseen or known is not Access.UNKNOWN else access_of(move.before)
        said = access_of(move.after)
        known = known if said is Access.UNKNOWN else said
    return known


def access_by_month(moves: Iterable[Move], ends: Sequence[datetime]) -> tuple[Access, ...]:
    """What held at the end of each month."""
    ordered = sorted(moves, key=lambda move: move.at)
    return tuple(access_at(ordered, end) for end in ends)


def words_of(change: Change, name: str) -> str:
    """The words of a change that told a fact; where none is known to have, the first new ones."""
    for finding in change.reading.findings:
        if any(fact.name == name for fact in finding.facts):
            told = [change.passages[at] for at in finding.passages if at < len(change.passages)]
            return " … ".join(one.after or one.before for one in told)[:LONGEST_QUOTE]
    return next((one.after for one in change.passages if one.after), "")[:LONGEST_QUOTE]


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
    vendors: Iterable[Statement], facilities: Iterable[Statement], called: Mapping[str, Iterable[str]]
) -> list[tuple[Statement, Statement]]:
    """Pairs of a vendor's or contract's statement and a facility's about one fact that can't both hold. Two speak of
    the same place when their sources name the same county, or the vendor's words name the facility. called: by the
    facility's source, the phrases that name it, folded."""
    places = _Places(called)
    for facility in facilities:
        if facility.value is not None:
            places.add(facility)
    return [
        (vendor, facility)
        for vendor in vendors
        if vendor.value is not None
        for facility in places.spoken_of(vendor)
        if vendor.value != facility.value
    ]


class _Places:
    """Facilities' statements by fact and place, so that a thousand vendors' statements need not be held against a
    thousand facilities' each."""

    def __init__(self, called: Mapping[str, Iterable[str]]) -> None:
        self._called = called
        self._by_county: dict[tuple[str, str, str], list[Statement]] = {}
        self._by_phrase: dict[tuple[str, str], list[Statement]] = {}
        self._longest = 1  # phrase, in words

    def add(self, one: Statement) -> None:
        self._by_county.setdefault((one.name, one.jurisdiction, one.county.casefold()), []).append(one)
        for phrase in dict.fromkeys(self._called.get(one.source, ())):
            self._longest = max(self._longest, phrase.count(" ") + 1)
            self._by_phrase.setdefault((one.name, phrase), []).append(one)

    def spoken_of(self, vendor: Statement) -> Iterable[Statement]:
        """What the facilities say that a vendor's statement is about."""
        if vendor.county:
            return self._by_county.get((vendor.name, vendor.jurisdiction, vendor.county.casefold()), ())
        words = vendor.says.split()
        found: dict[int, Statement] = {}
        for at in range(len(words)):
            for end in range(at + 1, min(at + self._longest, len(words)) + 1):
                for one in self._by_phrase.get((vendor.name, " ".join(words[at:end])), ()):
                    found[id(one)] = one
        return [one for one in found.values() if vendor.jurisdiction in (one.jurisdiction, "US")]

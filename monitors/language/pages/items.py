"""Items and paragraphs whose first words say whose they are: "Cedar Home (nursing facility): The visitor ban is lifted."

Notices and minutes of a county tell one house after another, each under its own name, and the sentences behind the name
say no more of which house they are. So with the clauses of a contract ("Insurance. The waiver is struck.") and letters
to the editor. An item goes on until another one begins, or until a line names the jail.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.pages.subjects import says_visits
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.patterns import regex
from monitors.records import SegmentKind

# "Visits at Mercy Hospital" are those of people held who lie there.
_HOUSE = regex(
    r"(?!.*\b(?:visit\w*|inmates?|jail|prison\w*|detention|at|in|to|from|for|when|if)\b)(?:"
    rf"(?:(?:the )?(?:[\w'.&-]+ ){{1,4}}?)?(?:{elsewhere.HOUSE})(?: \([^()]{{2,40}}\))?"
    rf"|(?:[\w'.&-]+ ){{1,5}}\((?:the )?(?:[\w'-]+ ){{0,3}}?(?:{elsewhere.HOUSE})\))"
)
# "Probation. Home visits are suspended.", "Visitation, custody. One visit a month."
_OFFICE = regex(
    r"(?:(?:(?:adult|juvenile) )?(?:probation|parole|pre-?trial(?: services)?)(?: (?:and|&) (?:probation|parole))?|house arrest|home detention|drug court|video court|victims?[ -](?:services|witness)|(?:(?:circuit|district|municipal|family|county|superior|traffic|juvenile) )?courts?|magistrates?(?:'s? court)?|judges?|arraignments?"
    r"|visitation, (?:custody|cemetery|supervised)|visiting (?:nurses?|judges?|scholars?|teams?)|visitors? cent(?:er|re)|voting|elections?|vaccinations?"
    r"|telehealth|telemedicine|treasurer(?:'s office)?|assessor|recorder|parenting (?:cent(?:er|re)|time)|(?:safe|supervised) (?:exchange|visitation)(?: (?:cent(?:er|re)|program))?|child support|social services|veterans'? (?:affairs|services)|care homes?)"
)
# "Site visit rules. Each firm may send no more than two people to the visit."
_BIDDERS = regex(
    r"(?:(?:mandatory|optional|required) )?(?:site[- ]visits?|walk-?throughs?|pre-?(?:bid|proposal) (?:meetings?|conferences?|visits?))(?: (?:rules|at the jail|for (?:bidders|proposers|offerors)))?"
)
_OF_FAMILIES = regex(r"\b(?:famil(?:y|ies)|relatives|loved ones?|in-person visits?|visitation|inmate visits?)\b")
# "Deposits. By the machine in the hall. $3 fee for each $100."
_DESK = regex(
    r"(?:(?:inmate|jail|money|trust) )?(?:deposits?|accounts?|commissary|canteen|money|funds|property|bail|bonds?|bonding|parking|lockers?|records|reports|fingerprint(?:s|ing)|permits?|meals?|laundry|haircuts?|subpoenas?|process servers?|medical|dental|sick call)"
)
_CLAUSE = regex(rf"(?:(?:{elsewhere.CLAUSE})(?:,? (?:and|of|or|&) )?)+")
_LETTER = regex(r"(?:to the editor|dear editor|editor)[:,]")
# A name and what is told under it, in one line.
_LABELLED = regex(r"(?P<label>[^:|.;!?]{3,70}(?:\([^()]{2,40}\))?)(?::| - | – | — ) ?(?P<said>\S.*)")
_MARKER = regex(r"(?:[a-z]{1,3}-?)?\d{1,2}(?:\.\d{1,2})*[.)]|[a-z][.)]")
_MOST_WORDS = 6  # of a name by itself
_MOST = 6  # further lines of an item: where the next one begins is not always to be seen
_CUT = (SegmentKind.SENTENCE, SegmentKind.ITEM)  # of a block that was cut into its sentences
_OTHER_HEADING = regex(elsewhere.OTHER_HEADING)
_OFFICE_HEADING = regex(elsewhere.OFFICE_HEADING)
_VISITS = regex(r"\b(?<!home )(?:visit\w*|booths?|in-person visits?|loved ones?)\b")
# Residents and patients are those of the other house, too.
_OF_JAIL = regex(
    r"\b(?:inmates?|detainees?|prisoners?|offenders?|incarcerat\w+|jails?|prisons?|detention|correction\w*|sheriff(?:'?s)?|(?:in|into|from) custody|juvenile hall|lockup)\b"
)


class Owner(Enum):
    """Whose an item is by its first words."""

    HOUSE = auto()
    DESK = auto()
    BIDDERS = auto()
    CLAUSE = auto()
    LETTER = auto()


def without_items(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment without lines of other houses and letters: what stands under the name of a nursing home."""
    return _without(alignment, _items(scene.before), _items(scene.after))


def without_clauses(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment without lines of a contract's clauses on other business, which sound like losses by themselves."""
    return _without(alignment, *(_places(page, clauses=True) for page in (scene.before, scene.after)))


def _without(alignment: Alignment, old: frozenset[int], new: frozenset[int]) -> Alignment:
    return replace(
        alignment,
        pairs=tuple((a, b) for a, b in alignment.pairs if not (a.place in old and b.place in new)),
        removed=tuple(unit for unit in alignment.removed if unit.place not in old),
        added=tuple(unit for unit in alignment.added if unit.place not in new),
    )


def _items(page: Sequence[Unit]) -> frozenset[int]:
    """The places of a page's lines that stand in an item of others, or under a heading of theirs."""
    return _places(page, clauses=False) | {unit.place for unit in page if _under_theirs(unit)}


def _under_theirs(unit: Unit) -> bool:
    heading = unit.headings.rpartition(" / ")[2]
    if not heading or _OF_JAIL.search(unit.plain):
        return False
    if _OTHER_HEADING.fullmatch(heading) or _HOUSE.fullmatch(heading):
        return True
    return _OFFICE_HEADING.fullmatch(heading) is not None and _VISITS.search(unit.plain) is None


def _places(page: Sequence[Unit], *, clauses: bool) -> frozenset[int]:
    found: set[int] = set()
    owner: Owner | None = None
    first = 0
    for before, unit in zip((None, *page), page, strict=False):
        begun = _begun(unit, clauses=clauses)
        if begun is not None:
            owner, first = begun, unit.place
            if begun is Owner.LETTER and before is not None and before.short:
                found.add(before.place)  # what the paper put over it
        elif owner is not None and before is not None and not _goes_on(unit, before, owner, unit.place - first):
            owner = None
        if owner is not None and _is_theirs(unit, owner):
            found.add(unit.place)
        elif owner is Owner.HOUSE:
            owner = None  # a line that names the jail is none of theirs, nor are those behind it
    return frozenset(found)


def _begun(unit: Unit, *, clauses: bool) -> Owner | None:
    """Whose item begins with a line, None where none of others does."""
    name = _name(unit)
    if unit.row or name is None:
        return None
    if clauses:
        return Owner.CLAUSE if _CLAUSE.fullmatch(name) else None
    if _LETTER.match(unit.plain):
        return Owner.LETTER
    if _DESK.fullmatch(name):
        return Owner.DESK
    if _BIDDERS.fullmatch(name):
        return Owner.BIDDERS
    return Owner.HOUSE if _HOUSE.fullmatch(name) or _OFFICE.fullmatch(name) else None


def _name(unit: Unit) -> str | None:
    """The name that a line begins with, or that it is."""
    if (labelled := _LABELLED.fullmatch(unit.plain)) is not None:
        return labelled["label"]
    alone = unit.plain[-1:] in ".:" and len(unit.plain.split()) <= _MOST_WORDS
    return unit.plain.rstrip(".:") if alone else None


def _goes_on(unit: Unit, before: Unit, owner: Owner, after: int) -> bool:
    """Whether a line is of the item of the line before it."""
    if owner is Owner.LETTER:
        return unit.kind is SegmentKind.SENTENCE or unit.segment == before.segment
    if after > _MOST or unit.row or unit.kind is not before.kind or _MARKER.fullmatch(unit.plain):
        return False
    if unit.segment != before.segment and unit.kind not in _CUT:
        return False
    return not unit.short and (owner is Owner.CLAUSE or _LABELLED.fullmatch(unit.plain) is None)


def _is_theirs(unit: Unit, owner: Owner) -> bool:
    if owner in (Owner.CLAUSE, Owner.DESK):
        return not says_visits(unit.plain)
    if owner is Owner.BIDDERS:
        return _OF_FAMILIES.search(unit.plain) is None
    return owner is Owner.LETTER or _OF_JAIL.search(unit.plain) is None

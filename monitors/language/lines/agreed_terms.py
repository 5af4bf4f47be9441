"""What a new line of an agreement says that a party owes, may do, or is free of, where that bears on visits.

"The Contractor shall pay the County no commission on video visits." and "The County shall pay no penalty if in-person visits
are offered.": a "no" before what is owed was heard as one before the visits. Each line is read whole or not at all.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from functools import lru_cache

from monitors.language.lines.certain import Certain
from monitors.language.lines.positions import ENDS, IN_PERSON, KEEPS
from monitors.language.lines.stances import others_of
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_PARTY = r"(?:(?:the|each|any|either) )?(?:(?!(?:no|not|shall|will|may|must|if)\b)[\w&.'-]+ ){0,2}?(?!(?:no|not|shall|will|may|must|if|pay|have)\b)[\w&.'-]+"
_SHALL = r"(?:shall|will|must|agrees to|is to)"
_VIDEO = r"(?:(?:all|any|each|every|remote|home|on-?site|lobby|free|paid|the) )*(?:video )?(?:visits?|visitation|visiting|video calls?)(?: (?:revenues?|receipts|fees|charges))?"
_PENALTY = r"(?:penalt(?:y|ies)|fines?|fees?|liquidated damages|charges?|surcharges?|compensation)"
_HELD = r"(?:are|is|were|be) (?:offered|held|allowed|permitted|provided|continued|kept|restored|resumed)"
_GONE = r"(?:are|is|were|be) (?:not |no longer )?(?:ended|banned|eliminated|limited|restricted|reduced|discontinued|suspended)"
_CASE = rf"(?:if|when|whenever|where|for (?:each|any|every) (?:month|day|week|year) in which) (?:(?P<held>{IN_PERSON} {_HELD})|(?P<gone>{IN_PERSON} {_GONE})|{_PARTY} (?:(?P<ends>{ENDS})|(?P<keeps>{KEEPS})) {IN_PERSON})"
_COMMISSION, _CLAUSE = (Topic.COMMISSION,), (Topic.IN_PERSON, Topic.CONTRACT_CLAUSE)


@lru_cache(maxsize=1)
def _terms() -> tuple[tuple[re.Pattern[str], int, Severity, tuple[Topic, ...]], ...]:
    """Each kind of line with its sign, where a bad case makes the line bad, how grave it is, and its topics."""
    return tuple(
        (regex(pattern), sign, level, topics)
        for sign, level, topics, pattern in (
            (1, Severity.MAJOR, _COMMISSION, rf"{_PARTY} {_SHALL} (?:pay|receive|collect|take|retain|earn)(?: {_PARTY})? no (?:\w+ )?(?:commissions?|share|percentage)(?: (?:on|of|from|for) {_VIDEO})?"),
            (1, Severity.MAJOR, (*_COMMISSION, Topic.CONTRACT_CLAUSE), rf"{_PARTY} (?:(?:shall have|has|owes|shall owe|is under) no (?:duty|obligation|guarantee|minimum|quota)|(?:is|shall be) (?:not|under no duty) (?:obliged|obligated|required)?) ?(?:to (?:reach|meet|make|guarantee|produce|generate|maintain)|of) [^.;:]{{0,40}}(?:paid|minimum|number of|volume of) [^.;:]{{0,30}}(?:visits?|visitation)"),
            (1, Severity.MAJOR, (Topic.CONTRACT_CLAUSE,), rf"{_PARTY} (?:shall have|has|is granted|receives) no exclusive (?:right|license|rights) (?:to|over|for|on|in) {_VIDEO}(?: (?:at|in) [^.;:]{{3,30}})?"),
            (1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} (?:may|(?:is|shall be|remains?) free to|has the right to|shall have the right to|shall be entitled to) (?:continue to )?{KEEPS} {IN_PERSON}"),
            (1, Severity.CRITICAL, _CLAUSE, rf"{IN_PERSON} {_SHALL} (?:continue(?: to be (?:offered|held|allowed|provided|available))?|remain (?:available|in place|open|an option)|go on)"),
            (1, Severity.MAJOR, (Topic.FEES,), rf"{_VIDEO} {_SHALL} be (?:free(?: of (?:charge|cost))?|provided (?:free|without charge|at no (?:cost|charge)))(?: (?:to|for) [^.;:]{{3,40}})?"),
            (-1, Severity.MAJOR, (Topic.FEES,), rf"{_PARTY} may charge (?:(?:a fee|families|visitors|users|the public) )*for {_VIDEO}"),
            (1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} {_SHALL} pay (?:{_PARTY} )?no {_PENALTY} {_CASE}"),
            (-1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} {_SHALL} pay (?:{_PARTY} )?(?:an? |the )?(?:\$[\d,.]+ )?{_PENALTY} {_CASE}"),
            (-1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} may (?:terminate|cancel|end|void|withdraw from) (?:this|the) (?:agreement|contract) {_CASE}"),
        )
    )  # fmt: skip


_LONGEST = 240
_CUES = regex(r"\b(?:visit\w*|visitation|commissions?|video)\b")
_ELSE = regex(r"\b(?:site visits?|unless|except\w*|attorneys?|lawyers?|inspect\w+|bidders?)\b")


def agreed_terms(scene: Scene, alignment: Alignment) -> Certain:
    """What such new lines of a contract tell where none that went speaks of visits."""
    if any(speaks(unit.plain) for unit in others_of(alignment, came=True)):
        return Certain()
    known = {read[1:] for unit in scene.before if (read := _read(unit.plain)) is not None}
    told = [
        (unit, read) for unit in alignment.added if (read := _read(unit.plain)) is not None and read[1:] not in known
    ]
    return Certain(tuple(_effect(unit, *read) for unit, read in told), tuple(unit for unit, _ in told))


def _read(plain: str) -> tuple[int, Severity, tuple[Topic, ...]] | None:
    """Sign, severity and topics of a line, None where it is none of these."""
    if len(plain) > _LONGEST or _CUES.search(plain) is None or _ELSE.search(plain):
        return None
    text = plain.rstrip(" .!")
    for pattern, sign, level, topics in _terms():
        if (hit := pattern.fullmatch(text)) is not None:
            said = hit.groupdict()
            # What is owed where visits end works for them.
            return (-sign if said.get("ends") or said.get("gone") else sign), level, topics
    return None


def _effect(unit: Unit, sign: int, level: Severity, topics: tuple[Topic, ...]) -> Effect:
    return Effect("P-agreed", sign, level, topics, (), "", unit.plain, (unit.plain[:120],))

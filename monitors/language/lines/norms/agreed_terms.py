"""What a new line of an agreement says that a party owes, may do, or is free of, where that bears on visits.

"The Contractor shall pay the County no commission on video visits." and "The County shall pay no penalty if in-person visits
are offered.": a "no" before what is owed was heard as one before the visits. Each line is read whole or not at all.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from functools import lru_cache

from monitors.language.lines.acts.stances import others_of
from monitors.language.lines.certain import Certain
from monitors.language.lines.firms.positions import ENDS, IN_PERSON, KEEPS
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
_VISITING = r"(?:(?:all|any|inmate|social|family|public|the) )*(?:visits?|visiting|visitation)"
_ALONE = rf"(?:(?:sole|exclusive|the|an|and) )+(?:rights?|license) to (?:furnish|provide|offer|operate|conduct|supply|arrange|sell) {_VISITING}"
_MEANS = r"(?:(?:sole|only|exclusive|and) )+(?:means|way|manner|method|channel|system) (?:by|in|through) which"
_NO_MORE = r"(?:is|are|shall be) (?:hereby )?(?:waived|terminated|ended|revoked|deleted|struck|stricken|rescinded|given up|relinquished|surrendered|withdrawn|void)(?: and (?:is |are )?of no (?:further )?(?:force or )?effect)?|(?:is|shall be) of no further (?:force or )?effect"
_STRUCK = r"(?:is|are|shall be) (?:hereby )?(?:deleted|struck|stricken|removed|repealed|void|rescinded|cancel+ed)(?: in (?:its|their) entirety| from (?:the|this) (?:agreement|contract))*"
_ITEM = r"(?:(?:the|that) )?(?:section|clause|paragraph|article|provision|subsection|sentence|language|term)s?(?: [\w.()]+)?"
_COMMISSION, _CLAUSE = (Topic.COMMISSION,), (Topic.IN_PERSON, Topic.CONTRACT_CLAUSE)


@lru_cache(maxsize=1)
def _terms() -> tuple[tuple[re.Pattern[str], int, Severity, tuple[Topic, ...]], ...]:
    """Each kind of line with its sign, where a bad case makes the line bad, how grave it is, and its topics."""
    return tuple(
        (regex(pattern), sign, level, topics)
        for sign, level, topics, pattern in (
            (1, Severity.MAJOR, _COMMISSION, rf"{_PARTY} {_SHALL} (?:pay|receive|collect|take|retain|earn)(?: {_PARTY})? no (?:\w+ )?(?:commissions?|share|percentage)(?: (?:on|of|from|for) {_VIDEO})?"),
            (1, Severity.MAJOR, (*_COMMISSION, Topic.CONTRACT_CLAUSE), rf"{_PARTY} (?:(?:shall have|has|owes|shall owe|is under) no (?:duty|obligation|guarantee|minimum|quota)|(?:is|shall be) (?:not|under no duty) (?:obliged|obligated|required)?) ?(?:to (?:reach|meet|make|guarantee|produce|generate|maintain)|of) [^.;:]{{0,40}}(?:paid|minimum|number of|volume of) [^.;:]{{0,30}}(?:visits?|visitation)"),
            (-1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} (?:shall have|has|is (?:hereby )?granted|receives|is given) (?:(?:sole|exclusive|the|an|and) )*(?=sole|exclusive){_ALONE}(?: (?:at|in|for) [^.;:]{{3,50}})?"),
            (1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY}(?: right)?(?:'s)? {_ALONE}(?: (?:at|in|for) [^.;:]{{3,50}}?)? (?:{_NO_MORE})"),
            (1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} (?:(?:hereby|shall|will) )*(?:gives? up|waives?|relinquish(?:es)?|surrenders?|forgoes?) (?:its|the|their) {_ALONE}"),
            (-1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} (?:{_SHALL} be|is|are) (?:the )?{_MEANS} (?:[\w-]+ ){{1,5}}?(?:may|can|shall|will) (?:visit|see|meet)\b[^.;:]{{0,60}}"),
            (1, Severity.CRITICAL, _CLAUSE, rf"{_PARTY} (?:{_SHALL} not be|is not|are not|is no longer|shall no longer be) (?:the )?{_MEANS} (?:[\w-]+ ){{1,5}}?(?:may|can|shall|will) (?:visit|see|meet)\b[^.;:]{{0,60}}"),
            (1, Severity.MAJOR, (*_COMMISSION, Topic.CONTRACT_CLAUSE), rf"{_PARTY} (?:is|are|shall be) (?:hereby )?(?:released|relieved|excused|freed|discharged|exempt(?:ed)?) (?:from|of) (?:(?:the|its|any|all) )?(?:(?:requirement|obligation|duty|guarantee|commitment|promise)s? )?(?:of |to (?:reach|meet|make|guarantee|produce|generate|maintain) )?[^.;:]{{0,40}}(?:paid|minimum|quota)[^.;:]{{0,40}}"),
            (-1, Severity.CRITICAL, _CLAUSE, rf"{_ITEM},? (?:under|by|in) which {_PARTY} (?:agreed|agrees|undertook|undertakes|promised|promises|is required|was required|is obliged|was obliged|shall|must|will)(?: to)? (?:(?P<ends>{ENDS}|eliminate|cease|terminate)|(?P<keeps>{KEEPS}|maintain|continue)) {IN_PERSON}[^,;:]{{0,30}}?,? {_STRUCK}"),
            (1, Severity.MAJOR, (*_COMMISSION, Topic.CONTRACT_CLAUSE), rf"(?:the |any |all )?(?:[\w-]+ ){{0,2}}?(?:minimum(?:[- ]usage)?|usage|shortfall|guaranteed?)(?: [\w-]+){{0,2}}?(?: (?:of|in|under) [^,.;:]{{3,30}})?(?:, [^,]{{3,60}},)? (?:{_NO_MORE}|{_STRUCK})"),
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
_AGREED = regex(r"^(?:(?:the )?parties (?:hereby )?agree that|it is (?:hereby )?agreed that),? ")
_CUES = regex(r"\b(?:visit\w*|visitation|commissions?|video|minimum|usage|shortfall)\b")
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
    text = _AGREED.sub("", plain.rstrip(" .!"))
    for pattern, sign, level, topics in _terms():
        if (hit := pattern.fullmatch(text)) is not None:
            said = hit.groupdict()
            # What is owed where visits end works for them.
            return (-sign if said.get("ends") or said.get("gone") else sign), level, topics
    return None


def _effect(unit: Unit, sign: int, level: Severity, topics: tuple[Topic, ...]) -> Effect:
    return Effect("P-agreed", sign, level, topics, (), "", unit.plain, (unit.plain[:120],))

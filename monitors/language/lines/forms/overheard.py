"""Whether a lawyer's visit is overheard or recorded, or private: as a rule that comes, goes or turns, and as an act.

"Attorney visits are confidential." that became "Attorney visits are monitored." fell silent: neither line holds a word of
those by which visits are given or taken.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable

from monitors.language.claims.who_acts import ACTOR, undated
from monitors.language.lines.acts.stances import few_alone
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.lexicon_decisions import family, one_of
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_COUNSEL = r"(?:(?:their|an?|your|the|his or her|all|any|our) )*(?:attorneys?'?s?|lawyers?'?|(?:legal|defense) counsel|counsel|legal|attorney-client|lawyer-client|privileged|public defenders?'?)"
_MEETINGS = (
    r"(?:visits?|visitation|meetings?|conversations?|consultations?|conferences?|sessions?|video (?:visits?|calls?))"
)
_WITH = rf"(?:(?:between|with|by|from|to) {_COUNSEL}(?: and (?:(?:their|the) )?(?:clients?|inmates?|detainees?|prisoners?))?)"
_VISITS = rf"(?:(?:all|the|our|any|in-person|video|confidential|professional|privileged) )*(?:{_COUNSEL}(?: video)? {_MEETINGS}|{_MEETINGS} {_WITH})"
_HEARS = one_of(
    family(
        "record, monitor, tape, tape-record, listen to, listen in on, overhear, eavesdrop on, film, videotape, audio-record"
    )
)
_PRIVATE = r"(?:(?:strictly |completely |kept |held )*(?:confidential|private|privileged|unmonitored|unrecorded|in private|in confidence))"
_NO = r"(?P<no>not |no longer |never )?"
_SOFT = r"(?:(?:now|also|again|once again|still|always|currently|routinely|sometimes|subject to being|being|be) )*"
_OR = rf"(?:(?:,? (?:and|or|nor) )(?:{_HEARS}))?"
# Each with whether visits are private by it where nothing denies it.
_SAID = tuple(
    (regex(pattern), private)
    for private, pattern in (
        (-1, rf"(?P<none>no )?{_VISITS} (?:is|are|will|may|can|shall|must|have been|has been) {_NO}{_SOFT}(?:{_HEARS}){_OR}"),
        (1, rf"(?P<none>no )?{_VISITS} (?:is|are|will be|remain|remains) {_NO}{_SOFT}exempt from (?:all |any )?(?:recording|monitoring|taping|being (?:{_HEARS}){_OR})"),
        (1, rf"(?P<none>no )?{_VISITS} (?:is|are|will|shall|must|remain|remains) {_NO}{_SOFT}{_PRIVATE}"),
        (-1, rf"{ACTOR} (?:(?:do|does|will|may|has|have|is|are) )?{_NO}{_SOFT}(?:(?:started|begun|beginning|starting) (?:to )?)?(?:{_HEARS}){_OR} {_VISITS}"),
        (1, rf"{ACTOR} (?:(?:has|have|is|are|will) )?{_NO}{_SOFT}(?:stop|stopped|stopping|ceased?|ceasing|ended|ending|quit) (?:{_HEARS}){_OR} {_VISITS}"),
        (1, rf"the (?:recording|monitoring|taping) of {_VISITS} (?:is|are|has|have|will) {_NO}{_SOFT}(?:been )?(?:over|ended|stopped|banned|prohibited|forbidden|discontinued)"),
        (-1, rf"(?:the )?(?:recording|monitoring|taping) of {_VISITS} (?:is|are|has|have|will) {_NO}{_SOFT}(?:been )?(?:begun|started|allowed|permitted|introduced|resumed)"),
        (1, rf"{ACTOR} (?:may|can|shall|will) (?:no longer|not|never) (?:{_HEARS}){_OR} {_VISITS}"),
        (1, rf"{_MEETINGS} (?:is|are|will be|remain|remains) {_NO}{_SOFT}{_PRIVATE} {_WITH}"),
        (1, rf"(?:all )?{_MEETINGS} (?:are|may|will|can|shall) {_SOFT}(?:{_HEARS}){_OR},? (?:except|other than|but not|with the exception of|excluding) (?:(?:for )?(?:those|visits|ones) )?{_WITH}"),
        (-1, rf"(?:all )?{_MEETINGS} (?:are|may|will|can|shall) {_SOFT}(?:{_HEARS}){_OR},? (?:including|also|even) (?:(?:those|visits|ones) )?{_WITH}"),
        (1, rf"inmates (?:may|can) (?:speak|meet|talk) (?:with|to) {_COUNSEL} in private"),
    )
)  # fmt: skip
_CUES = regex(
    r"\b(?:record\w*|monitor\w*|tap(?:e|es|ed|ing)|listen\w*|overh\w+|eavesdrop\w*|film\w*|videotap\w*|confiden\w+|private|privileged|exempt|un(?:monitored|recorded))\b"
)
_NEWS = regex(r"\b(?:now|again|no longer|started|begun|stopped|ceased|ended|over|discontinued|resumed)\b")
_LONGEST = 160


def overheard(scene: Scene, alignment: Alignment) -> Certain:
    """What lines on one side tell that the other side says otherwise, or says nothing of."""
    old = _said([*alignment.removed, *(was for was, _ in alignment.pairs)])
    new = _said([*alignment.added, *(now for _, now in alignment.pairs)])
    if not (old or new) or scene.of_others:
        return Certain()
    units = tuple(unit for unit, _ in (*old, *new))
    was, now = {private for _, private in old}, {private for _, private in new}
    if len(was) > 1 or len(now) > 1:
        return Certain()  # rules that differ by whom they are for
    if old and new:
        told = ((_effect(old[0][0], new[0][0], new[0][1]),), ()) if was != now else ((), ("R2 as private as before",))
        return Certain(told[0], units, told[1])
    page = {private for _, private in _said(scene.before if new else scene.after)}
    if page & (now or was):
        return Certain((), units, ("R2 the page says so, too",))
    if new:
        tells = now == {-1} or any(_NEWS.search(unit.plain) or undated(unit.plain)[1] for unit, _ in new)
        return Certain((_effect(None, *new[0]),), units) if tells else Certain()
    stale = any(_NEWS.search(unit.plain) for unit, _ in old)
    if stale or not few_alone(alignment, came=False):
        return Certain()
    return Certain((_effect(old[0][0], None, -old[0][1]),), units)


def _said(page: Iterable[Unit]) -> list[tuple[Unit, int]]:
    return [(unit, private) for unit in page if (private := _private(unit.plain))]


def _private(plain: str) -> int:
    """+1 where a line says that lawyers' visits are private, -1 where it says that they are heard, 0 where it says neither
    plainly or something else as well."""
    if len(plain) > _LONGEST or _CUES.search(plain) is None:
        return 0
    text, _ = undated(plain.rstrip(" .!"))
    for pattern, private in _SAID:
        hit = pattern.fullmatch(text)
        if hit is not None:
            said = hit.groupdict()
            return -private if said.get("no") or said.get("none") else private
    return 0


def _effect(old: Unit | None, new: Unit | None, private: int) -> Effect:
    quotes = (old.plain if old else "", new.plain if new else "")
    words = ("a lawyer's visit", "private" if private > 0 else "overheard or recorded")
    return Effect("P-overheard", private, Severity.MINOR, (Topic.LEGAL_VISITS,), (), *quotes, words)

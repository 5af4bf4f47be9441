"""Whether those who can't hear, walk or speak the language as others do can visit: interpreters, booths, ramps, as a line says it.

"Interpreters for Deaf visitors are no longer provided." and "A videophone for visits in sign language is now available."
hold no word by which visits are given or taken, and fell silent. It is a term for some (S6), by its words alone.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.claims.who_acts import ACTOR, undated
from monitors.language.lines.acts.stances import few_alone
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.lexicon_decisions import family, one_of
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_AIDS = r"(?:(?:an?|the|our|any|free|qualified|sign[- ]language|asl|language|spanish|wheelchair[- ](?:accessible|height)|accessible|assistive|hearing|captioned|new|lower|more|\d+) )*(?:interpreters?|interpreting|interpretation(?: services?)?|translators?|translation(?: services?)?|videophones?|tty(?: phones?| machines?)?|video relay(?: services?)?|captions|captioning|(?:hearing|induction) loops?|listening devices?|amplified (?:hand)?sets?|(?<=accessible )(?:booths?|rooms?|tables?|visits?|seating|entrances?)|(?<=height )(?:booths?|tables?|counters?)|(?:wheelchair |entrance )?ramps?|wheelchairs?(?! users?)|accommodations?|sign language)"
_DISABLED = r"(?:deaf|hard[- ]of[- ]hearing|blind|disabled|handicapped|wheelchair users|(?:people|persons|visitors|guests|inmates|family members|those|relatives) (?:with (?:disabilities|limited \w+|hearing loss)|in (?:a )?wheelchairs?|who (?:use|are in|need) (?:a )?(?:wheelchairs?|chair|walker)|who (?:are deaf|can't hear|cannot hear|do not speak english|sign)))"
_FOR = r"(?: (?:for|to|at|in|during|by|with|on|of) [^,;:|]{3,70}?)*"
_GIVES = one_of(
    family(
        "provide, offer, furnish, supply, arrange, install, add, bring in, introduce, set up, build, have, make available"
    )
)
_NO = r"(?P<no>not |no longer |never )?"
_SOFT = r"(?:(?:now|also|again|always|being|be|been) )*"
_ROOM = r"(?:(?:the|our|all) )*(?:visit\w* (?:rooms?|areas?|booths?|center|lobby|entrance)|booths?|lobby)"
# Each with what it is worth where nothing denies it.
_SAID = tuple(
    regex(pattern)
    for pattern in (
        rf"(?P<none>no )?{_AIDS}{_FOR} (?:is|are|will|can|has|have) {_NO}{_SOFT}(?:{_GIVES}|available|on hand|there|back){_FOR}",
        rf"{ACTOR} (?:(?:do|does|will|can|has|have|is|are) )?{_NO}{_SOFT}(?:{_GIVES}) {_AIDS}{_FOR}",
        rf"{_ROOM} (?:is|are) {_NO}{_SOFT}(?:wheelchair[- ])?accessible(?: (?:to|for|by) [^,;:|]{{3,50}}?)?",
        rf"{_DISABLED} (?:can|may|will be able to) {_NO}{_SOFT}(?:visit|use {_ROOM}|enter {_ROOM}|come in)(?: [^,;:|]{{3,40}}?)?",
        rf"{_DISABLED} (?:is|are) (?P<free>no longer) (?:limited|restricted|confined) to (?:video|screens?)(?: visits?)?",
        rf"there (?:is|are) {_NO}{_SOFT}{_AIDS}{_FOR}",
    )
)  # fmt: skip
_CUES = regex(
    r"\b(?:interpret\w+|translat\w+|videophones?|tty|relay|caption\w*|loops?|listening|amplified|accessib\w+|wheelchairs?|height|ramps?|accommodations?|sign|deaf|blind|disab\w+|handicapped)\b"
)
_NEWS = regex(r"\b(?:now|again|no longer|has been|have been|installed|added)\b")
_VISITS = regex(r"\bvisit\w*|\bbooths?\b")
_ELSE = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|courts?|website|web ?pages?|documents?|programs?|employ\w+|unless|except\w*)\b"
)
_LONGEST = 200


def access_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What such lines tell that one side says and the other does not, or says otherwise."""
    old = _said((*alignment.removed, *(was for was, _ in alignment.pairs)), scene)
    new = _said((*alignment.added, *(now for _, now in alignment.pairs)), scene)
    was, now = ({sign for _, sign in told} for told in (old, new))
    if not (old or new) or max(len(was), len(now)) > 1 or was == now or scene.of_others:
        return Certain()
    page = {sign for _, sign in _said(scene.before if new else scene.after, scene)}
    units = tuple(unit for unit, _ in (*old, *new))
    if not (old and new) and page & (now or was):
        return Certain((), units, ("R2 the page says so, too",))
    if new:
        news = old or any(_NEWS.search(unit.plain) or undated(unit.plain)[1] or sign < 0 for unit, sign in new)
        return Certain((_effect(old[0][0] if old else None, *new[0]),), units) if news else Certain()
    if any(_NEWS.search(unit.plain) for unit, _ in old) or not few_alone(alignment, came=False):
        return Certain()
    return Certain((_effect(old[0][0], None, -old[0][1]),), units)


def _said(page: tuple[Unit, ...], scene: Scene) -> list[tuple[Unit, int]]:
    told = [(unit, sign) for unit in page if (sign := _sign(unit.plain))]
    return [
        (unit, sign) for unit, sign in told if _VISITS.search(f"{unit.plain} {unit.headings} {scene.title}".lower())
    ]


def _sign(plain: str) -> int:
    """+1 where a line says that such people can visit, -1 where it says that they can't, 0 where it says neither plainly."""
    if len(plain) > _LONGEST or _CUES.search(plain) is None or _ELSE.search(plain):
        return 0
    signs = {_of_clause(part) for part in _CLAUSES.split(plain.rstrip(" .!"))}
    return signs.pop() if len(signs) == 1 else 0


_CLAUSES = regex(r"; (?:and )?")


def _of_clause(text: str) -> int:
    text, _ = undated(text)
    for pattern in _SAID:
        if (hit := pattern.fullmatch(text)) is not None:
            said = hit.groupdict()
            return -1 if said.get("no") or said.get("none") else 1
    return 0


def _effect(old: Unit | None, new: Unit | None, sign: int) -> Effect:
    quotes = (old.plain if old else "", new.plain if new else "")
    words = ("access for people with disabilities or without English", "given" if sign > 0 else "gone")
    return Effect("P-access", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), *quotes, words)

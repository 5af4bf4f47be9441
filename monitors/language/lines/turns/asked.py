"""Questions of an FAQ whose answer turned from yes to no or back: "Can I visit without an appointment? Yes." """

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitors.language.claims.clauses import claims
from monitors.language.claims.policy import ABOUT
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_YES, _NO = regex(r"yes\b"), regex(r"no(?=[.,;!]|$| - |\s\()")
# Where yes takes something, and where it gives.
_TAKES = regex(
    r"^(?:do|will) (?:my |the |our )?visits? (?:stop|end|cease)\b|^(?:do|will|can|could) (?:i|you|we|my \w+|an inmate) lose\b|\b(?:have to|need(?: to)?|required|must|be charged|pay|fees?|charges?|costs?|limit\w*)\b|\bvisits?\b[^?]*\bbe (?:taken|denied|suspended|cancel+ed|restricted|revoked|refused)\b"
)
_GIVES = regex(
    r"^(?:can|may|could) (?!.*\bbe (?:taken|denied|searched|suspended|refused|recorded))|^(?:do you|does the \w+) (?:allow|offer|permit|accept|have|provide)\b|^(?:is|are) (?:[\w'-]+ ){1,6}?(?:allowed|permitted|welcome|available|offered|accepted|possible|free)\b|^(?:am i|will i be) (?:allowed|able|permitted)\b|^(?:do|will) (?:i|you|we) (?:get|receive|give|offer|issue|refund)\b"
)
_ELSE = regex(
    rf"\b(?:{visits.LEGAL}|{visits.MAIL}|{visits.PHONE}|tablets?|money|photos?|food|drinks?|gifts?|lockers?|bring|park\w*|record(?:ed|ings?)|monitored|{elsewhere.DRESS_CONDUCT})\b"
)
_VISITING = regex(
    rf"\b(?:{visits.VISIT}|{visits.VISITOR}|visit\w*|list|{visits.CONTACT}|appointments?|{visits.MINORS})\b"
)
_GLASS = regex(
    r"^(?:is|are|will|do|does) [^?]*\b(?:glass|plexiglass|partitions?|dividers?|barriers?)\b(?![^?]*\b(?:bring|clean|broken|break)\b)"
)
_REFUND = regex(r"\b(?:refund\w*|money back|reimburs\w+)\b")
_OTHER_MONEY = regex(r"\b(?:commissary|canteen|bail|bonds?|fines?|property|mail|packages?)\b")
_KIN_OR_NOT = regex(rf"\b(?:{visits.FRIENDS}|related|relatives?|family)\b")
_IN_ORDER = (
    "minors",
    "friends",
    "record",
    "ex_held",
    "contact",
    "walk_in",
    "in_person",
    "video_onsite",
    "video_remote",
)
_MOST = 3  # units of one answer


def asked_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What answers that turned tell, with all lines of both answers."""
    changed = {id(unit) for unit in alignment.changed}
    old, new = (dict(_answers(page)) for page in (scene.before, scene.after))
    effects: list[Effect] = []
    lines: list[Unit] = []
    for question, now in new.items():
        was = old.get(question, ())
        given = [_given(answer[0].plain) if answer else None for answer in (was, now)]
        if None in given or given[0] == given[1] or not {id(unit) for unit in (*was, *now)} & changed:
            continue
        sense = _sense(question)
        if sense:
            effects.append(_effect(question, sense if given[1] else -sense, was, now))
            lines += [unit for unit in (*was, *now) if id(unit) in changed]
    return Certain(tuple(effects), tuple(lines))


def _answers(page: Sequence[Unit]) -> Iterator[tuple[str, tuple[Unit, ...]]]:
    """Each question with the units up to the next one."""
    for at, unit in enumerate(page):
        if unit.plain.endswith("?") and not unit.row:
            told: list[Unit] = []
            for other in page[at + 1 : at + 1 + _MOST]:
                if other.plain.endswith("?"):
                    break
                told.append(other)
            yield unit.plain, tuple(told)


def _given(answer: str) -> bool | None:
    """Whether an answer begins with yes or no, None for any other."""
    return True if _YES.match(answer) else False if _NO.match(answer) else None


def _sense(question: str) -> int:
    """+1 where yes gives something of visits, -1 where it takes or asks it, 0 where that can't be said."""
    if _REFUND.search(question) and not _OTHER_MONEY.search(question):
        return 1 if _GIVES.search(question) else 0
    if _GLASS.search(question):
        return -1
    if _ELSE.search(question) or not _VISITING.search(question):
        return 0
    return -1 if _TAKES.search(question) else 1 if _GIVES.search(question) else 0


def _effect(question: str, sign: int, was: Sequence[Unit], now: Sequence[Unit]) -> Effect:
    if _REFUND.search(question):
        return Effect("P-asked", sign, Severity.MINOR, (Topic.FEES,), (), was[0].plain, now[0].plain, (question,))
    about = {claim.about for claim in claims(question)}
    kind = "contact" if _GLASS.search(question) else next((name for name in _IN_ORDER if name in about), "")
    level = Severity.MAJOR if _KIN_OR_NOT.search(question) else Severity.MINOR
    topics, level, fact = ABOUT.get(kind, ((Topic.ELIGIBILITY,), level, ""))
    facts = (Fact(fact, sign < 0, sign > 0),) if fact else ()
    return Effect("P-asked", sign, level, topics, facts, was[0].plain, now[0].plain, (question,))

"""A form of visits that a line says is stopped, or is open, and that it said the other of before.

"Lobby video visits are suspended." became "Lobby video visits are available again.": the reader has let such pairs
fall silent or told them the wrong way round (`benchmarks/plain_turns.py`). Read here only where both lines name the same
visits and say nothing besides; a day, a limit or an exception is left to rules and reader together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import replace

from monitors.language.claims.policy import one_group
from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.lines.stops import of_others
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import DATE
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_ADVERB = (
    r"(?:(?:now|currently|temporarily|hereby|presently|once again|once more|again|all|fully|still|also|immediately) )*"
)
_BE = rf"(?:is|are|has been|have been|was|were|will be|remains?|will remain|stays?) {_ADVERB}"
_HALTED = (
    rf"(?:{_BE}(?:being )?(?:suspended|cancel+ed|halted|paused|on (?:hold|pause)|stopped|called off|closed|shut(?: down)?|unavailable|off|out of service|down|postponed)"
    r"|(?:has|have) (?:now )?stopped)"
)
_REFUSED = (
    rf"(?:{_BE}(?:discontinued|(?:not|no longer)(?: currently| yet| being)? (?:available|offered|held|allowed|permitted|open|running|operating|taking place|provided|possible))"
    r"|(?:will not|won't|do(?:es)? not|don't|doesn't|cannot|can not) (?:currently |now )?(?:be (?:held|offered|available|allowed|provided|possible)|take place|resume|run)"
    r"|(?:has|have) (?:now )?(?:ended|ceased))"
)
_OPEN = (
    rf"(?:{_BE}(?:being )?(?:available|open(?:ed)?|offered|held|allowed|permitted|restored|reinstated|back(?: on)?|running|operating|resumed|resuming|reopened|taking place|provided|possible)"
    rf"|(?:has|have) {_ADVERB}(?:resumed|restarted|re-?opened|returned|started again|begun again|come back)"
    r"|(?:will )?(?:again )?(?:resume|re-?open|restart|return|start again|begin again|be back|take place again)s?)"
)
_DAY = rf"(?:\{{[a-z]+\}},? ?)?(?:{DATE}|today|tomorrow|immediately|\{{[a-z]+\}})"
STOPPED_TAIL = r"(?:,? ?(?:until (?:further notice|we tell you otherwise)|for (?:now|the time being|the moment)|at this time|at present|indefinitely|temporarily|again|(?:due to|because of|owing to|on account of|as a result of|following) [^.,;:()\[{$]{3,70}))*"
OPEN_TAIL = rf"(?:,? ?(?:again|once (?:more|again)|now|as (?:usual|normal|before|scheduled)|(?:to|for) (?:all|everyone|everybody)(?: \w+)?|on (?:the|its|their) (?:usual|normal|regular) (?:days?|hours?|times?|schedule)|(?:on|from|as of|effective|starting|beginning) {_DAY}))*"
# Visits and what kind of visits they are, where; no lobby, tour or application that stands beside them.
_KIND = (
    r"(?:all|any|both|the|our|these|your|and|in-?person|face to face|face-to-face|contact|non-?contact|no-contact|video|remote|virtual|online|internet|web|home|at-home|from-home|lobby|on-?site|off-?site|kiosk|tablet|screen|"
    r"family|families|social|public|general|regular|personal|inmate|inmates|jail|prison|resident|detainee|weekend|weekday|evening|morning|afternoon|night|holiday|daily|special|outdoor|indoor|overnight|conjugal|extended|private|"
    r"children's|kids'|women's|men's|minor|adult|legal|attorney|attorneys'|lawyers'|professional|clergy|religious|glass|through-glass|window|booth|group|individual|first-time|walk-in|scheduled|free|paid|\{[a-z,]+\})"
)
_NOUN = r"(?:visits|visitations?|visiting(?: hours)?|visiting by (?:video|screen)|video (?:calls|sessions|kiosks|terminals|stations|screens))"
_WHERE = r"(?: (?:at|in|on|for|with|via|through|throughout|within|inside|from|by|to|over) (?:(?:the|our|a|an|all|your|this|loved|minor|housing|whole|entire) )*(?:[\w'-]+ ?){1,4})?"
FORM = rf"(?:{_KIND}[ /-]){{0,5}}{_NOUN}{_WHERE}"
AHEAD = rf"(?:(?:(?:(?:due to|because of|owing to|on account of|as a result of) [^.,;:()\[{{$]{{3,70}}|until further notice|(?:effective|beginning|starting|as of|from|on)(?: on)? {_DAY}), ?)*(?:(?:we are (?:happy|glad|pleased) to (?:announce|say|report|inform you)|please note)(?: that)?,? )?)"
_STATE = regex(
    rf"{AHEAD}(?P<form>{FORM}?),? (?:(?P<halted>{_HALTED}){STOPPED_TAIL}|(?P<refused>{_REFUSED})(?P<meanwhile>{STOPPED_TAIL})|(?P<open>{_OPEN}){OPEN_TAIL}) ?[.!]*"
)
# A limit or an exception, and other visits than to people held.
BESIDES = regex(
    rf"\b(?:no|not|only|if|when|until|unless|except\w*|without|who|which|that|because|restrictions?|tours?|volunteers?|contractors?|vendors?|staff|media|press|students?|officers?|officials?|inspectors?|patients?|nurses?|{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT})\b"
)
_FORMS = (
    (regex(rf"\b{visits.LEGAL}\b"), (Topic.LEGAL_VISITS,)),
    (regex(rf"\b(?:{visits.VIDEO_REMOTE})\b"), (Topic.VIDEO_REMOTE,)),
    (regex(rf"\b(?:{visits.VIDEO_ONSITE})\b"), (Topic.VIDEO_ONSITE,)),
    (regex(rf"\b(?:{visits.VIDEO})\b"), (Topic.VIDEO_REMOTE, Topic.VIDEO_ONSITE)),
    (regex(rf"\b(?:{visits.CONTACT})\b"), (Topic.CONTACT,)),
    (regex(rf"\b(?:{visits.IN_PERSON})\b"), (Topic.IN_PERSON,)),
)
_ENDS = {
    (Topic.CONTACT,): ("P-turn-contact", Severity.MAJOR, "contact_allowed"),
    (Topic.IN_PERSON,): ("P-turn-in_person", Severity.CRITICAL, "in_person_allowed"),
}
_FOR_NOW = regex(
    r"further notice|for now|time being|moment|this time|present|temporar|due to|because|owing|account|result|following"
)
_MOST_PAIRS = 100
_TURNED = regex(
    r"\b(?:again|once more|resum\w+|restor\w+|reinstat\w+|back|re-?open\w*|restart\w*|return\w*|no longer|discontinued|ended|ceased)\b"
)


def state_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What the pairs of lines tell that say of one form of visits that it stopped, or is open again."""
    if of_others(scene):
        return Certain()
    lone = [(old, new) for old in alignment.removed for new in alignment.added] if _few(alignment) else []
    return joined([of_pairs(replace(alignment, pairs=(*alignment.pairs, *lone)), _read), _news(scene, alignment)])


def _news(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell of a form of visits that no old line said to be stopped, or open; of all visits others do."""
    gone = [*(old for old, _ in alignment.pairs), *alignment.removed]
    told: list[tuple[Effect, Unit]] = []
    known_lines: list[Unit] = []
    for unit in (*(new for _, new in alignment.pairs), *alignment.added):
        now = _STATE.fullmatch(unit.plain)
        if now is None or not (now["halted"] or _TURNED.search(now.group()[len(now["form"]) :])):
            continue
        form = now["form"]
        known = set(concepts(form))
        if (
            BESIDES.search(form)
            or not (form_topics(form) or one_group(form))
            or form_topics(form) == (Topic.IN_PERSON,)
        ):
            continue
        if any(known <= set(concepts(old.plain)) or _alike(old, now) for old in gone):
            continue  # a rewording, or a stop of other visits that grew or shrank to these
        if any(_said(old, now, unit) for old in scene.before):
            known_lines.append(unit)
        elif (effect := _effect(None, unit, now, now)) is not None:
            told.append((effect, unit))
    why = ("R2 the page said so before",) if known_lines else ()
    return Certain(tuple(effect for effect, _ in told), (*(unit for _, unit in told), *known_lines), why)


def _alike(old: Unit, now: re.Match[str]) -> bool:
    """Whether an old line says of some visits what a new one says of others, or the same ones."""
    was = _STATE.fullmatch(old.plain)
    return was is not None and bool(was["open"]) == bool(now["open"])


def _said(unit: Unit, now: re.Match[str], line: Unit) -> bool:
    """Whether a unit says of the same visits the same as a new line, in the same unit of the jail."""
    was = _STATE.fullmatch(unit.plain)
    if was is None or not _alike(unit, now) or concepts(was["form"]) != concepts(now["form"]):
        return False
    return _in_one_unit(unit, line)


def _in_one_unit(one: Unit, other: Unit) -> bool:
    """Whether two lines stand under no headings of different units of the jail."""
    return one.headings == other.headings or not (one_group(one.headings) or one_group(other.headings))


def _few(alignment: Alignment) -> bool:
    return len(alignment.removed) * len(alignment.added) <= _MOST_PAIRS


def _read(old: Unit, new: Unit) -> Effect | None:
    was, now = (_STATE.fullmatch(unit.plain) for unit in (old, new))
    if was is None or now is None or bool(was["open"]) == bool(now["open"]):
        return None
    if concepts(was["form"]) != concepts(now["form"]) or BESIDES.search(now["form"]) or not _in_one_unit(old, new):
        return None
    return _effect(old, new, now, was if now["open"] else now)


def form_topics(form: str) -> tuple[Topic, ...]:
    """The topics of a form of visits; none where it is all of them, or one class's."""
    return next((topics for pattern, topics in _FORMS if pattern.search(form)), ())


def _effect(old: Unit | None, new: Unit, now: re.Match[str], stop: re.Match[str]) -> Effect | None:
    """What a stop of a form of visits, or its end, comes to: one for now, or the end of it. now: what the new line says;
    stop: what the one of both says that tells the stop, the new one where no old line spoke of these visits."""
    form, sign = now["form"], 1 if now["open"] else -1
    topics = form_topics(form)
    one = one_group(form)
    at = new.text.lower().find(form)
    shown = new.text[at : at + len(form)] if at >= 0 else form
    halted = stop["refused"] is None or _FOR_NOW.search(stop["meanwhile"]) is not None
    was = old.plain if old else ""
    if not halted and topics in _ENDS:
        rule, level, name = _ENDS[topics]
        facts = () if one else (Fact(name, sign < 0, sign > 0),)
        effect = Effect(rule, sign, level, topics, facts, was, new.plain, (shown,))
        return effect.lower("S6") if one else effect
    if not halted and not topics:
        return None  # "Visits are not possible", of a day or a hall
    level = Severity.MINOR if one or topics == (Topic.LEGAL_VISITS,) else Severity.MAJOR
    told = (*((Topic.SUSPENSION,) if halted else ()), *topics)
    words = (shown, now.string[now.end("form") :].strip(" ,.!"))
    return Effect("S8-state", sign, level, told, (), was, new.plain, words)

"""A form of visits that a line says is stopped, or is open, and that it said the other of before.

"Lobby video visits are suspended." became "Lobby video visits are available again.": the reader has let such pairs
fall silent or told them the wrong way round (`benchmarks/plain_turns.py`). Read here only where both lines name the same
visits and say nothing besides; a day, a limit or an exception is left to rules and reader together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from monitors.language.claims.form_states import BESIDES, State, offer, state
from monitors.language.claims.policy import one_group
from monitors.language.claims.visit_acts import act
from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

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
_OF_FEW = ((Topic.LEGAL_VISITS,), (Topic.ELIGIBILITY,))
_AS_BEFORE = ("R2 such visits are held as before",)
_MOST_PAIRS = 100
_WHEN = regex(r"\b(?:weekends?|weekdays?|evenings?|mornings?|afternoons?|nights?|holidays?|daily)\b|\{[a-z,]+\}")
_SPECIAL = regex(
    r"\b(?:overnight|conjugal|extended|special|outdoor|private|group|holidays?|newborns?|infants?|bab(?:y|ies)|children's|kids'|family day)\b"
)
_SOCIAL = regex(r"^(?:(?:all|the|our|any) )*(?:family|social|public|general) (?:visits|visitation|visiting)$")
_OF_SOME = regex(r"(?:visits|visitation|visiting) (?:for|of) (?!all\b|everyone\b|the public\b)")


def state_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What the pairs of lines tell that say of one form of visits that it stopped, or is open again."""
    if scene.of_others:
        return Certain()
    lone = [(old, new) for old in alignment.removed for new in alignment.added] if _few(alignment) else []
    pairs = (*alignment.pairs, *lone)
    told = joined([of_pairs(replace(alignment, pairs=pairs), _read), _news(scene, alignment)])
    settled = {id(unit) for unit in told.lines}
    same = [pair for pair in pairs if not settled & {id(unit) for unit in pair} and _as_before(*pair)]
    return joined([told, Certain((), tuple(unit for pair in same for unit in pair), _AS_BEFORE if same else ())])


def _news(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell of a form of visits that no old line said to be stopped, or open; of all visits others do."""
    gone = [*(old for old, _ in alignment.pairs), *alignment.removed]
    told: list[tuple[Effect, Unit]] = []
    known_lines: list[Unit] = []
    for unit in (*(new for _, new in alignment.pairs), *alignment.added):
        now = state(unit.plain)
        if now is None or not now.turned:
            continue
        topics = form_topics(now.form)
        if BESIDES.search(now.form) or not (topics or one_group(now.form)) or topics == (Topic.IN_PERSON,):
            continue
        known = set(concepts(now.form))
        if any(known <= set(concepts(old.plain)) or _alike(old, now) for old in gone):
            continue  # a rewording, or a stop of other visits that grew or shrank to these
        if any(_said(old, now, unit) for old in scene.before):
            known_lines.append(unit)
        elif (effect := _effect(None, unit, now, now)) is not None:
            told.append((effect, unit))
    why = ("R2 the page said so before",) if known_lines else ()
    return Certain(tuple(effect for effect, _ in told), (*(unit for _, unit in told), *known_lines), why)


def _alike(old: Unit, now: State) -> bool:
    """Whether an old line says of some visits what a new one says of others, or the same ones."""
    was = state(old.plain)
    return was is not None and was.given == now.given


def _said(unit: Unit, now: State, line: Unit) -> bool:
    """Whether a unit says of the same visits the same as a new line, in the same unit of the jail."""
    was = state(unit.plain)
    if was is None or was.given != now.given or concepts(was.form) != concepts(now.form):
        return False
    return _in_one_unit(unit, line)


def _in_one_unit(one: Unit, other: Unit) -> bool:
    """Whether two lines stand under no headings of different units of the jail."""
    return one.headings == other.headings or not (one_group(one.headings) or one_group(other.headings))


def _few(alignment: Alignment) -> bool:
    return len(alignment.removed) * len(alignment.added) <= _MOST_PAIRS


def _read(old: Unit, new: Unit) -> Effect | None:
    was, now = _told_of(old.plain), _told_of(new.plain)
    if was is None or now is None or was.given == now.given or not (was.said and now.said):
        return None  # of what was not done nothing is said
    if concepts(was.form) != concepts(now.form) or BESIDES.search(now.form) or not _in_one_unit(old, new):
        return None
    return _effect(old, new, now, was if now.given else now)


def _as_before(old: Unit, new: Unit) -> bool:
    """Whether both lines say of the same visits that there are such, and the new one nothing that is news."""
    was, now = _told_of(old.plain), _told_of(new.plain)
    if was is None or now is None or not (was.given and now.given) or was.on_days or now.on_days or now.turned:
        return False
    if (_BY_SCREEN.search(old.plain) is None) != (_BY_SCREEN.search(new.plain) is None):
        return False  # held at the jail, and online
    return concepts(was.form) == concepts(now.form) and _in_one_unit(old, new)


_BY_SCREEN = regex(rf"\b(?:{visits.VIDEO_REMOTE}|{visits.VIDEO}|online|virtual(?:ly)?|remote(?:ly)?)\b")


@lru_cache(maxsize=4096)  # each line is held against each of the other side
def _told_of(plain: str) -> State | None:
    """What a line says of a form of visits, in the words of a state, of an offer or of an act."""
    found = state(plain) or offer(plain)
    if found is not None:
        return found
    done = act(plain)
    return State(done.form, done.sign >= 0, done.for_now, done.sign > 0, done.what) if done is not None else None


def form_topics(form: str) -> tuple[Topic, ...]:
    """The topics of a form of visits; none where it is all of them, or one class's."""
    return next((topics for pattern, topics in _FORMS if pattern.search(form)), ())


def is_special(form: str) -> bool:
    """Whether visits are of a kind besides the usual ones, whose end leaves these."""
    return _SPECIAL.search(form) is not None


def kind_topics(form: str) -> tuple[Topic, ...]:
    """The topics of visits at some time, of some people or of a special kind, none of what may be a day's visits."""
    if _WHEN.search(form):
        return (Topic.SCHEDULE,)
    if _OF_SOME.search(form):
        return (Topic.ELIGIBILITY,)
    return (Topic.IN_PERSON,) if is_special(form) or _SOCIAL.search(form) else ()


def _effect(old: Unit | None, new: Unit, now: State, stop: State) -> Effect | None:
    """What a stop of a form of visits, or its end, comes to: one for now, or the end of it. now: what the new line says;
    stop: what the one of both says that tells the stop, the new one where no old line spoke of these visits."""
    form, sign = now.form, 1 if now.given else -1
    topics = form_topics(form)
    one = one_group(form)
    at = new.text.lower().find(form)
    shown = new.text[at : at + len(form)] if at >= 0 else form
    was = old.plain if old else ""
    if not stop.for_now and topics in _ENDS:
        rule, level, name = _ENDS[topics]
        facts = () if one else (Fact(name, sign < 0, sign > 0),)
        effect = Effect(rule, sign, level, topics, facts, was, new.plain, (shown,))
        return effect.lower("S6") if one else effect
    topics = topics or (() if stop.for_now else kind_topics(form))
    if not stop.for_now and not topics:
        return None  # "Visits are not possible", of a day or a hall
    level = Severity.MINOR if one or topics in _OF_FEW else Severity.MAJOR
    if topics == (Topic.IN_PERSON,) and not (stop.for_now or one or is_special(form)):
        level = Severity.CRITICAL
    told = (*((Topic.SUSPENSION,) if stop.for_now else ()), *topics)
    return Effect("S8-state", sign, level, told, (), was, new.plain, (shown, now.said.strip(" ,.!")))

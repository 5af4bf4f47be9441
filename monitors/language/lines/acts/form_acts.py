"""A new line that says of a form of visits that it is ended, stopped or opened, or will not be, and says nothing else.

"In-person visits will not be ended." sounded like their end to the reader, "We are reintroducing contact visits." as well,
and "Visitation has been scrapped." like nothing. That nothing is done, or was done, is no news (R8).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.claims.policy import one_group
from monitors.language.claims.visit_acts import Act, act
from monitors.language.lines.acts.states import form_topics, is_special, kind_topics
from monitors.language.lines.certain import Certain
from monitors.language.pages.about import names_both, speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_OF_JAILS = regex(r"\b(?:jails?|prisons?|sheriff\w*|warden|correction\w*|detention|inmates?)\b")
_NOT_DONE = "R8 denied: nothing was done to visits"


def form_acts(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell, where no line of the old page told the same, or speaks of visits and went."""
    gone = [*alignment.removed, *(old for old, _ in alignment.pairs)]
    told = [(unit, done) for unit in alignment.added if (done := act(unit.plain)) is not None]
    told = [(unit, done) for unit, done in told if may_say(scene, unit.plain)]
    if not told or any(speaks(unit.plain) for unit in gone) or scene.of_others:
        return Certain()
    known = [done for unit in scene.before if (done := act(unit.plain)) is not None]
    told = [(unit, done) for unit, done in told if not any(_alike(done, other) for other in known)]
    effects = tuple(_effect(unit, done) for unit, done in told if done.sign)
    why = (_NOT_DONE,) if any(not done.sign for _, done in told) else ()
    return Certain(effects, tuple(unit for unit, _ in told), why)


def may_say(scene: Scene, plain: str) -> bool:
    """Whether a line is a jail's or a vendor's own, or names jails beside visits."""
    return scene.official or scene.kind == "vendor" or names_both(plain) or _OF_JAILS.search(plain) is not None


def _alike(one: Act, other: Act) -> bool:
    return one.sign == other.sign and concepts(one.form) == concepts(other.form)


def _effect(unit: Unit, done: Act) -> Effect:
    topics = form_topics(done.form) or kind_topics(done.form) or (Topic.IN_PERSON,)
    one, ended = one_group(done.form) or one_group(unit.plain), done.what == "ended"
    whole = topics == (Topic.IN_PERSON,) and not is_special(done.form)
    name = _NAMES.get(topics) if ended and not one and not is_special(done.form) else None
    facts = (Fact(name, True, False),) if name else ()
    if done.for_now or (done.what == "restored" and topics == (Topic.IN_PERSON,)):
        topics = (Topic.SUSPENSION, *topics)
    level = Severity.CRITICAL if ended and whole else Severity.MAJOR
    at = unit.text.lower().find(done.form)
    shown = unit.text[at : at + len(done.form)] if at >= 0 else done.form
    effect = Effect("P-act", done.sign, level, topics, facts, "", unit.plain, (shown, done.what))
    return effect.lower("S6") if one else effect


_NAMES: dict[tuple[Topic, ...], str] = {(Topic.IN_PERSON,): "in_person_allowed", (Topic.CONTACT,): "contact_allowed"}

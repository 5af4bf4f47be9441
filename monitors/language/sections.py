"""A whole section that went from a page, or came: its heading with three lines or more, and nothing else that changed.

What a section held is not repealed by silence: "Children under 12 are not admitted." that is gone with all of "Visit
limits" has let nobody in, as a page taken down has not (R12). So limits and figures that vanish with their section are
neither gain nor loss; rights, hours and visits themselves that vanish are a loss. A new section that states many terms
never told before is no mixture of gains and losses, nor is a bound that was never told a gain.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from monitors.language.effects.timetable import marks_of
from monitors.language.effects.topics_held import topics_held
from monitors.language.pages.align import Alignment
from monitors.language.pages.context import ACT
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import dates_in
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Direction, Severity, Topic

_LEAST = 3  # lines below the heading: fewer are a notice
_OWN_RULES = ("jail", "doc", "vendor", "")  # of a contract a section struck out is a clause struck out (D4)
_TURNS = regex(
    rf"\b(?:{acts.SUSPENDS}|{acts.PERMANENT}|{acts.UNTIL_NOTICE}|{acts.TEMPORARY}|(?:has|have) been|discontinued|eliminated|effective|beginning|starting|as of|will (?:no longer|now)|new(?! arrivals?| admissions?| inmates?| residents?)|deleted|replaces?)\b"
)
_BOUNDS = regex(r"\bno(?:t)? (?:more|less|fewer|later|longer|shorter|earlier|sooner|larger|younger|older) than\b")
_RIGHTS = regex(
    r"\b(?:rights?|guarante\w+|entitled|assured?|promise\w*|appeal\w*|complain\w*|grievances?|never|nobody (?:loses|is (?:turned away|refused))|free|no (?:charge|cost|fee)|costs? nothing|welcome|count on)\b"
)
_VISITS = regex(r"\b(?:visit(?:s|ed|ing|ation|ors?)?|visitas?|visitar|visitantes?)\b")
_BESIDE = regex(rf"\b(?:{visits.MAIL}|{visits.PHONE}|{visits.TABLETS}|letters?|cartas|correo|calls? home)\b")
_CHANNELS = frozenset({Topic.MAIL, Topic.PHONE, Topic.TABLETS})

_ELSEWHERE = regex(
    r"\b(?:visit(?:s|ing|ation|ors?)|rules|polic(?:y|ies)|schedules?|hours|information|details|terms)\b[^.;]{0,40}? (?:are|is|have|has|can|may)(?: (?:now|been|be|also|to))* (?:moved|found|posted|listed|kept|published|available|on (?:a|an|its|their|the|our) (?:\w+ )?(?:page|site|website|web ?page))\b"
    r"|\b(?:see|read|visit|go to) (?:the |our )?(?:\w+ ){0,3}(?:page|site|website|handbook|rules for visits)\b"
)
_POINTER_LINES = 3

Summed = Callable[[Sequence[Effect]], Direction]


@dataclass(frozen=True, slots=True)
class Section:
    """heading: as the page writes it; lines: below it; came: whether it is new."""

    heading: Unit
    lines: tuple[Unit, ...]
    came: bool


def told_of_whole(scene: Scene, aligned: Alignment, telling: Alignment, told: Told, direction_of: Summed) -> Told:
    """What is told of a change where it is a section that came, went or stands elsewhere now, else what its lines told.
    aligned: all that changed; telling: the part of it that may tell."""
    moved = _moved_elsewhere(scene, telling)
    if moved is not None:
        return _told_elsewhere(moved, told)
    if told.effects and scene.before and all(_is_neutral_by_ear(effect) for effect in told.effects):
        renamed = any(_RENAMED.search(unit.plain) for unit in telling.come)
        if scene.kind in _OWN_RULES and renamed and _times(telling.gone) == _times(telling.come):
            return Told((), ("R4 a company under another name",), told.confidence)
        return _as_news_or_pointer(scene, telling, told) if scene.official else told
    section = _lone_section(scene, aligned, telling)
    return _told_of_section(section, told, direction_of) if section else told


def _lone_section(scene: Scene, aligned: Alignment, telling: Alignment) -> Section | None:
    """The section that came or went where nothing else did, None where no such one. aligned: all that changed; telling:
    the part of it that may tell."""
    if not scene.before or not scene.after or scene.kind not in _OWN_RULES:
        return None
    if telling.pairs or bool(telling.added) == bool(telling.removed):
        return None
    came = bool(telling.added)
    changed = {unit.place for unit in (aligned.added if came else aligned.removed)}
    page = scene.after if came else scene.before
    places = [unit.place for unit in (telling.added or telling.removed)]
    units = [unit for unit in page if min(places) <= unit.place <= max(places)]
    if any(unit.place not in changed for unit in units) or not _is_heading(units[0]):
        return None
    lines = tuple(units[1:])
    rules = sum(not _is_heading(unit) for unit in lines)
    return Section(units[0], lines, came) if rules >= _LEAST and not any(map(_turns, units)) else None


def _moved_elsewhere(scene: Scene, telling: Alignment) -> Effect | None:
    """A section or more of rules that gave way to a line that says where they stand now."""
    gone = [*(old for old, _ in telling.pairs), *telling.removed]
    come = [*(new for _, new in telling.pairs), *telling.added]
    rules = sum(not _is_heading(unit) for unit in gone)
    if scene.kind not in _OWN_RULES or rules < _LEAST or not 0 < len(come) <= _POINTER_LINES:
        return None
    pointer = next((unit for unit in come if _ELSEWHERE.search(unit.plain)), None)
    if pointer is None or any(map(_turns, gone)) or any(FIGURE.search(unit.plain) for unit in come):
        return None
    topics, words = topics_held(gone, scene.title), ("rules moved elsewhere",)
    return Effect("R12-elsewhere", 0, Severity.MAJOR, topics, (), gone[0].plain, pointer.plain, words)


def _told_elsewhere(moved: Effect, told: Told) -> Told:
    """What is told of rules that stand elsewhere now: neither gain nor loss, with the topics of what went (R12)."""
    if not told.effects or all(effect.rule.startswith("R12-") for effect in told.effects):
        return told
    heard = ", ".join(effect.rule for effect in told.effects)
    return replace(
        told,
        effects=(moved,),
        why=(*told.why, f"R12 its lines by themselves are set aside: {heard}"),
    )


def _times(lines: Sequence[Unit]) -> set[str]:
    """The days and clocks that lines name: groups that trade theirs beside another name of a company are news."""
    return {mark for unit in lines for mark in marks_of(unit)}


def _is_neutral_by_ear(effect: Effect) -> bool:
    return effect.rule == "L-reader" and not effect.sign


def _as_news_or_pointer(scene: Scene, telling: Alignment, told: Told) -> Told:
    """What the reader alone hears as neutral on a jail's own page: rules that gave way to a pointer, in whatever words,
    with the topics of what went (R12), or other news, like another company, which is minor (S3)."""
    topics = topics_held(telling.gone, scene.title)
    pointed = len(topics) >= _LEAST and any(_POINTS.search(unit.plain) for unit in telling.come)
    if pointed:
        effects = [replace(e, topics=topics, severity=Severity.MAJOR) for e in told.effects]
    else:
        effects = [replace(e, severity=Severity.MINOR) for e in told.effects]
    return replace(told, effects=tuple(effects))


# "ViaPath, the new name of GTL", "Amity Connect (until last spring called Telvanta)"
_RENAMED = regex(
    r"\b(?:formerly|f/k/a) (?!incarcerated|held|convicted)[a-z]|\b(?:previously|once) (?:known as|called)\b|\b(?:the|a|its) new name (?:of|for|is)\b|\b(?:until|before|up to)[^().;]{0,25} (?:called|known as|named)\b"
    r"|\b(?:is|are) now (?:called|known as|named)\b|\b(?:has been|was|were|is) (?:renamed|rebranded)\b|\bunder (?:a|its|the) new name\b"
)
# "For anything about visits please go to the website of our company."
_POINTS = regex(
    r"\b(?:information|anything|questions?|details|rules)\b[^.;]{0,40}\bvisit\w*[^.;]{0,80}\b(?:see|ask|look|go to|turn to|contact|call|consult)\b|\bno longer (?:kept|here|posted|published|found)\b"
)


def _is_heading(unit: Unit) -> bool:
    return unit.short and not unit.row


def _turns(unit: Unit) -> bool:
    """Whether a line stops or changes something, or is of some days: a notice, whose coming and going is news."""
    said = _BOUNDS.sub(" ", unit.plain)
    return any(found.search(said) for found in (ACT, _TURNS)) or bool(dates_in(said))


def _told_of_section(section: Section, told: Told, direction_of: Summed) -> Told:
    """What is told of a section that came or went. told: what its lines tell by themselves."""
    if not told.effects:
        return told
    if _is_beside(section, told.effects):
        return Told((), ("R10 a section on another channel than visits came or went",), told.confidence)
    effect = _effect(section, told.effects)
    if _stands(section, told.effects, direction_of(told.effects)):
        return replace(told, effects=(*told.effects, replace(effect, severity=Severity.MINOR, facts=())))
    heard = ", ".join(effect.rule for effect in told.effects)
    return replace(told, effects=(effect,), why=(*told.why, f"R12 its lines by themselves are set aside: {heard}"))


def _effect(section: Section, effects: Sequence[Effect]) -> Effect:
    level = max((effect.severity for effect in effects), key=lambda severity: severity.rank)
    level = Severity.MINOR if section.came else min(level, Severity.MAJOR, key=lambda severity: severity.rank)
    topics = tuple(topic for topic in Topic if any(topic in effect.topics for effect in effects))
    facts = tuple(dict.fromkeys(fact for effect in effects for fact in effect.facts))
    said = section.heading.plain
    sides = ("", said) if section.came else (said, "")
    return Effect("R12-section", 0, level, topics, facts, *sides, (section.heading.text.strip(" :*"),))


def _is_beside(section: Section, effects: Sequence[Effect]) -> bool:
    """Whether a section is of mail or calls and names no visit."""
    said = [unit.plain for unit in (section.heading, *section.lines)]
    if any(map(_VISITS.search, said)) or any(effect.facts for effect in effects):
        return False
    return any(map(_BESIDE.search, said)) or all(_CHANNELS.issuperset(effect.topics) for effect in effects)


def _stands(section: Section, effects: Sequence[Effect], direction: Direction) -> bool:
    """Whether what the lines tell is true of the section, too."""
    ruled = [effect for effect in effects if effect.sign and not effect.rule.startswith("L-")]
    signed = [effect for effect in ruled if not effect.rule.startswith("Q-")]
    if direction is Direction.RESTRICTIVE:
        if section.came:
            return True
        held = any(_RIGHTS.search(unit.plain) or "{" in unit.plain for unit in (section.heading, *section.lines))
        return bool(signed) or (held and not ruled)
    if not section.came or direction is not Direction.RESTORATIVE:
        return direction is Direction.NEUTRAL
    return bool(signed) or not (ruled or any(not fact.before for effect in effects for fact in effect.facts))


__all__ = ["told_of_whole"]

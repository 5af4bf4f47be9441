"""A page to which its own text was added in Spanish as a whole, or taken from, read without that half (R2).

Where some of it is seen to say what the English says and every figure, day and clock of it stands there, the sentences
that are not understood say no more. What changed in the English at the same time is told by the English.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.lines.silent.restated import said_by
from monitors.language.pages.align import likeness
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words.patterns import regex
from monitors.language.words.spanish import is_spanish
from monitors.language.words.wording import FIGURE, canonical

_SHORT, _A_HALF = 2, 3  # words of a heading; sentences that make a half
_IN_BOTH = 2  # little words of English
_LEFT = 2  # lines of the English half
_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")
# "One" and "two" may be an article, or a word that English leaves out, "one-hour" and "half-hour" one word.
_ONE_OR_SO = frozenset(["1", "2", "30", "60"])
_ENGLISH = regex(r"\b(?:the|and|of|are|is|with|you|your|may|must|will|not)\b")
# Between lines that are understood one that is not is Spanish by its little words.
_SPANISH = regex(
    r"\b(?:el|la|los|las|por|del?|en|se|para|que|con|sin|su|es|una?|al|y|o|cada|puede|pueden|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\b|[áéíóúñ¿¡]"
)
_DAY = regex(r"\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\b")  # in a timetable
_STOPPED = regex(
    rf"\b(?:{acts.SUSPENDS}|until further notice|hasta nuevo aviso|no (?:hay|habrá)|closed|cerrad\w+|prohib\w+)\b"
)
_ALIKE = 0.4  # two sentences that stop something


def in_one_language(scene: Scene) -> Scene:
    """The scene without a half in Spanish that only one page has."""
    if not scene.before or not scene.after:
        return scene
    before, after = _parted(scene.before), _parted(scene.after)
    old, new = _without_half(before, after), _without_half(after, before)
    return replace(scene, before=scene.before if old is before else old, after=scene.after if new is after else new)


def _parted(page: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """A page with lines in both languages, "Visits are on Monday. / Las visitas son el lunes.", as two lines each."""
    found: list[Unit] = []
    for unit in page:
        sides = [side.strip() for side in unit.text.split(" / ")]
        spanish = [is_spanish(side) or _may_be_spanish(side) for side in sides]
        if len(sides) == 2 and all(sides) and spanish[0] != spanish[1]:
            found += [replace(unit, text=side, plain=canonical(side)) for side in sides]
        else:
            found.append(unit)
    return tuple(found) if len(found) > len(page) else page


def _without_half(page: tuple[Unit, ...], other: tuple[Unit, ...]) -> tuple[Unit, ...]:
    half = _half(page, other)
    english = [unit for unit in page if id(unit) not in {id(one) for one in half}]
    if len(english) < _LEFT or any(is_spanish(unit.text) for unit in other):
        return page
    for kept in (other, english):
        said = [unit for unit in half if not _stops_more(unit, kept)]
        if _says_no_more(said, kept):
            gone = {id(unit) for unit in said}
            left = (unit for unit in page if id(unit) not in gone)
            return tuple(replace(unit, place=place) for place, unit in enumerate(left))
    return page


def _half(page: Sequence[Unit], other: Sequence[Unit]) -> list[Unit]:
    """The lines in Spanish with those among and around them that are not understood and can be no English."""
    if not any(is_spanish(unit.text) for unit in page):
        return []
    known = {unit.plain for unit in other}
    return [unit for unit in page if unit.plain not in known and (_all_spanish(unit) or _may_be_spanish(unit.text))]


def _all_spanish(unit: Unit) -> bool:
    """Whether a line is in Spanish, and not in both: "Visits are on Monday. / Las visitas son el lunes." """
    return is_spanish(unit.text) and len(_ENGLISH.findall(unit.text.lower())) < _IN_BOTH


def _may_be_spanish(text: str) -> bool:
    return _SPANISH.search(text.lower()) is not None and _ENGLISH.search(text.lower()) is None


def _stops_more(unit: Unit, kept: Iterable[Unit]) -> bool:
    """Whether a sentence stops something that no line in English stops."""
    if not _STOPPED.search(unit.plain):
        return False
    figures = set(FIGURE.findall(unit.plain))
    alike = (one for one in kept if _STOPPED.search(one.plain) and figures <= set(FIGURE.findall(one.plain)))
    return not any(likeness(unit.plain, one.plain) >= _ALIKE for one in alike)


def _says_no_more(half: Sequence[Unit], kept: Sequence[Unit]) -> bool:
    said = [unit for unit in half if len(unit.plain.split()) > _SHORT]
    known = sum(is_spanish(unit.text) or _DAY.search(unit.text.lower()) is not None for unit in said)
    if len(said) < _A_HALF or 2 * known < len(said):
        return False
    told = {figure for unit in kept for figure in FIGURE.findall(unit.plain)}
    if not {figure for unit in said for figure in FIGURE.findall(_TIMES.sub(" ", unit.plain))} <= told | _ONE_OR_SO:
        return False
    return set(_times(said)) <= set(_times(kept)) and any(True for _ in said_by(kept, said))


def _times(units: Iterable[Unit]) -> Iterable[str]:
    """Days and clock ranges, each by itself."""
    for unit in units:
        for mark in _TIMES.findall(unit.plain):
            yield from mark.strip("{}").split(",") if mark[0] == "{" else [mark]

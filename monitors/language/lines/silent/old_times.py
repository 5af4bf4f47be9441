"""What a page says of a past year, told in other words: "Since 2018 families have visited by video only" (R8).

The end of visits in person of years ago, retold with "discontinued" and "no longer", sounds as if it came now; so does what
a line that came tells of another century: "The ban was lifted in 1946."
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.dates import MONTH
from monitors.language.words.patterns import regex

_YEAR = regex(r"\b(?:since|in|of|from|until) (?P<year>(?:19|20)\d\d)\b")
_NOW = regex(
    rf"[\[{{@$%]|\b(?:again|back|return\w*|re-?open\w*|resum\w+|restor\w+|will|once more|until (?!(?:19|20)\d\d)|now|currently|as of|from|starting|beginning|effective|{MONTH} \d)\b(?! (?:home|the lobby|our lobby|their))"
)
_LONG_AGO = regex(
    r"\b(?:in|since|until|by|during) (?:the (?:spring|summer|fall|autumn|winter) of )?(?:1[5-8]\d\d|19\d\d)\b"
)
_CLAUSE = regex(r"[.;:] ?")
_RULES = regex(r"\b(?:must|shall|may(?! \d)|can|cannot|is|are|has|have)\b")
_VIDEO = regex(r"\b(?:video|screens?)\b")
_IN_PERSON = regex(r"\b(?:in[- ]person|face to face|booths?|windows?|glass|contact)\b")


def old_times(scene: Scene, alignment: Alignment) -> Certain:
    """Reworded lines that say of the same past year that visits are by video since then, or in person, and lines of
    another century."""
    told = [pair for pair in alignment.pairs if _retold(*pair)] if scene.official else []
    lines = [unit for pair in told for unit in pair]
    lines += [unit for unit in (*alignment.gone, *alignment.come) if _is_history(unit)]
    lines += _of_a_chronicle(scene, alignment)
    return Certain((), tuple(lines), ("R8 of old times",) if lines else ())


_ENTRY = regex(r"^(?P<year>(?:19|20)\d\d) ?[:\u2013-] ")
_FEWEST = 3  # entries of a chronicle


def _of_a_chronicle(scene: Scene, alignment: Alignment) -> list[Unit]:
    """Entries of a page's chronicle, "2016: The board is asked to reopen the hall", but those of its last year."""
    years = [hit["year"] for unit in scene.before if (hit := _ENTRY.match(unit.plain))]
    if len(years) < _FEWEST:
        return []
    told = ((unit, _ENTRY.match(unit.plain)) for unit in (*alignment.gone, *alignment.come))
    return [unit for unit, hit in told if hit and hit["year"] < max(years)]


def _is_history(unit: Unit) -> bool:
    if _LONG_AGO.search(unit.plain) is None or _NOW.search(unit.plain):
        return False
    return not any(map(_of_today, _CLAUSE.split(unit.plain)))


def _of_today(clause: str) -> bool:
    """Whether a clause that names no such year is a rule in force."""
    return _LONG_AGO.search(clause) is None and _RULES.search(clause) is not None


def _retold(old: Unit, new: Unit) -> bool:
    was, now = ({hit["year"] for hit in _YEAR.finditer(unit.plain)} for unit in (old, new))
    if not was or was != now or any(_NOW.search(unit.plain) for unit in (old, new)):
        return False
    return (
        all(_VIDEO.search(unit.plain) for unit in (old, new))
        and _IN_PERSON.search(f"{old.plain} {new.plain}") is not None
    )

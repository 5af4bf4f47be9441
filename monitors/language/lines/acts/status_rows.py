"""A board of places with what is so of visits in each: "Bear Grass: no visits (no date set)" that became "visits on".

Among other edits of the page the reader hardly hears such a line, and nothing in it names what was done.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.dates import dates_in
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_REMARK = r"(?: ?\([^()]*\)|,? (?:until|because of|due to|for|through) [^|:]*)?"
_OFF = regex(
    rf"(?:no (?:in-person |social |family )?(?:visits?|visiting|visitation)|visits? (?:are )?(?:off|suspended|stopped|closed|cancel+ed|on hold)|visiting (?:is )?(?:off|suspended|closed|on hold)){_REMARK}"
)
_ON = regex(
    rf"(?:visits? (?:are )?(?:on|open|back|as usual|normal|resumed|being held)|visiting (?:is )?(?:on|open|as usual|normal)|(?:normal|regular|usual) (?:visits|visiting)){_REMARK}"
)
_LINE = regex(r"(?P<place>[^:|]{2,50}?) ?[:|] ?(?P<status>[^:|]+?)[ .|]*")
_FEWEST = 2  # lines of a board


def status_rows(scene: Scene, alignment: Alignment) -> Certain:
    """What the lines of such a board tell whose status turned, where it has others; those of all its lines hold for all."""
    board = [unit for unit in scene.after if _status(unit)]
    old = {_place(unit): unit for unit in alignment.gone if _status(unit)}
    turned = [
        (old[_place(new)], new)
        for new in alignment.come
        if _status(new) and _place(new) in old and _status(old[_place(new)]) != _status(new)
    ]
    if len(board) < _FEWEST or not turned:
        return Certain()
    return Certain(
        tuple(_effect(was, now, of_some=len(turned) < len(board)) for was, now in turned),
        tuple(unit for pair in turned for unit in pair),
    )


def _effect(old: Unit, new: Unit, *, of_some: bool) -> Effect:
    sign = _status(new)
    level = Severity.MINOR if sign < 0 and dates_in(new.plain) else Severity.MAJOR
    effect = Effect("S8-state", sign, level, (Topic.SUSPENSION,), (), old.plain, new.plain, ("visits",))
    return effect.lower("S6") if of_some else effect


def _status(unit: Unit) -> int:
    """+1 where a line says that visits are held at a place, -1 that they are not, 0 of any other line."""
    hit = _parts(unit)
    if hit is None:
        return 0
    return 1 if _ON.fullmatch(hit["status"]) else -1 if _OFF.fullmatch(hit["status"]) else 0


def _place(unit: Unit) -> str:
    hit = _parts(unit)
    return hit["place"].strip() if hit else ""


def _parts(unit: Unit) -> re.Match[str] | None:
    return _LINE.fullmatch(unit.plain) if "{" not in unit.plain else None

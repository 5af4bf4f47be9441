"""One rule in quite other words, with another figure: whose the figure is, as one wording at least says.

"Inmates may list up to six visitors." names its term, "Three names can stand on your sheet." may not. Where the two are
the old and the new wording of one rule (kindred.py), and all their figures but one are the same, the one is of one term.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitors.language.effects.severity import settle
from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure, in_days
from monitors.language.words.mentions import PHONE_NUMBER

_OTHERS = re.compile(
    rf"\b(?:{elsewhere.OTHER_OWNERS}|{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT}|{visits.LEGAL}|{visits.MAIL}|(?:tele)?phone calls?|messages?|early|approved|pays? the (?:county|city|agency|sheriff))\b"
)
_OFTEN = re.compile(r"\b(?:once|twice|thrice)\b")
_TIMES = {"once": "1 times", "twice": "2 times", "thrice": "3 times"}
_CALLED = re.compile(  # whom to call to book is no price of a call
    r"\b(?:(?:by )?(?:(?:tele)?phon(?:e|ing)|call(?:ing)?|dial(?:ing)?) (?:us )?(?:at |on )?)?#|\b(?:phone|call|ring) (?=us\b|the (?:jail|facility|office|desk)\b)"
)
_WEEK = re.compile(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}")
_AT_ONCE = re.compile(r"\b(?:at )?(?:any )?1 time\b")
_AMOUNT = re.compile(
    r"(?P<money>\$)?(?P<value>\d+(?:\.\d+)?)(?P<share>%)?(?:[ -](?P<unit>minutes?|hours?|days?|weeks?|months?)\b)?"
)
_OF_A_DAY = {"minute": 1 / 1440, "hour": 1 / 24}
_NEIGHBOUR = 1.0  # "under 18" is "17 and younger"


@dataclass(frozen=True, slots=True)
class _Amount:
    """kind: money, share, time, count, or the day or clock itself; value: dollars, per cent, days or a number."""

    kind: str
    value: float


def likely_term(scene: Scene, whole: Alignment, old: Unit, new: Unit) -> Effect | None:
    """What a rule comes to whose one figure is another one in its new wording, None where more of its figures differ or
    none says whose it is. Figures that both pages hold may be two rules' that were taken for one."""
    old, new = (replace(unit, plain=_CALLED.sub("", PHONE_NUMBER.sub("#", unit.plain))) for unit in (old, new))
    if any(_OTHERS.search(unit.plain) for unit in (old, new)):
        return None
    was, now = (Counter(_amounts(unit.plain)) for unit in (old, new))
    gone, come = [*(was - now).elements()], [*(now - was).elements()]
    if not len(gone) == len(come) == 1 or gone[0].kind != come[0].kind:
        return None
    told = _told(scene, (old, new), (gone[0], come[0]))
    if told is None or (_held(gone[0], scene.after) and _held(come[0], scene.before)):
        return None
    alone = replace(whole, pairs=((old, new),), removed=(), added=())
    effect = settle(term_effect(told[0].name, *told, scene.kind), scene, alone)
    return effect if effect.sign else None


def _amounts(plain: str) -> list[_Amount]:
    text = _OFTEN.sub(lambda hit: _TIMES[hit.group()], plain)
    found = [_Amount(token, 0.0) for token in _WEEK.findall(text)]
    bare = _AT_ONCE.sub(" ", _WEEK.sub(" ", text))
    return found + [_amount(hit) for hit in _AMOUNT.finditer(bare)]


def _amount(hit: re.Match[str]) -> _Amount:
    value = float(hit["value"])
    if hit["money"] or hit["share"]:
        return _Amount("money" if hit["money"] else "share", value)
    if not hit["unit"]:
        return _Amount("count", value)
    unit = hit["unit"].rstrip("s")
    return _Amount("time", round(value * _OF_A_DAY[unit] if unit in _OF_A_DAY else in_days(value, unit), 5))


def _held(amount: _Amount, page: Sequence[Unit]) -> bool:
    return any(amount in _amounts(unit.plain) for unit in page)


def _told(scene: Scene, lines: tuple[Unit, Unit], amounts: tuple[_Amount, _Amount]) -> tuple[Measure, Measure] | None:
    """The term as both wordings have it, from what either of them says of its own figure."""
    terms = [measures(unit, scene.title) for unit in lines]
    stated = [{(measure.name, measure.value) for measure in found} for found in terms]
    left = [[m for m in found if (m.name, m.value) not in stated[1 - side]] for side, found in enumerate(terms)]
    if not any(left) or any(len(found) > 1 for found in left) or len({m.name for found in left for m in found}) > 1:
        return None
    shown = (left[0] or left[1])[0]
    of_age = "age" in shown.name and abs(amounts[0].value - amounts[1].value) <= _NEIGHBOUR
    if shown.channel in ("phone", "legal") or of_age:
        return None
    if all(left):
        return left[0][0], left[1][0]
    figure = amounts[0 if left[0] else 1].value
    ratio = shown.value / figure if figure else 0.0
    if not ratio or (amounts[0].kind == "count" and ratio != 1):
        return None
    before, after = (replace(shown, value=round(amount.value * ratio, 4)) for amount in amounts)
    return before, after

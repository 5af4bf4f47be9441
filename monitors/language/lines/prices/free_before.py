"""Visits that a page said were free, and for which a price came: "Nobody pays for a lobby screen", "put a $3 token in".

The price stands in another line than the one that went, in words that name no fee.
"""

from __future__ import annotations

from dataclasses import replace

from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.lines.certain import Certain
from monitors.language.lines.prices.paid_or_free import says_free
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex

_ONSITE = regex(rf"\b(?:{visits.VIDEO_ONSITE}|lobby screens?)\b")
_OWN = frozenset({"video_fee_usd", "onsite_video_fee_usd", "video_fee_per_min_usd"})


def free_before(scene: Scene, alignment: Alignment) -> Certain:
    """What a price tells that came where a line went by which visits are free, and the reverse."""
    if not scene.official or scene.of_others:
        return Certain()
    for came, lost, won, page in (
        (True, alignment.gone, alignment.come, scene.after),
        (False, alignment.come, alignment.gone, scene.before),
    ):
        free = [unit for unit in lost if says_free(unit)]
        if len(free) != 1:
            continue
        priced = [(unit, m) for unit in won if (m := _price(unit, scene.title)) is not None]
        other = [unit for unit in lost if _price(unit, scene.title) is not None]
        if len(priced) != 1 or other or any(map(says_free, page)):
            continue
        ((line, price),) = priced
        if _ONSITE.search(free[0].plain) and price.name == "video_fee_usd":
            price = replace(price, name="onsite_video_fee_usd", channel="onsite")
        nothing = replace(price, value=0.0)
        effect = term_effect(price.name, nothing if came else price, price if came else nothing, scene.kind)
        return Certain((effect,), (free[0], line))
    return Certain()


def _price(unit: Unit, title: str) -> Measure | None:
    told = [m for m in measures(unit, title) if m.name in _OWN and m.value]
    return told[0] if len(told) == 1 else None

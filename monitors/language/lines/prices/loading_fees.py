"""What it costs to load the balance that pays for visits, told way by way: "Loading the wallet online: no charge".

Such lines name no visit, which the page's first sentence does for them; a list of them may stand in one line on one page
and in several on the other.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.balances import LOADED, all_of_balance
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_FREE = r"(?:free(?: of charge)?|(?:at )?no (?:charge|cost|fee)|without (?:a )?(?:charge|fee|cost)|(?:costs? )?nothing|none)"
_PRICE = regex(
    rf"(?:(?:costs?|is|are) )?(?:a (?:fee|charge) of )?(?:\$(?P<sum>\d+(?:\.\d+)?)|\b(?P<free>{_FREE})\b)(?: (?:each|every|a|per) (?:time|load|deposit|transaction))?[.,;]?"
)
_TENTH = 0.0999
_SAME = "R2 what loading the balance for visits costs, as before"
_MORE = regex(r"\b(?:minimum|maximum|up to|at least|limit|over|under|less|more|plus|if|unless|except|refund\w*)\b|%")


def loading_fees(scene: Scene, alignment: Alignment) -> Certain:
    """What changed lines tell of each way to load such a balance that both pages name."""
    lines = [all_of_balance(scene, side) for side in (alignment.gone, alignment.come)]
    was, now = (_prices(side) for side in lines)
    if was is None or now is None or was.keys() != now.keys():
        return Certain()
    moved = {way for way in was if was[way] != now[way]}
    both = (*lines[0], *lines[1])
    effects = tuple(
        _effect(old, new, lines) for old, new in dict.fromkeys((was[way], now[way]) for way in sorted(moved))
    )
    return Certain(effects, both, () if moved or not both else (_SAME,))


def _prices(lines: Iterable[Unit]) -> dict[tuple[str, ...], float] | None:
    """The price of each way of loading that lines tell; None where one tells more than ways and prices."""
    found: dict[tuple[str, ...], float] = {}
    for unit in lines:
        at = 0
        for price in _PRICE.finditer(unit.plain):
            way = unit.plain[at : price.start()]
            at = price.end()
            if LOADED.search(way) is None or _MORE.search(way):
                return None
            key = tuple(sorted(set(concepts(way))))
            if key in found:
                return None
            found[key] = float(price["sum"] or 0)
        if not at or unit.plain[at:].strip(" .;,"):
            return None
    return found


def _effect(was: float, now: float, lines: list[list[Unit]]) -> Effect:
    level = Severity.MAJOR if not was or abs(now - was) / was >= _TENTH else Severity.MINOR
    fact = Fact("transaction_fee_usd", was, now)
    quotes = [next((unit.plain for unit in side), "") for side in lines]
    words = (f"transaction fee usd: {was:g} -> {now:g}",)
    return Effect(
        "Q-transaction_fee_usd", 1 if now < was else -1, level, (Topic.FEES,), (fact,), quotes[0], quotes[1], words
    )

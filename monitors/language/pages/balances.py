"""Money paid onto the balance that pays for visits: "Loading the wallet online: $3.00 each time" (R6).

A wallet, an account or money is a thing of its own on a jail's page, unless the page says that visits are paid out of it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_LOADS = r"(?:(?:re)?load(?:ing|s)?|adding money|adding funds|add(?:s)? money|add(?:s)? funds|fund(?:ing|s)?|topp?(?:ing|s)? up|refill(?:ing|s)?|recharg(?:e|ing)|deposit(?:ing|s)?|putting money|put(?:s)? money|paying into|money (?:put|paid) (?:on|in|into))"
_BALANCE = r"(?P<balance>wallet|balance|visit(?:ing|or|ation)? account|account|prepaid card|card)"
LOADED = regex(
    rf"\b{_LOADS}(?: (?:on|onto|in|into|to))?(?: (?:the|your|a|an|their|this|same|shared)){{0,2}} {_BALANCE}s?\b"
)
_OF_VISITS = regex(r"\b(?:visit\w*|video (?:calls?|sessions?))\b")
_PAID = regex(r"\b(?:money|funds?|pays?|paid|payments?|paying|used|credits?|same|charged|comes? out)\b")
_OTHERS = regex(r"\b(?:commissary|canteen|trust|bail|bonds?|store|tablets?|separate|not)\b")


def of_balance(scene: Scene, unit: Unit) -> bool:
    """Whether a line is on money paid onto the balance out of which, the page says, visits are paid."""
    loaded = LOADED.search(unit.plain)
    if loaded is None or _OTHERS.search(unit.plain):
        return False
    return all(_pays_for_visits(page, loaded["balance"]) for page in (scene.before, scene.after) if page)


@lru_cache(maxsize=16)  # asked for each line of a page that names one
def _pays_for_visits(page: tuple[Unit, ...], balance: str) -> bool:
    return any(_says_so(unit, balance) for unit in page)


def _says_so(unit: Unit, balance: str) -> bool:
    said = unit.plain
    return (
        balance in said
        and _OF_VISITS.search(said) is not None
        and _PAID.search(said) is not None
        and _OTHERS.search(said) is None
        and "$" not in said
    )


def all_of_balance(scene: Scene, lines: Iterable[Unit]) -> list[Unit]:
    """Those of some lines that are on such money."""
    return [unit for unit in lines if of_balance(scene, unit)]

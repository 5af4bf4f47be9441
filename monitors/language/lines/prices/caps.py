"""A most that a regulator sets, or proposes, for the price of visits by video: a gain, though a price is told (D8).

"It would hold every provider to 14 cents a minute at most." names a price where none was named, which on a jail's page
is a price that came.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_FIRMS = r"(?:(?:any|no|all|every|each|the) )?(?:providers?|vendors?|compan(?:y|ies)|carriers?|firms?|contractors?)"
_PRICE = r"\$\d+(?:\.\d+)?(?: (?:a|per|each|the|for (?:an?|each|every)) (?:minutes?|visits?|session|video visit|call))?"
_CAP = regex(
    rf"\b(?:hold(?:s|ing)?|limit(?:s|ed|ing)?|cap(?:s|ped|ping)?) {_FIRMS} (?:to|at) {_PRICE}"
    rf"|\b(?:cap(?:s|ped|ping)?|limit(?:s|ed|ing)?|hold(?:s|ing)?|ceiling|maximum|most)\b[^.;]{{0,70}}?\b(?:video|visits?|sessions?|rates?|prices?|charges?)\b[^.;]{{0,50}}? (?:to|at|of) (?:no more than |at most )?{_PRICE}"
    rf"|\b{_FIRMS} (?:may|shall|could|can|would|will) (?:not )?(?:be allowed to )?(?:charge|collect|bill)[^.;]{{0,50}}? (?:more than|above|over|up to|at most) {_PRICE}"
)
_VIDEO = regex(r"\b(?:video|remote|screens?|virtual)\b")
_VISITS = regex(r"\b(?:visit\w*|sessions?|incarcerated|inmates?|jails?|prisons?)\b")
_PENDING = regex(r"\b(?:would|propos\w+|draft|may vote|considers?|considering|staff (?:recommends|proposal))\b")
_UNDONE = regex(
    r"\b(?:stay(?:ed|s)|suspend\w*|vacat\w+|struck|repeal\w*|rescind\w*|withdr\w+|withdrawn|reject\w*|lift\w*|rais\w+|increas\w+|no longer|refus\w+|declin\w+|strike|instead of|from \$)\b"
)
_NEAR = 3  # lines that may say that it is video whose price is capped


def price_caps(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell of a cap of which the old page said nothing; not on the page of a jail or vendor, where "up to
    $5" is what one pays."""
    if scene.official or scene.kind in ("vendor", "contract") or any(_CAP.search(unit.plain) for unit in scene.before):
        return Certain()
    new = [*((old, now) for old, now in alignment.pairs), *((None, now) for now in alignment.added)]
    told = [(old, now) for old, now in new if _caps(now)]
    return Certain(tuple(_effect(*pair) for pair in told[:1]), tuple(unit for pair in told for unit in pair if unit))


def _caps(unit: Unit) -> bool:
    said = " ".join((unit.plain, *unit.trail[:_NEAR]))
    if _CAP.search(unit.plain) is None or _UNDONE.search(unit.plain):
        return False
    return _VIDEO.search(said) is not None and _VISITS.search(said) is not None


def _effect(old: Unit | None, new: Unit) -> Effect:
    effect = Effect(
        "D8-cap",
        1,
        Severity.MAJOR,
        (Topic.FEES,),
        (),
        old.plain if old else "",
        new.plain,
        (new.plain[:120],),
    )
    return effect.lower("S5") if _PENDING.search(" ".join((new.plain, *new.trail[:_NEAR]))) else effect

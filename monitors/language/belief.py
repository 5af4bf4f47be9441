"""Where rules are believed over the reader: of lines that only came or only went.

"Visits are suspended from today." is told whatever the reader holds. What else rules agree on is theirs where the reader
holds it possible. Of a line that turns what it speaks of ("no longer", "was repealed") the reader must hold it likely:
such lines are those that rules most often tell for their reverse.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from monitors.language.figures.meanings import PACKAGE
from monitors.language.lines.acts.stops import ends_visits, stops_for_now
from monitors.language.pages.align import Row
from monitors.language.pages.scene import PLAIN, Effect
from monitors.language.pages.sentences import Unit
from monitors.language.reader.learned import estimate
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Direction

SIGNS = {Direction.RESTRICTIVE: -1, Direction.RESTORATIVE: 1}
_POSSIBLE, _LIKELY = 0.2, 0.5
_SILENT = 0.3  # how likely rows beside a measured change touch visiting that are held to tell nothing
_TURNS = regex(
    r"\b(?:no longer|not|never|nor|refus\w+|declin\w+|reject\w*|denied|instead|previously|former\w*|used to|until now|was|were|discontinued|"
    r"history|off|over|struck|repeal\w*|rescind\w*|lift\w*|strip\w*|without|reduced|excused|exempt\w*|waive\w*|drop\w*|end(?:ed|s)?)\b|n't\b"
)
_STOPS = ("P-new-visits+S8", "P-new-in_person+S8")  # "Visits are suspended from today." as a new line
_STOPS_GONE = ("P-gone-visits+S8", "P-gone-in_person+S8")
# A notice without its last day was in force until it was taken down; a dated one had run out (R3).
_OPEN_ENDED = regex(
    r"\b(?:(?:until|till) further notice|indefinitely|for the time being|until (?:we|it|they) \w+|hasta nuevo aviso)\b"
)
_RAN_OUT = regex(
    r"\b(?:until|till|through|thru|hasta(?: el)?) (?:\{[a-z,]+\},? )?"
    r"(?:\d{1,2}/\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d)"
)
_PRICED = regex(r"Q-(?:onsite_)?video_fee_usd")
_JOINED = regex(r"\b(?:and|but|while|free|more|longer|instead|also)\b|[;,]")
_OVER = regex(  # "Visits, suspended since March, resume on Monday." names a stop and is none
    r"(?:\b(?:that|which) \w+ (?:been )?|, |\bvisit\w* )(?:suspended|paused|halted|cancell?ed|stopped|banned|ended)\b"
    r"(?!.*\buntil\b).*\b(?:resum\w+|re-?open\w*|(?:is|are|come|comes) back|open again|restored|return(?:s|ed)?)\b"
)


@dataclass(frozen=True, slots=True)
class Settled:
    """relevant: 0 to 1; directions: shares of 1, given that it is relevant."""

    relevant: float
    directions: Mapping[Direction, float]

    @property
    def direction(self) -> Direction:
        """The likeliest."""
        return max(self.directions, key=lambda direction: self.directions[direction])


def plainly(settled: Settled, effects: Sequence[Effect], ruled: Direction) -> Settled:
    """What is settled where lines only came or only went: a line that stops visits is told, one without a last day that
    is gone too, and a direction that the rules agree on and the reader holds possible is theirs. A stop that is told to
    be over is a gain where the reader holds that possible."""
    if any(effect.rule in _STOPS_GONE and _OPEN_ENDED.search(effect.old.lower()) for effect in effects):
        return Settled(max(settled.relevant, PLAIN), with_share(settled.directions, ruled))
    if effects and all(effect.rule in _STOPS_GONE and _RAN_OUT.search(effect.old.lower()) for effect in effects):
        return Settled(min(settled.relevant, 1 - PLAIN), settled.directions)
    if any(effect.rule.startswith("P-new-") and _OVER.search(effect.new.lower()) for effect in effects):
        back = settled.directions[Direction.RESTORATIVE] > _POSSIBLE
        return replace(settled, directions=with_share(settled.directions, Direction.RESTORATIVE)) if back else settled
    stopped = any(effect.rule in _STOPS or ends_visits(effect) for effect in effects)
    relevant = max(settled.relevant, PLAIN) if stopped else settled.relevant
    quotes = [quote.lower() for effect in effects for quote in (effect.old, effect.new)]
    least = _LIKELY if any(map(_TURNS.search, quotes)) else _POSSIBLE
    possible = settled.directions.get(ruled, 0.0) > least or any(map(stops_for_now, effects))
    if ruled not in SIGNS or not (possible or _priced_anew(settled, effects)):
        return Settled(relevant, settled.directions)
    return Settled(relevant, with_share(settled.directions, ruled))


def turned_in_few_words(old: Unit, new: Unit, effects: Sequence[Effect]) -> bool:
    """Whether a few words turned a line, as all rules say that compare its two wordings, not its figures, but for how long
    ahead one books."""
    signs = {effect.sign for effect in effects}
    turns = all(effect.rule.startswith(_COMPARED) for effect in effects)
    was, now = old.plain.split(), new.plain.split()
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    differ = max(len(was), len(now)) - sum(block.size for block in blocks)
    return bool(effects) and turns and len(signs) == 1 and 0 not in signs and differ <= _FEW_WORDS


def turned_for_families(effects: Sequence[Effect]) -> bool:
    """Whether all that rules find is that visits in person turned, and both wordings say whose visits they are: on a
    page of another house or of care the reader takes them for that one's."""
    signed = [effect for effect in effects if effect.sign]
    return bool(signed) and all(
        effect.rule == "P-turn-in_person" and all(map(_OF_HELD.search, (effect.old, effect.new))) for effect in signed
    )


_OF_HELD = regex(
    r"\b(?:(?:family|families'|inmates?'?|social) visit\w*|visit\w* (?:at|in|to|of|with) (?:the |our |this )?(?:(?:county|city) )?(?:jail|prison|inmates?|prisoners?|people held))\b"
)


def only_figure(told: Sequence[Row]) -> bool:
    """Whether one changed line differs from its old wording in a figure alone. A figure below a question or
    heading shares no word with the one before it, so that it came and the other went."""
    lines = [unit for row in told for unit in (row.before, row.after) if unit is not None]
    asked = {unit.lead for unit in lines}
    headed = all(unit.lead.endswith("?") or (unit.lead and unit.headings.endswith(unit.lead)) for unit in lines)
    answered = len(told) == len(lines) and len(asked) == 1 and headed
    if len(lines) != _OLD_AND_NEW or not (len(told) == 1 or answered):
        return False
    lines.sort(key=lambda unit: any(row.after is unit for row in told))
    bare, figures = ([found(unit.plain) for unit in lines] for found in (_bare, _FIGURE.findall))
    moved = sum(was != now for was, now in zip(*figures, strict=False))
    return bare[0] == bare[1] and len(figures[0]) == len(figures[1]) and moved == 1


def _bare(plain: str) -> tuple[str, ...]:
    return concepts(_FIGURE.sub(" ", plain))


_OLD_AND_NEW = 2
_FIGURE = regex(r"\$?\d+(?:\.\d+)?%?")
TELL_TURNED_ABOVE = 0.2  # how likely a change must be that `turned_in_few_words`, as in verdict.py
_COMPARED = ("P-turn-", "T-", "Q-booking_lead_hours")
_FEW_WORDS = 3


def silent_beside(rows: Sequence[Row], effects: Sequence[Effect], title: str) -> bool:
    """Whether a change has rows that no signed effect quotes, and they tell nothing by themselves: what is heard of all
    rows together as a gain and a loss at once is then no more than what the rules measured."""
    quotes = [quote for effect in effects if effect.sign for quote in (effect.old, effect.new) if quote]
    beside = [row for row in rows if not any(_stands_in(unit, quotes) for unit in (row.before, row.after) if unit)]
    heard = estimate(beside, title, closely=True) if beside else None
    return heard is not None and heard.relevant < _SILENT


def _stands_in(unit: Unit, quotes: Sequence[str]) -> bool:
    return any(unit.plain in quote or quote in unit.plain for quote in quotes)


def _priced_anew(settled: Settled, effects: Sequence[Effect]) -> bool:
    """Whether a price that one line names, where none was named, is heard as a gain and a loss at once, for the minutes
    that it buys: "Each video visit will now cost $9.99 for 20 minutes." """
    price = effects[0] if len(effects) == 1 else None
    heard = settled.direction is Direction.MIXED
    return heard and price is not None and _PRICED.fullmatch(price.rule) is not None and not _JOINED.search(price.new)


def price_by_unit(effects: Sequence[Effect]) -> bool:
    """Whether all that rules find is a price told by the minute that was told by the visit, or back (D8)."""
    return bool(effects) and all(effect.rule == "D8-unit" for effect in effects)


def shortened(effects: Sequence[Effect], ruled: Direction) -> bool:
    """Whether price and length of a visit fell in step and nothing else moved: it is shorter and no cheaper by the
    minute. One that is longer and dearer is left to the reader."""
    rules = {effect.rule for effect in effects}
    return ruled is Direction.RESTRICTIVE and PACKAGE in rules and rules <= {PACKAGE, "Q-visit_minutes"}


def of_duty(effects: Sequence[Effect], ruled: Direction) -> bool:
    """Whether a duty to hold visits became a choice, or back."""
    return ruled in SIGNS and any(effect.rule == "D3-duty" for effect in effects)


def channel_turned(effects: Sequence[Effect]) -> bool:
    """Whether all that rules find is that tablets or paper mail came or went, of which the reader was taught little."""
    return bool(effects) and all(effect.rule in ("P-turn-tablets", "P-turn-mail") for effect in effects)


def booking_turned(effects: Sequence[Effect]) -> bool:
    """Whether all that rules find is that who came without a booking was turned away and now is not, or the reverse."""
    return bool(effects) and all(effect.rule == "P-booking" and effect.old and effect.new for effect in effects)


def with_share(directions: Mapping[Direction, float], told: Direction) -> Mapping[Direction, float]:
    """The shares with one raised to what plain rules are believed, unless it is higher."""
    if directions[told] >= PLAIN:
        return directions
    others = {d: other * (1 - PLAIN) / (1 - directions[told]) for d, other in directions.items()}
    return {**others, told: PLAIN}


def guarantee_moved(effects: Sequence[Effect]) -> bool:
    """Whether all that rules find is a sum guaranteed to an agency that rose, fell or ended. Of few contracts' pages was
    the reader taught, and no other line of theirs states such a sum by the month or year."""
    signed = [effect for effect in effects if effect.sign]
    facts = [fact for effect in signed for fact in effect.facts]
    named = all(effect.rule == "Q-min_guarantee_usd_month" for effect in signed)
    return bool(facts) and named and all(None not in (fact.before, fact.after) for fact in facts)

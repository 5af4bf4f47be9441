"""What somebody without power over visits is quoted with: other words of theirs are no act (R8)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_QUOTE = regex(r'"[^"]{8,}"')
_SAID = regex(
    r"\b(?:said|says|wrote|writes|told|tells|asked|asks|called|calls|urged|urges|begged|testified|added|tweeted|posted"
    r"|argued|warned|complained|cried|recalled)\b"
)
_BYSTANDER = regex(
    r"\b(?:residents?|neighbou?rs?|speakers?|advocates?|activists?|critics?|opponents?|supporters?|organi[sz]ers?"
    r"|mothers?|fathers?|parents?|grandmothers?|wife|wives|husbands?|sons?|daughters?|sisters?|brothers?|famil(?:y|ies)"
    r"|relatives?|visitors?|professors?|researchers?|experts?|pastors?|reverend|volunteers?|letter|writers?|readers?)\b"
)
_POWER = regex(
    r"\b(?:sheriff|judge|justice \w+|in (?:an?|the|his|her) (?:ruling|order|decision|opinion)|court (?:ruled|ordered)"
    r"|commissioners?|board|council\w*|supervisors?|mayor|governor|senators?"
    r"|warden|administrator|captain|lieutenant|chief|director|president|chair\w*|spokes\w+|company|vendor|provider|we)\b"
)
# What was done, told beside the quotation.
_DONE = regex(
    r"\b(?:end(?:ed|s)?|over|gone|back|resum\w+|re-?open\w*|clos\w+|suspend\w*|banned|barred|dropped|cut|lifted|restored|stopp?\w*"
    r"|cancel\w*|halted|paused|no longer|video-only|replaced|allowed|free)\b"
)
_OF_VISITS = regex(r"\b(?:visit\w*|hugs?|contact|fees?|children|jail|booths?|video\w*)\b")


def quoted_lines(alignment: Alignment) -> Certain:
    """Lines of which nothing but a bystander's own words differ, or that only bring or lose them."""
    lines = [unit for pair in alignment.pairs if all(map(_of_bystander, pair)) and _same_frame(*pair) for unit in pair]
    lines += [u for u in (*alignment.removed, *alignment.added) if _of_bystander(u) and _same_frame(u, u)]
    return Certain((), tuple(lines), ("R8 the words of somebody who decides nothing",) if lines else ())


def _of_bystander(unit: Unit) -> bool:
    frame = _QUOTE.sub(" ", unit.plain)
    quoted = frame != unit.plain and _SAID.search(frame) is not None
    if _DONE.search(frame) and _OF_VISITS.search(frame):
        return False
    return quoted and _BYSTANDER.search(frame) is not None and _POWER.search(frame) is None


def _same_frame(old: Unit, new: Unit) -> bool:
    """Whether both tell of a quotation in as few words, so that nothing else is told beside it."""
    return all(len(_QUOTE.sub(" ", unit.plain).split()) <= _FRAME for unit in (old, new))


# "What we ask: bring back the glass."
_DEMAND = regex(
    r"(?:what we (?:ask|want|demand|stand for|call for)|our (?:demands?|asks?|goals?|position)|we (?:ask|call (?:on|for)|demand|urge|want|believe|stand for))\b"
)


def demands(scene: Scene, alignment: Alignment) -> Certain:
    """What advocates ask for, in other words than before: no act."""
    told = [pair for pair in alignment.pairs if all(_DEMAND.match(unit.plain) for unit in pair)]
    lines = [unit for pair in told for unit in pair]
    lines += _behind(alignment, {pair[0].segment for pair in told}, {pair[1].segment for pair in told})
    return Certain((), tuple(lines), ("R8 what advocates ask for",) if told else ())


def _behind(alignment: Alignment, old: set[int], new: set[int]) -> list[Unit]:
    """The other changed lines of the paragraphs in which they ask."""
    return [
        *(unit for unit in alignment.gone if unit.segment in old),
        *(unit for unit in alignment.come if unit.segment in new),
    ]


_FRAME = 9  # "a father of two from the north side wrote that"

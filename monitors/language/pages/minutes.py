"""Minutes tell in sentences of their own what was moved and what came of it: "Moved by Smith to end visits. Motion carried."

By itself the first sounds like an act, and the second like nothing. Put into one, they are read as any decision is
(`decisions.py`).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_BY = r"(?:,? (?:by|from) (?:[\w.'-]+ ){1,4}?)?(?:,? ?(?:and )?(?:seconded|2nd) by (?:[\w.'-]+ ){1,3}?)?"
_MOVER = regex(
    rf"(?:(?:a )?(?:motion|m/s/c|msc)\b(?: was)?(?: made)?{_BY},? ?|it was moved{_BY} ?|moved{_BY} ?|(?:[\w.'-]+ ){{1,4}}(?:then )?(?:moved|made a motion) )(?=to |that |for )"
)
_SECONDED = regex(r",? (?:and )?(?:seconded|2nd|second) by [\w.' -]{2,40}$")
_MOVED = regex(
    rf"(?:{_MOVER.pattern}|(?:agenda )?item \w+[.:]|(?:proposal|resolution|request|ordinance)(?: [\w-]+)?(?: to|:)).*\bvisit"
)
_CAME_OF_IT = regex(
    r"(?:(?:the )?(?:motion|vote|item|measure|proposal|resolution|request|result|action|outcome|roll call(?: vote)?)[:,]? )?(?:(?:was|is|has) )?(?P<how>carri(?:ed|es)|pass(?:ed|es)|approved|adopted|granted|failed|fails|defeated|rejected|denied|lost|died)?"
    r"(?:[:,]? ?(?:by (?:a )?(?:vote of )?|with )?(?:\d+(?:-| to )\d+|\[\d{4}-\d{4}\]|unanimously|\d+ (?:ayes|yeas)[\w ,]*))?(?: for (?:lack|want) of a second)?[.!]*"
)
_VOTES = regex(r"\b(?P<ayes>\d{1,3}) ?(?:-|–|to) ?(?P<noes>\d{1,3})\b")
_VOTE = regex(
    r"(?:(?:the|a|its|their) )?(?:final |board's |board |council |committee |roll call )*vote (?P<matter>(?:to|on|for|against) [^.;:]*\bvisit[^.;:]*?) (?:was|is|came out|stood at|went) (?:\d+(?:-| to )\d+|\[\d{4}-\d{4}\])[.!]*"
)
_LONGEST = 80  # characters of an outcome


def in_one_sentence(unit: Unit) -> str:
    """A line that tells what came of a motion together with the motion: "motion to end visits: carried"; "" where it
    tells none, or stands behind none. A vote that names its matter is one by itself: "The vote to end visits was 2-3." """
    if (vote := _VOTE.fullmatch(unit.plain)) is not None:
        how = _by_count(unit)
        return f"motion {vote['matter']}: {how}" if how else ""
    moved = motion_lines(unit)[-1:]
    came = _CAME_OF_IT.fullmatch(unit.plain) if moved else None
    how = (came["how"] or _by_count(unit)) if came else ""
    if not how:
        return ""
    matter = _SECONDED.sub("", moved[0].rstrip(". "))
    return f"{_MOVER.sub('motion ', matter, count=1)}: {'approved' if how == 'granted' else how}"


def motion_lines(unit: Unit) -> tuple[str, ...]:
    """The canonical lines before an outcome, nearest first, up to the motion that it is of; none where there is none."""
    if not 0 < len(unit.plain) <= _LONGEST or _CAME_OF_IT.fullmatch(unit.plain) is None:
        return ()
    place = next((place for place, line in enumerate(unit.trail) if _MOVED.match(line)), None)
    return () if place is None else unit.trail[: place + 1]


def _by_count(unit: Unit) -> str:
    """ "carried" or "failed" by ayes and noes, "" where there are none. Counted in the text as it was written: a vote of
    4-1 looks like a clock to whoever brings all clocks to one spelling."""
    votes = _VOTES.search(unit.text)
    return "" if votes is None else "carried" if int(votes["ayes"]) > int(votes["noes"]) else "failed"

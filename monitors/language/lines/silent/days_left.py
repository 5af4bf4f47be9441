"""Days without visits told as the days with them, and hours closed as the hours open (R2).

"There are no visits on Mondays or Tuesdays. On other days there are none before 9 a.m. or after 6 p.m." is the week of
"Visits are held Wednesday through Sunday between 9 a.m. and 6 p.m." By its words the one denies what the other allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.sentences import Unit
from monitors.language.times.sessions import sessions
from monitors.language.words.patterns import regex
from monitors.language.words.wording import DAYS

_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")
_SPAN = regex(r"\[(\d{4})-(\d{4})\]")
_CLOSED = regex(r"\b(?:none|no visits?|not|never|nobody|no one)\b[^.;]*\bbefore @(\d{4})[^.;]*\bafter @(\d{4})")
# All that such lines say beside days and clocks: with other words they may be of one unit, or of one day.
_HOLDS = regex(
    r"(?:visit(?:s|ing|ation|ors)?|there|are|is|no|not|none|held|hold|hours|days?|on|or|and|the|we|have|has|take|takes"
    r"|place|open|offered|available|between|from|but|except|other|before|after|can|may|you|will|be)"
)
_FEW = 6  # lines of a side: of more none is taken for another


def days_left(alignment: Alignment) -> Certain:
    """The lines that tell the same week, by the days with visits on one page and by those without on the other."""
    found: list[Unit] = []
    for old, new in _near(alignment):
        for denies, gives, beside in ((old, new, alignment.gone), (new, old, alignment.come)):
            if not any(unit is one for unit in (old, new) for one in found) and _complete(denies, gives):
                hours = _hours(gives, beside)
                found += [old, new, *hours] if hours is not None else []
    return Certain((), tuple(found), ("R2 the days left are the same",) if found else ())


def _near(alignment: Alignment) -> Iterator[tuple[Unit, Unit]]:
    yield from alignment.pairs
    if max(len(alignment.gone), len(alignment.come)) <= _FEW:
        yield from product(alignment.gone, alignment.come)


def _complete(denies: Unit, gives: Unit) -> bool:
    """Whether one line denies visits on just those days on which the other does not give any."""
    if not _says_days_alone(denies) or not _says_days_alone(gives):
        return False
    without, held = sessions(denies.plain), sessions(gives.plain)
    return bool(without.refused) and not without.days and not held.refused and held.days == set(DAYS) - without.refused


def _says_days_alone(unit: Unit) -> bool:
    words = _TIMES.sub(" ", unit.plain.strip(" .")).split()
    return not unit.row and all(_HOLDS.fullmatch(word.strip(",.:")) for word in words)


def _hours(gives: Unit, beside: Sequence[Unit]) -> list[Unit] | None:
    """The line that denies visits outside of the hours given, none where no hours are, None where no line does."""
    given = set(_SPAN.findall(gives.plain))
    if not given:
        return []
    return next(([unit] for unit in beside if set(_CLOSED.findall(unit.plain)) == given and len(given) == 1), None)

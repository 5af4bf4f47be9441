"""Lines that are the same but for the name of one of the staff (R3): "speak with Chaplain Orton", "... Chaplain Weems".

What else such a line speaks of, visits by lawyers at any time, was heard as if it were new.
"""

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_NAMED = regex(
    r"\b((?:Chaplain|Chap|Sergeant|Sgt|Captain|Capt|Lieutenant|Lt|Corporal|Cpl|Sheriff|Undersheriff|Warden|Officer|Deputy"
    r"|Maj|Chief|Superintendent|Supt|Director|Administrator|Commander|Cmdr|Judge|Father|Sister|Pastor|Rev"
    r"|Mr|Ms|Mrs|Dr|Miss)\.?) (?:[A-Z]\. ?)*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
)


def named_lines(alignment: Alignment) -> Certain:
    """Such lines, reworded in nothing else."""
    lines = tuple(unit for pair in alignment.pairs if _renamed(*pair) for unit in pair)
    return Certain((), lines, ("R3 another name of staff",) if lines else ())


def _renamed(old: Unit, new: Unit) -> bool:
    was, now = (_NAMED.sub(r"\1 ~", unit.text) for unit in (old, new))
    return was == now and "~" in was

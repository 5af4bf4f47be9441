"""Visits that stop or return in so many words, where rules and reader together told nothing.

"In-person visits resume on Monday." is no news to the reader on a page that was rewritten around it, nor under a heading
"Notice" that stood there before. Asked only where nothing else was told, and only of lines that say nothing besides.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from monitors.language.lines.acts.stops import OF_VISITS, VISITS_THERE, stop_effect, stops
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import PLAIN, Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.words.dates import DATE, dates_in
from monitors.language.words.patterns import regex

_DAY = rf"(?:\{{[a-z]+\}},? ?)?(?:{DATE}|(?:the )?(?:week|month) of [\w ]{{3,20}}|(?:next|this) (?:week|month|\{{[a-z]+\}})|today|tomorrow|now|immediately|\{{[a-z]+\}})"
_AHEAD = rf"(?:(?:effective|beginning|starting|as of|from)(?: on)? {_DAY},? ?)?"
_BACK = r"(?:(?:will|to) (?:(?:again|fully) )?(?:resume|reopen|re-open|restart|return|be (?:back|restored|open again|available again))|(?:has|have)(?: now| fully)? (?:resumed|reopened|re-opened|restarted|returned|been (?:restored|reinstated))|(?:is|are) (?:now )?(?:back(?: on)?|open again|restored|resuming|available again)|resumes?|reopens?)"
_TAIL = rf"(?:,? ?(?:on |effective |starting |beginning |as of |from )*{_DAY}|,? for (?:all|everyone|everybody)(?: \w+)?|,? (?:as|at) (?:usual|normal|all (?:\w+ )?(?:units?|jails?|facilit\w+))|,? (?:on|at) (?:the|its|their) (?:usual|normal|regular) (?:days?|hours?|times?|schedule))*"
_ROOM = r"(?:the |our )?(?:(?:visiting|visitation) (?:rooms?|hall|area|booths?|windows?)|booths|windows)"
_STOPPED = rf"(?:the |our |this )?(?:suspension|pause|halt|stop|moratorium|freeze) (?:of|on|to|in) {VISITS_THERE}(?:,? (?:that|which) (?:began|started|took effect|was (?:announced|imposed))[^.;,]{{2,30}},?)?"
_OVER = r"(?:(?:has|have) (?:now )?(?:ended|been lifted|been ended|expired|come to an end)|(?:is|was) (?:now )?(?:over|lifted|ended|at an end))"
_RETURN = regex(
    rf"{_AHEAD}(?:(?:\{{[a-z,]+\}} )?{VISITS_THERE} {_BACK}|{_ROOM}(?:, (?:closed|shut|dark|idle|unused|out of use) (?:since|for|in) [^,.;]{{2,30}},)? (?:(?:is|are) (?:now )?(?:in use|open|back in use) again|{_BACK})|{_STOPPED} {_OVER}){_TAIL} ?[.!]*"
)
# A stop that is told late: "The visiting room has been closed since the fire two years ago."
_SHUT = regex(
    rf"(?:{VISITS_THERE} (?:has|have) not been (?:held|allowed|possible|offered)|(?:the |our )?(?:visiting|visitation|visitors'?) (?:room|hall|area|center)s?(?: at the [\w ]{{3,20}}?)? (?:has|have) (?:been|remained|stayed) (?:closed|shut|off limits)(?: to (?:visitors|families|the public))?) (?:since|for|because of|due to) (?!\[)[^.;:]{{3,70}}[.!]*"
)
# The page spoke of it before: it is told in other words.
_KNOWN = regex(
    r"\b(?:resum\w+|re-?open\w*|re-?start\w*|return(?:s|ed|ing)? (?!to)|restored|reinstated|back|available again|open again|lifted)\b"
)


def told_plainly(scene: Scene, alignment: Alignment, heard: Sequence[Effect] = ()) -> Told | None:
    """What new lines say of a stop or a return, None where none does or the old page said the same already. heard: what
    the reader alone tells: how grave it is counts, which line it shows does not."""
    if not scene.official or scene.of_others:
        return None
    effects = [effect for old, new in _new_lines(alignment) if (effect := _read(scene, old, new)) is not None]
    signs = {effect.sign for effect in (*effects, *heard)}
    if not effects or len(signs) != 1:
        return None
    gravest = max((effect.severity for effect in (effects[0], *heard)), key=lambda level: level.rank)
    return Told((replace(effects[0], severity=gravest),), (), PLAIN)


def returns_retold(scene: Scene, alignment: Alignment) -> Certain:
    """The lines by which both versions say that visits are back, in whatever words."""
    went = [unit for unit in (*alignment.removed, *(old for old, _ in alignment.pairs)) if returns(unit)]
    came = [unit for unit in (*alignment.added, *(new for _, new in alignment.pairs)) if returns(unit)]
    if not (went or came) or not (any(map(returns, scene.before)) and any(map(returns, scene.after))):
        return Certain()
    days = [{day for unit in side for day in dates_in(unit.plain)} for side in (went, came)]
    if all(days) and days[0] != days[1]:
        return Certain()  # a day of return that moved
    return Certain((), (*went, *came), ("R2 the return was told before",))


def returns(unit: Unit) -> bool:
    """Whether a line says that visits are back, or when, and nothing else."""
    return not unit.row and _RETURN.fullmatch(unit.plain) is not None


def _new_lines(alignment: Alignment) -> Iterator[tuple[Unit | None, Unit]]:
    yield from alignment.pairs
    yield from ((None, unit) for unit in alignment.added)


def _read(scene: Scene, old: Unit | None, new: Unit) -> Effect | None:
    if new.row:
        return None
    if stops(new) and not any(map(stops, scene.before)):
        return stop_effect(-1, old, new, new)
    if _SHUT.fullmatch(new.plain) and not any(_SHUT.fullmatch(u.plain) or stops(u) for u in scene.before):
        return stop_effect(-1, old, new, new)
    if returns(new) and not any(_KNOWN.search(u.plain) and OF_VISITS.search(u.plain) for u in scene.before):
        return stop_effect(1, old, new, new)
    return None

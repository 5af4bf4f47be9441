"""When visits start or end, told by clocks that moved to one effect (D10).

Starting later or ending earlier is a loss, the reverse a gain; so is fewer beginnings of visits, "at 9, 10 and 11".
"""

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import is_visiting
from monitors.language.words.clock_speech import minutes_of
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_MARKED = regex(r"@\d{4}")
_CLOCK = regex(r"@(\d{4})")
_LIST = regex(r"@\d{4}(?:(?:,? and |, or |, | & | or )@\d{4})*")
_LABEL = regex(r"((?:start|begin|open|end|clos|finish)\w*)(?: times?)? ?[:|] ?@(\d{4})\.?")
_LAST_LABELS = ("end", "clos", "finish")
_GREAT = 0.25  # of all that there are, from which on a loss or gain is major (S2)
_VISITS = regex(r"\b(?:visits?|visitation|visiting(?: hours)?|visiting (?:room|hall))\b")
_STARTS = regex(r"\b(?:starts?|begins?|opens?|commences?|start(?:ing)?|from)(?: \w+){0,2}? (?:at )?$")
_ENDS = regex(r"\b(?:ends?|closes?|stops?|conclude[sd]?|until|till|finish(?:es)?)(?: \w+){0,2}? (?:at )?$")
_NOT_VISITS = regex(r"\b(?:check|sign|arriv\w+|regist\w+|desk|office|lobby|line|phone|attorneys?|lawyers?)\b")
_LAST = regex(r"\b(?:last|final|latest) (?:\w+ )?(?:visit|session|visiting (?:session|period)|appointment|slot)s?\b")


def edge_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell in which nothing but such clocks changed."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        counted = _beginnings(old.plain, new.plain)
        if counted is not None:
            effects.append(_of_beginnings(*counted, old.plain, new.plain))
            lines += [old, new]
            continue
        sign = _sign(old.plain, new.plain) or _of_label(old, new, scene.title)
        if sign:
            was, now = (" ".join(_MARKED.findall(unit.plain)) for unit in (old, new))
            words = (f"{was} -> {now}",)
            effects.append(Effect("D10-edge", sign, Severity.MINOR, (Topic.SCHEDULE,), (), old.plain, new.plain, words))
            lines += [old, new]
    return Certain(tuple(effects), tuple(lines))


def _of_label(old: Unit, new: Unit, title: str) -> int:
    """The same of a label's value under a heading of visits: "End: 3 PM"."""
    labels = [_LABEL.fullmatch(unit.plain) for unit in (old, new)]
    was, now = labels
    if was is None or now is None or was[1] != now[1] or not is_visiting(new, title):
        return 0
    if not _VISITS.search(new.headings.split(" / ")[-1] or title):
        return 0
    later = minutes_of(now[2]) - minutes_of(was[2])
    return (later > 0) - (later < 0) if was[1].startswith(_LAST_LABELS) else (later < 0) - (later > 0)


def _beginnings(old: str, new: str) -> tuple[int, int] | None:
    """How many beginnings of visits two wordings list that differ in these alone, None where they list as many."""
    was, now = (_LIST.findall(text) for text in (old, new))
    if len(was) != 1 or len(now) != 1 or _LIST.sub("@", old) != _LIST.sub("@", new):
        return None
    if not _VISITS.search(old[: old.index("@")]) or _NOT_VISITS.search(old):
        return None
    counts = len(_CLOCK.findall(was[0])), len(_CLOCK.findall(now[0]))
    return counts if counts[0] != counts[1] and "[" not in f"{old}{new}" else None


def _of_beginnings(was: int, now: int, old: str, new: str) -> Effect:
    level = Severity.MAJOR if abs(now - was) / was >= _GREAT else Severity.MINOR
    sign, words = (1 if now > was else -1), (f"{was} -> {now} beginnings",)
    return Effect("D10-hours", sign, level, (Topic.SCHEDULE,), (), old, new, words)


def _sign(old: str, new: str) -> int:
    """+1 for longer visiting, -1 for shorter, 0 where the lines tell neither."""
    was, now = _CLOCK.findall(old), _CLOCK.findall(new)
    if not was or len(was) != len(now) or was == now or _CLOCK.sub("@", old) != _CLOCK.sub("@", new):
        return 0
    if not _VISITS.search(old[: old.rindex("@")]) or _NOT_VISITS.search(old):
        return 0
    signs = {_longer(hit, clock) for hit, clock in zip(_CLOCK.finditer(old), now, strict=True) if hit[1] != clock}
    return signs.pop() if len(signs) == 1 else 0


def _longer(was: re.Match[str], now: str) -> int:
    """+1 where one clock that moved makes visiting longer, -1 shorter, 0 where it is neither a start nor an end."""
    before = was.string[: was.start()]
    later = 1 if minutes_of(now) > minutes_of(was[1]) else -1
    if _ENDS.search(before) or _LAST.search(before):
        return later  # the later the last visit begins, the longer visiting is
    return -later if _STARTS.search(before) else 0

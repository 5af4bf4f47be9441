"""When visits start or end, told by clocks that moved to one effect (D10).

Starting later or ending earlier is a loss, the reverse a gain; so is fewer beginnings of visits, "at 9, 10 and 11".
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain, joined
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
_NOT_VISITS = regex(
    r"\b(?:check|sign|arriv\w+|regist\w+|desk|office|lobby|line|phone|attorneys?|lawyers?|bus(?:es)?|vans?|ferr(?:y|ies)|trains?|shuttles?|boats?)\b"
)
_LAST = regex(r"\b(?:last|final|latest) (?:\w+ )?(?:visit|session|visiting (?:session|period)|appointment|slot)s?\b")


# "Visiting now ends at 8 p.m.", "The last visit will start at 2 p.m. instead of 4 p.m."
_MOVED = regex(
    r"(?:the |our |all |we (?:now|will) (?:keep|hold|have) )?(?:visits?|visitation|visiting(?: hours)?|(?:last|final|first) (?:\w+ )?(?:visit|session)) (?:(?:now|will|are|is|may|be|held|run|last|open) )*(?P<edge>ends?|closes?|stops?|until|till|starts?|begins?|opens?|from)(?: now)?(?: at)? @(?P<now>\d{4})(?:,? (?:instead of|rather than|not) (?:at |until )?@(?P<was>\d{4}))?(?: now)?[ .!]*"
)
_NOW = regex(r"\b(?:now|will)\b")
_RANGE = regex(r"\[(\d{4})-(\d{4})\]")


def edge_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell in which such clocks alone changed, and new ones that say when visiting ends or starts now."""
    return joined([_reworded(scene, alignment), _news(scene, alignment)])


def _news(scene: Scene, alignment: Alignment) -> Certain:
    """New lines, held against the hours that the line itself or the one line of the old page gives."""
    new = [*((old, new) for old, new in alignment.pairs), *((None, unit) for unit in alignment.added)]
    hits = [(old, unit, hit) for old, unit in new if not unit.row and (hit := _MOVED.fullmatch(unit.plain)) is not None]
    if len(hits) != 1:
        return Certain()
    (old, unit, hit) = hits[0]
    if not hit["was"] and _NOW.search(unit.plain) is None:
        return Certain()
    last = _ENDS.search(f"{hit['edge']} ") is not None
    was = hit["was"] or _given(scene, last=last or _LAST.search(unit.plain) is not None)
    if was is None or was == hit["now"]:
        return Certain()
    later = 1 if minutes_of(hit["now"]) > minutes_of(was) else -1
    sign = later if last or _LAST.search(unit.plain) else -later
    words, quotes = (f"@{was} -> @{hit['now']}",), (old.plain if old else "", unit.plain)
    effect = Effect("D10-edge", sign, Severity.MINOR, (Topic.SCHEDULE,), (), *quotes, words)
    told = [unit, *([old] if old else []), *(gone for gone in alignment.removed if hours_of(gone))]
    return Certain((effect,), tuple(told))


def _given(scene: Scene, *, last: bool) -> str | None:
    """When visiting ends, or starts, by the one line on hours of the old page."""
    told = [hours for unit in scene.before if (hours := hours_of(unit))]
    return told[0][1 if last else 0] if len(told) == 1 else None


def hours_of(unit: Unit) -> tuple[str, str] | None:
    """The hours of visits that a line gives and no others."""
    found = _RANGE.findall(unit.plain)
    visits = _VISITS.search(unit.plain) is not None and _NOT_VISITS.search(unit.plain) is None
    return (found[0][0], found[0][1]) if visits and len(found) == 1 else None


def _reworded(scene: Scene, alignment: Alignment) -> Certain:
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

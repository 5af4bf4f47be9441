"""People who must be let in, and exceptions that let some of them in: "Friends are not to be turned away."

Two refusals in one line sound like one, and so does an exception that is repealed: what it gave, and to whom, stands in
the same line as before.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_WHO = r"(?:friends?|relatives?|cousins?|partners?|spouses?|neighbou?rs?|kin|family|families|visitors?|children|minors|those|anyone|people|persons?|parents?)"
_AWAY = r"(?:turned (?:away|back)|refused|kept out|sent (?:home|away)|denied entry|barred)"
_LET_IN = regex(
    rf"\b{_WHO}\b[^.;,]{{0,60}}? (?:(?:is|are) (?:not|no longer) to be|(?:may|must|shall|will|can) (?:not|no longer|never) be|(?:is|are) never) {_AWAY}\b"
)
_BUT = regex(r"\b(?:unless|except\w*|if|until|but|other than|solely|only|merely)\b")
_GIVES = r"(?:let|lets|allowed|allows|permitted|permits|admitted|admits|gave|gives|entitled|entitles|spared|spares|excused|excuses)"
_BARS = r"(?:barred|bars|kept out|keeps out|excluded|excludes|refused|refuses|forbade|forbids|prohibited|prohibits|denied|denies)"
_GONE = r"(?:(?:is|are|was|were|has been|have been|will be) )?(?:hereby |now )?(?:repealed|rescinded|withdrawn|struck|deleted|removed|ended|abolished|dropped|gone|over|revoked|eliminated|no more)"
_EXCEPTION = regex(
    rf"\bexceptions? (?:that|which|by which|under which) (?:[\w' ]{{0,40}}? )?(?:(?P<gave>{_GIVES})|(?P<barred>{_BARS}))\b[^.;]{{0,80}}? {_GONE}\b"
)
_TO_VISITS = regex(r"\b(?:visit\w*|approved|list|friends?|relatives?|children|minors|hall|booths?)\b")
_KNOWN_BAR = regex(
    rf"\b(?:no (?:person|one|1|visitor)s?|nobody|only|none|not) .*\b(?:approved|admitted|visit|let in)\b|\b{_AWAY}\b|\brule \d"
)


def let_in(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell of people that were kept out and must be let in now, or of an exception that is repealed."""
    if scene.of_others or scene.kind == "news":
        return Certain()
    effects: list[Effect] = []
    lines: list[Unit] = []
    for old, new in _new(alignment):
        effect = _repealed(old, new, scene.title) or _admitted(scene, old, new)
        if effect is not None:
            effects.append(effect)
            lines += [new, *([old] if old else []), *_on_the_rule(new, alignment)]
    return Certain(tuple(effects), tuple(lines))


def _on_the_rule(line: Unit, alignment: Alignment) -> list[Unit]:
    """The lines next to one that lets people in which say that the rule against them is, or was, enforced."""
    return [
        unit
        for unit in alignment.changed
        if abs(unit.place - line.place) <= 1 and unit is not line and _ENFORCED.search(unit.plain)
    ]


_ENFORCED = regex(r"\b(?:enforc\w+|power to waive|waive it)\b")


def _new(alignment: Alignment) -> Iterator[tuple[Unit | None, Unit]]:
    yield from alignment.pairs
    yield from ((None, unit) for unit in alignment.added)


def _repealed(old: Unit | None, new: Unit, title: str) -> Effect | None:
    """An exception for some that is gone: minor, for whom it held is a part of all."""
    said = _EXCEPTION.search(new.plain)
    if said is None or not _TO_VISITS.search(f"{new.plain} {title}"):
        return None
    if old is not None and _EXCEPTION.search(old.plain):
        return None
    sign = -1 if said["gave"] else 1
    words = ("the exception is repealed",)
    was = old.plain if old else ""
    return Effect("P-exception", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), was, new.plain, words)


def _admitted(scene: Scene, old: Unit | None, new: Unit) -> Effect | None:
    said = _LET_IN.search(new.plain)
    if said is None or _BUT.search(new.plain) or any(_LET_IN.search(unit.plain) for unit in scene.before):
        return None
    if not any(_KNOWN_BAR.search(unit.plain) for unit in (*scene.before, *scene.after) if unit is not new):
        return None
    was = old.plain if old else ""
    return Effect("P-let-in", 1, Severity.MAJOR, (Topic.ELIGIBILITY,), (), was, new.plain, (said.group(),))

"""A bar on a class of people that came or went as a line of its own: those once held here, those with a record.

Of a list of many rules, each numbered anew, from which "3. Visitors who have been held in this jail are not admitted for 180
days." is gone, the reader heard the numbers; of "3. A person convicted of a felony." under "Persons who may not visit" it
heard no bar.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

# By the names that the rules on claims have for them.
_CLASSES = {"ex_held": regex(rf"\b(?:{visits.EX_HELD})\b"), "record": regex(rf"\b(?:{visits.RECORD})\b")}
_BARRED = (
    r"(?:(?:is|are|be|will be|shall be) (?:not (?:be )?|never )?(?:barred|banned|excluded|ineligible|disqualified|refused|turned away|denied)"
    r"|(?:(?:may|shall|will|can|do|does|must) not|cannot|can't|won't) (?:be )?(?:visit|come|enter|apply|admitted|approved|let in|listed|allowed|permitted|placed)"
    r"|(?:is|are) not (?:admitted|approved|let in|listed|allowed|permitted|eligible|accepted|received))"
)
_SAYS_SO = regex(rf"\b{_BARRED}\b")
_UNDER = regex(
    r"\b(?:(?:who|that) (?:(?:may|can|will|shall) not|cannot|can't|won't)|may not visit|cannot visit|not (?:be )?(?:admitted|approved|allowed|eligible|permitted)|barred|disqualif\w+|ineligible|grounds for (?:denial|refusal)|refused|excluded)\b"
)
_EASED = regex(
    r"^(?:[\d.)]+ )?(?:no|nobody|none|neither)\b|\b(?:solely|unless|except\w*|not (?:be )?(?:barred|banned|refused|denied|turned away|disqualified)|no longer|until now|if|pending|staff|employees?|volunteers?)\b"
)
_ELSE = regex(rf"\b(?:{elsewhere.ELSEWHERE}|{visits.LEGAL})\b")
_LONGEST = 250  # characters


def class_bars(scene: Scene, alignment: Alignment) -> Certain:
    """What is told where such a line came or went, and no line of the other page speaks of that class."""
    if scene.of_others or scene.kind in ("news", "contract", "vendor"):
        return Certain()
    if len(alignment.same) < len(alignment.removed) + len(alignment.added):
        return Certain()  # of a page that gave way to another one no line went by itself
    for sign, lines, other in ((-1, alignment.added, scene.before), (1, alignment.removed, scene.after)):
        for unit in lines:
            about = next((name for name, words in _CLASSES.items() if words.search(unit.plain)), None)
            if about is not None and _is_bar(unit, scene.title) and not _spoken_of(other, _CLASSES[about]):
                return Certain((_effect(about, unit, sign, scene.title),), (unit,))
    return Certain()


def _is_bar(unit: Unit, title: str) -> bool:
    if len(unit.plain) > _LONGEST or unit.row or _EASED.search(unit.plain) or _ELSE.search(unit.plain):
        return False
    above = f"{title.lower()} / {unit.headings} / {unit.listed}"
    return _SAYS_SO.search(unit.plain) is not None or _UNDER.search(above) is not None


def _spoken_of(page: Iterable[Unit], about: re.Pattern[str]) -> bool:
    return any(about.search(unit.plain) for unit in page)


def _effect(about: str, unit: Unit, sign: int, title: str) -> Effect:
    waits = next((m.value for m in measures(unit, title) if m.name == "waiting_days"), None)
    sides = (None, waits) if sign < 0 else (waits, None)
    facts = (Fact("waiting_days", *sides),) if waits else ()
    quotes = ("", unit.plain) if sign < 0 else (unit.plain, "")
    rule = f"P-{'new' if sign < 0 else 'gone'}-{about}"
    return Effect(rule, sign, Severity.MAJOR, (Topic.ELIGIBILITY,), facts, *quotes, ("a class barred",))

"""A page on which a company bears its new name, read as if it had borne it before.

"GlassTalk is now called Clearline." puts another name into half of a page's lines, none of which says anything new (R4).
Only what is compared is told so: the lines that people are shown keep the name that they had.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.language.words.wording import canonical

_NAME = r"(?:[A-Z][\w&'’-]*|[a-z]+[A-Z]\w*)(?: [A-Z][\w&'’-]*){0,2}"
_CALLED = (
    r"(?:is|are) (?:now|becoming)(?: called| known as| named)?|(?:has|have) (?:become|changed its name to|been renamed(?: to| as)?|rebranded (?:as|to))"
    r"|(?:was|is|is being|will be) (?:renamed|rebranded)(?: to| as)?|(?:changed|changes|is changing|will change) its name to"
    r"|has a new name(?: and a new \w+)?[:,;] (?:we are|we're|it is|it's|meet|say hello to)(?: now)?"
)
_TOLD = regex(rf"\b(?P<old>{_NAME}) (?:{_CALLED}) (?P<new>{_NAME})")
_SAID = regex(r"\b(?:now|becom(?:e|ing)|(?:new|its) name|renamed|rebranded|formerly|previously|once)\b|f/k/a", re.I)
_OF_VISITS = regex(
    r"\b(?:visit\w*|contact|video|calls?|phones?|mail|booths?|windows?|tables?|kiosks?|tablets?|lobby|in-person|free|children|minors|adults|friends|famil(?:y|ies)|walk-?ins?|appointments?|hours|fees?|level \w+|unit \w+|pod \w+)\b",
    re.I,
)
_FORMERLY = regex(
    rf"\b(?P<new>{_NAME}),? \(?(?:formerly|previously|f/k/a|once|the new name (?:of|for))(?: known as| called)? (?P<old>{_NAME})"
)


def under_new_names(scene: Scene, title: str = "") -> Scene:
    """The scene with the old page's lines under the names that the new page says its companies have now. title: of the
    new page, as it is written."""
    for old, new in _names(scene, title):
        scene = replace(scene, before=tuple(_called(unit, old, new) for unit in scene.before))
    return scene


def _names(scene: Scene, title: str) -> Iterator[tuple[str, str]]:
    """Old and new name of each company that was renamed: the old one stands on the old page and, but where the new
    name is told, no more on the new one; the new one was not there before."""
    for text in (title, *(unit.text for unit in scene.after)):
        if _SAID.search(text) is None:  # few lines tell a name, and the whole patterns take longer
            continue
        for told in (_TOLD.search(text), _FORMERLY.search(text)):
            if told is None:
                continue
            old, new = (_word(told[side]) for side in ("old", "new"))
            still = sum(old.search(other.plain) is not None for other in scene.after)
            if (
                _is_name(told["old"], scene.before)
                and _is_name(told["new"], scene.after)
                and not any(new.search(other.plain) for other in scene.before)
                and still <= 1
            ):
                yield told["old"], _in_short(told["new"], scene.after)


def _in_short(name: str, page: Sequence[Unit]) -> str:
    """A name as a page mostly writes it: "Corrigo", where it says "Corrigo Connect" but to introduce it."""
    first, _, rest = name.partition(" ")
    alone = re.compile(rf"\b{re.escape(first)}\b(?! {re.escape(rest)})")
    return first if rest and any(alone.search(unit.text) for unit in page) else name


def _is_name(name: str, page: Sequence[Unit]) -> bool:
    """Whether a page writes it as names are written, with a capital within a sentence too, and it is none of what visits
    are made of: "Visits are now Tuesday" renames nothing."""
    if _OF_VISITS.search(name) or canonical(name) != name.lower():
        return False
    within = re.compile(rf"[a-z,;:] {re.escape(name)}\b")
    return any(within.search(unit.text) for unit in page)


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name.lower())}\b")


def _called(unit: Unit, old: str, new: str) -> Unit:
    pattern = _word(old)
    plain, headings, lead, header = (
        pattern.sub(new.lower(), text) for text in (unit.plain, unit.headings, unit.lead, unit.header)
    )
    trail = tuple(pattern.sub(new.lower(), text) for text in unit.trail)
    return replace(unit, plain=plain, headings=headings, lead=lead, header=header, trail=trail)

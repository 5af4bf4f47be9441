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
    r"(?:is|are) now(?: called| known as| named)?|(?:has|have) (?:become|changed its name to|been renamed(?: to| as)?|rebranded (?:as|to))"
    r"|(?:was|is|is being|will be) (?:renamed|rebranded)(?: to| as)?|(?:changed|changes|is changing|will change) its name to"
    r"|has a new name(?: and a new \w+)?[:,;] (?:we are|we're|it is|it's|meet|say hello to)(?: now)?"
)
_TOLD = regex(rf"\b(?P<old>{_NAME}) (?:{_CALLED}) (?P<new>{_NAME})")
_SAID = regex(r"\b(?:now|become|(?:new|its) name|renamed|rebranded|formerly|previously|once)\b|f/k/a")
_OF_VISITS = regex(
    r"\b(?:visit\w*|contact|video|calls?|phones?|mail|booths?|windows?|tables?|kiosks?|tablets?|lobby|in-person|free|children|minors|adults|friends|famil(?:y|ies)|walk-?ins?|appointments?|hours|fees?|level \w+|unit \w+|pod \w+)\b",
    re.I,
)
_FORMERLY = regex(rf"\b(?P<new>{_NAME}),? \(?(?:formerly|previously|f/k/a|once)(?: known as| called)? (?P<old>{_NAME})")


def under_new_names(scene: Scene) -> Scene:
    """The scene with the old page's lines under the names that the new page says its companies have now."""
    for old, new in _names(scene):
        scene = replace(scene, before=tuple(_called(unit, old, new) for unit in scene.before))
    return scene


def _names(scene: Scene) -> Iterator[tuple[str, str]]:
    """Old and new name of each company that was renamed: the old one stands on the old page and, but where the new
    name is told, no more on the new one; the new one was not there before."""
    for unit in scene.after:
        if _SAID.search(unit.plain) is None:  # few lines tell a name, and the whole patterns take longer
            continue
        for told in (_TOLD.search(unit.text), _FORMERLY.search(unit.text)):
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
                yield told["old"].lower(), told["new"].lower()


def _is_name(name: str, page: Sequence[Unit]) -> bool:
    """Whether a page writes it as names are written, with a capital within a sentence too, and it is none of what visits
    are made of: "Visits are now Tuesday" renames nothing."""
    if _OF_VISITS.search(name) or canonical(name) != name.lower():
        return False
    within = re.compile(rf"[a-z,;] {re.escape(name)}\b")
    return any(within.search(unit.text) for unit in page)


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name.lower())}\b")


def _called(unit: Unit, old: str, new: str) -> Unit:
    pattern = _word(old)
    plain, headings, lead, header = (
        pattern.sub(new, text) for text in (unit.plain, unit.headings, unit.lead, unit.header)
    )
    trail = tuple(pattern.sub(new, text) for text in unit.trail)
    return replace(unit, plain=plain, headings=headings, lead=lead, header=header, trail=trail)

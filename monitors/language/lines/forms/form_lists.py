"""One form of visit more or less in a line that lists several: "by video or in person", "by video".

Nothing in such a line says that a form was taken, so the reader hears a shorter wording, and beside another company's name
a swap of providers. Told where the line is the same but for the form that left the list or came into it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.claims.clauses import turns
from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.lines.firms.providers import nameless
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_ON = (
    r"(?:(?:either|both|also|visits?|by|from|at|in|on|via|over|through|using) )*(?:(?:the|a|an|your|their) )?(?:own )?"
)
_FORMS: tuple[tuple[re.Pattern[str], Topic, Severity], ...] = tuple(
    (regex(rf"\b{_ON}(?:{words})(?: visits?)?(?![\w-])"), topic, level)
    for words, topic, level in (
        (r"in[- ]person(?! video)|face[- ]to[- ]face|booths?|through glass|behind glass", Topic.IN_PERSON, Severity.CRITICAL),
        (r"homes?|remote(?:ly)?|off-?site|online", Topic.VIDEO_REMOTE, Severity.MAJOR),
        (r"(?:kiosks? in the )?lobby(?: (?:kiosks?|screens?|terminals?))?|kiosks?|on-?site", Topic.VIDEO_ONSITE, Severity.MAJOR),
        (r"video(?: calls?)?|screens?", Topic.VIDEO_REMOTE, Severity.MAJOR),
    )
)  # fmt: skip
_LISTS = regex(r"\b(?:or|and|as well as|in addition to|besides|plus)\b|[,/&|]")
_VISIT = regex(r"\b(?:visit\w*|see (?:an?|your|their|the)|loved ones?)\b")
_ASKS = regex(
    r"[$%]|\b(?:instead|in (?:place|lieu)|rather|replac\w+|not|no|never|only if|if|unless|except\w*|must|before|book\w*|schedul\w+|appl\w+|pay\w*|cost\w*|fees?|charged?|free|minutes|check in|rules?|questions?|hearings?|court|record\w*|monitor\w*|search\w*|supervis\w+|observed|watch\w*|terminat\w+|dress|list)\b"
)
_GIVES = regex(
    r"\b(?:offered|available|held|allowed|permitted|provided|possible|take place|may|can|offers?|provides?|hold|receive|have|(?:to see|visit)(?= )|(?:are|is) (?:done |made |conducted )?(?:either |both )?(?:by|in|from|at|on|through|over|video|online|remote))\b|\|"
)
_LONGEST = 160  # characters


def form_lists(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell that list one form of visit more, or less, than they did."""
    found = of_pairs(alignment, _read)
    return found if found.effects and not scene.of_others else Certain()


def _read(old: Unit, new: Unit) -> Effect | None:
    texts = [nameless(unit.plain) for unit in (old, new)]
    if any(len(text) > _LONGEST or _ASKS.search(text) or turns(text) for text in texts) or not _VISIT.search(texts[1]):
        return None
    if not all(map(_GIVES.search, texts)):
        return None
    sides = [{number for number, (form, _, _) in enumerate(_FORMS) if form.search(text)} for text in texts]
    for sign, (more, less), longer in ((-1, sides, texts[0]), (1, sides[::-1], texts[1])):
        moved = more - less
        if not less or not less < more or len(moved) != 1 or not _LISTS.search(longer):
            continue
        shorter = texts[1] if longer is texts[0] else texts[0]
        if _bare(texts[0]) != _bare(texts[1]) or not set(concepts(shorter)) <= set(concepts(longer)):
            return None  # what both name a booth for may be glass or a screen
        _, topic, level = _FORMS[next(iter(moved))]
        words = (f"{topic.value}: {'more' if sign > 0 else 'fewer'} forms of visit",)
        return Effect("P-form-list", sign, level, (topic,), (), old.plain, new.plain, words)
    return None


def _bare(text: str) -> set[str]:
    for form, _, _ in _FORMS:
        text = form.sub(" ", text)
    return set(concepts(text)) - {"visit", "both"}

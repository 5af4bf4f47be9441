"""Companies that no list knows: a name that took another's place in a line on visits, all else being equal, is a swap of
providers (S3). A name that the other page knows too, as "formerly" does, is none.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from monitors.language.lines.certain import Certain
from monitors.language.lines.firms.providers import names_a_company, of_accounts, speaks_of_visits
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.language.words.wording import canonical
from monitors.records import Severity, Topic

_WORD = regex(r"[\w.&'’-]*\w")
_CUE_BEFORE = regex(
    r"\b(?:with|through|by|via|using|uses?|on|from|under|provider|vendor|company|contractor|operator)(?: (?:our|its|a|an|your))?(?: (?:video|visiting|visitation|new|current))?(?: (?:provider|vendor|company|partner|contractor))?[:,]? $",
    re.I,
)
_CUE_BEHIND = regex(
    r"^(?:'s|’s)? (?:accounts?|apps?|(?:web ?)?sites?|portal|platform|system|software|kiosks?|terminals?|video|visits?|visitation|is (?:the|our)|provides|runs|operates|handles|offers|will (?:provide|run|operate|handle))\b",
    re.I,
)
_NO_COMPANY = regex(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|august|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$"
    r"|^(?:sgt|lt|capt|cpl|sheriff|deputy|officer|one|two|three|four|five|six|seven|eight|nine|ten|twelve|no|warden|chaplain|captain|lieutenant|sergeant|major|mr|mrs|ms|dr|judge|director|county|street|avenue|road|hall|building|center|room|unit|pod|block|wing|floor|jail|prison|court|department|office|door|entrance|lobby|gate|english|spanish|the|all|each|every|in|no|only|most|few|fewer|some|many|any|both|several|none|never|always|chrome|safari|edge|firefox|android|ios|windows|mac|google|apple)\.?$",
    re.I,
)

_OF_VISITS = regex(
    r"\b(?:on-?site|off-?site|at-home|remote|home|face-to-face|in-person|(?:non-?)?contact|lobby|online|internet|virtual|web|video|visits?|visiting|visitation|kiosks?|tablets?|phones?|telephone|mobile|regular|special|social|public|family|professional|legal|attorneys?|glass|booths?|screens?|apps?|website|email)\b"
)


def stranger_effects(scene: Scene, alignment: Alignment) -> Certain:
    """One unknown company in place of another, with the lines that tell no more than that."""
    for old, new in alignment.pairs:
        names = _swapped(old.text, new.text)
        if names is None or not speaks_of_visits(new, scene) or names_a_company(old) or names_a_company(new):
            continue
        if canonical(names[0]) not in old.plain:  # the old page is read under the company's new name
            continue
        if _names(names[0], scene.after) or _names(names[1], scene.before):
            continue
        lines = list(_lines(alignment, names))
        effect = Effect("S3-provider", 0, Severity.MINOR, (Topic.VIDEO_REMOTE,), (), old.plain, new.plain, names)
        return Certain((effect,), tuple(lines))
    return Certain()


def _names(company: str, page: Iterable[Unit]) -> bool:
    return any(company.casefold() in unit.text.casefold() for unit in page)


def _swapped(old: str, new: str) -> tuple[str, str] | None:
    """The two names in which alone two wordings differ, each where a company stands."""
    was, now = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    words = [[hit.group() for hit in hits] for hits in (was, now)]
    head = 0
    while head < min(map(len, words)) and words[0][head] == words[1][head]:
        head += 1
    tail = 0
    while tail < min(map(len, words)) - head and words[0][-1 - tail] == words[1][-1 - tail]:
        tail += 1
    spans = [hits[head : len(hits) - tail] for hits in (was, now)]
    if not all(1 <= len(span) <= 3 and all(_nameable(hit.group()) for hit in span) for span in spans):
        return None
    texts = ((old, spans[0]), (new, spans[1]))
    if not all(
        _CUE_BEFORE.search(text[: span[0].start()]) or _CUE_BEHIND.match(text[span[-1].end() :]) for text, span in texts
    ):
        return None
    told = [text[span[0].start() : span[-1].end()] for text, span in texts]
    return (told[0], told[1]) if all(_OF_VISITS.sub("", name.casefold()).strip() for name in told) else None


def _nameable(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and _NO_COMPANY.match(word) is None


def _lines(alignment: Alignment, names: tuple[str, str]) -> Iterable[Unit]:
    told = regex("|".join(re.escape(canonical(name)) for name in names))
    for pair in alignment.pairs:
        bare = [concepts(told.sub(" ", unit.plain)) for unit in pair]
        if bare[0] == bare[1]:
            yield from pair
    yield from (unit for unit in (*alignment.removed, *alignment.added) if of_accounts(unit))

"""A number of visits that was assured and is granted at somebody's pleasure now, or the other way about (D3).

"Each resident shall receive two visits in each week." became "A resident may be granted up to two visits in a week, or
fewer or none, as the shift commander sees fit.": the figure stands, and nobody can count on it any more.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_WHO = r"(?:(?:each|every|all|any|an?|the) )?(?:inmates?|persons?|people|residents?|detainees?|prisoners?|offenders?|individuals?|youths?)(?: (?:held|housed|confined|in custody|here|in (?:this|the) [\w-]+))*"
_VISITS = r"(?:(?P<count>\d+) )?(?:[\w-]+ )?visits?\b"
_ASSURED = regex(
    rf"\b{_WHO} (?:shall|must|will|(?:is|are) (?:entitled to|assured(?: of)?|guaranteed|to)|ha(?:s|ve) (?:the|a) right to)(?: (?:have|receive|get|be (?:given|allowed|granted|permitted)))? (?:at least |no fewer than |not less than |a minimum of )?{_VISITS}"
)
_GRANTED = regex(
    r"\b(?:may|might|can) (?:be (?:granted|given|allowed|offered|permitted)|receive|have|get) (?:up to )?(?:\d+ |some |any )?(?:[\w-]+ )?visits?\b|\bvisits? (?:is|are|may be) (?:granted|given|allowed|a matter)\b|\bnumber of (?:[\w-]+ )?visits?\b"
)
_AT_PLEASURE = regex(
    r"\b(?:sees? fit|(?:as|when|where|if) (?:staff(?:ing)?|space|time|numbers|conditions|circumstances) (?:permits?|allows?)|discretion\w*|(?:is|are|be) for (?:the|a) (?:[\w'-]+ ){1,4}to (?:set|decide|fix|determine|say)|(?:or|and) (?:fewer|less)(?:,? or| and)? none|or (?:fewer|less|none|not at all)|(?:not|no longer|never) (?:assured|guaranteed|promised|owed))\b"
)
_DENIED = regex(r"\b(?:not|no|never|nor|unless|except)\b")


def assured_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What reworded lines tell by which visits in a week are owed on one page, and given at pleasure on the other."""
    if scene.kind == "news":
        return Certain()
    return of_pairs(alignment, _told)


def _told(old: Unit, new: Unit) -> Effect | None:
    for owed, given, sign in ((old, new, -1), (new, old, 1)):
        assured = _ASSURED.search(owed.plain)
        if assured is None or _DENIED.search(owed.plain[: assured.end()]) or _AT_PLEASURE.search(owed.plain):
            continue
        if _GRANTED.search(given.plain) and _AT_PLEASURE.search(given.plain) and not _ASSURED.search(given.plain):
            return _effect(old, new, sign, assured["count"], given)
    return None


def _effect(old: Unit, new: Unit, sign: int, count: str | None, given: Unit) -> Effect:
    facts: tuple[Fact, ...] = ()
    if count and count not in given.plain.split() and "week" in (old.plain if sign < 0 else new.plain):
        owed = float(count)
        facts = (Fact("visits_per_week", *((owed, None) if sign < 0 else (None, owed))),)
    words = ("owed, now at pleasure" if sign < 0 else "at pleasure, now owed",)
    topics = (Topic.DURATION_FREQUENCY,)
    return Effect("D3-assured", sign, Severity.MAJOR, topics, facts, old.plain, new.plain, words)

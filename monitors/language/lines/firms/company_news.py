"""What a company says of itself: its new name, its mission, its pride. None of it is of visits (R4, T13), but the reader was
taught little of it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.language.words.wording import canonical

_NAME = r"[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,3}"
# "Clearbooth is now called Corrlink", "Farview Video is changing its name to Nearby"
_RENAMED = regex(
    rf"^(?:(?:As of|Effective|On|Beginning) [^,]{{3,30}}, )?(?:{_NAME}) (?:is now (?:called |known as |named )?|(?:has|have) (?:changed its name to|become|rebranded (?:as|to))|(?:is|are|was|were|has been|will be) (?:now |being )?(?:renamed|rebranded)(?: as| to)? |(?:is changing|changed|changes|will change) its name to|becomes|will (?:now )?be (?:called|known as)) ?(?:{_NAME})"
)
# What may follow: that all else is as it was.
_AS_BEFORE = regex(
    r"\b(?:(?:stays?|remains?|are|is|keeps?) (?:(?:exactly|just) )?(?:the same|unchanged|as (?:they|it) (?:were|was|are|is))|nothing (?:else )?(?:will )?(?:changes?|be changed)|no(?:thing)? (?:\w+ )?changes?|the same (?:company|team|service|people))\b",
    re.I,
)
_MORE = regex(
    r"[$%\d]|\b(?:except|but(?! your)|although|however|no longer|new (?:price|fee|rate)s?|higher|lower|end|ends)\b",
    re.I,
)
_FORMERLY = regex(
    rf",? ?\(?(?:formerly|previously|f/k/a|once|the new name (?:of|for))(?: known as| called)? (?P<name>{_NAME})\)?,?"
)
_PRAISES = regex(
    r"^(?:our|the company's|\w+'s) (?:mission|vision|goals?|aim|purpose|passion|values?|story|commitment)\b|^(?:at \w+, )?we (?:believe|are (?:proud|honored|excited|thrilled|committed|dedicated|passionate|grateful|pleased) (?:to|of|that|by|about)|care (?:deeply )?about|strive|pride ourselves|understand (?:how|that))\b"
)
# What may be a promise after all.
_TERMS = regex(
    r"\b(?:visit\w*|in-person|face-to-face|free|fees?|prices?|rates?|costs?|charges?|commissions?|refund\w*|contracts?|agreements?|minutes|never|no longer|not|end|stop|requir\w+|calls?)\b|[$%{\[@\d]"
)
# What becomes of visits, in a line that praises.
_CHANGES = regex(
    r"\b(?:complimentary|on us|pay(?:s|ing)?|paid|billed|session(?:s|)|booths?|glass|replac\w+|takes? the place|taken? out|in favor of|sole|only (?:way|channel|means)|exclusive\w*|doubl\w+|halv\w+|longer|shorter|twice|half|clos(?:e|ed|es|ing)|re-?open\w*|drop(?:ped|s)?|done away|waiv\w+)\b"
)
# "Our technicians visit every jail twice a year."
_CALLS_ON = regex(
    r"^(?:we|our (?:[\w-]+ )?(?:teams?|staff|technicians?|engineers?|people|ceo|president|trainers?|experts?)|the (?:company|team|vendor|provider)) (?:(?:also|often|regularly|will|have|has|now) )*(?:visits?|visited|visiting|tours?|toured) (?:(?:with|at|\d+|every|each|all|our|the|many|several|an?|county|new|local) )*(?:jails?|prisons?|facilit\w+|count(?:y|ies)|customers?|clients?|partners?|sites?|sheriffs?)\b(?!.*\b(?:inmates?|families|visitors?|video|in-person)\b)"
)
# What is left over of a line may be a name, but none of these.
_NO_NAME = frozenset(
    (
        "not",
        "only",
        "freeofcharg",
        "cost",
        "visit",
        "inperson",
        "may",
        "must",
        "upto",
        "video",
        "child",
        "lobby",
        "home",
    )
)
_OURS_ONLY = "R4 what a company says of itself"


def company_lines(scene: Scene, alignment: Alignment) -> Certain:
    """Lines that tell a company's new name, or praise it, and say nothing else."""
    lone = [
        unit
        for unit in (*alignment.removed, *alignment.added)
        if _renames(unit) or (scene.kind == "vendor" and (_praises(unit) or _CALLS_ON.search(unit.plain)))
    ]
    pairs = [pair for pair in alignment.pairs if _same_under_new_name(*pair) or all(map(_renames, pair))]
    pairs += [pair for pair in alignment.pairs if _renames_beside(*pair)]
    if scene.kind == "vendor":
        pairs += [pair for pair in alignment.pairs if all(map(_praises, pair))]
    lines = (*lone, *(unit for pair in pairs for unit in pair))
    return Certain((), lines, (_OURS_ONLY,) if lines else ())


def _renames(unit: Unit) -> bool:
    found = _RENAMED.match(unit.text)
    if found is None:
        return False
    rest = unit.text[found.end() :].strip(" .,;!")
    return not rest or (_AS_BEFORE.search(rest) is not None and _MORE.search(rest) is None)


def _renames_beside(old: Unit, new: Unit) -> bool:
    """Whether a part of the new line tells a new name, and all else in it stood in the old one."""
    parts = _PARTS.split(new.text)
    named = [part for part in parts if (hit := _RENAMED.match(part)) is not None and not part[hit.end() :].strip(" .")]
    kept = {canonical(part).strip(" .") for part in parts if part not in named}
    was = {canonical(part).strip(" .") for part in _PARTS.split(old.text)}
    if len(named) != 1 or not kept <= was:
        return False
    name = re.match(_NAME, named[0])
    rest = (part.replace(name.group().lower(), " ") if name else part for part in was - kept)
    return not any(_TERMS.search(part) for part in rest)


_PARTS = regex(r"; ?")


def _praises(unit: Unit) -> bool:
    return _PRAISES.search(unit.plain) is not None and not (_TERMS.search(unit.plain) or _CHANGES.search(unit.plain))


def _same_under_new_name(old: Unit, new: Unit) -> bool:
    """ "through Clearbooth" and "through Corrlink (formerly Clearbooth)"."""
    for one, other in ((old, new), (new, old)):
        told = _FORMERLY.search(one.text)
        if told is None or told["name"].strip(".") not in other.text:
            continue
        bare = concepts(canonical(_FORMERLY.sub("", one.text)))
        rest = concepts(canonical(other.text.replace(told["name"].strip("."), " ")))
        left = [word for word in bare if word not in rest]
        if any(word in _NO_NAME or not word[0].isalpha() for word in left):
            continue
        if len(left) <= 3 and [word for word in bare if word in rest] == list(rest):
            return True
    return False

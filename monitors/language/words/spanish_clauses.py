"""The clauses of a Spanish line with their verbs in English, each behind the thing that it is said of.

"No se permiten abrazos" is "abrazos are not allowed" then, "el penal suspendio las visitas" "las visitas have been
suspended": what the nouns are in English is left to their phrases (spanish.py).
"""

from __future__ import annotations

import re

from monitors.language.words.lexicon_spanish import ENDS, named
from monitors.language.words.lexicon_spanish_verbs import FORMS
from monitors.language.words.patterns import regex
from monitors.language.words.spanish_verbs import DENIED, SAID, Group, Words, verb_group

_BOUND = regex(r"[.,;:|()!?]| (?:y|pero|que|si|cuando|o) ?$")
# What may stand before a verb whose thing comes behind it.
_LEAD = regex(
    named(
        r"(?:(?:por|a partir|desde|hasta|en|durante|debido|a causa|con|sin|(?:los |el |cada |todos los )(?:DAY|dias?)"
        r"|ahora|hoy|actualmente|temporalmente|tambien|ademas|asimismo|y|e|pero|que|(?:solo|solamente|unicamente) ?$"
        rf"|{SAID}(?:on|from|beginning|every) ?)(?![a-z])[^.,;:|]*)?$"
    )
)
_THING = regex(rf" (?:[a-z]|\$?\d|{SAID}(?!(?:on|from|beginning|per|by|for|at|only|to|because)\b))")
# What somebody stops or resumes: all visits, or one kind of them.
_VISITS_BORNE = regex(rf" ((?:[a-z]+ ){{0,2}}(?:visitas|visitacion|{SAID}[a-z -]*visit{SAID}s?))(?= |[.,;:|]|$)")
_NO_THING = regex(r" (?:sin|con|en|hasta|desde|durante|para|si|por|antes|despues|cuando|como|a partir|debido)\b")
_TO_PEOPLE = regex(r"^a(l)? ")
_TO_MANY = regex(r"a [a-z]+s\b")
_NONE = regex(r"\b(?:(nadie)|ningun[oa]?)\b")
_BARE_NONE = regex(r"(?:(mas de)|ningun[oa]?) ")
_ENDS = regex(
    rf" (?:{named(ENDS)})\b| {SAID}(?:on|from|beginning|per|by|for|at least|at|to|because of) |[.,;:|()]|$"
    rf"| (?:\S+{SAID} {SAID}|{SAID}one {SAID})\w+{SAID} in advance"
)


def put_into_english(text: str) -> str:
    """A clause without accents, its verbs English and marked as that, each behind the thing that it is said of."""
    words, at = Words(_LEAVE_THAT.sub(_leave_that, text)), 0
    read: list[str] = []
    while at < len(words.tokens):
        group = verb_group(words, at)
        if group is None:
            read.append(words.tokens[at])
            at += 1
            continue
        before, behind = "".join(read), "".join(words.tokens[group.end :])
        said, rest = (
            _turned(before, group, behind) or _borne(before, group, behind) or (_in_place(before, group), behind)
        )
        return said + _denied_once(put_into_english(rest), group.said)
    return "".join(read)


def _turned(before: str, group: Group, behind: str) -> tuple[str, str] | None:
    """A clause with its verb behind the thing that follows it, and the rest of the line; None where none does."""
    end = _thing_ends(behind)
    thing = behind[:end].strip()
    if not (group.turns and thing and _leads(before) and _THING.match(behind)) or _NO_THING.match(behind):
        return None
    said = _agreed(group.said, thing)
    if _BARE_NONE.match(thing) and DENIED.search(said):
        said, thing = DENIED.sub("", said, count=1).replace("  ", " "), _BARE_NONE.sub(_no, thing)
    only = f"{SAID}only{SAID} " if group.only else ""
    return f"{before}{only}{_plain_thing(thing, said)} {SAID}{said}{SAID}", behind[end:]


def _borne(before: str, group: Group, behind: str) -> tuple[str, str] | None:
    """What becomes of the visits that somebody stops or resumes, and the rest of the line; None for any other verb."""
    visits = _VISITS_BORNE.match(behind) if group.borne else None
    if visits is None:
        return None
    bounds = [0, *(hit.end() for hit in _BOUND.finditer(before))]
    said = _agreed(group.borne, f"a {visits[1]}")
    return f"{before[: bounds[-1]]}{visits[1]} {SAID}{said}{SAID}", behind[visits.end() :]


def _in_place(before: str, group: Group) -> str:
    """A verb where it stands, "you" before it where nobody is named."""
    free = group.free and _leads(before) and not before.rstrip().endswith("que")
    return f"{before}{f'{SAID}you{SAID} ' * free}{SAID}{group.said}{SAID}"


_LEAVE_THAT = regex(
    r"\b(ya no |no )?(?:se|esta|queda) ((?:permit|autoriz|prohib|exig|requier)\w+) que "
    r"((?:[a-z]+ ){1,6}?)(no )?(?:se )?"
    rf"({'|'.join(word for word, form in FORMS.items() if form.tense == 'wish')})\b"
)


def _leave_that(found: re.Match[str]) -> str:
    """ "No se permite que los menores visiten" as "los menores no pueden visitar"."""
    denial, leave, thing, not_to, word = found.groups()
    refused = (leave.startswith("prohib") + bool(denial) + bool(not_to)) % 2
    verb = "deben" if leave.startswith(("exig", "requier")) else "pueden"
    return f"{thing}{'no ' * refused}{verb} {FORMS[word].infinitive}"


def _leads(before: str) -> bool:
    """Whether nothing that a verb could be said of stands before it in its clause."""
    bounds = [hit.end() for hit in _BOUND.finditer(before)]
    return _LEAD.match(before[bounds[-1] if bounds else 0 :].lstrip()) is not None


def _thing_ends(behind: str) -> int:
    hit = _ENDS.search(behind, 1)
    return hit.start() if hit else len(behind)


def _plain_thing(thing: str, said: str) -> str:
    """Without the "a" before people; denied twice in Spanish is denied once in English."""
    return _denied_once(_TO_PEOPLE.sub(lambda to: "el " if to[1] else "", thing), said)


def _no(found: re.Match[str]) -> str:
    return f"{SAID}no more than{SAID} " if found[1] else f"{SAID}no{SAID} "


def _agreed(said: str, thing: str) -> str:
    """What is said of people who are its object in Spanish: "se cobra a las familias"."""
    if not _TO_MANY.match(thing):
        return said
    return re.sub(r"^(is|has)\b", lambda verb: {"is": "are", "has": "have"}[verb[1]], said)


def _denied_once(text: str, said: str) -> str:
    if not DENIED.search(said):
        return text
    return _NONE.sub(lambda none: f"{SAID}{'anyone' if none[1] else 'any'}{SAID}", text)

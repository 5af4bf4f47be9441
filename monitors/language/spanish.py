"""Notices in Spanish put into the English that rules and reader know, phrase by phrase.

No translation to be shown: it only has to say who may visit, when, how and for what price. Text in other languages, and
Spanish that speaks of none of it, stays as it is.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from monitors.language import lexicon_spanish as lexicon

_MONTH, _DAY = ("(?:" + "|".join(names) + ")" for names in (lexicon.MONTHS, lexicon.DAYS))
_NUMBER = "(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|dieciocho|veinte|veintiuno|treinta|cuarenta|sesenta)"
# Words that no English line holds; all others that are known as Spanish count only beside them.
_STRONG = re.compile(
    r"\b(?:visitas?|visitar|visitantes?|intern[oa]s?|reclus[oa]s?|carcel|detenid[oa]s?|correspondencia|correo|cartas|abogad[oa]s?|horarios?|citas?|minutos|dias|llamadas?|feriados?|festivos?|borrador|tabletas?|familiares|amigos|menor(?:es)?|ning[uú]n[oa]?|ninos|adult[oa]s|gratis|cerrad[oa]s?|suspendid[oa]s?|cancelad[oa]s?|se (?:\w+an?|\w+en?)|habra|deben?|pueden?|permit(?:en?|id[oa]s?|iran?)|videovisitas?|contacto|identificacion|antecedentes|matriculas?|cuestan?|semanas?|aviso|navidad|reglas|oficina|estara|derogad[oa]|anulad[oa]|obsolet[oa]|ofrec\w+|requier\w+|abrazos?|anticipacion)\b"
)
_UNSPOKEN = re.compile(rf"[\d$:.,%-]+|\b(?:{_MONTH}|{_DAY}|am|pm|[ap]\.? ?m)\b")
_PARTS = re.compile(r"((?<![ap]\.m\.)(?<!\b[a-z]\.)(?<=[.!?;])\s+|\s*[|/()]\s*|\s*;\s*|\s+-\s+)")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.8  # of the words, known as Spanish: where less is, half a translation tells the reader less than none
_SAID = "\x01"  # stands around what is English already


def _named(pattern: str) -> str:
    return pattern.replace("MONTH", _MONTH).replace("DAY", _DAY).replace("NUMBER", _NUMBER)


_VERB = "|".join(f"(?P<v{i}>{verb})" for i, verb in enumerate(lexicon.VERBS))
_VERB_FIRST = re.compile(
    rf"(?P<lead>^|[,:] |(?:^|, ?| )y )(?:{_VERB}) (?P<said>[^.,;:|]+?)(?= (?:{_named(lexicon.ENDS)})\b| {_SAID}(?:on|from) |[.,;:|]|$)"
)
_VERB_LAST = re.compile(rf"\b(?:{_VERB})(?=[ .,;:|]|$)")
_ENGLISH_VERBS = tuple(lexicon.VERBS.values())
_PLURAL = re.compile(r"\b(?:las|los|todas|todos|visits|visitas|llamadas|cartas|menores|familiares|abogados)\b|s$")
_ORDERS = tuple((re.compile(_named(pattern)), english) for pattern, english in lexicon.ORDERS)
_KNOWN = {**lexicon.PHRASES, **lexicon.MONTHS, **lexicon.DAYS}
_EACH = tuple((re.compile(spanish), english) for spanish, english in _KNOWN.items())
_ANY = re.compile(
    rf"{_SAID}[^{_SAID}]*{_SAID}|(?<![\w$.])(?:"
    + "|".join(sorted(_KNOWN, key=len, reverse=True))
    + r")(?!\w)(?!\. ?m\b)"
)


def english(text: str) -> str:
    """Lower-case text with its Spanish sentences, cells and asides in English words."""
    if text.isascii() and _STRONG.search(text) is None:
        return text
    return "".join(_part(part) if i % 2 == 0 else part for i, part in enumerate(_PARTS.split(text)))


@lru_cache(maxsize=8192)  # of a page each line is asked about several times
def is_spanish(text: str) -> bool:
    """Whether a line, as its page writes it, is put into English here in any part."""
    lower = text.lower()
    return english(lower) != lower


def _part(text: str) -> str:
    bare = _without_accents(text)
    return _translated(bare) if bare.strip() and _is_spanish(bare) else text


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate({0xBF: "", 0xA1: ""})


def _is_spanish(bare: str) -> bool:
    """Whether most words are known as Spanish, one of them such as English never holds."""
    if _STRONG.search(bare) is None:
        return False
    rest = _UNSPOKEN.sub(" ", bare)
    known = {at for known in (_STRONG, _ANY) for hit in known.finditer(rest) for at in range(*hit.span())}
    words = [hit.start() for hit in _WORD.finditer(rest)]
    return sum(at in known for at in words) >= _ENOUGH * len(words)


@lru_cache(maxsize=4096)
def _translated(bare: str) -> str:
    for pattern, said in _ORDERS:
        bare = pattern.sub(_marked(said), bare)
    bare = _VERB_LAST.sub(lambda found: f"{_SAID}are {_verb(found)}{_SAID}", _VERB_FIRST.sub(_turned, bare))
    return re.sub(r" {2,}", " ", _ANY.sub(_phrase, bare))


def _marked(said: str) -> str:
    """A replacement with its English words marked, so that they are not taken for Spanish ones."""
    return re.sub(r"(\\\d)|([^\\]+)", lambda part: part[1] or f"{_SAID}{part[2]}{_SAID}", said)


def _turned(found: re.Match[str]) -> str:
    """The thing first, then what is said of it."""
    verb = "are" if _PLURAL.search(found["said"].replace(_SAID, "")) else "is"
    return f"{found['lead']}{found['said']} {_SAID}{verb} {_verb(found)}{_SAID}"


def _verb(found: re.Match[str]) -> str:
    return next(verb for i, verb in enumerate(_ENGLISH_VERBS) if found[f"v{i}"] is not None)


def _phrase(found: re.Match[str]) -> str:
    words = found.group()
    if words[0] == _SAID:
        return words.strip(_SAID)
    return next((said for pattern, said in _EACH if pattern.fullmatch(words)), words)

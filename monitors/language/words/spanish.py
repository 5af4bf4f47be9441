"""Notices in Spanish put into the English that rules and reader know: clauses by their verbs, the rest by phrases.

No translation to be shown: it only has to say who may visit, when, how and for what price. Text in other languages, and
Spanish that speaks of none of it, stays as it is.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from monitors.language.words import lexicon_spanish as lexicon
from monitors.language.words.patterns import regex
from monitors.language.words.spanish_clauses import put_into_english
from monitors.language.words.spanish_clocks import spelled_clocks
from monitors.language.words.spanish_verbs import SAID, alone, known

# Words that no English line holds; all others that are known as Spanish count only beside them.
_STRONG = regex(
    r"\b(?:visitas?|visitacion(?:es)?|visitar|videollamadas?|precios?|tarifas?|cupos?|presos?|confinad[oa]s?|reos?|visitantes?|intern[oa]s?|reclus[oa]s?|carcel|detenid[oa]s?|correspondencia|correo|cartas|abogad[oa]s?|horarios?|citas?|minutos|dias|llamadas?|feriados?|festivos?|borrador|tabletas?|familiares|amigos|menor(?:es)?|ning[uú]n[oa]?|ninos|adult[oa]s|gratis|cerrad[oa]s?|suspendid[oa]s?|cancelad[oa]s?|se (?:\w+an?|\w+en?)|habra|deben?|pueden?|permit(?:en?|id[oa]s?|iran?)|videovisitas?|contacto|identificacion|antecedentes|matriculas?|cuestan?|semanas?|aviso|navidad|reglas|oficina|estara|derogad[oa]|anulad[oa]|obsolet[oa]|ofrec\w+|requier\w+|abrazos?|anticipacion)\b"
)
_UNSPOKEN = regex(rf"[\d$:.,%-]+|\b(?:{lexicon.named('MONTH|DAY')}|am|pm|[ap]\.? ?m)\b")
_PARTS = regex(r"((?<![ap]\.m\.)(?<!\b[a-z]\.)(?<=[.!?;])\s+|\s*[|/()]\s*|\s*;\s*|\s+-\s+)")
_PIECES = regex(r".{1,1000}(?:[,:] |$)|.{1,1000}(?= |$)|\S+|\s+")  # no sentence is longer than the first one
_YOU = regex(r"\byou\b")
_WORD = regex(r"[^\W\d_]+")
_ENOUGH = 0.8  # of the words, known as Spanish: where less is, half a translation tells the reader less than none


def _marked(said: str) -> str:
    """A replacement with its English words marked, so that they are not taken for Spanish ones."""
    return re.sub(r"(\\\d)|([^\\]+)", lambda part: part[1] or f"{SAID}{part[2]}{SAID}", said)


_PLAINER = tuple((regex(lexicon.named(pattern)), plainer) for pattern, plainer in lexicon.PLAINER)
_ORDERS = tuple((regex(lexicon.named(pattern)), _marked(english)) for pattern, english in lexicon.ORDERS)
_KNOWN = {**lexicon.PHRASES, **lexicon.NUMBERS, **lexicon.MONTHS, **lexicon.DAYS}
_EACH = tuple((regex(spanish), english) for spanish, english in _KNOWN.items())
_ANY = regex(
    rf"{SAID}[^{SAID}]*{SAID}|(?<![\w$.])(?:" + "|".join(sorted(_KNOWN, key=len, reverse=True)) + r")(?!\w)(?!\. ?m\b)"
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
    if not bare.strip() or not _is_spanish(bare):
        return text
    return "".join(map(_translated, _PIECES.findall(bare)))


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).translate({0xBF: "", 0xA1: ""})


def _is_spanish(bare: str) -> bool:
    """Whether most words are known as Spanish, one of them such as English never holds."""
    if _STRONG.search(bare) is None:
        return False
    rest = _UNSPOKEN.sub(" ", bare)
    read = {at for pattern in (_STRONG, _ANY) for hit in pattern.finditer(rest) for at in range(*hit.span())}
    words = [(hit.start(), hit.group()) for hit in _WORD.finditer(rest)]
    return sum(at in read or known(word) for at, word in words) >= _ENOUGH * len(words)


@lru_cache(maxsize=4096)
def _translated(bare: str) -> str:
    bare = spelled_clocks(bare)
    for pattern, plainer in _PLAINER:
        bare = pattern.sub(plainer, bare)
    for pattern, said in _ORDERS:
        bare = pattern.sub(said, bare)
    said = _ANY.sub(_phrase, put_into_english(bare))
    said = re.sub(r" {2,}", " ", _WORD.sub(lambda word: alone(word.group()) or word.group(), said))
    if _YOU.search(said):
        said = said.replace("their ", "your ")
    return said if bare[:1] == " " else said.lstrip(" ")


def _phrase(found: re.Match[str]) -> str:
    words = found.group()
    if words[0] == SAID:
        return words.strip(SAID)
    return next((said for pattern, said in _EACH if pattern.fullmatch(words)), words)

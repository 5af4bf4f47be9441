"""A page put right after scanning, or scanned anew, read as if the scanner had seen the same letters on both.

"V1SITS. Each res1dent has tvvo (2) visits of 3O minutes" says what the clean text says (R2). A token that looks like no
word or figure, and that the other page does not hold, is read as the one there that a scanner takes for it; only what
is compared is read so. A figure is never read as another one: no scanner takes 10 for 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from monitors.language.words.patterns import regex
from monitors.records import Segment

_TOKEN = regex(r"[^\W_]+(?:[:.][^\W_]+)*")  # clocks and sums as one: "l:00", "$l0.O0"
_GLYPHS = str.maketrans({"0": "o", "1": "l", "i": "l"})
_GLYPHS_OF_WORDS = str.maketrans({"5": "s", "8": "b", "c": "o", "e": "o"})  # "8B" and "88" are two units
_MANY = 3  # letters of a word
_DIGITS = str.maketrans({"O": "0", "I": "1", "l": "1"})
_SWITCH = regex(r"[^\W\d_](?=[:.]?\d)|\d(?=[:.]?[^\W\d_])")
_RUN = regex(r"rn|vv")  # for m and w
_WHOLE = regex(r"\d+(?:[:.]\d+)*(?:st|nd|rd|th|[ap]\.?m?|min|hrs?|h)?", re.IGNORECASE)
_FIGURE = regex(r"(?=.*\d)[\dlOI]+(?:[:.][\dlOI]+)*|[lOI]{1,2}:[lOI]{2}")
_BY_LETTERS = regex(r"l[lO]|[OI][lO]|OI|Il|lI")  # two digits of which none was seen as one
_PLENTY = 4  # such tokens, from which on words of two letters and a lone "l" are doubted
_LONE = ("l", "1")
_BEGINS = regex(r"^$|[.!?] $")
_EVIDENCE = 2  # tokens no clean page has, from which on a page's plain words are doubted, too: "frorn", "wlndows"

_Readings = Mapping[str, str]


def as_scanned(before: Sequence[Segment], after: Sequence[Segment]) -> tuple[Sequence[Segment], Sequence[Segment]]:
    """Both pages with what a scanner damaged on the one read as it stands on the other."""
    old, new = _tokens(before), _tokens(after)
    return _mended(before, _readings(old, new)), _mended(after, _readings(new, old))


def _tokens(page: Iterable[Segment]) -> frozenset[str]:
    return frozenset(token for one in page for text in (one.text, *one.heading) for token in _TOKEN.findall(text))


def _readings(own: AbstractSet[str], other: AbstractSet[str]) -> _Readings:
    """How the damaged tokens of a page are read."""
    held = {token.lower() for token in other}
    strange = [token for token in own if token.lower() not in held]
    if not any(map(_damage, strange)):
        return {}
    known: dict[str, list[str]] = {}
    for token in other:
        known.setdefault(_glyphs(token), []).append(token)
    meant = {token: clean for token in strange if (clean := _meant(token, known.get(_glyphs(token), ())))}
    found = {token: clean for token, clean in meant.items() if _is_garbage(token) and _damage(clean) < _damage(token)}
    if len(found) < _EVIDENCE:
        return found
    many = 2 if len(found) >= _PLENTY else _MANY
    words = {token: clean for token, clean in meant.items() if _may_be_damaged(token, clean, many)}
    figures = {token: token.translate(_DIGITS) for token in strange if _FIGURE.fullmatch(token)}
    return {**figures, **words, **found}


def _damage(token: str) -> int:
    """How often a token is what no word or figure is: letters and digits in turns, two letters that look like one."""
    bare = token.lower()
    return 0 if _WHOLE.fullmatch(bare) else len(_SWITCH.findall(bare)) + len(_RUN.findall(bare))


def _is_garbage(token: str) -> bool:
    """Whether a token is no word: "rn" stands in many."""
    return "vv" in token.lower() or not (token.isalpha() or token.isdecimal())


def _may_be_damaged(token: str, clean: str, many: int) -> bool:
    """Whether a word on a scanned page may be the other page's; "III" is no "ill". many: letters of a word."""
    if token.isalpha() and len(token) >= many:
        return token.isupper() == clean.isupper() or token[1:].isupper() == clean[1:].isupper()
    return _BY_LETTERS.fullmatch(token) is not None or (many < _MANY and (token, clean) == _LONE)


def _glyphs(token: str) -> str:
    """A token with all that scanners take for each other written alike."""
    bare = token.lower().replace("lc", "k")
    if sum(map(str.isalpha, bare)) >= _MANY:
        bare = bare.translate(_GLYPHS_OF_WORDS)
    return bare.replace("rm", "nn").replace("rn", "m").replace("vv", "w").replace("h", "b").translate(_GLYPHS)


def _meant(token: str, alike: Sequence[str]) -> str:
    """The token of the other page that looks like this one, in the same case if it can be; "" where there is none, or
    two: "ball" and "bail"."""
    if len({one.lower() for one in alike}) != 1:
        return ""
    return max(
        sorted(alike), key=lambda one: (one.isupper() == token.isupper(), one[:1].isupper() == token[:1].isupper())
    )


def _mended(page: Sequence[Segment], readings: _Readings) -> Sequence[Segment]:
    if not readings:
        return page

    def token(hit: re.Match[str]) -> str:
        clean = readings.get(hit[0], hit[0])
        # "ln that case" begins a sentence, which is cut there where it is seen to.
        begins = clean != hit[0] and _BEGINS.search(hit.string[max(hit.start() - 2, 0) : hit.start()])
        return clean[:1].upper() + clean[1:] if begins else clean

    def read(text: str) -> str:
        return _TOKEN.sub(token, text)

    return [replace(one, text=read(one.text), heading=tuple(map(read, one.heading))) for one in page]

"""Segments: the unit of text, and the two forms of it that comparisons use.

`fold` is the form in which two texts are "the same words": style of quotes, dashes, case, clock and numbers is gone.
`key` is the folded text with machine-made tokens (hashes, UUIDs, version strings) masked; a change of such a token is
no change of the page. Both are pure and idempotent. Nothing is dropped here: every visible word stays in the key.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from monitors.hyphens import is_divided, joined_lines, known_words
from monitors.records import Segment, SegmentKind
from monitors.struck import parted
from monitors.unseen import INVISIBLE

SPLIT_OVER = 90  # blocks up to this long stay whole, longer ones are cut into sentences
OVERLONG = 1000  # a "sentence" longer than this has no punctuation to cut at and is cut at words
ROW_MARK = " | "  # between the cells of one table row

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STYLE = str.maketrans(
    dict.fromkeys("’‘‚‛ʼ′`´ʹ", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−﹣⸺⸻", "-")
    | dict.fromkeys("⁄∕", "/")
)
_HAS_DIGIT = re.compile(r"\d")
_HALF_DAY = r"(?:a\.?\s?m|p\.?\s?m)\b\.?"
_CLOCK = re.compile(rf"\b(\d{{1,2}})(?::(\d\d)|\.(\d\d))?\s*({_HALF_DAY})")
_CLOCK_RANGE = re.compile(r"\b(\d{1,2}):00(?=\s*(?:-|to|until|and)\s*\d{1,2}(?::\d\d)?[ap]m\b)")
_CLOCK_24 = re.compile(r"(?<![\d:.])(1[3-9]|2[0-3]):([0-5]\d)(?![\d:])")
_MAYBE_HALF_DAY = re.compile(r"[ap]\.?\s?m")
_NOON = re.compile(r"\b(?:12(?::00)?\s*(?:pm\s*)?(?:\(\s*)?)?noon\b\)?")
_MIDNIGHT = re.compile(r"\b12(?::00)?\s*(?:am\s*)?midnight\b|\bmidnight\b")
_TO_DASH = re.compile(r"(?<=[\dmn])\s*-\s*(?=\d)")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# A lonely dash is dropped, but "Monday - Friday" is no list of two days.
_RANGE = re.compile(
    rf"(?<![\w'.-])(?:({_DAY})\.?\s*-\s*(?={_DAY}\b)"
    rf"|({_MONTH}(?:\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?)?)\.?\s*-\s*(?={_MONTH}\b)"
    r"|([a-z])\s*-\s*(?=[a-z](?![\w'])))"
)
_COMPARED = re.compile(r"(?<![<>=-])([<>≤≥])\s+(?=[$€£]?\d)")
# The mark of a foot-note at the end of a line or cell, and "16 +": set apart they would fall off as bullets do.
_NOTE_MARK = re.compile(r"(?<=[\w).,:;!?'\"%])\s+([*†‡]{1,3})(?=\s*(?:\||$))")
_OR_MORE = re.compile(r"(?<=\d)\s+\+(?=\s+[^\W\d]|\s*$)")
_EM_DASH = re.compile(r"(?<=\w)[—―](?=\w)")
_AND_OR = re.compile(r"\band\s*/\s*or\b")
_THOUSANDS = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{3})+)(?![\d,])")
_CENTS_ZERO = re.compile(r"(?<=\d)\.00(?![\d.])")
_CURRENCY = re.compile(r"([$€£])\s+(?=\d)")
_PERCENT = re.compile(r"(?<=\d)\s*(?:%|percent\b|per cent\b)")
_PHONE = re.compile(r"(?<![\w-])(?:\+?1[-. ])?\(?(\d{3})\)?[-. ]{1,2}(\d{3})[-. ](\d{4})(?![\w-])")
_MAYBE_PHONE = re.compile(r"[-. ]\d{4}")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
_NUMBER_NAMES = (*_NUMBER_WORDS, "noon", "midnight")
_NUMBER_WORD = re.compile(rf"(?<![\w'-])(?:{'|'.join(_NUMBER_WORDS)})(?![\w'-])")
_EDGES = ".,;:!?\"'()[]{}…·•‣◦▪●■–_¡¿\\"
_DROP_ALONE = frozenset("-/*<>~+=^") | frozenset({"--", "---", "->", "=>", ">>", "<<", "&nbsp", "//"})

_HEX = re.compile(r"(?<![\w])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,}(?![\w])")
_UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
_RELEASE = re.compile(r"\b(?:v|ver|version|release|build|rev)[ .:]*\d+(?:\.\d+){2,}(?:[-+.]?[a-z0-9]+)?\b")
# Whose release it is: of rules it says that they are others.
_OF_RULES = re.compile(
    r"\b(?:hand ?books?|polic(?:y|ies)|rules?|manuals?|guide(?:s|lines?)?|procedures?|directives?|forms?|orders?)\b"
)
_TOKEN = re.compile(r"(?<![\w/.@-])[a-z0-9_]{20,}(?![\w/.@-])")
# One of these is in whatever the four above match, and a digit; most texts hold neither.
_MAYBE_MASKED = re.compile(r"[0-9a-z_]{12}|\d\.\d+\.")
_COPYRIGHT_YEAR = re.compile(
    r"((?:©|\(c\)|\bcopyright)(?:\s+(?:©|\(c\)|c|copyright))*\s*|\ball rights reserved\s+)"
    r"(?:\d{4}\s*-\s*)?(?:19|20)\d\d\b"
)
_SWITCH = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_FULL, _LEAST_GOING_ON = 0.7, 2  # so long is a line that goes on, in parts of the widest; so many show that lines do


def clean(text: str) -> str:
    """Text that every store and mail can hold: no NUL, other control characters or lone surrogates."""
    if text.isprintable():  # what is taken out never is
        return text
    return _CONTROLS.sub(lambda hit: " " if hit[0] < "\xa0" else "\N{REPLACEMENT CHARACTER}", text)


def squeeze(text: str) -> str:
    """Runs of white space become one space."""
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def _fold_cached(text: str) -> str:
    return _fold_until_stable(text)


def fold(text: str) -> str:
    """Comparison form of a text; idempotent. "8:00 a.m." = "8 AM", "1,000" = "1000", “two” = "2" = two."""
    return _fold_cached(text) if len(text) < 2000 else _fold_until_stable(text)


def _fold_until_stable(text: str) -> str:
    # One pass settles nearly every text. A few Unicode oddities (a compatibility character that unfolds into a
    # foldable one) need a second, so the fixed point is sought rather than assumed. Every pass shortens or settles.
    for _ in range(8):
        plain = _plain(text)
        folded = _fold_plain(plain)
        if folded == text or _is_settled(folded, plain):
            return folded
        text = folded
    return text


def _is_settled(folded: str, plain: str) -> bool:
    """Whether a further pass can be spared: lower-case ASCII came out as it went in, or words of letters alone, none of
    them a number."""
    if not folded.isascii():
        return False
    return folded == plain or (folded.replace(" ", "").isalpha() and not _names_a_number(folded))


def _names_a_number(text: str) -> bool:
    for word in _NUMBER_NAMES:  # noqa: SIM110 - any() with a generator takes twice as long
        if word in text:
            return True
    return False


def _plain(text: str) -> str:
    """Lower case, and one character for what is written in many ways."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    text = _EM_DASH.sub(" - ", text).translate(_STYLE)
    return unicodedata.normalize("NFKC", INVISIBLE.sub("", text.casefold()))


def _fold_plain(text: str) -> str:
    text = _fold_marks(_fold_numbers(text if text.isprintable() else _CONTROLS.sub(" ", text)))
    # Most words begin and end with a letter or digit: nothing to take off, and no call.
    words = [
        word if word.isalnum() or (word[0].isalnum() and word[-1].isalnum()) else _bare(word) for word in text.split()
    ]
    return " ".join(filter(None, words))


def _fold_numbers(text: str) -> str:
    """Each pattern is asked only where a character is there that it can't do without; that is found 20 times faster."""
    if _HAS_DIGIT.search(text) or "noon" in text or "midnight" in text:
        if _MAYBE_HALF_DAY.search(text):
            text = _CLOCK.sub(_clock, text)
        if ":" in text:
            text = _CLOCK_24.sub(_clock_24, text)
        if "noon" in text:
            text = _NOON.sub("12pm", text)
        if "midnight" in text:
            text = _MIDNIGHT.sub("12am", text)
        if "-" in text or ":00" in text:
            text = _TO_DASH.sub("-", _CLOCK_RANGE.sub(r"\1", text))
        if "," in text:
            text = _THOUSANDS.sub(lambda hit: hit[1].replace(",", ""), text)
        if ".00" in text:
            text = _CENTS_ZERO.sub("", text)
        if "$" in text or not text.isascii():
            text = _CURRENCY.sub(r"\1", text)
        if "%" in text or "cent" in text:
            text = _PERCENT.sub("%", text)
        if _MAYBE_PHONE.search(text):
            text = _PHONE.sub(r"\1-\2-\3", text)
    return _NUMBER_WORD.sub(_digit, text) if _names_a_number(text) else text


def _fold_marks(text: str) -> str:
    """Marks that mean something between two words are glued to them, however they were set; the rest fall off."""
    if " -" in text or "- " in text or ".-" in text:
        text = _RANGE.sub(lambda hit: f"{hit[hit.lastindex or 0]}-", text)
    if "<" in text or ">" in text or not text.isascii():
        text = _COMPARED.sub(r"\1", text)
    if " *" in text or "†" in text or "‡" in text:
        text = _NOTE_MARK.sub(r"\1", text)
    if " +" in text:
        text = _OR_MORE.sub("+", text)
    return _AND_OR.sub("and/or", text) if "/" in text else text


def _clock(hit: re.Match[str]) -> str:
    minutes = hit[2] or hit[3] or "00"
    tail = f":{minutes}" if minutes != "00" else ""
    return f"{int(hit[1])}{tail}{hit[4][0]}m"


def _clock_24(hit: re.Match[str]) -> str:
    tail = f":{hit[2]}" if hit[2] != "00" else ""
    return f"{int(hit[1]) - 12}{tail}pm"


def _digit(hit: re.Match[str]) -> str:
    return _NUMBER_WORDS[hit[0]]


def _bare(word: str) -> str:
    """A word without the punctuation at its ends; "" for a bullet or a lonely dash."""
    bare = word.strip(_EDGES)
    if bare.startswith("-") and not bare[1:2].isdigit():
        bare = bare.lstrip("-").strip(_EDGES)
    bare = bare.rstrip("-").strip(_EDGES)
    if bare == "&":
        return "and"
    return "" if bare in _DROP_ALONE else bare


@lru_cache(maxsize=8192)
def _key_cached(text: str) -> str:
    return _mask(_fold_cached(text))


def key(text: str) -> str:
    """The folded text with machine-made tokens masked: what segments are compared by."""
    return _key_cached(text) if len(text) < 2000 else _mask(_fold_until_stable(text))


def _mask(folded: str) -> str:
    if "©" in folded or "copyright" in folded or "(c)" in folded or "reserved" in folded:
        folded = _COPYRIGHT_YEAR.sub(r"\1#yyyy", folded)
    if not _HAS_DIGIT.search(folded) or not _MAYBE_MASKED.search(folded):
        return folded
    folded = _HEX.sub("#hex", _UUID.sub("#uuid", folded))
    if not _OF_RULES.search(folded):
        folded = _RELEASE.sub("#release", folded)
    return _TOKEN.sub(_random_token, folded)


def _random_token(hit: re.Match[str]) -> str:
    # "visitationrulesjan2024final" changes between letters and digits twice, a random token of 20 at least five times.
    return "#token" if len(_SWITCH.findall(hit[0])) >= 5 else hit[0]


def with_key(segment: Segment) -> Segment:
    """The segment with its key set; struck-through text has a key of its own, since striking a line is a change."""
    return _keyed(segment, segment.text, segment.kind)


def _keyed(like: Segment, text: str, kind: SegmentKind) -> Segment:
    """A segment of this text with its key. Built by hand: dataclasses.replace takes three times as long, and a page has
    hundreds."""
    made = key(text)
    made = f"~~{made}" if like.struck and made else made
    return Segment(text, like.heading, kind, made, like.main, like.struck, like.hidden)


_STOP = re.compile(r"[.!?…][\"'”’)\]~]*\s+(?=[\"'“‘(\[¿¡~]*[A-Z0-9À-ÖØ-Þ¿¡])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|no|nos|sgt|lt|capt|col|gen|dep|sr|jr|inc|ltd|co|corp|vs|etc|e\.g|i\.e|sec|art|ch|fig|approx|ext|"
    r"dept|bldg|rm|ave|blvd|rd|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun|"
    r"u\.s|p\.o)|\b[a-z])\.$",
    re.IGNORECASE,
)
_HALF_DAY_END = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
# After "9 p.m.": days, zones, hours.
_GOES_ON = re.compile(
    r"[\"'(\[~]*(?:mon|tue|wed|thu|fri|sat|sun|[A-Z]{2,4}\b|\d"
    r"|(?:eastern|central|mountain|pacific)(?:[.,;)]|$| (?:standard|daylight|time)\b))",
    re.IGNORECASE,
)
ZONE = 26  # characters behind a full stop in which a zone shows: "Mountain Standard Time"


def sentences(text: str) -> Iterator[str]:
    """Cuts at sentence ends, and overlong runs at words. Each cut depends on the characters around it alone, so an
    edit moves no cut elsewhere."""
    start = 0
    for stop in _STOP.finditer(text):
        piece = text[start : stop.end()].rstrip()
        if _ends_here(piece, text[stop.end() : stop.end() + ZONE]):
            yield from _bounded(piece)
            start = stop.end()
    if rest := text[start:].strip():
        yield from _bounded(rest)


def _ends_here(piece: str, following: str) -> bool:
    tail = piece[-12:].rstrip("\"'”’)]~")
    if _HALF_DAY_END.search(tail):
        return not _GOES_ON.match(following)
    return not (_ABBREVIATION.search(tail) and tail[-1] == ".")


def _bounded(piece: str) -> Iterator[str]:
    """Cuts an overlong piece after words chosen by their own checksum: the cuts find back into step after an edit."""
    if len(piece) <= OVERLONG:
        yield piece
        return
    words: list[str] = []
    length = 0
    for word in piece.split():
        for part in (word[i : i + OVERLONG] for i in range(0, len(word), OVERLONG)):
            words.append(part)
            length += len(part) + 1
            if length > OVERLONG or (length > SPLIT_OVER and crc32(part.encode("utf-8", "replace")) % 24 == 0):
                yield " ".join(words)
                words, length = [], 0
    if words:
        yield " ".join(words)


def cut(segment: Segment) -> Iterator[Segment]:
    """A block as segments with keys: whole when short, else one a sentence. Rows are never cut."""
    text = squeeze(clean(segment.text))
    if not text:
        return
    if len(text) <= SPLIT_OVER or (segment.kind in (SegmentKind.ROW, SegmentKind.LINK) and len(text) <= OVERLONG):
        yield _keyed(segment, text, segment.kind)
        return
    kind = SegmentKind.SENTENCE if segment.kind is SegmentKind.TEXT else segment.kind
    for sentence, struck in parted(text, sentences(text)):
        yield _keyed(replace(segment, struck=True) if struck else segment, sentence, kind)


_ITEM = re.compile(r"(?:[-*•‣◦▪●·–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+", re.IGNORECASE)
_COLUMNS = re.compile(r"\t+| {3,}|\s\|\s")
_LINE_END_HYPHEN = re.compile(r"-\s*\n")


def plain_segments(text: str) -> tuple[Segment, ...]:
    """Segments of a plain text: blank lines end a block, wrapped lines are joined, list items and table-like lines
    (tabs, runs of spaces, pipes) stand alone."""
    found: list[Segment] = []
    block: list[str] = []
    known = known_words(text) if _LINE_END_HYPHEN.search(text) else Counter[str]()

    def flush() -> None:
        for piece in [joined_lines(block, known)] if _is_wrapped(block) else _whole(block, known):
            kind = SegmentKind.ITEM if _ITEM.match(piece) else SegmentKind.TEXT
            found.extend(cut(Segment(piece, kind=kind)))
        block.clear()

    for line in clean(text).splitlines():
        bare = line.strip()
        if not bare or _ITEM.match(bare):
            flush()
        if _COLUMNS.search(bare):
            flush()
            cells = [squeeze(cell) for cell in _COLUMNS.split(bare)]
            found.extend(cut(Segment(ROW_MARK.join(cells), kind=SegmentKind.ROW)))
        elif bare:
            block.append(bare)
    flush()
    return tuple(found)


def _is_wrapped(block: list[str]) -> bool:
    """Whether lines without a blank between them are one paragraph, broken where the line was full."""
    if len(block) < 2:
        return False
    widest = max(map(len, block))
    return 45 <= widest <= 120 and all(len(line) >= _FULL * widest for line in block[:-1])


def _whole(block: list[str], known: Counter[str]) -> list[str]:
    """The lines of a narrow column with its divided words whole: "Wed-" and "nesday". Where words are divided, so are
    sentences, and a line that begins small goes on with the one above. So it is below headings without a blank line."""
    divided = any(is_divided(*lines) for lines in pairwise(block))
    small = (at for at, line in enumerate(block) if not at or not line[:1].islower())
    starts = small if divided else _starts(block)
    return [joined_lines(block[at:end], known) for at, end in pairwise([*starts, len(block)])]


def _starts(block: list[str]) -> list[int]:
    """Which lines begin a paragraph or heading, in text that was broken where lines were full: all of them where no two
    lines go on with a small letter behind a full line that ends in the middle of a sentence."""
    widest = max(map(len, block), default=0)
    going_on = [at for at in range(1, len(block)) if _is_open(block[at - 1], widest) and block[at][:1].islower()]
    if not 45 <= widest <= 120 or len(going_on) < _LEAST_GOING_ON:
        return list(range(len(block)))
    return [at for at in range(len(block)) if not at or not _is_open(block[at - 1], widest)]


def _is_open(line: str, widest: int) -> bool:
    """Whether a full line ends in the middle of a sentence."""
    return len(line) >= _FULL * widest and line[-1] not in ".!?:;)" and not line.isupper()

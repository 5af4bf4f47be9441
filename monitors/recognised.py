"""Recognised text: two scans of one page never read quite alike, and what differs is the reading, not the page.

When measured, two scans of a page agreed on 96 % of the words of prose. `settle` finds the segments that are the same
words read otherwise and gives them the key they had before, so that the comparison sees them stand. A word that a rule
can turn on (a digit, a price, a day, a negation, a word of visiting) is never settled: it is told, labelled.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from monitors.align import keys_of
from monitors.extract.document import Document
from monitors.extract.scan import SCAN
from monitors.records import Extractor, Reading, Segment, Version
from monitors.topics import mentions_visits

NOTE = "scanned, check by eye"
WHY = "The words were recognised on a scanned picture and may be misread: check them by eye."
UNLIKE = 0.1  # share of a segment's letters that may be misread
LONG = 7  # letters of a word from which one of them may differ beyond the shapes that are taken for each other
AROUND = 2  # words beside a difference that may make a phrase of visiting with it

_WEIGHTY = re.compile(
    r".+@.|.*/|.*\w\.\w|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?$|daily$|week"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ch|il|ust|ember|tember|ober)?$"
    r"|(?:no|non|not|none|nor|never|neither|nobody|nothing|without|cannot|except|unless|until|only|but|or|and)$|.*n't$|non-"
    r"|(?:must|may|can|shall|should|will|would|could|might|all|any|each|every|half|once|twice|both|dozen|hundred)$"
    r"|(?:thir|four|fif|six|seven|eigh|nine|twen|for)(?:teen|ty)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$"
)
_FIGURES = re.compile(r"\d+|[$€£¢%]")
_NOT_A_LETTER = re.compile(r"[\W_]+")
# Shapes that a machine takes for each other: rn for m, cl for d; then single letters by their outline.
_JOINED = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "n"))
_OUTLINES = ("iljtfr", "oeca", "gq", "nuhb", "vy", "sz")
_SHAPES = str.maketrans({letter: outline[0] for outline in _OUTLINES for letter in outline})


def is_recognised(extractor: Extractor) -> bool:
    """Whether a text was recognised on pictures rather than held by the file."""
    return extractor.name == SCAN


def noted(reading: Reading) -> Reading:
    """The reading of a change of recognised text, labelled where people see it."""
    return replace(
        reading, headline=f"{reading.headline} ({NOTE})" if reading.headline else "", why=(WHY, *reading.why)
    )


def comparable(old: Version, new: Version | Document) -> tuple[Segment, ...]:
    """The new segments as they are to be compared with the old: settled where either side was recognised."""
    if is_recognised(old.extractor) or is_recognised(new.extractor):
        return settle(old.segments, new.segments)
    return new.segments


def settle(before: Sequence[Segment], after: Sequence[Segment]) -> tuple[Segment, ...]:
    """`after`, each segment that is the same words as in `before`, read otherwise, with the key it had there.

    Texts are left as they are, and so are all segments where a word differs that is not plainly misread.
    """
    shared = Counter(keys_of(before)) & Counter(keys_of(after))
    old, new = _Words.left_over(before, shared), _Words.left_over(after, shared)
    settled = list(after)
    for index, made in _settled(old, new):
        settled[index] = replace(after[index], key=made)
    return tuple(settled)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the segments that are on one side only; places: each segment's index with [start, end) of its
    words; keys: the key of the segment that has exactly these words."""

    words: list[str]
    places: list[tuple[int, int, int]]
    keys: dict[tuple[int, int], str]

    @classmethod
    def left_over(cls, segments: Sequence[Segment], shared: Counter[str]) -> _Words:
        made = cls([], [], {})
        left = Counter(shared)
        for index, segment_key in enumerate(keys_of(segments)):
            if left[segment_key] > 0:
                left[segment_key] -= 1
                continue
            start = len(made.words)
            made.words.extend(word for word in segment_key.split() if word != "|")
            made.places.append((index, start, len(made.words)))
            made.keys[start, len(made.words)] = segment_key
        return made


@dataclass(frozen=True, slots=True)
class _Run:
    """Words [i, i_end) of before stand where words [j, j_end) of after do; sound: equal, or plainly misread."""

    i: int
    i_end: int
    j: int
    j_end: int
    same: bool
    sound: bool


def _settled(old: _Words, new: _Words) -> Iterator[tuple[int, str]]:
    """(index in after, key) of each segment that is settled."""
    runs = list(_runs(old.words, new.words))
    ends = [run.j_end for run in runs]
    for index, start, end in new.places:
        span = _span(runs[bisect_right(ends, start) :], start, end)
        if span is not None and _alike(old.words[slice(*span)], new.words[start:end]):
            yield index, old.keys.get(span) or " ".join(old.words[slice(*span)])


def _runs(old: list[str], new: list[str]) -> Iterator[_Run]:
    """Both sides aligned word by word, from their beginning to their end."""
    differing: list[tuple[int, int, int, int]] = []
    for op in Levenshtein.opcodes(old, new):
        here = (op.src_start, op.src_end, op.dest_start, op.dest_end)
        if op.tag != "equal":
            differing.append(here)
            continue
        yield from _differing(old, new, differing)
        differing = []
        yield _Run(*here, same=True, sound=True)
    yield from _differing(old, new, differing)


def _differing(old: list[str], new: list[str], ops: list[tuple[int, int, int, int]]) -> Iterator[_Run]:
    """One run of neighbouring differences; word by word where each word has one that it was read as."""
    if not ops:
        return
    i, i_end, j, j_end = ops[0][0], ops[-1][1], ops[0][2], ops[-1][3]
    pairs = [_Run(i + n, i + n + 1, j + n, j + n + 1, same=False, sound=True) for n in range(i_end - i)]
    if i_end - i == j_end - j and all(_misread(old, new, pair) for pair in pairs):
        yield from pairs
        return
    run = _Run(i, i_end, j, j_end, same=False, sound=True)
    yield replace(run, sound=_misread(old, new, run))


def _misread(old: list[str], new: list[str], run: _Run) -> bool:
    left, right = old[run.i : run.i_end], new[run.j : run.j_end]
    figures = _FIGURES.findall(" ".join(left))
    if figures != _FIGURES.findall(" ".join(right)) or list(filter(_weighs, left)) != list(filter(_weighs, right)):
        return False
    if figures:
        return _letters(left) == _letters(right)  # "Unit 8" and "Unit8"
    around = (old[max(0, run.i - AROUND) : run.i_end + AROUND], new[max(0, run.j - AROUND) : run.j_end + AROUND])
    if mentions_visits(" ".join(around[0])) != mentions_visits(" ".join(around[1])):
        return False
    return looks_alike(_letters(left), _letters(right))


def _weighs(word: str) -> bool:
    return any(_WEIGHTY.match(part) for part in (word, *word.split("-"))) or mentions_visits(word)


def _letters(words: Sequence[str]) -> str:
    return _NOT_A_LETTER.sub("", "".join(words).replace("@", "a"))


def looks_alike(left: str, right: str) -> bool:
    """Whether one word may be the other, misread: the same outline, or a long word that differs in one letter's."""
    if left == right:
        return True
    if not left or not right:
        return len(left) + len(right) <= 1  # a speck
    if len(left) == len(right) == 1:
        return False  # unit A is not unit B
    single = Levenshtein.distance(left.translate(_SHAPES), right.translate(_SHAPES))
    joined = Levenshtein.distance(_joined(left).translate(_SHAPES), _joined(right).translate(_SHAPES))
    return min(single, joined) <= max(len(left), len(right)) // LONG


def _joined(word: str) -> str:
    for pair, single in _JOINED:
        word = word.replace(pair, single)
    return word


def _span(runs: Sequence[_Run], start: int, end: int) -> tuple[int, int] | None:
    """The words of before that stand where words [start, end) of after do; None where one of them is not sound, or a
    difference reaches over the segment's edge."""
    first = last = -1
    for run in runs:
        if run.j >= end:
            break
        if run.same:
            i, i_end = run.i + max(0, start - run.j), run.i_end - max(0, run.j_end - end)
        elif not run.sound or run.j < start or run.j_end > end:
            return None
        else:
            i, i_end = run.i, run.i_end
        first = i if first < 0 else first
        last = i_end
    return (first, last) if first >= 0 and last > first else None


def _alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether at most a tenth of the letters differ; two always may, since that is one m read as rn."""
    old, new = _letters(left), _letters(right)
    return Levenshtein.distance(old, new) <= max(2, int(UNLIKE * max(len(old), len(new))))

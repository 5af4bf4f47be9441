"""Words inside one pair of texts: which stayed, which went, which came.

The diff runs on tokens mapped to single characters, so that a number, price, time or hyphenated word is never cut.
The compiled diff-match-patch and the pure one give identical pieces; neither is ever given a time limit, because a
limit makes the result depend on the machine's load. Work is bounded by the number of tokens instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from diff_match_patch.diff_match_patch import diff_match_patch

from monitors.segments import sentences

try:
    from fast_diff_match_patch import diff as _compiled_diff
except ImportError:  # no wheel for this platform: the pure module gives the same pieces, slower
    _compiled_diff = None

Operation = Literal["equal", "delete", "insert"]
Edit = tuple[Operation, int]

# The compiled diff takes 17 ms for two unrelated texts of this many tokens, the pure one about 3 s; no segment of a
# real page comes near it.
MOST_TOKENS = 1500

_TOKEN = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\b\.?"  # a time of day with its half
    r"|(?:[$€£]\s?)?\d+(?:[:.,/-]\d+)*\s?%?(?!\w)"  # number, price, date, range, percentage
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f\u200d])*(?:['’‑-][^\W_](?:[^\W_]|[\u0300-\u036f])*)*"  # word
    r"|\s+|[^\s][\u0300-\u036f\ufe0f]*",
    re.IGNORECASE,
)
# Private-use characters: neither letters nor spaces to either implementation, so both score their borders alike.
_PRIVATE = ((0xE000, 0x1900), (0xF0000, 0xFFFE), (0x100000, 0xFFFE))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both sides have, only the old one, or only the new one."""

    op: Operation
    text: str


def words(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces that lead from one text to the other, in reading order; joining equal and delete gives `before`,
    joining equal and insert gives `after`."""
    return tuple(_pieces(before, after, compiled if _compiled_diff is not None else pure))


def pure_words(before: str, after: str) -> tuple[Piece, ...]:
    """`words` by the pure implementation, for comparison with the compiled one."""
    return tuple(_pieces(before, after, pure))


def tokens(text: str) -> list[str]:
    """The uncuttable pieces of a text; joined they are the text."""
    return _TOKEN.findall(text)


def _pieces(before: str, after: str, diff: Callable[[str, str], list[Edit]]) -> Iterator[Piece]:
    old, new = tokens(before), tokens(after)
    if max(len(old), len(new)) <= MOST_TOKENS:
        yield from _merged(_token_pieces(old, new, diff))
        return
    yield from _merged(_long_pieces(before, after, diff))


def _long_pieces(before: str, after: str, diff: Callable[[str, str], list[Edit]]) -> Iterator[Piece]:
    """Whole sentences first, then words inside the neighbouring ones that were replaced."""
    coarse = list(_merged(_sentence_pieces(before, after, diff)))
    position = 0
    while position < len(coarse):
        pair = coarse[position : position + 2]
        if [piece.op for piece in pair] == ["delete", "insert"]:
            old, new = tokens(pair[0].text), tokens(pair[1].text)
            small = max(len(old), len(new)) <= MOST_TOKENS
            yield from _token_pieces(old, new, diff) if small else pair
            position += 2
        else:
            yield pair[0]
            position += 1


def _sentence_pieces(before: str, after: str, diff: Callable[[str, str], list[Edit]]) -> Iterator[Piece]:
    old, new = list(_with_gaps(before)), list(_with_gaps(after))
    head, tail = _common(old, new)
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    yield Piece("equal", "".join(old[:head]))
    if max(len(middle_old), len(middle_new)) <= MOST_TOKENS:
        yield from _token_pieces(middle_old, middle_new, diff)
    else:
        yield Piece("delete", "".join(middle_old))
        yield Piece("insert", "".join(middle_new))
    yield Piece("equal", "".join(old[len(old) - tail :]))


def _with_gaps(text: str) -> Iterator[str]:
    """The sentences of a text with the white space around them, so that joined they are the text again."""
    start = 0
    for line in text.splitlines(keepends=True):
        at = start
        for sentence in sentences(" ".join(line.split())):
            end = _end_of(text, at, sentence)
            yield text[at:end]
            at = end
        if at < start + len(line):
            yield text[at : start + len(line)]
        start += len(line)


def _end_of(text: str, start: int, sentence: str) -> int:
    """Where a white-space-squeezed sentence ends in the text it came from."""
    wanted = len(sentence) - sentence.count(" ")
    position = start
    while wanted and position < len(text):
        wanted -= not text[position].isspace()
        position += 1
    return position


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many items two lists share at their head and, of the rest, at their tail."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    most -= head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return head, tail


def _token_pieces(old: Sequence[str], new: Sequence[str], diff: Callable[[str, str], list[Edit]]) -> Iterator[Piece]:
    names: dict[str, str] = {}
    characters = _characters()
    left, right = ("".join(_name(token, names, characters) for token in side) for side in (old, new))
    at_old = at_new = 0
    for operation, length in diff(left, right):
        source, start = (new, at_new) if operation == "insert" else (old, at_old)
        yield Piece(operation, "".join(source[start : start + length]))
        at_old += length if operation != "insert" else 0
        at_new += length if operation != "delete" else 0


def _name(token: str, names: dict[str, str], characters: Iterator[str]) -> str:
    if token not in names:
        names[token] = next(characters)
    return names[token]


def _characters() -> Iterator[str]:
    for start, count in _PRIVATE:
        yield from map(chr, range(start, start + count))


def compiled(left: str, right: str) -> list[Edit]:
    """Edits as (operation, length) by the compiled diff-match-patch."""
    names: dict[str, Operation] = {"=": "equal", "-": "delete", "+": "insert"}
    found = _compiled_diff(left, right, timelimit=0, checklines=False, cleanup="Semantic")
    return [(names[operation], length) for operation, length in found]


def pure(left: str, right: str) -> list[Edit]:
    """Edits as (operation, length) by the pure-Python diff-match-patch."""
    engine: Any = diff_match_patch()  # type: ignore[no-untyped-call]
    engine.Diff_Timeout = 0
    edits = engine.diff_main(left, right, False)
    engine.diff_cleanupSemantic(edits)
    names: dict[int, Operation] = {0: "equal", -1: "delete", 1: "insert"}
    return [(names[operation], len(text)) for operation, text in edits]


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Joins what stands together, deletions before insertions, and drops empty pieces."""
    equal = gone = come = ""
    for piece in pieces:
        if piece.op == "equal" and piece.text:
            yield from _edits(gone, come)
            gone = come = ""
            equal += piece.text
        elif piece.text:
            yield from _edits("", "", equal)
            equal = ""
            gone += piece.text if piece.op == "delete" else ""
            come += piece.text if piece.op == "insert" else ""
    yield from _edits(gone, come, equal)


def _edits(gone: str, come: str, equal: str = "") -> Iterator[Piece]:
    if equal:
        yield Piece("equal", equal)
    if gone:
        yield Piece("delete", gone)
    if come:
        yield Piece("insert", come)

"""Alignment of two lists of segments: which stayed, which were reworded, removed, added or moved.

Decided by a multiset of keys, never by a timed diff, so the result does not depend on order or on the machine's load.
Work is bounded: candidates for pairing come from the same gap or from shared rare words, never from all against all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from monitors.records import Segment, SegmentKind
from monitors.segments import key, sentences

CROWD = 600  # pairs of one gap that are all compared; larger gaps rely on shared rare words
RARE = 12  # a word on more segments than this leads to no candidate
NEAR, FAR, ALONE = 0.4, 0.55, 0.25  # similarity that makes a pair: same gap or heading, elsewhere, only two in the gap

_SENTENCES = re.compile(r"[.!?…][\"'”’)\]]*\s")


@dataclass(frozen=True, slots=True)
class Part:
    """A segment, or one sentence of it: index into its side, [start, end) inside the segment's text."""

    index: int
    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """kept: (before, after) indexes of equal keys, by after; moved: those of them that stand in another order."""

    kept: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[Part, Part], ...]
    removed: tuple[Part, ...]
    added: tuple[Part, ...]


def keys_of(segments: Sequence[Segment]) -> list[str]:
    return [segment.key or key(segment.text) for segment in segments]


def align(before: Sequence[Segment], after: Sequence[Segment]) -> Alignment:
    """Aligns two versions' segments."""
    old_keys, new_keys = keys_of(before), keys_of(after)
    kept, gone, come = _match(before, after, old_keys, new_keys)
    steady = _in_order(kept)
    old_parts = [_whole(i, before[i], old_keys[i]) for i in gone]
    new_parts = [_whole(j, after[j], new_keys[j]) for j in come]
    old_parts, new_parts = _cancel_equal(*_cut_where_shared(old_parts, new_parts))
    old_parts, new_parts = _cancel_joined(old_parts, new_parts)
    new_parts, old_parts = _cancel_joined(new_parts, old_parts)
    pairs = _pair(before, after, old_parts, new_parts, steady)
    left, right = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
    steady_set = set(steady)
    return Alignment(
        kept=tuple(kept),
        moved=tuple(pair for pair in kept if pair not in steady_set),
        pairs=tuple(pairs),
        removed=tuple(part for part in old_parts if id(part) not in left),
        added=tuple(part for part in new_parts if id(part) not in right),
    )


def _whole(index: int, segment: Segment, made: str) -> Part:
    return Part(index, 0, len(segment.text), segment.text, made)


def _match(
    before: Sequence[Segment], after: Sequence[Segment], old_keys: list[str], new_keys: list[str]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Equal keys matched one to one, the ones under the same heading first; empty keys are left out."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, made in enumerate(new_keys):
        if made:
            places[made].append(j)
    sources: dict[str, list[int]] = defaultdict(list)
    for i, made in enumerate(old_keys):
        if made:
            sources[made].append(i)
    kept: list[tuple[int, int]] = []
    gone: list[int] = []
    for made, old in sources.items():
        new = places.pop(made, [])
        pairs = [(old[0], new[0])] if len(old) == len(new) == 1 else _match_same(before, after, old, new)
        kept.extend(pairs)
        if len(pairs) < len(old):
            taken = {i for i, _ in pairs}
            gone.extend(i for i in old if i not in taken)
        if len(pairs) < len(new):
            taken = {j for _, j in pairs}
            places[made] = [j for j in new if j not in taken]
    come = [j for rest in places.values() for j in rest]
    return sorted(kept, key=lambda pair: pair[1]), sorted(gone), sorted(come)


def _match_same(
    before: Sequence[Segment], after: Sequence[Segment], old: list[int], new: list[int]
) -> list[tuple[int, int]]:
    by_heading: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in reversed(new):
        by_heading[after[j].heading].append(j)
    pairs = [(i, by_heading[before[i].heading].pop()) for i in old if by_heading.get(before[i].heading)]
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_old = [i for i in old if i not in taken_old]
    rest_new = [j for j in new if j not in taken_new]
    return pairs + list(zip(rest_old, rest_new, strict=False))


def _in_order(kept: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of kept pairs that stand in the same order on both sides (patience sorting)."""
    tails: list[int] = []
    tail_at: list[int] = []
    previous = [-1] * len(kept)
    for n, (i, _) in enumerate(kept):
        place = bisect_left(tails, i)
        if place == len(tails):
            tails.append(i)
            tail_at.append(n)
        else:
            tails[place], tail_at[place] = i, n
        previous[n] = tail_at[place - 1] if place else -1
    run: list[tuple[int, int]] = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        run.append(kept[at])
        at = previous[at]
    return run[::-1]


_Pieces = list[tuple[str, int, int]]


def _cut_where_shared(old: list[Part], new: list[Part]) -> tuple[list[Part], list[Part]]:
    """Cuts parts into their sentences where the other side holds one of them as a part of its own: a block that grew
    over the length at which blocks are cut is then no removal plus addition of the same words."""
    pieces = [[_sentence_keys(part) for part in parts] for parts in (old, new)]
    known = [
        {part.key for part in parts} | {made for cut in cuts for made, _, _ in cut}
        for parts, cuts in zip((old, new), pieces, strict=True)
    ]
    return _cut(old, pieces[0], known[1]), _cut(new, pieces[1], known[0])


def _cut(parts: list[Part], cuts: list[_Pieces], known: set[str]) -> list[Part]:
    cut: list[Part] = []
    for part, pieces in zip(parts, cuts, strict=True):
        if any(made in known for made, _, _ in pieces):
            texts = (part.text[start - part.start : end - part.start] for _, start, end in pieces)
            cut.extend(
                Part(part.index, start, end, text, made) for text, (made, start, end) in zip(texts, pieces, strict=True)
            )
        else:
            cut.append(part)
    return cut


def _sentence_keys(part: Part) -> _Pieces:
    """(key, start, end) of each sentence of a part that holds several, nothing for one that holds one."""
    if not _SENTENCES.search(part.text):
        return []
    found: _Pieces = []
    at = 0
    for sentence in sentences(part.text):
        start = part.text.find(sentence, at)
        if start < 0:
            return []
        at = start + len(sentence)
        found.append((key(sentence), part.start + start, part.start + at))
    return found if len(found) > 1 else []


def _cancel_equal(old: list[Part], new: list[Part]) -> tuple[list[Part], list[Part]]:
    shared = Counter(part.key for part in old) & Counter(part.key for part in new)
    return _without(old, shared), _without(new, shared)


def _without(parts: list[Part], keys: Counter[str]) -> list[Part]:
    left = Counter(keys)
    kept: list[Part] = []
    for part in parts:
        if left[part.key] > 0:
            left[part.key] -= 1
        else:
            kept.append(part)
    return kept


def _loose(made: str) -> str:
    """A key without the marks between cells: a row that became paragraphs holds the same words. Strikes stay, for they
    say which of the words hold."""
    return " ".join(made.replace("|", " ").split()) if "|" in made else made


def _moved_in_row(left: str, right: str) -> bool:
    """Whether two keys are rows of as many cells each: then the same words in other cells stand under other headings. A
    row of more or fewer cells is another layout."""
    return left.count("|") == right.count("|") > 0


def _cancel_joined(whole: list[Part], pieces: list[Part]) -> tuple[list[Part], list[Part]]:
    """Drops a part of one side together with the consecutive parts of the other that hold exactly its words."""
    starts: dict[str, list[int]] = defaultdict(list)
    loose = [_loose(piece.key) for piece in pieces]
    for n, made in enumerate(loose):
        starts[made.split(" ", 1)[0]].append(n)
    spent: set[int] = set()
    kept: list[Part] = []
    for part in whole:
        wanted = _loose(part.key)
        places = starts.get(wanted.split(" ", 1)[0], ())[:RARE]
        fitting = (n for n in places if wanted.startswith(loose[n]) and not _moved_in_row(part.key, pieces[n].key))
        run = next((run for n in fitting if (run := _run(wanted, loose, n, spent))), None)
        if run is None:
            kept.append(part)
        else:
            spent.update(run)
    return kept, [piece for n, piece in enumerate(pieces) if n not in spent]


def _run(wanted: str, loose: list[str], first: int, spent: set[int]) -> range | None:
    """The pieces from `first` on that hold the wanted words and nothing else."""
    at = 0
    for n in range(first, min(len(loose), first + 40)):
        if n in spent or not wanted.startswith(loose[n], at):
            return None
        at += len(loose[n])
        if at == len(wanted):
            return range(first, n + 1)
        if loose[n]:
            if wanted[at] != " ":
                return None
            at += 1
    return None


def _pair(
    before: Sequence[Segment],
    after: Sequence[Segment],
    old: list[Part],
    new: list[Part],
    steady: list[tuple[int, int]],
) -> list[tuple[Part, Part]]:
    """Pairs removed with added parts, the most alike first; ties go to the earlier ones."""
    old_anchors, new_anchors = [i for i, _ in steady], [j for _, j in steady]
    old_gaps = [bisect_right(old_anchors, part.index) for part in old]
    new_gaps = [bisect_right(new_anchors, part.index) for part in new]
    alone = _alone(old_gaps, new_gaps)
    found: list[tuple[float, int, int]] = []
    for a, b in _candidates(old, new, old_gaps, new_gaps):
        score = _score(
            before[old[a].index], after[new[b].index], old[a], new[b], old_gaps[a] == new_gaps[b], (a, b) in alone
        )
        if score:
            found.append((-score, a, b))
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs: list[tuple[Part, Part]] = []
    for _, a, b in sorted(found):
        if a not in used_old and b not in used_new:
            used_old.add(a)
            used_new.add(b)
            pairs.append((old[a], new[b]))
    return sorted(pairs, key=lambda pair: (pair[1].index, pair[1].start))


def _alone(old_gaps: list[int], new_gaps: list[int]) -> set[tuple[int, int]]:
    """The pairs that have a gap to themselves."""
    old_count, new_count = Counter(old_gaps), Counter(new_gaps)
    place = {gap: b for b, gap in enumerate(new_gaps) if new_count[gap] == 1}
    return {(a, place[gap]) for a, gap in enumerate(old_gaps) if old_count[gap] == 1 and gap in place}


def _candidates(old: list[Part], new: list[Part], old_gaps: list[int], new_gaps: list[int]) -> set[tuple[int, int]]:
    in_gap: dict[int, list[int]] = defaultdict(list)
    for b, gap in enumerate(new_gaps):
        in_gap[gap].append(b)
    size = Counter(old_gaps)
    found: set[tuple[int, int]] = set()
    for a, gap in enumerate(old_gaps):
        neighbours = in_gap.get(gap, ())
        if size[gap] * len(neighbours) <= CROWD:
            found.update((a, b) for b in neighbours)
    found.update(_by_rare_words(old, new))
    return found


def _by_rare_words(old: list[Part], new: list[Part]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for b, part in enumerate(new):
        for word in set(part.key.split()):
            holders[word].append(b)
    rare = {word: places for word, places in holders.items() if len(places) <= RARE}
    for a, part in enumerate(old):
        words = rare.keys() & part.key.split()
        if len(words) == 1:
            shared = rare[words.pop()]
        else:
            counted = Counter(b for word in words for b in rare[word])
            shared = sorted(counted, key=lambda b: (-counted[b], b))
        yield from ((a, b) for b in shared[:4])


def _score(old: Segment, new: Segment, left: Part, right: Part, same_gap: bool, alone: bool) -> float:
    """How well two parts pair, 0 for not at all."""
    alike = likeness(left.key, right.key)
    both_rows = old.kind is SegmentKind.ROW and new.kind is SegmentKind.ROW
    if both_rows and left.key.split("|", 1)[0] == right.key.split("|", 1)[0]:
        alike = max(alike, min(1.0, alike + 0.3))
    same_heading = old.heading[-1:] == new.heading[-1:]
    least = ALONE if alone else NEAR if same_gap or same_heading else FAR
    if alike < least:
        return 0.0
    return alike + 0.3 * same_heading + 0.2 * same_gap + 0.05 * (old.kind is new.kind)


def likeness(left: str, right: str) -> float:
    """0 to 1: the share of words two keys have in common, in order; of characters where they are a few words only."""
    left_words, right_words = left.split(), right.split()
    alike = Indel.normalized_similarity(left_words, right_words)
    if len(left_words) <= 5 or len(right_words) <= 5:
        alike = max(alike, fuzz.ratio(left, right) / 100 * 0.9)
    return float(alike)

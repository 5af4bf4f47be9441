"""A contract or rule whose articles were numbered anew, read as if the old page had had the new numbers.

A new article before it makes "5.2 The first remote visit ... Exhibit D" the line "6.2 The first remote visit ... Exhibit
E", which says nothing new (R3): neither is 5.2 a figure, nor another exhibit another price. What was renumbered is seen
by lines that stand on both pages in the same words; labels that no such line shows to have moved stay as they are.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from monitors.language.words.patterns import regex
from monitors.records import Segment

_MARKER = regex(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[\"“(\[]?[A-Z])")
# A housing unit may be "Section B" and a timetable "Schedule A": there only numbers as of clauses are labels.
_OF_CLAUSES = r"(?P<kind>exhibit|attachment|appendix|annex|addendum|section|article|clause|paragraph|subsection|§)s?"
_LABELS = (
    regex(rf"(?<!\w)(?i:{_OF_CLAUSES})\s+(?P<label>\d{{1,2}}(?:\.\d{{1,2}})+)(?!\d)"),
    regex(r"\b(?i:(?P<kind>exhibit|attachment|appendix|annex|addendum))\s+(?P<label>[A-Z]|\d{1,2})\b(?![.,]\d)"),
)
_LABELS_OF_CONTRACTS = (
    *_LABELS,
    regex(
        r"\b(?i:(?P<kind>section|article|clause|paragraph|schedule)s?)\s+(?P<label>[A-Z]|\d{1,2}|[IVX]{1,5})\b(?![.,]\d)"
    ),
)
_NAMED = frozenset(("exhibit", "attachment", "appendix", "annex", "addendum", "schedule"))  # all else is one numbering
_CONTRACTS = frozenset(("contract", "rule"))

_Label = tuple[str, str]
_Texts = Sequence[str]
_Patterns = Sequence[re.Pattern[str]]


def renumbered(
    before: Sequence[Segment], after: Sequence[Segment], kind: str
) -> tuple[Sequence[Segment], Sequence[Segment]]:
    """Both pages without the numbers of their clauses, the references of the old one as the new one would make them."""
    numbers = _numbers(before, after)
    old, new = (_bare(page, found) for page, found in zip((before, after), numbers, strict=True))
    labels = _LABELS_OF_CONTRACTS if kind in _CONTRACTS else _LABELS
    moved = _moved((old, new), numbers, labels)
    if moved:
        old = [_put(text, moved, labels) for text in old]
    return _saying(before, old), _saying(after, new)


def _saying(page: Sequence[Segment], texts: _Texts) -> Sequence[Segment]:
    return [one if one.text == text else replace(one, text=text) for one, text in zip(page, texts, strict=True)]


def _numbers(*pages: Sequence[Segment]) -> list[dict[int, str]]:
    """The number of each clause that has one, by its place on its page: one of a row on either, so that "7.50 Per visit"
    and "9.30 Men" have none."""
    found = [{at: hit["label"] for at, one in enumerate(page) if (hit := _MARKER.match(one.text))} for page in pages]
    labels = {_parts(label) for page in found for label in page.values()}
    return [
        {at: label for at, label in page.items() if not labels.isdisjoint(_beside(_parts(label)))} for page in found
    ]


def _parts(label: str) -> tuple[int, ...]:
    return tuple(map(int, label.split(".")))


def _beside(label: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for step in (-1, 1):
        yield (*label[:-1], label[-1] + step)
        if label[-1] == 1:
            yield (*label[:-2], label[-2] + step, 1)


def _bare(page: Sequence[Segment], numbers: dict[int, str]) -> list[str]:
    return [_MARKER.sub("", one.text, count=1) if at in numbers else one.text for at, one in enumerate(page)]


def _moved(pages: Sequence[_Texts], numbers: Sequence[Mapping[int, str]], labels: _Patterns) -> dict[_Label, str]:
    """The new label of each old one that lines of the same words show to have moved; none where no clause did."""
    if not all(numbers) and not all(any(_heads(text, labels) for text in texts) for texts in pages):
        return {}
    found: dict[_Label, set[str]] = defaultdict(set)
    clauses = False
    for was, now in _same(pages, labels):
        old, new = (_labels(texts[at], labels) for texts, at in zip(pages, (was, now), strict=True))
        for label, moved in zip(old, new, strict=False):
            found[label].add(moved[1])
        clauses |= old[:1] != new[:1] and _heads(pages[1][now], labels)  # "Article 5. Visiting" is article 6 now
        if was in numbers[0] and now in numbers[1]:
            old_number, new_number = numbers[0][was], numbers[1][now]
            found["", old_number].add(new_number)
            found["", old_number.rpartition(".")[0]].add(new_number.rpartition(".")[0])
            clauses |= old_number != new_number
    sure = {said: next(iter(new)) for said, new in found.items() if len(new) == 1}
    return {said: new for said, new in sure.items() if new != said[1]} if clauses else {}


def _heads(text: str, labels: _Patterns) -> bool:
    """Whether a line begins with the label of a clause or exhibit, as its heading does."""
    return any(pattern.match(text) for pattern in labels)


def _same(pages: Sequence[_Texts], labels: _Patterns) -> Iterator[tuple[int, int]]:
    """The places of lines that say the same on both pages but for labels, each once on either."""
    places: tuple[dict[str, list[int]], ...] = ({}, {})
    for texts, found in zip(pages, places, strict=True):
        for at, text in enumerate(texts):
            found.setdefault(_without_labels(text, labels), []).append(at)
    for words, old in places[0].items():
        new = places[1].get(words, [])
        if len(old) == len(new) == 1:
            yield old[0], new[0]


def _without_labels(text: str, labels: _Patterns) -> str:
    for pattern in labels:
        text = pattern.sub(lambda hit: f"{hit['kind']} #", text)
    return " ".join(text.lower().split())


def _labels(text: str, labels: _Patterns) -> list[_Label]:
    """The labels that a line names, in order."""
    hits = [hit for pattern in labels for hit in pattern.finditer(text)]
    return [_said(hit) for hit in sorted(hits, key=lambda hit: hit.start())]


def _said(hit: re.Match[str]) -> _Label:
    kind = hit["kind"].lower()
    return kind if kind in _NAMED else "", hit["label"]


def _put(text: str, moved: Mapping[_Label, str], labels: _Patterns) -> str:
    def new(hit: re.Match[str]) -> str:
        label = moved.get(_said(hit), hit["label"])
        return f"{hit.group()[: hit.start('label') - hit.start()]}{label}"

    for pattern in labels:
        text = pattern.sub(new, text)
    return text

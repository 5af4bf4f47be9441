"""Passages come in the order in which a reader of the page meets them."""

from __future__ import annotations

from monitors.diff import compare
from monitors.records import PassageKind, Segment
from monitors.segments import with_key


def lines(texts: list[str]) -> tuple[Segment, ...]:
    return tuple(with_key(Segment(text)) for text in texts)


def test_what_went_stands_after_the_reworded_passage_that_preceded_it() -> None:
    old = [f"Rule {word}: each visit lasts 30 minutes." for word in ("alpha", "beta", "gamma")]
    new = [line.replace("30", "20") for line in old]
    before = [*old, "Lawyers may come at any hour of the night.", "Bring a card."]
    passages = compare(lines(before), lines([*new, "Bring a card."])).passages
    kinds = [passage.kind for passage in passages]
    assert kinds == [PassageKind.REWORDED] * 3 + [PassageKind.REMOVED]

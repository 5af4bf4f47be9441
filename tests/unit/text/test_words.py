"""Words inside one pair."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitors.wording import MOST_TOKENS, Piece, pure_words, tokens, words

_WORDS = st.sampled_from(
    [
        "visits",
        "must",
        "need",
        "not",
        "be",
        "on",
        "Monday",
        "8:00",
        "a.m.",
        "9",
        "$9.00",
        "café",
        "👍🏽",
        "é",
        "\ue000",
        ",",
        ".",
        "\n",
    ]
)
TEXT = st.lists(_WORDS, max_size=40).map(" ".join)


def sides(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    before = "".join(piece.text for piece in pieces if piece.op != "insert")
    after = "".join(piece.text for piece in pieces if piece.op != "delete")
    return before, after


@given(st.text(), st.text())
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    assert sides(words(before, after)) == (before, after)


@given(TEXT, TEXT)
@settings(max_examples=300)
def test_the_compiled_and_the_pure_diff_agree(before: str, after: str) -> None:
    assert words(before, after) == pure_words(before, after)


@given(TEXT, TEXT)
def test_neighbouring_pieces_differ_in_operation(before: str, after: str) -> None:
    operations = [piece.op for piece in words(before, after)]
    assert all(one != other for one, other in pairwise(operations))


@given(st.text())
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("open until 8:00 a.m. daily", "open until 8:30 a.m. daily", "8:00 a.m.", "8:30 a.m."),
        ("costs $9.00 a call", "costs $9.50 a call", "$9.00", "$9.50"),
        ("on Monday at noon", "on Thursday at noon", "Monday", "Thursday"),
        ("up to 1,200 people", "up to 1,500 people", "1,200", "1,500"),
        ("in-person visits", "online visits", "in-person", "online"),
        ("a fee of 12% applies", "a fee of 15% applies", "12%", "15%"),
    ],
)
def test_numbers_prices_and_times_are_never_cut(before: str, after: str, gone: str, come: str) -> None:
    pieces = words(before, after)
    assert [piece.text for piece in pieces if piece.op == "delete"] == [gone]
    assert [piece.text for piece in pieces if piece.op == "insert"] == [come]


def test_long_texts_are_compared_by_sentences_first() -> None:
    before = " ".join(f"Rule {n} holds for all visitors." for n in range(MOST_TOKENS))
    after = before.replace("Rule 700 holds", "Rule 700 no longer holds")
    pieces = words(before, after)
    assert sides(pieces) == (before, after)
    assert [piece.text.strip() for piece in pieces if piece.op == "insert"] == ["no longer"]

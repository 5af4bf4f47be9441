"""What a query asks for, and where a text says it."""

from __future__ import annotations

import pytest

from monitors.sought import Sought, Term, excerpt, folded, folded_words, places, sought


def asked(query: str) -> Sought:
    found = sought(query)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("visit fee", [Term(("visit",), True), Term(("fee",), True)]),
        ("no in", [Term(("no",)), Term(("in",))]),
        ('"In Person" -phone', [Term(("in", "person")), Term(("phone",), True, True)]),
        ("“In Person” -phone", [Term(("in", "person")), Term(("phone",), True, True)]),
        ("-«en persona» x", [Term(("en", "persona"), unwanted=True), Term(("x",))]),
        ('-"at all" x', [Term(("at", "all"), unwanted=True), Term(("x",))]),
        ('"never closed', [Term(("never", "closed"))]),
        ("in-person", [Term(("in", "person"), True)]),
        ("Visitación ﬁnes", [Term(("visitacion",), True), Term(("fines",), True)]),
    ],
)
def test_queries(query: str, terms: list[Term]) -> None:
    assert list(asked(query).terms) == terms


@pytest.mark.parametrize("query", ["", "  ", "-phone", '""', "!?*", '" "'])
def test_nothing_to_look_for(query: str) -> None:
    assert sought(query) is None


def test_folded_words_know_where_they_stand() -> None:
    text = "Año ½ ﬁne e\u0301"
    assert [(word, text[start:end]) for word, start, end in folded(text)] == [
        ("ano", "Año"), ("1", "½"), ("2", "½"), ("fine", "ﬁne"), ("e", "e\u0301"),
    ]  # fmt: skip


def test_places_do_not_overlap() -> None:
    text = "Visits in person, visiting in personal"
    assert [text[a:b] for a, b in places(text, asked('visit "in person" in'))] == [
        "Visits",
        "in person",
        "visiting",
        "in",
    ]


def test_an_excerpt_shows_the_place_that_says_most() -> None:
    pieces = excerpt(["fee only", "the visit fee rises"], asked("visit fee"))
    assert [(piece.text, piece.hit) for piece in pieces] == [
        ("the ", False), ("visit", True), (" ", False), ("fee", True), (" rises", False),
    ]  # fmt: skip
    assert excerpt(["nothing"], asked("visit")) == ()
    long = excerpt(["a " * 500 + "visit" + " b" * 500], asked("visit"))
    assert (long[0].text, long[-1].text[-2:]) == ("… ", " …")


@pytest.mark.parametrize("text", ["No visits, 9-5; $12.50 each_one", "Año ½ ﬁne", "x" * 100, ""])
def test_words_are_the_same_with_and_without_places(text: str) -> None:
    assert folded_words(text) == [word for word, _, _ in folded(text)]

"""Promises that are softened, denied or only put in other words."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

PAGE = (
    "Statement on video visits\n"
    "Our company serves ninety county jails.\n"
    "Video visits from home cost $6 for 20 minutes.\n"
    "Each sheriff sets the hours of visits."
)


def read(old: str, new: str, kind: str = "vendor"):  # type: ignore[no-untyped-def]
    sides = (f"{PAGE}\n{line}" for line in (old, new))
    return whole_reading(*sides, title="Statement on video visits", kind=kind)


@pytest.mark.parametrize(
    ("firm", "soft", "denied"),
    [
        (
            "We will remove the clause on in-person visits from all contracts.",
            "We hope to remove the clause on in-person visits from all contracts.",
            "We have no plans to remove the clause on in-person visits from all contracts.",
        ),
        (
            "We will strike the language about in-person visits from our agreements.",
            "We are considering whether to strike the language about in-person visits from our agreements.",
            "We do not intend to strike the language about in-person visits from our agreements.",
        ),
        (
            "The company will stop paying commissions to jails.",
            "The company would like to stop paying commissions to jails.",
            "The company will not stop paying commissions to jails.",
        ),
    ],
)
def test_a_good_promise_softened_or_denied_is_a_loss(firm: str, soft: str, denied: str) -> None:
    for worse in (soft, denied):
        found = read(firm, worse)
        assert found.direction is Direction.RESTRICTIVE
        assert rules(found) & {"P-promise"}
    assert read(firm, soft).severity.rank < read(firm, denied).severity.rank


@pytest.mark.parametrize("kind", ["news", "jail", "vendor"])
def test_a_plan_where_there_was_none_is_a_loss_of_a_level_less(kind: str) -> None:
    none, some = "The Sheriff has no plans to end in-person visits.", "The Sheriff plans to end in-person visits."
    worse, better = read(none, some, kind), read(some, none, kind)
    assert (worse.direction, worse.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)
    assert (better.direction, better.severity) == (Direction.RESTORATIVE, Severity.MAJOR)


def test_an_intention_about_what_stands_above_is_read_of_it() -> None:
    room = "Our visiting room is open to families on Saturday."
    worse = read(f"{room}\nI do not intend to close it.", f"{room}\nI intend to close it.", "news")
    assert (worse.direction, worse.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The Sheriff has no plans to end in-person visits.", "The Sheriff does not plan to end in-person visits."),
        (
            "Our company does not require any jail to end in-person visits.",
            "Our company did not and does not require any jail to end in-person visits.",
        ),
        (
            "We did not ask any county to do away with visits through the glass.",
            "No county was asked by us to do away with visits through the glass.",
        ),
        (
            "We will no longer include this clause on visits in new agreements.",
            "New agreements will not include this clause on visits any longer.",
        ),
        (
            "We will stop paying commissions to jails on April 1.",
            "From April 1 we will pay jails no commissions.",
        ),
        ("We have no plans to appeal the order on visits.", "We do not intend to appeal the order on visits."),
    ],
)
def test_the_same_denial_in_other_words_tells_nothing(old: str, new: str) -> None:
    assert not read(old, new).relevant
    assert not read(new, old).relevant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We do not plan to end in-person visits.", "We plan to end in-person visits."),
        (
            "The ban on visits in person is lifted, the sheriff having declined to keep it.",
            "The ban on visits in person is kept, the sheriff having declined to lift it.",
        ),
    ],
)
def test_an_intention_turned_is_no_other_wording(old: str, new: str) -> None:
    assert read(old, new).relevant


def test_a_cut_of_price_that_will_not_come_is_a_loss() -> None:
    found = read(
        "We will lower the price of home visits to $0.19 per minute on April 1.",
        "We will not lower the price of home visits.",
    )
    assert (found.direction, rules(found)) == (Direction.RESTRICTIVE, {"P-promise"})


def test_rules_for_visitors_promise_nothing() -> None:
    found = read("Visitors will wait to be called.", "Visitors are asked to wait to be called.", "jail")
    assert "P-promise" not in rules(found)


def test_a_company_that_struck_the_clause_on_visits_in_person_gives_them_back() -> None:
    found = read("", "We have struck the clause on in-person visits from all of our contracts.")
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.CRITICAL)

"""Clauses that get other numbers say the same; numbers that are no clause's are rules."""

from __future__ import annotations

import pytest

from monitors.language.judge import read
from monitors.records import Grade
from tests.unit.text.reading import changed, document


def page(*lines: str) -> str:
    return "<h1>Visiting</h1>" + "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("4.1.1", "4.1.2"), ("5.1.1", "5.1.2")),
        (("4.", "5."), ("5.", "6.")),
        (("C.", "D."), ("D.", "E.")),
        (("(iv)", "(v)"), ("(v)", "(vi)")),
        (("Section 3:", "Section 4:"), ("Section 7:", "Section 8:")),
    ],
)
def test_other_numbers_of_clauses_are_low_and_tell_nothing(before: tuple[str, str], after: tuple[str, str]) -> None:
    rules = ("Video visits of 30 minutes cost $5.", "Bring photo ID to the visit.")
    old, new = (page(*(f"{n} {rule}" for n, rule in zip(side, rules, strict=True))) for side in (before, after))
    comparison = changed(old, new)
    assert comparison.passages and comparison.grade is Grade.LOW
    assert not read(document(old).segments, document(new).segments, comparison.passages).relevant


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(2) visitors per inmate are allowed.", "(3) visitors per inmate are allowed."),
        ("8.30 Visits begin.", "9.30 Visits begin."),
        ("2 visitors are allowed.", "3 visitors are allowed."),
    ],
)
def test_a_number_without_company_is_a_rule(before: str, after: str) -> None:
    assert changed(page(before, "Bring ID."), page(after, "Bring ID.")).grade is Grade.HIGH


def test_a_clause_that_goes_is_all_that_is_told() -> None:
    long = "must be read by each of the visitors before they come to the desk of the officer on duty."
    before = page(*(f"{n}. Rule {letter} {long}" for n, letter in enumerate("ABCDEF", 1)))
    after = page(*(f"{n}. Rule {letter} {long}" for n, letter in enumerate("ACDEF", 1)))
    loud = [p for p in changed(before, after).passages if p.grade is not Grade.LOW]
    assert [(p.before, p.after) for p in loud] == [(f"Rule B {long}", "")]

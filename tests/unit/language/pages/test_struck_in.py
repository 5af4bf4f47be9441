"""Amendments that name a clause and the words that change in it."""

# ruff: noqa: E501  a line of a page reads better whole

from __future__ import annotations

import pytest

from monitors.language.pages.struck_in import as_amended
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading

_CONTRACT = (
    "Video agreement\n\n"
    "Section 5.2: Company shall remit to the County 12 percent of gross receipts from remote visits, within 12 months.\n\n"
    "Section 5.25: Company pays 12 percent interest.\n\n"
    "Section 9: Reports are due monthly.\n\n"
)


@pytest.mark.parametrize(
    "amendment",
    [
        'In section 5.2 strike "12 percent" and insert "30 percent".',
        "Section 5.2 is hereby amended by striking “12 percent” and inserting “30 percent” in its place.",
        'Section 5.2 of the Agreement is amended by replacing "12 percent" with "30 percent".',
    ],
)
def test_the_clause_is_read_in_its_new_words(amendment: str) -> None:
    found = whole_reading(_CONTRACT, f"{_CONTRACT}{amendment}", kind="contract")
    assert facts(found)["commission_pct"] == (12.0, 30.0)
    assert found.direction is Direction.RESTRICTIVE


def _amended(after: str, before: str = _CONTRACT) -> tuple[list[str], frozenset[int]]:
    segments, places = as_amended(plain_segments(before), plain_segments(after))
    return [segment.text for segment in segments], places


def test_the_clause_whose_number_it_is_and_no_other() -> None:
    texts, places = _amended(f'{_CONTRACT}In section 5.2 strike "12 percent" and insert "30 percent".')
    assert "30 percent of gross receipts from remote visits, within 12 months." in " ".join(texts)
    assert "12 percent interest" in " ".join(texts)
    assert len(places) == 1
    assert texts[-1] == ""  # the amendment itself, which keeps its place


@pytest.mark.parametrize(
    "amendment",
    [
        'In section 7.1 strike "12 percent" and insert "30 percent".',  # no such clause
        'In section 5.2 strike "15 percent" and insert "30 percent".',  # it does not hold these words
        'In section 5.2 the words "12 percent" are kept.',
    ],
)
def test_what_fits_no_clause_stays_as_it_is(amendment: str) -> None:
    texts, places = _amended(f"{_CONTRACT}{amendment}")
    assert texts[-1] == amendment
    assert not places


def test_an_amendment_that_stood_before_is_not_done_twice() -> None:
    page = f'{_CONTRACT}In section 5.2 strike "12 percent" and insert "30 percent".'
    assert _amended(f"{page}\n\nSigned.", page)[1] == frozenset()

"""Notes on clauses that were struck, beside what the old page held."""

from __future__ import annotations

import pytest

from monitors.language.pages.struck_notes import without_struck_notes
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading

REST = "12.1 Company supplies twelve units. 12.2 Title remains with the Company."
GUARD = "11.1 Nothing in this Agreement limits in-person visits. 11.2 Video visits shall not replace visits in person."


def direction(before: str, after: str) -> Direction | None:
    found = whole_reading(before, after, title="Jail agreement", kind="contract")
    return found.direction if found.relevant else None


@pytest.mark.parametrize(
    "note",
    [
        "Articles 11.1 and 11.2 are stricken in their entirety by Change Order 3.",
        "Sections 11.1 through 11.2 are hereby deleted.",
        '11.1 [Struck by consent. The struck sentence read: "Nothing in this Agreement limits in-person visits."]',
    ],
)
def test_a_note_on_what_was_struck_reads_as_the_clauses_gone(note: str) -> None:
    assert direction(f"{GUARD} {REST}", f"{note} {REST}") is Direction.RESTRICTIVE


def test_a_note_on_what_the_old_page_did_not_hold_is_left_to_be_read() -> None:
    for note in (
        "Section 7.4, which let the County end in-person visits, is deleted.",
        "7.4 [Struck by consent. County no longer has to hold in-person visits.]",
    ):
        assert direction(REST, f"{note} {REST}") is not None, note


def test_what_is_left_of_a_page_stands_in_its_places() -> None:
    before = plain_segments(f"{GUARD}\n\n{REST}")
    after = plain_segments(f"Sections 11.1 through 11.2 are hereby deleted.\n\n{REST}")
    left = without_struck_notes(before, after)
    assert (len(left), left[0].text, left[-1]) == (len(after), "", after[-1])

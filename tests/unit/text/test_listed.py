"""The line over a list, by markup or by how it stands."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.listed import lists_of
from monitors.records import Grade, PassageKind, Segment, SegmentKind
from monitors.segments import plain_segments
from tests.unit.text.reading import changed, segments


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("Who may visit:\n- Parents\n- Cousins", "- Cousins", "Who may visit:"),
        ("Who may visit\n- Parents\n- Cousins", "- Cousins", "Who may visit"),
        ("Who may visit?\n- Parents\n- Cousins", "- Cousins", "Who may visit?"),
        ("Not accepted\nWork badge\nSchool card", "School card", "Not accepted"),
        ("Units with video visits only\nUnit C", "Unit C", "Units with video visits only"),
        # a sentence ends a list, and a line that says no more than others heads none
        ("Not accepted:\nWork badge\n\nCome early.\n\nParking", "Parking", ""),
        ("Parking\nWork badge", "Work badge", ""),
    ],
)
def test_a_line_of_a_text_stands_in_the_list_below_its_name(text: str, line: str, name: str) -> None:
    page = plain_segments(text)
    assert dict(zip((segment.text for segment in page), lists_of(page), strict=True))[line] == name


def test_the_markup_s_headings_head_lists_and_so_does_a_text_below_them() -> None:
    page = segments("<h1>Jail</h1><h2>Papers</h2><ul><li>Passport</ul><p>Not accepted:</p><ul><li>Badge</ul>")
    said = dict(zip((segment.text for segment in page), lists_of(page), strict=True))
    assert (said["Passport"], said["Badge"]) == ("Papers", "Not accepted:")


def test_a_row_and_what_stands_below_it_are_in_no_list() -> None:
    page = (Segment("Not accepted:"), Segment("Mon | 9-11", kind=SegmentKind.ROW), Segment("Badge"))
    assert lists_of(page) == ("", "", "")


LISTS = "Taken:\n- Passport\n{}\n\nNot taken:\n- Badge\n{}"


def test_an_item_that_went_to_the_other_list_of_a_text_is_told_with_both_names() -> None:
    sides = [plain_segments(LISTS.format(*items)) for items in (("- School card", ""), ("", "- School card"))]
    found = compare(*sides)
    told = [(p.kind, p.before, p.after) for p in found.passages if p.grade.rank >= Grade.NORMAL.rank]
    assert told == [(PassageKind.REWORDED, "Taken: - School card", "Not taken: - School card")]


def test_lists_in_another_order_say_the_same() -> None:
    one, other = LISTS.format("", "").split("\n\n")
    sides = [plain_segments("\n\n".join(lists)) for lists in ((one, other), (other, one))]
    assert compare(*sides).grade is Grade.LOW


def test_a_list_that_went_with_its_name_to_a_heading_of_the_other_sense_is_told() -> None:
    page = "<h2>Allowed</h2><p>Coins.</p>{}<h2>Not allowed</h2><p>Bags.</p>{}<h2>Money</h2><p>By mail.</p>"
    cards = "<p>Cards:</p><ul><li>Greeting cards</ul>"
    found = changed(page.format(cards, ""), page.format("", cards))
    assert any(p.before == "Allowed: Greeting cards" and p.grade is Grade.NORMAL for p in found.passages)

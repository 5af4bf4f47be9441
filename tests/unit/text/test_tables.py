"""Rows of tables: cells over more than one column, cells that are a picture."""

from __future__ import annotations

import pytest

from monitors.records import Grade, SegmentKind
from monitors.versions import fingerprint
from tests.unit.text.reading import changed, segments, texts


def rows(html: str) -> list[str]:
    return [s.text for s in segments(f"<table>{html}</table>") if s.kind is SegmentKind.ROW]


def test_a_cell_over_more_columns_stands_in_each_of_them() -> None:
    first, second = "<tr><td>Day<td colspan=2>Women<td>Men", "<tr><td>Day<td>Women<td colspan=2>Men"
    assert rows(first) == ["Day | Women | Women | Men"]
    assert rows(second) == ["Day | Women | Men | Men"]
    assert len({fingerprint(f"<table>{row}".encode(), "text/html") for row in (first, second)}) == 2


def test_a_cell_over_columns_and_rows_stands_in_all_of_them() -> None:
    assert rows("<tr><td colspan=2 rowspan=2>A<td>1</tr><tr><td>2</tr><tr><td>B<td>C<td>3</tr>") == [
        "A | A | 1",
        "A | A | 2",
        "B | C | 3",
    ]


def test_a_cell_over_the_whole_row_or_over_very_many_columns_stands_once() -> None:
    assert rows("<tr><td colspan=3>Visits") == []
    assert rows("<tr><td colspan=99>Visits<td>x") == ["Visits | x"]


@pytest.mark.parametrize("picture", ["<img src=i.png alt={}>", "<i aria-label={}></i>", "<span><img alt={}></span>"])
def test_a_picture_is_the_text_of_a_cell_that_has_no_other(picture: str) -> None:
    pages = ["<tr><td>Sunday visits<td>" + picture.format(answer) for answer in ("Yes", "No")]
    assert [rows(page) for page in pages] == [["Sunday visits | Yes"], ["Sunday visits | No"]]
    assert len({fingerprint(page.encode(), "text/html") for page in pages}) == 2


def test_names_of_pictures_alone_are_no_row_and_a_sentence_is_told_once() -> None:
    assert rows("<tr><td><img alt=Logo><td><img alt=Seal>") == []
    assert rows("<tr><td>Sunday<td><img alt='There are no visits on Sunday'>") == ["Sunday |"]


def test_a_dot_that_is_all_of_a_cell_is_a_tick() -> None:
    row = "<table><tr><th>Item<th>Yes<th>No<tr><td>Car key<td>{}<td>{}</table>"
    assert texts(row.format("•", ""))[1] == "Car key | ✓ |"
    assert changed(row.format("•", ""), row.format("", "•")).grade is Grade.HIGH

"""Plain text and Markdown: headings, tables that blanks or tabs lay out, and marks that say nothing."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.extract import extract
from monitors.records import Grade, Segment, SegmentKind
from tests.unit.text.reading import URL


def read(text: str) -> tuple[Segment, ...]:
    return extract(text.encode(), "text/plain; charset=utf-8", URL).segments


def texts(text: str) -> list[str]:
    return [segment.text for segment in read(text)]


def grade(before: str, after: str) -> Grade:
    return compare(read(before), read(after)).grade


def test_marked_and_underlined_lines_are_headings() -> None:
    found = read("# Visiting\n\nSaturdays.\n\n## Fees ##\n\nFree.\n\nMail\n----\n\nNone.\n\n# Phones\n\nNone.\n")
    assert [(s.kind is SegmentKind.HEADING, s.heading, s.text) for s in found] == [
        (True, (), "Visiting"),
        (False, ("Visiting",), "Saturdays."),
        (True, ("Visiting",), "Fees"),
        (False, ("Visiting", "Fees"), "Free."),
        (True, ("Visiting",), "Mail"),
        (False, ("Visiting", "Mail"), "None."),
        (True, (), "Phones"),
        (False, ("Phones",), "None."),
    ]


def test_an_entry_that_goes_under_the_opposite_heading_is_told() -> None:
    lists = "# Visitors may bring\n\n- Photo ID\n{}\n# Visitors may not bring\n\n{}- Phones\n- Food\n"
    assert grade(lists.format("- Baby bottle\n", ""), lists.format("", "- Baby bottle\n")) is Grade.HIGH


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits are **on Saturdays**.", "Visits are on Saturdays."),
        ("# Visits", "Visits\n======"),
        ("| Visit | Price |\n|---|---:|\n| Video | $5 |", "| Visit | Price |\n|-------|:---|\n| Video   |   $5 |"),
        ("Visits\n\n* * *\n\nMail", "Visits\n\n__________\n\nMail"),
        ("Video visits ........ $5.00", "Video visits ............. $5.00"),
    ],
)
def test_marks_and_drawn_lines_say_nothing(before: str, after: str) -> None:
    assert grade(before, after) in (Grade.NONE, Grade.LOW)


def test_the_column_that_a_time_stands_in_is_kept() -> None:
    table = (
        "     DAY          UNIT A          UNIT B\n     Monday       9:00-11:00      1:00-3:00\n     Friday       {}\n"
    )
    before, after = table.format("                1:00-3:00"), table.format("1:00-3:00")
    assert texts(before) == ["DAY | UNIT A | UNIT B", "Monday | 9:00-11:00 | 1:00-3:00", "Friday | | 1:00-3:00"]
    assert grade(before, after) is Grade.HIGH
    assert texts("Unit\tMon\tTue\nA\t\t9-11\nB\t9-11\t\n") == ["Unit | Mon | Tue", "A | | 9-11", "B | 9-11 |"]
    assert texts("Unit\t\tMon\nA\t9-11\n") == ["Unit | Mon", "A | 9-11"]  # tabs as blanks, to line up


def test_dots_that_lead_to_a_price_part_two_cells() -> None:
    assert texts("Video visits ............... $7.50\nPhone calls ................ $0.06\nRules ........ 12\n") == [
        "Video visits | $7.50",
        "Phone calls | $0.06",
        "Rules ........ 12",
    ]


def test_words_divided_at_the_ends_of_narrow_lines_are_whole() -> None:
    narrow = (
        "Visits are on Wed-\nnesday and Fri-\nday at the win-\ndows.\n\nMinors come with a par-\nent for an in-\n"
        "person visit\nof 20 minutes.\nBring ID.\n"
    )
    assert texts(narrow) == [
        "Visits are on Wednesday and Friday at the windows.",
        "Minors come with a parent for an in-person visit of 20 minutes.",
        "Bring ID.",
    ]


@pytest.mark.parametrize("lines", ["Visits -\nby video\nby phone", "Mon-\nFri 9-11", "Hours\nmorning\nafternoon"])
def test_lines_that_divide_no_word_stay_as_they_are(lines: str) -> None:
    assert texts(lines) == lines.split("\n")

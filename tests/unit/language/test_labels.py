"""Terms as pages set them: rows of a table, labelled lines and items, questions with their answers."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.language.pages.sentences import units, with_header
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading
from tests.unit.text.reading import segments

ROWS = "Visiting\nTopic | Rule\nParking | Elm Street\n{}\nLockers | Free"
ITEMS = "Visiting rules\n* Parking: Elm Street\n* {}\n* Lockers: free"
QUESTIONS = "Visiting questions\n{}\nWhere do I park? On Elm Street."


@pytest.mark.parametrize(
    ("page", "worse", "better", "level", "topic"),
    [
        (ROWS, "Minimum age | 18", "Minimum age | 16", Severity.MAJOR, Topic.ELIGIBILITY),
        (ROWS, "Free visits per week | 0", "Free visits per week | 1", Severity.MAJOR, Topic.FEES),
        (ROWS, "Glass | Yes", "Glass | No", Severity.MAJOR, Topic.CONTACT),
        (ITEMS, "Children: not permitted", "Children: permitted", Severity.MAJOR, Topic.ELIGIBILITY),
        (ITEMS, "Appointment needed: Yes", "Appointment needed: No", Severity.MINOR, Topic.SCHEDULE),
        (ITEMS, "Glass: yes", "Glass: no", Severity.MAJOR, Topic.CONTACT),
        (QUESTIONS, "Is there glass between us? Yes.", "Is there glass between us? No.", Severity.MAJOR, Topic.CONTACT),
        (QUESTIONS, "Q: Can I visit from home?\nA: No.", "Q: Can I visit from home?\nA: Yes.", Severity.MAJOR, Topic.VIDEO_REMOTE),
        (QUESTIONS, "How many people can be on the list? Five.", "How many people can be on the list? Ten.", Severity.MAJOR, Topic.ELIGIBILITY),
        (QUESTIONS, "How old must a child be? 16.", "How old must a child be? 12.", Severity.MAJOR, Topic.ELIGIBILITY),
    ],
)  # fmt: skip
def test_a_value_that_turned_is_a_gain_or_a_loss(
    page: str, worse: str, better: str, level: Severity, topic: Topic
) -> None:
    for old, new, direction in ((worse, better, Direction.RESTORATIVE), (better, worse, Direction.RESTRICTIVE)):
        found = whole_reading(page.format(old), page.format(new), title="Visiting")
        assert (found.direction, found.severity) == (direction, level)
        assert topic in found.topics


def test_an_item_with_its_value_is_no_heading_of_the_next_and_one_without_is() -> None:
    labelled = units(plain_segments("Visits\n* Parking: Elm Street\n* Children: permitted"))
    assert labelled[2].headings == "/ visits"
    named = units(plain_segments("Visits\n* North unit\n* Children permitted"))
    assert named[2].headings == "/ north unit"


def test_the_marks_of_question_and_answer_are_none_of_their_words_and_a_unit_is() -> None:
    asked = units(plain_segments("Q: May children come?\nA: Yes.\nWhen does a unit visit?\nA: 9 to 11"))
    assert [unit.plain for unit in asked[:2]] == ["may children come?", "yes."]
    alone = units(plain_segments("Visits\nA: 9 to 11\nB: 1 to 3"))
    assert alone[1].plain.startswith("a: ")


def test_a_row_below_a_column_of_anything_is_a_label_with_its_value() -> None:
    row = units(plain_segments("Topic | Rule\nMinimum age | 16"))[1]
    assert with_header(row) == "minimum age: 16"
    grid = units(plain_segments("Unit | Minutes\nNorth | 16"))[1]
    assert with_header(grid) == "unit: north | minutes: 16 minutes"


def test_several_answers_of_how_many_are_each_read() -> None:
    old = QUESTIONS.format("How many visits may I have? One per day, three per week.")
    found = whole_reading(old, old.replace("three per", "four per"), title="Visiting")
    assert facts(found) == {"visits_per_week": (3, 4)}


@pytest.mark.parametrize(
    "page",
    [
        "<dl><dt>Parking</dt><dd>Elm Street</dd><dt>{}</dt><dd>{}</dd></dl>",
        "<table><tr><td>Parking</td><td>Elm Street</td></tr><tr><td>{}</td><td>{}</td></tr></table>",
        "<p><strong>Parking:</strong> Elm Street</p><p><strong>{}:</strong> {}</p>",
        "<p>Parking: Elm Street<br>{}: {}<br>Lockers: free</p>",
    ],
)
@pytest.mark.parametrize(
    ("label", "worse", "better"),
    [("Contact visits", "No", "Yes"), ("Names on the list", "5", "10"), ("Children", "not permitted", "permitted")],
)
def test_a_label_with_its_value_heads_no_other(page: str, label: str, worse: str, better: str) -> None:
    old, new = (segments(f"<h1>Inmate visiting</h1>{page.format(label, value)}") for value in (worse, better))
    for before, after, direction in ((old, new, Direction.RESTORATIVE), (new, old, Direction.RESTRICTIVE)):
        passages = compare(before, after).passages
        found = read(before, after, passages, title_before="Visiting", title_after="Visiting", kind="jail")
        assert found.direction is direction


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ("Parking | Elm Street\nMinimum age | 16", "minimum age | 16"),
        ("Unit | Minutes\nNorth | 16", "unit: north | minutes: 16 minutes"),
        ("Unit | Children under 12\nNorth | Yes", "unit: north | children under 12: yes"),
        ("Harkness Jail | Visiting grid\nPod | Days | Room\nNorth | Mon | 2", "pod: north | days: {mon} | room: 2"),
    ],
)
def test_the_first_row_of_two_cells_is_a_header_where_it_names_columns(rows: str, label: str) -> None:
    assert with_header(units(plain_segments(rows))[-1]) == label


def test_an_item_with_its_value_heads_no_sentence_either() -> None:
    page = units(plain_segments("Visits\n* Parking: Elm Street\n* Children may come."))
    assert page[2].headings == "/ visits"


def test_how_long_ahead_one_books_is_told_below_its_label() -> None:
    page = "<h1>Inmate visiting</h1><table><tr><th>Topic</th><th>Rule</th></tr><tr><td>Parking</td><td>Elm Street</td></tr><tr><td>Booking</td><td>{} hours ahead</td></tr><tr><td>Lockers</td><td>Free</td></tr></table>"
    old, new = (segments(page.format(hours)) for hours in (24, 48))
    passages = compare(old, new).passages
    found = read(old, new, passages, title_before="Visiting", title_after="Visiting", kind="jail")
    assert (found.direction, facts(found)) == (Direction.RESTRICTIVE, {"booking_lead_hours": (24, 48)})


def test_few_words_that_turn_a_line_are_told_where_the_reader_doubts() -> None:
    old, new = "Securus requires jails to end in-person visits.", "Securus allows jails to keep in-person visits."
    assert whole_reading(old, new, title="", kind="vendor").direction is Direction.RESTORATIVE

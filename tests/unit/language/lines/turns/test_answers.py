"""Cells and lines that answer yes or no: what turned is told, in whatever words yes and no are said."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading, Severity, Topic
from tests.unit.text.reading import segments

TITLE = "Inmate visitation, Alder County Jail"
PAGE = (
    "<h1>Inmate visitation</h1><p>Family and friends may visit people in custody.</p>{}"
    "<p>Visits are held Saturday and Sunday from 9 a.m. to 3 p.m.</p><p>Bring photo identification.</p>"
)


def reading(before: str, after: str) -> Reading:
    old, new = (segments(PAGE.format(text)) for text in (before, after))
    return read(old, new, compare(old, new).passages, title_before=TITLE, title_after=TITLE)


def table(*rows: str) -> str:
    """Rows with their cells parted by bars, the first one the header."""
    cells = ["".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def both_ways(yes: str, no: str) -> tuple[Reading, Reading]:
    return reading(no, yes), reading(yes, no)


WORDS = [
    ("Yes", "No"),
    ("Y", "N"),
    ("✓", "✗"),
    ("Allowed", "Not permitted"),
    ("Available", "Not available"),
    ("Permitted", "Prohibited"),
    ("Offered", "-"),
    ("Yes", "—"),
    ("Yes (one hour)", "No"),
    ("Available", "Currently unavailable"),
    ("Yes", "None"),
    ("Sí", "No"),
    ("Open", "Closed"),
    ("Open", "Suspended"),
]


@pytest.mark.parametrize(("yes", "no"), WORDS)
def test_a_cell_that_turns_is_a_gain_or_a_loss_of_one_unit(yes: str, no: str) -> None:
    header, other = "Housing unit | Contact visits | Video visits", f"B pod | {yes} | {yes}"
    gain, loss = both_ways(*(table(header, f"A pod | {cell} | {yes}", other) for cell in (yes, no)))
    assert (gain.direction, gain.severity, gain.topics) == (Direction.RESTORATIVE, Severity.MINOR, (Topic.CONTACT,))
    assert (loss.direction, loss.severity, loss.topics) == (Direction.RESTRICTIVE, Severity.MINOR, (Topic.CONTACT,))
    assert loss.headline == "Contact visits ended for one unit or group"


@pytest.mark.parametrize(
    ("column", "topic", "severity"),
    [
        ("In-person", Topic.IN_PERSON, Severity.MAJOR),
        ("Window visits", Topic.IN_PERSON, Severity.MAJOR),
        ("Contact", Topic.CONTACT, Severity.MINOR),
        ("Children under 12", Topic.ELIGIBILITY, Severity.MINOR),
        ("Minors allowed", Topic.ELIGIBILITY, Severity.MINOR),
        ("Remote video", Topic.VIDEO_REMOTE, Severity.MINOR),
        ("Lobby video visits", Topic.VIDEO_ONSITE, Severity.MINOR),
        ("Walk-ins", Topic.SCHEDULE, Severity.MINOR),
    ],
)
def test_the_column_says_what_turned(column: str, topic: Topic, severity: Severity) -> None:
    gain, loss = both_ways(*(table(f"Class | {column}", f"Medium | {word}", "Maximum | No") for word in ("Yes", "No")))
    assert (gain.direction, gain.severity, gain.topics) == (Direction.RESTORATIVE, severity, (topic,))
    assert (loss.direction, loss.severity, loss.topics) == (Direction.RESTRICTIVE, severity, (topic,))


@pytest.mark.parametrize(
    "column", ["Video only", "Non-contact only", "Through glass", "Appointment required", "No children"]
)
def test_where_yes_takes_something_the_turn_is_the_other_way(column: str) -> None:
    loss, gain = both_ways(*(table(f"Unit | {column}", f"North | {word}", "South | No") for word in ("Yes", "No")))
    assert (loss.direction, gain.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("label", "severity"),
    [
        ("In-person visits", Severity.CRITICAL),
        ("Contact visits", Severity.MAJOR),
        ("Children under 16", Severity.MAJOR),
        ("Video visits from home", Severity.MAJOR),
    ],
)
def test_a_row_or_line_that_answers_for_everybody_is_told_whole(label: str, severity: Severity) -> None:
    for page in (table("Kind of visit | Offered", f"{label} | {{}}", "Attorney visits | Yes"), f"<p>{label}: {{}}</p>"):
        gain, loss = both_ways(*(page.format(word) for word in ("Yes", "No")))
        assert (gain.direction, gain.severity) == (Direction.RESTORATIVE, severity)
        assert (loss.direction, loss.severity) == (Direction.RESTRICTIVE, severity)


@pytest.mark.parametrize("column", ["Mail", "Tablets", "Commissary", "Lockers", "Phones", "Parking"])
def test_columns_about_something_else_tell_nothing(column: str) -> None:
    header = f"Unit | Contact visits | {column}"
    for found in both_ways(*(table(header, f"North | Yes | {word}", "South | No | Yes") for word in ("Yes", "No"))):
        assert not found.relevant


@pytest.mark.parametrize(
    ("before", "after"), [("Yes", "Allowed"), ("N", "No"), ("No", "-"), ("Not available", "Unavailable"), ("✓", "Yes")]
)
def test_the_same_answer_in_other_words_tells_nothing(before: str, after: str) -> None:
    header = "Unit | Contact visits | Children"
    assert not reading(
        *(table(header, f"North | {word} | Yes", "South | No | Yes") for word in (before, after))
    ).relevant


def test_what_else_changed_in_a_row_is_not_lost_beside_its_answer() -> None:
    header = "Unit | Contact visits | Visits per week"
    found = reading(
        table(header, "North | Yes | 3", "South | Yes | 3"), table(header, "North | No | 2", "South | Yes | 3")
    )
    assert found.direction is Direction.RESTRICTIVE
    assert "P-answer-contact" not in {rule for finding in found.findings for rule in finding.rules}


def test_lawyers_answers_are_of_lawyers() -> None:
    header = "Visitors | Contact visits"
    found = reading(*(table(header, f"Attorneys | {word}", "Family | No") for word in ("Yes", "No")))
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)
    assert Topic.LEGAL_VISITS in found.topics


@pytest.mark.parametrize("line", ["Lockers: {}", "Restrooms in the lobby: {}", "Inmate property accepted: {}"])
def test_lines_about_something_else_are_no_visits(line: str) -> None:
    found = reading(*(f"<p>{line.format(word)}</p>" for word in ("Yes", "No")))
    assert not found.topics or "P-answer" not in " ".join(found.why)


@pytest.mark.parametrize(
    "header", ["Item | Allowed in visiting room", "Program | Open to children", "Floor | Elevator for visitors"]
)
def test_tables_of_items_and_programs_are_no_visits(header: str) -> None:
    found = reading(*(table(header, f"First | {word}", "Second | No") for word in ("Yes", "No")))
    assert "P-answer" not in " ".join(found.why)


def test_a_condition_put_in_brackets_is_not_the_same_answer() -> None:
    found = reading("<p>In-person visits: Yes</p>", "<p>In-person visits: Yes (by appointment)</p>")
    assert not any(why.startswith("R4") for why in found.why)


def test_rows_of_few_words_are_one_row() -> None:
    loss, gain = both_ways(*(table("Unit | Visits suspended", f"A | {word}", "B | No") for word in ("Yes", "No")))
    assert (loss.direction, gain.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def test_no_contact_visits_is_a_column_of_contact() -> None:
    loss, _ = both_ways(*(table("Pod | No contact visits", f"North | {word}", "South | No") for word in ("Yes", "No")))
    assert (loss.direction, loss.topics) == (Direction.RESTRICTIVE, (Topic.CONTACT,))

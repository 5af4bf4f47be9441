"""Lines that stand behind the label of one unit or class are one level less severe (S6)."""

# ruff: noqa: E501  a line of a page reads better whole

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Segment, Severity
from monitors.segments import with_key
from tests.unit.language.reading import rules, whole_reading

PODS = "Pod A | Monday | 30 min\nPod B | Tuesday | 30 min\nPod C | Wednesday | 30 min"


def of_page(lines: str) -> str:
    return f"Visiting\nVisitors must show photo identification.\n{lines}\nBring coins for the lockers."


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        (PODS, PODS.replace("Wednesday | 30", "Wednesday | 20"), Severity.MINOR),
        ("Segregation: one visit a week.", "Segregation: two visits a week.", Severity.MINOR),
        ("Work crews: hugs are allowed.", "Work crews: hugs are not allowed.", Severity.MINOR),
        ("C Pod - booth visits on Sunday", "C Pod - remote video only", Severity.MAJOR),
    ],
)
def test_what_holds_for_one_unit_or_class_is_one_level_lower(before: str, after: str, severity: Severity) -> None:
    found = whole_reading(of_page(before), of_page(after))
    assert found.severity is severity
    assert "S6" in rules(found)


def under(heading: str, visits: str) -> tuple[Segment, ...]:
    """A page with a section of its own for one unit."""
    return tuple(
        with_key(segment)
        for segment in (
            Segment("Visitors must show photo identification.", heading=("Visiting",)),
            Segment("Three visits a week.", heading=("Visiting", "A Pod")),
            Segment(f"{visits} visits a week.", heading=("Visiting", heading)),
        )
    )


@pytest.mark.parametrize(
    ("heading", "severity"),
    [("B Pod", Severity.MINOR), ("Housing Unit 4", Severity.MINOR), ("Visitation Unit", Severity.MAJOR)],
)
def test_a_heading_names_a_unit_by_its_letter_or_number(heading: str, severity: Severity) -> None:
    before, after = under(heading, "Two"), under(heading, "Four")
    found = read(before, after, compare(before, after).passages, title_after="Visiting", kind="jail")
    assert found.severity is severity


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PODS, PODS.replace("30 min", "20 min")),
        ("All units: one visit a week.", "All units: two visits a week."),
        ("All housing units: hugs are allowed.", "All housing units: hugs are not allowed."),
        ("Length: 30 minutes a visit.", "Length: 20 minutes a visit."),
    ],
)
def test_what_holds_for_all_is_not(before: str, after: str) -> None:
    found = whole_reading(of_page(before), of_page(after))
    assert found.severity is Severity.MAJOR
    assert "S6" not in rules(found)


def test_one_row_of_a_table_of_units_is_lower_beside_lines_that_name_none() -> None:
    table = "Pod | Class | Day | Minutes\n1A | Low | Saturday | 30\n2A | Medium | Sunday | 30\n3A | High | Monday | {}"
    dress = "Skirts and shorts reach the knee.", "Shorts and skirts reach the knee, and leggings are not worn alone."
    before, after = (of_page(f"{table.format(n)}\n{line}") for n, line in zip((30, 15), dress, strict=True))
    assert whole_reading(before, after).severity is Severity.MINOR
    everybody = after.replace("| 30", "| 15")
    assert whole_reading(before, everybody).severity is Severity.MAJOR


@pytest.mark.parametrize(
    ("label", "lowered"), [("Mothers' unit.", True), ("502.3 Maximum (Unit 4).", True), ("General population.", False)]
)
def test_a_sentence_that_names_a_unit_is_the_label_of_those_behind_it(label: str, lowered: bool) -> None:
    was = f"{label} Visits take place in the booths on Sunday, from ten to two."
    found = whole_reading(of_page(was), of_page(was.replace("to two", "to noon")))
    assert ("S6" in rules(found)) is lowered
    assert found.severity is (Severity.MINOR if lowered else Severity.MAJOR)


def test_lines_on_other_things_beside_those_of_one_unit_leave_it_at_that() -> None:
    unit = "General population. Two visits a week at the glass.\n\nMaximum (Unit 4). One visit a week {} the glass."
    before = f"{unit.format('at')}\n\nRecords. Notes are kept for three years."
    after = unit.format("by monitor. Persons in Unit 4 are no longer brought to")
    found = whole_reading(before, f"{after}\n\nRecords. Notes are kept for five years.")
    assert found.severity is Severity.MAJOR


@pytest.mark.parametrize("label", ["Period 4", "All housing"])
def test_a_turn_of_the_timetable_is_no_unit(label: str) -> None:
    was = of_page(f"Period 1: Monday, 1 pm to 3 pm\n{label}: Sunday, 9:00 am to 11:00 am")
    found = whole_reading(was, was.replace("11:00 am", "1:00 pm"))
    assert found.severity is Severity.MAJOR
    assert "S6" not in rules(found)


@pytest.mark.parametrize(
    ("rest", "severity"),
    [
        ("Visits for all other units are still suspended.", Severity.MINOR),
        ("The rest of the units wait until the work is done.", Severity.MINOR),
        ("Call the desk before you come.", Severity.MAJOR),
    ],
)
def test_what_comes_back_for_some_while_others_wait_is_of_some(rest: str, severity: Severity) -> None:
    old = "Visits for the whole facility are suspended because of the flu."
    found = whole_reading(old, f"Visits are open again in the east half. {rest}")
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, severity)


def test_one_column_of_a_timetable_is_of_one_group() -> None:
    table = (
        "Day | Men | Women\nTuesday | 6 pm - 8 pm | no visits\nThursday | {} | no visits\n"
        "Saturday | 9 am - 11 am | {}\n"
    )
    both = "Visits are at the windows.\n\n{}\nBring photo ID.\n"
    old = both.format(table.format("6 pm - 8 pm", "1 pm - 4 pm"))
    one = whole_reading(old, both.format(table.format("no visits", "1 pm - 4 pm")))
    assert one.severity is Severity.MINOR
    everybody = whole_reading(old, both.format(table.format("no visits", "no visits")))
    assert everybody.severity is Severity.MAJOR


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Post Order 8-110: Visiting in restrictive housing", Severity.MINOR),
        ("Visits for inmates in segregation", Severity.MINOR),
        ("Post Order 8-110: Visiting", Severity.MAJOR),
        ("Restrictive measures: visiting in person", Severity.MAJOR),
    ],
)
def test_a_page_on_one_class_speaks_of_it_throughout(title: str, level: Severity) -> None:
    page = "A person may have {} visits per month. Visits last one hour."
    assert whole_reading(page.format("two"), page.format("four"), title=title).severity is level


def test_a_numbered_label_of_a_unit_holds_beside_lines_of_others() -> None:
    page = (
        "II. GENERAL. A hug is allowed.\n\nIII. SYCAMORE UNIT (step-down). Residents visit in the hall. {}\n\n"
        "VI. SEARCH. Visitors {}."
    )
    before = page.format("A hug is allowed.", "pass the arch before a visit")
    after = page.format("No touch is allowed at any time.", "walk through the arch before their visit")
    assert "P-new-contact+S6" in {"+".join(finding.rules) for finding in whole_reading(before, after).findings}


def test_pods_that_are_still_closed_are_the_rest() -> None:
    before = "All visits are suspended because of an illness."
    after = "Visits have started again for Pods G and H. Visits for Pods A through F are still suspended."
    assert whole_reading(before, after).severity is Severity.MINOR


def test_a_footnote_for_one_unit_holds_for_that_unit() -> None:
    hours = "Tue, Fri | 12:30 pm to 3:00 pm |"
    page = f"| Unit C{{}} | {hours}\n| Unit D | {hours}\nVisits are in person.{{}}"
    after = page.format(" (1)", "\n(1) For Unit C, visits are on the lobby monitors only.")
    found = whole_reading(page.format("", ""), after)
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)


def test_a_floor_of_a_payment_is_no_floor_of_a_jail() -> None:
    page = "D-1. Share. Vendor pays County 20% of net visit revenue.\nD-2. Floor. If that comes to less than ${} in a month, Vendor pays the difference."
    found = whole_reading(page.format("7,500"), page.format("11,250"), kind="contract")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)


def test_a_label_holds_for_its_own_section_alone() -> None:
    page = "Camp Loomis. Minimum custody. 88 men, 4 trucks.\n\nFamily notes\n\nEach man has {} visits a week."
    assert whole_reading(page.format("four"), page.format("two"), title="Camp Loomis").severity is Severity.MAJOR


def test_the_block_that_everybody_has_is_no_class() -> None:
    page = "Each inmate may have {} glass visits a week, on the day of his or her block."
    assert whole_reading(page.format("four"), page.format("two")).severity is Severity.MAJOR

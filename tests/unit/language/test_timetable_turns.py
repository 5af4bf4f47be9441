"""Which way a changed timetable went, and how grave that is: counted, whatever words tell it (D10, S2, S3, S6)."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading, Severity
from tests.unit.language.reading import facts, reading_of_page, rules, whole_reading
from tests.unit.text.reading import segments

PAGE = "Alder County Jail welcomes visitors.\nBring photo ID.\nQuestions? Call 555-0100 on weekdays."
MAJOR, MINOR = Severity.MAJOR, Severity.MINOR


def reading(before: str, after: str) -> Reading:
    return reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")


@pytest.mark.parametrize(
    ("more", "fewer", "severity"),
    [
        ("Visits: Monday through Friday, 8 a.m. to 4 p.m.", "Visits: Monday through Thursday, 8 a.m. to 4 p.m.", MAJOR),
        ("Visiting is Friday through Monday.", "Visiting is Saturday through Monday.", MAJOR),
        ("Visits take place daily from 10 to 2.", "Visits take place daily except Wednesday from 10 to 2.", MAJOR),
        ("No visits on Tuesdays.", "No visits on Tuesdays or Thursdays.", MAJOR),
        ("Visits are offered on four days each week.", "Visits are offered on three days each week.", MAJOR),
        ("Visits: weekdays 6-9 pm", "Visits: weekdays 6-8 pm", MAJOR),
        ("Visits run daily from 8 a.m. until 8 p.m.", "Visits run daily from 8:30 a.m. until 8 p.m.", MINOR),
        (
            "Visiting hours: Tuesday 1 p.m. - 3 p.m. and 6 p.m. - 8 p.m.",
            "Visiting hours: Tuesday 1 p.m. - 3 p.m.",
            MAJOR,
        ),
        ("Visits: 8a-11a on Saturday", "Visits: 8a-10a on Saturday", MAJOR),
        (
            "A block: Monday 8-10 a.m. B block: Tuesday 8-10 a.m. C block: Wednesday 8-10 a.m. and Friday 8-10 a.m.",
            "A block: Monday 8-10 a.m. B block: Tuesday 8-10 a.m. C block: Wednesday 8-10 a.m.",
            MINOR,
        ),
    ],
)
def test_fewer_days_or_hours_are_a_loss_and_more_a_gain(more: str, fewer: str, severity: Severity) -> None:
    loss, gain = reading(more, fewer), reading(fewer, more)
    assert (loss.direction, loss.severity) == (Direction.RESTRICTIVE, severity)
    assert (gain.direction, gain.severity) == (Direction.RESTORATIVE, severity)


def reading_of_rows(before: list[str], after: list[str]) -> Reading:
    """Of a page with a table of visiting hours, cells parted by bars."""
    pages = []
    for rows in (before, after):
        cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in ("Day | Hours", *rows))
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        pages.append(
            segments(f"<h1>Inmate visitation</h1><h2>Visiting hours</h2><table>{body}</table><p>Bring ID.</p>")
        )
    old, new = pages
    return read(old, new, compare(old, new).passages, title_before="Inmate visitation", title_after="Inmate visitation")


WEEK = ["Mon | 8a-11a", "Tue | 8a-11a", "Sat | 1p-5p"]


@pytest.mark.parametrize("none", ["Tue | -", "Tue | Closed", "Tue | No visits", "Tue | n/a", ""])
def test_a_row_that_goes_or_tells_of_none_loses_its_day(none: str) -> None:
    fewer = [row for row in (WEEK[0], none, WEEK[2]) if row]
    loss, gain = reading_of_rows(WEEK, fewer), reading_of_rows(fewer, WEEK)
    assert (loss.direction, loss.severity) == (Direction.RESTRICTIVE, MAJOR)
    assert (gain.direction, gain.severity) == (Direction.RESTORATIVE, MAJOR)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (WEEK, ["Mon | 8a-11a", "Wed | 8a-11a", "Sat | 1p-5p"]),
        (WEEK, ["Mon | 8a-11a", "Tue | 9a-noon", "Sat | 1p-5p"]),
    ],
)
def test_as_many_days_and_hours_as_before_are_neither(before: list[str], after: list[str]) -> None:
    found = reading_of_rows(before, after)
    assert (found.direction, found.severity) == (Direction.NEUTRAL, MINOR)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Unit 3: Mondays 9-11.\nUnit 4: Mondays 1-3.", "Unit 3: Mondays 1-3.\nUnit 4: Mondays 9-11."),
        ("A block: Tuesday 6-8 p.m.\nB block: Sunday 6-8 p.m.", "A block: Sunday 6-8 p.m.\nB block: Tuesday 6-8 p.m."),
    ],
)
def test_groups_that_got_each_others_hours_are_neutral(before: str, after: str) -> None:
    found = reading(before, after)
    assert (found.direction, found.severity) == (Direction.NEUTRAL, MINOR)
    assert any(rule.startswith("D10-") for rule in rules(found))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits: Mon-Fri 8am-4pm", "Visits: Monday through Friday, 8:00 a.m. to 4:00 p.m."),
        ("Visits: Sat 8a-11a", "Visits: Saturday 8 a.m. to 11 a.m."),
        ("Visiting: Saturday 9-11 and Sunday 1-3.", "Visiting: Sunday 1-3 and Saturday 9-11."),
    ],
)
def test_the_same_hours_in_other_words_tell_nothing(before: str, after: str) -> None:
    assert not reading(before, after).relevant


def test_units_that_traded_days_in_other_clock_times_are_neutral() -> None:
    page = (
        "Window visits. Twenty minutes. {}\n\n| Unit | Days | Hours |\n| Alder | {} | {clock} |\n"
        "| Birch | {} | {clock} |\n| Cedar | Wed, Sat | {clock} |"
    )
    before = page.format("No booking needed.", "Mon, Thu", "Tue, Fri", clock="1300-1530")
    after = page.format("You need not book.", "Tue, Fri", "Mon, Thu", clock="1:00 pm-3:30 pm")
    found = whole_reading(before, after)
    assert found.relevant and (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_the_hours_before_a_move_are_no_hours_of_visits() -> None:
    days = "Monday, Wednesday and Friday from 1:00 p.m. to 4:00 p.m."
    before = f"From that date visits will be held {days} instead of 9:00 a.m. to noon."
    assert "D10-hours" not in rules(whole_reading(before, f"Visits are held {days}"))


def test_a_day_that_is_excepted_is_lost() -> None:
    page = "There is visiting every day, Sunday {}excepted, from 1 to 4 p.m."
    lost = reading(page.format("not "), page.format(""))
    assert lost.direction is Direction.RESTRICTIVE
    assert facts(lost) == {"visit_days_per_week": (7.0, 6.0)}
    assert reading(page.format(""), page.format("not ")).direction is Direction.RESTORATIVE

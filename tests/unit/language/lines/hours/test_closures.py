"""Days without visits: a new one is a minor loss, a notice taken down has expired, a rule given up is a gain."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading, Severity, Topic
from tests.unit.language.reading import reading_of_page, rules
from tests.unit.text.reading import segments

PAGE = (
    "<h1>Inmate Visitation</h1><p>The jail welcomes family of people in custody.</p><h2>Visiting hours</h2>"
    "<p>Visiting is on Saturday and Sunday from 9 a.m. to 3 p.m.</p>{}<p>Bring photo identification.</p>"
)


def reading(before: str, after: str) -> Reading:
    old, new = (segments(PAGE.format(f"<p>{text}</p>" if text else "")) for text in (before, after))
    return read(old, new, compare(old, new).passages, title_before="Inmate Visitation", title_after="Inmate Visitation")


NOTICES = [
    "The jail will be closed to visitors on December 25.",
    "Visitation will be closed Monday, September 1 for Labor Day.",
    "Visits are cancelled on Saturday, March 14.",
    "Due to the holiday there will be no visitation on Thursday, November 27.",
    "No visits July 3, 2026.",
    "ALERT: No in-person visits this weekend.",
    "La cárcel estará cerrada a las visitas el 25 de diciembre.",
    "Se cancelan las visitas del sábado 14 de marzo.",
    "No habrá visitas el 24 y 25 de diciembre de 2026.",
]
RULES = [
    "Closed to visitors on December 25.",
    "There will be no visits on Thanksgiving Day.",
    "No visitation on Christmas Day or New Year's Day.",
    "Visiting is not held on county holidays.",
    "There will be no Sunday visits on Easter.",
    "Cerrado a las visitas el 25 de diciembre.",
    "No habrá visitas el Día de Acción de Gracias.",
]


@pytest.mark.parametrize("line", [*NOTICES, *RULES])
def test_a_day_without_visits_is_a_minor_loss(line: str) -> None:
    found = reading("", line)
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MINOR)
    assert found.relevant
    assert (Topic.SUSPENSION in found.topics) == (line in NOTICES)


@pytest.mark.parametrize("line", NOTICES)
def test_a_notice_taken_down_has_expired(line: str) -> None:
    assert not reading(line, "").relevant


@pytest.mark.parametrize("line", RULES)
def test_a_standing_rule_given_up_is_a_minor_gain(line: str) -> None:
    found = reading(line, "")
    assert (found.direction, found.severity, found.topics) == (
        Direction.RESTORATIVE,
        Severity.MINOR,
        (Topic.SCHEDULE,),
    )


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("No visits on December 25.", "No visits on December 24 or 25.", Direction.RESTRICTIVE),
        ("No visits on Christmas Eve or Christmas.", "No visits on Christmas.", Direction.RESTORATIVE),
        ("No visits on Saturday, June 6.", "No visits on Saturday, June 13.", Direction.NEUTRAL),
        ("Visits are held daily.", "Visits are held daily except Thanksgiving and Christmas.", Direction.RESTRICTIVE),
        ("Visiting is on weekends and state holidays.", "Visiting is on weekends.", Direction.RESTRICTIVE),
        ("Visits: Saturday, Sunday.", "Visits: Saturday, Sunday and all legal holidays.", Direction.RESTORATIVE),
        ("Visit us on holidays and weekends.", "Visit us on weekends.", Direction.RESTRICTIVE),
    ],
)
def test_other_days_than_before(before: str, after: str, direction: Direction) -> None:
    found = reading(before, after)
    assert (found.direction, found.severity) == (direction, Severity.MINOR)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "Administrative offices will be closed on December 25."),
        ("", "The records office is closed on Thanksgiving Day."),
        ("", "La oficina estará cerrada el 25 de diciembre."),
        ("", "Applications must be received by December 1; visitors are told by mail."),
        ("No visits on Christmas Day.", "No visits on December 25."),
        ("No visits on the first of January.", "No visits on New Year's Day."),
        ("Visiting is on weekends and holidays.", "Visiting is held on holidays and weekends."),
        ("The records office is open weekends and holidays.", "The records office is open weekends."),
        ("No visits on Thursday, November 27.", "No visits on Thanksgiving, November 27, 2026."),
    ],
)
def test_other_closures_and_the_same_day_in_other_words_tell_nothing(before: str, after: str) -> None:
    assert not reading(before, after).relevant


def test_an_end_on_a_day_is_no_day_without_visits() -> None:
    found = reading("", "The visiting booths close on June 30.")
    assert found.severity is not Severity.MINOR
    assert "S3-closed-day" not in {rule for finding in found.findings for rule in finding.rules}


def test_what_else_a_notice_says_is_about_its_day() -> None:
    found = reading("", "There will be no visits on Friday, November 27. Normal hours return on Saturday.")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MINOR)


@pytest.mark.parametrize(
    "line",
    ["Applications are due by December 1; no visits without approval.", "No visitors under 18 may 2 weeks in a row."],
)
def test_a_date_beside_another_rule_is_no_day_without_visits(line: str) -> None:
    assert "S3-closed-day" not in {rule for finding in reading("", line).findings for rule in finding.rules}


def test_the_headline_names_the_day() -> None:
    found = reading("", "Closed to visitors on December 25.")
    assert "December 25" in found.headline


def test_days_under_the_label_of_a_notice_are_those_of_one_year() -> None:
    line = "No visits on December 24, December 25 and January 1."
    assert not reading(f"*** HOLIDAY NOTICE. {line}", "").relevant
    assert reading(line, "").direction is Direction.RESTORATIVE


def test_the_line_on_when_visits_go_on_is_taken_down_with_its_notice() -> None:
    rest = "Visits are held on Saturday."
    gone = f"NO VISITS ON LABOR DAY, SEPTEMBER 7. Regular sessions again from Tuesday, September 8.\n{rest}"
    assert not reading(gone, rest).relevant


@pytest.mark.parametrize(
    ("days", "rest"),
    [
        ("every day except Wednesday and county holidays", "Visits are not held on Wednesdays or on county holidays."),
        ("daily except county holidays", "Visits are not held on county holidays."),
    ],
)
def test_days_left_out_of_the_visiting_days_are_days_without_visits(days: str, rest: str) -> None:
    page = "People in custody may have visits.\n{}\nBring photo identification."
    held = page.format(f"We hold visits {days}, from 8 to 11 a.m.")
    told = page.format(f"{rest} On all other days visits are held from 8 to 11 a.m.")
    for before, after in ((held, told), (told, held)):
        assert "S3-closed-day" not in rules(reading_of_page(before, after))
    gone = page.format("We hold visits every day, from 8 to 11 a.m.")
    assert reading_of_page(told, gone).direction is Direction.RESTORATIVE


def test_a_day_of_the_week_that_opens_beside_the_same_holidays_is_told() -> None:
    page = "People in custody may have visits.\n{}\nBring photo identification."
    shut = page.format(
        "Visits are not held on Wednesdays or on county holidays. On all other days visits are held from 8 to 11 a.m."
    )
    opened = page.format("We hold visits every day except county holidays, from 8 to 11 a.m.")
    assert reading_of_page(shut, opened).direction is Direction.RESTORATIVE
    assert reading_of_page(opened, shut).direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    "line",
    ["The panes will not be lit on Thanksgiving Day.", "The visiting hall will be dark for Labor Day."],
)
def test_a_notice_of_a_holiday_in_any_words_has_passed_once_it_is_taken_down(line: str) -> None:
    found = reading(line, "")
    assert not found.relevant
    assert "R3 a notice of days without visits was taken down" in found.why


def test_an_end_that_was_announced_and_is_taken_down_is_no_notice_of_a_day() -> None:
    found = reading("Window visits will not be offered any more on May 1.", "")
    assert "R3 a notice of days without visits was taken down" not in found.why

"""Lines heard one by one: an article written anew as its story went on, a page of rules reworded in several places."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import reading, whole_reading

TITLE = "Jail visits in Mill County"
ASKED = """Council to weigh closing the jail's visiting windows
MILLBROOK - The county council will take up on Monday a plan under which the eleven visiting windows at the jail would be walled up and families would see prisoners on a screen at home.
Sheriff Ada Crane, who drew up the plan, said the windows need two deputies on every shift.
A mother of two, Lena Ross, said her boys wave to their father through the window each Sunday.
The jail holds 210 people.
The council meets at 7 p.m. and will also hear about the bridge on Cole Road."""  # noqa: E501
REFUSED = """Visiting windows at jail are going nowhere
MILLBROOK - After three hours of talk the county council on Monday turned down, 6-1, the sheriff's plan to wall up the eleven visiting windows at the jail and have families see prisoners on a screen at home.
Sheriff Ada Crane said that she would make do with the deputies she has.
A mother of two, Lena Ross, hugged a stranger in the hallway.
The jail holds 214 people.
The council put off the bridge on Cole Road."""  # noqa: E501
FAQ = """FAQ
When may I come? Wednesday and Saturday, from one o'clock until four.
How long is a visit? Each of them is half an hour.
Must I book? Yes. It has to be done by the evening before.
Are we behind glass? There is a pane between you, with a handset.
Who may come along? Three people in all, and children count."""
RETOLD = """Questions people ask
When? Between one and four on Wednesdays and Saturdays.
For how long? Thirty minutes a visit.
Do I need a booking? You do, and the night before is the latest.
What is the seating like? You speak over a handset, and a pane is between you.
How many of us? No more than three, children among them."""


@pytest.mark.parametrize(
    ("refused", "by_line"), [("turned down, 6-1,", False), ("would not hear of", True), ("had no use for", False)]
)
def test_a_plan_that_came_to_nothing_is_the_reverse_of_it_and_less_grave(refused: str, by_line: bool) -> None:
    now = REFUSED.replace("turned down, 6-1,", refused)
    found = whole_reading(ASKED, now, title=TITLE, kind="news")
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MAJOR)
    assert any(why.startswith("R8 news line by line") for why in found.why) is by_line


def test_a_plan_that_was_adopted_is_what_it_plans() -> None:
    adopted = REFUSED.replace("going nowhere", "on their way out").replace("turned down, 6-1,", "adopted, 6-1,")
    found = whole_reading(ASKED, adopted, title=TITLE, kind="news")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.CRITICAL)


def test_what_is_promised_in_a_campaign_is_told_by_no_line() -> None:
    refused = REFUSED.replace("turned down, 6-1,", "would not hear of")
    found = whole_reading(ASKED, refused, title="Candidates for sheriff debate jail visits", kind="news")
    assert not any(why.startswith("R8 news line by line") for why in found.why)


def test_a_page_in_other_words_of_which_no_line_tells_anything_is_silent() -> None:
    assert not whole_reading(FAQ, RETOLD).relevant


@pytest.mark.parametrize(("was", "now"), [("half an hour", "a quarter of an hour"), ("Three people", "Two people")])
def test_a_line_among_them_that_tells_something_is_heard(was: str, now: str) -> None:
    changed = RETOLD.replace("Thirty minutes", "Fifteen minutes") if "hour" in was else RETOLD.replace("three", "two")
    assert whole_reading(FAQ, changed).direction is Direction.RESTRICTIVE
    assert reading(FAQ, FAQ.replace(was, now)).direction is Direction.RESTRICTIVE


CLAUSES = """VIDEO VISITATION SYSTEM AGREEMENT
1.1 Provider shall install thirty-two terminals in the housing units at no cost to County.
2.1 Provider shall answer trouble calls within four hours.
3.1 Recordings are kept for one hundred eighty days.
4.6 The Sheriff sets the hours and number of all other visits at the Facility.
5.1 Notices to County go to the Judge; to Provider, to its contracts department."""
DUTY = (
    "4.6 From acceptance of the System, County shall see that all visits of inmates with members of the public at the "
    "Facility take place by means of the System, and shall take the visiting booths out of use."
)


def test_a_clause_that_ends_visits_is_told_among_a_dozen_of_other_matters() -> None:
    lines = CLAUSES.splitlines()
    moved = [*lines[:4], DUTY, lines[5]]
    new = "\n".join(moved).replace("thirty-two", "thirty-six").replace("four hours", "two hours")
    new = new.replace("one hundred eighty days", "one year")
    found = whole_reading(CLAUSES, new, title="Video Visitation System Agreement, Calloway County", kind="contract")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.CRITICAL)
    harmless = new.replace(DUTY, lines[4])
    assert not whole_reading(CLAUSES, harmless, title="Video Visitation System Agreement", kind="contract").relevant

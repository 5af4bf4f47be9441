"""True changes in the words by which a line is taken for one that changes nothing, and their like."""

# ruff: noqa: E501  a line of a page reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE
PAGES = {
    "jail": "Visiting the jail\nVisitors sign in with the officer on duty.\n{line}\nAll visitors are searched.",
    "news": "Alder City - News of the county.\nThe jail holds about 300 people.\n{line}\nIt stands on Mill Street.",
    "vendor": "Clearbooth\nOur people work in four offices.\n{line}\nFamilies use our app to stay in touch.",
    "contract": "Agreement for inmate visits.\n{line}\nNotices are sent by certified mail.",
}
TITLES = {
    "jail": "Visiting the jail",
    "news": "County news",
    "vendor": "Clearbooth",
    "contract": "Inmate visiting agreement",
}


def told(before: str, after: str, kind: str = "jail") -> Direction | None:
    pages = [PAGES[kind].replace("\n{line}", f"\n{line}" if line else "") for line in (before, after)]
    found = whole_reading(*pages, title=TITLES[kind], kind=kind)
    return found.direction if found.relevant else None


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # a choice of days
        ("Visits are held on Saturday and Sunday.", "Visits are held on Saturday or Sunday."),
        ("Each inmate may be visited on Friday and Sunday.", "Each inmate may be visited on Friday or Sunday, not both."),
        # hours told to be closed
        ("Visiting: Sunday, 8 a.m. to 4 p.m.", "Visiting: Sunday, 8 a.m. to 4 p.m., closed from 11 a.m. to 1 p.m."),
        ("Visits: Sunday, 8 a.m. to 4 p.m.", "Visits: Sunday, 8 a.m. to 4 p.m., closed for lunch from 11 a.m. to 1 p.m."),
        # glass for whom
        (
            "A glass partition separates visitors from maximum-security inmates.",
            "A glass partition separates visitors from all inmates.",
        ),
        ("Visits in the men's jail are behind glass.", "All visits are behind glass."),
        # of what visits are free
        ("Visits are free.", "Visits are free on Sundays."),
        ("All visits are free of charge.", "In-person visits are free of charge."),
        ("Video visits are free of charge.", "The first video visit each week is free of charge."),
        ("There is a fee for video visits.", "There is a fee for all visits."),
        ("Visiting is free for children and adults.", "Visiting is free for children."),
        ("Free video visits are offered.", "Video visits are offered."),
        # one kind and all of them, one class more in a list, an age
        ("People with a felony conviction may not visit.", "People with any conviction may not visit."),
        ("Visits are contact visits for everyone.", "Visits are contact visits for parents of small children."),
        ("Inmates may visit through the glass daily.", "Sentenced inmates may visit through the glass daily."),
        ("High-risk inmates are visited through glass.", "Inmates are visited through glass."),
        ("Nieces and nephews may visit on Sunday.", "Nieces may visit on Sunday."),
        ("Visits are open to aunts and cousins.", "Visits are open to aunts."),
        ("Se permiten visitas de familiares y amigos.", "Se permiten visitas de familiares."),
        ("Persons with a warrant may not visit.", "Persons with a warrant or a pending charge may not visit."),
        ("Children may sit on a parent's lap.", "Children under 3 may sit on a parent's lap."),
        # a form that left a list, also beside another company's name
        ("Create a GTL account to see your loved one by video or in person.", "Create a Securus account to see your loved one by video."),
        ("Video visits | Securus | lobby, home", "Video visits | GTL | lobby"),
        # a bar for life, a condition
        ("Ex-offenders are barred from visiting for two years.", "Ex-offenders are barred from visiting for life."),
        ("Juveniles may visit their parents.", "Juveniles may visit their parents by video."),
        ("Missed visits are refunded.", "Missed visits are refunded if you call one day ahead."),
        # beside another thing
        ("The front desk is open from 8 to 4, and babies may visit.", "The front desk is open from 8 to 5, and babies may not visit."),
        ("Parking is free, and hugs are allowed.", "Parking costs $2, and hugs are not allowed."),
        ("GTL runs the visits, and hugs are allowed.", "ViaPath (formerly GTL) runs the visits, and hugs are not allowed."),
        # who is seen where
        ("Visitors are admitted at the front desk from 8 to 4.", "Visitors are admitted at the front desk from 8 to 2."),
        ("Inmates see their families in the lobby on Saturday and Sunday.", "Inmates see their families in the lobby on Sunday."),
    ],
)  # fmt: skip
def test_a_term_that_moved_beside_words_that_stayed(more: str, less: str) -> None:
    assert told(more, less) is LESS
    assert told(less, more) is MORE


@pytest.mark.parametrize(
    ("line", "direction", "kind"),
    [
        ("Tours and in-person visits are no longer offered.", LESS, "jail"),
        ("Tours are offered on Friday; visits are suspended until further notice.", LESS, "jail"),
        ("Lockers are free, and children may no longer visit.", LESS, "jail"),
        ("Due to renovation of the parking lot, children may no longer visit.", LESS, "jail"),
        ("Contrary to rumors, visits are suspended until further notice.", LESS, "jail"),
        ("After a study by experts, in-person visits have ended.", LESS, "news"),
        ("Recreation and contact visits are back.", MORE, "jail"),
        ("The lockers are broken, so nobody is let in to see inmates.", LESS, "jail"),
        ("The laundry flooded; families cannot be seen until May 9.", LESS, "jail"),
        ("A kitchen fire has closed the booths.", LESS, "jail"),
        ("Staff shortages have ended Saturday hours for families.", LESS, "jail"),
        ("The visiting room has been closed since the fire two years ago.", LESS, "jail"),
        ("For information call 555-0100: Saturday sessions have ended.", LESS, "jail"),
        ("Candidates and families cheered as the board restored in-person visits.", MORE, "news"),
        ('"I can hug him again," a mother said as contact visits resumed.', MORE, "news"),
        ('"It is so very cruel," a father said when visits were suspended Monday.', LESS, "news"),
        ('"I am so thankful," a daughter said now that visits are free.', MORE, "news"),
        ('"A terrible day for us," said a grandmother when weekend visits were cut.', LESS, "news"),
        ("The parents' fight is over, as the county has dropped the visiting fee.", MORE, "news"),
        ("We are proud that Polk County has closed its booths in favor of our tablets.", LESS, "vendor"),
    ],
)
def test_a_new_line_that_tells_an_act_beside_something_else(line: str, direction: Direction, kind: str) -> None:
    assert told("", line, kind) is direction


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("No visits on Saturday or Sunday.", "No visits on Saturday and Sunday.", "jail"),
        ("Laundry is picked up on Saturday and Sunday.", "Laundry is picked up on Saturday or Sunday.", "jail"),
        ("Visits: Sunday, 8 to 11 a.m. and noon to 4 p.m.", "Visits: Sunday, 8 a.m. to 4 p.m., closed from 11 a.m. to noon.", "jail"),
        ("Visits are free on all days.", "Visits are free.", "jail"),
        ("Visits are free for everyone.", "Visits are free.", "jail"),
        ("All visits are behind glass.", "Visits are behind glass.", "jail"),
        ("Visits by video or in person are recorded.", "Visits by video are recorded.", "jail"),
        ("Coffee in the lobby is free during visits.", "Coffee in the lobby costs $1 during visits.", "jail"),
        ("Children may play in the waiting room.", "Children may not play in the waiting room.", "jail"),
        ("The board meets on the first Monday at 7 p.m.", "The board meets on the second Monday at 7 p.m.", "jail"),
        ("The Vendor shall visit the site once a month.", "The Vendor shall visit the site twice a month.", "contract"),
        ("The Facility shall provide visits in person.", "The Facility must offer in-person visits.", "contract"),
    ],
)  # fmt: skip
def test_what_changes_nothing(before: str, after: str, kind: str) -> None:
    assert told(before, after, kind) is None
    assert told(after, before, kind) is None


@pytest.mark.parametrize(
    "line",
    [
        "The kitchen is closed, so meals are cold.",
        "Recreation and the library are back.",
        "Visits and phone calls are recorded again.",
        "A power outage has closed the lobby.",
        "Contrary to rumors, visits have not been suspended.",
        "Lockers are free, and visits are recorded.",
        "The gym is closed; visits go on as usual.",
    ],
)
def test_a_new_line_on_other_things(line: str) -> None:
    assert told("", line) is None


def test_an_old_stop_beside_a_quotation_is_history() -> None:
    assert told("", '"It was hard," a mother said when visits were suspended in 2020.', "news") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lobby visits shall be free and home visits shall be charged to the visitor.", "Home visits shall be free and lobby visits shall be charged to the visitor."),
        ("The Facility shall provide two in-person visits and one video visit per week.", "The Facility shall provide one in-person visit and two video visits per week."),
    ],
)  # fmt: skip
def test_the_same_words_in_another_order_are_not_the_same_rule(before: str, after: str) -> None:
    assert told(before, after, "contract") is not None


def test_what_a_paper_cancels_is_a_gain_where_it_barred() -> None:
    found = told("Rescinds: General Order 8.", "Rescinds: General Order 9, which banned children from visits.")
    assert found is not LESS

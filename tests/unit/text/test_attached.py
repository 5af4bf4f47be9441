"""Short lines that change places under headings that stay."""

from __future__ import annotations

import pytest

from monitors.records import Grade
from tests.unit.text.reading import changed

PODS = "<h2>{}</h2><p>{}</p><h2>{}</h2><p>{}</p><h2>Money</h2><p>Money is sent at the lobby machine.</p>"


def test_two_answers_that_change_places_are_told_with_their_headings() -> None:
    found = changed(
        PODS.format("East tower", "Adults only", "West tower", "All ages"),
        PODS.format("East tower", "All ages", "West tower", "Adults only"),
    )
    told = [(p.before, p.after) for p in found.passages if p.grade is Grade.NORMAL]
    assert told == [
        ("East tower: Adults only", "East tower: All ages"), ("West tower: All ages", "West tower: Adults only"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # sections in another order
        (
            ("East tower", "Adults only", "West tower", "All ages"),
            ("West tower", "All ages", "East tower", "Adults only"),
        ),
        # one line that went over
        (("East tower", "Adults only", "West tower", ""), ("East tower", "", "West tower", "Adults only")),
        # the same line under both
        (
            ("East tower", "Read more", "West tower", "Read more"),
            ("West tower", "Read more", "East tower", "Read more"),
        ),
    ],
)
def test_what_went_along_or_alone_is_a_move(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert changed(PODS.format(*before), PODS.format(*after)).grade in (Grade.NONE, Grade.LOW)


HALLS = (
    "<h1>Lock-up</h1><p>Come early, since the queue is long.</p><h3>{0}</h3><ul>{1}</ul><h3>{2}</h3><ul>{3}</ul>"
    "<h2>Money</h2><p>Money is sent at the lobby machine.</p>"
)


def listed(*lines: str) -> str:
    return "".join(f"<li>{line}</li>" for line in lines)


@pytest.mark.parametrize("form", ["{}", "<nav><a href=/>Lock-up</a></nav>{}"])
def test_an_entry_that_went_to_another_group_is_told_with_both_names(form: str) -> None:
    before = HALLS.format("Thursday", listed("Hall A", "Hall C"), "Friday", listed("Hall D"))
    after = HALLS.format("Thursday", listed("Hall A"), "Friday", listed("Hall C", "Hall D"))
    found = changed(form.format(before), form.format(after))
    told = [(p.before, p.after) for p in found.passages if p.grade is Grade.NORMAL]
    assert told == [("Thursday: Hall C", "Friday: Hall C")]


ROWS = "<h1>Lock-up</h1><table><tr><th colspan=2>{0}</th></tr>{1}<tr><th colspan=2>{2}</th></tr>{3}</table>"
LEADS = "<h1>Lock-up</h1><p>{0}:</p><ul>{1}</ul><p>{2}:</p><ul>{3}</ul>"


@pytest.mark.parametrize(
    ("page", "line"), [(ROWS, "<tr><td>Hall {0}</td><td>{0} desk</td></tr>"), (LEADS, "<li>Hall {0}</li>")]
)
def test_a_row_or_a_text_above_names_a_group_too(page: str, line: str) -> None:
    hall = {name: line.format(name) for name in "ACD"}
    before = page.format("These wait outside", hall["A"] + hall["C"], "These come in", hall["D"])
    after = page.format("These wait outside", hall["A"], "These come in", hall["C"] + hall["D"])
    assert changed(before, after).grade is Grade.NORMAL


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # sections in another order
        (("East", ("Hall A", "Hall C"), "West", ("Hall D",)), ("West", ("Hall D",), "East", ("Hall A", "Hall C"))),
        # boxes of news, whose entries wander
        (
            ("Latest news", ("Ice rink opens", "Parade"), "Related articles", ("Snow",)),
            ("Latest news", ("Ice rink opens",), "Related articles", ("Parade", "Snow")),
        ),
        # most of a page sorted anew
        (
            ("East", ("Hall A", "Hall B", "Hall C", "Hall E", "Hall F"), "West", ("Hall D",)),
            ("East", ("Hall A",), "West", ("Hall B", "Hall C", "Hall D", "Hall E", "Hall F")),
        ),
        # which of two is not to be known
        (
            ("East", ("Hall A", "See map", "See map"), "West", ("Hall D",)),
            ("East", ("Hall A",), "West", ("See map", "See map", "Hall D")),
        ),
    ],
)
def test_what_was_sorted_anew_is_low(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    sides = [HALLS.format(one, listed(*first), two, listed(*second)) for one, first, two, second in (before, after)]
    regrouped = [p for p in changed(*sides).passages if p.before and p.after]
    assert all(p.grade is Grade.LOW for p in regrouped)


def test_a_section_that_ends_elsewhere_groups_nothing_anew() -> None:
    page = "<h1>Lock-up</h1><p>Hall A</p><{0}><p>Hall B</p></{0}><p>Hall C</p><p>Hall D</p>"
    sides = [page.format(tag).replace("<p>Hall B", "<h2>Order</h2><p>Hall B") for tag in ("div", "section")]
    assert changed(*sides).grade in (Grade.NONE, Grade.LOW)


def test_a_sentence_above_rows_names_no_group() -> None:
    note, rows = "<p>Come early.</p>", ["<tr><td>Hall A</td><td>Kim</td></tr>", "<tr><td>Hall B</td><td>Lee</td></tr>"]
    page = "<h1>Lock-up</h1><p>Kim has the keys.</p>{}<table>{}</table>{}<table>{}</table>"
    assert changed(page.format(note, rows[0], "", rows[1]), page.format("", rows[0], note, rows[1])).grade is Grade.LOW


def test_what_stands_below_sections_in_another_order_stays_where_it_is() -> None:
    east, west, foot = "<h3>East</h3><p>Hall A</p>", "<h3>West</h3><p>Hall D</p>", "<p>Oak County</p>"
    page = "<h1>Lock-up</h1><p>Come early, since the queue is long.</p>{}{}{}"
    assert changed(page.format(east, west, foot), page.format(west, east, foot)).grade is Grade.LOW


STEPS = "<h1>Visiting</h1>{}<p>Come early, since the queue is long.</p>"


def test_numbers_that_markup_counts_instead_are_low() -> None:
    by_hand = STEPS.format("<p>1. Sign the book.</p><p>2. Take a seat.</p>")
    by_markup = STEPS.format("<ol><li>Sign the book.</li><li>Take a seat.</li></ol>")
    assert changed(by_hand, by_markup).grade is Grade.LOW
    assert changed(by_markup, by_hand).grade is Grade.LOW


def test_an_entry_with_another_number_stands_in_another_place() -> None:
    page = STEPS.format("<p>Bring:</p><p>1. Comb.</p>{}<p>Leave in the car:</p><p>1. Coat.</p>{}")
    assert changed(page.format("<p>2. Cane.</p>", ""), page.format("", "<p>3. Cane.</p>")).grade is Grade.HIGH

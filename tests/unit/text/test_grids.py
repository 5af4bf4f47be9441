"""Rows made of plain elements: a price stands beside what it is the price of, prose and menus stay what they are."""

from __future__ import annotations

import pytest

from monitors.records import Grade, SegmentKind
from tests.unit.text.reading import changed, segments


def rows(html: str) -> list[str]:
    return [s.text for s in segments(html) if s.kind is SegmentKind.ROW]


def grid(*lines: tuple[str, ...], tag: str = "div", cell: str = "div") -> str:
    made = ("".join(f"<{cell}>{text}</{cell}>" for text in line) for line in lines)
    return "".join(f"<{tag} class=line>{line}</{tag}>" for line in made)


PRICES = (("Service", "Price"), ("Video visit from home", "$5.00"), ("Call", "21 cents"))


@pytest.mark.parametrize(("tag", "cell"), [("div", "div"), ("div", "p"), ("li", "div"), ("div", "h4")])
def test_lines_of_the_same_build_with_values_are_rows(tag: str, cell: str) -> None:
    assert rows(grid(*PRICES[:2], tag=tag, cell=cell)) == ["Service | Price", "Video visit from home | $5.00"]


def test_a_price_that_changes_in_one_stands_beside_its_name() -> None:
    new = (*PRICES[:1], ("Video visit from home", "$6.50"), *PRICES[2:])
    [passage] = changed(grid(*PRICES), grid(*new)).passages
    assert (passage.before, passage.after) == ("Video visit from home | $5.00", "Video visit from home | $6.50")
    assert passage.grade is Grade.HIGH


def test_the_first_cell_may_be_long_and_an_empty_one_keeps_its_place() -> None:
    label = "Extra credit: plan under which the booths on Level 1 are shut and all public visits are carried on video"
    assert rows(grid((label, "15"), ("Cost", "40"))) == [f"{label} | 15", "Cost | 40"]
    assert rows(grid(("", "Card", "$2.95 for each deposit"), ("", "Cash", "free"))) == [
        "| Card | $2.95 for each deposit",
        "| Cash | free",
    ]
    assert rows(grid(("Pod A", "", "Monday"), ("Pod B", "Friday", ""))) == ["Pod A | | Monday", "Pod B | Friday |"]


def test_hours_that_end_in_an_abbreviation_are_no_sentence() -> None:
    assert rows(grid(("Monday", "9 a.m. to 3 p.m."), ("Friday", "Closed"))) == [
        "Monday | 9 a.m. to 3 p.m.",
        "Friday | Closed",
    ]


@pytest.mark.parametrize(
    "html",
    [
        grid(("Bring a photo ID.", "20 minutes."), ("Leave bags in the car.", "30 minutes.")),  # sentences
        grid(("Photo ID", "Birth certificate"), ("Phones", "Bags")),  # nothing that is a value
        grid(("Video visit", "$5.00"), ("Note", "Call", "$1")),  # another build
        grid(("Video visit", "$5.00")),  # one line alone
        grid(("<a href=/a>Visits</a>", "<a href=/b>2</a>"), ("<a href=/c>Mail</a>", "<a href=/d>3</a>")),  # links
        f"<nav>{grid(*PRICES)}</nav>",
        grid(("Video visit <ul><li>at home</ul>", "$5.00"), ("Call <ul><li>a minute</ul>", "$1")),  # more than a cell
        grid(("", "$5.00"), ("", "$1")),  # no label
        grid(("Bring", "Comb 2"), ("Leave", "Bag 3")),  # figures that are no values
        grid(*PRICES, cell="span"),  # one line of text
    ],
)
def test_other_lines_stay_texts_of_their_own(html: str) -> None:
    assert rows(html) == []


def test_text_beside_the_cells_keeps_them_apart() -> None:
    assert rows("<div>Now: <p>Visit</p><p>$5</p></div><div><p>Call</p><p>$1</p></div>") == []


def test_what_is_hidden_or_struck_is_told_so() -> None:
    hidden = grid(*PRICES).replace("class=line", "hidden")
    assert [s.hidden for s in segments(hidden) if "$5.00" in s.text] == [True]
    struck = grid(*PRICES).replace("class=line", "style='text-decoration: line-through'")
    assert [s.struck for s in segments(struck) if s.kind is SegmentKind.ROW] == [True] * 3


def test_a_button_among_plain_elements_is_none() -> None:
    html = "<div role=button><p>Visit</p><p>$5</p></div><div role=button><p>Call</p><p>$1</p></div>"
    assert rows(html) == []

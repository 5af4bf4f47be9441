"""Text that is struck through: marked where it is shown, and no rule to the reading."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Fact, Segment
from monitors.segments import cut
from monitors.struck import parted, without_struck
from monitors.versions import fingerprint
from tests.unit.text.reading import segments

LINE = "Remote video visits are offered daily from 8 a.m. to 9 p.m. A remote video visit costs $7.50 for 20 minutes."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Visits last ~~30~~ 20 minutes.", "Visits last 20 minutes."),
        ("~~Visits are free.~~", ""),
        ("Visits ~~last~~ long ~~hours~~ are rare.", "Visits long are rare."),
        ("About ~~ ten visits.", "About ~~ ten visits."),
        ("~~ NOTICE: no visits. ~~", "~~ NOTICE: no visits. ~~"),
        ("~~~NOTICE~~~", "~~~NOTICE~~~"),
    ],
)
def test_what_is_struck_is_left_out(text: str, left: str) -> None:
    assert without_struck(text) == left


def test_a_strike_over_the_end_of_a_sentence_goes_on_in_the_next() -> None:
    sentences = ["Visits are ~~free.", "They last an hour.", "Nobody~~ pays.", "Come early."]
    assert list(parted(" ".join(sentences), sentences)) == [
        ("Visits are ~~free.~~", False),
        ("They last an hour.", True),
        ("~~Nobody~~ pays.", False),
        ("Come early.", False),
    ]


def test_ornaments_strike_nothing() -> None:
    text = f"~~ All visits are suspended until further notice. ~~ {LINE}"
    found = [(s.text, s.struck) for s in cut(Segment(text))]
    assert " ".join(said for said, _ in found) == text
    assert not any(struck for _, struck in found)


def test_a_struck_sentence_of_a_paragraph_is_a_segment_of_its_own() -> None:
    html = f"<p>{LINE.replace('A remote', '<s>A remote')}</s> Video visits are free.</p>"
    assert [(s.text, s.struck) for s in segments(html)] == [
        ("Remote video visits are offered daily from 8 a.m. to 9 p.m.", False),
        ("A remote video visit costs $7.50 for 20 minutes.", True),
        ("Video visits are free.", False),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td><s>Sunday</s></td><td><s>9-10</s></td></tr>",
        "<tr style='text-decoration:line-through'><td>Sunday</td><td>9-10</td></tr>",
        "<tr><td class='line-through'>Sunday</td><td style='text-decoration: line-through'>9-10</td></tr>",
    ],
)
def test_a_row_whose_cells_are_all_struck_is_struck(row: str) -> None:
    found = segments(f"<table><tr><td>Saturday</td><td>9-10</td></tr>{row}</table>")
    assert [(s.text, s.struck) for s in found] == [("Saturday | 9-10", False), ("Sunday | 9-10", True)]


@pytest.mark.parametrize("name", ["line-through", "text-decoration-line-through", "small line-through"])
def test_a_class_that_frameworks_strike_by_is_told(name: str) -> None:
    plain, struck = "<p>Visits are <b class='big'>open</b>.</p>", f"<p>Visits are <b class='{name}'>open</b>.</p>"
    assert [s.text for s in segments(struck)] == ["Visits are ~~open~~ ."]
    assert fingerprint(plain.encode(), "text/html") != fingerprint(struck.encode(), "text/html")
    assert [s.text for s in segments("<p>Visits are <b class='no-line-through'>open</b>.</p>")] == ["Visits are open."]


@pytest.mark.parametrize(
    ("old", "marked", "direction", "fact"),
    [
        (
            "Each inmate may have two visits per week.",
            "Each inmate may have <s>two visits</s> one visit per week.",
            Direction.RESTRICTIVE,
            Fact("visits_per_week", 2.0, 1.0),
        ),
        (
            "A video visit costs $7.50.",
            "A video visit costs <del>$7.50</del><ins>$5.00</ins>.",
            Direction.RESTORATIVE,
            Fact("video_fee_usd", 7.5, 5.0),
        ),
        (
            "Inmates may list ten people on their visiting list.",
            "<s>Inmates may list ten people on their visiting list.</s> Inmates may list fifteen people on their list.",
            Direction.RESTORATIVE,
            Fact("list_max", 10.0, 15.0),
        ),
    ],
)
def test_the_old_words_of_a_rule_struck_beside_its_new_ones_hold_no_longer(
    old: str, marked: str, direction: Direction, fact: Fact
) -> None:
    before, after = (segments(f"<h1>Visiting</h1><p>{said}</p>") for said in (old, marked))
    reading = read(before, after, compare(before, after).passages, title_after="Visiting")
    assert (reading.direction, reading.facts) == (direction, (fact,))


def test_taking_struck_words_out_of_a_line_tells_nothing() -> None:
    html = "<h1>Visiting</h1><p>Each inmate may have {} one visit per week.</p>"
    before, after = segments(html.format("<s>two visits</s>")), segments(html.format(""))
    assert not read(before, after, compare(before, after).passages, title_after="Visiting").relevant

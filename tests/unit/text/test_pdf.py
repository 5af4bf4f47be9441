"""PDF files as offices make them: running heads, tables with empty cells, filled forms, notes and struck words."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from monitors.diff import compare
from monitors.extract import extract
from monitors.records import Grade, Segment, SegmentKind
from tests.unit.text.reading import URL

Drawn = Callable[[Canvas], object]
LINES = ["Visitors must arrive 15 minutes before the visit.", "Each person may have two visits a week."]


def pages(*drawn: Drawn) -> tuple[Segment, ...]:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for draw in drawn:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return extract(out.getvalue(), "", URL).segments


def texts(*drawn: Drawn) -> list[str]:
    return [segment.text for segment in pages(*drawn)]


def lines(*said: str, top: float = 700.0, head: str = "", foot: str = "", step: float = 12) -> Drawn:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 760, head)
        canvas.drawCentredString(306, 30, foot)
        for n, line in enumerate(said):
            canvas.drawString(72, top - step * n, line)

    return draw


def row(*cells: tuple[float, str], up: float) -> Drawn:
    def draw(canvas: Canvas) -> None:
        for left, text in cells:
            canvas.drawString(left, up, text)

    return draw


def all_of(*drawn: Drawn) -> Drawn:
    return lambda canvas: [draw(canvas) for draw in drawn]


def test_heads_and_feet_of_two_pages_part_no_sentence_and_count_no_pages() -> None:
    first = lines("Visits are held every Saturday and on the first", head="Mill County Jail", foot="Page 1 of 2")
    second = lines("and third Sunday of each month.", head="Mill County Jail", foot="Page 2 of 2")
    assert texts(first, second) == [
        "Mill County Jail",
        "Visits are held every Saturday and on the first and third Sunday of each month.",
    ]
    assert texts(lines("Visits are on Sunday.", foot="Page 1 of 1")) == ["Visits are on Sunday."]


@pytest.mark.parametrize("count", ["- {} -", "{}", "Mill County Jail Handbook {}", "Handbook | {}", "Page {} of 4"])
def test_numbers_of_pages_are_no_text(count: str) -> None:
    found = texts(*(lines(f"The rule of page {'ABCD'[n]}.", foot=count.format(n + 1)) for n in range(4)))
    assert found[:4] == [f"The rule of page {letter}." for letter in "ABCD"]
    assert not any(character.isdigit() for text in found[4:] for character in text)


@pytest.mark.parametrize("said", ["Unit {}", "Video visit: ${}.00", "Visits last {}0 minutes"])
def test_a_line_that_says_something_else_on_each_page_is_no_running_head(said: str) -> None:
    found = texts(*(lines("Visits are on Sunday.", head=said.format(n)) for n in (1, 2, 3, 4, 5)))
    assert [text for text in found if text != "Visits are on Sunday."] == [said.format(n) for n in (1, 2, 3, 4, 5)]


def test_the_same_line_at_the_top_of_two_pages_is_text_where_it_is_not_set_apart() -> None:
    found = texts(*(lines("Visits are held on", f"{day} in the lobby.", top=760) for day in ("Monday", "Friday")))
    assert found == ["Visits are held on Monday in the lobby.", "Visits are held on Friday in the lobby."]


def test_a_time_that_moves_to_another_day_of_a_table_is_told() -> None:
    head = row((72, "Unit"), (172, "Mon"), (272, "Tue"), (372, "Wed"), up=700)
    other = row((72, "B"), (272, "1-3"), up=664)
    before, after = (pages(all_of(head, row((72, "A"), (left, "9-11"), up=682), other)) for left in (172, 372))
    assert [segment.text for segment in before] == ["Unit | Mon | Tue | Wed", "A | 9-11 | |", "B | | 1-3 |"]
    assert compare(before, after).grade is Grade.HIGH


def test_values_of_fields_and_ticks_stand_beside_their_words() -> None:
    def form(fee: str, ticked: bool) -> Drawn:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, 700, "Video visit of 30 minutes:")
            canvas.acroForm.textfield(name="fee", value=fee, x=300, y=695, width=80, height=16)
            canvas.drawString(72, 670, "In-person visits allowed")
            canvas.acroForm.checkbox(name="in", checked=ticked, x=300, y=665)

        return draw

    assert texts(form("$7.50", True)) == ["Video visit of 30 minutes: | $7.50", "In-person visits allowed | ☒"]
    assert texts(form("$9.00", False)) == ["Video visit of 30 minutes: | $9.00", "In-person visits allowed | ☐"]


def test_notes_on_a_page_are_text() -> None:
    def noted(canvas: Canvas) -> None:
        lines(*LINES[:1])(canvas)
        canvas.textAnnotation("Visits are suspended.", Rect=[72, 600, 90, 620])
        canvas.freeTextAnnotation("No visits on Sunday.", DA="0 g", Rect=[72, 500, 200, 520])
        canvas.linkURL("https://county.example", (72, 400, 100, 420))

    assert texts(noted) == [LINES[0], "Visits are suspended.", "No visits on Sunday."]


def test_a_line_through_words_strikes_them_and_a_line_below_does_not() -> None:
    def ruled(up: float, left: float, right: float) -> Drawn:
        def draw(canvas: Canvas) -> None:
            lines(*LINES, step=40)(canvas)
            canvas.line(left, 660 + up, right, 660 + up)

        return draw

    width = 200  # of the second line, about
    struck = pages(ruled(4, 72, 72 + width))
    assert [(s.text, s.struck) for s in struck] == [(LINES[0], False), (LINES[1], True)]
    assert compare(pages(ruled(-3, 72, 72 + width)), struck).grade is Grade.HIGH
    assert texts(ruled(-3, 72, 72 + width)) == texts(ruled(16, 72, 72 + width)) == LINES
    before, through = (stringWidth(text, "Helvetica", 11) for text in ("Each person may ", "have two"))
    part = texts(ruled(4, 72 + before, 72 + before + through))
    assert part[1:] == ["Each person may ~~have two~~ visits a week."]


def test_a_strike_out_over_two_lines_strikes_both() -> None:
    def struck_out(canvas: Canvas) -> None:
        lines(*LINES, "Children come with an adult.", step=40)(canvas)
        quads = [n for up in (700, 660) for n in (72, up + 9, 330, up + 9, 72, up - 3, 330, up - 3)]
        canvas._addAnnotation(
            PDFDictionary(
                {
                    "Type": PDFName("Annot"),
                    "Subtype": PDFName("StrikeOut"),
                    "Rect": PDFArray([72, 655, 330, 712]),
                    "QuadPoints": PDFArray(quads),
                }
            )
        )

    assert [segment.struck for segment in pages(struck_out)] == [True, True, False]


def test_a_low_line_goes_on_with_its_paragraph() -> None:
    (segment,) = pages(lines("Anyone under the influence will be refused admitta-", "nce."))
    assert (segment.text, segment.kind) == (
        "Anyone under the influence will be refused admittance.",
        SegmentKind.TEXT,
    )


@pytest.mark.parametrize("bullet", ["•", "*"])
def test_a_bullet_set_far_before_its_item_is_no_cell(bullet: str) -> None:
    drawn = all_of(*(row((72, bullet), (108, said), up=700 - 14 * n) for n, said in enumerate(LINES)))
    assert [(s.text, s.kind) for s in pages(drawn)] == [(f"{bullet} {said}", SegmentKind.ITEM) for said in LINES]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Video visits are offered daily from 8:00 a.m.", "to 9:00 p.m. and cost five dollars."),
        ("Video visits are offered daily from 8 AM to 9", "PM and cost five dollars."),
        ("Video visits are offered from Monday through", "Friday and cost five dollars."),
    ],
)
def test_a_clock_or_a_word_that_leads_on_ends_no_sentence_at_the_end_of_a_line(first: str, second: str) -> None:
    wide = "Visitors without an appointment are turned away at the desk in the lobby of the Main Jail."
    assert texts(lines(wide, first, second, step=13)) == [wide, f"{first} {second}"]
    assert texts(lines(wide, "Doors open at 9 a.m.", "Bring ID.", step=13))[1:] == ["Doors open at 9 a.m.", "Bring ID."]


def test_the_day_on_which_a_file_was_printed_is_low() -> None:
    def printed(day: str, fee: str) -> Drawn:
        return all_of(
            row((72, "Mill County Jail Rules"), (420, f"Printed {day}"), up=760), lines(f"Video visits cost {fee}.")
        )

    assert compare(pages(printed("March 3, 2026", "$5")), pages(printed("April 9, 2026", "$5"))).grade is Grade.LOW
    assert compare(pages(printed("March 3, 2026", "$5")), pages(printed("April 9, 2026", "$6"))).grade is Grade.HIGH


HEAD = ((72, "Housing unit"), (220, "Days"), (360, "Hours"))
WRAPPED = [
    ((72, "Maximum and"), (220, "Saturday"), (360, "9 a.m. to")),
    ((72, "close custody"), (360, "11 a.m.")),
    ((72, "General"), (220, "Saturday and"), (360, "1 p.m. to")),
    ((220, "Sunday"), (360, "3 p.m.")),
    ((72, "Work release"), (220, "Friday"), (360, "6 to 8 p.m.")),
]
WHOLE = [
    "Housing unit | Days | Hours",
    "Maximum and close custody | Saturday | 9 a.m. to 11 a.m.",
    "General | Saturday and Sunday | 1 p.m. to 3 p.m.",
    "Work release | Friday | 6 to 8 p.m.",
    "Visitors must show photo identification at the window.",
]


@pytest.mark.parametrize("apart", [12, 20])
def test_wrapped_cells_of_a_table_drawn_line_by_line_are_whole(apart: float) -> None:
    tops = [700 - apart, 688 - apart, 688 - 2 * apart, 676 - 2 * apart, 676 - 3 * apart]
    drawn = [row(*cells, up=up) for cells, up in zip(WRAPPED, tops, strict=True)]
    said = row((72, WHOLE[-1]), up=570)
    assert texts(all_of(row(*HEAD, up=700), *drawn, said)) == WHOLE


def test_wrapped_cells_of_a_table_drawn_cell_by_cell_are_whole() -> None:
    first = [(72, "Maximum and", 680), (72, "close custody", 668), (220, "Saturday", 674), (360, "9 a.m. to", 680)]
    rest = [(360, "11 a.m.", 668), (72, "General", 648), (220, "Saturday and", 648), (220, "Sunday", 636)]
    last = [(360, "1 p.m. to", 648), (360, "3 p.m.", 636), (72, "Work release", 616), (220, "Friday", 616)]
    placed = [*first, *rest, *last, (360, "6 to 8 p.m.", 616), (72, WHOLE[-1], 590)]
    assert texts(all_of(row(*HEAD, up=700), *(row((left, said), up=up) for left, said, up in placed))) == WHOLE


def test_a_row_without_its_first_cell_stays_a_row() -> None:
    drawn = [
        row((72, "Monday"), (220, "9-11"), (360, "Pod A"), up=684),
        row((220, "1-3"), (360, "Pod B"), up=668),
        row((72, "Tuesday"), (220, "9-11"), (360, "Pod C"), up=652),
    ]
    found = texts(all_of(row((72, "Day"), (220, "Hours"), (360, "Unit"), up=700), *drawn))
    assert found == ["Day | Hours | Unit", "Monday | 9-11 | Pod A", "| 1-3 | Pod B", "Tuesday | 9-11 | Pod C"]


def test_a_heading_below_a_table_is_no_cell() -> None:
    drawn = [row((72, "Lobby visit"), (220, "Free"), up=684), row((72, "Rules"), up=656)]
    assert texts(all_of(row((72, "Service"), (220, "Fee"), up=700), *drawn)) == [
        "Service | Fee",
        "Lobby visit | Free",
        "Rules",
    ]

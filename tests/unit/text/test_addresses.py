"""What a page says by where it leads: to whose booking, into whose frame, to which picture."""

from __future__ import annotations

import pytest

from monitors.records import Grade
from tests.unit.text.reading import changed, texts

UNDER = "<h1>Visiting</h1><p>Rules are posted in the lobby of the house.</p>{}"


@pytest.mark.parametrize(
    ("html", "more"),
    [
        (
            "<a href='https://book.lark.example/x'>Schedule now</a>",
            ["Schedule now", "link: Schedule now -> book.lark.example"],
        ),
        ("<a href='https://larkvisits.example/x'>More</a>", ["More", "link: More -> larkvisits.example"]),
        ("<a href='https://weather.example/x'>Weather of the day</a>", ["Weather of the day"]),
        ("<iframe src='https://larkvisits.example/x'></iframe>", ["frame: frame -> larkvisits.example"]),
        (
            "<iframe title='Book a visit' src='//lark.example/x'></iframe>",
            ["frame: Book a visit -> lark.example", "Book a visit"],
        ),
        ("<iframe title='Map' src='//maps.example/x'></iframe>", []),
        ("<img src='/up/Visiting%20hours-300x200.jpg?v=1'>", ["picture: Visiting hours.jpg"]),
        ("<img src='/visiting/logo.png'>", []),
        ("<img src='data:image/png;base64,visits.png'>", []),
        ("<img src='/sign.png' alt='Closed Sunday'>", ["Closed Sunday"]),
        ("<img src='/seal.png' alt='County seal'>", []),
        ("<input readonly value='45 minutes'>", ["45 minutes"]),
        ("<input readonly value='2026-11'>", []),
        ("<p data-track='click visit'></p>", []),
    ],
)
def test_an_address_about_visits_is_text(html: str, more: list[str]) -> None:
    around = texts(UNDER.format(""))
    assert [text for text in texts(UNDER.format(html)) if text not in around] == more


@pytest.mark.parametrize(
    ("before", "after", "grade"),
    [
        ("/visits-2025.jpg", "/visits-2026.jpg", Grade.HIGH),
        ("/visits-300x200.jpg", "/visits-1024x768.jpg", Grade.NONE),
        ("/visits.a81f77ee.jpg", "/visits.77ee81fa.jpg", Grade.NONE),
        ("/a/visits.jpg?v=1", "/b/visits.jpg?v=2", Grade.NONE),
    ],
)
def test_another_picture_of_the_schedule_is_told_and_another_size_is_not(before: str, after: str, grade: Grade) -> None:
    sides = [UNDER.format(f"<img src='{source}'>") for source in (before, after)]
    assert changed(*sides).grade is grade

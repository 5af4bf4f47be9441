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
        ("<form action='https://lark.example/x?t=1'></form>", ["form: lark.example"]),
        ("<form action='/search'></form>", []),
        ("<footer><form action='https://lark.example/x'></form></footer>", []),
        ("<img src='/up/Visiting%20hours-300x200.jpg?v=1'>", ["picture: Visiting hours.jpg"]),
        ("<img src='/visiting/logo.png'>", []),
        ("<img src='/up/tower-schedule-2026.png'>", ["picture: tower-schedule-2026.png"]),
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


HOUSE = "<h1>County lock-up</h1><p>Rules are posted in the lobby of the house.</p><h2>Step 2</h2><p>{}</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # booking, under a heading and on a page without a word of visits
        ("<a href='https://a.example/x'>Book now</a>", "<a href='https://b.example/x'>Book now</a>"),
        # forms, calendars and files that a service keeps: there is nothing to them but their path
        ("<a href='https://forms.gle/Qa1'>Guest list</a>", "<a href='https://forms.gle/Zb2'>Guest list</a>"),
        (
            "<a href='https://oak.sharepoint.com/:b:/g/Qa1?e=1'>Guest list</a>",
            "<a href='https://oak.sharepoint.com/:b:/g/Zb2?e=1'>Guest list</a>",
        ),
        (
            "<iframe src='https://calendar.google.com/embed?src=a&ctz=1' title='Plan'></iframe>",
            "<iframe src='https://calendar.google.com/embed?src=b&ctz=1' title='Plan'></iframe>",
        ),
        ("<a href='/?wpdmdl=7&refresh=1'>Guest list</a>", "<a href='/?wpdmdl=8&refresh=1'>Guest list</a>"),
        ("<a href='/f/give.ashx?f=7'>Guest list</a>", "<a href='/f/give.ashx?f=8'>Guest list</a>"),
        ("<a href='/up/list2025.jpg'>Guest list</a>", "<a href='/up/list2026.jpg'>Guest list</a>"),
        # a mailbox, a number that the words do not say
        ("<a href='mailto:a@oak.example'>Ask us</a>", "<a href='mailto:b@oak.example'>Ask us</a>"),
        ("<a href='tel:+1-555-555-0101'>Ask us</a>", "<a href='tel:+1-555-555-0102'>Ask us</a>"),
    ],
)
def test_what_the_words_do_not_say_of_their_link_is_told(before: str, after: str) -> None:
    assert changed(HOUSE.format(before), HOUSE.format(after)).grade is Grade.HIGH


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # the words say the number, in another writing
        ("Call <a href='tel:5555550101'>555-0101</a>", "Call <a href='tel:+15555550101'>555-0101</a>"),
        (
            "<a href='mailto:a@oak.example'>A@oak.example</a>",
            "<a href='mailto:a@oak.example?subject=x'>A@oak.example</a>",
        ),
        # shared by mail, a token behind a form, a month of a calendar
        ("<a href='mailto:?body=/x/1'>Mail this</a>", "<a href='mailto:?body=/x/2'>Mail this</a>"),
        ("<a href='https://forms.gle/Qa1?t=1'>Guest list</a>", "<a href='https://forms.gle/Qa1?t=2'>Guest list</a>"),
        ("<a href='//calendar.oak.example/2026/1'>Plan</a>", "<a href='//calendar.oak.example/2026/2'>Plan</a>"),
        # the whole site's, in its foot
        (
            "<footer><a href='mailto:a@oak.example'>Webmaster</a></footer>",
            "<footer><a href='mailto:b@oak.example'>Webmaster</a></footer>",
        ),
        # the site's menu, though no element says so: a page ends in it
        (
            "{}<a href='mailto:a@oak.example'>Press</a>".format("<div><a href=/x>Parks</a></div>" * 9),
            "{}<a href='mailto:b@oak.example'>Press</a>".format("<div><a href=/x>Parks</a></div>" * 9),
        ),
        # a picture that opens itself
        ("<a href='/a.jpg'><img src='/s.jpg'></a>", "<a href='/b.jpg'><img src='/s.jpg'></a>"),
    ],
)
def test_what_the_words_say_or_what_runs_behind_them_is_not(before: str, after: str) -> None:
    assert changed(HOUSE.format(before), HOUSE.format(after)).grade is Grade.NONE

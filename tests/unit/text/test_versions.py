"""The fingerprint never hides a change and is deaf to what no segment is made of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitors.versions import fingerprint, readable_text
from tests.unit.text.reading import segments

PAGE = (
    "<html><head><title>Visits</title><meta name=csrf content={nonce}>"
    "<script nonce={nonce}>var t={count};</script></head>"
    "<body class=c-{nonce}><form><input type=hidden value={nonce}><p id=p{nonce} data-x={nonce}>Visits on {day}.</p>"
    "<a class=b href='/x;jsessionid={nonce}'>Home</a><img src='/a.png?{nonce}' alt='Visits on {alt}'></form></body>"
)


def printed(**words: object) -> str:
    base = {"nonce": "a81f", "count": 1, "day": "Monday", "alt": "Friday"}
    return fingerprint(PAGE.format(**(base | words)).encode(), "text/html")


def test_nonces_classes_and_tokens_leave_it_alone() -> None:
    assert printed() == printed(nonce="77ee", count=2)


@pytest.mark.parametrize("change", [{"day": "Tuesday"}, {"alt": "Sunday"}])
def test_words_change_it(change: dict[str, str]) -> None:
    assert printed() != printed(**change)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Visits</p>", "<p><s>Visits</s></p>"),
        ("<a href=https://a.example/x>Book a visit</a>", "<a href=https://b.example/x>Book a visit</a>"),
        ("<p>Visits</p>", "<p style='text-decoration:line-through'>Visits</p>"),
        ("<a href=/a.pdf>Rules</a>", "<a href=/b.pdf>Rules</a>"),
        ("<a href='/DocumentCenter/View/1'>R</a>", "<a href='/DocumentCenter/View/2'>R</a>"),
        ("<p title='No bags in the lobby'>x</p>", "<p title='No coats in the lobby'>x</p>"),
        ("<script>t='Visits end in May.'</script>", "<script>t='Visits end in June.'</script>"),
        ("<template><p>Visits</p></template>", "<template><p>No visits</p></template>"),
        ("<table><td rowspan=2>A", "<table><td rowspan=3>A"),
        ("<textarea><!-- a --></textarea>", "<textarea><!-- b --></textarea>"),
        ('<p>Write class="a" there</p>', '<p>Write class="b" there</p>'),
        ("<input value='No bags in lobby'>", "<input value='No coats in lobby'>"),
        ("<p data-tip='Visits last one hour'>x</p>", "<p data-tip='Visits last an hour'>x</p>"),
        ("<p data-tip='Visits&nbsp;last one hour'>x</p>", "<p data-tip='Visits&nbsp;last an hour'>x</p>"),
        ("<a href=' HTTPS://a.example/x'>Book a visit</a>", "<a href=' HTTPS://b.example/x'>Book a visit</a>"),
        ("<iframe title='Book a visit' src='//a.example/x'>", "<iframe title='Book a visit' src='//b.example/x'>"),
        ("<img src='/visits-2025.png'>", "<img src='/visits-2026.png'>"),
        ("<img src='/schedule-2025.png'>", "<img src='/schedule-2026.png'>"),
        ("<a href=https://forms.gle/a>List</a>", "<a href=https://forms.gle/b>List</a>"),
        ("<iframe src=https://forms.gle/a>", "<iframe src=https://forms.gle/b>"),
        ("<a href='/?wpdmdl=1'>List</a>", "<a href='/?wpdmdl=2'>List</a>"),
        ("<a href='/list1.jpg'>List</a>", "<a href='/list2.jpg'>List</a>"),
        ("<a href='mailto:a@oak.example'>Ask</a>", "<a href='mailto:b@oak.example'>Ask</a>"),
        ("<a href='tel:5550101'>Ask</a>", "<a href='tel:5550102'>Ask</a>"),
        ("<p class='a d-none'>Visits</p>", "<p class='a'>Visits</p>"),
        ("<p class='d-none'>Visits</p>", "<p class='d-none d-md-block'>Visits</p>"),
        ("<form class=a action=//a.example/x>", "<form class=a action=//b.example/x>"),
        ("<input type=checkbox disabled>", "<input type=checkbox disabled checked>"),
        ("<i title='Open'></i>", "<i title='Closed'></i>"),
        ("<svg aria-label='Yes'></svg>", "<svg aria-label='No'></svg>"),
        (
            '<script type=application/json>{"title": "Lawyers", "rule": "Two hours a day."}</script>',
            '<script type=application/json>{"title": "Families", "rule": "Two hours a day."}</script>',
        ),
    ],
)
def test_everything_that_segments_are_made_of_changes_it(before: str, after: str) -> None:
    assert fingerprint(before.encode(), "text/html") != fingerprint(after.encode(), "text/html")


_PIECE = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<s>",
        "</s>",
        "<td>",
        "<tr>",
        "<table>",
        "Visits",
        "open",
        'class="a"',
        'class="b"',
        '<b_class="a">',
        '<b_class="b">',
        "<!--_a_-->",
        "<!--_b_-->",
        "<p_hidden>",
        "<form_id='a'_action='//a.example'_>",
        "<form_id='a'_action='//b.example/visits'>",
        "<input_type='checkbox'_disabled>",
        "<input_type='checkbox'_disabled_checked>",
        "<p_class='d-none'>",
        "<p_class='d-none_d-md-block'>",
        "<p_title='no_bags_in_the_lobby'>",
        "<p_data-tip='visits_end_at_noon'>",
        "<p_data-track='visits_end_soon'>",
        "<img_src='/map.png'_alt='Closed_Sunday'>",
        "<img_src='/visits.png'>",
        "<iframe_src='https://visits.example/a'>",
        "<iframe_src='https://b.example/a'_title='book_a_visit'>",
        "<input_readonly_value='45_minutes'>",
        "<a_href='a.pdf'>",
        "<a_href='b.pdf'>",
        "<a_href='/c'>",
        "<b>",
        "</b>",
        "<br>",
        "<i_title='Open'>",
        "<td_title='Closed'>",
        "<svg_aria-label='No'>",
        "<img_alt='Yes'>",
        "<img_alt='No'>",
        "†",
        "*",
        "<a_href='https://forms.gle/a'>",
        "<a_href='https://forms.gle/b'>",
        "<a_href='/list1.jpg'>",
        "<a_href='/list2.jpg'>",
        "<a_href='mailto:a@oak.example'>",
        "<a_href='mailto:b@oak.example'>",
        "<a_href='tel:5550101'>",
        "<a_href='tel:5550102'>",
        "<img_src='/schedule-1.png'>",
        "<img_src='/schedule-2.png'>",
        "<iframe_src='https://calendar.google.com/a'>",
        "<iframe_src='https://calendar.google.com/b'>",
        "<textarea>",
        "</textarea>",
        "<script>",
        "'Visits_end_in_May.'",
        "</script>",
        "<style>",
        "</style>",
        "<input_type=hidden_value=1>",
        "<input_value='no_bags_in_lobby'>",
        ">",
        '"',
        "<li>",
        "<h2>",
    ]
).map(lambda piece: piece.replace("_", " "))


@given(st.lists(_PIECE, max_size=25).map(" ".join), st.lists(_PIECE, max_size=25).map(" ".join), st.integers(0, 25))
@settings(max_examples=400, deadline=None)
def test_one_fingerprint_means_the_same_segments(first: str, second: str, cut: int) -> None:
    other = first[:cut] + second[:8] + first[cut:]
    if fingerprint(first.encode(), "text/html") == fingerprint(other.encode(), "text/html"):
        one, two = segments(first), segments(other)
        assert [(s.key, s.hidden) for s in one] == [(s.key, s.hidden) for s in two]


def test_a_style_inside_a_link_is_no_text_of_it() -> None:
    assert [s.text for s in segments("<a href=a.pdf>Rules<style><p></style></a>")] == ["Rules", "doc: Rules -> a.pdf"]


@pytest.mark.parametrize("silent", ["<style>a{}</style>", "<!-- x -->", "<script>a</script>", "<link rel=x>"])
def test_what_is_left_out_between_links_side_by_side_parts_nothing(silent: str) -> None:
    menu = "<div><a href=/a>Visits</a>{}<a href=/b>Mail</a></div>"
    assert [s.key for s in segments(menu.format(silent))] == [s.key for s in segments(menu.format(""))]


def test_other_types_are_printed_by_their_text_or_bytes() -> None:
    assert fingerprint(b"Visits on Monday", "text/plain") != fingerprint(b"Visits on Friday", "text/plain")
    assert fingerprint(b"%PDF-1.4 a", "") != fingerprint(b"%PDF-1.4 b", "")
    assert fingerprint("día".encode(), "text/plain") == fingerprint(
        "día".encode("cp1252"), "text/plain; charset=cp1252"
    )


def test_readable_text_is_a_line_a_segment() -> None:
    assert readable_text(segments("<p>Visits</p><p>Mail</p>")) == "Visits\nMail"

"""HTML: everything a reader could see or open comes out, in order, and broken markup does no harm."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitors.extract import LinkKind, extract
from monitors.records import Quality, SegmentKind
from tests.unit.text.reading import URL, document, segments, texts

RULE = "In-person visits are held on Saturday."


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{RULE}</p>",
        f"<div style='display: none'><p>{RULE}</p></div>",
        f"<details><summary>Days</summary><p>{RULE}</p></details>",
        f"<template><p>{RULE}</p></template>",
        f"<x-card><template shadowrootmode=open><p>{RULE}</p></template></x-card>",
        f"<noscript><p>{RULE}</p></noscript>",
        f"<head><noscript><p>{RULE}</p></noscript></head>",
        f"<dialog>{RULE}</dialog>",
        f"<header><div role=alert>{RULE}</div></header>",
        f"<aside class=sidebar>{RULE}</aside>",
        f"<footer><p>{RULE}</p></footer>",
        f"<div class='nav menu widget ad cookie related'>{RULE}</div>",
        f"<figure><img src=a><figcaption>{RULE}</figcaption></figure>",
        f"<marquee>{RULE}</marquee>",
        f"<img src=a alt='{RULE}'>",
        f"<input type=image alt='{RULE}'>",
        f"<a href=/x title='{RULE}'>more</a>",
        f"<button aria-label='{RULE}'>i</button>",
        f"<span data-bs-content='<b>{RULE}</b>'>?</span>",
        f"<select><option>{RULE}</option></select>",
        f"<textarea>{RULE}</textarea>",
        f"<pre>{RULE}</pre>",
        f"<input readonly value='{RULE}'>",
        f"<iframe srcdoc='<p>{RULE}</p>'></iframe>",
        f"<object data=x.swf><p>{RULE}</p></object>",
        f"<frameset><frame src=a><noframes><p>{RULE}</p></noframes></frameset>",
        f"<svg><text x=1>{RULE}</text></svg>",
        f"<svg><foreignObject><p>{RULE}</p></foreignObject></svg>",
        f"<visit-card answer='{RULE}'></visit-card>",
        f'<div data-props=\'{{"rules":["{RULE}"]}}\'></div>',
        f'<script type=\'application/ld+json\'>{{"@type":"FAQPage","text":"{RULE}"}}</script>',
        f'<script id=__NEXT_DATA__ type=\'application/json\'>{{"props":{{"html":"<p>{RULE}</p>"}}}}</script>',
        f"<script>window.page = {{blocks: ['{RULE}']}};</script>",
        f'<script>self.__next_f.push([1,"{{\\"text\\":\\"{RULE}\\"}}"])</script>',
        f"<script type='text/template'><p>{RULE}</p></script>",
        f"<p>{RULE[:10]}<b>{RULE[10:14]}</b>{RULE[14:]}</p>",
        f"<table><tr><td>{RULE}</table>",
        f"<p>{RULE}<p>unclosed <b>tags <i>everywhere",
    ],
)
def test_a_rule_is_found_wherever_it_stands(html: str) -> None:
    assert RULE in "\n".join(texts(f"<html><body>{html}</body></html>"))


def test_scripts_of_a_page_with_text_of_its_own_give_only_words_of_visiting() -> None:
    body = "<p>" + "The clerk keeps the records of the county and copies them on request. " * 12 + "</p>"
    script = '<script>var t = ["Please accept our new terms today.", "Remote visits cost two dollars."];</script>'
    assert [s.text for s in segments(body + script) if s.kind is SegmentKind.DATA] == [
        "Remote visits cost two dollars."
    ]


def test_data_that_the_page_shows_anyway_is_not_repeated() -> None:
    script = f'<script type=\'application/ld+json\'>{{"text":"{RULE}"}}</script>'
    assert texts(f"<p>{RULE}</p>{script}").count(RULE) == 1


def test_rows_of_page_data_are_rows() -> None:
    script = (
        '<script type="application/json">[{"unit":"Unit A","day":"Monday"},{"unit":"Unit B","day":"Friday"}]</script>'
    )
    assert [text for text in texts(script) if "|" in text] == ["Unit A | Monday", "Unit B | Friday"]


def test_table_rows_keep_their_columns_and_spanning_cells() -> None:
    html = (
        "<table><tr><th>Day<th>Unit<th>Time</tr><tr><td rowspan=2>Sat<td>A<td>9-10</tr><tr><td>B<td></tr>"
        "<tr><td>Sun<td>A<td>1-2</tr></table>"
    )
    rows = [s.text for s in segments(html) if s.kind is SegmentKind.ROW]
    assert rows == ["Day | Unit | Time", "Sat | A | 9-10", "Sat | B |", "Sun | A | 1-2"]


def test_layout_tables_are_no_rows() -> None:
    html = "<table><tr><td><ul><li>Home<li>Jail</ul><td><h1>Jail</h1><p>Bring ID.</p></table>"
    assert SegmentKind.ROW not in {segment.kind for segment in segments(html)}


def test_definitions_are_rows_when_short_and_headed_when_long() -> None:
    answer = "Yes. " + "Two adults may come with up to three children who are held on the lap. " * 3
    html = f"<dl><dt>Length<dd>30 minutes<dt>May children come?<dd><p>{answer}</p></dl>"
    found = segments(html)
    assert found[0].text == "Length | 30 minutes"
    assert {s.heading for s in found if s.kind is SegmentKind.SENTENCE} == {("May children come?",)}


def test_a_definition_that_is_a_sentence_stands_under_its_term_and_only_there() -> None:
    html = (
        "<h2>Rules</h2><dl><dt>Who may come<dd>Only family members may visit an inmate.<dd>Limit: two"
        "<dt>Fee<dd>None.<dt>Hours<dd>9 to 5</dl><p>Bring ID.</p>"
    )
    under = ("Rules", "Who may come")
    assert [(s.heading, s.text) for s in segments(html)[1:]] == [
        (("Rules",), "Who may come"), (under, "Only family members may visit an inmate."),
        (under, "Who may come | Limit: two"),
        (("Rules",), "Fee | None."), (("Rules",), "Hours | 9 to 5"), (("Rules",), "Bring ID."),
    ]  # fmt: skip


def test_a_definition_of_hours_is_a_row_however_it_ends() -> None:
    html = "<dl><dt>Unit A<dd>Saturday, 9 a.m. to 3 p.m.<dt>Unit B<dd>1:00 to 3:30 and 6:30 to 8:30.</dl>"
    assert texts(html) == ["Unit A | Saturday, 9 a.m. to 3 p.m.", "Unit B | 1:00 to 3:30 and 6:30 to 8:30."]


def test_a_bold_line_between_breaks_heads_the_lines_below_it() -> None:
    found = segments(
        "<td><div><b>Bring</b><br>Comb<br>Hat<br><b>Leave</b><br>Bag</div></td><p>Mail goes out at noon.</p>"
    )
    assert [(s.heading, s.text) for s in found if s.kind is not SegmentKind.HEADING] == [
        (("Bring",), "Comb"), (("Bring",), "Hat"), (("Leave",), "Bag"), ((), "Mail goes out at noon."),
    ]  # fmt: skip


def test_the_word_of_a_switch_is_no_part_of_its_heading() -> None:
    html = "<div role=button aria-expanded={}>Parking for guests <span>{}</span></div><div><p>Use lot B.</p></div>"
    assert (
        texts(html.format("false", "Show"))
        == texts(html.format("true", "Hide"))
        == ["Parking for guests", "Use lot B."]
    )
    html = "<button aria-expanded={}><span>{} </span>Open visits</button><div><p>Use lot B.</p></div>"
    assert (
        texts(html.format("false", "Expand")) == texts(html.format("true", "Collapse")) == ["Open visits", "Use lot B."]
    )
    assert texts("<h3>Christmas show</h3>") == ["Christmas show"]


def test_a_label_that_only_adds_a_new_window_says_nothing_new() -> None:
    assert texts("<a href=/m aria-label='Map of the lots, opens in a new window'>Map of the lots</a>") == [
        "Map of the lots"
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Hours are <b>posted</b><br>in the lobby</p>",
        "<p><b>Ask first.</b><br>Then come</p>",
        "<p><a href=/x><b>News</b><br>Ice rink opens</a></p>",
        "<p><b>Note</b> Bring it<br>with you</p>",
        "<p>See <span><b>Notes</b><br></span>below</p>",
    ],
)
def test_other_bold_words_head_nothing(html: str) -> None:
    assert all(segment.kind is not SegmentKind.HEADING for segment in segments(html))


def test_headings_summaries_and_bold_lines_make_the_path() -> None:
    html = (
        "<h1>Jail</h1><h2>Visits</h2><details><summary>Dress</summary><p>No shorts here.</p></details>"
        "<p><strong>Lockers</strong></p><p>Lockers are free.</p><h2>Mail</h2><p>Mail is scanned.</p>"
    )
    paths = {s.text: s.heading for s in segments(html) if s.kind is SegmentKind.TEXT}
    assert paths == {
        "No shorts here.": ("Jail", "Visits", "Dress"),
        "Lockers are free.": ("Jail", "Visits", "Lockers"),
        "Mail is scanned.": ("Jail", "Mail"),
    }


def test_struck_text_is_marked() -> None:
    found = segments("<p><del>Visits are open.</del></p><p>Visits are <s>open</s> closed.</p>")
    assert [(s.text, s.struck) for s in found] == [("Visits are open.", True), ("Visits are ~~open~~ closed.", False)]


def test_neighbours_that_only_css_parts_are_parted_and_words_are_not() -> None:
    assert texts("<div><span>March 2, 2026</span><a href=/l>Sign In</a></div>") == ["March 2, 2026 Sign In"]
    assert texts("<p><b>V</b>isits and <span>mus</span><span>t</span></p>") == ["Visits and must"]


def test_document_links_are_told_by_path_without_query_and_session() -> None:
    html = (
        "<a href='/docs/rules%202026.pdf?v=81'>Visiting rules</a><a href='/f.docx;jsessionid=9A'>Form</a>"
        "<a href='/DocumentCenter/View/91/Schedule?bidId='>Schedule</a>"
        "<a href='ViewFile.aspx?id=7&session=x'>Notice</a>"
        "<a href='/about'>About us</a>"
    )
    assert [s.text for s in segments(html) if s.kind is SegmentKind.LINK] == [
        "doc: Visiting rules -> /docs/rules 2026.pdf",
        "doc: Form -> /f.docx",
        "doc: Schedule -> /DocumentCenter/View/91/Schedule",
        "doc: Notice -> ViewFile.aspx?id=7",
    ]


def test_each_definition_of_a_term_is_a_row_with_it() -> None:
    found = texts("<dl><dt>Allowed<dd>Keys<dd>Coins<dt>Prohibited<dd>Phones<dt>Nothing of<dt>Staff<dd>Sergeant</dl>")
    assert found == [*("Allowed | Keys", "Allowed | Coins", "Prohibited | Phones"), "Nothing of", "Staff | Sergeant"]


def test_a_link_about_visits_that_leaves_the_site_is_told_by_its_host() -> None:
    html = (
        "<a href='https://www.larkvisit.example/b?k=1'>Book a visit</a><a href='/visits'>Our visits</a>"
        "<a href='https://weather.example/'>Weather</a><a href='https://county.example/v'>Visits here</a>"
    )
    found = [s.text for s in segments(html) if s.kind is SegmentKind.LINK]
    assert found == ["link: Book a visit -> larkvisit.example"]


def test_frames_redirects_and_feeds_are_noted() -> None:
    html = (
        "<base href='https://other.example/a/'><meta http-equiv=refresh content='0; url=b'>"
        "<link rel=canonical href='/c'>"
        "<link rel=alternate type='application/rss+xml' href='/feed'><iframe src='https://portal.example/x?k=1'></iframe>"
    )
    assert [(link.kind, link.url) for link in document(html).links] == [
        (LinkKind.REFRESH, "https://other.example/a/b"),
        (LinkKind.CANONICAL, "https://other.example/c"),
        (LinkKind.FEED, "https://other.example/feed"),
        (LinkKind.FRAME, "https://portal.example/x?k=1"),
    ]


def test_menus_are_links_where_pages_keep_menus_and_never_rules() -> None:
    menu = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("Home", "Courts", "Visiting", "Parks", "Roads"))
    kinds = {s.text: s.kind for s in segments(f"<nav><ul>{menu}</ul></nav><h1>Policies</h1><ul>{menu.lower()}</ul>")}
    assert kinds["Courts"] is SegmentKind.MENU
    assert kinds["Visiting"] is SegmentKind.ITEM
    assert kinds["courts"] is SegmentKind.ITEM


def test_a_page_drawn_by_scripts_asks_for_a_browser() -> None:
    assert document("<div id=root></div><script src=/app.js></script>").needs_browser
    assert not document(f"<div id=root><p>{RULE * 20}</p></div>").needs_browser
    data = "".join(f'"Rule {n} says that visits end on day {n}.",' for n in range(20))
    assert not document(f"<div id=root></div><script>var t=[{data}]</script>").needs_browser


def test_selectors_narrow_and_ignore() -> None:
    html = f"<nav>Menu of the site</nav><main><p>{RULE}</p><p class=ad>Cars for sale</p></main>"
    found = extract(html.encode(), "text/html", URL, select=("main",), ignore=(".ad",), readable=False)
    assert [segment.text for segment in found.segments] == [RULE]
    assert found.extractor.options == "select=main; ignore=.ad"


@pytest.mark.parametrize(("selector", "rule"), [("#gone", "selector_matches_nothing"), ("p[[", "selector_invalid")])
def test_a_selector_that_fails_is_said(selector: str, rule: str) -> None:
    verdict = extract(b"<p>Text of a page</p>", "text/html", URL, select=(selector,)).verdict
    assert (verdict.quality, verdict.rule) == (Quality.SELECTOR_EMPTY, rule)


def test_the_readers_view_labels_the_main_content_and_drops_nothing() -> None:
    paragraphs = "".join(
        f"<p>Rule {n}: visitors must show identification number {n} at the desk.</p>" for n in range(9)
    )
    html = (
        f"<nav><a href=/>Home page</a></nav><article><h1>Rules</h1>{paragraphs}</article><footer>Call us now</footer>"
    )
    found = extract(html.encode(), "text/html", URL)
    labels = {segment.text: segment.main for segment in found.segments}
    assert labels["Rule 3: visitors must show identification number 3 at the desk."] is True
    assert labels["Call us now"] is False
    assert "Rule 8" in found.text
    assert "Call us" not in found.text


def test_the_same_bytes_give_the_same_segments_in_every_process() -> None:
    html = "".join(
        f"<h2>Part {n}</h2><p title='Tooltip number {n} of the page'>Visits on day {n}.</p>"
        f"<script>var a='Visit day {n} is free.'</script>"
        for n in range(20)
    )
    code = (
        "import sys; from monitors.extract import extract; d = extract(sys.stdin.buffer.read(), '', 'https://a.example');"
        "print(hash((d.text, d.extractor)) and repr((d.text, d.segments, d.links)))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=html.encode(),
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    first = [extract(html.encode(), "", URL) for _ in range(5)]
    assert all(other == first[0] for other in first)


_PIECE = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<p>",
        "<b>",
        "</i>",
        "<table>",
        "<tr>",
        "<td",
        "rowspan=99>",
        "<li>",
        "<ul>",
        "</ul>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<h2>",
        "<template>",
        "<script>",
        "</script>",
        "<s>",
        "<svg>",
        "<select>",
        "<option>",
        "<pre>",
        "<a",
        "href='x.pdf'>",
        "<iframe",
        "srcdoc='<p>x'>",
        "<!--",
        "-->",
        "<br>",
        "&amp;",
        "&#0;",
        "\x00",
        "�",
        "<",
        ">",
        "'\"",
        "text",
        "<noscript>",
        "<textarea>",
        "<dialog>",
        "<p",
        "hidden>",
        "<frameset>",
        "<noframes>",
        "<math>",
        "<button>",
        "<summary>",
        '{"a":',
        "]]>",
        "<![CDATA[",
    ]
)


@given(st.lists(_PIECE, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_broken_markup_never_raises(html: str) -> None:
    found = extract(html.encode("utf-8", "surrogatepass"), "text/html", URL, readable=False)
    for segment in found.segments:
        assert segment.text == " ".join(segment.text.split())
        segment.text.encode("utf-8")
        assert "\x00" not in segment.text


@given(
    st.binary(max_size=400),
    st.sampled_from(["", "text/html", "text/html; charset=utf-16", "application/pdf", "text/plain"]),
)
@settings(max_examples=200, deadline=None)
def test_no_bytes_raise(body: bytes, media_type: str) -> None:
    document = extract(body, media_type, URL, readable=False)
    assert document.verdict.ok or document.verdict.rule


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 30_000 + RULE,
        "<table><tr><td>" * 3000 + RULE,
        f"<p {'x=y ' * 40_000}>{RULE}</p>",
        "<b><i>" * 2000 + RULE,
        f"<p>{RULE}</p>" + "<a href=x.pdf>y</a>" * 2000,
        f"<script>var s = '{'a ' * 20_000}</script><p>{RULE}</p>",
        f"<p>{RULE}</p>" + "'" * 20_000,
    ],
    ids=["nested", "tables", "attributes", "unclosed", "links", "open string", "quotes"],
)
def test_hostile_markup_is_read_in_bounds(html: str) -> None:
    assert RULE in "\n".join(s.text for s in extract(html.encode(), "text/html", URL).segments)

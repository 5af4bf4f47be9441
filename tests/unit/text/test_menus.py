"""What is there to be pressed or frames the page is graded low; what could be a notice never is."""

from __future__ import annotations

import pytest

from monitors.boilerplate import is_boilerplate
from monitors.diff import compare
from monitors.extract.menus import is_quiet_label
from monitors.records import Grade, SegmentKind
from tests.unit.text.reading import segments

BODY = "<h1>Records</h1><p>Requests are answered in the order in which they come in.</p>"
LINKS = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("Home", "Roads", "Parks", "Taxes", "Courts", "Health"))
PLACES = ("Careers", "Press", "Maps", "Parking", "Budget", "Library", "Museum", "Zoo")
TAIL = "".join(f"<p><a href='/{n}'>{n}</a></p>" for n in PLACES)
FOOT, MENU = (f"<{tag}><ul>{{}}{LINKS}{LINKS}</ul></{tag}>" for tag in ("footer", "nav"))


def grade(before: str, after: str) -> Grade:
    return compare(segments(before), segments(after)).grade


def kinds(html: str) -> dict[str, SegmentKind]:
    return {segment.text: segment.kind for segment in segments(html)}


@pytest.mark.parametrize(
    ("added", "shell"),
    [
        ("<li><b>Make your town sustainable.</b></li>", FOOT),
        (
            "<li><a href=/c>Cron monitoring Watch the jobs of the night.</a></li>",
            MENU,
        ),
        ("<p><a href=/e>Elections</a></p>", TAIL + "{}" + TAIL),
        ("<option value=pa-IN>ਪੰਜਾਬੀ</option>", "<select><option value=en-US>English</option>{}</select>"),
        ("<button>Search</button><span aria-hidden=true>Open Search Bar</span>", "<div>{}</div>"),
        ("<div><p>We use cookies to run this site.</p><button>Accept all</button><button>Decline</button></div>", "{}"),
        ("<li><a href=/n/3>Burn ban lifted countywide</a></li>", "<h4>Latest News</h4><ul>{}" + LINKS + "</ul>"),
        ("<div>Light rain, 47 F</div><div>Sponsored: Ridgeway auto loans</div>", "{}"),
        ("<div>Home &gt; Government &gt; Sheriff</div>", "{}"),
    ],
)
def test_what_frames_a_page_is_low(added: str, shell: str) -> None:
    before, after = BODY + shell.format(""), BODY + shell.format(added)
    assert grade(before, after) is Grade.LOW


@pytest.mark.parametrize(
    "notice",
    [
        "<li>Visits by video only</li>",
        "<li>Lobby closed Monday</li>",
        "<li><a href=/x>Offices closed on Friday</a></li>",
        "<li>New entrance on Oak Street</li>",
        "<li><a href=/x>Fee is now $12</a></li>",
        "<li>No parking</li>",
        "<li>Masks must be worn</li>",
    ],
)
@pytest.mark.parametrize("shell", [FOOT, MENU])
def test_a_notice_among_the_links_of_a_frame_is_told(notice: str, shell: str) -> None:
    assert grade(BODY + shell.format(""), BODY + shell.format(notice)).rank >= Grade.NORMAL.rank


def test_a_policy_on_cookies_is_content() -> None:
    rule = "<h2>Cookies</h2><p>We keep cookies of the desk for a year.</p><p>Ask at the counter.</p>"
    assert grade(BODY + rule, BODY + rule.replace("a year", "ever")) is Grade.NORMAL


def test_links_in_the_content_stay_content() -> None:
    found = kinds(
        "<h1>Forms</h1><ul><li><a href=/a>Consent form</a></li><li><a href=/b>Release form</a></li></ul><p>Ask us.</p>"
    )
    assert found["Consent form"] is not SegmentKind.MENU


@pytest.mark.parametrize("text", ["Clear, 54 F", "-3 °C", "Home / Sheriff / Jail", "My Account", "Ad: car loans"])
def test_boilerplate_is_known_by_its_form(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "Unit 5 C",
        "10 F",
        "Home detention is over",
        "Sign in at the desk",
        "Home > Visit 2",
        "Rain or shine, 9 to 5",
        "",
    ],
)
def test_a_line_that_says_more_is_none(text: str) -> None:
    assert not is_boilerplate(text)


def test_a_label_with_a_day_or_number_is_not_quiet() -> None:
    assert is_quiet_label("Company policies")
    assert not any(map(is_quiet_label, ("Open Sunday", "Room 4", "Not here", "Hours", "")))

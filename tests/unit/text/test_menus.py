"""What is there to be pressed or frames the page is graded low; what could be a notice never is."""

from __future__ import annotations

import pytest

from monitors.boilerplate import is_boilerplate, is_stamp, same_but_for_account
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
        ("<p><a href=/e>Port monitoring Watch any port.</a></p>", TAIL + "{}" + TAIL),
        ("<p><a href=/e>Elections</a></p>", TAIL + "{}" + TAIL),
        ("<option value=pa-IN>ਪੰਜਾਬੀ</option>", "<select><option value=en-US>English</option>{}</select>"),
        ("<button>Search</button><span aria-hidden=true>Open Search Bar</span>", "<div>{}</div>"),
        ("<div><p>We use cookies to run this site.</p><button>Accept all</button><button>Decline</button></div>", "{}"),
        ("<li><a href=/n/3>Burn ban lifted countywide</a></li>", "<h4>Latest News</h4><ul>{}" + LINKS + "</ul>"),
        ("<div>Light rain, 47 F</div><div>Sponsored: Ridgeway auto loans</div>", "{}"),
        (
            "<button aria-label='Select version: the current version is the one of the free plan at night'>x</button>",
            "{}",
        ),
        ("<form><input type=search placeholder='Search places by name or region'></form>", "{}"),
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
        "<input type=submit value='Visit requests are closed'>",
        "<input placeholder='Appointments are only by phone from now on'>",
    ],
)
@pytest.mark.parametrize("shell", [FOOT, MENU])
def test_a_notice_among_the_links_of_a_frame_is_told(notice: str, shell: str) -> None:
    assert grade(BODY + shell.format(""), BODY + shell.format(notice)).rank >= Grade.NORMAL.rank


def test_a_sentence_among_the_links_that_a_page_ends_in_is_told() -> None:
    notice = "<p><a href=/e>Front desk Packages must be left there.</a></p>"
    assert grade(BODY + TAIL + TAIL, BODY + TAIL + notice + TAIL).rank >= Grade.NORMAL.rank


def test_a_policy_on_cookies_is_content() -> None:
    rule = "<h2>Cookies</h2><p>We keep cookies of the desk for a year.</p><p>Ask at the counter.</p>"
    assert grade(BODY + rule, BODY + rule.replace("a year", "ever")) is Grade.NORMAL


def test_links_in_the_content_stay_content() -> None:
    found = kinds(
        "<h1>Forms</h1><ul><li><a href=/a>Consent form</a></li><li><a href=/b>Release form</a></li></ul><p>Ask us.</p>"
    )
    assert found["Consent form"] is not SegmentKind.MENU


@pytest.mark.parametrize(
    "text",
    [
        "Clear, 54 F",
        "-3 °C",
        "Home / Sheriff / Jail",
        "My Account",
        "Ad: car loans",
        "Site policy/",
        "View details",
        "Back to top",
        "Español",
        "TIẾNG VIỆT",
        "Português (Brasil)",
    ],
)
def test_boilerplate_is_known_by_its_form(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "Unit 5 C",
        "10 F",
        "Home detention is over",
        "Read more than the first page",
        "View all details of the schedule at the desk",
        "Diné only",
        "Español: lunes y martes",
        "Suomi 2",
        "Español - cerrado",
        "Sign in at the desk",
        "Home > Visit 2",
        "Rain or shine, 9 to 5",
        "Adults only /",
        "",
    ],
)
def test_a_line_that_says_more_is_none(text: str) -> None:
    assert not is_boilerplate(text)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Published March 1, 2026 by Web Editor", True),
        ("Published March 1, 2026 by order: no lobby", False),
        ("Posted March 1, 2026 by Sheriff, visits suspended", False),
        ("Posted March 1, 2026 by Sheriff no visits", False),
        ("Today is Tuesday, April 14, 2026", True),
        ("Welcome! Today is Tuesday", True),
        ("Today’s date: 4/14/2026 10:32 am", True),
        ("Today is the last day of visits", False),
        ("Today is Tuesday, April 14, 2026: no visits", False),
    ],
)
def test_a_stamp_names_its_author_and_no_more(text: str, stamp: bool) -> None:
    assert is_stamp(text) is stamp


def test_a_label_with_a_day_or_number_is_not_quiet() -> None:
    assert is_quiet_label("Company policies")
    assert not any(map(is_quiet_label, ("Open Sunday", "Room 4", "Not here", "Hours", "")))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Monday, March 2, 2026 Sign In", "Monday, March 2, 2026 My Account"),
        ("Serving since 1871 Log in", "Serving since 1871 Log out"),
        ("Sign In | Español", "My Account | Español"),
    ],
)
def test_the_account_beside_a_date_or_a_mark_is_no_news(before: str, after: str) -> None:
    assert same_but_for_account(before, after)
    assert grade(f"<div>{before}</div>{BODY}", f"<div>{after}</div>{BODY}") is Grade.LOW


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("All guests must Sign In", "All guests must Sign Out"),
        ("Window 2 Sign In", "Window 2 Sign Out"),
        ("Staff may log in 2026", "Staff may log out 2026"),
        ("Monday, March 2, 2026 Sign In", "Monday, March 9, 2026 My Account"),
        ("Sign In Required", "Sign Out Required"),
        ("Closed | Sign In", "Open | Sign In"),
    ],
)
def test_a_line_that_says_more_than_the_account_is_told(before: str, after: str) -> None:
    assert not same_but_for_account(before, after)
    assert grade(f"<div>{before}</div>{BODY}", f"<div>{after}</div>{BODY}").rank >= Grade.NORMAL.rank


def test_cookies_are_asked_for_under_no_heading_of_the_page() -> None:
    banner = "<div><p>We use cookies to run this site.</p><button>Accept</button><button>Decline</button></div>"
    page = "<h2>Visiting</h2><p>Bring identification.</p>"
    assert grade(page, page + banner) is Grade.LOW


ENTRIES = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("Home", "Roads", "Parks", "Taxes", "Courts"))
TEXT = "".join(
    f"<p>{n} are answered in the order in which they come in.</p>" for n in ("Calls", "Letters", "Forms") * 3
)


def test_links_that_a_page_without_a_main_heading_begins_with_are_its_menu() -> None:
    page = f"<div>Proud to serve since 1871</div><ul>{{}}{ENTRIES}</ul>{TEXT}"
    added = "<li><a href=/e>Elections</a></li>"
    assert grade(page.format(""), page.format(added)) is Grade.LOW
    assert grade(page.format(""), page.format("<li><a href=/e>Lobby closed</a></li>")).rank >= Grade.NORMAL.rank


def test_a_page_that_is_a_list_of_links_is_content() -> None:
    page = f"<ul>{{}}{ENTRIES}{ENTRIES}</ul><p>Ask at the desk.</p>"
    added = "<li><a href=/d>Dress code</a></li>"
    assert grade(page.format(""), page.format(added)).rank >= Grade.NORMAL.rank


@pytest.mark.parametrize("mark", ["", " | ", "<span>|</span>", " · "])
def test_links_side_by_side_are_a_text_each(mark: str) -> None:
    menu = mark.join(f"<a href='/{name}'>{name}</a>" for name in ("Visit", "Staff", "Jobs"))
    page = f"<div>{mark}{menu}{mark}</div>{BODY}"
    assert [s.text for s in segments(page)][:4] == ["Visit", "Staff", "Jobs", "Records"]
    framed = page.replace("div>", "nav>")
    assert grade(framed, framed.replace(">Jobs<", ">Careers<")) is Grade.LOW


def test_links_in_a_sentence_stay_in_it() -> None:
    html = "<p><a href=/a>Visits</a>, <a href=/b>mail</a></p><div><a href=/a>Visits</a> and <a href=/b>mail</a></div>"
    assert [s.text for s in segments(html)] == ["Visits, mail", "Visits and mail"]


@pytest.mark.parametrize("box", ["{}", "<div role=status>{}</div>", "<div role=dialog>{}</div>"])
def test_what_follows_or_overlays_the_content_stands_under_none_of_its_headings(box: str) -> None:
    html = "<main><h1>Visiting hours</h1><p>Monday only.</p>{}</main><div>{}</div>"
    inside, after = ("", "Chat with us") if box == "{}" else (box.format("Chat with us"), "")
    found = {s.text: s.heading for s in segments(html.format(inside, after))}
    assert found["Monday only."] == ("Visiting hours",)
    assert found["Chat with us"] == ()


@pytest.mark.parametrize("line", ["You consent to a search of your bag.", "I consent to a pat search."])
def test_what_a_visitor_consents_to_is_no_banner(line: str) -> None:
    page = BODY + "<p>{}</p><button>I agree</button>"
    assert grade(page.format(line), page.format(line.replace("search", "strip search"))) is Grade.NORMAL
    guarded = page.replace("Records", "Visiting")
    assert grade(guarded.format(line), guarded.format(line.replace("search", "strip search"))) is Grade.HIGH


ANNOUNCED = [
    "Masks required in all buildings",
    "Jail lobby hours reduced",
    "Deposits unavailable until further notice",
    "Front counter temporarily out of order",
]


@pytest.mark.parametrize("text", ANNOUNCED)
def test_a_notice_that_is_a_link_among_links_is_told(text: str) -> None:
    for shell in (MENU, FOOT, "<ul>{}" + LINKS + "</ul>"):
        before, after = (shell.format(more) + BODY for more in ("", f"<li><a href=/x>{text}</a></li>"))
        assert grade(before, after) is Grade.NORMAL


def test_a_button_that_denies_is_told_and_a_label_in_its_words_is_not() -> None:
    button = BODY + "<button>Minors {} admitted</button>"
    assert grade(button.format("not"), button.format("now")) is Grade.NORMAL
    for label in ("Required Forms", "Do Not Sell My Information"):
        assert grade(BODY + FOOT.format(""), BODY + FOOT.format(f"<li><a href=/x>{label}</a></li>")) is Grade.LOW


@pytest.mark.parametrize(
    "heading",
    [
        "Related articles",
        "Recently viewed articles",
        "Articles in this section",
        "Most popular",
        "Around the Web",
        "FAQs",
    ],
)
def test_boxes_of_links_are_known_by_their_headings(heading: str) -> None:
    page = (
        BODY + "<h3>{}</h3><ul><li><a href=/z>{}</a></li>" + LINKS + "</ul><p>Write to the clerk for anything else.</p>"
    )
    first, second = "Setting up your camera", "Buying a prepaid card"
    assert grade(page.format(heading, first), page.format(heading, second)) is Grade.LOW
    assert grade(page.format("Steps", first), page.format("Steps", second)) is Grade.NORMAL
    assert grade(page.format(heading, first), page.format(heading, "How visits work")) is Grade.HIGH


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("13 days ago", "14 days ago"),
        ("Updated over 2 weeks ago", "Updated over 3 weeks ago"),
        ("Posted 3 hours ago", "Posted 5 hours ago"),
        ("just now", "2 minutes ago"),
        ("4 min read", "5 min read"),
        ("Estimated reading time: 4 minutes", "Estimated reading time: 5 minutes"),
        ("Page updated", "Page updated yesterday"),
        ("Last updated: February 27, 2026", "Last updated: March 1, 2026"),
        ("Last modified at 2/27/2026 9:15 AM by Teague, Robin", "Last modified at 3/1/2026 4:02 PM by Obi, Chidi"),
        (
            "This page was last edited on 21 February 2026, at 19:02.",
            "This page was last edited on 1 March 2026, at 08:44.",
        ),
        ("Written by Priya", "Written by Devon"),
        ("High: 52°F Low: 33°F", "High: 49°F Low: 31°F"),
    ],
)
def test_what_a_page_says_of_itself_is_low_under_a_heading_of_visits_too(before: str, after: str) -> None:
    page = "<h1>Visiting</h1><p>{}</p><p>Bring an ID card.</p>"
    assert grade(page.format(before), page.format(after)) is Grade.LOW


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Effective March 1, 2026", "Effective March 8, 2026"),
        ("Revised March 1, 2026", "Revised March 8, 2026"),
        ("Arrive 30 minutes early", "Arrive 45 minutes early"),
        ("Released over 2 weeks ago: welcome", "Released over 3 weeks ago: welcome"),
        ("Written by appointment", "Written by request"),
        ("Last updated: closed March 1, 2026", "Last updated: closed March 8, 2026"),
    ],
)
def test_lines_with_a_word_of_their_own_are_no_stamps(before: str, after: str) -> None:
    page = "<h1>Visiting</h1><p>{}</p><p>Bring an ID card.</p>"
    assert grade(page.format(before), page.format(after)) is Grade.HIGH


def test_the_weather_of_a_place_has_its_degrees() -> None:
    assert is_boilerplate("Marlow 61°F")
    assert not is_boilerplate("Fever over 100°F")
    assert not is_boilerplate("Pod 5 C")

"""What a sibling may silence: its frame, never rules it shares with the page, nor words with no other sense."""

# ruff: noqa: E501  a case reads better on one line

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.extract.neighbours import is_another_form
from monitors.furniture import is_twin, learn, speaks_of_visits, speaks_surely
from monitors.records import Grade
from tests.unit.text.reading import segments

RULES = "".join(f"<p>Rule {n} of this house says that item {n} stays in the locker of the hall.</p>" for n in range(12))
PAGE = "<h1>Pine Jail</h1><h2>Money</h2><p>Cards with up to ${} may be carried in.</p>{}<h2>News</h2><p>{}</p>"
NEWS = ("The fair opens downtown this week", "The river walk is being paved anew")


def graded(sides: list[str], siblings: list[str]) -> Grade:
    before, after = (learn([segments(one)]) for one in siblings)
    old, new = map(segments, sides)
    return compare(old, new, furniture_before=before, furniture_after=after).grade


def test_a_twin_under_the_same_rules_silences_no_rule() -> None:
    sides = [PAGE.format(fee, RULES, NEWS[0]) for fee in (60, 40)]
    twins = [side.replace("Pine", "Oak") for side in sides]
    assert graded(sides, twins) is Grade.NORMAL


def test_an_ordinary_sibling_silences_what_changed_on_both() -> None:
    sides = [PAGE.format(60, RULES, news) for news in NEWS]
    others = [f"<h1>Roads</h1><p>Road 9 is being paved.</p><h2>News</h2><p>{news}</p>" for news in NEWS]
    assert graded(sides, others) is Grade.LOW


def test_a_twin_is_told_by_how_much_of_the_page_it_shows() -> None:
    page = segments(PAGE.format(60, RULES, NEWS[0]))
    assert is_twin(learn([segments(PAGE.format(50, RULES, NEWS[1]))]), page)
    assert not is_twin(learn([segments(f"<p>{NEWS[0]}</p>{RULES[:300]}")]), page)
    assert not is_twin(learn([]), page)


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("https://a.test/jail/visiting?print=1", True),
        ("https://a.test/jail/visiting/print", True),
        ("https://a.test/jail/visiting/?lang=es&textsize=large", True),
        ("https://a.test/jail/visiting?id=4", False),
        ("https://a.test/jail/mail", False),
        ("https://a.test/jail/mail/print", False),
    ],
)
def test_the_page_itself_in_another_form_is_no_sibling(url: str, form: bool) -> None:
    assert is_another_form("https://a.test/jail/visiting", url) is form


def test_pages_that_one_path_serves_by_query_are_siblings() -> None:
    assert not is_another_form("https://a.test/?page=visiting", "https://a.test/?page=mail")
    assert is_another_form("https://a.test/?page=visiting", "https://a.test/?page=visiting&print=yes")


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Planning Commission agenda posted", False),
        ("Commissioners visit new ambulance barn", False),
        ("Library lends tablets to seniors", False),
        ("Walk-in flu clinic at the health department", False),
        ("Visit the new splash pad", False),
        ("Letters are scanned from May 1", True),
        ("In-person sessions paused", True),
        ("Lobby kiosks out of order", True),
        ("Visitation hours", True),
        ("Visits cancelled Friday", True),
    ],
)
def test_words_with_another_sense_need_what_a_rule_is_made_of(line: str, sure: bool) -> None:
    assert speaks_surely(line) is sure


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("We use cookies to see how visitors use our site.", False),
        ("This site counts repeat visits with cookies.", False),
        ("Analytics show how visitors interact with the website.", False),
        ("Thank you for your visit to our website.", False),
        ("Visitors to the jail may bring home-made cookies.", True),
        ("Your visit to the jail begins in the lobby.", True),
    ],
)
def test_cookies_and_traffic_are_no_visits_to_people(line: str, speaks: bool) -> None:
    assert speaks_of_visits(line) is speaks


HEAD = "<h1>Visiting</h1><p>Rules are posted in the lobby of the house.</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Home › Jail › Visiting</p>", "<p>Home › Sheriff › Jail › Visiting</p>"),
        ("<p>Updated March 1, 2026</p>", "<p>Updated March 3, 2026</p>"),
        ("<p>Last Reviewed: February 2026</p>", "<p>Last Reviewed: March 2026</p>"),
        ("<p>Updated March 1, 2026 | 3 min read | 3,312 views</p>", "<p>Updated March 3, 2026 | 3 min read | 3,401 views</p>"),
        ("<table><tr><td>Reviewed<td>March 1, 2026</table>", "<table><tr><td>Reviewed<td>March 3, 2026</table>"),
        ("<p>Page viewed 20,418 times</p>", "<p>Page viewed 20,977 times</p>"),
        ("<p>Rated 4.2/5 by 311 users</p>", "<p>Rated 4.3/5 by 320 users</p>"),
        ("<p>18 of 24 people said yes.</p>", "<p>19 of 26 people said yes.</p>"),
        ("<button aria-expanded=false>Who may come <span>+</span></button>", "<button aria-expanded=true>Who may come <span>−</span></button>"),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself_is_low_under_a_heading_of_visiting_too(before: str, after: str) -> None:
    assert compare(segments(HEAD + before), segments(HEAD + after)).grade in (Grade.NONE, Grade.LOW)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<title>Visiting | Suspended</title>", "<title>Visiting | Open</title>"),
        ("<p>Effective March 1, 2026</p>", "<p>Effective March 3, 2026</p>"),
        ("<p>AD: one hour weekly</p>", "<p>AD: none</p>"),
        ("<p>Home › Visits suspended</p>", "<p>Home › Visits open</p>"),
    ],
)
def test_rules_in_such_forms_are_told(before: str, after: str) -> None:
    assert compare(segments(HEAD + before), segments(HEAD + after)).grade in (Grade.NORMAL, Grade.HIGH)


def test_the_sites_name_in_a_title_is_furniture() -> None:
    sides = [segments(f"<title>Visiting | {name}</title>{HEAD}") for name in ("County Official Site", "County, Ohio")]
    assert compare(*sides).grade is Grade.LOW


def test_a_label_between_entries_of_a_menu_is_the_menus() -> None:
    entries = "<a href=/a>Careers</a><a href=/b>News</a>{}<a href=/c>Privacy</a><a href=/d>Security</a>"
    page = HEAD + "<footer><div>" + entries + "</div></footer>"
    label, notice = "<p>Resources</p>", "<p>Closed today</p>"
    assert compare(segments(page.format(label)), segments(page.format(""))).grade is Grade.LOW
    assert compare(segments(page.format("")), segments(page.format(notice))).grade is not Grade.LOW

"""A page as a site shows it: its name, menus, news and counters stand beside the rules and change nothing in them."""

from __future__ import annotations

from monitors.diff import compare
from monitors.extract import extract
from monitors.language.judge import read
from monitors.language.pages.sentences import Unit, units
from monitors.records import Direction, Reading, Segment
from monitors.segments import plain_segments
from tests.unit.language.reading import rules

TITLE = "Garland County Jail: rules for guests"
MENU = "<nav><ul><li><a href=/v>Visiting</a><li><a href=/m>Inmate mail</a></ul></nav>"


def segments(html: str) -> tuple[Segment, ...]:
    return extract(html.encode(), "text/html", "https://garland.example/jail", readable=False).segments


def page(rules: str, *news: str, menu: str = MENU) -> str:
    teasers = "".join(f"<li><a href=/n/{n}>{text}</a>" for n, text in enumerate(news))
    return f"<title>{TITLE}</title>{menu}<main>{rules}</main><aside><h3>Latest news</h3><ul>{teasers}</ul></aside>"


def reading(before: str, after: str) -> Reading:
    old, new = segments(before), segments(after)
    return read(old, new, compare(old, new).passages, title_before=TITLE, title_after=TITLE, kind="jail")


def unit(html: str, text: str) -> Unit:
    [found] = [one for one in units(segments(html)) if text in one.plain]
    return found


def test_neither_the_name_of_a_page_nor_its_menu_heads_its_lines_or_leads_to_them() -> None:
    for menu in ("", MENU):
        first = unit(page("<p>Guests are limited to two per visit.</p>", menu=menu), "limited")
        assert (first.headings, first.lead, first.trail) == ("", "", ())


def test_the_last_of_several_short_items_heads_nothing_and_a_numbered_one_does() -> None:
    def below(items: str) -> str:
        return units(plain_segments(f"{items}\nVisitors are seen on Sunday, at the desk."))[-1].headings

    assert below("- Combs\n- Letters") == ""
    assert below("1. Visits\na. Sundays") == "/ {sun}"


def test_a_word_that_is_hyphenated_for_the_browser_is_the_word() -> None:
    old, new = (
        "<p>Visits are on Sunday afternoon.</p>",
        "<p>Visits are on Sunday and Wed\u00adnes\u00adday afternoon.</p>",
    )
    found = reading(page(old), page(new))
    assert found.direction is Direction.RESTORATIVE and "D10-hours" in rules(found)


def test_another_teaser_takes_no_rule_for_its_old_wording() -> None:
    old = "<h2>Visits</h2><p>Each inmate may have two visits a week.</p><p>Bring photo ID.</p>"
    new = "<h2>Visits</h2><p>Bring photo ID.</p>"
    before, after = (
        page(old, "Library hours change for winter"),
        page(new, "Flu shots may be had by each inmate"),
    )
    assert reading(before, after).relevant


def test_rules_are_removed_where_the_frame_of_the_page_stays() -> None:
    lines = ("Visits take place at the glass.", "Every inmate may have two visits a week.", "Three visitors at a time.")
    lines += ("Sign up on Thursday for the week that follows, between 8 in the morning and noon, by phone.",)
    old = "<h1>Visitation</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    new = (
        "<h1>Visitation</h1><p>This content has been retired.</p><p>For anything about seeing an inmate please turn to "
        "our communications partner.</p>"
    )
    frame = [f"County office number {n} answers questions on permits and roads" for n in range(9)]
    found = reading(page(old, *frame), page(new, *frame))
    assert rules(found) == {"R12-removed"} and found.direction is Direction.NEUTRAL


def test_the_date_of_today_is_no_line_to_be_heard() -> None:
    old, new = (
        "<p>For reasons of safety nobody younger than 14 is admitted to the visiting floor.</p>"
        "<p>Older teenagers must come with a parent.</p>",
        "<p>The age limit of 14 is gone.</p><p>Children of any age are welcome on the visiting floor as long as a "
        "parent or guardian is with them.</p>",
    )
    today = "<div>Today is {}</div>" + MENU
    dated = [
        page(text, menu=today.format(day)) for text, day in ((old, "Friday, May 1, 2026"), (new, "Monday, May 4, 2026"))
    ]
    plain = reading(page(old), page(new))
    found = reading(*dated)
    assert (found.relevant, found.direction, found.confidence) == (True, plain.direction, plain.confidence)

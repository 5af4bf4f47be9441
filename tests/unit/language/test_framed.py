"""A page as a site shows it: its name, menus, news and counters stand beside the rules and change nothing in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitors.diff import compare
from monitors.extract import extract
from monitors.language.compared import as_compared
from monitors.language.effects.kindred import Extent, extent_of
from monitors.language.judge import read
from monitors.language.pages.about import shown, without_beside
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, stands_at, units
from monitors.records import Direction, PassageKind, Reading, Segment, SegmentKind
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, rules

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


@pytest.mark.parametrize(
    ("pointer", "rule"),
    [
        ("", "R12-removed"),
        ("<p>For anything about seeing an inmate please turn to our communications partner.</p>", "R12-elsewhere"),
    ],
)
def test_rules_are_removed_where_the_frame_of_the_page_stays(pointer: str, rule: str) -> None:
    lines = ("Visits take place at the glass.", "Every inmate may have two visits a week.", "Three visitors at a time.")
    lines += ("Sign up on Thursday for the week that follows, between 8 in the morning and noon, by phone.",)
    old = "<h1>Visitation</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    new = f"<h1>Visitation</h1><p>This content has been retired.</p>{pointer}"
    frame = [f"County office number {n} answers questions on permits and roads" for n in range(9)]
    found = reading(page(old, *frame), page(new, *frame))
    assert rules(found) == {rule} and found.direction is Direction.NEUTRAL


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


def test_lines_that_differ_in_page_and_edition_of_their_document_are_not_heard() -> None:
    old, new = "Tribal cards are not taken.", "Tribal cards are taken.\nBring one that has a photo."
    foot = "Visiting handbook page {} Rev. {}\n{}\nVisits are on Sunday."
    before, after = (plain_segments(foot.format(n, 2024 + n, text)) for n, text in enumerate((old, new), 1))
    both = as_compared(before, after, "jail", ("Visiting", "Visiting"))
    assert not any("rev." in one.plain for one in (*both.before, *both.after))
    dated = tuple(plain_segments(f"No visits on page {n} of the list, issued May 3, 2026.") for n in (1, 2))
    assert [len(side) for side in (dated[0], as_compared(*dated, "jail", ("", "")).before)] == [1, 0]
    for kept in (
        "Staff issue {} visitor passes.",
        "The limit as revised: {} visits a week.",
        "Photos printed {} for $5.",
    ):
        changed = [plain_segments(kept.format(n)) for n in (2, 3)]
        assert len(as_compared(changed[0], changed[1], "jail", ("", "")).before) == 1
    other = as_compared(
        before, plain_segments("Visiting booklet page 2 Rev. 2026\nVisits are on Sunday."), "jail", ("", "")
    )
    assert any("booklet" in one.plain for one in other.after)


def test_the_name_of_a_page_is_a_line_where_it_changed() -> None:
    old, new = ((*segments(page("<p>Bring ID.</p>")),) for _ in range(2))
    renamed = (replace(new[0], text="Visits suspended"), *new[1:])
    assert as_compared(old, new, "jail", ("", "")).after[0].kind is not SegmentKind.TITLE
    assert as_compared(old, renamed, "jail", ("", "")).after[0].plain == "visits suspended"
    assert as_compared((), new, "jail", ("", "")).after[0].kind is not SegmentKind.TITLE


def test_a_handbook_that_is_gone_is_a_removal_though_the_menu_names_visiting() -> None:
    rules_ = (
        "A person in custody has two visits a week.",
        "Each visit is 45 minutes.",
        "Visits by video cost $5 each.",
    )
    old = "<h1>Loomis County Adult Facility</h1>" + "".join(f"<p>{line}</p>" for line in rules_)
    new = "<h1>Loomis County Adult Facility</h1><p>This handbook is not offered any more.</p>"
    found = reading(page(old, "Flu shots at the clinic"), page(new, "Flu shots at the clinic"))
    assert rules(found) == {"R12-removed"}


def test_a_section_that_points_elsewhere_is_no_removal_while_other_rules_stand() -> None:
    stays = "<p>Each visit lasts 30 minutes.</p><p>Two visitors may come at a time.</p>"
    gone = "<p>Visits at the glass are held on Saturday and Sunday.</p><p>Every inmate may have two visits a week.</p>"
    frame = [f"County office number {n} answers questions on permits and roads" for n in range(9)]
    old, new = f"<h1>Visitation</h1>{stays}{gone}", f"<h1>Visitation</h1>{stays}<p>For days call the jail.</p>"
    found = reading(page(old, *frame), page(new, *frame))
    assert "R12-removed" not in rules(found) and found.direction is Direction.RESTRICTIVE


NEWS = ("Library hours change", "Burn ban lifted", "Tax bills mailed", "Deputy of the year named", "Flu shots offered")


def scene(before: str, after: str, kind: str = "jail") -> Scene:
    old, new, lows = shown(segments(before), segments(after), compare(segments(before), segments(after)).passages)
    return without_beside(as_compared(old, new, kind, (TITLE, TITLE)), lows)


def test_teasers_that_came_or_went_are_left_out_and_what_speaks_or_is_dated_stays() -> None:
    rule = "<p>Bring photo ID.</p>"
    for kind in ("jail", "news"):
        changed = scene(page(rule, *NEWS[:3]), page(rule, *NEWS[2:]), kind)
        left = {unit.plain for unit in (*changed.before, *changed.after)}
        assert "latest news" in left and not left & {text.lower() for text in (*NEWS[:2], *NEWS[3:])}
    one = scene(page(rule, "Burn ban lifted"), page(rule, "Jail visits resume on Monday"))  # one entry is no menu
    assert [unit.plain for unit in one.after][-1].startswith("jail visits") and one.before[-1].plain == "latest news"
    paper = scene(page(rule, "Burn ban lifted"), page(rule, "Burn ban ends"), "news")
    assert paper.before[-1].plain == "burn ban lifted"


def test_lines_behind_a_hidden_one_that_is_left_out_keep_what_the_diff_says_of_them() -> None:
    hidden = Segment("Visits are on Sunday.", hidden=True)
    old = (hidden, Segment("Bring photo ID."), Segment("Visits last 20 minutes."))
    new = (Segment("Visits are on Sunday."), Segment("Bring photo ID."), Segment("Visits last 30 minutes."))
    passages = compare(old, new).passages
    added = [
        replace(passages[0], kind=PassageKind.ADDED, before="", after=hidden.text, before_span=None, after_span=None)
    ]
    before, _, (low, _) = shown(old, new, [*passages, *added])
    assert [(unit.plain, low(unit)) for unit in units(before)] == [
        ("bring photo id.", True),
        ("visits last 20 minutes.", False),
    ]


def test_how_much_of_a_page_was_rewritten_is_not_measured_by_its_menu() -> None:
    lines = [f"{word} are kept in the {room} by the officer on duty." for word, room in ROOMS]
    others = [f"Ask {who} before you carry {what} through our gate." for who, what in ASKED]
    menu = [Segment(f"Office {n}", kind=SegmentKind.MENU) for n in range(30)]
    for frame in ([], menu):
        before, after = ([*frame, *map(Segment, side)] for side in (lines, others))
        compared = as_compared(before, after, "jail", ("", ""))
        assert extent_of(align(compared.before, compared.after)) is Extent.PAGE


ROOMS = (
    ("Keys", "cellar"),
    ("Coats", "attic"),
    ("Books", "annex"),
    ("Boots", "tower"),
    ("Lamps", "barn"),
    ("Rugs", "loft"),
)
ROOMS += (("Bags", "shed"), ("Hats", "hall"), ("Pens", "vault"), ("Cups", "kitchen"))
ASKED = (("Ann", "milk"), ("Bob", "iron"), ("Cy", "sand"), ("Dee", "wool"), ("Eve", "salt"), ("Flo", "corn"))
ASKED += (("Gus", "flax"), ("Hal", "tar"), ("Ida", "clay"), ("Jo", "hay"))


def test_a_timetable_is_counted_though_lines_above_it_are_left_out() -> None:
    """The page's own name and its menu keep their places, so that a line's place is not where it stands."""
    one_line = "<h1>Visiting</h1><p>There is visiting every day, Sunday {}excepted, from 1 to 4 p.m.</p>"
    lost = reading(page(one_line.format("not ")), page(one_line.format("")))
    assert (lost.direction, facts(lost)) == (Direction.RESTRICTIVE, {"visit_days_per_week": (7.0, 6.0)})
    day = "<tr><td>{}<td>{}"
    kept, open_ = "1 p.m. - 4 p.m.", "<h1>Visiting hours</h1><table>"
    rows = f"{open_}{day.format('Monday', kept)}{day.format('Friday', '{}')}{day.format('Sunday', kept)}</table>"
    lost = reading(page(rows.format("1 p.m. - 4 p.m.")), page(rows.format("no visits")))
    assert (lost.direction, facts(lost)) == (Direction.RESTRICTIVE, {"visit_days_per_week": (3.0, 2.0)})


def test_a_unit_stands_where_its_page_has_it() -> None:
    (first, second, third) = units(plain_segments("Visits are free.\nThey last 20 minutes.\nBring a card."))
    assert [stands_at((first, second, third), one.place) for one in (first, second, third)] == [0, 1, 2]
    assert [stands_at((second, third), one.place) for one in (second, third)] == [0, 1]

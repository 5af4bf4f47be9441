"""What a page, a section and a passage must be for a change of it to be told as one of visiting."""

# ruff: noqa: E501  a line of a page reads better whole

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.language.pages.about import Page, Section, may_tell, names_both, page_about, section_about, shown
from monitors.language.pages.other_pages import about_else, never_ours
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, units
from monitors.language.words.wording import canonical
from monitors.records import Direction, Grade, Passage, PassageKind, Reading, Segment, SegmentKind
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading

JAIL = (
    "People held in the county jail may have visits on Sunday. Deputies search every inmate after a visit. "
    "Letters are opened in the mail room of the jail. "
)
TERMS = (
    "When you visit our website we may collect personal data and use cookies. Subscriptions renew every month and are "
    "not refunded. You must not be under 13 years of age. We do not guarantee that the software is free of errors. "
)


def scene(before: str, after: str, title: str = "", kind: str = "") -> Scene:
    return Scene(units(plain_segments(before)), units(plain_segments(after)), canonical(title), kind)


def unit(text: str, headings: str = "", kind: SegmentKind = SegmentKind.TEXT, aside: bool = False) -> Unit:
    return Unit(text, canonical(text), canonical(headings), 0, kind=kind, aside=aside)


@pytest.mark.parametrize(
    ("text", "title", "page"),
    [
        (TERMS * 20, "Terms of Service", Page.OTHER),
        (JAIL + TERMS * 80, "Terms of Service", Page.OTHER),
        (TERMS, "Privacy notice", Page.OTHER),
        (JAIL * 40, "County Sheriff", Page.CUSTODY),
        (JAIL * 40, "Visiting - County Jail", Page.VISITS),
        (JAIL, "County Sheriff", Page.VISITS),
        ("Families come to the parlor twice a week for a visit.", "House rules", Page.VISITS),
        ("The pool opens at nine. Towels are two dollars.", "Swimming", Page.OTHER),
    ],
)
def test_what_a_page_is_about(text: str, title: str, page: Page) -> None:
    assert page_about(scene(text, text, title)) is page


@pytest.mark.parametrize(
    ("headings", "section"),
    [
        ("County Jail / Visiting / Latest news", Section.FURNITURE),
        ("Latest news / Visiting hours", Section.VISITS),
        ("Visiting / Commissary", Section.OTHER),
        ("Visiting calendar", Section.VISITS),
        ("Office hours", Section.OTHER),
        ("Commissary / Hours", Section.OTHER),
        ("Visiting / Hours", Section.VISITS),
        ("Contact us", Section.OTHER),
        ("Contact visits", Section.VISITS),
        ("Sending mail", Section.OTHER),
        ("Level four", Section.UNSAID),
    ],
)
def test_the_nearest_heading_that_says_decides(headings: str, section: Section) -> None:
    assert section_about(canonical(headings)) is section


@pytest.mark.parametrize(
    ("page", "passage", "tells"),
    [
        (Page.OTHER, unit("Visits are free."), False),
        (Page.OTHER, unit("The county ends visits at the jail."), True),
        (Page.CUSTODY, unit("Thirty minutes."), False),
        (Page.CUSTODY, unit("Thirty minutes.", "Visiting"), True),
        (Page.CUSTODY, unit("Visits last thirty minutes."), True),
        (Page.VISITS, unit("Thirty minutes."), True),
        (Page.VISITS, unit("Thirty minutes.", aside=True), False),
        (Page.VISITS, unit("Thirty minutes.", "Commissary"), False),
        (Page.VISITS, unit("Visits to the county fair", "Latest news"), False),
        (Page.VISITS, unit("In-person visits", kind=SegmentKind.MENU), False),
    ],
)
def test_what_a_passage_may_tell(page: Page, passage: Unit, tells: bool) -> None:
    assert may_tell(passage, page) is tells


def test_other_visits_name_no_people_held() -> None:
    assert names_both("inmates may have visits on {sun}")
    assert not names_both("inmates work at the museum; visits are free")
    assert not names_both("visit our website for the jail roster")


def whole(before: str, after: str, title: str, kind: str = "vendor") -> Reading:
    old, new = plain_segments(before), plain_segments(after)
    return read(old, new, compare(old, new).passages, title_before=title, title_after=title, kind=kind)


@pytest.mark.parametrize(
    "added",
    [
        "Referral Partners earn a 25% revenue share on qualifying subscription fees.",
        "The Service is not directed at persons under sixteen (16) years of age.",
        "Violations may result in forfeiture of referral fees and no refund is given.",
        "Content is permanently deleted no later than 30 days after the end of the session.",
    ],
)
def test_legal_pages_of_other_trades_are_silent(added: str) -> None:
    assert not whole(TERMS * 10, f"{TERMS * 10}\n\n{added}", "Terms of Service").relevant


def test_what_is_sold_of_the_visiting_room_is_no_visit() -> None:
    text = "A copy of footage from the cameras in the jail, the visiting room among them, costs ${}."
    assert not whole(text.format(30), text.format(45), "County Sheriff: camera footage", "jail").relevant


def test_a_page_of_tours_that_turns_visits_away_is_about_tours() -> None:
    shown = "Groups see the kitchen and an empty pod of the jail. "
    turned_away = f"{shown}Visiting someone in custody is not part of what this unit does."
    assert about_else(scene(turned_away, turned_away, "Jail tours, County Sheriff"))
    held = f"{shown}Visiting someone in custody is on Sundays."
    assert not about_else(scene(held, held, "Jail tours, County Sheriff"))


def test_low_and_unmoved_passages_never_tell() -> None:
    segments = (Segment("In-person visits are on Sunday."), Segment("In-person visits have ended."))
    low = Passage(PassageKind.ADDED, Grade.LOW, "", segments[1].text, after_span=(32, 60))
    high = Passage(PassageKind.ADDED, Grade.HIGH, "", segments[1].text, after_span=(32, 60))
    title = "County Jail visiting"
    assert not read(segments[:1], segments, [low], title_after=title, kind="jail").relevant
    assert read(segments[:1], segments, [high], title_after=title, kind="jail").relevant
    _, _, (_, low_after) = shown(segments[:1], segments, [high])
    assert [low_after(u) for u in units(segments)] == [True, False]


def test_a_news_entry_on_a_visiting_page_is_silent() -> None:
    def page(entry: str) -> tuple[Segment, ...]:
        return (
            Segment("Inmates may have two visits a week.", ("Visiting",)),
            Segment(entry, ("Visiting", "Latest News"), SegmentKind.ITEM),
        )

    old, new = page("Library opens"), page("Dog license fee rises to $12, by appointment only")
    reading = read(old, new, compare(old, new).passages, title_after="Jail visiting", kind="jail")
    assert not reading.relevant


def test_letters_over_a_timetable_are_those_of_last_names() -> None:
    assert section_about("visit calendar by last name / letters | day | time") is Section.VISITS
    assert section_about("letters and packages") is Section.OTHER


def test_a_papers_own_news_are_its_text_and_a_box_of_news_on_a_jails_page_is_not() -> None:
    line = units(plain_segments("County news\n\nFree on-site video visits will end on June 30."))[1]
    assert line.headings
    assert may_tell(line, Page.VISITS, of_news=True)
    assert not may_tell(line, Page.VISITS)


@pytest.mark.parametrize(
    ("title", "kind", "line"),
    [
        (
            "Family court rule 12.6, supervised parenting time",
            "rule",
            "A center may charge $25 for a visit of one hour.",
        ),
        ("Old Stone Jail - county heritage department", "jail", "Visiting hours: Wednesday to Saturday, 10 to 4."),
        ("Platte Hollow County - Safe Exchange Center", "jail", "Saturday, 9 to 5, $25 an hour for each parent."),
        ("County departments: Care Center", "jail", "Because of flu visits are suspended until further notice."),
        ("Old Stone Gaol to reopen to sightseers", "news", "Visits last about 40 minutes and are led by a guide."),
        ("Community supervision unit", "jail", "Home visits take place twice a month."),
        ("Elmsford County Court - No-contact orders", "jail", "An order is not lifted because the other visits you."),
        (
            "Request for Proposals 24-07, Jail kitchen",
            "jail",
            "A site visit will be held on May 6. Bidders register three days ahead.",
        ),
    ],
)
def test_pages_of_another_house_tell_nothing_however_their_visits_sound(title: str, kind: str, line: str) -> None:
    page = f"{line}\nThe office is on Main Street."
    assert never_ours(scene(page, page, title, kind))
    told = f"{page}\nAn inmate may have two visits a week."
    assert not never_ours(scene(page, told, title, kind))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Hospital strike spills over to the county jail", "news"),
        ("Jail visits at the museum site", "jail"),
        ("Heritage County Jail - Visiting", "jail"),
        ("No-contact visits", "jail"),
        ("Probation Department - Juvenile Hall", "jail"),
        ("Parenting program visits", "jail"),
    ],
)
def test_a_headline_or_title_that_names_the_jail_is_ours(title: str, kind: str) -> None:
    assert not never_ours(scene("Visits are off.", "Visits are on.", title, kind))


def test_an_office_beside_the_jail_may_have_its_visiting_hours_on_its_page() -> None:
    page = "Visiting hours\nSaturday: 9 to 11\nThe office is on Main Street."
    assert not never_ours(scene(page, page, "Pretrial services and jail", "jail"))
    assert never_ours(scene("Come to the office.", "Come to the office twice.", "Pretrial services", "jail"))


def test_bidders_are_told_what_families_get() -> None:
    page = "Bidders attend a site visit on May 6.\nFamilies shall have two free visits a week."
    assert not never_ours(scene(page, page, "Request for Proposals 24-07, inmate visits", "jail"))


def test_a_prison_named_with_its_department_heads_its_own_notices() -> None:
    before = "NOTICES\n\nElm Penitentiary, Department of Corrective Services\n\n1. The bus stops at the gate."
    after = f"{before}\n2. Visits for Ash House are suspended until further notice."
    assert whole_reading(before, after, title="Memoranda for posting, Elm Penitentiary", kind="doc").relevant


def test_a_workhouse_and_a_lockup_hold_people() -> None:
    for house in ("Garrison County Workhouse", "Elm Street Gaol"):
        page = scene("Friends and neighbors may come.", "Only parents may come.", f"{house}: who may come", "jail")
        assert page_about(page) is Page.VISITS


@pytest.mark.parametrize("title", ["Letters to the editor: The Herald", "Three run for sheriff in Calaveras Pines"])
def test_what_is_asked_and_promised_on_pages_of_opinion_decides_nothing(title: str) -> None:
    was = "The Herald prints letters of up to 200 words."
    now = (
        f"Bring back real visits\nI call on the sheriff to open the booths by Christmas, and to end video today.\n{was}"
    )
    assert not whole_reading(was, now, title=title, kind="news").relevant


def test_an_act_told_under_a_campaigns_headline_is_heard() -> None:
    was = "The jail holds 140 people. Families visit at the windows."
    now = "The jail holds 140 people. Sheriff Cole ended all in-person visits on Monday."
    for title in ("Sheriff ends visits as race for sheriff heats up", "Visits at the jail"):
        assert whole_reading(was, now, title=title, kind="news").relevant


def test_who_receives_families_has_visits() -> None:
    page = "When we are open to families\nThe camp receives families on the {} weekends of the month, from 8 until 2."
    found = whole_reading(
        page.format("first and third"), page.format("first, second and third"), title="Women's Camp", kind="doc"
    )
    assert found.direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Now hiring: visiting officer, Gallatin Detention", "You will greet visitors. Hours: Friday 3 p.m. to 9 p.m.", "You will greet visitors. Hours: Friday 3:30 p.m. to 8:30 p.m."),
        ("Citizens' Academy and group tours, Vermilion Jail", "A tour is not a visit. Tours last fifty minutes.", "A tour is not a visit. Tours last half an hour."),
        ("Where they stand: candidates for sheriff, The Telegraph", "Kim: I would think about in-person visits.", "Kim: If I am elected in-person visits will be back by Easter."),
        ("The Telegraph: letters of the week", "Families miss the visits. In-person visits should be restored tomorrow.", "Families miss the visits. If the in-person visits are not restored, we will vote."),
    ],
)  # fmt: skip
def test_pages_on_jobs_tours_and_letters_tell_no_visit(title: str, before: str, after: str) -> None:
    kind = "news" if "Telegraph" in title else "jail"
    assert not whole_reading(before, after, title=title, kind=kind).relevant

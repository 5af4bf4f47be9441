"""Comparisons: what is news, how much, and how it is told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from monitors.attached import is_value
from monitors.diff import compare
from monitors.furniture import learn
from monitors.records import Grade, PassageKind, Segment
from monitors.segments import with_key
from monitors.versions import readable_text
from tests.unit.text.reading import changed, segments

_WORD = st.sampled_from(
    [
        "visits",
        "must",
        "may",
        "arrive",
        "Monday",
        "Tuesday",
        "lobby",
        "unit",
        "nine",
        "locker",
        "desk",
        "early",
        "children",
        "adults",
    ]
)
SENTENCE = st.lists(_WORD, min_size=3, max_size=9).map(lambda words: " ".join(words).capitalize() + ".")
PAGE = st.lists(SENTENCE, min_size=1, max_size=12)


def lines(texts: list[str]) -> tuple[Segment, ...]:
    return tuple(with_key(Segment(text)) for text in texts)


@given(PAGE)
def test_the_same_page_has_no_passages(page: list[str]) -> None:
    assert compare(lines(page), lines(page)) == compare(lines([]), lines([]))


@given(PAGE, st.randoms(use_true_random=False))
def test_order_alone_is_never_loud(page: list[str], rng: object) -> None:
    assume(not any(is_value(segment) for segment in lines(page)))  # a day that moves to another line is a change
    mixed = page[:]
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    comparison = compare(lines(page), lines(mixed))
    assert comparison.grade in (Grade.NONE, Grade.LOW)
    assert all(passage.kind is PassageKind.MOVED for passage in comparison.passages)


@given(PAGE, st.data())
@settings(max_examples=200)
def test_any_edited_word_is_seen(page: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(page) - 1))
    words = page[number].split()
    place = data.draw(st.integers(0, len(words) - 1))
    words[place] = data.draw(st.from_regex(r"\A[b-df-hj-np-tv-z]{5}\Z"))
    comparison = compare(lines(page), lines([*page[:number], " ".join(words), *page[number + 1 :]]))
    assert comparison.grade in (Grade.NORMAL, Grade.HIGH)


@given(PAGE, PAGE)
@settings(max_examples=200)
def test_spans_point_at_the_words(before: list[str], after: list[str]) -> None:
    old, new = lines(before), lines(after)
    for passage in compare(old, new).passages:
        if passage.before_span is not None and passage.before:
            assert passage.before.endswith(readable_text(old)[slice(*passage.before_span)].split("\n")[-1])
        if passage.after_span is not None and passage.after:
            assert passage.after.endswith(readable_text(new)[slice(*passage.after_span)].split("\n")[-1])


@given(PAGE, PAGE)
def test_removed_and_added_account_for_every_difference(before: list[str], after: list[str]) -> None:
    comparison = compare(lines(before), lines(after))
    same = sorted(segment.key for segment in lines(before)) == sorted(segment.key for segment in lines(after))
    assert same == all(passage.kind is PassageKind.MOVED for passage in comparison.passages)


def test_an_edit_is_told_as_one_reworded_pair_under_its_heading() -> None:
    page = "<h2>Fees</h2><p>A video call costs ${}.</p><h2>Hours</h2><p>The lobby opens at 8 a.m.</p>"
    (passage,) = changed(page.format("9.00"), page.format("12.00")).passages
    assert (passage.kind, passage.before, passage.after) == (
        PassageKind.REWORDED,
        "A video call costs $9.00.",
        "A video call costs $12.00.",
    )
    assert passage.heading == ("Fees",)


def test_pairs_are_looked_for_under_the_same_heading_first() -> None:
    page = "<h2>Main Jail</h2><p>Visits on Monday from {}.</p><h2>Annex</h2><p>Visits on Monday from {}.</p>"
    passages = changed(page.format("8 to 9 a.m", "1 to 2 p.m"), page.format("1 to 3 p.m", "8 to 11 a.m")).passages
    assert [(p.heading[-1], p.before) for p in passages] == [
        ("Main Jail", "Visits on Monday from 8 to 9 a.m."),
        ("Annex", "Visits on Monday from 1 to 2 p.m."),
    ]


def test_a_block_that_outgrows_the_length_of_a_block_shows_only_the_new_sentence() -> None:
    before = "<p>Visits are held on Saturday. Bring an ID card.</p>"
    after = (
        "<p>Visits are held on Saturday. Bring an ID card. Children under ten must come with an adult at all times.</p>"
    )
    (passage,) = changed(before, after).passages
    assert (passage.kind, passage.after) == (
        PassageKind.ADDED,
        "Children under ten must come with an adult at all times.",
    )


def test_the_same_words_in_another_layout_are_no_change() -> None:
    table = "<table><tr><td>Unit A</td><td>Monday</td><td>9 to 10 a.m.</td></tr></table>"
    assert changed(table, "<p>Unit A</p><p>Monday</p><p>9 to 10 a.m.</p>").grade is Grade.NONE
    assert changed("<p>Bring an ID. Leave bags.</p>", "<ul><li>Bring an ID.</li><li>Leave bags.</li></ul>").grade in (
        Grade.NONE,
        Grade.LOW,
    )


ROWS = "<table><tr><th>Pod</th><th>Mon</th><th>Tue</th></tr>{}</table>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<tr><td>A</td><td>x</td><td></td></tr>", "<tr><td>A</td><td></td><td>x</td></tr>"),
        (
            "<tr><td>A</td><td>$5 <del>$4</del></td><td>x</td></tr>",
            "<tr><td>A</td><td><del>$5</del> $4</td><td>x</td></tr>",
        ),
        ("<tr><td><s>A</s></td><td><s>9-10</s></td><td>x</td></tr>", "<tr><td>A</td><td>9-10</td><td>x</td></tr>"),
        (
            "<tr><td>A</td><td>x</td><td></td></tr><tr><td>B</td><td>x</td><td></td></tr>",
            "<tr><td>A</td><td>x</td><td></td></tr><tr><td>B</td><td></td><td>x</td></tr>",
        ),
    ],
)
def test_a_row_whose_cells_or_strikes_move_is_a_change(before: str, after: str) -> None:
    assert changed(ROWS.format(before), ROWS.format(after)).grade is Grade.HIGH


def test_an_empty_column_more_is_no_change() -> None:
    row = "<table><tr><td>Pod 1</td>{}<td>9-10</td></tr></table>"
    assert changed(row.format(""), row.format("<td></td>")).grade is Grade.NONE


def test_a_moved_section_is_moved_and_low() -> None:
    one, two = "<h2>Dress</h2><p>No shorts are allowed.</p>", "<h2>Money</h2><p>Deposits take a day.</p>"
    comparison = changed(one + two, two + one)
    assert comparison.grade is Grade.LOW
    assert {passage.kind for passage in comparison.passages} == {PassageKind.MOVED}


def test_days_that_change_places_are_a_change() -> None:
    page = "<h3>Unit A visiting</h3><p>{}</p><h3>Unit B visiting</h3><p>{}</p>"
    comparison = changed(page.format("Monday", "Tuesday"), page.format("Tuesday", "Monday"))
    assert comparison.grade is Grade.HIGH
    told = [(p.before, p.after) for p in comparison.passages if p.kind is PassageKind.REWORDED]
    assert told[0] == ("Unit A visiting: Monday", "Unit A visiting: Tuesday")


def test_hours_that_change_places_without_headings_are_a_change() -> None:
    page = "<div>Pod 1</div><div>{}</div><div>Pod 2</div><div>{}</div>"
    assert changed(page.format("9-10 a.m.", "1-2 p.m."), page.format("1-2 p.m.", "9-10 a.m.")).grade is Grade.NORMAL


def test_whole_units_in_another_order_are_no_change() -> None:
    one, two = "<div>Pod 1</div><div>9-10 a.m.</div>", "<div>Pod 2</div><div>1-2 p.m.</div>"
    assert changed(one + two, two + one).grade is Grade.LOW


BRING = "<h2>{}</h2><li>Car key</li>{}<h2>{}</h2><li>Purse</li>{}"


@pytest.mark.parametrize(
    ("headings", "grade"),
    [
        (("Visitors may bring", "Visitors may not bring"), Grade.HIGH),
        (("Visits are allowed for", "Visits are suspended for"), Grade.HIGH),
        (("Open", "Closed"), Grade.NORMAL),
        (("Do's", "Don'ts"), Grade.NORMAL),
        (("Main lobby", "Annex"), Grade.NORMAL),
        (("Not in the lobby", "Not in the annex"), Grade.NORMAL),
    ],
)
def test_a_line_that_goes_to_another_heading_is_a_change(headings: tuple[str, str], grade: Grade) -> None:
    item = "<li>Baby bottle</li>"
    before, after = (BRING.format(headings[0], a, headings[1], b) for a, b in ((item, ""), ("", item)))
    comparison = changed(before, after)
    assert comparison.grade is grade
    (passage,) = (p for p in comparison.passages if p.kind is PassageKind.REWORDED)
    assert (passage.before, passage.after) == tuple(f"{heading}: Baby bottle" for heading in headings)


def test_whole_lists_of_opposite_sense_in_another_order_are_no_change() -> None:
    one, two = "<h2>Allowed</h2><li>Car key</li>", "<h2>Not allowed</h2><li>Purse</li>"
    assert changed(one + two, two + one).grade is Grade.LOW


def test_striking_a_line_is_a_change_and_shown_as_such() -> None:
    (passage,) = changed("<p>Visits are open.</p>", "<p><s>Visits are open.</s></p>").passages
    assert (passage.before, passage.after, passage.grade) == ("Visits are open.", "~~Visits are open.~~", Grade.HIGH)


def test_rows_and_document_links_are_high() -> None:
    row = "<table><tr><td>Pod 1</td><td>{}</td></tr></table>"
    assert changed(row.format("9-10"), row.format("9-11")).grade is Grade.HIGH
    link = "<p><a href='/files/rules-{}.pdf?v=3'>Rules</a></p>"
    assert changed(link.format("2025"), link.format("2026")).grade is Grade.HIGH


def test_a_date_line_is_noise_only_on_its_own_day() -> None:
    before, after = segments("<p>Monday, March 2, 2026</p>"), segments("<p>Tuesday, March 3, 2026</p>")
    today = compare(before, after, fetched_before=date(2026, 3, 2), fetched_after=date(2026, 3, 3))
    other = compare(before, after, fetched_before=date(2026, 5, 2), fetched_after=date(2026, 5, 3))
    assert (today.grade, other.grade) == (Grade.LOW, Grade.NORMAL)


def test_a_rule_that_names_today_is_no_noise() -> None:
    before, after = segments("<p>Visits resume March 2, 2026</p>"), segments("<p>Visits resume March 3, 2026</p>")
    assert compare(before, after, fetched_before=date(2026, 3, 2), fetched_after=date(2026, 3, 3)).grade is Grade.HIGH


def test_learned_slots_let_digits_run_and_nothing_else() -> None:
    before, after = segments("<p>Ticket 4411 now served</p>"), segments("<p>Ticket 4498 now served</p>")
    slots = frozenset({"ticket # now served"})
    assert compare(before, after).grade is Grade.NORMAL
    assert compare(before, after, slots=slots).grade is Grade.LOW
    assert compare(before, segments("<p>Ticket 4498 not served</p>"), slots=slots).grade is Grade.NORMAL


def test_furniture_is_low_and_kept() -> None:
    page = "<ul><li>{}</li></ul><h1>Records</h1><p>Ask the clerk for copies of reports.</p>"
    old, new = (learn([segments(page.format(text))]) for text in ("Fair opens", "Burn ban lifted"))
    comparison = compare(
        segments(page.format("Fair opens").replace("Records", "Jail")),
        segments(page.format("Burn ban lifted").replace("Records", "Jail")),
        furniture_before=old,
        furniture_after=new,
    )
    assert comparison.grade is Grade.LOW
    assert [passage.after for passage in comparison.passages if passage.after] == ["Burn ban lifted"]


SITE = "<nav><a href=/a>Roads</a><a href=/b>Parks</a></nav><h1>{}</h1><h4>{}</h4>{}<p>Ask at the front desk.</p>"


def beside(before: str, after: str, *siblings: str, heading: str = "Dress code") -> Grade:
    """The grade of an edit on one page of a vendor's site beside what another page of it shows before and after."""
    page, other = (SITE.format(name, heading, "{}") for name in ("Pine Jail", "Oak Jail"))
    old, new = (learn([segments(other.format(text))]) for text in siblings)
    first, second = segments(page.format(before)), segments(page.format(after))
    return compare(first, second, furniture_before=old, furniture_after=new).grade


@pytest.mark.parametrize(
    ("before", "after", "sibling", "heading"),
    [
        ("<p>Guest limit: 3</p>", "<p>Guest limit: 2</p>", "<p>Guest limit: 4</p>", "Dress code"),
        ("<p>Lockers: 20</p>", "<p>Lockers: 0</p>", "<p>Lockers: 12</p>", "Dress code"),
        (
            "<p>Effective March 1, 2025</p>",
            "<p>Effective April 1, 2026</p>",
            "<p>Effective May 1, 2025</p>",
            "Visitation",
        ),
        ("<p>Closed: March 3</p>", "<p>Closed: March 10</p>", "<p>Closed: March 4</p>", "Dress code"),
        ("<p>8 to 5</p>", "<p>8 to 4</p>", "<p>9 to 4</p>", "Hours"),
    ],
)
def test_digits_that_a_sibling_has_otherwise_do_not_run(before: str, after: str, sibling: str, heading: str) -> None:
    assert beside(before, after, sibling, sibling, heading=heading).rank >= Grade.NORMAL.rank


def test_digits_run_where_the_sibling_s_own_ran() -> None:
    tickets = [f"<p>Ticket {number} now served</p>" for number in (4411, 4498, 4412, 4499)]
    assert beside(*tickets) is Grade.LOW
    assert beside(tickets[0], tickets[1], tickets[0], tickets[3]) is Grade.LOW
    rows = [f"<table><tr><td>Guests</td><td>{number}</td></tr></table>" for number in (3, 2, 5, 4)]
    assert beside(*rows) is Grade.HIGH
    dates = [f"<p>Closed: March {day}</p>" for day in (3, 10, 4, 11)]
    assert beside(*dates) is Grade.NORMAL


def test_a_number_in_a_shared_line_or_in_a_label_of_a_frame_may_run() -> None:
    users = "<p>Join more than {} happy users</p>"
    assert beside(users.format(25), users.format(27), users.format(25), users.format(25)) is Grade.LOW
    label = "<ul><li>Models</li><li>Release {}</li></ul>"
    assert beside("<ul><li>Models</li></ul>", label.format(5), label.format(4), label.format(4)) is Grade.LOW


ROW = "<table><tr><td>Lobby</td><td>8 to {}</td></tr></table>"
BAN, BOAT = "<p>Road 9 is closed at the bridge.</p>", "<p>The boat patrol has returned.</p>"
MASKS = "<p>Masks are required in the lobby.</p>"


@pytest.mark.parametrize(
    ("before", "after", "sibling"),
    [
        (ROW.format(5), ROW.format(4), ROW.format(4)),
        (ROW.format(5), ROW.format(4), ROW.format(4) + ROW.format(5)),
        ("", MASKS, MASKS),
        (MASKS, "", MASKS),
        (MASKS, "<p>Masks are welcome in the lobby.</p>", MASKS),
        ("<p>Masks are welcome in the lobby.</p>", MASKS, MASKS),
    ],
)
def test_a_line_that_the_sibling_goes_on_showing_is_the_page_s_own(before: str, after: str, sibling: str) -> None:
    assert beside(before, after, sibling, sibling).rank >= Grade.NORMAL.rank
    # News of the same day excuse nothing.
    assert beside(BAN + before, BOAT + after, BAN + sibling, BOAT + sibling).rank >= Grade.NORMAL.rank


@pytest.mark.parametrize(
    ("before", "after", "first", "second"),
    [
        ("", MASKS, "", MASKS),
        (MASKS, "", MASKS, ""),
        (MASKS, "<p>Masks are welcome in the lobby.</p>", MASKS, "<p>Masks are welcome in the lobby.</p>"),
        # A sibling that was looked at later already, or whose old form is remembered.
        ("<p>Burn ban</p>", "<p>Burn ban over</p>", "<p>Burn ban</p><p>Burn ban over</p>", "<p>Burn ban over</p>"),
        (BAN, BOAT, BAN + BOAT, BOAT),
        # A label of a frame that reaches pages at different times.
        ("", "<p>Burn ban</p>", "<p>Burn ban</p>", "<p>Burn ban</p>"),
    ],
)
def test_a_line_of_a_frame_that_changed_stays_low(before: str, after: str, first: str, second: str) -> None:
    assert beside(before, after, first, second) is Grade.LOW


@pytest.mark.parametrize(
    ("before", "after", "grade"),
    [
        ("", "<p>The jail lobby is closed on Thursday for floor work.</p>", Grade.NORMAL),
        ("", "<p>BREAKING: Harlan jail locked down after fight</p>", Grade.NORMAL),
        ("<p>Burn permits are required.</p>", "<p>Jail lobby hours reduced</p>", Grade.NORMAL),
        ("<p>The lobby is open on Monday.</p>", "<p>The lobby is closed on Monday.</p>", Grade.NORMAL),
        ("<p>The jail lobby is closed on Thursday for floor work.</p>", "", Grade.LOW),
        ("", "<p>Road 9 is closed at the bridge.</p>", Grade.LOW),
        ("", "<p>Jail Records</p>", Grade.LOW),
    ],
)
def test_a_site_s_notice_that_its_jail_closes_is_told(before: str, after: str, grade: Grade) -> None:
    assert beside(before, after, before, after) is grade


def test_words_of_visiting_are_never_furniture() -> None:
    page = "<footer><p>{}</p></footer>"
    old, new = (segments(page.format(text)) for text in ("Visits daily 9 to 4", "Visits daily 9 to 2"))
    assert compare(old, new, furniture_before=learn([old]), furniture_after=learn([new])).grade is Grade.HIGH


def test_a_line_told_twice_for_two_screens_is_low() -> None:
    wide = "<div class='wide'><p>Bring a pen and the form.</p></div>"
    once, twice = segments(f"<h1>Forms</h1>{wide}"), segments(f"<h1>Forms</h1>{wide}{wide}")
    for found in (compare(once, twice), compare(twice, once)):
        assert found.grade is Grade.LOW
        assert [passage.grade for passage in found.passages] == [Grade.LOW]


def test_a_heading_told_again_is_low_and_what_stands_under_it_is_not() -> None:
    before = "<h2>Office</h2><p>Room 12, first floor.</p><h2>Forms</h2><p>Bring a pen.</p>"
    found = changed(before, f"{before}<h2>Office</h2><p>The annexe is shut.</p>")
    grades = {passage.after: passage.grade for passage in found.passages}
    assert grades == {"Office": Grade.LOW, "The annexe is shut.": Grade.NORMAL}


def test_what_only_one_version_says_is_no_echo() -> None:
    before = "<h1>Forms</h1><p>Bring a pen.</p>"
    new = "<p>The annexe is shut.</p>"
    assert changed(before, before + new + new).grade is Grade.NORMAL
    # The sentence after the one that both say is new in either copy.
    longer = "<p>Bring a pen. The annexe is shut.</p>"
    assert changed(before, f"<h1>Forms</h1>{longer}{longer}").grade is Grade.NORMAL


def test_a_value_in_the_form_of_a_heading_is_no_echo() -> None:
    days = "<p>Monday</p><h4>Closed</h4><p>Tuesday</p><h4>{}</h4>"
    assert changed(days.format("Open"), days.format("Closed")).grade.rank >= Grade.NORMAL.rank
    assert changed("<p>Monday</p><h4>Closed</h4><p>Tuesday</p>", days.format("Closed")).grade is Grade.NORMAL


def test_nothing_before_and_nothing_after() -> None:
    page = segments("<p>Visits are open.</p>")
    assert [p.kind for p in compare((), page).passages] == [PassageKind.ADDED]
    assert [p.kind for p in compare(page, ()).passages] == [PassageKind.REMOVED]
    assert compare((), ()).grade is Grade.NONE

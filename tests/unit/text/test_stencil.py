"""A stencil lets through what varies without meaning, and nothing else: no visible word outside its holes, no word of
visiting inside one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from monitors.diff import compare
from monitors.furniture import speaks_of_visits
from monitors.records import Grade
from monitors.segments import key
from monitors.stencil import Hole, Sight, Stencil, Through, confirmed, cut, loaded, may_vary, probe, proposed, united
from tests.unit.text.reading import segments

DAY = date(2026, 3, 2)
PAGE = (
    "<html><head><title>Alder County Jail</title><script nonce=\"{nonce}\">var t = '{nonce}';</script>"
    "<style>.c{nonce} {{color: red}}</style></head><body><!-- made in {count} ms -->"
    '<header><div class="clock">{clock}</div><ul><li><a href="/news/{nonce}">{news}</a></li></ul></header>'
    '<main><h1>Visiting</h1><p id="p{nonce}">Visits are on {day}.</p><p>The lobby has {lockers} lockers.</p>'
    "<table><tr><td>Unit A</td><td>{hours}</td></tr></table></main>"
    '<footer><a href="/contact">Contact us</a><p>Visitors to this page: {count}</p></footer></body></html>'
)
LOOKS = (
    {"nonce": "a1", "count": 1001, "clock": "Monday, March 2, 2026 9:00:01", "news": "Road crew mends the bridge"},
    {"nonce": "b2", "count": 1002, "clock": "Monday, March 2, 2026 9:00:02", "news": "Library plans a book fair"},
    {"nonce": "c3", "count": 1003, "clock": "Monday, March 2, 2026 9:00:03", "news": "Parks board meets in May"},
)
RULES = {"day": "Saturday", "lockers": 12, "hours": "9:00 AM"}


def page(**words: object) -> str:
    return PAGE.format(**(LOOKS[0] | RULES | words))


def sight(text: str, day: date = DAY) -> Sight:
    return Sight(text, day)


def learned(*texts: str) -> Stencil | None:
    """The stencil of the second of three looks."""
    base, first, second = map(sight, texts)
    holes = proposed(base, first, second)
    probed = probe(first, holes)
    return cut(first, confirmed(first, holes, probed, segments(probed)))


@pytest.fixture
def stencil() -> Stencil:
    made = learned(*(page(**look) for look in LOOKS))
    assert made is not None
    return made


def test_what_varied_in_three_looks_may_vary_on(stencil: Stencil) -> None:
    assert {hole.text for hole in stencil.holes} == set(Through)
    later = page(nonce="zz9", count=90_000, clock="Tuesday, March 3, 2026 10:30:59", news="Fire district hires")
    assert stencil.fits(sight(later, date(2026, 3, 3)))


def test_the_store_keeps_it_whole(stencil: Stencil) -> None:
    assert loaded(stencil.dumped()) == stencil
    assert loaded("") is None
    assert loaded(stencil.dumped().replace('"format": 1', '"format": 0')) is None


@pytest.mark.parametrize(
    "words",
    [
        {"day": "Sunday"},
        {"lockers": 13},
        {"hours": "9:30 AM"},
        {"news": "Visits are suspended in March"},
        {"news": "Jail closed for the week"},
        {"news": "<b>Road</b>"},
        {"clock": "Friday, March 6, 2026 9:00:01"},
        {"clock": "Closed"},
        {"count": "many"},
        {"count": "1001 on Monday"},
        {"nonce": 'a"><p>Word</p><p class="'},
    ],
)
def test_any_other_difference_is_no_fit(stencil: Stencil, words: dict[str, object]) -> None:
    assert not stencil.fits(sight(page(**words)))


def test_a_script_may_vary_but_not_what_it_says(stencil: Stencil) -> None:
    assert not stencil.fits(sight(page(nonce="x'; say = 'No visits before ten today")))


@pytest.mark.parametrize("place", ["day", "hours", "lockers"])
def test_a_rule_is_never_a_hole_however_often_it_flaps(place: str) -> None:
    """Under the heading of visiting stands no hole, nor in a row, nor in a line that speaks of visits."""
    values = {
        "day": ("Friday", "Sunday", "Monday"),
        "hours": ("8:00 AM", "9:00 AM", "10:00 AM"),
        "lockers": (12, 14, 16),
    }
    made = learned(*(page(**{place: value}) for value in values[place]))
    assert made is None


@pytest.mark.parametrize(
    ("before", "first", "second"),
    [
        ("Fee: $4", "Fee: $5", "Fee: $6"),
        ("Wait: 4 minutes", "Wait: 5 minutes", "Wait: 6 minutes"),
        ("Open at 9:15", "Open at 9:30", "Open at 9:45"),
        ("Room A", "Room B", "Room A"),
        ("Library opens", "Library opens", "Parks board meets"),
        ("Count 5", "Count 6", "Count 6"),
    ],
)
def test_quantities_and_what_two_looks_agree_on_are_no_holes(before: str, first: str, second: str) -> None:
    assert learned(*(page(news=text, nonce="a") for text in (before, first, second))) is None


def test_text_in_a_comment_or_script_is_no_line_of_the_page() -> None:
    """Markup inside of a script looks like a hole until the page is parsed."""
    shell = "<p>Rules</p><script>x = '<i>{}</i>'</script><p>More rules</p>"
    assert learned(*(shell.format(word) for word in ("Road crew", "Fire crew", "Park crew"))) is None


def test_holes_of_two_rounds_add_up() -> None:
    first = (Hole(3, Through.FIXED, markup=True), Hole(5, Through.RUNNING, runs=(0,)))
    second = (Hole(3, Through.ROTATING), Hole(5, Through.RUNNING, runs=(1,)), Hole(9, Through.COMMENT))
    assert united(first, second) == (
        Hole(3, Through.ROTATING, markup=True),
        Hole(5, Through.RUNNING, runs=(0, 1)),
        Hole(9, Through.COMMENT),
    )


WORD = st.sampled_from(["no", "Sunday", "9:15", "closed", "2", "visitors", "must", "not", "12", "fee", "and", "Ohio"])
SPOTS = [n for n in range(len(page())) if page()[n] == ">" and page()[n + 1 : n + 2] not in ("", "<")]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SPOTS), WORD, st.booleans(), st.data())
def test_no_visible_word_outside_a_hole_is_ever_skipped(
    spot: int, word: str, replacing: bool, data: st.DataObject
) -> None:
    """Whatever word comes into a text of the page: if a reader would see a difference that is graded above low, or that
    speaks of visits, the stencil does not fit."""
    made = learned(*(page(**look) for look in LOOKS))
    assert made is not None
    old = page(**LOOKS[1])
    end = old.find("<", spot + 1)
    assume(0 <= spot < end)
    text = old[spot + 1 : end]
    new = word if replacing else f"{word} {text}" if data.draw(st.booleans()) else f"{text} {word}"
    edited = f"{old[: spot + 1]}{new}{old[end:]}"
    inside = [
        hole for hole in made.holes if hole.place == old[: spot + 1].count("<") and hole.text is not Through.FIXED
    ]
    before, after = segments(old), segments(edited)
    comparison = compare(before, after, fetched_before=DAY, fetched_after=DAY)
    if comparison.grade is Grade.NONE:
        return
    fits = made.fits(sight(edited))
    if not inside:
        assert not fits
    assert not (fits and any(speaks_of_visits(p.after) and key(p.after) != key(p.before) for p in comparison.passages))


def edited(look: int, place: int, word: str, replacing: bool) -> str:
    """A look at the page with a word in one of its texts."""
    pieces = page(**LOOKS[look]).split("<")
    tag, _, text = pieces[place].partition(">")
    pieces[place] = f"{tag}>{word if replacing else f'{text} {word}'}"
    return "<".join(pieces)


PLACES = [n for n, piece in enumerate(page().split("<")) if piece.partition(">")[2]]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PLACES), WORD, st.booleans())
def test_a_page_is_not_left_unread_for_what_a_second_look_teaches_where_a_word_is_new(
    place: int, word: str, replacing: bool
) -> None:
    """The page said so a moment later too; where the stencil fits its latest version all the same, nobody misses it."""
    base = page(**LOOKS[0])
    first, second = (edited(look, place, word, replacing) for look in (1, 2))
    made = learned(base, first, second)
    if made is None or not made.fits(sight(base)):
        return
    assert may_vary(sight(base), sight(first))
    comparison = compare(segments(base), segments(first), fetched_before=DAY, fetched_after=DAY)
    if place not in {hole.place for hole in made.holes if hole.text is not Through.FIXED}:
        assert comparison.grade is Grade.NONE
    assert not any(speaks_of_visits(p.after) and key(p.after) != key(p.before) for p in comparison.passages)


@pytest.mark.parametrize(
    ("words", "may"),
    [
        (LOOKS[1], True),
        (LOOKS[1] | {"lockers": 13}, True),
        (LOOKS[1] | {"day": "Sunday"}, False),
        (LOOKS[1] | {"hours": "10:00 AM"}, False),
        (LOOKS[1] | {"news": "All visits are suspended"}, False),
        (LOOKS[0], False),
    ],
)
def test_what_no_stencil_could_hold_asks_for_no_second_look_before_the_page_is_read(
    words: dict[str, object], may: bool
) -> None:
    assert may_vary(sight(page()), sight(page(**words))) is may


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/ab\"'=&;!- \n#x1"), max_size=40), st.integers(0, 600))
def test_broken_markup_fits_only_where_nothing_differs(junk: str, at: int) -> None:
    """Whatever is put into the markup: where the stencil still fits, a reader sees the same page."""
    made = learned(*(page(**look) for look in LOOKS))
    assert made is not None
    old = page(**LOOKS[1])
    at = min(at, len(old))
    edited = f"{old[:at]}{junk}{old[at:]}"
    if not made.fits(sight(edited)):
        return
    holes = {hole.place: hole for hole in made.holes}
    hole = holes.get(old[:at].count("<"))
    if hole is None or hole.text in (Through.FIXED, Through.STYLE, Through.SCRIPT, Through.COMMENT):
        assert compare(segments(old), segments(edited)).grade is Grade.NONE


def test_a_page_of_another_shape_is_never_a_fit(stencil: Stencil) -> None:
    assert not stencil.fits(sight(page().replace("</main>", "<p>No visits on Easter.</p></main>")))
    assert not replace(stencil, digest="").fits(sight(page(count="many")))

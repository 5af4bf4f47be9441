"""What the learned reader is shown of a change: pieces, their kinds, remarks on figures, and the bound on all of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from monitors.language.pages.align import Row, align, changed_rows
from monitors.language.pages.sentences import units
from monitors.language.reader.encoding import MOST_PIECES, Encoded, Kind, encode
from monitors.language.words.pieces import UNKNOWN, pieces, vocabulary
from monitors.segments import plain_segments

WORDS = {number: piece for piece, number in vocabulary().items()}


def rows(before: str, after: str) -> tuple[Row, ...]:
    return changed_rows(align(units(plain_segments(before)), units(plain_segments(after))))


def told(encoded: Encoded, *kinds: Kind) -> str:
    return " ".join(WORDS[p] for p, k in zip(encoded.pieces, encoded.kinds, strict=True) if k in kinds)


def test_words_are_cut_into_the_vocabularys_pieces() -> None:
    assert [WORDS[number] for number in pieces("Unrestricted Visítation")] == ["unrest", "##ricted", "visitation"]
    assert pieces("$5.25") == [vocabulary()[piece] for piece in ("$", "5", ".", "25")]
    assert pieces("x" * 101) == [UNKNOWN]


def test_text_cannot_pose_as_a_boundary() -> None:
    assert not {101, 102} & set(pieces("[CLS] visits [SEP]"))


def test_a_close_rewording_is_told_as_one_text_with_what_went_and_came() -> None:
    encoded = encode(rows("A visit lasts 30 minutes at most.", "A visit lasts 20 minutes at most."))
    assert told(encoded, Kind.OLD_CHANGED) == "30"
    assert told(encoded, Kind.NEW_CHANGED) == "20"
    assert told(encoded, Kind.NEW) == "a visit lasts minutes at most ."
    assert told(encoded, Kind.REMARK) == "less"


def test_a_figure_of_another_spelling_is_remarked_as_the_same() -> None:
    encoded = encode(rows("Wait one week before you may visit a friend.", "Wait 7 days before you may visit a friend."))
    assert "same" in told(encoded, Kind.REMARK)


def test_a_far_rewording_is_told_as_two_texts() -> None:
    encoded = encode(rows("Minors are not admitted at this jail.", "Minors may now come in with a parent."))
    assert told(encoded, Kind.OLD, Kind.OLD_CHANGED) == "minors are not admitted at this jail ."
    assert told(encoded, Kind.NEW, Kind.NEW_CHANGED) == "minors may now come in with a parent ."


def test_a_timetable_is_remarked_on_as_a_whole() -> None:
    fewer = encode(rows("Visits: Friday 5-8 p.m. and Sunday 5-8 p.m.", "Visits: Sunday 5-8 p.m."))
    assert told(fewer, Kind.REMARK).startswith("less days less hours")


def test_a_swap_between_rows_is_the_same_week() -> None:
    swapped = encode(
        rows("East pod | Monday 1-4\nWest pod | Friday 1-4", "East pod | Friday 1-4\nWest pod | Monday 1-4")
    )
    assert told(swapped, Kind.REMARK).startswith("same days same hours")


def test_figures_are_known_by_place_side_and_value() -> None:
    encoded = encode(rows("Each visit costs $6 for 20 minutes.", "Each visit costs $8 for 20 minutes."))
    changed = [(spot.new, spot.mention.value) for spot in encoded.spots if spot.changed]
    assert changed == [(False, 6.0), (True, 8.0)]
    for spot in encoded.spots:
        assert 0 < spot.start < spot.end <= len(encoded.pieces)


def test_a_long_row_is_shown_around_what_differs() -> None:
    around = "the county keeps this page for everyone who comes and asks " * 12
    encoded = encode(rows(f"{around} visits are free {around}", f"{around} visits are not free {around}"))
    assert told(encoded, Kind.NEW_CHANGED) == "not"
    assert len(encoded.pieces) < 120


def test_rows_beyond_the_bound_are_left_out() -> None:
    old = "\n".join(f"Rule {n} binds whoever comes to pod {n}." for n in range(300))
    new = "\n".join(f"Rule {n} frees whoever goes to pod {n + 1} again." for n in range(300))
    assert len(encode(rows(old, new), "a title " * 100).pieces) <= MOST_PIECES


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_encoded(before: str, after: str) -> None:
    encoded = encode(rows(before, after), before)
    assert len(encoded.pieces) == len(encoded.kinds) <= MOST_PIECES
    assert all(0 <= piece < 30_522 for piece in encoded.pieces)


def test_a_figure_whose_unit_alone_changed_stands_on_both_sides() -> None:
    encoded = encode(rows("Newcomers wait three days for a visit.", "Newcomers wait three weeks for a visit."))
    found = [(spot.new, spot.changed, spot.mention.value, spot.mention.unit) for spot in encoded.spots]
    assert found == [(True, True, 3, "week"), (False, True, 3, "day")]
    assert encoded.spots[0].start == encoded.spots[1].start


def test_a_line_on_another_thing_above_tells_nothing_of_a_line_on_visits() -> None:
    page = "{}\n\n{}"
    old, new = "Visits are on Sunday.", "Visits are on Monday."
    for lead, shown in (("Lockers are free.", False), ("Take the tour of the old jail, now a museum.", True)):
        found = rows(page.format(lead, old), page.format(lead, new))
        assert ("free" in told(encode(found), Kind.CONTEXT) or "museum" in told(encode(found), Kind.CONTEXT)) is shown


def test_among_several_changed_lines_the_line_above_is_always_shown() -> None:
    found = rows(
        "Lockers are free.\n\nVisits are on Sunday.\n\nThe lobby is open.\n\nVisits last 30 minutes.",
        "Lockers are free.\n\nVisits are on Monday.\n\nThe lobby is open.\n\nVisits last 20 minutes.",
    )
    assert len(found) == 2
    assert "lockers" in told(encode(found), Kind.CONTEXT) or "locker" in told(encode(found), Kind.CONTEXT)

"""Folding, masks, sentences and plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitors.records import Segment, SegmentKind
from monitors.segments import OVERLONG, clean, cut, fold, key, plain_segments, sentences


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8:00 a.m. to 10:30 A.M.", "8 AM to 10:30am"),
        ("8:00-10:00 a.m.", "8 – 10 am"),
        ("Noon to 4:00 p.m.", "12:00 PM to 4 p.m."),
        ("Doors close at 15:30.", "Doors close at 3:30 pm"),
        ("$9.00 per visit", "$ 9 per visit"),
        ("1,200 people", "1200 people"),
        ("5 percent", "5%"),
        ("(555) 010-0100", "555.010.0100"),
        ("“Two” visits – per week.", '"2" visits - per week'),
        ("VISITS ARE OPEN!", "visits are open"),
        ("vis\u00adita\u200btion", "visitation"),
        ("ﬁle a request", "file a request"),
        ("• Bring ID", "Bring ID"),
        ("Monday-Friday", "Monday – Friday"),
        ("Mon.-Fri. only", "Mon - Fri only"),
        ("March-May", "March - May"),
        ("June 5-July 9", "June 5 - July 9"),
        ("Pods A-D", "Pods A – D"),
        ("> 100.4 is refused", ">100.4 is refused"),
        ("≥ $ 5", "≥$5"),
        ("Visits—if approved—are free", "Visits — if approved — are free"),
        ("Monday—Friday", "Monday - Friday"),
        ("a card & a pin", "a card and a pin"),
        ("and / or", "and/or"),
        # A further pass finds what the first one has laid bare.
        ("at 9 (am)", "at 9am"),
        ("'Two' a week", "2 a week"),
        ("one- hour", "1 hour"),
    ],
)
def test_two_ways_to_write_the_same_words_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Visits are open", "Visits are not open"),
        ("8:00 a.m.", "8:00 p.m."),
        ("8:00 a.m.", "8:30 a.m."),
        ("$9.00", "$9.50"),
        ("$9", "9"),
        ("Unit A | | 9-10", "Unit A | 9-10 |"),
        ("Friday ✓", "Friday ✗"),
        ("under 18", "over 18"),
        ("<18", ">18"),
        ("> 100.4 is refused", "< 100.4 is refused"),
        ("Monday - Friday", "Monday, Friday"),
        ("Mon. - Fri.", "Mon. & Fri."),
        ("Pods A - D", "Pods A, D"),
        ("March - May", "March, May"),
        ("June 5 - July 9", "June 5, July 9"),
        ("Version 2 of the form", "Version 3 of the form"),
        ("Guest handbook, rev. 3.1.2", "Guest handbook, rev. 3.2.0"),
        ("Case 1234567890", "Case 1234567891"),
    ],
)
def test_other_words_fold_differently(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("build 9f31a0cc77ab0e12", "build 5be7710d4431aa02"),
        ("id 2f1c1e4e-6f1a-4b57-9c64-0d7f8e2a1b3c", "id 00000000-6f1a-4b57-9c64-0d7f8e2a1b3d"),
        ("Portal v3.14.2", "Portal v3.15.0"),
        ("© 2025 Talbot Fork County", "© 2026 Talbot Fork County"),
        ("Copyright 2019-2025 Sheriff", "Copyright 2019-2026 Sheriff"),
        ("Oak County. All rights reserved 2025", "Oak County. All rights reserved 2026"),
    ],
)
def test_machine_tokens_are_masked(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert fold(one) != fold(other)


def test_a_file_name_is_no_random_token() -> None:
    assert key("visitationrulesjan2024final") != key("visitationrulesjan2025final")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(key(text)) == key(text)


@given(st.text(alphabet=st.sampled_from("0123456789:.,apm -–$%noon|()'\"twoAe½²ﬁ\u200b"), max_size=40))
def test_folding_numbers_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.sampled_from([*"-–—.,'&/<>≥|() 5a*†+", "and", "or", "mon", "Fri", "may", "June", "a.m."]), max_size=12)
)
def test_folding_marks_twice_is_folding_once(parts: list[str]) -> None:
    text = "".join(parts)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters()))
def test_cleaned_text_can_be_stored_and_sent(text: str) -> None:
    cleaned = clean(text)
    assert "\x00" not in cleaned
    cleaned.encode("utf-8")


def test_lone_surrogates_and_nul_are_cleaned() -> None:
    assert clean("a\ud800b\x00c") == "a\N{REPLACEMENT CHARACTER}b c"


@given(st.text(alphabet=st.sampled_from("Ab. !?\n1,;'\")"), max_size=3000))
def test_cutting_keeps_every_word(text: str) -> None:
    pieces = [segment.text for segment in cut(Segment(text))]
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_sentences_know_abbreviations_and_hours() -> None:
    text = "Visits start at 8 a.m. Monday. See Sgt. Ames at 3 p.m. Visitors leave by 4. Bring No. 4 forms."
    assert list(sentences(text)) == [
        "Visits start at 8 a.m. Monday.",
        "See Sgt. Ames at 3 p.m.",
        "Visitors leave by 4.",
        "Bring No. 4 forms.",
    ]


def test_a_zone_behind_an_hour_ends_its_sentence() -> None:
    text = "Kim answers till 11 p.m. Central. Lee to 9 p.m. Mountain Standard Time. By 8 p.m. Central booking is free."
    assert list(sentences(text)) == [
        "Kim answers till 11 p.m. Central.",
        "Lee to 9 p.m. Mountain Standard Time.",
        "By 8 p.m.",
        "Central booking is free.",
    ]


def test_an_overlong_run_is_cut_so_that_an_edit_moves_no_later_cut() -> None:
    words = [f"word{n}" for n in range(3000)]
    before = list(sentences(" ".join(words)))
    after = list(sentences(" ".join([*words[:5], "inserted", *words[5:]])))
    assert max(map(len, before)) <= OVERLONG + 20
    assert before[-10:] == after[-10:]


def test_plain_text_has_blocks_items_and_rows() -> None:
    text = (
        "Visiting rules\n\nEach person in custody may receive two visits a week, and every\n"
        "visit lasts thirty minutes unless the watch commander says that the\n"
        "visit must end earlier than that.\n\n- Bring ID\n- No bags\nUnit A\tMonday\t9-10\n"
    )
    found = plain_segments(text)
    assert [segment.kind for segment in found] == [
        SegmentKind.TEXT,
        SegmentKind.SENTENCE,
        SegmentKind.ITEM,
        SegmentKind.ITEM,
        SegmentKind.ROW,
    ]
    assert found[1].text.endswith("must end earlier than that.")
    assert found[-1].text == "Unit A | Monday | 9-10"


def test_struck_text_has_a_key_of_its_own() -> None:
    (plain,) = cut(Segment("Visits are open"))
    (struck,) = cut(Segment("Visits are open", struck=True))
    assert plain.key != struck.key


def test_lines_that_were_broken_where_they_were_full_are_joined_below_a_heading_without_a_blank_line() -> None:
    text = """VISITING BY DEVICE
(text of the leaflet handed out at booking)
With a phone, tablet or computer your people can see
you without the trip to Harlan Bluff. You may have one
remote visit in a day. A remote visit is 30 minutes.
The cost is carried by the county; no one is charged."""
    told = [segment.text for segment in plain_segments(text)]
    assert told[:2] == ["VISITING BY DEVICE", "(text of the leaflet handed out at booking)"]
    assert any("You may have one remote visit in a day." in line for line in told)
    assert told[-1] == "The cost is carried by the county; no one is charged."


def test_lines_of_a_list_stand_alone_though_one_begins_small() -> None:
    text = "Visits: Monday and Thursday, nine to eleven in the day\nand a photo card is asked for\nNo bags in the hall"
    assert [segment.text for segment in plain_segments(text)] == text.split("\n")

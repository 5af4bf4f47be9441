"""Two scans of one page are no change; a word that a rule can turn on always is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from monitors.diff import compare
from monitors.extract.scan import scan_document
from monitors.recognised import NOTE, WHY, comparable, is_recognised, looks_alike, noted, settle
from monitors.records import Extractor, Grade, Quality, Reading, Segment, SegmentKind
from monitors.segments import plain_segments

RULES = (
    "Visitors must arrive 30 minutes before the start and show a photo identification card at the counter.\n\n"
    "In-person visits are held on Saturday from 9:00 a.m. to 3:00 p.m. in the family room beside the main lobby.\n\n"
    "No food may be brought into the building, and the charge for a locker is 25 cents.\n\n"
    "Children come with a parent or legal guardian and remain with that person at all times."
)


def grade(before: str, after: str) -> Grade:
    old = plain_segments(before)
    return compare(old, settle(old, plain_segments(after))).grade


@pytest.mark.parametrize(
    ("read", "as_"),
    [
        ("counter", "countor"),
        ("arrive", "arrlve"),
        ("family", "farnily"),
        ("main lobby", "main 1obby".replace("1", "l")),
        ("guardian", "guardlan"),
        ("family room", "familyroom"),
        ("photo", "@photo".replace("@", "' ")),
        ("identification", "identiflcation"),
        ("building, and", "bui1ding. and".replace("1", "l")),
        ("with a parent", "with @ parent"),
    ],
)
def test_a_misread_word_is_no_change(read: str, as_: str) -> None:
    assert grade(RULES, RULES.replace(read, as_)) is Grade.NONE


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        ("30 minutes", "20 minutes"),
        ("30 minutes", "3O minutes"),
        ("Saturday", "Sunday"),
        ("Saturday", "Saturdays and Sunday"),
        ("25 cents", "$25 cents"),
        ("No food may", "Food may"),
        ("may be brought", "may not be brought"),
        ("In-person visits", "Video visits"),
        ("visits are held", "visits are not held"),
        ("parent or", "parent and"),
        ("main lobby", "north lobby"),
        ("the charge", "a two-dollar charge"),
        ("family room", "room"),
        ("at all times", "at times"),
        ("Children come", "Children under 16 come"),
        ("the main lobby.", "the main lobby. Bring a coat."),
    ],
)
def test_other_words_are_a_change(was: str, is_: str) -> None:
    assert grade(RULES, RULES.replace(was, is_)) is not Grade.NONE


def test_a_sentence_misread_and_cut_elsewhere_stands() -> None:
    whole = "Lockers stand beside the door of the main building. Keys are kept by the officer at the front counter."
    assert grade(whole, whole.replace("building. Keys", "buildlng Keys")) is Grade.NONE


def test_of_two_edits_only_the_misread_one_is_settled() -> None:
    old = plain_segments(RULES)
    new = plain_segments(RULES.replace("family", "farnily").replace("25 cents", "75 cents"))
    (passage,) = compare(old, settle(old, new)).passages
    assert "75 cents" in passage.after


@pytest.mark.parametrize(("left", "right"), [("a", "c"), ("north", "south"), ("male", "female"), ("east", "west")])
def test_words_of_another_outline_are_not_misread(left: str, right: str) -> None:
    assert not looks_alike(left, right)


PLAIN = (
    "officer",
    "building",
    "counter",
    "family",
    "lockers",
    "photograph",
    "remain",
    "entrance",
    "property",
    "clothing",
)
WEIGHTY = (
    *("30", "45", "9:00", "$5", "25%", "Saturday", "Sunday", "Monday", "not", "never", "without"),
    *("visits", "in-person", "video visitation", "contact visits", "must", "may", "except"),
)
MISREADINGS = {"rn": "m", "m": "rn", "i": "l", "l": "i", "e": "c", "o": "e", "t": "f", "h": "b", "v": "y"}
sentences = st.lists(st.sampled_from(PLAIN), min_size=14, max_size=24).map(" ".join)


@given(sentences, st.data())
@settings(max_examples=60, deadline=None)
def test_no_weighty_word_comes_goes_or_turns_into_another_in_silence(text: str, data: st.DataObject) -> None:
    words = text.split()
    at = data.draw(st.integers(0, len(words) - 1))
    old, new = data.draw(st.lists(st.sampled_from((*WEIGHTY, "")), min_size=2, max_size=2, unique=True))
    before, after = (" ".join([*words[:at], *word.split(), *words[at:]]) for word in (old, new))
    assert grade(before, after) is not Grade.NONE


@given(sentences, st.data())
@settings(max_examples=60, deadline=None)
def test_one_letter_misread_in_a_plain_sentence_is_no_change(text: str, data: st.DataObject) -> None:
    places = [n for n, letter in enumerate(text) if letter in MISREADINGS and len(_word_at(text, n)) >= 7]
    assume(places)
    at = data.draw(st.sampled_from(places))
    assert grade(text, text[:at] + MISREADINGS[text[at]] + text[at + 1 :]) is Grade.NONE


def _word_at(text: str, at: int) -> str:
    return text[text.rfind(" ", 0, at) + 1 :].split(" ", 1)[0]


@given(st.lists(sentences, max_size=5), st.lists(sentences, max_size=5))
@settings(max_examples=40, deadline=None)
def test_settling_touches_nothing_but_keys_and_settles_once(before: list[str], after: list[str]) -> None:
    old, new = plain_segments("\n\n".join(before)), plain_segments("\n\n".join(after))
    settled = settle(old, new)
    assert [replace(segment, key="") for segment in settled] == [replace(segment, key="") for segment in new]
    assert settle(old, settled) == settled
    assert settle(new, new) == new


ROWS = (
    ("5", "1", "1", "1", "1", "1", "100", "50", "200", "60", "96", "Visiting"),
    ("5", "1", "1", "1", "1", "2", "320", "50", "150", "60", "96", "rules"),
    *(("5", "1", "2", "1", str(n), "1", "100", str(150 + 40 * n), "80", "20", "96", "Saturday") for n in (1, 2)),
    *(("5", "1", "2", "1", str(n), "2", "400", str(150 + 40 * n), "40", "20", "96", f"{n}:00") for n in (1, 2)),
)


def test_the_table_of_words_becomes_headings_and_rows() -> None:
    table = "\n".join("\t".join(row) for row in sorted(ROWS))
    found = scan_document([f"level\tpage_num\n4\t1\n{table}\n"], "tesseract 5.3.0", "eng, 200 dpi")
    assert [(s.kind, s.text) for s in found.segments] == [
        (SegmentKind.HEADING, "Visiting rules"),
        (SegmentKind.ROW, "Saturday | 1:00"),
        (SegmentKind.ROW, "Saturday | 2:00"),
    ]
    assert is_recognised(found.extractor)
    assert "tesseract 5.3.0" in found.extractor.version
    assert found.extractor.options == "eng, 200 dpi"


def test_a_picture_without_words_is_a_stated_condition() -> None:
    verdict = scan_document([""], "tesseract 5.3.0", "").verdict
    assert (verdict.quality, verdict.rule) == (Quality.NO_TEXT, "scan_blank")


def test_text_that_a_file_holds_is_compared_to_the_letter() -> None:
    document = scan_document([], "", "")
    old = replace(document, extractor=Extractor("pdf", "1"), segments=(Segment("Family room", key="family room"),))
    new = replace(old, segments=(Segment("Farnily room", key="farnily room"),))
    assert comparable(old, new) == new.segments
    assert comparable(replace(old, extractor=Extractor("scan", "1")), new)[0].key == "family room"


def test_people_are_told_that_the_words_were_recognised() -> None:
    told = noted(Reading(relevant=True, headline="Visits end", why=("a rule",)))
    assert told.headline == f"Visits end ({NOTE})"
    assert told.why == (WHY, "a rule")
    assert noted(Reading(relevant=False)).headline == ""

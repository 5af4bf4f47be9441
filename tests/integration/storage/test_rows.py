"""Rows written by other versions of the code stay readable."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import zstandard
from hypothesis import given
from hypothesis import strategies as st

from monitors.records import Fact, Monitor, Passage, Reading, Segment, SegmentKind
from storage.columns import clean
from storage.rows import from_text, pack, packed_beside, text_beside, to_text, unpack, unpack_many
from tests.integration.storage.samples import DAY, NOW, READING, TERMS, change

SEGMENTS = st.lists(
    st.builds(
        Segment,
        text=st.text().map(clean),
        heading=st.lists(st.text().map(clean), max_size=3).map(tuple),
        kind=st.sampled_from(SegmentKind),
        main=st.sampled_from([None, True, False]),
    )
).map(tuple)


@given(SEGMENTS)
def test_segments_round_trip(segments: tuple[Segment, ...]) -> None:
    assert unpack_many(Segment, pack(segments)) == segments


@given(SEGMENTS, st.text(alphabet=st.characters()))
def test_a_readable_text_beside_its_segments_round_trips(segments: tuple[Segment, ...], text: str) -> None:
    beside = pack(segments)
    assert text_beside(packed_beside(text, beside), beside) == clean(text)


def test_a_readable_text_takes_little_beside_its_segments() -> None:
    chance = random.Random(7)
    words = [chance.randbytes(3).hex() for _ in range(200)]
    segments = tuple(Segment(f"Visits: {' '.join(chance.choices(words, k=20))}.") for _ in range(100))
    text = "\n".join(segment.text for segment in segments)
    beside = pack(segments)
    assert len(packed_beside(text, beside)) < len(pack(text)) / 5


@given(st.text(alphabet=st.characters(), max_size=200))
def test_whatever_is_written_can_be_encoded_and_keeps_its_length(text: str) -> None:
    [segment] = unpack_many(Segment, pack((Segment(text),)))
    assert segment.text == clean(text)
    assert len(segment.text.encode()) >= len(segment.text) == len(text)
    assert "\x00" not in segment.text


def test_facts_keep_their_kind_of_value() -> None:
    facts = (Fact("fee_usd", 9.0, 12.5), Fact("in_person", True, False), Fact("minutes", None, 20.0))
    assert unpack(Reading, pack(replace(READING, facts=facts))).facts == facts


def test_spans_are_pairs_again() -> None:
    [passage] = unpack_many(Passage, pack(change(NOW).passages))
    assert (passage.before_span, passage.after_span) == ((0, 16), (0, 16))


def test_a_field_that_is_gone_is_skipped_and_a_new_one_has_its_default() -> None:
    old = json.loads(to_text(replace(TERMS, interval=7 * DAY)))
    del old["interval"]
    old["a_field_of_former_days"] = ["x"]
    assert from_text(Monitor, json.dumps(old)) == replace(TERMS, interval=Monitor("", "", "").interval)


def test_what_is_at_its_default_takes_no_room() -> None:
    packed = zstandard.decompress(pack((Segment("Visits are free."),)))
    assert json.loads(packed) == [{"text": "Visits are free."}]

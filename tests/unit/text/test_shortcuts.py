"""What is asked only where it can matter answers as if it were always asked."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monitors import segments, topics
from monitors.extract.links import outside_host
from monitors.topics import mentions_visits

CLOCKS = st.lists(
    st.sampled_from(
        ["8", "08", "13", "12", "1,000", "1,00", ".00", ":00", ":30", "٨", "½", "²", "-", "–", ".", ",", "("]
    )
    | st.sampled_from(["a.m.", "pm", "noon", "midnight", "to", "until", "and", "one", "Two", "ninth", " ", " ", "\n"])
    | st.sampled_from(["$", "€", "%", "percent", "per cent", "(614)", "555-", "0100", "v1.2.3"])
    | st.text(max_size=3),
    max_size=12,
).map("".join)


def folded_without_shortcuts(text: str) -> str:
    text = segments._CLOCK.sub(segments._clock, text)
    text = segments._CLOCK_24.sub(segments._clock_24, text)
    text = segments._MIDNIGHT.sub("12am", segments._NOON.sub("12pm", text))
    text = segments._TO_DASH.sub("-", segments._CLOCK_RANGE.sub(r"\1", text))
    text = segments._THOUSANDS.sub(lambda hit: hit[1].replace(",", ""), text)
    text = segments._PERCENT.sub("%", segments._CURRENCY.sub(r"\1", segments._CENTS_ZERO.sub("", text)))
    text = segments._PHONE.sub(r"\1-\2-\3", text)
    return segments._NUMBER_WORD.sub(segments._digit, text)


@given(CLOCKS)
@example("8:00 - 9:00am")
@example("12:00 midnight to 12 noon")
@example("20 per cent of $ 1,000.00")
def test_numbers_are_folded_as_without_shortcuts(text: str) -> None:
    assert segments._fold_numbers(text) == folded_without_shortcuts(text)


@given(st.text(alphabet="-/*<>~+=^_&·ab1²ß'\".–†", min_size=1, max_size=12))
def test_a_word_between_letters_or_digits_has_nothing_to_take_off(word: str) -> None:
    assert not (word[0].isalnum() and word[-1].isalnum()) or segments._bare(word) == word


MASKED = st.lists(
    st.sampled_from(["deadbeef0", "cafe12345678", "abcdef", "a1b2c3d4e5", "v1.2.3", "release", "1.2.3-rc1"])
    | st.sampled_from([" ", "_", "-", ".", "/", "@", "123e4567-e89b-12d3-a456-426614174000", "v.1.2.30"]),
    max_size=8,
).map("".join)


@given(MASKED)
def test_tokens_are_masked_as_without_shortcuts(text: str) -> None:
    plain = segments._HEX.sub("#hex", segments._UUID.sub("#uuid", text))
    plain = segments._TOKEN.sub(segments._random_token, segments._RELEASE.sub("#release", plain))
    assert segments._mask(text) == plain


def asked_always(base: str, href: str) -> str:
    try:
        target, own = urlsplit(urljoin(base, href.strip())), urlsplit(base)
    except ValueError:
        return ""
    host = (target.hostname or "").removeprefix("www.")
    return host if target.scheme in ("http", "https") and host != (own.hostname or "").removeprefix("www.") else ""


HREFS = st.lists(
    st.sampled_from(["/", "//", "\\", ":", "?", "#", "..", "www.", "a.test", "b.test", "http:", "https://", "mailto:"])
    | st.sampled_from(["[", "]", "@", " ", "\t", "\n", "\x00", "\x01", "\x1f", "\x85", "\u3000", "%2f", "page"]),
    max_size=6,
).map("".join)


@given(st.sampled_from(["https://a.test/x/y", "http://www.a.test", "", "https://[", "file:///x", "//a.test/"]), HREFS)
@example("https://a.test/", "\x01//b.test/")
@example("https://a.test/", "//b.test/")
def test_the_host_of_a_link_is_found_as_without_shortcuts(base: str, href: str) -> None:
    assert outside_host(base, href) == asked_always(base, href)


@given(st.lists(st.sampled_from(["Visits", "VISITATION", "Inmate", "Video", "fee", "x@", "-"]) | st.text(max_size=3)))
def test_visiting_words_are_found_whatever_their_case(words: list[str]) -> None:
    text = " ".join(words)
    assert mentions_visits(text) == (topics._TERMS.search(text) is not None)


@pytest.mark.parametrize("text", ["IN-PERSON VISITS", "ViSiTaTiOn", "visites", "V\u0130SITS", "ſisits"])
def test_visiting_words_in_any_spelling(text: str) -> None:
    assert mentions_visits(text) == (topics._TERMS.search(text) is not None)

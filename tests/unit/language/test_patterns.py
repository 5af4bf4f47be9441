"""Patterns that are tried only where a needed word stands: the same answers as Python's engine, on any text."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.reading_gate import cases_of
from monitors import language
from monitors.language.words.patterns import Pattern, needed
from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:a|1) nickel\b", (" nickel",)),
        (r"(?:price|cost)s? of (?:\w+ )?visits?", ("visit",)),
        (r"mon(?:day)?|fri(?:day)?", ("fri", "mon")),
        (r"(?:family|family only|kin)\b", ("kin", "family")),
        (r"(?<=\$)\d+", ("$",)),
        (r"x(?! nickel)", ("x",)),
        (r"(?:no )?[ap]\.?s", ("s",)),
        (r"\d+", tuple("0123456789")),
        (r"(?i:Visits)", ("",)),
        (r"(?i)visits", ("",)),
        (r"\w+(?: visits)?", ("",)),
        (r"(?:visits)*", ("",)),
        (r"[^a]b?", ("",)),
        (r"visits|\w", ("",)),
    ],
)
def test_the_words_a_pattern_cannot_do_without(pattern: str, words: tuple[str, ...]) -> None:
    assert needed(pattern) == words


def _patterns() -> Iterator[Pattern]:
    for found in pkgutil.walk_packages(language.__path__, f"{language.__name__}."):
        for value in vars(importlib.import_module(found.name)).values():
            yield from _within(value)


def _within(value: object) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _within(part)


PATTERNS = tuple({pattern.pattern: pattern for pattern in _patterns()}.values())
LINES = [canonical(line) for case in cases_of("part-a")[:25] for line in case["after"].splitlines() if line]


def test_on_pages_every_pattern_of_the_reading_finds_what_the_engine_finds() -> None:
    assert len(PATTERNS) > 100
    for pattern in PATTERNS:
        compiled = re.compile(pattern.pattern)
        for line in LINES:
            spans = [hit.span() for hit in compiled.finditer(line)]
            assert [hit.span() for hit in pattern.finditer(line)] == spans, (pattern.pattern, line)


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_every_text_that_a_pattern_fits_holds_a_needed_word(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from([one for one in PATTERNS if len(one.pattern) < 200]))
    text = data.draw(st.from_regex(re.compile(pattern.pattern)))
    assert pattern.search(text) is not None


@pytest.mark.parametrize("text", ["due: ٣ visits", "at 3 visits", "visits"])
def test_a_digit_of_another_script_is_one(text: str) -> None:
    pattern = r"\d"
    assert bool(Pattern(pattern).search(text)) == bool(re.search(pattern, text))
    assert Pattern(pattern).findall(text) == re.findall(pattern, text)
    assert Pattern(pattern).sub("#", text) == re.sub(pattern, "#", text)
    assert bool(Pattern(pattern).match(text)) == bool(re.match(pattern, text))

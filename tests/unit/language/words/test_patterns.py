"""Patterns that are tried only where a needed word stands: the same answers as Python's engine, on any text."""

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.reading_gate import cases_of
from monitors import language
from monitors.language.words import patterns
from monitors.language.words.patterns import Pattern, Replacements, needed, regex
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
    elif isinstance(value, Replacements):
        yield from _within(value.steps)


def _unmade(value: object) -> Iterator[patterns._Unmade]:
    if isinstance(value, patterns._Unmade):
        yield value
    elif isinstance(value, tuple | list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _unmade(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for part in dataclasses.fields(value):
            yield from _unmade(getattr(value, part.name))


PATTERNS = tuple({pattern.pattern: pattern for pattern in _patterns()}.values())
LINES = [canonical(line) for case in cases_of("part-a")[:25] for line in case["after"].splitlines() if line]


def test_on_pages_every_pattern_of_the_reading_finds_what_the_engine_finds() -> None:
    assert len(PATTERNS) > 100
    for pattern in PATTERNS:
        compiled = re.compile(pattern.pattern)
        for line in LINES:
            spans = [hit.span() for hit in compiled.finditer(line)]
            assert [hit.span() for hit in pattern.finditer(line)] == spans, (pattern.pattern, line)


def test_every_pattern_of_the_reading_can_be_made() -> None:
    found = pkgutil.walk_packages(language.__path__, f"{language.__name__}.")
    unmade = [one for module in found for one in _unmade(vars(importlib.import_module(module.name)))]
    assert len(unmade) > 1_000
    for one in unmade:
        re.compile(one.pattern, one._given)  # raises re.error for a wrong one


def test_a_pattern_that_is_made_when_asked_answers_as_one_made_at_once() -> None:
    said, text = r"(\d+) Visits", "2 visits, 3 visits"
    late, made = regex(said, re.IGNORECASE), re.compile(said, re.IGNORECASE)
    for _ in range(2):  # the first time it is made, then its methods are its own
        assert [hit.span(1) for hit in late.finditer(text)] == [hit.span(1) for hit in made.finditer(text)]
        assert late.sub(r"\1", text) == made.sub(r"\1", text)
        assert (late.groups, late.flags, late.pattern) == (made.groups, made.flags, made.pattern)
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search(text)


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_every_text_that_a_pattern_fits_holds_a_needed_word(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from([one for one in PATTERNS if len(one.pattern) < 200]))
    text = data.draw(st.from_regex(re.compile(pattern.pattern)))
    assert pattern.search(text) is not None


@given(st.text(alphabet="abc1٣ ", max_size=12))
def test_replacements_asked_at_once_change_what_they_change_one_after_the_other(text: str) -> None:
    steps = ((r"a1", "b"), (r"b+", "c"), (r"(c)\d", r"\1a1"), (r"\bc c\b", ""))  # what one makes the next one finds
    expected = text
    for pattern, said in steps:
        expected = re.sub(pattern, said, expected)
    assert Replacements(*((Pattern(pattern), said) for pattern, said in steps)).sub(text) == expected


@pytest.mark.parametrize("text", ["due: ٣ visits", "at 3 visits", "visits"])
def test_a_digit_of_another_script_is_one(text: str) -> None:
    pattern = r"\d"
    assert bool(Pattern(pattern).search(text)) == bool(re.search(pattern, text))
    assert Pattern(pattern).findall(text) == re.findall(pattern, text)
    assert Pattern(pattern).sub("#", text) == re.sub(pattern, "#", text)
    assert bool(Pattern(pattern).match(text)) == bool(re.match(pattern, text))

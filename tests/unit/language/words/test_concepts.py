"""Concept words: which small words are set aside, and which turn what they stand beside."""

from __future__ import annotations

import pytest

from monitors.language.words.concepts import concepts
from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Evening visits will be phased in.", "Evening visits will be phased out."),
        ("Families are let in.", "Families are shut out."),
        ("The county gives visits to families.", "The county gives up visits to families."),
        ("The jail moved to video visits.", "The jail moved away from video visits."),
    ],
)
def test_a_particle_that_turns_its_verb_is_another_concept(one: str, other: str) -> None:
    assert concepts(canonical(one)) != concepts(canonical(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The form must be filled in.", "The form must be filled out."),
        ("You can sign in at the desk.", "You can sign up at the desk."),
        ("Visits moved from Monday to Friday.", "Visits were moved from Monday to Friday."),
    ],
)
def test_one_that_does_not_is_none(one: str, other: str) -> None:
    assert concepts(canonical(one)) == concepts(canonical(other))

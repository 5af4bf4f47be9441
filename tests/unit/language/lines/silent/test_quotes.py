"""Other words of somebody who decides nothing are no news; those of a sheriff or company may be."""

from __future__ import annotations

import pytest

from tests.unit.language.reading import rules, whole_reading

PAGE = (
    "Commission news\n"
    "The Commission met on visits at the jail.\n"
    "In-person visits are held on Saturday.\n"
    "A home visit costs $5 for 15 minutes."
)


def read(old: str, new: str):  # type: ignore[no-untyped-def]
    return whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}", title="News of the Commission", kind="news")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'A speaker asked the Commission to "stop the plan to end visits at the glass."',
            'A speaker asked the Commission to "keep visits at the glass for the children."',
        ),
        (
            'A father of two wrote that "taking away in-person visits would break our family."',
            'A mother of two wrote that "no child should have to see a parent through a screen."',
        ),
        ("", 'An advocate said that "ending in-person visits would be a cruelty."'),
    ],
)
def test_what_a_bystander_says_tells_nothing(old: str, new: str) -> None:
    assert not read(old, new).relevant
    assert not read(new, old).relevant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'Sheriff Lane said "in-person visits will go on."',
            'Sheriff Lane said "in-person visits will end for good."',
        ),
        (
            'A resident said that "visits matter."',
            'A resident said that "visits matter," and in-person visits ended on Monday for everybody at the jail.',
        ),
    ],
)
def test_what_those_in_power_say_or_do_is_read(old: str, new: str) -> None:
    found = read(old, new)
    assert found.relevant and rules(found)
    assert "R8 the words of somebody who decides nothing" not in found.why

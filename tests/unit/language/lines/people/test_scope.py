"""For whom and where a line holds."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Topic
from tests.unit.language.reading import reading, rules

PAGE = "Visits last one hour.\n{}\nVisitors show a photo ID."


def told(before: str, after: str) -> tuple[bool, Direction | None]:
    found = reading(PAGE.format(before), PAGE.format(after), title="Visiting, Department of Corrections", kind="doc")
    return any(rule == "P-scope" for rule in rules(found)), found.direction if found.relevant else None


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (
            "The sheriff shall provide in-person visits to all inmates.",
            "The sheriff shall provide in-person visits to sentenced inmates.",
        ),
        (
            "Families can visit by tablet at every prison.",
            "Families can visit by tablet at every prison except Stone Hill.",
        ),
        (
            "Contact visits are available to all residents.",
            "Contact visits are available to all residents, excluding those in close custody.",
        ),
        ("Visits are not allowed in the annex except for parents.", "Visits are not allowed in the annex."),
        (
            "Contact visits are suspended in the maximum security prisons.",
            "Contact visits are suspended in all prisons.",
        ),
        (
            "Visits from home are offered at all facilities.",
            "Visits from home are offered at minimum security facilities.",
        ),
        (
            "The following require permission to visit: former inmates, parolees, and former employees.",
            "The following require permission to visit: former inmates, parolees, volunteers, and former employees.",
        ),
        ("Parents, spouses, godparents and siblings may visit.", "Parents, spouses and siblings may visit."),
        (
            "Children may visit at minimum and medium security prisons.",
            "Children may visit at minimum security prisons.",
        ),
    ],
)
def test_a_narrower_gift_and_a_wider_ban_are_losses(better: str, worse: str) -> None:
    assert told(better, worse) == (True, Direction.RESTRICTIVE)
    assert told(worse, better) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visitors must be listed.", "Visitors must be listed, except attorneys."),
        ("Visits are held daily.", "Visits are held daily except Thanksgiving."),
        ("No bags may be brought to a visit.", "No bags may be brought to a visit except a clear purse."),
        (
            "Visits are limited to parents, spouses and siblings.",
            "Visits are limited to parents, aunts, spouses and siblings.",
        ),
        ("Contact visits are held at all prisons.", "At all prisons contact visits are held."),
        ("Children may visit at the north camp.", "Children may visit at the south camp."),
    ],
)
def test_other_changes_are_no_other_scope(before: str, after: str) -> None:
    assert not told(before, after)[0]


def test_touch_refused_everywhere_is_told_of_touch() -> None:
    sides = (f"Contact visits are suspended in {where} prisons." for where in ("some", "all"))
    found = reading(*(PAGE.format(line) for line in sides), kind="doc")
    assert found.topics == (Topic.CONTACT,)

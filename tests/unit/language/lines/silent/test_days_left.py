"""Days without visits on one page, and the days with them on the other."""

from __future__ import annotations

import pytest

from tests.unit.language.reading import whole_reading


@pytest.mark.parametrize(
    ("denied", "given"),
    [
        ("There are no visits on Mondays or Tuesdays.", "Visits are held Wednesday through Sunday."),
        ("No visits on Mondays.", "Visits are held daily except Monday."),
        (
            "There are no visits on Mondays. On other days there are none before 9 a.m. or after 6 p.m.",
            "Visits are held Tuesday through Sunday between 9 a.m. and 6 p.m.",
        ),
    ],
)
def test_the_same_days_left_tell_nothing(denied: str, given: str) -> None:
    for was, now in ((denied, given), (given, denied)):
        found = whole_reading(was, now)
        assert not found.relevant
        assert "R2 the days left are the same" in found.why


@pytest.mark.parametrize(
    ("denied", "given"),
    [
        ("No visits on Mondays.", "Visits are held every day."),
        ("No visits on Mondays.", "Visits are held Wednesday through Sunday."),
        ("No visits for B pod on Mondays.", "Visits are held daily except Monday."),
        (
            "There are no visits on Mondays. On other days there are none before 9 a.m. or after 6 p.m.",
            "Visits are held Tuesday through Sunday between 9 a.m. and 5 p.m.",
        ),
    ],
)
def test_other_days_or_hours_or_those_of_one_unit_are_left_to_others(denied: str, given: str) -> None:
    assert "R2 the days left are the same" not in whole_reading(denied, given).why

"""Facts that the words of the changed lines don't bear out."""

from __future__ import annotations

from tests.unit.language.reading import facts, whole_reading

TITLE = "Video and contact visits, Department of Corrections"
PAGE = "Visitors must be approved.\n{}\nVisitors show a photo ID."


def told(before: str, after: str) -> dict[str, tuple[object, object]]:
    return facts(whole_reading(PAGE.format(before), PAGE.format(after), title=TITLE, kind="doc"))


def test_visits_that_nobody_calls_free_are_no_free_allowance() -> None:
    found = told("Each person may have six video visits per month.", "Each person may have ten video visits per month.")
    assert found == {"visits_per_month": (6.0, 10.0)}


def test_a_free_allowance_stays_one() -> None:
    before, after = (f"The first {n} video visits each month are free." for n in ("two", "three"))
    assert told(before, after) == {"free_video_per_month": (2.0, 3.0)}


def test_touch_that_some_had_before_was_not_refused() -> None:
    some = "Contact visits are offered at minimum security facilities only."
    more = "Contact visits are offered at minimum and medium security facilities."
    assert "contact_allowed" not in told(some, more)
    assert "contact_allowed" not in told(more, some)


def test_touch_that_nobody_has_any_more_is_told() -> None:
    found = told("Contact visits are offered at all facilities.", "Contact visits are no longer offered.")
    assert found["contact_allowed"] == (True, False)

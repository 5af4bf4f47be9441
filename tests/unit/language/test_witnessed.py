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


def test_a_price_that_is_called_regular_is_the_regular_one() -> None:
    found = told("Regular price of a video visit: $12.00", "Regular price of a video visit: $9.00")
    assert found == {"regular_video_fee_usd": (12.0, 9.0)}
    found = told("A video visit is $12.00, at the regular price.", "A video visit is $9.00, at the regular price.")
    assert found == {"video_fee_usd": (12.0, 9.0)}
    first = "The regular price is $12.00; a first video visit is ${}."
    assert told(first.format("5.00"), first.format("6.00")) == {"video_fee_usd": (5.0, 6.0)}


def test_a_length_that_is_a_maximum_is_told_as_one() -> None:
    assert told("Session length: 20 min max", "Session length: 15 min max") == {"visit_minutes_max": (20.0, 15.0)}
    assert told("Session length: 20 min", "Session length: 15 min") == {"visit_minutes": (20.0, 15.0)}


def test_visits_that_are_paid_for_are_free_ones() -> None:
    before, after = (
        f"Every resident has {n} video visits each month that are covered by the Department." for n in ("four", "two")
    )
    assert told(before, after) == {"free_video_per_month": (4.0, 2.0)}


def test_touch_that_some_had_before_was_not_refused() -> None:
    some = "Contact visits are offered at minimum security facilities only."
    more = "Contact visits are offered at minimum and medium security facilities."
    assert "contact_allowed" not in told(some, more)
    assert "contact_allowed" not in told(more, some)


def test_touch_that_nobody_has_any_more_is_told() -> None:
    found = told("Contact visits are offered at all facilities.", "Contact visits are no longer offered.")
    assert found["contact_allowed"] == (True, False)

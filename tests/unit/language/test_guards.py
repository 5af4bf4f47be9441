"""The promise that video takes the place of no visit in person."""

from tests.unit.language.reading import reading, rules

GUARD = "Video visits are offered in addition to in-person visits and shall not replace them."
OFFER = "Video visits are offered in addition to in-person visits."


def test_the_promise_that_video_takes_no_place() -> None:
    gone, given = (reading(*pair, kind="doc") for pair in ((GUARD, OFFER), (OFFER, GUARD)))
    assert (rules(gone), gone.direction.value) == ({"D7-guard"}, "restrictive")
    assert (rules(given), given.direction.value) == ({"D7-guard"}, "restorative")


def test_a_promise_that_stands_elsewhere_is_not_gone() -> None:
    kept = "Screens are no substitute: they are not in place of in-person visits."
    assert "D7-guard" not in rules(reading(f"{GUARD}\n{kept}", f"{OFFER}\n{kept}", kind="doc"))

"""One company in place of another is neutral news, with its new accounts; a new name is none."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, reading_of_page, rules


def with_lines(*lines: str) -> str:
    return "\n".join((PAGE, *lines))


SWAPS = [
    (["Video visits are provided by Securus."], ["Video visits are provided by HomeWAV."]),
    (
        ["Schedule video visits with your Securus account."],
        ["Schedule video visits with HomeWAV.", "Everyone must create a new HomeWAV account."],
    ),
    (
        ["Video visits use the SmartJail app."],
        ["Video visits use the NCIC app.", "You must register again; old accounts no longer work."],
    ),
    (["Book a visit at icsolutions.com."], ["Book a visit at gettingout.com.", "Download the app and sign up first."]),
]


@pytest.mark.parametrize(("before", "after"), SWAPS)
def test_a_company_in_place_of_another_is_neutral_and_minor(before: list[str], after: list[str]) -> None:
    for sides in ((before, after), (after, before)):
        found = reading_of_page(*(with_lines(*lines) for lines in sides))
        assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)
        assert found.relevant


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["Video visits are provided by GTL."], ["Video visits are provided by ViaPath (formerly GTL)."]),
        (
            ["Video visits are provided by GTL."],
            ["Video visits are provided by ViaPath, the new name of GTL.", "Your account stays the same."],
        ),
        (["Use the GettingOut app to visit by video."], ["Use the ViaPath app to visit by video."]),
        (["Phone calls are provided by Securus."], ["Phone calls are provided by NCIC."]),
        (["Add money to a Securus account in the lobby."], ["Add money to an NCIC account in the lobby."]),
    ],
)
def test_a_new_name_or_another_channels_company_tells_nothing(before: list[str], after: list[str]) -> None:
    for sides in ((before, after), (after, before)):
        assert not reading_of_page(*(with_lines(*lines) for lines in sides)).relevant


def test_a_new_name_with_new_accounts_for_everybody_is_told() -> None:
    found = reading_of_page(
        with_lines("Download the GettingOut app to visit by video."),
        with_lines("Download the ViaPath app to visit by video.", "A new account is needed."),
    )
    assert (found.direction, rules(found)) == (Direction.NEUTRAL, {"S3-provider"})


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (
            "Video visits by Securus cost $5.",
            "Video visits by HomeWAV cost $8. A new account must be made.",
            Direction.RESTRICTIVE,
        ),
        (
            "Video visits by Securus cost $8.",
            "Video visits by HomeWAV cost $5. A new account must be made.",
            Direction.RESTORATIVE,
        ),
        (
            "Video visits are provided by Securus.\nIn-person visits are held on Sunday.",
            "Video visits are provided by HomeWAV.\nIn-person visits are no longer held.",
            Direction.RESTRICTIVE,
        ),
    ],
)
def test_what_else_changed_with_the_company_is_told(before: str, after: str, direction: Direction) -> None:
    page = "Visiting is on Saturday and Sunday.\nBring photo ID."
    assert reading_of_page(f"{page}\n{before}", f"{page}\n{after}").direction is direction


def test_a_company_that_the_page_had_announced_is_no_news() -> None:
    page = with_lines("From May on HomeWAV runs video visits.", "Until then Securus does.")
    found = reading_of_page(page, with_lines("From May on HomeWAV runs video visits."))
    assert "S3-provider" not in rules(found)

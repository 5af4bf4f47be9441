"""A company that took another's place, neither of which is known."""

from __future__ import annotations

import pytest

from monitors.language.lines.firms.unknown_providers import unknown_providers
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity
from monitors.segments import plain_segments
from tests.unit.language.reading import PAGE, rules, whole_reading

OLD = "Video visits are made through Fernline. Make a Fernline account. Put money in; it costs nothing."


def test_a_swap_that_a_line_tells_is_neutral_whatever_the_names_are() -> None:
    new = (
        OLD.replace("Fernline", "BrightSill") + " Fernline shuts off on May 1. Price and hours are just what they were."
    )
    found = whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new}")
    assert rules(found) == {"S3-provider"}
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


@pytest.mark.parametrize("told", ["BrightSill, formerly Fernline, is the same company.", ""])
def test_a_new_name_or_one_that_nobody_explains_is_not_told_by_this_rule(told: str) -> None:
    new = OLD.replace("Fernline", "BrightSill")
    found = whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new} {told}", title="Jail notices")
    assert all(finding.words != ("BrightSill",) for finding in found.findings)


@pytest.mark.parametrize(
    "told",
    [
        "BrightSill has taken the place of Fernline.",
        "Your old Fernline login will not open a BrightSill account.",
        "Make an account with BrightSill. Fernline accounts do not carry over.",
    ],
)
def test_a_company_that_the_new_page_names_to_say_that_it_left_was_swapped(told: str) -> None:
    new = f"Video visits are run by BrightSill. {told} Putting money in costs nothing."
    found = whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new}")
    assert "S3-provider" in rules(found)
    assert found.direction is Direction.NEUTRAL


def test_a_company_that_stays_beside_another_was_not_swapped() -> None:
    new = f"{OLD} Photos are sold by BrightSill. Fernline cannot sell them."
    assert "S3-provider" not in rules(whole_reading(f"{PAGE}\n{OLD}", f"{PAGE}\n{new}"))


def test_names_that_begin_their_lines_trade_places_too() -> None:
    line = "{} looks at each video visit by the next day. {} gives money back if it failed."
    was = f"The machines belong to Sandglass Video, which has had the work for years. {line.format(*['Sandglass'] * 2)}"
    now = f"The machines belong to Caliche, which took over from Sandglass Video. {line.format(*['Caliche'] * 2)}"
    scene = Scene(units(plain_segments(was)), units(plain_segments(now)), "county jail visiting", "jail")
    found = unknown_providers(scene, align(scene.before, scene.after))
    assert [(effect.rule, effect.words) for effect in found.effects] == [("S3-provider", ("Caliche",))]

"""What is done to a class of visitors comes to one plain rule in whatever words it is said."""

from __future__ import annotations

import pytest

from monitors.language.claims.who_acts import as_rule, undated
from monitors.language.claims.who_visits import stance


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("we have stopped admitting friends", "friends may no longer visit"),
        ("the jail has started letting friends visit", "friends may now visit"),
        ("the sheriff lets people on parole visit again", "people on parole may now visit"),
        ("we admit friends", "friends may visit"),
        ("staff will refuse friends", "friends may not visit"),
        ("we no longer turn away friends", "friends may now visit"),
        ("visits are now closed to friends", "friends may no longer visit"),
        ("visiting privileges for friends have been revoked", "friends may no longer visit"),
        ("friends have won back the right to visit", "friends may now visit"),
        ("the rule that let friends visit has been repealed", "friends may no longer visit"),
        ("the ban on visits by friends has been lifted", "friends may now visit"),
        ("a new rule keeps friends from visiting", "friends may no longer visit"),
        ("friends will not be turned away", "friends may now visit"),
        ("everyone except friends may visit", "friends may not visit"),
        ("the jail has closed its visiting room to friends", "friends may no longer visit"),
    ],
)
def test_an_act_comes_to_a_rule(line: str, rule: str) -> None:
    assert as_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    ["the ban on visits by friends has not been lifted", "we have not started admitting friends", "friends may visit"],
)
def test_what_was_not_done_is_left_as_it_is(line: str) -> None:
    assert as_rule(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "as of june, friends may visit",
        "friends may visit from now on",
        "friends may visit starting may 1",
        "friends may visit once more",
        "friends can't visit anymore",
    ],
)
def test_what_holds_from_a_day_on_is_news(line: str) -> None:
    found = stance(line)
    assert found is not None
    assert found.news
    assert found.level == (2.0 if "can't" in line else 3.0)


def test_a_line_is_parted_from_its_day() -> None:
    assert undated("effective may 1, friends may visit") == ("friends may visit", True)
    assert undated("friends may visit") == ("friends may visit", False)
    assert undated("friends may visit on {sat}") == ("friends may visit on {sat}", False)
    assert undated("friends may visit on may 1") == ("friends may visit", True)


def test_who_must_be_listed_is_not_let_in() -> None:
    assert stance("former inmates must be on the approved list to visit") is None

"""Where a block of text is cut into sentences."""

import pytest

from monitors.language.pages.sentences import pieces


@pytest.mark.parametrize(
    "text",
    [
        "The lobby is open from 8 a.m. to 4 p.m. Monday through Friday.",
        "Visits are held from 9 a.m. to 3 p.m. Saturday and Sunday.",
        "Visits start at 9 a.m. Central time.",
    ],
)
def test_days_behind_their_clocks_are_no_sentence_of_their_own(text: str) -> None:
    assert pieces(text) == [text]


def test_a_sentence_may_start_behind_a_clock() -> None:
    assert pieces("Visiting ends at 3 p.m. Please leave the room.") == [
        "Visiting ends at 3 p.m.",
        "Please leave the room.",
    ]

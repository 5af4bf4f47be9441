"""Where a block of text is cut into sentences."""

import pytest

from monitors.language.pages.sentences import pieces, units
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading


@pytest.mark.parametrize(
    "text",
    [
        "The lobby is open from 8 a.m. to 4 p.m. Monday through Friday.",
        "Visits are held from 9 a.m. to 3 p.m. Saturday and Sunday.",
        "Visits start at 9 a.m. Central time.",
    ],
)
def test_days_behind_their_clocks_are_no_sentence_of_their_own(text: str) -> None:
    assert pieces(text) == (text,)


def test_a_sentence_may_start_behind_a_clock() -> None:
    assert pieces("Visiting ends at 3 p.m. Please leave the room.") == (
        "Visiting ends at 3 p.m.",
        "Please leave the room.",
    )


@pytest.mark.parametrize(
    ("heading", "times"), [("Notes", 1), ("Common questions", 1), ("Pod B", 2), ("Women", 2), ("Medium custody", 2)]
)
def test_visiting_hours_that_notes_say_again_are_one_line(heading: str, times: int) -> None:
    line = "Window visits: Monday and Friday, 1 to 5 p.m."
    first = "Visits" if times == 1 else "Pod A"
    page = units(plain_segments(f"{first}\n- {line}\n- Bring ID.\n\n{heading}\n- {line}\n- No bags."))
    assert sum("window visits" in unit.plain for unit in page) == times
    assert [unit.place for unit in page] == list(range(len(page)))


def test_a_reminder_of_what_the_page_says_tells_nothing() -> None:
    was = "Visits are on Saturday from 8 to 11. Nobody is seen on Sunday.\nBring an ID."
    assert not whole_reading(was, f"{was}\nReminder: nobody is seen on Sunday.").relevant

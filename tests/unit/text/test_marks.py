"""Marks that carry a rule: signs of foot-notes, and pictures or icons that say one word."""

from __future__ import annotations

import pytest

from monitors.records import Grade
from monitors.segments import key
from tests.unit.text.reading import changed, texts

DAYS = "<h2>Lobby days</h2><ul><li>Thursday{}</li><li>Friday{}</li></ul><p>{} By lot.</p>"


@pytest.mark.parametrize("mark", ["*", " *", "†", " ‡"])
def test_the_mark_of_a_note_that_goes_to_another_line_is_told(mark: str) -> None:
    assert changed(DAYS.format(mark, "", mark), DAYS.format("", mark, mark)).grade is Grade.NORMAL


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Thursday *", "thursday*"),
        ("Thursday* | 9", "thursday* | 9"),
        ("Thursday † | 9", "thursday† | 9"),
        ("* Thursday", "thursday"),
        ("* * *", ""),
        ("Ages 16 + wait outside", "ages 16+ wait outside"),
        ("3 + 4", "3 4"),
    ],
)
def test_a_mark_behind_a_word_stays_and_a_bullet_falls_off(text: str, made: str) -> None:
    assert key(text) == made


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<ul><li><img src=a.png alt='Allowed'> Cane</li></ul>", ["Allowed Cane"]),
        ("<p>Cane <i role=img aria-label='Not allowed'></i></p>", ["Cane Not allowed"]),
        ("<p>Cane <svg aria-label='No'><path></svg></p>", ["Cane No"]),
        ("<div title='Closed'>14</div><div title='Open'>15</div>", ["Closed 14", "Open 15"]),
        ("<table><tr><td>Cane</td><td><img alt='Yes'></td></tr></table>", ["Cane | Yes"]),
        ("<table><tr><td>14</td><td title='Full'>15</td></tr></table>", ["14 | Full 15"]),
        ("<p>Gate <span title='Open'>open</span></p>", ["Gate open"]),
        ("<li><input type=checkbox checked disabled> Friday</li>", ["✓ Friday"]),
        ("<li><input type=checkbox disabled> Friday</li>", ["✗ Friday"]),
        ("<li><input type=checkbox> I agree</li>", ["I agree"]),
        ("<button><i title='Open'></i>Menu</button>", ["Menu"]),
        ("<p><img src=a.png alt='Oak County'> Cane</p>", ["Cane"]),
    ],
)
def test_a_picture_of_one_word_is_part_of_the_text_beside_it(html: str, told: list[str]) -> None:
    assert texts(html) == told

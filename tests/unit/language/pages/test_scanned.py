"""Letters that a scanner takes for each other are no change of the rules, and hide none."""

from __future__ import annotations

import pytest

from monitors.language.pages.scanned import as_scanned
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import PAGE, facts, whole_reading

CLEAN = (
    "WINDOW VISITS\n\n"
    "Windows are open Monday and Thursday from 1:00 p.m. to 5:30 p.m. Each resident may have two visits of 20 minutes "
    "in a week. Visitors under 18 come with a parent. The list holds 10 names. A major report ends visits for 30 days."
)
DAMAGED = (
    "W1NDOW V1SITS\n\n"
    "Windovvs are open M0nday and Thursday frorn l:00 p.m. to 5:3O p.m. Each res1dent rnay have tvvo visits of "
    "2O rninutes in a vveek. Vis1tors under l8 corne with a parent. The list ho1ds l0 narnes."
    " A rnajor report ends visits for 3O days."
)


def read(before: str, after: str) -> tuple[str, str]:
    old, new = as_scanned(plain_segments(before), plain_segments(after))
    return tuple(" ".join(segment.text for segment in page) for page in (old, new))  # type: ignore[return-value]


def test_a_damaged_page_is_read_as_the_clean_one_whichever_came_first() -> None:
    for sides in ((DAMAGED, CLEAN), (CLEAN, DAMAGED)):
        old, new = read(*sides)
        assert old == new == read(CLEAN, CLEAN)[0]
        assert not whole_reading(*sides).relevant


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        ("visit_minutes", "20 minutes", "25 minutes"),
        ("list_max", "10 names", "12 names"),
        ("min_age", "under 18", "under 16"),
    ],
)
def test_a_figure_that_moved_beside_them_is_told(name: str, was: str, now: str) -> None:
    figure, other = (float(text.split()[0 if name != "min_age" else 1]) for text in (was, now))
    found = whole_reading(DAMAGED, CLEAN.replace(was, now))
    assert found.relevant
    assert name == "min_age" or facts(found)[name] == (figure, other)


def test_a_page_whose_words_all_stand_keeps_them() -> None:
    for was, now in [("The list holds 10 names.", "The list holds 12 names."), ("Unit B1", "Unit B2"), ("8B", "88")]:
        assert read(was, now) == (was, now)
    # On a page that no scanner damaged a word is no other one, and ordinals are whole.
    for was, now in [("Bail is taken.", "Ball games."), ("The modern lobby.", "The modem lobby."), ("1st", "lst")]:
        assert read(was, now)[0] == was
    assert read("Section III. V1sitors vvait.", "Visitors wait. Nobody ill.")[0] == "Section III. Visitors wait."


def test_of_two_words_that_it_may_be_none_is_taken() -> None:
    assert read("The ba1l is here.", "The bail and the ball.")[0] == "The ba1l is here."


def test_visits_that_end_are_told_from_a_damaged_page() -> None:
    found = whole_reading(
        DAMAGED, "WINDOW VISITS\n\nWindow visits have been discontinued. All visits are by video only."
    )
    assert found.direction is Direction.RESTRICTIVE


def test_letters_that_look_alike_are_read_as_the_clean_page_has_them_and_sentences_begin_where_they_did() -> None:
    damaged = "Mcnday thru Fr1day 9:OO a.rn. - ll:00 a.rn. Eaoh v1sit is lirnited tc 2O rninutes. lf late, call."
    clean = "Monday thru Friday 9:00 a.m. - 11:00 a.m. Each visit is limited to 20 minutes. If late, call."
    assert not whole_reading(f"{PAGE}\n{damaged}", f"{PAGE}\n{clean}").relevant
    shorter = clean.replace("20 minutes", "15 minutes")
    assert facts(whole_reading(f"{PAGE}\n{damaged}", f"{PAGE}\n{shorter}"))["visit_minutes"] == (20.0, 15.0)


def test_clocks_of_letters_alone_and_a_k_of_two_are_read() -> None:
    was = "Eaeh inrnate rnay have one (l) visit per weelc.\nVisits are frorn l:OO p.rn. to 4:OO p.rn. You rnust he in."
    now = "Each inmate may have one (1) visit per week.\nVisits are from 1:00 p.m. to 4:00 p.m. You must be in."
    assert not whole_reading(was, now).relevant

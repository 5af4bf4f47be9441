"""Lines that say by the lines before them whose visits, hours and prices they are on."""

# ruff: noqa: E501  a line of a page reads better whole

import pytest

from monitors.language.pages.carried import of_an_errand, of_others_before
from monitors.language.pages.other_pages import about_else, never_ours
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.language.words.wording import canonical
from monitors.segments import plain_segments


def scene(text: str, title: str = "Alder County Jail", kind: str = "jail") -> Scene:
    page = units(plain_segments(text))
    return Scene(page, page, canonical(title), kind)


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("COUNTY HOME (brick, flagpole). Families may come until 8.", True),
        ("Families may come to the county home on Elm. Children may come until 8.", True),
        ("Turn left behind the county home on Elm. Families may come until 8.", False),
        ("Supervised visitation of a child by a parent is run by Lantern House. They take families on Saturday.", True),
        ("Visiting Judge Ames will hear the case. He will no longer come in person.", True),
        ("You can visit the dogs on Saturday. They are washed by noon.", True),
        ("You can visit the dogs on Saturday. Kids may come along.", False),
        ("Guided tours run on Monday. Families may come until 8.", False),
        ("Children must come with a custodial parent.", False),
        ("Visiting pastors are no longer admitted.", False),
        ("Visiting Judge Ames will hear the case. Inmates may have visits on Saturday.", False),
        ("The nurse gave books. Families may come until 8.", False),
        ("We care for the garden. Families come to the glass until 8, and once the museums of the state lent pictures.", False),
    ],
)  # fmt: skip
def test_a_line_goes_on_with_the_house_or_person_named_before_it(text: str, theirs: bool) -> None:
    page = scene(text)
    assert of_others_before(page, page.after[-1]) is theirs


@pytest.mark.parametrize(
    ("text", "errand"),
    [
        ("The bond window is on the alley side. It is open around the clock.", True),
        ("Property window. No appointment needed; walk right up on Tuesday.", True),
        ("Parking is free. Sessions last 20 minutes now.", False),
        ("Parking is free. Twenty minutes is the limit now.", False),
        ("The registration desk opens at 7.", False),
        ("The bond window is on the alley side. Visits are on Saturday.", False),
        ("Visits are by the clock. It is open around the clock.", False),
        ("The bond window takes cards. Children may come along.", False),
    ],
)
def test_a_line_goes_on_with_the_errand_named_before_it(text: str, errand: bool) -> None:
    page = scene(text)
    assert of_an_errand(page, page.after[-1]) is errand


def test_a_paper_names_no_errand() -> None:
    page = scene("The bond window is on the alley side. It is open around the clock.", kind="news")
    assert not of_an_errand(page, page.after[-1])


@pytest.mark.parametrize(
    ("text", "title", "kind", "other"),
    [
        ("The Wardens beat the Junction 61-58 in the tourney. Coach Ott suspended two for the playoffs.", "Visitors rally", "news", True),
        ("The jail suspended visits on Friday. The sheriff said so.", "Visits stop", "news", False),
        ("The visitors waited. The visitors were told nothing. The visitors left.", "The season of no visits", "news", False),
        ("A candlelight vigil was held at the jail. Visits end in May.", "Vigil", "news", False),
        ("See the cell where Dutch Annie dug. Open for visits on weekends.", "The Old Hoosegow", "jail", True),
        ("Visits are on weekends.", "The Old Hoosegow", "jail", False),
    ],
)  # fmt: skip
def test_a_game_and_an_old_jail_that_is_shown_are_no_source(text: str, title: str, kind: str, other: bool) -> None:
    assert about_else(scene(text, title, kind)) is other


@pytest.mark.parametrize(
    ("text", "title", "never"),
    [
        ("Your officer will visit you at home. Nobody may visit a prison while on parole.", "Parole office, Third District", True),
        ("Your officer will visit you at home. Visiting hours at the jail are 8 to 4.", "Parole office, Third District", False),
        ("Come at eight.", "Haunted jail night", True),
        ("Visits are on Sunday from 1 to 3.", "Alder Community Corrections", False),
        ("Visits are on Sunday from 1 to 3.", "PREA, mail and visits", False),
        ("Visits are at eight.", "Alder jail", False),
    ],
)  # fmt: skip
def test_an_office_that_holds_nobody_by_its_title(text: str, title: str, never: bool) -> None:
    assert never_ours(scene(text, title)) is never

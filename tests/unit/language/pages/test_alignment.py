"""Moves, repeats, spelling and rewording between two pages."""

import pytest

from monitors.language.pages.align import MAX_PAIRS, align, likeness
from monitors.language.pages.sentences import pieces, units, with_header
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading


def aligned(before: str, after: str):
    return align(units(plain_segments(before)), units(plain_segments(after)))


def test_moved_sentences_are_no_change() -> None:
    found = aligned(
        "Visits last an hour.\nBring a card.\nPark in lot B.", "Park in lot B.\nVisits last an hour.\nBring a card."
    )
    assert not found.pairs and not found.removed and not found.added


def test_a_doubled_sentence_is_no_change() -> None:
    found = aligned(
        "Visits are held at the windows.", "Visits are held at the windows.\nVisits are held at the windows."
    )
    assert not found.added


@pytest.mark.parametrize("label", ["Length: {} minutes", "Visit length: {} min", "Visitors allowed: {}"])
def test_a_value_under_one_heading_is_not_said_by_the_same_value_under_another(label: str) -> None:
    page = "# Video visits\n\n- {}\n\n# On-site visits\n\n- {}\n"
    found = aligned(page.format(label.format(20), label.format(30)), page.format(label.format(20), label.format(20)))
    ((old, new),) = found.pairs
    assert ("30" in old.plain, "20" in new.plain, "on-site" in new.headings) == (True, True, True)
    moved = aligned(page.format(label.format(20), "Closed"), page.format("Closed", label.format(20)))
    assert not (moved.pairs or moved.added or moved.removed)


def test_a_page_that_shows_its_text_twice_has_changed_once() -> None:
    twice = "# Visits\n\n{0}\n\n- {1}\n\n# Visits\n\n{0}\n\n- {1}\n"
    found = aligned(
        twice.format("Visits last 30 minutes.", "Former inmates must wait 60 days."),
        twice.format("Visits last 20 minutes.", "Former inmates must wait 90 days."),
    )
    assert len(found.pairs) == 2 and not found.added and not found.removed
    gone = aligned(twice.format("Visits last 30 minutes.", "Children may not come."), "# Visits\n\nBring ID.\n")
    assert sum(len(unit.plain) > 12 for unit in gone.removed) == 2
    rows = "# Visits\n\nMon | 9-{0}\nMon | 9-{1}\n"
    assert len(aligned(rows.format(10, 10), rows.format(11, 12)).pairs) == 2


def test_spelling_is_no_change() -> None:
    found = aligned(
        "Vistors must bring a goverment card with a photo.", "Visitors must bring a government card with a photo."
    )
    assert not found.pairs


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You may have up to too children with you.", "You may have up to two children with you."),
        ("Visitors who shout will have there visit ended.", "Visitors who shout will have their visit ended."),
        ("Bring your drivers license front and back.", "Bring your driver's license, front and back."),
        ("Aproval of a vistor takes two days.", "Approval of a visitor takes two days."),
    ],
)
def test_mistakes_that_are_mended_are_no_change(old: str, new: str) -> None:
    assert not aligned(old, new).pairs


def test_another_number_is_no_mistake() -> None:
    assert aligned("You may have up to two children.", "You may have up to three children.").pairs


def test_a_reworded_rule_is_paired_with_its_old_wording() -> None:
    found = aligned("A visit lasts 30 minutes.\nLockers are free.", "Lockers are free.\nA visit lasts 20 minutes.")
    assert [(a.plain, b.plain) for a, b in found.pairs] == [("a visit lasts 30 minutes.", "a visit lasts 20 minutes.")]


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert pieces("Ask Sgt. Hill. Doors open at 8 a.m. daily.") == ("Ask Sgt. Hill.", "Doors open at 8 a.m. daily.")


def test_a_cell_takes_the_name_of_its_column() -> None:
    rows = units(plain_segments("Level | Visits a month\nClose | 2"))
    assert with_header(rows[1]) == "level: close | visits a month: 2"


def test_very_long_pages_stay_bounded() -> None:
    size = int(MAX_PAIRS**0.5) + 20
    before = "\n".join(f"Rule number {i} of the old page about lockers." for i in range(size))
    after = "\n".join(f"Entry {i} on the new page about parking." for i in range(size))
    found = aligned(before, after)
    assert not found.pairs and len(found.removed) == size


def test_likeness() -> None:
    assert likeness("visits are held", "visits are held") == 1.0
    assert likeness("visits are held", "parking is free") < 0.3


def test_hours_that_two_houses_had_alike_are_told_of_the_one_that_lost_them() -> None:
    week = "Visits: Monday and Friday, 1 to 3 p.m."
    old = f"Hill Street House\n{week}\nBring ID.\n\nValley Center\n{week}\nBring ID."
    hill = old.replace(f"House\n{week}", "House\nVisits: Monday, 1 to 3 p.m.")
    valley = old.replace(f"Center\n{week}", "Center")
    for new in (hill, valley):
        found = whole_reading(old, new, title="County jail visiting")
        back = whole_reading(new, old, title="County jail visiting")
        assert (found.direction, back.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)

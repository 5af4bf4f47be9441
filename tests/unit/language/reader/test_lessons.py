"""What the reader is taught: an edit keeps its label among harmless ones."""

import random

from benchmarks.reader_lessons import Edit, Page, crowded

LINES = (
    "A visit lasts 30 minutes.",
    "Park in the rear lot.",
    "Lockers are in the lobby.",
    "Bring a card with a photo.",
)
SHORTER = Edit("restrictive", "major", ("duration_frequency",), (), (("1", "A visit lasts 20 minutes."),), True)
HARMLESS = [
    Edit("none", "none", (), (), (("2", "Use the lot in the rear."),), True),
    Edit("none", "none", (), (), (("3", "The lobby has lockers."),), True),
    Edit("none", "none", (), (), (("1", "Visits are thirty minutes."),), True),
]
PAGE = Page("jail_policy", "Alder County Jail", LINES, [SHORTER, *HARMLESS])
OTHER = Page("jail_policy", "Birch County Jail", ("The desk is open.",), [])


def test_an_edit_keeps_its_label_among_the_harmless_ones_that_fit() -> None:
    for seed in range(10):
        lesson = crowded(PAGE, SHORTER, OTHER, random.Random(seed))
        assert (lesson.label, lesson.severity) == ("restrictive", "major")
        told = lesson.after.split("\n")
        assert told[:4] == ["A visit lasts 20 minutes.", "Use the lot in the rear.", "The lobby has lockers.", LINES[3]]


def test_harmless_edits_together_are_harmless() -> None:
    assert crowded(PAGE, HARMLESS[0], OTHER, random.Random(1)).label == "none"

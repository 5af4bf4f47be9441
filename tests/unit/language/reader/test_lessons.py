"""What the reader is taught: an edit keeps its label among harmless ones, and is none of them where it is cut off."""

import random
from dataclasses import replace

from benchmarks.reader_lessons import Edit, Lesson, Page, crowded, is_heard, one_round

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


def _many(told: Lesson) -> Lesson:
    """So many lines edited above a change that the encoder hears only them."""
    above = [f"On visiting day {n} each family that visits in person parks in the lot of row {n}." for n in range(30)]
    return replace(
        told,
        before="\n".join([*above, told.before]),
        after="\n".join([*(line.replace("parks in", "leaves its car on") for line in above), told.after]),
    )


def test_a_change_is_heard_among_few_others_and_not_among_many() -> None:
    alone = PAGE.lesson(SHORTER)
    assert is_heard(alone, PAGE.lesson(SHORTER, *HARMLESS[:2]))
    assert not is_heard(alone, _many(alone))


def test_what_is_harmless_may_be_cut_off() -> None:
    alone = PAGE.lesson(HARMLESS[0])
    assert is_heard(alone, _many(alone))


def test_a_round_teaches_no_change_that_is_cut_off() -> None:
    far = "Whoever visits a person in the annex beyond the creek by video keeps the hours of before and signs in"
    lines = (*(f"{far} at gate {n}, where the lot and the lockers are." for n in range(40)), LINES[0])
    harmless = [
        Edit("none", "none", (), (), ((f"{n + 1}", f"At gate {n}, by the lockers and the lot: {far.lower()}."),), True)
        for n in range(40)
    ]
    telling = replace(SHORTER, ops=(("41", "A visit lasts 20 minutes."),))
    page = Page("jail_policy", "Alder County Jail", lines, [telling, *harmless])
    alone = page.lesson(telling)
    taught = [one for seed in range(9) for _, one in one_round([page], (), random.Random(seed)) if one.label != "none"]
    assert len(taught) == 9
    assert all(is_heard(alone, one) or is_heard(alone.reversed(), one) for one in taught)

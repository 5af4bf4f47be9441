"""What the reader is taught: an edit keeps its label among harmless ones, and stands alone where it were cut off."""

import random
from dataclasses import replace

from benchmarks.reader_lessons import Edit, Lesson, Page, crowded, edits_once, is_heard, passages_once


def _harmless(line: int, text: str) -> Edit:
    return Edit("none", "none", (), (), ((str(line), text),), True)


LINES = (
    "A visit lasts 30 minutes.",
    "Park in the rear lot.",
    "Lockers are in the lobby.",
    "Bring a card with a photo.",
)
SHORTER = Edit("restrictive", "major", ("duration_frequency",), (), (("1", "A visit lasts 20 minutes."),), True)
HARMLESS = [
    _harmless(2, "Use the lot in the rear."),
    _harmless(3, "The lobby has lockers."),
    _harmless(1, "Visits are thirty minutes."),
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
    harmless = [_harmless(n + 1, f"At gate {n}, by the lockers and the lot: {far.lower()}.") for n in range(40)]
    telling = replace(SHORTER, ops=(("41", "A visit lasts 20 minutes."),))
    page = Page("jail_policy", "Alder County Jail", lines, [telling, *harmless])
    alone = page.lesson(telling)
    taught = [one for seed in range(9) for _, one in edits_once([page], random.Random(seed)) if one.label != "none"]
    assert len(taught) == 9
    assert all(is_heard(alone, one) or is_heard(alone.reversed(), one) for one in taught)


def test_a_whole_case_keeps_its_label_above_a_page_that_was_edited() -> None:
    case = PAGE.lesson(SHORTER)
    below = Page("jail_policy", "Birch County Jail", OTHER.lines, [_harmless(1, "The desk is staffed.")])
    for seed in range(20):
        for _, one in passages_once([case], [below], random.Random(seed)):
            assert one.label in ("restrictive", "restorative")  # the latter where before and after are swapped
            assert is_heard(case, one) or is_heard(case.reversed(), one)
    texts = [one.before for seed in range(20) for _, one in passages_once([case], [below], random.Random(seed))]
    assert {"desk" in text for text in texts} == {True, False}


def test_a_whole_case_stands_alone_where_it_were_cut_off() -> None:
    case = replace(PAGE.lesson(SHORTER), before="The list has room for ten.", after="The list has room for four.")
    told = "At the gate, and then at the lockers, people on their way to a visit by screen with somebody who is held"
    lines = tuple(
        f"Whoever visits a person by video in annex {n} signs in at the gate and waits by the lockers."
        for n in range(3)
    )
    edits = [
        _harmless(n + 1, f"{told} in annex {n} first put down a name and then wait to be called.") for n in range(3)
    ]
    below = Page("jail_policy", "Birch County Jail", lines, edits)
    assert not is_heard(
        case, replace(case, before=f"{case.before}\n{below.text()}", after=f"{case.after}\n{below.text(edits)}")
    )
    for seed in range(20):
        for _, one in passages_once([case], [below], random.Random(seed)):
            assert is_heard(case, one) or is_heard(case.reversed(), one)


def test_a_share_of_nothing_teaches_nothing() -> None:
    assert not list(edits_once([PAGE], random.Random(1), share=0.0))
    assert len(list(edits_once([PAGE], random.Random(1)))) == len(PAGE.edits)

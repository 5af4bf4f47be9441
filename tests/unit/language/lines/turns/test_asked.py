"""Questions whose answer turned from yes to no or back."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Topic
from tests.unit.language.reading import facts, reading, rules

PAGE = "Visiting\nHow long is a visit?\nOne hour.\n{}\n{}\nWho may I ask?\nAsk the case manager."


def told(question: str, was: str, now: str):  # type: ignore[no-untyped-def]
    before, after = (PAGE.format(question, answer) for answer in (was, now))
    return reading(before, after, title="Frequently asked questions", kind="doc")


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("Can I visit without an appointment?", "Yes, walk-ins are welcome.", "No. You must book two days ahead."),
        ("Can I be on the list of two people?", "Yes. You may be on three lists.", "No, unless both are family."),
        ("Do you allow contact visits?", "Yes. A hug is fine.", "No. Visits are through glass."),
        ("Are children allowed to visit?", "Yes, with a parent.", "No."),
        ("Is there a fee for a visit?", "No. Visits cost nothing.", "Yes, five dollars."),
        ("Do I need an appointment to visit?", "No, come when you like.", "Yes, call the day before."),
    ],
)
def test_an_answer_that_turned_is_read_by_its_question(question: str, better: str, worse: str) -> None:
    loss, gain = told(question, better, worse), told(question, worse, better)
    assert "P-asked" in rules(loss) & rules(gain)
    assert (loss.direction, gain.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def test_who_may_come_and_touch_are_told_as_permissions() -> None:
    found = told("Are children allowed to visit?", "Yes, with a parent.", "No.")
    assert (found.topics, facts(found)) == ((Topic.ELIGIBILITY,), {"minors_allowed": (True, False)})


@pytest.mark.parametrize(
    ("question", "was", "now"),
    [
        ("Can I bring food to a visit?", "Yes, in a clear bag.", "No."),
        ("Will I be searched before a visit?", "No.", "Yes, with a wand."),
        ("Can I visit without an appointment?", "Yes, walk-ins are welcome.", "Yes, you may walk in."),
        ("How do I visit?", "Yes, it is easy.", "No forms are needed."),
    ],
)
def test_other_answers_turn_nothing(question: str, was: str, now: str) -> None:
    assert "P-asked" not in rules(told(question, was, now))

"""The grammar that teaches the reader what undoes what: its labels, and that every sentence of it can be said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.reader_lessons import CASES, Edit, Page
from benchmarks.reversal_lessons import STEPS, Act, State, label_of, read_grammar, reversals

END = Act("end visits", "ending visits", "visits have ended", "restrictive", "critical", ("in_person",))
HARMLESS = Edit("none", "none", (), (), (("1", "Visits are held here, at the jail."),), True)
PAGE = Page("jail_policy", "Alder County Jail", ("Visits are held at the jail.", "The lobby has lockers."), [HARMLESS])


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        (State.OPEN, State.PLANNED, ("restrictive", "major")),
        (State.OPEN, State.DONE, ("restrictive", "critical")),
        (State.PLANNED, State.DONE, ("restrictive", "critical")),
        (State.PLANNED, State.OPEN, ("restorative", "major")),
        (State.PLANNED, State.REFUSED, ("restorative", "major")),
        (State.DONE, State.UNDONE, ("restorative", "critical")),
        (State.DONE, State.STANDS, ("restrictive", "major")),
        (State.OPEN, State.OPEN, ("none", "none")),
        (State.DONE, State.DONE, ("none", "none")),
    ],
)
def test_a_step_is_labelled_by_what_became_of_the_act(before: State, after: State, label: tuple[str, str]) -> None:
    assert label_of(END, before, after) == label


def test_every_sentence_of_the_grammar_is_whole() -> None:
    grammar = read_grammar(CASES / "reversals.txt")
    assert all(grammar.frames.values()) and all(grammar.words.values())
    assert {state for step in STEPS for state in step} == set(State)
    for act in grammar.acts:
        for frames in grammar.frames.values():
            for frame in frames:
                said = frame.format(who="The board", do=act.plain, doing=act.doing, done=act.done, when="May 1")
                assert said.endswith(".") and "{" not in said


def test_a_line_that_is_no_grammar_is_named(tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_text("who :: The board\nsideways :: The board turns.\n")
    with pytest.raises(ValueError, match=r"g\.txt:2"):
        read_grammar(tmp_path / "g.txt")


def test_lessons_stand_in_pages_and_are_the_same_each_time() -> None:
    lessons = list(reversals([PAGE], random.Random(5), 300))
    assert lessons == list(reversals([PAGE], random.Random(5), 300))
    assert {lesson.label for _, lesson in lessons} == {"restrictive", "restorative", "none"}
    for _, lesson in lessons:
        added = set(lesson.after.splitlines()) - set(lesson.before.splitlines()) - {HARMLESS.ops[0][1]}
        assert len(added) <= 1 and "The lobby has lockers." in lesson.after
        assert (lesson.facts is None) == (lesson.label != "none") == bool(lesson.topics)

"""Sentences whose verbs undo each other, for the reader: planned, ordered, denied, dropped, undone, let stand.

Written by a grammar (benchmarks/cases/reversals.txt), since people's edits hold few of them and every layer of reversal
turns the label: an act against visits or for them, and what somebody does to that act. A sentence is put into an edited
page as a new line, or takes the place of another sentence on the same act. How each is labelled: domain rules D4, D5,
S5; a plan that is denied or a rumour leaves the terms as they are.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from benchmarks.reader_lessons import CASES, Edit, Lesson, Page

_SWAPPED = {"restrictive": "restorative", "restorative": "restrictive"}
_LOWER = {"critical": "major", "major": "minor", "minor": "minor"}
_BESIDE = 0.35  # how often a harmless edit of the page is made too
_REPLACED = 0.4  # how often a sentence takes another one's place
_OPENED = 0.5


@dataclass(frozen=True)
class Act:
    """What is done to visits: "end evening visits", "ending evening visits", "evening visits are over"."""

    plain: str
    doing: str
    done: str
    direction: str
    severity: str
    topics: tuple[str, ...]


class State(Enum):
    """What holds by a sentence. OPEN: nothing was decided; STANDS: an act was attacked in vain."""

    OPEN = "open"
    PLANNED = "planned"
    DONE = "done"
    REFUSED = "refused"
    UNDONE = "undone"
    STANDS = "stands"


@dataclass(frozen=True)
class Grammar:
    """What sentences are made of. frames: by state, with {who}, {do}, {doing}, {done}, {when} in them."""

    acts: list[Act] = field(default_factory=list)
    frames: dict[State, list[str]] = field(default_factory=lambda: {state: [] for state in State})
    words: dict[str, list[str]] = field(default_factory=lambda: {"who": [], "when": [], "opening": []})


def read_grammar(path: Path) -> Grammar:
    """Raises ValueError naming the line that is not understood."""
    found = Grammar()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        head, _, said = line.partition(" :: ")
        kind, *label = head.split()
        try:
            if kind == "act":
                direction, severity, topics = label
                plain, doing, done = said.split(" | ")
                found.acts.append(Act(plain, doing, done, direction, severity, tuple(topics.split(","))))
            elif kind in found.words:
                found.words[kind].append(said)
            else:
                found.frames[State(kind)].append(said)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}: {line[:80]}") from error
    return found


def label_of(act: Act, before: State, after: State) -> tuple[str, str]:
    """Direction and severity of the step from one state to another; "none", "none" where the terms stay."""
    away, lower = _SWAPPED[act.direction], _LOWER[act.severity]
    if before is after or after is State.OPEN:
        dropped = before is State.PLANNED and after is State.OPEN
        return (away, lower) if dropped else ("none", "none")
    return {
        State.PLANNED: (act.direction, lower),
        State.DONE: (act.direction, act.severity),
        State.REFUSED: (away, lower),
        State.UNDONE: (away, act.severity),
        State.STANDS: (act.direction, lower),
    }[after]


# Steps that happen, and whose label is plain.
STEPS = (
    (State.OPEN, State.PLANNED), (State.OPEN, State.DONE), (State.OPEN, State.OPEN), (State.PLANNED, State.OPEN),
    (State.PLANNED, State.DONE), (State.PLANNED, State.REFUSED), (State.PLANNED, State.PLANNED),
    (State.DONE, State.UNDONE), (State.DONE, State.DONE), (State.DONE, State.STANDS), (State.REFUSED, State.REFUSED),
)  # fmt: skip


def sentence(grammar: Grammar, act: Act, state: State, rng: random.Random) -> str:
    """One sentence that leaves an act in that state."""
    who, when = rng.choice(grammar.words["who"]), rng.choice(grammar.words["when"])
    frame = rng.choice(grammar.frames[state])
    said = frame.format(who=who, do=act.plain, doing=act.doing, done=act.done, when=when)
    opening = f"{rng.choice(grammar.words['opening'])} " if rng.random() < _OPENED else ""
    return opening + said[0].upper() + said[1:]


def reversals(pages: Sequence[Page], rng: random.Random, count: int) -> Iterator[tuple[int, Lesson]]:
    """So many lessons in pages of the corpus, each with a number of its own."""
    grammar = read_grammar(CASES / "reversals.txt")
    for _ in range(count):
        page, act = rng.choice(pages), rng.choice(grammar.acts)
        before, after = rng.choice(STEPS) if rng.random() < _REPLACED else (State.OPEN, rng.choice(list(State)))
        told = before is not State.OPEN or rng.random() < _REPLACED
        old = sentence(grammar, act, before, rng) if told else ""
        lesson = _lesson(page, act, label_of(act, before, after), old, sentence(grammar, act, after, rng), rng)
        yield zlib.crc32(repr((lesson.before, lesson.after)).encode()), lesson


def _lesson(page: Page, act: Act, label: tuple[str, str], old: str, new: str, rng: random.Random) -> Lesson:
    direction, severity = label
    told = direction != "none"
    place = rng.randrange(len(page.lines) + 1)
    edit = Edit(direction, severity, act.topics if told else (), (), ((f"{place}+", new),), False)
    harmless = [e for e in page.edits if e.label == "none" and "*" not in e.lines]
    beside = [rng.choice(harmless)] if harmless and rng.random() < _BESIDE else []
    said = Edit("none", "none", (), (), ((f"{place}+", old),), False) if old else None
    return replace(page.lesson(edit, *beside, said=said), facts=None if told else ())

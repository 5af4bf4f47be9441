"""What the encoder of monitors/language/reader/learned.py is taught: labelled cases, passages and edited pages.

    benchmarks/cases/edits/*.txt   pages with labelled edits (format: benchmarks/cases/README.md), all but HELD
    benchmarks/cases/pairs-*.jsonl passages of one or two sentences, without facts
    benchmarks/cases/part-*.jsonl  whole cases

Every round of training sees each of them once, varied where the label is known to follow: before and after swapped,
a harmless edit or a second relevant one of the same page beside it, people named otherwise.
"""

from __future__ import annotations

import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.evaluate import KINDS
from monitors.language.reader import learned
from monitors.language.reader.encoding import MOST_PIECES, Encoded, Kind
from monitors.records import Severity

CASES = Path(__file__).parent / "cases"
# Files of edits that are not taught: the weighing of verdict.py is fitted on them.
HELD = ("l-15", "m-18", "n-17", "o-32", "p-40", "q-16", "r-22", "s-28", "t-22", "u-15")
# As much by authors who were asked for changes that are hard to see; a gate fitted on them would tell too much.
HELD_HARD = ("x-05", "y-05", "z-05", "1-05", "2-05", "3-05", "4-05", "5-05", "6-05", "7-05", "8-05")
_SWAPPED = {"restrictive": "restorative", "restorative": "restrictive"}
# A proposal put into force is no proposal taken back; a report of an act cannot be undone by deleting it.
_ONE_WAY = re.compile(
    r"\b(propos|bill|petition|lawsuit|sue[sd]?\b|study|hearing|will consider|vote|introduc|draft|would|announce|judge"
    r"|court|no change|unchanged)",
    re.I,
)
_PEOPLE = (
    ("inmates", "incarcerated people"),
    ("inmate", "incarcerated person"),
    ("inmates", "residents"),
    ("inmate", "resident"),
    ("detainees", "people in custody"),
    ("prisoners", "adults in custody"),
    ("visitors", "guests"),
    ("visitor", "guest"),
    ("jail", "detention center"),
    ("jail", "facility"),
    ("families", "loved ones"),
    ("resident", "detainee"),
    ("prisoner", "inmate"),
)
_PASSAGE_SHARE = 0.5  # of the short passages, which come by the thousand, in one round
_EASY_SHARE = 0.35
_HEARD_SHARE = 0.85  # of what went and came of a change alone, that must be heard of it among others
_CROWDED_SHARE = 0.45  # of the edits that are seen among several harmless ones
_REPHRASED_SHARE = 0.6  # of the edits whose old text has a harmless rephrasing
Fact = tuple[str, Any, Any]


@dataclass(frozen=True)
class Lesson:
    """One labelled change. label: a direction or "none"; facts: None where nobody wrote them down."""

    before: str
    after: str
    title: str
    kind: str
    label: str
    severity: str
    topics: tuple[str, ...]
    facts: tuple[Fact, ...] | None
    reversible: bool

    def reversed(self) -> Lesson:
        """Before and after swapped."""
        facts = None if self.facts is None else tuple((name, new, old) for name, old, new in self.facts)
        label = _SWAPPED.get(self.label, self.label)
        return replace(self, before=self.after, after=self.before, label=label, facts=facts)

    def case(self, name: str) -> dict[str, Any]:
        """As a case in the schema of `visitwatch evaluate`."""
        return {
            "id": name,
            "kind": self.kind,
            "title": self.title,
            "before": self.before,
            "after": self.after,
            "relevant": self.label != "none",
            "direction": "neutral" if self.label == "none" else self.label,
            "severity": self.severity,
            "topics": list(self.topics),
            "facts": [{"name": n, "before": b, "after": a} for n, b, a in self.facts or ()],
        }


@dataclass(frozen=True)
class Edit:
    """One labelled edit of a page. ops: (place, text), place "3", "3+" or "*"."""

    label: str
    severity: str
    topics: tuple[str, ...]
    facts: tuple[Fact, ...]
    ops: tuple[tuple[str, str], ...]
    reversible: bool

    @property
    def lines(self) -> frozenset[str]:
        """The lines it touches; "*" touches all."""
        return frozenset(place.rstrip("+") for place, _ in self.ops)


@dataclass(frozen=True)
class Page:
    """A page with its edits."""

    kind: str
    title: str
    lines: tuple[str, ...]
    edits: list[Edit] = field(default_factory=list)

    def text(self, edits: Sequence[Edit] = ()) -> str:
        """The page with some edits made."""
        ops = [op for edit in edits for op in edit.ops]
        whole = [text for place, text in ops if place == "*"]
        if whole:
            return whole[0]
        told = dict(op for op in ops if not op[0].endswith("+"))
        found = [text for place, text in ops if place == "0+"]
        for number, line in enumerate(self.lines, 1):
            found.append(told.get(str(number), line))
            found += [text for place, text in ops if place == f"{number}+"]
        return "\n".join(line for line in found if line)

    def lesson(self, edit: Edit, *beside: Edit, said: Edit | None = None) -> Lesson:
        """An edit as a lesson, others of the page made with it. said: a harmless edit that tells the old page."""
        edits = (edit, *beside)
        told = [e for e in edits if e.label != "none"]
        signs = {e.label for e in told} - {"neutral"}
        label = "none" if not told else signs.pop() if len(signs) == 1 else "mixed" if signs else "neutral"
        severity = max((e.severity for e in edits), key=lambda name: Severity(name).rank)
        topics = tuple(dict.fromkeys(topic for e in told for topic in e.topics))
        facts = tuple(fact for e in told for fact in e.facts)
        reversible = all(e.reversible for e in edits)
        return Lesson(
            self.text([said] if said else ()),
            self.text(edits),
            self.title,
            self.kind,
            label,
            severity,
            topics,
            facts,
            reversible,
        )

    def rephrasings(self, edit: Edit) -> list[Edit]:
        """The harmless edits of lines that an edit replaces: the same old terms in other words. Without them a change
        told in words all its own would look like the paraphrases it stands among."""
        replaced = {place for place, text in edit.ops if place.isdigit() and text}
        return [
            other
            for other in self.edits
            if other.label == "none"
            and other is not edit
            and all(place in replaced and text for place, text in other.ops)
        ]

    def fellows(self, edit: Edit) -> tuple[list[Edit], list[Edit]]:
        """The harmless and the relevant edits that can be made beside one."""
        free = [e for e in self.edits if not (e.lines & edit.lines) and "*" not in (e.lines | edit.lines)]
        names = {name for name, _, _ in edit.facts}
        return (
            [e for e in free if e.label == "none"],
            [e for e in free if e.label != "none" and not names & {name for name, _, _ in e.facts}],
        )


_EDIT = re.compile(r"E(!?) (.*)")
_OP = re.compile(r"\s*(\*|\d+\+?):\s*(.*)$")


def pages(path: Path) -> list[Page]:
    """The pages of one file of edits. Raises ValueError naming the line that is not understood."""
    found: list[Page] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            _read_line(line.rstrip(), found)
        except (ValueError, IndexError, TypeError) as error:
            raise ValueError(f"{path}:{number}: {error}: {line[:80]}") from error
    return found


def _read_line(line: str, found: list[Page]) -> None:
    if not line or line.startswith("#"):
        return
    if line.startswith("@"):
        kind, _, title = line[1:].partition("|")
        found.append(Page(kind.strip(), title.strip(), ()))
    elif (match := _EDIT.match(line)) is not None:
        found[-1].edits.append(_edit(match.group(2), reversible=not match.group(1)))
    else:
        found[-1] = replace(found[-1], lines=(*found[-1].lines, line.split(" ", 1)[1].strip()))


def _edit(text: str, *, reversible: bool) -> Edit:
    label, ops, *facts = text.split(" :: ")
    moved = []
    for op in ops.split(" // "):
        match = _OP.match(op)
        if match is None:
            raise ValueError(f"no operation: {op}")
        moved.append((match.group(1), "" if match.group(2).strip() == "-" else match.group(2).strip()))
    if label.strip() == "-":
        return Edit("none", "none", (), (), tuple(moved), reversible)
    direction, severity, topics = label.split()
    told = [fact.strip() for part in facts for fact in part.split(";") if fact.strip()]
    return Edit(direction, severity, tuple(topics.split(",")), tuple(map(_fact, told)), tuple(moved), reversible)


def _fact(text: str) -> Fact:
    name, values = text.split(" ", 1)
    before, after = (json.loads(value) for value in values.split(">"))
    return name, before, after


def from_cases(name: str) -> list[Lesson]:
    """A jsonl file of cases or passages as lessons."""
    rows = [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [_from_case(row) for row in rows if row["before"] != row["after"]]


def _from_case(row: dict[str, Any]) -> Lesson:
    label = row["direction"] if row["relevant"] else "none"
    signed = label in (*_SWAPPED, "mixed", "none")
    both = bool(row["before"] and row["after"])
    kind = row.get("kind", "")
    reversible = (
        both and signed and kind not in ("news", "vendor_statement")
        and (label == "none" or not _ONE_WAY.search(f"{row['before']} {row['after']}"))
    )  # fmt: skip
    facts = tuple((f["name"], f["before"], f["after"]) for f in row["facts"]) if "facts" in row else None
    if label == "none":
        facts = ()
    return Lesson(
        row["before"],
        row["after"],
        row.get("title", ""),
        kind,
        label,
        row["severity"] if row["relevant"] else "none",
        tuple(row["topics"]),
        facts,
        reversible,
    )


def edits_once(
    taught: Sequence[Page], rng: random.Random, easy: Collection[int] = (), share: float = 1.0
) -> Iterator[tuple[int, Lesson]]:
    """Every edit once, varied, with a number that it keeps; those that are easy only now and then. share: of all of
    them, 0 to 1."""
    for page in taught:
        for edit in page.edits:
            key = zlib.crc32(repr((page.title, edit.ops)).encode())
            if rng.random() < (share * _EASY_SHARE if key in easy else share):
                rephrased = page.rephrasings(edit) if rng.random() < _REPHRASED_SHARE else []
                said = rng.choice(rephrased) if rephrased else None
                alone = page.lesson(edit, said=said)
                if rng.random() < _CROWDED_SHARE:
                    among = crowded(page, edit, rng.choice(taught), rng, said)
                else:
                    among = page.lesson(edit, *_beside(page, edit, rng), said=said)
                yield key, _varied(among if is_heard(alone, among) else alone, rng, 0.5)


def passages_once(
    passages: Sequence[Lesson],
    others: Sequence[Page],
    rng: random.Random,
    easy: Collection[int] = (),
    share: float = 1.0,
) -> Iterator[tuple[int, Lesson]]:
    """Passages and whole cases likewise. others: pages whose harmless edits are made below some of the whole cases."""
    harmless = [p for p in passages if p.label == "none" and len(p.before) + len(p.after) < 400]
    for lesson in passages:
        key = zlib.crc32(repr((lesson.before, lesson.after)).encode())
        if rng.random() > share * (_EASY_SHARE if key in easy else 1.0 if lesson.kind else _PASSAGE_SHARE):
            continue
        if not lesson.title and rng.random() < 0.25:
            lesson = _among(lesson, rng.choice(harmless), rng)
        elif others and lesson.kind and lesson.before and lesson.after and rng.random() < _CROWDED_SHARE:
            among = _with_below(lesson, rng.choice(others), rng)
            lesson = among if is_heard(lesson, among) else lesson
        yield key, _varied(lesson, rng, 0.4)


def is_heard(alone: Lesson, among: Lesson) -> bool:
    """Whether the encoder still sees most of what went and came of a change when others are made with it. One that
    tells and is cut off would teach to alarm at what is long; leaving out all long ones taught to be silent at them."""
    if among.label == "none" or among is alone:
        return True
    wanted, seen = (_moved(one) for one in (alone, among))
    return (wanted & seen).total() >= _HEARD_SHARE * wanted.total() > 0


def _moved(lesson: Lesson) -> Counter[tuple[int, int]]:
    found = encoded(lesson.before, lesson.after, lesson.title, MOST_PIECES)
    both = zip(found.pieces, found.kinds, strict=True) if found else ()
    return Counter(one for one in both if one[1] in (Kind.OLD_CHANGED, Kind.NEW_CHANGED))


def crowded(page: Page, edit: Edit, other: Page, rng: random.Random, said: Edit | None = None) -> Lesson:
    """An edit among harmless ones of its page, now and then of another page too: reworded from top to bottom."""
    lesson = page.lesson(edit, *_harmless(page, [edit], rng)[: rng.randint(2, 5)], said=said)
    if rng.random() < 0.7 or any("*" in one.lines for one in (edit, *other.edits)):
        return lesson
    return _with_below(lesson, other, rng)


def _with_below(lesson: Lesson, other: Page, rng: random.Random) -> Lesson:
    """A change above another page that was edited harmlessly."""
    below = _harmless(other, [], rng)[:3]
    before, after = other.text(), other.text(below)
    reversible = lesson.reversible and all(one.reversible for one in below)
    return replace(lesson, before=f"{lesson.before}\n{before}", after=f"{lesson.after}\n{after}", reversible=reversible)


def _harmless(page: Page, taken: Sequence[Edit], rng: random.Random) -> list[Edit]:
    """Harmless edits of a page on lines of their own, in random order."""
    lines = frozenset[str]().union(*(one.lines for one in taken))
    chosen: list[Edit] = []
    for one in rng.sample(page.edits, len(page.edits)):
        if one.label == "none" and "*" not in one.lines | lines and not one.lines & lines:
            chosen.append(one)
            lines |= one.lines
    return chosen


def _beside(page: Page, edit: Edit, rng: random.Random) -> tuple[Edit, ...]:
    harmless, telling = page.fellows(edit)
    chosen: list[Edit] = []
    dice = rng.random()
    if telling and edit.label != "none" and dice < 0.12:
        chosen.append(rng.choice(telling))
    pool = [e for e in harmless if not any(e.lines & other.lines for other in chosen)]
    for _ in range(rng.choice((0, 0, 0, 0, 1, 1, 2))):
        if pool:
            pick = rng.choice(pool)
            chosen.append(pick)
            pool = [e for e in pool if not (e.lines & pick.lines)]
    return tuple(chosen)


def _among(lesson: Lesson, other: Lesson, rng: random.Random) -> Lesson:
    first = rng.random() < 0.5
    joined = ["\n".join(x for x in ((b, a) if first else (a, b)) if x) for a, b in
              ((lesson.before, other.before), (lesson.after, other.after))]  # fmt: skip
    return replace(lesson, before=joined[0], after=joined[1], reversible=lesson.reversible and other.reversible)


def _varied(lesson: Lesson, rng: random.Random, swap: float) -> Lesson:
    if lesson.reversible and rng.random() < swap:
        lesson = lesson.reversed()
    if rng.random() < 0.2:
        old, new = rng.sample(rng.choice(_PEOPLE), 2)
        pattern = re.compile(rf"\b{old}\b", re.I)
        lesson = replace(lesson, before=pattern.sub(new, lesson.before), after=pattern.sub(new, lesson.after))
    if lesson.title and rng.random() < 0.15:
        lesson = replace(lesson, title="")
    return lesson


@lru_cache(maxsize=200_000)
def encoded(before: str, after: str, title: str, most: int) -> Encoded | None:
    """What the encoder sees of a change; None where nothing differs for it."""
    return learned.encoded_texts(before, after, title, most)


__all__ = ["KINDS", "Edit", "Lesson", "Page", "edits_once", "encoded", "from_cases", "pages", "passages_once"]

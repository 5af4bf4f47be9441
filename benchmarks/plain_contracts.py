"""Plain lines of vendors, contracts, law and jail handbooks: "No commission shall be paid on any visit."

    python -m benchmarks.plain_contracts       # a table; --verbose: each edit of "in view" that was not told right

Every edit of plain_contracts.txt is put to the reading on each page of its source, both ways. Told right is what is
relevant with its direction, or silent where nothing changed; severity, topics and figures are of the edits that are
news. Rules were mended with "in view" in view, then with "later", then with more edits that were added to "in view".
"last" was written with the first two, and which of its edits are told was not looked at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Reading
from monitors.segments import plain_segments

FILE = Path(__file__).with_name("plain_contracts.txt")
PARTS = ("in view", "later", "last")
_TURNED = {"restrictive": "restorative", "restorative": "restrictive"}
_NO_FIGURES = ("in_person_allowed", "contact_allowed", "minors_allowed")
Figure = tuple[str, float | None, float | None]


@dataclass(frozen=True)
class Edit:
    """before, after: "" where a line came or went; severity, topics: none where they are not asked."""

    before: str
    after: str
    direction: str
    severity: str = ""
    topics: frozenset[str] = frozenset()
    figures: frozenset[Figure] = frozenset()
    once: bool = False

    def turned(self) -> Edit:
        """The same edit from its new line to its old one."""
        figures = frozenset((name, after, before) for name, before, after in self.figures)
        direction = _TURNED.get(self.direction, self.direction)
        return replace(self, before=self.after, after=self.before, direction=direction, figures=figures)


@dataclass(frozen=True)
class Question:
    kind: str
    title: str
    page: str
    edit: Edit


@dataclass(frozen=True)
class Answer:
    """severity, topics: right or not, None where not asked; figures: right ones, told ones, wanted ones."""

    how: str
    severity: bool | None
    topics: tuple[int, int, int]
    figures: tuple[int, int, int]


def sections() -> Iterator[tuple[str, str]]:
    """Heading and text of each section of the file."""
    for section in FILE.read_text("utf-8").split("\n## ")[1:]:
        heading, _, text = section.partition("\n")
        yield heading, text.strip()


def questions(part: str) -> Iterator[Question]:
    """Every edit of a part on every page of its source, both ways."""
    pages: dict[str, list[tuple[str, str]]] = {}
    for heading, text in sections():
        if heading.startswith("page "):
            title, _, page = text.partition("\n")
            pages.setdefault(heading.removeprefix("page "), []).append((title, page))
    for heading, text in sections():
        kind = heading.removeprefix(f"{part} ")
        if kind == heading:
            continue
        for edit in map(_edit, text.split("\n\n")):
            for title, page in pages[kind]:
                yield Question(kind, title, page, edit)
                if not edit.once:
                    yield Question(kind, title, page, edit.turned())


def _edit(block: str) -> Edit:
    lines = {line[0]: line[2:] for line in block.split("\n")}
    direction, *rest = lines["="].split()
    once, rest = "once" in rest, [word for word in rest if word != "once"]
    severity, topics, *figures = rest or ("?", "?")
    return Edit(
        lines.get("<", ""),
        lines.get(">", ""),
        direction,
        severity.strip("?"),
        frozenset(topics.strip("?").split(",")) - {""},
        frozenset(_figure(figure) for figure in figures if "=" in figure),
        once,
    )


def _figure(said: str) -> Figure:
    name, _, values = said.partition("=")
    before, after = (_number(float(value or 0)) for value in values.split("/"))
    return name, before, after


def told(question: Question) -> Answer:
    """What the reading makes of a question."""
    edit = question.edit
    before, after = (
        plain_segments(question.page.replace("{line}\n", f"{line}\n" if line else "").replace("{line}", line))
        for line in (edit.before, edit.after)
    )
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before=question.title, title_after=question.title, kind=question.kind)
    how = found.direction.value if found.relevant else "silent"
    if edit.direction == "silent" or how == "silent":
        right = how == edit.direction
        return Answer("right" if right else "alarm" if how != "silent" else how, None, (0, 0, 0), (0, 0, 0))
    severity = found.severity.value == edit.severity if edit.severity else None
    topics = _overlap(edit.topics, frozenset(topic.value for topic in found.topics)) if edit.topics else (0, 0, 0)
    return Answer("right" if how == edit.direction else how, severity, topics, _overlap(edit.figures, _figures(found)))


def _figures(found: Reading) -> frozenset[Figure]:
    return frozenset(
        (fact.name, _number(fact.before), _number(fact.after)) for fact in found.facts if fact.name not in _NO_FIGURES
    )


def _number(value: float | bool | None) -> float | None:
    return None if not value else round(float(value), 4)  # a term that is not stated, or none


def _overlap(wanted: frozenset[object], found: frozenset[object]) -> tuple[int, int, int]:
    return len(wanted & found), len(found), len(wanted)


def _f1(counts: Sequence[tuple[int, int, int]]) -> float:
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (found + wanted) if found + wanted else 1.0


def _row(name: str, asked: Sequence[tuple[Question, Answer]]) -> str:
    counts = Counter(answer.how for _, answer in asked)
    news = [answer for question, answer in asked if question.edit.direction != "silent"]
    severities = [answer.severity for answer in news if answer.severity is not None]
    quiet = len(asked) - len(news)
    missed = sum(answer.how == "silent" for answer in news)
    severity = sum(severities) / max(1, len(severities))
    return (
        f"{name:18} right {counts['right'] / len(asked):.3f} of {len(asked):4}: "
        f"news {sum(answer.how == 'right' for answer in news) / len(news):.3f} of {len(news)}, silent {missed}; "
        f"alarms {counts['alarm']} of {quiet}; severity {severity:.2f}, topics F1 {_f1([a.topics for a in news]):.2f}, "
        f"figures F1 {_f1([a.figures for a in news]):.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--part", choices=PARTS, action="append")
    asked = parser.parse_args()
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for part in asked.part or PARTS:
            every = list(questions(part))
            answers = list(zip(every, pool.map(told, every, chunksize=8), strict=True))
            for kind in dict.fromkeys(question.kind for question in every):
                print(_row(f"{part}, {kind}", [pair for pair in answers if pair[0].kind == kind]), flush=True)
            print(_row(f"{part}, all", answers), flush=True)
            if asked.verbose and part != "last":
                _tell_wrong(answers)


def _tell_wrong(answers: Sequence[tuple[Question, Answer]]) -> None:
    wrong: dict[tuple[str, str, str, str], list[str]] = {}
    for question, answer in answers:
        edit = question.edit
        wrong.setdefault((question.kind, edit.before, edit.after, edit.direction), []).append(answer.how)
    for (kind, before, after, direction), hows in wrong.items():
        if set(hows) != {"right"}:
            print(f"  {kind}: {before} -> {after} = {direction}: {', '.join(hows)}")


if __name__ == "__main__":
    main()

"""Changes larger than one line: whole pages in two wordings, rewritten, moved, or with a section that came or went.

    python -m benchmarks.plain_pages           # a table; --verbose: each case that was not told right

Each page in benchmarks/pages_plain/ says every rule in two wordings and names edits of single rules. Rules were mended
with in_view in view; of kept_away the sums were, and hardly a page. later was written before the last mending and not
read; one rule on refunds was taken back for its sums. Of the longer pages long_in_view was mended with from the
start, long_later once that was done, of long_last only the sums were seen.
"""

from __future__ import annotations

import argparse
import html
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.extract import extract
from monitors.language.judge import read
from monitors.records import Reading

FOLDER = Path(__file__).parent / "pages_plain"
HALVES = ("in_view", "kept_away", "later", "long_in_view", "long_later", "long_last")
_OWN_RULES = ("jail", "doc", "vendor")  # kinds of sources whose own terms a page states
_GONE = {"limits": ("neutral", "silent"), "rights": ("restrictive", "neutral"), "table": ("restrictive", "neutral")}
_NEW = {
    "limits": ("restrictive", "neutral", "silent"),
    "rights": ("restorative", "neutral"),
    "table": ("restorative", "neutral"),
}
_MOVED = [("", ["We moved to a new site. Please update your bookmarks and visit our new website."])]
_RETIRED = [("", ["This page is no longer maintained. You can find all information on our new website."])]
_ELSEWHERE = ("More pages", ["Visiting rules are now on a page of their own: see Rules for Visits."])

Text = list[tuple[str, list[str]]]  # sections of one page: heading and lines


@dataclass(frozen=True)
class Section:
    """role: limits, rights, table, rules, other or intro; headings and each rule: in both wordings."""

    role: str
    headings: Sequence[str]
    rules: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Edit:
    """to: what one rule becomes in either wording, "" where it goes; wants: what may be told of that."""

    rule: str
    to: Sequence[str]
    wants: Sequence[str]


@dataclass(frozen=True)
class Page:
    """order: of the sections in the other wording; numbered: whether its lines bear numbers, which may change."""

    name: str
    kind: str
    title: str
    order: Sequence[int]
    sections: Sequence[Section]
    edits: Sequence[Edit]
    numbered: bool

    def worded(self, other: bool, edit: Edit | None = None, without: Collection[str] = ()) -> Text:
        """The page in one wording."""
        order = self.order if other else range(len(self.sections))
        sections = [self.sections[place] for place in order]
        return [_worded(section, other, edit) for section in sections if section.role not in without]

    def with_part(self, role: str, edit: Edit | None = None) -> Text:
        """The page in its first wording with the sections of one role at its end in the other one."""
        kept = [_worded(section, False, edit) for section in self.sections if section.role != role]
        return kept + [_worded(section, True, edit) for section in self.sections if section.role == role]


def _worded(section: Section, other: bool, edit: Edit | None) -> tuple[str, list[str]]:
    lines = [edit.to[other] if edit and edit.rule == name else said[other] for name, said in section.rules.items()]
    return section.headings[other], [line for line in lines if line]


@dataclass(frozen=True)
class Case:
    """What became of a page: way and name say what was done, wants what may be told of it."""

    page: Page
    way: str
    name: str
    before: Text
    after: Text
    wants: Sequence[str]


def pages(half: str) -> list[Page]:
    """The pages of one of HALVES."""
    found = []
    for file in sorted((FOLDER / half).glob("*.toml")):
        told = tomllib.loads(file.read_text("utf-8"))
        sections = [Section(**section) for section in told["section"]]
        edits = [Edit(**edit) for edit in told["edit"]]
        numbered = told.get("numbered", False)
        found.append(Page(file.stem, told["kind"], told["title"], told["order"], sections, edits, numbered))
    return found


def cases(page: Page) -> Iterator[Case]:
    """Everything that is done to a page."""
    first, other = page.worded(False), page.worded(True)
    yield Case(page, "rewritten", "there", first, other, ("silent",))
    yield Case(page, "rewritten", "back", other, first, ("silent",))
    for edit in page.edits:
        yield from _edited(page, edit)
    for role in dict.fromkeys(section.role for section in page.sections):
        if role != "intro":
            yield Case(page, "section moved and reworded", role, first, page.with_part(role), ("silent",))
            yield from _sections(page, role)
    if page.kind in _OWN_RULES:
        kept = [*page.worded(False, without=("limits", "rights")), _ELSEWHERE]
        yield Case(page, "replaced by a pointer", "moved", first, _MOVED, ("neutral",))
        yield Case(page, "replaced by a pointer", "retired", other, _RETIRED, ("neutral",))
        yield Case(page, "replaced by a pointer", "rules alone", first, kept, ("neutral",))
    if page.numbered:
        yield Case(page, "new edition", "no edit", _dated(first, 1), _dated(_renumbered(first), 2), ("silent",))


def _edited(page: Page, edit: Edit) -> Iterator[Case]:
    first, other = page.worded(False), page.worded(True)
    role = next(section.role for section in page.sections if edit.rule in section.rules)
    name = f"{edit.rule}: {' / '.join(filter(None, edit.to)) or 'gone'}"
    yield Case(page, "one edit", name, first, page.worded(False, edit), edit.wants)
    yield Case(page, "one edit", name, other, page.worded(True, edit), edit.wants)
    yield Case(page, "rewritten with one edit", name, first, page.worded(True, edit), edit.wants)
    yield Case(page, "part rewritten, with one edit", name, first, page.with_part(role, edit), edit.wants)
    if page.numbered:
        after = _dated(_renumbered(page.worded(False, edit)), 2)
        yield Case(page, "new edition", name, _dated(first, 1), after, edit.wants)


def _sections(page: Page, role: str) -> Iterator[Case]:
    """A section that went, or came, in either wording. What papers and boards report is not read as rules."""
    if page.kind not in _OWN_RULES and role != "other":
        return
    for other in (False, True):
        whole, rest = page.worded(other), page.worded(other, without=(role,))
        yield Case(page, "section gone", role, whole, rest, _GONE.get(role, ("silent",)))
        yield Case(page, "section new", role, rest, whole, _NEW.get(role, ("silent",)))


def _dated(text: Text, edition: int) -> Text:
    return [("Inmate Handbook", [f"Revised January {2025 + edition}"]), *text]


def _renumbered(text: Text) -> Text:
    """A new edition: each section and each of its lines two numbers further on."""
    return [
        (
            re.sub(r"Section (\d)", lambda told: f"Section {int(told[1]) + 2}", heading),
            [re.sub(r"^(\d)\.(\d)", lambda told: f"{int(told[1]) + 2}.{told[2]}", line) for line in lines],
        )
        for heading, lines in text
    ]


def as_html(title: str, text: Text) -> str:
    """The page as a site serves it; lines with " | " are rows of a table."""
    body = [f"<h1>{html.escape(title.split(' | ', maxsplit=1)[0])}</h1>"]
    for heading, lines in text:
        body.append(f"<h2>{html.escape(heading)}</h2>" if heading else "")
        for row, group in groupby(lines, key=_is_row):
            rows = list(group)
            body.append(_table(rows) if row else "".join(f"<p>{html.escape(line)}</p>" for line in rows))
    return f"<html><head><title>{html.escape(title)}</title></head><body><main>{''.join(body)}</main></body></html>"


def _is_row(line: str) -> bool:
    return " | " in line


def _table(rows: Sequence[str]) -> str:
    cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row.split(" | ")) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def told(case: Case) -> Reading:
    """What is told of a case."""
    title = case.page.title
    before, after = (
        extract(as_html(title, text).encode(), "text/html", "", readable=False).segments
        for text in (case.before, case.after)
    )
    passages = compare(before, after).passages
    return read(before, after, passages, title_before=title, title_after=title, kind=case.page.kind)


def said(reading: Reading) -> str:
    """A direction, or "silent"."""
    return reading.direction.value if reading.relevant else "silent"


def judged(case: Case, found: str) -> str:
    """ "right", "silent" where there is news, "alarm" where there is none, "neutral" or "mixed" where a side was asked
    for, "wrong" for the other side."""
    if found in case.wants:
        return "right"
    if "silent" in case.wants and "restrictive" not in case.wants and "restorative" not in case.wants:
        return "alarm"
    return found if found in ("silent", "neutral", "mixed") else "wrong"


def _table_row(half: str, way: str, counts: Counter[str]) -> str:
    asked = counts.total()
    rest = ", ".join(f"{name} {counts[name]}" for name in sorted(counts) if name != "right")
    return f"{half:13}{way:30} right {counts['right'] / asked:.3f} of {asked:3}  {rest}".rstrip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="each case that was not told right")
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--way", default="", help="only ways that begin so")
    asked = parser.parse_args()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for half in asked.half or HALVES:
            every = [case for page in pages(half) for case in cases(page) if case.way.startswith(asked.way)]
            counts: dict[str, Counter[str]] = {}
            for case, reading in zip(every, pool.map(told, every, chunksize=8), strict=True):
                how = judged(case, said(reading))
                counts.setdefault(case.way, Counter())[how] += 1
                counts.setdefault("all", Counter())[how] += 1
                if asked.verbose and how != "right":
                    print(f"{case.page.name}, {case.way}, {case.name}: {how}, told {said(reading)}")
                    print(f"    {reading.headline}\n    {'; '.join(reading.why)[:300]}")
            for way in sorted(counts, key=lambda way: way == "all"):
                print(_table_row(half, way, counts[way]), flush=True)


if __name__ == "__main__":
    main()

"""Labelled cases in the dress of pages: is a web page, PDF or Word file read as its plain text is?

    python -m benchmarks.dressed [--forms web,framed] [--verbose] [CASES.jsonl ...]

The cases are plain text. Here each is set in markup by the look of its lines (headings, lists, rows, labels), compared
as `visitwatch compare` does and read as the text is. Printed: how often the verdict (relevant, direction, severity) is
the text's own, and what it is right in. Rules were mended with the first sets in view; of the sets kept aside only the
sums are looked at. --verbose: which cases of the sets in view are told otherwise.

web        headings, paragraphs, lists, tables
framed     the same in a site's frame: menu, today's date, news and a counter that change as well
breaks     one element, lines parted by <br>, bold headings
terms      "Label: text" as definition lists, headings as bold elements
layout     everything in a table
folded     sections that open
builder    elements of a site builder, rows as grids of <div>, words in bold, links and spans, soft hyphens
pdf, docx  files, the PDF with a running foot
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any
from zlib import crc32

import docx
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from app.evaluate import KINDS, read_case
from monitors.diff import compare
from monitors.extract import extract
from monitors.language.judge import read
from monitors.records import Reading, Segment

CASES = Path(__file__).parent / "cases"
IN_VIEW = ("visitation-dev", "broad", "daily", "departments", "counties")
ASIDE = ("daily-aside", "pages-aside")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Block:
    """kind: heading, text, item, numbered or row; cells: its text, or the cells of the row; number: an item's own."""

    kind: str
    cells: tuple[str, ...]
    number: str = ""

    @property
    def text(self) -> str:
        return self.cells[0]


_ITEM = re.compile(r"(?:[-*•▪–]|(\d+)[.)])\s+(.*)")
_COLUMNS = re.compile(r"\s*\|\s*|\t+| {3,}")
_ENDS = re.compile(r"[.!?;,]$|\d")
_LABEL = re.compile(r"([A-Z][^.:!?]{2,40}):\s+(.+)")


def blocks(text: str) -> list[Block]:
    """What a person who puts a plain text on the web would take its lines for; wrapped lines are one text."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        found += [_block(line) for line in ([" ".join(lines)] if _is_wrapped(lines) else lines)]
    return found


def _is_wrapped(lines: Sequence[str]) -> bool:
    widest = max(map(len, lines), default=0)
    full = len(lines) > 1 and 45 <= widest <= 120 and all(len(line) >= 0.6 * widest for line in lines[:-1])
    return full and not any(_ITEM.match(line) or line.isupper() or " | " in line for line in lines)


def _block(line: str) -> Block:
    if hit := _ITEM.match(line):
        return Block("numbered" if hit[1] else "item", (hit[2],), hit[1] or "")
    if _COLUMNS.search(line):
        return Block("row", tuple(cell.strip() for cell in _COLUMNS.split(line.strip("| "))))
    named = line.isupper() or line.istitle() or line.endswith(":") or len(line.split()) <= 5
    return Block("heading" if len(line) < 60 and named and not _ENDS.search(line) else "text", (line,))


def _groups(text: str) -> Iterator[tuple[str, list[Block]]]:
    for kind, group in groupby(blocks(text), lambda block: block.kind):
        many = list(group)
        yield from [(kind, many)] if kind in ("item", "numbered", "row") else [(kind, [one]) for one in many]


def _plainly(kind: str, group: Sequence[Block]) -> str:
    """A group in the elements that are meant for it."""
    if kind == "row":
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in block.cells) for block in group)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    texts = [escape(block.text) for block in group]
    if kind in ("item", "numbered"):
        tag = "ul" if kind == "item" else f'ol start="{group[0].number}"'
        return f"<{tag}>" + "".join(f"<li>{text}</li>" for text in texts) + f"</{tag[:2]}>"
    return f"<h2>{texts[0]}</h2>" if kind == "heading" else f"<p>{texts[0]}</p>"


def _page(main: str, title: str, above: str = "", below: str = "") -> bytes:
    head = f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{escape(title)}</title></head>"
    return f"{head}<body>{above}<main>{main}</main>{below}</body></html>".encode()


def web(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    return _page("\n".join(_plainly(*group) for group in _groups(text)), title)


_NEWS = (
    "Road crews to close Elm Street bridge", "Library hours change for winter", "Burn ban lifted in the county",
    "Board approves budget for fiscal year", "Flu shots offered at health department", "Tax bills mailed this week",
    "Sheriff's office warns of phone scam", "Inmate roster now updated hourly", "Deputy of the year named",
)  # fmt: skip


def framed(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    day = f"{chance.choice(['March', 'April'])} {chance.randint(1, 28)}, 2026"
    entries = ("Sheriff", "Jail", "Visiting", "Inmate mail", "Who's in jail")
    menu = "".join(f'<li><a href="/{n}">{entry}</a></li>' for n, entry in enumerate(entries))
    news = "".join(f'<li><a href="/news/{n}">{one}</a></li>' for n, one in enumerate(chance.sample(_NEWS, 3)))
    above = f"<header><a href='/'>Home</a><div>Today is Friday, {day}</div><nav><ul>{menu}</ul></nav></header>"
    below = (
        f"<aside><h3>Latest news</h3><ul>{news}</ul></aside><footer><p>Visitors to this page: "
        f"{chance.randint(1000, 99999):,}</p><p>© {2025 + newer} Alder County. Last updated {day}</p></footer>"
    )
    return _page("\n".join(_plainly(*group) for group in _groups(text)), title, above, below)


def breaks(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    lines = []
    for block in blocks(text):
        mark = {"item": "• ", "numbered": f"{block.number}. "}.get(block.kind, "")
        said = escape(mark + ("     ".join(block.cells)))
        lines.append(f"<b>{said}</b><br>" if block.kind == "heading" else f"{said}<br>")
    return _page("<div>" + "\n".join(lines) + "</div>", title)


def terms(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    made = []
    for kind, group in _groups(text):
        hit = _LABEL.match(group[0].text) if kind == "text" else None
        if hit:
            made.append(f"<dl><dt>{escape(hit[1])}</dt><dd>{escape(hit[2])}</dd></dl>")
        elif kind == "heading":
            made.append(f"<div><strong>{escape(group[0].text)}</strong></div>")
        else:
            made.append(_plainly(kind, group))
    return _page("\n".join(made), title)


def layout(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    cells = []
    for kind, group in _groups(text):
        said = escape(group[0].text)
        plain = {"heading": f"<font size=4><b>{said}</b></font>", "text": f"<font face=Arial>{said}</font>"}
        cells.append(f"<tr><td>{plain.get(kind) or _plainly(kind, group)}</td></tr>")
    return _page(f"<table width=700>{''.join(cells)}</table>", title)


def folded(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    made, is_open = [], False
    for kind, group in _groups(text):
        if kind == "heading":
            made.append("</div></details>" * is_open + f"<details><summary>{escape(group[0].text)}</summary><div>")
            is_open = True
        else:
            made.append(_plainly(kind, group))
    return _page("\n".join(made) + "</div></details>" * is_open, title)


def builder(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    made = []
    for kind, group in _groups(text):
        if kind == "row":
            rows = ("".join(f"<div class=cell>{_spanned(cell)}</div>" for cell in block.cells) for block in group)
            inside = "".join(f"<div class=line>{row}</div>" for row in rows)
        else:
            inside = "".join(f"<div class=text><span>{_spanned(block.text)}</span></div>" for block in group)
        made.append(f"<div class=widget>{inside}</div>")
    return _page("\n".join(made), title)


def _spanned(text: str) -> str:
    """Words in what a site builder's editor leaves around them, the same word always in the same."""
    made = []
    for word in text.split(" "):
        said, kind = escape(word), crc32(word.encode()) % 17
        if kind == 0:
            said = f"<strong>{said}</strong>"
        elif kind == 1:
            said = f'<a href="/{len(word)}">{said}</a>'
        elif kind == 2:
            said = f"<span style='color:#333'>{said}</span>"
        elif kind == 3 and len(word) > 8:
            said = f"{escape(word[:4])}&shy;{escape(word[4:])}"
        made.append(said)
    return " ".join(made)


def pdf(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    styles, made = getSampleStyleSheet(), list[Flowable]()
    for kind, group in _groups(text):
        if kind == "row":
            wide = max(len(block.cells) for block in group)
            rows = [[*block.cells, *[""] * (wide - len(block.cells))] for block in group]
            made.append(Table([[Paragraph(escape(cell), styles["Normal"]) for cell in row] for row in rows]))
            continue
        for block in group:
            mark = {"item": "• ", "numbered": f"{block.number}. "}.get(kind, "")
            style = styles["Heading2" if kind == "heading" else "Normal"]
            made += [Paragraph(mark + escape(block.text), style), Spacer(1, 6)]
    body = io.BytesIO()

    def foot(canvas: Any, document: Any) -> None:
        canvas.drawString(72, 40, f"Alder County Jail handbook      Page {document.page}      Rev. {2025 + newer}")

    SimpleDocTemplate(body, pagesize=letter, title=title, invariant=1).build(
        made or [Spacer(1, 1)], onFirstPage=foot, onLaterPages=foot
    )
    return body.getvalue()


def word(text: str, title: str, newer: bool, chance: random.Random) -> bytes:
    file = docx.Document()
    for kind, group in _groups(text):
        if kind == "row":
            table = file.add_table(len(group), max(len(block.cells) for block in group))
            for row, block in enumerate(group):
                for column, cell in enumerate(block.cells):
                    table.cell(row, column).text = cell
            continue
        for block in group:
            style = {"heading": "Heading 2", "item": "List Bullet", "numbered": "List Number"}.get(kind)
            file.add_paragraph(block.text, style=style)
    body = io.BytesIO()
    file.save(body)
    return body.getvalue()


Dress = Callable[[str, str, bool, random.Random], bytes]
FORMS: dict[str, tuple[Dress, str]] = {
    **{dress.__name__: (dress, "text/html") for dress in (web, framed, breaks, terms, layout, folded, builder)},
    "pdf": (pdf, "application/pdf"),
    "docx": (word, WORD),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The verdicts (direction and severity, or "none" twice): what is right, the text's, the dressed page's."""

    form: str
    case: str
    right: tuple[str, str]
    text: tuple[str, str]
    dressed: tuple[str, str]


def _verdict(reading: Reading) -> tuple[str, str]:
    if not reading.relevant:
        return ("none", "none")
    way = reading.direction.value
    return ("neutral" if way == "unclear" else way, reading.severity.value)


def _dressed(form: str, text: str, title: str, newer: bool, name: str) -> tuple[Segment, ...]:
    if not text:
        return ()
    dress, media = FORMS[form]
    body = dress(text, title, newer, random.Random(f"{name}{newer}"))
    return extract(body, media, "https://alder.example/page", readable=False).segments


def told(wanted: tuple[str, dict[str, Any]]) -> Told:
    """One case in one form."""
    form, case = wanted
    title, kind = case.get("title") or "", KINDS.get(case.get("kind", ""), "")
    before, after = (_dressed(form, case[side], title, side == "after", case["id"]) for side in ("before", "after"))
    reading = read(before, after, compare(before, after).passages, title_before=title, title_after=title, kind=kind)
    right = (case["direction"], case["severity"]) if case["relevant"] else ("none", "none")
    return Told(form, case["id"], right, _verdict(read_case(case)), _verdict(reading))


def _cases(names: Sequence[str]) -> list[dict[str, Any]]:
    paths = (Path(name) if name.endswith(".jsonl") else CASES / f"{name}.jsonl" for name in names)
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]


def _line(form: str, found: Sequence[Told]) -> str:
    def share(hits: int) -> str:
        return f"{hits / len(found):.3f}"

    as_text = share(sum(one.dressed == one.text for one in found))
    right = [share(sum(one.right == getattr(one, what) for one in found)) for what in ("text", "dressed")]
    missed = [sum(one.right[0] != "none" == getattr(one, what)[0] for one in found) for what in ("text", "dressed")]
    false = [sum(one.right[0] == "none" != getattr(one, what)[0] for one in found) for what in ("text", "dressed")]
    columns = [as_text, *right, *map(str, (*missed, *false))]
    return f"{form:10}" + "".join(f"{column:>9}" for column in columns)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", nargs="*", help="files or names of sets; the sets in view and those aside if left out")
    parser.add_argument("--forms", default=",".join(FORMS))
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    sets = {"given": asked.cases} if asked.cases else {"in view": IN_VIEW, "kept aside": ASIDE}
    with ProcessPoolExecutor() as pool:
        for name, names in sets.items():
            cases = _cases(names)
            print(f"{name}: {len(cases)} cases; missed and false alarms as text, and dressed")
            print(
                f"{'':10}"
                + "".join(f"{head:>9}" for head in ("as text", "right", "dressed", "missed", "", "false", ""))
            )
            for form in asked.forms.split(","):
                found = list(pool.map(told, [(form, case) for case in cases], chunksize=8))
                print(_line(form, found), flush=True)
                if asked.verbose and name != "kept aside":
                    for one in found:
                        if one.dressed != one.text:
                            sys.stdout.write(f"  {one.case}: right {one.right}, text {one.text}, {one.dressed}\n")


if __name__ == "__main__":
    main()

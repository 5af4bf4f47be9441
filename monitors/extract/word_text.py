"""The text of a paragraph of a Word document: what stands there with all tracked changes accepted.

Left out is what no reader sees: deleted and moved-away text, hidden runs, the second copy of a text box for old
programs, and what the program fills in anew at each opening (numbers of pages, the day).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from monitors.segments import squeeze

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = f"{WORD}txbxContent"
_ELSEWHERE = frozenset({f"{WORD}del", f"{WORD}moveFrom", FALLBACK, BOX})
_FILLED_IN = frozenset(
    ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "PRINTDATE", "SAVEDATE", "EDITTIME")
)
_SPACES = frozenset({f"{WORD}tab", f"{WORD}br", f"{WORD}cr", f"{WORD}ptab"})
# Forms are ticked with characters of fonts that hold pictures alone.
_TICKS = {
    "wingdings": {"A8": "☐", "6F": "☐", "71": "☐", "FE": "☑", "FD": "☒", "78": "☒", "FC": "✓", "FB": "✗"},
    "wingdings 2": {"A3": "☐", "52": "☑", "54": "☒", "53": "☒", "50": "✓", "4F": "✗"},
}


def is_on(properties: Any, name: str) -> bool:
    """Whether a property that may be given as off is there and on."""
    mark = properties.find(f"{WORD}{name}") if properties is not None else None
    return mark is not None and mark.get(f"{WORD}val", "1") not in ("0", "false", "off")


def text_of(paragraph: Any) -> tuple[str, bool]:
    """(text, wholly struck) of a paragraph element without its text boxes; a struck part stands in ~~."""
    parts: list[tuple[str, bool]] = []
    fields: list[str] = []  # the instructions of the fields that are open, innermost last
    for run in _runs(paragraph):
        properties = run.find(f"{WORD}rPr")
        if is_on(properties, "vanish"):
            continue
        struck = is_on(properties, "strike") or is_on(properties, "dstrike")
        parts.append(("".join(_run_text(run, fields)), struck))
    shown = [(text, struck) for text, struck in parts if text.strip()]
    if shown and all(struck for _, struck in shown):
        return squeeze("".join(text for text, _ in parts)), True
    return squeeze(
        "".join(f" ~~{text.strip()}~~ " if struck and text.strip() else text for text, struck in parts)
    ), False


def boxes_in(element: Any) -> Iterator[Any]:
    """The contents of the text boxes that are anchored in an element, each once."""
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag != FALLBACK:
            yield from boxes_in(child)


def _runs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{WORD}r":
            yield child
        elif child.tag == f"{WORD}fldSimple" and _is_filled_in(child.get(f"{WORD}instr", "")):
            continue
        elif child.tag not in _ELSEWHERE:
            yield from _runs(child)


def _is_filled_in(instruction: str) -> bool:
    return instruction.split(maxsplit=1)[:1] != [] and instruction.split(maxsplit=1)[0].upper() in _FILLED_IN


def _run_text(run: Any, fields: list[str]) -> Iterator[str]:
    for child in run:
        if child.tag == f"{WORD}fldChar":
            _turn_field(child.get(f"{WORD}fldCharType", ""), fields)
        elif child.tag == f"{WORD}instrText" and fields:
            fields[-1] += child.text or ""
        elif any(map(_is_filled_in, fields)):
            continue
        elif child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in _SPACES:
            yield " "
        elif child.tag == f"{WORD}noBreakHyphen":
            yield "-"
        elif child.tag == f"{WORD}sym":
            ticks = _TICKS.get(child.get(f"{WORD}font", "").lower(), {})
            yield ticks.get(child.get(f"{WORD}char", "").upper()[-2:], "")


def _turn_field(turn: str, fields: list[str]) -> None:
    if turn == "begin":
        fields.append("")
    elif turn == "end" and fields:
        fields.pop()

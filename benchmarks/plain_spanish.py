"""Plain lines of visiting rules in Spanish whose sense turned, put on pages in Spanish and in both languages.

    python -m benchmarks.plain_spanish           # a table; --verbose: each pair that was not told right

Every pair of plain_spanish.txt is read both ways on each of PAGES: three in Spanish, two with English above or between.
Beside the pairs that turn stand lines in other words, which nobody should be told of, lines that come or go by
themselves, and pairs that changed in both languages at once. Rules were mended with the part "in view" in view; "later"
was written beside it and put to them afterwards, and what it then missed was looked at, too; "last" was written when
both were mended, and a few of its lines were looked at afterwards.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, FactValue
from monitors.segments import plain_segments

PAIRS = Path(__file__).with_suffix(".txt")
PARTS = ("in view", "later", "last")
SAME, ALONE, BOTH = "the same", "came and went", "in both languages"  # all other groups are lines that turn
PAGES: Mapping[str, tuple[str, str]] = {
    "prison": (
        "Centro Correccional del Estado: visitas",
        "Normas de visita\nEstimado visitante: le rogamos que lea estas normas con atención.\n"
        "Usted deberá presentar una identificación vigente con fotografía.\n{line}\n"
        "La correspondencia deberá llevar el nombre y el número del interno.\n"
        "Para mayores informes, comuníquese con la oficina del director.",
    ),
    "county": (
        "Cárcel del Condado: visitas",
        "Visitas\nTraiga su identificación.\nGuarde su celular en un casillero.\n{line}\nTeléfono: 555-0140",
    ),
    "machine": (
        "Visitación del recluso",
        "Visitación del recluso\nBienvenido a la página de visitación de nuestra facilidad.\n"
        "Todos los visitantes están sujetos a búsqueda.\nEl código de vestido será reforzado.\n{line}\n"
        "Haga clic aquí para ir a casa.",
    ),
    "English above": (
        "County Jail: visiting / visitas",
        "Visiting\nBring a photo ID.\nPut your phone in a locker.\nAll visitors are searched.\n"
        "Visitas\nTraiga una identificación con foto.\nDeje su teléfono en un casillero.\n{line}\n"
        "Todos los visitantes son registrados.",
    ),
    "English between": (
        "Adult Detention Center visitation",
        "Bring a photo ID. / Traiga una identificación con foto.\nAll visitors are searched.\n"
        "Todos los visitantes son registrados.\n{line}\nNo food is allowed.\nNo se permite comida.",
    ),
    BOTH: (
        "County Jail: visiting / visitas",
        "Visiting\nBring a photo ID.\n{english}\nAll visitors are searched.\n"
        "Visitas\nTraiga una identificación con foto.\n{line}\nTodos los visitantes son registrados.",
    ),
}
WORSE, BETTER = Direction.RESTRICTIVE, Direction.RESTORATIVE


@dataclass(frozen=True)
class Asked:
    """A line in the place of another, "" where none stood or none is left, on one page. direction: None where nothing
    may be told; fact: "name before after"."""

    part: str
    group: str
    page: str
    before: str
    after: str
    direction: Direction | None
    fact: str = ""
    english: tuple[str, str] = ("", "")


def asked() -> Iterator[Asked]:
    """All lines of both parts, both ways, on every page."""
    for section in PAIRS.read_text("utf-8").split("\n["):
        name, *lines = filter(None, section.removeprefix("[").splitlines())
        part, _, group = name.rstrip("]").partition(": ")
        for page in [BOTH] if group == BOTH else [page for page in PAGES if page != BOTH]:
            for line in lines:
                yield from _line(part, group, page, line)


def _line(part: str, group: str, page: str, line: str) -> Iterator[Asked]:
    """What one line of the file asks on a page: "worse > better", in both languages "worse > better" in English first,
    "one > other" of the same, "+ better" or "- worse" alone; behind " # " the fact that moves, with both values."""
    said, _, figures = line.partition(" # ")
    if group == ALONE:
        given = said.startswith("+")
        yield Asked(part, "came", page, "", said[2:], BETTER if given else WORSE)
        yield Asked(part, "went", page, said[2:], "", WORSE if given else BETTER)
        return
    *english, worse, better = said.split(" > ")
    en_worse, en_better = english or ("", "")
    name, was, now = figures.split() if figures else ("", "", "")
    facts = [
        f"{name} {float(a):g} {float(b):g}" if name else "" for a, b in ((was or 0, now or 0), (now or 0, was or 0))
    ]
    gain, loss = (None, None) if group == SAME else (BETTER, WORSE)
    yield Asked(part, group, page, worse, better, gain, facts[0], (en_worse, en_better))
    yield Asked(part, group, page, better, worse, loss, facts[1], (en_better, en_worse))


def told(one: Asked) -> str:
    """ "right", "no fact", "silent" or the wrong direction."""
    title, page = PAGES[one.page]
    sides = zip((one.before, one.after), one.english, strict=True)
    before, after = (plain_segments(page.format(line=line, english=english)) for line, english in sides)
    found = read(before, after, compare(before, after).passages, title_before=title, title_after=title)
    if not found.relevant:
        return "right" if one.direction is None else "silent"
    if found.direction is not one.direction:
        return found.direction.value
    facts = {" ".join((fact.name, *map(_figure, (fact.before, fact.after)))) for fact in found.facts}
    return "right" if not one.fact or one.fact in facts else "no fact"


def _figure(value: FactValue) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    options = parser.parse_args()
    lines = [one for one in asked() if options.part in (None, one.part)]
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for one, how in zip(lines, pool.map(told, lines, chunksize=16), strict=True):
            counts[one.part, one.group][how] += 1
            counts[one.part, "all"][how] += 1
            if options.verbose and how != "right":
                print(f"  {how}: {one.before} -> {one.after} ({one.page}) {one.fact}", flush=True)
    for (part, group), found in sorted(counts.items(), key=lambda item: (PARTS.index(item[0][0]), item[0][1] == "all")):
        places, missed = found.total(), "".join(f", {how} {found[how]}" for how in ("silent", "no fact") if found[how])
        print(f"{part:9}{group:22} right {found['right'] / places:.3f} of {places:4}{missed}")


if __name__ == "__main__":
    main()

"""Plain rules whose place another line takes: the contrary rule, or the news that it turned, in quite other words.

"Contact visits are suspended." -> "We offer contact visits.", "Friends may visit." -> "We no longer admit friends.",
"Visitors may come without an approval." -> "An approval is now needed to visit." Each matter is put in four kinds of
lines (plain_pairs.toml), what holds and what was done, and each line that holds is followed by each that turns it.
Rules were mended with those in view; the later and the last ones were put to the code first, then mended with, too.

    python -m benchmarks.plain_pairs [--verbose]
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.plain_core import PAGES
from benchmarks.plain_visitor_acts import GAIN, LOSS, Case, table, told


@dataclass(frozen=True, slots=True)
class Matter:
    """things: what the lines are on, each as it is put in, with what is put in for {n}; taken, given: lines by which
    visitors have less, or more; ended, restored: lines that say so as news."""

    name: str
    things: tuple[tuple[str, str], ...]
    taken: tuple[str, ...]
    given: tuple[str, ...]
    restored: tuple[str, ...]
    ended: tuple[str, ...]


def parts() -> dict[str, tuple[Matter, ...]]:
    """The matters of each part, by its name. Source: plain_pairs.toml."""
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {name: tuple(_matter(matter) for matter in matters) for name, matters in told.items()}


def _matter(told: Mapping[str, Any]) -> Matter:
    things = tuple((thing, noun) for thing, noun in (pair if len(pair) > 1 else (*pair, "") for pair in told["things"]))
    return Matter(told["name"], things, *(tuple(told[kind]) for kind in ("taken", "given", "restored", "ended")))


def cases(matters: tuple[Matter, ...]) -> Iterator[Case]:
    """Every line that holds, followed by every line that turns it."""
    for matter in matters:
        for thing, noun in matter.things:
            taken, given, restored, ended = (
                [_said(form, thing, noun) for form in forms]
                for forms in (matter.taken, matter.given, matter.restored, matter.ended)
            )
            for old in taken:
                yield from ((f"{matter.name}: act", GAIN, old, new) for new in restored)
                yield from ((f"{matter.name}: rule", GAIN, old, new) for new in given)
            for old in given:
                yield from ((f"{matter.name}: act", LOSS, old, new) for new in ended)
                yield from ((f"{matter.name}: rule", LOSS, old, new) for new in taken)


def _said(form: str, thing: str, noun: str) -> str:
    return form.format(
        it=thing, It=thing[:1].upper() + thing[1:], n=noun, N=noun[:1].upper() + noun[1:], bare=noun.partition(" ")[2]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for title, part in parts().items():
            asked = [*cases(part)]
            put = [(page, old, new) for _, _, old, new in asked for page in PAGES["jail"]]
            print(*table(title.replace("_", " "), asked, pool.map(told, put, chunksize=32), verbose=verbose), sep="\n")


if __name__ == "__main__":
    main()

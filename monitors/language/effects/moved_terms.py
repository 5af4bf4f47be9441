"""Terms that moved between two pages of which hardly a line is as it was: by the figures that each page alone states.

A term that both pages name has moved where each states one value that the other does not. One that a single page names
("Inmates may list ten people.") has, too, where its figure stands nowhere on the other page and one line there that is
about the same matter has a figure of its kind that the first page does not state ("Six names can be on the card.").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from monitors.language.effects.severity import settle
from monitors.language.figures.meanings import sign_of
from monitors.language.figures.stated import Stated, amount_of, matters_of, stated, value_of
from monitors.language.figures.terms import term_effect
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.amounts import Amount
from monitors.language.words.measure import Measure

_FARTHEST = 10.0  # so many times its figure a term hardly becomes


def moved_terms(scene: Scene, telling: Alignment, was: Stated, now: Stated) -> list[Effect]:
    """What moved. telling: the lines that may tell; was, now: what either page as a whole states."""
    if not (was.terms and now.terms):  # rules that gave way to a pointer moved no term
        return []
    olds, news = (stated(lines, scene.title) for lines in (telling.gone, telling.come))
    found = [_both_name(name, olds, news, was, now) for name in sorted(olds.terms.keys() & news.terms.keys())]
    named = {pair[0].name for pair in found if pair}
    lone = [
        *_one_names(olds, news, (was, now), named),
        *((new, old) for old, new in _one_names(news, olds, (now, was), named)),
    ]
    pairs = {pair[0].name: pair for pair in (*found, *lone) if pair}
    return [
        settle(term_effect(name, old, new, scene.kind), scene, telling)
        for name, (old, new) in pairs.items()
        if sign_of(name, old.value, new.value)
    ]


def _both_name(name: str, olds: Stated, news: Stated, was: Stated, now: Stated) -> tuple[Measure, Measure] | None:
    gone = [one for value, one in olds.terms[name].items() if value not in now.terms.get(name, ())]
    come = [one for value, one in news.terms[name].items() if value not in was.terms.get(name, ())]
    alone = (
        [one for one in gone if was.says(name, one.value) and not now.says(name, one.value)],
        [one for one in come if now.says(name, one.value) and not was.says(name, one.value)],
    )
    if len(alone[0]) == len(alone[1]) == 1:
        return alone[0][0], alone[1][0]
    return (gone[0], come[0]) if len(gone) == len(come) == 1 and any(alone) else None


def _one_names(
    olds: Stated, news: Stated, pages: tuple[Stated, Stated], named: set[str]
) -> Iterator[tuple[Measure, Measure]]:
    """Terms that the first lines name and the others do not, each with what its figure is there."""
    was, now = pages
    for name, values in olds.terms.items():
        lone = [one for value, one in values.items() if was.says(name, value) and not now.says(name, value)]
        if name in named or name in now.terms or len(lone) != 1 or len(values) != 1:
            continue
        line = next(unit for unit, _ in olds.lines if unit.place == lone[0].place)
        figure = amount_of(name, lone[0].value)
        others = [
            other for other in _figures_near(line, news) if other[1].kind == figure.kind and not was.tells(other[1])
        ]
        if len(others) == 1 and figure.value and 1 / _FARTHEST < others[0][1].value / figure.value < _FARTHEST:
            unit, other = others[0]
            yield lone[0], replace(lone[0], value=value_of(name, other), words=unit.plain, place=unit.place)


def _figures_near(line: Unit, news: Stated) -> list[tuple[Unit, Amount]]:
    """The figures of lines that are about the same matter, of which no other term is known to be theirs."""
    about = matters_of(line)
    taken = {
        (one.place, amount_of(name, value)) for name, values in news.terms.items() for value, one in values.items()
    }
    return [
        (unit, one)
        for unit, figures in news.lines
        if about & matters_of(unit)
        for one in figures
        if (unit.place, one) not in taken
    ]

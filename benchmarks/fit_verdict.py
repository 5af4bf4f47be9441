"""Fit how far the reading believes its rules and its learned reader, and write monitors/language/model/verdict.json.

    pip install scikit-learn
    python -m benchmarks.fit_verdict

Fitted on benchmarks/cases/exam.jsonl and ten files of edits (reader_lessons.HELD), which the reader has not learned
from; the direction also on eleven files of edits that are hard to see and on edits among several harmless ones. Prints
the scores of a fit on one half of their pages, tried on the other half, and what the whole fit makes of the rest.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.reader_lessons import CASES, HELD, HELD_HARD, KINDS, Lesson, Page, crowded, from_cases, pages
from monitors.language import judge, verdict
from monitors.language.effects.counted import counted_facts
from monitors.language.facts import joined_facts
from monitors.language.pages.align import align, changed_rows
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.language.reader import learned
from monitors.language.reader.encoding import MOST_PIECES
from monitors.language.words.wording import canonical
from monitors.segments import plain_segments

MOST_CROWDED = 900
TARGET = Path(verdict.__file__).parent / "model" / "verdict.json"


def evidence_of(lesson: Lesson) -> dict[str, float]:
    """What rules and reader hold of a lesson; empty where the judgement is settled without them."""
    scene = Scene(
        units(plain_segments(lesson.before)),
        units(plain_segments(lesson.after)),
        canonical(lesson.title),
        KINDS.get(lesson.kind, ""),
    )
    if not scene.before or not scene.after:
        return {}
    effects = judge.ruled(scene)
    rows = changed_rows(align(scene.before, scene.after))
    estimate = learned.heard_both_ways(learned.weighty(rows), scene.title)
    if estimate is None or any(effect.rule.startswith("R12-") for effect in effects):
        return {}
    counted = counted_facts(scene, align(scene.before, scene.after))
    facts = joined_facts(effects, estimate, counted)
    return verdict.evidence(effects, judge.direction_of(effects), estimate, facts)


Samples = tuple[list[dict[str, float]], Any]
Models = tuple[LogisticRegression, LogisticRegression]


def fit(gate: Samples, way: Samples, names: Sequence[str]) -> Models:
    """One model for relevance, one for the direction of relevant changes, each from evidence and labels."""
    make = lambda: LogisticRegression(C=0.3, max_iter=9000)  # noqa: E731
    telling = way[1] != "none"
    return (
        make().fit(_table(gate[0], names), gate[1] != "none"),
        make().fit(_table(way[0], names)[telling], way[1][telling]),
    )


def _table(found: Sequence[dict[str, float]], names: Sequence[str]) -> Any:
    return np.array([[one.get(name, 0.0) for name in names] for one in found])


def scores(models: Models, tried: Samples, names: Sequence[str]) -> str:
    """Precision, recall and direction of fitted models."""
    x, y = _table(tried[0], names), tried[1]
    told = np.where(models[0].predict(x), models[1].predict(x), "none")
    hits = ((told != "none") & (y != "none")).sum()
    precision, recall = hits / (told != "none").sum(), hits / (y != "none").sum()
    return f"P {precision:.3f} R {recall:.3f} direction {(told == y)[y != 'none'].mean():.3f}"


def samples(lessons: Iterable[Lesson]) -> Samples:
    """Evidence and labels."""
    found = [(evidence_of(lesson), lesson.label) for lesson in lessons]
    return [e for e, _ in found if e], np.array([label for e, label in found if e])


def joined(*parts: Samples) -> Samples:
    return [one for found, _ in parts for one in found], np.concatenate([labels for _, labels in parts])


def amid_harmless(held: Sequence[Page]) -> list[Lesson]:
    """Edits each among several harmless ones, as far as the reader sees all of them."""
    rng = random.Random(1)
    every = [crowded(page, edit, rng.choice(held), rng) for page in held for edit in page.edits]
    return [one for one in rng.sample(every, MOST_CROWDED) if one.label == "none" or _is_seen_whole(one)]


def _is_seen_whole(lesson: Lesson) -> bool:
    seen = learned.encoded_texts(lesson.before, lesson.after, lesson.title)
    return seen is not None and len(seen.pieces) < MOST_PIECES - 8


def main() -> None:
    plain, hard = ([page for name in names for page in pages(CASES / "edits" / f"{name}.txt")] for names in
                   (HELD, HELD_HARD))  # fmt: skip
    lessons = from_cases("exam") + [page.lesson(edit) for page in plain for edit in page.edits]
    titles = sorted({lesson.title for lesson in lessons})
    first, second = (samples(one for one in lessons if titles.index(one.title) % 2 == half) for half in (0, 1))
    harder = samples(page.lesson(edit) for page in hard for edit in page.edits)
    several = samples(amid_harmless([*plain, *hard]))
    names = sorted({name for found, _ in (first, second, harder, several) for one in found for name in one} - {"bias"})
    print(
        "fit on one half, tried on the other:",
        scores(fit(first, first, names), second, names), "/", scores(fit(second, second, names), first, names),
    )  # fmt: skip
    everything = joined(first, second, harder, several)
    uneven = (everything[1] == "restrictive").sum() / (everything[1] == "restorative").sum()
    print(f"restrictive for each restorative: {uneven:.2f}, its logarithm, _UNEVEN of verdict.py, {np.log(uneven):.2f}")
    gate, way = models = fit(joined(first, second), everything, names)
    print("edits that are hard to see (the direction was fitted on them):", scores(models, harder, names))
    print("edits among several harmless ones (likewise):", scores(models, several, names))
    weights = {"relevant": dict(zip(("bias", *names), (gate.intercept_[0], *gate.coef_[0]), strict=True))}
    for direction in verdict.DIRECTIONS:
        i = list(way.classes_).index(direction.value)
        weights[direction.value] = dict(zip(("bias", *names), (way.intercept_[i], *way.coef_[i]), strict=True))
    rounded = {model: {k: round(float(v), 3) for k, v in found.items()} for model, found in weights.items()}
    TARGET.write_text(json.dumps(rounded, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""Fit how far the reading believes its rules and its learned reader, and write monitors/language/model/verdict.json.

    pip install scikit-learn
    python -m benchmarks.fit_verdict

Fitted on benchmarks/cases/exam.jsonl and ten files of edits (reader_lessons.HELD), which the reader has not learned
from. Prints the scores of a fit on one half of their pages, tried on the other half, and of the whole fit where each
edit stands among several harmless ones.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.reader_lessons import CASES, HELD, KINDS, Lesson, crowded, from_cases, pages
from monitors.language import judge, learned, verdict
from monitors.language.align import align, changed_rows
from monitors.language.effects import Scene
from monitors.language.sentences import units
from monitors.language.timetable import counted_facts
from monitors.language.wording import canonical
from monitors.segments import plain_segments

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
    estimate = learned.estimate(learned.weighty(rows), scene.title)
    if estimate is None or any(effect.rule.startswith("R12-") for effect in effects):
        return {}
    counted = counted_facts(scene, align(scene.before, scene.after))
    facts = verdict.joined_facts(effects, estimate, counted)
    return verdict.evidence(effects, judge.direction_of(effects), estimate, facts)


def fit(x: Any, y: Any) -> tuple[LogisticRegression, LogisticRegression]:
    """One model for relevance, one for the direction of relevant changes."""
    telling = y != "none"
    make = lambda: LogisticRegression(C=0.3, max_iter=5000)  # noqa: E731
    return make().fit(x, telling), make().fit(x[telling], y[telling])


def scores(models: tuple[LogisticRegression, LogisticRegression], x: Any, y: Any) -> str:
    """Precision, recall and direction of fitted models."""
    told = np.where(models[0].predict(x), models[1].predict(x), "none")
    hits = ((told != "none") & (y != "none")).sum()
    precision, recall = hits / (told != "none").sum(), hits / (y != "none").sum()
    return f"P {precision:.3f} R {recall:.3f} direction {(told == y)[y != 'none'].mean():.3f}"


def samples(lessons: Iterable[Lesson]) -> tuple[list[dict[str, float]], Any]:
    """Evidence and labels."""
    found = [(evidence_of(lesson), lesson.label) for lesson in lessons]
    return [e for e, _ in found if e], np.array([label for e, label in found if e])


def main() -> None:
    held = [page for name in HELD for page in pages(CASES / "edits" / f"{name}.txt")]
    lessons = from_cases("exam") + [page.lesson(edit) for page in held for edit in page.edits]
    titles = sorted({lesson.title for lesson in lessons})
    halves = [[lesson for lesson in lessons if titles.index(lesson.title) % 2 == part] for part in (0, 1)]
    (first, y1), (second, y2) = samples(halves[0]), samples(halves[1])
    names = sorted({name for found in (*first, *second) for name in found} - {"bias"})
    x1, x2 = (np.array([[found.get(n, 0.0) for n in names] for found in part]) for part in (first, second))
    print("fit on one half, tried on the other:", scores(fit(x1, y1), x2, y2), "/", scores(fit(x2, y2), x1, y1))
    whole = np.concatenate([y1, y2])
    uneven = (whole == "restrictive").sum() / (whole == "restorative").sum()
    print(
        f"restrictive for each restorative: {uneven:.2f}; _UNEVEN of verdict.py is its logarithm, {np.log(uneven):.2f}"
    )
    gate, way = fit(np.concatenate([x1, x2]), whole)
    rng = random.Random(1)
    several, y3 = samples(crowded(page, edit, rng.choice(held), rng) for page in held for edit in page.edits)
    x3 = np.array([[found.get(n, 0.0) for n in names] for found in several])
    print("the edits of the files among several harmless ones:", scores((gate, way), x3, y3))
    weights = {"relevant": dict(zip(("bias", *names), (gate.intercept_[0], *gate.coef_[0]), strict=True))}
    for direction in verdict.DIRECTIONS:
        i = list(way.classes_).index(direction.value)
        weights[direction.value] = dict(zip(("bias", *names), (way.intercept_[i], *way.coef_[i]), strict=True))
    rounded = {model: {k: round(float(v), 3) for k, v in found.items()} for model, found in weights.items()}
    TARGET.write_text(json.dumps(rounded, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

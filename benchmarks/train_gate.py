"""Train the learned part of the reading and write monitors/language/gate_weights.json.

    python -m benchmarks.train_gate            # trains on everything in benchmarks/cases but the kept-aside part
    python -m benchmarks.train_gate --held-out # prints, for each set of passages held out, the scores with and without

Linear models by AdaGrad with L2, standard library only, about a minute. Passages (pairs-*.jsonl) teach with the rules'
findings as evidence, because no rule was written for them; the longer cases, which rules were written for, teach words
only. Of a long case that is relevant the likeliest row teaches, of one that is not the first eight.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.evaluate import KINDS
from monitors.language.effects import Effect, Scene
from monitors.language.evidence import changed_rows, effects_in, row_features
from monitors.language.gate import score
from monitors.language.judge import direction_of, ruled
from monitors.language.sentences import units
from monitors.language.wording import canonical
from monitors.records import Topic
from monitors.segments import plain_segments

CASES = Path(__file__).parent / "cases"
LONG = ("visitation-dev", "part-a", "part-b", "part-c")
PASSAGES = tuple(f"pairs-{number}" for number in range(1, 8))
WEIGHTS = Path(__file__).parent.parent / "monitors" / "language" / "gate_weights.json"
DECAY, RATE, ROUNDS, SMALL, ROWS_OF_A_CASE = 0.002, 0.25, 6, 0.08, 8
AROUND = "Notice."  # a passage stands on some page


@dataclass(frozen=True)
class Sample:
    """One row's evidence with the label of its case."""

    found: dict[str, float]
    case: dict[str, Any]


def _load(name: str) -> list[dict[str, Any]]:
    path = CASES / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _scene(case: dict[str, Any], around: str = "") -> Scene:
    before, after = (f"{around}\n{case[side]}".strip() for side in ("before", "after"))
    title = canonical(case.get("title", ""))
    return Scene(
        units(plain_segments(before)), units(plain_segments(after)), title, KINDS.get(case.get("kind", ""), "")
    )


def passage(case: dict[str, Any]) -> tuple[Sample, list[Effect]]:
    """A passage's evidence, its rows taken together, and what the rules alone read."""
    alignment, effects = ruled(_scene(case, AROUND))
    found: dict[str, float] = {}
    for row in changed_rows(alignment):
        found |= row_features(row, effects_in(row, effects))
    return Sample(found or {"bias": 1.0}, case), effects


def rows_of(case: dict[str, Any], likely: Callable[[dict[str, float]], float]) -> list[Sample]:
    """The rows of a long case that teach."""
    scene = _scene(case)
    if not scene.after:
        return []
    alignment, _ = ruled(scene)
    rows = [row_features(row, [], with_rules=False) for row in changed_rows(alignment)]
    if case["relevant"]:
        rows = sorted(rows, key=likely)[-1:]
    return [Sample(found, case) for found in rows[:ROWS_OF_A_CASE]]


def train(
    samples: Sequence[Sample], label: Callable[[dict[str, Any]], bool], *, words_only: bool = False
) -> dict[str, float]:
    """Weights by evidence name; words_only leaves pairs and triples of words out."""
    seen = Counter(name for sample in samples for name in sample.found)
    rows = [
        ([(k, v) for k, v in s.found.items() if seen[k] > 1 and not (words_only and " " in k)], float(label(s.case)))
        for s in samples
    ]
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    order = list(range(len(rows)))
    shuffle = random.Random(1)
    for _ in range(ROUNDS):
        shuffle.shuffle(order)
        for index in order:
            items, wanted = rows[index]
            total = sum(weights.get(name, 0.0) * value for name, value in items)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - wanted
            for name, value in items:
                weight = weights.get(name, 0.0)
                slope = error * value + DECAY * weight
                squares[name] = squares.get(name, 1e-6) + slope * slope
                weights[name] = weight - RATE * slope / math.sqrt(squares[name])
    return weights


def _gain(case: dict[str, Any]) -> bool:
    return case["direction"] in ("restorative", "mixed")


def _loss(case: dict[str, Any]) -> bool:
    return case["direction"] in ("restrictive", "mixed")


def learn(
    passages: Sequence[Sample], long_cases: Iterable[dict[str, Any]], *, full: bool = True
) -> dict[str, dict[str, float]]:
    """All models: relevant, gain, loss and, when full, severity and topics."""
    first = train(passages, lambda case: case["relevant"])
    samples = [*passages, *(s for case in long_cases for s in rows_of(case, lambda found: score(found, first)))]
    telling = [s for s in samples if s.case["relevant"]]
    models = {
        "relevant": train(samples, lambda case: case["relevant"]),
        "gain": train(telling, _gain),
        "loss": train(telling, _loss),
    }
    if full:
        models |= {
            level: train(telling, lambda case, level=level: case["severity"] == level, words_only=True)
            for level in ("critical", "minor")
        }  # type: ignore[misc]
        for topic in Topic:
            models[topic.value] = train(
                telling, lambda case, topic=topic: topic.value in case["topics"], words_only=True
            )  # type: ignore[misc]
    return models


def held_out() -> None:
    """Print the scores on each set of passages with the models trained on all the rest."""
    sets = {name: [passage(case) for case in _load(name)] for name in PASSAGES}
    long_cases = [case for name in LONG for case in _load(name)]
    for name, tested in sets.items():
        taught = [sample for other, rows in sets.items() if other != name for sample, _ in rows]
        models = learn(taught, long_cases, full=False)
        hits = told = relevant = by_rules = by_both = by_learned = rule_hits = rule_told = 0
        for sample, effects in tested:
            wanted = sample.case["relevant"]
            yes = score(sample.found, models["relevant"]) > 0.45
            hits, told, relevant = hits + (yes and wanted), told + yes, relevant + wanted
            rule_hits, rule_told = rule_hits + (bool(effects) and wanted), rule_told + bool(effects)
            if wanted:
                learned = _learned_direction(sample.found, models)
                ruled_direction = direction_of(effects).value
                by_rules += ruled_direction == sample.case["direction"]
                by_learned += learned == sample.case["direction"]
                by_both += (ruled_direction if any(e.sign for e in effects) else learned) == sample.case["direction"]
        print(f"{name} relevant: rules P {rule_hits / rule_told:.3f} R {rule_hits / relevant:.3f}", end="; ")
        print(f"learned P {hits / told:.3f} R {hits / relevant:.3f}")
        shares = (by_rules / relevant, by_learned / relevant, by_both / relevant)
        print("  direction given relevance: rules {:.3f}, learned {:.3f}, rules first {:.3f}".format(*shares))


def _learned_direction(found: dict[str, float], models: dict[str, dict[str, float]]) -> str:
    gain, loss = score(found, models["gain"]), score(found, models["loss"])
    if gain > 0.55 and loss > 0.55:
        return "mixed"
    if max(gain, loss) < 0.35:
        return "neutral"
    return "restorative" if gain > loss else "restrictive"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    if parser.parse_args().held_out:
        held_out()
        return
    models = learn(
        [passage(case)[0] for name in PASSAGES for case in _load(name)], [case for name in LONG for case in _load(name)]
    )
    pruned = {name: {k: round(v, 2) for k, v in sorted(w.items()) if abs(v) >= SMALL} for name, w in models.items()}
    WEIGHTS.write_text(json.dumps(pruned, ensure_ascii=False, separators=(",", ":")), "utf-8")
    print(f"{sum(map(len, pruned.values()))} weights in {len(pruned)} models, {WEIGHTS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

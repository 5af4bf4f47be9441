"""The reading's scores on the committed cases, and a gate: none may fall below what was reached.

    python -m benchmarks.reading_gate            # prints the table; exit 1 when a score fell
    python -m benchmarks.reading_gate --accept   # writes today's scores as the new floor

The kept-aside parts (negation and those with "aside" in their names) are printed too: no rule and no weight was made
with them in view, so theirs are the honest figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from app.evaluate import evaluate

CASES = Path(__file__).parent / "cases"
FLOOR = Path(__file__).parent / "reading_floor.json"
FILES = (
    *("visitation-dev", "part-a", "part-b", "part-c", "part-d", "part-e", "daily", "long", "near", "odd", "broad"),
    *("story", "clerks", "counties", "screens"),
    *("lengthy", "idiom", "polarity", "bureau", "mixture", "weekly", "layers", "unlike"),
    *("departments", "voices", "kinds", "desks", "turns", "affairs", "traps"),
    *("wards", "editors", "copied", "reshaped", "rewritten", "redesigned"),
    *("strange", "shades", "figured", "several", "harmless", "parish", "weighty", "minimal"),
    *("longform", "everyday", "undone", "sites", "unseen"),
    *("exam", "aside", "aside-long", "daily-aside", "late-aside", "weeks-aside", "winter-aside", "negation"),
    *("mixed-aside", "redesign-aside", "pages-aside", "short-aside", "southern", "western", "subtle"),
    *("cities-aside", "nearby-aside", "same-terms-aside"),
)
# A mended rule may cost a case now and then; a single one is more than this in a part with few of them.
TOLERANCE, CASES_LOST = 0.02, 1.01


def flat(scores: dict[str, Any]) -> dict[str, float]:
    """The scores by dotted name."""
    return {
        f"{group}.{name}": value
        for group in ("relevant", "direction", "severity", "topics", "facts")
        for name, value in scores[group].items()
    }


def measure() -> dict[str, dict[str, float]]:
    """Scores of every committed part, on all cores; the longest part first."""
    longest = sorted(FILES, key=lambda name: -(CASES / f"{name}.jsonl").stat().st_size)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        found = dict(zip(longest, pool.map(_scores, longest), strict=True))
    return {name: found[name] for name in FILES}


def _scores(part: str) -> dict[str, float]:
    return flat(evaluate(cases_of(part))[0])


def cases_of(part: str) -> list[dict[str, Any]]:
    """The labelled cases of a part."""
    return [json.loads(line) for line in (CASES / f"{part}.jsonl").read_text("utf-8").splitlines()]


def fallen(now: dict[str, dict[str, float]], floor: dict[str, dict[str, float]]) -> list[str]:
    """What fell below the floor by more than the tolerance."""
    return [
        f"{part} {name}: {now[part][name]:.3f} was {least:.3f}"
        for part, scores in floor.items()
        if part in now
        for name, least in scores.items()
        if now[part][name] < least - tolerance(part)
    ]


def tolerance(part: str) -> float:
    """How far a score of a part may fall: two in a hundred, or one of its relevant cases."""
    relevant = sum(1 for case in cases_of(part) if case["relevant"])
    return max(TOLERANCE, CASES_LOST / relevant)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true")
    accept = parser.parse_args().accept
    now = measure()
    names = list(next(iter(now.values())))
    print(f"{'':22}" + "".join(f"{part:>18}" for part in now))
    for name in names:
        print(f"{name:22}" + "".join(f"{scores[name]:18.3f}" for scores in now.values()))
    if accept:
        FLOOR.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
        return 0
    lost = fallen(now, json.loads(FLOOR.read_text("utf-8")))
    print("\n".join(f"FELL {line}" for line in lost) or "no score fell")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())

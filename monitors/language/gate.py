"""The learned part: how likely a changed row is about visiting terms, a gain, a loss, and its topics and severity.

Linear models over monitors/language/evidence.py; weights and scores with and without: benchmarks/train_gate.py and
docs/decisions/. A rule that read a direction goes before the learned one.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from monitors.language.effects import Effect
from monitors.language.evidence import Row, row_features
from monitors.records import Severity, Topic

Weights = Mapping[str, float]
# Thresholds chosen on passages and cases of authors held out (docs/decisions/).
VETO_BELOW = 0.22
TELL_ABOVE = 0.75
REWRITTEN_TELL_ABOVE = 0.95  # of a page told anew with the same figures
JOIN_ABOVE = 0.5
_SIGNED = 0.55
_UNSIGNED = 0.35


@lru_cache(maxsize=1)
def models() -> Mapping[str, Weights]:
    """The trained weights by model name: relevant, gain, loss, critical, minor and one for each topic."""
    loaded: dict[str, dict[str, float]] = json.loads(
        files("monitors.language").joinpath("gate_weights.json").read_text("utf-8")
    )
    return loaded


def score(found: Mapping[str, float], weights: Weights) -> float:
    """0 to 1."""
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row with its likelihood of being relevant and its evidence."""

    row: Row
    likely: float
    found: Mapping[str, float]

    def verdict(self) -> Effect:
        """The effect of the row, told by the learned part alone."""
        gain, loss = (score(self.found, models()[name]) for name in ("gain", "loss"))
        sign = 0
        if max(gain, loss) > _UNSIGNED and not (gain > _SIGNED and loss > _SIGNED):
            sign = 1 if gain > loss else -1
        rule = "G-mixed" if gain > _SIGNED and loss > _SIGNED else "G-learned"
        old = self.row.before.plain if self.row.before else ""
        new = self.row.after.plain if self.row.after else ""
        said = f"likelihood {self.likely:.2f}, gain {gain:.2f}, loss {loss:.2f}"
        return Effect(rule, sign, severity_of(self.found), self.topics(), (), old, new, (said,))

    def topics(self) -> tuple[Topic, ...]:
        """The learned topics of the row, at least one."""
        return topics_of(self.found)


def weigh(row: Row, effects: Sequence[Effect]) -> Weighed:
    """The likelihood that a row is about visiting terms."""
    found = row_features(row, effects)
    return Weighed(row, score(found, models()["relevant"]), found)


def weighed(rows: Sequence[tuple[Row, Sequence[Effect]]]) -> list[Weighed]:
    """The linear estimator: every row, with the rules' effects in it, weighed by itself."""
    return [weigh(row, effects) for row, effects in rows]


def severity_of(found: Mapping[str, float]) -> Severity:
    """The learned severity of a row's evidence."""
    critical, minor = (score(found, models()[name]) for name in ("critical", "minor"))
    if critical > 0.5 and critical > minor:
        return Severity.CRITICAL
    return Severity.MINOR if minor > 0.5 else Severity.MAJOR


def topics_of(found: Mapping[str, float]) -> tuple[Topic, ...]:
    """The learned topics of a row's evidence, at least one."""
    scores = {topic: score(found, models()[topic.value]) for topic in Topic if topic.value in models()}
    chosen = tuple(topic for topic, value in scores.items() if value > 0.5)
    return chosen or (max(scores, key=lambda topic: scores[topic]),)

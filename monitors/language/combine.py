"""Where the learned part and the rules meet: one function, whatever estimator stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from monitors.language.context import ACT
from monitors.language.effects import Effect
from monitors.language.evidence import Row, effects_in
from monitors.language.gate import JOIN_ABOVE, TELL_ABOVE, VETO_BELOW, weighed
from monitors.records import Topic


class Estimate(Protocol):
    """What an estimator holds of one changed row."""

    @property
    def likely(self) -> float:
        """0 to 1: how likely the row changes visiting terms."""

    def verdict(self) -> Effect:
        """The effect it would tell by itself, with rule "G-…"."""

    def topics(self) -> tuple[Topic, ...]:
        """Its topics, at least one."""


Estimator = Callable[[Sequence[tuple[Row, Sequence[Effect]]]], Sequence[Estimate]]
# Rules that a low likelihood silences, and neutral verdicts that the learned part may not talk over.
_SOFT = ("D10-shift", "P-", "S3-", "T-")
_FIRM = ("S3-", "R12-", "D9-", "D-neutral")


def combine(
    rows: Sequence[Row],
    effects: Sequence[Effect],
    *,
    sure: float = TELL_ABOVE,
    alone: Callable[[Row], bool] = lambda row: True,
    estimator: Estimator = weighed,
) -> tuple[list[Effect], list[str]]:
    """The rules' effects as the learned part lets them pass, or its own verdict where no rule could read a change.

    sure: likelihood from which it tells by itself; alone: whether a row may be told without any rule. Returns the
    effects and the reasons that are not an effect's own.
    """
    estimates = list(estimator([(row, effects_in(row, effects)) for row in rows]))
    likely = max((estimate.likely for estimate in estimates), default=0.0)
    soft = all(effect.rule.startswith(_SOFT) and "S8" not in effect.rule for effect in effects)
    if effects and rows and not any(map(_plainly, effects)) and likely < (VETO_BELOW if soft else VETO_BELOW / 10):
        return [], [f"G-veto {likely:.2f}: {', '.join(effect.rule for effect in effects)}"]
    if not any(effect.sign or effect.rule.startswith(_FIRM) for effect in effects):
        telling = [estimate for row, estimate in zip(rows, estimates, strict=True) if alone(row)]
        best = max(telling, key=lambda estimate: estimate.likely, default=None)
        if best is not None and best.likely > sure:
            learned = best.verdict()
            if not effects or learned.sign:
                return [learned], [f"G-learned {best.likely:.2f}"]
            return list(effects), []
    return _with_topics(effects, estimates), []


# "In-person visits have ended" needs nobody's opinion.
_VISITS_ACTED_ON = re.compile(
    r"\b(?:in-person|in person|face-to-face|contact|social|family|public|inmate|jail)\W+(?:\w+\W+){0,2}?"
    r"(?:visits?|visiting|visitation)\b(?! (?:our|the) )"
)


def _plainly(effect: Effect) -> bool:
    """Whether a rule rests on a clause that names such visits and says what becomes of them."""
    clause = effect.new or effect.old
    return (
        effect.sign != 0
        and effect.rule.startswith(("P-", "S8-"))
        and _VISITS_ACTED_ON.search(clause) is not None
        and ACT.search(clause) is not None
    )


def _with_topics(effects: Sequence[Effect], estimates: Sequence[Estimate]) -> list[Effect]:
    """The rules' effects, the first one with the likeliest row's learned topics added.

    Measured on passages held out: topics micro F1 .50 by rules, .65 learned, .69 joined.
    """
    best = max(estimates, key=lambda estimate: estimate.likely, default=None)
    if not effects or best is None or best.likely < JOIN_ABOVE:
        return list(effects)
    joined = tuple(dict.fromkeys((*effects[0].topics, *best.topics())))
    return [replace(effects[0], topics=joined), *effects[1:]]

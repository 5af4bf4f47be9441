"""Terms of which a line says that they end: "gives up its 20% commission", "the 10 day rule has been waived".

The figure is the same on both pages and what is said of it turned, so that it is counted as nought where it ended. Only the
plainest words do: one act on the term itself, not denied, not conditional, not for some, and no act on another act.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitors.language.words.measure import Measure, figure_in
from monitors.language.words.patterns import regex

_DONE = r"(?:waived|struck|stricken|deleted|repealed|withdrawn|abolished|ended|discontinued|lifted|removed|dropped|scrapped|retired|eliminated|rescinded|canceled|cancelled|taken out|gone(?! by)|void|at an end|no more|done away with|given up|allowed to lapse)"
_UNDOES = regex(
    r"\b(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!be )(?:gives? up|gave up|giving up|forgo(?:es)?|waive[sd]?|strikes?|struck|delete[sd]?|ends|ended|drops|dropped|repeal(?:s|ed)|lifts|lifted|remove[sd]|abolish(?:es|ed)|withdraws|withdrew|scraps|scrapped|(?:does|did|done) away with|rescind(?:s|ed)|gone (?:is|are)|no longer (?:\w+ ){0,2}?(?:pays?|takes?|gets?|owes?|gives?|offers?|receives?|collects?|keeps?|charges?|requires?|guarantees?|promises?))\b[^.;:]{0,50}$"
)
_UNDONE = regex(
    rf"^[^.;:]{{0,80}}?\b(?:(?:has|have|had|is|are|was|were|will be|shall be|be)(?: \w+ly)? (?:now |been |hereby ){{0,2}}{_DONE}|ceases?|lapse[sd]?|expires?|no longer (?:appl\w+|owed|paid|due|offered|given|required|in force|exists?|stands?))\b(?P<rest>[^.;]*)"
)
_DENIED = regex(
    r"\b(?:not|never|cannot|nor|\w+n't|declin\w+|refus\w+|rather than|instead of|voted down|may|might|could|would|asks?|asked|plan\w*|propos\w+|if|unless|until|before|when)\b"
)
_OF_SOME = regex(r"\b(?:if|unless|until|when|while|during|through|where|in cases?|on request|for (?!good|all|every))\b")
_ACT_ON_ACT = regex(
    r"\b(?:waivers?|suspension|repeal|moratorium|ban|freeze|exemptions?|discounts?|hold|pause|stay|notice|order|resolution|rule that)\b"
)
# Of these nought is left when they end; of a limit nothing is stated.
_NOUGHT = (
    "free_", "commission_pct", "min_guarantee", "min_paid", "bonus_points", "waiting_days", "wait_days_friends",
    "intake_days", "discipline_days", "min_age",
)  # fmt: skip


def ended(words: str, value: float) -> bool:
    """Whether a clause says of the term whose figure it states that it ends."""
    figure = figure_in(words, value)
    if figure is None or _ACT_ON_ACT.search(words):
        return False
    ahead, behind = words[: figure.start()], words[figure.start() :]
    act = _UNDOES.search(ahead)
    if act is not None:
        return not (_DENIED.search(ahead) or _OF_SOME.search(behind))
    undone = _UNDONE.search(behind)
    if undone is None or _OF_SOME.search(undone["rest"]):
        return False
    return _DENIED.search(behind[: undone.start("rest")]) is None


def with_ended(old: Sequence[Measure], new: Sequence[Measure]) -> tuple[list[Measure], list[Measure]]:
    """The measures of two lines, or of two pages' changed lines, those of one side that ended as nought, where the other
    side states the same figure and it stands."""
    return _against(old, new), _against(new, old)


def over(measure: Measure) -> Measure | None:
    """What is left of a term of which a new line says that it ended: nought of what may be nought, None where it stands."""
    gone = measure.value and measure.name.startswith(_NOUGHT) and ended(measure.words, measure.value)
    return replace(measure, value=0.0) if gone else None


def _against(ours: Sequence[Measure], theirs: Sequence[Measure]) -> list[Measure]:
    standing = {(m.name, m.value) for m in theirs if m.value and not ended(m.words, m.value)}
    gone = [m for m in ours if (m.name, m.value) in standing and ended(m.words, m.value)]
    return [replace(m, value=0.0) if m in gone and m.name.startswith(_NOUGHT) else m for m in ours]

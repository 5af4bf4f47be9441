"""Score the reading of labelled cases: relevance, direction, severity, topics and facts, with a table and misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monitors.cases import KIND_NAMES
from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading, SourceKind
from monitors.segments import plain_segments

KINDS = {KIND_NAMES.get(kind, kind.value): kind.value for kind in SourceKind}
_LABELS = ("restrictive", "restorative", "mixed", "neutral")
Case = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scored:
    """One case with its reading."""

    case: Case
    reading: Reading

    @property
    def direction(self) -> str:
        """The predicted label as the cases write it: "none" when not relevant; unclear counts as neutral."""
        if not self.reading.relevant:
            return "none"
        label = self.reading.direction.value
        return "neutral" if label == Direction.UNCLEAR.value else label

    @property
    def right(self) -> bool:
        """Relevance right and, where relevant, direction and severity too."""
        if not self.case["relevant"]:
            return not self.reading.relevant
        return bool(self.direction == self.case["direction"] and self.reading.severity.value == self.case["severity"])


def read_case(case: Case) -> Reading:
    """The reading of one case; before and after are plain text, "" = the page was not there."""
    before, after = plain_segments(case["before"]), plain_segments(case["after"])
    passages = compare(before, after).passages
    title = case.get("title", "")
    kind = KINDS.get(case.get("kind", ""), "")
    return read(before, after, passages, title_before=title, title_after=title, kind=kind)


def evaluate(cases: Iterable[Case]) -> tuple[dict[str, Any], list[Scored]]:
    """The scores in the contract's schema, and every case with its reading for the table and the misses."""
    scored = [Scored(case, read_case(case)) for case in cases]
    relevant = [s for s in scored if s.case["relevant"]]
    hits = sum(s.reading.relevant for s in relevant)
    alerted = sum(s.reading.relevant for s in scored)
    scores = {
        "cases": len(scored),
        "relevant": _precision_recall(hits, alerted, len(relevant)),
        "direction": {
            "accuracy": _share(sum(s.direction == s.case["direction"] for s in relevant), len(relevant)),
            "macro_f1": _macro_f1(relevant),
        },
        "severity": {
            "accuracy": _share(
                sum(s.reading.relevant and s.reading.severity.value == s.case["severity"] for s in relevant),
                len(relevant),
            )
        },
        "topics": {"micro_f1": _micro([(_topics(s), set(s.case["topics"])) for s in scored])},
        "facts": {"f1": _micro([(_facts(s), _true_facts(s.case)) for s in scored])},
        "errors": [s.case["id"] for s in scored if not s.right],
    }
    return scores, scored


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def _precision_recall(hits: int, alerted: int, relevant: int) -> dict[str, float]:
    return {
        "precision": _share(hits, alerted),
        "recall": _share(hits, relevant),
        "f1": _share(2 * hits, alerted + relevant),
    }


def _macro_f1(relevant: Sequence[Scored]) -> float:
    present = [label for label in _LABELS if any(s.case["direction"] == label for s in relevant)]
    values = []
    for label in present:
        hits = sum(s.direction == label == s.case["direction"] for s in relevant)
        values.append(
            2
            * hits
            / max(1, sum(s.direction == label for s in relevant) + sum(s.case["direction"] == label for s in relevant))
        )
    return round(sum(values) / len(values), 4) if values else 1.0


def _micro(pairs: Sequence[tuple[set[Any], set[Any]]]) -> float:
    hits = sum(len(found & true) for found, true in pairs)
    return _share(2 * hits, sum(len(found) + len(true) for found, true in pairs))


def _topics(scored: Scored) -> set[str]:
    return {topic.value for topic in scored.reading.topics}


def _value(value: object) -> object:
    return value if value is None or isinstance(value, bool) else ("number", round(float(str(value)), 3))


def _facts(scored: Scored) -> set[tuple[object, ...]]:
    return {(fact.name, _value(fact.before), _value(fact.after)) for fact in scored.reading.facts}


def _true_facts(case: Case) -> set[tuple[object, ...]]:
    return {(fact["name"], _value(fact["before"]), _value(fact["after"])) for fact in case["facts"]}


def table(scores: Mapping[str, Any], scored: Sequence[Scored], *, verbose: bool = False) -> str:
    """The scores, the confusion of directions and, when verbose, each miss with its passages and rules."""
    lines = [
        f"cases {scores['cases']}",
        "relevant   precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}".format(**scores["relevant"]),
        "direction  accuracy {accuracy:.3f}  macro f1 {macro_f1:.3f}".format(**scores["direction"]),
        f"severity   accuracy {scores['severity']['accuracy']:.3f}",
        f"topics     micro f1 {scores['topics']['micro_f1']:.3f}",
        f"facts      f1 {scores['facts']['f1']:.3f}",
        "",
        *_confusion(scored),
    ]
    if verbose:
        lines += [line for s in scored if not s.right for line in _miss(s)]
    return "\n".join(lines)


def _confusion(scored: Sequence[Scored]) -> list[str]:
    labels = (*_LABELS, "none")
    counts = Counter((s.case["direction"] if s.case["relevant"] else "none", s.direction) for s in scored)
    head = f"{'label / read as':16}" + "".join(f"{label:>13}" for label in labels)
    return [head, *(f"{row:16}" + "".join(f"{counts[row, column]:13}" for column in labels) for row in labels)]


def _miss(scored: Scored) -> list[str]:
    case, reading = scored.case, scored.reading
    label = f"{case['direction']}/{case['severity']}" if case["relevant"] else "not relevant"
    said = f"{scored.direction}/{reading.severity.value}"
    lines = [
        "",
        f"{case['id']} {case.get('title', '')}",
        f"  label {label}; read as {said}; label's why: {case.get('why', '')}",
    ]
    lines += [f"  why {reason}" for reason in reading.why]
    for passage in compare(plain_segments(case["before"]), plain_segments(case["after"])).passages[:8]:
        lines += [f"  - {passage.before[:240]}"] * bool(passage.before) + [f"  + {passage.after[:240]}"] * bool(
            passage.after
        )
    return lines

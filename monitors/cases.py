"""Judged changes as labelled cases: what people said of a reading becomes what the reading is measured by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from monitors.mail import Annotation
from monitors.records import Change, Direction, Monitor, Severity, Source, SourceKind, Version
from monitors.review import Label, ReviewState, judgements, state_of

# The cases' own names of kinds; others keep theirs.
KIND_NAMES = {
    SourceKind.JAIL: "jail_policy",
    SourceKind.VENDOR: "vendor_statement",
    SourceKind.CONTRACT: "contract",
    SourceKind.DOC: "doc_policy",
    SourceKind.NEWS: "news",
}


def case_of(
    change: Change,
    monitor: Monitor,
    source: Source,
    before: Version | None,
    after: Version | None,
    said: Sequence[Annotation],
) -> dict[str, Any] | None:
    """One case in the schema that `evaluate` reads, or None: not judged, disputed, or without any text.

    Confirmed: as it was read, with what was corrected. Wrong and unimportant: nothing that should be told, unless a
    wrong one says what it should have been.
    """
    state = state_of(said, claimed=False)
    if state not in (ReviewState.CONFIRMED, ReviewState.WRONG, ReviewState.UNIMPORTANT) or not (before or after):
        return None
    last = judgements(said)[-1]
    return {
        "id": f"change-{change.id}",
        "kind": KIND_NAMES.get(source.kind, source.kind.value),
        "title": monitor.title or next((one.title for one in (after, before) if one), ""),
        "before": _text(before),
        "after": _text(after),
        **_labels(change, last),
        "why": _notes(said),
    }


def _labels(change: Change, last: Annotation) -> dict[str, Any]:
    reading = change.reading
    corrected = last.direction is not None or last.severity is not None or last.topics is not None
    told = last.label == Label.CONFIRMED or (last.label == Label.WRONG and corrected)
    severity = last.severity or reading.severity.value
    if not told or severity == Severity.NONE:
        return {"relevant": False, "direction": "neutral", "severity": "none", "topics": [], "facts": []}
    direction = last.direction or reading.direction.value
    return {
        "relevant": True,
        "direction": "neutral" if direction == Direction.UNCLEAR else direction,
        "severity": severity,
        "topics": list(last.topics) if last.topics is not None else [topic.value for topic in reading.topics],
        "facts": [{"name": fact.name, "before": fact.before, "after": fact.after} for fact in reading.facts],
    }


def _text(version: Version | None) -> str:
    return "\n".join(segment.text for segment in version.segments) if version else ""


def _notes(said: Iterable[Annotation]) -> str:
    return "; ".join(one.note for one in said if one.note)

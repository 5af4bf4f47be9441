"""What an encoder that is being taught scores by itself, without rules: printed after each round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from benchmarks.reader_lessons import Lesson, encoded
from benchmarks.ship_reader import Shipped
from monitors.language.reader.encoding import MOST_PIECES
from monitors.language.reader.learned import read_out


def scores_of(reader: Any, tried: Sequence[Lesson]) -> str:
    """Relevance, direction, severity, topics and facts of the encoder alone."""
    reader.eval()
    hits = told = true = right = level = 0
    topics, facts = [0, 0], [0, 0]
    for lesson in tried:
        found = encoded(lesson.before, lesson.after, lesson.title, MOST_PIECES)
        relevant = lesson.label != "none"
        true += relevant
        wanted = set(lesson.facts or ())
        if found is None:
            facts[1] += len(wanted)
            topics[1] += len(lesson.topics)
            continue
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = Shipped(reader)(torch.tensor([found.pieces]), torch.tensor([found.kinds]))
        estimate = read_out(*(output[0].float().tolist() for output in outputs), found)
        said = estimate.relevant > 0.5
        told += said
        hits += said and relevant
        if relevant and said:
            right += max(estimate.directions, key=lambda d: estimate.directions[d]).value == lesson.label
            level += max(estimate.severities, key=lambda s: estimate.severities[s]).value == lesson.severity
        spoken = {topic.value for topic, share in estimate.topics.items() if share > 0.5} if said else set()
        topics[0] += 2 * len(spoken & set(lesson.topics))
        topics[1] += len(spoken) + len(lesson.topics)
        if lesson.facts is not None:
            known = {(f.name, f.before, f.after) for _, f in estimate.facts} if said else set()
            facts[0] += 2 * len(known & wanted)
            facts[1] += len(known) + len(wanted)
    return (
        f"{len(tried)} tried: P {hits / max(1, told):.3f} R {hits / max(1, true):.3f}"
        f" direction {right / max(1, true):.3f}"
        f" severity {level / max(1, true):.3f} topics {topics[0] / max(1, topics[1]):.3f}"
        f" facts {facts[0] / max(1, facts[1]):.3f}"
    )

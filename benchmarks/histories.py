"""Real page histories: which changes are graded loud, which captures cry wolf. Vocabulary is off, the hardest case.

    python benchmarks/histories.py FOLDER [--show]

FOLDER holds manifest.jsonl, one capture a line in order: document, url, at (seconds), file, label (first, quiet,
changed), and the gzip files. Captures that the quality rules refuse become no version. Siblings are the captures of
other documents of the same host just before and just after, at most 40 days away; a live monitor fetches them the
same minute.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import monitors.attached
import monitors.diff
import monitors.extract.menus
import monitors.extract.scripts
import monitors.furniture
import monitors.quality
from monitors.diff import Comparison, compare
from monitors.extract import extract
from monitors.furniture import Furniture, learn
from monitors.quality import judge_capture
from monitors.records import Fetched, Grade, Segment, Verdict

NEAR = 40 * 86_400
LOUD = (Grade.NORMAL, Grade.HIGH)


@dataclass
class Capture:
    document: str
    host: str
    at: int
    file: str
    label: str
    url: str
    segments: tuple[Segment, ...] = ()
    verdict: Verdict | None = None


@dataclass
class Step:
    capture: Capture
    comparison: Comparison | None  # None: the capture was refused


def silence_vocabulary() -> None:
    """Takes the visiting vocabulary away: these pages are about other things."""
    for module in (
        monitors.furniture,
        monitors.attached,
        monitors.quality,
        monitors.extract.menus,
        monitors.extract.scripts,
    ):
        module.speaks_of_visits = lambda text: False


def captures(folder: Path) -> dict[str, list[Capture]]:
    """All captures by document, read and extracted."""
    rows = [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]
    hosts = {row["document"]: urlsplit(row["url"]).netloc for row in rows if row["url"]}  # some rows know no address
    documents: dict[str, list[Capture]] = defaultdict(list)
    for row in rows:
        url = row["url"] or "https://unknown.example/page"
        host = hosts.get(row["document"], row["document"])
        documents[row["document"]].append(Capture(row["document"], host, row["at"], row["file"], row["label"], url))
    return documents


def read(folder: Path, documents: dict[str, list[Capture]]) -> None:
    """Extracts each capture and judges it against the last good one."""
    for history in documents.values():
        previous: tuple[Segment, ...] | None = None
        for capture in history:
            body = gzip.decompress((folder / capture.file).read_bytes())
            document = extract(body, "text/html", capture.url, readable=False)
            outcome = Fetched(capture.url, 200, (), body, datetime.fromtimestamp(capture.at, UTC))
            capture.segments = document.segments
            capture.verdict = judge_capture(outcome, document, previous=previous)
            if capture.verdict.ok:
                previous = capture.segments


def siblings(documents: dict[str, list[Capture]], capture: Capture) -> Furniture | None:
    found = []
    for name, history in documents.items():
        if name == capture.document or history[0].host != capture.host:
            continue
        good = [other for other in history if other.verdict is not None and other.verdict.ok]
        for side in (
            [other for other in good if other.at <= capture.at][-1:],
            [other for other in good if other.at >= capture.at][:1],
        ):
            found.extend(other.segments for other in side if abs(other.at - capture.at) <= NEAR)
    return learn(found) if found else None


def steps(documents: dict[str, list[Capture]], history: list[Capture]) -> Iterator[Step]:
    last: Capture | None = None
    for capture in history:
        if capture.verdict is None or not capture.verdict.ok:
            yield Step(capture, None)
            continue
        if last is not None:
            yield Step(
                capture,
                compare(
                    last.segments,
                    capture.segments,
                    furniture_before=siblings(documents, last),
                    furniture_after=siblings(documents, capture),
                    fetched_before=datetime.fromtimestamp(last.at, UTC).date(),
                    fetched_after=datetime.fromtimestamp(capture.at, UTC).date(),
                ),
            )
        last = capture


def show(step: Step) -> None:
    if step.comparison is None:
        assert step.capture.verdict is not None
        verdict = step.capture.verdict
        print(f"    {step.capture.file} {step.capture.label}: refused, {verdict.quality} by {verdict.rule}")
        return
    count = len(step.comparison.passages)
    print(f"    {step.capture.file} {step.capture.label}: {step.comparison.grade}, {count} passages")
    loud = [passage for passage in step.comparison.passages if passage.grade in LOUD] or step.comparison.passages
    for passage in loud[:5]:
        print(f"        {passage.kind} {passage.grade} | {passage.before[:90]!r} -> {passage.after[:90]!r}")


def main(arguments: list[str]) -> None:
    silence_vocabulary()
    folder = Path(arguments[0])
    documents = captures(folder)
    read(folder, documents)
    total: Counter[str] = Counter()
    print(f"{'document':52}{'changed':>8}{'loud':>6}{'silent':>8}{'quiet':>7}{'false':>7}{'refused':>9}")
    for name, history in documents.items():
        found = list(steps(documents, history))
        row: Counter[str] = Counter()
        for step in found:
            loud = step.comparison is not None and step.comparison.grade in LOUD
            row[step.capture.label] += 1
            row["refused"] += step.comparison is None
            row["loud"] += loud and step.capture.label == "changed"
            row["silent"] += not loud and step.capture.label == "changed"
            row["false"] += loud and step.capture.label == "quiet"
        total += row
        columns = (("changed", 8), ("loud", 6), ("silent", 8), ("quiet", 7), ("false", 7), ("refused", 9))
        print(f"{name:52}" + "".join(f"{row[column]:>{width}}" for column, width in columns))
        if "--show" in arguments:
            for step in found:
                loud = step.comparison is not None and step.comparison.grade in LOUD
                if loud != (step.capture.label == "changed"):
                    show(step)
    print(
        f"false {total['false']} of {total['quiet']} quiet = {total['false'] / max(1, total['quiet']):.1%}, "
        f"silent {total['silent']} of {total['changed']} changed, refused captures {total['refused']}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])

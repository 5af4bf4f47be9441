"""`visitwatch extract`, `compare` and `evaluate`: the text layer and the reading on files, without a database."""

from __future__ import annotations

import asyncio
import json
import mimetypes
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from alerts.reasons import reason_words
from alerts.wording import DIRECTION_WORDS, FACT_WORDS, SEVERITY_WORDS, TOPIC_WORDS, fact_value
from app.config import ConfigError, load_config
from app.config_faults import unreadable
from app.evaluate import evaluate, table
from app.extraction import Extraction
from app.output import complain, out, plain, print_json, safe
from crawler.crawl import Visit, Visited, crawl
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.diff import Comparison, compare, words
from monitors.extract import Document, extract
from monitors.extract.pdf import SCAN_RULE
from monitors.furniture import Furniture, learn
from monitors.language.judge import read
from monitors.records import Failed, Fetched, Grade, Reading

MEDIA_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents, what differs, and what that means."""

    before: Document
    after: Document
    comparison: Comparison
    reading: Reading


def read_file(path: Path) -> Document:
    """The document in a file; its ending is a hint, the bytes decide. Raises ConfigError for an unreadable file."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ConfigError([f"{path}: can't be read: {error.strerror or error}"]) from None
    hint = MEDIA_TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or ""
    return extract(body, hint, "", readable=False)


def compare_documents(
    before: Document, after: Document, sibling_before: Document | None, sibling_after: Document | None
) -> Compared:
    """What `compare` answers: the diff with furniture learned from siblings, and the reading of it."""
    comparison = compare(
        before.segments,
        after.segments,
        furniture_before=_furniture(sibling_before),
        furniture_after=_furniture(sibling_after),
    )
    telling = comparison.grade in (Grade.NORMAL, Grade.HIGH) and before.verdict.ok and after.verdict.ok
    reading = (
        read(before.segments, after.segments, comparison.passages, title_before=before.title, title_after=after.title)
        if telling
        else Reading(relevant=False)
    )
    return Compared(before, after, comparison, reading)


def _furniture(sibling: Document | None) -> Furniture | None:
    return learn([sibling.segments]) if sibling is not None and sibling.verdict.ok else None


def compared_json(name: str | None, compared: Compared) -> dict[str, Any]:
    """The contract's answer to one pair."""
    reading = compared.reading
    return {
        "id": name,
        "quality": {"before": compared.before.verdict.quality.value, "after": compared.after.verdict.quality.value},
        "grade": compared.comparison.grade.value,
        "relevant": reading.relevant,
        "direction": reading.direction.value,
        "severity": reading.severity.value,
        "topics": plain(reading.topics),
        "facts": plain(reading.facts),
        "headline": reading.headline,
        "why": plain(reading.why),
        "passages": [
            {
                "kind": p.kind.value,
                "before": p.before,
                "after": p.after,
                "grade": p.grade.value,
                "heading": plain(p.heading),
            }
            for p in compared.comparison.passages
        ],
    }


@click.command("compare", help="Compare two files (html, pdf, docx, txt): grade, passages, findings.")
@click.argument("before", type=click.Path(path_type=Path), required=False)
@click.argument("after", type=click.Path(path_type=Path), required=False)
@click.option(
    "--sibling-before", type=click.Path(path_type=Path), help="Another page of the same site, as it was then."
)
@click.option("--sibling-after", type=click.Path(path_type=Path), help="The same other page, as it is now.")
@click.option("--batch", type=click.Path(path_type=Path), help="JSON lines of pairs; one answer a line, in order.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def compare_command(
    before: Path | None,
    after: Path | None,
    sibling_before: Path | None,
    sibling_after: Path | None,
    batch: Path | None,
    as_json: bool,
) -> int:
    if batch is not None:
        return _compare_batch(batch)
    if before is None or after is None:
        raise click.UsageError("give two files, or --batch FILE.jsonl")
    siblings = [read_file(path) if path else None for path in (sibling_before, sibling_after)]
    compared = compare_documents(read_file(before), read_file(after), *siblings)
    if as_json:
        print_json(compared_json(None, compared))
    else:
        say_compared(compared)
    return 0


FEW = 16  # lines of a batch that are not worth a second process


def _compare_batch(path: Path) -> int:
    """Every line is answered, in order: a pair that can't be read gets an answer with "error"."""
    lines = [(path, number, line) for number, line in enumerate(_lines(path), 1)]
    failed = False
    for answer in _answers(lines):
        print_json(answer)
        if "error" in answer:
            failed = True
            complain([answer["error"]])
        sys.stdout.flush()
    return 2 if failed else 0


def _answers(lines: Sequence[tuple[Path, int, str]]) -> Iterator[dict[str, Any]]:
    """The answers in the order of the lines, worked out on all cores where there are many."""
    if len(lines) <= FEW:
        yield from map(_answer, lines)
        return
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        yield from pool.map(_answer, lines, chunksize=4)


def _answer(line: tuple[Path, int, str]) -> dict[str, Any]:
    path, number, text = line
    name: Any = None
    try:
        pair = json.loads(text)
        name = pair.get("id")
        documents = [
            read_file(_beside(path, pair[key])) if pair.get(key) else None
            for key in ("before", "after", "sibling_before", "sibling_after")
        ]
        if documents[0] is None or documents[1] is None:
            raise KeyError("before and after are needed")
        return compared_json(name, compare_documents(documents[0], documents[1], documents[2], documents[3]))
    except (ConfigError, ValueError, KeyError, TypeError, AttributeError) as error:
        return {"id": name, "error": f"{path} line {number}: {error}"}


def _beside(path: Path, name: str) -> Path:
    """A path of a batch line: as given where that exists, else beside the batch file."""
    given = Path(name)
    return given if given.is_absolute() or given.exists() else path.parent / given


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from (line for line in file if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: {unreadable(error)}"]) from None


def say_compared(compared: Compared) -> None:
    """A comparison for people: which way, what moved, and the words."""
    reading = compared.reading
    for side, document in (("before", compared.before), ("after", compared.after)):
        if not document.verdict.ok:
            out.print(
                f"{side}: {document.verdict.quality.value} ({document.verdict.rule}) {safe(document.verdict.detail)}"
            )
    if reading.relevant:
        way = f"{DIRECTION_WORDS[reading.direction].title}, {SEVERITY_WORDS[reading.severity]}"
        out.print(f"[bold]{way}: {safe(reading.headline)}[/bold]")
        out.print(f"about: {', '.join(TOPIC_WORDS[topic] for topic in reading.topics)}")
        for fact in reading.facts:
            name = FACT_WORDS.get(fact.name, fact.name.replace("_", " "))
            out.print(f"  {name}: {fact_value(fact.name, fact.before)} → {fact_value(fact.name, fact.after)}")
        for reason in reading.why:
            out.print(f"  why: {safe(reason_words(reason))}")
    else:
        out.print(f"No change in visiting terms. Grade of what differs: {compared.comparison.grade.value}.")
    say_passages(compared.comparison)


def say_passages(comparison: Comparison) -> None:
    """The passages with removed words in red brackets and added words in green braces."""
    for passage in comparison.passages:
        under = f" under “{safe(' › '.join(passage.heading))}”" if passage.heading else ""
        out.print(f"\n[bold]{passage.kind.value}[/bold] ({passage.grade.value}){under}")
        marks = {"delete": "[red]\\[-{}-][/red]", "insert": "[green]{{+{}+}}[/green]", "equal": "{}"}
        pieces = words(passage.before, passage.after)
        out.print("  " + "".join(marks[piece.op].format(safe(piece.text)) for piece in pieces))


@click.command("extract", help="Show the text of a file or URL as the product sees it.")
@click.argument("place")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: quality, title, text, segments.")
@click.option("--select", "select", multiple=True, metavar="CSS", help="Of a URL: only these parts.")
@click.option("--ignore", "ignore", multiple=True, metavar="CSS", help="Of a URL: not these parts.")
@click.pass_obj
def extract_command(path: Path, place: str, as_json: bool, select: tuple[str, ...], ignore: tuple[str, ...]) -> int:
    if place.startswith(("http://", "https://")):
        document = _fetch(path, place, select, ignore)
    else:
        document = _extract_file(path, Path(place))
    if as_json:
        print_json(
            {
                "quality": document.verdict.quality.value,
                "rule": document.verdict.rule,
                "title": document.title,
                "text": document.text,
                "segments": [
                    {"text": s.text, "heading": list(s.heading), "kind": s.kind.value, "main": s.main}
                    for s in document.segments
                ],
            }
        )
    else:
        _say_document(document)
    return 0 if document.verdict.ok else 1


def _extract_file(config: Path, path: Path) -> Document:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ConfigError([f"{path}: can't be read: {error.strerror or error}"]) from None
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "")
    document = extract(body, media_type, "")
    ocr = _ocr(config) if document.verdict.rule == SCAN_RULE else None
    return asyncio.run(_in_child(body, media_type, "", ocr)) if ocr is not None else document


def _ocr(config: Path) -> timedelta | None:
    """How long recognising a scan may take; None where the configuration, or none, has it off."""
    return load_config(config).round.ocr if config.exists() else None


async def _in_child(
    body: bytes,
    media_type: str,
    url: str,
    ocr: timedelta | None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Document:
    async with Extraction(timedelta(seconds=10), children=1, ocr=ocr) as extraction:
        return await extraction.extract(body, media_type, url, select=select, ignore=ignore)


def _fetch(path: Path, url: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> Document:
    """A page through the same guarded crawl as every check; without a configuration the defaults hold."""
    settings = load_config(path).crawl if path.exists() else CrawlSettings()
    ocr = _ocr(path)
    return run(lambda: _fetch_document(settings, url, ocr, select, ignore))


async def _fetch_document(
    settings: CrawlSettings, url: str, ocr: timedelta | None, select: tuple[str, ...], ignore: tuple[str, ...]
) -> Document:
    answers: asyncio.Queue[Visited] = asyncio.Queue()
    await crawl([Visit(key=url, url=url)], settings, answers.put_nowait)
    outcome = answers.get_nowait().outcome
    if isinstance(outcome, Failed):
        raise ConfigError([outcome.message])
    assert isinstance(outcome, Fetched)
    return await _in_child(outcome.body, outcome.header("content-type"), outcome.url, ocr, select, ignore)


def _say_document(document: Document) -> None:
    if not document.verdict.ok:
        out.print(
            f"[bold]{document.verdict.quality.value}[/bold] ({document.verdict.rule}): {safe(document.verdict.detail)}"
        )
    out.print(f"[bold]{safe(document.title)}[/bold]")
    heading: tuple[str, ...] = ()
    for segment in document.segments:
        if segment.heading != heading:
            heading = segment.heading
            out.print(f"\n[dim]{safe(' › '.join(heading))}[/dim]")
        aside = "" if segment.main or segment.main is None else " [dim](aside)[/dim]"
        out.print(f"  {segment.kind.value:9}{safe(segment.text)}{aside}")


@click.command("evaluate", help="Score the reading of labelled cases (JSON lines).")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the scores as one JSON object.")
@click.option("--verbose", is_flag=True, help="Show each miss with its passages and the rule that fired.")
def evaluate_command(file: Path, as_json: bool, verbose: bool) -> int:
    cases, errors = [], []
    for number, line in enumerate(_lines(file), 1):
        try:
            cases.append(checked_case(json.loads(line)))
        except ValueError as error:
            errors.append(f"{file} line {number}: {error}")
    if errors:
        raise ConfigError(errors)
    scores, scored = evaluate(cases)
    if as_json:
        print_json(scores)
    else:
        out.print(safe(table(scores, scored, verbose=verbose)))
    return 0


CASE_KEYS = {
    "id": str,
    "before": str,
    "after": str,
    "relevant": bool,
    "direction": str,
    "severity": str,
    "topics": list,
    "facts": list,
}


def checked_case(case: object) -> dict[str, Any]:
    """A labelled case with all that scoring needs; ValueError names what is missing or of the wrong type."""
    if not isinstance(case, dict):
        raise ValueError("is no JSON object")
    for key, kind in CASE_KEYS.items():
        if not isinstance(case.get(key), kind):
            raise ValueError(f'"{key}" must be given as {kind.__name__}')
    return case

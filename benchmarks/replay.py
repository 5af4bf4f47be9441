"""Replay page histories through the real check and count what it saw.

    python -m benchmarks.replay FOLDER [--documents N] [--captures N] [--notes] [--no-vocabulary] [--json]

FOLDER holds manifest.jsonl (document, n, at, file, label: first, quiet or changed) and gzip HTML captures. Each service
becomes a local HTTP server with its documents as pages. Captures are replayed in order of time: the page that changes
is checked as cron would check it; its neighbours on the server show their capture nearest in time, since the archive
looked at each page on days of its own. --no-vocabulary takes the words of visiting away: on pages that have none of
them, "visit our blog" must not protect what it stands in, and their extraction runs in this process. label says whether
the archive that made the captures saw its curated text change: a changed capture should give a version; versions on
quiet ones are noise, or true edits outside the curated part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from alerts.settings import MailSettings
from app.check import RoundRequest
from app.check_command import run_round
from app.config import Config, RoundSettings, WebSettings
from app.config_schema import ScheduleSection
from app.extraction import Extraction
from app.extraction_child import answer
from app.installation import Installation, run_name
from app.results import Seen
from benchmarks.histories import silence_vocabulary
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.extract import Document as ExtractedDocument
from monitors.records import CheckOutcome, Grade, Monitor, Source, SourceKind
from storage.store import open_store

SAMPLE = Path(__file__).parent / "histories"
TELLING = (Grade.NORMAL, Grade.HIGH)
QUIET_TOLD_IN_SAMPLE = 1  # a renamed company in the frame of one page: a true edit outside the curated text


@dataclass(slots=True)
class Document:
    """One page's captures and what the checks made of them."""

    name: str
    captures: list[dict] = field(default_factory=list)
    versions: int = 0
    changed: int = 0
    changed_seen: int = 0
    changed_told: int = 0
    quiet: int = 0
    quiet_versions: int = 0
    quiet_told: int = 0
    failures: int = 0
    alerts: int = 0
    notes: list[str] = field(default_factory=list)

    def count(self, capture: dict, seen: Seen) -> None:
        """Book one round's outcome under the capture's label."""
        version = seen.outcome in (CheckOutcome.FIRST, CheckOutcome.CHANGED)
        told = seen.change is not None and seen.change.grade in TELLING
        self.versions += version
        self.alerts += seen.alerted
        if seen.outcome in (CheckOutcome.FAILED, CheckOutcome.BLOCKED):
            self.failures += 1
            self.notes.append(f"capture {capture['n']} ({capture['label']}): {seen.outcome.value}: {seen.message}")
        if capture["label"] == "changed":
            self.changed += 1
            self.changed_seen += version
            self.changed_told += told
            if not told:
                grade = seen.change.grade.value if seen.change else seen.outcome.value
                self.notes.append(f"capture {capture['n']} (changed): {grade}")
        elif capture["label"] == "quiet":
            self.quiet += 1
            self.quiet_versions += version
            self.quiet_told += told
            if told and seen.change:
                words = [p.after or f"-{p.before}" for p in seen.change.passages if p.grade in TELLING][:2]
                self.notes.append(f"capture {capture['n']} (quiet): {seen.change.grade.value}: {words}"[:300])


def load(folder: Path, documents: int | None, captures: int | None) -> list[Document]:
    """The documents of a history folder, each with its captures in order of time."""
    found: dict[str, list[dict]] = defaultdict(list)
    for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        capture = json.loads(line)
        found[capture["document"]].append(capture)
    listed = [Document(name, sorted(list_, key=lambda c: c["n"])[:captures]) for name, list_ in sorted(found.items())]
    return listed[:documents]


KIND_OF_TERMS = re.compile(
    r"-(privacy-policy|terms-of-service|copyright-claims-policy|imprint|commercial-terms|developer-terms|brand-guidelines"
    r"|in-app-purchases-policy|vulnerability-disclosure-policy|acceptable-use-policy|trackers-policy)$"
)


class Archive:
    """Local servers, one a service: each document at its own path, showing its latest capture at the time replayed."""

    def __init__(self, folder: Path, documents: list[Document]) -> None:
        self.now = 0
        self.subject = ""  # the document that is checked now
        self._folder = folder
        self._documents = {document.name: document for document in documents}
        self._servers: dict[str, ThreadingHTTPServer] = {}
        for document in documents:
            service = KIND_OF_TERMS.sub("", document.name)
            if service not in self._servers:
                server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
                threading.Thread(target=server.serve_forever, daemon=True).start()
                self._servers[service] = server

    @property
    def ports(self) -> tuple[int, ...]:
        return tuple(server.server_address[1] for server in self._servers.values())

    def url(self, name: str) -> str:
        port = self._servers[KIND_OF_TERMS.sub("", name)].server_address[1]
        return f"http://127.0.0.1:{port}/{name}"

    def body(self, name: str) -> bytes | None:
        captures = self._documents[name].captures if name in self._documents else ()
        if name == self.subject:
            captures = [capture for capture in captures if capture["at"] <= self.now][-1:]
        if not captures:
            return None
        shown = min(captures, key=lambda capture: (abs(capture["at"] - self.now), capture["at"]))
        return gzip.decompress((self._folder / shown["file"]).read_bytes())

    def close(self) -> None:
        for server in self._servers.values():
            server.shutdown()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        archive = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = archive.body(self.path.strip("/"))
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


class InProcess(Extraction):
    """Extraction without children, so that what this process silenced is silent there too."""

    async def _ask(self, request: dict[str, Any], body: bytes, limit: float) -> ExtractedDocument:
        return answer(body, {**request, "readable": False})


def replay(folder: Path, documents: list[Document], work: Path, *, vocabulary: bool = True) -> None:
    """Check each document at each of its captures, in order of time, and book what came of it."""
    archive = Archive(folder, documents)
    crawl = CrawlSettings(
        delay=timedelta(0),
        autothrottle=False,
        obey_robots=False,
        allow_networks=("127.0.0.0/8",),
        allow_ports=archive.ports,
    )
    config = Config(
        path=work / "config.toml",
        store_url=f"sqlite:///{work}/replay.db",
        bodies=work / "bodies",
        crawl=crawl,
        mail=MailSettings(maildir=work / "mail"),
        web=WebSettings("127.0.0.1", 0),
        round=RoundSettings(**ScheduleSection().model_dump(exclude={"interval"})),
    )
    with open_store(config.store_url, config.bodies) as store:
        source = Source("archive", "Archive", SourceKind.VENDOR, "US")
        monitors = [Monitor(d.name, source.id, archive.url(d.name)) for d in documents]
        store.add_monitors([source], monitors, datetime.fromtimestamp(0, UTC))
        kind = Extraction if vocabulary else InProcess
        run(lambda: _rounds(Installation(config, store), archive, documents, kind))
    archive.close()


async def _rounds(here: Installation, archive: Archive, documents: list[Document], kind: type[Extraction]) -> None:
    steps = sorted(
        ((capture["at"], document, capture) for document in documents for capture in document.captures),
        key=lambda step: (step[0], step[1].name),
    )
    async with kind(here.config.round.extract_limit) as extraction:
        for number, (at, document, capture) in enumerate(steps, 1):
            archive.now, archive.subject = at, document.name
            clock = _Clock(datetime.fromtimestamp(at, UTC))
            request = RoundRequest(run=run_name(), only=(document.name,))
            report = await run_round(here, request, clock, lambda _: None, extraction)
            for seen in report.seen:
                document.count(capture, seen)
            if number % 20 == 0:
                print(f"{number} of {len(steps)} captures", file=sys.stderr)


@dataclass
class _Clock:
    at: datetime

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at


COLUMNS = (
    "versions",
    "changed",
    "changed_seen",
    "changed_told",
    "quiet",
    "quiet_versions",
    "quiet_told",
    "failures",
    "alerts",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--captures", type=int)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--gate", action="store_true", help="exit 1 on failures, visitation alerts, loud quiet ones")
    parser.add_argument("--no-vocabulary", action="store_true", help="take the words of visiting away")
    parser.add_argument("--notes", action="store_true", help="every changed capture not told, every quiet one told")
    given = parser.parse_args()
    documents = load(given.folder, given.documents, given.captures)
    if given.no_vocabulary:
        silence_vocabulary()
    with tempfile.TemporaryDirectory() as work:
        replay(given.folder, documents, Path(work), vocabulary=not given.no_vocabulary)
    total = {name: sum(getattr(d, name) for d in documents) for name in COLUMNS}
    total["captures"] = sum(len(d.captures) for d in documents)
    if given.json:
        print(json.dumps(total))
        return
    print(f"{'document':52}{'captures':>10}" + "".join(f"{name:>15}" for name in COLUMNS))
    for document in documents:
        counts = "".join(f"{getattr(document, name):15}" for name in COLUMNS)
        print(f"{document.name:52}{len(document.captures):10}{counts}")
        for note in document.notes if given.notes else ():
            print(f"    {note}")
    print(f"{'total':52}{total['captures']:10}" + "".join(f"{total[name]:15}" for name in COLUMNS))
    if given.gate and (total["failures"] or total["alerts"] or total["quiet_told"] > QUIET_TOLD_IN_SAMPLE):
        sys.exit("the replay got worse: see the failures, alerts and quiet_told columns")


if __name__ == "__main__":
    main()

"""Replay page histories through the real check and count what it saw.

    python benchmarks/replay.py FOLDER [--documents N] [--captures N] [--json]

FOLDER holds manifest.jsonl (document, n, at, file, label: first, quiet or changed) and gzip HTML captures. Each document
becomes a page of a local HTTP server; in round n it shows its n-th capture, and `check` runs as cron would run it.
label says whether the archive that made the captures saw its curated text change: a changed capture should give a
version; versions on quiet ones are noise, or true edits outside the curated part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from alerts.settings import MailSettings
from app.check import RoundRequest
from app.check_command import run_round
from app.config import Config, RoundSettings, WebSettings
from app.config_schema import ScheduleSection
from app.installation import Installation, run_name
from app.results import Seen
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.records import CheckOutcome, Grade, Monitor, Source, SourceKind
from storage.store import open_store

SAMPLE = Path(__file__).parent / "histories"
TELLING = (Grade.NORMAL, Grade.HIGH)


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


class Archive:
    """The local server: each document at its own path, showing the capture of the round."""

    def __init__(self, folder: Path, documents: list[Document]) -> None:
        self.round = 0
        self._folder = folder
        self._documents = {document.name: document for document in documents}
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

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def body(self, name: str) -> bytes | None:
        document = self._documents.get(name)
        if document is None or self.round >= len(document.captures):
            return None
        return gzip.decompress((self._folder / document.captures[self.round]["file"]).read_bytes())


def replay(folder: Path, documents: list[Document], work: Path) -> None:
    """Run one round per capture and book what came of it."""
    archive = Archive(folder, documents)
    crawl = CrawlSettings(
        delay=timedelta(0),
        autothrottle=False,
        obey_robots=False,
        allow_networks=("127.0.0.0/8",),
        allow_ports=(archive.port,),
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
        monitors = [Monitor(d.name, source.id, f"http://127.0.0.1:{archive.port}/{d.name}") for d in documents]
        store.add_monitors([source], monitors, datetime.fromtimestamp(0, UTC))
        here = Installation(config, store)
        for number in range(max(len(d.captures) for d in documents)):
            archive.round = number
            live = {d.name: d for d in documents if number < len(d.captures)}
            _round(here, live, number)
            print(f"round {number + 1}", file=sys.stderr)
    archive.server.shutdown()


def _round(here: Installation, live: dict[str, Document], number: int) -> None:
    now = datetime.fromtimestamp(max(d.captures[number]["at"] for d in live.values()), UTC)
    request = RoundRequest(run=run_name(), only=tuple(live))
    report = run(lambda: run_round(here, request, lambda: now, lambda _: None))
    for seen in report.seen:
        document = live[seen.monitor.id]
        document.count(document.captures[number], seen)


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
    parser.add_argument("--notes", action="store_true", help="every changed capture not told, every quiet one told")
    given = parser.parse_args()
    documents = load(given.folder, given.documents, given.captures)
    with tempfile.TemporaryDirectory() as work:
        replay(given.folder, documents, Path(work))
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


if __name__ == "__main__":
    main()

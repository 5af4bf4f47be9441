"""One change as a file of evidence: checked as a stranger would, with sh, sha256sum, openssl and warcio."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from alerts.settings import MailSettings
from app.check import RoundRequest
from app.check_command import run_round
from app.config import Config, ConfigError, RoundSettings, WebSettings
from app.config_keeping import EvidenceSettings, KeepingSettings
from app.config_schema import ScheduleSection
from app.evidence import write_evidence
from app.evidence_case import gather
from app.evidence_kept import keep_evidence
from app.installation import Installation
from app.stamps import StampFailed, sign, stamp, stamped_at
from app.verify import all_faults
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.records import ChangeKind, Exchange, Monitor, Source, SourceKind
from storage import FaultKind, open_store
from storage.changes import ChangeQuery
from tests.authority import Authority
from tests.site import Reply, Site, redirect

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
RULES = (
    "<html><head><title>Jail</title></head><body><main><h1>Visiting</h1><p>In-person visits are held on Sunday from 9 "
    "a.m. to 3 p.m. in the lobby of the jail.</p><p>A visit costs ${0} and lasts 30 minutes.</p></main>"
    "<footer><p>Desk {0}</p></footer></body></html>"
)


@dataclass
class Case:
    """A change of a real page behind a redirect, its root signed and stamped; folder: its evidence, unpacked."""

    here: Installation
    folder: Path
    authority: Authority
    site: Site
    zipped: bytes

    def check(self, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "check.sh"], cwd=self.folder, env=os.environ | environment, capture_output=True, text=True
        )


def packed(fee: int) -> Reply:
    return Reply(gzip.compress(RULES.format(fee).encode()), headers={"Content-Encoding": "gzip", "X-Served-By": "us"})


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("evidence")
    authority = Authority(folder / "authority")
    key = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(key)
    with Site() as site, open_store(f"sqlite:///{folder}/v.db", folder / "bodies") as store:
        site["/stamp"] = authority
        crawl = CrawlSettings(
            delay=timedelta(0), autothrottle=False, allow_networks=("127.0.0.0/8",), allow_ports=(site.port,)
        )
        kept = EvidenceSettings(folder / "key.pem", site.url("/stamp"), authority.ca)
        config = Config(
            folder / "config.toml", "", folder / "bodies", crawl, MailSettings(), WebSettings("127.0.0.1", 0),
            RoundSettings(**ScheduleSection().model_dump(exclude={"interval"})), keeping=KeepingSettings(kept),
        )  # fmt: skip
        here = Installation(config, store)
        store.add_monitors(
            [Source("alder", "Alder County Jail", SourceKind.JAIL, "US-OH")],
            [Monitor("visits", "alder", site.url("/old?page=1"))],
            START - timedelta(days=1),
        )
        site["/old"] = redirect("/visiting?page=1")
        for day, fee in enumerate((9, 9, 12)):
            site["/visiting"] = packed(fee)
            clock = iter(START + timedelta(days=day, seconds=n) for n in range(1000))
            request = RoundRequest("here:1:test", everything=True)
            run(lambda: run_round(here, request, lambda: next(clock), lambda _: None))  # noqa: B023
        [row] = [row for row in store.changes(ChangeQuery()) if row.change.kind is ChangeKind.TEXT]
        found = gather(here, row.change.id)
        into = BytesIO()
        write_evidence(found, into)
        zipfile.ZipFile(into).extractall(folder / "out")
        yield Case(here, folder / "out", authority, site, into.getvalue())


def test_a_stranger_can_check_it(case: Case) -> None:
    done = case.check(CA=str(case.authority.ca))
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout + done.stderr
    for words in ("before.capture stands", "after.version stands", "the chain holds", "the root holds it"):
        assert words in said
    assert "Signature Verified Successfully" in said and "Verification: OK" in said


@pytest.mark.parametrize(
    "name",
    ["before.body", "after.body", "before.capture", "after.capture", "before.version", "after.version", "chain.tsv",
     "root.txt", "root.sig", "root.tsr"],
)  # fmt: skip
def test_an_altered_part_does_not_hold(case: Case, name: str, tmp_path: Path) -> None:
    path = case.folder / name
    data = path.read_bytes()
    altered = bytearray(data)
    altered[len(data) * 2 // 3] ^= 1
    try:
        path.write_bytes(altered)
        assert case.check(CA=str(case.authority.ca)).returncode != 0
    finally:
        path.write_bytes(data)


def test_a_line_left_out_of_the_chain_is_seen(case: Case) -> None:
    path = case.folder / "chain.tsv"
    lines = path.read_text().splitlines(keepends=True)
    assert len(lines) >= 3
    try:
        path.write_text("".join([lines[0], *lines[2:]]))
        done = case.check()
        assert done.returncode != 0 and "the link of check" in done.stderr
    finally:
        path.write_text("".join(lines))


def test_the_captures_are_a_sound_warc_file(case: Case) -> None:
    path = case.folder / "archive/captures.warc.gz"
    checker = Checker(type("Asked", (), {"verbose": False, "inputs": [str(path)], "legacy_checks": False})())
    checker.process_all()
    assert checker.exit_value == 0
    records = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            records.append((record, record.content_stream().read()))
    assert [record.rec_type for record, _ in records] == ["warcinfo"] + ["response", "request", "metadata"] * 2
    assert {record.rec_headers.protocol for record, _ in records} == {"WARC/1.1"}
    answer, body = records[4]
    request, _ = records[5]
    assert body == RULES.format(12).encode() == (case.folder / "after.body").read_bytes()
    assert answer.rec_headers["WARC-Target-URI"] == case.site.url("/visiting?page=1")
    assert answer.rec_headers["WARC-Date"].startswith("2026-03-03T09:0")
    assert answer.rec_headers["WARC-IP-Address"] == "127.0.0.1"
    assert (answer.http_headers.get_statuscode(), answer.http_headers["X-Served-By"]) == ("200", "us")
    assert answer.http_headers["X-Archive-Orig-Content-Encoding"] == "gzip"
    assert answer.http_headers["Content-Encoding"] is None
    assert request.http_headers.get_statuscode() == "/visiting?page=1"
    assert "visitwatch" in request.http_headers["User-Agent"]
    assert request.rec_headers["WARC-Concurrent-To"] == answer.rec_headers["WARC-Record-ID"]
    assert f"via: {case.site.url('/old?page=1')}".encode() in records[6][1]


def test_the_index_leads_to_the_records(case: Case) -> None:
    package = json.loads((case.folder / "datapackage.json").read_text())
    for resource in package["resources"]:
        assert sha256((case.folder / resource["path"]).read_bytes()).hexdigest() == resource["hash"][7:]
    warc = (case.folder / "archive/captures.warc.gz").read_bytes()
    lines = (case.folder / "indexes/index.cdx").read_text().splitlines()
    assert len(lines) == 2
    for line in lines:
        about = json.loads(line.split(" ", 2)[2])
        start = int(about["offset"])
        [record] = ArchiveIterator(BytesIO(warc[start : start + int(about["length"])]))
        assert (record.rec_type, record.rec_headers["WARC-Target-URI"]) == ("response", about["url"])
        assert record.rec_headers["WARC-Payload-Digest"] == about["digest"]
    with zipfile.ZipFile(BytesIO(case.zipped)) as archive:
        assert archive.getinfo("archive/captures.warc.gz").compress_type == zipfile.ZIP_STORED


def test_texts_and_page_say_what_changed(case: Case) -> None:
    diff, after = ((case.folder / name).read_text() for name in ("diff.txt", "after.txt"))
    assert "-A visit costs $9 and lasts" in diff
    assert "+A visit costs $12 and lasts" in diff
    assert "+Desk 12" in diff and "Desk" not in after
    page = (case.folder / "README.html").read_text()
    assert "<ins>A visit costs $12" in page
    assert "<script" not in page and "sh check.sh" in page


def test_verify_proves_root_signature_and_stamp(case: Case, tmp_path: Path) -> None:
    store, settings = case.here.store, case.here.config.keeping.evidence
    assert list(all_faults(store, settings)) == []
    [root] = store.roots()
    assert stamped_at(root.stamp).year >= 2026
    other = Authority(tmp_path / "other")
    stranger = replace(settings, timestamp_roots=other.ca)
    assert [fault.kind for fault in all_faults(store, stranger)] == [FaultKind.BAD_STAMP]
    try:
        store.sign_root(root.day, b"x" * 64)
        store.stamp_root(root.day, stamp(settings.timestamp_url, b"other words", None), "us")
        assert [fault.kind for fault in all_faults(store, settings)] == [FaultKind.BAD_STAMP] * 2
    finally:
        store.sign_root(root.day, root.signature)
        store.stamp_root(root.day, root.stamp, root.stamped_by)


def test_an_authority_that_fails_is_asked_again_later(case: Case, tmp_path: Path, sqlite_template: Path) -> None:
    from tests.integration.storage.samples import NOW, TERMS, check, fill

    case.site["/down"] = Reply(b"no", status=500)
    settings = EvidenceSettings(timestamp_url=case.site.url("/down"))
    with open_store(f"sqlite:///{tmp_path}/v.db", tmp_path / "bodies") as store:
        fill(store)
        store.record_check(check(TERMS, NOW))
        for minutes in (0, 1, 61):
            at = NOW + timedelta(minutes=minutes)
            keep_evidence(store, settings, lambda at=at: at)
        assert case.site.hits("/down") == 2
        working = replace(settings, timestamp_url=case.site.url("/stamp"))
        keep_evidence(store, working, lambda: NOW + timedelta(hours=3))
        assert [bool(root.stamp) for root in store.roots()] == [True]


@pytest.mark.parametrize("answer", [b"", b"rubbish", b"0" * 300_000])
def test_a_stamp_that_is_none_is_not_kept(case: Case, answer: bytes) -> None:
    case.site["/bad"] = answer
    with pytest.raises(StampFailed, match="not kept"):
        stamp(case.site.url("/bad"), b"words", None)


@pytest.mark.parametrize("raw", [b"", b"what do you want?\r\n", b"HTTP/1.1 503 No\r\n\r\n"])
def test_an_authority_that_does_not_answer_is_a_stamp_that_failed(case: Case, raw: bytes) -> None:
    case.site["/away"] = Reply(raw=raw)
    with pytest.raises(StampFailed, match="no time stamp"):
        stamp(case.site.url("/away"), b"words", None)


def test_a_replayed_stamp_is_not_kept(case: Case) -> None:
    """The same answer to another question."""
    old = stamp(case.site.url("/stamp"), b"words", None)
    case.site["/old-stamp"] = Reply(old, media_type="application/timestamp-reply")
    with pytest.raises(StampFailed, match="answers another question"):
        stamp(case.site.url("/old-stamp"), b"words", None)


def test_a_key_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("nothing")
    with pytest.raises(StampFailed, match="no key can be read"):
        sign(tmp_path / "key", b"x")


def test_what_a_browser_showed_is_a_resource(case: Case) -> None:
    from app.warc import CaptureFile

    info = case.here.store.snapshots_of("visits")[0]
    into = BytesIO()
    captures = CaptureFile(into, "x.warc.gz", START)
    captures.add(replace(info, exchange=Exchange(rendered=True)), b"<p>as shown")
    captures.add(replace(info, exchange=Exchange(), headers=(("x", "a\r\nInjected: b"),)), b"<p>from before")
    records = [
        (one.rec_type, one.content_stream().read(), one.http_headers)
        for one in ArchiveIterator(BytesIO(into.getvalue()))
    ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "resource", "metadata", "response", "metadata"]
    assert records[1][1] == b"<p>as shown" and b"as a browser showed it" in records[2][1]
    assert records[3][2]["Injected"] is None and b"were not kept" in records[4][1]


def test_an_unknown_change(case: Case) -> None:
    with pytest.raises(ConfigError, match="no change 99"):
        gather(case.here, 99)

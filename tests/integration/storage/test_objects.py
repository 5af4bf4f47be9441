"""Bodies in a store of objects: a real server that speaks S3."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer
from obstore.store import from_url

from storage import BodyDamaged, Store, StoreError, objects, open_store
from storage.bodies import place_of
from storage.faults import FaultKind
from tests.integration.storage.samples import NOW, TERMS, fill, page

BODY = b"<h1>Visits are free.</h1>" * 40
BUCKET = "bodies"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def place(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    values = {"ACCESS_KEY_ID": "testing", "SECRET_ACCESS_KEY": "testing", "REGION": "us-east-1"}
    for name, value in {**values, "ENDPOINT_URL": server, "ALLOW_HTTP": "true"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    ask(server, f"/{BUCKET}", "PUT")
    return f"s3://{BUCKET}/visitwatch"


def ask(server: str, path: str, method: str, body: bytes | None = None) -> bytes:
    with urllib.request.urlopen(urllib.request.Request(server + path, body, method=method)) as answer:
        return bytes(answer.read())


@pytest.fixture
def kept(place: str, store_url: str) -> Iterator[Store]:
    with open_store(store_url, place) as opened:
        yield opened


def test_a_body_comes_back_under_its_hash_and_lies_there_once(kept: Store, server: str) -> None:
    sha = kept.put_body(BODY)
    assert kept.put_body(BODY) == sha
    assert kept.body(sha) == BODY
    assert ask(server, f"/{BUCKET}?list-type=2", "GET").count(place_of(sha).encode()) == 1
    assert (kept.free_bytes(), kept.sweep_bodies(NOW)) == (None, 0)


def test_a_page_is_recorded_only_when_its_body_is_there(kept: Store) -> None:
    fill(kept, TERMS)
    write = page(kept, TERMS, "Visits are free.", NOW)
    kept.record_page(write)
    assert kept.body(write.body_sha) == b"Visits are free."
    with pytest.raises(StoreError, match="must be kept before its page"):
        kept.record_page(page(kept, TERMS, "Visits cost $9.", NOW, body_sha="0" * 64))


def test_missing_and_damaged_bodies_are_told(kept: Store, place: str) -> None:
    with pytest.raises(BodyDamaged, match=f"{place}/00/00/0+.zst: the body is missing"):
        kept.body("0" * 64)
    sha = kept.put_body(BODY + b"!")
    from_url(place).put(place_of(sha), b"something else")
    with pytest.raises(BodyDamaged, match="the body is damaged"):
        kept.body(sha)
    with pytest.raises(BodyDamaged, match="is no SHA-256"):
        kept.body("../../etc/passwd")


def test_an_old_body_that_is_kept_again_is_young(kept: Store, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sha = kept.put_body(BODY)
    made = from_url(place).head(place_of(sha))["last_modified"]
    monkeypatch.setattr(objects, "LEFTOVER_AGE", timedelta(seconds=-1))  # whatever is there is old
    while from_url(place).head(place_of(sha))["last_modified"] == made:  # it counts in seconds
        assert kept.put_body(BODY) == sha


def test_what_is_no_place_for_bodies_is_refused(store_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"write a path or s3://bucket/prefix"):
        open_store(store_url, "ftp://somewhere/bodies")


def test_a_bucket_that_is_not_there_is_told_before_a_row_is_written(server: str, place: str, store_url: str) -> None:
    with open_store(store_url, "s3://nobodys-bucket/x") as store, pytest.raises(StoreError, match="cannot be written"):
        store.put_body(BODY)


def test_what_lies_there_is_verified_mended_and_copied(place: str, store_url: str, tmp_path: Path) -> None:
    own = f"{place}/{tmp_path.name}"  # other tests leave their bodies in the bucket
    with open_store(store_url, own) as kept:
        fill(kept, TERMS)
        write = page(kept, TERMS, "Visits are free.", NOW)
        kept.record_page(write)
        orphan = kept.put_body(BODY)
        from_url(own).put("notes.txt", b"not ours")
        later = datetime.now(UTC) + timedelta(hours=2)
        found = {fault.kind: fault.where for fault in kept.verify(later)}
        assert found == {FaultKind.ORPHAN_BODY: f"body {orphan}", FaultKind.STRANGE_FILE: "notes.txt"}
        assert kept.repair(later)[FaultKind.ORPHAN_BODY] == 1
        with pytest.raises(BodyDamaged, match="is missing"):
            kept.body(orphan)
        assert kept.copy_bodies(tmp_path / "copied") == (1, [])
        assert (tmp_path / "copied" / place_of(write.body_sha)).exists()

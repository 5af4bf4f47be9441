"""Bodies: what goes in comes out byte for byte, or the damage is named."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import BodyDamaged, StoreError
from storage.bodies import FolderBodies as Bodies

PAGE = b"<p>Visits are free.</p>" * 400


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=4096))
def test_round_trip(tmp_path: Path, body: bytes) -> None:
    bodies = Bodies(tmp_path)
    assert bodies.get(bodies.put(body)) == body


def test_a_body_lies_under_its_hash_in_two_levels_once(tmp_path: Path) -> None:
    bodies = Bodies(tmp_path)
    sha = bodies.put(PAGE)
    assert sha == hashlib.sha256(PAGE).hexdigest()
    path = tmp_path / sha[:2] / sha[2:4] / f"{sha}.zst"
    stamp = path.stat()
    assert stamp.st_size < len(PAGE) / 10
    assert bodies.put(PAGE) == sha
    assert path.stat() == stamp
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == [path.name]
    assert bodies.has(sha)
    assert not bodies.has("00" * 32)


def damage(path: Path, how: str) -> None:
    packed = path.read_bytes()
    match how:
        case "missing":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "truncated":
            path.write_bytes(packed[:-5])
        case "one byte flipped":
            path.write_bytes(packed[:30] + bytes([packed[30] ^ 1]) + packed[31:])
        case "another body":
            path.write_bytes(zstandard.compress(b"something else"))
        case "not zstd":
            path.write_bytes(PAGE)
        case "claims 1 TB":
            path.write_bytes(bytes.fromhex("28b52ffde0") + (1 << 40).to_bytes(8, "little"))


@pytest.mark.parametrize(
    "how", ["missing", "empty", "truncated", "one byte flipped", "another body", "not zstd", "claims 1 TB"]
)
def test_damage_is_found(tmp_path: Path, how: str) -> None:
    bodies = Bodies(tmp_path)
    sha = bodies.put(PAGE)
    damage(tmp_path / sha[:2] / sha[2:4] / f"{sha}.zst", how)
    with pytest.raises(BodyDamaged, match=sha):
        bodies.get(sha)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "ab/../cd", "A" * 64, "0" * 63, "0" * 64 + "\n", "%2e%2e"])
def test_a_name_that_is_no_hash_reaches_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(BodyDamaged, match="no SHA-256"):
        Bodies(tmp_path).get(name)


def test_leftovers_are_swept_after_an_hour(tmp_path: Path) -> None:
    bodies = Bodies(tmp_path)
    sha = bodies.put(PAGE)
    now = datetime.now(UTC)
    for name, age in (("old", timedelta(minutes=61)), ("young", timedelta(minutes=59))):
        left = tmp_path / "tmp" / name
        left.write_bytes(b"half")
        os.utime(left, times=((now - age).timestamp(),) * 2)
    assert bodies.sweep(now) == 1
    assert [one.name for one in (tmp_path / "tmp").iterdir()] == ["young"]
    assert bodies.get(sha) == PAGE


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StoreError, match=r"taken.*cannot be written.*choose another folder"):
        Bodies(tmp_path / "taken" / "bodies")


def test_a_full_disk_leaves_no_half_body(tmp_path: Path) -> None:
    """The file size limit of a child process stands for the full disk."""
    program = (
        "import resource, signal, sys, os; from pathlib import Path\n"
        "from storage.bodies import FolderBodies as Bodies\n"
        "from storage import StoreError\n"
        "bodies = Bodies(Path(sys.argv[1])); signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: bodies.put(os.urandom(50_000))\n"
        "except StoreError as error: print(error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "cannot be written" in ran.stdout
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []

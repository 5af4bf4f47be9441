"""A disk that is full or turns read-only under a real run, and output that nobody takes."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.installed import ENVIRONMENT, PROGRAM, Installed
from tests.site import Site

RULES = "<html><body><h1>Visiting</h1>" + "<p>Each visit lasts 30 minutes and is held on Sundays at the jail.</p>" * 9
SURROUNDINGS = ENVIRONMENT | {"PYTHONPATH": str(Path(__file__).parents[2])}
# A small file system of its own in a mount namespace of its own: nothing to clean up, whatever happens.
PLACE = """
set -u
mount -t tmpfs -o size=3m tmpfs "$PWD/var"
cp template.db var/visitwatch.db
say() { "$@" > out 2> err; echo "$(printf '%s' "$?") $(tr '\\n' ' ' < err)"; }
dd if=/dev/zero of=var/ballast bs=1k 2>/dev/null
say {program} check --all --json
rm var/ballast
mount -o remount,ro "$PWD/var"
say {program} check --all --json
mount -o remount,rw "$PWD/var"
say {program} check --all --json
cat out
"""


@pytest.fixture
def here(tmp_path: Path) -> Installed:
    return Installed(tmp_path)


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small file system needs root; RLIMIT_FSIZE stands in for it")
def test_a_full_and_a_read_only_disk_stop_the_round_with_a_word_and_it_goes_on_when_mended(
    here: Installed, sqlite_template: Path
) -> None:
    with Site() as site:
        site["/rules"] = RULES + "".join(f"<p>{os.urandom(400).hex()}</p>" for _ in range(40))
        here.configure(site, [("rules", "/rules")])
        (here.folder / "var").mkdir()
        shutil.copy(sqlite_template, here.folder / "template.db")
        script = PLACE.replace("{program}", " ".join([PROGRAM[0], "-c", f"'{PROGRAM[2]}'"]))
        ran = subprocess.run(
            ["unshare", "-m", "sh", "-c", script],
            cwd=here.folder, env=SURROUNDINGS, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    full, frozen, mended, counts = ran.stdout.splitlines()
    assert full.startswith("1 ") and "free s" in full and "Traceback" not in full, full
    assert frozen.startswith("1 ") and str(here.folder / "var") in frozen and "Traceback" not in frozen, frozen
    assert mended.startswith("0 ") and json.loads(counts)["first"] == 1, mended


def test_output_that_nobody_takes_stops_no_round(here: Installed) -> None:
    """Standard output goes to a full disk and errors to a pipe whose reader has gone: the page is recorded all the
    same."""
    with Site() as site, Path("/dev/full").open("w") as full:
        site["/rules"] = RULES
        here.configure(site, [("rules", "/rules")])
        reading, writing = os.pipe()
        os.close(reading)
        command = [*PROGRAM, "check", "--all"]
        subprocess.run(
            command, cwd=here.folder, stdout=full, stderr=writing, timeout=120, check=False, env=SURROUNDINGS
        )
        os.close(writing)
    with closing(sqlite3.connect(here.folder / "var/visitwatch.db")) as database:
        assert database.execute("SELECT outcome FROM checks").fetchall() == [("first",)]

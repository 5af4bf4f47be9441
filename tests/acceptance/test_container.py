"""The container's files: linted, valid, and done step by step on this machine, where no engine may run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.cli import COMMANDS
from tests.acceptance.installed import ENVIRONMENT
from tests.postgres import PostgresServer

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent


def said(*command: str) -> str:
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_the_dockerfile_has_no_lint() -> None:
    assert said(str(PROGRAMS / "hadolint"), "--failure-threshold", "style", "Dockerfile") == ""


def test_the_compose_file_is_one_and_hardens_both_services() -> None:
    schema = ("--builtin-schema", "vendor.compose-spec")
    assert "ok" in said(str(PROGRAMS / "check-jsonschema"), *schema, "compose.yaml")
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    services = re.split(r"^  (?=\w+:$)", text.partition("\nnetworks:")[0], flags=re.MULTILINE)[1:]
    assert [service.split(":")[0] for service in services] == ["visitwatch", "db"]
    for service in services:
        for line in ("read_only: true", "cap_drop: [ALL]", 'security_opt: ["no-new-privileges:true"]'):
            assert line in service
    assert '"127.0.0.1:8765:8765"' in text and "internal: true" in text
    assert not re.search(r"PASSWORD: *[\"']?[a-z0-9]+[\"']?$", text, re.MULTILINE | re.IGNORECASE), (
        "a secret in the file"
    )


def test_the_image_holds_what_the_package_is_built_of_and_nothing_else() -> None:
    copied = set(re.findall(r"^COPY (\w+) \1$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE))
    listed = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    packages = re.search(r"^include = \[(.*)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert packages is not None
    assert copied == {name.rstrip("*") for name in json.loads(f"[{packages[1]}]")}
    assert {line[1:] for line in listed if line.startswith("!")} >= copied and "*" in listed


@pytest.mark.postgres
@pytest.mark.skipif(os.geteuid() != 0, reason="mount and process namespaces need root")
def test_the_same_steps_on_this_machine(postgres: PostgresServer) -> None:
    """Built as the image, then `serve` on PostgreSQL as user 10001 on a read-only root, its health asked, stopped."""
    surroundings = ENVIRONMENT | {"VISITWATCH_STORE_URL": postgres.new_database(empty=True), "PORT": "18767"}
    # Not below pytest's own folder: any other pytest that starts meanwhile shuts that to all users but its own. And on
    # the disk: in memory it would be below /dev, which stays writable in the rehearsal as in a container.
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        Path(folder).chmod(0o755)
        command = [str(ROOT / "container/rehearse"), f"{folder}/rehearsal"]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=600, env=surroundings, check=False)
        kept = list(Path(folder, "rehearsal/data/var").iterdir())
    assert ran.returncode == 0, ran.stdout + ran.stderr
    lines = ran.stdout.splitlines()
    assert all(line.startswith("ok: ") for line in lines), ran.stdout
    [rights] = [line for line in lines if "Uid" in line]
    assert "Uid: 10001 10001 10001 10001 Groups: Cap" in rights.replace("  ", " ")
    assert "CapEff: 0000000000000000" in rights and "NoNewPrivs: 1" in rights
    assert "ok: only var and tmp can be written, even by root" in lines
    assert "ok: serve answers at /healthz" in lines and lines[-1] == "ok: SIGTERM stops it, exit 0"
    assert ("ok: the image's health check passes" in lines) == ("health" in COMMANDS)
    assert not [one for one in kept if one.suffix == ".db"], "it was PostgreSQL that it used"

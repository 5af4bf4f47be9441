"""The systemd units: read by systemd's own tools, where they are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import COMMANDS, cli

ROOT = Path(__file__).parents[2]
UNITS = sorted(path.name for path in (ROOT / "deploy").iterdir() if path.suffix in (".service", ".timer"))
SERVICES = [name for name in UNITS if name.endswith(".service")]
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd-analyze here")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units with a program that is there."""
    folder = tmp_path_factory.mktemp("units")
    program = folder / "srv/.venv/bin/visitwatch"
    program.parent.mkdir(parents=True)
    shutil.copy("/bin/true", program)
    for name in UNITS:
        text = (ROOT / "deploy" / name).read_text()
        (folder / name).write_text(text.replace("/srv/visitwatch", str(folder / "srv")))
    return folder


@needs_systemd
def test_systemd_understands_every_line(installed: Path) -> None:
    command = ["systemd-analyze", "verify", "--man=no", *(str(installed / name) for name in UNITS)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("name", SERVICES)
def test_the_services_are_shut_in(installed: Path, name: str) -> None:
    """Below 2.0 of 10, as systemd counts exposure; a service without any of these lines has 9.6."""
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(installed / name)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr


@pytest.mark.parametrize("name", SERVICES)
def test_the_services_run_commands_that_are_there(name: str) -> None:
    lines = re.findall(r"^ExecStart=\S+/visitwatch (.+)$", (ROOT / "deploy" / name).read_text(), re.MULTILINE)
    assert lines
    for line in lines:
        command, *options = line.split()
        assert command in COMMANDS
        told = CliRunner().invoke(cli, [command, "--help"]).output
        assert [one for one in options if one.startswith("--") and one not in told] == []

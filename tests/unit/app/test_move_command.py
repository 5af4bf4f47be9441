"""`visitwatch move` and the rounds of the same machine keep out of each other's way."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from app.config import load_config
from app.installation import lock_path
from app.lock import LockHeld, run_lock


@pytest.mark.parametrize("bodies", ["bodies", "s3://bucket/visitwatch"])
def test_nothing_is_moved_while_a_round_runs(tmp_path: Path, bodies: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'[store]\nurl = "sqlite:///v.db"\nbodies = "{bodies}"\n')
    command = ["--config", str(path), "move", "--to", f"sqlite:///{tmp_path}/new.db"]
    with run_lock(lock_path(load_config(path))):
        done = CliRunner().invoke(cli, command, standalone_mode=False)
    assert isinstance(done.exception, LockHeld)
    assert not (tmp_path / "new.db").exists()

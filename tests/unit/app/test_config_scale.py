"""[scale] in config.toml."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from app.config import Config, ConfigError, load_config

POSTGRES = {"VISITWATCH_STORE_URL": "postgresql://db/visitwatch"}


def loaded(folder: Path, text: str, environment: dict[str, str] | None = None) -> Config:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return load_config(folder / "config.toml", environment or {})


def test_small_installations_need_nothing(tmp_path: Path) -> None:
    scale = loaded(tmp_path, "").scale
    assert (scale.many, scale.platforms, scale.keep_checks) == (False, (), timedelta(0))


def test_many_workers_on_postgresql(tmp_path: Path) -> None:
    text = (
        '[store]\nbodies = "s3://bucket/bodies"\n[scale]\nengine = "procrastinate"\nplatforms = ["*.vendor.com"]\n'
        'hold = "30 s"\ngates_at_once = 4\nkeep_checks = "90 d"\n'
    )
    config = loaded(tmp_path, text, POSTGRES)
    assert config.scale.many and config.scale.gates_at_once == 4 and config.scale.platforms == ("*.vendor.com",)
    assert config.scale.hold == timedelta(seconds=30) and config.scale.keep_checks == timedelta(days=90)
    assert config.bodies == "s3://bucket/bodies"


@pytest.mark.parametrize(
    ("text", "environment", "words"),
    [
        ('engine = "procrastinate"', {}, 'scale.engine: "procrastinate" needs a PostgreSQL store.url'),
        ('engine = "celery"', POSTGRES, "scale.engine: has to be 'none' or 'procrastinate'"),
        ('platforms = ["https://vendor.com"]', {}, "scale.platforms[1]: 'https://vendor.com' is no platform"),
        ('keep_checks = "90 d"', {}, "keep_checks: it is the workers who fold"),
        ('engine = "procrastinate"\nkeep_checks = "6 d"', POSTGRES, "keep_checks: 7 d or more, or 0 for ever"),
        ('hold = "1 s"', {}, "hold: between 4 s and 10 min"),
        ('plan_every = "2 min"', {}, "plan_every: between 1 s and 60 s"),
        ("workers = 3", {}, "scale.workers: unknown key"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, environment: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, f"[scale]\n{text}\n", environment)
    assert words in "\n".join(caught.value.errors)


def test_without_the_engines_library_the_worker_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("app.worker", "app.queue"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "procrastinate", None)
    answer = CliRunner().invoke(cli, ["worker", "--help"])
    assert answer.exit_code == 2
    assert "worker needs procrastinate; pip install 'visitwatch[scale]'" in answer.output

"""`visitwatch outbox` on the command line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import click
import pytest

from app.cli import cli
from app.config import ConfigError
from monitors.records import DeliveryState
from tests.integration.alerts.post import Post
from tests.integration.storage.samples import DAY


@pytest.fixture
def config(post: Post, tmp_path: Path) -> Path:
    """A configuration over the outbox's database, with three alerts owed."""
    path = tmp_path / "config.toml"
    path.write_text('[store]\nurl = "sqlite:///visitwatch.db"\nbodies = "bodies"\n', encoding="utf-8")
    post.owe("ana@b.test", "ben@b.test", "cem@b.test")
    return path


def run(config: Path, *arguments: str) -> object:
    return cli.main(["--config", str(config), "outbox", *arguments], standalone_mode=False)


def listed(config: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    capsys.readouterr()
    run(config, "list", "--json", *arguments)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {line["to"]: line["delivery"]["state"] for line in lines}


def test_list_names_reader_and_state(config: Path, capsys: pytest.CaptureFixture[str], post: Post) -> None:
    post.store.mark_sent(1, post.now)
    assert listed(config, capsys) == {"cem@b.test": "owed", "ben@b.test": "owed"}
    assert listed(config, capsys, "--state", "sent") == {"ana@b.test": "sent"}
    run(config, "list", "--state", "given_up")
    assert "No such mail." in capsys.readouterr().out
    run(config, "list")
    assert "ben@b.test" in capsys.readouterr().out


def test_what_was_told_within_another_mail_waits_no_more(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(config.parent / "visitwatch.db")) as database, database:
        database.execute("UPDATE deliveries SET state = 'folded'")
    run(config, "list")
    assert "Nothing is owed." in capsys.readouterr().out
    assert len(listed(config, capsys, "--state", "folded")) == 3


def test_hold_and_retry(config: Path, capsys: pytest.CaptureFixture[str], post: Post) -> None:
    assert run(config, "hold", "2") == 0
    assert listed(config, capsys, "--state", "held") == {"ben@b.test": "held"}
    run(config, "hold", "--all", "--owed-before", "2000-01-01")
    assert post.store.outbox_counts()[DeliveryState.HELD] == 1
    run(config, "hold", "--all")
    assert post.store.outbox_counts()[DeliveryState.HELD] == 3
    run(config, "retry", "1")
    run(config, "retry", "--all")
    assert post.store.outbox_counts()[DeliveryState.OWED] == 3


def test_a_backup_that_was_copied_back_by_hand(config: Path, post: Post) -> None:
    [first] = post.store.lease_deliveries(post.now, limit=1, lease=DAY)
    assert post.store.begin_delivery(first.delivery.id, post.now, lease=DAY)
    with pytest.raises(click.UsageError, match="everything"):
        run(config, "hold", "--restored", "1")
    assert run(config, "hold", "--restored") == 0
    assert set(post.states().values()) == {DeliveryState.HELD}


def test_a_mail_that_is_not_there_is_named(config: Path) -> None:
    for act in ("hold", "retry"):
        with pytest.raises(ConfigError, match="mail 99: "):
            run(config, act, "99")
        with pytest.raises(click.UsageError, match="--all"):
            run(config, act)

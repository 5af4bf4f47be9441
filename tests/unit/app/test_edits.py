"""Edits of the configuration while a daemon runs."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from app import edits as room
from app.config import load_config
from app.edits import Edits


def test_an_edit_is_told_once_of_each_file_that_was_read(tmp_path: Path) -> None:
    path, rows = tmp_path / "config.toml", tmp_path / "list.csv"
    path.write_text('include = ["list.csv"]\n', encoding="utf-8")
    header = "source,name,kind,jurisdiction,monitor,url\n"
    rows.write_text(header, encoding="utf-8")
    edits = Edits(load_config(path, {}).files)
    assert edits.told() == []
    rows.write_text(f"{header}a,A,jail,US,a-1,https://a.test/\n", encoding="utf-8")
    [line] = edits.told()
    assert line.startswith(f"{rows} was edited")
    assert edits.told() == []
    path.unlink()
    rows.write_text(header, encoding="utf-8")
    assert len(edits.told()) == 2


def test_a_process_without_rounds_logs_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(room, "LOOK_EVERY", 0.01)
    file = tmp_path / "config.toml"
    file.write_text("", encoding="utf-8")

    async def edited() -> None:
        telling = asyncio.create_task(room.log_edits([file], logging.getLogger("visitwatch.worker")))
        await asyncio.sleep(0)  # it has seen the file as it was
        file.write_text("[crawl]\n", encoding="utf-8")
        async with asyncio.timeout(30):
            while not caplog.messages:
                await asyncio.sleep(0.01)
        telling.cancel()

    asyncio.run(edited())
    assert caplog.messages == [
        f"{file} was edited; `visitwatch monitors validate` checks it, and it is read when this is started again"
    ]

"""Edits of the configuration while a daemon runs."""

from __future__ import annotations

from pathlib import Path

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

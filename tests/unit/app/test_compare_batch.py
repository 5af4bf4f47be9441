"""`compare --batch`: every line is answered, in order, whatever stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from app.texts import FEW

OLD = "<h1>Visiting</h1><p>Each visit lasts 30 minutes.</p>"


@pytest.mark.parametrize("lines", [FEW, 3 * FEW], ids=["in this process", "on all cores"])
def test_answers_come_in_the_order_of_the_lines(tmp_path: Path, lines: int) -> None:
    rows = []
    for number in range(lines):
        (tmp_path / f"{number}.html").write_text(OLD.replace("30", str(30 + number)))
        after = "nowhere.html" if number == 5 else f"{number}.html"
        rows.append(json.dumps({"id": f"case {number}", "before": "0.html", "after": after}))
    (tmp_path / "batch.jsonl").write_text("\n".join([*rows, "no JSON"]))
    batch = str(tmp_path / "batch.jsonl")
    answer = CliRunner().invoke(cli, ["compare", "--batch", batch], standalone_mode=False)
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [one["id"] for one in found] == [*(f"case {number}" for number in range(lines)), None]
    assert [n for n, one in enumerate(found) if "error" in one] == [5, lines] and answer.return_value == 2
    assert [one["grade"] for one in found[:2]] == ["none", "high"]
    assert "31 minutes" in found[1]["passages"][0]["after"]

"""The documents say what is there: links lead somewhere, commands exist, every noun is in the glossary."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import COMMANDS, cli
from monitors import records

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PACKAGES = ("monitors", "crawler", "storage", "alerts", "web", "app", "tests", "benchmarks")
LONGEST_FILE = 400


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_in_documents_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"(?:^|[/`\s])visitwatch (?:--config \S+ )?([a-z]+)\b(?! [a-z]+s\b)", text)
    lines = [line for line in named if line in COMMANDS or re.search(rf"(?:`|bin/)visitwatch {line}", text)]
    assert [name for name in lines if name not in COMMANDS] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_make_targets_in_documents_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_benchmarks_in_documents_exist(page: Path) -> None:
    named = re.findall(r"python (?:-m benchmarks\.|benchmarks/)(\w+)", page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / "benchmarks" / f"{name}.py").exists()] == []


def test_every_noun_is_in_the_glossary() -> None:
    classes = {name: value for name, value in vars(records).items() if inspect.isclass(value)}
    mine = [name for name, value in classes.items() if value.__module__.startswith("monitors")]
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    parts_of_a_noun = re.compile(r".+(?:Kind|State|Outcome|Value)$|Verdict|ListedItem|Extractor|Cause")
    nouns = [name for name in mine if not parts_of_a_noun.fullmatch(name)]
    assert [noun for noun in nouns if not re.search(rf"\b{noun}\b", glossary)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    answer = CliRunner().invoke(cli, [name, "--help"])
    assert answer.exit_code == 0
    assert len(answer.output.split()) > 8


def test_the_help_lists_every_command() -> None:
    listed = CliRunner().invoke(cli, ["--help"]).output
    assert all(re.search(rf"^  {name}\b", listed, re.MULTILINE) for name in COMMANDS)


def test_no_file_grows_over_its_room() -> None:
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    files = [path for path in files if "benchmarks/pages" not in path.as_posix()]
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}

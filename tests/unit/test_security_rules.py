"""Rules that hold for the whole source: no shell, pickle, eval or template from a string; every package pinned."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("monitors", "crawler", "storage", "alerts", "web", "app")
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "dill", "jsonpickle", "telnetlib", "ftplib"}
FORBIDDEN_NAMES = {"system", "popen", "from_string", "import_string", "mktemp", "loads_pickle"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def offences(name: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name
            if module.split(".")[0] in FORBIDDEN_MODULES:
                yield f"{name}:{node.lineno}: imports {module}"
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            attribute = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if called in FORBIDDEN_CALLS or attribute in FORBIDDEN_NAMES:
                yield f"{name}:{node.lineno}: calls {called or attribute}"
            for keyword in node.keywords:
                if keyword.arg == "shell":
                    yield f"{name}:{node.lineno}: starts a shell"
                if keyword.arg == "autoescape" and isinstance(keyword.value, ast.Constant) and not keyword.value.value:
                    yield f"{name}:{node.lineno}: templates that do not escape"


def test_nothing_is_unpickled_evaluated_or_given_to_a_shell() -> None:
    allowed = {"alerts"}  # plain-text mails are not HTML: their templates escape nothing
    found = [one for name, tree in trees() for one in offences(name, tree)]
    assert [one for one in found if not ("templates that" in one and one.split("/")[0] in allowed)] == []


def test_the_rule_sees_what_it_forbids() -> None:
    bad = "import pickle\nimport subprocess, os\nsubprocess.run('x', shell=True)\nos.system('x')\neval('1')\n"
    assert len(list(offences("bad.py", ast.parse(bad)))) == 4


def test_every_requirement_is_pinned_by_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-build.txt", "requirements-setup.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
        assert blocks
        for block in blocks:
            assert re.match(r"[\w.\[\],-]+==[\w.]+", block), block[:60]
            assert "--hash=sha256:" in block, block[:60]
        assert not re.search(r"^(-i|--index-url|--extra-index-url|--trusted-host|-e|git\+)", text, re.MULTILINE)

"""The audit's verdict: findings fail, and what nobody answered for is never called sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.audit import Audit, accepted_ids, audit, locked, verdict

HOLE = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["9.9"], "description": "..."}


def answer(*, skip: bool = False, holes: tuple[str, ...] = ()) -> str:
    def one(name: str) -> dict[str, object]:
        if skip:
            return {"name": name, "skip_reason": f"Dependency not found on PyPI and could not be audited: {name}"}
        return {"name": name, "version": "1", "vulns": [HOLE] if name in holes else []}

    return json.dumps({"dependencies": [one(name) for name in sorted(locked())], "fixes": []})


def test_all_answered_and_nothing_found_is_an_all_clear() -> None:
    code, lines = verdict(audit(lambda *_: answer()), [], strict=True)
    assert code == 0 and lines == [f"{len(locked())} packages audited, 0 with findings, 0 not audited"]


def test_a_finding_fails_and_silence_is_no_all_clear() -> None:
    found = audit(lambda *_: answer(holes=("lxml",)))
    code, lines = verdict(found, [], strict=False)
    assert code == 1 and lines[0] == "lxml 1: PYSEC-2026-1 CVE-2026-1 (fixed in 9.9)"
    assert verdict(found, ["CVE-2026-1"], strict=False)[0] == 0, "a person has read it"
    for silence in ("", "no network", answer(skip=True), "[]"):
        code, lines = verdict(audit(lambda *_, said=silence: said), [], strict=False)
        assert code == 0 and lines[0].startswith("NOT AUDITED: no vulnerability service answered"), silence
        assert verdict(audit(lambda *_, said=silence: said), [], strict=True)[0] == 1


def test_the_second_service_is_asked_for_what_the_first_could_not_say() -> None:
    asked: list[str] = []

    def ask(service: str, file: str) -> str:
        asked.append(service)
        return answer(skip=service == "pypi", holes=("scrapy",))

    found = audit(ask)
    assert set(asked) == {"pypi", "osv"} and found.skipped == set() and list(found.findings) == ["scrapy 1"]


def test_packages_without_an_answer_are_counted() -> None:
    found = Audit(asked={"a"}, skipped={"b", "c"})
    assert verdict(found, [], strict=False) == (
        0, ["NOT AUDITED: 2 of 3 packages: b, c ...", "1 packages audited, 0 with findings, 2 not audited"]
    )  # fmt: skip


def test_who_accepts_an_advisory_says_why(tmp_path: Path) -> None:
    assert accepted_ids() == []
    bare = tmp_path / "accepted.txt"
    bare.write_text("# why\nCVE-2026-1 lxml\n", encoding="utf-8")
    with pytest.raises(ValueError, match="needs an advisory, a package and a reason"):
        accepted_ids(bare)


def test_every_locked_package_is_asked_about() -> None:
    assert {"scrapy", "lxml", "trafilatura", "sqlalchemy", "pytest", "setuptools"} <= locked()
    assert locked(("requirements.txt",)) <= locked()

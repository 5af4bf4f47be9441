"""Are there known holes in what is installed? `make audit` asks a vulnerability service about every locked package.

Exit 1 on a finding that .ci/advisories-accepted.txt does not name. What could not be asked is said, and with
AUDIT=strict it fails too: silence of a service is no all-clear.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The first holds all of requirements.txt.
FILES = ("requirements-dev.txt", "requirements-build.txt", "requirements-setup.txt")
SERVICES = ("pypi", "osv")
ACCEPTED = ROOT / ".ci" / "advisories-accepted.txt"
SECONDS = 240


@dataclass
class Audit:
    """asked, skipped: packages that a service answered for and that none did; findings: (package, advisories)."""

    asked: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    findings: dict[str, list[str]] = field(default_factory=dict)

    def add(self, answer: str) -> None:
        """Take in what pip-audit printed; nothing that could be read is nothing that was answered."""
        try:
            packages = json.loads(answer)["dependencies"]
        except (ValueError, KeyError, TypeError):
            return
        for package in packages:
            name = f"{package['name']} {package.get('version', '')}".strip()
            if "skip_reason" in package:
                continue
            self.asked.add(package["name"])
            if package["vulns"]:
                self.findings[name] = [_names(vulnerability) for vulnerability in package["vulns"]]

    def unaccepted(self, accepted: Iterable[str]) -> dict[str, list[str]]:
        known = set(accepted)
        left = {name: [one for one in found if not known & set(one.split())] for name, found in self.findings.items()}
        return {name: found for name, found in left.items() if found}


def _names(vulnerability: dict[str, object]) -> str:
    aliases = vulnerability.get("aliases")
    fixed = vulnerability.get("fix_versions")
    words = [str(vulnerability["id"]), *(map(str, aliases) if isinstance(aliases, list) else ())]
    return " ".join(words) + (f" (fixed in {', '.join(map(str, fixed))})" if isinstance(fixed, list) and fixed else "")


def locked(files: Sequence[str] = FILES) -> set[str]:
    """The names of all locked packages, as pip-audit writes them."""
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in files)
    return {name.lower() for name in re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==", text, re.MULTILINE)}


def accepted_ids(path: Path = ACCEPTED) -> list[str]:
    """The first word of each line. Raises ValueError for a line without package and reason."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    for words in lines:
        if len(words) < 4:
            raise ValueError(f"{path.name}: {' '.join(words)!r} needs an advisory, a package and a reason")
    return [words[0] for words in lines]


def ask(service: str, file: str) -> str:
    """pip-audit's answer about one file, "" where it gave none."""
    how = ("--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off")
    command = [sys.executable, "-m", "pip_audit", "--requirement", file, "--vulnerability-service", service, *how]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False).stdout
    except subprocess.TimeoutExpired:
        return ""


def audit(asking: Callable[[str, str], str] = ask, files: Sequence[str] = FILES) -> Audit:
    """Ask the services in turn until every package has an answer."""
    found, wanted = Audit(), locked(files)
    for service in SERVICES:
        for file in files:
            found.add(asking(service, file))
        if {name.lower() for name in found.asked} >= wanted:
            break
    found.skipped = wanted - {name.lower() for name in found.asked}
    return found


def verdict(found: Audit, accepted: Iterable[str], *, strict: bool) -> tuple[int, list[str]]:
    """The exit code and what is said."""
    left = found.unaccepted(accepted)
    lines = [f"{name}: {one}" for name, all_of_it in sorted(left.items()) for one in all_of_it]
    total = len(found.asked) + len(found.skipped)
    if not found.asked:
        lines.append(f"NOT AUDITED: no vulnerability service answered for any of {total} packages")
    elif found.skipped:
        lines.append(
            f"NOT AUDITED: {len(found.skipped)} of {total} packages: {', '.join(sorted(found.skipped)[:10])} ..."
        )
    lines.append(f"{len(found.asked)} packages audited, {len(left)} with findings, {len(found.skipped)} not audited")
    return int(bool(left) or (strict and bool(found.skipped))), lines


def main() -> None:
    code, lines = verdict(audit(), accepted_ids(), strict=os.environ.get("AUDIT") == "strict")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(code)


if __name__ == "__main__":
    main()

"""Evidence of a change whose routine checks were folded: as provable as before, and it says what is folded."""

from __future__ import annotations

import os
import subprocess
import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from alerts.settings import MailSettings
from app.config import Config, RoundSettings, WebSettings
from app.config_schema import ScheduleSection
from app.evidence import write_evidence
from app.evidence_case import gather
from app.installation import Installation
from crawler.settings import CrawlSettings
from storage import Store
from tests.integration.storage.samples import DAY, NOW, TERMS, check, fill, page, record_change

HOUR = timedelta(hours=1)


@pytest.fixture
def evidence(store: Store, tmp_path: Path) -> Path:
    """Two weeks, three checks a day, a root each morning, a change on the seventh day; folded, and unpacked."""
    fill(store)
    store.record_page(page(store, TERMS, "Visits are free.", NOW - HOUR))
    for day in range(14):
        at = NOW + day * DAY
        store.make_root(at)
        for hour in range(3):
            store.record_check(check(TERMS, at + hour * HOUR))
        if day == 6:
            change = record_change(store, TERMS, "Visits cost $9.", at + 4 * HOUR)
    assert store.fold_checks(NOW + 20 * DAY) == 14 * 3 - 1
    config = Config(
        tmp_path / "config.toml", "", tmp_path / "bodies", CrawlSettings(), MailSettings(), WebSettings("h", 0),
        RoundSettings(**ScheduleSection().model_dump(exclude={"interval"})),
    )  # fmt: skip
    into = BytesIO()
    write_evidence(gather(Installation(config, store), change.id), into)
    zipfile.ZipFile(into).extractall(tmp_path / "out")
    return tmp_path / "out"


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "check.sh"], cwd=folder, env=dict(os.environ), capture_output=True, text=True)


def test_a_stranger_can_check_it(evidence: Path) -> None:
    done = checked(evidence)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the chain holds" in done.stdout and "the root holds it" in done.stdout
    assert "7 times it goes on after folded lines" in done.stdout
    assert "were folded away since" in (evidence / "README.html").read_text()


@pytest.mark.parametrize("place", [0, -1])
def test_neither_the_first_text_nor_the_change_can_be_altered(evidence: Path, place: int) -> None:
    path = evidence / "chain.tsv"
    lines = path.read_text().splitlines(keepends=True)
    whole = [number for number, line in enumerate(lines) if not line.endswith("\t\n")]
    lines[whole[place]] = lines[whole[place]].replace("200", "201")
    path.write_text("".join(lines))
    done = checked(evidence)
    assert done.returncode != 0 and "the link of check" in done.stderr

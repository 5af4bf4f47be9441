"""Several workers on one PostgreSQL: no host is asked twice at once, whoever is killed and whatever restarts."""

from __future__ import annotations

import re

import pytest

from tests.fleet import Wanted, run

pytestmark = pytest.mark.postgres


def test_two_workers_share_the_hosts_through_a_kill_and_a_restart() -> None:
    # Less patience than the suite has with any test: what an unseen monitor waits for is told then.
    said = run(Wanted(jobs=20, kills=1, restarts=1, workers=2, hosts=6, pages=2, hold=12.0, patience=90.0, share=0.4))
    counts = {name: int(value) for name, value in re.findall(r"(\w+) (\d+)", said)}
    wrong = {name: counts[name] for name in ("overlaps", "too_soon", "late", "lost", "doubled", "faults")}
    assert wrong == dict.fromkeys(wrong, 0), said
    assert counts["changes"] > 0 and counts["kills"] == 1 and counts["restarts"] == 1
    assert counts["roots"] > 0

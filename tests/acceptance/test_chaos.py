"""A short run of `make chaos`: runs killed at random lose nothing and double nothing."""

from __future__ import annotations

import pytest

from tests.killing import chaos

KILLS = 6


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # connections of killed clients
def test_runs_killed_at_random_lose_nothing_and_double_nothing() -> None:
    found = chaos(KILLS, seed=7)
    assert found.kills >= KILLS and found.changes > 0 and found.mails >= 3 * found.changes
    assert (found.lost, found.doubled, found.duplicate_rows, found.foreign_duplicates) == (0, 0, 0, 0)

"""No test leaves a process of the product behind, also where it fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.acceptance.installed import end_all


@pytest.fixture(autouse=True)
def nothing_stays_behind() -> Iterator[None]:
    yield
    end_all()

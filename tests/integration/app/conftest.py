"""Children that read pages, kept for all rounds of the run: each round would start its own, seconds of imports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.extraction import Extraction
from crawler.loop import run


@pytest.fixture(scope="session")
def extraction() -> Iterator[Extraction]:
    """One child, with a limit that no load of the machine reaches; what the limit does has tests of its own."""
    kept = Extraction(timedelta(minutes=5), children=1)
    yield kept
    run(lambda: kept.__aexit__(None, None, None))

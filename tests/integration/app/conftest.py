"""What rounds in tests share: children that extract, which take a third of a second to start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.extraction import Extraction
from crawler.loop import run


@pytest.fixture(scope="session")
def extraction() -> Iterator[Extraction]:
    """One child for all rounds, as `serve` keeps its children."""
    kept = Extraction(timedelta(seconds=10), children=1)
    yield kept
    run(lambda: kept.__aexit__(None, None, None))

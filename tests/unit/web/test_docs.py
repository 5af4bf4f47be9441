"""docs/how-to/browse.md names every page and every filter there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from web.application import PAGES, PEOPLE
from web.filters import ChangesAsked, MonitorsAsked, Standing

TEXT = (Path(__file__).parents[3] / "docs" / "how-to" / "browse.md").read_text()
NAMED = set(re.findall(r"`([^`]+)`", TEXT))
EXAMPLES = {"{change_id}": "7", "{monitor_id}": "ID", "{version_id}": "12", "{source_id}": "ID", "{code}": "US-TX"}


def test_every_page_is_in_the_table() -> None:
    paths = {path for path, _ in PAGES} | {"/healthz"} | {path for path, shows, _, _ in PEOPLE if shows}
    examples = {re.sub(r"{\w+}", lambda found: EXAMPLES[found[0]], path) for path in paths}
    assert set(re.findall(r"^\| `(/[^`]*)` \|", TEXT, re.MULTILINE)) == examples


@pytest.mark.parametrize("asked", [ChangesAsked, MonitorsAsked])
def test_every_filter_is_explained(asked: type[ChangesAsked] | type[MonitorsAsked]) -> None:
    made_by_links = {"before", "after"}
    explained = {name.partition("=")[0] for name in NAMED}
    assert set(asked.model_fields) - made_by_links <= explained


def test_every_standing_is_named() -> None:
    assert set(Standing) <= NAMED

"""Hand-over to a public web archive: what it returned is fetched and held against what we saw."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.archive import archive_change, missing_words
from app.extraction import Extraction
from monitors.records import Change, Grade, PassageKind
from storage import Store, open_store
from storage.archived import Archived, ArchivedAs
from tests.integration.storage.samples import DAY, NOW, TERMS, fill, page, record_change
from tests.site import Answer, Reply, Seen, Site, redirect

STAMP = "20261124120000"
NEW = "<html><body><main><h1>Visiting</h1><p>Visits are free.</p><p>Visits cost $12.</p></main></body></html>"
OLD = NEW.replace("Visits cost $12.", "Nothing else.")


@dataclass
class Shelf:
    """A store with one change, and an archive whose capture is what a test says."""

    store: Store
    change: Change
    site: Site
    page: str

    def hand_over(self) -> Archived:
        async def go() -> Archived:
            async with Extraction(timedelta(seconds=60), 1) as extraction:
                return await archive_change(self.site.url("/save"), self.store, self.change, extraction, NOW)

        return asyncio.run(go())

    def keeps(self, answer: Answer | Callable[[Seen], Answer]) -> None:
        """Saving leads to a capture, whose raw form is this."""
        self.site[f"/save/{self.page}"] = redirect(f"/web/{STAMP}/{self.page}")
        self.site[f"/web/{STAMP}/{self.page}"] = "<html>the archive's own frame around it"
        self.site[f"/web/{STAMP}id_/{self.page}"] = answer


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Site() as site, open_store(f"sqlite:///{tmp_path}/v.db", tmp_path / "bodies") as store:
        fill(store)
        store.record_page(page(store, TERMS, OLD, NOW))
        change = record_change(store, TERMS, NEW, NOW + DAY)
        yield Shelf(store, change, site, TERMS.url)


def test_the_same_bytes(shelf: Shelf) -> None:
    shelf.keeps(NEW)
    kept = shelf.hand_over()
    assert (kept.outcome, kept.url) == (ArchivedAs.SAME_BYTES, shelf.site.url(f"/web/{STAMP}/{TERMS.url}"))
    shelf.store.put_archived(kept)
    assert shelf.store.archived(shelf.change.id) == kept


def test_the_same_words_in_other_bytes(shelf: Shelf) -> None:
    shelf.keeps(NEW.replace("<main>", "<main><!-- 12:00 -->"))
    assert shelf.hand_over().outcome is ArchivedAs.SAME_WORDS


@pytest.mark.parametrize("kept", [OLD, "<h1>Please log in</h1><p>Our rules are for members.</p>"])
def test_a_capture_without_the_new_words_is_told(shelf: Shelf, kept: str) -> None:
    shelf.keeps(kept)
    told = shelf.hand_over()
    assert told.outcome is ArchivedAs.OTHER_TEXT and "Visits cost $12." in told.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Reply(b"slow down", status=429), "did not save it"),
        (b"saved, but where it does not say", "named no capture"),
        (Reply(b"", headers={"Content-Location": "http://127.0.0.2:1/web/20261124120000/x"}), "on another host"),
        (Reply(b"", headers={"Content-Location": f"/web/{STAMP}/gone"}), "can't be fetched"),
    ],
)
def test_an_archive_that_fails(shelf: Shelf, answer: Reply | bytes, words: str) -> None:
    shelf.site[f"/save/{TERMS.url}"] = answer
    failed = shelf.hand_over()
    assert (failed.outcome, failed.url) == (ArchivedAs.FAILED, "") and words in failed.message


def test_a_capture_named_as_a_memento(shelf: Shelf) -> None:
    shelf.keeps(NEW)
    link = f'<{TERMS.url}>; rel="original", </web/{STAMP}/{TERMS.url}>; rel="first last memento"'
    shelf.site[f"/save/{TERMS.url}"] = Reply(b"", headers={"Link": link})
    assert shelf.hand_over().outcome is ArchivedAs.SAME_BYTES


def test_what_was_only_taken_away_must_be_gone(shelf: Shelf) -> None:
    [passage] = shelf.change.passages
    removed = replace(passage, kind=PassageKind.REMOVED, before="Children may come.", after="", grade=Grade.HIGH)
    change = replace(shelf.change, passages=(removed,))
    assert missing_words(change, "Visits cost $12.") == []
    assert missing_words(change, "Visits cost $12. Children may come.") == ["Children may come."]

"""Hand-over of a changed page to a public web archive, so that somebody without a stake keeps it too.

The archive is asked to save the page (ADDRESS/URL, as the Wayback Machine's Save Page Now); it answers with the address
of its capture. What it kept is fetched from there and held against ours: the same bytes, or at least the new words. An
archive that kept an error page, a login or yesterday's text has not kept the change, and that is said.
"""

from __future__ import annotations

import asyncio
import http.client
import logging
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from datetime import datetime
from hashlib import sha256
from urllib.parse import urljoin, urlsplit

from app.extraction import Extraction
from app.results import Seen
from monitors.records import Change, Grade, PassageKind
from monitors.segments import fold
from storage.archived import Archived, ArchivedAs
from storage.store import Store

log = logging.getLogger("visitwatch.archive")
MOST_A_ROUND = 5  # public archives ask for a few saves a minute
TIMEOUT = 120.0  # seconds; saving takes an archive half a minute and more
LARGEST = 40 * 1024**2
_STAMP = re.compile(r"/(\d{14})/")
_TELLING = (Grade.NORMAL, Grade.HIGH)


class NotArchived(Exception):
    """The archive gave no capture; the message says why."""


async def hand_over(
    address: str, store: Store, seen: Iterable[Seen], extraction: Extraction, clock: Callable[[], datetime]
) -> list[Archived]:
    """Hand over what this round alerted of, a few pages at most; each is logged with what came of it."""
    if not address:
        return []
    told = [one for one in seen if one.alerted and one.change is not None and one.change.id and one.change.new_version]
    done = []
    for one in told[:MOST_A_ROUND]:
        assert one.change is not None
        kept = await archive_change(address, store, one.change, extraction, clock())
        store.put_archived(kept)
        done.append(kept)
        log.info("%s: archive: %s %s", one.monitor.id, kept.outcome.value, kept.url or kept.message)
    return done


async def archive_change(address: str, store: Store, change: Change, extraction: Extraction, now: datetime) -> Archived:
    """Have one change's page saved and see what was."""
    proof = store.proof(change.new_version)
    assert proof is not None
    try:
        capture = await asyncio.to_thread(save, address, proof.info.url)
        body, media_type = await asyncio.to_thread(fetch, capture)
    except NotArchived as error:
        return Archived(change.id, now, "", ArchivedAs.FAILED, str(error))
    if sha256(body).hexdigest() == proof.info.sha:
        return Archived(change.id, now, capture, ArchivedAs.SAME_BYTES)
    document = await extraction.extract(body, media_type, proof.info.url, readable=False)
    missing = missing_words(change, " ".join(segment.text for segment in document.segments))
    if missing:
        return Archived(change.id, now, capture, ArchivedAs.OTHER_TEXT, f"it does not say: {missing[0][:200]}")
    return Archived(change.id, now, capture, ArchivedAs.SAME_WORDS)


def missing_words(change: Change, text: str) -> list[str]:
    """What the change brought and this text does not say, and what it took away and this text still says."""
    shown = fold(text)
    telling = [passage for passage in change.passages if passage.grade in _TELLING]
    lacking = [one.after for one in telling if one.after and fold(one.after) not in shown]
    if lacking or any(one.after for one in telling):
        return lacking
    return [one.before for one in telling if one.kind is PassageKind.REMOVED and fold(one.before) in shown]


def save(address: str, url: str) -> str:
    """Ask the archive to save a URL; the address of its capture. Raises NotArchived."""
    request = urllib.request.Request(f"{address}/{url}", headers={"User-Agent": "visitwatch"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - checked in the schema
            answer.read(LARGEST)
            said = answer.headers.get("Content-Location") or _memento(answer.headers.get("Link", ""))
            capture: str = urljoin(answer.url, said or "")
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise NotArchived(f"the archive did not save it: {error}") from None
    if urlsplit(capture).netloc != urlsplit(address).netloc:
        raise NotArchived("the archive named a capture on another host, which is not asked for")
    if not _STAMP.search(capture):
        raise NotArchived("the archive named no capture")
    return capture


def fetch(capture: str) -> tuple[bytes, str]:
    """What the archive kept, without the frame that it shows it in, and its media type. Raises NotArchived."""
    raw = _STAMP.sub(r"/\1id_/", capture, count=1)
    request = urllib.request.Request(raw, headers={"User-Agent": "visitwatch"})  # noqa: S310 - the archive's own host
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            if urlsplit(answer.url).netloc != urlsplit(capture).netloc:
                raise NotArchived("the archive led to another host")
            body = answer.read(LARGEST + 1)
            media_type = answer.headers.get("Content-Type", "")
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise NotArchived(f"the archive's capture can't be fetched: {error}") from None
    if len(body) > LARGEST:
        raise NotArchived(f"the archive's capture is larger than {LARGEST} bytes")
    return body, media_type


def _memento(link: str) -> str:
    """The address of the newest capture in a Link header (RFC 7089)."""
    found = re.findall(r'<([^>]+)>\s*;[^<]*rel="[^"]*\bmemento\b[^"]*"', link)
    return found[-1] if found else ""

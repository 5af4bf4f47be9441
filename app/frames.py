"""Frames of a page that its own host serves: text a reader sees as the page's, watched as monitors of their own."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from urllib.parse import urldefrag, urlsplit

from app.standing import same_place
from monitors.extract import Document
from monitors.extract.document import LinkKind
from monitors.records import Fetched, Monitor, Quality

MOST_FRAMES = 3
MARK = ".frame-"  # in the id of a frame's monitor; frames of frames are not followed
_READ = (Quality.OK, Quality.NO_TEXT, Quality.EMPTY)  # a frameset holds no text itself
_SESSION = re.compile(r";[a-z]*session[a-z]*=[^/?#]*", re.IGNORECASE)


def frames_of(monitor: Monitor, fetched: Fetched, document: Document) -> tuple[Monitor, ...]:
    """Monitors for the first frames of the page's own host; none where selectors choose from the page.

    Each is told by its path, so that a session in its address makes no new one.
    """
    if MARK in monitor.id or monitor.select or document.verdict.quality not in _READ:
        return ()
    here = urlsplit(fetched.url)
    found: dict[str, Monitor] = {}
    for link in document.links:
        if link.kind is not LinkKind.FRAME:
            continue
        url = urldefrag(link.url).url
        parts = urlsplit(url)
        if parts.netloc.lower() != here.netloc.lower() or same_place(url, fetched.url):
            continue
        mark = hashlib.sha256(_SESSION.sub("", parts.path).encode()).hexdigest()[:8]
        title = f"{monitor.title}: {link.text or parts.path}" if monitor.title else link.text or parts.path
        child = replace(
            monitor, id=f"{monitor.id}{MARK}{mark}", url=url, title=title, parent=monitor.id, expect=(), announce=False
        )
        found.setdefault(child.id, child)
    return tuple(found.values())[:MOST_FRAMES]

"""The child process that takes text out of hostile bytes, under limits, so that the round survives any page.

Speaks frames on stdin and stdout: a length (8 bytes, big endian) and that many bytes. An empty one says that it is
ready. A request is one JSON frame (media_type, url, select, ignore, readable, holding, recognise, limit) and one frame
of body; the answer is one JSON frame (a Document). holding: only segments that hold this text are asked for; recognise:
None, or the seconds that text recognition of a scan may take; limit: seconds after which nobody waits any more.
JSON and not pickle: a child that a page has taken over must not be able to run code in the parent.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from app.ocr import recognise
from monitors.extract import Document, extract
from monitors.extract.document import Link, LinkKind
from monitors.records import Extractor, Quality, Segment, SegmentKind, Verdict

MEMORY = 1024**3  # measured: 40,000 attributes on a tag or 500,000 paragraphs exhaust any unlimited process
FILES = 64
FILE_SIZE = 0
ORPHANED_AFTER = 30  # seconds past its limit: who asked would have killed us, so it is gone


def write_frame(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame, None at the end of the stream."""
    head = stream.read(8)
    return stream.read(int.from_bytes(head, "big")) if len(head) == 8 else None


def pack_document(document: Document) -> bytes:
    """As JSON; segments as rows, each path of headings once: a page of 300 segments shares a dozen."""
    paths: dict[tuple[str, ...], int] = {}
    rows = [
        [s.text, paths.setdefault(s.heading, len(paths)), s.kind.value, s.key, s.main, s.struck, s.hidden]
        for s in document.segments
    ]
    values = {name: getattr(document, name) for name in ("title", "text", "media_type", "language", "needs_browser")}
    return json.dumps(
        {
            **values,
            "extractor": asdict(document.extractor),
            "verdict": [document.verdict.quality.value, document.verdict.rule, document.verdict.detail],
            "links": [[link.kind.value, link.url, link.text] for link in document.links],
            "paths": list(paths),
            "segments": rows,
        },
        ensure_ascii=True,
    ).encode()


def unpack_document(data: bytes) -> Document:
    """The Document of an answer frame. Raises ValueError, KeyError, IndexError or TypeError for a malformed one."""
    values = json.loads(data)
    paths = [tuple(path) for path in values.pop("paths")]
    kinds = {kind.value: kind for kind in SegmentKind}
    values["segments"] = tuple(
        Segment(text, paths[path], kinds[kind], key=key, main=main, struck=struck, hidden=hidden)
        for text, path, kind, key, main, struck, hidden in values["segments"]
    )
    quality, rule, detail = values["verdict"]
    values["verdict"] = Verdict(Quality(quality), rule, detail)
    values["extractor"] = Extractor(**values["extractor"])
    values["links"] = tuple(Link(LinkKind(kind), url, text) for kind, url, text in values["links"])
    return Document(**values)


def limit_self() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer requests until stdin ends. Whatever a library prints goes to stderr, never among the frames."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_self()
    write_frame(answers, b"")
    while (head := read_frame(sys.stdin.buffer)) is not None:
        body = read_frame(sys.stdin.buffer)
        if body is None:
            return
        request = json.loads(head)
        # A page that hangs in a library's own code is never told that stdin has ended; the alarm ends it there too.
        signal.alarm(int(request["limit"]) + ORPHANED_AFTER)
        write_frame(answers, pack_document(answer(body, request)))
        signal.alarm(0)


def answer(body: bytes, request: dict[str, Any]) -> Document:
    """What one request asks for, in this very process."""
    if request["recognise"] is not None:
        return recognise(body, request["recognise"])
    document = extract(
        body,
        request["media_type"],
        request["url"],
        select=tuple(request["select"]),
        ignore=tuple(request["ignore"]),
        readable=request["readable"],
    )
    if not request["holding"]:
        return document
    return replace(document, segments=tuple(one for one in document.segments if request["holding"] in one.text))


if __name__ == "__main__":
    main()

"""The child process that takes text out of hostile bytes, under limits, so that the round survives any page.

Speaks frames on stdin and stdout: a length (8 bytes, big endian) and that many bytes. A request is one JSON frame
(media_type, url, select, ignore, readable, recognise) and one frame of body; the answer is one JSON frame (a Document).
recognise: None, or the seconds that text recognition of a scan may take.
JSON and not pickle: a child that a page has taken over must not be able to run code in the parent.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from app.ocr import recognise
from monitors.extract import Document, extract
from monitors.records import Extractor, Quality, Segment, SegmentKind, Verdict

MEMORY = 1024**3  # measured: 40,000 attributes on a tag or 500,000 paragraphs exhaust any unlimited process
FILES = 64
FILE_SIZE = 0


def write_frame(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame, None at the end of the stream."""
    head = stream.read(8)
    return stream.read(int.from_bytes(head, "big")) if len(head) == 8 else None


def pack_document(document: Document) -> bytes:
    return json.dumps(asdict(document), ensure_ascii=True).encode()


def unpack_document(data: bytes) -> Document:
    """The Document of an answer frame. Raises ValueError, KeyError or TypeError for a malformed one."""
    values = json.loads(data)
    values["segments"] = tuple(
        Segment(**{**s, "heading": tuple(s["heading"]), "kind": SegmentKind(s["kind"])}) for s in values["segments"]
    )
    verdict = values["verdict"]
    values["verdict"] = Verdict(Quality(verdict["quality"]), verdict["rule"], verdict["detail"])
    values["extractor"] = Extractor(**values["extractor"])
    values["links"] = tuple(tuple(link) if isinstance(link, list) else link for link in values["links"])
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
    while (head := read_frame(sys.stdin.buffer)) is not None:
        body = read_frame(sys.stdin.buffer)
        if body is None:
            return
        request = json.loads(head)
        write_frame(answers, pack_document(_document(body, request)))


def _document(body: bytes, request: dict[str, Any]) -> Document:
    if request["recognise"] is not None:
        return recognise(body, request["recognise"])
    return extract(
        body,
        request["media_type"],
        request["url"],
        select=tuple(request["select"]),
        ignore=tuple(request["ignore"]),
        readable=request["readable"],
    )


if __name__ == "__main__":
    main()

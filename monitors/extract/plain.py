"""Plain text and JSON to segments."""

from __future__ import annotations

import json

from monitors.extract.document import Found
from monitors.extract.scripts import json_strings
from monitors.records import Segment, SegmentKind
from monitors.segments import cut, plain_segments


def plain_document(text: str) -> Found:
    """The segments of a plain text; its first line is the title."""
    segments = plain_segments(text)
    return Found(segments=segments, title=segments[0].text[:200] if segments else "", text=text.strip())


def json_document(text: str) -> Found:
    """The sentences in a JSON value; plain text where it is no JSON after all."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return plain_document(text)
    segments = [made for string in json_strings(value) for made in cut(Segment(string, kind=SegmentKind.DATA))]
    return Found(segments=tuple(segments), text="\n".join(segment.text for segment in segments))

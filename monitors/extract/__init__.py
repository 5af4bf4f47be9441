"""Body and media type to segments: everything a reader could see or open, in order."""

from monitors.extract.document import Document, Link, LinkKind
from monitors.extract.extract import EXTRACTORS, extract

__all__ = ["EXTRACTORS", "Document", "Link", "LinkKind", "extract"]

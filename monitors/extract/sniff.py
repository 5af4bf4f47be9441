"""What a body really is: servers label PDF files as HTML, images as text, and error pages as anything."""

from __future__ import annotations

import re

HTML, PLAIN, PDF, JSON, FEED, BINARY = (
    "text/html", "text/plain", "application/pdf", "application/json", "application/xml", "application/octet-stream",
)  # fmt: skip
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MAGIC = (
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"RIFF", "image/webp"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ", "application/x-xz"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90", "application/x-executable"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"SQLite format 3", "application/vnd.sqlite3"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"{\\rtf", "application/rtf"),
)
_HTML = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|div|p|h[1-6]|table|a|br|ul|section|main|span|frameset|center)"
    rb"[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_XML = re.compile(rb"^\s*(?:<\?xml|<(?:rss|feed|rdf:RDF)[\s>])", re.IGNORECASE)
_JSON = re.compile(rb"^\s*[\[{]\s*[\"{\[\]}]")


def sniff(body: bytes, media_type: str) -> str:
    """The media type to treat a body as: what its bytes show first, what the server says second."""
    said = media_type.split(";")[0].strip().lower()
    head = body[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return DOCX if b"word/" in body[:200_000] or b"word/" in body[-200_000:] else "application/zip"
    if found := next((name for magic, name in _MAGIC if head.startswith(magic)), ""):
        return found if found != "image/bmp" or is_binary(head) else PLAIN
    if head[4:8] == b"ftyp":
        return "video/mp4"
    if is_binary(head):
        return BINARY
    return _text_type(head, said)


def _text_type(head: bytes, said: str) -> str:
    if _XML.match(head) and _FEED.search(head):
        return FEED
    if "html" in said or _HTML.match(head) or b"\x00<\x00" in head[:64] or head[:64].startswith(b"<\x00"):
        return HTML
    if "json" in said or (_JSON.match(head) and said in ("", "text/plain", "application/octet-stream")):
        return JSON
    if "xml" in said or _XML.match(head):
        return HTML if b"<html" in head.lower() or b"xhtml" in head.lower() else FEED
    return HTML if not said and re.search(rb"<(?:p|div|br|a|td|li|html|body)[\s>/]", head, re.IGNORECASE) else PLAIN


def is_binary(head: bytes) -> bool:
    """Whether bytes are no text in any encoding: controls that no text holds, beyond the NULs of UTF-16."""
    if not head or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    zeros = head.count(0)
    if zeros and (head[1::2].count(0) > 0.6 * len(head[1::2]) or head[::2].count(0) > 0.6 * len(head[::2])):
        return False
    controls = len(head) - len(head.translate(None, bytes(set(range(32)) - {9, 10, 12, 13, 27})))
    return controls > max(3, len(head) // 50)

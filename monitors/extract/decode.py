"""Bytes to text: byte-order mark, Content-Type header, declaration in the document, UTF-8, and a guess last of all.

Always succeeds and is a function of its arguments alone. Labels follow the web's practice: Latin-1 means Windows-1252.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from monitors.segments import clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_USABLE = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|cp\d+|iso8859-\d+|koi8-[ru]|gb18030|big5(?:hkscs)?|euc_jp|iso2022_jp|tis-620|mac-(?:roman|cyrillic)"
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096  # browsers look at 1,024; pages with long comments in front declare later
_GUESS_BYTES = 32_768


def charset_of(media_type: str) -> str:
    """The charset a Content-Type header names, or ""."""
    hit = _HEADER.search(media_type)
    return hit[1] if hit else ""


def decode(body: bytes, media_type: str = "") -> str:
    """The text of a document, without NUL, control characters or lone surrogates."""
    return clean(_decode(body, media_type).replace("\x00", ""))


def _decode(body: bytes, media_type: str) -> str:
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    for label in (charset_of(media_type), _declared(body)):
        name = _codec(label)
        if name and (text := _try(body, name)) is not None:
            return text
    if (text := _try(body, "utf-8")) is not None:
        return text
    # Latin text has few bytes above ASCII; Cyrillic and Asian encodings consist of little else.
    high = len(body) - len(body.translate(None, bytes(range(128, 256))))
    if _is_mostly_utf8(body) or high < 0.2 * len(body):
        return body.decode("utf-8", _WINDOWS_BYTES)
    return _guess(body)


def _declared(body: bytes) -> str:
    hit = _DECLARED.search(body[:_HEAD_BYTES]) or _XML.search(body[:_HEAD_BYTES])
    return hit[1].decode("ascii", "ignore") if hit else ""


def _codec(label: str) -> str:
    """The Python codec for a charset label, "" for unknown or unsafe ones (UTF-7 and the like)."""
    try:
        name = codecs.lookup(label.strip()).name if label else ""
    except (LookupError, ValueError):
        return ""
    name = _SUPERSETS.get(name, name)
    # A document that could say so in ASCII is not UTF-16, whatever it says.
    return name if _USABLE.fullmatch(name) and not name.startswith("utf-16") else ""


def _try(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        # Five bytes have no meaning in cp1252; browsers show them as controls.
        return body.decode("cp1252", "replace") if name == "cp1252" and not _is_mostly_utf8(body) else None


def _wide(body: bytes) -> str:
    """UTF-16 without a byte-order mark: every other byte of Latin text is NUL."""
    head = body[:400]
    if len(head) < 8:
        return ""
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / max(1, len(head[1::2]))
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else ""


def _is_mostly_utf8(body: bytes) -> bool:
    """UTF-8 with a few stray bytes, as where an editor pasted Windows text into a template."""
    text = body.decode("utf-8", "replace")
    good = sum(1 for c in text if c > "\x7f" and c != "\N{REPLACEMENT CHARACTER}")
    return good > 0 and text.count("\N{REPLACEMENT CHARACTER}") <= good


def _guess(body: bytes) -> str:
    best = from_bytes(body[:_GUESS_BYTES]).best()
    name = _codec(best.encoding.replace("_", "-")) if best else ""
    return body.decode(name or "cp1252", "replace")


def _windows_bytes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WINDOWS_BYTES = "visitwatch-windows-bytes"
codecs.register_error(_WINDOWS_BYTES, _windows_bytes)

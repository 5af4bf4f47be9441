"""Media types and magic numbers: what a page monitor does not read, whatever the server calls it."""

from __future__ import annotations

_FAMILIES = ("image/", "video/", "audio/", "font/", "model/")
_TYPES = frozenset(
    {
        "application/zip",
        "application/x-zip-compressed",
        "application/gzip",
        "application/x-gzip",
        "application/x-tar",
        "application/x-7z-compressed",
        "application/x-rar-compressed",
        "application/vnd.rar",
        "application/x-bzip2",
        "application/java-archive",
        "application/x-msdownload",
        "application/x-executable",
        "application/vnd.android.package-archive",
        "application/x-shockwave-flash",
        "application/wasm",
    }
)

# First bytes of what is served as text now and then. ZIP is missing: .docx files are ZIP archives.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x1a\x45\xdf\xa3", "a Matroska video"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00asm", "a WebAssembly module"),
)


def refused_media(media_type: str) -> bool:
    """Whether a media type (lower case, without parameters) is one that holds no text to watch."""
    return media_type.startswith(_FAMILIES) or media_type in _TYPES


def disguised(body: bytes) -> str | None:
    """What a body really is, in words, where its first bytes show an image, recording, archive or program."""
    for magic, name in _MAGIC:
        if body.startswith(magic):
            return name
    if body[4:8] == b"ftyp":
        return "an MP4 video"
    if body[:4] == b"RIFF" and body[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return f"a {body[8:12].decode().strip()} file"
    return None

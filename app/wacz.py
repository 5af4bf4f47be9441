"""A WARC file with its index in a ZIP as web archive players open it (WACZ 1.1.1), and whatever lies beside it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import IO
from urllib.parse import urlsplit

from app.output import plain
from app.warc import Placed

WARC = "archive/captures.warc.gz"


def write_wacz(
    into: IO[bytes], warc: bytes, placed: Sequence[Placed], files: Mapping[str, bytes], title: str, made: datetime
) -> None:
    """files: by name, beside what the format asks for. The same input gives the same bytes."""
    members = {
        WARC: warc,
        "indexes/index.cdx": _index(placed),
        "pages/pages.jsonl": _pages(placed, title),
        **files,
    }
    described = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": title,
        "created": plain(made),
        "software": "visitwatch",
        "mainPageUrl": placed[-1].info.url if placed else "",
        "resources": [_resource(name, data) for name, data in members.items()],
    }
    package = _json(described)
    members["datapackage.json"] = package
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
    members["datapackage-digest.json"] = _json(digest)
    with zipfile.ZipFile(into, "w") as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, made.astimezone(UTC).timetuple()[:6])
            # Players read single records out of the file by their offset.
            member.compress_type = zipfile.ZIP_STORED if name.endswith(".gz") else zipfile.ZIP_DEFLATED
            member.external_attr = (0o755 if name.endswith(".sh") else 0o644) << 16
            archive.writestr(member, data)


def surt(url: str) -> str:
    """The URL as indexes sort it: org,example)/path?query."""
    parts = urlsplit(url)
    name = parts.hostname or ""
    number = ":" in name or name.replace(".", "").isdigit()
    host = name if number else ",".join(reversed(name.removeprefix("www.").split(".")))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return f"{host}{port}){parts.path or '/'}{f'?{parts.query}' if parts.query else ''}".lower()


def _index(placed: Sequence[Placed]) -> bytes:
    lines = []
    for one in placed:
        info = one.info
        about = {
            "url": info.url,
            "mime": (info.media_type or "application/octet-stream").partition(";")[0].strip(),
            "status": str(info.status or 200),
            "digest": one.digest,
            "length": str(one.length),
            "offset": str(one.offset),
            "filename": WARC.rpartition("/")[2],
        }
        lines.append(f"{surt(info.url)} {info.at:%Y%m%d%H%M%S} {json.dumps(about, ensure_ascii=False)}\n")
    return "".join(sorted(lines)).encode()


def _pages(placed: Sequence[Placed], title: str) -> bytes:
    lines: list[dict[str, object]] = [{"format": "json-pages-1.0", "id": "pages", "title": "Captures"}]
    lines += [
        {"id": one.info.sha[:16], "url": one.info.url, "ts": plain(one.info.at), "title": title} for one in placed
    ]
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)


def _resource(name: str, data: bytes) -> dict[str, object]:
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return {"name": name.rpartition("/")[2], "path": name, "hash": digest, "bytes": len(data)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"

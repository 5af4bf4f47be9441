"""Captures as WARC 1.1 records: request, response and what else is known, as web archives exchange them.

A body is kept as it was after unpacking, so the response says Content-Length anew, and what was packed on the wire is
named in X-Archive-Orig-Content-Encoding, as other archives do. What a browser showed is no server's response: it is a
`resource`. Record ids are made of the monitor and the bytes: the same capture gives the same records.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from typing import IO, Any
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from storage.chain import SnapshotInfo

VERSION = "1.1"
SOFTWARE = "visitwatch/0.1 warcio"
_SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # of URLs, RFC 4122
# Of these a body that was unpacked and put together says something else than the server did.
_OF_THE_WIRE = ("content-encoding", "transfer-encoding", "content-length")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the record of a capture lies in the file: for an index."""

    info: SnapshotInfo
    offset: int
    length: int
    digest: str


class CaptureFile:
    """A gzipped WARC file under way; each record is a member of its own."""

    def __init__(self, into: IO[bytes], name: str, made: datetime) -> None:
        self._into = into
        self._writer = WARCWriter(into, gzip=True, warc_version=VERSION)
        about = {"software": SOFTWARE, "format": f"WARC File Format {VERSION}", "conformsTo": _STANDARD}
        record = self._writer.create_warcinfo_record(name, about)
        record.rec_headers.replace_header("WARC-Date", _date(made))
        record.rec_headers.replace_header("WARC-Record-ID", _record_id(f"{name} {made.isoformat()}"))
        self._writer.write_record(record)

    def add(self, info: SnapshotInfo, body: bytes) -> Placed:
        """The records of one capture."""
        answer = self._rendered(info, body) if info.exchange.rendered else self._response(info, body)
        offset = self._into.tell()
        self._writer.write_record(answer)
        placed = Placed(
            info, offset, self._into.tell() - offset, answer.rec_headers.get_header("WARC-Payload-Digest") or ""
        )
        beside = {"WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")}
        if info.exchange.request:
            self._writer.write_record(self._request(info, beside))
        self._writer.write_record(self._metadata(info, beside))
        return placed

    def _response(self, info: SnapshotInfo, body: bytes) -> Any:
        size = str(len(body))
        headers = [(_kept_name(name, value, size), value) for name, value in info.headers]
        packed = info.exchange.encoding
        if packed and not any(name == "X-Archive-Orig-Content-Encoding" for name, _ in headers):
            headers.append(("X-Archive-Orig-Content-Encoding", packed))
        if ("content-length", size) not in info.headers:
            headers.append(("Content-Length", size))
        status = info.status or 200
        protocol = info.exchange.protocol or "HTTP/1.1"
        http = StatusAndHeaders(f"{status} {_phrase(status)}", _one_line(headers), protocol=protocol)
        return self._record(info, "response", body, http=http)

    def _rendered(self, info: SnapshotInfo, body: bytes) -> Any:
        return self._record(info, "resource", body, media_type=info.media_type or "text/html")

    def _request(self, info: SnapshotInfo, beside: dict[str, str]) -> Any:
        parts = urlsplit(info.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = [("Host", parts.netloc), *info.exchange.request]
        http = StatusAndHeaders(f"GET {target} HTTP/1.1", _one_line(headers), is_http_request=True)
        return self._record(info, "request", b"", http=http, more=beside)

    def _metadata(self, info: SnapshotInfo, beside: dict[str, str]) -> Any:
        """What no HTTP header says."""
        came = info.exchange
        fields = [("monitor", info.monitor_id), ("bodySha256", info.sha)]
        fields += [("via", url) for url in came.redirects]
        fields += [("certificateSha256", came.certificate)] if came.certificate else []
        fields += [("description", "the page as a browser showed it; not a server's bytes")] if came.rendered else []
        if not came.request and not came.rendered:
            fields.append(("description", "the request's headers were not kept"))
        text = "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields)
        return self._record(info, "metadata", text.encode(), media_type="application/warc-fields", more=beside)

    def _record(
        self,
        info: SnapshotInfo,
        kind: str,
        payload: bytes,
        *,
        http: StatusAndHeaders | None = None,
        media_type: str = "",
        more: dict[str, str] | None = None,
    ) -> Any:
        headers = {
            "WARC-Date": _date(info.at),
            "WARC-Record-ID": _record_id(f"{kind} {info.monitor_id} {info.sha}"),
            **(more or {}),
        }
        if info.exchange.address:
            headers["WARC-IP-Address"] = info.exchange.address
        return self._writer.create_warc_record(
            info.url,
            kind,
            payload=BytesIO(payload),
            length=len(payload),  # without it warcio leaves a temporary file open
            http_headers=http,
            warc_content_type=media_type,
            warc_headers_dict=headers,
        )


_STANDARD = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


def _kept_name(name: str, value: str, size: str) -> str:
    lower = name.lower()
    of_the_wire = lower in _OF_THE_WIRE and (lower, value) != ("content-length", size)
    return f"X-Archive-Orig-{name.title()}" if of_the_wire else name


def _one_line(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Header values are kept as they came; none may end its line."""
    return [(name, " ".join(value.splitlines())) for name, value in headers]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "-"


def _date(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _record_id(words: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_SPACE, words)}>"

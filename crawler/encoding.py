"""Unpacking of compressed responses, strictly: a stream that ends early or breaks is an error, never half a page.

Scrapy hands on what it could unpack of a truncated gzip or brotli stream; compared with the last version that would
read as half the rules having been deleted.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import brotli  # type: ignore[import-untyped]
import zstandard
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Request, Response

from crawler.failures import FetchError
from monitors.records import FailureKind

_CHUNK = 65536
Unpack = Callable[[bytes, int], bytes]


class StrictCompressionMiddleware(HttpCompressionMiddleware):
    """Scrapy's middleware with our decoders; an encoding nobody asked for is a failure as well."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        request.meta["encoding"] = (response.headers.get("Content-Encoding") or b"").decode("latin-1")
        if not response.body:  # a 304 or a redirect may name an encoding without having a body
            return response
        answer = super().process_response(request, response)
        left = answer.headers.get("Content-Encoding")
        if left and left.strip().lower() != b"identity":
            named = left.decode("latin-1")
            raise FetchError(FailureKind.CONTENT_ENCODING, f"it is packed as {named!r}, which we did not ask for")
        return answer

    def _warn_unknown_encoding(self, response: Response, encodings: list[bytes]) -> None:
        """Nothing to log: process_response turns it into a failure."""

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        name = encoding.decode("ascii").removeprefix("x-")
        return unpack(body, name, max_size)


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """The unpacked body. Raises FetchError: TOO_LARGE beyond limit bytes, CONTENT_ENCODING when broken or cut short."""
    try:
        return _UNPACK[encoding](body, limit)
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise FetchError(FailureKind.CONTENT_ENCODING, f"its {encoding} packing is broken: {error}") from error


def _unpack_gzip(body: bytes, limit: int) -> bytes:
    """One or more gzip members; zero bytes or rubbish after a complete member is ignored, as browsers do."""
    out = bytearray()
    rest = body
    while rest[:2] == b"\x1f\x8b" or not out:
        decoder = zlib.decompressobj(wbits=31)
        _drain(decoder, rest, out, limit, "gzip")
        rest = decoder.unused_data
        if not rest:
            break
    return bytes(out)


def _unpack_deflate(body: bytes, limit: int) -> bytes:
    out = bytearray()
    try:
        _drain(zlib.decompressobj(), body, out, limit, "deflate")
    except zlib.error:
        out.clear()
        _drain(zlib.decompressobj(wbits=-15), body, out, limit, "deflate")
    return bytes(out)


def _drain(decoder: Any, body: bytes, out: bytearray, limit: int, name: str) -> None:
    rest = body
    while not decoder.eof:
        chunk = decoder.decompress(rest, _CHUNK)
        _grow(out, chunk, limit)
        rest = decoder.unconsumed_tail
        if not chunk and not rest:
            break
    if not decoder.eof:
        raise FetchError(FailureKind.CONTENT_ENCODING, f"its {name} packing ends too early")


def _unpack_brotli(body: bytes, limit: int) -> bytes:
    decoder = brotli.Decompressor()
    out = bytearray()
    chunk = decoder.process(body, output_buffer_limit=_CHUNK)
    while chunk:
        _grow(out, chunk, limit)
        chunk = b"" if decoder.is_finished() else decoder.process(b"", output_buffer_limit=_CHUNK)
    if not decoder.is_finished():
        raise FetchError(FailureKind.CONTENT_ENCODING, "its brotli packing ends too early")
    return bytes(out)


def _unpack_zstd(body: bytes, limit: int) -> bytes:
    out = bytearray()
    decoder = zstandard.ZstdDecompressor(max_window_size=8 * 1024 * 1024).decompressobj()
    # zstandard has no output limit: a feed of 128 bytes unpacks to 4 MiB at most (measured: 33 KB hold 1 GiB of zeros).
    for start in range(0, len(body), 128):
        _grow(out, decoder.decompress(body[start : start + 128]), limit)
        if decoder.eof:
            return bytes(out)
    raise FetchError(FailureKind.CONTENT_ENCODING, "its zstd packing ends too early")


def _grow(out: bytearray, chunk: bytes, limit: int) -> None:
    out += chunk
    if limit and len(out) > limit:
        out.clear()  # the exception's traceback would keep it alive
        raise FetchError(FailureKind.TOO_LARGE, f"it unpacks to more than {limit} bytes; not read further")


_UNPACK: dict[str, Unpack] = {
    "gzip": _unpack_gzip,
    "deflate": _unpack_deflate,
    "br": _unpack_brotli,
    "zstd": _unpack_zstd,
}

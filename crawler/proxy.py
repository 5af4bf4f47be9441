"""The browser's only way out: a proxy on loopback that resolves names itself and asks the guard at each connect.

A browser resolves names on its own, long after anybody looked at the URL; routing its requests through a callback does
not see redirects, web sockets or what a name means a second later. Behind this proxy it never resolves anything.
"""

from __future__ import annotations

import asyncio
import base64
import re
import secrets
import socket
from collections.abc import Awaitable, Callable, Coroutine
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from crawler.failures import FetchError
from crawler.guard import GUARD, RefusedAddress
from monitors.records import FailureKind

Lookup = Callable[..., Awaitable[Any]]

_HEAD_LIMIT = 64 * 1024
_BODY_LIMIT = 1024 * 1024
_CHUNK = 64 * 1024
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
# Headers between client and proxy that are not the origin's business (RFC 9110, section 7.6.1).
_HOP = (b"proxy-authorization", b"proxy-connection", b"connection", b"keep-alive")


class GuardedProxy:
    """Use as an async context manager. failures: by "host:port" why the last connection there was not made."""

    def __init__(self, *, limit: int, timeout: float, lookup: Lookup | None = None) -> None:
        """limit: bytes one connection may bring; timeout: seconds for looking up and connecting."""
        self.failures: dict[str, FetchError] = {}
        self.username = "visitwatch"
        self.password = secrets.token_urlsafe(24)
        self.port = 0
        self._limit = limit
        self._timeout = timeout
        self._lookup = lookup
        self._connections: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_HEAD_LIMIT)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            await self._handle(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            pass  # either end went away or the request is no HTTP: closing the connection is the whole answer
        except asyncio.CancelledError:
            pass  # the crawl is over; a server's connection task must not end cancelled (asyncio would log it)
        finally:
            self._connections.discard(task)
            writer.close()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        request, *lines = head[:-4].split(b"\r\n")
        method, target, _version = request.split(b" ", 2)
        if not self._authorised(lines):
            writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=crawl\r\n")
            writer.write(b"Content-Length: 0\r\nConnection: close\r\n\r\n")
            return
        host, port, path = _target(method, target.decode("ascii"))
        try:
            far_reader, far_writer = await self._connect(host, port)
        except FetchError as error:
            self.failures[f"{host}:{port}"] = error
            if method == b"CONNECT":
                writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return  # for plain http the closed connection is the answer: a page of ours would look like the site's
        try:
            if method == b"CONNECT":
                writer.write(b"HTTP/1.1 200 Connection Established\r\n\r\n")
                upward = _copy(reader, far_writer, self._limit)
            else:
                await self._ask(reader, far_writer, _head(b"%s %s HTTP/1.1" % (method, path.encode("ascii")), lines))
                first, *answer = (await far_reader.readuntil(b"\r\n\r\n"))[:-4].split(b"\r\n")
                writer.write(_head(first, answer))
                upward = _discard(reader)
            await self._downward(far_reader, writer, upward)
        finally:
            far_writer.close()

    async def _ask(self, reader: asyncio.StreamReader, far_writer: asyncio.StreamWriter, head: bytes) -> None:
        """Send one request. Nothing after it goes up: the next one on this connection may be for another host."""
        length = next((int(n) for n in _LENGTH.findall(head)), 0)
        if length > _BODY_LIMIT:
            raise ValueError("a request of that size is not a page view")
        far_writer.write(head + await reader.readexactly(length))
        await far_writer.drain()

    def _authorised(self, lines: list[bytes]) -> bool:
        expected = b"Basic " + base64.b64encode(f"{self.username}:{self.password}".encode())
        given = next((line.split(b":", 1)[1].strip() for line in lines if line.lower().startswith(_HOP[0] + b":")), b"")
        return secrets.compare_digest(given, expected)

    async def _connect(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection to the first address that the guard allows and that answers."""
        lookup = self._lookup or asyncio.get_running_loop().getaddrinfo
        reason: FetchError | None = None
        try:
            async with asyncio.timeout(self._timeout):
                for _family, _type, _protocol, _name, address in await lookup(host, port, type=socket.SOCK_STREAM):
                    literal = str(address[0])
                    try:
                        GUARD.check(literal, port)
                        return await asyncio.open_connection(literal, port)
                    except RefusedAddress as error:
                        reason = FetchError(FailureKind.REFUSED_ADDRESS, f"the guard refused {host}: {error}")
                    except OSError as error:
                        reason = FetchError(FailureKind.CONNECT, f"no connection to {host}: {error.strerror}")
        except TimeoutError:
            reason = FetchError(FailureKind.TIMEOUT, f"{host} did not answer within {self._timeout:g} s")
        except (socket.gaierror, UnicodeError):
            reason = FetchError(FailureKind.DNS, f"the host name {host} does not resolve")
        raise reason or FetchError(FailureKind.DNS, f"the host name {host} has no address")

    async def _downward(
        self, far_reader: asyncio.StreamReader, writer: asyncio.StreamWriter, upward: Coroutine[Any, Any, None]
    ) -> None:
        """Copy what the origin says until either side has enough, the origin has said all or has said too much."""
        ways = [asyncio.ensure_future(_copy(far_reader, writer, self._limit)), asyncio.ensure_future(upward)]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)


async def _discard(reader: asyncio.StreamReader) -> None:
    while await reader.read(_CHUNK):
        pass


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, limit: int) -> None:
    while limit > 0 and (data := await reader.read(_CHUNK)):
        limit -= len(data)
        writer.write(data)
        await writer.drain()


def _target(method: bytes, target: str) -> tuple[str, int, str]:
    """Host, port and path of a proxy request. Raises ValueError for what is neither CONNECT nor plain http."""
    parts = urlsplit(f"//{target}" if method == b"CONNECT" else target)
    if not parts.hostname or (method != b"CONNECT" and parts.scheme != "http"):
        raise ValueError(f"not a proxy request: {target[:200]}")
    path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    return parts.hostname, parts.port or (443 if method == b"CONNECT" else 80), path


def _head(first: bytes, lines: list[bytes]) -> bytes:
    """A head as it is passed on: one exchange a connection, so that each connection passes the guard anew."""
    kept = [line for line in lines if line.split(b":", 1)[0].strip().lower() not in _HOP]
    return b"\r\n".join([first, *kept, b"Connection: close", b"", b""])

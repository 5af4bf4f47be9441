"""A small real HTTP server for tests: it runs in its own thread, its routes are set while it runs, and it counts.

    with Site(hosts=("127.0.0.1", "127.0.0.2")) as site:
        site["/rules"] = "<p>Visits on Sundays</p>"           # text, bytes, a Reply, a list of them, or a function
        site["/slow"] = Reply(pieces=[b"a"] * 100, pause=1.0)
        fetch(site.url("/rules", host="127.0.0.2"))
        assert site.hits("/rules") == 1

What is not set answers 404, /robots.txt included (or site.fallback, where that is set). A list answers in order and
then repeats its last entry.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

HTML = "text/html; charset=utf-8"
_PHRASES = {200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 404: "Not Found"}


@dataclass(frozen=True)
class Seen:
    """A request as it arrived. headers: lower-case names; path: with the query string; host: the Host header."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def host(self) -> str:
        return self.headers.get("host", "")


@dataclass(frozen=True)
class Reply:
    """One answer.

    etag, last_modified: sent, and a request that carries them gets a 304; etag "auto" hashes the body.
    pieces: sent chunked instead of body, `pause` seconds before each; cut: the connection is closed after that many
    bytes of the body (its Content-Length promises all); silent: nothing is sent; raw: these bytes, nothing else;
    after: pieces wait until it is set.
    """

    body: bytes = b""
    status: int = 200
    media_type: str = HTML
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = field(default_factory=dict)
    etag: str = ""
    last_modified: str = ""
    pieces: Iterable[bytes] | None = None
    pause: float = 0.0
    cut: int | None = None
    silent: bool = False
    raw: bytes | None = None
    after: threading.Event | None = None


Answer = Reply | str | bytes
Route = Answer | Callable[[Seen], Answer] | list[Answer]


def redirect(target: str, status: int = 302) -> Reply:
    """A redirect to a URL or path, sent as it is."""
    return Reply(status=status, headers={"Location": target})


class Site:
    """The server. hosts: 127.x.y.z (or ::1) addresses that all serve the same routes on one port (0: any free one)."""

    def __init__(self, hosts: Sequence[str] = ("127.0.0.1",), port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.hosts = tuple(hosts)
        self.port = port
        self.fallback: Route | None = None
        self.seen: list[Seen] = []
        self.connections = 0
        self._tls = tls
        self._routes: dict[str, Route] = {}
        self._turn: dict[str, int] = {}
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._serve, name="site", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        if self._error is not None:
            raise self._error
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def __setitem__(self, path: str, route: Route) -> None:
        self._routes[path] = route
        self._turn.pop(path, None)

    def __delitem__(self, path: str) -> None:
        del self._routes[path]

    def url(self, path: str = "/", host: str = "") -> str:
        """The URL of a path on one of the hosts (the first, if not said)."""
        name = host or self.hosts[0]
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{f'[{name}]' if ':' in name else name}:{self.port}{path}"

    def hits(self, path: str) -> int:
        """How often a path (with its query string, as sent) was asked for."""
        return sum(request.path == path for request in self.seen)

    def requests(self, path: str) -> list[Seen]:
        return [request for request in self.seen if request.path == path]

    def _serve(self) -> None:
        try:
            self._loop.run_until_complete(self._main())
        except BaseException as error:
            self._error = error
            self._ready.set()
        finally:
            self._loop.close()

    async def _main(self) -> None:
        async with contextlib.AsyncExitStack() as stack:
            for host in self.hosts:
                server = await asyncio.start_server(
                    self._connection, host, self.port, ssl=self._tls, limit=2**20, backlog=512
                )
                self.port = server.sockets[0].getsockname()[1]
                stack.callback(server.close)
            self._ready.set()
            await self._stop.wait()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while (seen := await _read_request(reader)) is not None:
                self.seen.append(seen)
                if not await self._answer(seen, reader, writer):
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            pass  # the client went away or the test is over: both are ordinary here
        finally:
            writer.close()

    async def _answer(self, seen: Seen, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Send the reply; whether the connection may be used again."""
        reply = self._reply(seen)
        if reply.silent:
            await reader.read()
            return False
        if reply.raw is not None:
            writer.write(reply.raw)
            await writer.drain()
            return False
        if _unchanged(seen, reply):
            reply = Reply(status=304, media_type="", headers=_validators(reply))
        async for data in _wire(seen, reply):
            writer.write(data)
            await writer.drain()
        return reply.cut is None

    def _reply(self, seen: Seen) -> Reply:
        route: Any = self._routes.get(seen.path, self._routes.get(seen.path.split("?", 1)[0], self.fallback))
        if route is None:
            return Reply(b"<h1>not found</h1>", status=404)
        if isinstance(route, list):
            turn = self._turn.get(seen.path, 0)
            self._turn[seen.path] = turn + 1
            route = route[min(turn, len(route) - 1)]
        answer = route(seen) if callable(route) else route
        if isinstance(answer, str):
            answer = answer.encode()
        return Reply(answer) if isinstance(answer, bytes) else answer


async def _read_request(reader: asyncio.StreamReader) -> Seen | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _version = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Seen(method, path, headers, body)


def _unchanged(seen: Seen, reply: Reply) -> bool:
    etag = _etag(reply)
    if etag and "if-none-match" in seen.headers:
        return seen.headers["if-none-match"] == etag
    return bool(reply.last_modified) and seen.headers.get("if-modified-since") == reply.last_modified


def _etag(reply: Reply) -> str:
    return f'"{hashlib.sha256(reply.body).hexdigest()[:16]}"' if reply.etag == "auto" else reply.etag


def _validators(reply: Reply) -> dict[str, str]:
    pairs = {"ETag": _etag(reply), "Last-Modified": reply.last_modified}
    return {name: value for name, value in pairs.items() if value}


async def _wire(seen: Seen, reply: Reply) -> AsyncIterator[bytes]:
    pairs = list(reply.headers.items() if isinstance(reply.headers, Mapping) else reply.headers)
    pairs += list(_validators(reply).items())
    if reply.media_type and not any(name.lower() == "content-type" for name, _ in pairs):
        pairs.append(("Content-Type", reply.media_type))
    bodyless = reply.status in (204, 304)
    if reply.pieces is not None:
        pairs.append(("Transfer-Encoding", "chunked"))
    elif not bodyless and not any(name.lower() == "content-length" for name, _ in pairs):
        pairs.append(("Content-Length", str(len(reply.body))))
    head = f"HTTP/1.1 {reply.status} {_PHRASES.get(reply.status, 'Status')}\r\n"
    yield (head + "".join(f"{name}: {value}\r\n" for name, value in pairs) + "\r\n").encode("latin-1")
    if seen.method == "HEAD" or bodyless:
        return
    if reply.pieces is None:
        yield reply.body[: reply.cut]
        return
    for piece in reply.pieces:
        if reply.after is not None:
            await asyncio.to_thread(reply.after.wait)
        await asyncio.sleep(reply.pause)
        yield b"%x\r\n%s\r\n" % (len(piece), piece)
    yield b"0\r\n\r\n"

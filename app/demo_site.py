"""The bundled site of the demo: one small HTTP server per organisation on this machine, replayed round by round."""

from __future__ import annotations

import re
import threading
from contextlib import ExitStack
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

PAGES = Path(str(files("app") / "demo_pages"))
NAMED = re.compile(r"(?P<stem>.+)\.(?P<round>\d+)(?P<ending>\.[a-z]+)")
MEDIA = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf"}


class DemoSite:
    """`with DemoSite() as site: site.round = 3; site.address("alder")`.

    A page of round r is the newest file that is not newer than r; a listing and its pages appear with their round.
    """

    def __init__(self) -> None:
        self.round = 1
        self.served = 0
        self._pages = _load()
        self._addresses: dict[str, str] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        for host in sorted({host for host, _ in self._pages}):
            server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, host))
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, name=f"demo {host}", daemon=True).start()
            self._stack.callback(server.server_close)
            self._stack.callback(server.shutdown)
            self._addresses[host] = f"http://127.0.0.1:{server.server_address[1]}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def address(self, host: str) -> str:
        """The root URL of one organisation's site, without a trailing slash."""
        return self._addresses[host]

    @property
    def ports(self) -> tuple[int, ...]:
        return tuple(int(address.rsplit(":", 1)[1]) for address in self._addresses.values())

    def page(self, host: str, path: str) -> tuple[bytes, str, int] | None:
        """Body, media type and the round it dates from; None where the page is not there (yet)."""
        name = path.split("?")[0].lstrip("/")
        if not name or name.endswith("/"):
            name += "index.html"
        found = [(number, file) for number, file in self._pages.get((host, name), ()) if number <= self.round]
        if not found:
            return None
        number, file = max(found)
        self.served += 1
        return self._filled(file.read_bytes(), file.suffix), MEDIA[file.suffix], number

    def _filled(self, body: bytes, ending: str) -> bytes:
        if ending != ".html":
            return body
        counter, clock = str(90_000 + 37 * self.served), f"{(self.served * 7) % 24:02}:{(self.served * 13) % 60:02}"
        return body.replace(b"<!--views-->", counter.encode()).replace(b"<!--clock-->", clock.encode())


def _load() -> dict[tuple[str, str], list[tuple[int, Path]]]:
    pages: dict[tuple[str, str], list[tuple[int, Path]]] = {}
    for file in sorted(PAGES.rglob("*.*")):
        host, _, name = file.relative_to(PAGES).as_posix().partition("/")
        match = NAMED.fullmatch(name)
        if match:
            key = (host, match["stem"] + match["ending"])
            pages.setdefault(key, []).append((int(match["round"]), file))
    return pages


def _handler(site: DemoSite, host: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            page = site.page(host, self.path)
            body, media, number = page or (b"not found", "text/plain", 0)
            # Pages that are the same in every answer have a date and are answered with 304; the one with a counter
            # has none, so that it is fetched each time.
            modified = formatdate(1_400_000_000 + number * 86_400, usegmt=True)
            steady = page is not None and b"visitor number" not in body
            same = steady and self.headers.get("If-Modified-Since") == modified
            self.send_response(304 if same else 200 if page else 404)
            if steady:
                self.send_header("Last-Modified", modified)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", "0" if same else str(len(body)))
            self.end_headers()
            if not same:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """The demo tells its own story; the server's log would only be in its way."""

    return Handler

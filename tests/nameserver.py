"""A name server of our own for tests: TXT records by name over TCP."""

from __future__ import annotations

import socketserver
import struct
import threading
from dataclasses import dataclass, field
from typing import Self


@dataclass
class NameServer:
    """texts: the records by name; raw: answered to everything instead, where set."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    raw: bytes = b""

    def __enter__(self) -> Self:
        names = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                (length,) = struct.unpack("!H", self.rfile.read(2))
                self.wfile.write(names.answer(self.rfile.read(length)))

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def answer(self, query: bytes) -> bytes:
        if self.raw:
            return self.raw
        labels, at = [], 12
        while query[at]:
            labels.append(query[at + 1 : at + 1 + query[at]].decode())
            at += query[at] + 1
        found = self.texts.get(".".join(labels))
        flags = 0x8180 if found is not None else 0x8183
        reply = query[:2] + struct.pack("!5H", flags, 1, len(found or ()), 0, 0) + query[12:]
        for text in found or ():
            data = text.encode()
            pieces = b"".join(bytes([len(data[i : i + 255])]) + data[i : i + 255] for i in range(0, len(data), 255))
            reply += struct.pack("!HHHIH", 0xC00C, 16, 1, 60, len(pieces)) + pieces
        return struct.pack("!H", len(reply)) + reply

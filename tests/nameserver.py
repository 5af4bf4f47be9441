"""A name server of our own for tests, over UDP and TCP as real ones: TXT, MX and A records by name."""

from __future__ import annotations

import socketserver
import struct
import threading
from dataclasses import dataclass, field
from typing import Any, Self

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

from tests.ports import free_port

LONGEST_DATAGRAM = 512


@dataclass
class NameServer:
    """texts: the TXT records by name; records: others by name and kind, such as {("b.test", "MX"): ["10 mx.b.test."]};
    raw: answered to everything instead, where set; code: answered to everything, such as "SERVFAIL", where set."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    records: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    raw: bytes = b""
    code: str = ""
    over_tcp: int = 0

    def __enter__(self) -> Self:
        names = self

        class Datagram(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                query, connection = self.request
                connection.sendto(names.answer(query, LONGEST_DATAGRAM), self.client_address)

        class Stream(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                names.over_tcp += 1
                (length,) = struct.unpack("!H", self.rfile.read(2))
                reply = names.answer(self.rfile.read(length), 65_535)
                self.wfile.write(struct.pack("!H", len(reply)) + reply)

        self._udp = socketserver.ThreadingUDPServer(("127.0.0.1", free_port()), Datagram)
        self._tcp = socketserver.ThreadingTCPServer(self._udp.server_address, Stream)
        self._tcp.daemon_threads = self._udp.daemon_threads = True
        self._threads = [threading.Thread(target=one.serve_forever, daemon=True) for one in (self._udp, self._tcp)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for server, thread in zip((self._udp, self._tcp), self._threads, strict=True):
            server.shutdown()
            server.server_close()
            thread.join()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self._udp.server_address[1]}"

    def answer(self, asked: bytes, most: int) -> bytes:
        if self.raw:
            return self.raw
        query: Any = dns.message.from_wire(asked)
        reply: Any = dns.message.make_response(query)
        if self.code:
            reply.set_rcode(dns.rcode.from_text(self.code))
            return bytes(reply.to_wire())
        [question] = query.question
        name, kind = question.name.to_text(omit_final_dot=True).lower(), dns.rdatatype.to_text(question.rdtype)
        found = self.records.get((name, kind), [])
        if kind == "TXT":
            found = [
                " ".join(f'"{text[i : i + 255]}"' for i in range(0, len(text), 255))
                for text in self.texts.get(name, [])
            ]
        if found:
            reply.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *found))
        elif name not in self.texts and name not in {known for known, _ in self.records}:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        wire = reply.to_wire()
        if len(wire) > most:
            short: Any = dns.message.make_response(query)
            short.flags |= dns.flags.TC
            return bytes(short.to_wire())
        return bytes(wire)

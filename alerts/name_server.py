"""TXT records, asked of the system's name server over TCP, where an answer of any length fits (RFC 1035, RFC 7766).

For `visitwatch doctor` alone; a library for one kind of question would be one more thing to keep up to date.
"""

from __future__ import annotations

import secrets
import socket
import struct
from pathlib import Path

TXT, INTERNET = 16, 1
NO_SUCH_NAME = 3
RESOLVER = Path("/etc/resolv.conf")


class NoAnswer(Exception):
    """The name server can't be asked, or does not know; the message says why."""


def system_server(path: Path = RESOLVER) -> tuple[str, int]:
    """The first name server of this machine. Raises NoAnswer."""
    try:
        lines = [line.split() for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError as error:
        raise NoAnswer(f"{path}: {error.strerror}") from None
    servers = [words[1] for words in lines if len(words) > 1 and words[0] == "nameserver"]
    if not servers:
        raise NoAnswer(f"{path} names no name server")
    return servers[0], 53


def txt_records(name: str, server: tuple[str, int], timeout: float = 5.0) -> list[str]:
    """The texts at a name; an empty list where there is none. Raises NoAnswer."""
    number = secrets.randbelow(1 << 16)
    question = _name(name) + struct.pack("!HH", TXT, INTERNET)
    query = struct.pack("!6H", number, 0x0100, 1, 0, 0, 0) + question
    try:
        with socket.create_connection(server, timeout) as connection:
            connection.settimeout(timeout)
            connection.sendall(struct.pack("!H", len(query)) + query)
            (length,) = struct.unpack("!H", _exactly(connection, 2))
            reply = _exactly(connection, length)
        return _texts(reply, number, len(query))
    except OSError as error:
        raise NoAnswer(f"the name server {server[0]} does not answer: {error}") from None
    except (struct.error, IndexError, ValueError) as error:
        raise NoAnswer(f"the name server {server[0]} gives no sound answer: {error}") from None


def _name(name: str) -> bytes:
    labels = [label.encode("ascii") for label in name.rstrip(".").split(".")]
    if not all(0 < len(label) < 64 for label in labels):
        raise NoAnswer(f"{name!r} is no name that can be asked for")
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def _exactly(connection: socket.socket, length: int) -> bytes:
    found = b""
    while len(found) < length:
        part = connection.recv(length - len(found))
        if not part:
            raise ValueError("it ends too early")
        found += part
    return found


def _texts(reply: bytes, number: int, at: int) -> list[str]:
    """The TXT records of an answer whose question section ends at `at`, as long as ours."""
    got, flags, _, answers, _, _ = struct.unpack("!6H", reply[:12])
    if got != number or not flags & 0x8000:
        raise ValueError("it answers something else")
    if (code := flags & 0xF) == NO_SUCH_NAME:
        return []
    if code:
        raise ValueError(f"its code is {code}")
    found = []
    for _ in range(answers):
        at = _after_name(reply, at)
        kind, _, _, length = struct.unpack("!HHIH", reply[at : at + 10])
        data, at = reply[at + 10 : at + 10 + length], at + 10 + length
        if kind == TXT:
            found.append(_strings(data))
    return found


def _after_name(reply: bytes, at: int) -> int:
    while reply[at]:
        if reply[at] >= 0xC0:
            return at + 2
        at += reply[at] + 1
    return at + 1


def _strings(data: bytes) -> str:
    """A record's pieces of up to 255 bytes, put together."""
    text, at = b"", 0
    while at < len(data):
        text += data[at + 1 : at + 1 + data[at]]
        at += data[at] + 1
    return text.decode("utf-8", "replace")

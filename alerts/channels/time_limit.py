"""A limit on the whole of a conversation. A socket's own timeout starts anew with every byte, so a server that sends
one a second would hold the sender for ever."""

from __future__ import annotations

import smtplib
import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

AGAIN = 0.2  # seconds


class TimeLimit:
    """`with TimeLimit(60) as limit: limit.watch(server)`: after 60 seconds the server's connection is shut down, so
    that whoever waits on it gets an error."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._over = threading.Event()
        self._server: smtplib.SMTP | None = None
        self._thread = threading.Thread(target=self._wait, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def watch(self, server: smtplib.SMTP) -> None:
        self._server = server

    def _wait(self) -> None:
        """Once the time is up, look again and again: the connection may be under way just now."""
        pause = self._seconds
        while not self._over.wait(pause):
            _shut(self._server.sock if self._server is not None else None)
            pause = AGAIN


def _shut(connection: socket.socket | None) -> None:
    if connection is not None:
        with suppress(OSError):  # closed meanwhile: nobody waits on it
            connection.shutdown(socket.SHUT_RDWR)

"""Ports for servers that must be told a number before they start (aiosmtpd, a daemon in a process of its own)."""

from __future__ import annotations

import os
import socket
from itertools import count

_FIRST, _EACH = 15_000, 1_000
_numbers = count()


def free_port() -> int:
    """A port of 127.0.0.1 where nobody listens.

    Below those that the kernel hands out by itself (32768 and up), and each worker of the tests takes from numbers
    of its own: a port asked of the kernel and closed again may be another test's before it is used.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    for _ in range(_EACH):
        port = _FIRST + worker * _EACH + next(_numbers) % _EACH
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise RuntimeError(f"no free port from {_FIRST + worker * _EACH} on")

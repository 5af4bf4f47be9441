"""What systemd is told by a service of Type=notify: ready, alive, stopping. Nothing where no systemd asks."""

from __future__ import annotations

import asyncio
import os
import socket


def notify(*lines: str) -> None:
    """Send lines such as READY=1 to NOTIFY_SOCKET; a systemd that is not there is no reason to fail, and one that does
    not listen (ten lines are kept for it) none to wait."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place:
        return
    address = "\0" + place[1:] if place.startswith("@") else place
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as channel:
            channel.connect(address)
            channel.send("\n".join(lines).encode())
    except OSError:
        return


def watchdog_seconds() -> float:
    """How often systemd wants to hear from this process, 0 for never."""
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return 0.0
    given = os.environ.get("WATCHDOG_USEC", "")
    return int(given) / 1e6 if given.isdigit() else 0.0


async def stay_alive() -> None:
    """Tell systemd, twice as often as it asks for, that this loop still turns; for ever."""
    seconds = watchdog_seconds()
    while seconds:
        notify("WATCHDOG=1")
        await asyncio.sleep(seconds / 2)

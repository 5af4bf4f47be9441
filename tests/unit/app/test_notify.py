"""What systemd hears of a service of Type=notify."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.notify import notify, stay_alive, watchdog_seconds


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield ear


def test_it_hears_several_lines(systemd: socket.socket) -> None:
    notify("READY=1", "STATUS=watching")
    assert systemd.recv(100) == b"READY=1\nSTATUS=watching"


def test_a_name_in_the_abstract_space(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(f"\0visitwatch-test-{os.getpid()}")
        monkeypatch.setenv("NOTIFY_SOCKET", f"@visitwatch-test-{os.getpid()}")
        notify("READY=1")
        assert ear.recv(100) == b"READY=1"


@pytest.mark.parametrize("place", ["", "/no/such/socket"])
def test_nobody_listens(systemd: socket.socket, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """No reason to fail: what comes next is done as ever, and arrives where somebody listens again."""
    listened = os.environ["NOTIFY_SOCKET"]
    monkeypatch.setenv("NOTIFY_SOCKET", place)
    notify("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", listened)
    notify("WATCHDOG=1")
    assert systemd.recv(100) == b"WATCHDOG=1"


def test_one_that_does_not_listen_is_not_waited_for(systemd: socket.socket) -> None:
    for number in range(1000):
        notify(f"STATUS={number}")
    assert systemd.recv(100) == b"STATUS=0"


def test_the_watchdog_is_fed_while_the_loop_turns(systemd: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "20000")

    async def turn() -> None:
        alive = asyncio.create_task(stay_alive())
        heard = await asyncio.to_thread(lambda: [systemd.recv(100) for _ in range(3)])
        alive.cancel()
        assert heard == [b"WATCHDOG=1"] * 3

    asyncio.run(turn())


def test_another_process_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "20000")
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert watchdog_seconds() == 0
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    assert watchdog_seconds() == 0.02

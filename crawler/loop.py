"""One asyncio loop. From the first crawl on Twisted's reactor runs on it, guarded before anything can connect."""

from __future__ import annotations

import asyncio
import atexit
import socket
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from crawler.guard import GUARD

T = TypeVar("T")

_loop: asyncio.AbstractEventLoop | None = None
_reactor_runs = False


def run(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run main() to its end and return its result; Ctrl-C cancels it and waits until it has cleaned up.

    The loop is made at the first call and kept for the process: Twisted allows one reactor, on one loop. Not from
    inside a running loop.
    """
    loop = _kept_loop()
    asyncio.set_event_loop(loop)
    task = loop.create_task(main())
    try:
        return loop.run_until_complete(task)
    except KeyboardInterrupt:
        task.cancel()
        loop.run_until_complete(asyncio.wait([task]))
        raise


def _kept_loop() -> asyncio.AbstractEventLoop:
    global _loop  # noqa: PLW0603 - one reactor a process is Twisted's rule; this is where its loop is kept
    if _loop is None:
        _loop = asyncio.new_event_loop()
        asyncio.set_event_loop(_loop)
        atexit.register(_close, _loop)
    return _loop


def reactor_loop() -> asyncio.AbstractEventLoop:
    """The process's loop, with the reactor started on it but never `run`: whoever runs the loop runs the reactor."""
    global _reactor_runs  # noqa: PLW0603 - as above
    loop = _kept_loop()
    if not _reactor_runs:
        _start_reactor(loop)
        _reactor_runs = True
    return loop


def start_reactor() -> None:
    """The reactor on the running loop. Only the first crawl starts it: its import takes a third of a second, and a run
    that finds nothing due does without. Raises RuntimeError on any other loop than that of `run`."""
    if asyncio.get_running_loop() is not _loop:
        raise RuntimeError("crawl() runs only under crawler.loop.run, which keeps the one loop that the guard watches")
    reactor_loop()


def _start_reactor(loop: asyncio.AbstractEventLoop) -> None:
    from twisted.internet import asyncioreactor

    _any(asyncioreactor).install(loop)
    from twisted.internet import reactor

    GUARD.install(reactor)
    install_resolver(NameResolver(loop.getaddrinfo))
    _any(reactor).startRunning(installSignalHandlers=False)


class NameResolver:
    """Twisted's IHostnameResolver over asyncio's getaddrinfo: IPv4 and IPv6, without a cache.

    Twisted's own keeps a pool of non-daemon threads that block the interpreter's exit until the reactor is shut down;
    Scrapy's caching ones either know IPv4 only or keep an answer for as long as the process lives.
    """

    def __init__(self, getaddrinfo: Callable[..., Coroutine[Any, Any, Sequence[Any]]]) -> None:
        self._getaddrinfo = getaddrinfo

    def resolveHostName(self, receiver: Any, hostName: str, portNumber: int = 0, *_: Any, **__: Any) -> Any:
        """Tell the receiver every address; none at all is how a failed lookup looks."""
        lookup = _Lookup(hostName)
        receiver.resolutionBegan(lookup)
        task = asyncio.ensure_future(self._getaddrinfo(hostName, portNumber, type=socket.SOCK_STREAM))
        task.add_done_callback(lambda done: _answer(receiver, done))
        return lookup


class _Lookup:
    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """A lookup in a thread cannot be stopped; the caller's own deadline ends the wait."""


def _answer(receiver: Any, done: asyncio.Future[Sequence[Any]]) -> None:
    from twisted.internet.address import IPv4Address, IPv6Address

    if not done.cancelled() and done.exception() is None:
        for family, _type, _protocol, _name, address in done.result():
            kind = IPv6Address if family == socket.AF_INET6 else IPv4Address
            receiver.addressResolved(kind("TCP", *address))
    receiver.resolutionComplete()


def install_resolver(resolver: NameResolver) -> None:
    """Let the reactor resolve names by this from now on."""
    from twisted.internet import reactor

    _any(reactor).installNameResolver(resolver)


def _any(reactor: Any) -> Any:
    """Twisted's reactor is a module to type checkers."""
    return reactor


def _close(loop: asyncio.AbstractEventLoop) -> None:
    if loop.is_running() or loop.is_closed():
        return
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()

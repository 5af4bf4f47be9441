"""What a run knows of its hosts' manners before it asks them, and what it learns: shared by all its crawls, and handed
on to whoever asks these hosts next, in another process or on another machine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic

from monitors.gates import gate_of


@dataclass(slots=True)
class Turns:
    """platforms: hosts that share a gate (monitors/gates.py). By gate: crawl_delays, seconds; next_at, the monotonic
    time before which nothing is asked; silent_until, until when a host wants to be left alone. borrow: takes a gate
    that the run does not hold yet (a redirect's target); None where nobody else could be asking."""

    platforms: tuple[str, ...] = ()
    crawl_delays: dict[str, float] = field(default_factory=dict)
    next_at: dict[str, float] = field(default_factory=dict)
    silent_until: dict[str, float] = field(default_factory=dict)
    borrow: Callable[[str], Awaitable[bool]] | None = None

    def gate(self, host: str) -> str:
        return gate_of(host, self.platforms)

    def wait(self, gate: str) -> float:
        """Seconds until the gate may be asked."""
        return max(0.0, self.next_at.get(gate, 0.0) - monotonic())

    def asked(self, gate: str, delay: float) -> None:
        """The gate is asked now; the next request comes no sooner than the pause allows."""
        self.next_at[gate] = monotonic() + max(delay, self.crawl_delays.get(gate, 0.0))

"""The gates of one run: which it holds, what it knows of the manners of the hosts behind them, what it learned."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from urllib.parse import urlsplit

from crawler.crawl import Turns
from monitors.records import Watched
from storage.gates import GateWord
from storage.store import Store

BORROW_WITHIN = 30.0  # seconds to wait for a gate that another run holds, before what leads there is put off
ASK_AGAIN = 1.0


@dataclass(slots=True)
class Holds:
    """hold: for how long a gate is taken at a time; lonely: a dry run, which takes and remembers nothing."""

    store: Store
    clock: Callable[[], datetime]
    run: str
    hold: timedelta
    turns: Turns = field(default_factory=Turns)
    lonely: bool = False
    _mine: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if not self.lonely:
            self.turns.borrow = self.borrow

    def met(self, claimed: Iterable[Watched]) -> None:
        """The run has claimed these monitors, and with them their gates."""
        hosts = {urlsplit(watched.monitor.url).hostname or "" for watched in claimed}
        self._learn({self.turns.gate(host) for host in hosts} - self._mine)

    async def borrow(self, gate: str) -> bool:
        """Take a gate that a redirect or a sibling leads to; False while another run goes on asking there."""
        if gate in self._mine:
            return True
        until = monotonic() + BORROW_WITHIN
        while not await asyncio.to_thread(self._take, gate):
            if monotonic() > until:
                return False
            await asyncio.sleep(ASK_AGAIN)
        return True

    def words(self, now: datetime) -> list[GateWord]:
        """What whoever asks these hosts next must know."""
        turns, offset = self.turns, monotonic()
        ahead = {gate: at for gate, at in turns.next_at.items() if at > offset}
        silent = {gate: at for gate, at in turns.silent_until.items() if at > offset}

        def moment(times: dict[str, float], gate: str) -> datetime | None:
            return now + timedelta(seconds=times[gate] - offset) if gate in times else None

        names = sorted(ahead.keys() | silent.keys() | turns.crawl_delays.keys())
        return [
            GateWord(name, turns.crawl_delays.get(name, 0.0), moment(ahead, name), moment(silent, name))
            for name in names
        ]

    def _take(self, gate: str) -> bool:
        now = self.clock()
        if not self.store.hold_gate(gate, now, now + self.hold, run=self.run):
            return False
        self._learn({gate})
        return True

    def _learn(self, gates: set[str]) -> None:
        now, offset, turns = self.clock(), monotonic(), self.turns
        for word in self.store.gate_words(gates) if gates else ():
            if word.crawl_delay:
                turns.crawl_delays.setdefault(word.gate, word.crawl_delay)
            for moment, times in ((word.next_at, turns.next_at), (word.silent_until, turns.silent_until)):
                if moment is not None and moment > now:
                    times[word.gate] = offset + (moment - now).total_seconds()
        self._mine |= gates

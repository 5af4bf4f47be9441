"""Stopping a crawl at any moment, and crawling many times in one process."""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest

from crawler.crawl import Visit, Visited, crawl
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.records import Failed, FailureKind, Fetched
from tests.integration.crawler.conftest import settings_for, visit_all
from tests.site import Reply, Site


async def _stopped(
    visits: list[Visit], settings: CrawlSettings, when: Callable[[list[Visited]], bool]
) -> tuple[list[Visited], float]:
    """Cancel a crawl as soon as `when` (of what is answered so far) says so; all its answers, and how long it took."""
    answered: list[Visited] = []
    task = asyncio.ensure_future(crawl(visits, settings, answered.append))
    await asyncio.sleep(0)  # a task that is cancelled before its first step never runs: there was no crawl
    while not task.done() and not when(answered):
        await asyncio.sleep(0.001)
    asked = monotonic()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return answered, monotonic() - asked
    return answered, 0.0


def test_a_crawl_that_is_cancelled_answers_every_visit_and_ends_at_once(site: Site) -> None:
    site["/silent"] = Reply(silent=True)
    site["/fast"] = "text"
    settings = settings_for(site, delay=timedelta(seconds=20), obey_robots=False)
    visits = [
        Visit("fast", site.url("/fast", host="127.0.1.2")),
        Visit("under way", site.url("/silent")),
        *[Visit(f"waiting {n}", site.url("/fast")) for n in range(60)],
    ]
    answered, took = run(lambda: _stopped(visits, settings, lambda got: len(got) == 1 and site.hits("/silent") == 1))
    by_key = {visited.visit.key: visited.outcome for visited in answered}
    assert len(answered) == len(visits) == len(by_key)
    assert isinstance(by_key.pop("fast"), Fetched)
    assert all(isinstance(o, Failed) and o.kind is FailureKind.INTERRUPTED for o in by_key.values())
    assert took < 5


def _after(seconds: float) -> Callable[[list[Visited]], bool]:
    end = monotonic() + seconds
    return lambda _: monotonic() > end


def test_fifty_stops_at_random_moments_never_hang(site: Site) -> None:
    """Without waiting for the engine 12 of 200 stops hung; the seed makes the moments the same each time."""
    site["/a"] = Reply(pieces=[b"x"] * 5, pause=0.005)
    settings = settings_for(site)
    moments = random.Random(7)
    visits = [Visit(str(n), site.url(f"/a?{n}", host=f"127.0.1.{1 + n % 3}")) for n in range(6)]

    async def fifty() -> list[tuple[list[Visited], float]]:
        return [await _stopped(visits, settings, _after(moments.uniform(0, 0.12))) for _ in range(50)]

    for answered, took in run(fifty):
        assert sorted(visited.visit.key for visited in answered) == sorted(visit.key for visit in visits)
        assert took < 5


def test_a_second_cancellation_while_stopping_changes_nothing(site: Site) -> None:
    site["/silent"] = Reply(silent=True)
    visits = [Visit(str(n), site.url("/silent", host=f"127.0.1.{1 + n}")) for n in range(3)]

    async def twice() -> list[Visited]:
        answered: list[Visited] = []
        task = asyncio.ensure_future(crawl(visits, settings_for(site), answered.append))
        while not site.hits("/silent"):
            await asyncio.sleep(0.001)
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0)
        with pytest.raises(asyncio.CancelledError):
            await task
        return answered

    assert len(run(twice)) == 3


def test_a_crawl_without_room_asks_for_few_pages_until_there_is(site: Site) -> None:
    """Sixty pages of 100 KB; as long as another crawl takes for sixty small ones, hardly more than a megabyte comes."""
    site["/large"], site["/small"] = "x" * 100_000, "x"
    large = [Visit(str(n), site.url(f"/large?{n}")) for n in range(60)]
    small = [Visit(str(n), site.url(f"/small?{n}", host="127.0.1.2")) for n in range(60)]
    settings = settings_for(site, concurrent_hosts=2)

    async def both() -> tuple[int, int]:
        room, answered = asyncio.Event(), list[Visited]()
        held = asyncio.ensure_future(crawl(large, settings, answered.append, room=room))
        await crawl(small, settings, list[Visited]().append)
        early = len(answered)
        room.set()
        await held
        return early, len(answered)

    early, all_of_them = run(both)
    assert 0 < early < 20
    assert all_of_them == 60


def test_a_crawl_that_waits_for_room_is_stopped_at_once(site: Site) -> None:
    site["/large"] = "x" * 100_000
    visits = [Visit(str(n), site.url(f"/large?{n}")) for n in range(60)]

    async def stopped() -> tuple[list[Visited], float]:
        answered: list[Visited] = []
        task = asyncio.ensure_future(crawl(visits, settings_for(site), answered.append, room=asyncio.Event()))
        while len(answered) < 11:
            await asyncio.sleep(0.001)
        asked = monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return answered, monotonic() - asked

    answered, took = run(stopped)
    assert len(answered) == 60
    assert took < 5


def test_after_a_stop_the_next_crawl_works(site: Site, settings: CrawlSettings) -> None:
    site["/silent"] = Reply(silent=True)
    site["/a"] = "text"
    run(lambda: _stopped([Visit("1", site.url("/silent"))], settings, lambda _: site.hits("/silent") == 1))
    (visited,) = visit_all(site.url("/a"), settings=settings)
    assert isinstance(visited.outcome, Fetched)


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_twenty_crawls_in_one_process_leave_nothing_open(site: Site, settings: CrawlSettings) -> None:
    site["/a"] = "text"
    site["/cut"] = Reply(b"x" * 100, cut=10)
    site["/silent"] = Reply(silent=True)
    urls = [site.url(path, host=host) for path in ("/a", "/cut", "/none") for host in site.hosts]
    limits = settings_for(site, timeout=timedelta(seconds=0.3))
    visit_all(*urls, site.url("/silent"), settings=limits)
    before = _descriptors(), len(asyncio.all_tasks(_loop()))
    for _ in range(20):
        visit_all(*urls, settings=limits)
    assert _descriptors() <= before[0] + 2
    assert len(asyncio.all_tasks(_loop())) <= before[1]


def _loop() -> asyncio.AbstractEventLoop:
    from crawler.loop import reactor_loop

    return reactor_loop()


def test_crawls_at_the_same_time_do_not_mix_their_answers(site: Site, settings: CrawlSettings) -> None:
    site["/a"] = "text"
    one: list[Visited] = []
    two: list[Visited] = []

    async def both() -> None:
        await asyncio.gather(
            crawl([Visit(f"1.{n}", site.url(f"/a?{n}")) for n in range(5)], settings, one.append),
            crawl([Visit(f"2.{n}", site.url(f"/a?{n}", host="127.0.1.2")) for n in range(5)], settings, two.append),
        )

    run(both)
    assert {visited.visit.key[0] for visited in one} == {"1"}
    assert {visited.visit.key[0] for visited in two} == {"2"}
    assert len(one) == len(two) == 5


ONCE = """
from crawler.crawl import Visit, crawl
from crawler.loop import run
from crawler.settings import CrawlSettings

settings = CrawlSettings(allow_networks=("127.0.1.0/24",), allow_ports=({port},), obey_robots=False)
got = []
run(lambda: crawl([Visit("1", "{url}")], settings, got.append))
print(type(got[0].outcome).__name__)
"""


def test_a_process_that_crawled_ends_by_itself(site: Site, tmp_path: Path) -> None:
    site["/a"] = "text"
    script = tmp_path / "once.py"
    script.write_text(ONCE.format(port=site.port, url=site.url("/a")))
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error::ResourceWarning", str(script)],
        capture_output=True,
        text=True,
        timeout=30,
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "Fetched"), done.stderr
    assert "ResourceWarning" not in done.stderr

"""A sender that is told to stop: the mail under way is the last one, and nothing else waits for a lease's end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import cli
from app.deliver import deliver_until_cancelled
from app.installation import utc_now
from monitors.records import DeliveryState
from tests.integration.alerts.post import Post
from tests.mailserver import MailServer

ONE_SENT = Counter({DeliveryState.OWED: 2, DeliveryState.SENT: 1})


@pytest.fixture
def three(post: Post) -> Post:
    # The command has the clock on the wall: what has been due for days is held back, and no mail would be under way.
    post.now = utc_now()
    post.owe("ana@b.test", "ben@b.test", "cem@b.test")
    return post


@pytest.fixture
def own_signals() -> Iterator[None]:
    """A command that is run to its end leaves its handlers behind."""
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


def test_a_daemon_that_ends_finishes_one_mail_and_leaves_the_rest_owed(three: Post, server: MailServer) -> None:
    async def ended_while_it_sends() -> None:
        loop = asyncio.get_running_loop()
        round_ = asyncio.create_task(
            deliver_until_cancelled(three.store, three.settings, lambda: three.now, "here:1:test")
        )

        async def ended() -> None:
            round_.cancel()
            for _ in range(2):  # the turn in which the round learns of it, and this one's own
                await asyncio.sleep(0)

        # The mail is under way until the round knows: a machine that is busy would else send the next one first.
        server.taking = lambda: asyncio.run_coroutine_threadsafe(ended(), loop).result(timeout=30)
        with pytest.raises(asyncio.CancelledError):
            await round_

    asyncio.run(ended_while_it_sends())
    server.taking = None
    assert Counter(three.states().values()) == ONE_SENT
    assert three.deliver().sent == 2, "they wait for no lease"
    assert sorted(server.recipients) == ["ana@b.test", "ben@b.test", "cem@b.test"]


@pytest.mark.usefixtures("own_signals")
def test_deliver_every_ends_after_the_mail_under_way(three: Post, server: MailServer, tmp_path: Path) -> None:
    mail = f'[mail]\nsmtp_host = "127.0.0.1"\nsmtp_port = {server.port}\nsmtp_tls = "none"\n'
    store = '[store]\nurl = "sqlite:///visitwatch.db"\nbodies = "bodies"\n'
    (tmp_path / "config.toml").write_text(store + mail, encoding="utf-8")
    server.taking = lambda: os.kill(os.getpid(), signal.SIGTERM)
    arguments = ["--config", str(tmp_path / "config.toml"), "deliver", "--every", "1 s"]
    assert cli.main(arguments, standalone_mode=False) == 0
    assert Counter(three.states().values()) == ONE_SENT

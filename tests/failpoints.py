"""Every step at which one page's way to its mail writes something, as a place to die or to fail at.

`python -m tests.failpoints URL BODIES PORT MODE [STRIDE]` walks a page from its body to its mail again and again, each
time in a fork: the first time it is stopped at the first step, then at the second, until it comes through whole. After
each stop a later run does the same page, as the next round would, and what is in the database then is printed as a line
of JSON. MODE: "kill" (SIGKILL there) or "fail" (the step raises what a full or, in turn, a broken disk raises);
STRIDE: 3 stops at each third step only.

Steps: making, writing, syncing and renaming the body's file; each statement that writes; each commit of such a
transaction, before and after; each command to the mail server and each of its answers.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import smtplib
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

from alerts.settings import MailSettings
from app.deliver import deliver
from monitors.records import Delivery, Monitor
from storage import ChangeQuery, Store, StoreError, open_store
from storage.bodies import FolderBodies
from tests.integration.storage.samples import DAY, LEASE, NOW, alert, change, fill, page, subscribe

MOST = 100
MONITORS = [Monitor(f"page-{number}", "acme", f"https://acme.test/{number}") for number in range(MOST + 1)]
READER = "ana@b.test"
WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE")


class Steps:
    """Counts the steps of this process and stops it at one of them."""

    def __init__(self, stop_at: int, stop: Callable[[str], None]) -> None:
        self.stop_at, self.stop = stop_at, stop
        self.count = 0
        self.name = ""
        self.wrote = False

    def step(self, name: str) -> None:
        self.count += 1
        if self.count == self.stop_at:
            self.name = name
            self.stop(name)

    def around(self, owner: Any, name: str, words: str, *, after: bool = False) -> None:
        """Make each call of a function a step, before it and where wanted after it too."""
        real = getattr(owner, name)

        def stepped(*arguments: Any, **options: Any) -> Any:
            self.step(words)
            answer = real(*arguments, **options)
            if after:
                self.step(f"{words} done")
            return answer

        setattr(owner, name, stepped)

    def watch(self) -> None:
        self.around(tempfile, "mkstemp", "body: file")
        self.around(os, "fdopen", "body: write")
        self.around(os, "fsync", "body: sync")
        self.around(os, "replace", "body: rename", after=True)
        self._watch_commits()
        event.listen(Engine, "before_cursor_execute", self._statement)
        self.around(smtplib.SMTP, "putcmd", "mail: command")
        self.around(smtplib.SMTP, "getreply", "mail: answer")

    def _watch_commits(self) -> None:
        real = DefaultDialect.do_commit

        def commit(dialect: DefaultDialect, connection: Any) -> None:
            wrote, self.wrote = self.wrote, False
            if wrote:
                self.step("commit")
            real(dialect, connection)
            if wrote:
                self.step("commit done")

        DefaultDialect.do_commit = commit  # type: ignore[method-assign]

    def _statement(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        words = statement.split()
        if words[0] in WRITES:
            self.wrote = True
            self.step("statement: " + " ".join(words[:3] if words[0] != "UPDATE" else words[:2]))


def walk(store: Store, number: int, port: int, hours: float) -> None:
    """The page changes, is recorded and mailed; what an earlier run has done of that is not done again."""
    monitor, now = MONITORS[number], NOW + DAY + timedelta(hours=hours)
    store.release_machine(now, "here")
    claimed = store.claim_due(now, limit=1, lease=LEASE, only=[monitor.id], ignore_due=True, run="here:1:r")
    before = store.latest_version(monitor.id)
    assert before is not None and len(claimed) == 1
    if before.text == "old":
        [wish] = [wish for _, wish in store.subscriptions()]
        owed = Delivery(0, wish.id, f"<{number}@visitwatch.test>")
        told = {"change": change(now), "alert": alert(now), "deliveries": [owed]}
        store.record_page(page(store, monitor, f"new {number}", now, before.id, **told))
    store.release_claims(now, run="here:1:r")
    settings = MailSettings(
        sender="list@example.org", smtp_host="127.0.0.1", smtp_port=port, smtp_tls="none", heartbeat=False,
        storm=10_000, most_an_hour=10_000,
    )  # fmt: skip
    deliver(store, settings, lambda: now, "here:1:r", at_once=True)


def found(store: Store, number: int) -> dict[str, object]:
    """What the database holds of the page."""
    monitor = MONITORS[number]
    versions = store.versions(monitor.id)
    mine = [one for one in store.deliveries(limit=10_000) if one.message_id.startswith(f"<{number}@")]
    return {
        "texts": [store.version(one.id).text for one in versions],  # type: ignore[union-attr]
        "body": store.body(versions[-1].snapshot).decode(),
        "changes": len(store.changes(ChangeQuery(monitors=(monitor.id,)))),
        "checks": len(store.checks(monitor.id)),
        "mails": [one.state.value for one in mine],
    }


def in_fork(work: Callable[[], object]) -> tuple[int, Any]:
    """The exit status of a fork that did the work, and what the work returned where it came to its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        answer = json.dumps(work()).encode()
        os.write(writing, answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    return os.waitpid(child, 0)[1], json.loads(said) if said else None


def kill(_name: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail(number: int, words: str) -> Callable[[str], None]:
    def stop(name: str) -> None:
        if name.startswith(("statement", "commit")):
            raise sqlite3.OperationalError(words)
        raise OSError(number, os.strerror(number))

    return stop


def prepare(url: str, bodies: Path) -> None:
    with open_store(url, bodies) as store:
        fill(store, *MONITORS)
        subscribe(store, READER)
        for monitor in MONITORS:
            store.record_page(page(store, monitor, "old", NOW))


def main(url: str, bodies: Path, port: int, mode: str, stride: int) -> None:
    full, broken = fail(errno.ENOSPC, "database or disk is full"), fail(errno.EIO, "disk I/O error")
    prepare(url, bodies)
    with open_store(url, bodies) as store:
        walk(store, MOST, port, 0)  # so that the forks need not load and compile what a walk needs
        store.close()  # no connection is shared: each fork makes its own when it first asks
        for number in range(MOST):
            stop = kill if mode == "kill" else (full, broken)[number % 2]
            steps = Steps(1 + number * stride, stop)
            # Each page has a folder of its own, so that each takes the same steps.
            store._bodies = FolderBodies(bodies / str(number))
            status, said = in_fork(partial(stopped, steps, store, number, port))
            recovered, state = in_fork(partial(recover, store, number, port))
            line = {"number": number, "status": status, "said": said, "recovered": recovered, "state": state}
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()
            if status == 0 and not said["name"]:
                return
    raise SystemExit("there are more steps than pages; raise MOST")


def stopped(steps: Steps, store: Store, number: int, port: int) -> dict[str, object]:
    steps.watch()
    try:
        walk(store, number, port, 0)
    except StoreError as error:
        return {"name": steps.name, "error": str(error)}
    return {"name": steps.name, "error": ""}


def recover(store: Store, number: int, port: int) -> dict[str, object]:
    walk(store, number, port, 6)
    return found(store, number)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int((sys.argv[5:] or ["1"])[0]))

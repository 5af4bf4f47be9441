"""A store filled through its own door with ordinary, odd and hostile pages, and the application served over it."""

from __future__ import annotations

import math
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import uvicorn
from fastapi import FastAPI

from monitors.question import Question, QuestionOutcome
from monitors.records import (
    Alert,
    Cause,
    Change,
    ChangeKind,
    Check,
    CheckOutcome,
    Delivery,
    Direction,
    Extractor,
    Fact,
    FailureKind,
    Finding,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Quality,
    Reading,
    Segment,
    SegmentKind,
    Severity,
    Source,
    SourceKind,
    Subscription,
    Topic,
    Version,
)
from monitors.second_reading import SecondReading
from storage import PageWrite, Store
from web.application import create_app

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    SCRIPT,
    "<img src=x onerror=alert(2)>",
    "&lt;a href=//evil.test&gt;click&lt;/a&gt;",
    '"><svg onload=alert(3)>',
    "' onmouseover='alert(4)",
    "</title></pre></details><script>alert(5)</script>",
    "<!--", "]]>", "{{7*7}}", "${7*7}", "{% raw %}", "{{ self._TemplateReference__context }}",
    "<div style='position:fixed;inset:0'>",
    "<base href=//evil.test>", "<meta http-equiv=refresh content=0;url=//evil.test>",
    "a\x00b", "\x1b[31mred\x1b[0m", "\u202egnp.exe\u2066", "zero\u200bwidth", "line\u2028end\x85",
)  # fmt: skip
ALL_HOSTILE = " ".join(HOSTILE)
UNFIT_URLS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(6)</script>",
    "https://user@evil.test/",
    "//evil.test/",
)

ACME = Source("acme", "Acme Visits", SourceKind.VENDOR, "US-TX")
SHELBY = Source("shelby", "Shelby County Jail", SourceKind.JAIL, "US-TN", "Shelby")
EVIL = Source("evil", f"Evil {ALL_HOSTILE}", SourceKind.NEWS, "US-TX", '"><script>alert(7)</script>')

TERMS = Monitor("acme-terms", "acme", "https://acme.test/terms", title="Terms of visits", interval=DAY)
RULES = Monitor("shelby-rules", "shelby", "https://shelby.test/visits", title="Visiting rules", interval=DAY)
NEVER = Monitor("shelby-never", "shelby", "https://shelby.test/never", interval=timedelta(hours=6))
FAILING = Monitor("shelby-failing", "shelby", "https://shelby.test/fees", title="Fees", interval=DAY)
OFF = Monitor("acme-old", "acme", "https://acme.test/old", title="Old terms", interval=DAY)
HOSTILE_PAGE = Monitor("evil-page", "evil", UNFIT_URLS[0], title=ALL_HOSTILE, interval=DAY)

_EXTRACTOR = Extractor("html", "1.2", '{"select": ["main"]}')


def segments(*texts: str) -> tuple[Segment, ...]:
    return tuple(Segment(text, ("Visiting", "Hours"), SegmentKind.TEXT, text.lower(), main=True) for text in texts)


def reading(direction: Direction, severity: Severity, headline: str, *topics: Topic, **more: object) -> Reading:
    finding = Finding(
        topics, direction, severity, (), ("rule-of-fees",), ("no longer", "$12"), (0, 2), "The price goes up"
    )
    made = Reading(True, direction, severity, topics, (), headline, (finding,), ("the fee rose from $9 to $12",))
    return replace(made, **more)


NO_NEWS = Reading(relevant=False)
FEES = reading(
    Direction.RESTRICTIVE, Severity.MAJOR, "A video visit costs $12 instead of $9", Topic.FEES, Topic.VIDEO_REMOTE,
    confidence=0.41,
    facts=(Fact("video_fee_usd", 9.0, 12.0), Fact("in_person_allowed", True, None), Fact("odd_fact", math.inf, 1.0)),
)  # fmt: skip
BACK = reading(Direction.RESTORATIVE, Severity.CRITICAL, "Visits in person are back", Topic.IN_PERSON)
EVIL_READING = Reading(
    True, Direction.MIXED, Severity.MINOR, (Topic.PHONE,), (Fact(f"x {SCRIPT}", 1.0, 2.0),), ALL_HOSTILE,
    (Finding((Topic.PHONE,), Direction.MIXED, Severity.MINOR, (), (SCRIPT,), HOSTILE, (0,), ALL_HOSTILE),), HOSTILE,
)  # fmt: skip

FEE_PASSAGES = (
    Passage(
        PassageKind.REWORDED, Grade.HIGH, "A video visit costs $9 each.", "A video visit costs $12 each.", ("Fees",)
    ),
    Passage(PassageKind.REMOVED, Grade.NORMAL, "Bring a photo ID.", "", ("What to bring",), context="Be on time."),
    Passage(PassageKind.ADDED, Grade.HIGH, "", "Visits in person end on Friday."),
    Passage(PassageKind.MOVED, Grade.LOW, "Call us.", "Call us.", context="Write to us."),
    Passage(PassageKind.REWORDED, Grade.LOW, "Visitors today: 7", "Visitors today: 9"),
)
EVIL_PASSAGES = tuple(
    Passage(kind, grade, f"old {before}", f"new {after}", (ALL_HOSTILE,), context=ALL_HOSTILE)
    for before, after in zip(HOSTILE, HOSTILE[1:] + HOSTILE[:1], strict=True)
    for kind, grade in ((PassageKind.REWORDED, Grade.HIGH), (PassageKind.MOVED, Grade.LOW))
)


def fill(store: Store) -> None:
    """The catalogue, a week of checks, four pages with versions, and mails in the outbox."""
    monitors = [TERMS, RULES, NEVER, FAILING, OFF, HOSTILE_PAGE]
    store.put_catalogue([ACME, SHELBY, EVIL], monitors, NOW - 9 * DAY)
    wish = store.add_subscription(Subscription(store.add_subscriber("reader@secret.test", "Reader", NOW).id))
    for monitor in (TERMS, RULES, FAILING, OFF):
        put_page(store, monitor, NOW - 8 * DAY, "Visits in person are on Mondays.")
    put_page(store, HOSTILE_PAGE, NOW - 8 * DAY, *HOSTILE, title=ALL_HOSTILE)
    for days in (7, 6, 5):
        quiet = CheckOutcome.NOT_MODIFIED if days == 6 else CheckOutcome.UNCHANGED
        store.record_check(check(TERMS, NOW - days * DAY, quiet))
    store.record_check(
        check(TERMS, NOW - 4 * DAY, CheckOutcome.BLOCKED, quality=Quality.CHALLENGE, rule="wall", message=SCRIPT)
    )
    fees = put_change(store, TERMS, NOW - 2 * DAY, FEES, FEE_PASSAGES, wish)
    put_change(store, RULES, NOW - DAY, BACK, (Passage(PassageKind.ADDED, Grade.HIGH, "", "Visits are back."),))
    put_change(store, RULES, NOW - HOUR, NO_NEWS, FEE_PASSAGES[3:], grade=Grade.LOW)
    evil = put_change(store, HOSTILE_PAGE, NOW - HOUR, EVIL_READING, EVIL_PASSAGES, url=UNFIT_URLS[1])
    says = SecondReading(True, Direction.MIXED, Severity.MINOR, (Topic.FEES,), "The price rises, an hour is added.")
    answered = Question(fees, NOW - 2 * DAY, "tiny-llama:1b", QuestionOutcome.ANSWERED, reading=says)
    store.put_question(answered)
    store.put_question(
        replace(answered, change_id=evil, model=ALL_HOSTILE, reading=replace(says, why=ALL_HOSTILE)),
    )
    store.put_question(
        Question(fees + 1, NOW - DAY, "tiny-llama:1b", QuestionOutcome.SLOW, "no whole answer within 20 s")
    )
    failed = {"status": 503, "quality": None, "failure": FailureKind.HTTP_SERVER, "message": f"503 {ALL_HOSTILE}"}
    for hours in (50, 26, 2):
        store.record_check(check(FAILING, NOW - hours * HOUR, CheckOutcome.FAILED, **failed))
    store.put_catalogue([ACME, SHELBY, EVIL], [one for one in monitors if one is not OFF], NOW)


def check(monitor: Monitor, at: datetime, outcome: CheckOutcome, **fields: object) -> Check:
    made = Check(monitor.id, at, outcome, monitor.url, 200, Quality.OK, milliseconds=1234, size=14_200)
    return replace(made, **fields)


def put_page(
    store: Store, monitor: Monitor, at: datetime, *texts: str, title: str = "A page", **fields: object
) -> Change | None:
    """Record a page that says these texts now."""
    text = "\n".join(texts)
    sha = store.put_body(text.encode("utf-8", "surrogatepass"))
    latest = store.latest_version(monitor.id)
    write = PageWrite(
        check=check(monitor, at, CheckOutcome.CHANGED if latest else CheckOutcome.FIRST, snapshot=sha),
        version=Version(monitor.id, sha, at, _EXTRACTOR, title, text, segments(*texts)),
        body_sha=sha,
        media_type="text/html; charset=utf-8",
        headers=(("set-cookie", "session=very-secret"),),
        expected_version=latest.id if latest else 0,
    )
    return store.record_page(replace(write, **fields))


def put_change(
    store: Store,
    monitor: Monitor,
    at: datetime,
    read: Reading,
    passages: tuple[Passage, ...],
    *to: Subscription,
    **fields: object,
) -> int:
    """Record a page that changed; return the change's id."""
    change = Change("", at, at - DAY, 0, 0, Cause.CONTENT, Grade.HIGH, passages, read, ChangeKind.TEXT)
    told: dict[str, object] = {}
    if to:
        alert = Alert(0, at, read.headline, read.direction, read.severity, read.topics)
        told = {
            "alert": alert,
            "deliveries": [Delivery(0, wish.id, f"<{at.timestamp()}.{wish.id}@x.test>") for wish in to],
        }
    text = f"Seen at {at}. " + " ".join(passage.after for passage in passages)
    made = put_page(store, monitor, at, text, title=monitor.title, change=replace(change, **fields), **told)
    assert made is not None
    return made.id


@contextmanager
def served(app: FastAPI) -> Iterator[httpx.Client]:
    """A client of the application behind a real server on this machine."""
    listener = socket.create_server(("127.0.0.1", 0))  # it queues connections before the server accepts them
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        # Nothing here is encrypted; to read the system's certificates takes 70 ms.
        with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=30, verify=False) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def application(store: Store, base_url: str = "https://visits.example/room", at: datetime = NOW) -> FastAPI:
    return create_app(store, base_url=base_url, clock=lambda: at)


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'visitwatch.db'}"


def contradict(store: Store) -> None:
    """A vendor that says visits in person are back where the jail's own page says that they ended."""
    store.put_catalogue([ACME, replace(SHELBY, jurisdiction="US-TX")], [TERMS, RULES], NOW - 90 * DAY)
    for monitor, value, words in (
        (TERMS, True, "At Shelby County Jail visits in person are back."),
        (RULES, False, "No visits in person."),
    ):
        put_page(store, monitor, NOW - 80 * DAY, "Visits.")
        facts = (Fact("in_person_allowed", not value, value),)
        finding = Finding((Topic.IN_PERSON,), Direction.MIXED, Severity.CRITICAL, facts, passages=(0,))
        said = Reading(True, Direction.MIXED, Severity.CRITICAL, (Topic.IN_PERSON,), facts, "Changed", (finding,))
        put_change(store, monitor, NOW - 5 * DAY, said, (Passage(PassageKind.ADDED, Grade.HIGH, "", words),))

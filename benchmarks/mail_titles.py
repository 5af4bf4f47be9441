"""Messages composed from 10,000 hostile titles and names, each as alert, digest, storm and correction: header
injections, faults, milliseconds of CPU a message.

python -m benchmarks.mail_titles
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from alerts.gathered import Addressed, compose_gathered
from alerts.headers import message_bytes, message_faults
from alerts.letter import compose_correction
from alerts.message import LARGEST_MESSAGE, Told, compose
from alerts.settings import MailSettings
from monitors.records import Letter, LetterKind, Unseen, Watch
from tests.unit.alerts.samples import told

TITLES = 10_000
PIECES = (
    "=?utf-8?q?", "=?utf-8?b?", "?=", "=0D=0A", "Bcc: evil@x.test", "Subject:", "\r\n", "\n", "\r", "\r\n.\r\n",
    "\u2028", "\u0085", "\x00", "\ud800", "\u202e", "é", "监狱", "\U0001f5d3", "x" * 200, " ", "\t", ":", "@", ",", ";",
    '"', "\\", "(", "--", "=", "%s", "{{7*7}}", "<script>", "In-person visits", "$12.00",
)  # fmt: skip
SETTINGS = MailSettings(
    sender="visitwatch <list@example.org>", base_url="https://vw.example", list_id="list.example.org", secret="s"
)


def title(rng: random.Random) -> str:
    if rng.random() < 0.2:
        return "".join(
            chr(rng.choice((rng.randrange(0x300), rng.randrange(0x110000)))) for _ in range(rng.randrange(40))
        )
    return "".join(rng.choice(PIECES) for _ in range(rng.randrange(1, 9)))


def composed(hostile: Told, text: str, name: str, now: datetime) -> Iterator[tuple[EmailMessage, list[str]]]:
    """Every kind of message that a page's words get into, with the headers it has beyond an alert's."""
    reader, wish = hostile.subscriber, hostile.subscription
    yield compose(hostile, SETTINGS, "<a@b>", now), []
    watch = Watch(now, 1, 1, 0, (Unseen(text, name, now, text),))
    for kind in (LetterKind.DIGEST, LetterKind.STORM):
        letter = Letter(kind, "k", now, reader.address, title=text, lines=(name,), watch=watch)
        yield compose_gathered(Addressed(letter, reader, wish, [hostile] * 3), SETTINGS, "<a@b>", now), []
    letter = Letter(LetterKind.CORRECTION, "k", now, reader.address, title=text, lines=(text, name), replies_to="<a@b>")
    yield compose_correction(letter, reader, wish, SETTINGS, "<c@d>", now), ["in-reply-to", "references"]


def main() -> int:
    rng, now = random.Random(20261123), datetime(2026, 11, 23, tzinfo=UTC)
    expected = sorted(name.lower() for name in compose(told(), SETTINGS, "<a@b>", now).keys())  # noqa: SIM118
    injected = faulty = largest = messages = 0
    started = time.process_time()
    for _ in range(TITLES):
        text, name = title(rng), title(rng)
        sample = told(text, before=text, after=name)
        reader = replace(sample.subscriber, name=name)
        hostile = replace(
            sample,
            subscriber=reader,
            source=replace(sample.source, name=text, county=name),
            monitor=replace(sample.monitor, title=name),
        )
        for message, more in composed(hostile, text, name, now):
            wanted = sorted([*expected, *more])
            data = message_bytes(message)
            parsed = message_from_bytes(data, policy=policy.SMTP)
            injected += sorted(found.lower() for found in parsed.keys()) != wanted  # noqa: SIM118
            faulty += bool(message_faults(data, wanted)) or len(parsed["To"].addresses) != 1
            faulty += not data.isascii() or b"\n" in data.replace(b"\r\n", b"")
            largest, messages = max(largest, len(data)), messages + 1
    each = (time.process_time() - started) / messages * 1000
    print(
        f"titles {TITLES} messages {messages} injected {injected} faulty {faulty} largest {largest} bytes, "
        f"{each:.2f} ms of CPU a message"
    )
    return 1 if injected or faulty or largest >= LARGEST_MESSAGE else 0


if __name__ == "__main__":
    sys.exit(main())

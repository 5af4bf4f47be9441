"""Messages composed from 10,000 hostile titles and names: header injections, faults, milliseconds a message.

python -m benchmarks.mail_titles
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy

from alerts.headers import message_bytes, message_faults
from alerts.message import LARGEST_MESSAGE, compose
from alerts.settings import MailSettings
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


def main() -> int:
    rng, now = random.Random(20261123), datetime(2026, 11, 23, tzinfo=UTC)
    expected = sorted(name.lower() for name in compose(told(), SETTINGS, "<a@b>", now).keys())  # noqa: SIM118
    injected = faulty = largest = 0
    started = time.perf_counter()
    for _ in range(TITLES):
        text, name = title(rng), title(rng)
        sample = told(text, before=text, after=name)
        reader = replace(sample.subscriber, name=name)
        message = compose(replace(sample, subscriber=reader), SETTINGS, "<a@b>", now)
        data = message_bytes(message)
        parsed = message_from_bytes(data, policy=policy.SMTP)
        injected += sorted(found.lower() for found in parsed.keys()) != expected  # noqa: SIM118
        faulty += bool(message_faults(data, expected)) or len(parsed["To"].addresses) != 1
        largest = max(largest, len(data))
    each = (time.perf_counter() - started) / TITLES * 1000
    print(f"titles {TITLES} injected {injected} faulty {faulty} largest {largest} bytes, {each:.2f} ms a message")
    return 1 if injected or faulty or largest >= LARGEST_MESSAGE else 0


if __name__ == "__main__":
    sys.exit(main())

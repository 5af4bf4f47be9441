"""Reports of mail that came back, in the shapes that servers send them, and what they mean for an address."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alerts.returned import read_returned, standing
from monitors.records import Bounce, BounceKind, SubscriberState

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)

REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: bounces+7-0123456789abcdef01234567@lists.example.org
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; ana@b.test
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} said the server

--B
Content-Type: {copy}

From: visitwatch <list@example.org>
To: ana@b.test
Message-ID: <abc@list.example.org>
Subject: an alert

--B--
"""

COMPLAINT = """\
From: feedback@isp.example
To: abuse@lists.example.org
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="B"

--B
Content-Type: text/plain

This is an email abuse report.

--B
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1

--B
Content-Type: message/rfc822

From: visitwatch <list@example.org>
Message-ID: <abc@list.example.org>
Subject: an alert

words
--B--
"""


def report(status: str = "5.1.1", action: str = "failed", copy: str = "text/rfc822-headers") -> bytes:
    return REPORT.format(status=status, action=action, copy=copy).replace("\n", "\r\n").encode()


@pytest.mark.parametrize("copy", ["text/rfc822-headers", "message/rfc822"])
def test_a_failure_names_its_mail_and_where_it_came_to(copy: str) -> None:
    found = read_returned(report(copy=copy))
    assert found is not None
    assert found.kind is BounceKind.HARD and found.words == "5.1.1 smtp; 550 5.1.1 said the server"
    assert found.to == ("bounces+7-0123456789abcdef01234567@lists.example.org",)
    assert found.message_id == "<abc@list.example.org>"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("5.1.1", BounceKind.HARD),
        ("5.1.10", BounceKind.HARD),
        ("5.2.1", BounceKind.HARD),
        ("5.2.2", BounceKind.SOFT),
        ("4.4.1", BounceKind.SOFT),
        ("5.7.1", BounceKind.SOFT),
        ("5.1.8", BounceKind.SOFT),
        ("", BounceKind.SOFT),
    ],
)
def test_only_a_missing_mailbox_is_hard(status: str, kind: BounceKind) -> None:
    found = read_returned(report(status))
    assert found is not None and found.kind is kind


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_report_of_no_failure_is_none(action: str) -> None:
    assert read_returned(report(action=action)) is None


def test_a_complaint() -> None:
    found = read_returned(COMPLAINT.encode())
    assert found is not None and found.kind is BounceKind.COMPLAINT
    assert found.words == "abuse SomeGenerator/1.0" and found.message_id == "<abc@list.example.org>"


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"Subject: out of office\r\n\r\nI am away.", report()[:400]])
def test_anything_else_is_none(data: bytes) -> None:
    assert read_returned(data) is None


@example(b"Content-Type: a/b; c*\n\n")  # the standard library's parser of headers fails on it
@given(
    st.binary() | st.integers(0, len(report())).flatmap(lambda n: st.binary(max_size=9).map(lambda b: report()[:n] + b))
)
def test_no_bytes_are_too_broken(data: bytes) -> None:
    found = read_returned(data)
    assert found is None or found.kind in BounceKind


def bounce(kind: BounceKind, days: float) -> Bounce:
    return Bounce(1, kind, NOW - days * DAY, "")


@pytest.mark.parametrize(
    ("history", "state"),
    [
        ([], None),
        ([bounce(BounceKind.HARD, 0), bounce(BounceKind.HARD, 0.2)], None),
        ([bounce(BounceKind.HARD, 0), bounce(BounceKind.HARD, 1)], SubscriberState.BOUNCED),
        ([bounce(BounceKind.HARD, 0), bounce(BounceKind.HARD, 40)], None),
        ([bounce(BounceKind.SOFT, n) for n in range(9)], None),
        ([bounce(BounceKind.SOFT, n) for n in range(10)], SubscriberState.BOUNCED),
        ([bounce(BounceKind.SOFT, n * 2) for n in range(10)], None),
        ([bounce(BounceKind.COMPLAINT, 0)], SubscriberState.COMPLAINED),
    ],
)
def test_when_an_address_is_stopped(history: list[Bounce], state: SubscriberState | None) -> None:
    assert standing(history, NOW) is state

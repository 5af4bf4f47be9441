"""No text from a page may become a header, a recipient or a broken line."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.address import address_fault
from alerts.headers import message_bytes, message_faults, message_id, safe_header

HOSTILE = [
    "a\r\nBcc: evil@x.test",
    "=?utf-8?q?x=0D=0ABcc:_evil@x.test?=",
    "=?utf-8?b?eA0KQmNjOiBldmlsQHgudGVzdA==?=",
    "a\u2028Bcc: evil@x.test",
    "a\u0085Bcc: evil@x.test",
    "\u202egnp.exe",
    "lone \ud800 surrogate",
    "nul\x00byte",
    "x" * 2000,
    "{{7*7}} ${7*7} <script>alert(1)</script>",
    "==??utf-8?q?=0D=0ABcc:_a@b?=",
]


def built(subject: str) -> bytes:
    message = EmailMessage()
    message["From"] = "list@example.org"
    message["To"] = "reader@example.org"
    message["Subject"] = safe_header(subject)
    message.set_content("body")
    return message_bytes(message)


PIECES = ["=?", "?=", "utf-8?q?", "=0D=0A", "Bcc:", "\r\n", "\u2028", "é", "x@y"]
EXPECTED = ("From", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version")


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_one_subject(title: str) -> None:
    data = built(title)
    assert message_faults(data, EXPECTED) == []
    assert b"evil@x.test" not in b"".join(line for line in data.split(b"\r\n") if line.lower().startswith(b"bcc"))


def test_no_three_pieces_of_a_header_make_another_one() -> None:
    """Every way to put up to three of them together, several in one message: each in a header of its own."""
    titles = ["".join(pieces) for count in (1, 2, 3) for pieces in product(PIECES, repeat=count)]
    assert len(titles) == 819
    for start in range(0, len(titles), 91):
        message = EmailMessage()
        for number, title in enumerate(titles[start : start + 91]):
            message[f"X-Title-{number}"] = safe_header(title)
        assert message_faults(message_bytes(message), [f"X-Title-{number}" for number in range(91)]) == []


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_stays_one_subject(title: str) -> None:
    assert message_faults(built(title), EXPECTED) == []


def test_the_header_check_sees_what_the_library_lets_through() -> None:
    message = EmailMessage()
    message["From"] = "list@example.org"
    message["To"] = "reader@example.org"
    message["Subject"] = "fine"
    message["X-Extra"] = "added"
    message.set_content("body")
    assert message_faults(message_bytes(message), EXPECTED)


def test_a_header_is_cut_where_it_is_too_long() -> None:
    assert len(safe_header("word " * 200)) <= 150
    assert safe_header("word " * 200).endswith("…")


def test_message_id_is_the_same_for_the_same_alert_and_recipient() -> None:
    one = message_id("m|1|sha", "A@example.org", "list.example.org", "secret")
    assert one == message_id("m|1|sha", "a@example.org", "list.example.org", "secret")
    assert one != message_id("m|2|sha", "a@example.org", "list.example.org", "secret")
    assert one != message_id("m|1|sha", "a@example.org", "list.example.org", "another's guess")
    assert one.startswith("<") and one.endswith("@list.example.org>")


@pytest.mark.parametrize(
    "address",
    [
        "a@b\r\nRCPT TO:<x@y.test>", "a@t.test,x@t.test", "a@b@c.test", "a" * 65 + "@t.test",
        '"x y"@t.test',
        "a@tëst.org", "ä@t.test", "nobody", "a@", "@t.test", "a b@t.test", "a@t", "a@-t.test",
        "x@" + "a" * 260 + ".test",
    ],
)  # fmt: skip
def test_doubtful_addresses_are_refused_with_a_reason(address: str) -> None:
    assert address_fault(address)


@pytest.mark.parametrize(
    "address", ["you@example.org", "first.last+tag@sub.example.co.uk", "root@localhost", "x@xn--tst-jma.org"]
)
def test_plain_addresses_are_accepted(address: str) -> None:
    assert address_fault(address) is None


@pytest.mark.parametrize("length", range(60, 90))
def test_a_subject_begins_in_the_line_of_its_name(length: int) -> None:
    subject = ("[visitwatch] Neutral, minor: Willow County Jail: " + "a word " * 9)[:length].strip()
    data = built(subject)
    assert b"Subject: [visitwatch]" in data and max(map(len, data.split(b"\r\n"))) <= 78
    assert str(message_from_bytes(data, policy=policy.default)["Subject"]) == subject

"""What a mail says, in both of its parts."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from alerts.headers import message_bytes
from alerts.message import LARGEST_BODY, compose, identity_for
from alerts.settings import MailSettings
from tests.unit.alerts.samples import told
from tests.unit.alerts.test_headers import HOSTILE

SETTINGS = MailSettings(
    sender="visitwatch <list@example.org>", list_id="list.example.org", base_url="https://vw.example"
)
NOW = datetime(2026, 3, 4, 9, 13, tzinfo=UTC)
STATED = [
    "Video visit price up from $9.00 to $12.00",
    "Alder County Jail",
    "US-OH",
    "between 3 March 2026 09:10 UTC and 4 March 2026 09:12 UTC",
    "price of a video visit: $9.00 → $12.00",
    "What visits cost",
    "a price rose by more than a tenth",
    "https://alder.example/visiting",
    "https://vw.example/changes/7",
    "all topics; all places; severity minor and above",
    "Refunds are not given.",
]


def parts(headline: str = "Video visit price up from $9.00 to $12.00", **texts: str) -> tuple[str, str]:
    message = compose(told(headline, **texts), SETTINGS, identity_for("k", "reader@example.org", SETTINGS), NOW)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None and html is not None
    return text.get_content(), html.get_content()


def words_of(html: str) -> str:
    attributes = " ".join(re.findall(r'href="([^"]*)"', html))
    return unescape(" ".join(re.sub(r"<[^>]+>", "", html.split("</style>")[1]).split()) + " " + attributes)


@pytest.mark.parametrize("fact", STATED)
def test_text_and_html_state_the_same_facts(fact: str) -> None:
    text, html = parts()
    assert fact in " ".join(text.split())
    assert fact in words_of(html)


def test_words_are_marked_without_colour() -> None:
    text, html = parts()
    assert "[-$9.00-]" in text and "{+$12.00+}" in text
    assert "[Removed: $9.00]" in words_of(html) and "[Added: $12.00]" in words_of(html)


def test_subject_tells_direction_severity_source_and_what() -> None:
    message = compose(told(), SETTINGS, "<x@list.example.org>", NOW)
    assert str(message["Subject"]) == (
        "[visitwatch] Restrictive, major: Alder County Jail: Video visit price up from $9.00 to $12.00"
    )
    assert message["To"].addresses[0].addr_spec == "reader@example.org"
    assert message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_changes_nothing_but_the_words(hostile: str) -> None:
    message = compose(told(hostile, before=hostile, after=f"{hostile} more"), SETTINGS, "<x@list.example.org>", NOW)
    html = message.get_body(("html",))
    assert html is not None and "<script>" not in html.get_content()
    assert len(message["To"].addresses) == 1
    assert not re.search(rb"^bcc:", message_bytes(message), re.IGNORECASE | re.MULTILINE)


def test_a_huge_diff_is_cut_and_links_to_the_page() -> None:
    long = "Visits are held on Sunday in the hall. " * 20_000
    message = compose(told(before=long, after="Visits ended. " + long), SETTINGS, "<x@list.example.org>", NOW)
    assert len(message_bytes(message)) < LARGEST_BODY
    assert "https://vw.example/changes/7" in message_bytes(message).decode()


def test_no_line_leaves_smtp() -> None:
    data = message_bytes(compose(told(before="a\r\n.\r\nMAIL FROM:<x@y.test>", after="b"), SETTINGS, "<x@y.z>", NOW))
    assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")

"""Exceptions and headers into values, without a network."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from scrapy.exceptions import DownloadFailedError
from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure as TwistedFailure
from twisted.web.client import ResponseNeverReceived

from crawler.failures import FetchError, from_exception, from_status, is_transient, parse_retry_after
from monitors.records import FailureKind

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "date", "wait"),
    [
        ("", "", None),
        ("120", "", timedelta(seconds=120)),
        (" 5 ", "", timedelta(seconds=5)),
        ("0", "", timedelta(0)),
        ("-5", "", None),
        ("99999999", "", timedelta(hours=24)),
        ("9" * 20, "", timedelta(hours=24)),
        ("9" * 5_000, "", timedelta(hours=24)),
        ("1.5", "", None),
        ("Mon, 23 Nov 2026 12:10:00 GMT", "", timedelta(minutes=10)),
        ("Mon, 23 Nov 2026 12:10:00 GMT", "Mon, 23 Nov 2026 12:09:00 GMT", timedelta(minutes=1)),
        ("Mon, 23 Nov 2026 11:00:00 GMT", "", timedelta(0)),
        ("Monday, 23-Nov-26 12:10:00 GMT", "", timedelta(minutes=10)),
        ("tomorrow", "", None),
    ],
)
def test_retry_after(value: str, date: str, wait: timedelta | None) -> None:
    assert parse_retry_after(value, date, NOW) == wait


def test_a_cause_deeper_down_decides() -> None:
    class ResponseFailed(Exception):
        reasons = ()

    class VerificationError(Exception):
        pass

    outer = ResponseFailed("connection lost")
    outer.__cause__ = VerificationError("wrong host")
    failed = from_exception(outer, "https://example.org/", NOW)
    assert failed.kind is FailureKind.TLS
    assert "wrong host" in failed.message


def test_reasons_of_twisted_are_looked_through() -> None:
    class Reason:
        value = TimeoutError("too late")

    class ResponseNeverReceived(Exception):
        reasons = (Reason(),)

    assert from_exception(ResponseNeverReceived(), "https://x/", NOW).kind is FailureKind.TIMEOUT


def test_a_connection_that_is_closed_is_told_in_our_words_and_not_as_a_librarys_list() -> None:
    outer = DownloadFailedError("[<twisted.python.failure.Failure ConnectionDone: closed cleanly.>]")
    outer.__cause__ = ResponseNeverReceived([TwistedFailure(ConnectionDone())])
    failed = from_exception(outer, "https://x/", NOW)
    assert failed.kind is FailureKind.CONNECT
    assert failed.message == "https://x/: the connection was closed without an answer."


def test_an_unknown_exception_is_other_and_asks_to_be_reported() -> None:
    failed = from_exception(ZeroDivisionError("a\r\nb"), "https://example.org/", NOW)
    assert failed.kind is FailureKind.OTHER
    assert failed.message == "https://example.org/: unexpected ZeroDivisionError: a b; please report this."


def test_only_broken_connections_and_names_are_worth_a_second_try() -> None:
    assert is_transient(ConnectionRefusedError())
    assert not is_transient(TimeoutError())
    assert not is_transient(FetchError(FailureKind.ROBOTS, "no"))


def test_a_bot_wall_is_named() -> None:
    failed = from_status(403, "https://example.org/", {"cf-mitigated": "challenge"}, NOW)
    assert "bot wall" in failed.message


def test_a_status_message_tells_how_long_to_wait() -> None:
    failed = from_status(429, "https://example.org/", {"retry-after": "7200"}, NOW)
    assert failed.message.endswith("it asks us to wait 2 h.")
    assert failed.retry_after == timedelta(hours=2)

"""A mail whose headers the standard library's parser fails on is read all the same."""

from __future__ import annotations

import pytest

from alerts.incoming import parsed
from alerts.leaving import read_leaving
from alerts.tokens import LEAVE, make_token

BROKEN = ["Content-Type: a/b; c*", "Content-Type: ;x*"]


@pytest.mark.parametrize("broken", BROKEN)
def test_what_the_other_headers_say_is_read(broken: str) -> None:
    assert parsed(f"{broken}\r\nSubject: hello\r\n\r\nbody".encode())["Subject"] == "hello"


@pytest.mark.parametrize("broken", ["", *(f"{line}\r\n" for line in BROKEN)])
def test_a_reader_leaves_by_such_a_mail_too(broken: str) -> None:
    mail = f"{broken}Subject: unsubscribe {make_token('secret', LEAVE, 7)}\r\n\r\n"
    assert read_leaving(mail.encode(), "secret") == 7

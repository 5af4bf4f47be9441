"""Mail over a real SMTP server that can misbehave."""

from __future__ import annotations

import mailbox
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from alerts.channels.channel import Deferred, Down, Refused, Sent
from alerts.channels.email import EmailChannel
from alerts.channels.maildir import MaildirChannel
from alerts.message import compose
from alerts.settings import MailSettings
from tests.certificates import self_signed
from tests.mailserver import MailServer
from tests.unit.alerts.samples import told


def settings(port: int, **values: object) -> MailSettings:
    return MailSettings(
        **{
            "sender": "visitwatch <list@example.org>",
            "smtp_host": "127.0.0.1",
            "smtp_port": port,
            "smtp_tls": "none",
            "timeout": 5.0,
            **values,
        }  # type: ignore[arg-type]
    )


def message() -> EmailMessage:
    return compose(told(), MailSettings(sender="visitwatch <list@example.org>"), "<x@list.test>", datetime.now(UTC))


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


def test_one_message_goes_to_one_recipient(server: MailServer) -> None:
    channel = EmailChannel(settings(server.port))
    assert channel.send(message()) == Sent()
    assert channel.send(message()) == Sent()
    channel.close()
    assert [envelope.rcpt_tos for envelope in server.envelopes] == [["reader@example.org"]] * 2
    assert server.messages[0]["Message-ID"] == "<x@list.test>"


def test_a_refused_recipient_is_refused_for_good_and_the_next_message_goes_out(server: MailServer) -> None:
    server.refuse["reader@example.org"] = ["550 5.1.1 no such user", "250 OK"]
    channel = EmailChannel(settings(server.port))
    assert isinstance(channel.send(message()), Refused)
    server.refuse.clear()
    assert channel.send(message()) == Sent()
    channel.close()


def test_greylisting_is_put_off(server: MailServer) -> None:
    server.refuse["reader@example.org"] = ["451 4.7.1 try again later"]
    channel = EmailChannel(settings(server.port))
    result = channel.send(message())
    channel.close()
    assert isinstance(result, Deferred) and "451" in result.error


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("451 later", Deferred), ("552 too large", Refused), ("554 no", Refused), ("421 busy", Deferred)],
)
def test_answers_to_the_message_itself(server: MailServer, answer: str, kind: type) -> None:
    server.data = [answer]
    channel = EmailChannel(settings(server.port))
    assert isinstance(channel.send(message()), kind)
    assert channel.send(message()) == Sent()
    channel.close()


def test_a_connection_lost_after_the_message_is_put_off(server: MailServer) -> None:
    server.drop_after_data = 1
    channel = EmailChannel(settings(server.port))
    assert isinstance(channel.send(message()), Deferred)
    assert channel.send(message()) == Sent()
    channel.close()
    assert {m["Message-ID"] for m in server.messages} == {"<x@list.test>"}


def test_no_server_is_down() -> None:
    with MailServer() as gone:
        port = gone.port
    result = EmailChannel(settings(port)).send(message())
    assert isinstance(result, Down) and f"127.0.0.1:{port}" in result.error


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_is_down_and_names_the_setting() -> None:
    with MailServer(password="right") as server:
        result = EmailChannel(settings(server.port, smtp_user="us", smtp_password="wrong")).send(message())
        assert isinstance(result, Down) and "smtp_user" in result.error
        good = EmailChannel(settings(server.port, smtp_user="us", smtp_password="right"))
        assert good.send(message()) == Sent()
        good.close()


def test_a_server_without_the_tls_we_ask_for_gets_nothing(server: MailServer) -> None:
    result = EmailChannel(settings(server.port, smtp_tls="starttls")).send(message())
    assert isinstance(result, Down)
    assert server.envelopes == []


def test_an_untrusted_certificate_gets_nothing(tmp_path: Path) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*self_signed(tmp_path, "127.0.0.1"))
    with MailServer(tls=context) as server:
        result = EmailChannel(settings(server.port, smtp_tls="starttls")).send(message())
        assert isinstance(result, Down) and "certificate" in result.error.lower()
        assert server.envelopes == []


def test_the_local_mailbox_takes_what_smtp_would(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mail"
    assert MaildirChannel(folder).send(message()) == Sent()
    assert [m["Message-ID"] for m in mailbox.Maildir(folder)] == ["<x@list.test>"]


def test_a_mailbox_that_cannot_be_written_is_down(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here is no folder")
    result = MaildirChannel(blocked / "mail").send(message())
    assert isinstance(result, Down) and str(blocked) in result.error

"""Mail over a real SMTP server that can misbehave."""

from __future__ import annotations

import mailbox
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from alerts.channels.channel import Deferred, Down, InDoubt, Parcel, Refused, Sent
from alerts.channels.email import EmailChannel
from alerts.channels.maildir import MaildirChannel
from alerts.message import compose
from alerts.settings import MailSettings
from tests.certificates import self_signed
from tests.mailserver import MailServer, SlowServer
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
    assert channel.send(Parcel(message(), "list@example.org")) == Sent()
    assert channel.send(Parcel(message(), "list@example.org")) == Sent()
    channel.close()
    assert {envelope.mail_from for envelope in server.envelopes} == {"list@example.org"}
    assert [envelope.rcpt_tos for envelope in server.envelopes] == [["reader@example.org"]] * 2
    assert server.messages[0]["Message-ID"] == "<x@list.test>"


def test_a_refused_recipient_is_refused_for_good_and_the_next_message_goes_out(server: MailServer) -> None:
    server.refuse["reader@example.org"] = ["550 5.1.1 no such user", "250 OK"]
    channel = EmailChannel(settings(server.port))
    assert isinstance(channel.send(Parcel(message(), "list@example.org")), Refused)
    server.refuse.clear()
    assert channel.send(Parcel(message(), "list@example.org")) == Sent()
    channel.close()


def test_greylisting_is_put_off(server: MailServer) -> None:
    server.refuse["reader@example.org"] = ["451 4.7.1 try again later"]
    channel = EmailChannel(settings(server.port))
    result = channel.send(Parcel(message(), "list@example.org"))
    channel.close()
    assert isinstance(result, Deferred) and "451" in result.error


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("451 later", Deferred), ("552 too large", Refused), ("554 no", Refused), ("421 busy", Deferred)],
)
def test_answers_to_the_message_itself(server: MailServer, answer: str, kind: type) -> None:
    server.data = [answer]
    channel = EmailChannel(settings(server.port))
    assert isinstance(channel.send(Parcel(message(), "list@example.org")), kind)
    assert channel.send(Parcel(message(), "list@example.org")) == Sent()
    channel.close()


@pytest.mark.parametrize(
    ("where", "kind"), [("rcpt", Deferred), ("data", Deferred), ("in data", InDoubt), ("after data", InDoubt)]
)
def test_what_a_lost_connection_means_depends_on_the_step(server: MailServer, where: str, kind: type) -> None:
    """A short message is with the kernel at once, so of one that was cut short only the server knows."""
    server.drop = [where]
    channel = EmailChannel(settings(server.port))
    assert isinstance(channel.send(Parcel(message(), "list@example.org")), kind)
    assert channel.send(Parcel(message(), "list@example.org")) == Sent()
    channel.close()
    assert [m["Message-ID"] for m in server.messages] == ["<x@list.test>"] * (2 if where == "after data" else 1)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("550 5.1.1 no such user", Refused("550 5.1.1 no such user", no_mailbox=True)),
        ("550 no such user", Refused("550 no such user", no_mailbox=True)),
        ("550 5.2.1 disabled", Refused("550 5.2.1 disabled", no_mailbox=True)),
        ("550 5.7.1 blocked by policy", Refused("550 5.7.1 blocked by policy")),
        ("554 not here", Refused("554 not here")),
        ("552 5.2.2 mailbox full", Deferred("552 5.2.2 mailbox full")),
        ("450 4.2.0 greylisted", Deferred("450 4.2.0 greylisted")),
    ],
)
def test_only_a_mailbox_that_is_not_there_counts_against_the_address(
    server: MailServer, answer: str, expected: Refused | Deferred
) -> None:
    server.refuse["reader@example.org"] = [answer]
    channel = EmailChannel(settings(server.port))
    assert channel.send(Parcel(message(), "list@example.org")) == expected
    channel.close()


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("550 5.7.1 sender refused", Down("the mail server refuses our sender: 550 5.7.1 sender refused", True)),
        ("451 4.7.1 slow down", Down("the mail server takes nothing now: 451 4.7.1 slow down")),
        ("552 5.3.4 too large", Refused("552 5.3.4 too large")),
        ("530 5.7.0 login first", Down("the mail server refuses our sender: 530 5.7.0 login first", True)),
    ],
)
def test_a_refused_sender_is_no_fault_of_the_message(server: MailServer, answer: str, kind: Refused | Down) -> None:
    server.mail = [answer]
    channel = EmailChannel(settings(server.port))
    assert channel.send(Parcel(message(), "list@example.org")) == kind
    assert channel.send(Parcel(message(), "list@example.org")) == Sent()
    channel.close()


def test_a_server_that_closes_with_421_is_asked_again_over_a_new_connection(server: MailServer) -> None:
    server.refuse["reader@example.org"] = ["421 4.3.2 closing", "250 OK"]
    channel = EmailChannel(settings(server.port))
    result = channel.send(Parcel(message(), "list@example.org"))
    assert isinstance(result, Deferred) and "421 4.3.2 closing" in result.error
    server.refuse.clear()
    assert channel.send(Parcel(message(), "list@example.org")) == Sent()
    channel.close()


@pytest.mark.parametrize(("tls", "greeting"), [("none", b"220-" + b"x" * 5000), ("none", b""), ("tls", b"")])
def test_a_server_that_drips_or_stalls_is_left_after_the_time_limit(tls: str, greeting: bytes) -> None:
    with SlowServer(greeting) as slow:
        result = EmailChannel(settings(slow.port, timeout=0.3, smtp_tls=tls)).send(
            Parcel(message(), "list@example.org")
        )
    assert isinstance(result, Down) and not result.for_operator


def test_a_greeting_that_turns_us_away_is_for_the_operator() -> None:
    with SlowServer(b"554 5.7.1 you are on a list\r\n", pause=0.0) as rude:
        result = EmailChannel(settings(rude.port)).send(Parcel(message(), "list@example.org"))
    assert isinstance(result, Down) and result.for_operator and "you are on a list" in result.error


def test_lines_that_begin_with_a_dot_arrive_as_they_were(server: MailServer) -> None:
    dotted = message()
    dotted.set_payload(".one\r\n..two\r\n.\r\nRSET\r\n")
    channel = EmailChannel(settings(server.port))
    assert channel.send(Parcel(dotted, "list@example.org")) == Sent()
    channel.close()
    assert (server.envelopes[0].original_content or b"").endswith(b"\r\n.one\r\n..two\r\n.\r\nRSET\r\n")


def test_no_server_is_down() -> None:
    with MailServer() as gone:
        port = gone.port
    result = EmailChannel(settings(port)).send(Parcel(message(), "list@example.org"))
    assert isinstance(result, Down) and f"127.0.0.1:{port}" in result.error


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_is_down_and_names_the_setting() -> None:
    with MailServer(password="right") as server:
        result = EmailChannel(settings(server.port, smtp_user="us", smtp_password="wrong")).send(
            Parcel(message(), "list@example.org")
        )
        assert isinstance(result, Down) and "smtp_user" in result.error and result.for_operator
        good = EmailChannel(settings(server.port, smtp_user="us", smtp_password="right"))
        assert good.send(Parcel(message(), "list@example.org")) == Sent()
        good.close()


def test_a_server_without_the_tls_we_ask_for_gets_nothing(server: MailServer) -> None:
    result = EmailChannel(settings(server.port, smtp_tls="starttls")).send(Parcel(message(), "list@example.org"))
    assert isinstance(result, Down)
    assert server.envelopes == []


def test_an_untrusted_certificate_gets_nothing(tmp_path: Path) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*self_signed(tmp_path, "127.0.0.1"))
    with MailServer(tls=context) as server:
        result = EmailChannel(settings(server.port, smtp_tls="starttls")).send(Parcel(message(), "list@example.org"))
        assert isinstance(result, Down) and "certificate" in result.error.lower()
        assert server.envelopes == []


def test_the_local_mailbox_takes_what_smtp_would(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mail"
    assert MaildirChannel(folder).send(Parcel(message(), "list@example.org")) == Sent()
    assert [m["Message-ID"] for m in mailbox.Maildir(folder)] == ["<x@list.test>"]


def test_a_mailbox_that_cannot_be_written_is_down(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here is no folder")
    result = MaildirChannel(blocked / "mail").send(Parcel(message(), "list@example.org"))
    assert isinstance(result, Down) and str(blocked) in result.error


def test_an_empty_folder_that_the_operator_made_becomes_a_mailbox(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    assert MaildirChannel(tmp_path / "mail").send(Parcel(message(), "list@example.org")) == Sent()
    assert [m["Message-ID"] for m in mailbox.Maildir(tmp_path / "mail")] == ["<x@list.test>"]

"""A real SMTP server for tests (aiosmtpd), which keeps what it takes and can be told to misbehave."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.ports import free_port


@dataclass
class MailServer:
    """`with MailServer() as server: ...; server.messages`.

    refuse: answers by recipient, such as {"a@b.test": "550 no such user"}, a list is used up in order;
    mail: answers to MAIL, data: answers to the message itself, both used up in order;
    drop: where the connection is cut, used up in order: "rcpt", "data" (before it), "in data", "after data";
    taking: called while a message is taken; password: only this one logs in ("" = no login offered).
    """

    refuse: dict[str, list[str]] = field(default_factory=dict)
    mail: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    drop: list[str] = field(default_factory=list)
    taking: Callable[[], object] | None = None
    password: str = ""
    tls: ssl.SSLContext | None = None
    envelopes: list[Envelope] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._controller = _Controller(
            self,
            _Handler(self),
            hostname="127.0.0.1",
            port=free_port(),
            authenticator=self._authenticate if self.password else None,
            auth_require_tls=False,
            auth_required=bool(self.password),
            tls_context=self.tls,
        )
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    @property
    def port(self) -> int:
        return int(self._controller.port)

    @property
    def messages(self) -> list[EmailMessage]:
        """The messages taken, each parsed once."""
        return [_parsed(envelope) for envelope in self.envelopes]

    @property
    def recipients(self) -> list[str]:
        """The recipients of all transactions, in order."""
        return [recipient for envelope in self.envelopes for recipient in envelope.rcpt_tos]

    def _authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password.decode() == self.password, handled=False)


def _parsed(envelope: Any) -> EmailMessage:
    if not hasattr(envelope, "parsed"):
        envelope.parsed = message_from_bytes(envelope.original_content or b"", policy=policy.default)
    parsed: EmailMessage = envelope.parsed
    return parsed


class _Controller(Controller):
    def __init__(self, server: MailServer, *arguments: Any, **options: Any) -> None:
        self.faulty = server
        super().__init__(*arguments, **options)

    def factory(self) -> SMTP:
        return _Protocol(self.faulty, self.handler, **self.SMTP_kwargs)


class _Protocol(SMTP):
    """Cuts the connection where it is told to."""

    def __init__(self, server: MailServer, *arguments: Any, **options: Any) -> None:
        self.faulty = server
        super().__init__(*arguments, **options)

    def cuts(self, where: str) -> bool:
        if self.faulty.drop[:1] != [where]:
            return False
        self.faulty.drop.pop(0)
        self.transport.abort()
        return True

    async def smtp_RCPT(self, arg: str) -> None:
        if not self.cuts("rcpt"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:
        if self.cuts("data"):
            return
        if self.faulty.drop[:1] == ["in data"]:
            await self.push("354 go ahead")
            await self._reader.readline()
            self.cuts("in data")
            return
        await super().smtp_DATA(arg)


@dataclass
class _Handler:
    server: MailServer

    async def handle_RCPT(
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answers = self.server.refuse.get(address)
        answer = (answers.pop(0) if len(answers) > 1 else answers[0]) if answers else "250 OK"
        if not answer.startswith("2"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.server.mail and not (answer := self.server.mail.pop(0)).startswith("2"):
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        if self.server.data:
            answer = self.server.data.pop(0)
            if not answer.startswith("2"):
                return answer
        if self.server.taking is not None:
            self.server.taking()
        self.server.envelopes.append(envelope)
        server.cuts("after data")
        return "250 OK"


@dataclass
class SlowServer:
    """Greets with these bytes, one each `pause` seconds, and then says nothing more."""

    greeting: bytes = b""
    pause: float = 0.05

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def _serve(self) -> None:
        with suppress(OSError):
            while not self._stop.is_set():
                connection, _ = self._listener.accept()
                with connection, suppress(OSError):
                    for byte in self.greeting:
                        connection.sendall(bytes([byte]))
                        self._stop.wait(self.pause)
                    connection.settimeout(None)
                    while connection.recv(1024):
                        pass

"""A real SMTP server for tests (aiosmtpd), which keeps what it takes and can be told to misbehave."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session


@dataclass
class MailServer:
    """`with MailServer() as server: ...; server.messages`.

    refuse: answers by recipient, such as {"a@b.test": "550 no such user"}, a list is used up in order;
    data: answers to the message itself, used up in order; password: only this one logs in ("" = no login offered).
    """

    refuse: dict[str, list[str]] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    password: str = ""
    tls: ssl.SSLContext | None = None
    envelopes: list[Envelope] = field(default_factory=list)
    drop_after_data: int = 0

    def __enter__(self) -> Self:
        self._controller = Controller(
            _Handler(self),
            hostname="127.0.0.1",
            port=_free_port(),
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
        """The messages taken, parsed."""
        return [message_from_bytes(e.original_content or b"", policy=policy.default) for e in self.envelopes]  # type: ignore[misc]

    @property
    def recipients(self) -> list[str]:
        """The recipients of all transactions, in order."""
        return [recipient for envelope in self.envelopes for recipient in envelope.rcpt_tos]

    def _authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password.decode() == self.password, handled=False)


@dataclass
class _Handler:
    server: MailServer

    async def handle_RCPT(
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answers = self.server.refuse.get(address)
        if answers:
            return answers.pop(0) if len(answers) > 1 else answers[0]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        if self.server.data:
            answer = self.server.data.pop(0)
            if not answer.startswith("2"):
                return answer
        self.server.envelopes.append(envelope)
        if self.server.drop_after_data:
            self.server.drop_after_data -= 1
            server.transport.abort()
        return "250 OK"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

"""Mail over SMTP: one recipient per transaction, one connection per round, TLS checked, nothing downgraded.

The steps of a transaction are taken one by one, because what a lost connection means depends on the step: before the
final dot the message was not taken, after it nobody knows.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from email.message import EmailMessage
from typing import Any

from alerts.channels.channel import Deferred, Down, InDoubt, Parcel, Refused, Result, Sent
from alerts.channels.time_limit import TimeLimit
from alerts.headers import message_bytes
from alerts.settings import MailSettings
from alerts.status_codes import STATUS, full_mailbox, no_mailbox

AUTHENTICATION_CODES = {530, 534, 535, 538}
TOO_LARGE = 552
CLOSING = 421
# What RFC 5321 says of a recipient where no enhanced status code says more.
NO_MAILBOX_CODES = {550, 551, 553}


class EmailChannel:
    """Keeps its connection over messages and makes it anew where the server closed it.

    A connection, and each transaction, may take settings.timeout in all, however slowly the server drips its answers.
    """

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._server: smtplib.SMTP | None = None

    def send(self, parcel: Parcel) -> Result:
        server = self._reach()
        if isinstance(server, Down):
            return server
        with TimeLimit(self._settings.timeout) as limit:
            limit.watch(server)
            return self._transact(server, parcel.message, parcel.return_path)

    def connect(self) -> Down | None:
        """Connect and log in, and say why that fails; for who asks before anything is to be sent."""
        reached = self._reach()
        return reached if isinstance(reached, Down) else None

    def _reach(self) -> smtplib.SMTP | Down:
        try:
            with TimeLimit(self._settings.timeout) as limit:
                return self._connected(limit)
        except ssl.SSLCertVerificationError as error:
            return Down(f"{self._place()} has no certificate we can trust: {_words(error)}", for_operator=True)
        except smtplib.SMTPNotSupportedError as error:
            return Down(f"{self._place()} does not offer what is configured: {_words(error)}", for_operator=True)
        except smtplib.SMTPResponseException as error:
            return _refused_login(error, self._place())
        except (OSError, smtplib.SMTPException) as error:
            return Down(f"{self._place()} can't be reached: {_words(error)}")

    def close(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            try:
                with TimeLimit(self._settings.timeout) as limit:
                    limit.watch(server)
                    server.quit()
            except (OSError, smtplib.SMTPException):
                server.close()

    def _transact(self, server: smtplib.SMTP, message: EmailMessage, return_path: str) -> Result:
        data = message_bytes(message)
        recipient = message["To"].addresses[0].addr_spec
        try:
            refusal = _envelope(server, return_path, recipient, len(data))
            if refusal is not None:
                self._reset(server)
                return refusal
            server.send(_dotted(data))
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Deferred(f"connection lost before the message was handed over: {_words(error)}")
        try:
            code, words = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return InDoubt(f"connection lost after the message was handed over: {_words(error)}")
        if code == CLOSING:
            self._drop()
        return Sent() if code == 250 else _by_code(code, words)

    def _connected(self, limit: TimeLimit) -> smtplib.SMTP:
        if self._server is None:
            self._server = self._connect(limit)
        return self._server

    def _connect(self, limit: TimeLimit) -> smtplib.SMTP:
        s = self._settings
        server: smtplib.SMTP
        # Made only where it is used: reading the system's certificates takes 60 ms.
        if s.smtp_tls == "tls":
            context = ssl.create_default_context()
            server = _WatchedTLS(limit, s.smtp_host, s.smtp_port, timeout=s.timeout, context=context)
        else:
            server = _Watched(limit, s.smtp_host, s.smtp_port, timeout=s.timeout)
        try:
            if s.smtp_tls == "starttls":
                server.starttls(context=ssl.create_default_context())
            if s.smtp_user:
                server.login(s.smtp_user, s.smtp_password)
        except BaseException:
            server.close()
            raise
        return server

    def _reset(self, server: smtplib.SMTP) -> None:
        """Make the connection ready for the next message; a server that hangs up after its refusal has refused."""
        try:
            server.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def _drop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def _place(self) -> str:
        return f"the mail server {self._settings.smtp_host}:{self._settings.smtp_port}"


class _Watched(smtplib.SMTP):
    """Lets the limit see the connection from its first byte on: the constructor already reads the greeting."""

    def __init__(self, limit: TimeLimit, *arguments: Any, **options: Any) -> None:
        limit.watch(self)
        super().__init__(*arguments, **options)


class _WatchedTLS(_Watched, smtplib.SMTP_SSL):
    """The same, under TLS from the start."""


def _envelope(server: smtplib.SMTP, return_path: str, recipient: str, size: int) -> Result | None:
    """MAIL, RCPT and DATA; None when the server waits for the message itself."""
    server.ehlo_or_helo_if_needed()
    code, words = _open(server.mail(return_path, [f"size={size}"] if server.has_extn("size") else []))
    if code != 250:
        return _sender_answer(code, words)
    code, words = _open(server.rcpt(recipient))
    if code not in (250, 251):
        return _recipient_answer(code, words)
    code, words = _open(server.docmd("DATA"))
    return None if code == 354 else _by_code(code, words)


def _open(answer: tuple[int, bytes]) -> tuple[int, bytes]:
    """The answer, unless it says that the connection ends with it."""
    if answer[0] == CLOSING:
        raise smtplib.SMTPServerDisconnected(_said(*answer))
    return answer


def _dotted(data: bytes) -> bytes:
    """The message as DATA takes it: lines that begin with a dot get another one, and the final dot stands alone."""
    quoted = re.sub(rb"(?m)^\.", b"..", data)
    return quoted + (b"" if quoted.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _refused_login(error: smtplib.SMTPResponseException, place: str) -> Down:
    said = _said(error.smtp_code, error.smtp_error)
    if isinstance(error, smtplib.SMTPAuthenticationError) or error.smtp_code in AUTHENTICATION_CODES:
        if 400 <= error.smtp_code < 500:
            return Down(f"{place} can't check our password just now: {said}")
        return Down(f"{place} refused our name or password ({said}); check mail.smtp_user", for_operator=True)
    return Down(f"{place} takes no mail from us: {said}", for_operator=error.smtp_code >= 500)


def _sender_answer(code: int, words: bytes) -> Result:
    """A refused MAIL is about our sender or the server and so meets every message, save where it is about the size."""
    said = _said(code, words)
    if code == TOO_LARGE:
        return Refused(said)
    if 500 <= code < 600:
        return Down(f"the mail server refuses our sender: {said}", for_operator=True)
    return Down(f"the mail server takes nothing now: {said}")


def _recipient_answer(code: int, words: bytes) -> Result:
    result = _by_code(code, words)
    if not isinstance(result, Refused):
        return result
    said = result.error.partition(" ")[2]
    if full_mailbox(said):
        return Deferred(result.error)
    gone = no_mailbox(said) if STATUS.match(said) else code in NO_MAILBOX_CODES
    return Refused(result.error, no_mailbox=gone)


def _by_code(code: int, words: bytes) -> Result:
    """4yz: later. 5yz: never, unless it is about our own login. Anything else is no SMTP: later."""
    said = _said(code, words)
    if code in AUTHENTICATION_CODES:
        return Down(f"the mail server wants another login: {said}", for_operator=True)
    return Refused(said) if 500 <= code < 600 else Deferred(said)


def _said(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(f"{code} {text}".split())


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__

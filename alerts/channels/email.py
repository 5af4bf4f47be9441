"""Mail over SMTP: one recipient per transaction, one connection per round, TLS checked, nothing downgraded."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import parseaddr

from alerts.channels.channel import Deferred, Down, Refused, Result, Sent
from alerts.headers import message_bytes
from alerts.settings import MailSettings

AUTHENTICATION_CODES = {530, 534, 535, 538}


class EmailChannel:
    """Keeps its connection over messages and makes it anew where the server closed it."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._server: smtplib.SMTP | None = None

    def send(self, message: EmailMessage) -> Result:
        try:
            server = self._connected()
        except smtplib.SMTPAuthenticationError as error:
            return Down(f"{self._place()} refused our name or password ({error.smtp_code}); check mail.smtp_user")
        except (OSError, smtplib.SMTPException) as error:
            return Down(f"{self._place()} can't be reached: {_words(error)}")
        return self._transact(server, message)

    def close(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            try:
                server.quit()
            except (OSError, smtplib.SMTPException):
                server.close()

    def _transact(self, server: smtplib.SMTP, message: EmailMessage) -> Result:
        sender = parseaddr(self._settings.sender)[1]
        recipient = message["To"].addresses[0].addr_spec
        try:
            server.sendmail(sender, [recipient], message_bytes(message))
        except smtplib.SMTPRecipientsRefused as error:
            code, reply = next(iter(error.recipients.values()))
            return _by_code(code, reply)
        except smtplib.SMTPResponseException as error:
            self._drop()
            return _by_code(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Deferred(f"connection lost while sending: {_words(error)}")
        return Sent()

    def _connected(self) -> smtplib.SMTP:
        if self._server is None:
            self._server = self._connect()
        return self._server

    def _connect(self) -> smtplib.SMTP:
        s = self._settings
        context = ssl.create_default_context()
        server: smtplib.SMTP
        if s.smtp_tls == "tls":
            server = smtplib.SMTP_SSL(s.smtp_host, s.smtp_port, timeout=s.timeout, context=context)
        else:
            server = smtplib.SMTP(s.smtp_host, s.smtp_port, timeout=s.timeout)
        try:
            if s.smtp_tls == "starttls":
                server.starttls(context=context)
            if s.smtp_user:
                server.login(s.smtp_user, s.smtp_password)
        except BaseException:
            server.close()
            raise
        return server

    def _drop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def _place(self) -> str:
        return f"the mail server {self._settings.smtp_host}:{self._settings.smtp_port}"


def _by_code(code: int, reply: bytes | str) -> Result:
    """4yz: later. 5yz: never, unless it is about our own login."""
    words = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    said = f"{code} {words}"
    if code in AUTHENTICATION_CODES:
        return Down(f"the mail server wants another login: {said}")
    return Refused(said) if 500 <= code < 600 else Deferred(said)


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__

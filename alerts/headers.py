"""Text from hostile pages made safe for mail headers, and proof that a message holds the headers we meant.

Measured on Python 3.11.7: a subject that contains an encoded word such as =?utf-8?q?x=0D=0ABcc:_a@b?= serialises to a
real Bcc header, although plain line breaks are refused. So encoded words are broken up before they reach the library,
and every message is parsed back before it may leave.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterable
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

LONGEST_HEADER = 150
FOR_MACHINES = {
    "message-id", "list-unsubscribe", "list-archive", "list-help", "list-unsubscribe-post", "in-reply-to", "references",
}  # fmt: skip
LONGEST_LINE = 998  # RFC 5322, without CRLF


def safe_header(text: str, limit: int = LONGEST_HEADER) -> str:
    """One line without control, format or surrogate characters and without encoded words, at most limit characters."""
    visible = "".join(
        " " if unicodedata.category(c)[0] == "C" or unicodedata.category(c) in ("Zl", "Zp") else c for c in text
    )
    line = " ".join(visible.replace("=?", "= ?").split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def message_id(key: str, address: str, domain: str, secret: str) -> str:
    """The same id for the same alert and recipient, for ever: a repeat is recognisable as one. secret: the
    installation's; who could make the id of a mail they never got could report it as bounced or as spam."""
    digest = hmac.digest(secret.encode(), f"{key}|{address.lower()}".encode(), "sha256").hex()[:40]
    return f"<{digest}@{domain}>"


class _Wire(policy.EmailPolicy):
    """As SMTP takes it, with headers that hold addresses for machines in one line. The library folds a long word
    by making encoded words of it, and no mail program would find the address to leave in those."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in FOR_MACHINES:
            return f"{name}: {value}\r\n".encode("ascii")
        return _begun_beside_its_name(super().fold_binary(name, value), self.max_line_length or LONGEST_LINE)


def _begun_beside_its_name(folded: bytes, longest: int) -> bytes:
    """A header whose text starts in the line of its name. The library leaves that line empty where the whole text fits
    into the next one; mail programs then show a subject with a space before it, filters take it for an empty one."""
    name, break_, rest = folded.partition(b":\r\n ")
    if not break_ or b"\r\n" in name:
        return folded
    line, end, more = rest.partition(b"\r\n")
    cut = line.rfind(b" ", 0, longest - len(name) - 1)
    return name + b": " + line[:cut] + end + line[cut:] + end + more if cut > 0 else folded


WIRE = _Wire(linesep="\r\n", max_line_length=78)


def message_bytes(message: EmailMessage) -> bytes:
    """The message as it goes out: CRLF line ends only."""
    return message.as_bytes(policy=WIRE)


def message_faults(data: bytes, expected: Iterable[str]) -> list[str]:
    """What is wrong with serialised bytes; an empty list means it may be sent.

    expected: the names of all headers that the message must have, each once; nothing else is allowed at its top level.
    """
    parsed = BytesParser(policy=policy.compat32).parsebytes(data, headersonly=True)
    found = sorted(name.lower() for name in parsed.keys())  # noqa: SIM118 - a Message is no dict: keys() repeats names
    wanted = sorted(name.lower() for name in expected)
    faults = [f"headers are {found}, not {wanted}"] if found != wanted else []
    if b"\r" in data.replace(b"\r\n", b"") or b"\n" in data.replace(b"\r\n", b""):
        faults.append("a bare CR or LF")
    if any(len(line) > LONGEST_LINE for line in data.split(b"\r\n")):
        faults.append(f"a line over {LONGEST_LINE} bytes")
    return faults

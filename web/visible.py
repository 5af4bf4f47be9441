"""What a page smuggled in, made visible; and which of its addresses may become links.

Everything that leaves the web room as HTML passes through `visible` (the templates' finalizer) and then through
Jinja's escaping, so that no title or passage hides, reorders or closes anything.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

LONGEST_URL = 2048

_MAY_BE_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
# Joiners belong to the spelling of Persian, Indic scripts and emoji; between Latin letters they only hide something.
_JOINERS = "\u200c\u200d"
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_LATIN = re.compile(r"[\n\t\x20-\x7e\xa0-\xac\xae-\u024f]*")


def visible(text: str) -> str:
    """The same text with control, format and private-use characters as ⟨U+202E⟩; line ends and tabs stay."""
    if _LATIN.fullmatch(text):
        return text
    return "".join(_shown(text, at) for at in range(len(text)))


def external(url: str) -> str | None:
    """The address if a link may lead there: http or https, a host, no user name, nothing unprintable; else None."""
    if not url or len(url) > LONGEST_URL or _NOT_IN_ADDRESSES.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None


def plain_host(url: str) -> str:
    """The host in the ASCII form that name servers are asked for, where it differs from how it is written, else "":
    letters of another script that look like Latin ones give themselves away there."""
    try:
        host = urlsplit(url).hostname or ""
        return "" if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""


def _shown(text: str, at: int) -> str:
    character = text[at]
    if character in "\n\t" or unicodedata.category(character) not in _MAY_BE_UNSEEN:
        return character
    if character in _JOINERS and not text[max(0, at - 1) : at + 2].replace(character, "").isascii():
        return character
    return f"⟨U+{ord(character):04X}⟩"

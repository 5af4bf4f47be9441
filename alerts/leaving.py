"""How a reader leaves: one click (RFC 8058) where readers reach us over https, a mail everywhere. And how they change
what they get."""

from __future__ import annotations

import re
from email.utils import parseaddr
from urllib.parse import quote

from alerts.incoming import parsed
from alerts.settings import MailSettings
from alerts.tokens import LEAVE, PREFERENCES, make_token, read_token


def way_out(settings: MailSettings, subscription_id: int) -> str:
    """The link at a message's foot: a page with a button, or a mail to send where there is no such page."""
    return _page(settings, subscription_id) or _mail(settings, subscription_id)


def leave_headers(settings: MailSettings, subscription_id: int) -> dict[str, str]:
    """List-Unsubscribe, and List-Unsubscribe-Post where a POST to its address is enough. Mail programs post only to
    https addresses, so elsewhere the promise is not made."""
    page, mail = _page(settings, subscription_id), _mail(settings, subscription_id)
    if not page:
        return {"List-Unsubscribe": f"<{mail}>"}
    return {"List-Unsubscribe": f"<{page}>, <{mail}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def preferences_page(settings: MailSettings, subscriber_id: int) -> str:
    """The link to the reader's own page, "" where readers can't reach one."""
    if not settings.secret or not settings.base_url.startswith("https://"):
        return ""
    return f"{settings.base_url}/preferences/{make_token(settings.secret, PREFERENCES, subscriber_id)}"


def read_leaving(data: bytes, secret: str) -> int | None:
    """The subscription that a mail asks to end, by the token that our mailto links put into its subject; else None.
    An automatic answer asks for nothing, whatever subject it repeats (RFC 3834)."""
    message = parsed(data)
    if str(message.get("Auto-Submitted", "no")).strip().lower() != "no":
        return None
    found = re.fullmatch(r"\s*unsubscribe\s+(\S+)\s*", str(message.get("Subject", "")), re.IGNORECASE)
    return read_token(secret, LEAVE, found.group(1)) if found else None


def _page(settings: MailSettings, subscription_id: int) -> str:
    if not settings.secret or not settings.base_url.startswith("https://"):
        return ""
    return f"{settings.base_url}/leave/{make_token(settings.secret, LEAVE, subscription_id)}"


def _mail(settings: MailSettings, subscription_id: int) -> str:
    to = parseaddr(settings.reply_to or settings.sender)[1]
    token = make_token(settings.secret, LEAVE, subscription_id) if settings.secret else ""
    return f"mailto:{to}?subject={quote(f'unsubscribe {token}'.strip())}"

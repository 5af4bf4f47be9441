"""Alerts as signed JSON to an address of the operator's choosing; the outbox retries.

    POST URL
    Visitwatch-Event: change.created
    Visitwatch-Delivery: <…>            the same for every try
    Visitwatch-Signature: t=1764100000,v1=HEX

HEX is the HMAC-SHA256 of "t.body" with the channel's key (`visitwatch channels list` shows it).
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import urllib.error
import urllib.request
from typing import Any

from alerts.channels.channel import Deferred, InDoubt, Parcel, Refused, Result, Sent

GONE, TOO_LARGE = 410, 413
LONGEST_ANSWER = 200


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A receiver that moved is the operator's to correct: what is signed for one address goes to no other."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class WebhookChannel:
    """Posts one parcel at a time. key: what the receiver checks the signature with; timeout: seconds of silence."""

    def __init__(self, url: str, key: str, timeout: float) -> None:
        self._url, self._key, self._timeout = url, key, timeout
        self._opener = urllib.request.build_opener(_NoRedirects)

    def send(self, parcel: Parcel) -> Result:
        try:
            with self._opener.open(self._request(parcel), timeout=self._timeout) as answer:
                answer.read(LONGEST_ANSWER)
            return Sent()
        except urllib.error.HTTPError as error:
            with error:
                said = f"HTTP {error.code} {error.reason}"
            return Refused(said) if error.code in (GONE, TOO_LARGE) else Deferred(said)
        except TimeoutError as error:
            return InDoubt(f"no answer: {error}")
        except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
            return Deferred(f"can't be reached: {error}")

    def close(self) -> None:
        """Nothing is held open between parcels."""

    def _request(self, parcel: Parcel) -> urllib.request.Request:
        body = json.dumps(parcel.facts, ensure_ascii=False).encode("utf-8", "replace")
        at = int(parcel.message["Date"].datetime.timestamp())
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "visitwatch",
            "Visitwatch-Event": str(parcel.facts["event"]),
            "Visitwatch-Delivery": str(parcel.facts["id"]),
            "Visitwatch-Signature": f"t={at},v1={signature(self._key, at, body)}",
        }
        return urllib.request.Request(self._url, body, headers, method="POST")  # noqa: S310 - the schema is checked in the configuration


def signature(key: str, at: int, body: bytes) -> str:
    """What proves that a body came from us at that time (seconds since 1970)."""
    return hmac.new(key.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def webhook_key(secret: str, name: str) -> str:
    """The signing key of a channel, made of the installation's secret."""
    return hmac.new(secret.encode(), f"webhook|{name}".encode(), hashlib.sha256).hexdigest()

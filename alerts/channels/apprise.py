"""Alerts to Slack, Teams, Matrix, Discord and what else an Apprise URL can name. Needs the optional `apprise`."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from typing import Any

from alerts.channels.channel import Deferred, Down, Parcel, Result, Sent
from alerts.telling import in_short

MISSING = "needs the package apprise: pip install 'visitwatch[apprise]'"


class AppriseChannel:
    """One Apprise URL."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._room: Any = None

    def send(self, parcel: Parcel) -> Result:
        title, body = in_short(parcel.facts)
        try:
            # Text, not markup: what a page says must format nothing and mention nobody.
            sent = self._open().notify(title=title, body=body, body_format="text", interpret_escapes=False)
        except ImportError:
            return Down(MISSING, for_operator=True)
        except Exception as error:  # the library has a plug-in for each service, and each fails in its own way
            return Deferred(f"{type(error).__name__}: {error}")
        return Sent() if sent else Deferred("the service did not take it")

    def close(self) -> None:
        """Nothing is held open between parcels."""

    def _open(self) -> Any:
        if self._room is None:
            import apprise

            logging.getLogger("apprise").setLevel(logging.CRITICAL)  # it logs URLs, which hold secrets
            self._room = apprise.Apprise()
            self._room.add(self._url)
        return self._room


def apprise_fault(url: str) -> str | None:
    """Why this URL can't be used, or None."""
    if find_spec("apprise") is None:
        return MISSING
    import apprise

    return None if apprise.Apprise.instantiate(url, suppress_exceptions=True) else "is no URL that Apprise knows"

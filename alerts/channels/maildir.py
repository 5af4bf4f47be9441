"""The local mailbox: what would be mailed lies in a Maildir until SMTP is set up."""

from __future__ import annotations

import mailbox
from pathlib import Path

from alerts.channels.channel import Down, Parcel, Result, Sent
from alerts.headers import message_bytes


class MaildirChannel:
    """Writes each message to a Maildir; the library writes to tmp/ and renames, so no reader sees half a mail."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, parcel: Parcel) -> Result:
        try:
            # The library makes these only with the folder itself, which an operator may have made.
            for part in ("tmp", "new", "cur"):
                (self._folder / part).mkdir(parents=True, exist_ok=True, mode=0o700)
            box = mailbox.Maildir(self._folder)
            box.add(message_bytes(parcel.message).replace(b"\r\n", b"\n"))
        except OSError as error:
            return Down(f"the mailbox {self._folder} can't be written: {error.strerror or error}")
        return Sent()

    def close(self) -> None:
        """Nothing is held open between messages."""

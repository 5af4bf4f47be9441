"""Alerts on the terminal or in the log of whoever runs us."""

from __future__ import annotations

import sys
from typing import TextIO

from alerts.channels.channel import Deferred, Parcel, Result, Sent
from alerts.telling import in_short


class ConsoleChannel:
    """Writes to a stream, stderr by default: stdout belongs to what commands print."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream

    def send(self, parcel: Parcel) -> Result:
        title, lines = in_short(parcel.facts)
        text = "".join(
            c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in f"{title}\n{lines}\n"
        )
        try:
            stream = self._stream or sys.stderr
            stream.write(text)
            stream.flush()
        except (OSError, ValueError) as error:
            return Deferred(f"the console can't be written: {error}")
        return Sent()

    def close(self) -> None:
        """The stream is not ours to close."""

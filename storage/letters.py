"""Letters: mails that tell something else than one alert, each written once with its delivery."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from monitors.records import Letter
from storage.engine import insert_new
from storage.mail_tables import letters
from storage.outbox import owe_letter
from storage.rows import to_text


def put_letter(connection: Connection, letter: Letter, message_id: str, due: datetime | None = None) -> Letter | None:
    """Write a letter and owe it, due at once or at a time; None where a letter of that key was written before."""
    row = {
        "kind": letter.kind,
        "key": letter.key,
        "subscriber_id": letter.subscriber_id or None,
        "subscription_id": letter.subscription_id or None,
        "at": letter.at,
        "record": to_text(letter),
    }
    number = connection.scalar(insert_new(connection, letters).returning(letters.c.id), row)
    if number is None:
        return None
    owe_letter(connection, number, message_id, letter.at, due or letter.at)
    return replace(letter, id=number)

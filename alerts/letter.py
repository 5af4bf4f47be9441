"""Letters: mails that tell something else than one alert."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage

from alerts.envelope import Envelope, build
from alerts.settings import MailSettings
from alerts.wording import moment
from monitors.records import Letter

MOST_LINES = 25


def compose_letter(letter: Letter, settings: MailSettings, identity: str, now: datetime) -> EmailMessage:
    """The message of a letter. Raises UnsafeMessage as alerts.envelope.build does."""
    envelope = Envelope(letter.address, letter.name, letter_subject(letter, settings), identity, now)
    return build(envelope, settings, letter.kind.value, _notice_facts(letter, settings), {})


def letter_subject(letter: Letter, settings: MailSettings) -> str:
    """How many troubles are new and over, and the first of them."""
    counts = [f"{len(letter.lines)} new"] if letter.lines else []
    counts += [f"{len(letter.recovered)} over"] if letter.recovered else []
    first = [*letter.lines, *letter.recovered][0]
    return f"[{settings.list_name}] For the operator: {', '.join(counts)}: {first}"


def _notice_facts(letter: Letter, settings: MailSettings) -> dict[str, object]:
    return {
        "new": letter.lines[:MOST_LINES],
        "more_new": max(0, len(letter.lines) - MOST_LINES),
        "over": letter.recovered[:MOST_LINES],
        "more_over": max(0, len(letter.recovered) - MOST_LINES),
        "at": moment(letter.at),
        "status_url": f"{settings.base_url}/status",
        "settings": settings,
    }

"""Letters: mails that tell something else than one alert."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage

from alerts.asking import GOOD_FOR, asked_words
from alerts.envelope import Envelope, build, list_headers
from alerts.leaving import leave_headers, preferences_page, way_out
from alerts.message import since_words
from alerts.passages import one_line
from alerts.settings import MailSettings
from alerts.wording import moment
from monitors.records import Letter, Subscriber, Subscription

MOST_LINES = 25


def compose_notice(letter: Letter, settings: MailSettings, identity: str, now: datetime) -> EmailMessage:
    """What is new and what is over, for the operator. Raises UnsafeMessage as alerts.envelope.build does."""
    envelope = Envelope(letter.address, letter.name, _notice_subject(letter, settings), identity, now)
    return build(envelope, settings, "notice", _notice_facts(letter, settings), {})


def compose_confirm(letter: Letter, settings: MailSettings, identity: str, now: datetime, token: str) -> EmailMessage:
    """The question whether mail is wanted. token: made for this mail; only its hash is kept.

    Raises UnsafeMessage as alerts.envelope.build does.
    """
    subject = f"[{settings.list_name}] Please confirm that you want mail from us"
    facts = {
        "asked": letter.lines[0],
        "at": moment(letter.at),
        "until": moment(now + GOOD_FOR),
        "link": f"{settings.base_url}/confirm/{token}",
        "settings": settings,
    }
    return build(Envelope(letter.address, letter.name, subject, identity, now), settings, "confirm", facts, {})


def compose_correction(
    letter: Letter, reader: Subscriber, wish: Subscription, settings: MailSettings, identity: str, now: datetime
) -> EmailMessage:
    """That an alert was wrong, as an answer to the mail that told it. Raises UnsafeMessage as alerts.envelope.build
    does."""
    told, *note = letter.lines
    facts = {
        "told": one_line(told),
        "note": one_line(" ".join(note)),
        "change_url": f"{settings.base_url}/changes/{letter.change_id}",
        "asked": asked_words(wish),
        "since": since_words(reader),
        "settings": settings,
        "leave": way_out(settings, wish.id),
        "preferences": preferences_page(settings, reader.id),
    }
    linked = {"In-Reply-To": letter.replies_to, "References": letter.replies_to} if letter.replies_to else {}
    headers = list_headers(settings) | leave_headers(settings, wish.id) | linked
    subject = f"[{settings.list_name}] Correction, not so: {letter.title}"
    return build(Envelope(reader.address, reader.name, subject, identity, now), settings, "correction", facts, headers)


def _notice_subject(letter: Letter, settings: MailSettings) -> str:
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

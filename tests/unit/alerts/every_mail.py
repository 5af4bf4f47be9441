"""One mail of every kind that the product sends, as its readers get them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from alerts.gathered import Addressed, compose_gathered
from alerts.letter import compose_confirm, compose_correction, compose_notice
from alerts.message import Told, compose
from alerts.settings import MailSettings
from monitors.records import (
    Direction,
    Letter,
    LetterKind,
    Severity,
    Unseen,
    Watch,
)
from tests.unit.alerts.samples import told

NOW = datetime(2026, 3, 4, 9, 13, tzinfo=UTC)
SETTINGS = MailSettings(
    sender="Visit watch <visits@example.org>",
    list_name="Visit watch",
    list_id="visits.example.org",
    base_url="https://visits.example.org",
    postal_address="Example Group, 1 Main Street, Columbus OH 43004",
    secret="of this installation",
)
WORDS = {
    Direction.RESTORATIVE: ("Free video visits per week up from 1 to 2", "One video visit a week is free.",
                            "Two video visits a week are free."),
    Direction.MIXED: ("In-person visits are back, by appointment only", "Visits in person are suspended.",
                      "Visits in person have started again. Book three days ahead."),
}  # fmt: skip


def every_mail() -> dict[str, EmailMessage]:
    """By name: alert, digest, storm, overflow, heartbeat, correction, confirm, notice."""
    one = told()
    reader, wish = one.subscriber, one.subscription
    unseen = (
        Unseen("Visiting rules", "Shelby County Jail", NOW - timedelta(days=2), "the site has an error"),
        Unseen("Video visits", "Harris County Jail", NOW - timedelta(days=9), "the site blocks programs like ours"),
    )
    watch = Watch(NOW - timedelta(days=1), 111, 107, 2, unseen)
    other = [_other(one, Direction.RESTORATIVE, "US-TX", "Harris County Jail"),
             _other(one, Direction.MIXED, "US-OH", "Birch County Jail")]  # fmt: skip

    def gathered(letter: Letter, *members: Told) -> EmailMessage:
        return compose_gathered(Addressed(letter, reader, wish, members), SETTINGS, "<a@visits.example.org>", NOW)

    def letter(kind: LetterKind, title: str = "", *lines: str) -> Letter:
        return Letter(kind, "k", NOW, reader.address, title=title, lines=lines, watch=watch, change_id=7)

    why = "So many changes at once often mean that a site was rebuilt. Here they are in one mail."
    return {
        "alert": compose(one, SETTINGS, "<a@visits.example.org>", NOW),
        "digest": gathered(letter(LetterKind.DIGEST, "Your day to 4 March 2026"), one, *other),
        "storm": gathered(letter(LetterKind.STORM, "300 pages of alder.example changed together", why), *[one] * 300),
        "overflow": gathered(letter(LetterKind.OVERFLOW, "More of the last hour"), *other),
        "heartbeat": gathered(letter(LetterKind.HEARTBEAT)),
        "correction": compose_correction(
            letter(LetterKind.CORRECTION, f"{one.source.name}: {one.alert.headline}",
                   f"On 4 March 2026 we told you of {one.source.name} (Visiting the jail): {one.alert.headline}",
                   "The price was a typo of the page; it is $9 as before."),
            reader, wish, SETTINGS, "<c@visits.example.org>", NOW,
        ),
        "confirm": compose_confirm(
            letter(LetterKind.CONFIRM, "", "topics prices; places Texas; severity minor and above"),
            SETTINGS, "<c@visits.example.org>", NOW, "x" * 22,
        ),
        "notice": compose_notice(
            letter(LetterKind.NOTICE, "", "no mail goes out: the mail server smtp.example.org:587 refused our name or "
                   "password (535 5.7.8 authentication failed); check mail.smtp_user"),
            SETTINGS, "<c@visits.example.org>", NOW,
        ),
    }  # fmt: skip


def _other(one: Told, direction: Direction, place: str, source: str) -> Told:
    headline, before, after = WORDS[direction]
    change = replace(one.change, passages=(replace(one.change.passages[0], before=before, after=after),))
    alert = replace(one.alert, headline=headline, direction=direction, severity=Severity.MINOR)
    return replace(
        one, alert=alert, change=change, source=replace(one.source, jurisdiction=place, name=source, county="")
    )

"""Several alerts in one mail: a digest by state and direction, a storm with its members, or the word that all is quiet.

Each digest says how the watching itself went: silence about a page means nothing while the page can't be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

from alerts.asking import asked_words
from alerts.cadence import zone_of
from alerts.envelope import Envelope, build, list_headers
from alerts.headers import message_bytes
from alerts.leaving import leave_headers, preferences_page, way_out
from alerts.message import LARGEST_MESSAGE, Told, since_words, told_members
from alerts.passages import Room, one_line, shown
from alerts.settings import MailSettings
from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, interval_words, moment
from monitors.places import place_name
from monitors.records import Direction, Letter, LetterKind, Severity, Subscriber, Subscription, Watch

# Members shown and, of each, passages and characters; the first in which the whole message fits is taken.
SIZES = ((60, Room(2, 300)), (60, Room(1, 160)), (120, Room(0, 0)), (60, Room(0, 0)), (25, Room(0, 0)))

FEW = 5  # so many are seen at a glance
MOST_URGENT, URGENT_ROOM = 10, Room(1, 300)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A letter with whom it goes to, because of which wish, and what it tells."""

    letter: Letter
    reader: Subscriber
    wish: Subscription
    members: Sequence[Told] = ()


def compose_gathered(mail: Addressed, settings: MailSettings, identity: str, now: datetime) -> EmailMessage:
    """The message, at most LARGEST_MESSAGE bytes long. Raises UnsafeMessage as alerts.envelope.build does."""
    envelope = Envelope(mail.reader.address, mail.reader.name, gathered_subject(mail, settings), identity, now)
    headers = list_headers(settings) | leave_headers(settings, mail.wish.id)
    for most, room in SIZES:
        message = build(envelope, settings, "gathered", _facts(mail, settings, most, room), headers)
        if len(message_bytes(message)) < LARGEST_MESSAGE:
            break
    return message


def gathered_subject(mail: Addressed, settings: MailSettings) -> str:
    """What it is, how many changes, and how many of them restrict."""
    return f"[{settings.list_name}] {_title(mail)}"


def _title(mail: Addressed) -> str:
    letter, members = mail.letter, told_members(mail.members)
    title = one_line(letter.title)[:300]
    if letter.kind is LetterKind.HEARTBEAT:
        return "Nothing that you asked for changed; we are still watching"
    ways = [told.alert.direction for told in members]
    counts = [(ways.count(way), DIRECTION_WORDS[way].title.lower()) for way in Direction if way in ways]
    critical = sum(one.alert.severity is Severity.CRITICAL for one in members)
    told = f"{_changes(len(members))}{f', {critical} critical' if critical else ''}: " + ", ".join(
        f"{count} {word}" for count, word in counts
    )
    if letter.kind is LetterKind.STORM:
        return f"{title} ({told})"
    return f"{title}: {told}" if members else title


def _changes(count: int) -> str:
    return "1 change" if count == 1 else f"{count} changes"


def _facts(mail: Addressed, settings: MailSettings, most: int, room: Room) -> dict[str, object]:
    """Everything that both parts of the message state."""
    listed = told_members(mail.members)
    # Where there is no room for all, the gravest are kept, wherever their state stands in the alphabet.
    members = sorted(sorted(listed, key=_gravity)[:most], key=_order)
    zone = zone_of(mail.wish.zone)
    return {
        "title": _title(mail),
        "lines": [one_line(line) for line in mail.letter.lines],
        "urgent": _urgent(members, settings, room) if len(members) > FEW else [],
        "places": _by_place(members, settings, room, mail.wish),
        "more": len(listed) - len(members),
        "changes_url": f"{settings.base_url}/changes",
        "status_url": f"{settings.base_url}/status",
        "watch": _watch(mail.letter.watch, mail.wish) if mail.letter.watch else None,
        "at": moment(mail.letter.at, zone),
        "asked": asked_words(mail.wish),
        "since": since_words(mail.reader),
        "settings": settings,
        "leave": way_out(settings, mail.wish.id),
        "preferences": preferences_page(settings, mail.reader.id),
    }


def _gravity(told: Told) -> tuple[int, int, int]:
    """The gravest first, of those what restricts."""
    alert = told.alert
    return -alert.severity.rank, list(Direction).index(alert.direction), alert.id


def _urgent(members: Sequence[Told], settings: MailSettings, room: Room) -> list[dict[str, object]]:
    """The critical ones in short, so that nobody has to find them among forty; with the words that decided each where
    there is no room for words below."""
    critical = sorted((told for told in members if told.alert.severity is Severity.CRITICAL), key=_gravity)
    return [
        {
            "way": DIRECTION_WORDS[told.alert.direction].title,
            "source": f"{one_line(told.source.name)}, {place_name(told.source.jurisdiction)}",
            "headline": one_line(told.alert.headline)[:300],
            "url": f"{settings.base_url}/changes/{told.change.id}",
            "passages": [] if room.passages else shown(told.change, URGENT_ROOM)[0],
        }
        for told in critical[:MOST_URGENT]
    ]


def _order(told: Told) -> tuple[str, int, int, int]:
    """By state, then what restricts first, then the gravest first."""
    ways = list(Direction)
    alert = told.alert
    return place_name(told.source.jurisdiction), ways.index(alert.direction), -alert.severity.rank, alert.id


def _by_place(
    members: Sequence[Told], settings: MailSettings, room: Room, wish: Subscription
) -> list[dict[str, object]]:
    """The members under their state and direction, in the order they come. A direction is explained where it comes
    first."""
    places: list[dict[str, object]] = []
    ways: list[dict[str, object]] = []
    explained: set[Direction] = set()
    for told in members:
        way = told.alert.direction
        place, words = place_name(told.source.jurisdiction), DIRECTION_WORDS[way]
        if not places or places[-1]["name"] != place:
            ways = []
            places.append({"name": place, "ways": ways})
        if not ways or ways[-1]["name"] != words.title:
            ways.append({"name": words.title, "explained": "" if way in explained else words.explained, "members": []})
            explained.add(way)
        listed = ways[-1]["members"]
        assert isinstance(listed, list)
        listed.append(_member(told, settings, room, wish))
    return places


def _member(told: Told, settings: MailSettings, room: Room, wish: Subscription) -> dict[str, object]:
    passages, _ = shown(told.change, room)
    place = one_line(told.source.county)
    return {
        "headline": one_line(told.alert.headline)[:300],
        "severity": SEVERITY_WORDS[told.alert.severity],
        "source": one_line(told.source.name) + (f", {place}" if place else ""),
        "page": (one_line(told.monitor.title) or one_line(told.monitor.url))[:200],
        "seen": interval_words(told.change.since, told.change.at, zone_of(wish.zone)),
        "url": f"{settings.base_url}/changes/{told.change.id}",
        "passages": passages,
    }


def _watch(watch: Watch, wish: Subscription) -> dict[str, object]:
    """The honesty block."""
    zone = zone_of(wish.zone)
    unseen = [
        {"title": one_line(one.title)[:150], "source": one_line(one.source)[:150], "since": moment(one.since, zone),
         "why": one_line(one.why)[:200]}
        for one in watch.unseen
    ]  # fmt: skip
    return {
        "since": moment(watch.since, zone),
        "monitors": watch.monitors,
        "checked": watch.checked,
        "never": watch.never,
        "unseen": unseen,
        "failing": len(unseen) + watch.more_unseen,
        "more": watch.more_unseen,
    }

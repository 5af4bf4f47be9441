"""What programs and chat rooms are told: the facts of a mail under stable names, and the same in a few lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from alerts.message import Told, told_members
from alerts.passages import Room, one_line, shown
from alerts.settings import MailSettings
from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS
from monitors.records import Letter, LetterKind

PASSAGES = Room(10, 2_000)
MOST_CHANGES = 500
IN_SHORT = 3
LONGEST_LINE = 300
# The names under which programs know letters; an alert is "change.created".
EVENTS = {
    LetterKind.DIGEST: "digest",
    LetterKind.OVERFLOW: "digest",
    LetterKind.STORM: "storm",
    LetterKind.HEARTBEAT: "heartbeat",
    LetterKind.CORRECTION: "change.corrected",
    LetterKind.CONFIRM: "confirm",
    LetterKind.NOTICE: "notice",
}


def alert_facts(told: Told, settings: MailSettings, identity: str) -> dict[str, Any]:
    """One alert. id: the same for every try, so that a receiver can pass over what it has; times are ISO 8601, UTC."""
    return {"event": "change.created", "id": identity, "list": settings.list_name, "change": _change(told, settings)}


def letter_facts(letter: Letter, members: Sequence[Told], settings: MailSettings, identity: str) -> dict[str, Any]:
    """A letter with the alerts that it tells."""
    facts: dict[str, Any] = {"event": EVENTS[letter.kind], "id": identity, "list": settings.list_name}
    facts["title"] = one_line(letter.title)
    facts["lines"] = [one_line(line) for line in letter.lines]
    facts["changes"] = [_change(one, settings) for one in told_members(members)[:MOST_CHANGES]]
    if letter.change_id:
        facts["corrects"] = {"id": letter.change_id, "url": f"{settings.base_url}/changes/{letter.change_id}"}
        facts["replies_to"] = letter.replies_to
    if letter.watch is not None:
        watch = letter.watch
        facts["watch"] = {
            "since": _time(watch.since),
            "monitors": watch.monitors,
            "checked": watch.checked,
            "never": watch.never,
            "unseen": [
                {"title": one.title, "source": one.source, "since": _time(one.since), "why": one.why}
                for one in watch.unseen
            ],
            "more_unseen": watch.more_unseen,
        }
    return facts


def in_short(facts: Mapping[str, Any]) -> tuple[str, str]:
    """A title and a few lines of plain text, for people in a chat room or at a terminal."""
    event, changes = facts["event"], facts.get("changes", [])
    if event == "change.created":
        change = facts["change"]
        return _headline(change), "\n".join(_lines(change))
    title = facts.get("title") or "Nothing changed; we are still watching"
    if event == "change.corrected":
        return f"Correction, not so: {title}", "\n".join([*facts["lines"], facts["corrects"]["url"]])
    lines = [*facts.get("lines", [])]
    lines += [f"{_headline(change)}\n{change['url']}" for change in changes[:20]]
    lines += [f"and {len(changes) - 20} more"] if len(changes) > 20 else []
    watch = facts.get("watch")
    if watch:
        failing = len(watch["unseen"]) + watch["more_unseen"]
        lines.append(f"{watch['checked']} of {watch['monitors']} watched pages were seen; {failing} can't be seen now")
    return title, "\n".join(lines)


def _headline(change: Mapping[str, Any]) -> str:
    way = DIRECTION_WORDS[change["direction"]].title
    return f"{way}, {SEVERITY_WORDS[change['severity']]}: {change['source']['name']}: {change['headline']}"


def _lines(change: Mapping[str, Any]) -> list[str]:
    found = []
    for passage in change["passages"][:IN_SHORT]:
        if passage["before"]:
            found.append(f"Removed: {passage['before'][:LONGEST_LINE]}")
        if passage["after"]:
            found.append(f"Added: {passage['after'][:LONGEST_LINE]}")
    return [*found, change["url"]]


def _change(told: Told, settings: MailSettings) -> dict[str, Any]:
    change, alert, source, reading = told.change, told.alert, told.source, told.change.reading
    passages, more = shown(change, PASSAGES)
    return {
        "id": change.id,
        "url": f"{settings.base_url}/changes/{change.id}",
        "page": one_line(change.url or told.monitor.url),
        "monitor": told.monitor.id,
        "title": one_line(told.monitor.title),
        "source": {
            "id": source.id, "name": one_line(source.name), "kind": source.kind.value,
            "jurisdiction": source.jurisdiction, "county": one_line(source.county),
        },
        "at": _time(change.at),
        "since": _time(change.since) if change.since else None,
        "kind": change.kind.value,
        "direction": alert.direction.value,
        "severity": alert.severity.value,
        "topics": [topic.value for topic in alert.topics],
        "headline": one_line(alert.headline),
        "facts": [{"name": fact.name, "before": fact.before, "after": fact.after} for fact in reading.facts],
        "passages": [{"before": _text(p.old), "after": _text(p.new), "where": p.where} for p in passages],
        "more_passages": more,
    }  # fmt: skip


def _text(pieces: Sequence[Any]) -> str:
    return "".join(piece.text for piece in pieces)


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

"""`visitwatch channels`: where alerts go beside mail, and whether it works."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from alerts.channels.channel import Parcel, Sent
from alerts.channels.webhook import webhook_key
from alerts.envelope import Envelope, build
from alerts.message import Told
from alerts.telling import alert_facts
from app.config import ConfigError
from app.groups import Group
from app.installation import installation, utc_now
from app.output import out, print_json, print_table, safe
from app.ways import open_channel
from monitors.records import (
    Alert,
    Cause,
    Change,
    Direction,
    Grade,
    Monitor,
    Reading,
    Severity,
    Source,
    SourceKind,
    Subscriber,
    Subscription,
)


@click.group(
    "channels", cls=Group, help="Where alerts go beside mail: list, test. They are configured as [[channel]] tables."
)
def channels_command() -> None:
    pass


@channels_command.command("list", help="Every channel; of webhooks the key that proves our signature.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def channels_list(path: Path, /, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        settings = here.mail()
    rows = [(one.name, one.kind, _key(settings.secret, one.name, one.kind)) for one in settings.channels]
    if as_json:
        for name, kind, key in rows:
            print_json({"name": name, "kind": kind, "key": key or None})
        return 0
    print_table("Channels", ("name", "kind", "key"), rows, "No channels beside mail; docs/how-to/alerts.md shows some.")
    return 0


def _key(secret: str, name: str, kind: str) -> str:
    return webhook_key(secret, name) if kind == "webhook" else ""


@channels_command.command("test", help="Send one message that says it is a test.")
@click.argument("name")
@click.pass_obj
def channels_test(path: Path, /, name: str) -> int:
    with installation(path, synchronise=False) as here:
        settings = here.mail()
    chosen = next((one for one in settings.channels if one.name == name), None)
    if chosen is None:
        raise ConfigError([f'channel "{name}" is not configured; `visitwatch channels list` shows them'])
    told = _test_alert()
    envelope = Envelope(chosen.address, "", "A test", f"<test@{settings.list_id}>", told.change.at)
    facts = {"new": ["A test of this channel."], "more_new": 0, "over": [], "more_over": 0, "at": "now",
             "status_url": f"{settings.base_url}/status", "settings": settings}  # fmt: skip
    message = build(envelope, settings, "notice", facts, {})
    sample = alert_facts(told, settings, f"<test@{settings.list_id}>")
    sample["change"]["url"] = f"{settings.base_url}/status"  # a change that does not exist has no page
    parcel = Parcel(message, "", sample)
    channel = open_channel(chosen, settings)
    result = channel.send(parcel)
    channel.close()
    if isinstance(result, Sent):
        out.print(f"{safe(name)}: sent")
        return 0
    out.print(f"{safe(name)}: [red]not sent[/red]: {safe(result.error)}")
    return 1


def _test_alert() -> Told:
    now = utc_now()
    words = "This is a test of the channel; no page changed"
    change = Change("test", now, now - timedelta(hours=1), 0, 0, Cause.CONTENT, Grade.HIGH, (), Reading(True))
    return Told(
        Alert(0, now, words, Direction.NEUTRAL, Severity.MINOR, ()),
        change,
        Monitor("test", "test", "https://example.org/"),
        Source("test", "visitwatch", SourceKind.NEWS, "US"),
        Subscriber("test@localhost"),
        Subscription(0),
    )

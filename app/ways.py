"""The channels beside mail: which there are, how one is made, and that the outbox knows them as readers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from alerts.channels.apprise import AppriseChannel
from alerts.channels.channel import Channel, Parcel, Refused, Result
from alerts.channels.console import ConsoleChannel
from alerts.channels.webhook import WebhookChannel, webhook_key
from alerts.settings import ChannelSettings, MailSettings
from monitors.records import Subscription
from storage.store import Store

PROOF = "operator: a channel in config.toml"


def open_channel(channel: ChannelSettings, settings: MailSettings) -> Channel:
    """The channel of that kind. settings.secret: makes a webhook's key."""
    match channel.kind:
        case "webhook":
            return WebhookChannel(channel.url, webhook_key(settings.secret, channel.name), settings.timeout)
        case "apprise":
            return AppriseChannel(channel.url)
        case _:
            return ConsoleChannel()


class Ways:
    """The configured channels by the address that the outbox knows them by, opened when first used."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._known = {channel.address: channel for channel in settings.channels}
        self._open: dict[str, Channel] = {}

    def send(self, address: str, parcel: Parcel) -> Result:
        if address not in self._known:
            return Refused("no such channel in config.toml any more")
        if address not in self._open:
            self._open[address] = open_channel(self._known[address], self._settings)
        return self._open[address].send(parcel)

    def close(self) -> None:
        for channel in self._open.values():
            channel.close()


def put_channels(store: Store, settings: MailSettings, now: datetime) -> None:
    """Make the outbox's readers say what the configuration says of channels."""
    known = {who.address: who for who in store.channel_readers()}
    wanted = {channel.address: channel for channel in settings.channels}
    for address, who in known.items():
        if address not in wanted and who.active:
            store.set_subscriber_active(address, False, now)
    for address, channel in wanted.items():
        who = known.get(address) or store.add_subscriber(address, "", now, proof=PROOF)
        if not who.active:
            store.set_subscriber_active(address, True, now, proof=PROOF)
        _put_wish(store, replace(channel.wish, subscriber_id=who.id), now)


def _put_wish(store: Store, wish: Subscription, now: datetime) -> None:
    """One wish for each channel: what the configuration no longer says is no longer asked for."""
    kept = store.add_subscription(wish)
    for other in store.subscriptions_of(wish.subscriber_id):
        if other.id != kept.id:
            store.drop_subscription(other.id, wish.subscriber_id, now)

"""An outbox with subscribers, owed alerts and a clock of its own, over a mail server that can misbehave."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from alerts.settings import MailSettings
from app.deliver import Sending, deliver
from monitors.records import Delivery, DeliveryState, Subscription
from storage import Store, open_store
from tests.integration.storage.samples import DAY, NOW, TERMS, fill, page, record_change, subscribe

OPERATOR = "operator@example.org"


@dataclass
class Post:
    """`post.owe("a@b.test")` owes one alert to each address, `post.deliver()` runs the sender at post.now."""

    store: Store
    port: int
    settings: MailSettings = field(default_factory=MailSettings)
    now: datetime = NOW
    texts: int = 0

    def __post_init__(self) -> None:
        self.settings = MailSettings(
            sender="visitwatch <list@example.org>",
            operator=OPERATOR,
            smtp_host="127.0.0.1",
            smtp_port=self.port,
            smtp_tls="none",
            timeout=5.0,
        )
        fill(self.store)
        self.store.record_page(page(self.store, TERMS, "A", NOW - DAY))

    def configure(self, **values: object) -> None:
        self.settings = replace(self.settings, **values)

    def owe(self, *addresses: str) -> list[Subscription]:
        self.texts += 1
        wishes = [subscribe(self.store, address) for address in addresses]
        record_change(self.store, TERMS, f"text {self.texts}", self.now, *wishes)
        return wishes

    def deliver(self, after: timedelta = timedelta(0), *, at_once: bool = False) -> Sending:
        self.now += after
        return deliver(self.store, self.settings, lambda: self.now, "here:1:test", at_once=at_once)

    def states(self) -> dict[str, DeliveryState]:
        """The state of the latest delivery to each address."""
        found = self.store.deliveries(limit=1000)[::-1]
        to = self.store.recipients([one.id for one in found])
        return {to.get(one.id, OPERATOR): one.state for one in found}

    def of(self, address: str) -> Delivery:
        """The latest delivery to an address."""
        found = self.store.deliveries(limit=1000)
        to = self.store.recipients([one.id for one in found])
        return next(one for one in found if to.get(one.id, OPERATOR) == address)


def notices(messages: list[EmailMessage]) -> list[str]:
    """The subjects of what the operator was told."""
    return [str(message["Subject"]) for message in messages if message["To"].addresses[0].addr_spec == OPERATOR]


def open_post(template: Path, folder: Path, port: int) -> Post:
    """An outbox in a copy of the template database."""
    (folder / "visitwatch.db").write_bytes(template.read_bytes())
    return Post(open_store(f"sqlite:///{folder / 'visitwatch.db'}", folder / "bodies"), port)

"""The Store's methods of subscribers: how they stand, what they asked for, how they join and leave."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from monitors.records import (
    Bounce,
    JoinOutcome,
    Letter,
    Subscriber,
    SubscriberState,
    Subscription,
    Suppression,
    SuppressionKind,
)
from storage import bounces, joining, subscriptions, suppressions
from storage.engine import Database


class Subscribers:
    """Every method is one transaction."""

    _database: Database

    def add_subscriber(
        self, address: str, name: str, now: datetime, *, proof: str = subscriptions.OPERATOR
    ) -> Subscriber:
        """Add an active subscriber, by the operator's word; one that is known already stays as it is."""
        with self._database.writing() as connection:
            return subscriptions.add_subscriber(connection, address, name, now, proof=proof)

    def subscribers(self) -> list[Subscriber]:
        with self._database.reading() as connection:
            return subscriptions.all_subscribers(connection)

    def subscribers_in(self, states: Collection[SubscriberState]) -> list[Subscriber]:
        """The subscribers who stand so."""
        with self._database.reading() as connection:
            return subscriptions.in_states(connection, states)

    def channel_readers(self) -> list[Subscriber]:
        """The channels that are known as readers, by their "channel:" names."""
        with self._database.reading() as connection:
            return subscriptions.channel_readers(connection)

    def subscriber(self, subscriber_id: int) -> Subscriber | None:
        with self._database.reading() as connection:
            return subscriptions.by_id(connection, subscriber_id)

    def set_subscriber_active(
        self, address: str, active: bool, now: datetime, *, proof: str = subscriptions.OPERATOR
    ) -> bool:
        """Switch a subscriber on or off by the operator's word; off also cancels what is owed. False when the address
        is unknown."""
        with self._database.writing() as connection:
            return subscriptions.set_subscriber_active(connection, address, active, now, proof)

    def set_subscriber_state(
        self, subscriber_id: int, state: SubscriberState, now: datetime, why: SuppressionKind | None = None
    ) -> None:
        """Change how a known subscriber stands; all but active cancels what is owed."""
        with self._database.writing() as connection:
            who = subscriptions.by_id(connection, subscriber_id)
            if who is not None:
                subscriptions.set_state(connection, who, state, now, why=why, proof=who.proof)

    def add_subscription(self, wanted: Subscription) -> Subscription:
        with self._database.writing() as connection:
            return subscriptions.add_subscription(connection, wanted)

    def drop_subscription(self, subscription_id: int, subscriber_id: int, now: datetime) -> None:
        """This wish of this subscriber is no longer asked for, nor what is owed because of it."""
        with self._database.writing() as connection:
            subscriptions.drop_subscription(connection, subscription_id, subscriber_id, now)

    def subscription_owner(self, subscription_id: int) -> Subscriber | None:
        """Whose subscription it is."""
        with self._database.reading() as connection:
            return subscriptions.subscriber_of(connection, subscription_id)

    def change_subscription(self, wanted: Subscription) -> None:
        """Make the subscription of this id say something else."""
        with self._database.writing() as connection:
            subscriptions.change_subscription(connection, wanted)

    def subscriptions(self, active_only: bool = True) -> list[tuple[Subscriber, Subscription]]:
        with self._database.reading() as connection:
            return subscriptions.all_subscriptions(connection, active_only=active_only)

    def subscriptions_of(self, subscriber_id: int) -> list[Subscription]:
        """What one subscriber asked for and confirmed."""
        with self._database.reading() as connection:
            return subscriptions.subscriptions_of(connection, subscriber_id)

    def ask_to_join(self, letter: Letter, message_id: str, wish: Subscription, requester: str) -> JoinOutcome:
        """Note a wish for mail to letter.address and owe the letter that asks to confirm it. The caller gives everybody
        the same answer, whatever this returns."""
        with self._database.writing() as connection:
            return joining.ask_to_join(connection, letter, message_id, wish, requester)

    def put_confirm_token(self, sha: str, subscription_id: int, until: datetime) -> None:
        """Remember the SHA-256 of a token that confirms a subscription until then."""
        with self._database.writing() as connection:
            joining.put_token(connection, sha, subscription_id, until)

    def token_wish(self, sha: str, now: datetime) -> tuple[Subscriber, Subscription] | None:
        """Who would be confirmed by the token of this SHA-256, and in which wish; reading it changes nothing."""
        with self._database.reading() as connection:
            return joining.token_wish(connection, sha, now)

    def confirm(self, sha: str, now: datetime, proof: str) -> Subscriber | None:
        """The reader says yes; proof: how (where from, to which text). None for an unknown or old token."""
        with self._database.writing() as connection:
            return joining.confirm(connection, sha, now, proof)

    def refuse(self, sha: str, now: datetime) -> Subscriber | None:
        """The reader did not ask for this and is not asked again; None for an unknown or old token."""
        with self._database.writing() as connection:
            return joining.refuse(connection, sha, now)

    def leave(self, subscription_id: int, now: datetime) -> Subscriber | None:
        """The reader of this subscription wants no more mail of ours; None where there is no such subscription."""
        with self._database.writing() as connection:
            return joining.leave(connection, subscription_id, now)

    def suppression(self, address: str) -> Suppression | None:
        """Why this address is not written to, or None."""
        with self._database.reading() as connection:
            return suppressions.suppression(connection, address)

    def suppressions(self) -> list[Suppression]:
        with self._database.reading() as connection:
            return suppressions.all_suppressions(connection)

    def put_bounce(self, bounce: Bounce) -> None:
        with self._database.writing() as connection:
            bounces.put_bounce(connection, bounce)

    def bounces(self, subscriber_id: int, since: datetime) -> list[Bounce]:
        with self._database.reading() as connection:
            return bounces.bounces_of(connection, subscriber_id, since)

    def returned_delivery(self, *, delivery_id: int = 0, message_id: str = "") -> tuple[int, int] | None:
        """The delivery of this id, or else of this Message-ID, and the subscriber it went to; None where there is
        none, or it went to the operator."""
        with self._database.reading() as connection:
            return bounces.returned_delivery(connection, delivery_id, message_id)

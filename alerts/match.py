"""Whether a subscription asked for an alert."""

from __future__ import annotations

from monitors.records import Alert, Direction, Source, Subscription


def wants(subscription: Subscription, alert: Alert, source: Source) -> bool:
    """True where every filter of the subscription lets the alert through; an empty filter lets all through.

    A jurisdiction filter of "US-TX" takes Texas and everything federal ("US"); "US" alone takes the whole country.
    A direction filter of restrictive or restorative also takes mixed, which is both.
    """
    return (
        alert.severity.rank >= subscription.min_severity.rank
        and (not subscription.topics or bool(set(subscription.topics) & set(alert.topics)))
        and (not subscription.sources or source.id in subscription.sources)
        and (not subscription.kinds or source.kind in subscription.kinds)
        and _place_wanted(subscription.jurisdictions, source.jurisdiction)
        and _direction_wanted(subscription.directions, alert.direction)
    )


def _place_wanted(wanted: tuple[str, ...], place: str) -> bool:
    if not wanted:
        return True
    country = place.split("-")[0]
    return any(ask in (place, country) or (place == country and ask.startswith(f"{country}-")) for ask in wanted)


def _direction_wanted(wanted: tuple[Direction, ...], direction: Direction) -> bool:
    both = {Direction.RESTRICTIVE, Direction.RESTORATIVE}
    return not wanted or direction in wanted or (direction is Direction.MIXED and bool(both & set(wanted)))

"""What somebody may ask to be told, from a form or as JSON: checked, limited, and put into a form again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from alerts.address import address_fault
from monitors.records import Cadence, Direction, Severity, SourceKind, Subscription, Topic
from web.filters import MOST_VALUES, Place, Several, Slug
from web.forms import Fields


@cache
def known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _mailbox(text: str) -> str:
    if fault := address_fault(text):
        raise ValueError(fault)
    return text


def _zone(text: str) -> str:
    if text not in known_zones():
        raise ValueError('is no time zone; write one such as "America/Chicago"')
    return text


def _above_none(severity: Severity) -> Severity:
    if severity is Severity.NONE:
        raise ValueError("must be minor, major or critical")
    return severity


def _open(value: Any) -> Any:
    """Forms send "" for what was left open."""
    return None if value == "" else value


Hour = Annotated[int, Field(ge=0, le=23)]
Rank = Annotated[Severity, AfterValidator(_above_none)]


class Wish(BaseModel):
    """What is asked for; an empty list means all. Names and meanings as in monitors.records.Subscription."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    topics: Annotated[tuple[Topic, ...], Several, Field(max_length=MOST_VALUES)] = ()
    jurisdictions: Annotated[tuple[Place, ...], Several, Field(max_length=MOST_VALUES)] = ()
    kinds: Annotated[tuple[SourceKind, ...], Several, Field(max_length=MOST_VALUES)] = ()
    sources: Annotated[tuple[Slug, ...], Several, Field(max_length=MOST_VALUES)] = ()
    directions: Annotated[tuple[Direction, ...], Several, Field(max_length=MOST_VALUES)] = ()
    min_severity: Rank = Severity.MINOR
    cadence: Cadence = Cadence.AT_ONCE
    hour: Hour = 8
    weekday: Annotated[int, Field(ge=0, le=6)] = 0
    zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    quiet_from: Annotated[Hour | None, BeforeValidator(_open)] = None
    quiet_until: Annotated[Hour | None, BeforeValidator(_open)] = None
    urgent: Annotated[Rank | None, BeforeValidator(_open)] = None

    def subscription(self, subscriber_id: int = 0, number: int = 0) -> Subscription:
        """The same as the store knows it. Quiet hours need both ends; the day and hour of a digest count only there."""
        values = {name: getattr(self, name) for name in Wish.model_fields}
        wish = Subscription(subscriber_id=subscriber_id, id=number, **values)
        if wish.quiet_from is None or wish.quiet_until is None or wish.quiet_from == wish.quiet_until:
            wish = replace(wish, quiet_from=None, quiet_until=None, urgent=None)
        if wish.cadence is Cadence.AT_ONCE:
            return replace(wish, hour=8, weekday=0)
        return replace(wish, quiet_from=None, quiet_until=None, urgent=None)


class Asked(Wish):
    """A wish with the address it is for."""

    address: Annotated[str, StringConstraints(strip_whitespace=True, max_length=320), AfterValidator(_mailbox)]


LISTS = ("topics", "jurisdictions", "kinds", "sources", "directions")


def from_form(model: type[Wish], fields: Fields) -> dict[str, Any]:
    """A form's fields as the model takes them: lists stay lists, of the others the last one counts."""
    known = {name: values for name, values in fields.items() if name in model.model_fields}
    return {name: values if name in LISTS else values[-1] for name, values in known.items()}


def faults_of(error: ValidationError) -> list[str]:
    """What is wrong with which field, never in the sender's words."""
    found = []
    for fault in error.errors(include_input=False, include_url=False):
        where = next((str(part) for part in fault["loc"] if isinstance(part, str)), "")
        if fault["type"] == "extra_forbidden":
            found.append("an unknown field")
            continue
        message = str(fault["msg"]).removeprefix("Value error, ")
        found.append(f"{where.replace('_', ' ')}: {message[0].lower()}{message[1:]}" if where else message)
    return list(dict.fromkeys(found))


def filled(wish: Subscription) -> dict[str, Any]:
    """A wish as the form shows it."""
    return {name: getattr(wish, name) for name in Wish.model_fields}


EMPTY = filled(Subscription(0, zone="America/New_York"))


def as_filled(raw: dict[str, Any]) -> dict[str, Any]:
    """What a faulty form held, to be shown again as it was."""
    return {**EMPTY, **{name: value for name, value in raw.items() if name in EMPTY}}

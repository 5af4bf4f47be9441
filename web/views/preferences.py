"""A reader's own page behind the signed link in their mails: what they get, a pause, and the way out."""

from __future__ import annotations

from typing import Any

from fastapi.responses import HTMLResponse
from pydantic import ValidationError

from alerts.asking import asked_words
from alerts.tokens import LEAVE, PREFERENCES, make_token, read_token
from monitors.records import Subscriber, SubscriberState, Subscription
from web.catalogue import by_name, jurisdictions_of
from web.forms import Form, private_page
from web.room import InRoom, Room
from web.views.joining import unknown_link
from web.wishes import Wish, as_filled, faults_of, filled, from_form

SAVED = "Saved. This holds from now on."
STOPPED = (SubscriberState.PAUSED, SubscriberState.BOUNCED, SubscriberState.COMPLAINED)


def show(room: InRoom, token: str) -> HTMLResponse:
    who = _reader(room, token)
    return unknown_link(room) if who is None else _page(room, who, token)


def change(room: InRoom, token: str, fields: Form) -> HTMLResponse:
    """Save one wish, stop one, pause or go on, as the button that was pressed says."""
    who = _reader(room, token)
    if who is None:
        return unknown_link(room)
    match fields.get("act", [""])[-1]:
        case "pause" if who.active:
            room.store.set_subscriber_state(who.id, SubscriberState.PAUSED, room.clock())
        case "resume" if who.state in STOPPED:
            room.store.set_subscriber_state(who.id, SubscriberState.ACTIVE, room.clock())
        case "save":
            return _save(room, who, token, fields)
        case "drop":
            room.store.drop_subscription(_number(fields), who.id, room.clock())
    now = room.store.subscriber(who.id)
    return unknown_link(room) if now is None else _page(room, now, token, said=SAVED)


def leaving(room: InRoom, token: str) -> HTMLResponse:
    """The button; a GET changes nothing, since link scanners and previews open every link of a mail."""
    who = _leaver(room, token)
    if who is None:
        return unknown_link(room)
    return private_page(room, "leave.html", "/subscribe", {"address": who.address, "token": token})


def leave(room: InRoom, token: str) -> HTMLResponse:
    """RFC 8058: a POST is enough, from whatever mail program, without cookie, login or redirect. The token is its own
    proof, so neither where the POST comes from nor what it holds matters."""
    number = read_token(room.secret(), LEAVE, token)
    if number is None or room.store.leave(number, room.clock()) is None:
        return unknown_link(room)
    return private_page(room, "left.html", "/subscribe", {})


def _reader(room: Room, token: str) -> Subscriber | None:
    number = read_token(room.secret(), PREFERENCES, token)
    return None if number is None else room.store.subscriber(number)


def _leaver(room: Room, token: str) -> Subscriber | None:
    number = read_token(room.secret(), LEAVE, token)
    return None if number is None else room.store.subscription_owner(number)


def _save(room: Room, who: Subscriber, token: str, fields: dict[str, list[str]]) -> HTMLResponse:
    number, raw = _number(fields), from_form(Wish, fields)
    if number not in {wish.id for wish in room.store.subscriptions_of(who.id)}:
        return unknown_link(room)
    try:
        asked = Wish.model_validate(raw)
    except ValidationError as error:
        return _page(room, who, token, faults=(number, faults_of(error), as_filled(raw)), status=422)
    room.store.change_subscription(asked.subscription(who.id, number))
    return _page(room, who, token, said=SAVED)


def _number(fields: dict[str, list[str]]) -> int:
    said = fields.get("subscription", [""])[-1]
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else 0


def _page(
    room: Room,
    who: Subscriber,
    token: str,
    *,
    said: str = "",
    faults: tuple[int, list[str], dict[str, Any]] | None = None,
    status: int = 200,
) -> HTMLResponse:
    sources = room.store.sources()
    wishes = room.store.subscriptions_of(who.id)
    facts = {
        "reader": who,
        "stopped": who.state in STOPPED,
        "token": token,
        "said": said,
        "wishes": [_shown(wish, faults) for wish in wishes],
        "leave": make_token(room.secret(), LEAVE, wishes[0].id) if wishes else "",
        "sources": by_name(sources),
        "jurisdictions": jurisdictions_of(sources),
    }
    return private_page(room, "preferences.html", "/subscribe", facts, status)


def _shown(wish: Subscription, faults: tuple[int, list[str], dict[str, Any]] | None) -> dict[str, object]:
    """A wish with its form; after a mistake the form as it was sent, with what is wrong."""
    mine = faults is not None and faults[0] == wish.id
    return {
        "id": wish.id,
        "asked": asked_words(wish),
        "chosen": faults[2] if faults and mine else filled(wish),
        "faults": faults[1] if faults and mine else [],
    }

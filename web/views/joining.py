"""Joining: somebody asks for mail to an address, and who reads the mail that goes there says yes on our page.

The answer to a wish is always the same: it tells nobody whose addresses are known here, asked already or left alone.
"""

from __future__ import annotations

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import ValidationError

from alerts.asking import asked_words, confirm_letter, token_sha
from alerts.headers import message_id
from alerts.tokens import PREFERENCES, make_token
from monitors.records import Subscription
from web.catalogue import by_name, jurisdictions_of
from web.forms import Body, Form, private_page, requester_of
from web.room import InRoom, Room, render
from web.wishes import EMPTY, Asked, as_filled, faults_of, from_form

ANSWER = (
    "If mail may be sent to this address, a message is on its way that asks for a yes. Its link works for 48 hours. "
    "An address is asked once a day at most; who gets alerts already is not asked again."
)


def form(room: InRoom) -> HTMLResponse:
    return _form(room, EMPTY)


def ask(request: Request, room: InRoom, fields: Form) -> HTMLResponse:
    """A filled form: the same page for every address, or what is wrong with the form itself."""
    raw = from_form(Asked, fields)
    try:
        asked = Asked.model_validate(raw)
    except ValidationError as error:
        return _form(room, as_filled(raw), str(raw.get("address", "")), faults_of(error), 422)
    _ask(room, asked, requester_of(request))
    return private_page(room, "asked.html", "/subscribe", {"answer": ANSWER}, 202)


def ask_by_machine(request: Request, room: InRoom, body: Body) -> JSONResponse:
    """The same for programs: a JSON object with the names of the form."""
    try:
        asked = Asked.model_validate_json(body)
    except ValidationError as error:
        problem = {"type": "about:blank", "title": "Not a wish", "status": 422, "errors": faults_of(error)}
        return JSONResponse(problem, 422, media_type="application/problem+json")
    _ask(room, asked, requester_of(request))
    return JSONResponse({"status": "accepted", "detail": ANSWER}, 202)


def question(room: InRoom, token: str) -> HTMLResponse:
    """What would be confirmed; looking at it changes nothing, so that a link scanner can't say yes."""
    found = room.store.token_wish(token_sha(token), room.clock())
    if found is None:
        return unknown_link(room)
    who, wish = found
    facts = {"address": who.address, "asked": asked_words(wish), "token": token}
    return private_page(room, "confirm.html", "/subscribe", facts)


def confirm(request: Request, room: InRoom, token: str, _fields: Form) -> HTMLResponse:
    proof = f"confirmed on the page from {requester_of(request)}"
    who = room.store.confirm(token_sha(token), room.clock(), proof)
    if who is None:
        return unknown_link(room)
    link = make_token(room.secret(), PREFERENCES, who.id)
    return private_page(room, "confirmed.html", "/subscribe", {"address": who.address, "preferences": link})


def refuse(room: InRoom, token: str, _fields: Form) -> HTMLResponse:
    """Somebody else asked for this address."""
    if room.store.refuse(token_sha(token), room.clock()) is None:
        return unknown_link(room)
    return private_page(room, "refused.html", "/subscribe", {})


def unknown_link(room: Room) -> HTMLResponse:
    """One answer to links that are forged, cut off, used up or too old."""
    return private_page(room, "link.html", "/subscribe", {}, 404)


def _ask(room: Room, asked: Asked, requester: str) -> None:
    wish: Subscription = asked.subscription()
    letter = confirm_letter(asked.address, "", wish, room.clock())
    identity = message_id(letter.key, letter.address, room.mail.list_id, room.secret())
    room.store.ask_to_join(letter, identity, wish, requester)


def _form(
    room: Room, chosen: dict[str, Any], address: str = "", faults: list[str] | None = None, status: int = 200
) -> HTMLResponse:
    sources = room.store.sources()
    facts = {
        "chosen": chosen,
        "address": address,
        "faults": faults or [],
        "sources": by_name(sources),
        "jurisdictions": jurisdictions_of(sources),
        "list_name": room.mail.list_name,
    }
    return HTMLResponse(render(room, "subscribe.html", "/subscribe", facts), status)

"""Logging in and out."""

from __future__ import annotations

import re

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from storage.accounts import LONGEST
from web.filters import AskedLogin
from web.forms import Form, ProvedForm, go_to, last, private_page, requester_of
from web.passwords import fits, fresh_token
from web.room import Asking, InRoom, Room
from web.visitor import COOKIE, Visitor

MOST_TRIES, MOST_FROM_ONE_PLACE = 5, 30  # in 15 minutes: of one name from one address, and of all names from there
_OURS = re.compile(r"/(?![/\\])[\w/.,:+%&=?~-]*")


def form(room: InRoom, visitor: Asking, asked: AskedLogin) -> Response:
    if visitor.account:
        return go_to(room, ours(asked.next))
    return _form(room, asked.next)


def log_in(request: Request, room: InRoom, visitor: Asking, fields: Form) -> Response:
    """The same answer, after the same time, to an unknown name and a wrong password."""
    name, password, onward = (last(fields, one)[:500] for one in ("name", "password", "next"))
    now, place = room.clock(), requester_of(request)
    tries = {f"{name.casefold()}|{place}": MOST_TRIES, place: MOST_FROM_ONE_PLACE}
    if not room.store.may_try(tries, now):
        return _form(room, onward, name, "Too many tries. Wait a quarter of an hour.", 429)
    known = room.store.account(name)
    good = fits(known[1] if known and known[0].active else None, password)
    if known is None or not good:
        return _form(room, onward, name, "The name or the password is wrong.", 401)
    for who in tries:
        room.store.forget_tries(who)
    if visitor.session:
        room.store.close_session(visitor.session)
    token = fresh_token()
    room.store.open_session(token, known[0].id, now)
    answer = go_to(room, ours(onward))
    _set(answer, token, int(LONGEST.total_seconds()))
    return answer


def log_out(room: InRoom, visitor: Asking, _fields: ProvedForm) -> Response:
    room.store.close_session(visitor.session)
    answer = go_to(room, "/")
    _set(answer, "", 0)
    return answer


def ours(path: str) -> str:
    """A path of ours to go on to; anything that a browser might take for another site leads to the first page."""
    return path if len(path) <= 1000 and _OURS.fullmatch(path) else "/"


def _set(answer: Response, token: str, seconds: int) -> None:
    answer.set_cookie(COOKIE, token, max_age=seconds, path="/", secure=True, httponly=True, samesite="lax")


def _form(room: Room, onward: str, name: str = "", fault: str = "", status: int = 200) -> HTMLResponse:
    facts = {"next": ours(onward), "name": name, "fault": fault}
    return private_page(room, "login.html", "/login", facts, status, Visitor(None))

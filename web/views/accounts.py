"""One's own account with its keys, and for admins everybody's."""

from __future__ import annotations

import re

from fastapi.responses import HTMLResponse

from monitors.records import Account, Role
from web.forms import Fields, ProvedForm, last, private_page
from web.passwords import fits, fresh_password, fresh_token, hashed, password_fault
from web.room import Asking, InRoom, Room
from web.visitor import Visitor

MOST_KEYS = 20
_NAME = re.compile(r"[\w.@+-][\w .@+-]{0,58}[\w.@+-]")


def name_fault(name: str) -> str:
    """Why nobody can be called so, "" where they can."""
    return "" if _NAME.fullmatch(name) else "a name has 2 to 60 letters, digits, blanks or . @ + - _"


def own(room: InRoom, visitor: Asking) -> HTMLResponse:
    return _own(room, visitor)


def change_own(room: InRoom, visitor: Asking, fields: ProvedForm) -> HTMLResponse:
    """A new password, a new key, or an end to one, as the button that was pressed says."""
    account = _account(visitor)
    match last(fields, "act"):
        case "password":
            return _new_password(room, visitor, fields)
        case "key":
            return _new_key(room, visitor, fields)
        case "end":
            room.store.end_key(_number(last(fields, "key")), account.id)
            return _own(room, visitor, said="The key has ended.")
    return _own(room, visitor)


def everybody(room: InRoom, visitor: Asking) -> HTMLResponse:
    return _everybody(room, visitor)


def change_others(room: InRoom, visitor: Asking, fields: ProvedForm) -> HTMLResponse:
    """Add an account, give it a role or a new password, close or open it."""
    if last(fields, "act") == "add":
        return _add(room, visitor, fields)
    number = _number(last(fields, "account"))
    if number == _account(visitor).id:
        return _everybody(room, visitor, fault="Nobody changes their own role or closes their own account.")
    match last(fields, "act"):
        case "role" if last(fields, "role") in set(Role):
            changed = room.store.change_account(number, role=Role(last(fields, "role")))
            said = "{} has another role now, and logs in anew."
        case "close":
            changed = room.store.change_account(number, active=False)
            said = "{} is closed; what they said stays."
        case "open":
            changed = room.store.change_account(number, active=True)
            said = "{} is open again."
        case "password":
            first = fresh_password()
            changed = room.store.change_account(number, password=hashed(first))
            said = "{} logs in with this password now; tell it to nobody else: " + first
        case _:
            changed, said = None, ""
    return _everybody(room, visitor, said=said.format(changed.name) if changed else "")


def _add(room: Room, visitor: Visitor, fields: Fields) -> HTMLResponse:
    name, role = last(fields, "name").strip(), last(fields, "role")
    if fault := name_fault(name):
        return _everybody(room, visitor, fault=fault, status=422)
    if role not in set(Role):
        return _everybody(room, visitor, fault="choose a role", status=422)
    first = fresh_password()
    if room.store.add_account(name, Role(role), hashed(first), room.clock()) is None:
        return _everybody(room, visitor, fault="this name is taken", status=422)
    return _everybody(room, visitor, said=f"{name} can log in with this password, shown only now: {first}")


def _new_password(room: Room, visitor: Visitor, fields: Fields) -> HTMLResponse:
    account = _account(visitor)
    known = room.store.account(account.name)
    if not fits(known[1] if known else None, last(fields, "old")):
        return _own(room, visitor, fault="the old password is wrong", status=422)
    if fault := password_fault(last(fields, "new")):
        return _own(room, visitor, fault=fault, status=422)
    room.store.change_account(account.id, password=hashed(last(fields, "new")))
    # Every session has ended, this one too; it goes on under its token.
    room.store.open_session(visitor.session, account.id, room.clock())
    return _own(room, visitor, said="The new password holds. All other places are logged out.")


def _new_key(room: Room, visitor: Visitor, fields: Fields) -> HTMLResponse:
    account, role = _account(visitor), last(fields, "role")
    label = " ".join(last(fields, "label").split())[:60]
    if not label or role not in set(Role) or not visitor.may(Role(role)):
        return _own(room, visitor, fault="a key needs a name and a role that you have yourself", status=422)
    if len(room.store.keys(account.id)) >= MOST_KEYS:
        return _own(room, visitor, fault=f"nobody needs more than {MOST_KEYS} keys; end one first", status=422)
    key = f"vw_{fresh_token()}"
    room.store.add_key(key, account.id, label, Role(role), room.clock())
    return _own(room, visitor, said=f"The key, shown only now: {key}")


def _own(room: Room, visitor: Visitor, *, said: str = "", fault: str = "", status: int = 200) -> HTMLResponse:
    account = _account(visitor)
    facts = {
        "account": account,
        "keys": room.store.keys(account.id),
        "roles": [role for role in Role if visitor.may(role)],
        "said": said,
        "fault": fault,
    }
    return private_page(room, "account.html", "/account", facts, status, visitor)


def _everybody(room: Room, visitor: Visitor, *, said: str = "", fault: str = "", status: int = 200) -> HTMLResponse:
    facts = {"accounts": room.store.accounts(), "roles": list(Role), "said": said, "fault": fault}
    return private_page(room, "accounts.html", "/accounts", facts, status, visitor)


def _account(visitor: Visitor) -> Account:
    assert visitor.account is not None  # the gate lets nobody else in
    return visitor.account


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0

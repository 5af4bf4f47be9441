"""Judging a change: take it, say what it is, note something; then back to it or on to the next."""

from __future__ import annotations

from typing import Any

from fastapi import HTTPException
from fastapi.responses import RedirectResponse

from monitors.records import Annotation, Direction, Label, Severity, Topic
from web.filters import AskedChange, ChangeAsked, RowId
from web.forms import Fields, ProvedForm, go_to, last
from web.room import Asking, InRoom, Room
from web.visitor import Visitor

LONGEST_NOTE = 2_000


def claim(room: InRoom, visitor: Asking, change_id: RowId, asked: AskedChange, fields: ProvedForm) -> RedirectResponse:
    """Take a change, or give it back."""
    who = _name(visitor)
    if last(fields, "act") == "release":
        room.store.release_change(change_id, who)
    elif room.store.claim_change(change_id, who, room.clock()) is None:
        raise HTTPException(404)
    return go_to(room, _here(change_id, asked))


def say(room: InRoom, visitor: Asking, change_id: RowId, asked: AskedChange, fields: ProvedForm) -> RedirectResponse:
    """Keep what an analyst says; nothing said before is changed or lost."""
    change = room.store.change(change_id)
    if change is None:
        raise HTTPException(404)
    said = read_said(change_id, fields, visitor, room)
    if said.label == Label.NOTE and not said.note:
        raise HTTPException(422)
    keep(room, said)
    if last(fields, "go") == "next" and (onward := older(room, change_id, asked)):
        return go_to(room, _here(onward, asked))
    return go_to(room, _here(change_id, asked))


def keep(room: Room, said: Annotation) -> None:
    """Keep a word on a change; of a wrong alert whoever was told it hears so, once."""
    if said.label != Label.WRONG or room.doors.mark_wrong(said) is None:
        room.store.annotate(said)


def read_said(change_id: int, fields: Fields, visitor: Visitor, room: Room) -> Annotation:
    """What the form says. Raises 422 for a value that no form of ours offers."""
    try:
        label = Label(last(fields, "label"))
        direction, severity = last(fields, "direction"), last(fields, "severity")
        topics = tuple(Topic(one) for one in dict.fromkeys(fields.get("topics", ())) if one)
        corrected: dict[str, Any] = {
            "direction": Direction(direction).value if direction else None,
            "severity": Severity(severity).value if severity else None,
            "topics": tuple(one.value for one in topics) or None,
        }
    except ValueError:
        raise HTTPException(422) from None
    note = " ".join(last(fields, "note").split())
    if len(note) > LONGEST_NOTE:
        raise HTTPException(413)
    if label is Label.NOTE:
        corrected = {}
    return Annotation(change_id, _name(visitor), room.clock(), label.value, note, **corrected)


def older(room: Room, change_id: int, asked: ChangeAsked) -> int | None:
    """The next older change of the list that is being read through."""
    found = room.store.changes(asked.wanted(before_id=change_id, limit=1))
    return found[0].change.id if found else None


def newer(room: Room, change_id: int, asked: ChangeAsked) -> int | None:
    found = room.store.changes(asked.wanted(before_id=None, after_id=change_id, limit=1))
    return found[0].change.id if found else None


def _here(change_id: int, asked: ChangeAsked) -> str:
    query = asked.query(before=None, limit=None)
    return f"/changes/{change_id}" + (f"?{query}" if query else "")


def _name(visitor: Visitor) -> str:
    assert visitor.account is not None  # the gate lets nobody else in
    return visitor.account.name

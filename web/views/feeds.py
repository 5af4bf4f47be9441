"""The newest changes as feeds, under the filters of the list; what waits for a second look is not in them yet."""

from __future__ import annotations

from fastapi import Request, Response

from monitors.records import AlertState
from web.feeds import Feed, answer, as_atom, as_json, entry_of
from web.filters import AskedFeed, FeedAsked
from web.room import InRoom, Room

ATOM_TYPE, JSON_TYPE = "application/atom+xml; charset=utf-8", "application/feed+json; charset=utf-8"


def atom(request: Request, room: InRoom, asked: AskedFeed) -> Response:
    """The newest changes as an Atom feed."""
    feed = _feed(room, asked, "/feed.atom")
    return answer(request, as_atom(feed), feed.at, ATOM_TYPE)


def json(request: Request, room: InRoom, asked: AskedFeed) -> Response:
    """The newest changes as a JSON feed."""
    feed = _feed(room, asked, "/feed.json")
    return answer(request, as_json(feed), feed.at, JSON_TYPE)


def _feed(room: Room, asked: FeedAsked, path: str) -> Feed:
    rows = room.store.changes(asked.wanted())
    ids = [row.change.id for row in rows]
    states, wrong = room.store.alert_states(ids), room.store.wrong_changes(ids)
    now = room.clock()
    hidden = {
        number
        for number, (state, confirm_by) in states.items()
        if state is AlertState.TAKEN_BACK or (state is AlertState.WAITING and confirm_by and confirm_by > now)
    }
    query = f"?{asked.query()}" if asked.query() else ""
    return Feed(
        title=f"{room.mail.list_name}: visiting rules that changed",
        authority=room.mail.list_id.split("@")[-1],
        address=room.address(path + query),
        page=room.address(f"/changes{query}"),
        entries=[
            entry_of(row, room.address(f"/changes/{row.change.id}"), wrong.get(row.change.id))
            for row in rows
            if row.change.id not in hidden
        ],
    )

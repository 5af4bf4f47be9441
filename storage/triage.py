"""Judging changes: who works on one, what analysts say of it, and how far it has come."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from monitors.records import Annotation, Review, ReviewState
from monitors.review import state_of
from storage.engine import insert_new, one_at_a_time
from storage.tables import annotated, changes, reviews


def put_annotation(connection: Connection, said: Annotation) -> None:
    """Keep what was said; nothing said before is changed."""
    one_at_a_time(connection)
    row = {
        "change_id": said.change_id, "author": said.author, "at": said.at, "label": said.label, "note": said.note,
        "direction": said.direction, "severity": said.severity, "topics": said.topics,
    }  # fmt: skip
    connection.execute(insert(annotated), row)
    _settle(connection, said.change_id)


def annotation_of(row: Row[*tuple[Any, ...]]) -> Annotation:
    topics = None if row.topics is None else tuple(row.topics)
    return Annotation(
        row.change_id, row.author, row.at, row.label, row.note, row.id, row.direction, row.severity, topics
    )


def said_of(connection: Connection, change_ids: Collection[int]) -> dict[int, list[Annotation]]:
    """What analysts said of these changes, the oldest first."""
    found: dict[int, list[Annotation]] = {}
    query = select(annotated).where(annotated.c.change_id.in_(list(change_ids))).order_by(annotated.c.id)
    for row in connection.execute(query):
        found.setdefault(row.change_id, []).append(annotation_of(row))
    return found


def judged_changes(connection: Connection, after_id: int, limit: int) -> list[int]:
    """Changes that somebody judged, by id, after that one."""
    judged = (ReviewState.CONFIRMED, ReviewState.WRONG, ReviewState.UNIMPORTANT, ReviewState.DISPUTED)
    query = select(reviews.c.change_id).where(reviews.c.state.in_(judged), reviews.c.change_id > after_id)
    return list(connection.scalars(query.order_by(reviews.c.change_id).limit(limit)))


def claim(connection: Connection, change_id: int, who: str, now: datetime) -> Review | None:
    """Take a change to judge it. The review as it stands then: of somebody else, where they were faster; None for an
    unknown change."""
    one_at_a_time(connection)
    if connection.scalar(select(changes.c.id).where(changes.c.id == change_id)) is None:
        return None
    known = review_of(connection, change_id)
    if known.claimed_by and known.claimed_by != who:
        return known
    _ensure(connection, change_id)
    mine = update(reviews).where(reviews.c.change_id == change_id)
    connection.execute(mine, {"claimed_by": who, "claimed_at": now})
    return _settle(connection, change_id)


def release(connection: Connection, change_id: int, who: str) -> Review:
    """Give a change back that one has taken."""
    one_at_a_time(connection)
    mine = update(reviews).where(reviews.c.change_id == change_id, reviews.c.claimed_by == who)
    connection.execute(mine, {"claimed_by": "", "claimed_at": None})
    return _settle(connection, change_id)


def review_of(connection: Connection, change_id: int) -> Review:
    return reviews_of(connection, [change_id]).get(change_id) or Review(change_id, ReviewState.OPEN)


def reviews_of(connection: Connection, change_ids: Collection[int]) -> dict[int, Review]:
    """How far it has come with those of these changes that somebody looked at."""
    query = select(reviews).where(reviews.c.change_id.in_(list(change_ids)))
    return {
        row.change_id: Review(row.change_id, ReviewState(row.state), row.claimed_by, row.claimed_at)
        for row in connection.execute(query)
    }


def _ensure(connection: Connection, change_id: int) -> None:
    row = {"change_id": change_id, "state": ReviewState.OPEN, "claimed_by": ""}
    connection.execute(insert_new(connection, reviews), row)


def _settle(connection: Connection, change_id: int) -> Review:
    """Bring the state up to date. A change that nobody works on or judged has no row, as before."""
    _ensure(connection, change_id)
    known = review_of(connection, change_id)
    said = said_of(connection, [change_id]).get(change_id, [])
    state = state_of(said, bool(known.claimed_by))
    mine = reviews.c.change_id == change_id
    if state is ReviewState.OPEN:
        connection.execute(delete(reviews).where(mine))
    else:
        connection.execute(update(reviews).where(mine), {"state": state})
    return review_of(connection, change_id)

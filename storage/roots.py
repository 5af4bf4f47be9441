"""The daily root: one hash over the newest links of all monitors, so that one signature or time stamp holds for all.

    visitwatch root 1
    day 2026-11-26
    before <the root before, 64 zeros for the first one>
    checks <the newest check that it covers>
    <monitor> <its newest link>          one line a monitor that was checked, in the order of ids

The root is the SHA-256 of that text. It names the root before, so that each root also proves all earlier ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, func, insert, select, text, update

from storage.chain import NOTHING, sha_of
from storage.engine import one_at_a_time
from storage.tables import checks, folded_links, monitors, roots


@dataclass(frozen=True, slots=True)
class Root:
    """day: on which it was made; it covers every check up to last_check_id. before: the root before, "" for none.
    signature, stamp: an Ed25519 signature and an RFC 3161 answer over its text, b"" where there is none."""

    day: date
    at: datetime
    last_check_id: int
    monitors: int
    before: str
    sha: str
    signature: bytes = b""
    stamp: bytes = b""
    stamped_by: str = ""


def settled_check(connection: Connection) -> int | None:
    """The newest check under the chain, when no check with a smaller id can come any more; None where there is none.

    Ids are handed out before their rows are to be seen, so whoever is writing ends first. It is the first lock of a
    short transaction: who waits for it holds nothing that a writer wants, and no writer waits for the root itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE checks IN SHARE ROW EXCLUSIVE MODE"))
    return connection.scalar(select(func.max(checks.c.id)).where(checks.c.link.is_not(None)))


def put_root(connection: Connection, now: datetime, newest: int, links: dict[str, str]) -> Root | None:
    """Keep the root of now's day over these links, those at a settled check; None where another run was faster."""
    day = now.date()
    one_at_a_time(connection)
    if is_made(connection, day):
        return None
    before = latest_root(connection)
    words = root_text(day, before.sha if before else "", newest, links)
    made = Root(day, now, newest, len(links), before.sha if before else "", sha_of(words))
    connection.execute(insert(roots), {name: getattr(made, name) for name in made.__slots__})
    return made


def is_made(connection: Connection, day: date) -> bool:
    """Whether there is a root of this day, or of a later one."""
    return connection.execute(select(roots.c.day).where(roots.c.day >= day)).first() is not None


def heads_at(connection: Connection, last_check_id: int) -> dict[str, str]:
    """Each monitor's newest link that is no newer than that check, be it of a line of the log or of a folded one."""
    of_line = checks.c.monitor_id == monitors.c.id, checks.c.id <= last_check_id, checks.c.link.is_not(None)
    of_folded = folded_links.c.monitor_id == monitors.c.id, folded_links.c.check_id <= last_check_id
    newest = [
        select(column).where(*where).order_by(number.desc()).limit(1).scalar_subquery()
        for number, link, where in ((checks.c.id, checks.c.link, of_line),
                                    (folded_links.c.check_id, folded_links.c.link, of_folded))
        for column in (number, link)
    ]  # fmt: skip
    heads = {}
    for name, line, link, folded, folded_link in connection.execute(select(monitors.c.id, *newest)):
        if link or folded_link:
            heads[name] = folded_link if (folded or 0) > (line or 0) else link
    return heads


def root_text(day: date, before: str, last_check_id: int, links: dict[str, str]) -> str:
    head = f"visitwatch root 1\nday {day.isoformat()}\nbefore {before or NOTHING}\nchecks {last_check_id}\n"
    return head + "".join(f"{name} {links[name]}\n" for name in sorted(links))


def text_of(connection: Connection, root: Root) -> str:
    """A root's text, made anew from the chain as it stands."""
    return root_text(root.day, root.before, root.last_check_id, heads_at(connection, root.last_check_id))


def all_roots(connection: Connection) -> list[Root]:
    """Oldest first."""
    return [_root(row) for row in connection.execute(select(roots).order_by(roots.c.day))]


def latest_root(connection: Connection) -> Root | None:
    row = connection.execute(select(roots).order_by(roots.c.day.desc()).limit(1)).first()
    return None if row is None else _root(row)


def first_root_over(connection: Connection, check_id: int) -> Root | None:
    """The oldest root that covers this check."""
    query = select(roots).where(roots.c.last_check_id >= check_id).order_by(roots.c.day).limit(1)
    row = connection.execute(query).first()
    return None if row is None else _root(row)


def sign_root(connection: Connection, day: date, signature: bytes) -> None:
    connection.execute(update(roots).where(roots.c.day == day).values(signature=signature))


def stamp_root(connection: Connection, day: date, stamp: bytes, by: str) -> None:
    connection.execute(update(roots).where(roots.c.day == day).values(stamp=stamp, stamped_by=by))


def _root(row: Row[*tuple[object, ...]]) -> Root:
    values = {name: getattr(row, name) for name in Root.__slots__}
    return Root(**{**values, "signature": bytes(values["signature"]), "stamp": bytes(values["stamp"])})

"""The words of versions and changes, to be looked up: FTS5 in SQLite, tsvector in PostgreSQL.

Words come folded from monitors/sought.py, and neither database takes them apart again: FTS5 gets them with blanks
between, PostgreSQL as a finished tsvector. The tables hold no text, only where which word stands; a highlight is made
from the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    TextClause,
    column,
    literal,
    literal_column,
    table,
    text,
)

from monitors.records import Change, Segment
from monitors.sought import Sought, Term, folded_words
from storage.columns import clean

VERSION_WORDS, CHANGE_WORDS = "version_words", "change_words"

# What a page can cost: a tsvector may have 1 MiB. The longest real page of our histories had 46,000 words.
MOST_WORDS = 80_000
LONGEST_TEXT = 2_000_000
_LAST_PLACE, _MOST_PLACES = 16_383, 255  # of a tsvector


def index_version(connection: Connection, version_id: int, title: str, segments: Iterable[Segment]) -> None:
    index_texts(connection, VERSION_WORDS, version_id, (title, *(segment.text for segment in segments)))


def index_change(connection: Connection, change: Change) -> None:
    texts = [change.reading.headline, change.url]
    for passage in change.passages:
        texts += [passage.before, passage.after]
    index_texts(connection, CHANGE_WORDS, change.id, texts)


def says(connection: Connection, table: str, asked: Sought) -> TextClause:
    """The ids of the rows that say it, as a subquery."""
    if connection.dialect.name == "postgresql":
        query = f"SELECT id FROM {table} WHERE words @@ CAST(:sought AS tsquery)"  # noqa: S608
        return text(query).bindparams(sought=_tsquery(asked))
    return text(f"SELECT rowid FROM {table} WHERE {table} MATCH :sought").bindparams(sought=_match(asked))  # noqa: S608


# As PostgreSQL keeps it; no part of the schema that is made from tables, since SQLite's is a virtual table.
WORDS_OF_VERSIONS = table(VERSION_WORDS, column("id", BigInteger), column("words"))


def word_match(words: ColumnElement[Any], asked: Sought) -> ColumnElement[bool]:
    """Whether a row's words on PostgreSQL say it."""
    return words.bool_op("@@")(literal(_tsquery(asked)).op("::")(literal_column("tsquery")))


def index_texts(connection: Connection, table: str, number: int, texts: Iterable[str]) -> None:
    """Note which words the row of that number says."""
    words = folded_words(clean("\n".join(texts))[:LONGEST_TEXT])[:MOST_WORDS]
    if connection.dialect.name == "postgresql":
        statement = f"INSERT INTO {table} (id, words) VALUES (:id, CAST(:words AS tsvector))"  # noqa: S608
        connection.execute(text(statement), {"id": number, "words": _tsvector(words)})
    else:
        statement = f"INSERT INTO {table} (rowid, words) VALUES (:id, :words)"  # noqa: S608
        connection.execute(text(statement), {"id": number, "words": " ".join(words)})


def _tsvector(words: list[str]) -> str:
    """A finished tsvector: 'a':1,4 'b':2. Folded words are letters and digits only, so nothing needs escaping."""
    found: dict[str, list[str]] = {}
    for place, word in enumerate(words, 1):
        places = found.setdefault(word, [])
        if len(places) < _MOST_PLACES and place <= _LAST_PLACE:
            places.append(str(place))
    return " ".join(f"'{word}'" + (":" + ",".join(places) if places else "") for word, places in found.items())


def _tsquery(asked: Sought) -> str:
    return " & ".join(("!" if term.unwanted else "") + f"({_side_by_side(term)})" for term in asked.terms)


def _side_by_side(term: Term) -> str:
    *first, last = term.words
    return " <-> ".join([*(f"'{word}'" for word in first), f"'{last}'" + (":*" if term.beginning else "")])


def _match(asked: Sought) -> str:
    """In FTS5's language; NOT has two sides there, so the unwanted come last."""
    wanted = " AND ".join(_phrase(term) for term in asked.wanted)
    unwanted = "".join(f" NOT {_phrase(term)}" for term in asked.terms if term.unwanted)
    return f"({wanted}){unwanted}"


def _phrase(term: Term) -> str:
    return '"' + " ".join(term.words) + '"' + (" *" if term.beginning else "")

"""Questions to the second reader, each with what came of it: beside the readings, which they never touch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, Table, TypedColumns, func, insert, select

from monitors.question import Question, QuestionOutcome
from monitors.second_reading import SecondReading
from storage.columns import Moment, Words
from storage.rows import from_text, to_text
from storage.tables import BigId, metadata


class _Question(TypedColumns):
    """What the second reader was asked; record: what it says (SecondReading), "" where no usable answer came."""

    id: Column[int] = Column(BigId, primary_key=True)
    change_id: Column[int] = Column(BigId, ForeignKey("changes.id"), unique=True)
    at: Column[datetime] = Column(Moment)
    model: Column[str] = Column(Words)
    outcome: Column[str] = Column(Words)
    message: Column[str] = Column(Words)
    milliseconds: Column[int] = Column(Integer)
    record: Column[str] = Column(Words)


questions = Table("questions", metadata, _Question, Index(None, "at"), sqlite_autoincrement=True)


def put_question(connection: Connection, question: Question) -> bool:
    """Log a question; a change that was asked about stays as it is: False."""
    known = connection.scalar(select(questions.c.id).where(questions.c.change_id == question.change_id))
    if known is not None:
        return False
    row = {
        "change_id": question.change_id,
        "at": question.at,
        "model": question.model,
        "outcome": question.outcome,
        "message": question.message,
        "milliseconds": question.milliseconds,
        "record": to_text(question.reading) if question.reading else "",
    }
    connection.execute(insert(questions), row)
    return True


def one_question(connection: Connection, change_id: int) -> Question | None:
    row = connection.execute(select(questions).where(questions.c.change_id == change_id)).first()
    if row is None:
        return None
    return Question(
        change_id=row.change_id,
        at=row.at,
        model=row.model,
        outcome=QuestionOutcome(row.outcome),
        message=row.message,
        milliseconds=row.milliseconds,
        reading=from_text(SecondReading, row.record) if row.record else None,
    )


def question_counts(connection: Connection, since: datetime) -> Mapping[QuestionOutcome, int]:
    """How many questions came to what since then; outcomes that did not occur are left out."""
    query = select(questions.c.outcome, func.count()).where(questions.c.at >= since).group_by(questions.c.outcome)
    return {QuestionOutcome(outcome): count for outcome, count in connection.execute(query)}

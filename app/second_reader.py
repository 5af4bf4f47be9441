"""Ask the second reader about what our own reading is unsure of, when the round is over and its mail is sent.

take what this round changed and read with little confidence, the least sure first, a fixed number at most
ask a few at a time; where all of these find the reader down, the rest is not asked
check each answer; keep it beside the reading, or why there is none
Nothing else depends on it: readings, alerts and mails are what they were.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from app import endpoint
from app.endpoint import EndpointSettings, NoAnswer
from app.results import Seen
from monitors.question import Question, QuestionOutcome, messages
from monitors.records import Cause, Change
from monitors.second_reading import UnusableAnswer, reading_of
from storage.store import Store

log = logging.getLogger("visitwatch.second_reader")

MOST_A_ROUND = 20
AT_ONCE = 4  # so a round waits five time-outs at most, and one where the reader is down
_DOWN = (QuestionOutcome.UNREACHABLE, QuestionOutcome.SLOW)
OVER_THE_CAP = f"not asked: {MOST_A_ROUND} questions a round are the most"
IS_DOWN = "not asked: the reader was down a moment before"


async def ask_second_reader(
    settings: EndpointSettings | None, store: Store, seen: Iterable[Seen], clock: Callable[[], datetime]
) -> list[Question]:
    """The questions of a round, each logged with what came of it; none where there is no second reader. Raises
    StoreError only: whatever the reader does is a value."""
    if settings is None:
        return []
    unsure = unclear(seen, settings.ask_below)
    questions: list[Question] = []
    down = False
    for start in range(0, min(len(unsure), MOST_A_ROUND), AT_ONCE):
        several = unsure[start : min(start + AT_ONCE, MOST_A_ROUND)]
        if down:
            asked = [_unasked(settings, one, clock(), IS_DOWN) for one in several]
        else:
            asked = await asyncio.gather(*(_ask(settings, one, clock) for one in several))
            down = all(question.outcome in _DOWN for question in asked)
        await _keep(store, several, asked)
        questions += asked
    late = unsure[MOST_A_ROUND:]
    over = [_unasked(settings, one, clock(), OVER_THE_CAP) for one in late]
    await _keep(store, late, over)
    return questions + over


def asked_words(questions: Sequence[Question]) -> str:
    """What came of a round's questions, in one line."""
    counts = Counter(question.outcome for question in questions)
    told = ", ".join(f"{counts[outcome]} {outcome.value}" for outcome in QuestionOutcome if counts[outcome])
    return f"second reader: {len(questions)} unclear {'change' if len(questions) == 1 else 'changes'}; {told}"


def unclear(seen: Iterable[Seen], below: float) -> list[Seen]:
    """What changed and was read with less confidence than this, relevant or not, the least sure first."""
    found = [(one.change, one) for one in seen if one.change is not None and one.change.id]
    unsure = [(change, one) for change, one in found if _unsure(change, below)]
    return [one for _, one in sorted(unsure, key=lambda pair: (pair[0].reading.confidence, pair[0].id))]


def _unsure(change: Change, below: float) -> bool:
    return change.cause is Cause.CONTENT and change.reading.confidence < below


async def _ask(settings: EndpointSettings, seen: Seen, clock: Callable[[], datetime]) -> Question:
    change = seen.change
    assert change is not None
    asked, shown = messages(change, seen.monitor, seen.source)
    at, started = clock(), time.monotonic()
    reading, outcome, message = None, QuestionOutcome.ANSWERED, ""
    try:
        reading = reading_of(await endpoint.ask(settings, asked), shown)
    except NoAnswer as error:
        outcome, message = error.outcome, str(error)
    except UnusableAnswer as error:
        outcome, message = QuestionOutcome.UNUSABLE, str(error)
    took = round((time.monotonic() - started) * 1000)
    return Question(change.id, at, settings.model, outcome, message, took, reading)


def _unasked(settings: EndpointSettings, seen: Seen, at: datetime, why: str) -> Question:
    assert seen.change is not None
    return Question(seen.change.id, at, settings.model, QuestionOutcome.UNASKED, why)


async def _keep(store: Store, seen: Sequence[Seen], questions: Sequence[Question]) -> None:
    for one, question in zip(seen, questions, strict=True):
        await asyncio.to_thread(store.put_question, question)
        if question.reading is None:
            log.warning("%s: second reader: change %d: %s", one.monitor.id, question.change_id, question.message)

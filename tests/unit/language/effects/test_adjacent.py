"""Tablets alone are a channel beside visits."""

from __future__ import annotations

from monitors.language.effects.adjacent import of_tablets
from monitors.language.pages.align import align
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import units
from monitors.records import Severity, Topic
from monitors.segments import plain_segments

_HEARD = Effect("L-reader", -1, Severity.MAJOR, (Topic.IN_PERSON,))


def _told(old: str, new: str, effect: Effect) -> tuple[Effect, ...]:
    return of_tablets((effect,), align(units(plain_segments(old)), units(plain_segments(new))))


def test_what_the_reader_hears_of_tablets_alone_is_minor_and_of_tablets() -> None:
    (told,) = _told("Each person has a tablet.", "All of the tablets were withdrawn.", _HEARD)
    assert (told.topics, told.severity) == ((Topic.TABLETS,), Severity.MINOR)


def test_what_names_visits_too_or_is_told_by_a_rule_is_left() -> None:
    assert _told("Each person has a tablet.", "Tablet visits were withdrawn.", _HEARD) == (_HEARD,)
    rule = Effect("P-turn-in_person", -1, Severity.CRITICAL, (Topic.IN_PERSON,))
    assert _told("Each person has a tablet.", "All of the tablets were withdrawn.", rule) == (rule,)

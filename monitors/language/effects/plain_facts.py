"""Facts that a told rule's own lines state and the rule leaves out: whether people may touch, how far ahead to book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.figures.quantities import measures
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_TOUCH, _NOTICE = "contact_allowed", "booking_lead_hours"
_OF_TOUCH = regex(r"P-(?:turn|contrary|new|gone|answer)-contact$")


def with_plain_facts(effects: Sequence[Effect], changed: Alignment, title: str) -> tuple[Effect, ...]:
    """The effects with what is plain beside the one rule that tells it; nothing is added to a term that is told."""
    told = {fact.name for effect in effects for fact in effect.facts}
    of_touch = [effect for effect in effects if _OF_TOUCH.fullmatch(effect.rule)]
    if _TOUCH not in told and len(of_touch) == 1 and _is_of_all(of_touch[0]):
        gain = of_touch[0].sign > 0
        effects = _with(effects, of_touch[0], Fact(_TOUCH, not gain, gain))
    booked = next((effect for effect in effects if effect.rule == "P-booking" and effect.sign), None)
    if _NOTICE in told or booked is None:
        return tuple(effects)
    was, now = (_ahead(lines, said, title) for lines, said in ((changed.gone, booked.old), (changed.come, booked.new)))
    asked = now if booked.sign < 0 else was  # who walks in gives no notice
    if asked is None:
        return tuple(effects)
    return _with(effects, booked, Fact(_NOTICE, None, asked) if booked.sign < 0 else Fact(_NOTICE, asked, None))


def _with(effects: Sequence[Effect], teller: Effect, fact: Fact) -> tuple[Effect, ...]:
    return tuple(replace(one, facts=(*one.facts, fact)) if one is teller else one for one in effects)


def _is_of_all(effect: Effect) -> bool:
    return bool(effect.sign) and effect.severity is Severity.MAJOR and effect.topics == (Topic.CONTACT,)


def _ahead(lines: Iterable[Unit], said: str, title: str) -> float | None:
    """How many hours ahead the quoted line asks for a booking; None where it does not say."""
    quoted = [unit for unit in lines if said and (said in unit.plain or unit.plain in said)]
    hours = {m.value for unit in quoted for m in measures(unit, title) if m.name == _NOTICE and m.value}
    return min(hours, default=None)

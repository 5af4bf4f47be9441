"""What a told rule's own lines state stands beside it as a fact."""

from __future__ import annotations

from dataclasses import replace

from monitors.language.effects.plain_facts import with_plain_facts
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import units
from monitors.records import Fact, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading

EFFECT = Effect("P-turn-contact", -1, Severity.MAJOR, (Topic.CONTACT,))
FACT = Fact("contact_allowed", True, False)


def with_touch(effects: list[Effect]) -> tuple[Effect, ...]:
    return with_plain_facts(effects, Alignment((), (), (), ()), "Visiting")


def test_a_hug_that_is_forbidden_or_allowed_is_told() -> None:
    hug = "A brief hug at the start of a visit is {}allowed."
    assert facts(whole_reading(hug.format(""), hug.format("not "))) == {"contact_allowed": (True, False)}
    assert facts(whole_reading(hug.format("not "), hug.format(""))) == {"contact_allowed": (False, True)}


def test_it_is_told_once_and_of_everybody_alone() -> None:
    assert with_touch([EFFECT])[0].facts == (FACT,)
    assert with_touch([replace(EFFECT, facts=(FACT,))])[0].facts == (FACT,)
    for other in (
        replace(EFFECT, severity=Severity.MINOR),
        replace(EFFECT, sign=0),
        replace(EFFECT, topics=(Topic.CONTACT, Topic.LEGAL_VISITS)),
        replace(EFFECT, rule="P-turn-contact+S6"),
    ):
        assert with_touch([other])[0].facts == ()
    assert all(not effect.facts for effect in with_touch([EFFECT, replace(EFFECT, sign=1)]))


def test_the_notice_that_a_booking_asks_for_is_told() -> None:
    walked = "You do not need an appointment to visit. Walk in."
    booked = "Visits are by appointment only, made at least 24 hours ahead."
    assert facts(whole_reading(walked, booked)) == {"booking_lead_hours": (None, 24.0)}
    assert facts(whole_reading(booked, walked)) == {"booking_lead_hours": (24.0, None)}
    unsaid = "Visits are by appointment only."
    assert facts(whole_reading(walked, unsaid)) == {}
    same_day = "Visits are by appointment only; same-day booking is possible."
    assert facts(whole_reading(walked, same_day)) == {}


def test_touch_and_notice_are_told_beside_each_other() -> None:
    (unit,) = units(plain_segments("Visits are by appointment only, made at least 24 hours ahead."))
    booked = Effect("P-booking", -1, Severity.MINOR, (Topic.SCHEDULE,), (), "", unit.plain)
    told = with_plain_facts([EFFECT, booked], Alignment((), (), (), (unit,)), "Visiting")
    assert [effect.facts for effect in told] == [(FACT,), (Fact("booking_lead_hours", None, 24.0),)]

"""Facts of a whole change: the reader's and the rules', joined by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitors.language.facts import ended_terms, joined_facts, term_ended
from monitors.language.pages.scene import Effect
from monitors.records import Direction, Fact, Severity, Topic
from tests.unit.language.test_verdict import RULED, opinion


def test_counted_days_go_before_those_of_the_rules() -> None:
    ruled = [replace(RULED, facts=(Fact("visit_days_per_week", 5.0, 6.0), Fact("video_fee_usd", 1.0, 2.0)))]
    read = opinion(0.9, Direction.RESTRICTIVE, Severity.MAJOR, (0.9, Fact("video_fee_usd", 6.0, 9.0)))
    found = joined_facts(ruled, read, [Fact("visit_days_per_week", 2.0, 1.0)])
    assert set(found) == {Fact("visit_days_per_week", 2.0, 1.0), Fact("video_fee_usd", 6.0, 9.0)}


def test_lines_that_count_the_same_silence_the_rules_count() -> None:
    ruled = [replace(RULED, facts=(Fact("visit_days_per_week", 5.0, 6.0),))]
    read = opinion(0.9, Direction.RESTRICTIVE, Severity.MAJOR)
    assert joined_facts(ruled, read, ()) == ()
    assert joined_facts(ruled, read, None) == (Fact("visit_days_per_week", 5.0, 6.0),)


def test_of_two_facts_the_one_that_states_both_sides_is_told() -> None:
    half, whole = Fact("free_video_per_month", 2.0, 0.0), Fact("free_video_per_month", 2.0, 1.0)
    ruled = replace(RULED, rule="Q-free_video_per_month", facts=(whole,))
    assert joined_facts([ruled], opinion(0.9, Direction.RESTRICTIVE, Severity.MAJOR, (0.9, half))) == (whole,)
    other = replace(ruled, facts=(Fact("free_video_per_month", 3.0, 1.0),))
    assert joined_facts([other], opinion(0.9, Direction.RESTRICTIVE, Severity.MAJOR, (0.9, half))) == (half,)


def test_the_figure_of_a_term_that_ended_is_none_that_came() -> None:
    came, ended = Fact("min_guarantee_usd_month", 0.0, 2000.0), Fact("min_guarantee_usd_month", 2000.0, 0.0)
    ruled = Effect("Q-min_guarantee_usd_month", 1, Severity.MAJOR, (Topic.COMMISSION,), (ended,))
    assert joined_facts([ruled], opinion(0.9, Direction.RESTORATIVE, Severity.MAJOR, (0.9, came))) == (ended,)
    lost, won = Fact("in_person_allowed", True, False), Fact("in_person_allowed", False, True)
    ruled = Effect("P-turn-in_person", 1, Severity.CRITICAL, (Topic.IN_PERSON,), (won,))
    assert joined_facts([ruled], opinion(0.9, Direction.RESTRICTIVE, Severity.CRITICAL, (0.9, lost))) == (lost,)


@pytest.mark.parametrize(("before", "after"), [(1.0, 0.0), (0.0, 1.0)])
def test_a_term_that_came_or_went_altogether_is_believed(before: float, after: float) -> None:
    free = Fact("free_remote_visits_per_week", before, after)
    way = Direction.RESTORATIVE if after else Direction.RESTRICTIVE
    effect = Effect("Q-free", 1 if after else -1, Severity.MAJOR, (Topic.FEES,), (free,))
    doubt = opinion(1.0, Direction.RESTRICTIVE if after else Direction.RESTORATIVE, Severity.MAJOR)
    assert term_ended([effect], doubt)
    assert not term_ended([effect, replace(effect, sign=-effect.sign)], doubt)
    other = opinion(0.9, way, Severity.MAJOR, (0.9, Fact("free_remote_visits_per_week", 1.0, 4.0)))
    assert not term_ended([effect], other)
    assert not term_ended([replace(effect, facts=(Fact("free_remote_visits_per_week", None, 1.0),))], doubt)


def test_what_a_page_leaves_out_did_not_end() -> None:
    effect = Effect("Q-commission_pct", 1, Severity.MAJOR, (Topic.COMMISSION,), (Fact("commission_pct", None, 0.0),))
    assert ended_terms([effect]) == []
    ended = Fact("commission_pct", 20.0, 0.0)
    assert ended_terms([replace(effect, facts=(ended,))]) == [ended]

"""Where rules are believed whatever the reader hears, and where what it hears beside them counts: each by itself."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

from monitors.language.claims.settled import claims_in
from monitors.language.lines.silent.transposed import transposed
from monitors.language.pages.align import Row, align
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import units
from monitors.language.reader.learned import Estimate
from monitors.language.times.schedule import entries
from monitors.language.verdict import severity_of, tell
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, reading, rules, whole_reading


def _heard(minor: float, major: float, critical: float) -> Estimate:
    severities = {Severity.NONE: 0.0, Severity.MINOR: minor, Severity.MAJOR: major, Severity.CRITICAL: critical}
    ways = {Direction.RESTRICTIVE: 0.9, Direction.RESTORATIVE: 0.04, Direction.MIXED: 0.03, Direction.NEUTRAL: 0.03}
    return Estimate(0.9, ways, severities, dict.fromkeys(Topic, 0.1), ())


def test_groups_that_traded_their_days_are_neutral_whatever_the_reader_hears() -> None:
    traded = Effect("D10-groups", 0, Severity.MINOR, (Topic.SCHEDULE,), (), "a", "b", ("groups swapped",))
    told = tell([traded], Direction.NEUTRAL, _heard(0.1, 0.8, 0.1), lambda _: Row(None, None))
    assert told.effects == (traded,)


def test_a_stop_with_a_last_day_is_minor_unless_the_reader_hears_the_end_of_visits() -> None:
    stop = Effect("P-new-in_person+S8", -1, Severity.MINOR, (Topic.SUSPENSION,), (), "", "closed", ())
    assert severity_of(_heard(0.1, 0.8, 0.1), [stop]) is Severity.MINOR
    assert severity_of(_heard(0.1, 0.2, 0.7), [stop]) is Severity.CRITICAL
    assert severity_of(_heard(0.1, 0.8, 0.1), [Effect("P-new-in_person", *_tail(stop))]) is Severity.MAJOR


def _tail(effect: Effect) -> tuple[int, Severity, tuple[Topic, ...], tuple[()], str, str, tuple[str, ...]]:
    return effect.sign, effect.severity, effect.topics, (), effect.old, effect.new, effect.words


def test_fewer_visits_that_are_longer_are_mixed() -> None:
    page = (
        "Visits are held in the booths on the ground floor. Everyone sentenced or awaiting trial may have {}, unless the "
        "Captain has restricted them.\n\nBooking is by telephone with the visiting officer, {}, Monday to Friday {}. Two "
        "persons may come at one time.\n\nIf you are late, the visit is cancelled. Please do not bring food."
    )
    before = page.format("two 30 minute visits a week, on separate days", "555-0193", "from 8 to 11")
    after = page.format("one visit a week, which lasts 60 minutes", "555-0197", "between 8 and 11")
    found = whole_reading(before, after, title="Nance County Jail, Visits")
    assert found.direction is Direction.MIXED
    assert facts(found) == {"visits_per_week": (2.0, 1.0), "visit_minutes": (30.0, 60.0)}


def test_a_share_that_is_no_commission_any_more_by_name_is_told_by_its_figure_alone() -> None:
    before = (
        "D-2. Site commission. Company shall pay the Interlocal a site commission equal to 18% of Gross Video Receipts."
    )
    after = (
        "D-2. Facility cost recovery. So that the Interlocal may recover its costs of hosting the system, Company shall pay "
        "the Interlocal 27% of Gross Video Receipts. The parties do not regard this amount as a commission."
    )
    rest = "\n\nD-3. Amounts are payable monthly."
    before, after = before + rest, after + rest
    assert rules(reading(before, after, title="Exhibit D", kind="contract")) == {"Q-commission_pct"}


def test_hours_before_a_move_are_not_counted() -> None:
    lines = units(
        plain_segments("Visits will be held Monday from 1:00 p.m. to 4:00 p.m. instead of 9:00 a.m. to noon.")
    )
    assert [entry.minutes for entry in entries(lines, "visiting hours")] == [180]


def test_a_reservation_on_the_web_claims_nothing_of_video() -> None:
    lines = units(plain_segments("We now go by reservation only, made at least 24 hours ahead by phone or on the web."))
    assert "video_remote" not in {claim.about for claim in claims_in(lines)}


def test_minors_that_are_let_in_are_a_fact_of_the_whole_reading() -> None:
    page = "Number. {} visitors to a booth.\n\nAge. {}\n\nPeople who have been in custody here. Wait {}."
    before = page.format(
        "Two", "Visitors have to be adults. Minors are not let upstairs, even with a parent.", "a year"
    )
    after = page.format("Four", "Minors are let upstairs when a parent or guardian is with them.", "60 days")
    assert facts(whole_reading(before, after))["minors_allowed"] == (False, True)


def test_a_report_of_an_order_put_on_hold_is_a_loss_and_nothing_else() -> None:
    before = (
        "GARNET - A Superior Court judge has ordered Garnet County to let people in its jail meet their families in person "
        "starting Feb. 1, ruling that a blanket ban breaks the state constitution.\n\nJudge Helena Marsh wrote that the "
        'county "offered no reason, beyond convenience and revenue," for the ban, in place since 2021.'
    )
    after = (
        "GARNET - The Court of Appeals on Thursday put on hold a judge's order that Garnet County let people in its jail "
        "meet their families in person starting Feb. 1. The ban stays in force while the county appeals.\n\nSuperior Court "
        'Judge Helena Marsh, who ruled that a blanket ban breaks the state constitution, wrote that the county "offered no '
        'reason, beyond convenience and revenue," for the ban, in place since 2021.'
    )
    found = whole_reading(before, after, title="Judge: county jail must let families visit in person", kind="news")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.CRITICAL)
    assert rules(found) == {"D4-decision"}


def test_lists_in_the_same_order_are_not_taken_for_turned_about() -> None:
    men, women = "{}: Saturday 9:00-10:00, Monday 9:00-10:00", "{}: Sunday 9:00-10:00, Tuesday 9:00-10:00"
    before, after = (
        units(plain_segments("\n".join((men.format(first), women.format(second)))))
        for first, second in (("Men visit", "Women visit"), ("Women visit", "Men visit"))
    )
    assert transposed(Scene(before, after, "visits", "jail"), align(before, after)).lines == ()

"""What was decided about visits: verbs, nouns and refusals that undo each other, in one sentence."""

from __future__ import annotations

import pytest

from monitors.language.decisions import decision
from monitors.language.wording import canonical
from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, rules, whole_reading

NEWS = "LAKE CITY - Jail news.\nThe jail holds 300 people.\nVisits are discussed at every meeting of the board."

PRICE, WHO, WHEN = {Topic.FEES, Topic.VIDEO_REMOTE}, {Topic.ELIGIBILITY}, {Topic.SCHEDULE}
GAINS = [
    "The board voted down a plan to end in-person visits.",
    "LAKE CITY - The county board voted 4-1 Tuesday to reject a plan to end in-person visits at the jail.",
    "Judge blocks ban on in-person visits",
    "The sheriff has lifted the ban on contact visits.",
    "On March 3, 2026, the sheriff rescinded the order that barred children under 12 from visiting.",
    "A motion to raise the price of a video visit from $5 to $8 failed, 2 to 3.",
    "Governor vetoes bill letting jails do away with in-person visits",
    "The board overrode the sheriff's veto of a resolution restoring in-person visits.",
    "The stay of the order restoring visits was lifted.",
    "The sheriff dropped his opposition to restoring in-person visits.",
    "The sheriff was barred from ending in-person visits by a judge's order.",
    "A federal judge on Monday ordered the county to resume contact visits.",
    "The council decided not to end in-person visits.",
    "The commission, 3-2, repealed a deal under which visits are by video only.",
    "The county agreed to end its video-only policy.",
]
LOSSES = [
    "A judge refused to block the ban on contact visits.",
    "The commissioners won't lift the ban on contact visits, the clerk said Tuesday.",
    "The bill, which would have guaranteed two visits a week, died in committee.",
    "The governor vetoed a bill that would have required county jails to offer in-person visits.",
    "The state repealed a law that guarantees two visits a week.",
    "The board approved a fee of $5 for every video visit.",
    "The court upheld the rule that bars children from visiting.",
    "The council rejected a motion to repeal the ordinance limiting each inmate to one visit a month.",
    "Supervisors turn down sheriff's request to reopen the visiting room",
    "The contract clause protecting in-person visits was struck at the company's request.",
    "The ban on in-person visits was not lifted.",
]
NO_DECISION = [
    "The board will vote on a plan to end in-person visits.",
    "The board may lift the ban on contact visits.",
    "The sheriff said nobody had approved a plan to end in-person visits.",
    "Advocates asked the board to reject a plan to end in-person visits.",
    "The council approved a plan to restore the courthouse clock.",
    "The city rejected a plan to limit visits to the city pool.",
    "The board rejected a plan to end in-person visits, but only until June.",
    "Residents on discipline do not keep their weekly visit.",
    "The board approved a plan to end in-person visits unless the state objects.",
    "Nobody has lifted the ban on contact visits.",
]


@pytest.mark.parametrize(("line", "sign"), [*((line, 1) for line in GAINS), *((line, -1) for line in LOSSES)])
def test_each_turn_counts_once(line: str, sign: int) -> None:
    found = decision(canonical(line))
    assert found is not None
    assert found.sign == sign


@pytest.mark.parametrize("line", NO_DECISION)
def test_what_is_not_wholly_understood_is_left_to_others(line: str) -> None:
    assert decision(canonical(line)) is None


@pytest.mark.parametrize(
    ("line", "leaves"),
    [
        ("The board voted down a plan to end in-person visits.", True),
        ("The board repealed the rule that ended in-person visits.", False),
        ("A judge refused to block the ban on contact visits.", True),
        ("The board upheld the ban on contact visits.", True),
        ("The board adopted a plan to end in-person visits.", False),
        ("The sheriff decided not to end in-person visits.", True),
    ],
)
def test_a_plan_refused_and_a_rule_kept_leave_things_as_they_are(line: str, leaves: bool) -> None:
    found = decision(canonical(line))
    assert found is not None
    assert found.leaves is leaves


@pytest.mark.parametrize(
    ("line", "direction", "severity", "topics"),
    [
        ("board approved a plan to end in-person visits.", Direction.RESTRICTIVE, Severity.CRITICAL, {Topic.IN_PERSON}),
        ("board voted down a plan to end in-person visits.", Direction.RESTORATIVE, Severity.MAJOR, {Topic.IN_PERSON}),
        ("sheriff has lifted the ban on contact visits.", Direction.RESTORATIVE, Severity.MAJOR, {Topic.CONTACT}),
        ("county dropped the fee for home visits.", Direction.RESTORATIVE, Severity.MAJOR, PRICE),
        ("court struck down a rule that bars children from visiting.", Direction.RESTORATIVE, Severity.MAJOR, WHO),
        ("board scrapped a plan to cut visiting hours in half.", Direction.RESTORATIVE, Severity.MINOR, WHEN),
    ],
)  # fmt: skip
def test_what_it_was_about_gives_topics_and_severity(
    line: str, direction: Direction, severity: Severity, topics: set[Topic]
) -> None:
    found = whole_reading(NEWS, f"{NEWS}\nThe {line}", title="Jail news", kind="news")
    assert (found.direction, found.severity, set(found.topics)) == (direction, severity, topics)
    assert "D4-decision" in rules(found)


def test_an_end_of_visits_in_person_is_a_fact_and_a_refused_one_is_none() -> None:
    done = whole_reading(NEWS, f"{NEWS}\nThe board approved a ban on in-person visits.", title="News", kind="news")
    refused = whole_reading(NEWS, f"{NEWS}\nThe board rejected a ban on in-person visits.", title="News", kind="news")
    assert facts(done) == {"in_person_allowed": (True, False)}
    assert facts(refused) == {}


def test_a_decision_that_takes_the_place_of_its_announcement_is_news() -> None:
    pending = f"{NEWS}\nThe board is to vote on Tuesday on a plan to end in-person visits."
    found = whole_reading(pending, f"{NEWS}\nThe board voted down a plan to end in-person visits.", kind="news")
    assert found.direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The board voted down a plan to end in-person visits.", "A plan to end in-person visits was voted down."),
        ("", "Families urged the board to reject a plan to end in-person visits."),
        ("The matter comes before them next week.", "The council approved a plan to restore the courthouse clock."),
    ],
)
def test_no_news(before: str, after: str) -> None:
    assert not whole_reading(f"{NEWS}\n{before}", f"{NEWS}\n{after}", title="Jail news", kind="news").relevant

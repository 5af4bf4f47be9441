"""The one term of a rule that an act undid, or put in force again, moves with it."""

from __future__ import annotations

import pytest

from monitors.language.effects.undone_terms import with_undone_terms
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import units
from monitors.records import Fact, FactValue, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading


@pytest.mark.parametrize(
    ("before", "after", "kind", "fact"),
    [
        (
            "A person who was held in this jail may not visit until 365 days have gone by since release.",
            "The rule that a former inmate may not visit until 365 days have gone by since release is suspended.",
            "jail",
            ("waiting_days", 365.0, 0.0),
        ),
        (
            "Visits are withheld from a newly booked person for the first 14 days.",
            "The rule that visits are withheld from a newly booked person for the first 14 days has been repealed.",
            "jail",
            ("intake_days_without_visits", 14.0, 0.0),
        ),
        (
            "4. The clause by which the Authority owes one paid remote session per detainee per month is waived.",
            "4. The waiver of the clause by which the Authority owes one paid remote session per detainee per month is "
            "withdrawn.",
            "contract",
            ("min_paid_visits_per_detainee_month", None, 1.0),
        ),
    ],
)
def test_the_figure_goes_or_comes_with_the_rule(
    before: str, after: str, kind: str, fact: tuple[str, FactValue, FactValue]
) -> None:
    assert facts(whole_reading(before, after, kind=kind)).get(fact[0]) == fact[1:]


def test_a_rule_that_stays_keeps_its_figure() -> None:
    before = "A person who was held in this jail may not visit until 365 days have gone by since release."
    after = "The motion to repeal the rule that a former inmate may not visit for 365 days failed."
    assert "waiting_days" not in facts(whole_reading(before, after))


@pytest.mark.parametrize(
    ("line", "facts_told"),
    [
        ("the county gives up its 20% commission on video visits.", (Fact("commission_pct", 20.0, 0.0),)),
        ("the county voted on its 20% commission on video visits.", ()),
    ],
)
def test_of_a_decision_only_a_term_that_ended_is_told(line: str, facts_told: tuple[Fact, ...]) -> None:
    (unit,) = units(plain_segments(line))
    effect = Effect("D4-decision", 1, Severity.MAJOR, (Topic.COMMISSION,), (), "", unit.plain)
    (told,) = with_undone_terms([effect], Alignment((), (), (), (unit,)), "")
    assert told.facts == facts_told

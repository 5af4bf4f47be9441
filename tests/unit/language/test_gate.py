"""The learned part: weighs rows, silences soft rules, speaks where no rule reads, lets a rule's direction go first."""

import json
from importlib.resources import files

from monitors.language.align import Alignment, align
from monitors.language.combine import combine
from monitors.language.effects import Effect
from monitors.language.evidence import MAX_ROWS, changed_rows, effects_in, row_features
from monitors.language.gate import VETO_BELOW, models, score, severity_of, topics_of, weigh
from monitors.language.sentences import units
from monitors.records import Severity, Topic
from monitors.segments import plain_segments


def alignment_of(before: str, after: str) -> Alignment:
    return align(units(plain_segments(before)), units(plain_segments(after)))


VISITS = alignment_of(
    "Families may visit at the booths on Sunday.", "Families may no longer visit at the booths on Sunday."
)
PARKING = alignment_of("Park in the gravel lot behind the barn.", "Park in the paved lot behind the barn.")


def test_visiting_rows_weigh_more_than_parking() -> None:
    visiting, parking = (weigh(changed_rows(a)[0], []).likely for a in (VISITS, PARKING))
    assert visiting > 0.6 > 0.3 > parking


def test_a_soft_rule_is_silenced_where_nothing_speaks_of_visits() -> None:
    shift = Effect("D10-shift", 0, Severity.MINOR, (Topic.SCHEDULE,))
    kept, why = combine(changed_rows(PARKING), [shift])
    assert kept == [] and why[0].startswith("G-veto")


def test_a_timetable_row_keeps_what_a_firm_rule_read() -> None:
    row = alignment_of("Sunday 1-3 p.m.", "Sunday 1-3 p.m.\nWednesday 1-3 p.m.")
    assert VETO_BELOW / 10 < weigh(changed_rows(row)[0], []).likely < VETO_BELOW
    hours = Effect("D10-hours", 1, Severity.MAJOR, (Topic.SCHEDULE,))
    assert [effect.rule for effect in combine(changed_rows(row), [hours])[0]] == ["D10-hours"]


def test_the_learned_part_speaks_where_no_rule_did() -> None:
    kept, why = combine(changed_rows(VISITS), [])
    assert kept[0].sign == -1 and why[0].startswith("G-learned")


def test_a_rule_with_a_direction_goes_first() -> None:
    gain = Effect("P-turn-in_person", 1, Severity.CRITICAL, (Topic.IN_PERSON,))
    kept, _ = combine(changed_rows(VISITS), [gain])
    assert kept[0].sign == 1


def test_another_estimator_can_be_put_in() -> None:
    class Sure:
        likely = 1.0

        def verdict(self) -> Effect:
            return Effect("G-sure", 1, Severity.MINOR, (Topic.SCHEDULE,))

        def topics(self) -> tuple[Topic, ...]:
            return (Topic.SCHEDULE,)

    kept, _ = combine(changed_rows(PARKING), [], estimator=lambda rows: [Sure() for _ in rows])
    assert [effect.rule for effect in kept] == ["G-sure"]


def test_a_row_that_may_not_tell_alone_needs_a_rule() -> None:
    assert combine(changed_rows(VISITS), [], alone=lambda row: False) == ([], [])


def test_effects_belong_to_the_row_of_their_clause() -> None:
    row = changed_rows(VISITS)[0]
    here = Effect("P-new", -1, Severity.MAJOR, (), new="families may no longer visit")
    elsewhere = Effect("P-new", -1, Severity.MAJOR, (), new="the price rises")
    assert effects_in(row, [here, elsewhere]) == [here]


def test_evidence_names_what_came_and_went() -> None:
    found = row_features(changed_rows(VISITS)[0], [])
    assert "+no longer" in found or "+~not" in found
    assert found["no rule"] == 1.0
    assert not any("rule" in name for name in row_features(changed_rows(VISITS)[0], [], with_rules=False))


def test_rows_are_bounded() -> None:
    before = "\n".join(f"Rule {i} about the booths." for i in range(300))
    assert len(changed_rows(Alignment((), (), units(plain_segments(before)), ()))) == MAX_ROWS


def test_topics_severity_and_verdict_always_answer() -> None:
    weighed = weigh(changed_rows(VISITS)[0], [])
    assert topics_of(weighed.found) and severity_of(weighed.found) in Severity
    assert weighed.verdict().old == "families may visit at the booths on {sun}"


def test_the_shipped_weights_are_whole() -> None:
    shipped = json.loads(files("monitors.language").joinpath("gate_weights.json").read_text("utf-8"))
    assert {"relevant", "gain", "loss", "critical", "minor"} <= set(shipped)
    assert {topic.value for topic in Topic} <= set(shipped)
    assert score({"bias": 1.0}, {"bias": 0.0}) == 0.5 and models()["relevant"]

"""The scores of labelled cases and how they are counted."""

from app.evaluate import evaluate, read_case, table

LONGER = {
    "id": "x1",
    "kind": "jail_policy",
    "title": "County Jail Visiting",
    "before": "A visit lasts 20 minutes.",
    "after": "A visit lasts 40 minutes.",
    "relevant": True,
    "direction": "restorative",
    "severity": "major",
    "topics": ["duration_frequency"],
    "facts": [{"name": "visit_minutes", "before": 20.0, "after": 40.0}],
}
PHONE = {
    "id": "x2",
    "kind": "jail_policy",
    "title": "County Jail",
    "before": "Phone: (555) 010-4410",
    "after": "Phone: (555) 010-4480",
    "relevant": False,
    "direction": "neutral",
    "severity": "none",
    "topics": [],
    "facts": [],
}


def test_right_readings_score_one() -> None:
    scores, _ = evaluate([LONGER, PHONE])
    assert scores["cases"] == 2 and scores["errors"] == []
    assert scores["relevant"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert scores["direction"]["accuracy"] == scores["severity"]["accuracy"] == scores["facts"]["f1"] == 1.0


def test_an_unalerted_case_counts_as_a_wrong_direction() -> None:
    missed = {**PHONE, "id": "x3", "relevant": True, "direction": "restrictive", "severity": "major"}
    scores, _ = evaluate([LONGER, missed])
    assert scores["relevant"]["recall"] == 0.5 and scores["direction"]["accuracy"] == 0.5
    assert scores["severity"]["accuracy"] == 0.5 and scores["errors"] == ["x3"]


def test_a_false_alarm_lowers_precision_only() -> None:
    false = {
        **LONGER,
        "id": "x4",
        "relevant": False,
        "direction": "neutral",
        "severity": "none",
        "topics": [],
        "facts": [],
    }
    scores, _ = evaluate([LONGER, false])
    assert scores["relevant"]["precision"] == 0.5 and scores["relevant"]["recall"] == 1.0


def test_a_fact_is_right_only_with_both_values() -> None:
    other = {**LONGER, "facts": [{"name": "visit_minutes", "before": 20.0, "after": 45.0}]}
    assert evaluate([other])[0]["facts"]["f1"] == 0.0


def test_the_table_shows_confusion_and_misses() -> None:
    missed = {**PHONE, "id": "x3", "relevant": True, "direction": "restrictive", "severity": "major"}
    scores, scored = evaluate([LONGER, missed])
    text = table(scores, scored, verbose=True)
    assert "restrictive" in text and "x3" in text and "label restrictive/major" in text
    assert "x3" not in table(scores, scored)


def test_an_empty_side_is_a_page_that_was_not_there() -> None:
    assert read_case({**LONGER, "after": ""}).why[0].startswith("R12")

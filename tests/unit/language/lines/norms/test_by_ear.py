"""Acts on rules that are described in words of their own: verbs by grammar, what the rule holds by the reader."""

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import facts, rules, whole_reading

NEWS = "The fair opens on Friday.\nThe county's budget was passed in May."
LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("The county rescinded the rule that visits must be booked a week ahead.", MORE),
        ("The county refused to lift the rule that visits must be booked a week ahead.", LESS),
        ("The county refused to lift the rule that turns friends of prisoners away at the door.", LESS),
        ("The board voted down a motion to repeal the order that has the visiting hall open every evening.", MORE),
        ("The sheriff will no longer enforce the rule that no booking is needed for a visit.", LESS),
        ("The board let the clause by which the county gives up in-person visits lapse.", MORE),
        ("An appeals court reversed the ruling that had blocked the rule that no booking is needed for a visit.", MORE),
        ("The rule that a mother may hold her child at visits is history.", LESS),
        ("The county upheld the memo that leaves families nothing but a screen.", LESS),
    ],
)
def test_verbs_turn_what_the_rule_sounds_like(line: str, way: Direction) -> None:
    found = whole_reading(NEWS, f"{NEWS}\n{line}", title="Jail news", kind="news")
    assert found.direction is way
    assert "D4-by-ear" in {rule.removesuffix("+S5") for rule in rules(found)}


def test_its_reason_is_in_words_for_people() -> None:
    line = "The county rescinded the order that has the visiting hall locked on Sundays."
    (why,) = whole_reading(NEWS, f"{NEWS}\n{line}", title="Jail news", kind="news").why
    assert why == "D4-by-ear: rescinded, has the visiting hall locked on Sunday"


def test_what_stays_as_it_is_matters_less() -> None:
    line = "The county {} the memo that leaves families nothing but a screen."
    kept, gone = (
        whole_reading(NEWS, f"{NEWS}\n{line.format(act)}", title="Jail news", kind="news")
        for act in ("refused to rescind", "rescinded")
    )
    assert kept.severity.rank < gone.severity.rank
    assert gone.severity in (Severity.MAJOR, Severity.CRITICAL)


def test_what_the_old_page_told_in_other_words_is_no_news() -> None:
    was = f"{NEWS}\nThe county rescinded the rule that visits must be booked a week ahead."
    now = f"{NEWS}\nOn Monday the county repealed the rule that visits must be booked a week ahead."
    assert "D4-by-ear" not in rules(whole_reading(was, now, title="Jail news", kind="news"))


def test_what_was_one_clause_of_a_sentence_is_no_news() -> None:
    clause = "nothing in this Agreement obliges the Agency to do away with visits in person"
    was = f"AGREEMENT\n1. Contractor sets no visiting rules and {clause}."
    now = f"AGREEMENT\n1. {clause.capitalize()}, and Contractor sets no visiting rules."
    assert "D4-by-ear" not in rules(whole_reading(was, now, title="Agreement", kind="contract"))


@pytest.mark.parametrize(
    "line",
    [
        "The county rescinded the rule that dogs must be kept on a lead in the jail's parking lot.",
        "The warden revoked the policy under which staff may park in the visitor lot.",
        "The sheriff declined to say how many inmates were ill.",
        "The sheriff refused to release the video of the escape.",
        "The county no longer requires the jail to report its meal counts.",
    ],
)
def test_acts_on_other_things_are_silent(line: str) -> None:
    assert not whole_reading(NEWS, f"{NEWS}\n{line}", title="Jail news", kind="news").relevant


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("Provider no longer requires the County to send families to a screen in the lobby.", MORE),
        ("Nothing in this Agreement obliges the County to let families sit at a table with the prisoner.", LESS),
        ("The County is released from its promise to hold evening visits.", LESS),
    ],
)
def test_what_somebody_need_not_do_any_more(line: str, way: Direction) -> None:
    page = "AGREEMENT\n1. Provider shall install twelve terminals at the Facility.\n2. The term is five years."
    found = whole_reading(page, f"{page}\n3. {line}", title="Agreement", kind="contract")
    assert found.direction is way


def test_what_nobody_with_power_does_is_left_to_others() -> None:
    page = "Visits are on Sunday.\nBring photo ID."
    found = whole_reading(page, f"{page}\nA visitor may not bring food any more.")
    assert "D4-by-ear" not in rules(found)


def test_who_is_freed_from_a_duty_has_ended_nothing_yet() -> None:
    freed, barred = (
        whole_reading(NEWS, f"{NEWS}\n{line}", title="Jail news", kind="news")
        for line in (
            "A judge freed the sheriff from his duty to hold visits face to face across a table.",
            "A judge forbade the sheriff to hold visits face to face across a table.",
        )
    )
    assert freed.direction is barred.direction is LESS
    assert "in_person_allowed" not in facts(freed)
    assert facts(barred).get("in_person_allowed") == (True, False)


def test_a_reason_quotes_the_page() -> None:
    line = "A judge freed the sheriff from his duty to keep the visiting windows open."
    found = whole_reading(NEWS, f"{NEWS}\n{line}", title="Jail news", kind="news")
    (why,) = (reason for reason in found.why if reason.startswith("D4-by-ear"))
    assert "booths" not in why
    assert "freed the sheriff from his duty to" in why


def test_a_sentence_that_goes_on_about_visits_is_left_to_others() -> None:
    line = "The county no longer has to hold face-to-face visits, and the sheriff closed the windows the same day."
    found = whole_reading(NEWS, f"{NEWS}\n{line}", title="Jail news", kind="news")
    assert found.direction is LESS
    assert "D4-by-ear" not in rules(found)

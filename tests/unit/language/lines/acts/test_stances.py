"""Plain rules on who may visit, told or silent in whatever words they come."""

# ruff: noqa: E501  a pair of rules reads better on one line

from __future__ import annotations

import pytest

from monitors.language.claims.who_visits import answered, stance
from monitors.language.lines.acts.stances import stance_lines
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity
from monitors.segments import plain_segments
from tests.unit.language.reading import PAGE, facts, reading, reading_of_page, rules

LOSS, GAIN = Direction.RESTRICTIVE, Direction.RESTORATIVE
NEUTRAL = "Put your phone and keys in a locker."


def room(before: str, after: str) -> Certain:
    """What this room alone makes of two pages."""
    scene = Scene(*(units(plain_segments(page)) for page in (before, after)), title="county jail visiting", kind="jail")
    return stance_lines(scene, align(scene.before, scene.after))


TURNS = [
    ("A past stay in this jail does not keep you from visiting.", "Ex-inmates: no visits", "major"),
    ("A felony conviction does not bar you from visiting.", "Convicted felons are not eligible to visit.", "major"),
    ("People on parole may visit.", "No one on parole will be admitted.", "major"),
    ("Being a co-defendant does not rule out a visit.", "Co-defendants are not approved as visitors.", "minor"),
    ("Unmarried partners are allowed to visit.", "Girlfriends and boyfriends cannot visit.", "major"),
    ("A former husband or wife can be added to the visiting list.", "Ex-spouses may not visit.", "minor"),
    ("You do not have to be related to the inmate to visit.", "Visits are for relatives only.", "major"),
    ("Family and friends may visit.", "Only immediate family may visit.", "major"),
    ("All relatives are eligible to visit.", "Spouses, parents and children are eligible to visit.", "major"),
    ("Parents, spouses, siblings and cousins may visit.", "Parents and spouses may visit.", "major"),
    ("Children of all ages are welcome at visits.", "Minors will not be admitted to visitation.", "major"),
    ("Children under 5 may not visit.", "No child under 16 is admitted to visits.", "major"),
    ("16- and 17-year-olds may visit alone.", "Visitors aged 16 and 17 must have an adult with them.", "minor"),
    ("No proof of relationship is required.", "You must prove that you are related before you can visit.", "minor"),
    ("Proof of vaccination is no longer required to visit.", "Unvaccinated visitors will not be let in.", "minor"),
    ("You may visit whatever your immigration status.", "Only U.S. citizens and legal residents may visit.", "minor"),
    ("You may be on the visiting list of more than one inmate.", "A visitor may be on only one inmate's list.", "minor"),
    ("You may visit with an expired license.", "Expired licenses are not accepted.", "minor"),
    ("Visitors are not checked for warrants.", "No visitor may have a warrant.", "minor"),
    ("Newly booked inmates may be visited right away.", "Inmates must be here 7 days before their first visit.", "major"),
    ("People on parole may visit.", "Visits by people on parole are prohibited.", "major"),
]  # fmt: skip


@pytest.mark.parametrize(("gives", "takes", "level"), TURNS)
def test_a_rule_that_turned_is_told_in_whatever_words(gives: str, takes: str, level: str) -> None:
    for before, after, direction in ((gives, takes, LOSS), (takes, gives, GAIN)):
        found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
        assert found.direction is direction and found.severity is Severity(level)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Persons previously incarcerated in this facility will be denied visitation.", "Ex-inmates: no visits"),
        ("If you have ever been convicted of a felony, you cannot visit.", "We do not admit felons."),
        ("No one on probation will be admitted.", "Visitors on probation: not permitted"),
        ("You must be 18 to visit.", "Minors will not be admitted to visitation."),
        ("Visits are for relatives only.", "Friends may not visit."),
        ("All visitors must be fully vaccinated.", "Unvaccinated visitors will not be let in."),
        ("Every visitor must pass a background check.", "A criminal history check is done on each visitor."),
        ("You can visit without a background check.", "No background check is needed to visit."),
    ],
)
def test_the_same_rule_in_other_words_is_silent(before: str, after: str) -> None:
    for old, new in ((before, after), (after, before)):
        assert not reading_of_page(f"{PAGE}\n{old}", f"{PAGE}\n{new}").relevant


@pytest.mark.parametrize(
    "bars",
    ["Alleged victims will not be approved as visitors.", "Unvaccinated visitors will not be let in.", "We do not admit felons."],
)  # fmt: skip
def test_a_rule_that_bars_is_a_loss_when_it_comes_and_a_gain_when_it_goes(bars: str) -> None:
    for none in ("", NEUTRAL):
        assert reading_of_page(f"{PAGE}\n{none}", f"{PAGE}\n{bars}").direction is LOSS
        assert reading_of_page(f"{PAGE}\n{bars}", f"{PAGE}\n{none}").direction is GAIN


def test_a_part_of_a_class_is_no_other_wording_of_it() -> None:
    both, one = (f"{PAGE}\nPeople on {who} may not visit." for who in ("probation or parole", "probation"))
    assert reading(both, one).direction is GAIN and reading(one, both).direction is LOSS
    every, adult = (f"{PAGE}\nEvery {who} must pass a background check." for who in ("visitor", "adult visitor"))
    assert reading(every, adult).direction is GAIN and reading(adult, every).direction is LOSS


@pytest.mark.parametrize(
    "line",
    [
        "Former inmates may not visit for one year after release.",
        "Former inmates may be approved to visit.",
        "Volunteers with a felony conviction cannot be accepted.",
        "Children may not visit on Monday.",
        "Friends may not post bail.",
        "Foreign passports are accepted for gun permits.",
    ],
)
def test_what_says_more_or_other_things_has_no_stance(line: str) -> None:
    assert stance(line.lower()) is None


def test_rules_that_go_with_a_section_are_not_repealed_by_silence() -> None:
    rest = "Visits last an hour.\nVisitors sign the book.\nTalk softly at all times."
    assert "P-admittance" not in rules(reading(f"{PAGE}\nFelons may not visit.\n{rest}", PAGE))


def test_what_another_line_says_of_the_class_is_left_to_others() -> None:
    page = f"{PAGE}\nFelons may ask the captain for leave to visit."
    assert "P-admittance" not in rules(reading(page, f"{page}\nFelons may not visit."))


def test_another_section_is_another_rule() -> None:
    lines = ("Children may visit.", "Children may not visit.")
    page = "Video visits\n\n{}\nBe on time.\n\nContact visits\n\n{}\nBe seated."
    assert not room(page.format(lines[0], ""), page.format("", lines[1])).effects
    assert room(page.format(lines[0], ""), page.format(lines[1], "")).effects


def test_children_and_newcomers_have_facts() -> None:
    older = reading(f"{PAGE}\nChildren under 5 may not visit.", f"{PAGE}\nNo child under 16 is admitted to visits.")
    assert facts(older) == {"min_age": (5, 16)}
    barred = reading(f"{PAGE}\nKids may come along to visits.", f"{PAGE}\nMinors may not visit.")
    assert facts(barred) == {"minors_allowed": (True, False)}
    waits = [f"{PAGE}\nVisits may begin {days} days after booking." for days in (3, 21)]
    waits[0] = f"{PAGE}\nAn inmate must be here 3 days before the first visit."
    assert facts(reading(*waits)) == {"intake_days_without_visits": (3, 21)}


@pytest.mark.parametrize(
    ("question", "answer", "level"),
    [
        ("can ex-inmates visit?", "no.", 0),
        ("may former inmates visit?", "yes.", 1),
        ("have you been in our custody before?", "then you cannot visit.", 0),
        ("are felons allowed to visit?", "yes, they may visit.", 1),
    ],
)
def test_a_question_with_its_answer_is_a_rule(question: str, answer: str, level: int) -> None:
    said = answered(question, answer)
    assert said is not None and said.level == level
    assert answered(question, "ask at the desk.") is None


def test_a_question_that_gave_way_to_a_rule_is_told() -> None:
    asked = f"{PAGE}\nHave you been an inmate here? Then you cannot visit."
    assert reading(asked, f"{PAGE}\nFormer inmates are welcome at visits.").direction is GAIN


@pytest.mark.parametrize(
    ("in_", "out"),
    [
        ("Friends may visit.", "No visits by friends are permitted."),
        ("Former inmates are allowed to visit.", "Visits by former inmates have been banned."),
        ("We allow visits from people on probation.", "The warden has banned visits from people on probation."),
        ("Teenagers can visit.", "We have stopped admitting teenagers."),
        ("Great-uncles are let in.", "The sheriff has decided to keep great-uncles out."),
        ("Godparents may be visitors.", "Godparents are turned away."),
    ],
)
def test_a_class_by_its_visits_or_by_words_of_its_own(in_: str, out: str) -> None:
    barred, let_in = reading(f"{PAGE}\n{in_}", f"{PAGE}\n{out}"), reading(f"{PAGE}\n{out}", f"{PAGE}\n{in_}")
    assert (barred.direction, let_in.direction) == (LOSS, GAIN)
    assert rules(barred) == rules(let_in) and rules(barred) & {"P-admittance", "P-kin"}


def test_a_class_that_no_list_knows_is_named_in_the_headline() -> None:
    found = reading(f"{PAGE}\nThe teenagers can visit.", f"{PAGE}\nTeenagers are barred from visiting.")
    assert found.headline == "Teenagers may not visit"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Godparents can visit.", "Godparents may visit."),
        ("Unruly visitors are turned away.", "Unruly visitors may not visit."),
        ("", "Godparents may not visit the kitchen."),
        ("Small bags are let in.", "Large bags are turned away."),
    ],
)
def test_the_same_of_a_class_or_of_things_is_no_news_of_it(before: str, after: str) -> None:
    assert "P-admittance" not in rules(reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}"))

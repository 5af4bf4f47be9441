"""What was done to a rule that a sentence describes in words of its own: the verbs as deep as they stand."""

import pytest

from monitors.language.claims.act_chains import chain
from monitors.language.claims.duty_chains import duty_chain
from monitors.language.words.wording import canonical

RULE = "the rule that turns friends of prisoners away"
HELD = "turns friends of prisoners away"


@pytest.mark.parametrize(
    ("sentence", "sign", "leaves"),
    [
        (f"On Tuesday the county rescinded {RULE}.", -1, False),
        (f"The sheriff will no longer enforce {RULE}.", -1, False),
        (f"The board voted to do away with {RULE}.", -1, False),
        (f"The board approved {RULE}.", 1, False),
        (f"The county refused to lift {RULE}.", 1, True),
        (f"A judge upheld {RULE}.", 1, True),
        (f"The board voted down a motion to repeal {RULE}.", 1, True),
        (f"The board adopted a motion to repeal {RULE}.", -1, False),
        (f"The council rejected the repeal of {RULE}.", 1, True),
        ("The board turned down a plan under which friends of prisoners are turned away.", -1, True),
        (f"The county abrogated {RULE}, by a vote of 3-2.", -1, False),
    ],
)
def test_each_verb_turns_what_the_rule_holds(sentence: str, sign: int, leaves: bool) -> None:
    found = chain(canonical(sentence))
    assert found is not None
    assert (found.sign, found.leaves) == (sign, leaves)
    assert found.content in (HELD, "friends of prisoners are turned away")


@pytest.mark.parametrize(
    ("sentence", "sign", "leaves"),
    [
        ("Provider no longer requires the County to send families to a screen.", -1, False),
        ("The company will stop asking jails to send families to a screen.", -1, False),
        ("Nothing in this Agreement obliges the County to send families to a screen.", -1, False),
        ("The County need no longer send families to a screen.", -1, False),
        ("Counties are released from their promise to send families to a screen.", -1, False),
        ("A judge forbade the county to send families to a screen.", -1, False),
        ("The sheriff refused to send families to a screen.", -1, True),
        ("The county dropped its plan to send families to a screen.", -1, True),
        ("The county's duty to send families to a screen is at an end.", -1, False),
        ("A judge ordered the county to send families to a screen.", 1, False),
        ("The sheriff backed away from his refusal to send families to a screen.", 1, False),
    ],
)
def test_who_is_made_let_or_kept_from_doing_something(sentence: str, sign: int, leaves: bool) -> None:
    found = chain(canonical(sentence)) or duty_chain(canonical(sentence))
    assert found is not None
    assert (found.sign, found.leaves, found.content) == (sign, leaves, "send families to a screen")


@pytest.mark.parametrize(
    "sentence",
    [
        "The rule that turns friends of prisoners away is printed on the back.",
        f"Families asked the county to lift {RULE}.",
        f"In 2014 the county rescinded {RULE}.",
        "The county rescinded the rule.",
        "Tablets may no longer be used for visits.",
        "Ex-offenders are barred from visiting for life.",
        "A visitor may not bring food any more.",
        f"If the board rescinds {RULE}, we shall say so here.",
    ],
)
def test_no_act_of_somebody_with_power_on_a_rule_that_is_described(sentence: str) -> None:
    assert chain(canonical(sentence)) is None
    assert duty_chain(canonical(sentence)) is None

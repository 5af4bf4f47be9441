"""What statutes, contracts, vendors and handbooks rule on visits: read whole, told as it comes, goes and turns."""

from __future__ import annotations

import pytest

from monitors.language.claims.norms import norm
from monitors.language.words.wording import canonical
from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import rules, whole_reading

LOSS, GAIN = Direction.RESTRICTIVE, Direction.RESTORATIVE
PAGE = (
    "Jail standards\n"
    "Each facility shall have a written plan.\n"
    "The plan shall be filed with the board.\n"
    "The board shall enforce this chapter."
)


def read(old: str, new: str, kind: str = "rule"):  # type: ignore[no-untyped-def]
    sides = (f"{PAGE}\n{line}" if line else PAGE for line in (old, new))
    return whole_reading(*sides, title="Jail standards: visitation", kind=kind)


@pytest.mark.parametrize(
    ("line", "force", "sign"),
    [
        ("A sheriff shall not deny in-person visits solely because video visits are available.", "ban", 1),
        ("Nothing in this section shall be construed to permit a jail to end in-person visits.", "nothing", 1),
        ("This section shall not be construed to require a jail to provide in-person visits.", "nothing", -1),
        ("Nothing herein shall limit the sheriff's right to hold in-person visits.", "nothing", 1),
        ("Nothing in this chapter limits a sheriff's power to suspend visits.", "nothing", -1),
        ("A county with fewer than 50,000 people is exempt from the in-person visit requirement.", "excused", -1),
        ("A jail that has no visiting room need not offer in-person visits.", "excused", -1),
        ("No county has to give up in-person visits.", "excused", 1),
        ("No facility shall be permitted to eliminate in-person visits.", "ban", 1),
        ("Counties may, but need not, allow in-person visits.", "excused", -1),
        ("The board may waive the in-person visit requirement.", "choice", -1),
        ("Defendants shall not reinstate the ban on contact visits.", "ban", 1),
        ("A facility may not use video visits as a substitute for in-person visits.", "ban", 1),
        ("A facility shall not accept a commission on video visits.", "ban", 1),
        ("Commissions on visits are prohibited.", "ban", 1),
        ("The county waives its commission on visits.", "duty", 1),
        ("We charge nothing for visits at the lobby terminals.", "duty", 1),
        ("We do not require facilities to end in-person visits.", "ban", 1),
        ("We ask every new customer to phase out face-to-face visits.", "duty", -1),
        ("We will not install our system in a jail that bans in-person visits.", "ban", 1),
        ("Our video visits add to in-person visits and never replace them.", "guard", 1),
        ("Each facility decides whether it offers in-person visits.", "position", 0),
        ("Inmates have no right to contact visits.", "excused", -1),
        ("Inmates on disciplinary lockdown keep their visits.", "duty", 1),
        ("Visits cannot be taken away as a sanction.", "ban", 1),
        ("Visitation is a privilege and not a right.", "right", -1),
        ("Earned visits may be saved for the next month.", "favor", 1),
    ],
)
def test_a_rule_has_a_force_and_a_sign(line: str, force: str, sign: int) -> None:
    found = norm(canonical(line))
    assert found is not None
    assert (found.force, found.sign) == (force, sign)


@pytest.mark.parametrize(
    "line",
    [
        "Visitors may not extend their visits.",  # people are bound, nobody rules
        "Notwithstanding any other law, a jail may offer visits by video only.",  # which takes the others
        "A facility shall not hold in-person visits on holidays.",
        "A sheriff shall not deny in-person visits unless there is an emergency.",
        "Does a facility have to end in-person visits?",
        "Staff may not bring visitors to the visiting room.",
        "Provider shall not charge County for training.",
        "The company will require that in-person visits are discontinued.",
    ],
)
def test_what_the_grammar_does_not_know_whole_is_no_rule(line: str) -> None:
    assert norm(canonical(line)) is None


@pytest.mark.parametrize(
    ("line", "kind", "direction", "topic"),
    [
        ("A facility shall not charge a fee for an on-site visit.", "rule", GAIN, Topic.FEES),
        ("A facility shall not accept a commission on video visits.", "rule", GAIN, Topic.COMMISSION),
        ("A hearing officer may not take away visits as a sanction.", "jail", GAIN, Topic.ELIGIBILITY),
        ("The board may waive the in-person visit requirement.", "rule", LOSS, Topic.IN_PERSON),
        ("A sheriff shall not deny a visit to an attorney.", "rule", GAIN, Topic.LEGAL_VISITS),
        ("Facilities are free to keep in-person visits.", "vendor", GAIN, Topic.VENDOR_POSITION),
        ("The county shall end all face-to-face visits at the jail.", "contract", LOSS, Topic.CONTRACT_CLAUSE),
    ],
)
def test_a_rule_tells_as_it_comes_and_the_reverse_as_it_goes(
    line: str, kind: str, direction: Direction, topic: Topic
) -> None:
    came, went = read("", line, kind), read(line, "", kind)
    assert came.direction is direction
    assert topic in came.topics
    assert went.direction is (LOSS if direction is GAIN else GAIN)
    assert all(rule.startswith("P-norm") for rule in rules(came) | rules(went))


@pytest.mark.parametrize(
    ("good", "bad", "kind"),
    [
        ("Inmates have the right to contact visits.", "Inmates have no right to contact visits.", "rule"),
        (
            "Visits cannot be taken as a sanction unless the offense took place during a visit.",
            "Visits can be taken as a sanction for any offense.",
            "jail",
        ),
        (
            "Whether face-to-face visiting continues is each customer's own decision.",
            "We ask every customer to phase out face-to-face visits.",
            "vendor",
        ),
    ],
)
def test_a_rule_that_turned_is_told(good: str, bad: str, kind: str) -> None:
    for old, new, direction in ((good, bad, LOSS), (bad, good, GAIN)):
        found = read(old, new, kind)
        assert found.direction is direction
        assert any(rule.startswith("P-norm") for rule in rules(found))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A facility shall provide in-person visits.", "A facility must provide visits in person."),
        (
            "Nothing in this contract shall be read to restrict in-person visitation.",
            "This contract shall not be read to restrict in-person visitation.",
        ),
        (
            "An inmate shall be permitted to receive visits from his or her minor children.",
            "An inmate must be allowed visits from his or her minor children.",
        ),
    ],
)
def test_the_same_rule_in_other_words_tells_nothing(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        found = read(one, other)
        assert not found.relevant
        assert "R2 the same rule in other words" in found.why


def test_a_duty_not_to_is_not_the_same_as_no_duty() -> None:
    held = "The county shall {} hold visits at the booths."
    found = read(held.format("be required to"), held.format("be required not to"), "contract")
    assert found.direction is LOSS


def test_on_a_jails_page_what_is_not_done_is_told_by_others() -> None:
    assert not any(r.startswith("P-norm") for r in rules(read("", "The jail does not extend visits.", "jail")))


def test_how_one_visit_goes_on_is_no_policy() -> None:
    line = "We will not end a visit before its time is over."
    assert not any(rule.startswith("P-norm") for rule in rules(read("", line, "vendor")))


def test_what_a_vendor_leaves_to_others_is_neutral() -> None:
    line = "Decisions about in-person visiting are made by the sheriff and not by Linkwell."
    found = read("", line, "vendor")
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)
    assert rules(found) == {"D-neutral-position"}


@pytest.mark.parametrize(
    ("old", "new", "kind", "said"),
    [
        ("", "A facility shall not charge a fee for a visit.", "rule", "Rule against fees for visits added"),
        (
            "The county shall end all face-to-face visits at the jail.",
            "",
            "contract",
            "Contract clause that ended in-person visits removed",
        ),
        (
            "Inmates have no right to contact visits.",
            "Inmates have the right to contact visits.",
            "rule",
            "Rule on contact visits turned for the better",
        ),
    ],
)
def test_a_rule_has_a_headline(old: str, new: str, kind: str, said: str) -> None:
    assert read(old, new, kind).headline.startswith(said)


def test_what_may_happen_in_a_paper_has_not_happened() -> None:
    page = "The county jail holds 200 people.\nThe county board meets on Mondays."
    paper = whole_reading(page, f"{page}\nThe county may end in-person visits.", kind="news")
    contract = whole_reading(page, f"{page}\nThe county may end in-person visits.", kind="contract")
    assert (paper.severity, contract.severity) == (Severity.MAJOR, Severity.CRITICAL)
    assert paper.headline.startswith("Proposed: ")


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("In-person visits are not required of any jail.", -1),
        ("In-person visits are required of every jail.", 1),
        ("The county shall hold in-person visits to six hours a week.", -1),
        ("A facility may not limit visits to two hours a week.", 1),
        ("The county shall hold in-person visits at the main jail.", 1),
        ("Video is not a replacement for visits through glass but an addition to them.", 1),
        ("Video is offered in addition to visits through glass and is not meant to replace them.", 1),
        ("Whether people sit down in the same room is a matter for the facility.", 0),
    ],
)
def test_what_is_owed_held_to_a_number_and_left_to_others(line: str, sign: int) -> None:
    found = norm(canonical(line))
    assert found is not None and found.sign == sign


def test_who_is_required_not_to_close_must_keep_open() -> None:
    found = norm(canonical("14.1 The Board shall be required not to close the visiting windows to the public."))
    assert found is not None
    assert found.sign == 1

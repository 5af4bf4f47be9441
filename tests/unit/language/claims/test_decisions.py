"""What was decided about visits: verbs, nouns and refusals that undo each other, in one sentence."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.language.claims.decisions import decision
from monitors.language.words.wording import canonical
from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, rules, whole_reading

NEWS = "LAKE CITY - Jail news.\nThe jail holds 300 people.\nVisits are discussed at every meeting of the board."

PRICE, WHO, WHEN = {Topic.FEES, Topic.VIDEO_REMOTE}, {Topic.ELIGIBILITY}, {Topic.SCHEDULE}
GAINS = [
    "The board voted 4-1 on Tuesday to reject a plan to end in-person visits.",
    "The board voted Monday night unanimously to bring back in-person visits.",
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
    "We have dropped the requirement that jails end in-person visits.",
    "HomeLine no longer requires jails to eliminate in-person visits.",
    "We have removed from all our contracts any language limiting in-person visits.",
    "Section 4.2, which bars in-person visits, is deleted.",
    "Paragraph 3 is amended to delete the ban on in-person visits.",
    "SB 77, guaranteeing in-person visits in county jails: signed by governor.",
    "Passed: HB 40, to end video-only visits",
    "Motion to rescind the ban on contact visits: carried.",
    "Motion by Commissioner Hale to end in-person visits failed for lack of a second.",
    "IT IS ORDERED that the county resume in-person visits.",
    "The judge found the jail's ban on contact visits unconstitutional.",
    "The jail may no longer deny visits to children, a judge ruled.",
    "The board debated a plan to make every visit virtual for two hours, then voted it down, 4-1.",
    "The ban on visits by children, adopted in 2024, was repealed Monday.",
    "Sheriff Ortiz said she will bring back contact visits in July.",
    "Sheriff scraps video-only visits, brings back in-person visits",
    "Ban on contact visits lifted",
    "The jail's policy of denying visits to children was struck down by Judge Rios.",
    "The sheriff's office has reversed its decision to end in-person visits.",
    "After a long debate, the council said no to a price increase for video visitation.",
    "The board decided against adopting a plan to end in-person visits.",
    "The board relented on a plan to end in-person visits.",
    "The board turned back a switch from in-person visits to video.",
    "The board dismissed a proposal for video-only visits.",
    "The county approved a cap on the price of video visits.",
    "The board approved a second weekly visit.",
    "The board adopted a rule that entitles each inmate to two visits.",
    "The court dismissed an appeal of the ruling that struck down the ban on visits.",
    "The House fell in line and adopted a bill making in-person visits mandatory.",
    "The proposal that video replace in-person visits was rejected.",
    "A judge blocked the plan by which screens would take the place of in-person visits.",
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
    "HB 12, which would ban video-only visits, failed on third reading.",
    "The motion to enjoin the ban on contact visits is denied.",
    "The preliminary injunction barring the county from ending in-person visits is vacated.",
    "The judge dismissed a lawsuit challenging the jail's ban on contact visits.",
    "The board, 4-1, ended in-person visits at the jail.",
    "Voters turned down Measure B, which would have guaranteed in-person visits.",
    "The court reversed the ruling that struck down the ban on contact visits.",
    "The governor reversed course on a plan to add Saturday visiting hours.",
    "The county struck a deal under which visits are by video only.",
    "The board pressed ahead with a plan that would strip inmates of visits.",
    "The board approved the exclusion of children from visits.",
    "The board adopted a rule allowing only one visit a month.",
    "The commission approved a doubling of the fee for home visits.",
    "The board agreed to a ban on kids in the visiting room.",
    "A proposal for weekend visits went nowhere.",
    "The court dismissed a challenge to the ban on contact visits.",
    "The board approved a plan under which video visits would replace in-person visits.",
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
# Opinions, requests, what is pending, others' visits, rumours, denials, history and conditions.
NOBODYS_DECISION = [
    "Critics say the board should vote down the plan to end in-person visits.",
    "The board will take up a plan to end in-person visits next month.",
    "A vote on the plan to end in-person visits was put off.",
    "The sheriff denied that he plans to end in-person visits.",
    "In 2015 the board had voted to end in-person visits.",
    "If the board approves, in-person visits will end in May.",
    "The zoo board voted to end weekend visits.",
    "The school district scrapped its ban on classroom visits.",
    "The hospital ended its two-visitor limit.",
    "The governor has until Friday to sign a bill guaranteeing in-person visits.",
    "Rumors that the sheriff has ended in-person visits are false.",
    "A committee advanced no bill on jail visits.",
    "The court will hear arguments on the ban on contact visits.",
    "Attorneys asked the judge to strike down the ban on contact visits.",
    "The board is expected to reject a plan to end in-person visits.",
    "Readers told us they oppose the plan to end in-person visits.",
    "The nursing home dropped its ban on visits by children.",
    "The state park board approved a plan to limit visits to the lake.",
    "The sheriff would not say whether he has ended in-person visits.",
    "The bill that would guarantee in-person visits is in committee.",
    "The council has not decided whether to lift the ban on contact visits.",
    "The union supports a plan to end Sunday visits.",
    "Ten years ago, the county did away with in-person visits.",
    "The board might rescind the ban on contact visits.",
    "The other county ended in-person visits years ago, a report said.",
    "The sheriff ended his visit to the jail.",
    "The jail banned two visitors.",
    "A fight ended visits at the jail.",
    "The sheriff ended visits early on Sunday.",
    "The jail suspended visits for the day.",
    "The sheriff's spokesman denied a plan to end in-person visits.",
    "The sheriffs' association opposes a bill guaranteeing in-person visits.",
    "The paper's editors endorsed a plan to end in-person visits.",
    "The county bar association backed a bill guaranteeing in-person visits.",
    "Neighbors oppose a plan to reopen the visiting room.",
    "The union rejected a plan to end weekend visits.",
    "The plan to end in-person visits passed its first test.",
    "The committee sent the bill guaranteeing in-person visits to the floor.",
    "HB 40 would require jails to offer in-person visits.",
    "No action was taken on the plan to end in-person visits.",
    "The request to end in-person visits was tabled.",
    "The county appealed the ruling that restored contact visits.",
    "The board approved a contract to paint the visiting room.",
    "The board restored funding for the visiting room.",
    "The board cut the ribbon on a new visiting room.",
    "The judge blocked the release of a report on visits.",
    "The commission kept its rule on visits under review.",
    "The aquarium ended its limit on school visits.",
    "The measure to protect in-person visits was introduced Monday.",
    "A 2012 board vote ended in-person visits at the old jail.",
    "The sheriff threatened to end in-person visits.",
    "The candidate vowed to repeal the ban on contact visits.",
    "The courthouse ended its ban on visitors with phones.",
    "The attorney general has yet to rule on the ban on contact visits.",
    "What happens when a county ends in-person visits?",
    "Staff recommended that the board end in-person visits.",
    "A poll found most voters oppose ending in-person visits.",
    "Unless the board acts, in-person visits will end in June.",
    "Legislators promised to fight the ban on in-person visits.",
    "The governor has yet to sign a bill that guarantees in-person visits.",
]


@pytest.mark.parametrize(("line", "sign"), [*((line, 1) for line in GAINS), *((line, -1) for line in LOSSES)])
def test_each_turn_counts_once(line: str, sign: int) -> None:
    found = decision(canonical(line))
    assert found is not None
    assert found.sign == sign


# With a plan, bill, ban or fee in its place.
NO_MATTER_WHAT = [
    "The board is considering {m}.",
    "The board has yet to approve {m}.",
    "The board postponed a vote on {m}.",
    "The board heard from families about {m}.",
    "A subcommittee will take up {m}.",
    "Supervisor Cole said he opposes {m}.",
    "The sheriff urged the board to reject {m}.",
    "The sheriff hopes to scrap {m}.",
    "The sheriff criticized {m}.",
    "The sheriff was asked about {m}.",
    "In 2011 the board approved {m}.",
    "Last year the board rejected {m}.",
    "Should the board reject {m}, the sheriff will appeal.",
    "Families cheered when the board rejected {m}.",
    "Advocates filed suit to block {m}.",
    "A judge is to rule on {m} by Friday.",
    "An op-ed said the board was right to reject {m}.",
    "A report on {m} was approved.",
    "The union voted to reject {m}.",
    "The school board approved {m}.",
    "The candidate promised to kill {m}.",
    "Will the board approve {m}?",
    "How the county came to approve {m}",
    "The minutes do not say whether the board approved {m}.",
    "The county appealed a ruling on {m}.",
    "The Senate is to vote on {m} today.",
    "The governor promised to veto {m}.",
    "The board discussed rejecting {m}.",
    "The board was split over {m}.",
    "The board asked staff to study {m}.",
    "The board approved a study of {m}.",
    "The board refused to discuss {m}.",
    "The council in another state approved {m}, a study says.",
    "They want the state to strike down {m}.",
    "The court took the case on {m} under advisement.",
    "The sheriff said he might drop {m}.",
    "The board has until June to approve {m}.",
    "Supporters of {m} lost their lawyer.",
    "Talks on {m} collapsed.",
    "The deadline for {m} passed.",
    "The sponsor of {m} withdrew.",
    "The trial over {m} was suspended.",
]
MATTERS = (
    "a plan to end in-person visits",
    "a bill that guarantees in-person visits",
    "the ban on contact visits",
    "a fee for video visits",
)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("The carve-out that let private jails refuse in-person visits is repealed.", 1),
        ("The judge lifted the order forbidding the jail to charge for visits.", -1),
        ("The governor vetoed a bill that would have stripped inmates of their right to in-person visits.", 1),
        ("The board revoked the waiver that had excused the county from offering contact visits.", 1),
        ("We refuse to renew any contract that rules out in-person visits.", 1),
        ("The board deleted the requirement that the county refrain from holding in-person visits.", 1),
        ("The council overturned the sheriff's veto of the in-person visiting ordinance.", 1),
        ("The ban on visit fees does not extend to remote visits.", -1),
        ("The ban on visit fees extends to remote visits.", 1),
        ("Far from ending in-person visits, the jail has added a second room.", 1),
        ("Instead of restoring in-person visits, the jail has bought more tablets.", -1),
    ],
)
def test_who_is_let_off_kept_or_reached_turns_what_it_is_about(line: str, sign: int) -> None:
    found = decision(canonical(line))
    assert found is not None
    assert found.sign == sign


def test_a_loss_in_place_of_another_is_left_to_others() -> None:
    assert decision(canonical("Far from ending in-person visits, the jail has only shortened them.")) is None


@pytest.mark.parametrize("frame", NO_MATTER_WHAT)
def test_what_is_only_said_of_a_matter_decides_none(frame: str) -> None:
    assert [matter for matter in MATTERS if decision(canonical(frame.format(m=matter))) is not None] == []


@pytest.mark.parametrize("line", [*NO_DECISION, *NOBODYS_DECISION])
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
        ("We no longer require jails to end in-person visits.", False),
        ("The jail commission decided to keep in-person visits.", True),
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


def test_a_heading_of_news_about_the_jail_names_the_jail() -> None:
    before = "Jail news\nThe board is to vote on Tuesday on a plan to end in-person visits."
    after = "Jail news\nThe board voted 4-1 on Tuesday to reject a plan to end in-person visits."
    assert whole_reading(before, after, title="Jail news", kind="news").direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("The court threw the ban on contact visits out.", 1),
        ("The board voted a plan to bring back in-person visits down.", -1),
        ("We have paused visits.", -1),
        ("Our jail has restarted all visits.", 1),
        ("The detention center is suspending visits.", -1),
        ("Alder County has reopened visiting.", 1),
    ],
)
def test_parted_verbs_and_jails_that_act_themselves(line: str, sign: int) -> None:
    found = decision(canonical(line))
    assert found is not None and found.sign == sign


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("The exemption from the duty to offer in-person visits is repealed.", 1),
        ("The waiver of the in-person visit requirement expires on July 1 and shall not be renewed.", 1),
        ("The prohibition on commissions for video visits is suspended until further order.", -1),
        ("The board voted to accept a commission on video visits.", -1),
        ('Section 5.4 (Elimination of In-Person Visits) is deleted and replaced with "Reserved."', 1),
        ("The board approved a waiver that lets the jail end in-person visits.", -1),
    ],
)
def test_duties_commissions_and_who_is_let_off_a_duty(line: str, sign: int) -> None:
    found = decision(canonical(line))
    assert found is not None and found.sign == sign


@pytest.mark.parametrize(
    ("line", "sign", "leaves"),
    [
        ("The sheriff took back his plan to raise the price of a video visit from $4 to $6, before the council could vote on it.", 1, True),
        ("The board withdrew a proposal to lower the price of video visits before a vote was held.", -1, True),
        ("The sheriff withdrew his plan to end in-person visits a day before the council was to vote.", 1, True),
        ("The sheriff ended in-person visits before the council could vote on it.", -1, False),
    ],
)  # fmt: skip
def test_what_was_done_before_a_vote(line: str, sign: int, leaves: bool) -> None:
    found = decision(canonical(line))
    assert found is not None
    assert (found.sign, found.leaves) == (sign, leaves)


PENDING = (
    "Sheriff Prewitt has put before the council a plan to raise the price of a video visit to the jail from $4 to $6."
)
DROPPED = "Sheriff Prewitt took back his plan to raise the price of a video visit to the jail from $4 to $6, before the council could vote on it."


@pytest.mark.parametrize(
    ("title", "told"), [("the council column", True), ("a guest column", False), ("Column: my view", False)]
)
def test_a_column_that_reports_on_a_council_is_no_opinion(title: str, told: bool) -> None:
    found = whole_reading(f"First, the geese.\n{PENDING}", f"First, the geese.\n{DROPPED}", title=title, kind="news")
    assert ("D4-decision" in rules(found)) is told
    assert not told or (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MINOR)

"""What became of a matter that another sentence of the page tells of."""

# ruff: noqa: E501  a case reads better on one line

from __future__ import annotations

import pytest

from monitors.language.claims.held_matters import content, sign_of_matter
from monitors.language.claims.outcomes import outcomes
from monitors.language.pages.scene import OF_MATTERS
from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE
END = "House Bill 71 would let counties close their visiting booths and count a video call as a visit."
KEEP = "Senate Bill 8 would oblige every county jail to hold in-person visits twice a week."
ORDER = "By Order 12 the sheriff banned all visits by children under sixteen."
CAP = "Rule 9 of the commission puts a ceiling of 20 cents a minute on remote video visits."
CLAUSE = "Section 5 obliges the county to close its in-person visiting room to the public."
VARIANCE = "The variance of 2019, by which the county need not offer face-to-face visits,"


@pytest.mark.parametrize(
    ("matter", "before", "after", "way"),
    [
        (END, "The bill awaits a vote in the Senate.", "The bill failed in the Senate, 12 to 30.", MORE),
        (END, "It is on the governor's desk.", "The governor vetoed it on Friday.", MORE),
        (END, "It is on the governor's desk.", "The governor refused to sign it.", MORE),
        (END, "It is on the governor's desk.", "Where it is: the governor sent it back unsigned.", MORE),
        (KEEP, "It is on the governor's desk.", "An override fell nine votes short in the House.", LESS),
        ("What it does: bars jails from putting screens in the place of visits.", "Where it is: in committee.", "Where it is: voted down.", LESS),
        (END, "It is on the governor's desk.", "It was signed on Friday and became law.", LESS),
        (KEEP, "The bill awaits a vote in the Senate.", "The bill failed in the Senate, 12 to 30.", LESS),
        (KEEP, "A vote is expected in May.", "The measure was withdrawn by its sponsor.", LESS),
        (KEEP, "Status: in committee", "Status: passed, and sent to the House", MORE),
        (ORDER, "The order remains in force.", "The order has been rescinded.", MORE),
        (ORDER, "The order was suspended in May.", "The order is in force again.", LESS),
        (CAP, "The rule takes effect in June.", "The commission suspended the rule until further notice.", LESS),
        ("We ask every jail that signs with us to close its visiting room.", "That is our model.", "We have stopped asking, as of today.", MORE),
        (CLAUSE, "Staff told the board so.", "Action: approved. Section 5 is struck as of today.", MORE),
        (CLAUSE, "The county asked to be released.", "The provider waives that obligation for good.", MORE),
        (CLAUSE, "Notice is given by mail.", "That obligation is gone, and the sheriff may run the room as he likes.", MORE),
    ],
)  # fmt: skip
def test_what_became_of_a_matter_is_told_by_what_the_matter_holds(
    matter: str, before: str, after: str, way: Direction
) -> None:
    found = whole_reading(f"{matter} {before}", f"{matter} {after}", title="News from the statehouse", kind="news")
    assert found.direction is way
    assert any(rule.startswith("D4-") for rule in rules(found))


def test_a_variance_that_is_withdrawn_gives_visits_back() -> None:
    found = whole_reading(f"{VARIANCE} is renewed.", f"{VARIANCE} is withdrawn.", title="Orders of the board", kind="")
    assert found.direction is MORE
    assert "D4-outcome" in rules(found)


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (
            "Nobody may visit a newly booked person for the first ten days.",
            "The rule that nobody may visit a newly booked person for the first ten days has been repealed.",
            MORE,
        ),
        (
            "Former inmates may visit after a year.",
            "The order that kept former inmates out of the visiting room for a year has been lifted.",
            MORE,
        ),
    ],
)
def test_a_rule_told_with_its_end_is_undone(before: str, after: str, way: Direction) -> None:
    assert whole_reading(before, after).direction is way


def test_a_court_that_refuses_to_put_a_ruling_on_hold_leaves_it() -> None:
    ruling = "A judge ruled in March that the county's ban on in-person visits is void."
    found = whole_reading(
        f"{ruling} The county asked the court of appeals for a stay.",
        f"{ruling} The county asked the court of appeals for a stay. The stay was denied, and the ruling stands.",
        title="Court watch: visits in the Alder County jail",
        kind="news",
    )
    assert found.direction is MORE
    assert found.severity is Severity.MAJOR


@pytest.mark.parametrize(
    ("matter", "before", "after"),
    [
        (END, "It passed the House.", "It passed the House in April."),
        (END, "The bill failed, 12 to 30.", "By 12 votes to 30 the bill failed."),
        (END, "It is on the governor's desk.", "It is still on the governor's desk. Critics said that it must be vetoed."),
        (END, "It is on the governor's desk.", "It is on the governor's desk. If it is signed, it takes effect in May."),
        (
            "House Bill 90 strikes the sentence that lets a court deny visitation to a parent.",
            "It is in committee.",
            "It passed the House.",
        ),
        ("House Bill 12 would raise the fines for parking at the courthouse.", "It is in committee.", "It passed the House."),
    ],
)  # fmt: skip
def test_what_is_no_new_outcome_of_a_matter_on_visits_tells_none(matter: str, before: str, after: str) -> None:
    title = "Family law bills" if "parent" in matter else "News from the statehouse"
    found = whole_reading(f"{matter} {before}", f"{matter} {after}", title=title, kind="news")
    assert "D4-outcome" not in rules(found)


def test_visits_that_are_suspended_are_no_matter_that_is() -> None:
    assert outcomes("due to flu all visits are suspended until further notice.") == ()


def test_of_two_matters_neither_is_told_by_the_other() -> None:
    before = f"{ORDER} By Order 13 he opened the booths on Sundays. Both orders are under review."
    after = f"{ORDER} By Order 13 he opened the booths on Sundays. Order 13 is rescinded."
    assert whole_reading(before, after, kind="news").direction is not MORE


@pytest.mark.parametrize("undone", ["waived", "suspended"])
def test_an_order_that_undid_a_charge_is_undone_itself(undone: str) -> None:
    found = whole_reading(
        f"The charge of three dollars for a visit on the lobby screens, set by Order 8, is {undone} by Order 11. While Order 11 stands you pay nothing.",
        f"Order 11, by which the three-dollar charge of Order 8 for a visit on the lobby screens was {undone}, is withdrawn.",
    )
    assert found.direction is LESS
    assert rules(found) <= set(OF_MATTERS)


def test_a_signed_contract_is_no_matter_that_came_about() -> None:
    assert not outcomes("where the sentence is still found in a signed agreement, we do not enforce it.")
    assert [found.sign for found in outcomes("the governor signed the bill.")] == [1]


def test_a_ruling_thrown_out_in_turn_is_undone_and_a_charge_thrown_out_is_read_by_others() -> None:
    assert [found.sign for found in outcomes("the higher court has thrown out that ruling in turn.")] == [-1]
    assert [found.sign for found in outcomes("judge lee threw that decision out as unlawful.")] == [-1]
    assert not outcomes("the sheriff has thrown out the charge that he announced.")


def test_an_injunction_that_is_stayed_is_undone_with_what_was_told_behind_it() -> None:
    was = "On 3 May the court granted a preliminary injunction. The sheriff was told to re-open the booths to families and to give each detainee one in-person visit a week."
    now = f"{was} On 28 May the Eighth Circuit stayed that injunction."
    found = whole_reading(was, now, kind="news")
    assert found.direction is LESS
    assert "D4-outcome" in rules(found)


def test_a_clause_that_is_deleted_as_of_today_was_in_force() -> None:
    matter = "The amendment would delete paragraph 9.4, under which the public may visit only through the vendor's terminals."
    was = f"{matter} Action: Continued to the next meeting."
    found = whole_reading(was, f"{matter} Action: Approved. Paragraph 9.4 is deleted as of today.", kind="contract")
    assert (found.direction, found.severity) == (MORE, Severity.CRITICAL)


def test_how_long_an_agreement_runs_is_no_outcome() -> None:
    assert outcomes("visits shall not exceed 10 hours so long as this agreement is in effect.") == ()
    assert outcomes("no fee is due while this agreement is in effect.") == ()
    assert len(outcomes("this agreement is in effect.")) == 1


def test_people_released_from_a_jail_are_no_duty_that_fell() -> None:
    assert (
        outcomes("persons who have been released from a facility of the department wait 12 months by this rule.") == ()
    )
    assert [found.sign for found in outcomes("the county is released from that obligation.")] == [-1]


@pytest.mark.parametrize("limit", ["limit of 10 hours in any week", "cap of 20 hours a week", "ceiling of 2 visits"])
def test_a_limit_that_is_struck_out_is_a_gain(limit: str) -> None:
    assert sign_of_matter(f"the former {limit} on visiting across the glass") == -1


def test_a_renewed_agreement_renews_nothing_by_its_name() -> None:
    assert outcomes("the county will take nothing under the renewed agreement.") == ()
    assert [found.sign for found in outcomes("the waiver was renewed.")] == [1]


def test_a_rule_that_was_not_enforced_holds_what_it_holds() -> None:
    rule = "no person under 18 may visit"
    assert content(f"from april until now we did not enforce the rule that {rule}") == rule


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("request received for an exemption from the requirement of 2 in-person visits per inmate per week", -1),
        ("section ix entitled each person confined to a weekly visit of 30 minutes", 1),
        ("from april until now we did not enforce the rule that only 1 adult may come to the window", -1),
        (
            "the court entered a preliminary injunction directing the sheriff to give each detainee at least 1 visit a week",
            1,
        ),
        ("an order requiring the county to end in-person visits", -1),
    ],
)
def test_which_way_a_matter_goes_by_its_plain_words(said: str, sign: int) -> None:
    assert sign_of_matter(said) == sign


def test_a_motions_panel_moves_nothing() -> None:
    found = outcomes("a motions panel denied the stay in a 2-page order.")
    assert [(one.sign, one.device) for one in found] == [(-1, "stay")]
    assert [one.sign for one in outcomes("ms. faison and mr. lyle voted aye. the motion was lost.")] == [-1]


def test_a_stay_that_is_refused_leaves_what_the_injunction_orders() -> None:
    matter = (
        "In February the court entered an injunction directing the sheriff to give each detainee at least one visit a week. "
        "The sheriff asked the Court of Appeals to stay the injunction."
    )
    found = whole_reading(
        f"{matter} The motion is under submission.",
        f"{matter} The panel denied the stay.",
        kind="news",
        title="Docket watch",
    )
    assert (found.direction, rules(found)) == (MORE, {"D4-outcome"})


def test_a_log_names_an_order_in_one_line_and_tells_it_in_the_next() -> None:
    log = "01/16 Interim order. Remote video visits may not be priced above 16 cents a minute.\n02/05 Motion for a stay of the interim order.\n{}"
    found = whole_reading(
        log.format("02/20 Staff recommendation. Deny."),
        log.format("03/11 Order. The stay is granted."),
        kind="rule",
        title="Order log",
    )
    assert found.direction is LESS

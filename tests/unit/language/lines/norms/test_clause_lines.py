"""Clauses of agreements: the sole provider of visits, clauses that stand, and how long a bill may take."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

PAGE = (
    "AGREEMENT\n"
    "1. Provider shall install ten video visitation stations.\n"
    "2. Provider shall pay County a commission of 20% of gross revenue from video visits.\n"
    "3. A remote video visit costs $6 for 20 minutes."
)


def read(old: str, new: str, kind: str = "contract"):  # type: ignore[no-untyped-def]
    sides = (f"{PAGE}\n{line}" for line in (old, new))
    return whole_reading(*sides, title="Inmate video agreement", kind=kind)


@pytest.mark.parametrize("kind", ["contract", ""])
@pytest.mark.parametrize(
    "every_visit",
    [
        "4. Provider shall be the sole provider of all visitation at the Facility.",
        "4. Provider is the exclusive provider of telephone service and of all inmate visitation.",
        "4. Provider is the exclusive provider of video visits; County shall permit no other form of visitation.",
    ],
)
def test_a_company_that_alone_may_give_visits_is_critical(every_visit: str, kind: str) -> None:
    some = "4. Provider shall be the sole provider of video visits at the Facility."
    worse, better = read(some, every_visit, kind), read(every_visit, some, kind)
    assert (worse.direction, worse.severity) == (Direction.RESTRICTIVE, Severity.CRITICAL)
    assert (better.direction, better.severity) == (Direction.RESTORATIVE, Severity.CRITICAL)
    assert rules(worse) == {"P-exclusive"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "4. Provider shall be the exclusive provider of inmate video visits.",
            "4. Provider shall be the sole provider of inmate video visits.",
        ),
        (
            "4. Section 3.2, which required the County to discontinue in-person visitation, is left unchanged.",
            "4. Section 3.2, which required the County to discontinue in-person visitation, is not amended.",
        ),
        (
            "4. Section 3.2, which required the County to discontinue in-person visitation, is deleted.",
            "4. Section 3.2, which required the County to discontinue in-person visitation, is stricken in full.",
        ),
        (
            "4. The commission is paid within thirty (30) days of the end of each month.",
            "4. The commission is paid within forty-five (45) days of the end of each month.",
        ),
        (
            "4. Provider delivers a report on visits by the 10th of each month.",
            "4. Provider delivers a report on visits by the 15th of each month.",
        ),
        (
            "4. The commission on remote visits remains at 25%.",
            "4. The commission on remote visits stays at 25 percent.",
        ),
    ],
)
def test_the_same_clause_and_a_longer_term_of_payment_tell_nothing(old: str, new: str) -> None:
    assert not read(old, new).relevant
    assert not read(new, old).relevant


def test_a_clause_that_stood_and_is_struck_is_told() -> None:
    clause = "4. Section 3.2, which required the County to discontinue in-person visitation, is"
    found = read(f"{clause} left unchanged.", f"{clause} deleted in its entirety.")
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.CRITICAL)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("4. Free visits are given for thirty (30) days.", "4. Free visits are given for ten (10) days."),
        (
            "4. After written notice, visiting privileges are suspended for 30 days.",
            "4. After written notice, visiting privileges are suspended for 60 days.",
        ),
        ("4. New inmates are reported and wait 3 days.", "4. New inmates are reported and wait 10 days."),
    ],
)
def test_days_of_visitors_and_inmates_are_no_term_of_payment(old: str, new: str) -> None:
    assert "R2 the same clause" not in read(old, new).why


def test_the_only_way_to_visit_on_a_jails_page_is_no_clause() -> None:
    page = "The lobby has six screens.\nThis is the only way to visit in the building."
    other = "The lobby has six screens.\nVisits in the building are at a screen."
    assert "P-exclusive" not in rules(whole_reading(page, other, kind="jail"))


@pytest.mark.parametrize(
    "penalty",
    [
        "4. If paid visits fall below 100 a month, the County shall pay Contractor the difference.",
        "4. If paid visits fall below 100 a month, the County must make up the shortfall.",
    ],
)
def test_an_agency_that_pays_for_visits_nobody_bought_is_a_loss(penalty: str) -> None:
    talk = "4. If paid visits fall below 100 a month, the parties will meet to discuss the cause."
    worse, better = read(talk, penalty), read(penalty, talk)
    assert (worse.direction, worse.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)
    assert better.direction is Direction.RESTORATIVE


def test_a_contractor_is_the_party_of_a_contract_and_no_workman() -> None:
    found = read(
        "4. Contractor is the sole provider of remote video visits during the term.",
        "4. Contractor is the sole provider of visits of any kind during the term.",
    )
    assert rules(found) == {"P-exclusive"}


def test_a_commission_that_hears_or_decides_is_no_share() -> None:
    page = "Jail news\nThe Commission heard the Sheriff."
    found = whole_reading(page, page.replace("heard the Sheriff", "cut the ribbon at the fair"), kind="news")
    assert "P-turn-commission" not in rules(found)

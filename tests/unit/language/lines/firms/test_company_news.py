"""What a company says of itself, and what contracts, law and handbooks rule beside visits: none of it is told."""

from __future__ import annotations

import pytest

from monitors.language.pages.subjects import other_subject
from monitors.language.words.wording import canonical
from tests.unit.language.reading import whole_reading

PAGE = "Video visits with Clearbooth\nAny phone, tablet or computer with a camera will do.\nWrite to us for help."
OURS = "R4 what a company says of itself"


def read(old: str, new: str):  # type: ignore[no-untyped-def]
    sides = (f"{PAGE}\n{line}" if line else PAGE for line in (old, new))
    return whole_reading(*sides, title="Clearbooth: video visits", kind="vendor")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "Clearbooth is now called Corrlink; your account, your prices and your visits stay the same."),
        ("", "Farview Video is changing its name to Nearby; nothing else will change."),
        ("Visits are booked through Clearbooth.", "Visits are booked through Corrlink (formerly Clearbooth)."),
        ("", "Our mission is to bring families closer through technology."),
        ("", "We visit one jail a month."),
    ],
)
def test_a_new_name_and_a_mission_tell_nothing(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        found = read(one, other)
        assert not found.relevant
        assert OURS in found.why


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "Clearbooth is now called Corrlink; visits cost $9."),
        ("Visits are booked through Clearbooth.", "Visits are booked through Corrlink (formerly Telvue)."),
        ("", "Our mission is to end in-person visits."),
    ],
)
def test_a_new_name_with_new_terms_another_company_and_a_promise_are_more(old: str, new: str) -> None:
    assert OURS not in read(old, new).why


@pytest.mark.parametrize(
    "line",
    [
        "Nothing in this Agreement shall be construed to create a partnership.",
        "County may not assign this Agreement.",
        "Provider shall not be required to post a bond.",
        "A prisoner shall not be denied bail without a hearing.",
        "The exemption from the duty to file a report is repealed.",
        "Inmates have no right to a single cell.",
        "Good time lost through discipline can be restored early.",
        "The commission shall hold hearings in every region.",
    ],
)
def test_other_business_is_known_by_its_nouns(line: str) -> None:
    assert other_subject(canonical(line))


@pytest.mark.parametrize(
    "line",
    [
        "Privileges may be lost for having a weapon.",
        "The lobby is closed while new wiring is put in.",
        "Persons with felony arrests may not come.",
        "Families may ask about bail at the booths.",
        "Visits may be lost for damage to a uniform.",
        "Letters about an arrest are read by staff.",
        "Provider pays damages of 5% of gross sales.",
    ],
)
def test_other_business_beside_visits_and_money_may_be_told(line: str) -> None:
    assert not other_subject(canonical(line))

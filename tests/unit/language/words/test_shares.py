"""Shares of money, however they are said, are percentages; shares of anything else stay what they are."""

from __future__ import annotations

import pytest

from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("We hand back to the sheriff one tenth of what callers spend.", "10%"),
        ("Of all that is collected, a quarter goes to the welfare fund.", "25%"),
        ("Of the gross receipts, two fifths are the sheriff's.", "40%"),
        ("The lessor keeps thirty parts in the hundred of each fee.", "30%"),
        ("Eighteen of every hundred dollars belong to the town.", "18%"),
        ("The county keeps 22 cents of every dollar.", "22%"),
        ("It gets forty-five cents on the dollar.", "45%"),
        ("Of every dollar paid, fifty cents go to the county.", "50%"),
        ("The county's part is a third of the receipts.", "33.3%"),
        ("A third of each visit's price is the county's.", "33.3%"),
        ("A tenth of all visitor fees goes to the chaplain.", "10%"),
        ("A fifth of every dollar families spend is kept.", "20%"),
        ("Of every visit fee, a quarter goes to the county.", "25%"),
        ("A levy of four in the hundred is added.", "4%"),
    ],
)
def test_a_share_of_money_is_a_percentage(said: str, share: str) -> None:
    assert share in canonical(said).split() or f"{share}." in canonical(said).split()


@pytest.mark.parametrize(
    "said",
    [
        "Half of the visitors come on Saturday.",
        "A visit lasts a quarter of an hour and costs $5.",
        "The first half of the alphabet visits on Sunday.",
        "A third visit in the same week costs $3.",
        "Only some of the hundred booths are open.",
        "Only twenty of the hundred lockers work.",
        "Two of every hundred visitors are turned away.",
        "Dorm 5 of the 100 building visits on Monday.",
        "Pods 1 and 2 in the 100 wing visit on Saturday.",
        "The jail is at 12 in the 100 block of Main Street.",
        "A third of all visits takes place by video.",
        "A third of the visitors paid nothing.",
        "A quarter of the hour is taken by the search.",
        "A quarter of each visit is spent in line.",
        "Two thirds of the inmates pay for calls.",
        "A tenth of all calls are collect calls paid by families.",
        "A quarter of the lobby is taken up by lockers.",
        "Of all the visitors who paid, a third are children.",
        "Of the 40 minutes paid, a quarter is used for check-in.",
    ],
)
def test_a_share_of_anything_else_is_none(said: str) -> None:
    assert "%" not in canonical(said)

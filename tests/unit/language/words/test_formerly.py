"""What a term was and is, told by one line, and numbers in the words of everyday."""

from __future__ import annotations

import pytest

from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A session is half the former price of $9.00.", "a session is $4.5 instead of $9."),
        ("A visit lasts twice the old 20 minutes.", "a visit lasts 40 instead of 20 minutes."),
        (
            "The quarter of an hour we used to give each family has been doubled.",
            "the 30 minutes instead of 15 minutes we used to give each family has been doubled.",
        ),
        ("The $6 fee has been cut in half.", "the $3 instead of $6 fee has been cut in half."),
        ("The $6 fee has been doubled to $12.", "the $6 fee has been doubled to $12."),
        (
            "The booths had been staffed 28 hours a week, and are now staffed for just 14.",
            "the booths had been staffed 28 hours a week, and are now staffed for just 14 hours a week.",
        ),
        (
            "The county's cut, 38 percent since 2017, will go to zero.",
            "the county's cut, 38% since 2017, will go to 0%.",
        ),
    ],
)
def test_both_values_stand_with_their_units(text: str, told: str) -> None:
    assert canonical(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It runs two bits a minute.", "it runs $0.25 a minute."),
        ("a three-dollar charge", "a $3 charge"),
        ("room for a score of names", "room for 20 names"),
        ("no less than two and a half per detainee", "no less than 2.5 per detainee"),
        ("two and a half-hour visits", "2 and 30 minutes visits"),
        ("lost for a fortnight", "lost for 14 days"),
        ("once a fortnight", "1 time every 2 weeks"),
        ("one time in every two weeks", "1 time every 2 weeks"),
        ("one Sunday of every four", "1 {sun} of every 4"),
        ("every one of them", "every one of them"),
        ("4-1202. No person under 18", "4-1202. no person under 18"),
        ("4-12.01 An inmate may hug", "4-12.01 an inmate may hug"),
        ("9-1130", "[0900-1130]"),
        ("voted down, three to two, a motion", "voted down, 3 to 2, a motion"),
        ("Adopted on consent, 5-0.", "adopted on consent, 5-0."),
    ],
)
def test_numbers_in_everyday_words(text: str, told: str) -> None:
    assert canonical(text) == told

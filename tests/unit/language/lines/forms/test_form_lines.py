"""Plain rules on the form of visits: touch or glass, in person or on a screen, from home or in the lobby."""

# ruff: noqa: E501  a pair of rules reads better on one line

from __future__ import annotations

import pytest

from monitors.language.claims.visit_forms import forms
from monitors.language.lines.certain import Certain
from monitors.language.lines.forms.form_lines import form_lines
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, reading, reading_of_page

LOSS, GAIN = Direction.RESTRICTIVE, Direction.RESTORATIVE
PAGE = "Visiting is on Saturday and Sunday.\nBring photo ID.\nEach person may have two visits a week.\nBe on time."
NEUTRAL = "Put your phone and keys in a locker."


def room(before: str, after: str) -> Certain:
    """What this room alone makes of two pages."""
    scene = Scene(*(units(plain_segments(page)) for page in (before, after)), title="county jail visiting", kind="jail")
    return form_lines(scene, align(scene.before, scene.after))


TURNS = [
    ("You will sit across a table from the inmate, with no glass between you.", "All visits take place through glass.", Topic.CONTACT, "major"),
    ("The glass has come down; families sit together at tables.", "No-contact visits only", Topic.CONTACT, "major"),
    ("You may embrace when you meet and when you part.", "No hugging or kissing.", Topic.CONTACT, "major"),
    ("Small children can sit on the inmate's lap.", "Inmates are not allowed to hold their children during visits.", Topic.CONTACT, "major"),
    ("Families may see inmates face to face.", "All visits are by video.", Topic.IN_PERSON, "critical"),
    ("You may choose between an in-person and a video visit.", "Video visits take the place of in-person visits.", Topic.IN_PERSON, "critical"),
    ("Video does not replace visits in person.", "Instead of in-person visits we offer video.", Topic.IN_PERSON, "critical"),
    ("On-site visits are face to face.", "In-person video visits take place on a screen in the visitation center.", Topic.IN_PERSON, "critical"),
    ("Besides visits in person, you can also visit by video from home.", "There are no video visits; visits are in person only.", Topic.VIDEO_REMOTE, "major"),
    ("Visit by video from your own device or from a lobby terminal.", "Video visits can be made from home only.", Topic.VIDEO_ONSITE, "major"),
    ("On-site and at-home video visits are both offered.", "Video visits are only held on the kiosks in the lobby.", Topic.VIDEO_REMOTE, "major"),
    ("Lawyers meet with clients in a private contact room.", "Attorney visits are non-contact.", Topic.LEGAL_VISITS, "major"),
    ("Counsel may see clients in person or over video.", "Attorneys may no longer visit by video.", Topic.LEGAL_VISITS, "minor"),
    ("No appointment is needed for attorney visits.", "Attorneys need an appointment to see a client.", Topic.LEGAL_VISITS, "minor"),
    ("In-person visits are open to inmates in maximum security.", "Maximum-security inmates may have video visits only.", Topic.IN_PERSON, "major"),
    ("Minimum-security inmates may have contact visits.", "Inmates classified as minimum security visit through glass.", Topic.CONTACT, "minor"),
    ("Inmates in disciplinary segregation keep their visits.", "While in disciplinary segregation an inmate gets no visits.", Topic.ELIGIBILITY, "minor"),
]  # fmt: skip


@pytest.mark.parametrize(("gives", "takes", "topic", "level"), TURNS)
def test_a_form_that_turned_is_told_in_whatever_words(gives: str, takes: str, topic: Topic, level: str) -> None:
    for before, after, direction in ((gives, takes, LOSS), (takes, gives, GAIN)):
        found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
        assert found.direction is direction and topic in found.topics and found.severity is Severity(level)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits are non-contact.", "You will be separated from the inmate by a glass window."),
        ("Contact visits are held for all inmates.", "You will sit across a table from the inmate, with no glass."),
        ("All visits are by video.", "We no longer offer in-person visits."),
        ("Video visits take the place of in-person visits.", "Video visits are offered instead of in-person visits."),
        ("Attorneys must meet clients through glass.", "Attorney visits are non-contact."),
        ("On-site and at-home video visits are both offered.", "Visit by video from your home or from a lobby terminal."),
    ],
)  # fmt: skip
def test_the_same_form_in_other_words_is_silent(before: str, after: str) -> None:
    for old, new in ((before, after), (after, before)):
        assert not reading_of_page(f"{PAGE}\n{old}", f"{PAGE}\n{new}").relevant


@pytest.mark.parametrize(
    "takes", ["All visits take place through glass.", "All visits are by video.", "Visits are non-contact."]
)
def test_a_form_that_is_taken_by_a_line_of_its_own(takes: str) -> None:
    for none in ("", NEUTRAL):
        assert reading_of_page(f"{PAGE}\n{none}", f"{PAGE}\n{takes}").direction is LOSS
        assert reading_of_page(f"{PAGE}\n{takes}", f"{PAGE}\n{none}").direction is GAIN


def test_news_that_is_taken_down_is_old_news() -> None:
    page = f"{PAGE}\nIn-person visits have been replaced with video."
    assert not room(page, PAGE).effects


def test_visits_in_person_on_a_screen_are_none() -> None:
    new = f"{PAGE}\nIn-person visits are back. Use one of our new lobby screens."
    assert not room(PAGE, new).effects and room(PAGE, f"{PAGE}\nIn-person visits are back.").effects
    assert facts(reading(PAGE, f"{PAGE}\nIn-person visits are back.")) == {"in_person_allowed": (False, True)}


@pytest.mark.parametrize(
    "line",
    [
        "contact visits are allowed for trustees on family day.",
        "a brief hug is permitted at the end of the visit.",
        "all visits are by video until further notice.",
        "first appearances are held in person.",
    ],
)
def test_what_says_more_has_no_form(line: str) -> None:
    assert not forms(line)

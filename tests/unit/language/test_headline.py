"""Headlines are plain English with the figures that moved."""

import pytest

from monitors.language.figures.told_facts import fact_told
from monitors.language.headline import headline
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import units
from monitors.records import Fact, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import reading, whole_reading


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (Fact("video_fee_usd", 9.0, 12.0), "Video visit price up from $9.00 to $12.00"),
        (Fact("video_fee_usd", 4.5, 0.0), "Video visit price dropped: free, was $4.50"),
        (Fact("onsite_video_fee_usd", 0.0, 3.0), "Price of a video visit at the jail now $3.00, was free"),
        (Fact("video_fee_usd", None, 0.0), "Video visit price: now free"),
        (Fact("visit_minutes", 30.0, 20.0), "Visits shortened from 30 to 20 minutes"),
        (Fact("visits_per_week", 1.0, 2.0), "Visits up from 1 to 2 a week"),
        (Fact("list_max", 10.0, 5.0), "Visiting list cut from 10 to 5 people"),
        (Fact("list_max", 10.0, None), "No limit on visiting list any more, was 10 people"),
        (Fact("min_age", 12.0, 0.0), "Children of any age may visit"),
        (Fact("min_age", None, 16.0), "Only visitors aged 16 or older admitted"),
        (Fact("commission_pct", 18.0, 0.0), "Commission down from 18% to 0%"),
        (Fact("free_visits_per_week", 1.0, 0.0), "Free visits ended"),
        (Fact("in_person_allowed", True, False), "In-person visits ended"),
        (Fact("contact_allowed", False, True), "Contact at visits is allowed"),
        (Fact("some_new_name", 1.0, 2.0), ""),
    ],
)
def test_a_fact_is_told_in_words(fact: Fact, told: str) -> None:
    assert fact_told(fact) == told


@pytest.mark.parametrize(
    ("before", "after", "kind", "said"),
    [
        (
            "In-person visits are held on Sunday at the booths.",
            "In-person visits have been discontinued. All visits are by video.",
            "jail",
            "In-person visits ended",
        ),
        (
            "1. Term. 2. The county shall end all face-to-face visits at the jail. 3. Notices.",
            "1. Term. 2. Notices.",
            "contract",
            "Contract clause that ended in-person visits removed",
        ),
        (
            "A refused visitor may appeal to the director. Visits last 20 minutes.",
            "Visits last 20 minutes.",
            "jail",
            "Appeal against refusal weakened or gone",
        ),
        (
            "The warden may suspend visits for up to 30 days. Visits last 20 minutes.",
            "The warden may suspend visits for as long as necessary. Visits last 20 minutes.",
            "jail",
            "Stops of visits no longer bounded in time",
        ),
        (
            "Walk-ins are welcome at the visiting booths. Visits last 20 minutes.",
            "Visits are by appointment only. Visits last 20 minutes.",
            "jail",
            "Walk-in visits ended: appointment needed",
        ),
    ],
)
def test_events_are_told_in_words(before: str, after: str, kind: str, said: str) -> None:
    assert reading(before, after, kind=kind).headline.startswith(said)


def test_two_terms_are_named_and_no_inner_name() -> None:
    found = reading(
        "Each visit lasts 30 minutes. An inmate may have two visits a week.",
        "Each visit lasts 60 minutes. An inmate may have one visit a week.",
    )
    assert found.headline == "Visits lengthened from 30 to 60 minutes; visits cut from 2 to 1 a week"
    assert not any(sign in found.headline for sign in ("->", "_"))


def test_what_no_rule_names_is_quoted_from_the_page() -> None:
    found = reading(
        "Visits: Duty officers decide.",
        "Visits: Duty officers may deny any visit in their discretion and need not state a cause.",
    )
    assert found.headline.startswith("Change to who may visit: “")
    assert "{" not in found.headline


def test_whether_people_may_meet_is_told_before_what_it_costs() -> None:
    facts = (
        Fact("commission_pct", 20.0, 35.0),
        Fact("min_guarantee_usd_month", 2000.0, 5000.0),
        Fact("in_person_allowed", True, False),
    )
    mixed = Effect("L-mixed", -1, Severity.CRITICAL, (Topic.COMMISSION,), facts)
    assert headline([mixed], Scene((), (), "", "contract")) == "In-person visits ended; commission up from 20% to 35%"


def test_words_on_meeting_whose_topic_was_weighed_away_are_quoted_beside_what_is_named() -> None:
    said = "In-person visits have ended; all visits are by video."
    scene = Scene((), units(plain_segments(said)), "", "jail")
    ended = Effect("P-new-in_person", -1, Severity.MAJOR, (), new=scene.after[0].plain)
    shorter = Effect("L-reader", -1, Severity.MAJOR, (Topic.DURATION_FREQUENCY,), (Fact("visit_minutes", 30.0, 20.0),))
    assert headline([shorter, ended], scene) == (
        "Visits shortened from 30 to 20 minutes; “In-person visits have ended; all visits are by video.”"
    )
    assert headline([ended], scene).startswith("Change to visits: “In-person visits have ended")


def test_one_thing_is_not_told_twice() -> None:
    said = "In-person visits have resumed. Children of all ages may visit."
    scene = Scene((), units(plain_segments(said)), "", "jail")
    age = Effect("Q-min_age", 1, Severity.MAJOR, (Topic.ELIGIBILITY,), (Fact("min_age", 12.0, 0.0),))
    children = Effect("P-turn-minors", 1, Severity.MAJOR, (Topic.ELIGIBILITY,))
    back = Effect("P-turn-in_person", 1, Severity.MAJOR, (), new=scene.after[0].plain)
    assert headline([age, children, back], scene) == "Children of any age may visit; “In-person visits have resumed.”"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Saturday | 9 a.m. to 11 a.m.", "Saturday | No visits", "at one time or place"),
        (
            "A and B | 9 a.m. to 11 a.m. | 1 p.m. to 3 p.m.",
            "A and B | No visits | 1 p.m. to 3 p.m.",
            "at one time or place",
        ),
        ("Visits | daily", "Visits | suspended", "suspended"),
    ],
)
def test_a_row_without_visits_stops_no_other(before: str, after: str, told: str) -> None:
    page = "# Visiting hours\n\n{}\nSunday | 9 a.m. to 11 a.m.\nMonday | 9 a.m. to 11 a.m.\n"
    said = reading(page.format(before), page.format(after), title="Visiting hours").headline
    assert told in said and ("suspended" in said) == (told == "suspended")


def test_the_stars_of_a_banner_are_not_quoted() -> None:
    scene = Scene((), units(plain_segments("***Visits resume on Monday.***")), "", "jail")
    back = Effect("L-reader", 1, Severity.MAJOR, (Topic.IN_PERSON,), new=scene.after[0].plain)
    assert headline([back], scene) == "Change to in-person visits: “Visits resume on Monday.”"


def test_a_rise_that_never_came_is_told_as_one() -> None:
    before = "A home visit is $5.00 for 20 minutes. From January 1 it will be $6.50."
    after = "A home visit is $5.00 for 20 minutes. The step to $6.50 that was to come has been called off."
    found = whole_reading(before, after, title="Alder County Jail: video visits")
    assert found.headline == "Announced price of $6.50 called off, $5.00 stays"

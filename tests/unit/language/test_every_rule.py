"""Rules that no test of a room asks for: each in a pair of lines that no other rule tells, read by rules alone.

A rule that is dropped or renamed fails here, and so does a thing that pages give or take without a pair of its own.
"""

import pytest

from monitors.language.claims.policy import ABOUT
from monitors.records import Direction
from tests.unit.language.reading import facts, reading, rules, whole_reading

LOSS, GAIN = Direction.RESTRICTIVE, Direction.RESTORATIVE

# Given and taken away: the rule, the line that gives, the line that takes.
TURNS = [
    ("P-turn-in_person", "Visits are held in person.", "Visits are not held in person."),
    ("P-turn-contact", "A hug is allowed.", "A hug is not allowed."),
    ("P-turn-video_onsite", "The lobby terminals are open to all.", "The lobby terminals are closed to all."),
    ("P-turn-video_remote", "The at-home option is open.", "The at-home option is withdrawn."),
    ("P-turn-minors", "Children may visit.", "Children may not visit."),
    ("P-turn-ex_held", "Ex-inmates welcome; two visits a week", "Ex-inmates barred; two visits a week"),
    (
        "P-turn-record",
        "A conviction does not keep you off the visiting list.",
        "A conviction keeps you off the visiting list.",
    ),
    ("P-turn-id_document", "Bring ID; a military ID will do.", "Bring ID; a military ID will not do."),
    ("P-turn-refusal", "A second visit will not be refused.", "A second visit will be refused."),
    ("P-turn-tablets", "Tablets are available in every unit.", "Tablets are no longer available in any unit."),
    ("P-turn-visits", "Visits are held in the evening.", "Visits are not held in the evening."),
    ("P-turn-legal", "Lawyers may visit on holidays.", "Lawyers may not visit on holidays."),
    ("P-limit", "You may visit any number of inmates.", "You may visit one inmate only."),
]


@pytest.mark.parametrize(("rule", "given", "taken"), TURNS)
def test_what_is_given_or_taken(rule: str, given: str, taken: str) -> None:
    for before, after, direction in ((given, taken, LOSS), (taken, given, GAIN)):
        found = reading(before, after)
        assert rule in _without_classes(rules(found)) and found.direction is direction


# Told on a line that came: what it gives or takes.
NEWS = [
    ("P-new-video_onsite", "The lobby terminals have been removed.", LOSS),
    ("P-new-record", "Persons with a felony record from any state are banned from visiting.", LOSS),
    ("P-new-ex_held", "Former inmates from any state are barred from visiting.", LOSS),
    ("P-new-tablets", "Tablets have been removed from all units.", LOSS),
    ("P-new-commission", "The Sheriff receives no commission.", GAIN),
    ("P-new-guarantee", "The minimum usage guarantee for video visits is deleted.", GAIN),
    ("T-schedule", "Visiting hours will be extended.", GAIN),
    ("T-duration_frequency", "Visits will be cut to one hour.", LOSS),
]


@pytest.mark.parametrize(("rule", "line", "direction"), NEWS)
def test_what_a_new_line_tells(rule: str, line: str, direction: Direction) -> None:
    kind = "news" if rule.startswith("T-") else "jail"
    found = reading("Sign in at the desk.", f"Sign in at the desk.\n{line}", kind=kind)
    assert rule in _without_classes(rules(found)) and found.direction is direction
    assert reading(f"Sign in at the desk.\n{line}", f"Sign in here.\n{line}").direction is not direction


def test_a_bar_that_is_gone() -> None:
    found = reading("Children may not visit.\nVisits last 30 minutes.", "Visits last 30 minutes.")
    assert rules(found) == {"P-gone-minors"} and found.direction is GAIN


def test_a_commission_that_is_given_up() -> None:
    found = reading("The agency is paid 31 percent of video receipts.", "The agency is paid no part of video receipts.")
    assert "P-turn-commission" in rules(found) and found.direction is GAIN


# Terms with a figure: the name of the fact ("" where it is none), the line with {} for the figure, the better and the
# worse one, the rule's name where it is not the fact's.
TERMS = [
    ("onsite_video_fee_usd", "A lobby video visit costs {}.", "$4", "$6", ""),
    ("onsite_video_fee_per_min_usd", "Lobby video visits cost {} a minute.", "10 cents", "20 cents", ""),
    ("commission_pct", "The county takes a commission of {} of video visit revenue.", "20%", "35%", ""),
    ("free_remote_visits_per_week", "Each inmate has {} free remote video visits a week.", "three", "two", ""),
    ("free_visits_per_week", "Each inmate gets {} free visits a week.", "three", "two", ""),
    ("remote_visits_per_week", "Home video visits: {} a week", "3", "2", ""),
    ("remote_visits_per_day", "Remote visits per day: {}", "two", "one", ""),
    ("visit_weekends_per_month", "Visits are held {} weekends a month.", "4", "2", ""),
    ("list_lock_days", "The visiting list may be changed every {} days.", "30", "90", ""),
    ("distance_miles", "Visitors who live more than {} miles away may have a double visit.", "50", "100", ""),
    ("wait_days_friends", "Friends have to wait {} days after booking before they may visit.", "30", "60", ""),
    (
        "regular_video_fee_usd",
        "Home visits cost $2 until May 1; after that the regular price is {} a visit.",
        "$8",
        "$10",
        "",
    ),
    ("", "A video visit with an attorney costs {}.", "$0", "$10", "Q-legal_fee_usd"),
    ("", "A phone call costs {}.", "$2", "$3", "Q-call_fee_usd"),
    ("", "A felony in the last {} years disqualifies you from visiting.", "two", "five", "Q-record_days"),
]


@pytest.mark.parametrize(("name", "line", "better", "worse", "rule"), TERMS)
def test_a_term_that_moves(name: str, line: str, better: str, worse: str, rule: str) -> None:
    gain, loss = (reading(line.format(a), line.format(b)) for a, b in ((worse, better), (better, worse)))
    assert (gain.direction, loss.direction) == (GAIN, LOSS)
    for found in (gain, loss):
        assert (rule or f"Q-{name}") in _without_classes(rules(found))
        assert set(facts(found)) == ({name} if name else set())
    assert not reading(line.format(better), line.format(better)).relevant


NEUTRAL = [
    ("S3-place", "jail", "Visits are held in the county annex.", "Visits are held in the new justice center."),
    ("S3-channel", "jail", "Visits are booked by phone.", "Visits are booked online."),
    (
        "S3-renewal",
        "contract",
        "6.1 This Agreement ends on June 30, 2027 unless renewed in writing.",
        "6.1 This Agreement, having been renewed in writing without any change of price, ends on June 30, 2029.",
    ),
    (
        "D-neutral-position",
        "vendor",
        "We are asked whether Acme takes a side in the debate on in-person visits.",
        "We are asked whether Acme takes a side in the debate on in-person visits. We do not. Our contracts say "
        "nothing on the matter.",
    ),
    (
        "D9-split",
        "jail",
        "One visit of thirty minutes each week.",
        "Thirty minutes each week, which you may take in one go or split into two visits of fifteen.",
    ),
    (
        "D10-swap",
        "jail",
        "Men: visits Saturday and Sunday, 8 to 11\nWomen: visits Saturday, 1 to 4",
        "Men: visits Saturday, 8 to 11\nWomen: visits Saturday and Sunday, 1 to 4",
    ),
]


@pytest.mark.parametrize(("rule", "kind", "before", "after"), NEUTRAL)
def test_what_is_told_and_neither_gain_nor_loss(rule: str, kind: str, before: str, after: str) -> None:
    found = reading(before, after, kind=kind)
    assert rules(found) == {rule} and found.direction is Direction.NEUTRAL and found.relevant


def test_a_stop_that_loses_its_last_day() -> None:
    lines = (
        "Because of flu there will be no visits through Sunday, May 4.",
        "Because of flu there will be no visits until further notice.",
    )
    found = reading(*lines, kind="vendor")
    assert "S8-open" in rules(found) and found.direction is LOSS


def test_of_a_page_that_is_gone_no_line_tells() -> None:
    page = "Visits are held on Sunday.\nNo more than three people may visit at one time.\nVisits last 30 minutes."
    after = "We moved to a new site. Please update your bookmarks and visit our new website."
    found = whole_reading(page, after)
    assert rules(found) == {"R12-removed"} and found.direction is Direction.NEUTRAL


def test_nothing_that_pages_give_or_take_is_without_a_pair() -> None:
    told = {rule.split("-", 2)[2] for rule, *_ in (*TURNS, *NEWS) if rule.startswith(("P-turn", "P-new"))}
    assert set(ABOUT) - told == {"walk_in"}  # read by P-booking


def _without_classes(found: set[str]) -> set[str]:
    """ "P-turn-minors+S6" is "P-turn-minors" of one class."""
    return {rule.split("+")[0] for rule in found}

"""Reasons as people read them, made of those that name their rule."""

from __future__ import annotations

import pytest

from alerts.reasons import reason_words, words_title
from monitors.language.lines.acts import announced
from monitors.language.lines.people import limits

REASONS = [
    ("Q-visits_per_week: visits per week: 2 -> not stated", "visits per week: 2 → not stated (rule Q-visits_per_week)"),
    ("Q-video_fee_usd: video fee usd: 5 -> 7.5", "price of a video visit: $5.00 → $7.50 (rule Q-video_fee_usd)"),
    ("D10-hours: 2 days, 4 h -> 1 days, 2 h", "2 days, 4 h → 1 days, 2 h (rule D10-hours)"),
    ("P-new-in_person: end, visits", "newly said of in-person visits: “end”, “visits” (rule P-new-in_person)"),
    ("P-gone-glass: behind glass", "no longer said of glass: “behind glass” (rule P-gone-glass)"),
    ("P-turn-visits+S5+S6: suspended", "said otherwise of visits: “suspended” (rule P-turn-visits+S5+S6)"),
    ("P-booking: walk-ins", "walk-ins (rule P-booking)"),
    ("D10-shift: times shifted", "times shifted (rule D10-shift)"),
    ("R12 the page is new", "the page is new (rule R12)"),
    ("L-reader: 99% sure that visiting changed", "the learned reader is 99% sure that visiting changed (L-reader)"),
    ("L heard these lines without the others", "the learned reader heard these lines without the others"),
    (
        "D3-assured: owed, now at pleasure",
        "visits owed, or given at somebody's pleasure: “owed, now at pleasure” (rule D3-assured)",
    ),
    ("L-reader over P-kin, D8-unit", "the learned reader decided against the rules P-kin, D8-unit (L-reader)"),
    (
        "L-reader 0.01: no rule",
        "the learned reader finds it 1% likely that visiting changed, too little to tell; no rule found a changed term"
        " (L-reader)",
    ),
    (
        "L-reader 0.31: P-kin, D10-shift",
        "the learned reader finds it 31% likely that visiting changed, too little to tell; it outweighed the rules"
        " P-kin, D10-shift (L-reader)",
    ),
    ("R12-standing: draft", "what the document says of itself: “draft” (rule R12-standing)"),
    ("S3-closed-day: no visits", "days without visits: “no visits” (rule S3-closed-day)"),
    (
        "S8-state: Lobby video visits, are available again",
        "one form of visits stopped, or open again: “Lobby video visits are available again” (rule S8-state)",
    ),
    (
        "S8-stop: visits are suspended.",
        "all visits stopped, or held again: “visits are suspended.” (rule S8-stop)",
    ),
    ("S8-bound: 30 days, no limit", "how long visits may be stopped: “30 days, no limit” (rule S8-bound)"),
    (
        "P-safeguard-appeal: appeal gone",
        "safeguard against a refusal: “appeal gone” (rule P-safeguard-appeal)",
    ),
    (
        "Q-free-row: lobby visit | free",
        "row of the price list that came or went: “lobby visit | free” (rule Q-free-row)",
    ),
    (
        "P-usage-minimum: 500 paid video visits",
        "paid visits that are owed to a vendor: “500 paid video visits” (rule P-usage-minimum)",
    ),
    ("P-limit-long: 20 minutes", "limit that came or went: “20 minutes” (rule P-limit-long)"),
    ("P-promise: will -> hopes to", "how firmly it is promised: “will → hopes to” (rule P-promise)"),
    (
        "P-norm-nothing: nothing, charge for visits",
        "what is not done or allowed: “charge for visits” (rule P-norm-nothing)",
    ),
    ("P-norm-duty+S6: duty, hold visits", "what must be done: “hold visits” (rule P-norm-duty+S6)"),
    (
        "P-admittance-unbooked: barred -> by leave",
        "how somebody without a booking is let in: “barred → by leave” (rule P-admittance-unbooked)",
    ),
    (
        "P-admittance-class: visits: taken",
        "what becomes of one class of inmates' visits: “visits: taken” (rule P-admittance-class)",
    ),
    ("S8-sanction: loss of visits", "punishments by which visits are lost: “loss of visits” (rule S8-sanction)"),
    ("P-exclusive: sole provider", "who alone gives visits: “sole provider” (rule P-exclusive)"),
    ("A price rose by more than a tenth.", "A price rose by more than a tenth."),
    ("The words were recognised: check them.", "The words were recognised: check them."),
    ("", ""),
]


@pytest.mark.parametrize(("reason", "words"), REASONS)
def test_a_reason_is_told_in_words_before_its_rule(reason: str, words: str) -> None:
    assert reason_words(reason) == words


def test_only_words_of_the_page_are_called_words() -> None:
    titles = [words_title(rule) for rule in ("P-new-visits", "Q-list_max", "L-reader", "S8-day", "S8-open", "")]
    of_page = "Words that decided it"
    assert titles == [of_page, "Compared", "Weighed", "Compared", of_page, of_page]


def test_what_a_few_words_did_is_compared_and_not_quoted() -> None:
    told = reason_words("P-few-words: most -> all")
    assert told == "a few words by which it holds for more or for less: “most → all” (rule P-few-words)"
    assert words_title("P-few-words") == words_title("Q-list_max")


@pytest.mark.parametrize(
    "rule",
    [
        *(f"P-limit-{kind.name}" for kind in limits._KINDS),
        *(f"P-announced-{saying.name.replace(' ', '-')}" for saying in announced._SAYINGS),
    ],
)
def test_every_limit_and_announcement_has_words(rule: str) -> None:
    assert not reason_words(f"{rule}: so it says").startswith("so it says")


def test_what_became_of_a_thing_is_told_with_the_thing() -> None:
    told = reason_words("P-contrary-days+S6: evening visits")
    assert told == "what becomes of “evening visits” (rule P-contrary-days+S6)"

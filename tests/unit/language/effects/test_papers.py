"""Identity papers of a class of visitors: taken or refused."""

from __future__ import annotations

from monitors.language.effects.rights import paper_effects
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity
from monitors.segments import plain_segments
from tests.unit.language.reading import PAGE, reading, rules, whole_reading


def test_no_more_papers_than_these_refuses_none_of_them() -> None:
    before, after = "Bring a state card or a passport.", "What to bring: a passport or a state card, and no more."
    assert not reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}").relevant
    refused = "Bring a state card; passports are no longer accepted."
    assert "R5-papers" in rules(reading(f"{PAGE}\n{before}", f"{PAGE}\n{refused}"))


TAKEN = "Accepted: driver license, state ID, consular identification card."
REFUSED = "NOT accepted: student cards, expired documents, foreign consular cards."


def test_a_paper_that_moved_to_those_that_are_refused_is_a_loss_and_back_a_gain() -> None:
    old = f"{PAGE}\n{TAKEN}\nNOT accepted: student cards, expired documents."
    new = f"{PAGE}\nAccepted: state ID, driver license.\n{REFUSED}\nPlease do not argue with the deputy."
    lost, given = whole_reading(old, new), whole_reading(new, old)
    assert "R5-papers" in rules(lost) & rules(given)
    assert (lost.direction, given.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert lost.severity is given.severity is Severity.MINOR


def test_a_list_of_papers_that_lost_those_of_a_class_is_a_loss_and_back_a_gain() -> None:
    listed = "A driver's license, a state ID card, a passport, a military card or a consular card."
    old = f"{PAGE}\n{listed} An ID that ran out less than a year ago is okay.\nCall extension 5."
    shorter = "A driver's license, a state ID card, a U.S. passport or a military card."
    new = f"{PAGE}\n{shorter} It must be good that day.\nCall extension 7."
    lost, given = whole_reading(old, new), whole_reading(new, old)
    assert rules(lost) == rules(given) == {"R5-papers"}
    assert (lost.direction, given.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def test_an_entry_of_a_list_of_papers_that_went_is_a_loss_beside_other_edits_too() -> None:
    listed = "Bring one of these:\n- State ID card\n- Consular card\n- Passport"
    old = f"{PAGE}\n{listed}\nCall extension 5 of the front desk."
    new = f"{PAGE}\n{listed.replace(chr(10) + '- Consular card', '')}\nCall extension 7 of the front desk."
    lost, given = reading(old, new), reading(new, old)
    assert rules(lost) == rules(given) == {"R5-papers"}
    assert (lost.direction, given.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def test_a_card_that_must_not_be_out_of_date_and_an_expired_one_that_is_refused_are_one_rule() -> None:
    dated, expired = "The card must not be out of date.", "An expired card is not taken."
    assert not whole_reading(dated, expired).relevant
    found = whole_reading(f"A consular card is not enough.\n{dated}", f"Consular card\n{expired}")
    assert found.direction is Direction.RESTORATIVE


def test_an_entry_that_moves_from_the_refused_to_the_accepted_is_a_gain() -> None:
    page = "We take:\n- a driver's license\n- a passport{}\n\nWe don't take:\n{}- club or gym cards\n"
    old, new = page.format("", "- consular identity cards\n"), page.format("\n- a consular identity card", "")
    gain, loss = whole_reading(old, new), whole_reading(new, old)
    assert (gain.direction, loss.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)


def test_an_entry_that_leaves_the_refused_is_a_gain() -> None:
    page = "We don't take:\n{}- a club card\n- a school card\n- a store card\n"
    old, new = (units(plain_segments(page.format(entry))) for entry in ("- a consular identity card\n", ""))
    for before, after, sign in ((old, new, 1), (new, old, -1)):
        (effect,) = paper_effects(Scene(before, after, "jail visits", "jail"), align(before, after))
        assert effect.sign == sign

"""Lines that say the same in other words are found, wherever the new page has them."""

from __future__ import annotations

import pytest

from monitors.language.effects.kindred import Extent, by_kinship, extent_of, kin, kinship_of
from monitors.language.pages.align import Alignment, align
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments

OLD = (
    "Each inmate may receive two visits per week.",
    "Visits last 30 minutes.",
    "No more than two visitors may attend a visit.",
    "Visits must be scheduled 24 hours in advance.",
    "There is no charge for visits at the jail.",
    "Incoming mail is opened and inspected for contraband.",
    "All visitors must present a valid photo ID.",
    "Phones and bags must be left in a locker.",
)
NEW = (
    "A person in custody can be seen twice in any week.",
    "Half an hour is set aside every time.",
    "Bring at most one other person along; only two fit in a booth.",
    "Phone us a day ahead to reserve your time.",
    "Coming to visit costs nothing.",
    "Staff look through letters for forbidden items before they are handed out.",
    "Have a current picture identification ready.",
    "Your bag and telephone stay behind with the officer.",
)
REST = tuple(f"Program {n} meets in room {n} of the annex." for n in range(20, 40))


def aligned(old: tuple[str, ...], new: tuple[str, ...]) -> Alignment:
    return align(*(units(plain_segments("\n\n".join(lines))) for lines in (old, new)))


def test_every_rule_stands_beside_its_own_other_wording() -> None:
    found = by_kinship(aligned(OLD, NEW[::-1]))
    beside = {old.text: new.text for old, new in found.pairs}
    right = sum(beside.get(old) == new for old, new in zip(OLD, NEW, strict=True))
    assert right >= len(OLD) - 2  # one may go astray, and takes another one's place


def test_without_kinship_they_do_not() -> None:
    beside = {old.text: new.text for old, new in aligned(OLD, NEW[::-1]).pairs}
    assert sum(beside.get(old) == new for old, new in zip(OLD, NEW, strict=True)) < len(OLD) - 3


@pytest.mark.parametrize(
    ("reworded", "extent"),
    [(1, Extent.LITTLE), (2, Extent.LITTLE), (4, Extent.PART)],
)
def test_how_much_was_rewritten(reworded: int, extent: Extent) -> None:
    assert extent_of(aligned(OLD, NEW[:reworded] + OLD[reworded:])) is extent


def test_a_page_of_which_most_was_rewritten() -> None:
    old = (*OLD, "Children under 12 are not admitted to the visiting area.", "Inmates may list up to six visitors.")
    new = (*NEW, "Kids must have turned twelve before they can come in.", "Half a dozen names can stand on the list.")
    assert extent_of(aligned(old, new)) is Extent.PAGE
    assert extent_of(aligned((*old, *REST), (*new, *REST))) is Extent.PART


def test_a_page_that_was_hardly_reworded_is_left_as_it_was() -> None:
    before = aligned(OLD, NEW[:1] + OLD[1:])
    assert by_kinship(before) is before


def test_a_sentence_that_became_part_of_another_stands_with_it() -> None:
    one = ("A person in custody can be seen twice in any week, each of the visits lasting 30 minutes.", *NEW[2:])
    whole = by_kinship(aligned(OLD, one))
    found = kin(whole, kinship_of(whole))
    joined = next(line.old.text for line in found if line.new.text == one[0])
    assert OLD[0] in joined and OLD[1] in joined


def test_a_heading_is_no_rule_in_other_words() -> None:
    old = ("Visiting rules for the public", *OLD)
    new = (*NEW, "Everything that you should know")
    pairs = by_kinship(aligned(old, new)).pairs
    assert all(a.short == b.short for a, b in pairs)

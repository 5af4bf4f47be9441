"""A price list in another form tells nothing; rows that traded prices, and a price or length that moved, are told."""

from __future__ import annotations

from monitors.records import Direction, Reading
from tests.unit.language.reading import rules, whole_reading

TABLE = (
    "Video visits: prices\n"
    "Alder County Jail | remote | $0.40 per minute\n"
    "Alder County Jail | lobby | free\n"
    "Brill Detention Center | remote | $0.25 per minute\n"
    "Brill Detention Center | lobby | $0.15 per minute\n"
    "A visit that breaks off is billed by the minute."
)
HEADED = (
    "What a video visit costs\n\n"
    "Brill Detention Center\n- lobby: 15 cents a minute\n- remote: 25 cents a minute\n\n"
    "Alder County Jail\n- remote: 40 cents a minute\n- lobby: no charge\n\n"
    "A visit that breaks off is billed by the minute."
)


def reading(before: str, after: str) -> Reading:
    return whole_reading(before, after, title="Clearline price list", kind="vendor")


def test_the_same_prices_under_headings_and_in_cents_tell_nothing() -> None:
    for sides in ((TABLE, HEADED), (HEADED, TABLE)):
        found = reading(*sides)
        assert not found.relevant
        assert "R2 the same price list" in found.why


def test_a_price_that_moved_in_it_is_told() -> None:
    assert reading(TABLE, HEADED.replace("25 cents", "35 cents")).relevant
    assert reading(HEADED, HEADED.replace("25 cents", "35 cents")).direction is Direction.RESTRICTIVE
    assert reading(TABLE, TABLE.replace("0.40", "0.30")).direction is Direction.RESTORATIVE


def test_a_length_that_moved_beside_the_same_prices_is_told() -> None:
    old, new = (text.replace("minute\n- rem", "minute, {} minutes at most\n- rem") for text in (HEADED, HEADED))
    assert reading(old.format(30), new.format(20)).relevant


def test_rows_that_trade_prices_are_not_the_same_list() -> None:
    traded = HEADED.replace("25 cents", "# cents").replace("15 cents", "25 cents").replace("# cents", "15 cents")
    assert "R2 the same price list" not in reading(TABLE, traded).why
    swapped = TABLE.replace("0.40", "#").replace("0.25", "0.40").replace("#", "0.25")
    assert any(rule.startswith("Q-") for rule in rules(reading(TABLE, swapped)))


def test_what_a_price_is_charged_for_is_no_form_of_it() -> None:
    each = TABLE.replace("lobby | $", "lobby, for each visitor | $").replace(
        "remote | $0.25", "remote, for each visitor | $0.25"
    )
    assert "R2 the same price list" not in reading(TABLE, each).why

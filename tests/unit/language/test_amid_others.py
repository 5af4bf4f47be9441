"""One rule that changed among a score of lines in other words, more than the encoders hear at once."""

from __future__ import annotations

import pytest

from monitors.language.amid_others import told_amid_others
from monitors.language.judge import direction_of
from monitors.language.pages.align import align
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading

WAS = """Lindow County Detention Center
Families and friends
Our front desk is staffed by Deputy Marla Quist.
The lobby opens at seven and people should leave coats in the lockers by the door.
Everyone who comes in is screened by a metal detector before they walk to the visiting hall.
Visitors whose clothes show the stomach or the upper leg are asked to change.
A vending machine in the visiting hall takes coins and bills.
Strollers stay with the deputy at the desk while the family is in the visiting hall.
Please use the lot on Birch Street when you come to visit.
The bus from downtown stops across from the visitors' entrance on the hour.
Pictures may not be taken in the visiting hall.
Visitors who feel ill are asked to rest at home.
Who may come
{rule}
Questions about an account are answered by the vendor's help line.
The visiting hall was painted last spring.
Letters and cards
Write the full name and booking number of the person on the envelope.
Envelopes with glitter, perfume or stickers go back to the sender.
Books come straight from a shop or a publisher.
Our chaplain holds a service on Sundays in the day room, and volunteers who want to help him can fill in a form."""
NOW = """Lindow County Detention Center
For families and friends
Deputy Owen Bell and his crew look after the front desk.
Lockers stand beside the door for coats, and the lobby is open from seven.
Before they walk to the visiting hall all who come in pass through a metal detector.
Clothes of visitors should cover the upper leg and the stomach, or they are asked to change.
Coins, bills and cards work in the vending machine of the visiting hall.
While a family is in the visiting hall, its stroller is kept by the deputy at the desk.
When you come to visit, please park in the lot on Birch Street.
On the hour a bus from downtown stops across the road from the visitors' entrance.
Nobody may take pictures in the visiting hall.
Should visitors feel ill, we ask them to rest at home.
Who may come
{rule}
The help line of the vendor answers questions about an account.
Last spring the visiting hall was painted.
Letters and cards
The person's full name and booking number belong on the envelope.
What has glitter, perfume or stickers on it goes back to the sender.
A shop or a publisher may send books.
On Sundays our chaplain holds a service in the day room; a form is there for volunteers who want to help him."""


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Children may sit on a lap.", "Children may not come along any more."),
        ("Cousins and friends are welcome.", "Cousins are welcome."),
        ("People sit side by side.", "People sit behind glass."),
        ("People in the north wing get visits.", "People in the north wing get no visits."),
    ],
)
def test_one_rule_that_changed_among_lines_in_other_words_is_told(was: str, now: str) -> None:
    told, back = (whole_reading(WAS.format(rule=x), NOW.format(rule=y)) for x, y in ((was, now), (now, was)))
    assert (told.direction, back.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert "L heard these lines without the others" in told.why


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Cousins are welcome.", "Cousins are welcome here."),
        ("Children may sit on a lap.", "A child may sit on someone's lap."),
        ("Each person may have two visits a week.", "Two visits a week are allowed each person."),
    ],
)
def test_a_page_whose_every_line_is_in_other_words_is_silent(was: str, now: str) -> None:
    assert not whole_reading(WAS.format(rule=was), NOW.format(rule=now)).relevant


def test_where_all_lines_are_heard_at_once_none_is_heard_without_the_others() -> None:
    found = whole_reading("Children may sit on a lap.\nBring a coat.", "Children may not come.\nBring a scarf.")
    assert found.relevant
    assert "L heard these lines without the others" not in found.why


def test_a_timetable_set_anew_by_day_is_heard_by_none_of_its_lines() -> None:
    by_pod = "Pod | Mon | Wed | Sat\nAlder | 0800-1000 | - | 1300-1500\nElm (women) | - | 0800-1100 | 0900-1200"
    by_day = (
        "MONDAY\n8 a.m. to 10 a.m. Alder\nWEDNESDAY\n8 a.m. to 11 a.m. Elm (women)\n"
        "SATURDAY\n9 a.m. to noon. Elm (women)\n1 p.m. to 3 p.m. Alder"
    )
    for was, now in ((by_pod, by_day), (by_day, by_pod)):
        assert not whole_reading(WAS.format(rule=was), NOW.format(rule=now)).relevant


@pytest.mark.parametrize(("said", "told"), [("Are hugs allowed? No; there is glass.", False), ("Ask the desk.", True)])
def test_a_line_that_took_up_what_others_said_is_not_told_without_them(said: str, told: bool) -> None:
    before = units(plain_segments(WAS.format(rule=f"Booth visits: two a week.\n{said}")))
    after = units(plain_segments(NOW.format(rule="Booth visits (there is glass, so no hugs): two a week.")))
    alignment = align(before, after)
    (old, new) = next(pair for pair in alignment.pairs if "booth" in pair[0].plain)
    effect = Effect("L-reader", -1, Severity.MAJOR, (Topic.CONTACT,), (), old.plain, new.plain, ("surely",))
    scene = Scene(before, after, "visits", "jail")
    found = told_amid_others(scene, alignment, lambda *_: [effect], lambda _: Told((effect,), (), 0.95), direction_of)
    assert (found is not None) is told

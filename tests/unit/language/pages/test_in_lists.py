"""Items that went from one list to another, or came into one, are read with the line over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from monitors.language.judge import read
from monitors.language.pages.align import align
from monitors.language.pages.in_lists import in_their_lists
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Reading, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import whole_reading
from tests.unit.text.reading import changed, document

TITLE = "Alder County Jail visitation"
Lists = dict[str, list[str]]
Seen = Callable[[Lists, Lists], Reading]
ELIGIBILITY, IN_PERSON, CONTACT, FEES, SCHEDULE = (
    Topic.ELIGIBILITY, Topic.IN_PERSON, Topic.CONTACT, Topic.FEES, Topic.SCHEDULE,
)  # fmt: skip


def text(lists: Lists) -> str:
    told = ("\n".join([name, *(f"- {item}" for item in items)]) for name, items in lists.items())
    return "\n\n".join([TITLE, *told, "Each visit is half an hour at the window."])


def html(lists: Lists) -> str:
    told = (f"<h2>{name}</h2><ul>{''.join(f'<li>{item}' for item in items)}</ul>" for name, items in lists.items())
    rest = "<h2>Coming here</h2><p>Arrive fifteen minutes early. Lockers are free. Each visit is half an hour.</p>"
    return f"<title>{TITLE}</title><main><h1>{TITLE}</h1>{''.join(told)}{rest}</main>"


def of_text(before: Lists, after: Lists) -> Reading:
    return whole_reading(text(before), text(after), title=TITLE)


def of_page(before: Lists, after: Lists) -> Reading:
    """As a change of a page is read, by the passages that its diff grades as telling."""
    old, new = (document(html(lists)).segments for lists in (before, after))
    return read(old, new, changed(html(before), html(after)).passages, title_before=TITLE, title_after=TITLE)


MOVES = [
    ("Who may visit", ["Parents", "Spouses"], "Who may not visit", ["Friends"], "Cousins", ELIGIBILITY),
    ("Accepted identification", ["Passport"], "Not accepted", ["School card"], "Consular card", ELIGIBILITY),
    ("Units with in-person visits", ["Unit A"], "Units with video visits only", ["Unit D"], "Unit C", IN_PERSON),
    ("Allowed during a visit", ["A short embrace"], "Not allowed during a visit", ["Notes"], "Holding hands", CONTACT),
    ("Free of charge", ["Window visits"], "Charged at $5", ["Video visits from home"], "Lobby video visits", FEES),
    ("No appointment needed", ["Clergy"], "Appointment needed", ["Contact visits"], "Window visits", SCHEDULE),
]  # fmt: skip


@pytest.mark.parametrize("seen", [of_text, of_page])
@pytest.mark.parametrize(("better", "kept", "worse", "others", "item", "topic"), MOVES)
def test_an_item_that_went_to_the_other_list_is_a_loss_or_a_gain(
    seen: Seen, better: str, kept: list[str], worse: str, others: list[str], item: str, topic: Topic
) -> None:
    one: Lists = {better: [*kept, item], worse: others}
    other: Lists = {better: kept, worse: [*others, item]}
    lost, back = seen(one, other), seen(other, one)
    assert (lost.direction, back.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert topic in lost.topics
    assert topic in back.topics


@pytest.mark.parametrize("seen", [of_text, of_page])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        # in another order
        (
            {"Who may visit": ["Parents", "Cousins", "Spouses"], "Who may not visit": ["Friends"]},
            {"Who may visit": ["Cousins", "Spouses", "Parents"], "Who may not visit": ["Friends"]},
        ),
        # what one may bring or wear is none of ours (R5)
        (
            {"You may bring": ["Coins", "Car keys"], "You may not bring": ["Phones"]},
            {"You may bring": ["Coins"], "You may not bring": ["Phones", "Car keys"]},
        ),
        (
            {"OK to wear": ["Jeans", "Sandals"], "Not OK to wear": ["Shorts"]},
            {"OK to wear": ["Jeans"], "Not OK to wear": ["Shorts", "Sandals"]},
        ),
    ],
)
def test_what_is_so_as_before_and_what_is_worn_or_brought_is_silent(seen: Seen, before: Lists, after: Lists) -> None:
    assert not seen(before, after).relevant


@pytest.mark.parametrize(
    ("name", "item", "direction"),
    [
        ("Who may not visit", "Cousins", Direction.RESTRICTIVE),
        ("Who may visit", "Cousins", Direction.RESTORATIVE),
        ("Not allowed during a visit", "Holding hands", Direction.RESTRICTIVE),
    ],
)
def test_an_item_that_came_is_read_with_the_line_over_its_list(name: str, item: str, direction: Direction) -> None:
    lists: Lists = {
        "Who may visit": ["Parents"],
        "Who may not visit": ["Friends"],
        "Not allowed during a visit": ["Notes"],
    }
    assert of_text(lists, lists | {name: [*lists[name], item]}).direction is direction


def test_the_headline_says_where_the_item_stands_and_stood() -> None:
    found = of_text(
        {"Who may visit": ["Parents", "Cousins"], "Who may not visit": ["Friends"]},
        {"Who may visit": ["Parents"], "Who may not visit": ["Friends", "Cousins"]},
    )
    assert found.headline == "Cousins: now under ‘who may not visit’, was under ‘who may visit’"


def test_a_row_of_a_timetable_is_no_name_of_the_list_below() -> None:
    page = "Saturday ..... no visits\n\n- Bring your ID.\n- {}\n"
    before, after = (units(plain_segments(page.format(line))) for line in ("No phones.", "Lockers are free."))
    found = in_their_lists(Scene(before, after, "jail visits", "jail"), align(before, after))
    assert not any("{sat}" in unit.plain for unit in found.changed)

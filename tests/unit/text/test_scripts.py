"""Prices and limits in the state that scripts hand to a page."""

from __future__ import annotations

import json
import time

import pytest

from monitors.records import SegmentKind
from monitors.versions import fingerprint
from tests.unit.text.reading import segments, texts

SHOWN = "<p>" + "The clerk keeps the records of the county and copies them on request. " * 12 + "</p>"
FEES = json.dumps({"v": 2, "fees": [{"id": "r1", "label": "Remote visit", "amount": "$3.15"}]})
NUMBERS = json.dumps([{"label": "Remote visit", "pricePerMinute": 0.25, "views": 812, "isFree": False}])


def told(script: str) -> list[str]:
    return [segment.text for segment in segments(SHOWN + script) if segment.kind is SegmentKind.DATA]


@pytest.mark.parametrize(
    "script",
    [
        f"<script>window.__STATE__={FEES}</script>",
        f"<script>const state = {FEES};\nstart(state);</script>",
        f"<script>self.__f.push([1, {FEES}])</script>",
        f"<script>var s = JSON.parse({json.dumps(FEES)});</script>",
        f"<script>var s = JSON.parse({json.dumps(FEES.replace(' ', ''))}, 'a b');</script>".replace(
            "Remotevisit", "Remote visit"
        ),
        f"<script type='application/json'>{FEES}</script>",
    ],
)
def test_a_price_beside_its_label_is_a_row_however_the_script_gets_it(script: str) -> None:
    assert "Remote visit | $3.15" in told(script)
    dearer = script.replace("3.15", "3.75")
    assert fingerprint(script.encode(), "text/html") != fingerprint(dearer.encode(), "text/html")


@pytest.mark.parametrize("before", ["x=", "push("])
def test_bare_numbers_count_under_names_of_prices_beside_a_word_of_visiting(before: str) -> None:
    assert told(f"<script>{before}{NUMBERS}</script>") == ["Remote visit | 0.25"]
    assert told(f"<script>{before}{NUMBERS.replace('visit', 'deposit')}</script>") == []


def test_what_is_no_json_loses_no_sentence() -> None:
    script = '<script>var a = [x], b = {c: "Visits x=[1] end in May."}; d = [1, "Visits cost $2."</script>'
    assert told(script) == ["Visits x=[1] end in May.", "Visits cost $2."]


@pytest.mark.parametrize("piece", ['=["visit",', "=[", "={", '={"a":1,', "=[1,", '=["', '",=[', "push( "])
def test_brackets_that_never_close_are_read_in_bounds(piece: str) -> None:
    start = time.process_time()
    told(f"<script>visit {piece * 100_000}</script>")
    assert time.process_time() - start < 3


def test_numbers_under_names_of_visiting_are_rows() -> None:
    state = '{"facility": {"videoVisits": {"rate": 7.99, "id": 41}, "maxVisitsPerWeek": 3, "parking": {"rate": 2}}}'
    found = texts(f"<p>{'Welcome to the house. ' * 30}</p><script>window.S = {state};</script>")
    assert [text for text in found if "|" in text] == ["facility max visits per week | 3", "video visits rate | 7.99"]


@pytest.mark.parametrize(
    "request_data",
    [
        '"csrf": "c81f9a77", "day": "Monday"',
        '"client": "203.0.113.8", "day": "Monday"',
        '"v": "c81f9a7742be41d0", "day": "Monday"',
    ],
)
def test_what_a_server_writes_of_the_request_is_no_row(request_data: str) -> None:
    assert not any("|" in text for text in texts(f"<p>Hi</p><script>window.S = {{{request_data}}};</script>"))


def test_a_number_to_call_is_no_machine_token() -> None:
    assert "555-555-0101 | Monday" in texts(
        '<p>Hi</p><script>window.S = {"desk": "555-555-0101", "day": "Monday"};</script>'
    )


def test_a_page_of_menus_whose_words_stand_in_its_data_is_read_from_there() -> None:
    names = ("Assessor", "Clerk", "Treasurer", "Roads and bridges", "Parks", "Library", "Elections", "Health")
    menu = "".join(f"<li><a href=/{n}>{name} of the county {name}</a></li>" for n, name in enumerate(names * 2))
    data = "<script>window.S = {rules: ['Cancel at least 12 hours ahead.']};</script>"
    assert "Cancel at least 12 hours ahead." in texts(f"<nav><ul>{menu}</ul></nav><div id=app></div>{data}")


def test_the_style_of_a_clock_in_data_tells_nothing() -> None:
    page = '<div id="app"></div><script type="application/json">{"rows": [{"day": "Monday", "hours": "%s"}]}</script>'
    assert texts(page % "9:00 a.m. - 11:00 a.m.") == ["Monday | 9:00 a.m. - 11:00 a.m."]
    assert texts(page % "9 AM - 11 AM") == ["Monday | 9 AM - 11 AM"]


def _state(*sections: dict[str, object]) -> str:
    props = {"page": {"title": "Jail", "sections": sections}}
    return f"<script id=__NEXT_DATA__ type='application/json'>{json.dumps(props)}</script>"


def test_what_data_holds_stands_under_the_titles_that_it_gives() -> None:
    html = _state(
        {"heading": "Video visits", "items": ["Cost: $7.50", "Available: yes", "Bring a headset."]},
        {"question": "May children come?", "answer": {"text": "Only with a parent."}},
        {"name": "Parking", "text": "Use the lot behind the court."},
    )
    assert [(s.heading, s.text) for s in segments(html)] == [
        (("Jail", "Video visits"), "Cost: $7.50"),
        (("Jail", "Video visits"), "Available: yes"),
        (("Jail", "Video visits"), "Bring a headset."),
        (("Jail",), "May children come?"),
        (("Jail", "May children come?"), "Only with a parent."),
        (("Jail",), "Use the lot behind the court."),
    ]


def test_on_a_page_with_text_of_its_own_titles_of_visits_make_rules_of_what_stands_below_them() -> None:
    data = _state(
        {"title": "Visiting hours", "body": "Ring the bell at the gate.", "theme": "Wide with picture"},
        {"title": "Road works", "body": "Two lanes are closed."},
    )
    assert told(data) == ["Ring the bell at the gate."]


def test_a_free_service_is_a_row_as_one_with_a_price_is() -> None:
    fees = {"rows": [{"service": "Lobby video visit", "price": "Free"}, {"service": "Copy of a key", "price": "Free"}]}
    assert told(f"<script type='application/json'>{json.dumps(fees)}</script>") == [
        "Lobby video visit | Free", "Lobby video visit",
    ]  # fmt: skip


def test_the_same_value_under_two_titles_stands_under_both() -> None:
    html = _state(
        {"heading": "Video visits", "items": ["Length: 20 minutes", "Bring a card."]},
        {"heading": "On-site visits", "items": ["Length: 20 minutes", "Bring a card."]},
    )
    assert [(s.heading[-1], s.text) for s in segments(html) if s.heading[-1] != "Jail"] == [
        ("Video visits", "Length: 20 minutes"),
        ("Video visits", "Bring a card."),
        ("On-site visits", "Length: 20 minutes"),
    ]


def test_what_markup_in_data_strikes_is_struck() -> None:
    html = _state(
        {"heading": "Fees", "html": "<p>A visit costs <s class='x'>$7</s> $5.</p><p><del>Calls are free.</del></p>"}
    )
    assert texts(html) == ["A visit costs ~~$7~~ $5.", "~~Calls are free.~~"]

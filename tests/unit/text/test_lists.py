"""Lists of other tools: each row taken over as far as we can, and told where not."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from monitors.lists import Row, UnreadableList, read_list


def test_addresses_one_a_line() -> None:
    rows = read_list("\ufeff# ours\nhttps://a.test/x Visiting rules\n\n  https://b.test/ \n".encode(), "urls")
    assert rows == [Row("line 2", "https://a.test/x", "Visiting rules"), Row("line 4", "https://b.test/")]


def test_opml_is_feeds_and_links() -> None:
    data = b"""<opml version="2.0"><body><outline text="News"><outline text="A" xmlUrl="https://a.test/feed"/></outline>
    <outline text="no feed"/><outline type="link" text="B" url="https://b.test/rules"/></body></opml>"""
    assert read_list(data, "opml") == [
        Row("entry 1", "https://a.test/feed", "A", spider="feed"), Row("entry 2", "https://b.test/rules", "B"),
    ]  # fmt: skip


def test_changedetection_with_its_selectors_and_what_we_can_not() -> None:
    watches = {
        "a": {"url": "https://a.test/", "title": None, "include_filters": ["main", "xpath://b"], "paused": True,
              "subtractive_selectors": [".ad"], "time_between_check": {"hours": 6, "minutes": None}},
        "b": {"url": "https://b.test/", "browser_steps": [{"operation": "click"}], "method": "POST"},
    }  # fmt: skip
    first, second = read_list(json.dumps({"watching": watches}).encode(), "changedetection")
    assert (first.select, first.ignore, first.interval, first.active) == (
        ("main",), (".ad",), timedelta(hours=6), False,
    )  # fmt: skip
    assert first.faults == ("the selector 'xpath://b' is no CSS",)
    assert len(second.faults) == 2


def test_distill_keeps_css_and_tells_xpath() -> None:
    config = {"selections": [{"frames": [{"includes": [{"type": "css", "expr": "#rules"}],
                                          "excludes": [{"type": "xpath", "expr": "//p"}]}]}]}  # fmt: skip
    data = {"data": [{"name": "Rules", "uri": "https://a.test/", "config": json.dumps(config)}]}
    [row] = read_list(json.dumps(data).encode(), "distill")
    assert (row.title, row.select, row.ignore) == ("Rules", ("#rules",), ())
    assert row.faults == ("chooses by xpath, not by CSS", "the selector '//p' is no CSS")


def test_open_terms_declarations() -> None:
    declared = {"name": "Vidco", "terms": {
        "Terms of Service": {"fetch": "https://a.test/tos", "select": "main", "remove": [".ad", {"startBefore": "x"}]},
        "Privacy Policy": {"combine": [{"fetch": "https://a.test/1"}, {"fetch": "https://a.test/2"}], "select": ["p"]},
    }}  # fmt: skip
    rows = read_list(json.dumps(declared).encode(), "open-terms")
    assert [(row.where, row.url, row.select) for row in rows] == [
        ("Terms of Service", "https://a.test/tos", ("main",)),
        ("Privacy Policy, part 1", "https://a.test/1", ("p",)), ("Privacy Policy, part 2", "https://a.test/2", ("p",)),
    ]  # fmt: skip
    assert rows[0].faults == ("chooses a range, not a CSS selector",)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{", "distill"), (b"[]", "distill"), (b"{}", "distill"), (b'{"data": [{}]}', "distill"),
        (b"[1]", "changedetection"), (b'{"a": {}}', "changedetection"), (b"{}", "open-terms"),
        (b'{"name": 1, "terms": 2}', "open-terms"), (b"\xff\xfe\x00", "urls"), (b"<html/>", "opml"), (b"no", "opml"),
        (b'<!DOCTYPE o [<!ENTITY a "x">]><opml', "opml"), (b"[" * 200_000, "distill"), (b"x" * 21_000_000, "urls"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_told(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableList):
        read_list(data, kind)

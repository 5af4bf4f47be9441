"""Lists of other tools: each row taken over as far as we can, and told where not."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from monitors.lists import KINDS, WRITTEN, Row, UnreadableList, read_list, write_list
from monitors.records import Monitor, Source, SourceKind


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


JOBS = """
name: Rules
url: https://a.test/rules
filter:
  - css: {selector: main, exclude: .ad}
  - html2text
  - re.sub: {pattern: '[0-9]+', repl: ''}
---
navigate: https://b.test/
filters: [element-by-id: visiting, strip]
enabled: false
headers: {Cookie: x}
---
url: https://c.test/
filter: css:main,css:.inner,xpath://p
data: {a: b}
---
command: rm -rf /
---
---
<<: &common {url: "https://d.test/", use_browser: true}
name: 2026-01-02
"""


def test_jobs_of_urlwatch_and_webchanges() -> None:
    first, second, third, fourth, fifth = read_list(JOBS.encode(), "urlwatch")
    assert first == Row(
        "job 1", "https://a.test/rules", "Rules", select=("main",), ignore=(".ad",), left=('the filter "re.sub"',)
    )
    assert (second.fetch, second.select, second.active) == ("browser", ("#visiting",), False)
    assert second.left == ("headers of its own",)
    assert third.faults == (
        "sends a request other than GET, which we don't", "chooses within what it chose before, which we don't",
        'the filter "xpath" chooses in a way that we can\'t',
    )  # fmt: skip
    assert (fourth.url, fourth.faults) == ("", ("runs a command, which we don't",))
    assert (fifth.where, fifth.url, fifth.fetch) == ("job 6", "https://d.test/", "browser")


def test_merging_does_not_make_a_small_file_a_large_one() -> None:
    lines = ["a0: &a0 {url: 'https://a.test/', x: 1}"]
    lines += [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 40)}]" for n in range(1, 12)]
    with pytest.raises(UnreadableList, match="names no url"):
        read_list("\n".join(lines).encode(), "urlwatch")


HELD = {
    "urls": {"url", "title"}, "opml": {"url", "title", "spider"},
    "urlwatch": {"url", "title", "select", "ignore", "active", "fetch"},
    "changedetection": {"url", "title", "select", "ignore", "active", "fetch", "interval"},
    "distill": {"url", "title", "select", "ignore", "interval"}, "open-terms": {"url", "title", "select", "ignore"},
}  # fmt: skip
ACME = Source("acme", "Acme & <Sons> \x1b", SourceKind.VENDOR, "US-TX")
OURS = (
    Monitor("a", "acme", "https://a.test/?x=1&y=2", "Rules: “visits” #1 <b>", interval=timedelta(hours=6),
            select=("main", ".rules > p"), ignore=("#ad",), fetch="browser"),
    Monitor("feed", "acme", "https://a.test/feed", "- News\n", spider="feed", interval=timedelta(days=8),
            select=("p",)),
    Monitor("off", "acme", "https://a.test/old", "yes", active=False, select=("p",)),
)  # fmt: skip


def test_every_list_that_we_write_is_one_that_we_read() -> None:
    assert set(WRITTEN) == set(KINDS) == set(HELD)


@pytest.mark.parametrize("kind", sorted(HELD))
def test_what_a_list_holds_comes_back(kind: str) -> None:
    written = write_list([(ACME, one) for one in OURS], kind)
    left_out = {name for name, _ in written.left_out}
    wanted = [one for one in OURS if one.id not in left_out]
    rows = read_list(written.text.encode(), kind)
    assert [row.url for row in rows] == [one.url for one in wanted]
    for row, one in zip(rows, wanted, strict=True):
        assert row.faults == ()
        for name in HELD[kind] - {"select", "ignore", "title"}:
            assert getattr(row, name) == getattr(one, name) or (name, one.fetch) == ("fetch", "http"), name
        assert row.title.removeprefix("Acme & <Sons>: ") == " ".join(one.title.split())
        for name in HELD[kind] & {"select", "ignore"}:
            assert ", ".join(getattr(row, name)) == ", ".join(getattr(one, name)), name
    assert left_out == {
        "urls": {"off"}, "opml": {"off"}, "urlwatch": set(), "changedetection": set(), "distill": {"off"},
        "open-terms": {"off", "feed"},
    }[kind]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"- a\n- b", "urlwatch"), (b"{", "urlwatch"), (b"name: x", "urlwatch"), (b"url: [a]", "urlwatch"),
        (b"!!python/object/apply:os.system [id]", "urlwatch"), (b"url: x\nfilter: [1]", "urlwatch"),
        (b"url: x\nn: 2026-99-99", "urlwatch"), (b"[" * 5_000, "urlwatch"),
        (b'{"a": {"url": "x", "time_between_check": {"days": "x"}}}', "changedetection"),
        (b'{"a": {"url": "x", "time_between_check": {"weeks": 1' + b"0" * 400 + b"}}}", "changedetection"),
        (b'{"a": {"url": ["x"]}}', "changedetection"), (b'{"data": [{"uri": "x", "schedule": "["}]}', "distill"),
        (b"{", "distill"), (b"[]", "distill"), (b"{}", "distill"), (b'{"data": [{}]}', "distill"),
        (b"[1]", "changedetection"), (b'{"a": {}}', "changedetection"), (b"{}", "open-terms"),
        (b'{"name": 1, "terms": 2}', "open-terms"), (b"\xff\xfe\x00", "urls"), (b"<html/>", "opml"), (b"no", "opml"),
        (b'<!DOCTYPE o [<!ENTITY a "x">]><opml', "opml"), (b"[" * 200_000, "distill"), (b"x" * 21_000_000, "urls"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_told(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableList):
        read_list(data, kind)

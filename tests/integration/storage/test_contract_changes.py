"""Changes are found by what people ask for, page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitors.records import Cause, Change, ChangeKind, Direction, Grade, Reading, Severity, SourceKind, Topic
from storage import ChangeQuery, Store, StoreError
from tests.integration.storage.samples import (
    DAY,
    JAIL,
    NOW,
    READING,
    RULES,
    TERMS,
    VENDOR,
    alert,
    change,
    fill,
    page,
    record_change,
)

RESTORED = Reading(True, Direction.RESTORATIVE, Severity.CRITICAL, (Topic.IN_PERSON,), headline="Visits return")
QUIET = Reading(False)


@pytest.fixture
def story(store: Store) -> list[Change]:
    """Four changes on four days: terms restrictive, rules restorative, terms irrelevant, rules technical."""
    fill(store)
    for monitor in (TERMS, RULES):
        store.record_page(page(store, monitor, "0", NOW))
    return [
        record_change(store, TERMS, "1", NOW + DAY),
        record_change(store, RULES, "2", NOW + 2 * DAY, reading=RESTORED),
        record_change(store, TERMS, "3", NOW + 3 * DAY, reading=QUIET, grade=Grade.LOW),
        record_change(store, RULES, "4", NOW + 4 * DAY, reading=QUIET, cause=Cause.TECHNICAL),
    ]


CASES: list[tuple[ChangeQuery, list[int]]] = [
    (ChangeQuery(), [3, 2, 1, 0]),
    (ChangeQuery(limit=2), [3, 2]),
    (ChangeQuery(since=NOW + 2 * DAY), [3, 2, 1]),
    (ChangeQuery(until=NOW + 2 * DAY), [0]),
    (ChangeQuery(topics=(Topic.IN_PERSON,)), [1, 0]),
    (ChangeQuery(topics=(Topic.FEES, Topic.IN_PERSON)), [1, 0]),
    (ChangeQuery(topics=(Topic.MAIL,)), []),
    (ChangeQuery(directions=(Direction.RESTORATIVE, Direction.MIXED)), [1]),
    (ChangeQuery(severities=(Severity.MAJOR, Severity.NONE)), [3, 2, 0]),
    (ChangeQuery(jurisdictions=("US-TN",)), [3, 1]),
    (ChangeQuery(jurisdictions=("US",)), []),
    (ChangeQuery(sources=("acme",)), [2, 0]),
    (ChangeQuery(monitors=("shelby-rules",)), [3, 1]),
    (ChangeQuery(cause=Cause.TECHNICAL), [3]),
    (ChangeQuery(kinds=(SourceKind.JAIL,)), [3, 1]),
    (ChangeQuery(relevant=True), [1, 0]),
    (ChangeQuery(relevant=False, sources=("acme",)), [2]),
    (ChangeQuery(since=NOW + timedelta(days=1, seconds=1), topics=(Topic.IN_PERSON,), kinds=(SourceKind.JAIL,)), [1]),
]


def test_filters(store: Store, story: list[Change], subtests: pytest.Subtests) -> None:
    for query, expected in CASES:
        with subtests.test(query=query):
            assert [row.change for row in store.changes(query)] == [story[number] for number in expected]


def test_rows_bring_monitor_and_source(store: Store, story: list[Change]) -> None:
    rows = store.changes(ChangeQuery(limit=2))
    assert [(row.monitor, row.source) for row in rows] == [(RULES, JAIL), (TERMS, VENDOR)]


def test_pages_follow_one_another(store: Store, story: list[Change]) -> None:
    pages: list[int] = []
    before: int | None = None
    while rows := store.changes(ChangeQuery(limit=3, before_id=before)):
        pages += [row.change.id for row in rows]
        before = pages[-1]
    assert pages == [one.id for one in reversed(story)]


def test_a_version_has_one_comparison_and_a_change_one_alert(store: Store, story: list[Change]) -> None:
    """Two writers cannot both tell of one version, whatever they believe."""
    from storage.changes import put_alert, put_change

    with pytest.raises(StoreError), store._database.writing() as connection:
        put_change(connection, replace(story[0], kind=ChangeKind.PUBLISHED))
    with store._database.writing() as connection:
        put_alert(connection, replace(alert(NOW), change_id=story[0].id))
    with pytest.raises(StoreError), store._database.writing() as connection:
        put_alert(connection, replace(alert(NOW), change_id=story[0].id))


def test_kinds_of_change_survive(store: Store) -> None:
    fill(store)
    published = change(NOW, READING, kind=ChangeKind.PUBLISHED, since=None)
    made = store.record_page(page(store, TERMS, "0", NOW, change=published))
    assert made is not None
    assert store.change(made.id) == made
    assert (made.kind, made.since, made.old_version) == (ChangeKind.PUBLISHED, None, 0)

"""Looking things up and judging changes, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitors.records import (
    Annotation,
    Check,
    CheckOutcome,
    Direction,
    Fact,
    FailureKind,
    Label,
    ReviewState,
    Role,
    Severity,
    SourceKind,
    Topic,
)
from monitors.sought import Sought, sought
from storage import ChangeQuery, MonitorQuery, SaidBy, Standing, Store, lookup, panel
from storage.lookup import AsOf
from tests.integration.web import shelf
from tests.integration.web.shelf import DAY, NOW, TERMS


@pytest.fixture
def filled(store: Store) -> Store:
    shelf.fill(store)
    return store


def asked(query: str) -> Sought:
    found = sought(query)
    assert found is not None
    return found


def changes_that_say(store: Store, query: str) -> list[int]:
    return [row.change.id for row in store.changes(ChangeQuery(words=asked(query)))]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("video", [1]),
        ("vid vis", [1]),
        ("VIDEO -friday", []),
        ("visits -video", [2]),
        ('"visits in person"', [2, 1]),
        ('"person in visits"', []),
        ('"vid visit"', []),
        ("alert onerror", [4]),
        ("nowhere", []),
    ],
)
def test_changes_are_found_by_their_words(filled: Store, query: str, ids: list[int]) -> None:
    assert changes_that_say(filled, query) == ids


def test_versions_are_found_without_case_and_accents(store: Store) -> None:
    store.put_catalogue([shelf.ACME], [TERMS], NOW)
    shelf.put_page(store, TERMS, NOW - DAY, "El HORARIO de visitación", "costs $12.50")
    shelf.put_page(store, TERMS, NOW, "Sin visitas")
    [found] = store.said_by(asked("visitacion horario"))
    assert (found.monitor_id, found.first, found.last, found.count) == ("acme-terms", 1, 1, 1)
    assert [one.count for one in store.said_by(asked("visit"))] == [2]
    assert [one.last for one in store.said_by(asked('"12 50"'))] == [1]
    assert store.said_by(asked("visit"), kinds=[SourceKind.JAIL]) == []
    assert store.said_by(asked("visit"), before=2) == []


def test_a_monstrous_text_is_kept_and_found(store: Store) -> None:
    store.put_catalogue([shelf.ACME], [TERMS], NOW)
    shelf.put_page(store, TERMS, NOW, "x" * 5000, " ".join(f"word{n}" for n in range(90_000)), "a'b\\c:*&|!<->")
    assert len(store.said_by(asked("word79000"))) == 1
    assert len(store.said_by(asked("x" * 200))) == 1


def test_facets_say_what_one_more_tick_would_add(filled: Store) -> None:
    counts = filled.facets(ChangeQuery(relevant=True, directions=(Direction.RESTRICTIVE,)))
    assert counts["direction"] == {"restrictive": 1, "restorative": 1, "mixed": 1}
    assert counts["severity"] == {"major": 1}
    assert counts["source"] == {"acme": 1}
    assert counts["topic"] == {"fees": 1, "video_remote": 1}
    assert counts["review"] == {"open": 1}
    assert counts["total"] == {"": 1}


def test_facets_follow_when_one_change_is_given_back_and_another_taken(filled: Store) -> None:
    def claimed() -> dict[str, int]:
        return filled.facets(ChangeQuery(reviews=(ReviewState.CLAIMED,)))["source"]

    filled.claim_change(1, "ann", NOW)
    assert claimed() == {"acme": 1}
    filled.release_change(1, "ann")
    filled.claim_change(2, "ann", NOW + DAY)
    assert claimed() == {"shelby": 1}


def test_of_too_many_facts_the_oldest_are_left_out(filled: Store) -> None:
    with filled._database.reading() as connection:
        [last] = panel.told(connection, kinds=list(SourceKind), most=1)
        every = panel.told(connection, kinds=list(SourceKind))
    assert last == every[-1] and len(every) > 1
    assert {one.seen for one in every} == {NOW - 8 * DAY}


def test_monitors_are_counted_and_listed_as_they_stand(filled: Store) -> None:
    counts = filled.count_standings()
    assert counts["jail"] == {Standing.GOOD: 1, Standing.FAILING: 1, Standing.NEVER: 1}
    assert counts["vendor"] == {Standing.GOOD: 1, Standing.INACTIVE: 1}
    [broken] = filled.list_monitors(MonitorQuery(broken=True))
    assert (broken.monitor.id, broken.state.failures) == ("shelby-failing", 3)
    assert broken.check is not None and broken.check.status == 503
    ids = [one.monitor.id for one in filled.list_monitors(MonitorQuery(limit=2, after_id="acme-old"))]
    assert ids == ["acme-terms", "evil-page"]
    assert filled.count_monitors(MonitorQuery(standings=(Standing.NEVER, Standing.INACTIVE))) == 2
    assert [one.monitor.id for one in filled.list_monitors(MonitorQuery(like="RULES"))] == ["shelby-rules"]
    assert filled.list_monitors(MonitorQuery(like="%%")) == []


def test_monitors_are_found_by_their_own_words_only(store: Store) -> None:
    named = replace(TERMS, title='Visites: l\'été "à Montréal"')
    store.put_catalogue([shelf.ACME], [named], NOW)
    for words in ("acme-terms", "ACME.test/terms", "l'été", '"à m', "visites"):
        assert store.count_monitors(MonitorQuery(like=words)) == 1, words
    for words in ("interval", "spider", "announce", "false", '":"'):
        assert store.list_monitors(MonitorQuery(like=words)) == [], words


def test_what_was_said_on_a_day(filled: Store) -> None:
    then = {one.monitor_id: one for one in filled.as_of(NOW - 3 * DAY)}
    assert then["acme-terms"].version == 1
    assert then["acme-terms"].until == NOW - 2 * DAY
    assert then["acme-terms"].seen_before == NOW - 5 * DAY
    assert then["acme-terms"].seen_after is None, "the next good check saw other words"
    assert filled.version_at("acme-terms", NOW - 9 * DAY) == 0
    assert filled.as_of(NOW, jurisdiction="US-TN")[0].monitor_id == "shelby-failing"


def test_a_page_that_was_gone_on_a_day_is_not_said_to_have_shown_its_text(filled: Store) -> None:
    def rules(ago: timedelta) -> AsOf:
        [one] = [one for one in filled.as_of(NOW - ago) if one.monitor_id == "shelby-rules"]
        return one

    kept = rules(7 * DAY)
    assert kept.version and kept.missing is None and kept.name
    gone = Check("shelby-rules", NOW - 6 * DAY, CheckOutcome.FAILED, "https://x.test", failure=FailureKind.NOT_FOUND)
    down = replace(gone, at=NOW - 5 * DAY, failure=FailureKind.TIMEOUT)
    for check in (gone, down):
        filled.record_check(check)
    assert rules(7 * DAY).missing is None and rules(4 * DAY).missing == NOW - 6 * DAY
    filled.record_check(Check("shelby-rules", NOW - 3 * DAY, CheckOutcome.UNCHANGED, "https://x.test"))
    assert rules(2 * DAY).missing is None and rules(4 * DAY).missing == NOW - 6 * DAY


def test_checks_by_day(filled: Store) -> None:
    days = filled.days_of_checks(TERMS.id, NOW - 5 * DAY)
    assert {str(day): {str(outcome): count for outcome, count in found.items()} for day, found in days.items()} == {
        "2026-11-18": {"unchanged": 1}, "2026-11-19": {"blocked": 1}, "2026-11-21": {"changed": 1},
    }  # fmt: skip


def test_a_fact_is_followed_over_time(filled: Store) -> None:
    again = replace(shelf.FEES, facts=(Fact("video_fee_usd", 12.0, 5.5),))
    shelf.put_change(filled, TERMS, NOW, again, shelf.FEE_PASSAGES)
    moved = filled.moved_facts(monitor_id=TERMS.id, name="video_fee_usd")
    assert [(one.before, one.after, one.at) for one in moved] == [(9.0, 12.0, NOW - 2 * DAY), (12.0, 5.5, NOW)]
    assert filled.fact_names()["video_fee_usd"] == 2
    assert [one.before for one in filled.moved_facts(name="in_person_allowed")] == [True]


def said(author: str, label: Label, **more: object) -> Annotation:
    return replace(Annotation(1, author, NOW, label), **more)  # type: ignore[arg-type]


def test_judging_goes_from_open_to_disputed_and_back(filled: Store) -> None:
    assert filled.review(1).state is ReviewState.OPEN
    claimed = filled.claim_change(1, "ann", NOW)
    assert claimed is not None and (claimed.state, claimed.claimed_by) == (ReviewState.CLAIMED, "ann")
    theirs = filled.claim_change(1, "bob", NOW)
    assert theirs is not None and theirs.claimed_by == "ann"
    assert filled.release_change(1, "bob").claimed_by == "ann"
    assert filled.release_change(1, "ann").state is ReviewState.OPEN
    filled.annotate(said("ann", Label.CONFIRMED))
    filled.annotate(said("bob", Label.NOTE, note="look at the date"))
    assert filled.review(1).state is ReviewState.CONFIRMED
    filled.annotate(said("bob", Label.CONFIRMED, severity=Severity.MINOR, topics=(Topic.FEES,)))
    assert filled.review(1).state is ReviewState.DISPUTED
    assert [row.change.id for row in filled.changes(ChangeQuery(reviews=(ReviewState.DISPUTED,)))] == [1]
    filled.annotate(said("ann", Label.CONFIRMED, severity=Severity.MINOR, topics=(Topic.FEES,)))
    assert filled.review(1).state is ReviewState.CONFIRMED
    assert [one.severity for one in filled.said_of([1])[1]] == [None, None, "minor", "minor"]
    assert filled.judged_changes() == [1]
    open_ = ChangeQuery(reviews=(ReviewState.OPEN,), relevant=True)
    assert [row.change.id for row in filled.changes(open_)] == [4, 2]
    assert filled.claim_change(999, "ann", NOW) is None


def test_the_neighbours_of_a_change(filled: Store) -> None:
    newer = filled.changes(ChangeQuery(after_id=1, limit=1, relevant=True))
    assert [row.change.id for row in newer] == [2]


def test_accounts_sessions_and_keys(store: Store) -> None:
    ann = store.add_account("Ann", Role.ANALYST, "hash", NOW)
    assert ann is not None and store.add_account("ANN", Role.ADMIN, "hash", NOW) is None
    store.open_session("token", ann.id, NOW)
    assert store.session_account("token", NOW + timedelta(hours=11)) == ann
    assert store.session_account("token", NOW + timedelta(hours=22)) == ann, "the visit at 11 hours was noted"
    assert store.session_account("token", NOW + timedelta(hours=35)) is None
    assert store.session_account("other", NOW) is None
    store.open_session("old", ann.id, NOW)
    store.add_key("key", ann.id, "script", Role.ADMIN, NOW)
    acting = store.key_account("key", NOW)
    assert acting is not None and acting.role is Role.ANALYST, "a key can do no more than its account"
    store.change_account(ann.id, role=Role.VIEWER)
    assert store.session_account("old", NOW) is None
    store.change_account(ann.id, active=False)
    assert store.key_account("key", NOW) is None and store.keys() == []


def test_a_session_ends_after_a_week_however_busy(store: Store) -> None:
    ann = store.add_account("Ann", Role.ANALYST, "hash", NOW)
    assert ann is not None
    store.open_session("token", ann.id, NOW)
    seen = [store.session_account("token", NOW + hours * timedelta(hours=6)) is not None for hours in range(29)]
    assert seen == [True] * 28 + [False]


def test_login_tries_are_counted_and_forgotten(store: Store) -> None:
    assert [store.may_try({"ann|1": 3, "1": 9}, NOW) for _ in range(4)] == [True, True, True, False]
    assert store.may_try({"bob|1": 3, "1": 9}, NOW)
    assert store.may_try({"ann|1": 3}, NOW + timedelta(minutes=16))
    store.forget_tries("bob|1")


@pytest.mark.parametrize("newest", [1, 4, 1_000])
def test_a_list_of_who_said_it_is_the_same_however_few_versions_it_is_found_in(
    store: Store, monkeypatch: pytest.MonkeyPatch, newest: int
) -> None:
    """The newest versions are looked at first. Pages of two, the last version of some no longer says it."""
    monkeypatch.setattr(lookup, "NEWEST", newest)
    watched = [replace(TERMS, id=f"m{n}", url=f"https://acme.test/{n}") for n in range(5)]
    store.put_catalogue([shelf.ACME], watched, NOW - DAY)
    said: dict[str, list[int]] = {}
    for number in range(15):
        monitor, says_it = watched[(number * 7) % 5], number % 4 != 3
        shelf.put_page(store, monitor, NOW + timedelta(hours=number), f"{'Visits' if says_it else 'Calls'} {number}")
        if says_it:
            said.setdefault(monitor.id, []).append(store.versions(monitor.id)[-1].id)
    wanted = sorted(((max(ids), name, min(ids), len(ids)) for name, ids in said.items()), reverse=True)
    found: list[SaidBy] = []
    for narrowed in ({}, {"sources": [shelf.ACME.id]}, {"kinds": [shelf.ACME.kind]}):
        found.clear()
        while more := store.said_by(asked("visits"), before=found[-1].last if found else None, limit=2, **narrowed):
            found += more
        assert [(one.last, one.monitor_id, one.first, one.count) for one in found] == wanted

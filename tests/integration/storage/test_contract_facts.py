"""Facts of the run: remembered, forgotten, and one secret for ever."""

from __future__ import annotations

from storage import Store


def test_the_first_secret_stays(store: Store) -> None:
    assert store.secret("first") == "first"
    assert store.secret("second") == "first"


def test_a_fact_is_remembered_until_it_is_forgotten(store: Store) -> None:
    assert store.state("k") == ""
    store.set_state("k", "v")
    assert store.state("k") == "v"
    store.set_state("k", "")
    assert store.state("k") == ""

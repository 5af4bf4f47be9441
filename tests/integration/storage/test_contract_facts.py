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
    long = "“Visits are free.” " * 1000
    store.set_state("k", long)
    assert store.state("k") == long
    store.set_state("k", "zstd:no")
    assert store.state("k") == "zstd:no"
    store.set_state("k", "")
    assert store.state("k") == ""

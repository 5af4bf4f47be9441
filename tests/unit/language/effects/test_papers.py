"""Identity papers of a class of visitors: taken or refused."""

from __future__ import annotations

from tests.unit.language.reading import PAGE, reading, rules


def test_no_more_papers_than_these_refuses_none_of_them() -> None:
    before, after = "Bring a state card or a passport.", "What to bring: a passport or a state card, and no more."
    assert not reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}").relevant
    refused = "Bring a state card; passports are no longer accepted."
    assert "R5-papers" in rules(reading(f"{PAGE}\n{before}", f"{PAGE}\n{refused}"))

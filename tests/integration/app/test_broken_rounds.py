"""A round in which something is broken: a body that is lost, a page that we ourselves fail on, a dead database."""

from __future__ import annotations

from dataclasses import replace

from app.record import technical_change
from monitors.records import CheckOutcome
from tests.integration.app.test_rounds import RULES, Days, page
from tests.integration.app.test_rounds import days as days  # the fixture


def test_a_lost_body_keeps_no_change_from_being_told_after_an_upgrade(days: Days) -> None:
    """The old text can't be taken anew, so the new one is compared with it as it was taken then."""
    days.site["/visiting"] = page(RULES)
    days.check(0)
    old = days.here.store.latest_version("m")
    assert old is not None
    aged = replace(old, extractor=replace(old.extractor, version="0"))
    days.here.store.record_technical(aged, technical_change(aged))
    for body in days.here.config.bodies.rglob("*.zst"):  # type: ignore[union-attr]
        body.unlink()
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))
    seen = days.check(24).seen[0]
    assert (seen.outcome, seen.alerted) == (CheckOutcome.CHANGED, True)

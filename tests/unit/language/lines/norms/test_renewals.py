"""A contract that is renewed as it stands."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

OPEN = (
    "The County has not decided whether to use its right not to renew. The agreement for video visits ends on June 30."
)


@pytest.mark.parametrize(
    "renewed",
    [
        "The County gives up its right not to renew. The agreement for video visits is renewed with no change.",
        "By this letter the parties exercise the first option. All other terms remain as they stand.",
    ],
)
def test_a_renewal_without_a_change_is_neutral_and_minor(renewed: str) -> None:
    found = whole_reading(OPEN, renewed, title="Agreement on video visits", kind="contract")
    assert rules(found) == {"S3-renewal"}
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_a_renewal_that_is_only_proposed_or_changes_a_term_is_no_such_one() -> None:
    for line in (
        "Staff recommend that the agreement be renewed with no change.",
        "The agreement is renewed. In-person visits end on that day.",
    ):
        found = whole_reading(OPEN, line, title="Agreement on video visits", kind="contract")
        assert all(finding.words != ("renewed as it stands",) for finding in found.findings), line

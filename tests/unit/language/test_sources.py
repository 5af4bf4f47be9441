"""Topics that a change has by what kind of source it is of."""

from __future__ import annotations

import pytest

from monitors.records import Topic
from tests.unit.language.reading import whole_reading

SHARE = ("The county receives {} percent of all video visit revenue.", "20", "35")
PRICE = ("A remote video visit costs ${} for 20 minutes.", "5.00", "8.00")


@pytest.mark.parametrize(
    ("kind", "line", "topic"),
    [("contract", SHARE, Topic.CONTRACT_CLAUSE), ("vendor", SHARE, Topic.VENDOR_POSITION)],
)
def test_a_share_is_a_clause_of_a_contract_and_a_vendors_position(
    kind: str, line: tuple[str, str, str], topic: Topic
) -> None:
    text, before, after = line
    found = whole_reading(text.format(before), text.format(after), title="Video visits", kind=kind)
    assert {Topic.COMMISSION, topic} <= set(found.topics)


@pytest.mark.parametrize(("kind", "line"), [("contract", PRICE), ("vendor", PRICE), ("news", SHARE)])
def test_a_price_or_a_papers_report_is_neither(kind: str, line: tuple[str, str, str]) -> None:
    text, before, after = line
    found = whole_reading(text.format(before), text.format(after), title="Video visits", kind=kind)
    assert found.relevant
    assert not {Topic.CONTRACT_CLAUSE, Topic.VENDOR_POSITION} & set(found.topics)

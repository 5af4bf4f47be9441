"""Many alerts of one cause are one; a reader gets so many an hour, the gravest first."""

from __future__ import annotations

from dataclasses import dataclass

from alerts.storm import overflow, storms
from monitors.records import Severity


@dataclass(frozen=True)
class One:
    delivery_id: int
    subscriber_id: int = 1
    page: str = ""
    host: str = "acme.test"
    source_id: str = "acme"
    severity: Severity = Severity.MAJOR
    words: str = ""

    @property
    def monitor_id(self) -> str:
        return self.page or f"page {self.delivery_id}"


def ids(found: list[object]) -> list[int]:
    return sorted(one.delivery_id for one in found)


def test_a_redesign_is_one_mail_a_reader() -> None:
    due = [One(n, 1 + n % 2, words=f"w{n}") for n in range(22)]
    found, rest = storms(due)
    assert [(len(one.members), one.words) for one in found] == [(11, False), (11, False)]
    assert {member.subscriber_id for member in found[0].members} == {1} and rest == []
    assert storms(due[:20]) == ([], due[0:20:2] + due[1:20:2])


def test_the_same_words_on_five_pages_of_one_source_are_one_mail() -> None:
    same = [One(n, host=f"h{n}.test", words="same") for n in range(5)]
    other = [One(7, host="h7.test", words="same", source_id="other"), One(8, words="else"), One(9), One(10), One(11)]
    found, rest = storms([*same, *other])
    assert [(ids(list(one.members)), one.words) for one in found] == [([0, 1, 2, 3, 4], True)]
    assert ids(list(rest)) == [7, 8, 9, 10, 11]
    assert storms([One(n, page="one", words="same") for n in range(9)])[0] == []


def test_what_is_too_much_for_an_hour_is_the_least_grave_and_the_latest() -> None:
    due = [One(n, severity=Severity.MINOR, host=f"{n}") for n in range(9)] + [One(9, severity=Severity.CRITICAL)]
    assert ids(overflow(due, {1: 4})) == [5, 6, 7, 8]
    assert overflow(due, {2: 50}) == []
    assert ids(overflow(due, {1: 30})) == list(range(10))

"""News that a suit on visits was filed or a study of them ordered."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Reading, Severity, Topic
from tests.unit.language.reading import rules, whole_reading

TALKED = "Families of people held in the Alder County jail met on Sunday. They talked about the visiting booths, which screens have stood in for since 2020. No papers have been filed."
SUED = "Six families of people held in the Alder County jail sued the sheriff on Wednesday. They ask the district court to open the visiting booths again, which screens have stood in for since 2020. No hearing has been set, and until then everything at the jail stays as it is."
COUNTED = "A resolution would set an office to find out how many of the county jails still let families visit in the same room. Nobody has spoken against it."
STUDY = "On Thursday both houses passed the resolution, and the Legislative Audit Office has been ordered to study how many of the county jails still let families visit in the same room. A report is due in a year."


def column(item: str, other: str = "The boot may stay.") -> str:
    return f"AROUND THE COUNTY\n\nIN FLINT RIDGE. The man with the tractor got eleven months.\n\nIN ALDER. {item}\n\nIN WABASKA. {other}"


def article(item: str) -> str:
    return f"Around the county\n\n{item}\n\nThe newsroom can be reached by mail."


def read(old: str, new: str, kind: str = "news") -> Reading:
    return whole_reading(old, new, title="Around the county - the week of the 9th", kind=kind)


@pytest.mark.parametrize("page", [column, article])
@pytest.mark.parametrize(("old", "new"), [(TALKED, SUED), (COUNTED, STUDY)])
def test_a_step_begun_is_neutral(page, old: str, new: str) -> None:  # type: ignore[no-untyped-def]
    found = read(page(old), page(new))
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)
    assert Topic.IN_PERSON in found.topics
    assert "S3-study" in rules(found)


@pytest.mark.parametrize(
    "suit",
    [
        "Two mothers filed a federal lawsuit against the jail over its ban on contact visits.",
        "A class action against the sheriff was filed on Monday over the closed visiting booths of the jail.",
        "A group of families has taken the county to court over the end of in-person visits at the jail.",
    ],
)
def test_suits_in_other_words(suit: str) -> None:
    found = read(column("The jail sits by the river."), column(suit))
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


@pytest.mark.parametrize(
    "act",
    [
        "The sheriff reopened the visiting booths on Friday.",
        "The sheriff has ended in-person visits at the jail.",
    ],
)
def test_what_was_done_beside_a_suit_is_told(act: str) -> None:
    found = read(column(TALKED), column(f"{SUED} {act}"))
    assert found.direction in (Direction.RESTRICTIVE, Direction.RESTORATIVE, Direction.MIXED)


@pytest.mark.parametrize(
    "new",
    [
        "The six families who sued the sheriff won on Wednesday. The court ordered the Alder County jail to open the visiting booths again.",
        "The suit that families filed against the jail over the visiting booths was dismissed.",
        "Families of people held in the jail may file a lawsuit over the visiting booths.",
    ],
)
def test_outcomes_and_threats_are_no_step_begun(new: str) -> None:
    assert "S3-study: suit filed" not in read(column(TALKED), column(new)).why


def test_a_suit_that_the_old_page_told_of_is_no_news() -> None:
    found = read(column(SUED), column(SUED.replace("Six families", "Half a dozen families")))
    assert "S3-study: suit filed" not in found.why


def test_a_suit_on_another_matter_in_a_column_that_tells_of_visits_elsewhere_tells_nothing() -> None:
    found = read(column(TALKED), column(TALKED, "The owner of the boot sued the town on Monday."))
    assert not found.relevant


def test_a_jails_own_page_is_read_by_others() -> None:
    assert "S3-study: suit filed" not in read(article(TALKED), article(SUED), kind="jail").why

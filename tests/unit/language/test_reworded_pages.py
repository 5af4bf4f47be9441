"""One figure that moved among lines that were only put in other words is found, and which way it went."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import facts, whole_reading

OLD = (
    "Visits are held Saturday and Sunday from 9 a.m. to 4 p.m.",
    "Each visit lasts 30 minutes.",
    "Inmates may have three visits per week.",
    "Up to two adults may visit at one time.",
    "Visits must be booked 24 hours ahead.",
    "A video visit from home costs $5.00.",
    "Visitors under 18 must come with a parent.",
    "Former inmates must wait 60 days after release before visiting.",
    "Visitors who are late may be turned away.",
    "Bring a government-issued photo ID.",
)
NEW = (
    "You can visit on Saturdays and Sundays between 9 a.m. and 4 p.m.",
    "Every visit is 30 minutes long.",
    "Each inmate is allowed three visits a week.",
    "A maximum of two adults can visit at once.",
    "Please book your visit at least 24 hours in advance.",
    "Home video visits are $5.00 each.",
    "Anyone under 18 needs to be with a parent.",
    "If you were an inmate here, you need to wait 60 days from your release to visit.",
    "If you are late, you may be turned away.",
    "Please have a photo ID issued by the government with you.",
)
MOVED = [
    (0, "You can visit on Saturdays and Sundays between 9 a.m. and 2 p.m.", Direction.RESTRICTIVE, Severity.MAJOR),
    (0, "You can visit on Saturdays between 9 a.m. and 4 p.m.", Direction.RESTRICTIVE, Severity.MAJOR),
    (1, "Every visit is 20 minutes long.", Direction.RESTRICTIVE, Severity.MAJOR),
    (1, "Every visit is 45 minutes long.", Direction.RESTORATIVE, Severity.MAJOR),
    (2, "Each inmate is allowed two visits a week.", Direction.RESTRICTIVE, Severity.MAJOR),
    (3, "A maximum of three adults can visit at once.", Direction.RESTORATIVE, Severity.MINOR),
    (4, "Please book your visit at least 48 hours in advance.", Direction.RESTRICTIVE, Severity.MINOR),
    (5, "Home video visits are $7.50 each.", Direction.RESTRICTIVE, Severity.MAJOR),
    (5, "Home video visits are $3.00 each.", Direction.RESTORATIVE, Severity.MAJOR),
    (
        7,
        "If you were an inmate here, you need to wait 90 days from your release to visit.",
        Direction.RESTRICTIVE,
        Severity.MAJOR,
    ),
]


def reworded(place: int = -1, line: str = "", every: int = 1) -> str:
    """The page in other words, or each so manieth line of it, with one line as given."""
    told = [new if (n + place) % every == 0 else old for n, (old, new) in enumerate(zip(OLD, NEW, strict=True))]
    if line:
        told[place] = line
    return "\n".join(told)


@pytest.mark.parametrize("every", [1, 3])
@pytest.mark.parametrize(("place", "line", "direction", "severity"), MOVED)
def test_the_one_figure_that_moved_is_told(
    place: int, line: str, direction: Direction, severity: Severity, every: int
) -> None:
    found = whole_reading("\n".join(OLD), reworded(place, line, every), title="Inmate visitation, Alder County Jail")
    assert (found.direction, found.severity) == (direction, severity)
    assert len(facts(found)) == 1


@pytest.mark.parametrize("every", [1, 2, 3])
def test_other_words_alone_tell_nothing(every: int) -> None:
    assert not whole_reading(
        "\n".join(OLD), reworded(every=every), title="Inmate visitation, Alder County Jail"
    ).relevant

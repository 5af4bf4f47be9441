"""Acts on visits in person that leave things be are one level below those that are in force."""

from __future__ import annotations

import pytest

from monitors.language.effects.left_as_is import as_decided
from monitors.language.pages.align import align
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import units
from monitors.records import Severity, Topic
from monitors.segments import plain_segments

OLD = "The county's rule on visits is before the board."


def _level(
    line: str, level: Severity, *, kind: str = "news", title: str = "", topic: Topic = Topic.IN_PERSON
) -> Severity:
    old, new = (units(plain_segments(text)) for text in (OLD, line))
    effect = Effect("L-reader", -1, level, (topic,))
    return as_decided((effect,), Scene(old, new, title, kind), align(old, new))[0].severity


@pytest.mark.parametrize(
    "line",
    [
        "The governor vetoed the bill that would have guaranteed visits in person.",
        "The governor vetoed it, and the override fell six votes short.",
        "Judge Sandoval declined on Thursday to block the change.",
        "An appeals panel refuses a stay.",
    ],
)
@pytest.mark.parametrize("heard", [Severity.CRITICAL, Severity.MINOR])
def test_a_veto_or_a_refused_request_leaves_things_be(line: str, heard: Severity) -> None:
    assert _level(line, heard) is Severity.MAJOR


@pytest.mark.parametrize(
    "line",
    [
        "The council overrode the veto of the executive, and the booths open again.",
        "The council overturned the sheriff's veto of the ordinance on visits.",
        "The court ordered the county to let families use the booths.",
        "The judge granted the motion for a preliminary injunction.",
        "The stay of the injunction is dissolved.",
        "The waiver that excused the county is withdrawn.",
    ],
)
def test_what_is_in_force_is_critical(line: str) -> None:
    assert _level(line, Severity.CRITICAL) is Severity.CRITICAL
    overridden = "veto" in line
    assert _level(line, Severity.MAJOR) is (Severity.MAJOR if overridden else Severity.CRITICAL)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The board asked the court to order the county to open the booths.", "news"),
        ("The court refused to order the county to let families use the booths.", "news"),
        ("The court ordered the county to let families use the booths.", "jail"),
        ("The waiver by which the jail was excused from this standard has lapsed.", "news"),
    ],
)
def test_what_is_asked_for_or_refused_is_left_as_heard(line: str, kind: str) -> None:
    assert _level(line, Severity.MAJOR, kind=kind) is Severity.MAJOR


@pytest.mark.parametrize(
    "line",
    [
        "In other business the mayor vetoed the park budget.",
        "A judge refused to block the new landfill.",
        "The court will not hold hearings on Monday.",
    ],
)
def test_acts_on_other_matters_weigh_nothing(line: str) -> None:
    assert _level(line, Severity.CRITICAL) is Severity.CRITICAL


def test_other_terms_keep_their_gravity() -> None:
    line = "The governor vetoed the bill on prices."
    assert _level(line, Severity.MINOR, topic=Topic.FEES) is Severity.MINOR


def test_a_tender_is_no_contract_yet() -> None:
    line = "Points for shutting the booths: 0 (withdrawn)."
    assert _level(line, Severity.CRITICAL, kind="contract", title="rfp 24-117 inmate video") is Severity.MAJOR
    assert _level(line, Severity.CRITICAL, kind="contract", title="inmate video agreement") is Severity.CRITICAL

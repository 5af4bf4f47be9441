"""The order in which rooms are asked for lines that they read for sure: a line is read once, by who knows it best."""

# ruff: noqa: E501  a table reads better on one line

from __future__ import annotations

import pytest

from monitors.language.lines import certain_lines
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments

PAGE = "Visiting rules\n\nThe lobby opens at 8 a.m.\n\n{}\n\nLockers are by the door."

# A room, one that must come behind it, an old and a new line that the second one would read as well or instead.
ORDER = [
    ("week_lines", "retold_terms", "Visiting is held on Saturdays.", "Visiting is held on alternate Saturdays."),
    ("condition_lines", "scope_effects", "Visits are not held on holidays unless announced.", "Visits are not held on holidays."),
    ("move_lines", "retold_terms", "Anyone below the age of 16 is not permitted in the visiting room.", "Only persons aged 18 and up may visit."),
    ("move_lines", "paid_or_free", "Video visits are offered at no cost.", "Video visits are no longer free."),
    ("move_lines", "announcements", "", "Visits have been extended to 60 minutes."),
    ("stance_lines", "admittance_effects", "Friends can visit.", "Friends may not visit."),
    ("stance_lines", "lone_terms", "", "No one under 16 is allowed to visit."),
    ("form_lines", "turned_permissions", "Holding hands is allowed.", "Visitors and inmates may not hold hands."),
    ("form_lines", "state_lines", "", "Contact visits are no longer permitted."),
    ("paid_or_free", "turned_permissions", "On-site visits cost money.", "On-site visits do not cost anything."),
    ("undecided_lines", "turned_permissions", "Rumors that in-person visits will end are false.", "Reports that the jail has banned contact visits are not true."),
    ("undecided_lines", "decided_lines", "", "A federal prison out west has brought back contact visits."),
    ("decided_lines", "norm_lines", "", "State lawmakers did not approve a limit of two visits a month."),
    ("state_lines", "stop_lines", "In-person visits are suspended.", "In-person visits have been restored."),
]  # fmt: skip


def _name(room: certain_lines.Room) -> str:
    wrapped = [cell.cell_contents for cell in room.read.__closure__ or ()]
    return str((wrapped[0] if wrapped else room.read).__name__)


def _told(old: str, new: str) -> list[tuple[str, int]]:
    scene = Scene(*(units(plain_segments(PAGE.format(line))) for line in (old, new)), "visiting", "jail")
    effects = certain_lines.certain_lines(scene, align(scene.before, scene.after)).effects
    return sorted((effect.rule, effect.sign) for effect in effects)


@pytest.mark.parametrize(("first", "second", "old", "new"), ORDER, ids=[f"{one}-{two}" for one, two, *_ in ORDER])
def test_one_room_is_asked_before_another(
    monkeypatch: pytest.MonkeyPatch, first: str, second: str, old: str, new: str
) -> None:
    told = _told(old, new)
    names = [_name(room) for room in certain_lines.ROOMS]
    here, there = names.index(first), names.index(second)
    assert here < there
    rooms = list(certain_lines.ROOMS)
    rooms.insert(there, rooms.pop(here))
    monkeypatch.setattr(certain_lines, "ROOMS", tuple(rooms))
    assert _told(old, new) != told

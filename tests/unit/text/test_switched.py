"""Notices that are switched on and off, and what readers open by themselves."""

from __future__ import annotations

import pytest

from monitors.language.judge import read
from monitors.records import Direction, Grade, PassageKind
from tests.unit.text.reading import changed, segments

NOTICE = "<p>All visits are cancelled today.</p>"
LOCKED = "<p>The jail is on lockdown until further notice.</p>"
PAGE = "<nav><a href=/>Home</a></nav>{}<h2>Rules</h2><p>Bring photo identification to the lobby.</p>"


@pytest.mark.parametrize("notice", [NOTICE, LOCKED])
@pytest.mark.parametrize("form", ["{}<h1>Visiting</h1>", "<h1>Visiting</h1>{}", "<h1>Visiting</h1><p>Welcome.</p>{}"])
def test_a_notice_that_is_switched_on_or_off_is_told(notice: str, form: str) -> None:
    hidden = PAGE.format(form.format(f"<div style='display:none'>{notice}</div>"))
    shown = PAGE.format(form.format(f"<div>{notice}</div>"))
    on, off = changed(hidden, shown), changed(shown, hidden)
    assert (on.grade, [p.kind for p in on.passages]) == (Grade.HIGH, [PassageKind.ADDED])
    assert (off.grade, [p.kind for p in off.passages]) == (Grade.HIGH, [PassageKind.REMOVED])


RULE = "<p>Minors stand beside their aunt at the window.</p>"
CONTENT = "<h1>Visiting</h1><p>Bring a card.</p><p>Lockers are free.</p>{}<p>Coats stay in the car.</p>"


@pytest.mark.parametrize("hiding", ["hidden", "style='display:none'", "class='box d-none'", "class=hidden"])
def test_a_rule_that_turns_hidden_is_gone_and_one_that_is_shown_is_new(hiding: str) -> None:
    hidden, shown = CONTENT.format(f"<div {hiding}>{RULE}</div>"), CONTENT.format(f"<div class='box'>{RULE}</div>")
    told = [[(p.kind, p.grade) for p in changed(*sides).passages] for sides in ((shown, hidden), (hidden, shown))]
    assert told == [[(PassageKind.REMOVED, Grade.HIGH)], [(PassageKind.ADDED, Grade.HIGH)]]


@pytest.mark.parametrize("classes", ["d-none d-md-block", "hidden sm:flex", "hide show-for-large", "hidden-print"])
def test_what_is_shown_on_some_screens_is_not_hidden(classes: str) -> None:
    assert not any(segment.hidden for segment in segments(f"<div class='{classes}'>{RULE}</div>"))


def test_it_is_read_as_if_it_came_and_went() -> None:
    hidden, shown = PAGE.format(f"<div hidden>{NOTICE}</div>"), PAGE.format(f"<div>{NOTICE}</div>")
    readings = [
        read(segments(before), segments(after), changed(before, after).passages)
        for before, after in ((hidden, shown), (shown, hidden))
    ]
    assert [reading.direction for reading in readings] == [Direction.RESTRICTIVE, Direction.RESTORATIVE]


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        # a panel under its label
        (
            f"<h1>Visiting</h1><h2>Late</h2><div hidden>{NOTICE}</div>",
            f"<h1>Visiting</h1><h2>Late</h2><div>{NOTICE}</div>",
        ),
        # the same line for another screen
        (f"{NOTICE}<h1>Visiting</h1><div hidden>{NOTICE}</div>", f"{NOTICE}<h1>Visiting</h1><div>{NOTICE}</div>"),
        # tabs: one is opened for the other
        (
            f"<h1>Visiting</h1><div>{RULE}</div><div hidden><p>Lockers are free.</p></div>",
            f"<h1>Visiting</h1><div hidden>{RULE}</div><div><p>Lockers are free.</p></div>",
        ),
        # most of the page, until a script shows it
        (
            f"<h1>Visiting</h1><div hidden>{RULE}<p>A.</p><p>B.</p><p>C.</p></div>",
            f"<h1>Visiting</h1><div>{RULE}<p>A.</p><p>B.</p><p>C.</p></div>",
        ),
        # no notice, above the page's heading
        ("<div hidden><p>Visits last one hour.</p></div>", "<div><p>Visits last one hour.</p></div>"),
    ],
)
def test_what_readers_open_themselves_is_not(hidden: str, shown: str) -> None:
    assert changed(PAGE.format(hidden), PAGE.format(shown)).grade is Grade.NONE

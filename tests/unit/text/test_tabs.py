"""What stands on the panel of a tab stands under the tab's name."""

from __future__ import annotations

import pytest

from monitors.records import SegmentKind
from tests.unit.text.reading import changed, segments

TABS = (
    "<h1>Visiting</h1><ul role=tablist><li><a role=tab id=x href='#a'>Remote visits</a>"
    "<li><button role=tab id=y aria-controls=b>Parking</button></ul>"
)
PANELS = "<div role=tabpanel {}><p>Cost: $5</p></div><div role=tabpanel {}><p>Cost: $2</p></div><p>Bring a card.</p>"


@pytest.mark.parametrize("named", [("id=a", "id=b"), ("aria-labelledby=x", "aria-labelledby=y")])
def test_a_panel_stands_under_its_tab(named: tuple[str, str]) -> None:
    found = {s.text: s.heading for s in segments(TABS + PANELS.format(*named)) if s.kind is SegmentKind.TEXT}
    assert [found[said] for said in ("Cost: $5", "Cost: $2", "Bring a card.")] == [
        ("Visiting", "Remote visits"),
        ("Visiting", "Parking"),
        ("Visiting",),
    ]


def test_a_heading_on_a_panel_heads_its_part_and_nothing_behind_it() -> None:
    html = TABS + "<div role=tabpanel id=a><h2>Prices</h2><p>Cost: $5</p></div><p>Bring a card.</p>"
    found = {s.text: s.heading for s in segments(html)}
    assert (found["Cost: $5"], found["Bring a card."]) == (("Visiting", "Prices"), ("Visiting",))


def test_a_price_on_a_panel_of_visits_is_told_by_its_tab() -> None:
    html = TABS + PANELS.format("id=a", "id=b")
    (passage,) = changed(html, html.replace("$5", "$6")).passages
    assert (passage.heading, passage.grade) == (("Visiting", "Remote visits"), "high")


def test_panels_without_tabs_are_read_as_they_stand() -> None:
    html = "<h1>Visiting</h1><div role=tabpanel id=a aria-labelledby=z><p>Cost: $5</p></div>"
    assert segments(html)[-1].heading == ("Visiting",)

"""Charts as plain SVG, drawn by leather: neither script nor style element, so they pass the pages' policy and print.

Every chart stands beside a table with the same figures: it is told as one picture, and its text is ours alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from leather import theme
from leather.chart import Chart
from markupsafe import Markup

WIDTH, HEIGHT, LABEL = 480, 220, 24
_HEAD = re.compile(r'^<svg width="(\d+)" height="(\d+)"')
_PLAIN = {"background_color": "none", "tick_size": 4, "margin": 0.04}
# style.css gives the colours of the page's scheme; these are for what reads the SVG alone.
COLOURS = {"restrictive": "#8f1d14", "restorative": "#12572c", "plain": "#0b4fa0"}

for _name, _value in _PLAIN.items():
    setattr(theme, _name, _value)
for _name in [one for one in dir(theme) if one.endswith("_font_family")]:
    setattr(theme, _name, "system-ui, sans-serif")


def steps(points: Sequence[tuple[datetime, float]], until: datetime) -> Markup:
    """A value that holds until the next one: points oldest first, the last one drawn on to `until`."""
    line: list[tuple[datetime, float]] = []
    for at, value in points:
        if line:
            line.append((_plain(at), line[-1][1]))
        line.append((_plain(at), value))
    line.append((max(_plain(until), line[-1][0] + timedelta(days=1)), line[-1][1]))
    chart = Chart()
    low, high = min(value for _, value in line), max(value for _, value in line)
    chart.add_x_scale(line[0][0], line[-1][0])
    chart.add_y_scale(min(0, low), high * 1.1 or 1)
    first, last = line[0][0], line[-1][0]
    chart.add_x_axis(ticks=[first, first + (last - first) / 2, last], tick_formatter=_day)
    chart.add_line(line, stroke_color=COLOURS["plain"], width=2.5)
    return _drawn(chart)


def columns(counts: Sequence[tuple[str, int]], kind: str, most: int) -> Markup:
    """A column a month; most: the scale's end, so that two charts can be compared."""
    chart = Chart()
    chart.add_y_scale(0, max(most, 1))
    chart.add_y_axis(ticks=sorted({0, max(most, 1) // 2, max(most, 1)}))
    # One label in three, or they run into each other.
    labels = [name for name, _ in counts]
    chart.add_x_axis(ticks=labels[:: max(1, -(-len(labels) // 5))])
    chart.add_columns(list(counts), fill_color=COLOURS[kind])
    return _drawn(chart, kind)


def _plain(at: datetime) -> datetime:
    """As leather reckons: UTC without saying so."""
    return at.astimezone(UTC).replace(tzinfo=None)


def _day(at: datetime, _number: int, _of: int) -> str:
    return f"{at:%Y-%m-%d}"


def _drawn(chart: Any, kind: str = "plain") -> Markup:
    svg = str(chart.to_svg(width=WIDTH, height=HEIGHT))
    # A step chart's last day stands under its right end: half of it needs room beside the axis.
    width = WIDTH + LABEL if kind == "plain" else WIDTH
    head = f'<svg class="{kind}" viewBox="0 0 {width} {HEIGHT}" aria-hidden="true"'
    # Safe: leather escapes its texts, and they are dates and figures of our own.
    return Markup(_HEAD.sub(head, svg, count=1))  # noqa: S704

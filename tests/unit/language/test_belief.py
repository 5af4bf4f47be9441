"""How likely the reader must hold the direction of a line that only came, for the rules to be believed of it."""

from __future__ import annotations

import pytest

from monitors.language.belief import Settled, plainly
from monitors.language.pages.scene import PLAIN, Effect
from monitors.records import Direction, Severity, Topic


@pytest.mark.parametrize(
    ("line", "believed"),
    [
        ("Inmates must sit out ten days before their first visit.", True),
        ("Inmates no longer have to sit out ten days before their first visit.", False),
        ("The rule that inmates sit out ten days before a visit was repealed.", False),
    ],
)
def test_rules_are_believed_less_of_a_line_that_turns_what_it_speaks_of(line: str, believed: bool) -> None:
    heard = {
        Direction.RESTRICTIVE: 0.3,
        Direction.RESTORATIVE: 0.6,
        Direction.MIXED: 0.05,
        Direction.NEUTRAL: 0.05,
    }
    rule = Effect("Q-intake_days_without_visits", -1, Severity.MAJOR, (Topic.ELIGIBILITY,), (), "", line, ())
    settled = plainly(Settled(0.99, heard), [rule], Direction.RESTRICTIVE)
    assert (settled.directions[Direction.RESTRICTIVE] == PLAIN) is believed

"""What the history browser may ask of the rest of the house."""

from __future__ import annotations

from functools import partial

from app.corrections import mark_wrong
from app.installation import Installation
from web.doors import Doors


def doors(here: Installation) -> Doors:
    return Doors(
        mark_wrong=partial(mark_wrong, here.store, here.mail()),
        listed=frozenset(monitor.id for monitor in here.config.monitors),
    )

"""Characters that nobody sees on a page: soft hyphens, joiners, marks of direction, letters of private fonts."""

from __future__ import annotations

import re

# Bidi marks and zero-width characters change nothing a reader sees; the soft hyphen only shows at a line end.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ue000-\uf8ff\U000e0000-\U000e0fff]"
)


def seen(text: str) -> str:
    """Text without them."""
    return text if text.isascii() else INVISIBLE.sub("", text)

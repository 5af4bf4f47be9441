"""What a board or court orders to be done to visits is decided."""

from __future__ import annotations

import pytest

from monitors.language.claims.decisions import decision


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("on 4-1 vote, county board orders face-to-face visits put back at jail", 1),
        ("the board voted 4-1 to have in-person visits restored", 1),
        ("the judge ordered visits stopped", -1),
    ],
)
def test_what_is_ordered_to_be_done_is_decided(line: str, sign: int) -> None:
    told = decision(line)
    assert told is not None
    assert told.sign == sign

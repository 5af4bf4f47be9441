"""Sets of element names, written as one string each."""

from __future__ import annotations


def names(text: str) -> frozenset[str]:
    """The element names in a text, parted by white space."""
    return frozenset(text.split())

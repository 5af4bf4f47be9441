"""Cells of CSV files that no spreadsheet takes for a formula (OWASP ASVS 1.2.10), and read back as they were."""

from __future__ import annotations

FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def cell(value: object) -> str:
    """A value as a cell; what would be a formula gets an apostrophe before it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " ".join(map(str, value)) if isinstance(value, list | tuple) else str("" if value is None else value)
    return f"'{text}" if text.startswith(FORMULA) else text


def plain_cell(text: str) -> str:
    """The text of a cell without that apostrophe."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text

"""Panels and the tabs that open them: what stands on a panel stands under the name of its tab, wherever that is."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from monitors.extract.elements import Attributes
from monitors.segments import squeeze

_POINTING = ("aria-controls", "data-bs-target", "data-target", "href")  # at a panel, by its id
_LONGEST = 80  # characters of a tab's name
_MOST = 200  # tabs of a page


def tab_names(node: LexborNode) -> Mapping[str, str]:
    """The names of all tabs in a node's tree, by the id of the panel that each opens and, behind "#", by its own."""
    while node.parent is not None:
        node = node.parent
    found: dict[str, str] = {}
    for tab in node.css('[role="tab"]')[:_MOST]:
        name, attributes = squeeze(tab.text()), tab.attributes
        if not 0 < len(name) <= _LONGEST:
            continue
        for pointer in _POINTING:
            if panel := (attributes.get(pointer) or "").lstrip("#"):
                found.setdefault(panel, name)
        if own := attributes.get("id"):
            found[f"#{own}"] = name
    return found


def name_of_panel(attributes: Attributes, tabs: Mapping[str, str]) -> str:
    """The name of the tab that opens a panel, "" where none is known."""
    return tabs.get(attributes.get("id") or "") or tabs.get(f"#{attributes.get('aria-labelledby') or ''}") or ""

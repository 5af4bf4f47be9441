"""Questions about elements: sets of names, what hides, what follows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

Attributes = Mapping[str, str | None]

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Classes that hide on every screen, by whose names frameworks agree, and those beside them that show on some.
_HIDING_CLASS = re.compile(r"(?<!\S)(?:d-none|hidden|hide|is-hidden)(?!\S)")
_SHOWING_CLASS = re.compile(r":|(?<!\S)d-(?!none(?!\S))|visible|show")

_STRIKING = frozenset(("s", "strike", "del"))
_STRIKE_STYLE = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
# The classes by which the frameworks that are most in use strike a text through.
_STRIKING_CLASS = re.compile(r"(?<!\S)(?:text-decoration-)?line-through(?!\S)")

# The sign behind a heading that opens and closes: it says which it is at the moment.
OPENER = re.compile(r"(?<=[^\W\d])\s*[+−▸▾▲▼►▶›⌄⌃✕]$")
SWITCH = re.compile(
    r"(?<=\S)\s+(?:show|hide|expand|collapse)$|^(?:show|hide|expand|collapse|toggle)\b:?\s+(?=\S)", re.IGNORECASE
)


def names(text: str) -> frozenset[str]:
    """The element names in a text, parted by white space."""
    return frozenset(text.split())


def is_hidden(attributes: Attributes) -> bool:
    """Whether an element is hidden until something opens it."""
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool((style := attributes.get("style")) and _HIDING.search(style))
        or bool((classes := attributes.get("class")) and hides(classes))
    )


def hides(classes: str) -> bool:
    """Whether the names in a class attribute hide an element on every screen; for monitors/versions.py too."""
    return _HIDING_CLASS.search(classes) is not None and not _SHOWING_CLASS.search(classes)


def is_struck(tag: str, attributes: Attributes) -> bool:
    """Whether what an element holds is shown struck through."""
    if tag in _STRIKING:
        return True
    style = attributes.get("style")
    return bool(style and _STRIKE_STYLE.search(style)) or strikes(attributes.get("class") or "")


def strikes(classes: str) -> bool:
    """Whether the names in a class attribute strike a text through; for monitors/versions.py too."""
    return "line-through" in classes and _STRIKING_CLASS.search(classes) is not None


def has_more_after(node: LexborNode) -> bool:
    """Whether the next element is there to be opened: it holds text and is no button itself."""
    following = node.next
    while following is not None and not following.is_element_node:
        following = following.next
    return following is not None and following.attributes.get("role") != "button" and bool(following.text().strip())


def beside_button(node: LexborNode) -> bool:
    """Whether the element right before or after is a button."""
    return any(near is not None and near.tag == "button" for near in (node.prev, node.next))


UNSEEN = names("script style link source track param -comment")  # what the fingerprint leaves out
_APART = UNSEEN | names("br")
_BETWEEN = " \t\r\n\xa0|/,-·•–—»"  # marks that part the links of a line


def are_links(parent: LexborNode) -> bool:
    """Whether an element holds two links or more and nothing but marks between them."""
    links, child = 0, parent.child
    while child is not None:
        if child.tag == "a":
            links += 1
        elif child.tag not in _APART and not (
            child.tag in ("-text", "span") and not (child.text() or "").strip(_BETWEEN)
        ):
            return False
        child = child.next
    return links > 1

"""HTML to segments: everything a reader could see or open, in document order.

Class names and zones decide nothing here. Hidden accordions, tabs, dialogs, templates, noscript, alternative texts,
options and document links are all text of the page; what is furniture is decided later, by what siblings show.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from monitors.attached import is_labelled
from monitors.extract.document import OK, Found, Link, LinkKind
from monitors.extract.elements import names
from monitors.extract.links import absolute
from monitors.extract.scripts import script_sayings
from monitors.extract.walk import Walk
from monitors.records import Quality, Segment, SegmentKind, Verdict
from monitors.segments import cut, squeeze

MOST_CHARACTERS = 4_000_000  # of decoded HTML; what lies behind is cut off and said so in the verdict's detail
DEEPEST = 4_000  # Lexbor took 13 s for 100,000 nested <div>: its work grows with the square of the depth
THIN = 400  # characters of visible text, menus apart, under which the scripts' own data is taken in full
_APP = re.compile(
    r"<(?:div|main|section)[^>]{0,200}\bid=[\"']?(?:root|app|__next|__nuxt|app-root|main-app|react-root|ember\w*)\b"
    r"|<app-root\b|\bng-app\b|data-reactroot|data-v-app|javascript is (?:required|disabled)"
    r"|(?:enable|requires?|turn on|activate) javascript",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_FRAME_KINDS = frozenset({SegmentKind.TITLE, SegmentKind.MENU, SegmentKind.LINK, SegmentKind.OPTION})
_NO_DEPTH = names(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody "
    "tfoot option optgroup"
)


def html_document(text: str, url: str, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Found:
    """The segments of an HTML text. Never raises on bad markup.

    select, ignore: CSS selectors; one of `select` that matches nothing gives SELECTOR_EMPTY, never an empty page.
    """
    text = text[:MOST_CHARACTERS]
    if too_deep(text):
        return Found(tuple(_flat(text)), verdict=OK)
    tree = LexborHTMLParser(text)
    root = tree.root
    if root is None:
        return Found()
    try:
        _drop(tree, ignore)
        chosen, missing = _choose(tree, root, select)
    except SelectolaxError as error:
        return Found(verdict=Verdict(Quality.SELECTOR_EMPTY, "selector_invalid", str(error)))
    if missing:
        return Found(verdict=Verdict(Quality.SELECTOR_EMPTY, "selector_matches_nothing", ", ".join(missing)))
    return _read(tree, chosen, url, bool(select))


def _read(tree: LexborHTMLParser, chosen: Sequence[LexborNode], url: str, narrowed: bool) -> Found:
    base = _base(tree, url)
    walk = Walk(base)
    title = _title(tree)
    if title and not narrowed:
        walk.add(Segment(title, kind=SegmentKind.TITLE))
    for node in chosen:
        walk.run(node)
    walk.finish()
    visible = sum(len(segment.text) for segment in walk.segments if segment.kind is not SegmentKind.TITLE)
    said = sum(len(segment.text) for segment in walk.segments if segment.kind not in _FRAME_KINDS)
    data = [] if narrowed else _data(tree, walk, said < THIN)
    segments = (*walk.segments, *data)
    thin = visible + sum(len(segment.text) for segment in data) < THIN
    return Found(
        segments=segments,
        title=title or next((s.text for s in walk.segments if s.kind is SegmentKind.HEADING), ""),
        language=_language(tree),
        links=(*_head_links(tree, base), *walk.links),
        needs_browser=thin and not narrowed and bool(_APP.search(tree.html or "")),
    )


def too_deep(text: str) -> bool:
    """Whether the tags nest deeper than the parser can take; elements whose end tag may be left out do not count."""
    if text.count("<") < DEEPEST:
        return False
    depth = 0
    for hit in _TAG.finditer(text):
        if hit[2].lower() not in _NO_DEPTH:
            depth = max(0, depth - 1) if hit[1] else depth + 1
            if depth > DEEPEST:
                return True
    return False


_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)


def _flat(text: str) -> list[Segment]:
    """The text between the tags, for markup that no parser should be given."""
    found: list[Segment] = []
    for line in _MARKUP.sub("\n", text).splitlines():
        found.extend(cut(Segment(line)))
    return found


def _drop(tree: LexborHTMLParser, ignore: Sequence[str]) -> None:
    for selector in ignore:
        for node in tree.css(selector):
            node.decompose()


def _choose(tree: LexborHTMLParser, root: LexborNode, select: Sequence[str]) -> tuple[list[LexborNode], list[str]]:
    """The nodes to read, in document order and none inside another, and the selectors that matched nothing."""
    if not select:
        return [root], []
    matches = {selector: tree.css(selector) for selector in select}
    missing = [selector for selector, nodes in matches.items() if not nodes]
    wanted = {node.mem_id for nodes in matches.values() for node in nodes}
    chosen: list[LexborNode] = []
    node: LexborNode | None = root
    while node is not None:
        inside = node.mem_id in wanted
        if inside:
            chosen.append(node)
        node = _following(node, skip=inside)
    return chosen, missing


def _following(node: LexborNode, *, skip: bool) -> LexborNode | None:
    if not skip and node.child is not None:
        return node.child
    at: LexborNode | None = node
    while at is not None:
        if at.next is not None:
            return at.next
        at = at.parent
    return None


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return squeeze(node.text() if node is not None else "")[:500]


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return absolute(url, node.attributes.get("href") or "") or url if node is not None else url


def _language(tree: LexborHTMLParser) -> str:
    node = tree.css_first("html[lang]")
    return (node.attributes.get("lang") or "").strip()[:35] if node is not None else ""


_REFRESH = re.compile(r"^\s*\d+(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


def _head_links(tree: LexborHTMLParser, base: str) -> list[Link]:
    found: list[Link] = []
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").strip().lower() == "refresh":
            hit = _REFRESH.match(node.attributes.get("content") or "")
            if hit and (target := absolute(base, hit[1])):
                found.append(Link(LinkKind.REFRESH, target))
    for node in tree.css("link[rel][href]"):
        rel = (node.attributes.get("rel") or "").lower().split()
        target = absolute(base, node.attributes.get("href") or "")
        if target and "canonical" in rel:
            found.append(Link(LinkKind.CANONICAL, target))
        elif target and "alternate" in rel and re.search("rss|atom", node.attributes.get("type") or ""):
            found.append(Link(LinkKind.FEED, target, node.attributes.get("title") or ""))
    return found


def _data(tree: LexborHTMLParser, walk: Walk, thin: bool) -> list[Segment]:
    """Sentences in the page's scripts that the page itself does not show already."""
    shown = {segment.key for segment in walk.segments} | {""}
    found: dict[tuple[str, ...], Segment] = {}
    for path, text in script_sayings(tree, everything=thin):
        for segment in cut(Segment(text, path, SegmentKind.DATA, hidden=True)):
            if segment.key not in shown:
                found.setdefault((segment.key, *_title_of_value(segment)), segment)
    return list(found.values())


def _title_of_value(segment: Segment) -> tuple[str, ...]:
    """The title that a label with its value speaks of: "Length: 20 minutes" of one kind of visit, and of another."""
    return segment.heading[-1:] if is_labelled(segment.text) else ()

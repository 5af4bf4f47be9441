"""Reading an index of statements: which links of a page are its entries, with title, date and summary. Pure.

An entry is a link in the main part with words of its own. Its surroundings are the largest element that holds no other
entry's link: there the date and the summary stand, whatever the markup (list, table, cards, articles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.dates import find_date, url_date
from crawler.keys import link_key, link_url
from monitors.records import ListedItem

MAX_ENTRIES = 500
MAX_LINKS = 5000
MAX_TITLE = 300
MAX_SUMMARY = 500

_FURNITURE = (
    "script, style, noscript, template, svg, iframe, form, nav, aside, dialog, [hidden], [role=navigation], "
    "[role=banner], [role=contentinfo], [role=search], [role=complementary], [role=menu], [role=dialog], "
    "[aria-hidden=true], .breadcrumb, .breadcrumbs, .pagination, .pager, .nav-links, .sidebar, .widget-area, .share, "
    ".social, .sharedaddy, .skip-link, #breadcrumb, #breadcrumbs, #sidebar, #comments"
)
_MAIN = ("main", "[role=main]", "#main-content", "#main", "#content", "#primary")
# Words of links that say nothing about their target; a title made of them alone is none.
_GENERIC_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a about all article back click continue details download email entries entry facebook find full get here home "
        "in instagram item keep learn linkedin load log login more newer news next older on out page pdf post posts "
        "prev previous print read reading release rss search see share show sign statement statements story subscribe "
        "tell the this to tweet twitter us view youtube",
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ENTRIES = re.compile(
    r"/(tag|tags|category|categories|author|authors|archive|archives|page/\d+|login|signin|sign-in|search|cart|feed|rss|"
    r"wp-admin|wp-login\.php|privacy(-policy)?|terms(-of-(use|service))?|accessibility|sitemap|contact(-us)?)/?$"
    r"|/(tag|category|author)/[^/]+/?$",
    re.IGNORECASE,
)
_PAGING = re.compile(r"(^|&)(page|paged|p|pg|offset|start|sort|order|filter)=", re.IGNORECASE)
_SHARING = re.compile(
    r"(^|\.)(facebook|twitter|x|linkedin|instagram|youtube|pinterest|reddit|tiktok|addtoany|sharethis|whatsapp|"
    r"flipboard|threads|bsky)\.(com|net|app)$"
)
_SPACE = re.compile(r"\s+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class _Candidate:
    key: str
    url: str
    nodes: list[LexborNode]
    title: str


def entries(html: str, url: str) -> tuple[ListedItem, ...]:
    """The entries of an index page in page order, at most MAX_ENTRIES; published is "YYYY-MM-DD", "YYYY-MM" or ""."""
    tree = LexborHTMLParser(html)
    if tree.body is None:
        return ()
    base = _base(tree, url)
    root = _main_part(tree.body)
    candidates = _candidates(root, base, url)
    owners = _owners(candidates)
    items = (_item(entry, root, owners) for entry in candidates.values())
    return tuple(item for item in items if item is not None)[:MAX_ENTRIES]


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return link_url(url, node.attributes.get("href") or "") or url if node is not None else url


def _main_part(body: LexborNode) -> LexborNode:
    for node in body.css(_FURNITURE):
        if node.parent is not None and node.tag not in ("body", "main"):
            node.decompose()
    for node in [*body.css("header"), *body.css("footer")]:
        if node.parent is not None and not _inside(node, {"article", "section", "li", "main"}):
            node.decompose()
    found = next((node for node in (body.css_first(selector) for selector in _MAIN) if node is not None), None)
    # A main element without links is a shell around something else.
    return found if found is not None and found.css_first("a[href]") is not None else body


def _inside(node: LexborNode, tags: set[str]) -> bool:
    return any(parent.tag in tags for parent in _ancestors(node))


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _candidates(root: LexborNode, base: str, page: str) -> dict[str, _Candidate]:
    found: dict[str, _Candidate] = {}
    own = link_key(page)
    for node in root.css("a[href]")[:MAX_LINKS]:
        url = link_url(base, node.attributes.get("href") or "")
        if not url or not _may_be_entry(node, url, own):
            continue
        title = _link_title(node)
        entry = found.setdefault(link_key(url), _Candidate(link_key(url), url, [], ""))
        entry.nodes.append(node)
        if len(title) > len(entry.title):
            entry.title = title
    return found


def _owners(candidates: dict[str, _Candidate]) -> dict[int, str]:
    """For each element around an entry's link the entry's key, or "" where it holds links of several.

    A climb ends where it meets its own mark or a shared one, so each element is marked at most twice.
    """
    owners: dict[int, str] = {}
    for entry in candidates.values():
        for node in entry.nodes:
            for parent in _ancestors(node):
                known = owners.get(parent.mem_id)
                if known in (entry.key, ""):
                    break
                owners[parent.mem_id] = entry.key if known is None else ""
    return owners


def _may_be_entry(node: LexborNode, url: str, own: str) -> bool:
    rel = (node.attributes.get("rel") or "").split()
    if not {"tag", "next", "prev", "author", "search", "category"}.isdisjoint(rel):
        return False
    parts = urlsplit(url)
    key = link_key(url)
    if key == own or own.startswith(f"{key}/") or parts.path in ("", "/"):
        return False
    return not (_NOT_ENTRIES.search(parts.path) or _PAGING.search(parts.query) or _SHARING.search(parts.hostname or ""))


def _link_title(node: LexborNode) -> str:
    """The link's words; of a card that is one link, its heading; "" where they could stand on any link."""
    heading = next((child for child in node.traverse() if child.tag in _HEADINGS), None)
    text = _words(heading if heading is not None else node)
    if not text:
        text = _SPACE.sub(" ", node.attributes.get("title") or node.attributes.get("aria-label") or "").strip()
    return "" if len(text) <= 60 and _GENERIC_WORDS.issuperset(_WORD.findall(text.lower())) else text


def _item(entry: _Candidate, root: LexborNode, owners: dict[int, str]) -> ListedItem | None:
    place = _surroundings(entry, root, owners)
    title = entry.title or _heading(place)
    if not title or (len(title) < 12 and " " not in title and not _HEADINGS & {p.tag for p in _near(entry)}):
        return None
    text = _words(place)
    stamp = place.css_first("time[datetime]")
    stated = find_date(stamp.attributes.get("datetime") or "") if stamp is not None else None
    written = find_date(text)
    published = (stated or written or (url_date(entry.url), None))[0]
    return ListedItem(entry.key, entry.url, title[:MAX_TITLE], published, _summary(text, title, written))


def _near(entry: _Candidate) -> list[LexborNode]:
    return [parent for node in entry.nodes for parent in islice(_ancestors(node), 3)]


def _surroundings(entry: _Candidate, root: LexborNode, owners: dict[int, str]) -> LexborNode:
    """The largest element around the entry's first titled link that holds no other entry's link."""
    place = next((node for node in entry.nodes if _link_title(node)), entry.nodes[0])
    for parent in _ancestors(place):
        if parent.mem_id == root.mem_id or owners.get(parent.mem_id) != entry.key:
            break
        place = parent
    return place


def _heading(place: LexborNode) -> str:
    return next((_words(node) for node in place.traverse() if node.tag in _HEADINGS), "")


def _summary(text: str, title: str, date: tuple[str, tuple[int, int]] | None) -> str:
    if date is not None:
        text = f"{text[: date[1][0]]} {text[date[1][1] :]}"
    text = _SPACE.sub(" ", text.replace(title, " ", 1))
    text = re.sub(r"(continue reading|read more|learn more)\b\W*$", "", text.strip(), flags=re.IGNORECASE)
    return text.strip(" \u2013\u2014-|:·")[:MAX_SUMMARY]


def _words(node: LexborNode) -> str:
    return _SPACE.sub(" ", node.text(separator=" ")).strip()

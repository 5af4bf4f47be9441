"""Stencils: a page's markup with holes where it is known to vary without meaning.

A page that differs from its latest version in the holes alone is unchanged, and that is decided on the markup as it
came, without parsing it (0.3 ms for a page of 40 KB). Everything outside the holes counts to the byte. A hole is one
piece of markup between two "<", and what shows through is bound too:

* MARKUP: attributes that no segment is made of (nonces, tokens, the target of a teaser);
* RUNNING: groups of digits that were others in each of three looks, and the day of the fetch;
* ROTATING: a line by itself that was another in each of three looks; words of visiting, or talk of a jail that closes,
  showing through make the page count as changed;
* SCRIPT: a script, as long as the sentences in it stay; STYLE, COMMENT: what nobody reads.

Holes are proposed from three looks at a page (the latest version, the page now, the page a moment later), and kept only
where the parsed page shows them to be what they seem: `probe` puts marks into the holes, `confirmed` looks where they
come out. A line or heading that speaks of visits is never a hole.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from selectolax.lexbor import LexborHTMLParser

from monitors.extract.scripts import script_essence
from monitors.furniture import counts_something, is_quantity, mask_today, speaks_of_visits, tells_of_closing
from monitors.records import Segment, SegmentKind
from monitors.segments import squeeze
from monitors.versions import essential

LONGEST_PAGE = 1_000_000  # characters; what is larger is rare and may take its time
MOST_HOLES = 400
MOST_VARYING = 400  # differing pieces: a page that differs in more has changed
LONGEST_TAG = 4_000
LONGEST_LINE = 160
FORMAT = 1

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]*")
_ATTRIBUTE = re.compile(r"\s+([a-zA-Z@:_][\w:.@-]*)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_GROUP = re.compile(r"(\d+(?:[:.,/]\d+)*(?:\s?[ap]\.?m\b\.?)?)")
_CLOCK_WITH_SECONDS = re.compile(r"\d{1,2}:\d\d:\d\d")
_COMMENT = re.compile(r"!--(?!-?>)[^>]*--")
MARK = "zqhole"  # a word that no page has; the marks that `probe` puts begin with it
_MARK = re.compile(MARK + r"(\d+)qz")
_ALONE = frozenset({SegmentKind.TEXT, SegmentKind.ITEM, SegmentKind.MENU, SegmentKind.SENTENCE})


class Through(StrEnum):
    """What may show through a hole behind its tag."""

    FIXED = "fixed"
    RUNNING = "running"
    ROTATING = "rotating"
    SCRIPT = "script"
    STYLE = "style"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Hole:
    """place: index of the piece; markup: its tag varies too, in what no segment is made of; runs: which of the text's
    groups of digits run."""

    place: int
    text: Through
    markup: bool = False
    runs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """A page's decoded markup, and the day it was fetched."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Stencil:
    """pieces: how many the markup has; digest: of all that does not lie in holes."""

    pieces: int
    holes: tuple[Hole, ...]
    digest: str

    def fits(self, sight: Sight) -> bool:
        """Whether the page differs from the one the stencil was cut for in its holes alone."""
        if sight.text.count("<") + 1 != self.pieces:
            return False
        return _digest(_pieces(sight), self.holes, sight.day) == self.digest

    def dumped(self) -> str:
        """As text for the store."""
        holes = [[hole.place, hole.text.value, int(hole.markup), list(hole.runs)] for hole in self.holes]
        return json.dumps({"format": FORMAT, "pieces": self.pieces, "holes": holes, "digest": self.digest})


def loaded(text: str) -> Stencil | None:
    """A stored stencil; None where there is none, or one of another format."""
    values = json.loads(text) if text else {}
    if values.get("format") != FORMAT:
        return None
    holes = tuple(
        Hole(place, Through(kind), bool(markup), tuple(runs)) for place, kind, markup, runs in values["holes"]
    )
    return Stencil(values["pieces"], holes, values["digest"])


def cut(sight: Sight, holes: Sequence[Hole]) -> Stencil | None:
    """The stencil of a page with these holes; None where they do not lie in it."""
    pieces = _pieces(sight)
    if not holes or holes[-1].place >= len(pieces):
        return None
    digest = _digest(pieces, holes, sight.day)
    return Stencil(len(pieces), tuple(holes), digest) if digest else None


def _pieces(sight: Sight) -> list[str]:
    return sight.text.split("<")


def _digest(pieces: list[str], holes: Sequence[Hole], day: date) -> str:
    """ "" where something shows through a hole that must not."""
    shown = list(pieces)
    for hole in holes:
        bound = _bound(hole, pieces[hole.place], day)
        if bound is None:
            return ""
        shown[hole.place] = bound
    return hashlib.blake2b("<".join(shown).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _bound(hole: Hole, piece: str, day: date) -> str | None:
    """What of a piece must stay as it is; None where the piece cannot lie in such a hole."""
    if hole.text is Through.COMMENT:
        comment, end, rest = piece.partition(">")
        return f"!>{rest}" if end and _COMMENT.fullmatch(comment) else None
    tag, end, text = piece.partition(">")
    if not end:
        return None
    kept_tag = _essential_tag(tag) if hole.markup else tag
    kept_text = _bound_text(hole, tag, text, day)
    return None if kept_tag is None or kept_text is None else f"{kept_tag}>{kept_text}"


def _bound_text(hole: Hole, tag: str, text: str, day: date) -> str | None:
    match hole.text:
        case Through.RUNNING:
            return _standing(_plain(text, day), hole.runs)
        case Through.ROTATING:
            return "" if may_rotate(squeeze(html.unescape(text))) else None
        case Through.SCRIPT:
            script = LexborHTMLParser(f"<{tag}>{text}</script>")
            return script_essence(script)
        case Through.STYLE:
            return ""
        case _:
            return text


def _plain(text: str, day: date) -> str:
    return mask_today(squeeze(html.unescape(text)).lower(), day)


def _standing(text: str, runs: Sequence[int]) -> str:
    """A text with its running groups of digits masked."""
    parts = _GROUP.split(text)
    for run in runs:
        if 2 * run + 1 < len(parts):
            parts[2 * run + 1] = "#"
    return "".join(parts)


def may_rotate(text: str) -> bool:
    """Whether a line may come and go in a rotating place: short, without price, time or duration, and neither of visits
    nor of a jail that closes."""
    if not 3 <= len(text) <= LONGEST_LINE or speaks_of_visits(text):
        return False
    parts = _GROUP.split(text.lower())
    if not all(_runs_freely(parts, n) for n in range(1, len(parts), 2)):
        return False
    return not tells_of_closing(text)


def _name(tag: str) -> str:
    hit = _NAME.match(tag)
    return hit[0] if hit else ""


def _essential_tag(tag: str) -> str | None:
    """A tag without what no segment is made of; None for one that is not written in the plain way."""
    attributes = _attributes(tag)
    if attributes is None:
        return None
    name, listed = attributes
    written = f"<{name}" + "".join(f' {key}="{value}"' for key, value in listed) + ">"
    return essential(written)


def _attributes(tag: str) -> tuple[str, list[tuple[str, str]]] | None:
    """Name and attributes of a tag's inside; None where a parser might see it in another way than we do."""
    name = _NAME.match(tag) if len(tag) <= LONGEST_TAG else None
    if name is None:
        return None
    at = name.end()
    found: dict[str, str] = {}
    while hit := _ATTRIBUTE.match(tag, at):
        key = hit[1].lower()
        value = squeeze(html.unescape(hit[2] or hit[3] or hit[4] or ""))
        if key in found or '"' in value:
            return None
        found[key] = value
        at = hit.end()
    rest = tag[at:].strip()
    return (f"{name[0].lower()}{rest}", list(found.items())) if rest in ("", "/") else None


def proposed(base: Sight, first: Sight, second: Sight) -> tuple[Hole, ...]:
    """Holes that three looks at one page speak for; none where it has another shape in one of them."""
    found = _proposals((base, first, second))
    return tuple(hole for hole in found if hole is not None)[:MOST_HOLES]


def may_vary(base: Sight, first: Sight) -> bool:
    """Whether holes could hold all that differs between two looks: a third may tell. False where nothing differs, where
    the page has another shape, or where something differs that no hole ever holds."""
    found = _proposals((base, first))
    return bool(found) and None not in found


def _proposals(looks: Sequence[Sight]) -> list[Hole | None]:
    """For each place where the looks differ its hole, None where there can be none; [] where the shapes differ."""
    sights = [_pieces(sight) for sight in looks]
    if len({len(pieces) for pieces in sights}) > 1 or len(looks[1].text) > LONGEST_PAGE:
        return []
    varying = [n for n, pieces in enumerate(zip(*sights, strict=True)) if len(set(pieces)) > 1]
    if len(varying) > MOST_VARYING:
        return []
    days = [sight.day for sight in looks]
    following = [*sights[1], ""]
    return [_propose(n, [pieces[n] for pieces in sights], following[n + 1], days) for n in varying]


def _propose(place: int, pieces: list[str], following: str, days: Sequence[date]) -> Hole | None:
    split = [piece.partition(">") for piece in pieces]
    if all(_COMMENT.fullmatch(tag) for tag, _, _ in split) and len({rest for _, _, rest in split}) == 1:
        return Hole(place, Through.COMMENT)
    if place == 0 or not all(end and _attributes(tag) for tag, end, _ in split):
        return None
    tags, texts = [tag for tag, _, _ in split], [text for _, _, text in split]
    markup = len(set(tags)) > 1
    if markup and len({_essential_tag(tag) for tag in tags}) > 1:
        return None
    if len(set(texts)) == 1:
        return Hole(place, Through.FIXED, markup)
    name = _name(tags[0]).lower()
    if name in ("script", "style"):
        kind = Through.SCRIPT if name == "script" else Through.STYLE
        return Hole(place, kind, markup) if following.lower().startswith(f"/{name}") else None
    return _propose_text(place, markup, texts, days)


def _propose_text(place: int, markup: bool, texts: list[str], days: Sequence[date]) -> Hole | None:
    parts = [_GROUP.split(_plain(text, day)) for text, day in zip(texts, days, strict=True)]
    if len({tuple(split[::2]) for split in parts}) == 1:
        runs = _runs(parts)
        return Hole(place, Through.RUNNING, markup, runs) if runs is not None else None
    lines = [squeeze(html.unescape(text)) for text in texts]
    if len(set(lines)) == len(lines) and all(map(may_rotate, lines)):
        return Hole(place, Through.ROTATING, markup)
    return None


def _runs(parts: list[list[str]]) -> tuple[int, ...] | None:
    """The groups of digits that were others in each look, none where only the day of the fetch moved; None where one
    was the same in two looks, or could be a price, a time or a duration."""
    runs: list[int] = []
    for n in range(1, len(parts[0]), 2):
        groups = {split[n] for split in parts}
        if len(groups) == 1:
            continue
        if len(groups) < len(parts) or not all(_runs_freely(split, n) for split in parts):
            return None
        runs.append(n // 2)
    return tuple(runs)


def _runs_freely(parts: Sequence[str], n: int) -> bool:
    near = f"{parts[n - 1][-2:]}{parts[n]}{parts[n + 1][:12]}"
    return bool(_CLOCK_WITH_SECONDS.match(parts[n])) or not is_quantity(near)


def probe(sight: Sight, holes: Sequence[Hole]) -> str:
    """The page with a mark in each hole, to see by parsing where the holes lie."""
    pieces = _pieces(sight)
    for hole in holes:
        mark = f"{MARK}{hole.place}qz"
        tag, _, text = pieces[hole.place].partition(">")
        if hole.text in (Through.RUNNING, Through.ROTATING):
            text = mark
        if hole.text is Through.COMMENT:
            pieces[hole.place] = f'wbr data-zq="{mark}">{text}'
        else:
            name = _name(tag)
            pieces[hole.place] = f'{name} data-zq="{mark}"{tag[len(name) :]}>{text}'
    return "<".join(pieces)


def confirmed(sight: Sight, holes: Sequence[Hole], probed: str, segments: Sequence[Segment]) -> tuple[Hole, ...]:
    """The holes that lie where they seem to: their tags are tags, their texts are texts, and those do not speak of
    visits. probed: what `probe` made; segments: the segments of that."""
    pieces = _pieces(sight)
    tags = _marked_tags(probed)
    shown = _marked_segments(segments)
    kept: list[Hole] = []
    for hole in holes:
        tag, _, text = pieces[hole.place].partition(">")
        if not tag.startswith("/") and hole.place not in tags:
            continue
        if hole.text in (Through.RUNNING, Through.ROTATING) and not _is_harmless(
            hole, squeeze(html.unescape(text)), shown.get(hole.place, [])
        ):
            continue
        if tag.startswith("/") and hole.text is Through.FIXED:
            continue
        kept.append(hole)
    return tuple(kept)


def _marked_tags(probed: str) -> set[int]:
    found = set()
    for node in LexborHTMLParser(probed).css("[data-zq]"):
        if hit := _MARK.fullmatch(node.attributes.get("data-zq") or ""):
            found.add(int(hit[1]))
    return found


def _marked_segments(segments: Sequence[Segment]) -> dict[int, list[Segment]]:
    found: dict[int, list[Segment]] = {}
    for segment in segments:
        for hit in _MARK.finditer(segment.text):
            found.setdefault(int(hit[1]), []).append(segment)
    return found


def _is_harmless(hole: Hole, text: str, segments: Sequence[Segment]) -> bool:
    if not segments or any(segment.kind is SegmentKind.DATA for segment in segments):
        return False
    whole = [_MARK.sub(text, segment.text) for segment in segments]
    if any(map(speaks_of_visits, whole)):
        return False
    headed = any(speaks_of_visits(heading) for segment in segments for heading in segment.heading[-1:])
    if hole.text is Through.RUNNING:
        return not hole.runs or counts_something(text) or not headed
    alone = all(segment.kind in _ALONE and _MARK.fullmatch(segment.text) for segment in segments)
    return alone and not headed


def united(holes: Sequence[Hole], more: Sequence[Hole]) -> tuple[Hole, ...]:
    """The holes of two proposals for one page; where both have one at a place, the later says what shows through."""
    by_place = {hole.place: hole for hole in holes}
    for hole in more:
        known = by_place.get(hole.place, hole)
        text = known.text if hole.text is Through.FIXED else hole.text
        runs = {*known.runs, *hole.runs} if text is Through.RUNNING else ()
        by_place[hole.place] = Hole(hole.place, text, hole.markup or known.markup, tuple(sorted(runs)))
    return tuple(sorted(by_place.values(), key=lambda hole: hole.place)[:MOST_HOLES])

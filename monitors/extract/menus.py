"""What on a page is there to be pressed or to frame it: menus, their labels, consent banners, news boxes.

Decided by what the elements are and by the company they keep (links among links, labels beside buttons), never by class
names. What is marked so is graded low unless it speaks of visits; a line that could be a notice (days, closures,
duties, numbers) is never marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from monitors.furniture import speaks_of_visits
from monitors.records import Segment, SegmentKind

NEAR = 3  # entries looked at on either side
LEAST_ENTRIES = 8  # of a frame or a page's tail that is one menu
LEAST_HEAD = 4  # links that a page without a main heading begins with, to be its menu
SENTENCE = 40  # characters from which a line is more than a label
MOST_LINKS = 0.6  # share of links from which a frame is one
LONGEST_LABEL = 60  # characters of a line between the links of a frame
LONGEST_OF_BUTTON = 120  # what a screen reader says of a button
BUTTON_WORDS = 5
BANNER = 8  # segments a consent banner has above its buttons

_UNSEEN = (SegmentKind.ALT, SegmentKind.LINK, SegmentKind.OPTION, SegmentKind.DATA)
_NUMBER = re.compile(r"(?<![\w#])[$€£]?\d")
_NOTICE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b|\b(?:week(?:days?|ends?)|today|tomorrow|daily|hours?"
    r"|holidays?|clos(?:e|es|ed|ing|ure|ures)|cancel\w*|suspend\w*|lockdown|emergency|alerts?|notices?|important|attention"
    r"|effective|until|required?|must|may not|no longer|limited|postponed|delayed|outage|reopen\w*|temporar\w*)\b",
    re.IGNORECASE,
)
# Told even of a link among links.
_URGENT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:closed|closings?|closures?|cancel\w*|suspend\w*|lockdown|outage"
    r"|emergency|postponed|delayed|reopen\w*)\b",
    re.IGNORECASE,
)
# Told of a link or a button where it is more than a label: "Masks required in all buildings", "Minors not admitted".
_ANNOUNCING = re.compile(
    r"\b(?:required|reduced|limited|unavailable|until|effective|paused|ended|out of order|temporarily|no longer"
    r"|not(?! (?:sell|share|track)\b))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:no|not|none|never|only|down|out|new|change[sd]?|updated?)\b|n't\b", re.IGNORECASE)
_TEASER = re.compile(r"[A-Z][\w&/ -]{2,40} [A-Z][^.!?]{8,80}[.!]")
_CONSENT_BUTTON = re.compile(
    r"(?:i )?(?:accept|allow|agree|reject|decline|deny|refuse|got it|manage|customi[sz]e|save|confirm|only|necessary)\b"
    r".{0,50}|ok(?:ay)?|dismiss|close|continue|(?:i )?underst(?:and|ood)|[x×✕]",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\b(?:cookies?|consent|personali[sz]\w+|strictly necessary|your privacy)\b", re.IGNORECASE)
# What a banner is about; to consent alone is also what a visitor does to a search.
_OF_DEVICE = re.compile(
    r"cookies?\b|\bpartners\b|personali[sz]|\bprivacy\b|\byour (?:device|browser)\b|strictly necessary", re.IGNORECASE
)
_NEWS = re.compile(
    r"(?:(?:the )?(?:latest|recent|county|city|town|local|more|top|featured|in the|our|other) )*"
    r"(?:news|headlines|stories|press|blog|blog posts|posts)"
    r"(?: (?:& |and )?(?:events|headlines|releases|updates|feed|room))?"
    r"|(?:related|similar|recently viewed|recent|popular|recommended|suggested|more)"
    r" (?:articles|pages|links|reading|topics)"
    r"|(?:articles|pages|more) in this (?:section|category|collection)|most (?:popular|read|viewed)|recently viewed"
    r"|trending(?: now)?|(?:from )?around the web|upcoming events|you may also like|faqs?|frequently asked questions",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Pressed:
    """What the walk notes while it collects segments, as their indexes. links: nothing but something to press; buttons:
    those of them that are buttons; beside: labels that only eyes see next to a button; framed: inside of navigation,
    page head or foot; frames: first index and end of each outermost one; locales: entries of a language picker;
    main_heading: the first h1, -1 without one."""

    links: list[int] = field(default_factory=list)
    buttons: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    locales: list[int] = field(default_factory=list)
    framed: set[int] = field(default_factory=set)
    frames: list[tuple[int, int]] = field(default_factory=list)
    main_heading: int = -1


def marked(segments: list[Segment], pressed: Pressed) -> list[Segment]:
    """The segments with menu entries marked as such."""
    made = list(segments)
    for at in sorted(_entries(made, pressed)):
        made[at] = replace(made[at], kind=SegmentKind.MENU)
    _mark_headings(made)
    for at in sorted(set(_frame_lines(made, pressed))):
        made[at] = replace(made[at], kind=SegmentKind.MENU)
    for at in sorted(set(_banner(made, pressed))):  # it lies over the page, under none of its headings
        made[at] = replace(made[at], kind=SegmentKind.MENU, heading=())
    return made


def _entries(segments: Sequence[Segment], pressed: Pressed) -> Iterator[int]:
    """Short buttons with the labels beside them, links in company where a page keeps its menus (in navigation, page
    head or foot, before the first main heading, in a tail of links), teasers under a heading of news, languages."""
    yield from pressed.locales
    short = [at for at in (*pressed.buttons, *pressed.beside) if segments[at].text.count(" ") < BUTTON_WORDS]
    yield from (at for at in short if is_entry(segments[at]))
    head, tail = _head(segments, pressed), _tail(segments, pressed)
    links = pressed.links
    seen = list(accumulate(segment.kind not in _UNSEEN for segment in segments))  # an icon keeps nobody apart
    for n, at in enumerate(links):
        others = links[max(0, n - NEAR) : n] + links[n + 1 : n + 1 + NEAR]
        crowd = sum(1 for other in others if abs(seen[other] - seen[at]) <= NEAR)
        if not (is_entry(segments[at]) or (crowd >= NEAR and _is_teaser(segments[at]))):
            continue
        placed = at in pressed.framed or at < head or at >= tail or _in_news(segments[at])
        if placed and crowd >= (1 if at in pressed.framed else 2):
            yield at


def is_entry(segment: Segment) -> bool:
    """Whether a link's text names a place to go rather than says something: no number, no sentence, no visiting."""
    text = segment.text
    return (
        segment.kind in (SegmentKind.ITEM, SegmentKind.TEXT)
        and not _NUMBER.search(text)
        and text[-1] not in ".:;"
        and not segment.struck
        and not _announces(text)
        and not speaks_of_visits(text)
    )


def _announces(text: str) -> bool:
    """Whether a link's text says what is the case: a closing in any words, else in three words or more."""
    return bool(_URGENT.search(text)) or (text.count(" ") >= 2 and bool(_ANNOUNCING.search(text)))


def _is_teaser(segment: Segment) -> bool:
    """Whether a link's text is a label with the claim under it, "Port monitoring Watch any port.", and no notice."""
    listed = segment.kind in (SegmentKind.ITEM, SegmentKind.TEXT) and not segment.struck
    return listed and _TEASER.fullmatch(segment.text) is not None and not _may_be_notice(segment.text)


def is_news(heading: str) -> bool:
    """Whether a heading is that of a box of news, events or related pages, whose entries come and go."""
    return _NEWS.fullmatch(heading.strip()) is not None


def _in_news(segment: Segment) -> bool:
    return bool(segment.heading) and is_news(segment.heading[-1])


def _head(segments: Sequence[Segment], pressed: Pressed) -> int:
    """Where the main heading stands; on a page without one the end of the links that it begins with, where at least as
    many lines follow that are none: a page that is all links is a list."""
    if pressed.main_heading >= 0:
        return pressed.main_heading
    links = set(pressed.links)
    found = count = lines = 0
    for at, segment in enumerate(segments):
        if segment.kind is SegmentKind.TITLE or segment.kind in _UNSEEN:
            continue
        lines += 1
        count += at in links
        if at in links and count >= LEAST_HEAD and count >= MOST_LINKS * lines:
            found = at + 1
        elif count < MOST_LINKS * (lines - LEAST_HEAD):
            break
    below = sum(1 for at in range(found, len(segments)) if at not in links and segments[at].kind not in _UNSEEN)
    return found if below >= count else 0


def _tail(segments: Sequence[Segment], pressed: Pressed) -> int:
    """Where the links begin that a page ends in: from there on three of four segments are links; len() without any, and
    where the page says nothing before them, since they are what it is for."""
    links = set(pressed.links)
    found = len(segments)
    count = 0
    for at in range(len(segments) - 1, max(pressed.main_heading, -1), -1):
        if at in links:
            count += 1
            if count >= LEAST_ENTRIES and count >= 0.75 * (len(segments) - at):
                found = at
        elif count + LEAST_ENTRIES < 0.75 * (len(segments) - at):
            break
    says = range(max(pressed.main_heading + 1, 0), found)
    return found if any(_says_something(segments[at], at in links) for at in says) else len(segments)


def _says_something(segment: Segment, pressed: bool) -> bool:
    return not pressed and segment.kind not in (*_UNSEEN, SegmentKind.TITLE) and len(segment.text) >= SENTENCE


def _mark_headings(segments: list[Segment]) -> None:
    """A heading with two entries or more below it, and nothing else, is the menu's."""
    below = 0
    only_entries = True
    for at in range(len(segments) - 1, -1, -1):
        segment = segments[at]
        if segment.kind is SegmentKind.HEADING:
            if below >= 2 and only_entries and not speaks_of_visits(segment.text):
                segments[at] = replace(segment, kind=SegmentKind.MENU)
            below, only_entries = 0, True
        else:
            below += 1
            only_entries = only_entries and segment.kind is SegmentKind.MENU


def _frame_lines(segments: Sequence[Segment], pressed: Pressed) -> Iterator[int]:
    """What stands between the links of a frame that is one menu: labels, claims, texts of links."""
    links = set(pressed.links)
    for first, end in pressed.frames:
        inside = [at for at in range(first, min(end, len(segments))) if segments[at].kind not in _UNSEEN]
        entries = sum(1 for at in inside if at in links or segments[at].kind is SegmentKind.MENU)
        if entries < LEAST_ENTRIES or entries < MOST_LINKS * len(inside):
            continue
        for at in inside:
            if _is_quiet(segments[at], pressed=at in links):
                yield at


def _is_quiet(segment: Segment, *, pressed: bool) -> bool:
    """Whether a line of a frame says nothing that could be a notice; one that is no link must be short and sure."""
    if segment.kind not in (SegmentKind.TEXT, SegmentKind.ITEM, SegmentKind.SENTENCE, SegmentKind.HEADING):
        return False
    of_link = pressed and not _may_be_notice(segment.text) and not _announces(segment.text)
    return not segment.struck and (of_link or is_quiet_label(segment.text))


def is_quiet_label(text: str, longest: int = LONGEST_LABEL) -> bool:
    """Whether a short line cannot be a notice: no number, day, closure, duty, denial, nor a word of visiting."""
    if not 0 < len(text) <= longest or text[-1] in "!:;":
        return False
    return not _DENIAL.search(text) and not _may_be_notice(text)


def _may_be_notice(text: str) -> bool:
    return bool(_NUMBER.search(text) or _NOTICE.search(text)) or speaks_of_visits(text)


def _banner(segments: Sequence[Segment], pressed: Pressed) -> Iterator[int]:
    """The lines about cookies right above the buttons that accept or decline them, and these."""
    for at in pressed.buttons:
        if not _CONSENT_BUTTON.fullmatch(segments[at].text):
            continue
        found: list[int] = []
        place = at - 1
        while place >= max(0, at - BANNER) and _of_consent(segments[place], place in pressed.buttons):
            if _CONSENT.search(segments[place].text):
                found.append(place)
            place -= 1
        if any(_OF_DEVICE.search(segments[place].text) for place in found):
            yield from found
            yield at


def _of_consent(segment: Segment, button: bool) -> bool:
    if speaks_of_visits(segment.text) or _NUMBER.search(segment.text):
        return False
    return button or segment.kind is SegmentKind.MENU or _CONSENT.search(segment.text) is not None

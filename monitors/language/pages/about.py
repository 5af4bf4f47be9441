"""Whose visits a changed place speaks of, by page, section and passage: what may tell a visiting change at all.

| page | passages that may tell |
|---|---|
| other: nothing on it is about people held | none but one that names visits and people held together |
| custody: by or about a jail, prison, vendor or regulator | those with a visiting word, or under a heading of visiting |
| visits: its title or its short text is about visiting | all but news, menus and sections about something else |

A passage of low grade, or one that only moved, never tells.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache, partial
from itertools import accumulate

from monitors.language.pages.align import Alignment
from monitors.language.pages.minutes import motion_lines
from monitors.language.pages.other_pages import elsewhere_title, inmate_visits
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Grade, Passage, PassageKind, Segment, SegmentKind


class Page(IntEnum):
    """What a page is about, from nothing near visiting to visiting itself."""

    OTHER = 0
    CUSTODY = 1
    VISITS = 2


# Measured on 24 histories of software companies' terms: at most 2 of these in 7,000 words. Of pages labelled relevant
# 84 % have at least 1 in 500; the others are notices of a few hundred words, which speak of visits instead.
_CUSTODY = regex(
    r"\b(?:inmates?|detainees?|prisoners?|arrestees?|internees?|offenders?|incarcerat\w+|jail(?:s|ers?|house)?|prisons?|detention|correctional|corrections|sheriff(?:'?s)?|penitentiar\w+|reformator\w+|"
    r"lock-?up|workhouse|gaol|bridewell|(?:road|work|honor) camp|work farm|wardens?|(?:in|into|from) custody|aics?|securus|viapath|gtl|telmate|gettingout|icsolutions|homewav|jpay|aventiv|cárcel(?:es)?|intern[oa]s|reclus[oa]s?|detenid[oa]s?|pres[oa]s|"
    r"justice-involved|housing units?|(?:inmate|jail|prison|social|public|family) visitation|visitation (?:hours|rules|room|policy|list|schedule)|visiting (?:hours|room|days|rules|list|booths?|hall|privileges))\b"
)
_WEB = r"(?:web ?sites?|sites?|web ?pages?|pages?|www\S*|https?\S*|\S+\.(?:com|org|net|gov|us)\b|portals?|online|apps?|blogs?|url|links?|facebook|services?|platforms?|products?|help cent(?:er|re)|store)"
_VISIT_WORD = regex(
    r"\b(?:visit(?:s|ed|ing|ation|ations|ors?)?|visitas?|visitar|visitantes?|booths?|sit-?downs?|in-person|face[- ]to[- ]face)\b"
)
_WEB_VISIT = regex(
    rf"\b(?:{_WEB}|unique|anonymous|returning|casual|repeat) (?:visitors?|visits?)\b|\bvisit(?:s|ed|ing|ors?)?(?: [\w',]+){{0,4}}? {_WEB}\b|\bwhen you visit\b|\bplease visit\b|\bvisitors? data\b"
)
_SOFTWARE = regex(
    r"\b(?:cookies?|privacy (?:policy|notice|statement)|personal (?:data|information)|terms of (?:service|use)|intellectual property|user (?:content|data|accounts?)|open source|api|subscriptions?|software|saas|third[- ]part(?:y|ies)|trademarks?|copyright\w*|gdpr|data protection|beacons|ip address(?:es)?|browsers?|advertis\w+|analytics|licen[sc]ors?)\b"
)
# A visit that only people held receive: enough for itself on any page.
_HELD = regex(
    rf"\b(?:{visits.HELD}|jails?|prisons?|detention|correction\w*|sheriff(?:'?s)?|penitentiary|cárcel|wardens?|in custody)\b"
)
_VISITING = regex(
    rf"\b(?:visits?|visited|visiting|visitation|visitors?|visitas?|visitar|visitantes?|{visits.IN_PERSON})\b"
)

# "The camp receives families on weekends."
_RECEIVED = r"(?:receives|admits|opens (?:its (?:doors|gates) )?(?:to|for)|(?:is|are) open to) (?:the |their |your )?(?:families|relatives|kinfolk)|(?:families|relatives|kinfolk) (?:are|may be|will be) (?:received|let in|admitted)"
_SPEAKS_OF_VISITS = regex(
    rf"\b(?:{visits.VIDEO_ONSITE}|{visits.VIDEO_REMOTE}|{visits.IN_PERSON}|{visits.GUARANTEE}|{visits.COMMISSION}|{_RECEIVED})\b"
)
_NEAR_VISITS = regex(rf"\b(?:{visits.LEGAL}|{visits.PHONE}|{visits.TABLETS}|{visits.CONTACT})\b")
# Words by which a passage of a jail's or vendor's page speaks of visits or of what they cost.
_SPEAKS = regex(
    rf"\b(?:{visits.VISIT}|visited|visitors?|visitantes?|{visits.IN_PERSON}|{visits.VIDEO_ONSITE}|{visits.VIDEO_REMOTE}|{visits.VIDEO}|{visits.CONTACT}|{visits.COMMISSION}|{visits.GUARANTEE}|"
    rf"{visits.MAIL}|{visits.PHONE}|{visits.TABLETS}|(?:approved|contact|pin) list|per (?:minute|session|visit)|timetable|{_RECEIVED})\b"
)
_TOPIC_HEADING = regex(
    rf"\b(?:visit\w*|visitas?|{visits.IN_PERSON}|video|booths?|families|friends|see (?:a|an|your|someone)|contact|commissions?|revenue|compensation|schedule|hours|rates?|fees?|prices?|costs?|tarifas?|horario|eligib\w+|who may|children|minors)\b"
)
# What stands beside a page's text: only a passage that names visits and people held together tells from there.
_FURNITURE_HEADING = regex(
    r"\b(?:news|headlines|latest|recent|upcoming|events|calendar(?! (?:month|week|day)s?)|announcements?|press|media|related|quick ?links?|links|menu|navigation|departments?(?! of\b)|follow us|social media|weather|comments?|popular|archives?|categories|jobs?|careers?|employment|hiring|recruit\w*|subscribe|newsletter|site ?map|footer)\b"
)
# "Office hours", "Parking rates", "Contact us": other business, by a word that headings of visiting have as well.
_GENERIC_HEADING = regex(r"\b(?:contact|schedule|hours|rates?|fees?|prices?|costs?|tarifas?|horario)\b")
_OTHERS_OWN = regex(
    r"\bcontact (?:us|info\w*|details|numbers?)\b|\b(?:office|business|lobby|front desk|records?|reports?|commissary|canteen|parking|lockers?|medical|dental|bonds?|bail|courts?|property|meals?|librar\w+|permits?|fingerprint\w*|notary|mail|laundry|recreation|class|program|chapel|worship)\b.*\b(?:schedule|hours|rates?|fees?|prices?|costs?)\b"
)
# Other business of a jail: only a passage with a visiting word of its own tells from there.
_OTHER_HEADING = regex(
    r"\b(?:most wanted|(?:jail|inmate|current|daily) roster|recent bookings|bookings|who is in jail|inmate (?:search|lookup)|warrants?|bail|bonds?|bonding|commissary|canteen|money|deposits?|trust (?:fund|account)s?|care packages?|property|medical|health|sick call|medication|"
    r"release|court\w*|records?|permits?|licen[sc]es?|fingerprint\w*|programs?|volunteers?|tours?|mail|letters (?:and|&|to|from)|(?:sending|writing) letters|correspondence|history|statistics|web ?site|education|clas+es|meals?|laundry|staff|directory|contact us|address|location|directions|parking|map|dress|clothing|lockers?|accessibility|privacy|copyright|disclaimer)\b"
)
SHORT_PAGE = 700
_DENSE = 1 / 1000


def _plain(units: Iterable[Unit]) -> str:
    return " . ".join(unit.plain for unit in units)


@lru_cache(maxsize=4)  # asked some four times in one reading
def page_about(scene: Scene) -> Page:
    """What a page is about, by its title, the density of words of custody, and for short pages by speaking of visits."""
    title = scene.title.removesuffix(" / visiting")
    text = max((f"{title} . {_plain(page)}" for page in (scene.before, scene.after)), key=len)
    words = len(text.split())
    custody = len(_CUSTODY.findall(text))
    visiting = len(_VISIT_WORD.findall(text)) - len(_WEB_VISIT.findall(text))
    titled = _CUSTODY.search(title) is not None
    if elsewhere_title(title) and not inmate_visits((*scene.before, *scene.after)):
        return Page.OTHER
    if custody and (titled or custody >= words * _DENSE):
        return Page.VISITS if words <= SHORT_PAGE or _TITLE_VISITS.search(title) else Page.CUSTODY
    short = words <= SHORT_PAGE and len(_SOFTWARE.findall(text)) <= max(2, visiting)
    if short and (
        visiting > 0
        or _SPEAKS.search(title)
        or _SPEAKS_OF_VISITS.search(text)
        or (scene.official and _NEAR_VISITS.search(text))
    ):
        return Page.VISITS
    return Page.OTHER


_TITLE_VISITS = regex(r"\bvisit(?:s|ing|ation|ors?)?\b|visitas?\b|in-person|video (?:calls?|visits?)|loved one")


@lru_cache(maxsize=8192)
def names_both(plain: str) -> bool:
    """Whether a text names visits and people held together, and no other kind of visiting."""
    return (
        _HELD.search(plain) is not None
        and _VISITING.search(plain) is not None
        and _WEB_VISIT.search(plain) is None
        and elsewhere.NAMED.search(plain) is None
    )


@lru_cache(maxsize=8192)
def speaks(plain: str) -> bool:
    """Whether a text holds a visiting word, or a word of a neighbouring channel or of a share."""
    return _SPEAKS.search(plain) is not None


_NEWS = regex(
    rf"\b(?:now|again|no longer|no more|resum\w+|re-?open\w*|lifted|restored|has been|have been|until further notice|{acts.PERMANENT}|discontinued|eliminated)\b"
)
_ITS_VISITS = regex(
    r"\b(?:visits?|visitation|visiting)\b(?! (?:rooms?|lobby|clerk|center|area|entrance|parking|page|our|us|the|his|her))"
)


def is_news(unit: Unit) -> bool:
    """Whether a line says of visits to people held that something is new."""
    plain = unit.plain
    if unit.row or _NEWS.search(plain) is None or _ITS_VISITS.search(plain) is None:
        return False
    return elsewhere.NAMED.search(plain) is None and _NO_NEWS.search(plain) is None


_NO_NEWS = regex(rf"\b(?:{elsewhere.OTHER_OWNERS}|{elsewhere.DRESS_CONDUCT})\b|\bif\b|\?")


class Section(IntEnum):
    """What a passage stands under, by the nearest heading that says."""

    FURNITURE = 0
    OTHER = 1
    UNSAID = 2
    VISITS = 3


@lru_cache(maxsize=8192)
def section_about(headings: str) -> Section:
    """The section of a heading chain, outermost first, parted by " / "."""
    chain = [one for heading in reversed(headings.split(" / ")) if (one := _one_heading(heading)) is not None]
    if chain and chain[0] is Section.VISITS and Section.OTHER in chain[1:2] and _generic(headings.split(" / ")[-1]):
        return Section.OTHER  # "Commissary / Hours"
    return chain[0] if chain else Section.UNSAID


def _one_heading(heading: str) -> Section | None:
    if _TITLE_VISITS.search(heading):
        return Section.VISITS
    if _FURNITURE_HEADING.search(heading):
        return Section.FURNITURE
    if _OTHERS_OWN.search(heading) and _generic(heading):
        return Section.OTHER
    if _TOPIC_HEADING.search(heading):
        return Section.VISITS
    return Section.OTHER if _OTHER_HEADING.search(heading) else None


def _generic(heading: str) -> bool:
    """Whether a heading has no word of visits but one that any business has."""
    return _GENERIC_HEADING.search(heading) is not None and not _TOPIC_HEADING.search(
        _GENERIC_HEADING.sub(" ", heading)
    )


def may_tell(unit: Unit, page: Page, *, of_news: bool = False) -> bool:
    """Whether a unit may tell a visiting change, where it stands. of_news: the page is a paper's or a vendor's, whose
    own text stands under "County news", and no box beside it."""
    section = section_about(unit.headings)
    if section is Section.FURNITURE and of_news and _OWN_NEWS.fullmatch(unit.headings.rpartition("/ ")[2]):
        section = Section.UNSAID
    said = " ".join((*reversed(motion_lines(unit)), unit.plain))  # "Motion carried." is about what was moved
    if page is Page.OTHER or unit.kind is SegmentKind.MENU:
        return names_both(said)
    if section is Section.FURNITURE:
        return names_both(f"{unit.headings} {said}")  # "Jail news"
    if speaks(said) or section is Section.VISITS:
        return True
    if section is Section.OTHER:
        return False
    asked = unit.lead[-1:] in ("?", ":") and speaks(unit.lead)
    return asked or (page is Page.VISITS and not unit.aside)


_OWN_NEWS = regex(r"(?:[\w'-]+ ){0,3}news(?: (?:briefs?|(?:from|of|at) [\w' -]{3,40}))?")


def short(scene: Scene) -> bool:
    """Whether the longer page has at most SHORT_PAGE words."""
    return max(sum(len(unit.plain.split()) for unit in page) for page in (scene.before, scene.after)) <= SHORT_PAGE


@dataclass(frozen=True, slots=True)
class Low:
    """What the diff says of one side, by the indexes of its segments. told: those that a passage of normal or high grade
    speaks of, None where the caller compared nothing; beside: entries of menus that came or went and are no news, such
    as another teaser of a site's news."""

    told: frozenset[int] | None
    beside: frozenset[int] = frozenset()

    def __call__(self, unit: Unit) -> bool:
        """Whether only passages of low grade, or none at all, speak of a unit's segment."""
        return self.told is not None and unit.segment not in self.told

    def but(self, segments: frozenset[int]) -> Low:
        """The same with further segments that are spoken of."""
        return self if self.told is None else Low(self.told | segments, self.beside)


def shown(
    before: Sequence[Segment], after: Sequence[Segment], passages: Sequence[Passage]
) -> tuple[list[Segment], list[Segment], tuple[Low, Low]]:
    """Both sides without the hidden lines that the other one shows and whose coming or going is told, and what the diff
    says of the lines that are left."""
    came = {passage.after for passage in passages if passage.kind is PassageKind.ADDED}
    went = {passage.before for passage in passages if passage.kind is PassageKind.REMOVED}
    old = [n for n, segment in enumerate(before) if not (segment.hidden and segment.text in came)]
    new = [n for n, segment in enumerate(after) if not (segment.hidden and segment.text in went)]
    spans = [(p.before_span, p.after_span, p.grade is not Grade.LOW, p.kind) for p in passages]
    lows = (
        _low(before, [(old_span, told, kind) for old_span, _, told, kind in spans], old),
        _low(after, [(new_span, told, kind) for _, new_span, told, kind in spans], new),
    )
    return [before[n] for n in old], [after[n] for n in new], lows


def _low(
    segments: Sequence[Segment], spans: Sequence[tuple[tuple[int, int] | None, bool, PassageKind]], left: Sequence[int]
) -> Low:
    """spans: where each passage stands, whether it is no low one, its kind; left: the segments that are read."""
    if not spans:
        return Low(None)
    told = _touched(segments, [span for span, high, _ in spans if span is not None and high])
    low = [span for span, high, kind in spans if span is not None and not high and kind is not PassageKind.MOVED]
    beside = {n for n in _touched(segments, low) - told if segments[n].kind is SegmentKind.MENU}
    return Low(*(frozenset(at for at, n in enumerate(left) if n in found) for found in (told, beside)))


def without_beside(scene: Scene, lows: tuple[Low, Low]) -> Scene:
    """The scene without entries of menus that came or went, and without items without a word of visiting and a figure
    that a jail's page shows under "Latest news": paired with a rule, or heard beside it, they would hide what it says."""
    sides = zip((scene.before, scene.after), lows, strict=True)
    before, after = (
        tuple(unit for unit in side if unit.segment not in low.beside and not (scene.official and _is_frame(unit)))
        for side, low in sides
    )
    return replace(scene, before=before, after=after)


def _is_frame(unit: Unit) -> bool:
    if unit.kind not in (SegmentKind.ITEM, SegmentKind.MENU) or speaks(unit.plain) or _TIMED.search(unit.plain):
        return False
    return section_about(unit.headings) is Section.FURNITURE


_TIMED = regex(r"[\d{\[]")  # figures, days, clocks: a calendar may be the visits' own


def _touched(segments: Sequence[Segment], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indexes of the segments that spans of the joined segment texts reach into."""
    starts = list(accumulate((len(segment.text) + 1 for segment in segments), initial=0))
    found: set[int] = set()
    for start, end in spans:
        found.update(
            range(bisect_right(starts, start) - 1, min(bisect_left(starts, max(end, start + 1)), len(segments)))
        )
    return frozenset(found)


def telling_passages(alignment: Alignment, low_before: Low, low_after: Low) -> Alignment:
    """The alignment without the units of which only passages of low grade speak."""
    return replace(
        alignment,
        pairs=tuple((a, b) for a, b in alignment.pairs if not (low_before(a) and low_after(b))),
        removed=tuple(u for u in alignment.removed if not low_before(u)),
        added=tuple(u for u in alignment.added if not low_after(u)),
    )


def telling(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment with only those changed units that may tell a visiting change; see the table above."""
    told = partial(may_tell, page=page_about(scene), of_news=scene.kind in ("news", "vendor"))
    return replace(
        alignment,
        pairs=tuple((a, b) for a, b in alignment.pairs if told(a) or told(b)),
        removed=tuple(filter(told, alignment.removed)),
        added=tuple(filter(told, alignment.added)),
    )

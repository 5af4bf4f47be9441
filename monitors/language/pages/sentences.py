"""Pages cut into what is compared and read: one sentence, list item or table row each, with its heading and place."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from monitors.language.pages.tick_grids import cells_of, crossed_out, days_over, ticked, ticked_day
from monitors.language.words.dates import DATE
from monitors.language.words.patterns import regex
from monitors.language.words.wording import canonical
from monitors.listed import lists_of
from monitors.records import Segment, SegmentKind
from monitors.struck import without_struck

_ABBREVIATED = (
    r"(?<!\ba\.m\.)(?<!\bp\.m\.)(?<!\ba\. m\.)(?<!\bp\. m\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bNo\.)(?<!\beff\.)(?<!\brev\.)(?<!\bv\.)(?<!\bSgt\.)(?<!\bLt\.)"
    r"(?<!\bCpl\.)(?<!\bCapt\.)(?<!\bSec\.)(?<!\bArt\.)(?<!\bInc\.)(?<!\bCo\.)(?<!\bU\.S\.)(?<!\bext\.)(?<!\bvs\.)(?<!\bJr\.)"
    r"(?<!\bSr\.)(?<!\bHon\.)(?<!\bRev\.)(?<!\bApt\.)(?<!\bp\.)(?<!\bpp\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bMt\.)(?<!\bFt\.)"
    r"(?<!\b[A-Z]\.)(?<!^\d\.)(?<!^\d\d\.)(?<!\bJan\.)(?<!\bFeb\.)(?<!\bAug\.)(?<!\bSept\.)(?<!\bOct\.)(?<!\bNov\.)(?<!\bDec\.)"
)
# "from 8 a.m. to 4 p.m. Monday through Friday" goes on behind its clocks.
_DAYS_ON = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?,? (?:through|thru|to|and|or|until|till)\b|(?:Eastern|Central|Mountain|Pacific) )"
# "Sat. 0900-1500", "Mon., Wed. and Fri.": the dot of a day cut short ends nothing before a clock or a further day.
_DAY_GOES_ON = (
    r"(?!(?:"
    + "|".join(rf"(?<=\b{day}\.)" for day in ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"))
    + r")\s+(?:\(?\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Noon|-))"
)
_END = regex(
    rf"(?<=[.!?])(?<!\.\.){_DAY_GOES_ON}{_ABBREVIATED}[\"”’)]?\s+(?=[\"“‘(A-Z0-9¿¡$•*-])|(?<=[a-z]\.m\.)\s+(?!{_DAYS_ON})(?=[A-Z][a-z]+ [a-z]|[A-Z][\w ()-]{{0,30}}: ?\S)|(?<=[ap]\.m\.\.)\s+(?=[A-Z0-9])|\n+|\s[•▪◦]\s"
)
# Without one of these no sentence ends within a text, which most lines of a page are spared by.
_MAY_END = regex(r"[.!?][\"”’)]?\s|\n|\s[•▪◦]")
# Two cells "@0900 | @1500" under "Start | End" are one span.
_FROM_TO = regex(
    r"\b(?:starts?|begins?|from|opens?|start(?:ing)? time|begin(?:ning)? time)\b[^|]* \| [^|]*\b(?:ends?|to|until|closes?|finish|stop|end(?:ing)? time)\b"
)
_TWO_CLOCKS = regex(r"@(\d{4}) \| @(\d{4})")
_MARKER = regex(r"^\s*(?:[-*•▪◦>#]+|\d{1,2}-\d{1,2}\.\d\d\.?|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{1,4})[.)])\s+")
_NUMBERED = regex(r"^\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivx]{1,4})[.)]\s")  # as headings of sections are
# A page's name, its links, menus and labels stand beside its text: they lead to no line and head none.
BESIDE = (SegmentKind.TITLE, SegmentKind.LINK, SegmentKind.MENU, SegmentKind.OPTION, SegmentKind.ALT)
_ROW = regex(r"\s\|\s|\t|^\|")


@dataclass(frozen=True, slots=True)
class Unit:
    """One readable unit. plain: its canonical wording without list marker; headings: headings and the row's header above
    it; place: its position on the page; lead: the canonical unit before it; trail: the three before it, nearest first;
    segment: index of the segment it was cut from; kind and aside: that segment's kind, and whether it stands outside the
    page's main content; listed: the canonical line over the list that it is in."""

    text: str
    plain: str
    headings: str
    place: int
    lead: str = ""
    row: bool = False
    short: bool = False
    header: str = ""
    trail: tuple[str, ...] = ()
    segment: int = 0
    kind: SegmentKind = SegmentKind.TEXT
    aside: bool = False
    listed: str = ""


def with_header(unit: Unit) -> str:
    """A table row with each cell named by its column: "level: close | visits a month: 2"."""
    if not unit.header or unit.header == unit.plain:
        return unit.plain
    names, cells = ([cell.strip() for cell in text.strip("| ").split("|")] for text in (unit.header, unit.plain))
    if len(names) != len(cells):
        return unit.plain
    if len(cells) == 2 and _ANY_COLUMN.fullmatch(names[1]):
        return ": ".join(cells)
    return " | ".join(_named(name, cell) if name else cell for name, cell in zip(names, cells, strict=True))


# Over a column of anything: what stands in it is named by its row alone.
_ANY_COLUMN = regex(
    r"(?:the |our )?(?:rules?|polic(?:y|ies)|details?|information|info|answers?|descriptions?|values?|notes?|requirements?|terms?|what (?:you need )?to know|what it (?:is|means))"
)


_SUM = regex(r"\d{1,3}\.\d\d")
_PRICE = regex(r"\b(?:pric\w+|costs?|fees?|charges?|rates?|usd|dollars)\b|\$")


def _named(name: str, cell: str) -> str:
    """A cell behind its column's name; a bare number under "Minutes" or "Price (USD)" with its unit."""
    if _SUM.fullmatch(cell) and _PRICE.search(name):
        return f"{name}: ${float(cell):g}"
    unit = " minutes" if cell.isdecimal() and re.search(r"\bmin(?:utes?|s)?\b\W*$", name) else ""
    return f"{name}: {cell}{unit}"


@lru_cache(maxsize=8192)  # several rooms cut the same lines
def pieces(text: str) -> tuple[str, ...]:
    """The sentences, items and rows of a block of text, stripped, none empty."""
    cut = _END.split(text) if _MAY_END.search(text) else (text,)
    return tuple(piece.strip() for piece in cut if piece and piece.strip())


_HEADING_WORDS = 9


def _is_heading(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= _HEADING_WORDS
        and text[-1:] not in ".;,!|"
        and not re.search(r"\d", text)
        and text[:1] not in "-*•|"
    )


# An empty cell of a timetable, however that is said: "Thursday | none | 1 - 3 p.m."
_NO_CELL = regex(r"(?<=\| )(?:-{2,3}|[–—]{1,3}|none|n/a)(?= \||$)")
# A row that names a term and its figure is no header of those below it: "length | 30 minutes".
_TERM = regex(r"^[a-z][^|\d$@\[{]*\| *(?:\$?\d|\[\d{4}-|@\d{4}|\{[a-z])[^|]*$")
# What stands in the place of a clause that was taken out: "4.2 [Deleted.]", "Section 5: Intentionally omitted."
_GONE = r"(?:deleted|reserved|repealed|rescinded|omitted|left blank|stricken|struck)"
_PLACE = r"(?:(?:section|article|clause|paragraph) [\w.()-]+[:.]? ?|\d+(?:\.\d+)*[.)]? )"
_STRUCK = regex(
    rf"(?i:{_PLACE}?[\[(] ?(?:(?:section|clause|paragraph) )?(?:intentionally )?{_GONE}[^\[\]()]{{0,60}}[\])]\.?"
    rf"|{_PLACE}?intentionally {_GONE}\.?|{_PLACE}{_GONE}\.?)"
)

# How a notice is announced, which says nothing itself: "UPDATE 3/14:", "Please be advised that", a sign, a hashtag.
_LABEL = (
    r"(?:(?:public|important|special|urgent|visit\w*|jail|inmate) )*(?:notices?|alerts?|attention|updates?|updated|announcements?|important|news|breaking|reminders?)"
    rf"(?: (?:to|for) (?:all )?\w+| visitors| \(?{DATE}\)?)?"
)
_SAID = r"(?:wants?|would like) (?:[\w'.-]+ ){1,4}to know(?: that|:)"
_CEREMONY = regex(
    rf"^(?:{_LABEL} ?[:!-]+ ?|please (?:note|be (?:advised|aware|informed))(?: that)?[:,]? |(?:[\w'.-]+ ){{1,6}}(?:{_SAID}|announces that) )+"
)
_ANNOUNCING = regex(r"notice|alert|attention|updated?|announce|important|news|breaking|reminder|^please |to know")
_SIGNS_AHEAD = regex(r"^[^\w$\[{(@\"'¡¿#+.|☐-☒✓-✘-]+(?=\w)")
_SIGNS_BEHIND = regex(r"(?: #\w+)+$|(?<=[.!?]) ?[*!~=]+$")
_ENDS_IN_SIGNS = "*!~="
_LEAST_WORDS = 3  # "Notice: no visits"


def _without_signs(plain: str) -> str:
    if not plain[:1].isalnum():
        plain = _SIGNS_AHEAD.sub("", plain)
    return _SIGNS_BEHIND.sub("", plain) if "#" in plain or plain[-1:] in _ENDS_IN_SIGNS else plain


def _unadorned(plain: str) -> str:
    """A line without the words and signs that announce it, unless little is left."""
    bare = _without_signs(plain)
    if _ANNOUNCING.search(bare):  # few lines are announced, and the whole pattern takes a third of what units take
        bare = _without_signs(_CEREMONY.sub("", bare))
    return bare if len(bare.split()) >= _LEAST_WORDS else plain


def _row(plain: str) -> str:
    return _NO_CELL.sub("-", plain) if "{" in plain or "[" in plain else plain


# What a page says again stands below such a heading; below any other one the same hours may be another house's.
_AGAIN = regex(
    r"\b(?:notes?|faqs?|questions?|q ?& ?a|answers?|summary|reminders?|at a glance|in short|quick|overview|key (?:facts|points)|good to know)\b"
)
_VISITING_WEEK = regex(r"(?=.*\bvisit(?:s|ing|ation)?\b).*\{[a-z,]+\}.*\[\d")


def _is_repeated(plain: str, headings: str, weeks: dict[str, str]) -> bool:
    """Whether a line of visiting days and hours stands on the page already, so that notes or a list of questions say it
    again, with the lines behind it: its hours are the same ones. weeks: the headings of those that the page told."""
    if _VISITING_WEEK.match(plain) is None:
        return False
    again = _AGAIN.search(headings.rpartition(" / ")[2]) is not None
    return weeks.setdefault(plain, headings) != headings and again


# "Q: May I bring my child?", "A: Yes."; "A: 9 to 11" under no question is a unit's.
_ASKS, _ANSWERS = regex(r"(?:Q|Question): .*\?$"), regex(r"(?:A|Answer): \S")
# "Parking: Elm Street" is no heading of "Children: not allowed" below it, as "North unit" may be.
_LABELLED = regex(r"\w: \S")


# What names a column of a table: "Visits per week", "Hours (subject to change)".
_COLUMN = regex(
    r"(?:[\w'()./#-]+ ){0,4}?(?:topics?|items?|rules?|polic(?:y|ies)|days?|dates?|times?|hours?|units?|pods?|blocks?|housing|dorms?|levels?|class(?:es)?|groups?|names?|fees?|prices?|costs?|rates?|charges?|amounts?|minutes?|mins?|length|duration|visits?|visiting|visitation|visitors?|sessions?|types?|kinds?|forms?|descriptions?|details?|services?|locations?|places?|rooms?|phones?|numbers?|who|what|when|where|how|notes?|information|info|status|questions?|answers?|categor(?:y|ies)|ages?|schedules?|facilit(?:y|ies)|prisons?|jails?|requirements?|values?|terms?|limits?|maximum|contact|video|in-person|persons?|people|inmates?|men|women|per \w+|an? (?:week|month|day)|hearing|offered|available|allowed|permitted|due|change|old|new|before|after|exceptions?|exempt|remarks?|comments?|reasons?|actions?|results?|penalt(?:y|ies)|sanctions?|offen[cs]es?|conditions?|examples?)\W*(?:\([^()]*\))?"
)


def _is_label(row: str) -> bool:
    """Whether the first row of a table of two columns is a label with its value and heads none: "Parking | Elm Street"."""
    cells = [cell.strip() for cell in row.strip("| ").split("|")]
    if len(cells) != _LABEL_AND_VALUE or not all(cells):
        return False
    return _FIRST_COLUMN.fullmatch(cells[0]) is None and _COLUMN.fullmatch(cells[1]) is None


# Over what the rows of a grid are told apart by: "Unit | Children under 12".
_FIRST_COLUMN = regex(
    r"(?:(?:housing|jail|custody|security|inmate|last) )?(?:topics?|items?|subjects?|units?|pods?|blocks?|housing|dorms?|floors?|levels?|class(?:es)?|groups?|names?|days?|dates?|weekdays?|times?|facilit(?:y|ies)|prisons?|jails?|institutions?|locations?|services?|categor(?:y|ies)|types?|who|status|custody|month|year|holidays?|questions?)"
)
_LABEL_AND_VALUE = 2


def _heads_more(row: str, header: str) -> bool:
    """Whether a row just below what was taken for the header names more columns, and nothing but columns."""
    return row.count("|") > header.count("|") and not _TOLD.search(row)


_TOLD = regex(r"[\d{\[@$]")


def _is_columns(row: str, header: str) -> bool:
    """Whether a row names as many columns as what was taken for the header, and nothing else: "product | length | price"
    below "NorthLine | Whitaker County | site 0417"."""
    cells, names = ([cell.strip() for cell in text.strip("| ").split("|")] for text in (row, header))
    return (
        len(cells) == len(names) > _LABEL_AND_VALUE
        and _FIRST_COLUMN.fullmatch(names[0]) is None
        and any(map(_PRICED_COLUMN.match, cells[1:]))
        and not any(_PRICED_COLUMN.match(name) for name in names)
        and _TOLD.search(row) is None
    )


_PRICED_COLUMN = regex(r"(?:price|cost|fee|charge|rate)s?\b(?! (?:none|free|no\b))")


def units(segments: Sequence[Segment]) -> tuple[Unit, ...]:
    """The units of a page, in order. A short line without full stop serves as heading of the lines below it."""
    found: list[Unit] = []
    line_heading = ""
    lead = ""
    header = ""
    trail: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    weeks: dict[str, str] = {}
    beside: set[tuple[str, str]] = set()  # each line with the one above it
    told_again = False
    listing: list[str] = []  # the headings that the short items just above stood under
    above_labels: str | None = None  # the heading in force before the last line, where that was a label with its value
    lists = lists_of(segments)
    days: tuple[str, ...] = ()  # over the columns of a grid of ticks
    crossed = crossed_out(segment.text for segment in segments)
    for index, segment in enumerate(segments):
        said = without_struck(segment.text)
        if segment.struck or (said != segment.text and not any(map(str.isalnum, said))):
            continue
        if segment.heading != section:
            section, line_heading, above_labels = segment.heading, "", None
        if segment.kind is not SegmentKind.ITEM and len(listing) > 1:
            line_heading, lead, trail = listing[0], "", ()  # what the list itself stood under
        listed = segment.kind is SegmentKind.ITEM and _NUMBERED.match(said) is None
        listing = [*listing, line_heading] if listed and _is_heading(_MARKER.sub("", said) or said) else []
        heading = " / ".join(section)
        for piece in pieces(said):
            bare = _MARKER.sub("", piece) or piece
            if _ASKS.match(bare) or (lead.endswith("?") and _ANSWERS.match(bare)):
                bare = bare.partition(": ")[2]
            row = segment.kind is SegmentKind.ROW or _ROW.search(bare) is not None
            plain = _row(canonical(bare)) if row else _unadorned(canonical(bare))
            if not plain or _STRUCK.fullmatch(bare):
                continue
            cells = cells_of(bare) if row else bare.split()
            named = days_over(cells)
            days = named or (days if row else ())
            if row and not (named or crossed):
                plain = (ticked(cells, days) if days else ticked_day(cells, cells_of(header))) or plain
            short = _is_heading(bare)
            labelled = not row and _LABELLED.search(bare) is not None and len(bare.split()) <= _HEADING_WORDS
            if labelled and above_labels is not None:
                line_heading = above_labels
            context = canonical(f"{heading} / {line_heading}" if line_heading else heading)
            told_again = not row and (_is_repeated(plain, context, weeks) or (told_again and (lead, plain) in beside))
            if told_again:
                lead = plain
                continue
            beside.add((lead, plain))
            if row and ((header in (lead, "|") and _heads_more(plain, lead)) or _is_columns(plain, header)):
                header = ""  # "Harkness Jail | Visiting grid" is the table's title
            header = "" if not row else header or ("|" if _TERM.search(plain) or _is_label(plain) else plain)
            if row and _FROM_TO.search(header):
                plain = _TWO_CLOCKS.sub(r"[\1-\2]", plain)
            found.append(
                Unit(
                    bare,
                    plain,
                    context,
                    len(found),
                    lead,
                    row,
                    short or segment.kind is SegmentKind.HEADING,
                    header if row else "",
                    trail,
                    index,
                    segment.kind,
                    segment.main is False,
                    canonical(lists[index].rstrip(" :?")),
                )
            )
            if segment.kind not in BESIDE:
                lead, trail = plain, (plain, *trail[:2])
            above_labels = line_heading if labelled else None
            item = labelled and segment.kind is SegmentKind.ITEM
            if short and not row and not item and segment.kind not in (*BESIDE, SegmentKind.DATA):
                line_heading = bare
    return tuple(found)


def stands_at(page: Sequence[Unit], place: int) -> int:
    """Where the unit of a place stands among those of its page that are read: what stands beside the rules, a site's
    frame or the page's own name, is left out and keeps its place."""
    return bisect_left(page, place, key=lambda unit: unit.place)

"""The reader's view and the main-content labels, by trafilatura; they never decide what is a change. Lines about visits
that trafilatura leaves out are added to the view.

trafilatura's time grows out of hand on hostile markup (0.5 MB of <p> took 3.5 s, one tag with 40,000 attributes over
20 s), so it is only given documents within bounds; the others are read as all their segments.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from monitors.extract.document import Found
from monitors.furniture import speaks_of_visits
from monitors.records import Segment, SegmentKind
from monitors.segments import fold, sentences, squeeze

MOST_CHARACTERS = 2_000_000
MOST_ELEMENTS = 20_000
MOST_ATTRIBUTES = 200  # of one tag
LANGUAGES = ("English", "Spanish")  # that jails' pages are in, as justext calls them

_NO_LINES = (SegmentKind.TITLE, SegmentKind.MENU, SegmentKind.LINK, SegmentKind.OPTION, SegmentKind.DATA)
_TAG = re.compile(r"<[a-zA-Z][^<>]*")
_SPACES = re.compile(r"[\s]+")


def readable_view(html: str, found: Found) -> Found:
    """The same segments, labelled as main content or not, and the view's text; untouched where out of bounds."""
    if not within_bounds(html):
        return found
    text = _main_text(html)
    if not text:
        return found
    # Sentence by sentence, as segments are cut: what both hold is folded once.
    lines = text.replace("|", " ").splitlines()
    told = [fold(sentence) for line in lines for sentence in sentences(squeeze(line))]
    hay, whole = f" {' '.join(told)} ", frozenset(told)
    labelled = tuple(_labelled(segment, _in(hay, whole, segment)) for segment in found.segments)
    # Alert bars, side columns and footers are no main content, and may hold the one line that a reader came for.
    beside = [s.text for s in labelled if not s.main and s.kind not in _NO_LINES and speaks_of_visits(s.text)]
    return replace(found, segments=labelled, text="\n".join([text, *dict.fromkeys(beside)]))


def within_bounds(html: str) -> bool:
    """Whether trafilatura may be given the document."""
    if len(html) > MOST_CHARACTERS or html.count("<") > 2 * MOST_ELEMENTS:
        return False
    for count, hit in enumerate(_TAG.finditer(html)):
        tag = hit[0]
        if count > MOST_ELEMENTS or (len(tag) > 1000 and len(_SPACES.findall(tag)) > MOST_ATTRIBUTES and "=" in tag):
            return False
    return True


def _main_text(html: str) -> str:
    main_text = _trafilatura()
    try:
        text = main_text(html)
    except Exception:  # any failure of the reader's view leaves the segments as they are
        return ""
    return text or ""


@cache
def _trafilatura() -> Callable[[str], str | None]:
    """trafilatura with what it is asked for. Made once: it reads its own file of settings, which takes as long as
    parsing; and imported here: that takes a quarter of a second, which a check that finds nothing new need not pay."""
    from justext.utils import get_stoplist
    from trafilatura import external, extract
    from trafilatura.settings import Extractor

    # Of a page that seems short it asks justext, with the stop words of a hundred languages: as much memory as all the
    # rest of the child. Those of our pages' languages give the same text (tests/unit/text/test_readable.py).
    external.JT_STOPLIST = tuple(sorted(set().union(*map(get_stoplist, LANGUAGES))))  # type: ignore[assignment]
    # dedup must stay off: it remembers earlier calls, so the same page would give another text each time.
    options = Extractor(recall=True, tables=True, comments=False, dedup=False)
    return partial(extract, options=options)


def _labelled(s: Segment, main: bool) -> Segment:
    return Segment(s.text, s.heading, s.kind, s.key, main, s.struck, s.hidden)


def _in(hay: str, whole: frozenset[str], segment: Segment) -> bool:
    """Whether the view says a segment: as one of its sentences, or anywhere in the text."""
    needle = fold(segment.text.replace("|", " ").replace("~~", ""))
    return bool(needle) and (needle in whole or f" {needle} " in hay)

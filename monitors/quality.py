"""Is a capture the page itself? Only an ok capture may become a version.

Every other answer names the rule that fired. A capture that is a wall, an error or half a page is never a removal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from monitors.extract.decode import decode
from monitors.extract.document import OK, Document
from monitors.furniture import speaks_of_visits
from monitors.own_words import own_heading, prose, rulings
from monitors.records import Fetched, Quality, Segment, SegmentKind, Verdict
from monitors.segments import fold, key
from monitors.substitutes import INSTEAD
from monitors.walls import CHALLENGES, WALLS, Shown, sign_of

EDGE = 200_000  # characters of raw page looked at from its beginning
MOST_KEPT = 0.3  # share of the old text under which it counts as gone
ENOUGH = 1_200  # characters of old text from which mass loss can be told
LEAST_SAID = 80  # characters of sentences and rows that can be gone
LONGEST_WALL = 6_000  # characters above which no page is looked at for signs of a wall
FEW = 40  # characters under which a page is empty
SPARSE = 200  # the same for a page that scripts draw: a short notice inside an application's frame is still a page

BEGINNING = "beginning_of_previous"

_ROOT = re.compile(
    r"(?:/(?:en|es|fr)(?:-[a-z]{2})?)?/?(?:(?:index|home|default|welcome)(?:\.\w{3,5})?/?)?", re.IGNORECASE
)
_NO_PAGE = re.compile(
    r"(?:^|&)(?:(?:status|error|code|err)=)?(?:404|not-?found|page-?not-?found)(?:&|$)", re.IGNORECASE
)
_SINK = re.compile(
    r"(?:^|/)(?:404|not-?found|page-?not-?found|error(?:s|page|-page)?|sorry|oops|missing|no-?longer-?available|site-?search|search"
    r"|search/?results?)(?:\.\w{3,5})?/?$",
    re.IGNORECASE,
)
_LOGIN_PATH = re.compile(
    r"(?:^|/)(?:log-?in|log-?on|sign-?in|signon|auth|sso|oauth2?|saml2?|users?/sign_in|wp-login\.php|adfs)(?:[/.]|$)",
    re.IGNORECASE,
)
_LOGIN_WORDS = re.compile(
    r"^\W*(?:please )?(?:sign in|log ?in|log on|signin|member login|account login|authentication required"
    r"|you must (?:log|sign) in|login required|inici(?:e|ar?) sesi[óo]n)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NOTICE = re.compile(r"\b(?:cancel|suspen|clos|no\b|cerrad)|\d", re.IGNORECASE)
_SHUT = re.compile(
    r"\W*(?:(?:temporarily )?closed|cancel+ed|suspended|cerrado|cancelad[oa]s?|suspendid[oa]s?)\W*", re.IGNORECASE
)
_PASSWORD = re.compile(r"<input[^>]{0,300}type\s*=\s*[\"']?password", re.IGNORECASE)
_NAME_FIRST = re.compile(r"<input[^>]{0,300}type\s*=\s*[\"']?email", re.IGNORECASE)  # the password is asked for next
_CONSENT_HOST = re.compile(r"^(?:consent|cmp|privacy-?gate|cookie-?consent|gdpr)\.", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|gdpr|privacy (?:choices|settings|preferences|policy)|your privacy|accept all|reject all"
    r"|personali[sz]ed (?:ads|content)|accept|decline|manage (?:options|preferences|cookies|choices)|i agree"
    r"|before you continue|legitimate interest|partners|ad (?:choices|preferences)|device identifiers)\b",
    re.IGNORECASE,
)


def may_be_true(verdict: Verdict) -> bool:
    """Whether it tells of a loss, of text or of all from some point on, that is believed once it has stood."""
    return verdict.quality is Quality.MASS_LOSS or verdict.rule == BEGINNING


def judge_capture(
    outcome: Fetched,
    document: Document,
    *,
    previous: Sequence[Segment] | None,
    expect: Sequence[str] = (),
    random_path: Document | None = None,
) -> Verdict:
    """The verdict on a capture.

    previous: segments of the latest version, None on a first visit; expect: phrases the operator says the page must
    hold; random_path: what the same host shows at a path that cannot exist.
    """
    for verdict in _verdicts(outcome, document, previous, expect, random_path):
        if not verdict.ok:
            return verdict
    return OK


def _verdicts(
    outcome: Fetched,
    document: Document,
    previous: Sequence[Segment] | None,
    expect: Sequence[str],
    random_path: Document | None,
) -> Iterator[Verdict]:
    if document.verdict.quality is Quality.BINARY:
        yield document.verdict
    shown = _shown(outcome, document)
    yield _by_signs(shown)
    if outcome.status >= 400:
        yield Verdict(Quality.ERROR_PAGE, "http_status", str(outcome.status))
    yield _login(outcome, shown)
    yield _redirected_away(outcome)
    yield document.verdict
    yield _same_as_nowhere(outcome, document, random_path)
    yield _consent(outcome, document, shown)
    yield _truncated(outcome, document, previous)
    yield _empty(document, shown)
    yield _expected(document, expect)
    if previous is not None:
        yield _other_language(previous, document.segments)
        yield _mass_loss(previous, document)


def _shown(outcome: Fetched, document: Document) -> Shown:
    texts = [s.text for s in document.segments if s.kind not in (SegmentKind.TITLE, SegmentKind.DATA, SegmentKind.LINK)]
    place = own_heading(document.segments)
    headings = [s.text for s in document.segments[:40] if s.kind is SegmentKind.HEADING][:3] if place >= 0 else []
    size = sum(map(len, texts))
    raw = (
        decode(outcome.body[:EDGE], outcome.header("content-type"))
        if size <= LONGEST_WALL and "html" in document.media_type
        else ""
    )
    straight = str.maketrans("’‘", "''")
    text, titles = "\n".join(texts)[:8000], "\n".join([document.title, *headings])
    # Alert bars stand above a page's heading, on the error pages of a host too.
    told = rulings(document.segments[place + 1 :]) if size <= LONGEST_WALL else ()
    return Shown(outcome.headers, raw, text.translate(straight), titles.translate(straight), size, told)


def _by_signs(shown: Shown) -> Verdict:
    sign = sign_of(shown, (*WALLS, *CHALLENGES, *INSTEAD))
    return Verdict(sign.quality, sign.rule, shown.titles.split("\n")[0][:120]) if sign else OK


def _login(outcome: Fetched, shown: Shown) -> Verdict:
    """A password field alone is no sign: real pages carry a sign-in box in their header."""
    path = urlsplit(outcome.url).path
    has_field = bool(_PASSWORD.search(shown.body))
    sent_there = (
        bool(outcome.redirects) and bool(_LOGIN_PATH.search(path)) and not _LOGIN_PATH.search(_asked_path(outcome))
    )
    if sent_there and (has_field or shown.size < 1500):
        return Verdict(Quality.LOGIN, "login_redirect", outcome.url)
    asks = has_field or (shown.size < 300 and _NAME_FIRST.search(shown.body) is not None)
    if asks and shown.size < 800 and not shown.rulings and _LOGIN_WORDS.search(shown.titles):
        return Verdict(Quality.LOGIN, "login_form")
    return OK


def _asked_path(outcome: Fetched) -> str:
    return urlsplit(outcome.redirects[0]).path if outcome.redirects else urlsplit(outcome.url).path


def _redirected_away(outcome: Fetched) -> Verdict:
    if not outcome.redirects:
        return OK
    asked, got = urlsplit(outcome.redirects[0]), urlsplit(outcome.url)
    if (
        _ROOT.fullmatch(asked.path) is None
        and _ROOT.fullmatch(got.path) is not None
        and (not got.query or _NO_PAGE.search(got.query))
    ):
        return Verdict(Quality.SOFT_404, "redirect_to_root", outcome.url)
    if _SINK.search(got.path) and not _SINK.search(asked.path):
        return Verdict(Quality.SOFT_404, "redirect_to_sink", outcome.url)
    return OK


def _same_as_nowhere(outcome: Fetched, document: Document, random_path: Document | None) -> Verdict:
    """The text equals what the host shows at a path that cannot exist."""
    if random_path is None or not random_path.segments or _ROOT.fullmatch(urlsplit(outcome.url).path):
        return OK
    mine, nowhere = _weights(document.segments), _weights(random_path.segments)
    if _overlap(mine, nowhere) >= 0.97 * sum(mine.values()) and _overlap(nowhere, mine) >= 0.9 * sum(nowhere.values()):
        return Verdict(Quality.SOFT_404, "same_as_random_path")
    return OK


def _weights(segments: Sequence[Segment]) -> Counter[str]:
    """Keys weighted by their length, since one lost paragraph is more than one lost menu entry."""
    weights: Counter[str] = Counter()
    for segment in segments:
        made = segment.key or key(segment.text)
        weights[made] += len(made)
    return weights


def _overlap(first: Counter[str], second: Counter[str]) -> int:
    return sum(min(weight, second[made]) for made, weight in first.items())


def _consent(outcome: Fetched, document: Document, shown: Shown) -> Verdict:
    if _CONSENT_HOST.match(urlsplit(outcome.url).netloc) and outcome.redirects:
        return Verdict(Quality.CONSENT, "consent_redirect", outcome.url)
    if not 0 < shown.size <= 2500 or shown.rulings:
        return OK
    about = sum(len(line) for line in shown.text.split("\n") if _CONSENT.search(line))
    first = _CONSENT.search(shown.titles) is not None
    if first and re.search(r"\b(?:policy|notice|statement)\b", shown.titles, re.IGNORECASE):
        return OK  # a page about cookies
    accepts = re.search(r"\b(?:accept|agree|allow all|got it|continue)\b", shown.text, re.IGNORECASE)
    if accepts and (about > 0.75 * shown.size or (first and about > 0.5 * shown.size)):
        return Verdict(Quality.CONSENT, "consent_wall", document.title[:120])
    return OK


def _truncated(outcome: Fetched, document: Document, previous: Sequence[Segment] | None) -> Verdict:
    length = outcome.header("content-length")
    if length.isdigit() and not outcome.header("content-encoding") and int(length) > len(outcome.body) > 0:
        return Verdict(Quality.TRUNCATED, "content_length", f"{len(outcome.body)} of {length} bytes")
    if document.media_type != "text/html" or b"</html" in outcome.body[-4000:].lower():
        return OK
    tail = outcome.body[-4000:]
    if tail.rfind(b"<") > tail.rfind(b">") and re.search(rb"<(?:[a-zA-Z/!][^<>]*)?$", tail):
        return Verdict(Quality.TRUNCATED, "ends_inside_tag")
    if previous is not None and _is_beginning(document.segments, previous):
        return Verdict(Quality.TRUNCATED, BEGINNING)
    return OK


def _is_beginning(now: Sequence[Segment], before: Sequence[Segment]) -> bool:
    """Whether a page holds what it held before, up to a point, and nothing after it."""
    new, old = [s.key for s in now], [s.key for s in before]
    return 5 <= len(new) <= 0.8 * len(old) and new[:-1] == old[: len(new) - 1]


def _empty(document: Document, shown: Shown) -> Verdict:
    data = sum(len(segment.text) for segment in document.segments if segment.kind is SegmentKind.DATA)
    if shown.size + data >= SPARSE or rulings(document.segments):
        return OK
    if document.needs_browser:
        return Verdict(Quality.NO_TEXT, "needs_browser", f"{shown.size + data} characters of text")
    if speaks_of_visits(shown.text) and _NOTICE.search(shown.text):
        return OK  # "Visitation cancelled" may be all there is to say
    if speaks_of_visits(document.title) and _SHUT.fullmatch(shown.text.strip()):
        return OK
    if shown.size + data < FEW and not any(s.kind is SegmentKind.LINK for s in document.segments):
        return Verdict(Quality.EMPTY, "few_words", f"{shown.size + data} characters of text")
    return OK


def _expected(document: Document, expect: Sequence[str]) -> Verdict:
    if not expect:
        return OK
    hay = fold(" ".join(segment.text for segment in document.segments))
    missing = next((phrase for phrase in expect if fold(phrase) not in hay), None)
    return Verdict(Quality.WRONG_PLACE, "expect_missing", missing) if missing is not None else OK


_STOPWORDS = {
    name: text.split()
    for name, text in {
        "en": "the of and to in is are for be or with must may not by on at this that from your you will",
        "es": "el la los las de que y en un una es por con para se del no su al lo como",
        "fr": "le la les des et en un une est pour par avec dans que qui ne pas sur au du vous",
        "de": "der die das und in zu den von mit ist für auf nicht ein eine sie werden des im dem",
        "pt": "o os as de que e em um uma para com por não se do da no na ao dos",
        "it": "il lo gli di che e in un una per con non si del della sono da al le i",
        "nl": "de het een en van in is op te dat voor met niet zijn aan door worden bij u",
    }.items()
}
_ENGLISH_ONLY = frozenset(_STOPWORDS["en"]) - {w for name, words in _STOPWORDS.items() if name != "en" for w in words}
_WORD = re.compile(r"[^\W\d_]+")


def _english(segments: Sequence[Segment]) -> tuple[float, int]:
    """(share of English function words among all function words, number of words); other scripts count as other."""
    words = _WORD.findall(
        " ".join(segment.text for segment in segments if segment.kind is not SegmentKind.DATA).lower()
    )
    others = {w for name, listed in _STOPWORDS.items() if name != "en" for w in listed} - set(_STOPWORDS["en"])
    english = sum(1 for word in words if word in _ENGLISH_ONLY)
    other = sum(1 for word in words if word in others or word[0] > "\u036f")
    return english / max(1, english + other), len(words)


def _other_language(previous: Sequence[Segment], now: Sequence[Segment]) -> Verdict:
    """The page was English and comes in another language: served by place, not changed."""
    before, many = _english(previous)
    after, words = _english(now)
    if many >= 60 and words >= 60 and before > 0.8 and after < 0.25:
        return Verdict(Quality.WRONG_PLACE, "other_language", f"English {before:.0%} before, {after:.0%} now")
    return OK


def _mass_loss(previous: Sequence[Segment], document: Document) -> Verdict:
    """Most of the text is gone. Counted by keys, and by runs of words where a redesign cut the same text anew."""
    old, new = _weights(previous), _weights(document.segments)
    total, now = sum(old.values()), sum(new.values())
    came = [segment for segment in document.segments if (segment.key or key(segment.text)) not in old]
    # A page whose rules gave way to a notice ("All visits are suspended.") is a change, not a loss.
    if rulings(came):
        return OK
    if total >= ENOUGH and _overlap(old, new) < MOST_KEPT * total:
        kept = _kept_runs(previous, document.segments)
        fresh = sum(len(segment.text) for segment in came)
        if kept < MOST_KEPT and now < 0.6 * total and fresh < 0.15 * total:
            said = f"{kept:.0%} of the text kept, {now} of {total} characters"
            return Verdict(Quality.MASS_LOSS, "most_text_gone", said)
        if kept < 0.1 and key(document.title) not in old:
            return Verdict(Quality.MASS_LOSS, "page_swapped", f"{kept:.0%} of the text kept, another title")
    return _rules_gone(previous, document, came)


def _rules_gone(previous: Sequence[Segment], document: Document, came: Sequence[Segment]) -> Verdict:
    """Nothing is left of what the page said, be it short or inside a frame that stayed: a wall that no sign is known
    of would else be told as the end of all rules. A link in its place, to a document as often as not, is a change."""
    said = prose(previous)
    if sum(len(segment.text) for segment in said) < LEAST_SAID or not rulings(previous):
        return OK
    if any(segment.kind is SegmentKind.LINK for segment in came):
        return OK
    before = _weights(said)
    kept = _overlap(before, _weights(prose(document.segments))) / sum(before.values())
    if kept < 0.1 and _kept_runs(said, document.segments) < 0.15:
        return Verdict(Quality.MASS_LOSS, "rules_gone", f"{kept:.0%} of its sentences kept")
    return OK


def _kept_runs(previous: Sequence[Segment], now: Sequence[Segment]) -> float:
    old, new = _runs(previous), _runs(now)
    return len(old & new) / max(1, len(old))


def _runs(segments: Sequence[Segment]) -> set[tuple[str, str, str]]:
    words = " ".join((segment.key or key(segment.text)).replace("|", " ") for segment in segments).split()
    return set(zip(words, words[1:], words[2:], strict=False))

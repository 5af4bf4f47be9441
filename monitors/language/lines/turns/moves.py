"""New lines that say of one quantity that it moved: "The price of a video visit has gone up to $9.", "Visits are now 20
minutes instead of 30.", "Visitors now have to pay a $10 fee."

A line of its own has no old wording beside it, so that which way it goes hangs on one word of it; the reader has told
a dearer visit as a gain and a shorter one as longer. Read for sure where a line speaks of one term alone: by what it
says of the old value, by the one value that the old page gives, or by its verb.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from monitors.language.claims.clauses import turned_beside
from monitors.language.figures.meanings import severity_of, sign_of, topics_of
from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import told_in_one_sentence
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment, similarity
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import DATE
from monitors.language.words.measure import Measure, channel_of, in_days
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Fact, Severity, Topic

_KINDS = ("jail", "doc", "vendor", "")
_ALIKE = 0.5  # lines with so much in common are a rewording
_WORDS = 26  # a longer line says more than one thing
_VISITS = r"(?:(?:remote|home|at-home|off-?site|on-?site|lobby|video|in-person|online|internet|virtual|social|inmate|personal|tablet|contact|weekly|monthly|free|\d+ minutes?) )*(?:visits?|visitation|visiting|video calls?|video(?= from home))(?: from home| by (?:video|tablet|phone))?"
_OF = r"(?:of|for|on) (?:(?:an?|the|each|every|all|your|1) )*"
_PRICE = rf"(?:(?:price|cost|fee|rate|charge)s? {_OF}{_VISITS}|{_VISITS} (?:price|cost|fee|rate|charge)s?)"
_HAS = r"(?:(?:has|have|will|is|are|was|were|be|been|being|now|going to) )*"
_UP = r"(?:(?:gone|going|goes?|went) up|increas(?:ed?|es|ing)|rais(?:ed?|es|ing)|ris(?:en?|es)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|hik(?:es?|ed|ing)|extended|lengthened|expanded)"
_DOWN = r"(?:(?:gone|going|goes?|went|come|came) down|decreas(?:ed?|es|ing)|reduc(?:ed?|es|ing)|lower(?:ed|s|ing)?|cut(?:ting)?(?: back| down)?|drop(?:ped|s)?|fallen|falls?|fell|slashed|shortened)"


@dataclass(frozen=True, slots=True)
class _Subject:
    """A term named before its verb. figure: how its values are written."""

    name: str
    passive: re.Pattern[str]
    active: re.Pattern[str]
    figure: str


def _subject(name: str, words: str, figure: str = r"(\d+)(?! ?(?:%|minutes|hours?|days?))") -> _Subject:
    passive = rf"\b{words} {_HAS}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<rest>(?:[^.;]|\.\d)*)"
    active = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:the |our )?{words}\b(?P<rest>(?:[^.;]|\.\d)*)"
    return _Subject(name, regex(passive), regex(active), figure)


_SUBJECTS = (
    _subject("video_fee_usd", rf"(?:{_PRICE}|{_VISITS})", r"\$(\d+(?:\.\d+)?)(?! fee)"),
    _subject("visit_minutes", rf"(?:(?:length|duration) {_OF}{_VISITS}|visit length|visits)", r"(\d+) minutes"),
    _subject("visits_per_week", r"(?:number of (?:weekly )?visits(?: (?:a|per|each) week)?|weekly visits)"),
    _subject("visits_per_month", r"(?:number of (?:monthly )?visits (?:a|per|each) month|number of monthly visits|monthly visits)"),
    _subject("free_visits_per_week", r"(?:number of )?free (?:weekly )?(?:video )?visits(?: (?:a|per|each) week)?"),
    _subject("visitors_max", r"number of (?:adult |approved )?(?:visitors|people|persons|adults)(?: (?:allowed|permitted|admitted))?(?: (?:per|at|in|during|for) (?:each |a |1 )?(?:visit|time|session))?"),
    _subject("min_age", r"(?:(?:minimum|visiting|visitation) age|age (?:limit|minimum|requirement))(?: (?:for|of) (?:all )?(?:visitors|visits|visiting|visitation|children)| to visit)?"),
    _subject("list_max", r"(?:number of (?:people|visitors|persons|names|adults)(?: (?:allowed|permitted))? on (?:the|an|each|an inmate's|each inmate's)(?: approved)? (?:visit\w* |visitors'? )?list|(?:(?:approved|visiting|visitors?'?|visitation) )+list(?: limit| maximum| size)?)"),
    _subject("waiting_days", r"wait(?:ing (?:period|time))? for (?:former inmates|ex-inmates|released inmates|former residents)(?: to visit)?", r"(\d+) (days?|weeks?|months?|years?)"),
    _subject("intake_days_without_visits", r"wait(?:ing (?:period|time))? for (?:new(?:ly booked)? (?:inmates|arrivals|residents)|a first visit)", r"(\d+) (days?|weeks?|months?)"),
)  # fmt: skip
# Of a number of visits the period may be told behind the figure: "cut to one a week".
_A_MONTH = regex(r"\b(?:a|per|each|every) month\b|\bmonthly\b")
_A_WEEK = regex(r"\b(?:a|per|each|every) week\b|\bweekly\b")
_PER_MINUTE = regex(r"\b(?:per|a|each|by the) minute\b|\bper-minute\b")
_NEWS = regex(
    r"\b(?:now|only|just|instead of|rather than|from now on|no longer(?! than)|cheaper|expensive|dearer|has been|have been|(?:will|to) (?:now )?(?:be|cost|last|go|run)|new|went|gone|goes?|down to|up to (?=\$))\b|\bfrom \$?\d"
    r"|^(?:(?:effective|starting|beginning|as of|from)\b)"
)
_LESS = regex(
    r"\b(?:(?:only|just)(?=(?: [\w$'-]+){0,3}? \$?\d)|limited to|down to|no more than|at most|a maximum of)\b"
)
_NO_LONGER = regex(r"\bno longer\b(?! than)")
_BY_HOW_MUCH = regex(
    r"(?:\$\d+(?:\.\d+)?|\b\d+ (?:minutes|hours?|days?|visits?|people|visitors)) (?:(?P<more>more(?! than)|extra|higher|longer|additional|dearer)|(?:less(?! than)|fewer(?! than)|lower|cheaper|shorter|off)\b)"
)
_DATED = regex(rf"{DATE}|\b(?:19|20)\d\d\b|\{{[a-z,]+\}}")
_DEARER = regex(r"\bmore expensive\b|\bdearer\b")
_CHEAPER = regex(r"\bcheaper\b|\bless expensive\b")
_WAITS = ("booking_lead_hours", "waiting_days", "intake_days_without_visits", "wait_days_friends")
_CAPS = ("visits_per_week", "visits_per_month", "visit_minutes", "visitors_max", "list_max")
_SAID_FREELY = regex(
    r"\b(?:not|never|n't|if|unless|may be|propos\w+|would|could|consider\w*|plan(?:s|ned|ning)?|vot(?:e|es|ed|ing)|hearing|asked|whether|except\w*|but|temporar\w+|until|through|attorneys?|lawyers?|counsel|clergy|legal|phone calls?|holidays?|weekends?|called off|cancel\w*|postpon\w+|introductory)\b"
)
OF_ONE = regex(  # one unit or class, and not "each housing unit"
    r"(?<!each )(?<!every )(?<!housing )(?<!his or her )(?<!their )(?<!your )(?<!his )\b(?:unit|housing units? (?:no\.? ?|# ?|numbers? )?(?:\d+|[b-h]\b)|pod|wing|block|dorm\w*|tier|floor|juvenile|segregat\w+|disciplin\w+|trust(?:y|ies|ees?)|workers?|maximum security|minimum security|(?:wo)?men|(?:fe)?males?)\b"
)
_SPOKEN = regex(
    rf"\b(?:{visits.VISIT}|{visits.VISITOR}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|visiting|(?:former|new|ex-) ?(?:inmates|residents|arrivals))\b"
)
_VIDEO = regex(rf"\b(?:{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE})\b")
_OTHERS = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|tours?|museum|courthouse|dental|dentist|medical|doctors?|nurses?|clinic|sick call|yard)\b"
)
_OTHER_FEE = regex(rf"\b(?:{elsewhere.OTHER_OWNERS}|{elsewhere.ELSEWHERE}|tours?|museum|deposits?)\b")
_A_FEE = r"(?:an? |the )?(?:\$\d+(?:\.\d+)? )?(?:\w+ )?(?:fee|charge)s?"
_WHO = r"(?:visitors?|famil(?:y|ies)(?: and friends| members)?|friends and family|families|you|everyone who visits)"
_FEE_COMES = regex(
    rf"\b{_WHO} (?:now |will now |must now )(?:(?:have|need) to |be required to |must )?(?:now )?(?:pay|be charged) [^.;]*\$\d"
    rf"|\b{_WHO} (?:are|is) now (?:charged|required to pay) [^.;]*\$\d"
    rf"|\b(?:{_VISITS}|lobby visits?) (?:is|are) no longer (?:free|offered free)\b"
    rf"|\bno longer (?:offer|provide|have|get|receive)s? (?:an? |any )?free (?:\w+ )?{_VISITS}\b"
)
_FEE_GOES = regex(
    rf"\b(?:we|jail|county|sheriff'?s? office|{_WHO}) (?:(?:do|does) not charge|no longer (?:charges?|have to pay|has to pay|pays?|need to pay|(?:is|are) charged))\b(?: [^.;]*)? ?(?:{_VISITS}|visit\w*)"
    rf"|\b{_WHO} (?:are|is) no longer charged\b"
    rf"|\b{_A_FEE} {_OF}(?:(?:booking|scheduling|making) (?:an? |each |every )?)?{_VISITS} {_HAS}(?:gone|removed|dropped|eliminated|waived|abolished|lifted|discontinued|ended|scrapped)\b(?! (?:to|from|up|down) )"
    r"|\b(?:visit|visits|visiting|visitation|visitors?) (?:fee|charge)s? (?:(?:has|have|is|are|was|were|been|now|will|be) )+(?:gone|no more|history|end|ended|removed|dropped|eliminated|waived|abolished|lifted|discontinued|scrapped)\b(?! (?:to|from) \$)"
    rf"|\b{_VISITS} (?:is|are) no longer (?:subject to|charged)\b"
    rf"|\bthere is no longer (?:an? |any )?(?:fee|charge|cost) {_OF}{_VISITS}\b"
)


class _Page:
    """What the old page measures, worked out once for all lines of a change."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.title, self.kind = scene, scene.title, scene.kind

    @cached_property
    def measured(self) -> tuple[Measure, ...]:
        return tuple(measure for unit in self.scene.before for measure in measures(unit, self.title))


def move_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell that say of one term that it moved, with the old lines that gave its old value."""
    if scene.kind not in _KINDS:
        return Certain()
    effects: list[Effect] = []
    lines: list[Unit] = []
    page = _Page(scene)
    for new, beside in _new_lines(alignment):
        effect = _read(page, new, beside)
        went = (*alignment.removed, *([beside] if beside else ()))
        if effect is not None and not any(turned_beside(unit.plain, new.plain) for unit in went):
            effects.append(effect)
            lines += [new, *(unit for unit in alignment.removed if _gave(unit, effect, scene.title))]
            lines += [beside] if beside is not None and _one_line(beside, new, effect, scene.title) else []
    return Certain(tuple(effects), tuple(lines))


def _new_lines(alignment: Alignment) -> Iterator[tuple[Unit, Unit | None]]:
    yield from ((unit, None) for unit in alignment.added)
    yield from ((new, old) for old, new in alignment.pairs)


def _gave(unit: Unit, effect: Effect, title: str) -> bool:
    """Whether an old line only gave the value which the new line says has moved."""
    found = {measure.name for measure in measures(unit, title)}
    return bool(found) and found <= {fact.name for fact in effect.facts}


def _one_line(old: Unit, new: Unit, effect: Effect, title: str) -> bool:
    return similarity(old, new) >= _ALIKE or _gave(old, effect, title)


def _read(page: _Page, new: Unit, beside: Unit | None) -> Effect | None:
    text = new.plain
    if new.row or len(text.split()) > _WORDS or _SAID_FREELY.search(text) or not _SPOKEN.search(text):
        return None
    if _OTHERS.search(text) or text.endswith("?"):
        return None
    effect = _by_verb(page, new) or _fee_gone(new, beside) or _by_values(page, new) or _fee_comes(new, beside)
    if effect is None or (beside is not None and _says_more(beside, effect, page.title)):
        return None
    return effect.lower("S6") if OF_ONE.search(text) else effect


def _says_more(old: Unit, effect: Effect, title: str) -> bool:
    """Whether the line in whose place the new one stands told other terms, too: what became of them is to be read."""
    told = {measure.name for measure in measures(old, title)}
    known = {fact.name for fact in effect.facts} or told & {"video_fee_usd", "onsite_video_fee_usd"}
    return not told <= known or old.plain.endswith("?")


def _by_verb(page: _Page, new: Unit) -> Effect | None:
    """A term named before or behind a verb that says which way it went."""
    for subject in _SUBJECTS:
        hit = subject.passive.search(new.plain) or subject.active.search(new.plain)
        if hit is None:
            continue
        name = _named(subject.name, new.plain)
        was, now = (_figure(word, subject.figure, hit["rest"]) for word in ("from", "to"))
        if now is None:
            continue
        up = hit["up"] is not None
        was = was if was is not None else _given(page, name, now, new)
        if was is not None and (now > was) != up:
            was = None  # another visit's
        return _effect(name, was, now, sign_of(name, *((1, 2) if up else (2, 1))), new, page.kind)
    return None


def _named(name: str, text: str) -> str:
    if name == "visits_per_week" and _A_MONTH.search(text) and not _A_WEEK.search(text):
        return "visits_per_month"
    if name != "video_fee_usd":
        return name
    onsite = "onsite_" if channel_of(text) == "onsite" else ""
    return f"{onsite}video_fee_per_min_usd" if _PER_MINUTE.search(text) else f"{onsite}video_fee_usd"


def _figure(word: str, figure: str, rest: str) -> float | None:
    hit = re.search(rf"\b{word} (?:only |just |a maximum of |age )?{figure}", rest)
    bare = re.search(rf"\b{word} (\d+)\b", rest) if hit is None and word == "from" and "$" not in rest else None
    found = hit or bare
    if found is None:
        return None
    unit = found[2] if (found.re.groups > 1) else ""
    return in_days(float(found[1]), unit) if unit else float(found[1])


def _by_values(page: _Page, new: Unit) -> Effect | None:
    """A term whose old value the line, or the old page, gives."""
    if not _NEWS.search(new.plain):
        return None
    found = [measure for measure in measures(new, page.title) if not measure.name.startswith("_")]
    if not found or len({measure.name for measure in found}) > 1 or found[0].channel in ("phone", "legal"):
        return None
    if (by := _BY_HOW_MUCH.search(new.plain)) is not None or _NO_LONGER.search(new.plain):
        return _without_values(found[0], new, by, page.kind)
    if len(set(FIGURE.findall(_DATED.sub(" ", new.plain)))) > len({measure.value for measure in found}):
        return None  # "one visit of 45 minutes each week"
    inner, rest = told_in_one_sentence(found)
    if len(inner) == 1 and not rest:
        was, now = inner[0]
        return _effect(now.name, was.value, now.value, sign_of(now.name, was.value, now.value), new, page.kind)
    if len(found) != 1:
        return None
    return _against_the_page(page, new, found[0])


def _without_values(told: Measure, new: Unit, by: re.Match[str] | None, kind: str) -> Effect | None:
    """A term of which only the difference is told, or what it no longer is: "$2 more", "no longer two visits a week"."""
    if by is not None:
        more = by["more"] is not None
        sign = sign_of(told.name, *((1, 2) if more else (2, 1)))
    elif told.name in _CAPS and "limited" not in new.plain:
        sign = -1
    else:
        return _effect(told.name, None, told.value, -1, new, kind) if _shut_out(told, new) else None
    return replace(_effect(told.name, None, told.value, sign, new, kind), words=(new.plain[:80],)) if sign else None


def _shut_out(told: Measure, new: Unit) -> bool:
    return told.name == "min_age" and _SHUT_OUT.search(new.plain) is not None


def _against_the_page(page: _Page, new: Unit, now: Measure) -> Effect | None:
    before = _given(page, now.name, now.value, new) if now.value else None
    if before is not None:
        sign = sign_of(now.name, before, now.value)
        return _effect(now.name, before, now.value, sign, new, page.kind) if sign else None
    if now.name.endswith("_usd") and now.value and "transaction" not in now.name:
        sign = 1 if _CHEAPER.search(new.plain) or _ONLY_COSTS.search(new.plain) else 0
        sign = sign or (-1 if _DEARER.search(new.plain) or _NOW_COSTS.search(new.plain) else 0)
        return _effect(now.name, None, now.value, sign, new, page.kind) if sign else None
    if now.name == "min_age" and _LET_IN.search(new.plain):
        return _effect(now.name, None, now.value, 1, new, page.kind)
    if _shut_out(now, new):
        return _effect(now.name, None, now.value, -1, new, page.kind)
    if now.name in _CAPS and _MORE_NOW.search(new.plain) and not _LESS.search(new.plain):
        return _effect(now.name, None, now.value, 1, new, page.kind)
    if now.name in (*_CAPS, *_WAITS) and _LESS.search(new.plain) and ("now" in new.plain or "down to" in new.plain):
        return _effect(now.name, None, now.value, 1 if now.name in _WAITS else -1, new, page.kind)
    return None


_LET_IN = regex(r"\bnow (?:allowed|welcome|admitted|permitted|able to)\b|\b(?:may|can) now (?:visit|come)\b")
_NOW_COSTS = regex(
    r"\bnew (?:price|cost|rate|fee|charge)\b[^.;$]*\$|\b(?:is|are) now \$|\bnow costs? \$|\$\d[\d.]*(?: \w+){0,3} from now on\b"
)
_MORE_NOW = regex(r"\b(?:may|can|will) now (?:have|list|bring|receive|get|last|name)\b|\bnow (?:gets?|receives?)\b")
_SHUT_OUT = regex(
    r"\bno longer (?:be )?(?:allowed|permitted|admitted|welcome|visit)\b|\b(?:must now|now must|now have to|have now to) be\b"
)
_ONLY_COSTS = regex(r"\b(?:costs?|is|are) (?:now )?(?:only|just) \$")


def _given(page: _Page, name: str, now: float, new: Unit) -> float | None:
    """The one value that the old page gives a term of the same kind of visit, None where that gives none, several, or
    the same."""
    video = _of_video(name, new.plain)
    told = [m for m in page.measured if m.name == name]
    values = {m.value for m in told if _of_video(name, m.words) == video}
    return next(iter(values)) if len(values) == 1 and not values & {now, 0.0} else None


def _of_video(name: str, words: str) -> bool:
    return "fee" not in name and _VIDEO.search(words) is not None


def _fee_gone(new: Unit, beside: Unit | None) -> Effect | None:
    """What is paid for visiting at all, that went: the figure in such a line is what was paid."""
    return _of_fee(1, new, beside) if _FEE_GOES.search(new.plain) else None


def _fee_comes(new: Unit, beside: Unit | None) -> Effect | None:
    comes = _FEE_COMES.search(new.plain) and (beside is None or "$" not in beside.plain)
    return _of_fee(-1, new, beside) if comes else None


def _of_fee(sign: int, new: Unit, beside: Unit | None) -> Effect | None:
    if _OTHER_FEE.search(new.plain):
        return None
    old = beside.plain if beside is not None and similarity(beside, new) >= _ALIKE else ""
    return Effect("P-fee", sign, Severity.MAJOR, (Topic.FEES,), (), old, new.plain, (new.plain[:80],))


def _effect(name: str, was: float | None, now: float, sign: int, new: Unit, kind: str) -> Effect:
    facts: Sequence[Fact] = (Fact(name, was, now),) if was is not None else ()
    level = severity_of(name, was, now)
    said = f"{name.replace('_', ' ')}: {'not stated' if was is None else f'{was:g}'} -> {now:g}"
    topics = topics_of(name, channel_of(new.plain), kind)
    return Effect(f"Q-{name}", sign, level, topics, tuple(facts), "", new.plain, (said,))

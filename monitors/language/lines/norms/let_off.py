"""Whom a duty to hold visits in person does not bind, what counts as such a visit, and what nothing may limit.

"Paragraph (a) does not bind a county whose jail is equipped for video", "Visits by video count as visits under this
section": the duty stands word for word, and is worth nothing where that is added. By itself such a line names video, a
county and what does not apply, and the reader doubts which way it points; and of a clause that says "Nothing in this
Agreement shall be read to limit visits", struck out, it hears that a limit went.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_SCREEN = r"(?:(?:remote |on-?site )?video(?: conferenc\w+)?|screen|virtual|remote|tablet)"
_RULE = r"(?:sections?|subsections?|paragraphs?|rules?|requirements?|dut(?:y|ies)|standards?|minimums?|number|obligations?|articles?|clauses?)"
# "Visits by video then count as visits under (a)", "may be counted toward the two visits", "satisfies this requirement".
_COUNTS = regex(
    rf"\b(?:{_SCREEN} (?:visits?|visitation|sessions?|visiting)|visits? (?:by|over|on|through) (?:a |the )?{_SCREEN})\b[^;.]{{0,50}}?"
    rf"\b(?:(?:counts?|counted|counting) (?:as|toward|towards|for)|(?:is|are|be|shall be) (?:deemed|treated as|regarded as|considered)|satisf(?:y|ies)|fulfill?s?|meets?|discharges?)\b(?=[^;.]{{0,60}}\b(?:{_RULE}|visits?|\([a-z0-9]\)))"
    rf"|\bcounts? {_SCREEN} (?:visits?|visitation|sessions?) (?:as|toward|towards|for)\b"
)
_NOT = regex(r"\b(?:not|no|never|cannot|neither)\b")
_PLACE = r"(?:(?:an?|any|the|each|every|those|such|all|existing|smaller|new) )*(?:count(?:y|ies)|jails?|facilit(?:y|ies)|sheriffs?|institutions?|agenc(?:y|ies)|administrators?|operators?)"
_LETS_OFF = regex(
    rf"\b(?:this|that|the|these) {_RULE}\b[^;.]{{0,30}}? (?:do(?:es)?|shall|will|need) not (?:be )?(?:bind|apply to|extend to|cover|reach|govern|binding on) {_PLACE}\b"
    rf"|\b{_RULE} (?:\([a-z0-9]+\)|[\w.-]{{1,8}})[^;.]{{0,30}}? (?:do(?:es)?|shall|will) not (?:bind|apply to|extend to|cover|reach|govern) {_PLACE}\b"
    rf"|\b{_PLACE}\b[^;.]{{0,80}}? (?:is|are|shall be) (?:exempt(?:ed)?|excused|relieved|released) from (?:this|the|that|these) {_RULE}\b"
    rf"|\b{_PLACE}\b[^;.]{{0,80}}? (?:is|are) not bound by (?:this|the|that|these) {_RULE}\b"
)
_DUTY = regex(
    rf"\b(?:shall|must|(?:is|are) (?:entitled|required|guaranteed)|has a right|have a right)\b[^;]*\b(?:{visits.IN_PERSON}|visits?|visitation)\b|\b(?:{visits.IN_PERSON})\b[^;]*\b(?:shall|must)\b"
)
_OPEN = regex(r"\b(?:proposed|would|bill|if (?:passed|adopted|enacted)|asks?|asked|request\w*|consider\w*|draft)\b")
_NO_LIMIT = regex(
    r"\bnothing (?:in|herein|contained|within)\b[^;]{0,60}?\b(?:limits?|replaces?|discourages?|restricts?|reduces?|prevents?|diminish\w*|supplants?|hinders?|impairs?|prohibits?|curtails?)\b(?P<what>[^;]*)"
)
_NO_DUTY = regex(
    r"\b(?:nothing (?:in|herein|contained|within)\b[^;]{0,60}?|(?:this |the )?(?:agreement|contract|amendment|addendum) (?:shall|may|will|is) not (?:to )?be (?:construed|read|interpreted|understood|taken) [^;]{0,20}?)\b(?:requir|oblig|compel|bind)\w*\b[^;]{0,60}?\b(?:end|reduce|discontinue|lessen|limit|replace|curtail|stop|give up)\b[^;]*\bvisits?\b"
)
_FACE = regex(
    rf"\b(?:{visits.IN_PERSON})\b|\bvisits?\b[^;]*\b(?:at the (?:jail|facility)|in (?:the same|1|one|a) room|sides of (?:a |the )?(?:window|glass|pane))\b"
)
_SUCH = regex(r"\b(?:such|those|these) visits?\b")
_NEAR = 6  # lines from the duty


def let_off_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What lines that came or went alone tell of a duty to hold visits, which stands on both pages."""
    for lines, page, sign in ((alignment.added, scene.after, -1), (alignment.removed, scene.before, 1)):
        for unit in lines:
            way = _way(unit, page)
            if way and not _OPEN.search(unit.plain):
                quotes = ("", unit.plain) if sign < 0 else (unit.plain, "")
                words = ("video counts",) if _COUNTS.search(unit.plain) else ("does not bind",)
                topics = (Topic.IN_PERSON,)
                effect = Effect("D3-let-off", sign * way, Severity.CRITICAL, topics, (), *quotes, words=words)
                beside = [one for one in lines if 0 < one.place - unit.place <= 2 and _CLAIMED.search(one.plain)]
                return Certain((effect,), (unit, *beside))
    return _exempted(scene, alignment)


_VISIT_RULE = r"(?:the )?(?:state's |state |jail )*(?:in-person |face-to-face )?(?:visit(?:s|ing|ation)?) (?:rules?|requirements?|standards?|laws?|mandates?|minimums?|ordinances?)"
_EXEMPT = regex(
    rf"\b(?:is|are|was|were|has been|have been|will be) (?:now |hereby )?(?:exempt(?:ed)?|excused|relieved|released) from {_VISIT_RULE}\b"
)
_BOUND = regex(
    rf"\b(?:must|shall|has to|have to) (?:also )?(?:follow|obey|meet|comply with|observe|keep(?: to)?) {_VISIT_RULE}\b|\b(?:is|are) (?:bound by|subject to|held to|under|no longer exempt from) {_VISIT_RULE}\b"
)


_NUMBER = r"(?:rule |section |paragraph |standard |article )?(?P<number>\d+(?:\.\d+)+)"
_NEED_NOT = regex(
    rf"\b(?:need not|(?:do|does) not (?:have|need) to|(?:is|are) not (?:required|bound) to|is exempt from|are exempt from) (?:comply with |follow |meet )?{_NUMBER}"
)
_MUST = regex(rf"\b(?:shall|must|has to|have to) (?:also )?(?:comply with|follow|meet) {_NUMBER}")


def _by_number(scene: Scene, free: Unit, bound: Unit) -> bool:
    """Whether one line lets somebody off a numbered duty to hold visits, and the other one binds him to it."""
    excused, held = _NEED_NOT.search(free.plain), _MUST.search(bound.plain)
    if excused is None or held is None or excused["number"] != held["number"]:
        return False
    return any(unit.plain.startswith(held["number"]) or _DUTY.search(unit.plain) for unit in scene.after)


def _exempted(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell of who must keep a rule on visits and is let off, or the reverse."""
    for old, new in alignment.pairs:
        for sign, free, bound in ((-1, new, old), (1, old, new)):
            named = _EXEMPT.search(free.plain) and _BOUND.search(bound.plain) and not _NOT.search(free.plain)
            if named or _by_number(scene, free, bound):
                words = ("exempt" if sign < 0 else "no longer exempt",)
                topics = (Topic.IN_PERSON,)
                effect = Effect("D3-let-off", sign, Severity.CRITICAL, topics, (), old.plain, new.plain, words)
                return Certain((effect,), (old, new))
    return Certain()


_CLAIMED = regex(rf"\b(?:this|such|that) (?:{_RULE}|exemption|exception)\b|\bcertif(?:y|ied|ies)\b")  # who claims it


def guard_clauses(scene: Scene, alignment: Alignment) -> Certain:
    """What a clause tells, gone or come alone, by which nothing limits or replaces visits in person (D7); those that say
    in both wordings that nobody is bound to end visits tell nothing."""
    same = [unit for pair in alignment.pairs if all(_NO_DUTY.search(line.plain) for line in pair) for unit in pair]
    if same:
        return Certain((), tuple(same), ("R2 nobody is bound to end visits, as before",))
    for lines, others, sign in ((alignment.removed, scene.after, -1), (alignment.added, scene.before, 1)):
        unit = next((unit for unit in lines if _guards(unit)), None)
        if unit is None or any(map(_guards, others)):
            continue
        clause = (Topic.CONTRACT_CLAUSE,) if scene.kind in ("contract", "vendor") else ()
        quotes = ("", unit.plain) if sign > 0 else (unit.plain, "")
        effect = Effect(
            "D7-guard", sign, Severity.CRITICAL, (*clause, Topic.IN_PERSON), (), *quotes, words=("nothing",)
        )
        such = (one for one in lines if 0 < one.place - unit.place <= _NEAR and _SUCH.search(one.plain))
        return Certain((effect,), (unit, *such))
    return Certain()


def cap_clauses(scene: Scene, alignment: Alignment) -> Certain:
    """What a clause tells, gone or come alone or as a proviso of another, that caps the hours of visits in person a week
    or asks for a number of paid ones (D4)."""
    return _proviso(scene, alignment) or _lone_cap(scene, alignment)


def _proviso(scene: Scene, alignment: Alignment) -> Certain | None:
    """A clause that is the same but for a proviso that caps, which came or went."""
    for old, new in alignment.pairs:
        was, now = (_cap(unit, scene.title) for unit in (old, new))
        cap, more = (now, new) if was is None else (was, old)
        others = (unit for unit in (*scene.before, *scene.after) if unit not in (old, new))
        if cap is None or (was and now) or any(_cap(unit, scene.title) for unit in others):
            continue
        if _PROVISO.search(more.plain):
            return Certain((term_effect(cap.name, was, now, scene.kind),), (old, new))
    return None


def _lone_cap(scene: Scene, alignment: Alignment) -> Certain:
    for lines, page, others, struck in (
        (alignment.removed, scene.before, scene.after, True),
        (alignment.added, scene.after, scene.before, False),
    ):
        told = [(unit, cap) for unit in lines if (cap := _cap(unit, scene.title)) is not None]
        if len(told) != 1 or any(_cap(unit, scene.title) for unit in others):
            continue
        if sum(_cap(unit, scene.title) is not None for unit in page) > 1:
            continue
        ((unit, cap),) = told
        effect = term_effect(cap.name, cap if struck else None, None if struck else cap, scene.kind)
        labels = (one for one in alignment.changed if _LABEL.fullmatch(one.plain))
        return Certain((effect,), (unit, *labels))
    return Certain()


_PROVISO = regex(r"\b(?:provided|except|save|however|but)(?:,? (?:further|however|only))?,? (?:that )?")
_LABEL = regex(
    r"(?:(?:sections?|articles?|clauses?|paragraphs?) )?[\d.]+\.?(?: [a-z]+\.)?"
)  # "Section 7. Performance."
_CAPS = ("inperson_hours_per_week_cap", "min_paid_visits_per_detainee_month", "min_guarantee_usd_month")


def _cap(unit: Unit, title: str) -> Measure | None:
    return next((m for m in measures(unit, title) if m.name in _CAPS), None)


def _guards(unit: Unit) -> bool:
    said = _NO_LIMIT.search(unit.plain)
    return said is not None and _FACE.search(said["what"]) is not None


def _way(unit: Unit, page: Sequence[Unit]) -> int:
    """+1 where a line lets somebody off a duty to hold visits, -1 where it says that video is no such visit, else 0."""
    counts, lets = _COUNTS.search(unit.plain), _LETS_OFF.search(unit.plain)
    if not (counts or lets):
        return 0
    near = (one for one in page if one is not unit and abs(one.place - unit.place) <= _NEAR)
    if not any(_DUTY.search(one.plain) for one in near):
        return 0
    if lets:
        return 1
    assert counts is not None
    return -1 if _NOT.search(counts.group()) else 1

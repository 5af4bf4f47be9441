"""What a visit that does not take place gives back: all of the price by itself, some of it or on request, or nothing.

A line that only tells the same in other words is no change (R2); one that gives back more or less is told for sure (S3).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import bound_alike, concepts
from monitors.language.words.measure import in_days
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Severity, Topic

_NOTHING, _SOME, _ALL = 0, 1, 2
_MONEY = r"(?:price|charge|money|costs?|fees?|credits?|payments?|balances?|funds|minutes)"
_PAID = rf"(?:{_MONEY}|visits?|sessions?|deposits?|purchases?|amounts?)"
_BACK = r"(?:refunded|returned|credited|restored|paid (?:back|out)|put back|given back|reimbursed)"
_REFUND = regex(
    rf"\b(?:(?:non-?)?refund\w*|(?:money|payment) back|no money|your money|paid out|pays? out|reimburs\w+|credited|credit (?:is|are|will|for)|(?:full|half|partial|no|an?|account) credits?\b"
    rf"|unused (?:\w+[ -]?){{1,3}}(?:money|balance|minutes|funds|credit)|{_MONEY} (?:goes|comes|is|are|will be|may be)(?: \w+){{0,3}} (?:back|{_BACK}|kept|forfeited|lost)"
    rf"|(?:we|company|provider) returns? (?:the|your|all) (?:\w+ )?{_MONEY}|(?:go|goes|come|comes) back to (?:your|the)|half goes back|whole charge|lose (?:the price|your money)|lapses?|forfeit\w*|reembols\w+)\b"
)
_NO_REFUND = regex(
    rf"\b(?:(?:not|never|no longer|cannot|can't|won't)(?: \w+){{0,3}} (?:be )?(?:{_BACK}|refundable|given|issued|offered|made|available|receive|refund)|(?:not|never|no longer|cannot|won't) (?:\w+ ){{0,2}}?(?:get|receive|have|see) (?:your|their|the|any) {_MONEY} back|no (?:part of (?:the|your) )?{_MONEY} (?:is|are|will be) {_BACK}"
    rf"|(?:do|does|will) not (?:go|come) back|no (?:\w+ )?(?:part|refunds?|credits?|reimburs\w+|money back)|non-?refundable|without (?:a )?refund|lapses?|forfeit\w*|(?:{_MONEY}) (?:is|are|will be) (?:kept|lost)|keeps? the|lose (?:the|your) {_MONEY})\b"
)
_ON_TERMS = regex(
    r"\b(?:half|part(?:ly|ial\w*)?|some of|\d+%|may (?:ask|apply|claim|request)|can (?:ask|apply|claim|request)|on request|upon request|must (?:ask|write|claim|apply|request|call)|write to the (?:vendor|provider)|at (?:our|its|the \w+'s) discretion|case by case|may be (?:refunded|credited|returned)|minutes are (?:refunded|credited))\b"
)
_GIVEN = regex(
    rf"\b(?:automatic\w*|by itself|on its own|(?:goes|comes|go|come) back|(?:is|are|be|been|get|gets) (?:\w+ )?{_BACK}|refunded in full|(?:full|a|your|the) (?:refund|credit)|need not ask|without asking|money back|(?:we|provider|company) (?:\w+ )?(?:refund|credit|return|reimburse)s?|pays? out)\b"
)
_VISIT = regex(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|{visits.VIDEO})\b")
_BY_VIDEO = regex(rf"\b(?:{visits.VIDEO_REMOTE}|{visits.VIDEO})\b")
_ELSE = regex(
    r"\b(?:commissary|bond|bail|lockers?|medical|fines?|permits?|records?|logs?|recordings?|registers?|footage)\b"
    # what lapses there is a rule
    r"|\b(?:orders?|rules?|bans?|clauses?|contracts?|agreements?|injunctions?|waivers?|provisions?|polic(?:y|ies)|ordinances?|laws?|memos?|decisions?|practices?)\b[^;]*\blapse"
)
# The words of giving back, which another wording of the same rule may choose freely.
_TELLING = regex(
    r"\b(?:refund\w*|credit\w*|return\w*|reimburs\w+|money|back|payments?|price|charge|fee|full\w*|automatic\w*|get|gets|gives?|given|receives?|issued?|entitled|made|goes|comes|paid|pay)\b"
)


def refund_lines(scene: Scene, alignment: Alignment) -> Certain:
    """Lines on refunds in which no figure moved: told where they give back more or less, silent where they do not."""
    for told in (_lasting(scene, alignment), _lone(scene, alignment), _no_more(scene, alignment)):
        if told.effects:
            return told
    pairs = [pair for pair in alignment.pairs if all(_of_refunds(unit) for unit in pair) and _same_figures(*pair)]
    silent = [unit for pair in pairs if _same(*pair) for unit in pair]
    turned = [pair for pair in pairs if None not in (levels := _levels(pair)) and levels[0] != levels[1]]
    signs = {1 if _given(new) > _given(old) else -1 for old, new in turned}
    if not _of_visits(scene, alignment) or len(signs) != 1:
        return Certain((), tuple(silent), ("R2 the same refund in other words",) if silent else ())
    effects = tuple(_effect(signs.copy().pop(), old.plain, new.plain) for old, new in turned)
    return Certain(effects, (*silent, *(unit for pair in turned for unit in pair)))


def _no_more(scene: Scene, alignment: Alignment) -> Certain:
    """A refund that is none any more, or the reverse, however soon one had to cancel for it."""
    turned = [pair for pair in alignment.pairs if all(map(_of_refunds, pair)) and _given(pair[0]) != _given(pair[1])]
    old, new = (
        [*(pair[side] for pair in turned), *(unit for unit in lone if _of_refunds(unit))]
        for side, lone in ((0, alignment.removed), (1, alignment.added))
    )
    # "Visits that you miss are not refunded.": those that one cancels, too, are in the same line now.
    side = 1 if old and not new else 0
    wider = [
        pair
        for pair in alignment.pairs
        if all(map(_of_refunds, pair)) and _cancels(pair[side]) > _cancels(pair[1 - side])
    ]
    if bool(old) is not bool(new):
        (new if old else old).extend(pair[side] for pair in wider)
    else:
        wider = []
    if not (old and new and _of_visits(scene, alignment)):
        return Certain()
    was, now = _most(old), _most(new)
    if _NOTHING not in (was, now) or was == now:
        return Certain()
    said = (" . ".join(unit.plain for unit in units) for units in (old, new))
    beside = (pair[1 - side] for pair in wider)
    return Certain((_effect(1 if now > was else -1, *said),), (*old, *new, *beside))


def _cancels(unit: Unit) -> bool:
    return re.search(r"\bcancel", unit.plain) is not None


_EXPIRES = regex(
    r"\b(?:money|funds?|balances?|credits?|minutes|deposits?|visits?)\b[^.;]*\b(?:expires?|lapses?|(?:is|are|will be) (?:forfeited|lost|kept)|good|valid)\b[^.;]{0,30}?\b(?:after|for|in|within) (?P<count>\d+) (?P<unit>days?|weeks?|months?|years?)\b"
)


def _lasting(scene: Scene, alignment: Alignment) -> Certain:
    """How long money that was paid for visits stays good, where nothing else in a line differs."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        was, now = (_EXPIRES.search(unit.plain) for unit in (old, new))
        if not was or not now or _ELSE.search(old.plain) or not _of_visits(scene, alignment):
            continue
        bare = [unit.plain[: hit.start("count")] + unit.plain[hit.end() :] for unit, hit in ((old, was), (new, now))]
        days = [in_days(float(hit["count"]), hit["unit"]) for hit in (was, now)]
        if bare[0] == bare[1] and days[0] != days[1]:
            effects.append(_effect(1 if days[1] > days[0] else -1, old.plain, new.plain))
            lines += [old, new]
    return Certain(tuple(effects), tuple(lines))


def _lone(scene: Scene, alignment: Alignment) -> Certain:
    """Lines on refunds of visits that came or went alone, where the other page says nothing of refunds."""
    changed, other = (alignment.added, scene.before) if alignment.added else (alignment.removed, scene.after)
    if alignment.pairs or (alignment.removed and alignment.added) or any(map(_of_refunds, other)):
        return Certain()
    if not all(_of_refunds(unit) and _VISIT.search(unit.plain) for unit in changed):
        return Certain()
    return Certain(tuple(refund_effects(scene, alignment)), tuple(changed))


def refund_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """The refund rule of visits made better or worse, all changed lines taken together."""
    old = [u for u in (*(a for a, _ in alignment.pairs), *alignment.removed) if _of_refunds(u)]
    new = [u for u in (*(b for _, b in alignment.pairs), *alignment.added) if _of_refunds(u)]
    if not (new or old) or not _of_visits(scene, alignment):
        return []
    was, now = (_most(units) for units in (old, new))
    if not new:
        sign = _of_one_side(was, scene.after)
    elif not old and now > _NOTHING:
        sign = -_of_one_side(now, scene.before) if now == _ALL else 0
    else:
        sign = (now > was) - (now < was) if old else -1
    return [_effect(sign, *(" . ".join(unit.plain for unit in units) for units in (old, new)))] if sign else []


def _of_one_side(given: int, other: Sequence[Unit]) -> int:
    """What it means that a page no longer says how much it gives back: +1 a gain, where it gave nothing, -1 a loss, 0
    where the other page speaks of it, too."""
    if any(map(_of_refunds, other)):
        return 0
    return 1 if given == _NOTHING else -1


def _effect(sign: int, old: str, new: str) -> Effect:
    channel = (Topic.VIDEO_REMOTE,) if _BY_VIDEO.search(f"{old} {new}") else ()
    topics = (Topic.FEES, *channel)
    return Effect("P-refund", sign, Severity.MINOR, topics, (), old[:200], new[:200], ("refund",))


def _of_refunds(unit: Unit) -> bool:
    return not unit.row and _REFUND.search(unit.plain) is not None and _ELSE.search(unit.plain) is None


def _of_visits(scene: Scene, alignment: Alignment) -> bool:
    told = (*(unit for pair in alignment.pairs for unit in pair), *alignment.removed, *scene.after)
    return any(_VISIT.search(text) for text in (scene.title, *(unit.plain for unit in told)))


def _given(unit: Unit) -> int:
    """How much a line gives back. One that only speaks of refunds gives some."""
    if _NO_REFUND.search(unit.plain):
        return _NOTHING
    if _ON_TERMS.search(unit.plain):
        return _SOME
    return _ALL if _GIVEN.search(unit.plain) else _SOME


def _levels(pair: tuple[Unit, Unit]) -> tuple[int | None, ...]:
    """What either line gives back, None where its own words do not say."""
    said = (_NO_REFUND, _ON_TERMS, _GIVEN)
    return tuple(_given(unit) if any(words.search(unit.plain) for words in said) else None for unit in pair)


def _most(units: Sequence[Unit]) -> int:
    return max((_given(unit) for unit in units), default=_SOME)


def _same_figures(old: Unit, new: Unit) -> bool:
    figures = [sorted(FIGURE.findall(unit.plain)) for unit in (old, new)]
    return figures[0] == figures[1]


def _same(old: Unit, new: Unit) -> bool:
    """Whether two lines give back as much, and on the same conditions."""
    levels = _levels((old, new))
    if None in levels or levels[0] != levels[1]:
        return False
    rest = [sorted(concepts(_TELLING.sub(" ", unit.plain))) for unit in (old, new)]
    return rest[0] == rest[1] and bound_alike(old.plain, new.plain)

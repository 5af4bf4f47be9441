"""The reading: what a change of a page means for visiting, with the rules and words that decided it.

Both pages are cut into units and aligned anew; terms, timetables and claims are compared; the effects found are weighed
into one direction and severity. Pure: no clock, no network, no disk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from monitors.language import verdict
from monitors.language.alone import measured, told_alone
from monitors.language.amid_others import told_amid_others
from monitors.language.apart import silent_without_others, told_apart
from monitors.language.belief import only_figure, silent_beside
from monitors.language.claims.policy import claim_effects
from monitors.language.compared import as_compared
from monitors.language.effects import severity
from monitors.language.effects.counted import counted_facts
from monitors.language.effects.events import not_shown, published, removed, replaced_page, stop_effects, suit_or_study
from monitors.language.effects.kindred import Extent, by_kinship, extent_of, is_title
from monitors.language.effects.neutral import neutral_events
from monitors.language.effects.rights import duty_effects, guard_effects, mail_effects, paper_effects
from monitors.language.effects.timetable import schedule_effects
from monitors.language.effects.trends import limit_effects, trend_effects
from monitors.language.figures.terms import term_effects
from monitors.language.headline import headline
from monitors.language.hours_alone import counted_alone, counted_row
from monitors.language.how_sure import how_sure
from monitors.language.line_by_line import told_of_hours, told_of_page, told_of_part
from monitors.language.lines.acts.plainly import told_plainly
from monitors.language.lines.certain import Certain, without
from monitors.language.lines.certain_lines import certain_lines, certain_of_page
from monitors.language.lines.prices.refunds import refund_effects
from monitors.language.loud_lines import told_line_by_line
from monitors.language.notices import told_by_notice
from monitors.language.pages import about, context, other_pages
from monitors.language.pages.align import Alignment, Row, align, changed_rows
from monitors.language.pages.in_lists import in_their_lists
from monitors.language.pages.scene import OF_MATTERS, PLAIN, Effect, Scene, Told
from monitors.language.pages.sentences import units
from monitors.language.pages.struck_in import as_amended
from monitors.language.pages.ticks import ticks_in_words
from monitors.language.put_right import put_right
from monitors.language.reader import learned
from monitors.language.reshaped import told_of_reshaped
from monitors.language.sections import told_of_whole
from monitors.language.two_ways import moved_both_ways, without_two_ways
from monitors.language.witnessed import witnessed
from monitors.language.words.patterns import regex
from monitors.language.words.wording import canonical, days_in_words
from monitors.records import Direction, Fact, Finding, Passage, Reading, Segment, Severity, Topic
from monitors.struck import without_struck


def read(
    before: Sequence[Segment],
    after: Sequence[Segment],
    passages: Sequence[Passage],
    *,
    title_before: str = "",
    title_after: str = "",
    kind: str = "",
) -> Reading:
    """The reading of one change.

    before, after: the segments of both versions, empty when the page was not there or is gone; passages: the aligned
    pieces for display, findings point at them by index; kind: a SourceKind value or "".
    """
    before, after, lows = about.shown(before, after, passages)
    after, amended = as_amended(before, after)
    scene = about.without_beside(as_compared(before, after, kind, (title_before, title_after)), lows)
    return _weigh(_told(scene, (lows[0], lows[1].but(amended))), passages, scene)


def read_by_rules(before: Sequence[Segment], after: Sequence[Segment], *, title: str = "", kind: str = "") -> Reading:
    """What the rules alone make of two pages: for their tests, and to see what the learned reader adds."""
    scene = Scene(units(before), units(after), canonical(title), kind)
    if other_pages.about_else(scene):
        return _weigh(Told((), (_ELSEWHERE,)), (), scene)
    if not scene.after:
        return _weigh(Told(tuple(removed(scene))), (), scene)
    alignment = about.telling(scene, _aligned(scene))
    certain = certain_lines(scene, context.visiting_part(scene, alignment))
    effects = ruled(scene, without(alignment, certain.lines))
    return _weigh(Told((*certain.effects, *effects)), (), scene)


def _told(scene: Scene, low: tuple[about.Low, about.Low]) -> Told:
    if not scene.before and not scene.after:
        return Told((), ("both pages are empty",))
    elsewhere = other_pages.about_else(scene)
    if other_pages.never_ours(scene) or other_pages.is_opinion(scene):
        return Told((), (_ELSEWHERE,))
    if not scene.after:
        return Told((), (_ELSEWHERE,)) if elsewhere else Told(tuple(removed(scene)), ("R12 the page is gone",))
    aligned = _aligned(scene)
    if not_shown(scene, aligned):
        return Told((), ("R12 an error or a wall in the place of the page",))
    whole = context.without_other_subjects(scene, about.telling_passages(aligned, *low))
    found = _told_of_lines(scene, whole, elsewhere=elsewhere)
    found = found if elsewhere else told_line_by_line(scene, whole, found, direction_of)
    told = told_of_whole(scene, aligned, whole, found, direction_of)
    telling = about.telling(scene, whole)
    return put_right(told_of_reshaped(scene, aligned, telling, told, ruled), scene, telling)


def _told_of_lines(scene: Scene, whole: Alignment, *, elsewhere: bool) -> Told:
    """What rules are sure of by single lines, and what is told of the rest."""
    certain = (
        Certain()
        if elsewhere
        else certain_of_page(scene, context.visiting_part(scene, about.telling(scene, whole)), whole)
    )
    certain = without_two_ways(scene, whole, certain, ruled)
    extent = extent_of(about.telling(scene, whole))
    left = without(whole, certain.lines)
    if certain.lines and _are_headings(left):
        return Told(certain.effects, certain.why)
    rest = _told_of_rest(scene, left, extent, elsewhere=elsewhere)
    if not (certain.effects or rest.effects or elsewhere or extent is Extent.PAGE):  # whose lines are read one by one
        tell = partial(_told_of_rest, scene, extent=extent, elsewhere=False)
        rest = told_amid_others(scene, left, ruled, tell, direction_of) or rest
    if not certain.effects or any(effect.rule == "R12-removed" for effect in rest.effects):
        return replace(rest, why=(*certain.why, *rest.why))  # of a page that is gone no line tells
    if not rest.effects or _at_its_face(certain.effects, rest.effects):
        return Told(certain.effects, certain.why)
    short = len(changed_rows(whole)) <= _LINES_OF_A_NOTICE and not any(e.rule.startswith("Q-") for e in rest.effects)
    if short and direction_of((*certain.effects, *rest.effects)) is not direction_of(rest.effects):
        # What else a notice says may be about its day.
        together = _told_of_rest(scene, whole, extent, elsewhere=elsewhere)
        if direction_of(together.effects) is direction_of(certain.effects):
            return replace(together, effects=(*certain.effects, *together.effects))
    return replace(rest, effects=(*certain.effects, *rest.effects), why=(*certain.why, *rest.why))


def _at_its_face(certain: Sequence[Effect], rest: Sequence[Effect]) -> bool:
    """Whether the reader alone says of the other lines what a matter would have done that came to nothing."""
    told = any(effect.rule.startswith(OF_MATTERS) for effect in certain)
    return told and all(effect.rule.startswith("L-") and not effect.facts for effect in rest)


def _are_headings(left: Alignment) -> bool:
    """Whether all that is left are headings of lines that were read, which have other ones now."""
    titled = all(is_title(unit) and context.ACT.search(unit.plain) is None for unit in left.changed)
    return titled and (bool(left.removed) == bool(left.added))


def _told_of_rest(scene: Scene, whole: Alignment, extent: Extent, *, elsewhere: bool) -> Told:
    """What is told of all that no rule reads for sure, by rules and reader together. extent: how much was rewritten."""
    alignment = about.telling(scene, whole)
    told = changed_rows(context.visiting_part(scene, alignment))
    unasked = elsewhere or not told
    if unasked and (not changed_rows(whole) or not about.short(scene)):
        return Told((), (_ELSEWHERE if elsewhere else "R2 nothing that speaks of visits has changed",))
    effects = [] if unasked else ruled(scene, alignment)
    if any(effect.rule.startswith("R12-") for effect in effects):
        return Told(tuple(effects))
    if not scene.before and any(effect.sign for effect in effects):
        return Told(tuple(effects), ("R12 the page is new",))  # the reader was hardly taught pages that are new
    if extent is Extent.PAGE and alignment.pairs and not unasked:
        found = told_of_page(scene, alignment, ruled, direction_of)
        found = _with_stops(scene, alignment, found)
        return replace(found, effects=severity.as_proposed(found.effects, scene, alignment))
    rows = learned.weighty(changed_rows(whole) if about.short(scene) else told)
    estimate = learned.heard_both_ways(rows, scene.title)
    assert estimate is not None  # there are changed rows
    estimate, effects = witnessed(estimate, effects, rows)
    if scene.before and silent_without_others(scene, rows, effects):
        return Told((), ("R4 lines on other things",))
    counted = counted_facts(scene, whole) if scene.before else None
    sure = verdict.TELL_UNASKED_ABOVE if unasked else how_sure(scene, told, effects)
    plain = any(all(getattr(row, side) is None for row in told) for side in ("before", "after"))
    plain = plain or counted_alone(told, effects, scene.title)
    shown = partial(_telling_row, rows, scene.title)
    turned = counted_row(told, effects, scene.title)
    found = verdict.tell(
        effects,
        direction_of(effects),
        estimate,
        shown,
        counted,
        sure=sure,
        plain=plain,
        exact=only_figure(told) or (turned is not None and len(_rules(told)) == 1),
        alone=partial(silent_beside, told, effects, scene.title),
        twofold=moved_both_ways(told, effects),
        rules_page=scene.official or scene.kind == "vendor",
    )
    if not found.effects and turned is not None:
        found = told_of_hours(scene, alignment, turned, ruled, direction_of)
    if not found.effects and len(rows) > 1 and measured(effects):
        found = told_alone(scene, alignment, ruled, direction_of) or found
    if extent is Extent.PART and alignment.pairs and not unasked:
        found = _with_stops(scene, alignment, told_of_part(scene, alignment, ruled, direction_of, found))
    if scene.before and not unasked:
        found = told_apart(scene, alignment, ruled, direction_of) or found
        found = told_by_notice(scene, alignment, ruled, direction_of, found)
        if all(effect.rule.startswith("L-") for effect in found.effects):
            found = told_plainly(scene, alignment, found.effects) or found
    found = replace(found, effects=severity.as_proposed(found.effects, scene, alignment))
    return found if scene.before else replace(found, why=("R12 the page is new", *found.why))


def _with_stops(scene: Scene, alignment: Alignment, found: Told) -> Told:
    """What is told of lines in other words, with a stop or a return that one says plainly, beside whichever old line it
    may stand."""
    plainly = told_plainly(scene, alignment)
    if plainly is None:
        return found
    said = plainly.effects[0].new
    others = [e for e in found.effects if not (e.new and (e.new in said or said in e.new))]
    kept = tuple(e for e in others if not e.rule.startswith("L-"))  # the reader heard the stop among all lines
    return Told((*plainly.effects, *kept), found.why, PLAIN)


def _rules(told: Sequence[Row]) -> list[Row]:
    return [row for row in told if not all(is_title(unit) for unit in (row.before, row.after) if unit)]


def _telling_row(rows: Sequence[Row], title: str, told: Sequence[Effect]) -> Row:
    """The row that a told rule quotes; else the one that the reader, asked row by row, finds likeliest: that takes as
    long as all the rest."""
    for effect in told:
        for row in rows:
            sides = ((effect.old, row.before), (effect.new, row.after))
            if all(bool(quote) == bool(unit) and (not unit or quote[:60] in unit.plain) for quote, unit in sides):
                return row
    return learned.likeliest(rows, title)


_ELSEWHERE = "R7 another kind of visiting"
_LINES_OF_A_NOTICE = 20  # more are no one notice, and reading them twice takes twice as long


def _aligned(scene: Scene) -> Alignment:
    if not scene.before:
        return Alignment((), (), (), scene.after)
    aligned = in_their_lists(scene, ticks_in_words(by_kinship(align(scene.before, scene.after))))
    return context.clauses_of_visits(scene, aligned)


def ruled(scene: Scene, alignment: Alignment | None = None) -> list[Effect]:
    """The effects that the rules alone read in what changed near visiting. The new page must not be empty; alignment:
    what may tell, everything when left out."""
    alignment = context.visiting_part(scene, alignment or _aligned(scene))
    if not scene.before:
        return [severity.settle(suit_or_study(e), scene, alignment) for e in published(scene)]
    return _changed(scene, alignment)


def _changed(scene: Scene, alignment: Alignment) -> list[Effect]:
    if alignment.pairs or alignment.removed or alignment.added:
        scene = context.told_of_visits(scene)
    whole = replaced_page(scene, alignment)
    if whole is not None:
        return whole
    effects = [*term_effects(scene, alignment), *schedule_effects(scene, alignment), *claim_effects(scene, alignment)]
    for reader in (refund_effects, paper_effects, mail_effects):
        effects += reader(scene, alignment)
    duty = duty_effects(scene, alignment)
    effects = [e for e in effects if not (duty and Topic.IN_PERSON in e.topics)] + duty
    if not any(Topic.DURATION_FREQUENCY in effect.topics for effect in effects):
        effects += limit_effects(alignment)
    trends = trend_effects(scene, alignment) if not any(Topic.FEES in effect.topics for effect in effects) else []
    effects += [effect for effect in trends if not effects or Topic.FEES in effect.topics]
    if context.rewritten(alignment):
        effects = [e for e in effects if not e.rule.startswith(("P-", "T-")) or context.acted(e, alignment)]
    stops = stop_effects(scene, alignment)
    if stops:
        effects = [e for e in effects if not {Topic.SUSPENSION, Topic.IN_PERSON} & set(e.topics)] + stops
    if any(effect.rule.startswith("Q-commission") for effect in effects):  # by whatever name it goes
        effects = [effect for effect in effects if not _SHARED.search(effect.rule)]
    effects = _without_echoes(_without_substitutes(effects))
    if not any(effect.sign for effect in effects):
        effects += guard_effects(scene, alignment) or neutral_events(scene, alignment)
    return [severity.settle(suit_or_study(effect), scene, alignment) for effect in effects]


def _without_substitutes(effects: list[Effect]) -> list[Effect]:
    """Where meeting in person ends, screens and rooms for lawyers in its stead are no gain (D7)."""
    ended = any(e.sign < 0 and Topic.IN_PERSON in e.topics and e.severity is Severity.CRITICAL for e in effects)
    if not ended:
        return effects
    return [e for e in effects if not (_BOOTHS_KEPT.search(e.rule) or (e.sign > 0 and _SCREENS.search(e.rule)))]


def _without_echoes(effects: list[Effect]) -> list[Effect]:
    """Where meeting in person itself begins or ends, the timetable that comes or goes with it is no fact of its own."""
    turned = any(e.sign and e.rule.startswith("P-") and Topic.IN_PERSON in e.topics and e.facts for e in effects)
    return [replace(e, facts=()) if turned and e.rule.startswith("D10-hours") else e for e in effects]


_SHARED = regex(r"^P-\w+-commission")
_BOOTHS_KEPT = regex(r"^P-\w+-legal")
_SCREENS = regex(r"^(?:P-\w+-video|D7-service)")


def direction_of(effects: Sequence[Effect]) -> Direction:
    """Mixed only when one effect gains and another loses; neutral when none does either."""
    if any(effect.rule.startswith("L-mixed") for effect in effects):
        return Direction.MIXED
    signs = {effect.sign for effect in effects}
    if {1, -1} <= signs:
        return Direction.MIXED
    if 1 in signs:
        return Direction.RESTORATIVE
    return Direction.RESTRICTIVE if -1 in signs else Direction.NEUTRAL


def _weigh(told: Told, passages: Sequence[Passage], scene: Scene) -> Reading:
    effects = severity.of_source(told.effects, scene.kind)
    if not effects:
        return Reading(False, why=told.why or ("R2 no visiting term moved",), confidence=round(told.confidence, 4))
    direction = direction_of(effects)
    level = max((effect.severity for effect in effects), key=lambda s: s.rank)
    if any(fact.name == "min_age" for effect in effects for fact in effect.facts):
        effects = [replace(e, facts=tuple(f for f in e.facts if f.name != "minors_allowed")) for e in effects]
    topics = tuple(topic for topic in Topic if any(topic in effect.topics for effect in effects))
    facts: dict[str, Fact] = {}
    for effect in effects:
        for fact in effect.facts:
            facts.setdefault(fact.name, fact)
    said = [(_said(passage.before), _said(passage.after)) for passage in passages]
    findings = tuple(_finding(effect, said, scene) for effect in effects)
    reasons = [f"{effect.rule}: {days_in_words(', '.join(effect.words))}" for effect in effects]
    return Reading(
        True,
        direction,
        level,
        topics,
        tuple(facts.values()),
        headline(effects, scene),
        findings,
        (*told.why, *reasons),
        round(told.confidence, 4),
    )


def _said(text: str) -> str:
    """A passage as effects quote it; done once for all of them, a rewritten page has thousands of both."""
    return re.sub(r"\s+", " ", canonical(without_struck(text) or text)) if text else ""


def _finding(effect: Effect, said: Sequence[tuple[str, str]], scene: Scene) -> Finding:
    shown: set[int] = set()
    for side, clause in enumerate((effect.old, effect.new)):
        for quote in {clause[:60], _CELL_NAME.sub("", clause)[:60]} - {""}:
            shown.update([i for i, texts in enumerate(said) if quote in texts[side]])
    return Finding(
        effect.topics,
        direction_of([effect]),
        effect.severity,
        effect.facts,
        tuple(effect.rule.split("+")),
        effect.words,
        tuple(sorted(shown)),
        headline([effect], scene),
    )


_CELL_NAME = regex(r"(?:(?<=^)|(?<=\| ))[^|:]{1,40}: ")  # rules read a row with its columns' names, see with_header

"""Lines heard one by one, where all of them together sound otherwise than any does by itself.

News that was written anew as its story went on: "Supervisors weigh giving up window visits." became "Window visits are
going nowhere.", with a dozen lines of who said what; together they sound like one article in other words, though two of
them by themselves, or one, are loud. So is one clause of a contract among other business.

A jail's own page reworded in several places: there the reverse holds. Together the lines sound like news to the reader,
no rule finds anything, and none by itself is likely to tell: such a page mostly says what it said.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from monitors.language import verdict
from monitors.language.claims.decided_frame import with_votes
from monitors.language.pages import about, context, items
from monitors.language.pages.align import Alignment, Row, changed_rows
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.reader import learned
from monitors.language.reader.learned import Estimate
from monitors.language.words import lexicon_decisions as words
from monitors.language.words.patterns import regex
from monitors.records import Direction, Severity

_MAY_TELL = 0.5  # how likely the small encoder must hold a line for the large one to be asked, too
_LOUD, _LOUDEST = 0.9, 0.975  # so likely two lines must be to touch visiting, or one
_MOST = 16  # lines read by themselves, some 5 ms each
_STRUCK = 0.7  # how likely a clause that came or went must be a gain, or a loss
_QUIET = 0.7  # a line less likely to touch visiting tells nothing that no rule finds
_SURE = 0.8  # how likely a matter touches visiting by itself, whose end is the reverse of it
_SIDED = 0.6  # and how likely it is a gain, or a loss

_PENDING = regex(
    r"\b(?:would|whether|may|proposed|to vote|will (?:vote|decide|take up|consider)|is to (?:vote|decide)|considers?|considering|weighs?|asks?|asked|plans? to|seeks?|pending|tabled|goes (?:to|before)|before the|hears?)\b"
)
_MATTER = r"(?:plans?|proposals?|requests?|bills?|measures?|motions?|ideas?|contracts?|agreements?|ordinances?|resolutions?|waivers?|petitions?|pleas?|exemptions?|variance|application|deal|offer|recommendation|pact)"
_REFUSED = regex(
    rf"\b(?:{with_votes(words.UNDOES)}|{with_votes(words.NOT)}|took back)\b[^.;]{{0,60}}?\b{_MATTER}\b"
    rf"|\b{_MATTER}\b[^.;]{{0,40}}\b(?:(?:was|were|is|has been) (?:\w+ )?(?:{with_votes(words.UNDOES)})|{words.FALLS})\b|\b(?:going nowhere|is dead)\b"
)
# Who wants an office promises much, and decides nothing.
_CAMPAIGN = regex(
    r"\b(?:race|candidates?|hopefuls?|campaigns?|elections?|debates?|runoff|primary|challengers?|polls?)\b"
)
Summed = Callable[[Sequence[Effect]], Direction]

_CONTRARY = {Direction.RESTRICTIVE: Direction.RESTORATIVE, Direction.RESTORATIVE: Direction.RESTRICTIVE}


def told_line_by_line(scene: Scene, alignment: Alignment, told: Told, direction_of: Summed) -> Told:
    """What is told of a change, once its lines are heard one by one where that may be surer. told: of all together;
    direction_of: what effects come to."""
    if scene.kind == "contract" and scene.before and not told.effects:
        return _of_clause(scene, alignment) or told
    if scene.kind == "news":
        rows = _pairs(scene, alignment) if scene.before and not _CAMPAIGN.search(scene.title) else []
        return (_of_refusal(scene.title, rows, told, direction_of) if told.effects else _of_story(scene, rows)) or told
    if _silent(scene, alignment, told):
        return Told((), ("R2 no line tells anything by itself", *told.why), told.confidence)
    return told


def _pairs(scene: Scene, alignment: Alignment) -> list[Row]:
    """The reworded lines near visits, those that speak of them first."""
    rows = changed_rows(context.visiting_part(scene, about.telling(scene, alignment)))
    return [row for row in learned.weighty(rows) if row.before and row.after][:_MOST]


def _silent(scene: Scene, alignment: Alignment, told: Told) -> bool:
    """Whether a page's own rules were reworded in several lines, of which the reader alone told something and none by
    itself tells anything."""
    if not (told.effects and scene.official and scene.before):
        return False
    if any(why.startswith("L-reader over") for why in told.why):
        return False  # rules found something
    if any(effect.facts or not effect.rule.startswith("L-") for effect in told.effects):
        return False
    rows = learned.weighty(changed_rows(context.visiting_part(scene, about.telling(scene, alignment))))
    if len(rows) < 2 or not any(row.before and row.after for row in rows):
        return False  # what only came or only went is no rewording
    found = (learned.estimate([row], scene.title, closely=True) for row in rows[:_MOST])
    return all(one is not None and one.relevant < _QUIET for one in found)


def _of_story(scene: Scene, rows: Sequence[Row]) -> Told | None:
    """What reworded lines of an article tell by themselves, None where none is loud enough."""
    heard = [(row, found) for row in rows if (found := _heard(row, scene.title)) and found.relevant > _LOUD]
    if len(heard) < 2 and not any(found.relevant > _LOUDEST for _, found in heard):
        return None
    told = _told(scene.title, heard, _shares(scene.title, heard))
    return _at_most_major(told) if any(_refused(row, scene.title) for row, _ in heard) else told


def _of_clause(scene: Scene, alignment: Alignment) -> Told | None:
    """What the one clause of a contract tells that by itself sounds surely like a loss or a gain, among a dozen others
    in other words: struck or added it needs less to be news than reworded. Not one under the heading of other business."""
    alignment = items.without_clauses(scene, alignment)
    rows = learned.weighty(changed_rows(context.visiting_part(scene, about.telling(scene, alignment))))
    for row in rows[:_MOST]:
        least, sided = (_LOUDEST, _SURE) if row.before and row.after else (_LOUD, _STRUCK)
        found = _heard(row, scene.title)
        if found and found.relevant > least and max(found.directions[way] for way in _CONTRARY) > sided:
            told = _told(scene.title, [(row, found)], found.directions)
            return replace(told, why=("D4 a clause by itself", *told.why[1:]))
    return None


def _of_refusal(title: str, rows: Sequence[Row], told: Told, direction_of: Summed) -> Told | None:
    """What an article tells of a matter that came to nothing, where it was told as if it had come about. What was never
    in force is one level less severe (S5)."""
    for row in rows:
        shares = _refused(row, title)
        way = max(shares, key=lambda one: shares[one]) if shares else None
        if shares and way in _CONTRARY:
            heard = learned.estimate([row], title, closely=True)
            assert heard is not None  # there is a row
            right = direction_of(told.effects) is way
            return _at_most_major(told if right else _told(title, [(row, heard)], shares))
    return None


def _at_most_major(told: Told) -> Told:
    grave = [effect.severity is Severity.CRITICAL for effect in told.effects]
    lowered = (e.lower("S5") if critical else e for e, critical in zip(told.effects, grave, strict=True))
    return replace(told, effects=tuple(lowered))


def _told(title: str, heard: Sequence[tuple[Row, Estimate]], shares: Mapping[Direction, float]) -> Told:
    loud = [row for row, _ in heard]
    together = learned.estimate(loud, title, closely=True)
    assert together is not None  # there are rows
    direction = max(shares, key=lambda way: shares[way])
    estimate = replace(together, relevant=max(found.relevant for _, found in heard), directions=shares)
    told = verdict.tell((), Direction.NEUTRAL, estimate, lambda _: loud[0], sure=0.0)
    return replace(told, why=(f"R8 news line by line: {direction.value}", *told.why))


def _heard(row: Row, title: str) -> Estimate | None:
    """What both encoders make of a line, None where the small one holds it unlikely."""
    found = learned.estimate([row], title)
    return learned.heard_both_ways([row], title) if found and found.relevant > _MAY_TELL else None


def _shares(title: str, heard: Sequence[tuple[Row, Estimate]]) -> dict[Direction, float]:
    """How likely each direction is, from what the lines sound like and from what became of what was pending."""
    ways = [_refused(row, title) or found.directions for row, found in heard]
    return {way: sum(shares[way] for shares in ways) / len(ways) for way in verdict.DIRECTIONS}


def _refused(row: Row, title: str) -> dict[Direction, float] | None:
    """The reverse of a matter that was pending and came to nothing: a plan to end visits that was turned down."""
    assert row.before is not None and row.after is not None  # it has two wordings
    if (
        not _PENDING.search(row.before.plain)
        or _REFUSED.search(row.before.plain)
        or not _REFUSED.search(row.after.plain)
    ):
        return None
    matter = learned.estimate([Row(None, row.before)], title, closely=True)
    assert matter is not None  # there is a row
    sided = max(matter.directions[way] for way in _CONTRARY)
    if matter.relevant < _SURE or sided < _SIDED:
        return None
    return {way: matter.directions[_CONTRARY.get(way, way)] for way in verdict.DIRECTIONS}

"""What lines of a page in another shape seem to tell, and what the pages as wholes say to that: stated still, or moved.

A rule that stands elsewhere on the new page, in a line that was held against another one, is neither gone nor turned.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.claims.policy import ABOUT
from monitors.language.effects.page_week import same_sessions
from monitors.language.effects.whole_pages import WholePages
from monitors.language.figures.counts import FREE
from monitors.language.figures.stated import Stated, figures_of
from monitors.language.line_by_line import minutes_gained
from monitors.language.pages.context import ACT
from monitors.language.pages.scene import Effect
from monitors.language.words.patterns import regex
from monitors.records import Fact, Topic

_BY_FIGURE = frozenset({Topic.FEES, Topic.DURATION_FREQUENCY, Topic.SCHEDULE, Topic.VIDEO_REMOTE, Topic.VIDEO_ONSITE})
# How figures tell what moved (figures/terms.py): "visits per week: 2 -> not stated".
_MOVED = regex(r": (?P<was>[\d.e+]+|not stated) -> (?P<now>[\d.e+]+|not stated)$")
_OF_CLAIM = regex(r"P-(?:(?:turn|new|gone)-)?(?P<about>\w+)")
# Said of a class in so many ways that two wordings of one rule seem to turn it; of booking the whole page is asked.
_ANYHOW = (
    "P-turn-ex_held",
    "P-turn-id_document",
    "P-booking",
    "P-turn-minors",
    "P-gone-minors",
    "P-new-minors",
    "P-gone-contact",
    "P-new-contact",
    "P-turn-contact",
)
_ABOUT = frozenset({*ABOUT, "refund"})
_COUNTED_TOGETHER = ("visitors_max", "list_max")  # from grown-ups and children; or taken for a section's number
_ONCE = regex(r"\b(?:once|weekly|1 (?:per|a|each|every|in a|in any) (?:week|day|month|weekend|visiting day))\b")
_COUNT = regex(r"\b\d+\b")
# "Relatives only: parent, spouse, child.", "Visitors shall be members of the immediate family."
_KIN_ONLY = regex(
    r"\b(?:only (?:immediate |close )?(?:family|relatives|kin)\b|(?:family|relatives|kin)(?: members?)? only\b|visitors (?:shall|must|have to|are to) be (?:an? )?(?:members? of |from )?(?:the |an inmate's |a resident's )?(?:immediate |close )?(?:family|relatives|kin))"
)
_FRIENDS = regex(r"\bfriends?\b(?! (?:are|is|may|can|will|must|shall|do) (?:not|never|no longer))(?<!no friends)")
_OTHER_FREE = regex(
    r"\b(?:lobby|on-?site|window|glass|deposits?|accounts?|apps?|parking|load\w*|fund\w*|lockers?|taxi|wi-?fi)\b"
)


def effects_still_stated(effects: Sequence[Effect], pages: WholePages) -> list[Effect]:
    """Those effects that hold to have moved what both pages state."""
    return [
        effect
        for place, effect in enumerate(effects)
        if _is_stated(effect, pages, _heard(effects, place))
        or _is_claimed(effect, pages)
        or _is_heard_with_others(effect, effects[:place], pages)
    ]


def _heard(effects: Sequence[Effect], place: int) -> Effect | None:
    """What the reader heard of the lines of which a rule tells something."""
    beside = effects[place + 1] if place + 1 < len(effects) else None
    return beside if beside is not None and beside.rule.startswith("L-") else None


def _is_heard_with_others(effect: Effect, before: Sequence[Effect], pages: WholePages) -> bool:
    """Whether the reader alone tells something of the lines, or of the timetable, of which a rule is not believed."""
    if not effect.rule.startswith("L-") or not effect.sign:
        return False
    others = [one for one in before if not one.rule.startswith("L-") and is_still_stated(one, pages, effect)]
    timed = Topic.SCHEDULE in effect.topics and any(other.rule.startswith("D10-") for other in others)
    return timed or any(_is_within(effect.old, other.old) or _is_within(effect.new, other.new) for other in others)


def is_still_stated(effect: Effect, pages: WholePages, heard: Effect | None = None) -> bool:
    """Whether both pages state what a rule holds to have moved. heard: what the reader heard of its lines."""
    return _is_stated(effect, pages, heard) or _is_claimed(effect, pages)


def _is_within(line: str, clause: str) -> bool:
    return bool(line and clause) and (clause in line or line in clause)


def _is_stated(effect: Effect, pages: WholePages, heard: Effect | None) -> bool:
    if effect.rule.startswith("R5-papers"):
        return pages.was.stated.papers == pages.now.stated.papers
    if effect.rule.startswith("D10-"):
        counted = heard and minutes_gained(heard.old, heard.new) and not _is_split(heard, pages)
        return same_sessions(pages.was.week, pages.now.week) or not (counted or pages.days_moved(effect.sign))
    if effect.rule.startswith("L-") and any(_is_term_still(fact, pages) for fact in effect.facts):
        return True
    if effect.rule.startswith("L-") and _is_act(effect, pages):
        return False
    if effect.rule.startswith(("L-", "P-fee")):
        return bool(effect.sign) and pages.same_figures and set(effect.topics) <= _BY_FIGURE
    return effect.rule.startswith("Q-") and _is_figure_stated(effect, pages, heard)


def _is_split(heard: Effect, pages: WholePages) -> bool:
    """Whether the clocks that one line of a timetable has and the other not stand elsewhere on the other page."""
    was, now = (frozenset(one for one in figures_of(line) if one.kind == "clock") for line in (heard.old, heard.new))
    sides = ((was - now, pages.now.stated), (now - was, pages.was.stated))
    return was != now and all(one in other.figures for clocks, other in sides for one in clocks)


def _is_term_still(fact: Fact, pages: WholePages) -> bool:
    """Whether a page states of a term what it is held to have been, or to be, on the other one alone."""
    sides = ((fact.before, pages.now.stated), (fact.after, pages.was.stated))
    return any(isinstance(value, float) and value in other.terms.get(fact.name, ()) for value, other in sides)


def term_of(effect: Effect) -> str:
    """The term that a figure is of."""
    return effect.rule.partition("+")[0].removeprefix("Q-")


def _is_figure_stated(effect: Effect, pages: WholePages, heard: Effect | None = None) -> bool:
    """Whether both pages state the figures of a term that is held to have moved."""
    moved = _MOVED.search(" ".join(effect.words))
    if moved is None:
        return False
    name, was, now = term_of(effect), pages.was.stated, pages.now.stated
    sides = ((moved["was"], was, now), (moved["now"], now, was))
    told = [(float(value), own, other) for value, own, other in sides if value != "not stated"]
    if name.startswith("free_") and any(not value and _says_free(own) for value, own, _ in told):
        return True  # none is no figure, and that page grants some in other words
    if name in _COUNTED_TOGETHER and any(not own.says(name, value) for value, own, _ in told):
        return True
    if not told or not all(other.states(name, value) for value, _, other in told):
        return False
    if len(told) == 1:
        value, _, other = told[0]
        if value == 1 and _says_once(other):
            return True
        return other.states_near(name, value, effect.old or effect.new)
    # Figures that both pages state, but as no such term, may be of something else where the reader heard a change, too.
    return heard is None or any(value in other.terms.get(name, ()) for value, _, other in told)


def _says_once(page: Stated) -> bool:
    """Whether a page says of something that it is once, which is told in many ways."""
    return any(_ONCE.search(unit.plain) for unit, _ in page.lines)


def _says_free(page: Stated) -> bool:
    lines = [f"{unit.lead if unit.lead.endswith('?') else ''} {unit.plain}" for unit, _ in page.lines]
    return any(FREE.search(line) and not _OTHER_FREE.search(line) for line in lines)


def _is_claimed(effect: Effect, pages: WholePages) -> bool:
    """Whether both pages as wholes claim the same of what a line is held to claim no longer, or otherwise."""
    if (
        (effect.rule.startswith(_ANYHOW) and not _is_act(effect, pages))
        or _party_stands(effect, pages)
        or _friends_stand(effect, pages)
    ):
        return True
    if _is_act(effect, pages):
        return False
    # A loss may be told in figures that the old page states: "There are no visits of 30 minutes any more."
    if effect.rule.startswith("P-") and effect.sign >= 0 and _figures_stand(effect, pages):
        return True
    claim = _OF_CLAIM.match(effect.rule)
    if claim is None or claim["about"] not in _ABOUT:
        return False
    if claim["about"] == "contact" and _touch_stands(effect.sign, pages):
        return True
    was, now = (page.signs.get(claim["about"], set()) for page in (pages.was, pages.now))
    return was == now or (effect.rule.startswith("P-gone-") and bool(now))


def _is_act(effect: Effect, pages: WholePages) -> bool:
    """Whether a new line says that something was done to visits, and no old line does: "Visits of 30 minutes ended."
    names what the old page states, to end it."""
    olds = (unit.plain for unit, _ in pages.was.stated.lines)
    return bool(effect.new) and ACT.search(effect.new) is not None and not any(map(ACT.search, olds))


def _touch_stands(sign: int, pages: WholePages) -> bool:
    """Whether both pages let people touch, or set something between them, against what a line seems to tell."""
    was, now = pages.was.claims, pages.now.claims
    return bool(was.glass and now.glass) if sign > 0 else bool(was.touch and now.touch)


def _figures_stand(effect: Effect, pages: WholePages) -> bool:
    """Whether what a line said, or says, has figures, all of which the other page says, too."""
    sides = ((effect.old, pages.now.stated), (effect.new, pages.was.stated))
    told = [(figures_of(line), other) for line, other in sides]
    if not any(figures for figures, _ in told):
        return False
    return all(other.tells(one) for figures, other in told for one in figures)


def _party_stands(effect: Effect, pages: WholePages) -> bool:
    """Whether a limit that one page alone seems to set stands on the other one, too."""
    count = _COUNT.search(" ".join(effect.words))
    other = pages.was if effect.new else pages.now
    return (
        effect.rule.startswith("P-limit") and count is not None and other.stated.says("visitors_max", float(count[0]))
    )


def _friends_stand(effect: Effect, pages: WholePages) -> bool:
    """Whether a page that seems to admit kin alone admits friends in another line, or the other page admits kin alone,
    too."""
    if not effect.rule.startswith("P-kin"):
        return False
    was, now = ([unit.plain for unit, _ in page.stated.lines] for page in (pages.was, pages.now))
    if any(map(_KIN_ONLY.search, was if effect.sign < 0 else now)):
        return True
    return effect.sign < 0 and any(map(_FRIENDS.search, now))

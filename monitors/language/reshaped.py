"""A page put into another shape: a table told as prose, a list as questions and answers, a directive in plain language.

Line by line nothing is as it was, so lines are held against lines that say something else. What a page states as a
whole stands whatever its shape: a figure that both pages state has not moved; a term of which each page states one
value, and not the same, has, and so has a form of visits that only one of them claims, whatever the reader holds of its
lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from monitors.language.effects.moved_terms import moved_terms
from monitors.language.effects.page_turns import neutral_turns, turned_forms, turned_terms
from monitors.language.effects.page_week import sessions_moved
from monitors.language.effects.severity import settle
from monitors.language.effects.whole_pages import WholePages, whole_pages
from monitors.language.pages.align import Alignment, similarity
from monitors.language.pages.other_pages import about_else
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.still_stated import effects_still_stated, is_still_stated, term_of
from monitors.language.words import lexicon_acts as acts
from monitors.language.words.patterns import regex
from monitors.records import Topic

_ALIKE, _MOST_ALIKE = 0.6, 0.55  # a line so like its old wording stayed; so much of a page that stayed is its old shape
_FEWEST, _MOST = 5, 400  # units of a page; more would take seconds
_OFFICIAL = ("jail", "doc", "")
_OWN_RULES = (*_OFFICIAL, "vendor", "contract")
_WHY = "R2 a page in another shape, held against the old one as a whole"
_FORMS = frozenset({Topic.IN_PERSON, Topic.CONTACT})
_STOPS = _FORMS | {Topic.SUSPENSION}
_ENDED = r"(?:have|has|are|were) (?:ended|discontinued)"
_STOPPED = regex(rf"\b(?:suspended|paused|halted|{_ENDED}|on (?:hold|pause)|{acts.UNTIL_NOTICE})\b")
_BY_RULE = ("Q-", "P-kin")  # which rules are right of all lines held against each other at once

Rules = Callable[[Scene, Alignment], list[Effect]]


def is_reshaped(scene: Scene, aligned: Alignment) -> bool:
    """Whether hardly a line of a page of rules is as it was. aligned: all that changed and all that did not."""
    if scene.kind not in _OWN_RULES or not all(_FEWEST <= len(page) <= _MOST for page in (scene.before, scene.after)):
        return False
    stayed = [*aligned.same, *(pair for pair in aligned.pairs if similarity(*pair) >= _ALIKE)]
    return all(
        _words([pair[side] for pair in stayed]) <= _MOST_ALIKE * _words(page)
        for side, page in enumerate((scene.before, scene.after))
    )


def _words(lines: Sequence[Unit]) -> int:
    return sum(len(unit.plain.split()) for unit in lines)


def told_of_reshaped(scene: Scene, aligned: Alignment, telling: Alignment, told: Told, ruled: Rules) -> Told:
    """What is told of such a page. telling: the lines that may tell; told: what they tell, line by line."""
    gone = any(effect.rule.startswith("R12-") for effect in told.effects)
    if gone or not is_reshaped(scene, aligned) or about_else(scene):
        return told
    pages = whole_pages(scene)
    still = effects_still_stated(told.effects, pages)
    kept = [effect for effect in told.effects if effect not in still]
    moved = [*_moved(scene, telling, pages, ruled), *_claimed(scene, telling, pages), *_stopped(scene, telling, ruled)]
    kept = [effect for effect in kept if not _is_at_odds(effect, kept, moved)]
    moved = [effect for effect in moved if not any(_is_same(effect, other) for other in kept)]
    if moved:  # what the reader heard beside may be the same in its own way, but for the form of visits
        topics = {topic for effect in moved for topic in effect.topics}
        kept = [
            e for e in kept if not e.rule.startswith("L-") or (_FORMS & set(e.topics) and not topics & set(e.topics))
        ]
    if not kept and not moved and scene.kind in _OFFICIAL:
        moved = neutral_turns(pages)
    if kept == list(told.effects) and not moved:
        return told
    return replace(told, effects=(*kept, *moved), why=(*told.why, _WHY))


def _is_at_odds(effect: Effect, kept: Sequence[Effect], moved: Sequence[Effect]) -> bool:
    """Whether lines tell a term twice, and otherwise, or the timetable, which the pages as wholes tell once."""
    if effect.rule.startswith("D10-"):
        return any(other.rule.startswith("D10-") for other in moved)
    if not effect.rule.startswith("Q-") or term_of(effect) not in map(term_of, moved):
        return False
    return Counter(map(term_of, kept))[term_of(effect)] > 1


def _is_same(effect: Effect, other: Effect) -> bool:
    """Whether another effect, which a rule tells, is of the same term, or of the same matter the same way."""
    if other.rule.startswith("L-"):
        return False
    names = [{fact.name for fact in one.facts} for one in (effect, other)]
    return bool(names[0] & names[1]) or (effect.sign == other.sign and effect.topics == other.topics)


def _moved(scene: Scene, telling: Alignment, pages: WholePages, ruled: Rules) -> list[Effect]:
    """What rules tell of all lines held against each other at once, and the terms that moved by their figures alone."""
    found = [effect for effect in ruled(scene, telling) if effect.rule.startswith(_BY_RULE) and effect.sign]
    found = [e for e in found if not is_still_stated(e, pages) and (e.rule.startswith("P-") or _states_both(e))]
    terms = moved_terms(scene, telling, pages.was.stated, pages.now.stated)
    names = {term_of(effect) for effect in terms}
    return [*terms, *(effect for effect in found if term_of(effect) not in names)]


def _states_both(effect: Effect) -> bool:
    return "not stated" not in " ".join(effect.words)


def _claimed(scene: Scene, telling: Alignment, pages: WholePages) -> list[Effect]:
    """The forms of visits, sessions, and whether visits must be booked, that only one of the pages claims."""
    if scene.kind not in _OFFICIAL:
        return []
    found = [*turned_forms(pages), *turned_terms(pages), *sessions_moved(pages.was.week, pages.now.week)]
    return [settle(effect, scene, telling) for effect in found]


def _stopped(scene: Scene, telling: Alignment, ruled: Rules) -> list[Effect]:
    """What lines tell that say of visits that they stopped, where no old line says so."""
    if scene.kind not in _OFFICIAL or any(_STOPPED.search(unit.plain) for unit in scene.before):
        return []
    found = []
    for unit in telling.come:
        if _STOPPED.search(unit.plain):
            alone = replace(telling, pairs=(), removed=(), added=(unit,))
            told = ruled(scene, alone)
            found += [e for e in told if e.rule.startswith("P-new-") and e.sign < 0 and _STOPS & set(e.topics)]
    return found

"""Visiting rules that gave way to a line that says where they can be read now, among other news of the page (R12).

"For information on visiting, please see the Department's portal." took the place of hours and of who may come, while
the farm's history grew by two sentences: nothing is known of the rules any more, so it is neither gain nor loss.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.effects.topics_held import topics_held
from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.about import Section, section_about
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity

_THERE = r"(?:portal|(?:web ?)?site|page|handbook|binder|counter|provider|vendor|partner|department|app|brochure|office|[\w-]+\.(?:com|org|net|gov|us|example))"
_POINTS = regex(
    rf"\bfor (?:all |any |current |more |further )?(?:information|everything|anything|details|rules|hours|questions)? ?(?:on|about|of|for|regarding)? ?(?:in-person |all |our )?(?:visit\w*|seeing (?:someone|somebody|a person|an inmate))(?: \w+){{0,2}}(?:,? including [^.;]{{3,60}}?)?,? (?:please )?(?:see|visit|go to|refer to|consult|check|turn to|use|write to|ask)\b[^.;]*\b{_THERE}\b"
    rf"|\bfor visit(?:s|ing|ation)\b(?: (?:rules|hours|information))?,? (?:please )?(?:ask|call|ring|write to|inquire|look)\b[^.;]*\b(?:office|desk|jail|board|{_THERE})\b"
    rf"|\b(?:this|the|our) (?:\w+ )?(?:guide|page|section|sheet|list|information|handbook) (?:(?:that|which) (?:used to be|was|stood) here )?(?:is|are|has been|have been) (?:no longer (?:kept|maintained|published|posted|updated|printed|available)|retired|withdrawn|taken down|moved)\b"
    r"|\bwe have taken (?:this|the) page down\b|\bwhat (?:used to be|was|stood) (?:on this page|here) (?:is|has)(?: been)? (?:not here any (?:longer|more)|no longer here|gone|removed|taken down)\b|\bdo(?:es)? not (?:keep|hold|publish|have) (?:a copy of |copies of )?(?:any|the|its|our) (?:visiting |visitation )?rules\b"
    rf"|\b(?:information|details|questions) (?:on|about|regarding|for) visit\w*(?: (?!is\b|are\b|can\b|may\b)\w+){{0,4}} (?:is|are|can|may)(?: now| be| to be| only)* (?:found|posted|listed|kept|available|handled|given|had)\b[^.;]*\b{_THERE}\b"
    r"|\b(?:inmate|jail|visiting|visitation|visitors?'?) information has (?:been )?moved\b|\b(?:no longer|does not|do not) keeps? (?:this|that|such|any) information (?:on|here)\b"
    rf"|\bvisit\w* (?:rules|hours|information|polic\w+|schedules?) (?:is|are|has|have|can|may)(?: (?:now|been|be|also))* (?:moved|found|posted|listed|kept|published|available|read|asked for) (?:to|on|at|in|from)\b[^.;]*\b{_THERE}\b"
)
_VISIT = regex(
    r"\b(?:visit(?:s|ed|ing|ation|ors?)?|booths?|(?:come|seen|seat\w*) (?:by|with|without) (?:an )?appointment)\b"
)
_RULE = regex(r"[\[{@$]|\b(?:may|must|can|cannot|need|not|no|only|welcome|ask|come|minutes|approved|free)\b")
_OFFICE = regex(r"\b(?:courthouse|offices?|clerk|librar(?:y|ies)|records|counter|front desk|museum)\b")
_LEAST = 3  # rules
_POINTED = 2  # lines


def pointer_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What is told of three rules or more that went while a line that points elsewhere came and no rule is left."""
    pointer = next((unit for unit in alignment.come if _POINTS.search(unit.plain)), None)
    if pointer is None or any(_POINTS.search(unit.plain) for unit in scene.before):
        return Certain()
    gone = [unit for unit in alignment.gone if _is_rule(unit, scene.title)]
    left = [unit for unit in scene.after if unit is not pointer and _states(unit, scene.title)]
    if len(gone) < _LEAST or left:
        return Certain()
    topics = topics_held([unit for unit in alignment.gone if _of_visits(unit, scene.title)], scene.title)
    effect = Effect("R12-elsewhere", 0, Severity.MAJOR, topics, (), gone[0].plain, pointer.plain, ("rules elsewhere",))
    went = [unit for unit in alignment.gone if _of_visits(unit, scene.title)]
    told = {id(unit) for unit in (*went, pointer)}
    others = [new for old, new in alignment.pairs if id(old) in told and not _states(new, scene.title)]
    return Certain((effect,), (*went, pointer, *others, *_of_the_pointer(pointer, alignment.come)))


def _of_the_pointer(pointer: Unit, come: Sequence[Unit]) -> list[Unit]:
    """The lines behind a pointer, which mostly say where and to whom to turn."""
    return [unit for unit in come if 0 < unit.place - pointer.place <= _POINTED and not unit.short]


def _of_visits(unit: Unit, title: str) -> bool:
    about = section_about(f"{title} / {unit.headings}" if unit.headings else title)
    return _VISIT.search(unit.plain) is not None or about is Section.VISITS


def _is_rule(unit: Unit, title: str) -> bool:
    if not unit.short and _RULE.search(unit.plain) and _of_visits(unit, title):
        return True
    return any(measure.name[0] != "_" for measure in measures(unit, title))  # "- Two visits a week"


def _states(unit: Unit, title: str) -> bool:
    """Whether a line of visits states days, hours or a term."""
    if _OFFICE.search(unit.plain) and not _VISIT.search(unit.plain):
        return False
    timed = "{" in unit.plain and "[" in unit.plain
    return _of_visits(unit, title) and (timed or any(m.name[0] != "_" for m in measures(unit, title)))

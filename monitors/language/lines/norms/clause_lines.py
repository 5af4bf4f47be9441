"""Lines of agreements that are read for sure: who alone may give visits, clauses that are kept in other words, and how many
days a bill or report may take (T19).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_VISITING = r"(?:visitation|visiting|visits?)"
_WHOLE = r"(?:(?:all|any|every|inmate|social|public|family|such) )*"
_OF_SCREENS = rf"(?:{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|remote|virtual|on-?site)"
# The video company alone gives visits, of whatever kind: there are none in person beside them.
_ALONE = regex(
    rf"\b(?:sole|exclusive|only) (?:provider|source|supplier|vendor|means|method|form|way|right to provide)s?\b[^.;]*?\b(?:of|for|to) {_WHOLE}{_VISITING}\b(?! (?:by|via|through|over|on|using) )(?! {_OF_SCREENS})"
)
_NO_OTHER = regex(
    rf"\b(?:no|not (?:\w+ ){{0,2}}any) other (?:form|kind|type|means|method|way|mode)s? of {_WHOLE}{_VISITING}\b"
    rf"|\bto the exclusion of (?:all|any) (?:other )?(?:forms? of )?(?:in-person |face-to-face )?{_VISITING}\b"
)
_AGREED = regex(r"\b(?:agreement|contract|amendment|exhibit|addendum|provider shall|contractor|vendor shall)\b")
# What an agency pays where families pay for too few visits.
_OWES = regex(
    r"\b(?:county|agency|authority|sheriff|facility|customer|city|parish|jail) (?:shall|will|must|agrees to|is to) (?:\w+ )?(?:pay|reimburse|compensate|make up|owe|cover)\b[^.;]*\b(?:difference|shortfall|deficit|missing|balance)\b|\bmust (?:pay|make up) the (?:difference|shortfall)\b"
)
_EXCLUSIVE_VIDEO = regex(rf"\b{_OF_SCREENS} {_VISITING}")
_PROTECTS = regex(r"\b(?:nothing|not be (?:the )?(?:sole|only|exclusive)|non-?exclusive|shall not|may not|will not)\b")
_KEPT = (
    r"(?:(?:is|are|was|were|be|has been|have been) (?:left |hereby )?(?:unchanged|unaltered|unaffected|retained|kept|maintained|preserved|not (?:amended|changed|altered|modified|affected|revised))"
    r"|(?:remains?|stays?|continues?|is|are|stands?)(?: to be)? (?:in (?:full )?(?:force(?: and effect)?|effect|place)|unchanged|unaltered|as (?:it is|written|before))|(?:is|are) left (?:as (?:it is|they are)|in place|standing)|continues unchanged|stands)"
)
_STRUCK = r"(?:(?:is|are|was|were|be|has been|have been|shall be) (?:hereby )?(?:deleted|stricken|struck(?: out)?|removed|repealed|rescinded)(?: (?:in (?:its|their) entirety|in full|from the (?:agreement|contract)|entirely|altogether))?)"
_STANDINGS = tuple(regex(rf"(?<![\w-]){pattern}(?![\w-])") for pattern in (_KEPT, _STRUCK))
_CLAUSE = regex(
    r"\b(?:sections?|clauses?|paragraphs?|articles?|provisions?|subsections?|exhibits?|addend(?:a|um)|terms)\b"
)
_PERIOD = regex(
    r"\b\d+(?:\.\d+)? (?:(?:business|calendar|working) )?(?:days?|months?|years?|weeks?)\b|\b\d+(?:st|nd|rd|th)\b"
)
_BUSINESS = regex(
    r"\b(?:invoices?|statements?|reports?|interest|insurance|notices?|paid|payable|payments?|remit\w*|(?:is|are) due|repairs?|replac\w+|records?|recordings?|audits?|cure|terminat\w+|deliver\w*)\b"
)
_TERMS = regex(
    rf"\b(?:refund\w*|cancel\w*|without (?:\w+ )?visits?|no visits?|book\w*|schedul\w*|wait\w*|lists?|minimum|suspen\w+|privileg\w+|restrict\w*|los(?:e|s)|den(?:y|ied)|bann?(?:ed)?|approv\w+|appl(?:y|ications?)|releas\w+|intake|arriv\w+|guarantee\w*|free|terminate\w* (?:in-person|visit\w*)|{visits.HELD}|{visits.VISITOR}|famil\w+)\b|[\[{{@$%]"
)


def clause_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What such lines tell: a company that alone may give visits is a loss, its end a gain; the rest is no news."""
    effects = [*_alone(scene, alignment), *_owed(alignment)]
    lines = [unit for effect, *units in effects for unit in units]
    kept = [pair for pair in alignment.pairs if _kept(*pair) or _businesslike(*pair)]
    lines += [unit for pair in kept for unit in pair]
    return Certain(tuple(effect for effect, *_ in effects), tuple(lines), ("R2 the same clause",) if kept else ())


def _alone(scene: Scene, alignment: Alignment) -> list[tuple[Effect, *tuple[Unit, ...]]]:
    """Lines that give all visits to one company, or give up that it has them."""
    sides: list[tuple[Unit | None, Unit | None]] = [*alignment.pairs]
    sides += [(unit, None) for unit in alignment.removed] + [(None, unit) for unit in alignment.added]
    for old, new in sides:
        was, now = (unit is not None and _gives_all(unit) for unit in (old, new))
        if was != now and not any(map(_gives_all, scene.after if was else scene.before)) and _agreed(scene):
            units = tuple(unit for unit in (old, new) if unit is not None)
            quotes = (old.plain if old else "", new.plain if new else "")
            topics = (Topic.IN_PERSON, Topic.CONTRACT_CLAUSE)
            sign = 1 if was else -1
            return [(Effect("P-exclusive", sign, Severity.CRITICAL, topics, (), *quotes, ("sole provider",)), *units)]
    return []


def _agreed(scene: Scene) -> bool:
    return scene.kind == "contract" or any(
        _AGREED.search(text) for text in (scene.title, *(unit.plain for unit in scene.after))
    )


def _owed(alignment: Alignment) -> list[tuple[Effect, *tuple[Unit, ...]]]:
    """Reworded lines that make an agency pay for visits that nobody bought, or do so no longer."""
    found: list[tuple[Effect, *tuple[Unit, ...]]] = []
    for old, new in alignment.pairs:
        was, now = (_OWES.search(unit.plain) for unit in (old, new))
        hit = now or was
        if hit is not None and bool(was) != bool(now):
            topics = (Topic.CONTRACT_CLAUSE,)
            quotes = (old.plain, new.plain)
            effect = Effect("P-owed", -1 if now else 1, Severity.MAJOR, topics, (), *quotes, (hit.group(),))
            found.append((effect, old, new))
    return found


def _gives_all(unit: Unit) -> bool:
    text = unit.plain
    if _NO_OTHER.search(text):
        return True
    hit = _ALONE.search(text)
    return hit is not None and not _PROTECTS.search(text) and not _EXCLUSIVE_VIDEO.search(hit.group())


def _kept(old: Unit, new: Unit) -> bool:
    """Whether a line says in other words that a clause stands, or that it is struck."""
    if not _CLAUSE.search(old.plain):
        return False
    return any(
        all(len(standing.findall(unit.plain)) == 1 for unit in (old, new))
        and concepts(standing.sub(" ", old.plain)) == concepts(standing.sub(" ", new.plain))
        for standing in _STANDINGS
    )


def _businesslike(old: Unit, new: Unit) -> bool:
    """Whether a line differs only in how long a bill, report or repair may take."""
    if not all(_BUSINESS.search(unit.plain) and _PERIOD.search(unit.plain) for unit in (old, new)):
        return False
    bare = [_PERIOD.sub(" ", unit.plain) for unit in (old, new)]
    return bare[0] == bare[1] and not _TERMS.search(bare[0])

"""What shields a visit from being refused: an appeal, written reasons, a hearing, an exception, grounds that are none.

Struck it is a loss, added a gain, although the line itself speaks of denials and limits; so by its words alone it is
often taken for the reverse.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Severity, Topic

_MAY = r"(?:may|can|shall|will|must|should|(?:is|are) (?:entitled|allowed|permitted|able) to|(?:has|have) (?:the|a) right to|right to)"
_OFFICIAL = r"(?:wardens?|superintendents?|administrators?|directors?|sheriffs?|captains?|secretary|commissioners?|managers?|deput(?:y|ies)|facilit(?:y|ies)|institutions?|department|unit team|(?:facility |unit |agency )?heads?|officers?|committee|staff|chief|lieutenants?|supervisors?|ombudsman)"
_REVIEW = r"(?:review\w*|reconsider\w*)"
_APPEALS = regex(
    rf"\b{_MAY} (?:be |also |then |still )*(?:appeal(?:ed)?\b|grieve\b|(?:ask|request|petition)(?: (?:that|for|in|writing|the|an?|his|her|their|its|to|of|{_OFFICIAL}))* {_REVIEW}|(?:ask|request)(?: \w+){{1,5}} to {_REVIEW}|seek (?:a )?{_REVIEW}|(?:write|apply|turn)(?: to [\w ]{{3,40}})? for (?:a |an )?{_REVIEW})"
    rf"|\bappeals?(?: (?:of|to|against|from)(?: \w+){{1,4}}?)? {_MAY}\b|\bappeals?(?: (?:of|against|from)(?: \w+){{1,3}}?)? (?:is|are) (?:heard|decided|allowed|made|sent|addressed|answered|considered|reviewed|handled)\b|\b(?:right (?:of|to)|file|submit|make) (?:an )?appeal\b"
    r"|\b(?:ha(?:s|ve)|gets?|(?:is|are) given) (?:up to )?(?:\w+ ){1,2}?(?:days?|weeks?|months?|hours?) to (?:appeal\b|ask for (?:an? )?review)"
)
_NO_APPEAL = regex(
    r"\b(?:no|not|cannot|can't|never|without)\b(?: \w+){0,3} (?:appeal\w*|review)\b|\b(?:appeals?|reviews?)(?: of [\w ]{3,30}?)? (?:is|are|will be) (?:not|no longer|never) (?:heard|allowed|accepted|considered|decided|possible|taken)\b|\b(?:decisions?|denials?|refusals?|rejections?)(?: of [\w ]{3,30})? (?:is|are|shall be|will be) final\b|^the decision is final\b"
)
_TOLD = r"(?:tell|giv\w+|given|provid\w+|send|sent|stat\w+|furnish\w*|issu\w+|notif\w+|inform\w*|receiv\w+|explain\w*|record\w*|disclos\w+|told)"
_IN_WRITING = r"(?:reasons?|in writing|written (?:notice|notification|explanation|decision|reasons?|statement)|explanation|the (?:reasons?|grounds))"
_REASONS = regex(
    rf"\b(?P<modal>shall|must|will|may|can|should|(?:is|are) (?:obliged |required |bound )?to)\b[^.;]*\b{_TOLD}\b[^.;]*\b{_IN_WRITING}\b"
    rf"|\b(?:tell|tells|told|inform(?:s|ed)?|given|give|gives|sent|send)\b[^.;]{{0,40}}\b(?:why|(?:a|the|an?) (?:written )?reasons?)\b|\b{_IN_WRITING} (?:is|are|will be|shall be|must be) (?:always )?{_TOLD}\b"
)
_NO_REASONS = regex(
    r"\b(?:withhold|keep back|(?:need|needs|must|shall|does|do|will) not (?:have to )?(?:state|give|disclose|explain|tell)) (?:the |any |its |their )?(?:reasons?|grounds)\b|\bwithout (?:(?:giving|stating|showing|having to (?:give|state|show)) )?(?:an? |any )?(?:reason|cause|explanation)\b|\bno reasons? (?:is|are|need be|need to be|will be|has to be) (?:given|stated|told)\b|\b(?:not|never) (?:have to |need to |required to |be )*(?:give|given|state|stated|tell|told|informed|explain)\w* (?:an? |any |the |its )?(?:reasons?|why)\b|\b(?:(?:do|does|will|need|shall) not|don't|won't|never) (?:have to |always )?(?:tell|inform|explain to|give|send)\b[^.;]*\b(?:why|reasons?)\b"
)
_HEARING = regex(
    r"\b(?:after|following|pending|until|unless|by|at|opportunity for|entitled to|right to|request|ask for|given)(?: an?| the)? (?:\w+ ){0,2}?hearing\b"
)
_HEARING_GIVEN = regex(
    r"\b(?:opportunity for|entitled to|right to|request|ask for|given) (?:an? |the )?(?:\w+ ){0,2}?hearing\b"
)
_NO_HEARING = regex(r"\b(?:without|no)(?: an?)? (?:\w+ ){0,2}?hearing\b")
_NEVER = regex(r"\b(?:not|no (?:visit\w*|person|1)|cannot|never|nobody)\b")
_EXCEPTION = regex(
    rf"\b{_OFFICIAL}(?: or (?:\w+ )?{_OFFICIAL}| or (?:\w+ )?designee)? (?:may|can|will|shall) (?:\w+ )?(?:make|grant|approve|allow|authorize|consider|waive)\b(?: \w+){{0,2}} (?:exceptions?|requirement|rule|limit)"
    rf"|\bexceptions?(?: to \w+(?: \w+){{0,3}})? (?:may|can|will|shall|must) (?:only )?be (?:made|granted|approved|considered|authorized|requested)\b"
    rf"|\b(?:unless|except (?:when|where|if|as))(?: \w+){{0,6}}? (?:grants?|granted|approves?|makes?|made|authoriz\w+|allows?)(?: \w+){{0,3}}? (?:exceptions?|otherwise)\b"
)
_TAKES = r"(?:denied|refused|excluded|barred|turned away|taken away|withheld|revoked|forfeited|withdrawn|suspended|restricted|disapproved|rejected|lost|removed)"
_GROUND = regex(
    rf"\b(?:(?:shall|may|will|can|must|should|is|are) not|cannot|never|nobody (?:shall|may|will) be|no (?:\w+ ){{1,3}}(?:shall|may|will|is|are) be|no (?:\w+ ){{1,3}}(?:is|are)) (?:be )?(?:\w+ )?{_TAKES}\b(?: \w+){{0,4}}? (?:because|for(?! (?:an? (?:period|term)|any (?:period|time)|more|over|up|longer|\d))|on the (?:sole )?(?:basis|grounds?)|based|on account|by reason|as an? (?:punishment|discipline|sanction|penalty|disciplinary)|as (?:punishment|discipline)|due to|solely|merely|simply|only because)\b"
)
_LIMITS = regex(
    r"\b(?:not|no|only|must|shall|limited|required|excluded|barred|prohibited|cannot|unless|denied|at least|more than)\b"
)
_OF_REFUSAL = regex(
    r"\b(?:den(?:y|ied|ial|ials)|refus\w+|reject\w+|turned? (?:down|away)|disapprov\w+|restrict\w+|suspen\w+|terminat\w+|remov\w+|revo\w+|barred|excluded|withdrawn|decisions?|appeals?|appl(?:y|ication|ications|icants?)|non-?contact|visit\w*|loss|lose)\b"
)
_MODALS = regex(r"\b(?:only|may|can|shall|must|will|is|are|be|not|never)\b")
# "Visits lost through discipline can be restored early."
_MERCY = regex(
    r"\b(?:visits?|visiting|visitation|privileges?|restrictions?|suspensions?)\b[^.;]*\b(?:may|can|shall|will) be (?:restored|reinstated|returned|given back|lifted|shortened|reduced|earned back)\b[^.;]*\b(?:early|earlier|sooner|good (?:conduct|behavior)|before (?:the|its|that) )"
)
_GOOD_CONDUCT = regex(r"\bgood (?:conduct|behavior)\b")
_VISITING = regex(rf"\b(?:{visits.VISIT}|{visits.VISITOR}|visit\w*)\b")
_ELSE = regex(
    rf"\b(?:disciplinary (?:report|decision|hearing officer|appeal)|grievances?|property|{visits.MAIL}|publications?|medical|classification|bonds?|bail|(?<!criminal )(?<!arrest )(?<!police )records?|foia|commissary|parole (?:board|hearing)|courts?|employees?|fees?|refund\w*|phone|{elsewhere.DRESS_CONDUCT})\b"
)
_WITHIN = regex(r"\bwithin (\d+) (?:\w+ )?(days?|weeks?|months?)\b")
_CONTACT = regex(r"\b(?:non-?)?contact\b")
_OF_APPEALS = regex(r"\b(?:appeals?|reconsider\w*|uph[eo]ld|set aside|overturn\w*|final(?:ity)?)\b")
_ALIKE, _ALIKE_OPPOSED, _ALIKE_BUT_FOR_IT = 0.5, 0.2, 0.8
_MANY, _CLOSE = 8, 0.75  # changed lines of a page that is reworded as a whole, and those that are little reworded there


@dataclass(frozen=True, slots=True)
class _Kind:
    """level: how much of this safeguard a canonical line gives: more is better, 0 where it is silent; part: its words,
    where it mostly is a part of a line on something else; named: what may give it in words that are not known here."""

    name: str
    level: Callable[[Unit], int]
    named: re.Pattern[str]
    severity: Severity = Severity.MINOR
    part: re.Pattern[str] | None = None


def _appeal(unit: Unit) -> int:
    if _APPEALS.search(_NO_APPEAL.sub(" ", unit.plain)):
        return 1
    return -1 if _NO_APPEAL.search(unit.plain) and _OF_REFUSAL.search(unit.plain) else 0


# "You may refuse a visit. Tell the officer; you need not say why.": whoever is visited owes no reason.
_OWN_REFUSAL = regex(
    r"\byou (?:may refuse|need not (?:say|tell|give)|do not have to (?:say|tell|give))\b|\brefused by you\b"
)


def _reasons(unit: Unit) -> int:
    if _OWN_REFUSAL.search(unit.plain):
        return 0
    if _NO_REASONS.search(unit.plain):
        return -1
    hit = _REASONS.search(unit.plain)
    return 0 if hit is None else 1 if hit["modal"] in ("may", "can", "should") else 2


_NOT_ASKED = regex(r"\bnot (?:be )?(?:ask for|request|given|entitled to) (?:an? )?hearing\b")


def _hearing(unit: Unit) -> int:
    if _NOT_ASKED.search(unit.plain):
        return -1
    if _NO_HEARING.search(unit.plain):
        return 1 if _NEVER.search(unit.plain) else -1
    return 1 if _HEARING.search(unit.plain) else 0


def _exception(unit: Unit) -> int:
    hit = _EXCEPTION.search(unit.plain)
    if hit is None or _ELSE.search(unit.lead):
        return 0
    rest = _EXCEPTION.sub(" ", unit.plain)
    return 1 if _LIMITS.search(rest) or _LIMITS.search(unit.lead) else 0


def _ground(unit: Unit) -> int:
    return 1 if _GROUND.search(unit.plain) else 0


def _mercy(unit: Unit) -> int:
    return 1 if _MERCY.search(unit.plain) else 0


_KINDS = (
    _Kind("ground", _ground, regex(r"\b(?:no|not|never|nobody|regardless|without|whatever)\b"), Severity.MAJOR),
    _Kind("appeal", _appeal, regex(r"\b(?:appeal|review|reconsider|griev|petition)")),
    _Kind("reasons", _reasons, regex(r"\b(?:reasons?|why|grounds|writing|written|explain|explanation|letter)\b")),
    _Kind("hearing", _hearing, regex(r"\bhear"), part=regex(rf"{_HEARING.pattern}|{_NO_HEARING.pattern}")),
    _Kind("mercy", _mercy, regex(r"\b(?:restor|reinstat|early|earlier|sooner|lift|shorten|earn)")),
    _Kind("exception", _exception, regex(r"\b(?:except|unless|waive|otherwise|special)"), part=_EXCEPTION),
)


def safeguard_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What safeguards tell that came, went, or grew or lost in strength where all else in their line is as it was."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    turned = _appeals_turned(scene, alignment)
    if turned:
        return turned
    for old, new in _near(alignment):
        found = _moved(old, new, alignment)
        if found is None or not _ours([unit for unit in (old, new) if unit], scene):
            continue
        kind, sign = found
        moved_to = alignment.come if sign < 0 else alignment.gone
        if any(kind.level(unit) > 0 for unit in moved_to if unit is not old and unit is not new):
            continue  # another line gives it now, or gave it
        effects.append(_effect(kind, sign, old, new))
        lines += [unit for unit in (old, new) if unit is not None]
    return Certain(tuple(effects), tuple(lines))


def _appeals_turned(scene: Scene, alignment: Alignment) -> Certain | None:
    """What a page tells on which a refusal may be appealed nowhere any more and a line says so, or the reverse, in
    however different words."""
    gone, come = alignment.gone, alignment.come
    was, now = ([unit for unit in side if _appeal(unit) and _ours([unit], scene)] for side in (gone, come))
    for sign, given, denied, page, other in (
        (-1, was, now, scene.after, scene.before),
        (1, now, was, scene.before, scene.after),
    ):
        lost = [unit for unit in given if _appeal(unit) > 0], [unit for unit in denied if _appeal(unit) < 0]
        if all(lost) and not any(_appeal(u) > 0 for u in page) and not any(_appeal(u) < 0 for u in other):
            old, new = (lost[0][0], lost[1][0]) if sign < 0 else (lost[1][0], lost[0][0])
            effect = _effect(next(kind for kind in _KINDS if kind.name == "appeal"), sign, old, new)
            also = [unit for unit in (*gone, *come) if _OF_APPEALS.search(unit.plain)]
            return Certain((effect,), (*lost[0], *lost[1], *also))
    return None


def _near(alignment: Alignment) -> Iterator[tuple[Unit | None, Unit | None]]:
    """The changed places to compare. Among many, what came or went alone may have been put elsewhere in other words."""
    if len(alignment.pairs) + len(alignment.removed) + len(alignment.added) > _MANY:
        yield from (pair for pair in alignment.pairs if likeness(pair[0].plain, pair[1].plain) >= _CLOSE)
        return
    yield from alignment.pairs
    for unit in alignment.removed:
        yield unit, None
    for unit in alignment.added:
        yield None, unit


def _moved(old: Unit | None, new: Unit | None, alignment: Alignment) -> tuple[_Kind, int] | None:
    """What moved, the weightiest kind of several that moved one way, and whether for better or worse; None where
    anything else may have moved, too."""
    moved = [(kind, _sign(kind, old, new)) for kind in _KINDS]
    moved = [(kind, sign) for kind, sign in moved if sign]
    if not moved or len({sign for _, sign in moved}) > 1:
        return None
    kind = max((kind for kind, _ in moved), key=lambda kind: kind.severity is Severity.MAJOR)
    if old is not None and new is not None:
        return (kind, moved[0][1]) if _else_alike(kind, old, new) else None
    lone = old or new
    assert lone is not None  # one of the two is there
    return (kind, moved[0][1]) if _pure(lone, kind) and not _told_anew(kind, lone, alignment) else None


def _sign(kind: _Kind, old: Unit | None, new: Unit | None) -> int:
    was, now = (kind.level(unit) if unit else 0 for unit in (old, new))
    if was == now == 1 and kind.name == "appeal" and old and new:
        return _days_to_appeal(old, new)
    return (now > was) - (now < was)


def _days_to_appeal(old: Unit, new: Unit) -> int:
    """+1 for more time to appeal, -1 for less, 0 where it is the same or not told."""
    was, now = (_WITHIN.search(unit.plain) for unit in (old, new))
    if not was or not now or was[2].rstrip("s") != now[2].rstrip("s"):
        return 0
    return (int(now[1]) > int(was[1])) - (int(now[1]) < int(was[1]))


def _else_alike(kind: _Kind, old: Unit, new: Unit) -> bool:
    """Whether two lines share most words, and all figures of the one are the other's. A safeguard that is but a part of
    a line must be all that differs."""
    was, now = (set(FIGURE.findall(_WITHIN.sub(" ", unit.plain))) for unit in (old, new))
    if not (was <= now or now <= was):
        return False
    if any(not kind.level(unit) and kind.named.search(unit.plain) for unit in (old, new)):
        return False  # given in other words, it may be
    if kind.part is None:
        opposed = kind.level(old) * kind.level(new) < 0  # "may appeal" that became "is final" shares few words
        return likeness(old.plain, new.plain) >= (_ALIKE_OPPOSED if opposed else _ALIKE)
    if kind.level(old) * kind.level(new) < 0:  # "only after a hearing" and "may ... without a hearing"
        return likeness(*(_MODALS.sub(" ", kind.part.sub(" ", unit.plain)) for unit in (old, new))) >= _ALIKE_BUT_FOR_IT
    return likeness(*(kind.part.sub(" ", unit.plain) for unit in (old, new))) >= _ALIKE_BUT_FOR_IT


def _pure(unit: Unit, kind: _Kind) -> bool:
    """Whether a line tells nothing but its safeguard: no term, no day, no price."""
    if kind.name in ("ground", "exception"):
        return not re.search(r"[$\[{@]", unit.plain)
    terms = {measure.name for measure in measures(unit, "")} - {"waiting_days", "discipline_days_without_visits"}
    whole = kind.name != "hearing" or _HEARING_GIVEN.search(unit.plain) is not None
    return whole and not terms and not re.search(r"[$\[{@]", unit.plain)


def _told_anew(kind: _Kind, lone: Unit, alignment: Alignment) -> bool:
    """Whether another changed line gives that safeguard, too, so that it may only have been moved or reworded."""
    others = alignment.changed
    if kind.part is not None and any(unit.plain == lone.lead for unit in others):
        return True  # what it is an exception to has changed, too
    return any(kind.level(unit) * kind.level(lone) > 0 for unit in others if unit is not lone)


def _ours(units: Sequence[Unit], scene: Scene) -> bool:
    """Whether a place is about visits being refused, by its words or under a heading or title of visiting."""
    if any(unit.row or _ELSE.search(_GOOD_CONDUCT.sub(" ", unit.plain)) for unit in units):
        return False
    if any(_VISITING.search(unit.plain) for unit in units):
        return True
    told = any(_OF_REFUSAL.search(unit.plain) or _EXCEPTION.search(unit.plain) for unit in units)
    return told and any(_VISITING.search(f"{scene.title} {unit.headings}") for unit in units)


def _effect(kind: _Kind, sign: int, old: Unit | None, new: Unit | None) -> Effect:
    quotes = [unit.plain if unit else "" for unit in (old, new)]
    topic = Topic.CONTACT if any(_CONTACT.search(quote) for quote in quotes) else Topic.ELIGIBILITY
    return Effect(
        f"P-safeguard-{kind.name}",
        sign,
        kind.severity,
        (topic,),
        (),
        quotes[0],
        quotes[1],
        (f"{kind.name} given" if sign > 0 else f"{kind.name} gone",),
    )

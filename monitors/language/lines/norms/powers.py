"""What officials are bound to and what is left to them: "shall" that became "may", and for how long they may stop visits.

A duty to give visits that becomes a choice is a loss, as is a bound on a stop that is struck ("for up to 30 days" that
became "for as long as the warden finds necessary"). By their words alone such lines are often taken for the reverse.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.measure import in_days
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_MODAL = regex(
    r"\b(?:(?P<duty>shall|must|will|(?:is|are) (?:required|obligated|obliged) to|(?:has|have) to)|(?P<choice>may|can|should|(?:is|are) (?:authorized|permitted|free) to))\b(?! not\b)"
)
_AT_WILL = regex(
    r"(?:,? ?\b(?:at|in|within) (?:(?:his|her|their|its|the|his or her|his/her) )?(?:sole |own |absolute )?discretion(?: of (?:the )?(?:warden|superintendent|administrator|director|sheriff|captain|facility|institution)(?: or designee)?)?"
    r"|,? ?\b(?:if|when|where|as|as far as) (?:space|staff\w*|resources?|time|conditions|it is)?(?: and (?:space|staff\w*|resources?|time))? ?(?:permits?|allows?|practicable|practical|possible|feasible|available)|,? ?\bto the extent (?:possible|practicable|feasible))"
)
_AUTHORITY = regex(
    r"\b(?:wardens?|superintendents?|facilit(?:y|ies)|institutions?|department|administrators?|directors?|officers?|staff|unit (?:team|manager)s?|managers?|sheriffs?|jails?|prisons?|centers?|commissioners?|secretary|agency|chief|captain|county|provider|vendor|company|visits?|visitation|sessions?)\b"
)
_OF_PEOPLE = regex(rf"\b(?:{visits.HELD}|{visits.VISITOR}|{visits.FAMILY}|{visits.MINORS})\b")
_GIVES = regex(
    r"^ (?:\w+ ){0,2}?(?:allow|permit|provide|give|grant|offer|make (?:\w+ ){0,3}available|be made available|arrange|hold|be held|keep|authorize|approve|accommodate|ensure|consider|accept|honor|extend|be contact|be at least|last|be (?:allowed|permitted|given|granted|offered|provided|accommodated|considered|extended))\b"
)
_RECEIVES = regex(
    r"^ (?:\w+ ){0,1}?be (?:allowed|permitted|given|granted|offered|entitled)\b|^ (?:receive|have) (?:at least|a minimum of|no fewer|\d)"
)
_VISITING = regex(rf"\b(?:visit\w*|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|video)\b")
_ELSE = regex(
    rf"\b(?:logs?|records?|registers?|files?|forms?|signs?|lockers?|restrooms?|{visits.MAIL}|property|medical|training|reports?|{elsewhere.DRESS_CONDUCT})\b"
)
_AT_LEAST = regex(
    r"\b(?:at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|up to|no more than) |\b(?:1|an?)\b"
)
_ALIKE = 0.8
_STOPS = regex(
    r"\b(?:suspend\w*|suspensions?|restrict\w*|restrictions?|den(?:y|ied)|bar(?:red)?|revok\w*|remov(?:e|ed|al)|terminat\w*|withh(?:old|eld)|los[es]|lost|loss of|ban(?:ned|s)?|take away|taken away|curtail\w*|limit(?:ed)?|close|shut|(?:end(?:ed)?|stop(?:ped)?|cut) (?:early|short|at once)|cancel+ed|end (?:an? |any |the |all )?visit\w*)\b"
)
_HAPPENED = regex(
    r"\b(?:(?:has|have|had) been|(?:is|are|was|were) (?:currently |now |still )?(?:suspended|restricted|closed|cancel+ed)|remain\w*|until further notice|because of|due to)\b"
)
_BOUND = regex(
    r"\b(?:for )?(?:up to|(?:no|not) (?:more|longer) than|(?:may |shall |will |must |can |to )?not (?:to )?exceed(?:ing)?|at most|(?:for )?(?:as|so) long as|(?:for )?(?:a |the )?maximum(?: period)?(?: of)?|for a period (?:of )?(?:up to|not exceeding|not to exceed)|within) (\d+) (?:calendar |consecutive |working |business )?(hours?|days?|weeks?|months?|years?)\b"
)
_BOUNDLESS = regex(
    r"\b(?:(?:for )?(?:as|so) long as\b(?! \d)[^.;]*|for (?:any|whatever|such|an indefinite) (?:period|length of time|time)\b[^.;]*|indefinitely|permanently|for life\b|without (?:any )?limit|at any time|until (?:the )?(?:warden|superintendent|administrator|director|sheriff|captain|facility)\b[^.;]*)"
)
_ON_GROUNDS = regex(
    r"\bfor (?:good |just )?cause\b|\bfor (?!any\b|every\b|all\b|whatever\b)(?:[a-z]+ ){0,3}?(?:reasons?|misconduct|violations?|emergenc(?:y|ies)|security|safety)\b|\b(?:for|on) [\w ]{3,40} only\b|\bonly (?:when|if|for|after|where|upon|because|in|to)\b|\b(?:when|if|in (?:an emergency|case of))\b"
)
# Who stands on a list, and no visit, is added or removed.
_LISTED = regex(r"\b(?:added|names?|changes?)\b[^.;]*\bremov\w+|\bremov\w+[^.;]*\b(?:added|names?)\b")
_REFUSES = regex(r"\b(?:den(?:y|ied)|refused?) (?:\w+ ){0,2}?(?:visits?|visitors?|anyone)\b")
_ON_NO_GROUND = regex(
    r"\bfor (?:[a-z]+ )?(?:any|every) (?:\w+ )?(?:rules?|violation|offen[sc]es?|infraction|misconduct)\b|\b(?:at any time|for any reason|without (?:cause|reasons?)|whenever|as (?:he|she|they|it|he or she) (?:sees?|deems?|finds?) (?:fit|necessary)|(?:at|in) (?:(?:his|her|their|its|the) )?(?:sole )?discretion)\b"
)
_NEEDS_APPROVAL = regex(
    r"\b(?:longer|further|additional) (?:suspensions?|restrictions?|periods?)\b[^.;]*\b(?:approv\w+|authoriz\w+|requires?|permission)|\b(?:suspensions?|restrictions?) (?:longer than|of more than|beyond|exceeding)\b"
)
_MEETING = regex(r"\bin[- ]person|\bface[- ]to[- ]face")
_LOSS_OF_VISITS = regex(
    r"\b(?:loss|suspension|restriction|denial|forfeiture) of (?:(?:all|social|family|contact|inmate) )*(?:visits?|visitation|visiting)(?: privileges?| rights)?\b"
)
_LOSSES = regex(rf"{_LOSS_OF_VISITS.pattern}|\b(?:loss|suspension|restriction) of [\w-]+\b|\b(?:and|or)\b|[,;:|.]")
_WORDS_LEFT = 3
_PUNISHES = regex(
    r"\b(?:sanctions?|penalt(?:y|ies)|punish\w*|disciplin\w+|loss of|violations?|infractions?|offen[sc]es?)\b"
)
_LEGAL = regex(rf"\b{visits.LEGAL}\b")
_NO_LIMIT = float("inf")


def power_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell in which a duty became a choice, or the bound on a stop came or went; and back."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    why: list[str] = []
    for old, new in alignment.pairs:
        if old.row or new.row or _LEGAL.search(new.plain) or not _of_visits(scene, old):
            continue
        if _same_bound(old, new):
            lines += [old, new]
            why.append("R2 the same bound in other words")
            continue
        duty = _duty(old, new) if scene.official or _by_modal_alone(old, new) else None  # others: rights.py
        found = duty or _stop(old, new) or _cause(old, new) or _sanction(old, new)
        if found is not None:
            effects.append(found)
            lines += [old, new]
    for unit, sign in (*((unit, -1) for unit in alignment.removed), *((unit, 1) for unit in alignment.added)):
        effect = _lone(scene, unit, sign)
        if effect is not None:
            effects.append(effect)
            lines.append(unit)
    if any(effect.rule == "S8-bound" for effect in effects):
        lines += [unit for unit in (*alignment.removed, *alignment.added) if _NEEDS_APPROVAL.search(unit.plain)]
    return Certain(tuple(effects), tuple(lines), tuple(dict.fromkeys(why)))


def _of_visits(scene: Scene, unit: Unit) -> bool:
    return _VISITING.search(f"{unit.plain} {unit.headings} {scene.title}") is not None


def _duty(old: Unit, new: Unit) -> Effect | None:
    """A duty to give visits that became a choice, or the reverse, with all else as it was."""
    if any(_ELSE.search(unit.plain) for unit in (old, new)):
        return None
    was, now = (_firmness(unit.plain) for unit in (old, new))
    if was is None or now is None or was == now or not _bare_alike(old.plain, new.plain):
        return None
    severity, topic = _weight(old.plain)
    if topic is Topic.ELIGIBILITY and _MEETING.search(old.plain) and _by_modal_alone(old, new):
        severity, topic = Severity.CRITICAL, Topic.IN_PERSON
    words = ("must" if was > 1 else "may", "must" if now > 1 else "may")
    return Effect("D3-choice", 1 if now > was else -1, severity, (topic,), (), old.plain, new.plain, words)


def _by_modal_alone(old: Unit, new: Unit) -> bool:
    """Whether two lines differ in nothing but "shall" and "may"."""
    bare = [concepts(_MODAL.sub(" ", unit.plain, count=1)) for unit in (old, new)]
    return bare[0] == bare[1]


def _firmness(text: str) -> int | None:
    """2 somebody must give visits, 1 he may, 0 as he pleases; None where a line says nothing of the kind."""
    bare = re.sub(r"\s*,\s*(?=\w)", " ", _AT_WILL.sub("", text))
    hit = _MODAL.search(bare)
    if hit is None:
        return None
    before, behind = bare[: hit.start()], bare[hit.end() :]
    giver = _AUTHORITY.search(before) is not None and _GIVES.search(behind) is not None
    if not giver and not (_OF_PEOPLE.search(before) and _RECEIVES.search(behind)):
        return None
    return (2 if hit["duty"] else 1) - (1 if _AT_WILL.search(text) else 0)


def _bare_alike(old: str, new: str) -> bool:
    bare = [_AT_LEAST.sub(" ", _AT_WILL.sub(" ", _MODAL.sub(" ", text, count=1))) for text in (old, new)]
    return likeness(*bare) >= _ALIKE


_WEIGHTS = (
    (regex(r"\bcontact\b"), Severity.MAJOR, Topic.CONTACT),
    (regex(rf"\b(?:{visits.VIDEO_ONSITE}|terminals?)\b"), Severity.MINOR, Topic.VIDEO_ONSITE),
    (regex(rf"\b(?:{visits.VIDEO_REMOTE}|video)\b"), Severity.MINOR, Topic.VIDEO_REMOTE),
    (regex(r"\b(?:minutes|hours?|visits? (?:per|each|a|every)|longer|length)\b"), Severity.MAJOR, Topic.DURATION_FREQUENCY),
    (regex(r"[\[{@]|\b(?:weekends?|evenings?|days?)\b"), Severity.MAJOR, Topic.SCHEDULE),
)  # fmt: skip


def _weight(text: str) -> tuple[Severity, Topic]:
    """How grave it is and what it touches, by the words of a line."""
    return next(
        ((level, topic) for pattern, level, topic in _WEIGHTS if pattern.search(text)),
        (Severity.MINOR, Topic.ELIGIBILITY),
    )


def _stop(old: Unit, new: Unit) -> Effect | None:
    """A bound on how long visits may be stopped that came or went."""
    was, now = (_bound(_with_question(unit)) for unit in (old, new))
    if was is None or now is None or was == now or _NO_LIMIT not in (was, now):
        return None
    words = tuple("no limit" if days == _NO_LIMIT else f"{days:g} days" for days in (was, now))
    return Effect(
        "S8-bound", 1 if now < was else -1, Severity.MAJOR, (Topic.SUSPENSION,), (), old.plain, new.plain, words
    )


def _cause(old: Unit, new: Unit) -> Effect | None:
    """A power to stop visits on certain grounds alone that became one at will, or the reverse."""
    if _LISTED.search(new.plain):
        return None
    was, now = (_at_will(_with_question(unit)) for unit in (old, new))
    if was is None or now is None or was == now:
        return None
    words = tuple("at will" if free else "on certain grounds" for free in (was, now))
    refused = _REFUSES.search(new.plain) is not None
    level, topic = (Severity.MAJOR, Topic.ELIGIBILITY) if refused else (Severity.MINOR, Topic.SUSPENSION)
    return Effect("S8-will", 1 if was else -1, level, (topic,), (), old.plain, new.plain, words)


def _sanction(old: Unit, new: Unit) -> Effect | None:
    """A list of punishments that the loss of visits came into or left."""
    was, now = (_LOSS_OF_VISITS.search(unit.plain) for unit in (old, new))
    hit = now or was
    if hit is None or (was and now) or not all(_PUNISHES.search(unit.plain) for unit in (old, new)):
        return None
    if _VISITING.search((old if now else new).plain):
        return None  # they may be lost in other words
    bare = [_LOSSES.sub(" ", unit.plain) for unit in (old, new)]
    if likeness(*bare) < _ALIKE or len(bare[0].split()) < _WORDS_LEFT:
        return None
    sign = -1 if now else 1
    return Effect("S8-sanction", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), old.plain, new.plain, (hit.group(),))


# "Loss of visits may not exceed 15 days."
_BOUNDED = regex(
    r"^(?:the |a |any )?(?:loss|suspension|restriction|denial|removal|withdrawal) of (?:(?:all|social|family|contact|inmate|regular) )*(?:visits?|visitation|visiting)(?: privileges?| rights?)? (?:(?:may|shall|can|must|will) not (?:exceed|last (?:more|longer) than|be (?:imposed )?for (?:more|longer) than)|(?:is|are) limited to|(?:may|shall|can|must|will) be no (?:more|longer) than) \d+ (?:days?|weeks?|months?)[ .]*$"
)


def _lone(scene: Scene, unit: Unit, sign: int) -> Effect | None:
    """A bound on lost visits that came or went; a list of punishments whose other wording tells of another thing alone."""
    quotes = ("", unit.plain) if sign > 0 else (unit.plain, "")
    other = scene.before if sign > 0 else scene.after
    if _BOUNDED.match(unit.plain):
        if any(_BOUND.search(one.plain) and _LOSS_OF_VISITS.search(one.plain) for one in other):
            return None
        return Effect("S8-bound", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), (), *quotes, ("bounded",))
    if not _LOSS_OF_VISITS.search(unit.plain):
        return None
    for one in other:
        pair = (one, unit) if sign > 0 else (unit, one)
        found = _sanction(*pair) if not _VISITING.search(one.plain) else None
        if found is not None:
            return found
    return None


def _at_will(text: str) -> bool | None:
    """Whether visits may be stopped at will by a line, or on certain grounds alone; None where it tells neither."""
    modal = _MODAL.search(text)
    if modal is None or not modal["choice"] or not _STOPS.search(text, modal.end()) or _HAPPENED.search(text):
        return None
    if _ON_GROUNDS.search(text, modal.end()):
        return False
    return True if _ON_NO_GROUND.search(text, modal.end()) else None


def _with_question(unit: Unit) -> str:
    """A line behind the question that it answers: "Can visits be taken away? Yes, for up to one year."."""
    return f"{unit.lead} {unit.plain}" if unit.lead.endswith("?") else unit.plain


def _bound(text: str) -> float | None:
    """For how many days visits may be stopped by a line, None where it says nothing of that."""
    if not _STOPS.search(text) or _HAPPENED.search(text):
        return None
    hit = _BOUND.search(text)
    if hit is not None:
        return in_days(float(hit[1]), hit[2])
    return _NO_LIMIT if _BOUNDLESS.search(text) else None


def _same_bound(old: Unit, new: Unit) -> bool:
    """Whether two lines tell one bound in other words ("up to 30 days", "a maximum of 30 days") and all else alike."""
    hits = [_BOUND.search(unit.plain) for unit in (old, new)]
    if hits[0] is None or hits[1] is None or hits[0].groups() != hits[1].groups():
        return False
    rest = [concepts(_BOUND.sub(" ", unit.plain)) for unit in (old, new)]
    return rest[0] == rest[1]

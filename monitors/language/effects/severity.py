"""Severity after direction: permanent, open-ended or dated; one unit or all; adopted or only proposed (S1-S8)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitors.language.claims.policy import dated, one_group
from monitors.language.effects.events import SUIT, changed_text
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.words import lexicon_acts as acts
from monitors.language.words.dates import DATE
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_SUSPENDS = regex(rf"\b(?:{acts.SUSPENDS})")
_PERMANENT = regex(rf"\b(?:{acts.PERMANENT})")
_NOTICE = regex(rf"\b(?:{acts.UNTIL_NOTICE})")
_TEMPORARY = regex(rf"\b(?:{acts.TEMPORARY})")
_PROPOSED = regex(
    r"\b(?:propos(?:e|es|ed|al|als|ing|ed rulemaking)|(?:first|second) reading|laid over|should this be adopted|if (?:adopted|approved|passed|signed|the \w+ (?:approves?|agrees?|adopts?))|would (?:have|be|end|close|allow|require|cut|let|bring|give|raise|lower|bar|open)|draft|written comment|public comment|pending|tentative\w*|recommend\w*|under consideration|to be (?:called for|voted)|(?:will|(?:is|are) (?:to|set to|due to|expected to|scheduled to)) (?:\w+ |\{\w+\} ){0,4}?vote"
    r"|(?:board|council|commission|supervisors|commissioners|legislature|lawmakers|senate|house|committee|court|county|city) (?:of \w+ )?(?:will|is to|are to|is (?:set|due|scheduled|likely) to) (?:consider|discuss|weigh|debate|take up|decide)"
    r"|(?:is|are|was|were|been|being) (?:expected|likely|poised|asked|urged|about) to (?:approve|adopt|authorize|consider|vote|reject|sign|ban|end|lift|restore|repeal|pass|veto|uphold|accept)"
    r"|(?:bill|measure|resolution|ordinance|legislation|motion)\b[^.;]{0,60} (?:was|were|been) introduced|tabled"
    r"|(?:is|are|was|were) (?:still |now |also )?(?:asking the|considering|weighing|mulling|discussing|debating|exploring|planning|studying)"
    r"|(?:we|he|she|they|it|officials|supervisors|commissioners|sheriff|county|jail|board|council|state|department|company|vendor|city|governor|warden|legislature|lawmakers) (?:wants?|plans?|seeks?|hopes?|intends?|aims?|would like|proposes?) to (?!visit|see|come|book))\b"
)
# In a paper; in a contract "may" gives leave.
_POSSIBLE = regex(
    r"\b(?:may|might|could) (?:soon |eventually |also |one day |have to |again )*(?:end|stop|ban|eliminate|scrap|drop|lose|return|resume|restart|re-?open|come back|bring back|restore|reinstate|replace|raise|increase|cut|lower|be (?:cut|ended|restored|raised|lowered|stopped|suspended|dropped|added|reduced|halved|doubled))\b"
)
_ADOPTED = regex(
    r"\b(?:(?:has|have) (?:now )?decided|adopted|passed|approved|signed|carried|voted (?:\d+ ?(?:-|to) ?\d+,? )?to|ordered|so ordered|effective|in force|takes effect|took effect|enacted)\b"
)
_QUOTED = regex(r'"[^"]{12,}?"')
_SIGNED = regex(r"\((?:executed|signed|adopted|final)\)|\b(?:executed|signed) (?:copy|version|amendment)\b")
_NOT_YET = regex(
    r"\b(?:not (?:yet )?(?:been )?|yet to be |never )(?:adopted|passed|approved|signed|in force|effective|enacted)\b"
)
_LEAVES = regex(rf"\b(?:{acts.REFUSES})\b")
_REFUSED_OBJECT = regex(
    r"\b(?:(?<!refusing an )order|request|motion|petition|bill|measure|appeal|block|suit|injunction|repeal|proposal|legislation)\b"
)
_SCREENS = regex(
    r"\b(?:(?:lobby|kiosks?|terminals?|stations?)|(?:home|remote|own (?:phone|device)|tablets?|web portal|from home|internet|app))\b"
)
_ONSITE = regex(r"\b(?:lobby|kiosks?|terminals?|stations?)\b")
_REMOTE = regex(r"\b(?:home|remote|remotely|own (?:phone|device)s?|tablets?|portal|internet|app|online|virtual)\b")


def settle(effect: Effect, scene: Scene, alignment: Alignment) -> Effect:
    """The effect with its final severity, and with the topics that its kind of source and of stop add."""
    old, new = changed_text(alignment)
    clause = effect.new or effect.old
    text = new if effect.new or not effect.old else old
    if effect.rule.startswith("P-") and {Topic.IN_PERSON, Topic.SUSPENSION} & set(effect.topics):
        effect = _stop(effect, text, clause, old)
    if _one_class(effect, scene.title):
        effect = effect.lower("S6")
        effect = replace(effect, facts=tuple(f for f in effect.facts if f.name != "in_person_allowed"))
    if effect.severity is not Severity.CRITICAL or scene.kind in ("doc", "rule", "advocacy", "vendor"):
        effect = replace(effect, facts=tuple(f for f in effect.facts if f.name != "in_person_allowed"))
    if not scene.before and scene.official:
        effect = replace(effect, facts=tuple(_unstated(f) if f.before is True else f for f in effect.facts))
    wide = scene.kind in ("news", "doc", "contract", "advocacy", "vendor")  # a jail's page speaks of plans line by line
    possible = scene.kind == "news" and _POSSIBLE.search(effect.new) is not None
    possible = possible or _is_draft(scene)
    if wide and _SIGNED.search(new):
        text = new
    if effect.sign and "+S5" not in effect.rule and (possible or _pending(text if wide else effect.new, clause)):
        effect = effect.lower("S5")
    return _topics(effect, scene, new)


def as_proposed(effects: Sequence[Effect], scene: Scene, alignment: Alignment) -> tuple[Effect, ...]:
    """What the reader alone tells, where it is critical and yet only asked for or planned (S5)."""
    text = changed_text(alignment)[1]
    if SUIT.search(text) and all(not effect.sign for effect in effects):
        return tuple(replace(effect, severity=Severity.MINOR) for effect in effects)  # S3
    if _is_draft(scene):
        return tuple(e if "+S5" in e.rule or not e.sign else e.lower("S5") for e in effects)
    signed = any(effect.sign and not effect.rule.startswith("L-") for effect in effects)
    asked = _ASKED.search(text) or (_pending(text, "") and not _REPORTED.search(text))
    if signed or not scene.before or scene.kind in ("jail", "doc") or not asked:
        return tuple(effects)
    return tuple(e.lower("S5") if e.severity in (Severity.CRITICAL, Severity.MAJOR) else e for e in effects)


# A text that is a proposal as a whole, by what stands over it.
_IS_DRAFT = regex(r"(?:proposed\b|draft\b|notice of proposed|text (?:as )?proposed|not (?:yet )?adopted)")


def _is_draft(scene: Scene) -> bool:
    heads = [[unit.plain for unit in page[:3]] for page in (scene.before, scene.after)]
    return scene.kind == "rule" and all(any(map(_IS_DRAFT.match, head)) for head in heads)


# "He said that the windows would close in March" proposes nothing.
_REPORTED = regex(r"\b(?:said|says|told|announced|announces|added|confirmed|wrote)\b")
_ASKED = regex(
    r"\b(?:under a (?:draft )?plan|(?:requests?|seeks?|recommends?|wants?|asks? for|ask(?:s|ed)? the [\w ]{3,30} for) (?:the )?approval|(?:will )?ask(?:s|ed)? the (?:\w+ ){1,3}to (?:approve|adopt|authorize|sign)|under the propos(?:ed|al)|(?:will|is to|are to) vote on (?:it|the (?:plan|proposal|contract|deal)))\b"
)


def of_source(effects: Sequence[Effect], kind: str) -> list[Effect]:
    """The effects with what their source makes of them: a share that a contract gives is a clause of it; what a vendor
    pays, writes into contracts or says of visits in person is its position."""
    return [replace(e, topics=tuple(dict.fromkeys((*e.topics, *_of_source(set(e.topics), kind))))) for e in effects]


def _of_source(topics: set[Topic], kind: str) -> tuple[Topic, ...]:
    if kind == "contract" and Topic.COMMISSION in topics:
        return (Topic.CONTRACT_CLAUSE,)
    if kind == "vendor" and topics & {Topic.COMMISSION, Topic.CONTRACT_CLAUSE, Topic.IN_PERSON}:
        return (Topic.VENDOR_POSITION,)
    return ()


def _unstated(fact: Fact) -> Fact:
    """A permission as a page tells it that was not there before."""
    return Fact(fact.name, None, fact.after)


_TITLE_CLASS = regex(
    r"\b(?:restrict(?:ed|ive) housing|segregation|honor|work release|trust(?:y|ee)\w*|nursery|trustee|weekender)"
)


def _one_class(effect: Effect, title: str) -> bool:
    if (
        not effect.rule.startswith(("P-", "Q-"))
        or Topic.LEGAL_VISITS in effect.topics
        or effect.severity is Severity.MINOR
    ):
        return False
    eligible = {Topic.ELIGIBILITY, Topic.COMMISSION} & set(effect.topics)
    return (
        not eligible
        and effect.rule.startswith("P-")
        and (one_group(effect.new) or one_group(effect.old) or _TITLE_CLASS.search(title) is not None)
    )


def _pending(text: str, clause: str) -> bool:
    if _LEAVES.search(clause) and _REFUSED_OBJECT.search(clause):
        return True
    text = _QUOTED.sub(" ", text)
    return _PROPOSED.search(text) is not None and _ADOPTED.search(_NOT_YET.sub(" ", text)) is None


def _stop(effect: Effect, text: str, clause: str, old: str) -> Effect:
    if effect.sign < 0 and re.search(
        r"\b(?:from now on|henceforth|screens? only|video only|only by (?:video|screen))\b", clause
    ):
        return effect
    if effect.sign > 0:
        eased = (
            _SUSPENDS.search(effect.old)
            or _TEMPORARY.search(old)
            or _NOTICE.search(old)
            or re.search(r"\b(?:suspension|pause|lockdown|quarantine|outbreak)\b", clause)
        )
        if not eased or _PERMANENT.search(old):
            return effect
        topics = tuple(dict.fromkeys((Topic.SUSPENSION, *effect.topics)))
        return replace(effect, topics=topics, severity=Severity.MAJOR, facts=(), rule=f"{effect.rule}+S8")
    stopped = (
        _SUSPENDS.search(clause) or _SUSPENDS.search(effect.old) or _NOTICE.search(text) or _TEMPORARY.search(text)
    )
    if not stopped or _PERMANENT.search(text):
        if effect.topics == (Topic.SUSPENSION,):
            effect = replace(effect, topics=(Topic.SCHEDULE,) if "{" in clause else (Topic.SUSPENSION,))
        return effect
    open_ended = _NOTICE.search(text) is not None
    short = (
        effect.sign < 0
        and not open_ended
        and not _FROM_THEN.search(clause)
        and (dated(text) or re.search(r"\bwhile\b", text) is not None)
    )
    topics = tuple(dict.fromkeys((Topic.SUSPENSION, *effect.topics)))
    if short and Topic.IN_PERSON not in topics:
        topics = (*topics, Topic.SCHEDULE)
    return replace(
        effect, topics=topics, severity=Severity.MINOR if short else Severity.MAJOR, facts=(), rule=f"{effect.rule}+S8"
    )


# "Visits stop on May 1." tells from when, "No visits on May 1." which day.
_FROM_THEN = regex(
    rf"\b(?:stops?|ends?|ceases?) (?:on |after |from |effective |as of )*{DATE}(?!.*\b(?:until|through|resum\w+|back|again)\b)"
)
_ASKS = regex(r"\b(?:must|our paper|agreement|contracts?|require\w*|clause|paperwork|terms of|forms?)\b")
_AGREEMENT = regex(r"\b(?:agreement|contract|amendment|addendum|exhibit|clauses?|schedule [a-z]\b)")
# The voice of a contract: who shall do what.
_AGREES = regex(
    r"\b(?:county|agency|facility|sheriff|customer|provider|jail|authority|city|department) (?:shall|agrees|undertakes|covenants|warrants)\b"
)


def _topics(effect: Effect, scene: Scene, new: str) -> Effect:
    topics = list(effect.topics)
    facts = effect.facts
    about_visits = bool({Topic.IN_PERSON, Topic.COMMISSION} & set(topics)) and effect.rule.startswith(
        ("P-", "Q-", "S8")
    )
    if scene.kind == "contract" and about_visits:
        topics.append(Topic.CONTRACT_CLAUSE)
        if effect.sign > 0 and not re.search(
            r"\b(?:again|back|reopen\w*|reinstat\w*|restor\w*|resum\w*|return\w*)\b", effect.new
        ):
            facts = tuple(f for f in facts if f.name != "in_person_allowed")
    if scene.kind == "vendor" and Topic.IN_PERSON in topics:
        topics.append(Topic.VENDOR_POSITION)
        facts = tuple(f for f in facts if f.name != "in_person_allowed")
        if _ASKS.search(new) or _AGREES.search(effect.new or effect.old) or _AGREEMENT.search(scene.title):
            topics.append(Topic.CONTRACT_CLAUSE)
        elif effect.severity is Severity.CRITICAL:
            effect = replace(effect, severity=Severity.MAJOR)
    if (
        Topic.IN_PERSON in topics
        and effect.sign < 0
        and effect.rule.startswith(("P-turn", "P-new"))
        and Topic.SUSPENSION not in topics
    ):
        topics += [Topic.VIDEO_ONSITE] * bool(_ONSITE.search(new)) + [Topic.VIDEO_REMOTE] * bool(_REMOTE.search(new))
    return replace(effect, topics=tuple(dict.fromkeys(topics)), facts=facts)

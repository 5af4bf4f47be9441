"""How grave an act of a court, a board or a governor on visits in person is: one in force, or one that leaves things be.

A veto, or a judge who would not block a ban, leaves visits as they are: one level below the act itself (S5). A duty that is
ordered or taken up again, an exemption given or withdrawn and a stay that ends are in force (S1). The reader hears the
same words in both, and doubts.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_VETO = regex(r"\bveto(?:ed|es)?\b")
_OVERRIDDEN = regex(
    r"\b(?:overr(?:ode|id(?:e|es|den))|overturn(?:ed|s)?|overc[ao]me|revers(?:ed|es)|undid|set aside)\b(?![^.;]{0,40}\b(?:fail\w*|fell|short)\b)[^.;]{0,40}\bveto|\bveto[^.;]{0,40}\b(?:overridden|overturned|reversed|undone)\b"
)
_NO_OVERRIDE = regex(r"\b(?:not|never|no)\b[^.;]{0,25}\boverride\b|\boverride\b[^.;]{0,25}\b(?:fail\w*|fell|short)\b")
_COURT = r"(?:judge|court|panel|justice|magistrate|bench)"
_NOT_BLOCKED = regex(
    rf"\b{_COURT}\b[^.;]{{0,120}}\b(?:refus\w+|declin\w+|den(?:y|ied|ies)|turned down)\b[^.;]{{0,60}}\b(?:block|stop|halt|bar|stay|injunction|restraining|on hold|intervene|(?:request|motion)s?(?: for| to|$))\b"
    rf"|\b{_COURT}\b[^.;]{{0,120}}\b(?:will not|would not|won't)\b[^.;]{{0,30}}\b(?:block|stop|halt|stay|intervene)\b"
    r"|\b(?:request|motion)s?\b[^.;]{0,60}\b(?:was|were|is|are) (?:denied|refused|turned down)\b[^.;]{0,40}\b(?:court|judge|panel)\b"
)
_ORDERED = regex(
    r"\b(?:order(?:ed|s)|direct(?:ed|s)|command(?:ed|s)|told)\b[^.;]{0,60}\b(?:county|sheriff|jail|board|commissioners|state)\b[^.;]{0,30}\bto (?:\w+ )?(?:restore|reopen|re-open|resume|let|allow|hold|give|bring|provide|open|offer|permit|make room|stop refusing|face)\b"
    r"|\bgrant(?:ed|s) (?:\w+ ){0,5}injunction\b|\binjunction (?:is |was )?(?:entered|issued|granted)\b"
)
_EXEMPTED = regex(
    r"\b(?:exempt(?:ed|s)|freed|excused)\b[^.;]{0,60}\bfrom (?:the |its |a )?(?:\w+ ){0,3}(?:duty|rule|requirement|standard|mandate|obligation)\b"
    r"|\b(?:exemption|waiver|variance)s? (?:was|is|has been) granted\b|\bgrant(?:ed|s) (?:\w+ ){0,4}(?:exemption|waiver|variance)\b"
    r"|\b(?:exemption|waiver|variance)\b[^.;]{0,80}\b(?:is|was|are|has been) (?:hereby )?(?:withdrawn|revoked|rescinded|ended|voided|struck)\b"
)
_STAY_GONE = regex(
    r"\b(?:stay|hold)\b[^.;]{0,60}\b(?:dissolved|vacated|lifted)\b|\b(?:dissolv|vacat|lift|end)(?:ed|es|s|ing) (?:the|that|its|a) (?:stay|hold)\b"
)
# "In other business the mayor vetoed the park budget."
_OF_ELSE = regex(
    r"\b(?:budget|tax(?:es)?|levy|roads?|highways?|schools?|parks?|librar(?:y|ies)|zoning|sewers?|water|hospitals?|housing|pay raises?|landfill|airport|mall|stadium|wages?|pensions?|elections?)\b"
)
_OF_VISITS = regex(r"\b(?:visit\w*|in[- ]person|face[- ]to[- ]face|booths?|glass|windows?|jails?|prisons?|inmates?)\b")
_REFUSED = regex(
    r"\b(?:refus\w+|declin\w+|den(?:y|ied|ies)|reject\w*|turned down|voted down|fail\w*|would (?:have|be)|propos\w+|ask(?:s|ed)? (?:for|to|the)|if|(?:by|under) which|laps\w+|expir\w+|renew\w*)\b"
)
# What firms are asked to offer is no contract yet.
_TENDER = regex(
    r"\b(?:request for (?:proposals?|bids?|quotations?)|rfps?|rfqs?|invitation (?:for|to) bids?|solicitation)\b"
)


def as_decided(effects: Sequence[Effect], scene: Scene, changed: Alignment) -> tuple[Effect, ...]:
    """The effects on visits in person with the gravity of an act that leaves things be, or of one in force, where a line
    that came says plainly which."""
    left = _leaves(changed.come)
    if scene.kind == "contract" and _TENDER.search(scene.title):
        return tuple(effect.lower("S5") if effect.severity is Severity.CRITICAL else effect for effect in effects)
    in_force = not left and scene.kind not in ("jail", "vendor", "contract") and any(map(_in_force, changed.come))
    if not (left or in_force):
        return tuple(effects)
    return tuple(_decided(effect, left=left) for effect in effects)


def _decided(effect: Effect, *, left: bool) -> Effect:
    if (not effect.sign and not effect.rule.startswith("L-mixed")) or Topic.IN_PERSON not in effect.topics:
        return effect
    if left:
        return replace(effect, severity=Severity.MAJOR)
    return replace(effect, severity=Severity.CRITICAL) if effect.severity is Severity.MAJOR else effect


def _leaves(lines: Iterable[Unit]) -> bool:
    """Whether lines say that a veto stands or that a court would not block something, and of no order beside it."""
    said = [unit.plain for unit in lines if _OF_VISITS.search(unit.plain) or not _OF_ELSE.search(unit.plain)]
    if any(_VETO.search(line) for line in said):
        undone = any(_OVERRIDDEN.search(line) and not _NO_OVERRIDE.search(line) for line in said)
        return not undone
    return any(_NOT_BLOCKED.search(line) for line in said) and not any(_ORDERED.search(line) for line in said)


def _in_force(unit: Unit) -> bool:
    said = unit.plain
    if _OF_ELSE.search(said) and not _OF_VISITS.search(said):
        return False
    if any(act.search(said) for act in (_ORDERED, _STAY_GONE)):
        return _REFUSED.search(said) is None
    return _EXEMPTED.search(said) is not None and _REFUSED.search(said) is None

"""A new line that says that visits are by video alone, or no longer, or from which device one may visit now.

"Visits are no longer by video only." and "Video is no longer the only way to visit." were told as losses: the video was
heard, and not that it is not alone any more.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.claims.who_acts import undated
from monitors.language.lines.acts.form_acts import may_say
from monitors.language.lines.acts.stances import others_of
from monitors.language.lines.certain import Certain
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_VISITS = r"(?:(?:all|the|our|social|family|inmate|public|jail|county) )*(?:visits?|visitation|visiting)(?: (?:at|in) (?:the|our) (?:[\w-]+ )?(?:jail|prison|facility))?"
_PEOPLE = rf"(?:(?:all|the|our) )*(?:{visits.VISITOR}|{visits.FAMILY}|you|people|everyone)"
_HELD = rf"(?:(?:their|your|the|an?) )*(?:{visits.HELD}|family members?|relatives)"
_SCREEN = r"(?:(?:a|the|video|on|kiosk|tablet|tv|computer) )*(?:video(?: (?:kiosks?|screens?|visits?|calls?))?|screens?|monitors?|kiosks?)"
_TURN = r"(?P<now>now |again |once again |once more |back )?(?P<no>no longer )?"
_DEVICE = r"(?:home|your (?:own )?(?:home|phone|computer|tablet|device|laptop|smartphone)|their (?:own )?(?:homes?|phones?|computers?|tablets?|devices?)|anywhere|a (?:phone|tablet|computer|smartphone))(?:,? or (?:your |a |their )?(?:phones?|tablets?|computers?|laptops?))?"
_ALONE = tuple(
    regex(pattern)
    for pattern in (
        rf"{_VISITS} (?:is|are|will be|takes? place|will take place) {_TURN}(?:all |only |solely |exclusively |held |conducted |done |offered )*(?:by|via|over|through|on) {_SCREEN}(?: only| alone)?",
        rf"video(?: visits?| visitation| calls?)? (?:is|are|will be) {_TURN}the (?:only|sole) (?:way|form|kind|means|method|option) (?:to (?:visit|see [^,;:|]{{3,30}})|of (?:visits?|visiting|visitation)|for {_PEOPLE})",
        rf"{_PEOPLE} (?:(?:may|can|will|must) )?{_TURN}(?:only )?see {_HELD} (?:only )?(?:on|over|by|via|through) {_SCREEN}(?: only)?(?:,? (?:and |but )?(?:not )?in person| instead of in person)?",
    )
)  # fmt: skip
_CHOICE = regex(
    rf"{_PEOPLE} (?:may|can) {_TURN}(?:choose between|have a choice of|choose) (?:video (?:visits? )?(?:and|or) in-person|in-person (?:visits? )?(?:and|or) video) visits?"
)
_IN_PLACE = tuple(
    (regex(rf"(?:{_VISITS}|{_PEOPLE}) [^,;:|]{{2,70}}?{pattern}"), sign)
    for sign, pattern in (
        (1, rf" instead of (?:by|via|over|through|on) {_SCREEN}"),
        (-1, rf" (?:by|via|over|through|on) {_SCREEN} instead of (?:in|at|face)[^,;:|]{{2,50}}"),
    )
)
_FROM = tuple(
    regex(pattern)
    for pattern in (
        rf"{_PEOPLE} (?:may|can|will be able to) {_TURN}visit from {_DEVICE}",
        rf"(?:tablets?|phones?|smartphones?|home computers?|laptops?) (?:may|can) {_TURN}be used (?:for|to make) (?:video )?visits",
    )
)
_CUES = regex(
    r"\b(?:video|screens?|monitors?|kiosks?|tablets?|phones?|smartphones?|computers?|laptops?|home|anywhere)\b"
)
_ELSE = regex(
    rf"\b(?:{visits.LEGAL}|unless|except\w*|if|when|while|until|tours?|doctors?|nurses?|courts?|judges?|hearings?)\b"
)
_LONGEST = 160


def screen_acts(scene: Scene, alignment: Alignment) -> Certain:
    """What such new lines tell where no line that went speaks of visits, and none of the old page said the same."""
    told = [(unit, effect) for unit in alignment.added if may_say(scene, unit.plain) and (effect := _effect(unit))]
    if not told or scene.of_others or any(speaks(unit.plain) for unit in others_of(alignment, came=True)):
        return Certain()
    known = [(other.rule, other.sign) for unit in scene.before if (other := _effect(unit)) is not None]
    told = [(unit, effect) for unit, effect in told if (effect.rule, effect.sign) not in known]
    return Certain(tuple(effect for _, effect in told), tuple(unit for unit, _ in told))


def _effect(unit: Unit) -> Effect | None:
    if len(unit.plain) > _LONGEST or _CUES.search(unit.plain) is None or _ELSE.search(unit.plain):
        return None
    text, dated = undated(unit.plain.rstrip(" .!"))
    for pattern in _ALONE:
        if (hit := pattern.fullmatch(text)) is not None:
            return _of_video_alone(unit, hit)
    if (hit := _CHOICE.fullmatch(text)) is not None:
        sign = -1 if hit["no"] else 1
        return Effect("P-screen", sign, Severity.CRITICAL, (Topic.IN_PERSON,), (), "", unit.plain, (unit.plain,))
    for pattern, sign in _IN_PLACE:
        if pattern.fullmatch(text) is not None:
            return Effect("P-screen", sign, Severity.CRITICAL, (Topic.IN_PERSON,), (), "", unit.plain, (unit.plain,))
    for pattern in _FROM:
        if (hit := pattern.fullmatch(text)) is not None and (dated or hit["now"] or hit["no"]):
            sign = -1 if hit["no"] else 1
            return Effect("P-device", sign, Severity.MAJOR, (Topic.VIDEO_REMOTE,), (), "", unit.plain, (unit.plain,))
    return None


def _of_video_alone(unit: Unit, hit: re.Match[str]) -> Effect:
    sign = 1 if hit["no"] else -1
    facts = (Fact("in_person_allowed", sign < 0, sign > 0),)
    return Effect("P-screen", sign, Severity.CRITICAL, (Topic.IN_PERSON,), facts, "", unit.plain, (unit.plain,))

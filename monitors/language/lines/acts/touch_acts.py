"""A new line that says of touch, or of what parts people, that it is allowed or gone, and says nothing else.

"The glass between visitors and inmates has been removed." and "Visits are no longer held behind glass." were told as losses,
"Hugs have been banned." as nothing: the glass was heard, and not what became of it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.claims.who_acts import ACTOR, undated
from monitors.language.lines.acts.form_acts import may_say
from monitors.language.lines.acts.stances import others_of
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_term_acts as words
from monitors.language.words.lexicon_decisions import family, one_of
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_AT = r"(?: (?:at|in|during|for|with|between|across|before|after) [^,;:|]{3,50}?)?"
_PLACE = r"(?: (?:between|in|at|on|from|of|across) (?:the |our |each |all |every )?(?:visitors and (?:inmates|prisoners|residents)|inmates and (?:visitors|their \w+|families)|visit\w*(?: (?:rooms?|areas?|booths?|halls?|tables?))?|booths?|tables?|jail|prison|them|lobby))?"
_TOUCH = rf"(?:(?:brief|all|any|physical|the|short|quick|1|an?) )*(?:(?<!non-)contact(?! visit\w*| (?:us|info\w*|list))|hugs?|hugging|kiss(?:es|ing)?|hand-?holding|holding hands|touch(?:ing)?|embraces?|embracing|handshakes|cuddling)(?:(?:,| and| or)+ (?:hugs?|hugging|kiss(?:es|ing)?|hand-?holding|holding hands|touching|embraces?|handshakes))*{_AT}"
_BARRIER = rf"(?:(?:the|our|an?|all|new|old|thick|clear|plastic|glass|acrylic|safety) )*(?:glass(?: walls?| panels?| partitions?)?|plexi-?glass(?: \w+s)?|partitions?|dividers?|barriers?|panes?|(?:upright |acrylic |plexiglass )(?:panels?|sheets?)){_PLACE}"
_ALLOWED = r"(?:allowed|permitted|welcome|possible|ok|okay|restored|reinstated|back|legal|encouraged)"
_BANNED = r"(?:banned|prohibited|forbidden|barred|disallowed|outlawed|off limits|off-limits|over|ended|discontinued|suspended|abolished|eliminated|out|against the rules|not tolerated|an? (?:breach|violation|infraction)(?: of (?:the |our )?(?:rules|policy))?)"
_UP = one_of(
    family(
        "install, put up, set up, build, mount, erect, add, put, place, introduce, reinstall, restore, bring back, put in, put back"
    )
)
_DOWN = one_of(
    family(
        "remove, take down, take out, take away, tear down, dismantle, get rid of, do away with, eliminate, pull down, drop, lower, rip out, clear away, scrap"
    )
)
_LETS = one_of(family("allow, permit, welcome, restore, bring back, reinstate, tolerate"))
_BANS = one_of(family("ban, prohibit, forbid, bar, outlaw, disallow, suspend, end, stop, discontinue"))
_OVER = r"(?:over|gone|lifted|ended|dropped|repealed|removed|rescinded|waived|scrapped|no more|history)"
_BE = rf"(?:is|are|was|were|has|have|will|shall) {words.NO}(?P<still>still )?{words.SOFT}(?:be |been |being )?{words.SOFT}"
_AUX = rf"(?:(?:has|have|is|are|will|do|does) )?{words.NO}{words.SOFT}"
_VISITS = r"(?:(?:all|the|our|in-person|social|family) )*(?:visits?|visitation|visiting)"
_RULE = r"(?:the |a |our )?(?:ban|rule|prohibition|restriction|policy) (?:on|against|forbidding|prohibiting|banning)"

_OF_VISITS = r"(?=.*\b(?:visit\w*|famil(?:y|ies)|clergy|attorneys?|lawyers?)\b)"

# Each with whether it is good for visitors where nothing denies it, and whether it is so by an act, which may not be done.
_SAID = tuple(
    (regex(pattern), good, act)
    for good, act, pattern in (
        (1, False, rf"{_TOUCH} (?:is|are|will be|shall be) {words.NO}(?P<still>still )?(?P<late_no>not )?(?P<soft>{words.SOFT}){_ALLOWED}{_AT}"),
        (-1, False, rf"{_TOUCH}(?:, which (?:used to be|was|were) \w+,)? (?:is|are|will be|has been|have been|was|were) {words.NO}(?P<still>still )?(?P<soft>{words.SOFT}){_BANNED}{_AT}"),
        (-1, True, rf"{_TOUCH} (?:has|have) (?P<no>not |never )been {_BANNED}"),
        (1, False, rf"{ACTOR} {_AUX}(?P<soft>{words.SOFT})(?:{_LETS}) {_TOUCH}"),
        (-1, True, rf"{ACTOR} {_AUX}(?:{_BANS}) (?:(?:allowing|permitting|letting) )?{_TOUCH}"),
        (1, True, rf"{_RULE} {_TOUCH} (?:is|are|has been|have been|was|will be) {words.NO}{words.SOFT}{_OVER}"),
        (-1, True, rf"{_BARRIER} {_BE}(?:{_UP}|go up|going up|come back|coming back|back|here){_PLACE}"),
        (1, True, rf"{_BARRIER} {_BE}(?:{_DOWN}|gone|down|come down|come out|coming down|coming out|history|a thing of the past|no more){_PLACE}"),
        (1, True, rf"{_BARRIER} (?:went|have gone|has gone|were put|was put|are|is) (?:now )?(?:in|into|to) (?:storage|the (?:shed|dump|basement|store ?room))"),
        (-1, True, rf"{ACTOR} {_AUX}(?:{_UP}) {_BARRIER}"),
        (1, True, rf"{ACTOR} {_AUX}(?:{_DOWN}) {_BARRIER}"),
        (-1, False, rf"{_VISITS} (?:is|are|will be|take place|takes place) {words.NO}(?P<soft>{words.SOFT})(?:held |conducted |done |made |take place )?(?:behind|through|across|from behind) {_BARRIER}"),
        (1, False, rf"{_VISITS} (?:is|are|will be|take place|takes place) {words.NO}(?P<soft>{words.SOFT})(?:held |conducted |done |take place )?without {_BARRIER}"),
        (1, True, rf"{_OF_VISITS}[^,;:|]{{3,90}}? instead of (?:behind|through|across|from behind) {_BARRIER}"),
        (-1, True, rf"{_OF_VISITS}[^,;:|]{{3,70}}? (?:behind|through|across|from behind) {_BARRIER} instead of [^,;:|]{{3,50}}"),
        (-1, False, rf"{_VISITS} (?:is|are|will be) {words.NO}(?P<soft>{words.SOFT})(?:all )?(?:non-?contact|no-contact|noncontact)(?: visits?| only)?"),
        (1, False, rf"{_VISITS} (?:is|are|will be) {words.NO}(?P<soft>{words.SOFT})(?:full-?)?contact visits?"),
    )
)  # fmt: skip
_CUES = regex(
    r"\b(?:hug\w*|kiss\w*|hands?|hand-?holding|touch\w*|embrac\w+|contact|non-?contact|handshakes|cuddling|glass|plexi\w*|partitions?|dividers?|barriers?|panes?|panels?|acrylic)\b"
)
_NEWS = regex(r"\b(?:now|again|once again|no longer)\b")
_ELSE = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|unless|except\w*|only|if|video|screens?|volunteers?|staff|officers?|tours?|lobby windows?|broken|property|food)\b"
)
_LONGEST = 200


def touch_acts(scene: Scene, alignment: Alignment) -> Certain:
    """What such new lines tell where none of the old page said the same, and lines on touch that went said the reverse."""
    new = [*alignment.added, *(now for _, now in alignment.pairs)]
    told = [(u, sign) for u in new if may_say(scene, u.plain) and (sign := _sign(u.plain)) is not None]
    gone = [unit for unit in others_of(alignment, came=True) if _CUES.search(unit.plain)]
    turned = {-sign for _, sign in told if sign}
    if not told or scene.of_others or any(_was(unit.plain) not in turned for unit in gone):
        return Certain()
    known = {_sign(unit.plain) for unit in scene.before if unit not in gone}
    effects = tuple(_effect(unit, sign) for unit, sign in told if sign and sign not in known)
    lines = tuple(unit for unit, sign in told if not sign or sign not in known)
    why = ("R3 touch is allowed, or not, as before",) if len(effects) < len(lines) else ()
    return Certain(effects, (*lines, *gone) if effects else lines, why)


# "Plastic dividers stand on the visiting tables."
_STANDS = regex(
    rf"{_BARRIER} (?:is|are|stands?|hangs?|runs?|sits?|separates?|divides?|parts?|keeps?)\b(?!.*\b(?:no|not|gone|down|remov\w+)\b).{{3,60}}"
)


def _was(plain: str) -> int | None:
    """What a line said that went, as a rule: -1 where something stands between people."""
    sign = _sign(plain, rule=True)
    return -1 if sign is None and _STANDS.fullmatch(plain.rstrip(" .!")) else sign


def _sign(plain: str, *, rule: bool = False) -> int | None:
    """+1 where more touch is possible by a line than before, -1 where less is, 0 where all stays; None where it says
    none of these. rule: what it says of old is meant, too; else that touch is allowed must be new."""
    if len(plain) > _LONGEST or _CUES.search(plain) is None or _ELSE.search(plain):
        return None
    text, dated = undated(plain.rstrip(" .!"))
    for pattern, good, act in _SAID:
        hit = pattern.fullmatch(text)
        if hit is not None:
            return _of_hit(hit, good, act=act, news=rule or dated or _NEWS.search(text) is not None)
    return None


def _of_hit(hit: re.Match[str], good: int, *, act: bool, news: bool) -> int | None:
    said = hit.groupdict()
    no = (said.get("no") or said.get("late_no") or "").strip()
    if said.get("still"):
        return 0
    if no == "no longer":
        return -good
    if no:
        return 0 if act else -good
    return good if act or good < 0 or news else None


def _effect(unit: Unit, sign: int) -> Effect:
    facts = (Fact("contact_allowed", sign < 0, sign > 0),)
    return Effect("P-touch", sign, Severity.MAJOR, (Topic.CONTACT,), facts, "", unit.plain, (unit.plain[:120],))

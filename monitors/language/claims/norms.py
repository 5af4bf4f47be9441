"""What a statute, contract, vendor or handbook says that somebody shall, may or must not do to visits, in one sentence.

"A sheriff shall not deny in-person visits.", "Nothing in this section shall be construed to permit a facility to replace
them.", "We do not require jails to end them.": as in decisions.py each verb, noun and denial has a sign, their product says
whether the rule is good for visits while it stands, and a sentence is read whole or not at all.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from monitors.language.claims.decided_matters import JAILS, VISITS, Matter, direct, matter
from monitors.language.words import lexicon_decisions as words
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_NUMBER = regex(
    r"(?:(?:section|sec\.|article|paragraph|rule) )?(?:\(?[\d.]*\d[.)]?|\([a-z\d]{1,3}\)) (?:\([a-z\d]{1,3}\) )?(?=[a-z])"
)
_LEAD = regex(
    r"(?:(?:notwithstanding|subject to|under|pursuant to|except as provided in|in accordance with|during|for|upon|after|throughout|on and after|on or after|from and after) [^,;:]{3,70}, |(?:deposit|add|buy|pay|sign up)[^,;:.]{3,60} and (?=we\b))"
)
_NOTHING = regex(
    r"nothing (?:(?:contained |stated |said )?in (?:this|the|these|our|any) [\w-]+(?: [\w-]+){0,3}?|(?:contained )?(?:herein|here|hereunder)|in it) "
    r"(?:(?:shall|will|may|must|should|can|is to|are to)(?: be)? (?:construed|read|interpreted|deemed|understood|taken|used)(?: so)? (?:to|as)|(?:is|are) (?:intended|meant|to be construed) (?:to|as)|(?:shall|will|may|must|can|does)|) ?(?:be )?(?:a |an )?"
)
_NOT_CONSTRUED = regex(
    r"(?:this|the|these|our|no) (?:[\w-]+ ){1,4}?(?:(?:(?:shall|may|must|will|does|do|is|are) )?(?:not )?(?:be )?(?:construed|read|interpreted|deemed|understood|intended|meant)(?: so)? (?:to|as)|(?:does|do|shall) not) "
)
_AGENT = rf"(?:{JAILS}|(?:(?:the|an?|any|every|each|our|no|selected|hearing|disciplinary|jail|county|state|shift) )*(?:providers?|contractors?|officers?|committee|commissioner|defendants?|parties|authority|lieutenant|captain|management|staff|city|parish|sheriff's office)|we|our (?:company|contracts?|agreements?|system)|the law)"
# "A county with fewer than 50,000 people"
_WHICH_ONE = r"(?: (?:with|of|that|which|having|in|whose|under|who|operated|holding|built|for)(?: (?!(?:shall|may|must|will|is|are|need|not|never|cannot)\b)[\w'$,.-]+){1,10}?)?"
_NAME = r"[a-z][\w'.-]+(?: [a-z][\w'.-]+){0,2}?"
_BAN = r"(?:(?:is|are|shall be|will be) (?:hereby )?(?:prohibited|barred|forbidden|enjoined|precluded) from|(?:is|are|shall|will) not (?:be )?(?:allowed|permitted|authorized|free) to|agrees? not to|covenants? (?:that it will )?not to|(?:shall|may|must|will|can|do|does|did|would) (?:not|never|no longer)|cannot|can't|won't|don't|doesn't|never|no longer)"
_EXCUSED = r"(?:may,? but need not,?|need not|(?:is|are|shall|will|may) (?:not|no longer|never) (?:be )?(?:required|obligated|obliged|bound|compelled|asked|forced) to|(?:has|have|shall have) no (?:duty|obligation) to|(?:(?:is|are|shall be) (?:hereby |also |now )?)?(?:exempt(?:ed)?|excused|relieved|excluded|released|free) from)"
_DUTY = r"(?:shall|must|will|(?:is|are|shall be) (?:hereby )?(?:required|obligated|obliged|bound) to|agrees? to|undertakes? to|has to|have to)"
_CHOICE = r"(?:may|can|(?:is|are) (?:not|no longer|never) (?:prohibited|barred|forbidden|precluded|enjoined|stopped|kept) from|(?:remains?|stays?) free to|retains? the (?:right|power|option) to|(?:is|are|shall be) (?:hereby )?(?:authorized|permitted|allowed|free|entitled) to|has the right to|reserves the right to)"
_MODAL = regex(
    rf"(?P<none>no )?(?P<agent>{_AGENT}|(?P<name>{_NAME})){_WHICH_ONE},? (?:(?P<excused>{_EXCUSED})|(?P<ban>{_BAN})|(?P<choice>(?:may|can)(?! be (?:required|obliged))|{_CHOICE})|(?P<duty>{_DUTY})) (?:also |ever |at any time |in any way |hereby )?"
)
_ASKS = regex(
    rf"(?:requir|forc|order|compel|oblig|direct|instruct|ask|tell|press|urg|request|expect|want|demand(?= that))(?:e[sd]?|s|ed|ing)? (?:(?:that )?(?:(?:new|partner|participating|every|any|all|our|a|the|other) )*{JAILS}) (?:to |must |should )?"
)
# The duty itself, behind "exempt from": "the duty to offer", "offering", "the in-person visit requirement".
_OF_DUTY = regex(
    r"(?:(?:the|any|its|their|this|a) (?:duty|obligation|requirement|requirements|rule|mandate) (?:to|of|that it|for) )"
)
_CURB = r"(?P<curb>limit|restrict|impair|diminish|abridge|affect|reduce|curtail|remove|waive|infringe(?: on| upon)?|interfere with|take away|hinder|deny|revoke|prejudice)(?:s|d|es|ed|ing)?"
_GRANT = r"(?P<grant>grant|confer|create|give|establish|extend|recognize|provide|impose|place)(?:s|d|es|ed|ing)?"
_POWER = regex(
    rf"(?:{_CURB}|{_GRANT}) (?:(?:on|upon|to) {JAILS} )?(?:(?:the|an?|any|its|their|his) )*(?:[\w.'-]+ ){{0,4}}?(?:rights?|authority|powers?|abilit(?:y|ies)|freedom|discretion|option|dut(?:y|ies)|obligations?|entitlement)(?: (?:of|on|upon) {JAILS})? (?:to|of) "
)
# Who is none of those that rule, and what is theirs: "Inmates have no right to contact visits."
_HELD = rf"(?:(?:all|any|every|each|no|an?|the|most|some|those) )*(?:{visits.HELD}|persons?|people|visitors?|famil(?:y|ies))"
_RIGHT = regex(
    rf"{_HELD}{_WHICH_ONE} (?:shall |will |do |does )?(?P<not>not )?(?:has|have|had|retains?|enjoys?|is given|are given|be given) (?:(?P<no>no) |(?:the|a|an|any|equal) )*(?:rights?|entitlement|claim) (?:to|of) (?:have |receive |get )?{VISITS}"
    rf"|{_HELD}{_WHICH_ONE} (?:(?:is|are|shall be|will be) (?P<not2>not )?|(?:shall|will) (?P<not3>not) be )entitled to (?:have |receive )?{VISITS}"
)
_LOSE = regex(
    rf"{_HELD}(?: [\w'-]+){{0,6}}? (?:(?:will|shall|may|do|does|can) )?(?P<not>(?:not|never) )?(?:(?P<lose>loses?|forfeits?|gives? up)|keeps?|retains?) (?:(?:their|all|any|his or her|its|the|all of their) )*(?:visits?|visitation|visiting)(?: privileges?| rights?| days?)?"
)
# "Visits cannot be taken as a sanction."
_TAKEN = r"(?:taken(?: away)?|withheld|denied|refused|revoked|suspended|cut|lost|restricted|cancel+ed|removed|curtailed|forfeited|limited|reduced|ended)"
_PASSIVE = regex(
    rf"(?P<no>no )?(?:(?:a|an|any|all|the|your|their|regular|inmate'?s?|prisoner'?s|(?:an|the|any) \w+'s) )*{VISITS} (?:(?P<ban>(?:may|shall|can|must) (?:not|never)|cannot|can't|can not)|(?P<choice>may|can)) (?:ever |also |only )?be {_TAKEN}"
)
_KEPT_FOR = regex(
    rf"(?:[a-z]+ ){{0,2}}{VISITS} (?:(?P<ban>may not|cannot|can't|can not)|may|can) be (?:saved|carried over|rolled over|made up|banked|kept)"
)
# "We will not install our system in a jail that bans in-person visits."
_DEALS = regex(
    rf"(?:{_AGENT}|{_NAME}) (?P<ban>{_BAN}) (?:install|work|sell|contract|do business|partner|deal|sign|serve|provide|offer)\b[^.;,]*? {JAILS} (?:that|which|who) "
)
_UNDO = regex(rf"(?:{words.UNDOES.replace('(?: @V)?', '')}) ")
_KEEP = regex(rf"(?:{words.KEEPS.replace('(?: @V)?', '')}) ")
# "The County waives its commission": a standing promise, told in the present.
_WAIVES = regex(
    rf"(?P<agent>{_AGENT}) (?:hereby |also |always )?(?:waives?|forgoes?|forgo|foregoes?|gives? up|declines?) (?:(?:all|any|its|every) )*(?:(?:claims?|rights?|entitlement) to )?"
)
_REQUIRES = regex(rf"(?:{_AGENT}|{_NAME}) (?:also |still |now )?(?=\w+ )")
# Who is no party that rules: "Visitors may not extend their visits."
_PEOPLE = regex(
    rf"\b(?:{visits.HELD}|{visits.VISITOR}|{visits.FAMILY}|{visits.MINORS}|{visits.LEGAL}|you|they|one|person|adults?|i|it|this|that|there)\b"
)
# "Commissions on visits are prohibited.", "A plan to end visits will not be accepted."
_STANDING = regex(
    r" (?:(?:is|are|shall be|will be|may be|can be) (?P<not>not |never )?|(?:shall|will|may|can) (?P<not2>not|never) be )(?:hereby |strictly )?(?:(?P<bad>prohibited|unlawful|illegal|void|forbidden|barred|banned|unenforceable|null and void|rejected|waived|refused|disregarded|invalid)|(?P<good>accepted|considered|approved|lawful|legal|allowed|permitted|enforced|valid|required|enforceable))\b"
)
# "In-person visits are not required of any jail."
_OWED = regex(
    rf"{VISITS} (?:is|are|shall be|will be) (?P<not>not |no longer |never )?(?:required|demanded|expected) (?:of|from|in|at) {JAILS}\b"
)
_NOTHING_PAID = regex(
    rf"(?:{_AGENT}) (?:charges? (?:nothing|no fee|no money)|(?:asks?|takes?) (?:nothing|no money)) (?:to \w+ )?for {VISITS}"
)
_A_RIGHT = regex(
    rf"{VISITS} (?:is|are|shall be)(?: considered| deemed)? (?P<not>not )?(?:an? )?(?:(?P<right>(?:legal )?right)s?|privileges?)\b"
)
# What stands behind may say where, why and for whom, and neither take back nor add.
_TAIL = regex(r"(?:,? (?:account|balance)\b)?(?:,? (?!(?:and|or)\b)[^;:]*?)?[ .!]*")
_NO_TAIL = regex(
    r"\b(?:unless|except|until|but|provided|other than|instead|however|although|while|nor|neither|than|replac\w+|in lieu|in place|rather|whichever|only (?:if|when|with|for)|if|(?:and|or) (?:shall|may|must|will|not|to)\b)"
    r"|\b(?:only|exclusively)\b(?! because)|\b(?:by|over|via|through) (?:video|screens?|tablets?)|[{\[@]|\b(?:holidays?|early|late)\b"  # some of them alone
)
_SCREENS = r"(?:(?:our|all|any|the|remote|home|on-?site|lobby|tablet|these|such) )*(?:video(?: visits?| visitation| calls?| systems?)?|remote visits?|remote visitation|screens?|tablets?)"
_MEETING = rf"(?:(?:the|any|all|your|our) )*(?:visits (?:through|behind|at) (?:the )?glass|(?:{visits.IN_PERSON})(?: visits?| visitation| visiting)?)"
# "Video visits add to in-person visits and never replace them."
_GUARDS = regex(
    rf"{_SCREENS} (?:(?:adds? to|supplements?|complements?|(?:is|are|comes?)(?: offered)? (?:in addition to|besides?|alongside|on top of)) {_MEETING}(?:,| and| but)* (?:(?:will|shall|do|does|may|must|can) )?(?:never|not) replaces? (?:them|it)"
    rf"|(?:is|are) (?:not|never|no) (?:a |an |any |meant as a )?(?:replacement|substitute|alternative) (?:for|to) {_MEETING}(?:,? but (?:an addition|in addition) to (?:them|it))?"
    rf"|(?:is|are)(?: offered)? in addition to {_MEETING} and (?:is|are|was) not (?:meant|intended|used) to replace (?:them|it)"
    rf"|(?:(?:shall|will|may|must|do|does|can|is|are) )?(?:not|never)(?: be used to| meant to| intended to| be allowed to)? (?:replaces?|takes? the place of|substitutes? for|supplants?) {_MEETING})[ .!]*"
)
_LEFT_TO = rf"(?:each|every|the|our|any|local|individual|an?) (?:\w+ )?{JAILS.rsplit(')*', 1)[1]}"
# "Each facility decides whether it offers in-person visits."
_POSITION = regex(
    rf"(?:{_LEFT_TO} (?:alone )?(?:decides?|chooses?|determines?|sets?)(?: (?:alone|for (?:itself|themselves)))? (?:if|whether|how|its|their)\b|(?:whether|if)\b[^.;]* (?:is|are) (?:up to|left to|decided by|(?:a |the )?(?:matter |question |decision |choice )?for) {_LEFT_TO}|(?:whether|if)\b[^.;]* is {_LEFT_TO}'?s'? (?:own )?(?:decision|choice|call|business)"
    rf"|(?:decisions?|the choice|the decision)\b[^.;]* (?:is|are) (?:made|left|taken|up) (?:by|to|with) {_LEFT_TO})"
)
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})")
_GOES_ON = regex(r" (?:are|is|be|were|was|will|shall|must|should)\b")  # "... that visits are discontinued"
_AT_TIMES = regex(r"[{\[@]|\b(?:holidays?|weekends?|weekdays?|evenings?|mornings?|afternoons?|nights?)\b")
_LONGEST = 320


@dataclass(frozen=True, slots=True)
class Norm:
    """sign: +1 where visits are better off while it stands, 0 where it is left to others; force: "ban", "excused", "duty",
    "choice", "favor", "nothing", "guard" or "position"; content: what is done to visits, name: which kind of it; rest: what
    stands behind; bounded: whether that takes some of it back; exempt: whether somebody is let off by that word."""

    sign: int
    force: str
    content: str
    name: str
    rest: str = ""
    bounded: bool = False
    exempt: bool = False


# Lawyers and clergy excepted, and that no other clause says otherwise.
_ASIDE = regex(
    rf",? ?(?:save|except)(?: for)? (?:visits? (?:by|with|of|from|for) )?(?:(?:the|an?|their|professional|legal) )*(?:{visits.LEGAL}|clergy)\b[^;:.]{{0,120}}"
    r"|,? and nothing in (?:this|the) [^;:.,]{3,60} (?:shall|may|will|is to) be (?:read|construed|interpreted|taken) (?:to (?:require|provide|mean|say)|as requiring) otherwise"
)


# "shall be required not to close": as "shall not close"
_REQUIRED_NOT = regex(r"\b(shall|must|will) be (?:required|obliged|bound) not to ")


def norm(plain: str) -> Norm | None:
    """What one canonical sentence rules for visits, None where it rules nothing, or not in words known here."""
    plain = _REQUIRED_NOT.sub(r"\1 not ", _ASIDE.sub("", plain))
    if len(plain) > _LONGEST or plain.endswith("?"):
        return None
    number = _NUMBER.match(plain)
    start = number.end() if number else 0
    lead = _LEAD.match(plain, start)
    start = lead.end() if lead else start
    if _GUARDS.fullmatch(plain, start):
        return Norm(1, "guard", plain[start:].strip(" ."), "give")
    if _POSITION.match(plain, start) and _IN_PERSON.search(plain):
        return Norm(0, "position", plain[start:].strip(" ."), "give")
    for read in (_nothing, _deals, _bound, _waived, _required, _of_people, _passive, _standing):
        found = read(plain, start)
        if found is not None:
            return found
    return None


def _nothing(plain: str, at: int) -> Norm | None:
    """ "Nothing in this section shall be construed to permit ..." """
    opened = _NOTHING.match(plain, at)
    if opened is None:
        opened = _NOT_CONSTRUED.match(plain, at)
        if opened is None or (" not " not in opened.group() and not opened.group().startswith("no ")):
            return None
    found = _act(plain, opened.end())
    return _norm(plain, found, -1, "nothing")


def _bound(plain: str, at: int) -> Norm | None:
    """ "A facility shall not charge for visits.", "A county that has no room is exempt from offering visits." """
    modal = _MODAL.match(plain, at)
    if modal is None or (modal["name"] and (modal["choice"] or _PEOPLE.search(modal["name"]))):
        return None
    force = next(name for name in ("ban", "excused", "duty", "choice") if modal[name])
    sign = -1 if force in ("ban", "excused") else 1
    if modal["none"] or modal["agent"].startswith("no "):
        sign, force = -sign, {"duty": "excused", "choice": "ban", "ban": "duty", "excused": "duty"}[force]
    end = modal.end()
    if modal["excused"] and (of := _OF_DUTY.match(plain, end)):
        end = of.end()
    found = _act(plain, end)
    if found is None and modal["excused"]:
        found = matter(plain, modal.end())
    ruled = _norm(plain, found, sign, force)
    return replace(ruled, exempt=True) if ruled and modal["excused"] and "exempt" in modal["excused"] else ruled


def _waived(plain: str, at: int) -> Norm | None:
    nothing = _NOTHING_PAID.match(plain, at)
    if nothing is not None:
        return _ruled(plain, nothing, 1, "duty", "charge")
    waives = _WAIVES.match(plain, at)
    found = waives and matter(plain, waives.end())
    return _norm(plain, found, -1, "duty") if found and found.name in ("share", "charge", "raise") else None


def _required(plain: str, at: int) -> Norm | None:
    """ "We ask every new customer to phase out face-to-face visits." """
    agent = _REQUIRES.match(plain, at)
    asked = agent and _ASKS.match(plain, agent.end())
    if not agent or not asked or _PEOPLE.search(agent.group()):
        return None
    return _norm(plain, direct(plain, asked.end()), 1, "duty")


def _deals(plain: str, at: int) -> Norm | None:
    deals = _DEALS.match(plain, at)
    return _norm(plain, direct(plain, deals.end()), -1, "ban") if deals else None


def _of_people(plain: str, at: int) -> Norm | None:
    """What people held have or lose: "Inmates have no right to contact visits." """
    for pattern, name in ((_RIGHT, "give"), (_LOSE, "lose")):
        told = pattern.match(plain, at)
        if told is not None:
            groups = told.groupdict()
            turned = sum(groups.get(word) is not None for word in ("not", "not2", "not3", "no", "lose"))
            turned += told.group().startswith("no ")
            sign = -1 if turned % 2 else 1
            return _ruled(plain, told, sign, "duty" if sign > 0 else "excused", name)
    return None


def _standing(plain: str, at: int) -> Norm | None:
    """What is lawful or not, accepted or not; whether visits are a right, and whether a jail owes them."""
    owed = _OWED.match(plain, at)
    if owed is not None:
        sign = -1 if owed["not"] else 1
        return _ruled(plain, owed, sign, "duty" if sign > 0 else "excused", "give")
    right = _A_RIGHT.match(plain, at)
    if right is not None:
        sign = 1 if bool(right["right"]) != bool(right["not"]) else -1
        return Norm(sign, "right", right.group(), "lose", "")
    found = matter(plain, at)
    stands = found and _STANDING.match(plain, found.end)
    if not found or not stands or _TAIL.fullmatch(plain, stands.end()) is None or _NO_TAIL.search(plain, stands.end()):
        return None
    turned = bool(stands["bad"]) != bool(stands["not"] or stands["not2"])
    return Norm(-found.sign if turned else found.sign, "ban" if turned else "duty", found.said.group(), found.name)


def _passive(plain: str, at: int) -> Norm | None:
    """ "Visits cannot be taken as a sanction." """
    taken = _PASSIVE.match(plain, at)
    if taken is not None:
        sign = 1 if bool(taken["ban"]) != bool(taken["no"]) else -1
        return _ruled(plain, taken, sign, "ban" if sign > 0 else "choice", "taken")
    kept = _KEPT_FOR.match(plain, at)
    return _ruled(plain, kept, -1 if kept["ban"] else 1, "ban" if kept["ban"] else "favor", "kept") if kept else None


def _act(plain: str, at: int) -> Matter | None:
    """What is done to visits from there on: by itself, by who is made to do it, or to a power, rule or ban."""
    power = _POWER.match(plain, at)
    found = power and direct(plain, power.end())
    if power and found:
        return replace(found, turn=-found.turn) if power["curb"] else found
    asked = _ASKS.match(plain, at)
    found = (asked and direct(plain, asked.end())) or direct(plain, at)
    if found:
        return found
    for verb, turn in ((_UNDO, -1), (_KEEP, 1)):
        done = verb.match(plain, at)
        undone = done and matter(plain, done.end())
        if undone:
            return replace(undone, turn=undone.turn * turn)
    return None


def _norm(plain: str, found: Matter | None, sign: int, force: str) -> Norm | None:
    if found is None or _TAIL.fullmatch(plain, found.end) is None:
        return None
    end = found.said.end()
    if _GOES_ON.match(plain, end) or _NO_TAIL.search(plain, end) or _AT_TIMES.search(found.said.group()):
        return None
    return Norm(sign * found.sign, force, found.said.group(), found.name, plain[end:].strip(" ."))


def _ruled(plain: str, told: re.Match[str], sign: int, force: str, name: str) -> Norm | None:
    rest = plain[told.end() :]
    if _TAIL.fullmatch(plain, told.end()) is None:
        return None
    return Norm(sign, force, told.group(), name, rest.strip(" ."), _NO_TAIL.search(rest) is not None)

"""Plain rules on how near of kin a visitor must be, on children, and from when on people just booked may be visited."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from functools import lru_cache

from monitors.language.claims.visitor_words import (
    ABOUT_VISITS,
    AGE,
    ANSWERS_NO,
    ANSWERS_YES,
    ANYBODY,
    AS,
    CHILDREN,
    DET,
    FAMILY,
    IMMEDIATE,
    INTAKE,
    KIN,
    KINSHIP,
    LIST,
    MINORS,
    MUST,
    NEED_NOT,
    NO,
    OLD,
    PREDICATE,
    RELATED,
    ROOM,
    SEE,
    TO_VISIT,
    VISIT,
    WHOEVER,
    Stance,
    turned,
)
from monitors.language.words.lexicon_classes import HELD, PEOPLE
from monitors.language.words.patterns import regex
from monitors.records import Severity


@lru_cache(maxsize=1)
def _minors_said() -> list[re.Pattern[str]]:
    who = rf"(?:{DET}{CHILDREN}(?: {AGE}| of (?:all|any) ages?)?|{DET}{PEOPLE} {AGE.replace('<age>', '<age2>')})"
    none = rf"{NO} (?:{CHILDREN}(?: {AGE.replace('<age>', '<age3>')})?|(?:{PEOPLE} )?{AGE.replace('<age>', '<age4>')})"
    return [
        re.compile(rf"(?:(?P<nobody>{none})|{who}) {PREDICATE}"),
        re.compile(rf"{none}(?: (?:in {ROOM}|at visits|as visitors|allowed|permitted))?"),
        re.compile(rf"{who} ?(?::|-|\|) ?(?:(?P<no>{ANSWERS_NO})|{ANSWERS_YES})"),
        re.compile(rf"{WHOEVER} must be {OLD}(?: {AS.strip()}| to {SEE})*(?:; (?:please )?leave (?:your )?children at home)?|(?:only adults|adults only)(?: {PREDICATE})?"),
        re.compile(rf"(?:there is )?no (?:minimum age|age limit|age requirement)(?: for (?:{VISIT}|visiting))?|(?:visitors|people|persons|children) of (?:any|all) ages? {PREDICATE}"),
    ]  # fmt: skip


YOUNG = regex(
    r"teen|year-olds|child|kid|minor|juvenil|youth|youngster|under|below|younger|less than|\bage|must be|adults|older"
)


def _of_minors(text: str) -> Stance | None:
    """Children of all ages, or from an age on: the level is 0 for all, and falls with each year that keeps them out."""
    if not YOUNG.search(text):
        return None
    said, none, label, old, free = _minors_said()
    hit = said.fullmatch(text) or none.fullmatch(text) or label.fullmatch(text)
    if hit is not None:
        groups = hit.groupdict()
        age = next((float(groups[name]) for name in ("age", "age2", "age3", "age4") if groups.get(name)), 0.0)
        if hit.re is said:
            let = turned(hit["let"] is not None, hit["no"], hit["nobody"])
            if not ABOUT_VISITS.search(text):
                return None
        else:
            let = hit.re is label and hit["no"] is None
        if not 0 <= age <= 21:
            return None
        return Stance(MINORS, 0.0 if let else -(age or 18.0), Severity.MAJOR)
    if (hit := old.fullmatch(text)) is not None:
        if hit["kept"] or hit["no"]:
            return None
        return Stance(MINORS, -float(hit["old"] or 18), Severity.MAJOR)
    if (hit := free.fullmatch(text)) is not None:
        return None if hit["kept"] or hit["no"] else Stance(MINORS, 0.0, Severity.MAJOR)
    return None


@lru_cache(maxsize=1)
def _kin_said() -> list[re.Pattern[str]]:
    friends = rf"(?:friends(?: of (?:an? |the )?{HELD})?|non-?relatives|non-?family(?: members)?|people who are not related|unrelated (?:people|persons|visitors))"
    both = rf"(?:(?:the )?(?:famil(?:y|ies)(?: members)?|relatives)(?:,? and|,? or) {friends}|{friends}(?:,? and|,? or) (?:famil(?:y|ies)(?: members)?|relatives))"
    return [
        re.compile(rf"(?P<nobody>no )?(?:{DET}{friends}|{both}) {PREDICATE}(?:,? (?:not just|as well as|and not only) (?:family|relatives))?"),
        re.compile(rf"{friends} ?(?::|-|\|) ?(?:(?P<no>{ANSWERS_NO})|{ANSWERS_YES})|(?P<no2>no {friends})"),
        re.compile(rf"only {KINSHIP} {PREDICATE}|{KINSHIP.replace('<kin>', '<kin2>').replace('<close>', '<close2>')} only|(?:all )?(?:{VISIT}|{LIST}) (?:is|are) (?:only )?(?:limited to|restricted to|reserved for|open only to|only for|for) {KINSHIP.replace('<kin>', '<kin3>').replace('<close>', '<close3>')}(?P<only> only)?|{WHOEVER} must be {RELATED}{TO_VISIT}"),
        re.compile(rf"{WHOEVER} {NEED_NOT} be {RELATED}{TO_VISIT}|(?:anyone|anybody)(?:, related or not,)? (?:may|can) {SEE}"),
        re.compile(rf"(?:all|any) (?:relatives|family members) {PREDICATE}"),
    ]  # fmt: skip


_KINDRED = regex(r"famil|relat|\bkin\b|friend|anyone|anybody")


def of_kin(text: str) -> Stance | None:
    """How near to the inmate a visitor must be: 3 anybody, 2 the family, 1 the immediate family."""
    if not _KINDRED.search(text):
        return _of_named(text)
    friends, label, only, free, all_kin = _kin_said()
    level = 0
    if (hit := friends.fullmatch(text)) is not None:
        level = ANYBODY if turned(hit["let"] is not None, hit["no"], hit["nobody"]) else FAMILY
    elif (hit := label.fullmatch(text)) is not None:
        level = FAMILY if hit["no"] or hit["no2"] else ANYBODY
    elif (hit := only.fullmatch(text)) is not None and not (hit["kept"] or hit["no"]):
        level = IMMEDIATE if hit["close"] or hit["close2"] or hit["close3"] else FAMILY
    elif (hit := all_kin.fullmatch(text)) is not None and hit["let"] and not hit["no"]:
        level = FAMILY
    elif free.fullmatch(text):
        level = ANYBODY
    return Stance(KIN, float(level), Severity.MAJOR) if level else _of_named(text)


_NAMES = (
    ("parents", r"(?:step-?)?parents?|mothers?|fathers?"),
    ("spouses", r"spouses?|husbands?|wives|wife"),
    ("children", r"(?:step-?)?children|child|sons?|daughters?"),
    ("siblings", r"siblings?|brothers?|sisters?"),
    ("grandparents", r"grandparents?|grandmothers?|grandfathers?"),
    ("grandchildren", r"grandchildren|grandchild"),
    ("aunts and uncles", r"aunts?|uncles?"),
    ("cousins", r"cousins?"),
    ("nieces and nephews", r"nieces?|nephews?"),
    ("in-laws", r"in-laws|(?:mother|father|brother|sister)s?-in-law"),
    ("guardians", r"(?:legal )?guardians?"),
    ("partners", r"(?:domestic |life )?partners?|fianc[eé]+s?"),
    ("friends", r"friends?"),
)  # fmt: skip
_NAME = "|".join(pattern for _, pattern in _NAMES)


@lru_cache(maxsize=1)
def _named_said() -> re.Pattern[str]:
    names = rf"(?:{_NAME})(?:(?:,? and |,? or |, )(?:{_NAME}))+"
    return re.compile(
        rf"(?:only )?(?:the )?(?P<names>{names}) {PREDICATE}|{VISIT} (?:is|are) (?:limited|restricted) to (?P<names2>{names})|(?P<names3>{names}) only"
    )


_ONE_NAME = regex(rf"\b(?:{_NAME})\b")


def _of_named(text: str) -> Stance | None:
    """The relatives who may come, named one by one."""
    if not _ONE_NAME.search(text) or (hit := _named_said().fullmatch(text)) is None or hit["kept"] or hit["no"]:
        return None
    listed = re.split(r",? and |,? or |, ", hit["names"] or hit["names2"] or hit["names3"])
    named = frozenset(name for name, pattern in _NAMES for one in listed if re.fullmatch(pattern, one))
    return Stance(KIN, float(IMMEDIATE), Severity.MAJOR, named)


_ADULT = r"(?:an? |any )?(?:(?:adult|grown-?up|parent)(?: visitor)?|adult on the list|parent or (?:legal )?guardian)"


@lru_cache(maxsize=1)
def _alone_said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ages = r"(?:\d+- and \d+[- ]year-olds|(?:aged?|ages) \d+ (?:and|to|or) \d+)"
    who = rf"(?P<who>{DET}(?:{CHILDREN}|teenagers|teens)(?: {AGE}| {ages})?|{DET}{PEOPLE} (?:{AGE.replace('<age>', '<age2>')}|{ages})|{ages})"
    return (
        re.compile(rf"{who} (?:may|can|are allowed to|are permitted to)(?P<no> not| no longer)? (?:now )?(?:visit|come) (?:alone|by themselves|on their own|unaccompanied|without (?:an? )?(?:adult|parent))"),
        re.compile(rf"{who} (?:(?P<must>{MUST})|(?P<need>{NEED_NOT.replace('need not', 'need not|do not need')})) (?:be (?:accompanied by|with)|have|come with|visit with|bring)? ?{_ADULT}(?: with them)?(?: at all times| to visit)?"),
    )  # fmt: skip


def of_children(text: str) -> Stance | None:
    """Whether children may visit at all, and alone."""
    if not YOUNG.search(text):
        return None
    free, asked = _alone_said()
    hit = free.fullmatch(text) or asked.fullmatch(text)
    if hit is None:
        return _of_minors(text)
    alone = hit["no"] is None if hit.re is free else hit["must"] is None
    ages = " ".join(re.findall(r"\d+", hit["who"]))
    circle = frozenset(["parent"] if "parent" in text and not alone else [])
    return Stance(f"{ALONE} {ages}".strip(), float(alone), Severity.MINOR, circle)


ALONE = "children alone"
_SPAN = r"(?P<n>\d+) (?P<unit>days?|hours?|weeks?|months?)"
_BOOKED = r"(?:after|of|following|from) (?:(?:the|their|being|an inmate's) )*(?:booking|booked|arrest|arrival|intake|admission|custody|in custody)"
_NEWCOMERS = rf"(?:{DET}(?:newly (?:booked|admitted|arrested|arrived|committed) (?:{HELD}|people|persons)|new (?:arrivals|inmates|detainees|admissions)|{HELD} in (?:intake|quarantine)))"


@lru_cache(maxsize=1)
def _intake_said() -> tuple[re.Pattern[str], ...]:
    spans = [_SPAN.replace("<n>", f"<n{at}>").replace("<unit>", f"<unit{at}>") for at in range(7)]
    get = r"(?:have|receive|get) (?:any )?(?:visits|visitors)"
    first = r"(?:(?:for|during|in|within) (?:(?:the|their|his or her) )?(?:(?:first|1st|initial) )?"
    return (
        re.compile(
            rf"(?:{_NEWCOMERS}|{DET}{HELD}) (?:are quarantined for {spans[0]} and )?(?:may|can|will|do) not {get}(?: {first}{spans[1]})(?: {_BOOKED})?)?"
            rf"|(?:there are )?no (?:visits|visiting|visitors)(?: are allowed)? {first.replace('(?:for|', '(?:until|before|for|')}{spans[2]})(?: (?:intake|quarantine|booking) (?:period|hold))?(?: (?:is over|has passed|have passed|{_BOOKED}))?"
            rf"|{first}{spans[3]}) {_BOOKED},? (?:no (?:visits|visitors) are allowed|(?:no|an?) {HELD} (?:may have|has|gets|may get) (?:no )?visit(?:s|ors))"
            rf"|visits (?:may|can|will) (?:begin|start) {spans[4]} {_BOOKED}|{DET}{HELD} must (?:be here|be in custody|wait|have been here) (?:for )?{spans[5]} before (?:the|their|his or her) (?:first|1st) visit|{_NEWCOMERS} must wait {spans[6]}(?: before (?:the|their) (?:first|1st) visit| for visits)?"
        ),
        re.compile(
            rf"(?:{_NEWCOMERS}) (?:may|can) (?:now )?(?:be visited|{get})(?: (?:from the (?:first|1st) day|right away|immediately|on arrival|without (?:a )?waiting(?: period)?))?|there is no (?:waiting period|wait)(?: for visits)?(?: {_BOOKED})?(?:; (?:family|families|you) can visit (?:right away|immediately))?"
        ),
    )  # fmt: skip


_DAYS = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.0}
_BOOKING = regex(r"book|arriv|arrest|intake|admi|custody|first|1st|newly|new |quarantin|waiting|wait ")


def of_intake(text: str) -> Stance | None:
    """How many days people just booked wait for visits: 0 for none, less for each day."""
    if not _BOOKING.search(text):
        return None
    waits, none = _intake_said()
    if none.fullmatch(text):
        return Stance(INTAKE, 0.0, Severity.MAJOR)
    if (hit := waits.fullmatch(text)) is None:
        return None
    said = hit.groupdict()
    days = next((float(said[f"n{at}"]) * _DAYS[said[f"unit{at}"][0]] for at in range(7) if said[f"n{at}"]), 0.0)
    return Stance(INTAKE, -days, Severity.MAJOR) if days else None

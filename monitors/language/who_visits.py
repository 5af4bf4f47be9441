"""A plain rule on who may visit, read whole: which class of people it is about, and whether it lets them in.

"Former inmates may not visit.", "A felony record does not keep you from visiting.", "Visits are for relatives only.",
"No background check is needed.": the same rule in other words has the same stance, and a rule that turned another one.
A sentence with a word that no place of this grammar holds has none, so that conditions, exceptions and other subjects
are left to rules and reader.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from monitors.language.lexicon_classes import CLASSES, DUTIES, HELD, PAPERS, PEOPLE, Class
from monitors.language.sentences import Unit
from monitors.records import Severity

MINORS, KIN, _LISTS = "minors", "kin", "lists of several inmates"
_ANYBODY, _FAMILY, _IMMEDIATE = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Stance:
    """about: whom or what a rule is about; level: the more, the easier the visit, 0 where the class is kept out; grave:
    severity of a change; news: whether the line says that it is new."""

    about: str
    level: float
    grave: Severity
    news: bool = False

    @property
    def bars(self) -> bool:
        """Whether the rule keeps somebody out or asks something of visitors."""
        return self.level < (_ANYBODY if self.about == KIN else 0 if self.about == MINORS else 1)

    @property
    def min_age(self) -> float | None:
        """From which age children may visit, None where the rule is about others."""
        return abs(self.level) if self.about == MINORS else None


_SOFT = r"(?:(?:now|again|once again|once more|also|still|currently|automatically|generally) )*"
_DET = r"(?:(?:the|an?|all|any|every|each|our|your|most|known) )*"
_LIST = rf"(?:(?:the|an?|any|our|their|your|his|her|{HELD}'s?|approved|visiting|visitors?'?s?|visitation|contact) )*lists?(?: of (?:an |the )?{HELD})?"
_VISIT = r"(?:visiting|visitation|visits?|visitors?)"
_ROOM = r"(?:(?:the|our) )?(?:visiting|visitation|visitors'?|visit) (?:rooms?|areas?|halls?|lobby|center)"
_SEE = rf"(?:visit|come (?:in|along|inside)(?: (?:to|for) (?:a )?visits?)?|attend visits|come to visit|see)(?: (?:(?:an?|the|any|our|their) )?(?:{HELD}|accused|defendant|jail)(?: (?:here|in (?:the|this) (?:jail|facility)))?| (?:here|again|at the jail))?"
_AS = rf"(?: (?:to (?:(?:be )?(?:put|placed|listed) on )?{_LIST}|on(?:to)? {_LIST}|to {_SEE}|(?:as|for|at|from|to|into|in|during) (?:(?:an?|the|our|any|approved) )*{_VISIT}|(?:to|into|in) {_ROOM}|for {_LIST}))"
_LET = r"(?:approved|accepted|admitted|let in|allowed(?: in| inside)?|permitted|put|placed|added|listed|included|welcome|eligible|authorized|brought)"
_KEPT = r"(?:barred|banned|prohibited|excluded|disqualified|turned away|refused|denied|ineligible|kept out|forbidden|not welcome)"
_KEPT_AS = rf"(?:{_AS}| (?:from )?(?:(?:an?|all|any) )?(?:{_VISIT}|entry|admission|being (?:listed|approved)(?: as visitors?)?|{_LIST}))"
# "may", "are not", "will no longer be": what is done to a class, with what denies it.
_PREDICATE = (
    rf"(?:(?:may|can|will|shall|must|is|are|was|were) (?P<no>not |no longer |never )?{_SOFT}(?:be )?{_SOFT}"
    rf"(?:(?P<let>(?:(?:able|free) to |allowed to |permitted to |eligible to |welcome to )?{_SEE}|(?:able |allowed |permitted )?(?:to )?(?:be )?(?:{_LET}|on (?={_LIST}))(?:{_AS}|{_LIST})*)|(?P<kept>{_KEPT}{_KEPT_AS}*)))"
)
_ABOUT_VISITS = re.compile(r"\b(?:visit\w*|lists?|admitted|let in|turned away)\b")
_FROM = rf"(?: (?:(?:you|anyone|anybody|someone|a person|people|visitors?|a visitor|them) )?(?:from (?:{_SEE.replace('visit|', 'visiting|', 1)}|(?:an? |the )?{_VISIT}|{_LIST}|being (?:approved|listed|admitted)(?: as a visitor)?)|off {_LIST}|out|(?:an? )?{_VISIT}))?"
_FACT_TURNS = (
    rf"(?:(?:does|do|will|shall|is|are) (?P<no>not |no longer )|(?P<none>no longer ))?(?:bars?|keeps?|prevents?|disqualif(?:y|ies)|stops?|rules? out|excludes?){_FROM}"
    rf"|is (?P<not>no |not an? )(?:obstacle|bar|barrier|hindrance) to (?:an? )?{_VISIT}"
)
_NO = r"(?:no|nobody|no one|no 1|none of the)"
_AGE = r"(?:(?:who (?:is|are) )?(?:under|below|younger than|less than)(?: the age of| age)? (?P<age>\d+)(?: years?(?: of age| old)?)?)"
_CHILDREN = r"(?:(?:minor|young|small) )*(?:child(?:ren)?|kids?|minors?|juveniles?|youths?|youngsters)"
_OLD = r"(?:at least |over )?(?P<old>\d+)(?: years?)?(?: of age| old)?(?: (?:or|and) (?:older|over|up|above))?"
_KINSHIP = r"(?P<kin>(?P<close>(?:immediate|close) )?(?:famil(?:y|ies)(?: members?)?|relatives?|kin|relations))"
_RELATED = rf"(?:related(?: to (?:an?|the) {HELD})?|(?:a )?(?:relative|family member)s?(?: of (?:an?|the) {HELD})?)"
_ANSWERS_NO = r"(?:no(?:t allowed|t permitted|t admitted|t eligible|t approved| visits| visiting)?|denied|prohibited|barred|may not visit|excluded)"
_ANSWERS_YES = r"(?:yes|allowed|permitted|admitted|eligible|welcome|may visit)"
_WHOEVER = r"(?:(?:the|an?|all|any|every|each|adult|our|first-time) )*(?:visitors?|applicants?|persons? (?:visiting|who visits?)|everyone|everybody|anyone|you|people who visit|those who visit|guests?|adults)"
_TO_VISIT = rf"(?:,? (?:to|before|in order to|for) (?:(?:you|they|anyone|he or she) (?:can|may) |being allowed to |entering|the 1st |their first |(?:an?|the|any|each|every|all|first) )*(?:{_VISIT}|enter|{_SEE}|approval)(?: to the jail)?)*"
_MUST = r"(?:must|shall|(?:has|have|needs?|is required|are required|will be required|will have)(?: now)? to|will)"
_NEED_NOT = r"(?:need not|(?:do|does) not (?:have|need) to|(?:is|are) (?:not|no longer) required to|no longer (?:has|have|needs?) to)"
_NEWS = re.compile(r"\b(?:now|again|once more|no longer|any ?more|back)\b")
_AHEAD = re.compile(
    r"(?:(?:effective|beginning|starting|as of) [^,]{3,30}, |at this time,? |please note[:,]? (?:that )?)"
)
_NOT = (
    (re.compile(r"\bcannot\b|\bcan't\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
)


def _one_of(*patterns: str) -> str:
    return "|".join(pattern for pattern in patterns if pattern)


@lru_cache(maxsize=1)
def cues() -> tuple[tuple[Class, re.Pattern[str]], ...]:
    """Each class with the words of which a line about it has one."""
    return tuple(
        (
            one,
            re.compile(
                rf"(?<![\w-])(?:{_one_of(one.noun, one.rest, one.cond, one.fact, one.all_but, one.whatever)})(?![\w-])"
            ),
        )
        for one in CLASSES
    )


@lru_cache(maxsize=len(CLASSES))
def _patterns(one: Class) -> list[re.Pattern[str]]:
    noun, rest = one.noun or "(?!)", one.rest or "(?!)"
    who = rf"(?:{_DET}(?:{noun})|{_DET}{PEOPLE} (?:{rest}))"
    nobody = rf"(?:no (?:{noun})|{_NO} (?:{PEOPLE} )?(?:{rest}))"
    cond, fact, others, whatever = (said or "(?!)" for said in (one.cond, one.fact, one.all_but, one.whatever))
    return [
        re.compile(rf"(?:(?P<nobody>{nobody})|{who}) {_PREDICATE}"),
        re.compile(rf"{_one_of(nobody)}(?: (?:in {_ROOM}|at visits|as visitors|allowed|permitted))?"),
        re.compile(rf"{who} ?(?::|-|\|) ?(?:(?P<no>{_ANSWERS_NO})|{_ANSWERS_YES})"),
        re.compile(rf"we (?P<no>(?:do|will|can) not |no longer )?(?:will )?{_SOFT}(?:(?P<let>admit|accept|allow|approve|let in|welcome)|turn away|refuse|bar|exclude) {who}(?:{_AS}| in)*"),
        re.compile(rf"(?:you|a person|anyone) (?:may|can)(?P<no> not| no longer)? {_SEE} (?:if|when|while|even if) you (?:{cond})|(?:if|when|while|even if) you (?:{cond}),? (?:then )?you (?:may|can)(?P<no2> not| no longer)? {_SEE}"),
        re.compile(rf"(?:{fact}) (?:{_FACT_TURNS})"),
        re.compile(rf"only (?:{others}) {_PREDICATE}|{_VISIT} (?:is|are) (?:only )?(?:limited to|restricted to|reserved for|open to|open only to|only for|for) (?:{others})(?: only)?|(?:{others}) only|{_WHOEVER} {_MUST} be (?:{others})"),
        re.compile(rf"{_WHOEVER} {_NEED_NOT} be (?:{others}){_TO_VISIT}|(?:you|anyone|visitors) (?:may|can) {_SEE},? (?:whatever|regardless of|no matter|irrespective of)(?: what)?(?: the| your| their)? (?:{whatever})(?: is)?|(?:your |a visitor's )?(?:{whatever}) does not matter(?: for {_VISIT})?"),
    ]  # fmt: skip


@lru_cache(maxsize=4096)
def stance(plain: str) -> Stance | None:
    """The stance of one canonical line, None where it has none or says more than that."""
    text = _AHEAD.sub("", plain.rstrip(" .!"), count=1) if plain[:1] in "ebsap" else plain.rstrip(" .!")
    for pattern, said in _NOT:
        text = pattern.sub(said, text)
    found = (
        _of_minors(text) or _of_kin(text) or _of_class(text) or _of_papers(text) or _of_duty(text) or _of_lists(text)
    )
    if found is None:
        return None
    return Stance(*found, news=_NEWS.search(text) is not None)


_Found = tuple[str, float, Severity]


def _of_class(text: str) -> _Found | None:
    for one, cue in cues():  # few classes are named in a line, and their patterns take long to compile
        level = _class_level(text, _patterns(one)) if cue.search(text) else None
        if level is not None:
            former = one.name == "staff" and "former" in text and "current" not in text
            return f"former {one.name}" if former else one.name, level, one.level
    return None


def _class_level(text: str, patterns: list[re.Pattern[str]]) -> float | None:
    said, none, label, ours, cond, fact, alone, freed = patterns
    if (hit := said.fullmatch(text)) is not None:
        if not _ABOUT_VISITS.search(text):
            return None
        return float(_turned(hit["let"] is not None, hit["no"], hit["nobody"]))
    if none.fullmatch(text):
        return 0.0
    if (hit := label.fullmatch(text)) is not None:
        return float(hit["no"] is None)
    if (hit := ours.fullmatch(text)) is not None:
        return float(_turned(hit["let"] is not None, hit["no"]))
    if (hit := cond.fullmatch(text)) is not None:
        return float(not (hit["no"] or hit["no2"]))
    if (hit := fact.fullmatch(text)) is not None:
        return float(_turned(False, hit["no"] or hit["none"] or hit["not"]))
    if (hit := alone.fullmatch(text)) is not None:
        return None if hit["kept"] or hit["no"] else 0.0
    return 1.0 if freed.fullmatch(text) else None


def _turned(let: bool, *denials: str | None) -> bool:
    return let == (sum(denial is not None for denial in denials) % 2 == 0)


@lru_cache(maxsize=1)
def _minors_said() -> list[re.Pattern[str]]:
    who = rf"(?:{_DET}{_CHILDREN}(?: {_AGE}| of (?:all|any) ages?)?|{_DET}{PEOPLE} {_AGE.replace('<age>', '<age2>')})"
    none = (
        rf"{_NO} (?:{_CHILDREN}(?: {_AGE.replace('<age>', '<age3>')})?|(?:{PEOPLE} )?{_AGE.replace('<age>', '<age4>')})"
    )
    return [
        re.compile(rf"(?:(?P<nobody>{none})|{who}) {_PREDICATE}"),
        re.compile(rf"{none}(?: (?:in {_ROOM}|at visits|as visitors|allowed|permitted))?"),
        re.compile(rf"{who} ?(?::|-|\|) ?(?:(?P<no>{_ANSWERS_NO})|{_ANSWERS_YES})"),
        re.compile(rf"{_WHOEVER} must be {_OLD}(?: {_AS.strip()}| to {_SEE})*(?:; (?:please )?leave (?:your )?children at home)?|(?:only adults|adults only)(?: {_PREDICATE})?"),
        re.compile(rf"(?:there is )?no (?:minimum age|age limit|age requirement)(?: for (?:{_VISIT}|visiting))?|(?:visitors|people|persons|children) of (?:any|all) ages? {_PREDICATE}"),
    ]  # fmt: skip


_YOUNG = re.compile(r"child|kid|minor|juvenil|youth|youngster|under|below|younger|less than|\bage|must be|adults|older")


def _of_minors(text: str) -> _Found | None:
    """Children of all ages, or from an age on: the level is 0 for all, and falls with each year that keeps them out."""
    if not _YOUNG.search(text):
        return None
    said, none, label, old, free = _minors_said()
    hit = said.fullmatch(text) or none.fullmatch(text) or label.fullmatch(text)
    if hit is not None:
        groups = hit.groupdict()
        age = next((float(groups[name]) for name in ("age", "age2", "age3", "age4") if groups.get(name)), 0.0)
        if hit.re is said:
            let = _turned(hit["let"] is not None, hit["no"], hit["nobody"])
            if not _ABOUT_VISITS.search(text):
                return None
        else:
            let = hit.re is label and hit["no"] is None
        if not 0 <= age <= 21:
            return None
        return MINORS, 0.0 if let else -(age or 18.0), Severity.MAJOR
    if (hit := old.fullmatch(text)) is not None:
        if hit["kept"] or hit["no"]:
            return None
        return MINORS, -float(hit["old"] or 18), Severity.MAJOR
    if (hit := free.fullmatch(text)) is not None:
        return None if hit["kept"] or hit["no"] else (MINORS, 0.0, Severity.MAJOR)
    return None


@lru_cache(maxsize=1)
def _kin_said() -> list[re.Pattern[str]]:
    friends = r"(?:friends|non-?relatives|non-?family(?: members)?|people who are not related|unrelated (?:people|persons|visitors))"
    both = rf"(?:(?:the )?(?:famil(?:y|ies)(?: members)?|relatives)(?:,? and|,? or) {friends}|{friends}(?:,? and|,? or) (?:famil(?:y|ies)(?: members)?|relatives))"
    return [
        re.compile(rf"(?P<nobody>no )?(?:{_DET}{friends}|{both}) {_PREDICATE}(?:,? (?:not just|as well as|and not only) (?:family|relatives))?"),
        re.compile(rf"{friends} ?(?::|-|\|) ?(?:(?P<no>{_ANSWERS_NO})|{_ANSWERS_YES})|(?P<no2>no {friends})"),
        re.compile(rf"only {_KINSHIP} {_PREDICATE}|{_KINSHIP.replace('<kin>', '<kin2>').replace('<close>', '<close2>')} only|(?:all )?(?:{_VISIT}|{_LIST}) (?:is|are) (?:only )?(?:limited to|restricted to|reserved for|open only to|only for|for) {_KINSHIP.replace('<kin>', '<kin3>').replace('<close>', '<close3>')}(?P<only> only)?|{_WHOEVER} must be {_RELATED}{_TO_VISIT}"),
        re.compile(rf"{_WHOEVER} {_NEED_NOT} be {_RELATED}{_TO_VISIT}|(?:anyone|anybody)(?:, related or not,)? (?:may|can) {_SEE}"),
    ]  # fmt: skip


_KINDRED = re.compile(r"famil|relat|\bkin\b|friend|anyone|anybody")


def _of_kin(text: str) -> _Found | None:
    """How near to the inmate a visitor must be: 3 anybody, 2 the family, 1 the immediate family."""
    if not _KINDRED.search(text):
        return None
    friends, label, only, free = _kin_said()
    level = 0
    if (hit := friends.fullmatch(text)) is not None:
        level = _ANYBODY if _turned(hit["let"] is not None, hit["no"], hit["nobody"]) else _FAMILY
    elif (hit := label.fullmatch(text)) is not None:
        level = _FAMILY if hit["no"] or hit["no2"] else _ANYBODY
    elif (hit := only.fullmatch(text)) is not None and not (hit["kept"] or hit["no"]):
        level = _IMMEDIATE if hit["close"] or hit["close2"] or hit["close3"] else _FAMILY
    elif free.fullmatch(text):
        level = _ANYBODY
    return (KIN, float(level), Severity.MAJOR) if level else None


@lru_cache(maxsize=1)
def _papers_said() -> re.Pattern[str]:
    papers = "|".join(rf"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(PAPERS))
    again = re.sub(r"\(\?P<p(\d+)>", r"(?P<q\1>", papers)
    third = re.sub(r"\(\?P<p(\d+)>", r"(?P<r\1>", papers)
    age = _AGE.replace("?P<age>", "")
    use = rf"(?: (?:as|for) (?:(?:an?|valid|photo|proof of) )*(?:id|identification|identity|{_VISIT})(?: (?:for|at) visits)?| (?:by|from|for) (?:visitors?|teenagers|minors|adults)(?: {age})?)*"
    return re.compile(
        rf"(?P<nobody>no )?{_DET}(?:{papers}) (?:is|are|will|may|can) (?P<no>not |no longer )?{_SOFT}(?:be )?(?:(?P<let>accepted|taken|allowed|acceptable|honored|valid|used|recognized|permitted|welcome)|refused|rejected|turned down){use}"
        rf"|(?:you|visitors|teenagers|minors|adults)(?: {age})? (?:may|can)(?P<no2> not| no longer)? {_SOFT}(?:use|show|present|bring|visit with|enter with) {_DET}(?:{again}){use}"
        rf"|we (?P<no3>(?:do|will|can) not |no longer )?{_SOFT}(?:accept|take|honor|allow|let you in with|admit you with|recognize) {_DET}(?:{third}){use}"
    )


_PAPER = re.compile(r"passport|\bids?\b|identification|licen[cs]e|card|matr|papers")


def _of_papers(text: str) -> _Found | None:
    if not _PAPER.search(text) or (hit := _papers_said().fullmatch(text)) is None:
        return None
    name = next(
        PAPERS[int(key[1:])][0] for key, value in hit.groupdict().items() if value and re.fullmatch(r"[pqr]\d+", key)
    )
    first = hit["let"] is not None or not any(hit[f"p{place}"] for place in range(len(PAPERS)))
    return name, float(_turned(first, hit["no"] or hit["no2"] or hit["no3"], hit["nobody"])), Severity.MINOR


@lru_cache(maxsize=1)
def _duties_said() -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Name of each duty, with what says that there is none, and what says that there is."""
    found = []
    for duty in DUTIES:
        thing = rf"(?:an? |the )?(?:{duty.thing})"
        of_all = rf"(?: (?:of|for|on|from) {_WHOEVER})?"
        asked = r"(?:required|needed|necessary|mandatory|asked for|done|conducted|performed|run|made|completed)"
        none = re.compile(
            rf"no (?:{duty.thing}) (?:is|are|will be) {_SOFT}{asked}{of_all}{_TO_VISIT}(?:; just come)?|{thing} (?:is|are) (?:not|no longer) {asked}{of_all}{_TO_VISIT}"
            rf"|{_WHOEVER} {_NEED_NOT} (?:{duty.act}){_TO_VISIT}|(?:you|visitors) (?:may|can) {_SOFT}{_SEE} without {thing}|there is no (?:{duty.thing})(?: for {_WHOEVER})?{_TO_VISIT}"
        )
        some = re.compile(
            rf"{thing} (?:is|are|will be|must be) (?:now )?{asked}{of_all}{_TO_VISIT}|{_WHOEVER} {_MUST} (?:now )?(?:{duty.act}){_TO_VISIT}"
            rf"|only {_WHOEVER} with {thing} {_PREDICATE.replace('<', '<x')}|(?:no one|nobody|no 1) may {_SEE} without {thing}"
        )
        found.append((duty.name, none, some))
    return found


_DUTY = re.compile(
    r"check|screen|vaccin|immuniz|applicat|apply|proof|prove|certificate|relationship|related|investigat"
)


def _of_duty(text: str) -> _Found | None:
    if not _DUTY.search(text):
        return None
    for name, none, some in _duties_said():
        if none.fullmatch(text):
            return name, 1.0, Severity.MINOR
        if some.fullmatch(text):
            return name, 0.0, Severity.MINOR
    return None


_MANY = r"(?:more than 1|2 or more|several|multiple|2|any number of)"
_SEVERAL = re.compile(
    rf"{_WHOEVER} (?:may|can) be (?:on|listed on|placed on|put on) (?:the )?(?:(?:visiting|visitors?'?|approved|visitation) )*lists? of {_MANY} {HELD}|nothing (?:prevents|keeps|stops) {_WHOEVER} from being (?:listed by|on the (?:visiting )?lists? of) {_MANY} {HELD}|{_WHOEVER} (?:may|can) be listed by {_MANY} {HELD}"
)
_ONE = re.compile(
    rf"(?:a |any )?{_WHOEVER} (?:may|can) (?:only )?be (?:only )?(?:on|listed on|placed on) (?:the )?(?:only |just )?1 {HELD}'s? (?:visiting )?list|{_WHOEVER} (?:may|can) not be (?:on|listed on) (?:the )?(?:(?:visiting|visitors?'?|approved) )*lists? of {_MANY} {HELD}|if you are on 1 {HELD}'s? (?:visiting )?list,? you (?:may|can) not be (?:added to|put on|on|placed on) another(?:'s)?(?: (?:{HELD}'s? )?list)?"
)


def _of_lists(text: str) -> _Found | None:
    if "list" not in text:
        return None
    level = 1.0 if _SEVERAL.fullmatch(text) else 0.0 if _ONE.fullmatch(text) else None
    return None if level is None else (_LISTS, level, Severity.MINOR)


_SPEAKS_OF_KIN = re.compile(
    r"\bfriends?\b|\bimmediate\b|\brelated\b|\brelatives\b|\bkin\b|\bfamily (?:members )?only\b|\bonly (?:\w+ )?family\b"
)
_SPEAKS_OF_CHILDREN = re.compile(
    rf"\b(?:{_CHILDREN}|under|age|aged|years (?:old|of age)|adults?)\b(?=[^.]*\b(?:visit\w*|admitted|allowed|permitted|let in|enter|list|welcome|with|accompanied)\b)|\b(?:visit\w*|admitted|allowed|permitted|accompan\w+)\b[^.]*\b(?:{_CHILDREN}|under \d+|\d+ years|age)\b"
)
_SPEAKS_OF_LISTS = re.compile(r"\blists?\b")


def mentions(about: str, page: Iterable[Unit], *, beside: bool = False) -> bool:
    """Whether any line of a page speaks of a class at all, though it may say more of it than a plain rule does. beside:
    whether the lines stayed as they are; such lines on children may be on how to behave."""
    if about == MINORS and not beside:
        return any(_YOUNG.search(unit.plain) for unit in page)
    cue = _cue(about.removeprefix("former ") if about == "former staff" else about)
    return any(cue.search(unit.plain) for unit in page)


@lru_cache(maxsize=64)
def _cue(about: str) -> re.Pattern[str]:
    """The words by which a line speaks of a class."""
    if about in (KIN, MINORS, _LISTS):
        return {KIN: _SPEAKS_OF_KIN, MINORS: _SPEAKS_OF_CHILDREN, _LISTS: _SPEAKS_OF_LISTS}[about]
    things = [cue.pattern for one, cue in cues() if one.name == about]
    things += [_one_of(duty.thing, duty.act) for duty in DUTIES if duty.name == about]
    things += [pattern for name, pattern in PAPERS if name == about]
    return re.compile(rf"\b(?:{_one_of(*things)})\b")

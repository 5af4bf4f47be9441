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
from dataclasses import replace
from functools import cache, lru_cache

from monitors.language.claims.kin_and_children import ALONE, YOUNG, of_children, of_intake, of_kin
from monitors.language.claims.visitor_words import (
    ABOUT_VISITS,
    AGE,
    ANSWERS_NO,
    ANSWERS_YES,
    AS,
    CHILDREN,
    DET,
    FACT_TURNS,
    INTAKE,
    KEPT,
    KIN,
    MINORS,
    MUST,
    NEED_NOT,
    NO,
    PREDICATE,
    ROOM,
    SEE,
    SOFT,
    TO_VISIT,
    VISIT,
    WHOEVER,
    Stance,
    one_of,
    turned,
)
from monitors.language.claims.who_acts import as_rule, undated
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.lexicon_classes import CLASSES, DUTIES, HELD, PAPERS, PEOPLE, Class
from monitors.language.words.patterns import regex
from monitors.records import Severity

_LISTS = "lists of several inmates"
_BY_LEAVE = regex(r"\b(?:may|can) (?:now |again )?be (?:approved|authorized|considered)\b")
_NEWS = regex(
    r"\b(?:now|again|once more|no longer|any ?more|back|will (?:soon )?be (?:allowed|permitted|able|welcome)|will not be (?:barred|banned|turned away))\b"
)
_AHEAD = regex(r"^(?:at this time,? |please note[:,]? (?:that )?)")
_ONCE_MORE = regex(r"^(.+? (?:may|can|are|is)) (?!not\b|no\b|now\b)(.+?) (?:once (?:more|again)|again)$")
_ANY_MORE = regex(r"\bnot\b(.*) any ?(?:more|longer)$")
_NOT = (
    (regex(r"\bbe (?:an? )?visitors?$"), "visit"),
    (regex(r"\bcannot\b|\bcan't\b"), "can not"),
    (regex(r"\bwon't\b"), "will not"),
    (regex(r"n't\b"), " not"),
)


@lru_cache(maxsize=1)
def cues() -> tuple[tuple[Class, re.Pattern[str]], ...]:
    """Each class with the words of which a line about it has one."""
    return tuple(
        (
            one,
            regex(
                rf"(?<![\w-])(?:{one_of(one.noun, one.rest, one.cond, one.fact, one.all_but, one.whatever)})(?![\w-])"
            ),
        )
        for one in CLASSES
    )


@cache
def _patterns(one: Class) -> list[re.Pattern[str]]:
    noun, rest = one.noun or "(?!)", one.rest or "(?!)"
    who = rf"(?:{DET}(?:{noun})|{DET}{PEOPLE} (?:{rest}))"
    nobody = rf"(?:no (?:{noun})|{NO} (?:{PEOPLE} )?(?:{rest}))"
    cond, fact, others, whatever = (said or "(?!)" for said in (one.cond, one.fact, one.all_but, one.whatever))
    having = re.sub(r"\bare\b", "(?:are|be)", cond)  # "no visitor may be on parole"
    return [
        regex(rf"(?:(?P<nobody>{nobody})|{who}) {PREDICATE}"),
        regex(rf"{one_of(nobody)}(?: (?:in {ROOM}|at visits|as visitors|allowed|permitted))?"),
        regex(rf"{who} ?(?::|-|\|) ?(?:(?P<no>{ANSWERS_NO})|{ANSWERS_YES})"),
        regex(rf"we (?P<no>(?:do|will|can) not |no longer )?(?:will )?{SOFT}(?:(?P<let>admit|accept|allow|approve|let in|welcome)|turn away|refuse|bar|exclude) {who}(?:{AS}| in)*"),
        regex(rf"(?:you|a person|anyone) (?:may|can)(?P<no> not| no longer)? {SEE} (?:if|when|while|even if) you (?:{cond})|(?:if|when|while|even if) you (?:{cond}),? (?:then )?you (?:may|can)(?P<no2> not| no longer)? {SEE}"),
        regex(rf"(?:{fact}) (?:{FACT_TURNS})"),
        regex(rf"only (?:{others}) {PREDICATE}|{VISIT} (?:is|are) (?:only )?(?:limited to|restricted to|reserved for|open to|open only to|only for|for) (?:{others})(?: only)?|(?:{others}) only|{WHOEVER} {MUST} be (?:{others})"),
        regex(rf"{WHOEVER} {NEED_NOT} be (?:{others}){TO_VISIT}|(?:you|anyone|visitors) (?:may|can) {SEE},? (?:whatever|regardless of|no matter|irrespective of)(?: what)?(?: the| your| their)? (?:{whatever})(?: is)?|(?:your |a visitor's )?(?:{whatever}) does not matter(?: for {VISIT})?"),
        regex(rf"(?:no (?:visitors?|one visiting)|nobody who visits) (?:may|can|shall) (?:{having})|{WHOEVER} (?:must|may|can|shall) not (?:{having})"),
        regex(rf"{VISIT} (?:with|by|from|of) {who} (?:is|are|will be) (?P<no>not |no longer )?{SOFT}(?:(?P<let>allowed|permitted|possible|accepted|welcome)|{KEPT})"),
    ]  # fmt: skip


@lru_cache(maxsize=4096)
def stance(plain: str) -> Stance | None:
    """The stance of one canonical line, None where it has none or says more than that."""
    text, dated = undated(plain.rstrip(" .!"))
    text = _AHEAD.sub("", text, count=1)
    for pattern, said in _NOT:
        text = pattern.sub(said, text)
    text = _ANY_MORE.sub(r"no longer\1", _ONCE_MORE.sub(r"\1 now \2", text))
    if _BY_LEAVE.search(text):
        return None  # admittance.py
    rule = as_rule(text)
    found = _stance(text) or (_stance(rule) if rule != text else None)
    return found and replace(found, news=dated or any(map(_NEWS.search, (text, rule))))


# Whoever it is that "visits", which no thing does; people whom every page speaks of are no class.
_OF_ANY = regex(
    rf"(?P<nobody>no )?(?P<who>{DET}[a-z][\w' -]{{2,60}}?) (?:(?:may|can|will|shall) (?P<no>not |no longer |never )?{SOFT}(?P<visit>visit|come to visit)"
    rf"|(?:is|are|will be) (?P<no2>not |no longer |never )?{SOFT}(?:(?P<let>(?:allowed|permitted|eligible|welcome|able|free) to (?:visit|come to visit))|(?P<in>let in|admitted)|(?:barred|banned|excluded|prohibited|forbidden|turned away) from (?:visiting|visits)|turned away|kept out))"
    r"(?: (?:inmates|again|here|in person))?"
)
# Children are read for their age and for who comes with them; the others say more than who it is.
_NO_NAME = regex(r"child|kid|bab(?:y|ies)|\b(?:visits|on account|because|during|when|while|if|without|from)\b")
_COMES = regex(r"visit|admit|welcom|accept|\blet|turn|\bout\b|barr|bann")
_ARTICLES = regex(rf"^{DET}")
_EVERYBODY = frozenset(concepts(
    "you we they visitors visitor everyone nobody one people persons families family public inmates inmate detainees detainee prisoners prisoner residents resident adults who all only"
))  # fmt: skip


@lru_cache(maxsize=4096)
def of_any_class(plain: str) -> Stance | None:
    """The stance of a line on a class that is not known here, by the words that name it. It says who they are and
    nothing of what they are, so it serves only beside another line on the same."""
    if _COMES.search(plain) is None:
        return None
    text, dated = undated(plain.rstrip(" .!"))
    for pattern, said in _NOT:
        text = pattern.sub(said, text)
    rule = as_rule(_ANY_MORE.sub(r"no longer\1", _ONCE_MORE.sub(r"\1 now \2", text)))
    hit = _OF_ANY.fullmatch(rule)
    if hit is None:
        return None
    named = _ARTICLES.sub("", hit["who"])
    who = set(concepts(named))
    if not who - _EVERYBODY or _NO_NAME.search(named):
        return None
    level = turned((hit["visit"] or hit["let"] or hit["in"]) is not None, hit["no"] or hit["no2"], hit["nobody"])
    return Stance(named, float(level), Severity.MINOR, news=dated)


def _stance(text: str) -> Stance | None:
    return (
        of_children(text)
        or of_kin(text)
        or of_intake(text)
        or _of_class(text)
        or _of_papers(text)
        or _of_duty(text)
        or _of_lists(text)
    )


_ASKED = regex(rf"(?:can|may|are|is) (?P<who>.{{3,60}}?) (?:(?:allowed|permitted|eligible|able) to )?{SEE}(?: me)?")
_ASKED_OF_YOU = regex(r"(?P<cond>(?:have|are|do|did) you .{3,80})")
_NO_ANSWER = regex(r"(?:no[.,;]? ?)?(?:(?:then |if so,? )?(?:you|they|he or she) (?:may|can) ?not(?: visit)?)?")
_YES_ANSWER = regex(r"(?:yes[.,;]? ?)?(?:(?:then |if so,? )?(?:you|they|he or she) (?:may|can)(?: still)?(?: visit)?)?")


def answered(question: str, answer: str) -> Stance | None:
    """The stance of a question with its answer: "Can ex-inmates visit?" "No." """
    asked, said = question.rstrip(" ?"), answer.rstrip(" .!").replace("can't", "cannot")
    denied = _NO_ANSWER.fullmatch(said) is not None
    if not said or not (denied or _YES_ANSWER.fullmatch(said)):
        return None
    if (hit := _ASKED.fullmatch(asked)) is not None:
        return stance(f"{hit['who']} may {'not ' if denied else ''}visit")
    if (hit := _ASKED_OF_YOU.fullmatch(asked)) is not None:
        cond = re.sub(
            r"^(have|are|do|did) you ", lambda m: f"you {m[1] if m[1] in ('have', 'are') else ''} ", hit["cond"]
        )
        return stance(f"if {cond.replace('  ', ' ')}, you can{' not' if denied else ''} visit")
    return None


_PARTS = {"works": "current", "worked": "former"}


def _of_class(text: str) -> Stance | None:
    for one, cue in cues():  # few classes are named in a line, and their patterns take long to compile
        level = _class_level(text, _patterns(one)) if cue.search(text) else None
        if level is not None:
            parts = regex(one.parts).findall(text) if one.parts else ()
            return Stance(one.name, level, one.level, frozenset(_PARTS.get(part, part) for part in parts))
    return None


def _class_level(text: str, patterns: list[re.Pattern[str]]) -> float | None:
    said, none, label, ours, cond, fact, alone, freed, having, seen = patterns
    if (hit := said.fullmatch(text)) is not None:
        if not ABOUT_VISITS.search(text):
            return None
        return float(turned(hit["let"] is not None, hit["no"], hit["nobody"]))
    if none.fullmatch(text):
        return 0.0
    if (hit := label.fullmatch(text)) is not None:
        return float(hit["no"] is None)
    if (hit := ours.fullmatch(text)) is not None:
        return float(turned(hit["let"] is not None, hit["no"]))
    if (hit := cond.fullmatch(text)) is not None:
        return float(not (hit["no"] or hit["no2"]))
    if (hit := fact.fullmatch(text)) is not None:
        return float(turned(False, hit["no"] or hit["none"] or hit["not"]))
    if (hit := alone.fullmatch(text)) is not None:
        return None if hit["kept"] or hit["no"] else 0.0
    if having.fullmatch(text):
        return 0.0
    if (hit := seen.fullmatch(text)) is not None:
        return float(turned(hit["let"] is not None, hit["no"]))
    return 1.0 if freed.fullmatch(text) else None


@lru_cache(maxsize=1)
def _papers_said() -> re.Pattern[str]:
    papers = "|".join(rf"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(PAPERS))
    again = re.sub(r"\(\?P<p(\d+)>", r"(?P<q\1>", papers)
    third = re.sub(r"\(\?P<p(\d+)>", r"(?P<r\1>", papers)
    age = AGE.replace("?P<age>", "")
    use = rf"(?: (?:as|for) (?:(?:an?|valid|photo|proof of) )*(?:id|identification|identity|{VISIT})(?: (?:for|at) visits)?| (?:by|from|for) (?:visitors?|teenagers|minors|adults)(?: {age})?)*"
    return regex(
        rf"(?P<nobody>no )?{DET}(?:{papers}) (?:is|are|will|may|can) (?P<no>not |no longer )?{SOFT}(?:be )?(?:(?P<let>accepted|taken|allowed|acceptable|honored|valid|used|recognized|permitted|welcome)|refused|rejected|turned down){use}"
        rf"|(?:you|visitors|teenagers|minors|adults)(?: {age})? (?:may|can)(?P<no2> not| no longer)? {SOFT}(?:use|show|present|bring|visit with|enter with) {DET}(?:{again}){use}"
        rf"|we (?P<no3>(?:do|will|can) not |no longer )?{SOFT}(?:accept|take|honor|allow|let you in with|admit you with|recognize) {DET}(?:{third}){use}"
    )


_PART_OF_VISITORS = regex(r"\b(?:adults?|first-time|teenagers|minors|under \d+)\b")


def _part(text: str) -> frozenset[str]:
    """Of which visitors alone a line asks something: grown-ups, new ones or young ones."""
    found = _PART_OF_VISITORS.findall(text)
    return frozenset("young" if one not in ("adult", "adults", "first-time") else one.rstrip("s") for one in found)


_PAPER = regex(r"passport|\bids?\b|identification|licen[cs]e|card|matr|papers")


def _of_papers(text: str) -> Stance | None:
    if not _PAPER.search(text) or (hit := _papers_said().fullmatch(text)) is None:
        return None
    name = next(
        PAPERS[int(key[1:])][0] for key, value in hit.groupdict().items() if value and re.fullmatch(r"[pqr]\d+", key)
    )
    first = hit["let"] is not None or not any(hit[f"p{place}"] for place in range(len(PAPERS)))
    taken = turned(first, hit["no"] or hit["no2"] or hit["no3"], hit["nobody"])
    part = frozenset[str]() if name == "school IDs" else _part(text)  # who but the young has one?
    return Stance(name, float(taken), Severity.MINOR, part)


@lru_cache(maxsize=1)
def _duties_said() -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Name of each duty, with what says that there is none, and what says that there is."""
    found = []
    for duty in DUTIES:
        thing = rf"(?:an? |the )?(?:{duty.thing})"
        of_all = rf"(?: (?:of|for|on|from) {WHOEVER})?"
        asked = r"(?:required|needed|necessary|mandatory|asked for|done|conducted|performed|run|made|completed)"
        none_done = rf"|{WHOEVER} (?:is|are|will be) (?:not|no longer) (?:{duty.done})" if duty.done else ""
        done = (
            rf"|{WHOEVER} (?:is|are|will be) {SOFT}(?:{duty.done})(?: and (?:may not visit|will be (?:turned away|refused)) if (?:1|any|a warrant) is found)?"
            if duty.done
            else ""
        )
        none = regex(
            rf"no (?:{duty.thing}) (?:is|are|will be) {SOFT}{asked}{of_all}{TO_VISIT}(?:; just come)?|{thing} (?:is|are) (?:not|no longer) {asked}{of_all}{TO_VISIT}"
            rf"|{WHOEVER} {NEED_NOT} (?:{duty.act}){TO_VISIT}{none_done}|(?:you|visitors) (?:may|can) {SOFT}{SEE} without (?:(?:filling (?:out|in)|completing|submitting|having|undergoing|passing) )?{thing}|there is no (?:{duty.thing})(?: for {WHOEVER})?{TO_VISIT}"
        )
        some = regex(
            rf"{thing} (?:is|are|will be|must be) (?:now )?{asked}{of_all}{TO_VISIT}|{WHOEVER} {MUST} (?:now )?(?:{duty.act}){TO_VISIT}"
            rf"|only {WHOEVER} with {thing} {PREDICATE.replace('<', '<x')}|(?:no one|nobody|no 1) may {SEE} without {thing}{done}"
        )
        found.append((duty.name, none, some))
    return found


_DUTY = regex(
    r"check|screen|vaccin|immuniz|applicat|apply|proof|prove|warrant|certificate|relationship|related|investigat"
)


def _of_duty(text: str) -> Stance | None:
    if not _DUTY.search(text):
        return None
    for name, none, some in _duties_said():
        if none.fullmatch(text):
            return Stance(name, 1.0, Severity.MINOR, _part(text))
        if some.fullmatch(text):
            return Stance(name, 0.0, Severity.MINOR, _part(text))
    return None


_MANY = r"(?:more than 1|2 or more|several|multiple|2|any number of)"
_SEVERAL = regex(
    rf"{WHOEVER} (?:may|can) be (?:on|listed on|placed on|put on) (?:the )?(?:(?:visiting|visitors?'?|approved|visitation) )*lists? of {_MANY} {HELD}|nothing (?:prevents|keeps|stops) {WHOEVER} from being (?:listed by|on the (?:visiting )?lists? of) {_MANY} {HELD}|{WHOEVER} (?:may|can) be listed by {_MANY} {HELD}"
)
_ONE = regex(
    rf"(?:a |any )?{WHOEVER} (?:may|can) (?:only )?be (?:only )?(?:on|listed on|placed on) (?:the )?(?:only |just )?1 {HELD}'s? (?:visiting )?list|{WHOEVER} (?:may|can) not be (?:on|listed on) (?:the )?(?:(?:visiting|visitors?'?|approved) )*lists? of {_MANY} {HELD}|if you are on 1 {HELD}'s? (?:visiting )?list,? you (?:may|can) not be (?:added to|put on|on|placed on) another(?:'s)?(?: (?:{HELD}'s? )?list)?"
)


def _of_lists(text: str) -> Stance | None:
    if "list" not in text:
        return None
    level = 1.0 if _SEVERAL.fullmatch(text) else 0.0 if _ONE.fullmatch(text) else None
    return None if level is None else Stance(_LISTS, level, Severity.MINOR)


_SPEAKS_OF_KIN = regex(
    r"\bfriends?\b|\bimmediate\b|\brelated\b|\brelatives\b|\bkin\b|\bfamily (?:members )?only\b|\bonly (?:\w+ )?family\b"
)
_SPEAKS_OF_CHILDREN = regex(
    rf"\b(?:{CHILDREN}|under|age|aged|years (?:old|of age)|adults?)\b(?=[^.]*\b(?:visit\w*|admitted|allowed|permitted|let in|enter|list|welcome|with|accompanied)\b)|\b(?:visit\w*|admitted|allowed|permitted|accompan\w+)\b[^.]*\b(?:{CHILDREN}|under \d+|\d+ years|age)\b"
)
_SPEAKING = {
    KIN: _SPEAKS_OF_KIN,
    MINORS: _SPEAKS_OF_CHILDREN,
    _LISTS: regex(r"\blists?\b"),
    # "The card must not be out of date."
    "expired IDs": regex(
        r"\b(?:expired?|expires|expiry|out of date|ran out|run out|lapsed|unexpired|current|valid|up to date|in date)\b"
    ),
    INTAKE: regex(r"\b(?:booking|booked|intake|new arrivals|newly|quarantin\w*|waiting period)\b"),
}


def mentions(about: str, page: Iterable[Unit], *, beside: bool = False) -> bool:
    """Whether any line of a page speaks of a class at all, though it may say more of it than a plain rule does. beside:
    whether the lines stayed as they are; such lines on children may be on how to behave."""
    if (about == MINORS and not beside) or about.startswith(ALONE):
        return any(YOUNG.search(unit.plain) for unit in page)
    cue = _cue(about)
    return any(cue.search(unit.plain) for unit in page)


@cache
def _cue(about: str) -> re.Pattern[str]:
    """The words by which a line speaks of a class."""
    if about in _SPEAKING:
        return _SPEAKING[about]
    things = [cue.pattern for one, cue in cues() if one.name == about]
    things += [one_of(duty.thing, duty.act) for duty in DUTIES if duty.name == about]
    things += [pattern for name, pattern in PAPERS if name == about]
    return regex(rf"\b(?:{one_of(*things)})\b")

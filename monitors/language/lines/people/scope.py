"""For whom and where a line holds: "at every prison except one", "in all prisons" where it was in some.

An exception takes from what a line gives and gives where the line takes; a wider scope is the reverse. Told where
nothing else in the line changed.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from monitors.language.claims.clauses import claims, turns
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import days_named
from monitors.language.words.lexicon_few_words import ASKS, polarity
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_EXCEPT = regex(
    r",? ?\(?\b(?:except(?:ing)?(?: for| at| in| to| by| with)*|other than|excluding|but not(?: at| in| for| to| by)?|with the exception of|apart from|save for) (?P<whom>[^.;()]{3,80}?)\)?(?=[.;]|$)"
)
_WHERE = regex(
    rf"\b(?:in|at|for|to) (?P<which>(?:[\w,-]+ ){{0,6}}?)(?:prisons?|facilit(?:y|ies)|institutions?|camps?|(?:housing )?units?|jails?|cent(?:er|re)s?|levels?|{visits.HELD})\b(?: only)?"
)
_UNIT = rf"(?:{visits.UNIT}|buildings?|housing)"
_ONE_UNIT = regex(
    rf"\b(?:in|at|for|to|on) (?:the )?(?:{_UNIT} (?:[a-z]|\d{{1,3}})|(?:[a-z]|\d{{1,3}}|north|south|east|west|women'?s|men'?s)[- ]{_UNIT})\b"
)
_EVERY_UNIT = regex(
    rf"\b(?:in|at|for|to|on|throughout) (?:(?:all|every|each) (?:of )?(?:the )?(?:housing )?{_UNIT}|(?:the )?(?:entire|whole) (?:facility|jail|prison|institution))\b| facility-?wide\b"
)
_NOUNS = (
    r"(?P<noun>convictions?|crimes?|offenses?|charges?|records?|visits?|visiting|relatives?|inmates?|visitors?|days?)"
)
# What says of people or visits no more than that they are these.
_NO_KIND = r"jail|county|adult|incarcerated|confined|eligible|approved|regular|social|scheduled|inmates?|inmate's|visiting|general|public|family|personal|individual|current|such|these|those|this|that|the|our|your|their|other|new|most|many|some|several|few|criminal|\d+"
# A kind named where the other wording says "any", "all" or "everyone".
_KIND_AND_ALL = (
    (regex(rf"\b(?:(?:a|an|the|their|on|for) )?(?!(?:any|all|every|each|no|not|{_NO_KIND})\b)[a-z-]+ {_NOUNS}\b"), regex(rf"\b(?:any|all|every|each)(?: of the)? {_NOUNS}\b")),
    (regex(rf"\b{_NOUNS} (?:in|at|for|on) (?:the )?(?:(?:wo)?men'?s?|[a-z]+) (?:jail|prison|unit|side|annex|wing|pod|dorm|block|floor)\b"), regex(rf"\ball {_NOUNS}\b")),
    (regex(rf"^(?!(?:any|all|every|each|no|{_NO_KIND})\b)[a-z-]+ (?P<noun>inmates?|prisoners|detainees)\b(?=.*\bvisit)"), regex(r"^(?:all )?(?P<noun>inmates?|prisoners|detainees)\b")),
    (regex(r"\bfor (?P<noun>)(?!everyone|everybody|all\b|the\b)(?:[a-z-]+ ){0,3}[a-z-]+(?=[.,;]|$)"), regex(r"\bfor (?P<noun>)(?:everyone|everybody|all)(?=[.,;]|$)")),
)  # fmt: skip
_CLASS = rf"(?:(?:a |an |the |their |any )?(?:\w+ )?(?:{visits.FAMILY}|{visits.MINORS}|{visits.FRIENDS}|{visits.LEGAL}|{visits.RECORD}|adults?|aunts?|uncles?|cousins|in-laws|nieces|nephews|pending charges?|warrants?)(?: members?)?)"
_JOINED = (
    regex(rf",? (?:and|or|&) {_CLASS}(?!\w)"),
    regex(rf"(?:(?<= )|^){_CLASS},? (?:and|or|&) (?=\w)"),
)
_BESIDE_WHOM = regex(
    r"\b(?:with|by|unless|without|accompan\w+|from)\b(?! (?:a |an )?(?:warrants?|records?|convictions?|felon\w*|charges?|pending))"
)
_GROWN = 16  # years: children under 18 are all children
_AGED = regex(
    r"\b(?:children|kids|minors|babies)(?P<age> (?:who are |aged? |ages )?(?:under |below |younger than |up to |over )?(?:the age of )?(?P<years>\d{1,2})(?: and (?:under|younger|older|up|over))?(?: years? old)?)\b(?!:| (?:minutes|hours|days|visits))"
)
_WHOLE = regex(r"\b(?:all|every|each|both|any)\b")
_VISITING = regex(rf"\b(?:visit\w*|{visits.VIDEO_REMOTE}|{visits.CONTACT}|{visits.IN_PERSON})\b")
_LEGAL = regex(rf"\b{visits.LEGAL}\b")
_ELSE = regex(rf"[{{\[@$]|\b(?:unless|if|appl(?:y|ies)|fees?|pay|{visits.MAIL}|{elsewhere.DRESS_CONDUCT})\b")
_CLAUSE = regex(r"\b(?:may|can|is|are|was|were|when|that|who|will|shall)\b")  # an exception that is a rule of its own
_MOST_MORE = 4  # words of one more in a list
_NO_LIST = regex(
    rf"[$\[{{@\d]|\b(?:limited to|only|bring|wear|carry|possess|defin\w+|means|{visits.ID_DOCUMENT}|{visits.MAIL}|{elsewhere.DRESS_CONDUCT})\b"
)
_PEOPLE = regex(
    rf"\b(?:{visits.FAMILY}|{visits.VISITOR}|persons?|people|employees|staff|volunteers?|parolees|aunts?|uncles?|cousins)\b"
)
_DRESS = regex(rf"\b(?:{visits.MAIL}|{elsewhere.DRESS_CONDUCT})\b")
# A duty of whoever holds visits is a gift to those who come: "The sheriff shall provide visits to all inmates."
_MUST_GIVE = regex(
    r"\b(?:shall|must|will|required to|ha(?:s|ve) to) (?:also )?(?:provide|offer|give|allow|permit|hold|afford|grant|make available)\b"
)
_MAY = regex(r"\b(?:may|can|welcome|allowed|permitted|eligible)\b")
_APART = regex(
    rf"\b(?:{visits.BARRIER}|(?:behind|through) (?:a |the )?(?:glass|window))\b(?!.*\b(?:remov\w+|gone|down|out)\b)"
)
_IN_ORDER = ("contact", "video_remote", "video_onsite", "minors", "friends", "in_person")
_KINDS: dict[str, tuple[Severity, Topic]] = {
    "contact": (Severity.MAJOR, Topic.CONTACT),
    "video_remote": (Severity.MAJOR, Topic.VIDEO_REMOTE),
    "video_onsite": (Severity.MAJOR, Topic.VIDEO_ONSITE),
    "in_person": (Severity.CRITICAL, Topic.IN_PERSON),
    "minors": (Severity.MAJOR, Topic.ELIGIBILITY),
}


@dataclass(frozen=True, slots=True)
class _Moved:
    """wider: whether a line holds for more than before; some: whether only some are added or left out."""

    wider: bool
    some: bool
    words: str


def scope_effects(alignment: Alignment) -> Certain:
    """What lines tell in which nothing but their scope changed."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        if not all(_ours(unit) for unit in (old, new)):
            continue
        moved = (
            _excepted(old.plain, new.plain)
            or _listed(old.plain, new.plain)
            or _spread(old.plain, new.plain)
            or _from_one_to_all(old.plain, new.plain)
            or _of_any(old.plain, new.plain)
            or _of_an_age(old.plain, new.plain)
            or _one_more(old.plain, new.plain)
        )
        sign = _polarity(new.plain) if moved else 0
        if moved and sign:
            effects.append(_effect(moved, sign if moved.wider else -sign, old, new))
            lines += [old, new]
    return Certain(tuple(effects), tuple(lines))


def _ours(unit: Unit) -> bool:
    told = _VISITING.search(f"{unit.plain} {unit.headings}") or _PEOPLE.search(unit.plain)
    return not unit.row and told is not None and not _LEGAL.search(unit.plain)


def _excepted(old: str, new: str) -> _Moved | None:
    was, now = _EXCEPT.search(old), _EXCEPT.search(new)
    hit = was or now
    if hit is None or (was and now) or concepts(_EXCEPT.sub("", old)) != concepts(_EXCEPT.sub("", new)):
        return None
    if (
        _CLAUSE.search(hit["whom"])
        or _ELSE.search(hit["whom"])
        or days_named(hit["whom"])
        or _ELSE.search(old.replace(hit.group(), ""))
    ):
        return None
    return _Moved(was is not None, True, hit["whom"])


def _listed(old: str, new: str) -> _Moved | None:
    """A list of people of whom a line holds that has one more, or one less: "parolees, former employees and volunteers"."""
    was, now = Counter(concepts(old)), Counter(concepts(new))
    more, less = now - was, was - now
    extra = more or less
    if (more and less) or not 0 < sum(extra.values()) <= _MOST_MORE or _NO_LIST.search(f"{old} {new}"):
        return None
    longer = new if more else old
    listed = longer.count(",") >= 2 and abs(old.count(",") - new.count(",")) == 1
    return _Moved(bool(more), True, " ".join(extra)) if listed and _PEOPLE.search(longer) else None


def _spread(old: str, new: str) -> _Moved | None:
    """A scope in place of one that holds it: "in maximum security prisons", "in all prisons"."""
    was, now = (list(_WHERE.finditer(text)) for text in (old, new))
    if len(was) != 1 or len(now) != 1 or concepts(_WHERE.sub(" ", old)) != concepts(_WHERE.sub(" ", new)):
        return None
    first, second = (frozenset(concepts(hit["which"].replace("security", ""))) for hit in (was[0], now[0]))
    whole = [_WHOLE.search(hit["which"]) is not None for hit in (was[0], now[0])]
    words = f"{was[0].group()} -> {now[0].group()}"
    if whole[0] != whole[1]:
        return _Moved(whole[1], False, words) if (first, second)[whole[0]] else None
    if any(whole) or not first or not second or first == second or not (first < second or second < first):
        return None
    return _Moved(first < second, True, words)


def _from_one_to_all(old: str, new: str) -> _Moved | None:
    """ "Visits in unit B are suspended.", "Visits in all units are suspended.", or the reverse."""
    for wider, (some, every) in ((True, (old, new)), (False, (new, old))):
        one, whole = _ONE_UNIT.search(some), _EVERY_UNIT.search(every)
        if one and whole and concepts(some.replace(one.group(), " ")) == concepts(every.replace(whole.group(), " ")):
            return _Moved(wider, False, f"{one.group()}, {whole.group().strip()}")
    return None


def _of_any(old: str, new: str) -> _Moved | None:
    """One kind of people, visits or convictions in a line that holds for all of them now: "a felony conviction", "any
    conviction"; "for trusties", "for everyone"; "visits in the men's jail", "all visits"."""
    for wider, (some, every) in ((True, (old, new)), (False, (new, old))):
        for one, whole in _KIND_AND_ALL:
            all_of = whole.search(every)
            if all_of is None or whole.search(some) is not None:
                continue
            rest = concepts(every.replace(all_of.group(), " ", 1))
            for kind in one.finditer(some):
                alike = kind["noun"].rstrip("s") == all_of["noun"].rstrip("s")
                if alike and concepts(f"{some[: kind.start()]} {some[kind.end() :]}") == rest:
                    return _Moved(wider, False, f"{kind.group().strip()}, {all_of.group().strip()}")
    return None


def _of_an_age(old: str, new: str) -> _Moved | None:
    """ "Children may sit on a lap.", "Children under 3 may sit on a lap." """
    for wider, (some, every) in ((True, (old, new)), (False, (new, old))):
        aged = _AGED.search(some)
        if aged is None or _AGED.search(every) is not None or int(aged["years"]) >= _GROWN:
            continue
        bare = some[: aged.start("age")] + some[aged.end("age") :]
        if concepts(bare) == concepts(every):
            return _Moved(wider, True, aged.group())
    return None


def _one_more(old: str, new: str) -> _Moved | None:
    """One more class of people, or one less, joined by "and" or "or": "family", "family and friends"."""
    if _NO_LIST.search(f"{old} {new}") or not (_VISITING.search(old) and _VISITING.search(new)):
        return None
    choice = _polarity(new) < 0  # who must come with a parent "or another adult" must do less
    for wider, (few, many) in ((True, (old, new)), (False, (new, old))):
        for hit in (hit for joined in _JOINED for hit in joined.finditer(many)):
            if concepts(f"{many[: hit.start()]} {many[hit.end() :]}") == concepts(few):
                if choice and (ASKS.search(many) or _BESIDE_WHOM.search(many, 0, hit.end())):
                    return None
                return _Moved(wider, True, hit.group().strip())
    return None


def _polarity(text: str) -> int:
    """+1 a line gives something of visits, -1 it takes or asks something, 0 it can't be said."""
    bare = _EXCEPT.sub("", text)
    denied = len(turns(bare)) % 2 == 1
    if not denied and _MUST_GIVE.search(bare):
        return 1
    if not denied and _APART.search(bare) and _MAY.search(bare):
        return 1  # of whom a line holds, not of how they meet, which is all that moved here
    if denied or _APART.search(bare):
        return -1
    return polarity(bare.replace(" only", ""))


def _effect(moved: _Moved, sign: int, old: Unit, new: Unit) -> Effect:
    about = {claim.about for claim in claims(new.plain)}
    kind = next((name for name in _IN_ORDER if name in about), "")
    level, topic = _KINDS.get(kind, (Severity.MAJOR, Topic.SUSPENSION if "suspen" in new.plain else Topic.ELIGIBILITY))
    effect = Effect("P-scope", sign, level, (topic,), (), old.plain, new.plain, (moved.words,))
    return effect.lower("S6") if moved.some else effect

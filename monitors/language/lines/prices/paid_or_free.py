"""Whether visits are free or have to be paid for, where a line says so without a sum: "are free of charge", "carry a fee".

The words of both sides are alike ("not offered at no cost", "no longer free of charge", "no charge"), and the reader told
half of such pairs the wrong way or not at all (`benchmarks/plain_turns.py`). Read here only where both lines are about the
same visits, and say it once.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts, stem
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_COST = r"(?:charges?|costs?|fees?|payments?)"
_ANY = r"(?:(?:any|additional|extra|added|further|a|the) )*"
_NOTHING = (
    rf"(?:free(?: of (?:{_ANY}{_COST}))?(?! (?:of|from|to(?! use\b)|up|time|speech|will|on|for)\b)(?: to use\b)?|(?:at|for|with|under) no (?:(?:additional|extra|added) )?{_COST}|no {_ANY}{_COST}|without {_ANY}(?:{_COST}|paying)"
    r"|costs? nothing|(?:pays?|charged|owes?) nothing|complimentary|gratis)"
)
_SOMETHING = (
    rf"(?:(?:for|at|with|carr(?:y|ies)|ha(?:s|ve)|incur) {_ANY}(?:small )?{_COST}|(?:at|for) (?:the )?(?:full|half|regular|usual|normal|adult|standard|reduced) (?:price|rate|{_COST})s?|(?:an?|the|any) (?:\w+ )?{_COST}|{_COST} (?:is|are|will be|appl(?:y|ies))|costs? (?:money|anything|something)|fee-based"
    r"|(?:is|are|be|being|get|gets) (?:now )?charged(?: for)?|charged for|charges? for|(?:be )?paid for|(?:pays?|paying)(?: money)? (?:for|to)\b|have to pay|payment (?:is|will be))"
)
_SAID = regex(
    rf"\b(?:(?P<nothing>{_NOTHING})|(?P<something>{_SOMETHING}))(?: (?:is|are|will be) (?:charged|needed|required|due|asked|collected|made))?(?: for)?(?![\w-])"
)
_TURNS = regex(
    r"\b(?:not|never|no longer|no more|neither|nor|nobody|cannot|stop(?:s|ped)? being|cease[sd]?(?: to be)?|\w+n't)\b"
)
_TIME = regex(
    r"\b(?:now|again|once more|anymore|any more|currently|always|still|also|already|from now on|will|be|is|are|remain|remains|stay|stays|become|became|offered|provided|available|given|made|held)\b"
)
_PAYS_FOR_THEM = r"(?:county|jail|sheriff|city|state|agency|department) (?:(?!s?he\b)\w+ ){0,4}?pay(?:s|ing)?"
# A part of it is free, a sum, a condition: for rules and reader together.
_BESIDES = regex(
    rf"[$\[{{%]|\b(?:if|unless|except\w*|only|until|when|after|before|but|while|other than|instead|refund\w*|deposit\w*|account|cancel\w*|lapse\w*|expire\w*|late|missed|no-show|{_PAYS_FOR_THEM}|{elsewhere.ELSEWHERE})\b"
)
# A part of it that is named may be all that moved.
_BESIDES_SCOPE = regex(
    rf"[$\[%]|\b(?:if|unless|except\w*|until|when|after|before|but|while|other than|instead|refund\w*|deposit\w*|account|cancel\w*|late|missed|no-show|{_PAYS_FOR_THEM}|{elsewhere.ELSEWHERE})\b"
)
_FREE_FOR = regex(r"\bfree (?=(?:on|for|to|in|during) (?!an? |\d))")
_ON_DAYS = regex(r"(?:\b(?:on|every|each) )*\{[a-z,]+\}|\bon (?:all|any) days\b|\bevery day\b")
_DAYS = regex(r"\{(?!mon,tue,wed,thu,fri,sat,sun\})[a-z,]+\}")
_UNIVERSAL = regex(r"\b(?:all|every|any|each|both|everyone|everybody)\b")
_LISTED = regex(r"\band\b")
_ALL_OF = frozenset(
    stem(word) for word in ("all", "everyone", "everybody", "any", "anyone", "only", "you", "your", "whatever")
)
_KINDS = frozenset(
    stem(word) for word in ("video", "inperson", "home", "lobby", "remote", "online", "kiosk", "contact", "regular")
)
_CLASSES = frozenset(
    stem(word)
    for word in re.findall(
        r"[\w']+",
        "veterans seniors students children child parents grandparents adults spouses mothers fathers families members relatives lawyers attorneys clergy women men",
    )
)
_BOUNDS = (
    _KINDS
    | _CLASSES
    | frozenset(
        stem(word)
        for word in re.findall(
            r"[\w']+",
            "first second last next day days week weeks weekly month months monthly year daily january february march april june july august september october november"
            " december holiday holidays christmas easter thanksgiving mother's father's pilot trial during period weekend weekends one two",
        )
    )
)
_VISITS = regex(rf"\b(?:{visits.VISIT}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE})\b")
_FORMS = (
    (regex(rf"\b(?:{visits.VIDEO_ONSITE})\b"), (Topic.VIDEO_ONSITE,)),
    (regex(rf"\b(?:{visits.VIDEO}|{visits.VIDEO_REMOTE})\b"), (Topic.VIDEO_REMOTE,)),
)
_OTHER_THINGS = regex(
    r"\b(?:schools?|groups?|students?|museums?|tourists?|scouts|parking|lockers?|copies|meals?|mail|letters?|phone|telephone|applications?|background|checks?|photos?|id|medical|bail|bond|records|pending|criminal|felony|tours?|classes|vending)\b"
)
_NAME = regex(r"(?!.*\b(?:is|are|may|can|will|offer\w*|available|have|has|get|gets)\b)[\w' -]{3,40}[.:]?")
_SAME = "R2 free, or paid for, as before"
_NOT_PRICE = regex(r"\b(?:free (?:to|from|of|time|up|speech)|not|never|no longer)\b")
_MOST_WORDS = 40  # of both wordings
_LONGEST = 200  # characters


def paid_or_free(scene: Scene, alignment: Alignment) -> Certain:
    """Reworded lines whose visits were free and must be paid for, or the reverse; those that say the same tell nothing."""
    if scene.of_others:
        return Certain()
    same = [pair for pair in alignment.pairs if _says_the_same(*pair)]
    kept = Certain((), tuple(line for pair in same for line in pair), (_SAME,) if same else ())
    return joined(
        [of_pairs(alignment, _turned), of_pairs(alignment, _spread), of_pairs(alignment, _free_no_more), kept]
    )


def says_free(unit: Unit) -> bool:
    """Whether a line says that visits cost nothing, and nothing else."""
    return not unit.row and _paid(unit.plain) is False


def _says_the_same(old: Unit, new: Unit) -> bool:
    was, now = _paid(old.plain), _paid(new.plain)
    if was is not None and was is now and _about(old.plain) == _about(new.plain):
        return True
    before, after = _scoped(old), _scoped(new)
    return before is not None and before == after and bool(before[1])


def _turned(old: Unit, new: Unit) -> Effect | None:
    was, now = _paid(old.plain), _paid(new.plain)
    if was is None or now is None or was == now or not _alike(old.plain, new.plain):
        return None
    form = next((topics for pattern, topics in _FORMS if pattern.search(f"{old.plain} {new.plain}")), ())
    words = ("free -> paid for" if now else "paid for -> free",)
    return Effect("P-fee", -1 if now else 1, Severity.MAJOR, (Topic.FEES, *form), (), old.plain, new.plain, words)


def _free_no_more(old: Unit, new: Unit) -> Effect | None:
    """ "Free video visits are offered.", "Video visits are offered." """
    was, now = (concepts(unit.plain) for unit in (old, new))
    if ("freeofcharg" in was) is ("freeofcharg" in now) or len(was) + len(now) > _MOST_WORDS:
        return None
    if tuple(word for word in (*was,) if word != "freeofcharg") != tuple(word for word in now if word != "freeofcharg"):
        return None
    if any(
        _OTHER_THINGS.search(unit.plain) or not _VISITS.search(unit.plain) or _NOT_PRICE.search(unit.plain)
        for unit in (old, new)
    ):
        return None
    given = "freeofcharg" in now
    if _NAME.fullmatch((old if given else new).plain):
        return None  # "Window visits." "No charge." in two sentences
    words = ("free" if given else "no longer said to be free",)
    return Effect("P-fee", 1 if given else -1, Severity.MAJOR, (Topic.FEES,), (), old.plain, new.plain, words)


def _spread(old: Unit, new: Unit) -> Effect | None:
    """Free visits, or paid ones, of which more or fewer are so: "free on Sundays", "free"; "a fee for video visits", "for
    all visits". The reader takes the word that came for what is given."""
    before, after = _scoped(old), _scoped(new)
    if before is None or after is None or before[0] is not after[0]:
        return None
    was, sides = before[0], [before[1], after[1]]
    if all("first" in side for side in sides):
        return None  # "the first visit", "the first visit each week": how often is told by its figure
    for wider, (more, less) in ((True, sides), (False, sides[::-1])):
        bounds = more - less
        if not less < more or not all(word[0] in "{#" or word in _BOUNDS or word.isdecimal() for word in bounds):
            continue
        longer, shorter = (old.plain, new.plain) if wider else (new.plain, old.plain)
        one_more = bounds <= _CLASSES and bool(less & _CLASSES)
        if one_more or (bounds & _KINDS and not _UNIVERSAL.search(shorter)):
            if not _LISTED.search(longer):
                return None  # "video visits" may say no more than "visits" did
            wider = not wider
        sign = 1 if wider is not was else -1
        words = (f"{'paid for' if was else 'free'}: {' '.join(sorted(bounds))}",)
        form = next((topics for pattern, topics in _FORMS if pattern.search(f"{old.plain} {new.plain}")), ())
        effect = Effect("P-fee", sign, Severity.MAJOR, (Topic.FEES, *form), (), old.plain, new.plain, words)
        return effect.lower("S6") if bounds & _CLASSES else effect
    return None


def _scoped(unit: Unit) -> tuple[bool, set[str]] | None:
    """Whether visits have to be paid for, and of which of them a line says so; None where it says neither."""
    bare = _ON_DAYS.sub(" ", _FREE_FOR.sub("at no charge ", unit.plain)).strip()
    paid = None if unit.row else _paid(bare, _BESIDES_SCOPE)
    return None if paid is None else (paid, (_about(bare) - _ALL_OF) | set(_DAYS.findall(unit.plain)))


def _paid(plain: str, besides: re.Pattern[str] = _BESIDES) -> bool | None:
    """Whether a line says that visits have to be paid for; None where it says neither, or more than that."""
    if len(plain) > _LONGEST or besides.search(plain) or _OTHER_THINGS.search(plain) or not _VISITS.search(plain):
        return None
    said = list(_SAID.finditer(plain))
    if len(said) != 1:
        return None
    rest = f"{plain[: said[0].start()]} {plain[said[0].end() :]}"
    return (said[0]["something"] is not None) != bool(len(_TURNS.findall(rest)) % 2)


def _alike(old: str, new: str) -> bool:
    """Whether both lines are about the same visits, whatever they say of them."""
    was, now = _about(old), _about(new)
    return was <= now or now <= was


def _about(plain: str) -> set[str]:
    return set(concepts(_TIME.sub(" ", _TURNS.sub(" ", _SAID.sub(" ", plain)))))

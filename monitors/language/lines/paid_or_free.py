"""Whether visits are free or have to be paid for, where a line says so without a sum: "are free of charge", "carry a fee".

The words of both sides are alike ("not offered at no cost", "no longer free of charge", "no charge"), and the reader told
half of such pairs the wrong way or not at all (`benchmarks/plain_turns.py`). Read here only where both lines are about the
same visits, and say it once.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.lines.stops import of_others
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.records import Severity, Topic

_COST = r"(?:charges?|costs?|fees?|payments?)"
_ANY = r"(?:(?:any|additional|extra|added|further|a|the) )*"
_NOTHING = (
    rf"(?:free(?: of (?:{_ANY}{_COST}))?(?! (?:of|from|to|up|time|speech|will|on|for)\b)|(?:at|for|with|under) no (?:(?:additional|extra|added) )?{_COST}|no {_ANY}{_COST}|without {_ANY}(?:{_COST}|paying)"
    r"|costs? nothing|(?:pays?|charged|owes?) nothing|complimentary|gratis)"
)
_SOMETHING = (
    rf"(?:(?:for|at|with|carr(?:y|ies)|ha(?:s|ve)|incur) {_ANY}(?:small )?{_COST}|(?:an?|the|any) (?:\w+ )?{_COST}|{_COST} (?:is|are|will be|appl(?:y|ies))|costs? (?:money|anything|something)|fee-based"
    r"|(?:is|are|be|being|get|gets) (?:now )?charged(?: for)?|charged for|charges? for|(?:be )?paid for|(?:pays?|paying)(?: money)? (?:for|to)\b|have to pay|payment (?:is|will be))"
)
_SAID = re.compile(
    rf"\b(?:(?P<nothing>{_NOTHING})|(?P<something>{_SOMETHING}))(?: (?:is|are|will be) (?:charged|needed|required|due|asked|collected|made))?(?: for)?(?![\w-])"
)
_TURNS = re.compile(
    r"\b(?:not|never|no longer|no more|neither|nor|nobody|cannot|stop(?:s|ped)? being|cease[sd]?(?: to be)?|\w+n't)\b"
)
_TIME = re.compile(
    r"\b(?:now|again|once more|anymore|any more|currently|always|still|also|already|from now on|will|be|is|are|remain|remains|stay|stays|become|became|offered|provided|available|given|made|held)\b"
)
# A part of it is free, a sum, a condition: for rules and reader together.
_BESIDES = re.compile(
    rf"[$\[{{%]|\b(?:if|unless|except\w*|only|until|when|after|before|but|while|other than|instead|refund\w*|deposit\w*|account|cancel\w*|late|missed|no-show|{elsewhere.ELSEWHERE})\b"
)
_VISITS = re.compile(rf"\b(?:{visits.VISIT}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE})\b")
_FORMS = (
    (re.compile(rf"\b(?:{visits.VIDEO_ONSITE})\b"), (Topic.VIDEO_ONSITE,)),
    (re.compile(rf"\b(?:{visits.VIDEO}|{visits.VIDEO_REMOTE})\b"), (Topic.VIDEO_REMOTE,)),
)
_OTHER_THINGS = re.compile(
    r"\b(?:schools?|groups?|students?|museums?|tourists?|scouts|parking|lockers?|copies|meals?|mail|letters?|phone|telephone|applications?|background|checks?|photos?|id|medical|bail|bond|records|pending|criminal|felony|tours?|classes|vending)\b"
)
_SAME = "R2 free, or paid for, as before"
_LONGEST = 200  # characters


def paid_or_free(scene: Scene, alignment: Alignment) -> Certain:
    """Reworded lines whose visits were free and must be paid for, or the reverse; those that say the same tell nothing."""
    if of_others(scene):
        return Certain()
    same = [pair for pair in alignment.pairs if _says_the_same(*pair)]
    kept = Certain((), tuple(line for pair in same for line in pair), (_SAME,) if same else ())
    return joined([of_pairs(alignment, _turned), kept])


def _says_the_same(old: Unit, new: Unit) -> bool:
    was, now = _paid(old.plain), _paid(new.plain)
    return was is not None and was is now and _about(old.plain) == _about(new.plain)


def _turned(old: Unit, new: Unit) -> Effect | None:
    was, now = _paid(old.plain), _paid(new.plain)
    if was is None or now is None or was == now or not _alike(old.plain, new.plain):
        return None
    form = next((topics for pattern, topics in _FORMS if pattern.search(f"{old.plain} {new.plain}")), ())
    words = ("free -> paid for" if now else "paid for -> free",)
    return Effect("P-fee", -1 if now else 1, Severity.MAJOR, (Topic.FEES, *form), (), old.plain, new.plain, words)


def _paid(plain: str) -> bool | None:
    """Whether a line says that visits have to be paid for; None where it says neither, or more than that."""
    if len(plain) > _LONGEST or _BESIDES.search(plain) or _OTHER_THINGS.search(plain) or not _VISITS.search(plain):
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

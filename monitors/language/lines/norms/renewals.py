"""A contract on visits that is renewed as it stands: "renewed through September 30 with no change in terms" (S3).

That the term ends on another day, that an option was used and that nothing else changes is told in three lines, each of
which sounds like a turn: "gives up its right not to renew", "does not end".
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_RENEWED = regex(
    r"\b(?:(?:is|are|was|has been|have been|be|hereby|stands?) (?:hereby |now )?(?:renewed|extended|prolonged)\b|renews?\b(?! (?:it|only|in part))|(?:exercises?|exercised) (?:the|its|their|an?) (?:\w+ ){0,4}?(?:renewals?|options?|extensions?)|(?:first|second|third|last) of the \d+ \d+ month renewals)"
)
_AS_IT_STANDS = regex(
    r"\b(?:(?:with no|without|no) (?:other |further )?changes?|on (?:the )?(?:same|unchanged|identical|existing) terms|(?:all|every) (?:other )?terms? (?:remain|stay|carr|stand)\w*|unchanged|as (?:it|they) stands?|same terms)\b"
)
_OPEN = regex(
    r"\b(?:decline\w*|refus\w+|not (?:be )?(?:renew\w*|extend\w*)|propos\w*|recommend\w*|would|may|could|if|except\w*|but|other than|save that|provided)\b"
)
_TERM = regex(
    r"\b(?:terms?|renew\w*|renewals?|exten(?:d|ds|ded|sion)|options?|expir\w+|ends?|months?|years?|through|without change|no change)\b"
)
_OF_VISITS = regex(r"\bvisit\w*\b")


def renewal_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What changed lines of a contract tell of which one renews it and one says that nothing else changes."""
    come, gone = alignment.come, alignment.gone
    renewed = next((unit for unit in come if _RENEWED.search(unit.plain) and not _OPEN.search(_asked(unit))), None)
    if renewed is None or not any(_AS_IT_STANDS.search(unit.plain) for unit in come):
        return Certain()
    if any(_RENEWED.search(unit.plain) and _AS_IT_STANDS.search(unit.plain) for unit in gone):
        return Certain()
    if not any(_OF_VISITS.search(text) for text in (scene.title, *(unit.plain for unit in scene.after))):
        return Certain()
    told = [pair for pair in alignment.pairs if all(map(_of_term, pair))]
    alone = [unit for unit in (*alignment.removed, *alignment.added) if _of_term(unit)]
    effect = Effect(
        "S3-renewal", 0, Severity.MINOR, (Topic.CONTRACT_CLAUSE,), (), "", renewed.plain, ("renewed as it stands",)
    )
    return Certain((effect,), (*(unit for pair in told for unit in pair), *alone))


def _of_term(unit: Unit) -> bool:
    """Whether a line is on how long a contract runs, and on visits at most by its name."""
    of_contract = _OF_VISITS.search(unit.plain) is None or _CONTRACT.search(unit.plain) is not None
    return of_contract and (_TERM.search(unit.plain) is not None or _RIGHT.search(unit.plain) is not None)


_CONTRACT = regex(r"\b(?:agreement|contract|provisions?|services?)\b")


def _asked(unit: Unit) -> str:
    """A line without the right that is given up: "gives up its right not to renew", "does not end but is renewed"."""
    return _RIGHT.sub(" ", unit.plain)


_RIGHT = regex(r"\bright not to renew\b|\bdo(?:es)? not end\b[^.;]{0,30}?\bbut\b")

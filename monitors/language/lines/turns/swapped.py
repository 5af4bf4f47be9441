"""Two things of visits in one line that traded what is said of them.

"Lobby visits are free and home visits are charged." became "Home visits are free and lobby visits are charged.": the
words are the same, and the reader hardly hears their order.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from functools import partial

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_BOTH = regex(
    r"(?P<one>[^.;:,]{3,60}?) (?P<is>(?:is|are|may|must|can|shall|will|costs?)(?: not)?(?: be)?) (?P<said>[^.;:]{1,80}?)"
    r"(?:,? (?:and|but|while)|;) "
    r"(?P<other>[^.;:,]{3,60}?) (?P<was>(?:is|are|may|must|can|shall|will|costs?)(?: not)?(?: be)?) (?P<told>[^.;:]{1,80}?)[. ]*"
)
_GIVES = regex(r"\b(?:free|no charge|no cost|allowed|permitted|welcome|visit|contact|unlimited|without)\b")
_TAKES = regex(r"\b(?:charged?|paid|pay|cost|costs|fees?|not|prohibited|banned|barred|glass|limited)\b")
_VISITS = regex(rf"\b(?:{visits.VISIT}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE})\b")
_PRICE = regex(r"\b(?:free|charged?|paid|pay|costs?|fees?)\b|\$")

_Clause = tuple[str, ...]


def swapped_lines(alignment: Alignment) -> Certain:
    """Reworded lines whose two clauses traded their subjects: a gain for one, a loss for the other."""
    gains, losses = (of_pairs(alignment, partial(_traded, sign)) for sign in (1, -1))
    return Certain((*gains.effects, *losses.effects), gains.lines)


def _traded(sign: int, old: Unit, new: Unit) -> Effect | None:
    if not (_VISITS.search(old.plain) and _VISITS.search(new.plain)):
        return None
    was, now = _clauses(old.plain), _clauses(new.plain)
    if len(was) != 2 or len(now) != 2 or was == now:
        return None
    if set(was) != set(now) or set(was.values()) != set(now.values()) or len(set(was.values())) != 2:
        return None
    topic = Topic.FEES if _PRICE.search(new.plain) else Topic.CONTACT if "contact" in new.plain else Topic.ELIGIBILITY
    return Effect("P-swapped", sign, Severity.MAJOR, (topic,), (), old.plain, new.plain, ("traded places",))


def _clauses(plain: str) -> dict[_Clause, _Clause]:
    """What is said of each of two subjects, where one is given what is taken from the other; empty for other lines."""
    found = _BOTH.fullmatch(plain)
    if found is None:
        return {}
    said = [f"{found['is']} {found['said']}", f"{found['was']} {found['told']}"]
    if [_TAKES.search(text) is not None for text in said].count(True) != 1 or not any(map(_GIVES.search, said)):
        return {}
    return {concepts(found[name]): concepts(text) for name, text in zip(("one", "other"), said, strict=True)}

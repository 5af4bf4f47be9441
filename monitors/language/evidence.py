"""Evidence of one changed row (an old and a new unit): which words and kinds of words came and went, which rules fired.

The learned part of the reading weighs these names with values; its weights are trained by benchmarks/train_gate.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from monitors.language import lexicon_acts as acts
from monitors.language import lexicon_elsewhere as elsewhere
from monitors.language import lexicon_visits as visits
from monitors.language.align import Alignment, likeness
from monitors.language.clauses import blank, turns
from monitors.language.concepts import words
from monitors.language.effects import Effect
from monitors.language.sentences import Unit

_KINDS_OF_WORDS = {
    name: re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")
    for name, pattern in {
        "in_person": visits.IN_PERSON,
        "visit": r"visit(?:s|ed|ing|ation|ors?)?|visitas?|visitantes?",
        "onsite": visits.VIDEO_ONSITE,
        "remote": visits.VIDEO_REMOTE,
        "video": visits.VIDEO,
        "contact": visits.CONTACT,
        "barrier": visits.BARRIER,
        "legal": visits.LEGAL,
        "minors": visits.MINORS,
        "friends": visits.FRIENDS,
        "ex_held": visits.EX_HELD,
        "record": visits.RECORD,
        "paper": visits.ID_DOCUMENT,
        "booking": visits.APPOINTMENT,
        "walk_in": visits.WALK_IN,
        "refund": visits.REFUND,
        "mail": visits.MAIL,
        "phone": visits.PHONE,
        "tablets": visits.TABLETS,
        "commission": visits.COMMISSION,
        "guarantee": visits.GUARANTEE,
        "held": visits.HELD,
        "family": visits.FAMILY,
        "other": elsewhere.OTHER_OWNERS,
        "elsewhere": elsewhere.ELSEWHERE,
        "dress": elsewhere.DRESS_CONDUCT,
        "stop": acts.SUSPENDS,
        "permanent": acts.PERMANENT,
        "open_end": acts.UNTIL_NOTICE,
        "proposal": acts.PROPOSAL,
        "study": acts.STUDY,
        "refuses": acts.REFUSES,
        "opinion": acts.OPINION,
        "only": acts.ONLY,
        "replaces": acts.REPLACES,
        "supplements": acts.SUPPLEMENTS,
        "unless": acts.UNLESS,
        "giving": acts.GIVINGS,
        "ending": acts.ENDINGS,
        "not": acts.NEGATORS,
    }.items()
}
_FIGURE = re.compile(r"[\$\d\[{@]")
_OWNING = ("visit", "in_person", "remote", "onsite", "other", "elsewhere", "phone", "commission", "dress")
MAX_ROWS = 120  # a page with more changed rows is weighed by its first ones, which bounds the time of one reading


@dataclass(frozen=True, slots=True)
class Row:
    """One changed place: the old and the new unit, None on the side where it does not exist."""

    before: Unit | None
    after: Unit | None


def changed_rows(alignment: Alignment) -> tuple[Row, ...]:
    """The changed rows of an alignment, in the order of the new page where they stand in it."""
    rows = [
        *(Row(a, b) for a, b in alignment.pairs),
        *(Row(None, b) for b in alignment.added),
        *(Row(a, None) for a in alignment.removed),
    ]
    return tuple(rows[:MAX_ROWS])


@lru_cache(maxsize=4096)
def _kinds(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _KINDS_OF_WORDS.items() if pattern.search(text))


@lru_cache(maxsize=4096)
def _grams(plain: str) -> frozenset[str]:
    """Words, pairs and triples of words, figures by their kind."""
    tokens = ["^", *words(plain), "$"]
    pairs = {f"{a} {b}" for a, b in pairwise(tokens)}
    triples = {f"{a} {b} {c}" for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False)}
    return frozenset({*tokens[1:-1], *pairs, *triples})


def row_features(row: Row, effects: Sequence[Effect], *, with_rules: bool = True) -> dict[str, float]:
    """Named evidence of one row. effects: those the rules found in it; with_rules=False leaves the rules out, for
    training on cases that the rules were written for."""
    old = row.before.plain if row.before else ""
    new = row.after.plain if row.after else ""
    found: dict[str, float] = {"bias": 1.0, "added": float(not old), "gone": float(not new)}
    was, now = _grams(old) if old else frozenset(), _grams(new) if new else frozenset()
    found |= {f"+{gram}": 1.0 for gram in now - was} | {f"-{gram}": 1.0 for gram in was - now}
    found |= {f"={gram}": 0.5 for gram in was & now if " " not in gram}
    old_kinds, new_kinds = _kinds(old), _kinds(new)
    found |= {f"~{name}": 1.0 for name in old_kinds | new_kinds}
    found |= {f"+~{name}": 1.0 for name in new_kinds - old_kinds} | {f"-~{name}": 1.0 for name in old_kinds - new_kinds}
    if old and new:
        found |= _pair_features(old, new, new_kinds)
    if with_rules:
        found |= _rule_features(effects)
    return found


def _rule_features(effects: Iterable[Effect]) -> dict[str, float]:
    found: dict[str, float] = {}
    for effect in effects:
        rule = effect.rule.split("+")[0]
        found |= {f"rule {rule}": 1.0, f"rule {rule} {effect.sign}": 1.0, f"sign {effect.sign}": 1.0}
    return found or {"no rule": 1.0}


def _pair_features(old: str, new: str, kinds: frozenset[str]) -> dict[str, float]:
    was, now = ({word for word in text.split() if _FIGURE.match(word)} for text in (old, new))
    alike = likeness(old, new)
    found = {"same figures" if was == now else "figures move": 1.0, "close" if alike > 0.7 else "apart": 1.0}
    if was != now:
        found |= {f"figures move~{name}": 1.0 for name in kinds.intersection(_OWNING)}
    elif alike > 0.7:
        found["close, same figures"] = 1.0
    if len(turns(old)) % 2 != len(turns(new)) % 2:
        found["turned"] = 1.0
        found["turned, close"] = float(alike > 0.6)
    if blank(old) != blank(new) and len(new) > 1.5 * len(old):
        found["grows"] = 1.0
    return found


def effects_in(row: Row, effects: Sequence[Effect]) -> list[Effect]:
    """The rules' effects whose clauses stand in a row; effects without a clause belong to every row."""
    old = row.before.plain if row.before else ""
    new = row.after.plain if row.after else ""
    kept = []
    for effect in effects:
        if (
            not (effect.old or effect.new)
            or (effect.new and effect.new[:50] in new)
            or (effect.old and effect.old[:50] in old)
        ):
            kept.append(effect)
    return kept

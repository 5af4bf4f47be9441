"""Who may come along to help somebody visit: an interpreter, a service animal, an attendant (R5).

"Visitors may not bring an interpreter." bars nobody by its words; who cannot speak with the desk stays out.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_BRINGS = regex(
    r"(?:visitors?|you|guests|famil(?:y|ies)|anyone|everyone|nobody|no one) (?P<may>(?:may|can|could|will|are allowed to|is allowed to)(?P<no> not| no longer| never)?|cannot|can't) (?:bring|be accompanied by|come with|have) (?:along )?(?:an?|the|their|your|any) (?:own )?(?P<who>(?:sign[- ]language )?interpreters?|translators?|service (?:dogs?|animals?)|guide dogs?|(?:personal )?(?:attendants?|aides?|caregivers?))\b"
)
_ALIKE = 0.6


def helper_effects(alignment: Alignment) -> Certain:
    """What lines tell in which a helper may come along, and may not in their other wording."""
    return of_pairs(alignment, _effect)


def _effect(old: Unit, new: Unit) -> Effect | None:
    was, now = (_BRINGS.search(unit.plain) for unit in (old, new))
    if was is None or now is None or likeness(old.plain, new.plain) < _ALIKE:
        return None
    barred = [bool(hit["no"]) or hit["may"] in ("cannot", "can't") for hit in (was, now)]
    barred = [
        here or unit.plain.startswith(("nobody", "no one")) for here, unit in zip(barred, (old, new), strict=True)
    ]
    if barred[0] is barred[1]:
        return None
    sign = -1 if barred[1] else 1
    return Effect("P-helper", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), old.plain, new.plain, (now["who"],))

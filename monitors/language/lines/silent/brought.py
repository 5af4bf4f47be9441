"""What visitors may bring along is a matter of conduct (R5): "You may not bring snacks into the visiting room." bars no
visit, though it says "not" and names the room.

Such a line was told as the end of visits in person.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_WHO = r"(?:(?:all |adult )?(?:visitors?|families|guests|parents)|you|no ?one|nobody|everyone|each visitor|a visitor)"
_MAY = r"(?:(?:may|can|must|should|shall|will|do|are) ?(?:not|no longer|never|only|now|please|also)?(?: be)?(?: (?:allowed|permitted|asked|free))?(?: not)?(?: to)?|cannot|can't)"
_WHERE = r"(?:in|into|to|inside|on|at|during|through|for|with you (?:in|into|to|on)) (?:a |an |the |any |your |their |each |its |our )*(?:visits?|visiting|visitation|lobby|booths?|jail|facility|building|waiting)\b"
_BROUGHT = (
    regex(rf"^(?:{_WHO} (?:{_MAY} )?|please |(?:do not|don't|never) )(?:bring|carry|wear|take (?=notes|photos|pictures)) ?(?P<thing>[^.;:|]{{2,60}}?)(?: (?:along|in|with you))?(?: {_WHERE}[^.;:|]{{0,30}})?[.!]?$"),
    regex(rf"^(?P<thing>[^.;:|]{{2,50}}?) (?:{_MAY}|is|are)(?: be)? (?:brought|carried|worn|taken (?:in|into|along))(?: (?:along|in))?(?: {_WHERE}[^.;:|]{{0,30}})?[.!]?$"),
    regex(rf"^(?P<thing>[^.;:|]{{2,50}}?) (?:is|are) (?:not |no longer |now |never )?(?:allowed|permitted|prohibited|forbidden|banned|welcome) {_WHERE}[^.;:|]{{0,30}}[.!]?$"),
)  # fmt: skip
_THINGS = regex(
    rf"^(?:no |a |an |any |the |one |1 |your |their |personal |small |clear |empty |baby |\d )*(?:(?:cell|mobile|smart|i)[ -]?phones?|phones?|purses?|(?:hand|diaper|back)?-?bags?|backpacks|{elsewhere.FOR_INFANTS}|bottles?|wipes|toys?|snacks?|food|drinks?|water|candy|gum|photos?|pictures|notes|notebooks?|pens?|pencils?|keys?|coats?|jackets?|hats?|umbrellas?|cameras?|electronics|electronic devices?|smart ?watch(?:es)?|watch(?:es)?|jewelry|gifts?|flowers|cash|coins|change|cigarettes|tobacco|lighters?|weapons?|pets?|blankets?|medicine|medications?|inhalers?|packages?|newspapers?|lockers?)\b"
)
# Things with which people are helped to visit, or that lawyers need.
_NOT_THINGS = regex(rf"\b(?:{visits.LEGAL}|legal|interpreters?|service (?:dogs?|animals?)|guide dogs?)\b")


def brought_lines(alignment: Alignment, title: str = "") -> Certain:
    """Lines that say what may be brought along, or not; of a pair both."""
    lines = [unit for pair in alignment.pairs if all(map(_tells_of_things, pair)) for unit in pair]
    lines += filter(_tells_of_things, (*alignment.removed, *alignment.added))
    if _ON_DRESS.search(title):  # elsewhere what is left without them sounds louder than it is
        lines += [unit for pair in alignment.pairs if all(map(_tells_of_clothes, pair)) for unit in pair]
        lines += filter(_tells_of_clothes, (*alignment.removed, *alignment.added))
    return Certain((), tuple(lines), ("R5 what visitors bring along",) if lines else ())


_ON_DRESS = regex(r"\b(?:what (?:not )?to wear|dress code|attire|clothing)\b")
# "The ban on open-toed shoes is lifted.", "Underwire will set off the gate."
_NO_CLOTHES = regex(
    r"\b(?:visits?|visiting (?!rooms?|area|hall)|visitation|video|in[- ]person|inmates?|residents?|children|minors|famil(?:y|ies)|denied|turned away|minutes|hours|days|approved|list)\b|[$\[{@]"
)


def _tells_of_clothes(unit: Unit) -> bool:
    return not unit.row and _NO_CLOTHES.search(unit.plain) is None


def _tells_of_things(unit: Unit) -> bool:
    if unit.row:
        return False
    hits = (pattern.search(unit.plain) for pattern in _BROUGHT)
    thing = next((hit["thing"] for hit in hits if hit), "")
    return _THINGS.search(thing) is not None and _NOT_THINGS.search(thing) is None

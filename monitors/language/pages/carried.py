"""What the lines before say a line is about, where it does not say so itself.

"Visiting Judge Ames will hear the case. He will no longer come in person.", "COUNTY HOME. Families may visit residents
until 8.", "The bond window is on the alley side. It is open around the clock.": each last line has the words by which
visits to people held are told, and the nearest line before it that names something says whose they are. Of visits that
nobody is named for a jail's page tells its own, so a line goes on with another only where it begins so ("he", "it",
"they"), or where that is a house whose visitors it speaks of.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.pages.subjects import says_visits
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex


class Named(Enum):
    """What a line names: people held, a house that families visit, others who are visited or visit, an errand."""

    OURS = 1
    HOUSE = 2
    OTHERS = 3
    ERRAND = 4


_THEIRS = (Named.HOUSE, Named.OTHERS)

# Words that no house but one of people held has; "residents", "clients" and "families" others have, too.
_OURS = regex(
    r"\b(?:inmates?|prisoners?|detainees?|arrestees?|offenders?|incarcerat\w+|in (?:our |the )?custody|(?:person|people|anyone|somebody|someone) (?:held|locked up)"
    r"|(?<!old )(?<!historic )(?<!former )(?<!stone )(?:jails?|lock-?ups?|prisons?)(?! (?:museum|tours?|night|cells? tour))|booths?|stalls?|glass|panes?|visiting (?:rooms?|hours|days|lists?|hall)|pods?|dorms?|trust(?:y|ies)|in-person visits?|social visits?)\b"
)
# Houses that families visit by rules of their own. "Supervised visits" and "a custodial parent" jails' rules have, too.
_HOUSES = regex(
    r"\b(?:(?:nursing|county|veterans'?|old folks'?|rest|convalescent|retirement) homes?|memory (?:wing|unit|care)|assisted living"
    r"|supervised visitation (?:of (?:a|the|their) child(?:ren)?|by a parent|cent(?:er|re)|program)|parenting (?:plans?|time)|hand off the (?:kids|children)|exchange of (?:the )?children)\b"
)
_ANIMALS = r"(?:dogs?|cats?|kittens?|pupp(?:y|ies)|hounds?|horses?|mustangs?|goats?|livestock|pets?|animals?)"
# People and sights with visits of other kinds. Clergy, nurses and officials who visit may visit people held.
_OTHERS = regex(
    rf"\b(?:visiting (?:judges?|team|nine|side|squad|scholars?|professors?)|museums?|docents?|guided tours?|gift shop"
    rf"|visit (?:with )?(?:the|our|a|an|any|these) (?:\w+ )?{_ANIMALS}|(?:animal|dog|cat|pet) (?:shelter|pound|control|adoptions?)|adoptions? (?:is|are|costs?|fees?|days?|hours)|adopt (?:a|an) (?:\w+ )?{_ANIMALS}|kennels?|(?:dog|county|city) pound)\b"
)
_ERRAND = regex(
    r"\b(?:(?:bond|bail|property|evidence|records?|permits?|titles?|tags?|finger-?prints?|notary|civil|warrants?|payments?|cashier'?s?|turn-in|impound|tow(?:ing)?|pistol) (?:windows?|desks?|counters?|offices?)"
    r"|registry|registrants?|(?:those|anyone|anybody|persons?|people|offenders) (?:who|that) must register|register an address|be (?:finger-?)?printed|turn (?:yourself|themselves|himself|oneself) in|bond(?:s|ing|sm[ae]n)?|bail|(?:gun|pistol|burn) permits?|ride-?alongs?|citizens'? academy|parking|impound lot|lost and found|accident reports?|process service|small claims)\b"
)
# How a line begins that goes on with the one before it, and what such a line may say of a house's visitors.
_GOES_ON = regex(
    r"^(?:but |and |so )?(?:he|she|his|her|they|their|it|its|this|that|these|no appointments?|by appointment|walk-?ins?)\b"
)
_COMES = regex(r"\b(?:visits?|visitors?|famil(?:y|ies)|guests?|callers?|children|kids|fees?)\b")
# By which a desk, too, says how one comes to it.
_HOW_ONE_COMES = regex(
    r"\b(?:(?:by )?appointments?(?: only)?|walk-?ins?|walk right (?:up|in)|reserv\w+|in person|phones?|scann\w+|copied)\b"
)
_PEOPLE = regex(
    rf"\b(?:{visits.FAMILY}|{visits.MINORS}|visit\w*|{visits.LEGAL}|video|screens?|contact|glass|booths?|sittings?|sessions?|company|cards?|consular|passports?|identification|felon\w*|lists?)\b"
)
_WORDS_OF_A_LABEL = 5
_AHEAD = 48  # characters: what a line is about stands near its beginning, further on it is named in passing


@lru_cache(maxsize=8192)
def _names(said: str) -> Named | None:
    """What a line names by itself, None where it names nothing, or one thing beside people held."""
    ahead = said[:_AHEAD]
    kinds = ((_HOUSES, Named.HOUSE), (_OTHERS, Named.OTHERS))
    theirs = next((named for words, named in kinds if words.search(ahead)), None)
    if _OURS.search(said):
        return None if theirs else Named.OURS
    return theirs or (Named.ERRAND if _ERRAND.search(ahead) else None)


def of_others_before(scene: Scene, unit: Unit) -> bool:
    """Whether a line is on a house, a person or a sight with visits of its own: by its words, or where it goes on with
    one of those before it; or whether it tells of visitors right behind a house's label or its visitors."""
    if unit.row or (_OURS.search(scene.title) and "visits" in scene.title):
        return False
    named = _names(unit.plain)
    if named is not None:
        return named in _THEIRS
    if _GOES_ON.search(unit.plain):
        return _named_before(unit) in _THEIRS
    return _COMES.search(unit.plain) is not None and _is_house_with_visitors(unit.lead)


def _is_house_with_visitors(said: str) -> bool:
    """Whether a line is the label of a house, or tells of its visitors."""
    label = len(said.split()) <= _WORDS_OF_A_LABEL
    return _names(said) is Named.HOUSE and (label or _COMES.search(said) is not None)


def of_an_errand(scene: Scene, unit: Unit) -> bool:
    """Whether a line of a jail's page is on a desk or an errand, by its words or where it goes on with one of
    those before it, and has no word of visits or of who pays them."""
    if not scene.official or unit.row or _PEOPLE.search(unit.plain):
        return False
    if says_visits(_HOW_ONE_COMES.sub(" ", unit.plain)):
        return False
    named = _names(unit.plain)
    goes_on = named is None and _GOES_ON.search(unit.plain) is not None
    return (_named_before(unit) if goes_on else named) is Named.ERRAND


def _named_before(unit: Unit) -> Named | None:
    """What the nearest of the three lines before a unit names that names anything."""
    return next(filter(None, map(_names, unit.trail)), None)

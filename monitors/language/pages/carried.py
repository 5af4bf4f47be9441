"""What the lines before say a line is about, where it does not say so itself.

"COUNTY HOME. Families may visit residents until 8. The memory wing takes two visitors to a bed.", "Visiting Judge Ames
will hear the case. He will no longer come in person.", "The bond window is on the alley side. It is open around the
clock.": each last line has the words by which visits to people held are told. The nearest line that names something
says whose they are: a line of its own words, then up to three before it in reverse order, then its heading.

Two kinds: houses and people who have visits of their own, of which a line may say "visits" and "families"; and desks
and errands, of which a line with any word of visits is not taken to be.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from functools import lru_cache

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.pages.subjects import says_visits
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import SegmentKind

# Words that no house but one of people held has; "residents", "clients" and "families" others have, too.
_OURS = regex(
    r"\b(?:inmates?|prisoners?|detainees?|arrestees?|offenders?|incarcerat\w+|in (?:our |the )?custody|(?:person|people|anyone|somebody|someone) (?:held|locked up)"
    r"|(?<!old )(?<!historic )(?<!former )(?<!stone )(?:jails?|lock-?ups?|prisons?)(?! (?:museum|tours?|night|cells? tour))|booths?|stalls?|glass|panes?|visiting (?:rooms?|hours|days|lists?|hall)|pods?|dorms?|trust(?:y|ies)|in-person visits?|social visits?)\b"
)
_HOUSE_OF_CARE = r"(?:nursing|county|veterans'?|old folks'?|rest|convalescent|retirement) homes?|memory (?:wing|unit|care)|assisted living"
_PARENTS = r"supervised (?:visitation|visits?|parenting)(?: time)?(?: of (?:a|the|their) child(?:ren)?| by a parent| cent(?:er|re)| program)?|parenting (?:plans?|time)|noncustodial|custodial parents?|co-?parent\w*|hand off the (?:kids|children)|exchange of (?:the )?children"
_SIGHTS = r"museums?|docents?|haunted|ghosts?|candlelight|gallows|historical society|guided tours?|tours? (?:of|run|leave|start|last|cost)|gift shop|sightse\w+"
_ANIMALS = r"(?:dogs?|cats?|kittens?|pupp(?:y|ies)|hounds?|horses?|mustangs?|goats?|livestock|pets?|animals?)"
_OF_ANIMALS = rf"visit (?:with )?(?:the|our|a|an|any|these) (?:\w+ )?{_ANIMALS}|(?:animal|dog|cat|pet) (?:shelter|pound|control|adoptions?)|adoptions? (?:is|are|costs?|fees?|days?|hours)|adopt (?:a|an) (?:\w+ )?{_ANIMALS}|kennels?|(?:dog|county|city) pound"
_VISITING_OTHERS = r"visiting (?:judges?|team|nine|side|squad|nurses?|scholars?|professors?|artists?|priests?|preachers?|pastors?|teachers?|choirs?|fellows?|dignitar\w+|delegations?|firefighters?|officials?|engineers?)"
_GAMES = r"(?:home|away) (?:games?|team)|tourney|tournament|innings?|touchdowns?|free throws?|varsity|playoffs?|first half|halftime|kick-?off"
_THEIRS = regex(rf"\b(?:{_HOUSE_OF_CARE}|{_PARENTS}|{_SIGHTS}|{_OF_ANIMALS}|{_VISITING_OTHERS}|{_GAMES})\b")
# A person of whom the line before spoke, not a page's reader: "his visits are expected to end".
_GOES_ON = regex(
    r"\b(?:he|she|his|her|they|their|it|its|visits?|visitors?|famil(?:y|ies)|guests?|callers?|children|kids|masks?|tickets?|fees?|the (?:price|cost|charge|limit)|open)\b"
)

_DESK = (
    r"(?:(?:bond|bail|property|evidence|records?|permits?|licen[cs]es?|titles?|tags?|finger-?prints?|notary|civil|warrants?|payments?|cashier'?s?|registration|turn-in|release|impound|tow(?:ing)?|pistol|records and bonds|public) (?:windows?|desks?|counters?|rooms?|offices?|lots?|lines?|units?)"
    r"|registry|registrants?|(?:those|anyone|anybody|persons?|people|offenders) (?:who|that) must register|register (?:an?|your|their|his) address(?:es)?|be (?:finger-?)?printed|(?:finger-?)?prints (?:are|cost)|turn (?:yourself|themselves|himself|oneself) in|impound lot|bond(?:s|ing|sm[ae]n)?|bail|gun permits?|pistol permits?|car seats?|ride-?alongs?|citizens'? academy|parking|(?:the |our )?(?:upper|lower|gravel|side|back|front|dirt|visitors'?) lots?|park (?:in|on|at|behind|across|along)|meters?|found property|lost and found|unclaimed|vin (?:checks?|inspections?)|burn permits?|accident reports?|process service|small claims|dispatch(?:ers?)?|drug take-?back|drop box|sharps)"
)
_ERRAND = regex(rf"\b{_DESK}\b")
# By which a desk, too, says how one comes to it.
_HOW_ONE_COMES = regex(
    r"\b(?:(?:by )?appointments?(?: only)?|walk-?ins?|walk right (?:up|in)|reserv\w+|in person|phones?|scann\w+|copied)\b"
)
_PEOPLE = regex(
    rf"\b(?:{visits.FAMILY}|{visits.MINORS}|visit\w*|{visits.LEGAL}|video|screens?|contact|glass|booths?|sittings?|company|cards?|consular|passports?|identification|felon\w*|lists?)\b"
)


_AHEAD = 48  # characters


_LABELLED = regex(r"[\w' -]{3,40}: ")


@lru_cache(maxsize=8192)
def _names(said: str) -> str:
    """What a line names by itself: "ours", "theirs" (a house or a person with visits of its own), "errand" or ""."""
    if _OURS.search(said):
        return "" if _THEIRS.search(said) else "ours"
    ahead = said[:_AHEAD]  # what a line is about stands near its beginning; further on it is named in passing
    if _THEIRS.search(ahead):
        return "theirs"
    return "errand" if _ERRAND.search(ahead) else ""


def of_others_before(scene: Scene, unit: Unit) -> bool:
    """Whether a line is on a house or a person with visits of its own, by its words or, where it goes on with what
    they said, by those of the nearest line before it that names something."""
    if unit.row or _names(unit.plain) == "ours" or (_OURS.search(scene.title) and "visits" in scene.title):
        return False
    if _names(unit.plain) == "theirs":
        return True
    return _GOES_ON.search(unit.plain) is not None and _carried(unit) == "theirs"


def of_an_errand(scene: Scene, unit: Unit) -> bool:
    """Whether a line of a jail's page is on a desk or an errand, by its words or by the nearest line before it that
    names something, and has no word of visits or of who pays them."""
    if not scene.official or unit.row or _PEOPLE.search(unit.plain):
        return False
    if says_visits(_HOW_ONE_COMES.sub(" ", unit.plain)):
        return False
    named = _names(unit.plain)
    if unit.kind is SegmentKind.ITEM or _LABELLED.match(unit.plain):
        return named == "errand"  # "Parking: Elm Street", "Appointment needed: yes": each item tells of its own
    return named == "errand" or (not named and _carried(unit, by_visits=True) == "errand")


def _carried(unit: Unit, *, by_visits: bool = False) -> str:
    """What the nearest line before a unit names. by_visits: whether a line on whose visits nobody knows ends the search."""
    for said in (*unit.trail, unit.headings.rpartition(" / ")[2]):
        if named := _names(said):
            return named
        if by_visits and says_visits(said):
            return "ours"
    return ""

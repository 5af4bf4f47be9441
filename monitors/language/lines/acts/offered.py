"""A line by which a jail's page offers visits from home for the first time, beside those in person: a gain (D7).

"In addition, families may now book 20-minute video visits from home at $0.20 a minute." was heard as a price that rose, or
fell silent among other news. Where no line of the old page on visits knows of any screen, the visits are what is new.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.figures.quantities import measures
from monitors.language.figures.service import knows_of_screens
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_FROM_HOME = regex(rf"\b(?:{visits.VIDEO_REMOTE})\b")
_SEEN = regex(
    r"\b(?:visit(?:s|ed|ing|ation)?(?! (?:our|the|us|www|https?)\b)|see (?:each other|them|your|him|her|one another)|seen)\b"
)
_OFFERED = regex(
    r"\b(?:may|can|could|are able to|is able to|offers?|offered|available|have a choice|use the|ways? to|kinds? of)\b"
)
_NEW = regex(
    r"\b(?:now|new|newly|in addition|additionally|also|besides|as well|on top of|beginning|starting|as of|effective|since)\b"
)
# What is not offered, not yet or in place of something else is left to rules and reader.
_NOT = regex(
    r"\b(?:not|no|never|only|instead|in (?:its|their) (?:place|stead)|replac\w*|rather than|unless|if|plan\w*|propos\w*|would|soon|later|lawyers?|attorneys?|counsel|court\w*|hearings?)\b"
)
# "You can now schedule a visit from your phone.": a booking, and no visit from home.
_BOOKED = regex(
    r"\b(?:schedul\w*|book\w*|reserv\w*|appointments?|regist\w+|sign(?:ed)? up|request\w*|appl(?:y|ied|ications?))\b"
)
_BY_SCREEN = regex(r"\b(?:video|remote|virtual|internet|online|on-?screen) (?:visit\w*|sessions?|calls?)\b")
_ENDED = regex(r"\b(?:no longer|ended|ends|closed|closing|gone|discontinued|suspended|replac\w*|instead|only)\b")
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})\b")


def offered_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What a new line tells that offers visits from home, where nothing that came ends meeting in person."""
    told = next((unit for unit in alignment.added if _offers(unit)), None)
    if told is None or knows_of_screens(scene.before):
        return Certain()
    if any(_ENDED.search(unit.plain) and _SEEN.search(unit.plain) for unit in alignment.come if unit is not told):
        return Certain()
    if not any(_IN_PERSON.search(unit.plain) for unit in scene.after if unit is not told):
        return Certain()
    facts = tuple(Fact(m.name, None, m.value) for m in measures(told, scene.title) if m.name in _PRICES and m.value)
    words = ("video visits",)
    effect = Effect("D7-service", 1, Severity.MAJOR, (Topic.VIDEO_REMOTE,), facts[:1], "", told.plain, words)
    return Certain((effect,), (told,))


_PRICES = ("video_fee_usd", "video_fee_per_min_usd")


def _offers(unit: Unit) -> bool:
    said = unit.plain
    if not all(cue.search(said) for cue in (_FROM_HOME, _SEEN, _OFFERED)):
        return False
    if _BOOKED.search(said) and not _BY_SCREEN.search(said):
        return False
    return _NEW.search(said) is not None and _NOT.search(said) is None

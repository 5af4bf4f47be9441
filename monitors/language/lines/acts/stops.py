"""Lines that say no more than that visits are stopped: "Visiting is suspended until further notice."

Such a line is told for what it says also where it takes the place of another one, of which it is no rewording: the
reader hears two rules compared then, and has let "Visits are held on Sunday." become "Visits are suspended." unheard.
A stop of named days is a day without visits (closures.py); one in one unit, of video or lawyers' visits or with an
exception is left to rules and reader together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from monitors.language.claims.policy import one_group
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import dates_in
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_AHEAD = r"(?:(?:notice|alert|update|attention|important|reminder|please note)[^a-z]{1,4}){0,2}(?:(?:that )?(?:effective|beginning|starting|as of) [^,:]{2,30}[,:] ?|(?:until further notice|due to [^,]{3,60}|because of [^,]{3,60})[,:] ?|due to (?:an? |the )?(?:[\w'-]+ ){1,5}(?=(?:all|in-?person|social|our|the|visit\w*)\b))?"
_KINDS = r"(?:(?:all|any|the|in-?person|on-?site|social|public|inmate|jail|regular|general|family|personal|scheduled|facility|our|and)[ -]?)*"
_VISITS = rf"{_KINDS}(?:visits|visiting(?: hours)?|visitation(?:s| hours)?)"
_WHERE = r"(?: (?:at|in|to|with) (?:(?!\b(?:is|are|has|have|will|be)\b)[\w'-]+ ){0,5}?(?:jails?|facilit\w+|prisons?|institutions?|camps?|cent(?:er|re)s?|complex|inmates?|residents?|detainees?|individuals|custody))?"
VISITS_THERE = _VISITS + _WHERE
_IS = r"(?:is|are|has been|have been|will be)(?: (?:hereby|now|currently|temporarily|immediately|again))*"
_STOPPED = r"(?:suspended|cancel+ed|halted|paused|on hold|stopped|called off)"
_ACTOR = r"(?:i|we|(?:the |your |our )?(?:[\w'-]+ ){0,2}?(?:sheriff|warden|jail|administrator|superintendent|department|facility|cent(?:er|re)|county)(?: (?!can|may|might|could|should|reserves)[\w'-]+){0,2}?)"
_WILL = r"(?:(?:have|has|had to|am|are|is|must|will|therefore|now|temporarily|hereby|again|decided to|forced to) )*"
_STOPS = rf"(?:put(?:ting)?|plac(?:e|ed|ing)) {VISITS_THERE} on hold|(?:suspend(?:ed|ing)?|halt(?:ed|ing)?|paus(?:e|ed|ing)|stop(?:ped|ping)?|call(?:ed|ing)? off|cancel+(?:ed|ing)?) {VISITS_THERE}"
_STOP = regex(
    rf"{_AHEAD}(?:{_ACTOR} {_WILL}(?:{_STOPS})|{VISITS_THERE} {_IS} {_STOPPED}|(?:there (?:is|are|will be) )?(?:currently )?no {_VISITS}{_WHERE}(?: (?:until further notice|at this time|for the time being)))\b"
)
_FOR_NOW = r"(?:until further notice|at this time|for the time being|for now|at present|currently|right now)"
_NOBODY = regex(  # "For the time being nobody can be visited; we will say when that changes."
    rf"{_AHEAD}(?:{_FOR_NOW},? (?:(?:nobody|no one|no 1) (?:can|may|will)(?: be)? (?:visit(?:ed)?|(?:have|get|receive) (?:a )?visit\w*)|there (?:are|will be) no {_VISITS})|(?:nobody|no one|no 1) (?:can|may|will)(?: be)? visit(?:ed)? {_FOR_NOW})(?= ?[.;]|$)"
)
# "I can't keep the visiting shed safe, so nobody will be called out to it till I post otherwise."
_NOBODY_THERE = regex(
    rf"\b(?:nobody|no one|no 1|none of them) (?:can|may|will)(?: be)? (?:visited|seen|called (?:out|up|down)|brought (?:out|up|down)|admitted|let in(?:to)?|received)\b[^;]*\b(?:{acts.UNTIL_NOTICE})"
)
_EXCEPTED = regex(r"\b(?:except\w*|unless|but|only|other than|without)\b")
_LIMITED = regex(
    rf"\b(?:except\w*|unless|but|however|only|no longer|longer|never|not|resum\w+|re-?open\w*|lift\w*|was|were|had|if|when|may|exempt\w*|other than|with the exception|continu\w+|instead|request\w*|late|who|whose|for (?:any\w*|those|each|every\w*|persons?|people|visitors|inmates|residents|individuals|violat\w+|\d+)|during (?:an? |any |the |all )?(?:\w+ )?(?:lock-?downs?|emergenc\w+|counts?|shakedowns?|searches|drills?|disturbances?|shift changes?)|in (?:an? |any )?(?:\w+ )?(?:lock-?downs?|emergenc\w+)|pods?|units?|dorms?|dormitor\w+|blocks?|wings?|floors?|tiers?|buildings?|segregation|quarantined?|{visits.LEGAL})\b|\{{[a-z,]+\}}|\["
)
_FROM = regex(r"\b(?:effective|beginning|starting|as of|from|since)(?: on)? [^,;:.]{2,25}")
# The day from which a stop holds is no day for which alone it holds.
_STARTS = regex(
    r",? ?\b(?:effective|beginning|starting|as of)(?: on)?(?: this| next)? \{[a-z]+\}(?=$|[ ,.;])(?! (?:to|through|-|and)\b)"
)
_ENDS = regex(  # "In-person visitation will end permanently on July 1."
    r"\b(?:visits|visitation|visiting)\b[^.;,]{0,30}\b(?:will (?:permanently )?(?:end|cease)|(?:has|have) (?:been )?(?:permanently )?(?:ended|ceased|discontinued|eliminated)|(?:is|are) (?:being )?(?:permanently )?(?:discontinued|eliminated|ended|ending)|end(?:s|ed)? (?:permanently|for good))\b"
)
_A_TIME = regex(
    r"\b(?:suspended|cancel+ed|halted|paused|on hold) (?:this|today|tonight|tomorrow|until|till|through|for)\b"
)
# A line in the place of a stop that may say the same, or worse.
_STILL = regex(
    r"\b(?:on hold|suspen\w+|cancel\w*|discontinu\w+|end(?:s|ed|ing)?|shut|clos\w+|no|not|never|nobody|none|out of|off|stop\w*|halt\w*|paus\w+|permanent\w*|for good|gone|ceas\w+|eliminat\w+|replac\w+)\b|n't\b"
)
_NEAR = 2  # lines
_VISITED = regex(r"\b(?:visits?|visiting|visitation|visitors?|booths?|windows?|(?:family|contact) room)\b")
OF_VISITS = regex(r"\b(?:visits?|visiting|visitation|visitors?)\b")
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})\b")


def stops(unit: Unit | None) -> bool:
    """Whether a line says that visits are stopped, and nothing else; not for named days."""
    if unit is None:
        return False
    there = _NOBODY_THERE.search(unit.plain) is not None and OF_VISITS.search(unit.plain) is not None
    if there or _NOBODY.match(unit.plain) is not None:
        return _EXCEPTED.search(unit.plain) is None
    if _STOP.match(unit.plain) is None:
        return False
    lasting = _STARTS.sub(" ", unit.plain)
    return _LIMITED.search(lasting) is None and not dates_in(_FROM.sub(" ", lasting))


def ends_visits(effect: Effect) -> bool:
    """Whether a new line says that visits in person end, for everybody and as decided."""
    return effect.rule == "P-new-in_person" and effect.sign < 0 and _ENDS.search(effect.new.lower()) is not None


def stops_for_now(effect: Effect) -> bool:
    """Whether a new line says that visits are stopped for a time, whatever it says of their return."""
    return (
        effect.rule.startswith("P-new-")
        and effect.rule.endswith("+S8")
        and _A_TIME.search(effect.new.lower()) is not None
    )


def stop_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What a plain stop tells that takes another line's place, or whose place another line takes, where no line of the
    page says the same before and after."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for gone, come in _places(alignment):
        was, now = [unit for unit in gone if stops(unit)], [unit for unit in come if stops(unit)]
        if bool(was) == bool(now) or any(map(stops, scene.before if now else scene.after)):
            continue
        if was and any(_STILL.search(unit.plain) for unit in come):
            continue
        old, new = (was or gone)[0], (now or come)[0]
        effects.append(stop_effect(-1 if now else 1, old, new, new if now else old))
        # What stood there is out of force with a stop; what stands there after one is how visits go on, or other news.
        lines += [*gone, *come] if now else [*was, *(unit for unit in come if OF_VISITS.search(unit.plain))]
    return Certain() if effects and scene.of_others else Certain(tuple(effects), tuple(lines))


_FOR_GOOD = regex(  # "The suspension of visits has been made permanent."
    r"(?:[^.;]{0,40}, )?(?:the |our |this )?(?:suspension|closure|stop|halt|pause|moratorium|freeze|ban|end) (?:of|on|to|in) (?:all |the |our |social |in-person |contact |public |family |face-to-face )*(?:visits|visiting|visitation)(?: [a-z ]{0,30}?)? (?:(?:has|have) (?:now )?been made|(?:is|was|will be) (?:now )?(?:made )?|becomes|became|turns|has become) ?(?:now )?permanent\b(?! (?:only|if|unless))[^;]{0,60}"
)


# "The windows are closed temporarily." and "The windows are closed permanently.": much the same words
_TEMPORARILY = regex(
    rf"\b(?:paused|on hold|{acts.UNTIL_NOTICE}|{acts.TEMPORARY}|for now|for the time being|for (?:a )?(?:repairs?|remodel\w*|renovation\w*)|until (?:(?:we|they|it|the|further)\b|\w+ \d|\{{))"
)
_PERMANENTLY = regex(rf"\b(?:{acts.PERMANENT})\b")
_SHUT = regex(
    r"\b(?:suspended|closed|shut|paused|halted|stopped|cancel+ed|ended|discontinued|on hold|over|gone|not (?:return|reopen|open again|be back|come back|resume)|never (?:return|reopen))\b"
)
_NOT_SHUT = regex(
    r"\b(?:not|never|no longer|nothing|neither|nor)\b(?! (?:return|reopen|open again|be back|come back|resume|longer))|\b(?:lift\w*|re-?opened|again|back|resumed|restored|if|unless|may|might|could|would|propos\w+|consider\w*|plan\w*)\b"
)


def permanent_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell that make a stop one for good (S8), where the old page did not say so."""
    new = [*((old, new) for old, new in alignment.pairs), *((None, unit) for unit in alignment.added)]
    undone = [pair for pair in alignment.pairs if _no_more(scene, *reversed(pair))]
    if undone:
        return Certain(tuple(_for_good(1, *pair) for pair in undone), tuple(unit for pair in undone for unit in pair))
    told = [(old, new) for old, new in new if _FOR_GOOD.fullmatch(new.plain.rstrip(" .!")) or _no_more(scene, old, new)]
    if not told or any(_FOR_GOOD.fullmatch(unit.plain.rstrip(" .!")) for unit in scene.before):
        return Certain()
    effects = [_for_good(-1, old, new) for old, new in told]
    return Certain(tuple(effects), tuple(unit for pair in told for unit in pair if unit))


def _for_good(sign: int, old: Unit | None, new: Unit) -> Effect:
    topics = (Topic.IN_PERSON, Topic.SUSPENSION)
    quotes = (old.plain if old else "", new.plain)
    return Effect("S8-permanent", sign, Severity.CRITICAL, topics, (), *quotes, ("permanent",))


def _no_more(scene: Scene, old: Unit | None, new: Unit) -> bool:
    """Whether a stop for now became one for good, in one line."""
    if (
        old is None
        or _PERMANENTLY.search(old.plain)
        or not _TEMPORARILY.search(old.plain)
        or not _SHUT.search(old.plain)
    ):
        return False
    if not all(_VISITED.search(unit.plain) for unit in (old, new)) or scene.of_others or one_group(new.plain):
        return False
    for_good = _PERMANENTLY.search(new.plain) and _SHUT.search(new.plain)
    return for_good is not None and not _NOT_SHUT.search(new.plain) and not _TEMPORARILY.search(new.plain)


def _places(alignment: Alignment) -> Iterator[tuple[list[Unit], list[Unit]]]:
    """The lines that went and came at one place: pairs, and where a stop came or went alone the others beside it."""
    for old, new in alignment.pairs:
        yield [old], [new]
    for unit in alignment.added:
        if stops(unit) and (gone := _beside(unit, alignment.removed)):
            yield gone, [unit]
    for unit in alignment.removed:
        if stops(unit) and (come := _beside(unit, alignment.added)):
            yield [unit], come


def _beside(unit: Unit, others: Iterable[Unit]) -> list[Unit]:
    return [other for other in others if abs(other.place - unit.place) <= _NEAR]


def stop_effect(sign: int, old: Unit | None, new: Unit | None, telling: Unit) -> Effect:
    """What a stop, or its end, comes to. telling: the one of both lines that says it."""
    topics: Sequence[Topic] = (Topic.SUSPENSION,)
    if _IN_PERSON.search(telling.plain):
        topics = (Topic.SUSPENSION, Topic.IN_PERSON)
    was, now = (unit.plain if unit else "" for unit in (old, new))
    return Effect("S8-stop", sign, Severity.MAJOR, tuple(topics), (), was, now, (telling.plain[:80],))

"""Lines of which one figure alone differs: "Visitors must be 17 or older." -> "Visitors must be 18 or older."

Nothing is to be weighed there but whose figure it is and which way more of it goes. Told for sure where the line
itself speaks of visits and all of its other terms stand as they were; so are plain lines on one figure in other words,
which tell nothing where the figure is the same.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import replace

from monitors.language.claims.booking import booking
from monitors.language.claims.clauses import turned_beside
from monitors.language.effects.severity import settle
from monitors.language.figures.admission import LOST_VISITS
from monitors.language.figures.counts import unlimited
from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import ANY_AGE, term_effect
from monitors.language.figures.told_facts import NAMES
from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.lines.turns.moves import OF_ONE
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment, changed_rows
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure, told_once
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Fact, Severity, Topic

# A kiosk or an account in the lobby may be for money.
_SPOKEN = regex(
    r"\b(?:visits?|visited|visiting|visitation|visitors?|video|see (?:a|an|your|the) (?:inmate|resident|loved one)s?|visitas?)\b"
)
_OTHERS = regex(
    rf"\b(?:{elsewhere.OTHER_OWNERS}|{elsewhere.ELSEWHERE}|(?:tele)?phone calls?|messages?|recovery|pays? the (?:county|city|agency|sheriff))\b"
)
# "The chaplain visits twice a month."
_STAFF_VISITS = regex(
    rf"\b{visits.LEGAL}\b|\b(?:the|an?|our) (?!first\b)\w+(?: \w+)? visits (?:each|every|the|our|all|them|{visits.HELD}|\d+ times|once|twice|weekly|daily|monthly|on)\b"
)
_AGES = ("min_age", "_guarded_age")
_BARE_AGE = regex(
    r"\b(?:child(?:ren)?|minors?|anyone|any ?one|no 1|no one|nobody|minimum age|persons?|kids?|juveniles?)\b"
)
_NO_VISITS = regex(r"\bno(?: longer)? (?:[a-z-]+ )?visit")
# "No pods have visits on Saturday.", not "No more than two visitors may come."
_NOBODY = regex(r"^(?:no (?!more\b|less\b|fewer\b|later\b|earlier\b)|none of |neither )")
# "At least two visits a week" is no "at most".
_AT_LEAST = regex(r"\b(?:at least|no (?:fewer|less) than|a minimum of)\b(?! \d+ (?:years|days|hours|weeks|months)\b)")
_MAJOR_FOR_ANY = ("intake_days_without_visits", "waiting_days", "min_age", "list_max")  # a class alone has such (S2)
_LENGTHS = ("visit_minutes", "visit_minutes_max")


def figure_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell in which one figure of one term moved, and the lines that say the same one in other words."""
    again: list[Unit] = []

    def moved(old: Unit, new: Unit) -> Effect | None:
        told = _term(old, new, scene.title)
        if told is not None and (turned_beside(old.plain, new.plain) or booking(old.plain) * booking(new.plain) < 0):
            return None
        if told is None:
            return _limit_turned(old, new, scene.title) or _any_age(old, new, scene)
        if told[0].value == told[1].value:
            again.extend([old, new] if _as_binding(told, old, new) else [])
            return None
        alone = replace(alignment, pairs=((old, new),), removed=(), added=())
        effect = settle(term_effect(told[0].name, *told, scene.kind), scene, alone)
        if not effect.sign:
            return None
        if told[0].name == "waiting_days" and _CHECKED.search(new.plain):
            effect = replace(effect, severity=Severity.MINOR)  # how long a form takes bars nobody (S3)
        of_one = OF_ONE.search(old.plain) and told[0].name not in _MAJOR_FOR_ANY
        return effect.lower("S6") if of_one and "+S6" not in effect.rule else effect

    found = of_pairs(_with_lone(alignment), moved)
    found = replace(found, lines=(*found.lines, *_following(alignment, found)))
    same = Certain((), tuple(again), (("R2 the same figure in other words",) if again else ()))
    if not found.effects or _others_speak(alignment, {id(line) for line in (*found.lines, *again)}):
        return same
    names = {fact.name for effect in found.effects for fact in effect.facts}
    priced = any(name.endswith("_usd") for name in names)
    shorter = priced and names & set(_LENGTHS)  # what is shorter and cheaper is weighed together
    return same if shorter else joined([found, same])


def _following(alignment: Alignment, found: Certain) -> list[Unit]:
    """Lines in which an age alone moved as it did in the line that tells it: "aged 10 to 17" where 10 became 14."""
    moved = {(fact.before, fact.after) for effect in found.effects for fact in effect.facts if fact.name == "min_age"}
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        was, now = (FIGURE.findall(unit.plain) for unit in (old, new))
        differing = [(a, b) for a, b in zip(was, now, strict=False) if a != b]
        alike = len(was) == len(now) and FIGURE.sub("#", old.plain) == FIGURE.sub("#", new.plain)
        if alike and len(differing) == 1 and all(one.isdecimal() for one in differing[0]):
            lines += [old, new] if (float(differing[0][0]), float(differing[0][1])) in moved else []
    return lines


def _with_lone(alignment: Alignment) -> Alignment:
    """The alignment with the one line that went and the one that came as a pair: plain lines in quite other words."""
    if len(alignment.removed) != 1 or len(alignment.added) != 1:
        return alignment
    return replace(alignment, pairs=(*alignment.pairs, (alignment.removed[0], alignment.added[0])))


def _others_speak(alignment: Alignment, known: set[int]) -> bool:
    """Whether another changed line speaks of visits: what all of them together come to is for rules and reader."""
    rest = [
        unit for row in changed_rows(alignment) for unit in (row.before, row.after) if unit and id(unit) not in known
    ]
    return any(speaks(unit.plain) for unit in rest)


def _term(old: Unit, new: Unit, title: str) -> tuple[Measure, Measure] | None:
    """The term whose figure is all that differs, or all that is told, in a line, old and new."""
    alike = _one_figure(old.plain, new.plain)
    if not (alike or _plain_both(old.plain, new.plain)):
        return None
    if any(_STAFF_VISITS.search(unit.plain) for unit in (old, new)):
        return None
    was, now = ([m for m in measures(unit, title) if not _at_no_charge(m)] for unit in (old, new))
    if len(was) != len(now) or [m.name for m in was] != [m.name for m in now]:
        return None
    moved = [(a, b) for a, b in zip(was, now, strict=True) if not alike or a.value != b.value]
    if len(moved) != 1 or moved[0][0].channel in ("phone", "legal"):
        return None
    if alike and _is_of_visits_alone(old, moved[0][0]):
        return moved[0]
    others = any(_OTHERS.search(unit.plain) for unit in (old, new))
    return moved[0] if not others and _of_visits(old, moved[0][0]) else None


# "... loss of commissary for 20 days and loss of visits for 15 days", "You will be turned down if you are on bond or were
# convicted of a felony in the last five years": a line on much else names a term that nothing but visits has.
_TURNED_DOWN = regex(
    r"\b(?:turned (?:down|away)|denied|refused|not (?:be )?(?:approved|admitted|allowed)|may not visit)\b"
)
_CHECKED = regex(
    r"\bbackground (?:check|investigation)s?\b"
)  # "Please allow 5 business days for the background check."
_SPEAKERS = regex(r"\b(?:speakers?|volunteers?|mentors?|employ\w+|job|hire\w*|programs?)\b")


def _is_of_visits_alone(unit: Unit, measure: Measure) -> bool:
    """Whether a term is one of visits whatever else its line names: for how long they are lost, how far back a record
    bars a visitor."""
    if measure.name == "discipline_days_without_visits":
        return LOST_VISITS.search(unit.plain) is not None
    if measure.name == "waiting_days" and _CHECKED.search(unit.plain):
        return True
    barred = measure.name == "_record_days" and _TURNED_DOWN.search(unit.plain) is not None
    return barred and _SPEAKERS.search(unit.plain) is None


_AT_ONCE = regex(r"\b(?:at|in|on) (?:any )?1 (?:time|visit|sitting|booth|window)\b")
_BOOTH = regex(r"\b(?:(?:per|an?|each|the|1|every) (?:visiting )?(?:booth|window|visit)|visiting (?:rooms?|booths?))\b")
_CONTRACTS = ("commission_pct", "min_guarantee_usd_month", "min_paid_visits_per_detainee_month")


def only_term(unit: Unit, title: str, *, of_contract: bool) -> Measure | None:
    """The one term of visiting whose figure is the only one that a line tells, None where it tells more or another's."""
    if any(pattern.search(unit.plain) for pattern in (_OTHERS, _STAFF_VISITS)):
        return None
    told = measures(unit, title)
    told = [m for m in told if not _at_no_charge(m)] or told
    if len(told) != 1 or told[0].channel in ("phone", "legal"):
        return None
    if len(FIGURE.findall(_AT_ONCE.sub(" ", _OFTEN.sub(lambda hit: _TIMES[hit.group()], unit.plain)))) > 1:
        return None
    owed = of_contract and told[0].name in _CONTRACTS
    owed = owed or (told[0].name == "visitors_max" and _BOOTH.search(unit.plain) is not None)
    return told[0] if owed or _of_visits(unit, told[0]) else None


def _as_binding(told: tuple[Measure, Measure], old: Unit, new: Unit) -> bool:
    """Whether the same figure binds alike in both wordings: "may be booked a day ahead" is no "must"."""
    duty = [_DUTY.search(unit.plain) is not None for unit in (old, new)]
    if any((no.search(old.plain) is None) != (no.search(new.plain) is None) for no in (_NO_VISITS, _NOBODY, _AT_LEAST)):
        return False
    return told[0].name in _AGES or (told[0].maximum == told[1].maximum and duty[0] == duty[1])


def _limit_turned(old: Unit, new: Unit, title: str) -> Effect | None:
    """A number of visits that is no longer limited, or is now."""
    free = [unlimited(unit.plain) for unit in (old, new)]
    limits = measures(new if free[0] else old, title)
    if free[0] == free[1] or len(limits) != 1 or not limits[0].name.startswith(("visits_per_", "list_max")):
        return None
    listed = limits[0].name == "list_max"
    if listed and not all(_ON_A_LIST.search(unit.plain) for unit in (old, new)):
        return None
    if not all(_SPOKEN.search(unit.plain) for unit in (old, new)):
        return None
    value, topics = limits[0].value, (Topic.ELIGIBILITY if listed else Topic.DURATION_FREQUENCY,)
    fact = Fact(limits[0].name, value if free[1] else None, value if free[0] else None)
    said = ("no limit" if free[1] else "limit",)
    return Effect("P-limit", 1 if free[1] else -1, Severity.MAJOR, topics, (fact,), old.plain, new.plain, said)


_ON_A_LIST = regex(r"^(?!.*\b(?:chang|updat|revis|amend|often|times)\w*\b).*\blists?\b")


def _any_age(old: Unit, new: Unit, scene: Scene) -> Effect | None:
    """An age from which people may visit that gave way to a line saying that any will do, or the reverse."""
    free = [ANY_AGE.search(unit.plain) is not None for unit in (old, new)]
    told = only_term(new if free[0] else old, scene.title, of_contract=False) if free[0] != free[1] else None
    if told is None or told.name != "min_age" or _GUARDED.search(f"{old.plain} {new.plain}"):
        return None
    none = replace(told, value=0.0, words=(old if free[0] else new).plain)
    return term_effect("min_age", *((none, told) if free[0] else (told, none)), scene.kind)


_GUARDED = regex(r"\b(?:accompan\w+|with (?:an? )?(?:adult|parent|guardian)s?|supervis\w+|consent|id|identification)\b")


def _at_no_charge(measure: Measure) -> bool:
    """Whether a price of nothing only says that visits counted beside it are free."""
    return measure.value == 0.0 and measure.name.endswith("_usd")


def _one_figure(old: str, new: str) -> bool:
    """Whether one figure is all that differs, and perhaps "visit" for "visits"."""
    bare, figures = zip(*(_parted(text) for text in (old, new)), strict=True)
    moved = [was != now for was, now in zip(*figures, strict=False)]
    return bare[0] == bare[1] and moved.count(True) == 1


def _plain_both(old: str, new: str) -> bool:
    """Whether two lines each tell one figure and, beside words that any such line has, the same."""
    bare, figures = zip(*(_parted(text) for text in (old, new)), strict=True)
    if not len(figures[0]) == len(figures[1]) == 1 or any(text.endswith("?") for text in (old, new)):
        return False
    rest = [set(_WORD.findall(_IDLE.sub(" ", text))) for text in bare]
    return rest[0] == rest[1]


def _parted(text: str) -> tuple[str, list[str]]:
    """A line with # for its figures and without the -s of its nouns, and the figures."""
    text = _OFTEN.sub(lambda hit: _TIMES[hit.group()], told_once(text))
    return _PLURAL.sub("", FIGURE.sub("#", text)).replace(" are ", " is "), FIGURE.findall(text)


_OFTEN = regex(r"\b(?:once|twice|thrice)\b")
_TIMES = {"once": "1 times", "twice": "2 times", "thrice": "3 times"}
_PLURAL = regex(r"(?<=[a-z]{3})s\b")
_WORD = regex(r"[a-z'-]+")
# Words of any line on such a figure; "shall" and "entitled" are none, which assure something.
_IDLE = regex(
    r"\b(?:an?|the|each|every|all|any|per|of|in|on|for|to|at|least|most|up|than|more|be|is|are|must|have|has|may|can|will|get|receive|allowed|permitted|required|limited"
    r"|maximum|max|inmate|resident|visitor|you|your|they|we|my|not|no|one|under|older|over|aged?|old|year|adult|visit|visitation|visiting|visited|time|minute|min|hour|day|week|month"
    r"|weekly|monthly|long|lasts?|length|duration|advance|ahead|before|beforehand|prior|notice|booked|book|scheduled?|reserved?|made?|make|appointment|session|who|and|or|anyone|people|person|with)\b"
)
_DUTY = regex(r"\b(?:must|required?|needs?|ha(?:ve|s) to)\b")


# A label below the heading "Visiting".
_FORMER = regex(r"(?:former(?:ly)?|ex)[- ]?(?:inmates?|residents?|prisoners?|detainees?|incarcerated)\b")


def _of_visits(unit: Unit, measure: Measure) -> bool:
    if measure.name in _AGES and _BARE_AGE.search(unit.plain):
        return True
    headed = _FORMER.match(unit.plain) is not None and _SPOKEN.search(unit.headings) is not None
    if (headed and measure.name == "waiting_days") or measure.name == "wait_days_friends":
        return True
    public = measure.name in NAMES or measure.name in _AGES
    asked = unit.lead if unit.lead.endswith("?") else ""
    return public and _SPOKEN.search(f"{unit.plain} {asked}") is not None

"""Lines that say what a board, a court or a sheriff decided about visits (`decisions.py`): a plan voted down, a ban lifted.

By their words alone such lines are taken at their face: "voted down a plan to end in-person visits" for the end of visits
(`benchmarks/plain_decisions.py`).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from typing import TYPE_CHECKING

from monitors.language.claims.decided_topics import SOME, topics_and_level
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.minutes import in_one_sentence, motion_lines
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import MONTH
from monitors.language.words.lexicon_decisions import SPEAKS_OF_VISITS
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

if TYPE_CHECKING:
    from monitors.language.claims.decisions import Decision

# Who decides, what is decided about, or that it was: no line without one of them is a decision.
_MAY_DECIDE = regex(
    r"\b(?:boards?|councils?|commission(?:ers?)?|courts?|judges?|justices?|panel|supervisors|lawmakers|legislat\w+|governor|senate|house|congress|sheriff\w*|wardens?|mayor|trustees|directors|executive|authority|officials|agenc(?:y|ies)|department|attorney general"
    r"|bans?|plans?|proposals?|motion|bill|measure|resolution|ordinance|laws?|statute|clauses?|provisions?|section|amendment|moratorium|contract|agreement|settlement|injunction|ruling|lawsuits?|suits?|petition|limits?|caps?|waivers?|exemptions?|carve-?outs?|loopholes?|policy|rule|order|directive|decision|requirement"
    r"|(?:jail|prison|county|city|state|facility|center|institution|company|vendor|we) (?:suspend|resum|paus|restor|halt|cancel|reinstat|re-?open|stopp|restart|end|clos)(?:ed|led)"
    r"|(?:has|have|is|are) (?:now |again |also |just )*(?:suspend|resum|paus|restor|halt|cancel|reinstat|re-?open|stopp|restart|end|clos|br(?:ought|inging) back)(?:ed|ing|led|ling)?"
    r"|vot(?:e|es|ed|ing)|decid\w+|agree[sd]|ordered|rul(?:es|ed)|refus\w+|declin\w+|reject\w*|repeal\w*|rescind\w*|overturn\w*|veto\w*|lift(?:s|ed)|scrap\w*|dropp?(?:s|ed)|approv(?:es|ed)|adopt(?:s|ed)|no longer requires?)\b"
)
_VISIT = regex(SPEAKS_OF_VISITS)
_ELSEWHERE = regex(rf"\b(?:{elsewhere.ELSEWHERE}|visiting (?:officer|clerk)s?)\b")
_CONTRACT = regex(r"\b(?:contracts?|agreements?|clauses?|provisions?|sections?)\b")
# People without power ask for it; a suit or petition is a formal step, and left to others.
_ASKED = regex(
    r"(?:(?:some|many|several|dozens of|the|local|prison reform|civil rights|\d+) ){0,2}(?:famil(?:y|ies)(?: members)?|advocates|critics|residents|relatives|activists|protesters|opponents|supporters|demonstrators|mothers|parents|neighbors|readers)(?: (?:of|for|at|with|from|and) (?:\w+ ){1,4}?)?"
    r" ?(?:have |had |again |also |again )?(?:urg(?:e|ed)|ask(?:ed)?|call(?:ed)? (?:on|for)|demand(?:ed)?|plead(?:ed)?|pled|begg?(?:ed)?|rall(?:y|ied)|protest(?:ed)?|denounced?|critici[sz]ed?|praised?|hail(?:ed)?|want(?:ed)?|hoped?|fear(?:ed)?|welcomed?)\b"
)
# When a matter comes up, of which the line says no more.
_COMES_UP = regex(
    r"(?:a|the|this|that|another) (?:final |public )?(?:matter|question|issue|item|vote|hearing|decision|proposal|bill|measure|motion|request|case|appeal|discussion)(?: (?:on|of|about) (?:it|visits|visiting|visitation|this|the matter))?,? "
    r"(?:comes? (?:before|up|back)|is (?:to be|set|scheduled|expected|due|planned|pending)|goes (?:to|before)|will (?:be (?:heard|decided|taken up|voted on|held)|come|go)|was (?:tabled|put off|postponed|continued))[^$;:]{0,80}"
)
# A body's vote on another matter: "The council approved a plan to restore the courthouse clock."
_ON_ELSE = regex(
    r"(?:the )?(?:(?:county|city|town) )?(?:council|board|commission(?:ers)?|supervisors|trustees|selectmen)(?: of \w+)? (?:also |has |have |unanimously )*(?:approved|adopted|passed|accepted|awarded|voted for|agreed to) "
    r"(?!.*[{\[@$])(?!.*\b(?:visit|video|inmate|jail|detention|prison|detain|phone|call|tablet|vendor|contract|agreement|fee|rate|polic|rule|ban|it|them|this|these|measure|bill|ordinance|resolution|proposal|recommendation|motion|program|sheriff|famil|contact|glass|screen|in-person|face|hour|lobby|booth|kiosk|weekend|child|kid|parent|mother|father|loved|guest|meeting|touch|hug|session)\w*\b)[^;:]{5,120}"
)
_OPINION = "R8 asked for, spoken of or still to be decided"
_LONGEST = 400  # characters; a longer line is no one sentence


def decided_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What new and reworded lines say was decided."""
    told: list[tuple[Effect, tuple[Unit, ...]]] = []
    lines = [*alignment.pairs, *((None, new) for new in alignment.added)]
    moved = frozenset(line for _, new in lines for line in motion_lines(new))
    found = [(old, new, now) for old, new in lines if new.plain not in moved and (now := _decided(new)) is not None]
    asked = [
        new
        for _, new in lines
        if len(new.plain) <= _LONGEST and (_ASKED.match(new.plain) or _ON_ELSE.fullmatch(new.plain))
    ]
    asked += [
        old for old in (*(old for old, _ in alignment.pairs), *alignment.removed) if _COMES_UP.fullmatch(old.plain)
    ]
    if not (found or asked) or scene.of_others:
        return Certain()
    known = [was for unit in (scene.before if found else ()) if (was := _decided(unit)) is not None]
    for old, new, now in found:
        if any(was.sign == now.sign and concepts(was.content) == concepts(now.content) for was in known):
            continue  # told before, in these words or others
        pending = old if old is not None and (motion_lines(old) or _shares_words(now, old)) else None
        effect = _effect(now, pending, new, scene.kind)
        settled = any(_shares_words(now, was) and _was_settled(was.plain) for was in alignment.gone)
        settled = settled or (now.act in _WILL_NOT and old is not None and _OPEN.search(old.plain) is None)
        if (now.leaves or _drops_a_plan(now, new)) and not settled:
            effect = effect.lower("S5")
        told.append((effect, (new,) if pending is None else (pending, new)))
    decided = tuple(line for _, both in told for line in both)
    decided += tuple(new for _, new in lines if any(new.plain in motion_lines(last) for _, last, _ in found))
    return Certain(tuple(effect for effect, _ in told), (*decided, *asked), (_OPINION,) if asked else ())


def _shares_words(now: Decision, old: Unit) -> bool:
    return bool(set(concepts(now.content)) & set(concepts(old.plain)))


# "You will be refused if you are under an order that forbids the visit": whom a rule is about.
_UNDER_ORDER = regex(
    r"\b(?:you|is|are|be|who|anyone|persons?|visitors?|those) (?:are |is )?(?:under|subject to) (?:an? |any )(?:[\w-]+ )?order (?:that |which )?(?:forbid|bar|prohibit|prevent)"
)


# "Sep 3 | Board orders visits put back at jail" in a list of headlines
_DATED_HEADLINE = regex(rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?:/\d+)?)(?:, \d{{4}})? \| (?P<said>[^|]+)")


def _headline(unit: Unit) -> str:
    hit = _DATED_HEADLINE.fullmatch(unit.plain) if unit.row else None
    return hit["said"].strip() if hit else ""


def _decided(unit: Unit) -> Decision | None:
    minuted = in_one_sentence(unit) or _headline(unit)
    plain = minuted or unit.plain
    if (unit.row and not minuted) or len(plain) > _LONGEST or _ELSEWHERE.search(plain) or _UNDER_ORDER.search(plain):
        return None
    if not (_VISIT.search(plain) and (minuted or _MAY_DECIDE.search(plain))):
        return None
    from monitors.language.claims.decisions import decision  # its patterns take half a second to compile

    return decision(plain)


# "The county has dropped a proposed $5 fee for visits.": things stay as they were
_ONLY_PROPOSED = regex(
    r"\b(?:dropp?(?:s|ed)|withdr\w+|abandon(?:s|ed)|shelve[sd]|scrap(?:s|ped)|gave up|cancel+(?:s|ed)) (?:\w+ ){0,2}(?:proposed|planned|plans? (?:for|to|of)|proposals? (?:for|to|of))\b"
)


# What was announced, though not yet in force, is undone as gravely as it was made: "There will be no Sunday visits as of May 3."
_ANNOUNCED = regex(r"\b(?:will|shall|as of|effective|beginning|starting)\b")
_OPEN = regex(
    r"\b(?:propos\w+|plan(?:s|ned|ning)?|would|consider\w*|may(?! \d)|might|ask(?:s|ed|ing)?|bill|motion|moved?|vote|if|hearing|weigh\w*|discuss\w*|seek\w*|wants?|decid\w+|whether|request\w*|appl\w+|petition\w*|suit|sued|appeal\w*)\b"
)


# "We pay each jail a commission." became "We will not pay jails any commission.": what stood is over.
_WILL_NOT = frozenset({"will not", "do not", "does not", "won't", "will never"})


def _drops_a_plan(now: Decision, new: Unit) -> bool:
    return now.sign > 0 and _ONLY_PROPOSED.search(new.plain) is not None


def _was_settled(was: str) -> bool:
    return _ANNOUNCED.search(was) is not None and _OPEN.search(was) is None


def _effect(now: Decision, old: Unit | None, new: Unit, kind: str) -> Effect:
    topics, level = topics_and_level(now.name, now.content)
    facts: tuple[Fact, ...] = ()
    if not now.leaves and "no longer" not in now.act and kind in ("jail", "news", "") and not SOME.search(now.content):
        if level is Severity.CRITICAL:
            facts = (Fact("in_person_allowed", now.sign < 0, now.sign > 0),)
        elif topics == (Topic.CONTACT,):
            facts = (Fact("contact_allowed", now.sign < 0, now.sign > 0),)
    if _CONTRACT.search(new.plain) and Topic.IN_PERSON in topics:
        topics, facts = (*topics, Topic.CONTRACT_CLAUSE), ()
    was = old.plain if old else ""
    words = tuple(said.lstrip(": ") for said in (now.act, now.content))
    return Effect("D4-decision", now.sign, level, topics, facts, was, new.plain, words)

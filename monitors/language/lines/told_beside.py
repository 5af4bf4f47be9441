"""New lines that tell an act in a clause beside other words: what people said when it was done, what else was stopped with it.

"“I can hug him again,” a mother said as contact visits resumed.", "Candidates cheered as the board restored in-person
visits.", "Tours and in-person visits are no longer offered.", "The lockers are broken, so nobody is let in to see
inmates." By the words around it such a line is a bystander's, or one on another thing; the clause is read by itself here,
by the rules that read whole lines.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from monitors.language.claims.policy import claim_effects
from monitors.language.lines.acts.plainly import returns
from monitors.language.lines.acts.stops import stop_effect, stops
from monitors.language.lines.certain import Certain
from monitors.language.lines.norms.decided import decided_lines
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import dates_in
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_ALIKE = 0.4  # of a line and its old wording: what one rule became is read by comparing both
_LONGEST = 240  # characters; who writes more tells more
# A line without one of these is none: cheap, for every new line is asked.
_MARKED = regex(
    r"\b(?:said|says|asked|told|wrote|cheered|wept|cried|celebrat\w+|rejoic\w+|protest\w+|mourn\w*|applaud\w+|hugged|relieved|grateful|thankful|happy|outraged|angry|and|or|so|lost|won|wish|fight|let in|seen|admitted|(?:has|have) (?:closed|ended|stopped|halted|suspended|cancel+ed|cut|reopened|restored))\b|;|&"
)
_FELT = r"(?:said|says|asked|told \w+|wrote|cheered|wept|cried|celebrated|rejoiced|protested|mourned|applauded|lost a vote|won|(?:is|are|was|were) (?:\w+ )?(?:relieved|grateful|thankful|happy|outraged|angry|upset|glad|sad|pleased|heartbroken))"
_BESIDE = regex(
    rf"^(?:\"[^\"]+\",? )?(?:[\w' -]{{2,60}} )?{_FELT}\b[^.;:\"]{{0,40}}?(?:,? (?:as|when|after|now that|because|while|since|once|on the day)|[:;]) (?P<act>[^\"]+)$"
)
# "The parents' fight is over, as the county has dropped the visiting fee."
_OVER = regex(
    r"^[\w' -]{3,50} (?:is over|has ended|got their wish|will get their wish|get their wish)(?:,? (?:as|because|now that|since)|[:;]) (?P<act>.+)$"
)
# Something that happened, and what came of it for visits.
_SO = regex(
    r"^(?P<cause>[^.;\"]{8,120}?)(?:; ?(?:so |therefore,? |as a result,? )?|, (?:so(?: that)?|and) )(?P<act>[^.;\"]{8,120})[. !]*$"
)
_HAPPENED = regex(
    r"\b(?:brok\w+|flood\w*|fire|leak\w*|out of order|late|short\w*|strike|storm|snow|ice|power|outage|repair\w*|repaint\w*|renovat\w+|construction|inspection|over|complete[d]?|settled|ended|moved|lost|won|ready|open again|quarantine|lockdown|flu|mumps|covid|outbreak|sick|brawl|fight|assault|escape\w*|arrest\w*|drugs?|contraband|smuggl\w+|died|death)\b"
)
_NAMES_VISITS = regex(rf"\b(?:visit\w*|{visits.IN_PERSON}|{visits.CONTACT}|{visits.VIDEO_REMOTE}|hugs?)\b")
_VISITS = rf"(?:(?:all|the|our|any) )?(?:(?:{visits.IN_PERSON}|in-person|contact|social|family|public|regular|weekend) )*(?:visits|visiting|visitation)"
_IS = r"(?:is|are|has been|have been|will be|has|have)\b(?: (?:now|also|again|both|all))?"
_TOGETHER = regex(
    rf"^(?P<ahead>(?:(?:effective|as of|due to|because of|after) [^,]{{3,60}}, )?)(?:all |both )?(?P<other>[a-z' -]{{3,40}}?(?:, [a-z' -]{{3,30}}?){{0,3}}),? (?:and|&) (?P<visits>{_VISITS}) (?P<rest>{_IS} .+)$"
)
_AND_MORE = regex(rf"^(?P<ahead>)(?P<visits>{_VISITS}),? (?:and|&) (?P<other>[a-z' -]{{3,40}}?) (?P<rest>{_IS} .+)$")
# "A kitchen fire has closed the booths.": what something did to visits, turned to what became of them.
_CAUSED = regex(
    rf"^(?:the |a |an )?(?P<cause>[a-z' -]{{3,60}}?) (?:has|have) (?P<verb>closed|ended|stopped|halted|suspended|cancel+ed|cut|reopened|restored) (?P<what>(?:[a-z-]+ |\{{[a-z,]+\}} ){{0,3}}?(?:{_VISITS}|booths|visiting (?:room|hall|area)|hugs|(?:\{{[a-z,]+\}}|weekend|evening) hours for (?:families|visitors)))(?: (?:until further notice|for good|for now|again))?[. !]*$"
)
_BODIES = regex(
    r"\b(?:boards?|councils?|sheriff|county|courts?|judges?|commission\w*|governor|jail|warden|department|officials|not|never|no|who|other|state|nobody)\b"
)
_OTHER_NOUN = regex(r"\b(?:visit\w*|who|that|which|not|no|if|may|can|is|are)\b")
_CAME_TO = regex(
    r"\b(?:no longer|suspended|cancel+ed|halted|paused|on hold|stopped|called off|closed|shut|ended|over|off|discontinued|eliminated|back|resum\w+|restored|reopen\w*|re-open\w*|open again|again)\b"
)
_NOBODY_SEEN = regex(
    r"(?:(?:nobody|no one|no 1|no visitors?|no famil\w+) (?:can|may|is|are|will) (?:be )?|(?:families|relatives|visitors|friends|loved ones|inmates) (?:cannot|can not|may not|are not|will not) (?:be )?)(?:seen|let in|admitted|come in|visited)\b"
)
_WERE = r"(?:is|are|was|were|has been|have been)(?: (?:now|finally|all))?"
_CUT = regex(
    rf"(?:the )?(?:(?:weekend|weekday|evening|morning|holiday|night|\{{[a-z,]+\}}) )+(?:(?:visits?|visiting|visitation)(?: hours)?|hours for (?:families|visitors)) {_WERE} (?:cut|dropped|eliminated|ended|discontinued)(?: \{{[a-z]+\}})?"
)
_FREED = regex(
    rf"(?:(?:all|video|in-person|the) )*(?:visits|visiting|visitation) {_WERE} free(?: of charge)?(?: again)?|(?:the|all) (?:\w+ )?(?:visit\w*|video|visit\w* and \w+) (?:fees?|charges?) (?:{_WERE} )?(?:gone|dropped|lifted|abolished|eliminated|ended|scrapped|waived)"
)
_WITHOUT = regex(
    r"\b(?:without|unless|if|who|whose|under|after|until they|wearing|except\w*|only|before|more than|than|early|late|with|from)\b|[\[@]"
)
# Not done, or done long ago.
_OPEN = regex(
    rf"\b(?:would|could|might|should|if|unless|whether|plan\w*|propos\w+|consider\w*|want\w*|hop(?:e|es|ed|ing)|ask\w*|urg\w+|until (?!further)|before|ago|last (?:year|century)|19\d\d|20\d\d|years?|{elsewhere.ELSEWHERE})\b|\?"
)


def beside_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell in a clause of their own."""
    told: list[tuple[Effect, Unit]] = []
    before: set[str] | None = None
    reworded = (new for old, new in alignment.pairs if likeness(old.plain, new.plain) < _ALIKE)
    for unit in (*alignment.added, *reworded):
        if unit.row or len(unit.plain) > _LONGEST or _MARKED.search(unit.plain) is None:
            continue
        for clause in _clauses(unit.plain):
            before = {one.plain for one in scene.before} if before is None else before
            if clause in before or _OPEN.search(clause):
                continue
            effects = _read(scene, alignment, replace(unit, plain=clause, text=clause))
            if effects and len({effect.sign for effect in effects}) == 1 and effects[0].sign:
                told += [(replace(effect, old="", new=unit.plain), unit) for effect in effects]
                break
    if not told or scene.of_others:
        return Certain()
    return Certain(tuple(effect for effect, _ in told), tuple({id(unit): unit for _, unit in told}.values()))


# "The nursing home has stopped in-person visits."
_HOUSE = regex(rf"\b(?:{elsewhere.HOUSE}|hospitals?|clinics?|memorial|medical cent(?:er|re)s?)\b")


def _clauses(plain: str) -> Iterator[str]:
    """The clauses of a line that may tell an act."""
    for frame in (_BESIDE, _OVER):
        found = frame.match(plain)
        if found is not None:
            yield found["act"].strip(" .!")
    if _NOBODY_SEEN.match(plain) and not _WITHOUT.search(plain):
        yield plain.strip(" .!")
    found = _SO.match(plain)
    happened = found is not None and _HAPPENED.search(found["cause"]) and not _NAMES_VISITS.search(found["cause"])
    if found is not None and happened:
        yield found["act"].strip(" .!")
    found = _CAUSED.match(plain)
    if found is not None and not any(of.search(found["cause"]) for of in (_BODIES, _HOUSE)):
        yield f"{found['what']} have been {found['verb']}"
    for frame in (_TOGETHER, _AND_MORE):
        found = frame.match(plain)
        if found is not None and not _OTHER_NOUN.search(found["other"]) and _CAME_TO.search(found["rest"]):
            yield f"{found['ahead']}{found['visits']} {found['rest']}".strip(" .!")


def _read(scene: Scene, alignment: Alignment, clause: Unit) -> list[Effect]:
    if stops(clause) or returns(clause):
        return [stop_effect(-1 if stops(clause) else 1, None, clause, clause)]
    if _NOBODY_SEEN.match(clause.plain):
        effect = stop_effect(-1, None, clause, clause)
        return [replace(effect, severity=Severity.MINOR) if dates_in(clause.plain) else effect]
    if _CUT.fullmatch(clause.plain):
        return [Effect("D10-hours", -1, Severity.MAJOR, (Topic.SCHEDULE,), (), "", clause.plain, ("cut",))]
    if _FREED.fullmatch(clause.plain):
        return [Effect("P-fee", 1, Severity.MAJOR, (Topic.FEES,), (), "", clause.plain, ("paid for -> free",))]
    alone = replace(alignment, pairs=(), removed=(), added=(clause,))
    return list(decided_lines(scene, alone).effects) or claim_effects(scene, alone)

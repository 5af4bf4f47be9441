"""A new line that says of visitors that something is asked of them now, or is not asked any longer, and says nothing else.

"Former inmates no longer have to wait 90 days to visit." held a wait to rules that look for figures, and "Friends are now
required to fill out an application." a chance to the reader: of such lines, put in all forms by machine, half were told
wrongly (`benchmarks/plain_visitor_acts.py`). What is asked, and how that is turned, is read here whole.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitors.language.claims.who_acts import ACTOR, NEW_RULE, undated
from monitors.language.figures.quantities import measures
from monitors.language.lines.acts.form_acts import may_say
from monitors.language.lines.acts.stances import few_alone, others_of
from monitors.language.lines.certain import Certain, joined
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.lexicon_duties import DUTIES, Duty
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_PEOPLE = rf"(?:{visits.EX_HELD}|{visits.MINORS}|{visits.VISITOR}|family members|{visits.FAMILY}|{visits.FRIENDS}|{visits.RECORD}|you|people|persons?|anyone|everyone|everybody|those|adults?|applicants?|cousins|spouses?|teenagers|co-?defendants?|victims?|parolees?|attorneys?|lawyers?|clergy|chaplains?|(?:newly booked )?{visits.HELD})"
_SUBJECT = rf"(?:(?:all|any|each|every|the|our|an?|adult|new|first-time|both|these|some|most|minor|young|prospective|jail|county|prison|inmate) )*{_PEOPLE}(?: (?:to|at|of) (?:the|our|any) (?:[\w-]+ )?(?:jail|prison|facility))?(?: (?:and|or) {_PEOPLE})?(?: (?:aged? |ages )?\d+(?:(?: and| to| or| through|-) ?(?:\d+|older|over|under|up|younger))?)?(?: (?:with|who|whose|under|on|of|from|in|aged?) (?!no longer)[^,;:|]{{2,50}}?)?"
_ACT = r"(?P<act>(?!not\b)[^;:|]{3,110})"
_THING = r"(?P<thing>(?!not\b|no\b)[^;:|]{3,60}?)"
_A_THING = _THING.replace("thing", "a_thing")
_FOR = r"(?: (?:of|for|from|by|at|before|to|on|in|during|prior to) (?P<rest>[^;:|]{3,70}?))?"
_BE = r"(?:is|are|was|were|has been|have been|will be|being|is being|are being)"
_OVER = r"(?:dropped|lifted|waived|removed|eliminated|ended|abolished|repealed|rescinded|scrapped|suspended|discontinued|done away with|gone|over|withdrawn|relaxed|struck)"
_ASKED = r"(?:required|needed|necessary|mandatory|asked for|demanded|obligatory|compulsory)"
_IT = r"(?:it|this) (?:is|was|will be|has become|becomes)"
_SOFT = r"(?:(?:also|still|currently|generally|first|always) )*"
_RULE = r"(?:the |our |a |its )?(?:requirement|rule|need|obligation|policy|demand|mandate)"
_STANDS = rf"(?:remains?|stays?|stands?|continues?|(?:has|have) not (?:yet )?been {_OVER}|is not {_OVER})(?: (?:in (?:effect|force|place)|unchanged))?"
_DO = r"(?:(?:has|have|is|are|will|do|does) )?(?:now )?"
_DROPS = r"(?:drop(?:ped|ping|s)?|lift(?:ed|ing|s)?|waiv(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|end(?:ed|ing|s)?|eliminat(?:e|es|ed|ing)|scrap(?:ped|ping|s)?|repeal(?:ed|ing|s)?)"
_HAVING = r"(?:having |needing |getting |obtaining )?"

# Each with its sign, and whether it says that it is new.
_SAID = tuple(
    (regex(pattern), sign, news)
    for sign, news, pattern in (
        (1, True, rf"{_SUBJECT} (?:no longer (?:have|has|need|needs)|(?:do|does|will) no longer (?:have|need)|(?:don't|doesn't|won't) (?:have|need) any ?more) to {_ACT}"),
        (1, True, rf"{_SUBJECT} (?:(?:do|does|will) not|don't|doesn't|won't) (?:have|need) to {_ACT} (?:any ?more|any longer|from now on)"),
        (1, True, rf"{_SUBJECT} (?:is|are|will be) (?:now )?(?:free not to|excused if they do not|welcome without having to) {_ACT}"),
        (1, True, rf"{_IT} no longer {_ASKED} (?:for|of|that) {_SUBJECT} (?:to )?{_ACT}"),
        (-1, True, rf"{_IT} (?:now|becoming) {_ASKED} (?:for|of|that) {_SUBJECT} (?:to )?{_ACT}"),
        (1, False, rf"(?:{_IT} not (?:now )?{_ASKED} (?:for|of|that)|there is no (?:need|requirement|obligation) (?:for|that)) {_SUBJECT} (?:to )?{_ACT}"),
        (-1, False, rf"{_IT} {_ASKED} (?:for|of|that) {_SUBJECT} (?:to )?{_ACT}"),
        (1, True, rf"(?:gone is|we are done with|there is no longer) {_RULE} (?:that|for) {_SUBJECT} (?:to |must |should )?{_ACT}"),
        (1, True, rf"{_SUBJECT} (?:is|are|will|shall) no longer (?:be )?(?:required|asked|obliged|made|expected|told|forced|supposed) to {_ACT}"),
        (1, True, rf"{_SUBJECT} (?:need no longer|no longer need|no longer must|must no longer) {_ACT}"),
        (1, True, rf"{_SUBJECT} (?:is|are|will) no longer (?:be )?(?P<act>(?:charged|billed)\b.*)"),
        (-1, True, rf"{_SUBJECT} (?:is|are|will) now (?:be )?(?P<act>(?:charged|billed)\b.*)"),
        (1, False, rf"{_SUBJECT} (?:(?:do|does|will) not (?:have|need) to|(?:don't|doesn't|won't) (?:have|need) to|need not|needn't|(?:is|are|will) not (?:be )?(?:required|asked|obliged|expected|obligated) to) {_ACT}"),
        (-1, True, rf"{_SUBJECT} (?:(?:must|shall) now|now (?:must|have to|has to|need to|needs to)) {_SOFT}{_ACT}"),
        (-1, True, rf"{_SUBJECT} (?:(?:is|are) now|will (?:now |soon )?be) {_SOFT}(?:required|asked|obliged|expected) to {_ACT}"),
        (-1, True, rf"{_SUBJECT} will (?:now |soon )?(?:have|need) to {_ACT}"),
        (-1, False, rf"{_SUBJECT} (?:must|shall|(?:have|has|need|needs) to|(?:is|are) (?:required|obliged|expected|asked|obligated) to) {_SOFT}{_ACT}"),
        (1, True, rf"{_RULE} that {_SUBJECT} (?:must |should |shall |have to )?{_ACT} {_BE} {_OVER}"),
        (1, True, rf"{_RULE} for {_SUBJECT} to {_ACT} {_BE} {_OVER}"),
        (1, True, rf"{ACTOR} {_DO}(?:stop(?:ped|ping|s)?|ceas(?:e|es|ed|ing)|quit|end(?:ed|ing|s)?|giv(?:e|es|en|ing) up|done with) (?:requiring|asking|forcing|obliging) {_SUBJECT} to {_ACT}|{ACTOR} {_DO}(?:no longer makes?|stop(?:ped|s)? making) {_SUBJECT} {_ACT.replace('act', 'an_act')}"),
        (1, True, rf"{ACTOR} {_DO}no longer (?:requires?|asks?|obliges?|expects?|forces?) {_SUBJECT} to {_ACT}"),
        (1, False, rf"{ACTOR} (?:(?:do|does|will) not|don't|doesn't|won't) (?:require|ask|oblige|expect|force) {_SUBJECT} to {_ACT}"),
        (-1, True, rf"{ACTOR} {_DO}(?:(?:now|begun|started|beginning|starting)(?: to)?) (?:requires?|asks?|makes?|obliges?|requiring|asking|making|obliging) {_SUBJECT} to {_ACT}"),
        (-1, True, rf"{ACTOR} will (?:now |soon )?(?:require|ask|oblige) {_SUBJECT} to {_ACT}"),
        (-1, True, rf"{ACTOR} (?:now|will) makes? {_SUBJECT} {_ACT}"),
        (-1, False, rf"{ACTOR} (?:requires?|asks?|obliges?|expects?) {_SUBJECT} to {_ACT}"),
        (-1, True, rf"{NEW_RULE} (?:(?:will )?(?:requires?|asks?|obliges?|forces?) {_SUBJECT} to|makes {_SUBJECT}) {_ACT}"),
        (1, True, rf"{_THING} (?:(?:is|are) no longer|will no longer be) {_ASKED}{_FOR}"),
        (-1, True, rf"{_THING} (?:(?:is|are) now|will (?:now )?be|(?:has|have) become|becomes?) {_ASKED}{_FOR}"),
        (-1, False, rf"{_THING} (?:is|are) {_SOFT}{_ASKED}{_FOR}"),
        (1, False, rf"(?:no {_THING} (?:is|are|will be)|{_A_THING} (?:is|are|will) not(?: be)?) {_ASKED}{_FOR}"),
        (1, True, rf"{_SUBJECT} (?:(?:do|does|will) )?no longer (?:needs?|requires?) {_THING}{_FOR}"),
        (-1, True, rf"{_SUBJECT} (?:now (?:needs?|requires?)|will (?:now )?(?:need|require)) {_THING}{_FOR}"),
        (-1, False, rf"(?:{_SUBJECT} (?:needs?|requires?)|{ACTOR} (?:requires?|asks? for|demands?)) {_THING}{_FOR}"),
        (1, False, rf"{ACTOR} (?:(?:will|do|does) not|won't|don't|doesn't) (?:require|ask for|demand) {_THING}{_FOR}"),
        (1, True, rf"there (?:is|are) no longer {_THING}{_FOR}"),
        (-1, True, rf"there (?:(?:is|are) now|will be) {_THING}{_FOR}"),
        (-1, False, rf"there (?:is|are) {_THING}{_FOR}"),
        (-1, False, rf"{_RULE} that {_SUBJECT} (?:must |should |shall |have to )?{_ACT} {_STANDS}"),
        (-1, True, rf"there is (?:now )?an? (?:new )?(?:rule|requirement|policy|order) that {_SUBJECT} (?:must |should |shall |have to )?{_ACT}"),
        (-1, False, rf"{_RULE} (?:of|for|on|about) {_THING}{_FOR} {_STANDS}"),
        (1, True, rf"{_RULE} (?:of|for|on|about) {_THING}{_FOR} {_BE} {_OVER}"),
        (1, True, rf"(?:the |our |all )?{_THING} (?:requirements?|rules?|mandates?){_FOR} {_BE} {_OVER}"),
        (1, True, rf"{ACTOR} {_DO}{_DROPS} {_RULE} (?:of|for|on|about) {_THING}{_FOR}"),
        (1, True, rf"{ACTOR} {_DO}{_DROPS} {_RULE} (?:that {_SUBJECT} |for {_SUBJECT} to |to ){_ACT}"),
        (-1, True, rf"{ACTOR} (?:(?:has|have|is|are|will) )?(?:now )?(?:add|introduc|impos|creat|set|adopt|institut)(?:ed|ing|es|s|e)? an? (?:new )?{_RULE} (?:that {_SUBJECT} |for {_SUBJECT} to |to ){_ACT}"),
        (1, True, rf"{ACTOR} {_DO}{_DROPS} (?:the |our |its |all )?{_THING} requirements?{_FOR}"),
        (1, False, rf"(?:{_SUBJECT}|anybody|anyone|everybody|everyone) (?:may|can) (?:always |still )?(?:visit|come)(?: in)? without {_HAVING}{_THING}"),
        (1, True, rf"{_SUBJECT} (?:may|can) (?:now|again) (?:visit|come)(?: in)? without {_HAVING}{_THING}"),
        (-1, True, rf"{_SUBJECT} (?:may|can) no longer (?:visit|come)(?: in)? without {_HAVING}{_THING}"),
        (-1, True, rf"(?:no (?:1|one|body|visitors?)|nobody) (?:may|can|will) (?:now )?(?:visit|come in|be admitted|enter) without {_HAVING}{_THING}"),
        (-1, True, rf"{ACTOR} (?:will |do |does )?now (?:requires?|asks?(?: for)?|demands?|expects?) {_THING}{_FOR}"),
        (-1, True, rf"{ACTOR} (?:has|have|is|are) (?:now )?(?:introduc|impos|add|institut)(?:ed|ing) {_THING}(?: requirements?)?{_FOR}"),
        (1, True, rf"{ACTOR} {_DO}no longer (?:requires?|asks?(?: for)?|demands?|expects?) {_THING}{_FOR}"),
    )
)  # fmt: skip
_MODAL = regex(
    r"\b(?:must|shall|should|have to|has to|needs? to|needs?|needn't|need not|now|no longer|do not|does not|will|not|is|are|be|required|requires?|asked|asks?|obliged|expected|necessary|needed|mandatory|to|for|we|no)\b"
)
_CUES = regex(
    r"\b(?:no longer|any ?more|must|shall|have to|has to|needs?|required?|requires|requiring|require|requirements?|needed|asked|asks?|asking|makes?|making|obliged|obligated|expected|expects?|rule|free|mandat\w+|without|necessary|needn't)\b"
)
_OF_LAWYERS = regex(rf"\b{visits.LEGAL}\b")
_SCREEN = regex(rf"\b{visits.VIDEO}\b")  # of no other visit a price has a name
_TO_VISITS = regex(
    rf"\b(?:visit\w*|{visits.VISITOR}|let in|admitted|{visits.CONTACT}|(?:in|to) see (?:an?|the|your|their) {visits.HELD})\b"
)
_ELSE = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|volunteers?|tours?|jobs?|contractors?|vendors?|media|press|bail|bonds?|commissary|parking|money|funds|(?:phone|telephone|video) calls?|mail|letters?|tablets?|packages?|books|unless|except\w*|if|only|or)\b"
)
_FINGERPRINTS = regex(r"\bfingerprint(?:s|ed|ing)?\b")  # of visitors, and no service of the desk
# What stands as it did is no news.
_STILL = regex(
    rf"\b(?:still |(?:as before|as always|as a reminder|reminder|remember)[:,] (?:that )?|(?P<stands>{_STANDS})$)"
)
_AS_EVER = "R3 what is asked of visitors is asked still"
_CONDUCT = "R5 what is asked of visitors is conduct, dress or papers"
_LONGEST = 200  # characters; what is longer says more than one thing


@dataclass(frozen=True, slots=True)
class _Asked:
    """of: who is asked for what, without the words that ask; still: whether it says that this is as it was."""

    sign: int
    news: bool
    duty: Duty
    of: tuple[str, ...]
    still: bool

    @property
    def tells(self) -> bool:
        """Whether the duty is a visiting term, and not asked as ever."""
        return self.duty.level is not Severity.NONE and not self.still

    def is_same(self, other: _Asked) -> bool:
        """Whether two lines ask the same, or say that it is not asked."""
        return self.duty is other.duty and self.sign == other.sign


_Line = tuple[Unit, _Asked]


def duty_acts(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell of duties that turned, that came where no line that went speaks of visits, or that went where none
    came that does. A duty lifted is told beside other old lines, too."""
    if scene.of_others:
        return Certain()
    old = _said(scene, [*(was for was, _ in alignment.pairs), *alignment.removed])
    new = _said(scene, [*(now for _, now in alignment.pairs), *alignment.added])
    if not (old or new):
        return Certain()
    both = [_turned(scene, was, now) for was in old for now in new if was[1].duty is now[1].duty]
    settled = {id(unit) for told in both for unit in told.lines}
    met = {said.duty.name for side in ((old, new), (new, old)) for _, said in side[0] if _in(said, side[1])}
    come, gone = (
        [one for one in side if id(one[0]) not in settled and one[1].duty.name not in met] for side in (new, old)
    )
    return joined([*both, _come(scene, alignment, come), _gone(scene, alignment, gone)])


def _in(said: _Asked, side: Sequence[_Line]) -> bool:
    return any(other.duty is said.duty for _, other in side)


def _turned(scene: Scene, was: _Line, now: _Line) -> Certain:
    """What an old and a new line on one duty tell."""
    if was[1].sign != now[1].sign:
        effects = (_effect(scene, now, came=True, old=was[0]),) if now[1].tells else ()
        return Certain(effects, (was[0], now[0]), () if effects else (_CONDUCT,))
    if was[1].of == now[1].of:
        return Certain((), (was[0], now[0]), ("R2 the same is asked of visitors",))
    return Certain()


def _come(scene: Scene, alignment: Alignment, new: Sequence[_Line]) -> Certain:
    lone = {id(unit) for unit in alignment.added}
    beside = any(speaks(unit.plain) for unit in others_of(alignment, came=True))
    known = [said for _, said in _said(scene, scene.before)]
    told = []
    for unit, said in new:
        lifted = said.sign > 0 and said.news and said.tells
        if id(unit) in lone and (lifted or not beside) and not any(said.is_same(other) for other in known):
            told.append((unit, said))
    return _told(scene, told, came=True)


def _gone(scene: Scene, alignment: Alignment, old: Sequence[_Line]) -> Certain:
    """A duty that is struck is lifted; that one was lifted once is no news any longer (R3)."""
    lone = {id(unit) for unit in alignment.removed}
    others = others_of(alignment, came=False)
    if not few_alone(alignment, came=False) or any(speaks(unit.plain) for unit in others):
        return Certain()
    kept = _said(scene, scene.after)
    told = []
    for unit, said in old:
        stale = said.news and said.sign > 0
        if id(unit) in lone and not stale and not _in(said, kept):
            told.append((unit, said))
    return _told(scene, told, came=False)


def _said(scene: Scene, page: Iterable[Unit]) -> list[_Line]:
    read = ((unit, _asked(unit, scene.title)) for unit in page if may_say(scene, unit.plain))
    return [(unit, said) for unit, said in read if said is not None]


def _told(scene: Scene, found: Sequence[_Line], *, came: bool) -> Certain:
    effects = tuple(_effect(scene, one, came=came) for one in found if one[1].tells)
    why = dict.fromkeys(_AS_EVER if said.still else _CONDUCT for _, said in found if not said.tells)
    return Certain(effects, tuple(unit for unit, _ in found), tuple(why))


def _asked(unit: Unit, title: str) -> _Asked | None:
    """What a line says is asked of visitors, or is not, None where it says none or something else as well."""
    if unit.row or len(unit.plain) > _LONGEST or _CUES.search(unit.plain) is None:
        return None
    if _ELSE.search(_FINGERPRINTS.sub(" ", unit.plain)):
        return None
    text, dated = undated(unit.plain.rstrip(" .!"))
    if _TO_VISITS.search(f"{text} {unit.headings} {title}") is None:
        return None
    still = _STILL.search(text)
    text = text if still is None or still["stands"] else text.replace(still.group(), "", 1)
    for pattern, sign, news in _SAID:
        hit = pattern.fullmatch(text)
        if hit is None:
            continue
        said = hit.groupdict()
        act = said.get("act") or said.get("an_act") or ""
        at = max(hit.start(name) for name in ("thing", "a_thing") if name in said) if not act else 0
        duty = _duty(act, text[at:] if not act else "")
        if duty is not None:
            return _Asked(sign, news or dated, duty, concepts(_MODAL.sub(" ", text)), still is not None)
    return None


_KINDS = tuple((duty, regex(duty.act), regex(rf"{duty.thing}\b")) for duty in DUTIES)


def _duty(act: str, thing: str) -> Duty | None:
    """The kind of what is asked: of an act, or of what a text begins with."""
    return next((duty for duty, acts, things in _KINDS if (acts.match(act) if act else things.match(thing))), None)


def _effect(scene: Scene, line: _Line, *, came: bool, old: Unit | None = None) -> Effect:
    """What a duty comes to of which a line speaks that came, in the place of an old one or alone, or that went."""
    unit, said = line
    duty, sign = said.duty, said.sign if came else -said.sign
    asks = unit if said.sign < 0 else old
    found = measures(asks, scene.title) if asks and (duty.topic is not Topic.FEES or _SCREEN.search(unit.plain)) else []
    facts = tuple(Fact(one.name, one.value, None) if sign > 0 else Fact(one.name, None, one.value) for one in found)
    quotes = (old.plain if old else "", unit.plain) if came else (unit.plain, "")
    words = (duty.name, "no longer asked" if sign > 0 else "now asked")
    topics, level = (duty.topic,), duty.level
    if _OF_LAWYERS.search(unit.plain):  # R11
        topics, level = (Topic.LEGAL_VISITS,), Severity.MINOR
    return Effect("P-duty", sign, level, topics, facts, *quotes, words)

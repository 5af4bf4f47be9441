"""Lines that say of a harm to visits, visitors or what they paid that it is done now, or is not done any longer.

"Unused visit credits no longer expire.", "Loss of visits will no longer be used as a punishment." and "Babies no longer count
toward the limit." were told as losses: the harm was heard, and not that it is over. What is said of old is left to rules
and reader, but where a line that says the reverse takes its place.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitors.language.claims.who_acts import undated
from monitors.language.lines.acts.form_acts import may_say
from monitors.language.lines.acts.stances import others_of
from monitors.language.lines.certain import Certain
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.lexicon_decisions import family, one_of
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic


@dataclass(frozen=True, slots=True)
class _Harm:
    """name: for people; to: to what it is done; does, done: what it does by itself, and what is done to it; rest: what must
    stand behind; modal: the verbs that done stands behind."""

    name: str
    topic: Topic
    to: str
    does: str = ""
    done: str = ""
    rest: str = r"(?: [^,;:|]{2,60}?)?"
    modal: str = "is|are|will|shall|may|can"


_MONEY = r"(?:[\w'-]+ ){0,4}?(?:credits?|payments?|deposits?|balances?|minutes|money|funds|fees|purchases|vouchers|coupons|gift cards?|certificates|passes)(?: (?:(?:paid|left|bought) )?(?:for|by|from|on) [^,;:|]{3,40}?)?"
_VISITS = r"(?:[\w'-]+ ){0,4}?(?:visits?|visitation|visiting|appointments?|sessions?)(?: (?:by|with|from|of|for|in) [^,;:|]{3,40}?)?"
_PEOPLE = rf"(?:(?!no\b)[\w'-]+ ){{0,3}}?(?:{visits.VISITOR}|{visits.FAMILY}|{visits.MINORS}|{visits.HELD}|people|you)"
_PRICES = r"(?:[\w'-]+ ){0,4}?(?:prices?|rates?|fees?|charges?)(?: (?:for|of|on|to) [^,;:|]{3,40}?)?"
_LOSS = r"(?:the )?(?:loss|withdrawal|denial|taking away|suspension) of (?:(?:all|the|their|an inmate's) )*(?:visits|visiting(?: privileges)?|visitation(?: privileges)?)"
_LIMITS = r" (?:as|toward|towards|against|in|into) [^,;:|]{3,60}?"
_PUNISHES = r" (?:as (?:an? )?(?:punishment|sanction|penalty|discipline|disciplinary (?:measure|sanction))|to punish [^,;:|]{3,40}?)(?: (?:for|of|after) [^,;:|]{3,40}?)?"
_HARMS = (
    _Harm("credits expire", Topic.FEES, _MONEY, one_of(family("expire, lapse, run out")), one_of(family("forfeit, lose, keep, confiscate"))),
    _Harm("loss of visits as a punishment", Topic.ELIGIBILITY, rf"(?:{_LOSS}|{_VISITS})", "", one_of(family("use, impose, give, apply, order, take away, withhold, deny, revoke, suspend")), _PUNISHES),
    _Harm("visits lost for offenses", Topic.ELIGIBILITY, _PEOPLE, one_of(family("lose, forfeit")), "", r" (?:(?:their|all|the|any|social|visiting|scheduled|booked) )*(?:visits?|privileges|visiting privileges|visitation(?: privileges)?|turns?|slots?|appointments?)(?: [^,;:|]{2,60}?)?"),
    _Harm("counted against a limit", Topic.ELIGIBILITY, rf"(?:{_PEOPLE}|{_VISITS})", one_of(family("count")), one_of(family("count")), _LIMITS),
    _Harm("prices that may be raised", Topic.FEES, _PRICES, "", one_of(family("raise, increase, hike")), modal="may|can"),
    _Harm("charged for missed visits", Topic.FEES, _VISITS, "", one_of(family("charge, bill")), r" (?:for|to|in|as) [^,;:|]{2,60}?"),
    _Harm("charged for missed visits", Topic.FEES, _PEOPLE, "", one_of(family("charge, bill")), r" (?:[^,;:|]{2,30} )?for (?:[\w'-]+ ){1,3}?(?:visits?|sessions?|appointments?)(?: [^,;:|]{2,40}?)?"),
    _Harm("visits cut short", Topic.DURATION_FREQUENCY, _VISITS, "", r"(?:cut short|shortened|interrupted|ended early|cut off)"),
    _Harm("visits denied to some", Topic.ELIGIBILITY, _VISITS, "", one_of(family("deny, refuse")), r" to [^,;:|]{3,60}?"),
    _Harm("visitors turned away", Topic.ELIGIBILITY, _PEOPLE, "", r"(?:turned away|refused|denied entry|sent home)", r" (?:for|without|at|when|because) [^,;:|]{3,60}?"),
    _Harm("a paper asked for", Topic.ELIGIBILITY, _VISITS, one_of(family("require, need")), "", r" (?:[\w'-]+ ){0,4}?(?:orders?|permits?|forms?|letters?|approvals?|applications?|permission|appointments?|reservations?|waivers?|deposits?|escorts?)(?: (?:by|from|of|in) [^,;:|]{2,40}?)?"),
    _Harm("permits expire", Topic.ELIGIBILITY, r"(?:[\w'-]+ ){0,4}?(?:permits?|applications?|approvals?|clearances?)", one_of(family("expire, lapse"))),
)  # fmt: skip
_NO = r"(?P<no>no longer |not )?"
_SOFT = r"(?:(?:now|also|again|always|automatically|ever|be|being) )*"
_LATER = r"(?P<late> any ?more| any longer| from now on)?"
_KINDS = tuple(
    (
        harm,
        tuple(
            regex(rf"(?P<of>{harm.to}) {said}{harm.rest}{_LATER}")
            for said in (
                rf"(?:(?:will|shall|do|does|may|can) )?{_NO}{_SOFT}(?:{harm.does})" if harm.does else "",
                rf"(?:{harm.modal}) {_NO}{_SOFT}(?:{harm.done})" if harm.done else "",
            )
            if said
        ),
    )
    for harm in _HARMS
)
_CUES = regex(
    r"\b(?:expir\w+|laps\w+|run out|forfeit\w*|los[et]\w*|count\w*|charg\w+|bill\w*|short\w*|interrupt\w*|cut|den(?:y|ied)|refus\w+|turned away|sent home|punish\w*|sanction\w*|penalty|discipline|requires?|needs?|confiscat\w+|kept|entry|rais\w+|increas\w+|hike[sd]?)\b"
)
_NEWS = regex(r"\b(?:now|no longer|any ?more|any longer|from now on)\b")
_MODALS = regex(
    r"\b(?:will|shall|do|does|is|are|be|being|may|can|not|no longer|now|any ?more|any longer|from now on|also|again|always)\b"
)
_ELSE = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT}|{visits.MAIL}|unless|except\w*|if|only|volunteers?|tours?|museum|phone calls?|commissary)\b"
)
_OF_VISITS = regex(r"\bvisit\w*|\bsessions?\b")
_LONGEST = 180


@dataclass(frozen=True, slots=True)
class _Told:
    sign: int
    news: bool
    harm: _Harm
    of: tuple[str, ...]

    def is_on(self, other: _Told) -> bool:
        """Whether both are of one harm, though one line may say less of it."""
        one, another = set(self.of), set(other.of)
        return self.harm is other.harm and (one <= another or another <= one)

    @property
    def tells(self) -> bool:
        """Whether a line tells by itself. That somebody may be turned away or lose a visit is said of conduct, too (R5)."""
        return self.news or self.harm.name not in _OF_CONDUCT


_OF_CONDUCT = ("visits lost for offenses", "visitors turned away", "visits denied to some", "visits cut short", "prices that may be raised", "loss of visits as a punishment")  # fmt: skip
_Line = tuple[Unit, _Told]


def harm_acts(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell that took the place of the reverse, or came as news where no line that went speaks of visits and
    none of the old page said the same."""
    old = _said(scene, [*(was for was, _ in alignment.pairs), *alignment.removed])
    new = _said(scene, [*(now for _, now in alignment.pairs), *alignment.added])
    if not new or scene.of_others:
        return Certain()
    both = [(was, now) for was in old for now in new if was[1].is_on(now[1])]
    turned = [(was, now) for was, now in both if was[1].sign != now[1].sign]
    effects = [_effect(now, was[0]) for was, now in turned]
    lines = [line[0] for pair in turned for line in pair]
    met = {id(now[0]) for _, now in both}
    if not any(speaks(unit.plain) for unit in others_of(alignment, came=True) if id(unit) not in set(map(id, lines))):
        known = [(said.sign, said.harm, said.of) for _, said in _said(scene, scene.before)]
        lone = {id(unit) for unit in alignment.added}
        for unit, said in new:
            if id(unit) not in lone or id(unit) in met or (said.sign, said.harm, said.of) in known or not said.tells:
                continue
            effects += [_effect((unit, said), None)] if said.sign < 0 or said.news else []
            lines.append(unit)
    why = ("R1 a harm that is not done, as ever",) if len(effects) < len(lines) - len(turned) else ()
    return Certain(tuple(effects), tuple(lines), why)


def _said(scene: Scene, page: Iterable[Unit]) -> list[_Line]:
    read = ((unit, _told(unit.plain)) for unit in page if scene.kind == "contract" or may_say(scene, unit.plain))
    return [(unit, told) for unit, told in read if told is not None]


def _told(plain: str) -> _Told | None:
    """What a line says of a harm, None where it says none of these or something else as well."""
    if len(plain) > _LONGEST or not (_CUES.search(plain) and _OF_VISITS.search(plain)) or _ELSE.search(plain):
        return None
    text, dated = undated(plain.rstrip(" .!"))
    for harm, patterns in _KINDS:
        for pattern in patterns:
            hit = pattern.fullmatch(text)
            if hit is not None:
                news = dated or _NEWS.search(text) is not None
                return _Told(1 if hit["no"] else -1, news, harm, concepts(_MODALS.sub(" ", text)))
    return None


def _effect(line: _Line, old: Unit | None) -> Effect:
    unit, said = line
    words = (said.harm.name, "no longer" if said.sign > 0 else "now")
    topics = (Topic.LEGAL_VISITS,) if _LAWYERS.search(unit.plain) else (said.harm.topic,)
    return Effect("P-harm", said.sign, Severity.MINOR, topics, (), old.plain if old else "", unit.plain, words)


_LAWYERS = regex(rf"\b{visits.LEGAL}\b")

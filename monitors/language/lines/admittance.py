"""How a class of people is let in: freely, by somebody's leave, or not at all; told where the class is named alike."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import DATE
from monitors.language.words.lexicon_form_acts import WHO
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_SAID = regex(
    r"^(?P<who>[^,;:]{3,90}?) (?P<said>(?:will|may|shall|can|must|cannot|can't|is|are|needs?|do|does|don't|doesn't|qualify|qualifies)\b.*)$"
)
_IN = r"(?:approved|admitted|considered|eligible|allowed|permitted|placed|put|listed|added|accepted|let in|welcome|named|authorized)"
_BARRED = regex(
    rf"^(?:(?:will|may|shall|can|must|is|are) (?:not|no longer) (?:be )?(?:{_IN}|visit|come|enter|apply|sign up|take part|attend)\b|(?:cannot|can't) (?:visit|come|enter|sign up|be \w+)|(?:do|does) not qualify\b|(?:don't|doesn't) qualify\b"
    r"|(?:is|are|will be|shall be) (?:now |again )*(?:excluded|barred|banned|ineligible|disqualified|prohibited|refused|denied|turned away|kept out))"
)
_BY_LEAVE = r"\bcase[- ]by[- ]case\b|\b(?:with|without|needs?|has|have|obtain|subject to) (?:the |an? |prior |written |advance |special )*(?:approval|permission|consent|authorization)\b|^(?:may|can) be (?:approved|considered|authorized)\b|^(?:is|are|will be|shall be) considered\b"
# "Visitors without an appointment will be seen as space allows": none turned away, and none sure to be let in.
_IF_ROOM = r"\b(?:(?:as|if|when|where) (?:there is )?(?:enough )?(?:space|room|time|capacity|staffing)(?: (?:allows|permits))?|(?:space|time|room|staffing) permitting|on a (?:space|standby)[- ]\w+ basis)\b"
_LEFT_OPEN = regex(rf"{_BY_LEAVE}|{_IF_ROOM}")
_WALKS_IN = regex(
    rf"\b(?:without|no) (?:an? )?(?:\w+ )?(?:{visits.APPOINTMENT}|reservations?|booking)\b|\bwalk-?ins?\b"
)
_FREELY = regex(
    rf"^(?:(?:may|can) (?:now |again |once again )*(?:visit|come|enter|apply|sign up|take part|attend|be (?:placed|put|listed|added|named))|(?:will|shall) (?:now |again )*be (?:approved|admitted|placed|accepted|let in|welcome|(?:allowed|permitted|able) to (?:visit|come|attend))|(?:will|shall|may) not be (?:barred|banned|excluded|turned away|refused|kept out|denied)|(?:is|are) (?:now |again |once again |once more )*{_IN}|qualif(?:y|ies) for)\b(?!.*\b(?:if|when|unless|only|after|with)\b)"
)
_CLASS = regex(
    rf"\b(?:{visits.VISITOR}|{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|applicants?|persons?|people|volunteers?|employees|staff|relatives?|victims?|anyone|those|cousins|spouses?|parolees|co-?defendants?)\b"
)
_ELSE = regex(rf"[$\[{{@]|\b(?:{visits.LEGAL}|{visits.ID_DOCUMENT}|{visits.CONTACT}|late|{elsewhere.DRESS_CONDUCT})\b")
_GRAVE = regex(rf"\b(?:{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|relatives?|cousins)\b")
_MINORS = regex(rf"\b(?:{visits.MINORS}|teenagers?|youths?|toddlers|grandchildren|grandkids)\b")
_GROWN = regex(r"\b(?:parents?|adults?|guardians?|accompanied|unaccompanied|alone|grown-?ups?)\b")
_TO_VISITS = regex(r"\b(?:visit\w*|list|let in|admitted|approved|accepted)\b")
_NEWS = regex(r"\b(?:now|again|once more|no longer|any ?more)\b")
# Of a class that may have been barred; "Visitors will be admitted at nine" is a rule.
_WILL = regex(
    r"^will (?:be (?:(?:allowed|permitted|able) to visit|admitted to visits|welcome)|not be (?:barred|banned|excluded|kept out)(?: from (?:visits|visiting))?)(?: (?:inmates|at the (?:jail|prison)))?$"
)
_FROM_A_DAY = regex(rf",? (?:(?:from|as of|starting|beginning|effective|on)(?: on)? )(?:\{{[a-z]+\}},? ?)?{DATE}$")
# "The jail has started letting friends visit."
_LETS = regex(
    rf"^{WHO} (?:(?:(?:has|have|is|are) )?(?:now |again )?(?:started|begun|starting|beginning|resumed|resuming) (?:letting|allowing|admitting|permitting)|(?:will )?(?:now |again |once more )(?:lets?|allows?|admits?|permits?)|(?:lets|allows|admits|permits|will (?:let|allow|admit|permit))(?=.* again$)) (?P<who>[^,;:]{{3,60}}?) (?:to )?(?:visit|come in|in|to visits|into the visiting room)(?: again)?$"
)
_WORDS = ("barred", "by leave", "free")


def admittance_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell in which one class of people is let in otherwise than before, and new ones that say so."""
    return joined([of_pairs(alignment, _effect), _news(scene, alignment)])


def _news(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell that say who may come now, or no longer; none where an old line named these people."""
    gone = [*(old for old, _ in alignment.pairs), *alignment.removed]
    told = []
    for unit in (*(new for _, new in alignment.pairs), *alignment.added):
        read = _read(unit)
        if read is None or read[1] == 1 or not _says_news(_bare(unit)):
            continue
        if any(set(read[0]) <= set(concepts(old.plain)) for old in gone) or read in map(_read, scene.before):
            continue
        effect = _turned(None, unit, 1 if read[1] else -1)
        told += [(effect, unit)] if effect else []
    return Certain(tuple(effect for effect, _ in told), tuple(unit for _, unit in told))


def _bare(unit: Unit) -> str:
    """A line without the day from which it holds."""
    return _FROM_A_DAY.sub("", unit.plain.rstrip(" .!"))


def _says_news(text: str) -> bool:
    """Whether a line says that people come now who did not, or no longer; of a class that may have been barred a plain
    future says it, too."""
    lets = _LETS.match(text)
    said = lets or _SAID.match(text)
    if said is None:
        return False
    special = _GRAVE.search(said["who"]) is not None or _MINORS.search(said["who"]) is not None
    if lets is not None:
        return special
    return _NEWS.search(said["said"]) is not None or (special and _WILL.match(said["said"]) is not None)


def _effect(old: Unit, new: Unit) -> Effect | None:
    was, now = _read(old), _read(new)
    if was is None or now is None or was[1] == now[1] or was[0] != now[0]:
        return None
    sign = 1 if now[1] > was[1] else -1
    if 1 not in (was[1], now[1]):
        return _turned(old, new, sign)
    if _MINORS.search(old.plain):
        return None  # by whose leave they come is left to the reader
    level = Severity.MAJOR if 0 in (was[1], now[1]) and _GRAVE.search(old.plain) else Severity.MINOR
    unbooked = _WALKS_IN.search(old.plain)
    rule, topic = ("P-admittance-unbooked", Topic.SCHEDULE) if unbooked else ("P-admittance", Topic.ELIGIBILITY)
    words = (f"{_WORDS[was[1]]} -> {_WORDS[now[1]]}",)
    return Effect(rule, sign, level, (topic,), (), old.plain, new.plain, words)


def _turned(old: Unit | None, new: Unit, sign: int) -> Effect | None:
    """What it comes to that a class of people is let in freely, or not at all."""
    if _MINORS.search(new.plain):
        return _of_minors(old, new, sign)
    level = Severity.MAJOR if _GRAVE.search(new.plain) else Severity.MINOR
    words = ("barred -> free" if sign > 0 else "free -> barred",)
    quotes = (old.plain if old else "", new.plain)
    return Effect("P-admittance", sign, level, (Topic.ELIGIBILITY,), (), *quotes, words)


def _of_minors(old: Unit | None, new: Unit, sign: int) -> Effect | None:
    """Children barred or let in; with grown-ups or alone is another rule."""
    lines = [unit.plain for unit in (old, new) if unit]
    if not all(map(_TO_VISITS.search, lines)):
        return None
    grown = any(map(_GROWN.search, lines))
    facts = () if grown else (Fact("minors_allowed", sign < 0, sign > 0),)
    return Effect(
        "P-turn-minors", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), facts, "".join(lines[:-1]), lines[-1], ("minors",)
    )


def _read(unit: Unit) -> tuple[tuple[str, ...], int] | None:
    """The class that a line names, and how it is let in: 0 not at all, 1 by leave, 2 freely; None where it says neither."""
    text = _bare(unit)
    lets = _LETS.match(text)
    said = lets or _SAID.match(text)
    if (
        unit.row
        or said is None
        or not (_CLASS.search(said["who"]) or _MINORS.search(said["who"]))
        or _ELSE.search(text)
    ):
        return None
    if lets is not None:
        return concepts(lets["who"]), 2
    return next(
        (
            (concepts(said["who"]), level)
            for level, pattern in enumerate((_BARRED, _LEFT_OPEN, _FREELY))
            if pattern.search(said["said"])
        ),
        None,
    )

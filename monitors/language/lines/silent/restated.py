"""The same terms told otherwise are no change (R2): a page put into Spanish beside its English, a week's days and hours
in another order."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitors.language.claims.clauses import claims, turns
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.sentences import Unit
from monitors.language.times.sessions import sessions
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.language.words.spanish import is_spanish
from monitors.language.words.wording import FIGURE

_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")
# Whose days and clocks are told: in another order they may be another group's.
_GROUPS = regex(
    r"\b(?:[a-z] ?(?:-|to|through|thru) ?[a-z]|odd|even|names?|(?:wo)?men|(?:fe)?males?"
    rf"|{visits.UNIT}|levels?|contact|video|in-person|attorneys?|lawyers?|adults?|children)\b"
)
_GLASS = regex(
    rf"\b(?:{visits.BARRIER}|(?:glass|window|pane)(?: of glass)?(?: \w+){{0,2}} (?:between|separates?|divides?|parts?)"
    r"|separated(?: \w+){0,3} by (?:a |the )?(?:glass|window|pane))\b"
)
# Glass that comes or goes, for some or at times, or beside touch and screens, is no mere wording.
_NOT_ALL_GLASS = regex(
    rf"\b(?:{visits.CONTACT}|{visits.VIDEO}|{acts.NEGATORS}|{acts.SUSPENDS}|now|again|some|most|many|few|several|certain|unless|except|if|may|only|remov\w+|install\w+"
    rf"|{acts.ENDINGS}|resum\w+|restor\w+|reinstat\w+|re-?open\w*|started|back|offered|available"
    r"|taken|eligible|minimum|level|lawyers?|attorneys?|will be|was|were|until|instead|replac\w+|without|g(?:ave|ives?|iven) way|from behind|com(?:e|es|ing) (?:out|down))\b"
)
# Whose glass it is, and for how many: of these both wordings must speak.
_WHOSE = regex(
    r"\b(?:(?:maximum|medium|close|high|low)(?:-| )?(?:security|risk|custody)?|segregat\w+|disciplin\w+|(?:wo)?men(?:'s)?|(?:fe)?males?(?:'s)?"
    rf"|{visits.UNIT}"
    r"|counsel|clergy|friends?|relatives?|kin|adults?|child(?:ren)?|minors?|sentenced|pretrial|workers?|trust(?:y|ies|ees?)|screens?|monitors?)\b"
)
_APART_ALONE = regex(
    r"(?:all )?(?:in-person )?visit(?:s|ing|ation)(?: here)? (?:is|are) (?:all )?(?:non-?contact|no-contact)(?: visits?| only)?[.!]?"
)
_APART = regex(
    r"\ball (?:in-person )?visit(?:s|ing|ation) (?:is|are) (?:non-?contact|no-contact)\b|\bvisit(?:s|ing|ation) (?:is|are) (?:all )?(?:non-?contact|no-contact)\b"
)
_NOT_ALL_APART = regex(rf"\b(?:{acts.NEGATORS}|{acts.SUSPENDS}|unless|except|until|if|some|for|was|were|only)\b")
_GLASS_CLAIMS = frozenset({"barrier", "in_person", "visits", "contact"})
_ALIKE, _ALIKE_WITH_FIGURES = 0.6, 0.45
_REWORDED = 0.4
_DUTY = regex(r"\b(?:must(?! not)|required|needed|necessary|ha(?:s|ve) to)\b")
_NO_DUTY = regex(r"\b(?:not? (?:longer )?(?:need|require|have to)|(?:not|no longer) (?:required|needed|necessary))")
_BOUND = regex(r"\b(?:only(?! \d)|unless|no|nobody|except|behind|through)\b")
# "No one under 18 enters unless accompanied by ..." bounds as "anyone under 18 enters accompanied by ..." does.
_ONLY_WITH = regex(
    r"\bno(?: one|body)?\b(?= [^.;]*? (?:unless|if not)\b)"
    r"|\b(?:unless|if not)\b(?= (?:they are )?(?:accompanied|with)\b)"
)
_CLASSES = tuple(
    regex(rf"\b(?:{named})\b")
    for named in (
        visits.FRIENDS,
        visits.MINORS,
        visits.LEGAL,
        visits.EX_HELD,
        visits.RECORD,
        visits.VIDEO,
        r"adults?|grown-ups",
    )
)
_SPANS_OF_TIME = regex(r"\b(minute|hour|day|week|month|year)s?\b")
_MOST = 20_000  # pairs of lines compared


def restated(alignment: Alignment) -> Certain:
    """The lines that came or went by themselves in one language and say what the page says in the other, in lines that
    stand on both sides."""
    kept = [new for _, new in alignment.same]
    lines = [*said_by(kept, alignment.added), *said_by(kept, alignment.removed)]
    reworded = [unit for pair in alignment.pairs if _reworded(*pair) or _same_week(*pair) for unit in pair]
    reworded += [unit for pair in alignment.pairs if _same_stop(*pair) for unit in pair]
    apart = [unit for pair in alignment.pairs if _same_glass(*pair) for unit in pair]
    apart += _apart_elsewhere(alignment)
    why = [*(["R2 said in another language"] if lines else []), *(["R2 as far apart as before"] if apart else [])]
    return Certain((), (*lines, *reworded, *apart), tuple(why))


_STOP = r"(?:suspension|pause|stop|closure|halt|ban)"
# "In-person visits are still suspended.", "The suspension of in-person visits has not been lifted."
_STOPPED = regex(
    rf"(?:status as of [^:]{{3,20}}: |as of [^,:]{{3,20}}[,:] )?(?:(?:all|the|our) )*(?P<form>(?:(?:in-person|contact|video|social|family|public) )*)(?:visits?|visiting|visitation) (?:is|are|remains?|stays?)(?: (?:still|now|currently|all))* (?:suspended|paused|on hold|cancel+ed|halted|stopped)(?: until further notice)?"
    rf"|(?:status as of [^:]{{3,20}}: |as of [^,:]{{3,20}}[,:] )?(?:the |our )?{_STOP} (?:of|on|in) (?:(?:all|the|our) )*(?P<of>(?:(?:in-person|contact|video|social|family|public) )*)(?:visits?|visiting|visitation) (?:(?:is|remains?|stays?|continues)(?: (?:still|now|currently))* (?:in (?:place|effect|force)|on)|has not (?:yet )?been (?:lifted|ended)|continues|goes on|stands|has not (?:yet )?ended|is not over)(?: until further notice)?"
)


def _same_stop(old: Unit, new: Unit) -> bool:
    """Whether both lines say that the same visits are stopped still (R3)."""
    was, now = (_STOPPED.fullmatch(unit.plain.rstrip(" .!")) for unit in (old, new))
    return was is not None and now is not None and (was["form"] or was["of"] or "") == (now["form"] or now["of"] or "")


def _apart_elsewhere(alignment: Alignment) -> list[Unit]:
    """The lines "Visits are non-contact." that came or went by themselves, where the other page says so in a longer one."""
    found = []
    for lone, kept in (
        (alignment.added, [*(old for old, _ in alignment.same), *alignment.gone]),
        (alignment.removed, [*(new for _, new in alignment.same), *alignment.come]),
    ):
        said = any(_APART.search(unit.plain) and not _NOT_ALL_APART.search(unit.plain) for unit in kept)
        found += [unit for unit in lone if said and _APART_ALONE.fullmatch(unit.plain)]
    return found


def _reworded(old: Unit, new: Unit) -> bool:
    """Whether a line in Spanish has other words, but its figures and all that it gives or takes. The reader, who was
    taught little Spanish, takes what is put into English twice for a change."""
    if not (is_spanish(old.text) and is_spanish(new.text)):
        return False
    figures, given = ([found(unit.plain) for unit in (old, new)] for found in (_figures, _given))
    spans = [set(_SPANS_OF_TIME.findall(unit.plain)) for unit in (old, new)]  # a week ahead, and a day
    if figures[0] != figures[1] or spans[0] != spans[1] or given[0] != given[1] or stance(old) != stance(new):
        return False
    return likeness(old.plain, new.plain) >= _REWORDED and _whom(old) == _whom(new)


def _whom(unit: Unit) -> tuple[bool, ...]:
    """Of which classes of people a line speaks: "familiares y amigos" without friends is no other wording."""
    return tuple(named.search(unit.plain) is not None for named in _CLASSES)


def stance(unit: Unit) -> tuple[int, int, bool]:
    """Whether a line denies what it says, makes a duty of it (-1: none any longer), and bounds it."""
    said = _ONLY_WITH.sub(" with ", unit.plain)
    free, duty = (pattern.search(said) is not None for pattern in (_NO_DUTY, _DUTY))
    return len(turns(said)) % 2, -1 if free else int(duty), _BOUND.search(said) is not None


def _same_glass(old: Unit, new: Unit) -> bool:
    """Whether both wordings of a line keep visitors behind glass, as "non-contact" does, and nothing else differs that
    is given or taken. To the reader glass is news beside "non-contact", and a window less than either."""
    if any(not _GLASS.search(unit.plain) or _NOT_ALL_GLASS.search(unit.plain) for unit in (old, new)):
        return False
    if set(_WHOSE.findall(old.plain)) != set(_WHOSE.findall(new.plain)):
        return False
    differing = _given(old.plain) ^ _given(new.plain)
    return _figures(old.plain) == _figures(new.plain) and not {about for about, _ in differing} - _GLASS_CLAIMS


def _same_week(old: Unit, new: Unit) -> bool:
    """Whether a line tells its days and clocks in another order, the same ones together, and nothing else otherwise."""
    week = sessions(old.plain)
    if not week.spans or week.dayless or week.irregular or week != sessions(new.plain) or _GROUPS.search(old.plain):
        return False
    words = [concepts(_TIMES.sub(" ", unit.plain)) for unit in (old, new)]
    return words[0] == words[1] and sorted(_TIMES.findall(old.plain)) == sorted(_TIMES.findall(new.plain))


def _figures(plain: str) -> list[str]:
    return sorted(FIGURE.findall(plain))


def _given(plain: str) -> set[tuple[str, int]]:
    return {(claim.about, claim.sign) for claim in claims(plain)}


def said_by(kept: Sequence[Unit], moved: Sequence[Unit]) -> Iterable[Unit]:
    """The lines that came or went and say in the other language what one of those that stayed says."""
    if not moved or len(kept) * len(moved) > _MOST or not any(is_spanish(unit.text) for unit in (*kept, *moved)):
        return ()
    spanish = [is_spanish(unit.text) for unit in kept]
    return [unit for unit in moved if any(_same(unit, one, in_it) for one, in_it in zip(kept, spanish, strict=True))]


def _same(unit: Unit, other: Unit, other_in_spanish: bool) -> bool:
    """Whether two lines in two languages say the same: all figures of the one are the other's, both
    take or both give, and most words are the same."""
    if is_spanish(unit.text) == other_in_spanish:
        return False
    figures, others = (set(FIGURE.findall(one.plain)) for one in (unit, other))
    if not figures <= others or len(turns(unit.plain)) % 2 != len(turns(other.plain)) % 2:
        return False
    return likeness(unit.plain, other.plain) >= (_ALIKE_WITH_FIGURES if figures else _ALIKE)

"""Plain rules on who may visit that came, went or turned in whatever words: a class of people let in, or kept out.

"Former inmates may now visit." in the place of "Anyone who has been an inmate here may not visit." is a gain, and
"Ex-inmates: no visits" in its place is none. Lines that who_visits.py reads whole are set beside each other by the class
they are about, wherever they stand; the rest of the change is read without them.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from monitors.language.claims.policy import one_group
from monitors.language.claims.visitor_words import INTAKE, KIN, MINORS, Stance
from monitors.language.claims.who_visits import answered, mentions, of_any_class, stance
from monitors.language.lines.acts.form_acts import may_say
from monitors.language.lines.certain import Certain
from monitors.language.pages.about import Section, section_about
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.concepts import concepts
from monitors.language.words.lexicon_classes import DUTIES, PAPERS
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_LONGEST = 160  # characters; a plain rule is shorter
_MOST = 60  # changed lines; of a page rewritten whole the reader has the better ear
_ELSE = regex(rf"\b(?:{elsewhere.ELSEWHERE}|bail|bonds?|jobs?|tours?|parking|park|shorts)\b")
# A line that may be the same rule in words not known here.
_SPEAKS = regex(
    r"\b(?:inmates?|residents?|detainees?|visit(?!ing|or|s? (?:start|end|begin|is|are))\w*|see|list|admitted|admission|let in|turned away)\b"
)
_FEW = 3
_KINDS = regex(r"\b(?:video|remote|contact|attorneys?|legal|professional|clergy|special)\b")
_OTHER_DESK = regex(
    r"\b(?:phones?|telephones?|calls?|calling|mail|tablets?|messag\w+|money|jobs?|volunteers?|tours?|programs?)\b"
)
_MOST_COME, _MOST_GONE = 6, 2  # lines
_RULES = {KIN: "P-kin", INTAKE: "Q-intake_days_without_visits"}
_PAPERS = frozenset(name for name, _ in PAPERS)
_OF_ALL = _PAPERS | {duty.name for duty in DUTIES}  # what holds for all visitors unless it says for whom
_Line = tuple[Unit, Stance]


def stance_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What plain rules on who may visit tell, by the class that they are about."""
    if len(alignment.changed) > _MOST:
        return Certain()
    old_units = [*(old for old, _ in alignment.pairs), *alignment.removed]
    new_units = [*(new for _, new in alignment.pairs), *alignment.added]
    olds, news = _by_class(scene, old_units), _by_class(scene, new_units)
    _of_unknown(old_units, new_units, olds, news)
    if not (olds or news) or scene.of_others:
        return Certain()
    if not scene.official:  # of others' pages only news that names jails
        olds, news = {}, {about: told for about, told in news.items() if about not in olds and _is_news(scene, told)}
    effects: list[Effect] = []
    lines: list[Unit] = []
    same = False
    kept = [new for _, new in alignment.same]
    for about in dict.fromkeys((*olds, *news)):
        was, now = olds.get(about, []), news.get(about, [])
        if any(len({one.level for _, one in side}) > 1 for side in (was, now)):
            continue  # a rule with an age of its own for each kind of visit
        if was and now:
            sign = _sign(was[0][1], now[0][1])
            if sign is None or not _in_one_place(was[0][0], now[0][0]):
                continue
            effect = _effect(was[0], now[0], sign) if sign else None
            same = same or effect is None
        else:
            old_news = not (now and now[0][1].news) or any(_read(scene, unit) == now[0][1] for unit in kept)
            told_beside = old_news and mentions(about, kept, beside=True)
            effect = None if told_beside else _alone(was, now, alignment)
            if effect is None:
                continue
        effects += [effect] if effect else []
        lines += [unit for unit, _ in (*was, *now)]
    return Certain(tuple(effects), tuple(lines), ("R2 the same rule on who may visit",) if same else ())


def _of_unknown(
    old: Sequence[Unit], new: Sequence[Unit], olds: dict[str, list[_Line]], news: dict[str, list[_Line]]
) -> None:
    """Add to what was read of either side what both say of one class that is not known by name."""
    was, now = (
        {
            frozenset(concepts(said.about)): (unit, said)
            for unit in side
            if is_plain(unit) and (said := of_any_class(unit.plain)) is not None
        }
        for side in (old, new)
    )
    read = {id(unit) for side in (olds, news) for lines in side.values() for unit, _ in lines}
    for about in was.keys() & now.keys():
        lines = was[about], now[about]
        if not read & {id(unit) for unit, _ in lines}:
            olds[lines[1][1].about], news[lines[1][1].about] = [lines[0]], [lines[1]]


def _is_news(scene: Scene, told: Sequence[_Line]) -> bool:
    return all(said.news and may_say(scene, unit.plain) for unit, said in told)


def _by_class(scene: Scene, units: Iterable[Unit]) -> dict[str, list[_Line]]:
    found: dict[str, list[_Line]] = defaultdict(list)
    changed = list(units)
    for unit in changed:
        said = _read(scene, unit)
        if said is not None:
            found[said.about].append((unit, said))
        elif unit.lead[-1:] == "?" and is_plain(unit) and (said := answered(unit.lead, unit.plain)) is not None:
            question = [one for one in changed if one.plain == unit.lead]
            found[said.about] += [(one, said) for one in (unit, *question[:1])]
    return found


def _read(scene: Scene, unit: Unit) -> Stance | None:
    """The stance of a line; under what heading a paper tells its news says nothing of it."""
    plain = is_plain(unit) if scene.official else len(unit.plain) <= _LONGEST and not _ELSE.search(unit.plain)
    return stance(unit.plain) if plain else None


def is_plain(unit: Unit) -> bool:
    """Whether a line is short, and neither it nor the heading above it is on another thing than visits."""
    if len(unit.plain) > _LONGEST or _ELSE.search(unit.plain):
        return False
    if _OTHER_DESK.search(unit.headings) and "visit" not in unit.headings.rsplit(" / ", maxsplit=1)[-1]:
        return False
    return section_about(unit.headings) not in (Section.OTHER, Section.FURNITURE)


def _in_one_place(one: Unit, other: Unit) -> bool:
    """Whether two lines stand under no headings of different kinds of visits or units of the jail."""
    if one.headings == other.headings:
        return True
    return not any(one_group(unit.headings) or _KINDS.search(unit.headings) for unit in (one, other))


def few_alone(alignment: Alignment, *, came: bool) -> bool:
    """Whether so few lines came, or went, by themselves that a rule among them is news: what vanishes with a whole
    section is not repealed by silence."""
    return len(alignment.added) <= _MOST_COME if came else len(alignment.removed) <= _MOST_GONE


def may_say_the_same(others: Sequence[Unit]) -> bool:
    """Whether few changed lines of the other side speak of visits in words not known here."""
    return any(_SPEAKS.search(unit.plain) for unit in others[:_FEW])


def others_of(alignment: Alignment, *, came: bool) -> list[Unit]:
    """The changed lines of the other side than the one on which a rule stands alone."""
    lone = alignment.removed if came else alignment.added
    return [*(pair[not came] for pair in alignment.pairs), *lone]


def _sign(was: Stance, now: Stance) -> int | None:
    """+1 a rule became easier, -1 harder, 0 it is the same; None where both are on other parts of a class, which is
    left to others."""
    if was.level != now.level:
        apart = was.about != KIN and was.named and now.named and not was.named & now.named
        return None if apart else 1 if now.level > was.level else -1
    if was.named == now.named:
        return 0
    if was.named and now.named:
        wider = 1 if was.named < now.named else -1 if now.named < was.named else None
    else:  # "for visitors under 18" of what held for all; relatives named beside a bound on all are another rule
        wider = (1 if was.named else -1) if was.about in _OF_ALL else None
    if wider is None:
        return None
    return wider if was.level or was.about == KIN else -wider


def _alone(was: list[_Line], now: list[_Line], alignment: Alignment) -> Effect | None:
    """What a rule tells of which the other page says nothing: one that keeps people out is a loss when it comes and a
    gain when it goes; that they are let in is news only where the line says that it is."""
    line = (was or now)[0]
    others = others_of(alignment, came=bool(now))
    about, bars = line[1].about, line[1].bars
    if (
        not few_alone(alignment, came=bool(now))
        or mentions(about, others)
        or may_say_the_same(others)
        or not (bars or (now and line[1].news))
    ):
        return None
    sign = -1 if bars == bool(now) else 1
    return _effect(line if was else None, line if now else None, sign)


def _effect(old: _Line | None, new: _Line | None, sign: int) -> Effect:
    said = [one[1] for one in (old, new) if one is not None]
    quotes = (old[0].plain if old else "", new[0].plain if new else "")
    grave: Severity = said[-1].grave
    about = said[-1].about
    people = about not in _OF_ALL and {one.level for one in said} <= {0.0, 1.0} and not said[-1].named
    told = ("may visit", "may not visit") if people else ("easier", "harder")
    words = (f"{about}: {told[sign < 0]}",)
    name = _RULES.get(about, "R5-papers" if about in _PAPERS else "P-admittance")
    name = f"P-{'turn' if new else 'gone'}-minors" if about == MINORS else name
    return Effect(name, sign, grave, (Topic.ELIGIBILITY,), _facts(old, new), *quotes, words=words)


def _facts(old: _Line | None, new: _Line | None) -> tuple[Fact, ...]:
    """Whether children may come, or from which age; how long people just booked wait."""
    waits = [-one[1].level if one and one[1].about == INTAKE else None for one in (old, new)]
    if waits != [None, None]:
        return (Fact("intake_days_without_visits", *(days or None for days in waits)),)
    said = [one[1].min_age if one else None for one in (old, new)]
    if said == [None, None]:
        return ()
    if None not in said and 0 not in said:
        return (Fact("min_age", said[0], said[1]),)
    barred = [age for age in said if age]
    if barred == [18]:
        gone = [age == 18 for age in said]
        return (Fact("minors_allowed", not gone[0], not gone[1]),)
    return (Fact("min_age", said[0], said[1]),)

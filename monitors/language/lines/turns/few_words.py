"""Lines in which a few words came, went or gave way: "most" to "all", "and clergy" put to a list, "must" to "may".

Such words make the line hold for more or for less; whether that is a gain hangs on what the line does: more people who
may visit, or more who may not. The reader, who hears one line for many words alike, told a quarter of such edits the
wrong way round (`benchmarks/plain_edits.py`). What is put behind a whole line is `conditions.py`'s.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from monitors.language.claims.policy import one_group
from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.pages.subjects import other_subject
from monitors.language.words import lexicon_few_words as words
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_TOKEN = regex(r"\{[a-z,]+\}|[^\s,;:.()|]+|[,;:()|]")
_LONGEST = 220  # characters
_MOST = 9  # words that came or went
_SAME = "R2 the same in a few other words"


@dataclass(frozen=True, slots=True)
class _Edit:
    """A line's words before and behind what differs, and what differs: one piece, with the whole of either line."""

    ahead: str
    was: str
    now: str
    behind: str
    old: str
    new: str

    def turned(self) -> _Edit:
        return _Edit(self.ahead, self.now, self.was, self.behind, self.new, self.old)


_Sense = Callable[[_Edit], int]


def few_words(scene: Scene, alignment: Alignment) -> Certain:
    """What pairs of lines tell that differ in one place."""
    if scene.of_others:
        return Certain()
    if not scene.official:  # a paper, or a company, may tell who pays
        return of_pairs(alignment, partial(_read, senses=(_payer,)))
    same = [pair for pair in alignment.pairs if (edit := _edit(*pair)) is not None and _says_the_same(edit)]
    kept = Certain((), tuple(line for pair in same for line in pair), (_SAME,) if same else ())
    return joined([of_pairs(alignment, _read), kept])


def _edit(old: Unit, new: Unit) -> _Edit | None:
    if max(len(old.plain), len(new.plain)) > _LONGEST:
        return None
    was, now = (_TOKEN.findall(unit.plain.rstrip(" .!")) for unit in (old, new))
    first = 0
    while first < min(len(was), len(now)) and was[first] == now[first]:
        first += 1
    last = 0
    while last < min(len(was), len(now)) - first and was[-1 - last] == now[-1 - last]:
        last += 1
    cut, put = was[first : len(was) - last], now[first : len(now) - last]
    if len(cut) > _MOST or len(put) > _MOST or first + last == 0 or not (cut or put):
        return None
    if any("|" in unit.plain or not _of_visits(unit.plain) for unit in (old, new)):
        return None  # asked last: most pairs differ in more
    ahead, behind = was[:first], was[len(was) - last :]
    return _Edit(*(" ".join(part) for part in (ahead, cut, put, behind, was, now)))


def _of_visits(plain: str) -> bool:
    plain = words.IN_THE_TIME.sub("", plain)
    return words.VISITS.search(plain) is not None and words.OTHERS.search(plain) is None and not other_subject(plain)


def _says_the_same(edit: _Edit) -> bool:
    """Whether two lines set a bound in two ways, or tell one list in another order."""
    bounds = _bounds(edit)
    if all(words.UNLESS_WITH.fullmatch(text) for text in (edit.was, edit.now)):
        return True
    if len({re.sub(r" +", " ", words.ALWAYS.sub(" ", text)).strip() for text in (edit.old, edit.new)}) == 1:
        return True
    if all(bounds) and bounds[0] == bounds[1]:
        return True
    days = [words.days_a_week(text) for text in (edit.old, edit.new)]
    if all(days) and days[0] == days[1]:
        return True
    lists = [words.members(text) for text in (edit.was, edit.now)]
    return len(lists[0]) > 1 and sorted(lists[0]) == sorted(lists[1]) and all(map(words.WHO_WHAT.fullmatch, lists[0]))


def _bounds(edit: _Edit) -> list[str]:
    """Which bounds both lines set, with the word ahead that they share: "or less", "or more"."""
    shared = words.BEFORE_BOUND.search(edit.ahead)
    return [words.bound(f"{shared.group() if shared else ''} {text}".strip()) for text in (edit.was, edit.now)]


def _read(old: Unit, new: Unit, senses: Sequence[_Sense] = ()) -> Effect | None:
    edit = _edit(old, new)
    if edit is None or _says_the_same(edit):
        return None
    days = [words.days_a_week(text) for text in (edit.old, edit.new)]
    if all(days) and not senses:
        return _days(days[0], days[1], old, new)
    for sense in senses or _SENSES:
        for sign, way in ((1, edit), (-1, edit.turned())):
            more = sense(way)
            if more:
                return _effect(more * sign, edit, old, new)
    return None


def _days(was: int, now: int, old: Unit, new: Unit) -> Effect:
    """Days that are named on one side and counted on the other."""
    fact = Fact("visit_days_per_week", was, now)
    said = (f"{was} -> {now} days a week",)
    sign = 1 if now > was else -1
    return Effect("D10-hours", sign, Severity.MAJOR, (Topic.SCHEDULE,), (fact,), old.plain, new.plain, said)


def _effect(sign: int, edit: _Edit, old: Unit, new: Unit) -> Effect:
    topics, level = words.about(edit.was, edit.now, f"{edit.old} {edit.new}")
    said = (f"{edit.was or '-'} -> {edit.now or '-'}",)
    one = Topic.IN_PERSON in topics and one_group(edit.new)
    facts = (Fact("in_person_allowed", sign < 0, sign > 0),) if Topic.IN_PERSON in topics and not one else ()
    effect = Effect("P-few-words", sign, level, topics, facts, old.plain, new.plain, said)
    return effect.lower("S6") if one else effect


# Each sense gives +1 where what came (now) makes the line a better one for visits, -1 a worse one, 0 where it is not said.


def _quantifier(edit: _Edit) -> int:
    """ "Most inmates may ..." became "All inmates may ...": the line holds for more."""
    more = words.SOME.fullmatch(edit.was) and words.ALL.fullmatch(edit.now)
    if not (more or (words.FEW.fullmatch(edit.was) and words.MOST.fullmatch(edit.now))):
        return 0
    return words.polarity(edit.new)


def _only_way(edit: _Edit) -> int:
    """ "Video is the only way to visit." became "Video is one way to visit."."""
    if not (words.ONLY_ONE.fullmatch(edit.was) and words.ONE_OF_MANY.fullmatch(edit.now)):
        return 0
    return int(
        bool(words.A_WAY.match(edit.behind) and words.SCREEN.search(edit.new) and not words.FACE.search(edit.new))
    )


def _several(edit: _Edit) -> int:
    """ "Only one visit per day is allowed." became "More than one visit per day is allowed."."""
    if words.JUST_ONE.fullmatch(edit.was) and words.SEVERAL.fullmatch(edit.now):
        return words.polarity(edit.new) if words.COUNTED_THINGS.match(edit.behind) else 0
    # "only one" and "more than one" share the figure
    more = edit.was in ("only", "just") and edit.now in ("more than", "not just", "not only")
    return words.polarity(edit.new) if more and words.COUNTED_THINGS.match(edit.behind.removeprefix("1 ")) else 0


def _unlimited(edit: _Edit) -> int:
    """ "Visits are limited." became "Visits are unlimited."."""
    return int(
        bool(words.IS_LIMITED.fullmatch(edit.was) and words.IS_UNLIMITED.fullmatch(edit.now) and not edit.behind)
    )


def _kin(edit: _Edit) -> int:
    """ "Immediate family may visit." became "Extended family may visit."."""
    wider = words.CLOSE_KIN.fullmatch(edit.was) and words.WIDE_KIN.fullmatch(edit.now)
    return words.polarity(edit.new) if wider and words.A_KIN.match(edit.behind) else 0


def _everybody(edit: _Edit) -> int:
    """ "Family may visit." became "Everyone may visit.", "Anyone may be turned away." became "No one is turned away."."""
    if words.NOBODY.fullmatch(edit.was) and words.EVERYBODY.fullmatch(edit.now):
        return words.polarity(edit.new)
    if words.KIN_ONLY.fullmatch(edit.was) and words.EVERYBODY.fullmatch(edit.now):
        return int(words.COMES.match(edit.behind) is not None and words.polarity(edit.new) > 0)
    return 0


def _touch(edit: _Edit) -> int:
    """ "Inmates may see their children." became "Inmates may hold their children."."""
    held = words.SEES.fullmatch(edit.was) and words.HOLDS.fullmatch(edit.now)
    return words.polarity(edit.new) if held and words.A_LOVED_ONE.match(edit.behind) else 0


def _record(edit: _Edit) -> int:
    """ "People without a felony record may visit." became "People with a felony record may visit."."""
    turned = words.LACKING.fullmatch(edit.was) and words.HAVING.fullmatch(edit.now)
    return words.polarity(edit.new) if turned and words.A_RECORD.match(edit.behind) else 0


def _payer(edit: _Edit) -> int:
    """ "The family pays for video visits." became "The county pays for video visits."."""
    was, now = (words.PAYS_LAST.sub("", words.POSSESSIVE.sub("", text)) for text in (edit.was, edit.now))
    if not (words.THE_PUBLIC.fullmatch(was) and words.AN_AGENCY.fullmatch(now)):
        return 0
    return int(
        bool(
            all(map(words.PAYS_LAST.search, (edit.was, edit.now)))
            or words.PAYS_FIRST.match(edit.behind)
            or words.PAID_BY.search(edit.ahead)
            or words.EXPENSE.match(edit.behind)
        )
    )


def _ground(edit: _Edit) -> int:
    """ "Visits may be ended at any time." became "Visits may be ended only for cause."."""
    shared = edit.ahead.rpartition(" ")[2]  # "for any reason", "for cause"
    was, now = ((f"{text} {edit.behind}", f"{shared} {text} {edit.behind}") for text in (edit.was, edit.now))
    grounded = any(map(words.UNGROUNDED.match, was)) and any(map(words.GROUNDED.match, now))
    return int(grounded and words.TAKES.search(edit.ahead) is not None)


def _discount(edit: _Edit) -> int:
    """ "Video visits are full price on Sundays." became "Video visits are half price on Sundays."."""
    if not (words.FULL_PRICE.fullmatch(edit.was) and words.LESS_PRICE.fullmatch(edit.now)):
        return 0
    named = any("price" in text for text in (edit.was, edit.now))
    return int(named or words.A_PRICE.match(edit.behind) is not None)


def _modifier(edit: _Edit) -> int:
    """ "Any approved adult may ..." became "Any adult may ..."."""
    was, now = edit.was, edit.now
    if words.NOUN.search(was) and words.NOUN.search(now):  # "weekend visits", "every visit"
        was, now = (words.NOUN.sub("", text).strip() for text in (was, now))
    cut = words.DETERMINERS.sub("", was).strip()
    if not cut or words.DETERMINERS.sub("", now).strip() or not words.MODIFIERS.fullmatch(cut):
        return 0
    asked = words.polarity(edit.new) == -1 and not words.FORBIDS.search(edit.new)
    if asked and words.MODAL.search(edit.ahead) and not edit.ahead.endswith(" for"):
        return 0  # what is asked for is another matter than who is asked
    if edit.now and "no" in edit.now.split():
        return 0
    return words.polarity(edit.new)


def _narrowing(edit: _Edit) -> int:
    """A bound on whom or when a line holds for that went: "on the approved list", and for what is free a day."""
    if edit.now or not edit.was:
        return 0
    sign = words.polarity(edit.new)
    narrow = words.NARROWING.fullmatch(edit.was)
    if narrow is None and words.FREE.search(edit.new) and not edit.behind:
        narrow = words.FREE_ONLY.fullmatch(edit.was)
    return sign if narrow else 0


def _list(edit: _Edit) -> int:
    """One more in a list of people, forms, days, papers."""
    was, now = (words.members(text) for text in (edit.was, edit.now))
    more = list(now)
    for one in was:
        if one not in more:
            return 0
        more.remove(one)
    if not more or not all(map(words.WHO_WHAT.fullmatch, more)) or not words.JOINING.search(edit.now):
        return 0
    ahead = f"{edit.ahead} "
    if all(map(words.SAME_KIN.fullmatch, more)) and words.A_KIN.search(f"{ahead}{edit.was} {edit.behind}"):
        return 0  # "family and loved ones"
    if words.BOOKS.search(ahead) and all(map(words.FORM.fullmatch, more)):
        return 0  # in how many ways visits are booked is bookings.py's
    if words.EXCEPTED.search(ahead) or words.PLACES.search(edit.behind):
        return 0  # where a line holds is scope.py's
    either = re.search(r"\bor\b", edit.now) is not None
    condition = words.IF.search(ahead) is not None
    sign = words.polarity(edit.new)
    if condition:
        return sign if either else 0
    if sign < 0 and not words.FORBIDS.search(edit.new) and words.MODAL.search(ahead):
        return 1 if either else -1  # one more paper or company that will do, or that must be had
    return sign


def _condition(edit: _Edit) -> int:
    """A second condition behind the first one that went: "if he is listed and the sergeant agrees"."""
    if edit.now or not re.match(r"and (?!\d)", edit.was) or not words.IF.search(edit.ahead):
        return 0
    return words.polarity(edit.new) if words.A_CLAUSE.search(edit.was) else 0


def _force(edit: _Edit) -> int:
    """What may be done will be; what must be done may be."""
    verb = words.VERB.match(edit.behind)
    if verb is None:
        return 0
    if words.MAY.fullmatch(edit.was) and words.WILL.fullmatch(edit.now):
        if words.BAD.match(edit.behind):
            return -1
        return 1 if words.GOOD.match(edit.behind) else 0
    if words.MUST.fullmatch(edit.was) and words.MAY.fullmatch(edit.now):
        return 1 if words.ASKED.match(edit.behind) else 0
    return 0


def _counted(edit: _Edit) -> int:
    """Who was counted in no longer is, or is no longer asked for."""
    was, now = (text.strip(" ,") for text in (edit.was, edit.now))
    if not was and re.fullmatch(r"(?:do |does )?not", now) and re.match(r"includ|count", edit.behind):
        return 1 if words.LIMITED.search(edit.new) else 0
    if not words.COUNTED_IN.fullmatch(was) or not words.COUNTED_OUT.fullmatch(now):
        return 0
    if words.LIMITED.search(edit.new):
        return 1
    sign = words.polarity(re.sub(r"\b(?:excluding|except\w*|not (?:counting|including))\b", "", edit.new))
    return -sign


def _company(edit: _Edit) -> int:
    """ "With a parent" became "without a parent", "by appointment" "without an appointment"."""
    behind = edit.behind
    if re.fullmatch(r"with|by|only with|only by", edit.was) and re.fullmatch(r"without(?: an?)?", edit.now):
        return 1 if words.NEEDED.match(behind) and words.polarity(edit.old) > 0 else 0
    return 0


def _bound(edit: _Edit) -> int:
    """A most that became a least: "up to 30 minutes", "at least 30 minutes"."""
    if _bounds(edit) != ["most", "least"] or not words.MEASURED.search(edit.new) or words.WAITED.search(edit.new):
        return 0
    return 1


def _by_head(edit: _Edit) -> int:
    """A price or a number of visits for each visitor, or for all who come."""
    if "$" in edit.new:
        return int(bool(words.ONE_HEAD.fullmatch(edit.was) and words.ALL_HEADS.fullmatch(edit.now)))
    if re.search(r"\b\d visits?(?: per)?$", edit.ahead) and not edit.was and edit.now in ("per visitor", "visitor per"):
        return 1
    # A second bound that went: "one visit per day and two per week".
    if not edit.now and words.SECOND_BOUND.fullmatch(edit.was) and re.search(r"\bvisits?\b", edit.ahead):
        return 1
    return 0


def _choice(edit: _Edit) -> int:
    """ "One visit in person or one by video" became "and"; what was asked for beside another thing is enough by itself."""
    if (edit.was, edit.now) != ("or", "and"):
        return 0
    sign = words.polarity(edit.new)
    if sign < 0:
        asked = words.MODAL.search(edit.ahead) is not None and words.FORBIDS.search(edit.new) is None
        return -1 if asked else 0
    return sign if words.COUNTS.search(edit.ahead) and words.COUNTS.match(edit.behind) else 0


def _beside(edit: _Edit) -> int:
    """Video visits that took the place of those in person stand beside them (D7)."""
    if not words.SCREEN.search(edit.new) or not words.FACE.search(edit.new):
        return 0
    return int(words.takes_the_place(edit.was, edit.now))


_SENSES = (
    _beside,
    _choice, _quantifier, _only_way, _unlimited, _kin, _everybody, _several, _touch, _record, _payer, _discount, _ground, _modifier, _narrowing, _list, _condition, _force, _counted, _company, _bound, _by_head,
)  # fmt: skip

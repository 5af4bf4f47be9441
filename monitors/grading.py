"""How much a difference counts: the grade of a passage.

Words of visiting make it high; furniture, entries of menus, echoes and running digits make it low. Nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitors.align import Part, keys_of
from monitors.attached import is_value
from monitors.boilerplate import (
    crumbs,
    is_boilerplate,
    is_same_title,
    is_stamp,
    same_but_for_account,
    same_but_for_stamps,
)
from monitors.extract.menus import is_quiet_label
from monitors.furniture import (
    Furniture,
    guarded,
    is_copyright,
    is_counter,
    is_todays_date,
    is_twin,
    may_run,
    rules_of,
    running,
    same_but_for_today,
    slot_of,
    speaks_of_visits,
    speaks_surely,
    tells_of_closing,
)
from monitors.numbering import counts, is_number_alone, is_renumbered
from monitors.records import Grade, Segment, SegmentKind
from monitors.segments import key

_Line = tuple[str, SegmentKind, bool, bool]

_SENTENCE_ENDS = (".", "!", "?")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]", re.IGNORECASE)
_COUNTED = re.compile(rf"{_ENUMERATOR.pattern}\s", re.IGNORECASE)
_WEIGHTY = frozenset({SegmentKind.ROW, SegmentKind.PRE, SegmentKind.LINK})


@dataclass(frozen=True, slots=True)
class Side:
    """A version with what its siblings showed at the time and the day it was fetched; lines: what it shows, as echoes
    are told by; steady: the keys of lines that siblings show at both times, so that one which came or went here did so
    on this page alone. The furniture's slots are those in which the siblings' own digits ran, forms all of theirs."""

    segments: Sequence[Segment]
    furniture: Furniture
    fetched: date | None
    lines: frozenset[_Line]
    steady: frozenset[str]
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sides:
    """All that grading looks at."""

    old: Side
    new: Side
    slots: frozenset[str]


def sides(
    before: Sequence[Segment],
    after: Sequence[Segment],
    furniture: tuple[Furniture | None, Furniture | None],
    fetched: tuple[date | None, date | None],
    slots: frozenset[str],
) -> Sides:
    """The sides of a comparison. furniture: of the siblings at the time of each, one alone serves both; slots: volatile
    slots of the page itself."""
    old, new = furniture[0] or furniture[1] or Furniture(), furniture[1] or furniture[0] or Furniture()
    if is_twin(old, before) or is_twin(new, after):
        own = rules_of(before) | rules_of(after)
        old, new = old.but_for(own), new.but_for(own)
    runs = running(old, new)
    steady = old.keys & new.keys if None not in furniture else frozenset()
    caught_up = frozenset() if _catches_up(before, after, old, new) else steady
    return Sides(
        Side(before, Furniture(old.keys, runs), fetched[0], frozenset(map(_line, before)), steady, old.slots),
        Side(after, Furniture(new.keys, runs), fetched[1], frozenset(map(_line, after)), caught_up, new.slots),
        slots,
    )


def _catches_up(before: Sequence[Segment], after: Sequence[Segment], old: Furniture, new: Furniture) -> bool:
    """Whether a page lost what its siblings stopped showing and gained nothing that is new on them: the frame changed
    on all pages some time ago, and the siblings were looked at before this page was."""
    shown, shows = frozenset(keys_of(before)), frozenset(keys_of(after))
    ended, begun = (shown - shows) & old.keys, (shows - shown) & new.keys
    return not ended <= new.keys and begun <= old.keys


def grade_single(mine: Side, other: Side, part: Part, *, news: bool) -> Grade:
    """The grade of what one side alone shows; news: whether that is the new one."""
    segment = mine.segments[part.index]
    if is_todays_date(segment, mine.fetched) or _is_echo(mine.segments, part, other.lines):
        return Grade.LOW
    if _counts(segment, part) and not any(_COUNTED.match(one.text) for one in other.segments):
        return Grade.LOW
    if part.start == 0 and is_number_alone(part.text) and counts(mine.segments, part.index):
        return Grade.LOW
    grade = _grade_unless_furniture(segment, Furniture() if _stands_alone(mine, part.index) else mine.furniture)
    if _is_another_number(mine, part.index) or _is_label_of_frame(mine, part.index):
        grade = Grade.LOW
    return max(grade, _grade_of_notice(segment), key=_rank) if news else grade


def _counts(segment: Segment, part: Part) -> bool:
    """Whether it is the number of an entry, "1." before what it numbers. Where the other version numbers none by hand,
    its markup does; where it does too, the entry stands in another place."""
    return part.start == 0 and part.end < len(segment.text) and _ENUMERATOR.fullmatch(part.text) is not None


def _grade_of_notice(segment: Segment) -> Grade:
    """A new notice that a jail closes is told even where all pages of the site show it."""
    return Grade.NORMAL if tells_of_closing(segment.text) and not _is_by_form_furniture(segment) else Grade.NONE


def _is_by_form_furniture(segment: Segment) -> bool:
    return is_copyright(segment) or is_boilerplate(segment.text)


def _rank(grade: Grade) -> int:
    return grade.rank


def _stands_alone(mine: Side, index: int) -> bool:
    """Whether a line came or went on this page while the siblings went on showing it: no frame changed then. A line
    that is no sentence, between others that they show, is a label of a frame that reaches pages at different times."""
    segment = mine.segments[index]
    if segment.kind is SegmentKind.MENU or segment.key not in mine.steady:
        return False
    if segment.kind is SegmentKind.ROW or segment.text[-1:] in _SENTENCE_ENDS:
        return True
    return not _stands_in_frame(mine, index)


def _is_another_number(mine: Side, index: int) -> bool:
    """Whether a line of a frame has the form of one that siblings show, with another number: the entry "GPT-5.2" beside
    their "GPT-5.1"."""
    segment = mine.segments[index]
    return may_run(segment) and slot_of(keys_of([segment])[0]) in mine.forms and _stands_in_frame(mine, index)


def _is_label_of_frame(mine: Side, index: int) -> bool:
    """Whether a line is a label between two lines that siblings show, or two of a menu: "Resources" in a footer."""
    segment = mine.segments[index]
    if segment.kind in _WEIGHTY or guarded(segment) or not is_quiet_label(segment.text):
        return False
    beside = (*mine.segments[max(index - 1, 0) : index], *mine.segments[index + 1 : index + 2])
    return len(beside) == 2 and all(one.kind is SegmentKind.MENU or mine.furniture.shows(one) for one in beside)


def _stands_in_frame(mine: Side, index: int) -> bool:
    """Whether siblings show a line beside this one."""
    beside = (*mine.segments[max(index - 1, 0) : index], *mine.segments[index + 1 : index + 2])
    return any(map(mine.furniture.shows, beside))


def _pair_stands_alone(sides: Sides, index: tuple[int, int]) -> bool:
    """Whether siblings show one of two lines, or both, on both sides: the page went from the one to the other by
    itself. Of a shared line whose number alone differs that is not sure: it may run, and the sibling be seen rarely."""
    left, right = sides.old.segments[index[0]], sides.new.segments[index[1]]
    if SegmentKind.MENU in (left.kind, right.kind):
        return False
    if not (_stands_alone(sides.old, index[0]) or _stands_alone(sides.new, index[1])):
        return False
    made = keys_of([left, right])
    slots = [slot_of(one).replace("#+", "#") for one in made]  # "2,700,000+"
    if slots[0] and slots[0] == slots[1] and may_run(left) and may_run(right):
        return False
    old, new = sides.old.furniture.keys, sides.new.furniture.keys
    return all((one in old) == (one in new) for one in made)


def grade_exchanged(sides: Sides, old: Sequence[Segment], new: Sequence[Segment], *, speaks: bool) -> Grade:
    """The grade of words that stand beside another label than before."""
    furniture = all(map(sides.old.furniture.shows, old)) and all(map(sides.new.furniture.shows, new))
    return Grade.HIGH if speaks else Grade.LOW if furniture else Grade.NORMAL


def _is_echo(segments: Sequence[Segment], part: Part, known: frozenset[_Line]) -> bool:
    """Whether it is one more, or one less, of a line that both versions show: right beside itself, as of the forms for
    wide and narrow screens a reader sees one, or a heading, which says nothing without what it stands over."""
    segment = segments[part.index]
    whole = part.end - part.start == len(segment.text)
    if segment.kind in _WEIGHTY or not whole or _line(segment) not in known or is_value(segment):
        return False
    following = segments[part.index + 1 : part.index + 2]
    if segment.kind is SegmentKind.HEADING and any(one.heading[-1:] == (segment.text,) for one in following):
        return not guarded(segment)
    beside = [*segments[max(part.index - 1, 0) : part.index], *following]
    return any(_line(one) == _line(segment) and one.heading == segment.heading for one in beside)


def _line(segment: Segment) -> _Line:
    return segment.key, segment.kind, segment.hidden, segment.struck


def _grade_unless_furniture(segment: Segment, furniture: Furniture) -> Grade:
    if is_stamp(segment.text):
        return Grade.LOW  # not one word of it is the page's, so the heading above has nothing to guard
    shared = furniture.shows(segment)
    # A heading of visiting protects what stands under it only where the sibling shows both: a promotion below the
    # page's own heading stands under another one there.
    if guarded(segment) and (not shared or speaks_surely(segment.text) or _under_visits(segment, furniture)):
        return Grade.HIGH
    if shared or segment.kind is SegmentKind.MENU or _is_by_form_furniture(segment):
        return Grade.LOW
    return Grade.HIGH if segment.kind in _WEIGHTY else Grade.NORMAL


def _under_visits(segment: Segment, furniture: Furniture) -> bool:
    """Whether a sibling shows the segment under the same heading of visiting."""
    return furniture.shows_under_heading(segment) and speaks_of_visits(segment.heading[-1])


def grade_pair(sides: Sides, index: tuple[int, int]) -> Grade:
    """The grade of a segment that became another one; index: where each stands on its side."""
    left, right = sides.old.segments[index[0]], sides.new.segments[index[1]]
    if _is_running_digits(sides, left, right) or is_counter(left, right):
        return Grade.LOW
    if same_but_for_today(left, right, sides.old.fetched, sides.new.fetched):
        return Grade.LOW
    if _is_trail_to_itself(sides, left, right) or is_same_title(left, right):
        return Grade.LOW
    if same_but_for_stamps(left.text, right.text):
        return Grade.LOW
    if is_renumbered(left, right) and counts(sides.old.segments, index[0]) and counts(sides.new.segments, index[1]):
        return Grade.LOW
    beside = left.kind not in _WEIGHTY and right.kind not in _WEIGHTY
    if beside and same_but_for_account(left.text, right.text) and not (guarded(left) or guarded(right)):
        return Grade.LOW
    alone = _pair_stands_alone(sides, index)
    old = _grade_unless_furniture(left, Furniture() if alone else sides.old.furniture)
    new = _grade_unless_furniture(right, Furniture() if alone else sides.new.furniture)
    # A sibling may have been seen before or after the site changed its frame. Two texts alike enough to be a pair, one
    # of which it shows, are two forms of the same furniture.
    shared = not alone and (sides.old.furniture.shows(left) or sides.new.furniture.shows(right))
    if Grade.HIGH not in (old, new) and (shared or _is_relabelled(left, right)):
        return max(Grade.LOW, _grade_of_notice(right), key=_rank)
    return max(old, new, _grade_of_notice(right), key=_rank)


def _is_trail_to_itself(sides: Sides, left: Segment, right: Segment) -> bool:
    """Whether two trails of breadcrumbs both end in the page's own heading or title, which is the word that speaks."""
    old, new = crumbs(left.text), crumbs(right.text)
    if not old or not new or key(old[-1]) != key(new[-1]):
        return False
    own = {key(s.text) for s in sides.new.segments if s.kind in (SegmentKind.HEADING, SegmentKind.TITLE)}
    return any(one.startswith(key(new[-1])) for one in own) and not any(map(speaks_of_visits, (*old[:-1], *new[:-1])))


def _is_relabelled(left: Segment, right: Segment) -> bool:
    """Whether a pair is an entry of a menu and a label that could be one."""
    menus = [segment.kind is SegmentKind.MENU for segment in (left, right)]
    return any(menus) and all(is_quiet_label(segment.text) for segment in (left, right))


def _is_running_digits(sides: Sides, left: Segment, right: Segment) -> bool:
    old, new = keys_of([left, right])
    slot = slot_of(old)
    if slot == "" or slot != slot_of(new):
        return False
    if slot in sides.slots:  # what the page itself was seen to do is surer than what its siblings do
        return True
    if not (may_run(left) and may_run(right)):
        return False
    furniture = sides.old.furniture
    return slot in furniture.slots or old in furniture.keys

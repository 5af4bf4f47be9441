"""Lines in which one verb gave way to its contrary: "The county brought in-person visits back" to "took ... away",
"Visiting hours were trimmed" to "expanded", "The suspension was lifted" to "extended".

Whether that is a gain hangs on the thing that comes or goes, grows or shrinks: visits and their hours, or bans, prices
and glass. The reader, who hears two lines of the same words, holds half of such edits for another wording.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitors.language.claims.policy import one_group
from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.pages.subjects import other_subject
from monitors.language.words import lexicon_contraries as words
from monitors.records import Fact, Severity, Topic

_LONGEST = 9  # words beside the verb; of longer lines it is seldom all that is told


@dataclass(frozen=True, slots=True)
class _Act:
    """What becomes of a thing: sign +1 it comes, stays or grows, -1 it goes or shrinks; rest: all other words."""

    sign: int
    rest: tuple[str, ...]


def contrary_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What pairs of lines tell that differ in what becomes of one thing."""
    if scene.of_others:
        return Certain()
    return of_pairs(alignment, lambda old, new: _turned(scene, old, new))


def _turned(scene: Scene, old: Unit, new: Unit) -> Effect | None:
    if "|" in old.plain or other_subject(new.plain):
        return None
    was, now = _act(old.plain), _act(new.plain)
    if was is None or now is None or was.rest != now.rest or was.sign == now.sign or len(now.rest) > _LONGEST:
        return None
    rest = " ".join(now.rest)
    good = _goodness(rest, on_page=scene.official and words.GOOD_THING.search(scene.title) is not None)
    return _effect(good * now.sign, rest, old, new) if good else None


def _act(plain: str) -> _Act | None:
    """What a line says that becomes of one thing; None where it says that of none, of two, or that it only may."""
    if words.OPEN.search(plain):
        return None
    rest, signs = plain, []
    for sign, pattern in ((1, words.SPLIT_UP), (-1, words.SPLIT_DOWN), (1, words.UP), (-1, words.DOWN)):
        found = list(pattern.finditer(rest))
        signs += [sign] * len(found)
        for hit in reversed(found):
            rest = f"{rest[: hit.start()]} {hit.groupdict().get('thing') or ''} {rest[hit.end() :]}"
    if len(signs) != 1:
        return None
    rest, negations = words.NOT.subn(" ", rest)
    told = words.FORM_WORDS.sub(" ", rest).strip(" .!").split()
    return _Act(-signs[0] if negations % 2 else signs[0], tuple(told))


def _goodness(rest: str, *, on_page: bool) -> int:
    """+1 a thing that visitors are glad of, -1 one they are not, 0 where it can't be said. on_page: whether a page of
    visiting rules says of itself what it is about."""
    rest = words.ASIDE.sub("", rest)
    bad = [] if words.GOOD_PRICE.search(rest) else words.BAD_THING.findall(rest)
    visits = words.GOOD_THING.search(rest) is not None
    if len(bad) > 1 or words.BEHIND.search(rest) or words.OTHERS.search(rest):
        return 0
    if bad:
        return -1 if visits or words.VIDEO.search(rest) or (on_page and words.OF_VISITS.fullmatch(rest)) else 0
    return int(visits)


def _effect(sign: int, rest: str, old: Unit, new: Unit) -> Effect:
    name, topics, level = words.about(rest)
    one = one_group(new.plain)
    facts = (Fact("in_person_allowed", sign < 0, sign > 0),) if level is Severity.CRITICAL and not one else ()
    effect = Effect(f"P-contrary-{name}", sign, level, topics, facts, old.plain, new.plain, (rest,))
    return effect.lower("S6") if one and Topic.ELIGIBILITY not in topics else effect

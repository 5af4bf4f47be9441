"""A company that took another's place, where no list knows either of them: "Fernline shuts off the night before".

Names in capitals that trade places in reworded lines, and a line that says so, are such a swap (S3); two lines that only
differ in a name may as well be one company's new name, which is left to renamed.py and the reader.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from monitors.language.lines.certain import Certain
from monitors.language.lines.firms.providers import names_a_company, of_accounts, speaks_of_visits
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.dates import MONTH
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Severity, Topic

_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+(?:[A-Z][a-z]+)*(?: [A-Z][a-z]+)?\b|\b[A-Z][a-z]+[A-Z][a-z]+\b")
_OVER = r"(?:shuts? (?:off|down)|ends?|ended|goes away|went away|is (?:out|gone|over|no longer)|will (?:no longer|end|stop|shut)|stops?|closes?|leaves?|left|no longer)"
_COMES = r"(?:takes? over|took over|replac(?:es|ed)|starts?|started|begins?|takes? the place|is (?:our|the) new|(?:our|the) new)"
_SWITCH = r"(?:switch(?:es|ed|ing)?|chang(?:es|ed|ing)|mov(?:es|ed|ing)|went over) (?:(?:over )?from \S+(?: \S+)? )?(?:over )?to"
_RENAMED = regex(
    r"\b(?:formerly|previously|now (?:called|known as|named)|renamed|rebrand\w*|same company|new name|changed its name|f/k/a|d/b/a)\b"
)
_SAME_TERMS = regex(
    r"\b(?:price|prices|length|hours|rates?|terms|everything|nothing|cost)\b[^.;$\d]{0,60}\b(?:what (?:they|it) (?:were|was)|the same|as before|unchanged|stays?|changes?)\b|\beverybody starts over\b|\bnew account\b"
)
_FIGURE = regex(r"[$%\[{@]")


def unknown_providers(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell of a company that took another one's place."""
    told = _traded_names(scene, alignment)
    left = company_left(scene) if not told.effects else None
    return told if left is None else Certain((left,), tuple(_of_the_swap(alignment, left)))


def _traded_names(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell in which one company's name stands for another's now, and of which one says that it took over."""
    swap = _swap(alignment)
    if swap is None or any(_RENAMED.search(unit.plain) for unit in scene.after):
        return Certain()
    old, new = swap
    if any(new in unit.text for unit in scene.before) or names_a_company(_of(alignment, new)):
        return Certain()
    says = regex(
        rf"\b{re.escape(old.lower())}\b[^.;]{{0,30}}? {_OVER}\b|\b{re.escape(new.lower())}\b[^.;]{{0,30}}? {_COMES}\b|\b{_COMES} [^.;]{{0,30}}?{re.escape(new.lower())}\b|\b{_SWITCH} {re.escape(new.lower())}\b"
    )
    told = next((unit for unit in alignment.come if says.search(unit.plain)), None)
    if told is None or not speaks_of_visits(_of(alignment, new), scene):
        return Certain()
    lines = [unit for pair in alignment.pairs for unit in pair if _differs_by(pair, old, new)]
    lines += [unit for unit in alignment.come if says.search(unit.plain) and not _FIGURE.search(unit.plain)]
    lines += [unit for unit in alignment.changed if _SAME_TERMS.search(unit.plain) and not _FIGURE.search(unit.plain)]
    effect = Effect("S3-provider", 0, Severity.MINOR, (Topic.VIDEO_REMOTE,), (), "", told.plain, (new,))
    return Certain((effect,), tuple(lines))


def _of(alignment: Alignment, name: str) -> Unit:
    """The first new line that names a company."""
    return next(unit for unit in alignment.come if name in unit.text)


def _swap(alignment: Alignment) -> tuple[str, str] | None:
    """The name that most reworded lines lost with the name that they got, two lines at least."""
    found: Counter[tuple[str, str]] = Counter()
    for old, new in alignment.pairs:
        lost, got = (_names(here) - _names(there) for here, there in ((old, new), (new, old)))
        if len(lost) == len(got) == 1:
            found[(lost.pop(), got.pop())] += 1
        elif (first := _first_words(old.text, new.text)) is not None:
            found[first] += 1
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def _first_words(old: str, new: str) -> tuple[str, str] | None:
    """The words in capitals with which two lines begin that are the same behind them: at the start of a sentence any
    word has a capital."""
    (was, said), (now, told) = (text.partition(" ")[::2] for text in (old, new))
    named = was != now and all(map(_FIRST.fullmatch, (was, now)))
    return (was, now) if named and said == told and len(said.split()) > 1 else None


_FIRST = re.compile(
    r"(?!(?:The|All|No|Each|Every|Both|Some|Any|One|Two|Three|Four|Five|Only|Most|Visits?|Visitors?)\b)[A-Z][a-zA-Z]{3,}"
)


def _names(unit: Unit) -> set[str]:
    return {name for name in _NAME.findall(unit.text) if not _CALENDAR.fullmatch(name)}


_CALENDAR = re.compile(rf"(?:{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)", re.IGNORECASE)


def _differs_by(pair: tuple[Unit, Unit], old: str, new: str) -> bool:
    """Whether a reworded line says what it said, but for the name, and the day from which it holds."""
    was, now = (unit.plain.rstrip(" .") for unit in pair)
    return now.endswith(was.replace(old.lower(), new.lower())) and old.lower() in was


def _of_the_swap(alignment: Alignment, swap: Effect) -> list[Unit]:
    """The lines that name either company, or say how one signs up, and tell no figure that the other side does not."""
    names = regex("|".join(rf"\b{re.escape(name.split()[0].lower())}\b" for name in swap.words))

    def told(unit: Unit) -> bool:
        return unit.plain == swap.new or names.search(unit.plain) is not None or of_accounts(unit)

    pairs = [pair for pair in alignment.pairs if any(map(told, pair))]
    lines = [unit for pair in pairs if _figures(pair[0]) == _figures(pair[1]) for unit in pair]
    lone = (*alignment.removed, *alignment.added)
    return [*lines, *(unit for unit in lone if told(unit) and not _FIGURE.search(unit.plain))]


def _figures(unit: Unit) -> list[str]:
    return sorted(FIGURE.findall(unit.plain))


_BY = re.compile(r"\b(?:by|with|through|via|uses?|using|run by|provider:?|at|an?|your|old) $", re.IGNORECASE)
_ITS = re.compile(
    r"(?:'s|\u2019s)? (?:accounts?|log-?ins?|balances?|wallets?|apps?|web ?sites?|portal)\b", re.IGNORECASE
)
_GONE = r"(?:do(?:es)? not|will not|cannot|can't|won't|no longer|is gone|are gone|ends?|ended|expires?|stops?|stopped|was replaced|has been replaced)"
_TOOK = r"(?:took|takes|has taken|taking) (?:over (?:from|for)|the place of)|replac(?:es|ed|ing)|in (?:the )?place of|instead of|succeeds|succeeded"


def company_left(scene: Scene) -> Effect | None:
    """The swap that a page in another shape tells, which names the company of the old page to say that it left."""
    was, now = (_companies(page) for page in (scene.before, scene.after))
    text = "\n".join(unit.text for unit in scene.before)
    new = next((name for name in sorted(now) if name not in text), None)
    if not was or new is None or any(_RENAMED.search(unit.plain) for unit in scene.after):
        return None
    if not any(map(_of_video, scene.after)):
        return None
    for old in sorted(was):
        lines = [unit for unit in scene.after if old in unit.text]
        if lines and all(map(_left(old), lines)):
            return Effect("S3-provider", 0, Severity.MINOR, (Topic.VIDEO_REMOTE,), (), "", lines[0].plain, (old, new))
    return None


def _left(company: str) -> Callable[[Unit], bool]:
    """Whether a line says that a company left."""
    name = re.escape(company.lower())
    left = regex(rf"\b{name}\b[^.;]{{0,30}}? {_GONE}\b|\b(?:{_TOOK}) {name}\b")
    return lambda unit: left.search(unit.plain) is not None


def _companies(page: Sequence[Unit]) -> set[str]:
    """The names that a page puts where companies stand: "through Halvio", "a Halvio account"."""
    hits = ((unit.text, hit) for unit in page for hit in _NAME.finditer(unit.text))
    return {
        hit[0]
        for text, hit in hits
        if not _CALENDAR.fullmatch(hit[0]) and (_BY.search(text[: hit.start()]) or _ITS.match(text[hit.end() :]))
    }


def _of_video(unit: Unit) -> bool:
    return _VIDEO.search(unit.plain) is not None


_VIDEO = regex(r"\b(?:video|remote|home|screens?)\b[^.;]{0,20}\bvisits?|\bvisits? (?:from home|by video)\b")

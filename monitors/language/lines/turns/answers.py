"""Cells and lines that answer yes or no: "Contact visits" over "Yes" that became "No", "In-person visits: not available".

Told by themselves where nothing but answers changed in a line. What is asked stands before the answer, over it or at the
head of its row; what these don't name as a form of visit or a class of visitors is left to be read as any other line.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from monitors.language.claims.clauses import Claim, claims
from monitors.language.claims.policy import ABOUT, one_group
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_REMARK = r"\W*(?:\([^()]*\)|(?:for )?(?:all|social|family|general|everyone)(?: \w+)?)?\W*"
_ADVERB = r"(?:(?:currently|now|always|generally) )?"
_YES = regex(
    rf"(?:[✓✔☑]|y|yes|s[ií]|{_ADVERB}(?:is |are )?(?:allowed|permitted|available|offered|provided|authorized|approved|eligible|accepted|welcome|open|permitid[oa]s?|disponibles?)){_REMARK}"
)
_NO = regex(
    rf"(?:[✗✘☐]|n|no|none|never|n/a|-{{1,3}}|{_ADVERB}(?:is |are )?(?:(?:not|no longer|no)(?: \w+)? (?:allowed|permitted|available|offered|provided|authorized|approved|eligible|accepted|permitid[oa]s?|disponibles?)|not|unavailable|prohibited|forbidden|ineligible|disallowed|discontinued|closed|suspended|no disponibles?|prohibid[oa]s?)){_REMARK}"
)
_LINE = regex(r"(?P<asked>[^:|]{4,70}?)(?: ?: ?| ?\? ?| - )(?P<answer>[^:|]{1,40})")
# What a label may ask without giving or taking a visit by its answer.
_ELSE = regex(
    rf"\b(?:fees?|prices?|costs?|charges?|paid|free|days?|times?|hours|minutes|number|how (?:many|long|often)|limit|forms?|applications?|background|checks?|search\w*|dress|lockers?|parking|restrooms?|photos? id|{visits.ID_DOCUMENT}|{visits.MAIL}|{visits.PHONE}|tablets?|messag\w+|commissary|deposits?|money|record(?:ed|ing|s)|monitored|accompan\w+|supervis\w+|refund\w*)\b"
)
_IN_BRACKETS = regex(r"\(([^()]*)\)")
# Other business of a jail.
_OTHER = regex(
    r"\b(?:lockers?|parking|restrooms?|elevators?|vending|wheelchairs?|tty|commissary|canteen|deposits?|money|records?|record(?:ed|ings?)|monitored|property|bonds?|bail|fingerprint\w*|programs?|classes|library|laundry|recreation|yard|items?|purses?|bags?|bottles?|diapers?|toys?)\b"
)
_CHANNELS = regex(rf"\b(?:messag\w+|{visits.MAIL}|mail|packages|books?|{visits.PHONE}|phones?|tablets?)\b")
_OTHER_OR_CHANNEL = regex(f"{_OTHER.pattern}|{_CHANNELS.pattern}")
_NEEDED = regex(r"\b(?:required|requires?|needed|needs?|necessary|mandatory|must|compulsory)\b")
_BOOKED = regex(rf"\b{visits.APPOINTMENT}\b")
_CLASSES = ("minors", "friends", "ex_held", "record")
_IN_ORDER = (*_CLASSES, "contact", "barrier", "in_person", "video_onsite", "video_remote", "video", "walk_in", "visits")
_CONTACT = regex(r"^contact\b(?! visit)(?=\W*(?:$|allowed|permitted|type|ok))")
_NO_CONTACT = regex(r"^no contact(?: visits?| visitation)?$")
_GLASS = regex(
    r"(?:is there |the |a |safety )*(?:glass|plexiglass|partitions?|dividers?|barriers?)(?: (?:between|in|at|on|during) [\w ]{2,40})?(?: (?:used|in use|in place))?"
)
_BOOTH = regex(r"(?:the |our )?(?:(?:glass|window|visiting|non-?contact) )?(?:booths?|windows?)(?: visits?)?")
_PLACES = regex(r"\b(?:visiting|visitation|visitors'?) (?:rooms?|halls?|areas?|lobby|floors?|centers?)\b")
_ONLY_GLASS = regex(r"\b(?:only|through|behind|across|glass)\b")
_LEGAL = regex(rf"\b{visits.LEGAL}\b")


@dataclass(frozen=True, slots=True)
class _Answer:
    """asked: what was asked, its sign +1 where yes is good; of_one: whether of one unit or class among others."""

    asked: Claim
    given: bool
    of_one: bool

    @property
    def sign(self) -> int:
        """Whether the new answer is a gain, 1, or a loss, -1."""
        return self.asked.sign if self.given else -self.asked.sign


@dataclass(frozen=True, slots=True)
class _Cell:
    """An answer with what may be asked: over it, and at the head of its row or line."""

    text: str
    over: str
    beside: str
    fellows: int

    @property
    def asked(self) -> tuple[str, str]:
        """The words of both."""
        return self.over, self.beside


def answer_effects(alignment: Alignment) -> Certain:
    """What answers that turned tell, of lines in which nothing else changed."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for old, new in (*alignment.pairs, *_rows_of_one(alignment)):
        answers = _turned(old, new)
        if answers is not None:
            effects += [_effect(answer, old, new) for answer in answers]
            lines += [old, new]
    return Certain(tuple(effects), tuple(lines), () if effects or not lines else (_NO_NEWS,))


_NO_NEWS = "R4 an answer about something else, or the same one in other words"


def _rows_of_one(alignment: Alignment) -> Iterator[tuple[Unit, Unit]]:
    """Rows of one header and head, or answers below one heading, that came and went: "A | Yes" and "A | No" have too few
    words to be paired."""
    heads = {_head(unit): unit for unit in alignment.added if _head(unit)}
    for old in alignment.removed:
        new = heads.get(_head(old)) if _head(old) else None
        if new is not None:
            yield old, new


def _head(unit: Unit) -> tuple[str, ...]:
    """What a row or an answer stands beside or below; () of any other line."""
    if unit.row:
        return unit.header, unit.plain.split("|")[0]
    return (unit.headings,) if _is_headed(unit) else ()


def _is_headed(unit: Unit) -> bool:
    """Whether a line is the answer below a heading that is no question: "Glass", "Yes"."""
    headed = bool(unit.lead) and unit.headings.endswith(unit.lead) and not unit.lead.endswith("?")
    return headed and _given(unit.plain.rstrip(" .!")) is not None


def _turned(old: Unit, new: Unit) -> list[_Answer] | None:
    """The answers of a line that turned; None where anything else in it changed, or it can't be said what they answer."""
    was, now = _cells(old), _cells(new)
    if len(was) != len(now) or was == now:
        return None
    found: list[_Answer] = []
    for before, after in zip(was, now, strict=True):
        if before == after:
            continue
        given = _given(after.text)
        if given is None or _given(before.text) is None or before.asked != after.asked:
            return None
        if _of_no_visits(after, old):
            continue
        if given is _given(before.text):
            if _IN_BRACKETS.findall(before.text) != _IN_BRACKETS.findall(after.text):
                return None
            continue
        asked = _asked(after)
        if asked is None:
            return None
        found.append(_Answer(asked[0], given, asked[1]))
    return found


def _of_no_visits(cell: _Cell, line: Unit) -> bool:
    """Whether an answer is about something else than visits: its column is, or its row under a column that asks nothing.
    Channels beside visits have rules of their own (R10), but in a table of several."""
    other = _OTHER_OR_CHANNEL if line.row else _OTHER
    if other.search(cell.over):
        return _claim(cell.over) is None
    if line.row and _OTHER.search(line.header.split("|")[0]):
        return True
    return other.search(cell.beside) is not None and not any(map(_claim, cell.asked))


def _given(text: str) -> bool | None:
    """Whether an answer is yes or no, None for any other cell."""
    if _NO.fullmatch(text):
        return False
    return True if _YES.fullmatch(text) else None


def _cells(unit: Unit) -> list[_Cell]:
    if not unit.row:
        line = _LINE.fullmatch(unit.plain.rstrip(" .!"))
        if line is None and _is_headed(unit):
            return [_Cell(unit.plain.rstrip(" .!"), "", unit.lead, 1)]
        return [_Cell(line["answer"].strip(), "", line["asked"].strip(), 1)] if line else []
    cells = [cell.strip() for cell in unit.plain.split("|")]
    names = [name.strip() for name in unit.header.split("|")] if unit.header != unit.plain else []
    over = names if len(names) == len(cells) else [""] * len(cells)
    head = cells[0] if _given(cells[0]) is None else ""
    answers = sum(_given(cell) is not None for cell in cells)
    return [_Cell(cell, name, head, answers) for cell, name in zip(cells, over, strict=True)]


def _asked(cell: _Cell) -> tuple[Claim, bool] | None:
    """What an answer answers, and whether for one among several; None where that is no matter of visits."""
    over = _claim(cell.over)
    if over is not None:
        legal = _LEGAL.search(cell.beside) is not None
        return (replace(over, clause=f"{cell.beside}: {over.clause}") if legal else over), bool(cell.beside)
    beside = _claim(cell.beside)
    if beside is None or _ELSE.search(cell.over) or _NEEDED.search(cell.over):
        return None
    return beside, cell.fellows > 1 or one_group(cell.over) or one_group(cell.beside)


def _claim(label: str) -> Claim | None:
    """What a label asks of visits, None where it asks something else."""
    if not label or _ELSE.search(label):
        return None
    if _NEEDED.search(label):
        return Claim("walk_in", -1, label, (label,)) if _BOOKED.search(label) else None
    if _BOOTH.fullmatch(label):  # where people sit face to face, glass or not
        return Claim("in_person", 1, label, (label,))
    if _NO_CONTACT.search(label) or _GLASS.fullmatch(label):
        return Claim("contact", -1, label, (label,))
    said = {claim.about: claim for claim in claims(_PLACES.sub(" ", _CONTACT.sub("contact visits", label)))}
    about = next((name for name in _IN_ORDER if name in said), None)
    if about is None:
        return None
    claim = replace(said[about], words=(label,))
    if about == "barrier":
        return replace(claim, about="contact", sign=-claim.sign) if _ONLY_GLASS.search(label) else _in_person(claim)
    return replace(claim, about="video_remote") if about == "video" else claim


def _in_person(claim: Claim) -> Claim:
    return replace(claim, about="in_person")


_LIKE_FRIENDS = ((Topic.ELIGIBILITY,), Severity.MAJOR, "")


def _effect(answer: _Answer, old: Unit, new: Unit) -> Effect:
    about = answer.asked.about
    topics, severity, fact = ABOUT.get(about, _LIKE_FRIENDS)
    facts = (Fact(fact, answer.sign < 0, answer.sign > 0),) if fact and not answer.of_one else ()
    if _LEGAL.search(answer.asked.clause):
        grave = about in ("contact", "in_person")
        level = Severity.MAJOR if grave else Severity.MINOR
        return Effect(
            "P-answer-legal", answer.sign, level, (Topic.LEGAL_VISITS,), (), old.plain, new.plain, answer.asked.words
        )
    told = Effect(f"P-answer-{about}", answer.sign, severity, topics, facts, old.plain, new.plain, answer.asked.words)
    return told.lower("S6") if answer.of_one else told

"""A scene: both pages of a comparison, the effects that its pieces have on visits, and what is told in the end."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

# What was done to a matter, and what that holds in words of its own (lines/norms/outcomes.py, by_ear.py).
OF_MATTERS = ("D4-outcome", "D4-by-ear")
PLAIN = 0.8  # how far rules are believed where lines only came or only went, so that there is nothing to compare


# Where others are visited than people held: the whole page must not be about them.
_CARE = regex(
    r"\b(?:hospitals?|medical cent(?:er|re)|nursing|care (?:home|cent(?:er|re))|hospice|clinics?|patients?|cemeter\w+|memorial park|schools?)\b"
)
_HELD = regex(
    r"\b(?:jails?|prisons?|detention|correction\w*|in custody|sheriff\w*|incarcerat\w+|inmates?|detainees?|prisoners?)\b"
)


@dataclass(frozen=True)
class Scene:
    """Both pages of a comparison as the readers need them. title is canonical; kind a SourceKind value or ""."""

    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    title: str
    kind: str

    @property
    def official(self) -> bool:
        """Whether the page itself sets the rules (a jail or prison), not a paper that reports them."""
        return self.kind in ("jail", "doc", "")

    @cached_property
    def of_others(self) -> bool:
        """Whether the page is of a place where others are visited than people held; some forty rules ask, once each."""
        texts = [self.title, *(f"{unit.headings} {unit.plain}" for unit in self.after)]
        return any(map(_CARE.search, texts)) and not any(map(_HELD.search, texts))


@dataclass(frozen=True, slots=True)
class Effect:
    """rule: id of docs/reading-rules.md; sign: +1 gain for visits, -1 loss, 0 neither; severity before scope and time
    lower it; old, new: the clauses compared; words: what decided it."""

    rule: str
    sign: int
    severity: Severity
    topics: tuple[Topic, ...]
    facts: tuple[Fact, ...] = ()
    old: str = ""
    new: str = ""
    words: tuple[str, ...] = ()

    def lower(self, rule: str) -> Effect:
        """One level less severe, never below minor; the rule that lowered it is added to the id."""
        steps = (Severity.MINOR, Severity.MINOR, Severity.MINOR, Severity.MAJOR)
        return replace(self, severity=steps[self.severity.rank], rule=f"{self.rule}+{rule}")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a change in the end: effects, none when it is not relevant; why, where no effect says it;
    confidence: 0 to 1, how likely relevance and direction are right."""

    effects: tuple[Effect, ...]
    why: tuple[str, ...] = ()
    confidence: float = 1.0

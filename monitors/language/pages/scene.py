"""A scene: both pages of a comparison, the effects that its pieces have on visits, and what is told in the end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitors.language.pages.sentences import Unit
from monitors.records import Fact, Severity, Topic

PLAIN = 0.8  # how far rules are believed where lines only came or only went, so that there is nothing to compare


@dataclass(frozen=True, slots=True)
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

"""What a rule, plan or order holds for visits, by its words alone: grammar says which way it goes, or else the reader, who
hears the words as if they were news."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import dataclass

from monitors.language.claims.held_matters import content, sign_of_matter
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Row
from monitors.language.pages.sentences import Unit
from monitors.language.reader import learned
from monitors.language.words.patterns import regex
from monitors.records import Direction, Severity, Topic

_EITHER, _SIDED = 0.6, 0.65  # how likely the reader must hold the matter a gain or a loss, and the one of both
_AGAINST = 0.7  # so likely the contrary, grammar is not believed
_TOUCHES = 0.5  # and how likely that it touches visiting at all
_SHARE = 0.5  # how likely a topic must be
_LAYERED = regex(r"\bnot to (?:carry out|enforce|apply|follow)\b|\bnot enforced\b")
_OF_VISITS = regex(
    r"\b(?:visit\w*|booths?|windows?|glass|screens?|video|face[- ]to[- ]face|contact|inmates?|prisoners?|detainees?|jails?|famil(?:y|ies)|loved ones?)\b"
)
_FORMS = regex(r"\b(?:in[- ]person|face[- ]to[- ]face|video|screens?|booths?|windows?)\b")


@dataclass(frozen=True, slots=True)
class Heard:
    """What a matter holds. sign: +1 good for visits; said: its words; estimate: the reader's, of these words as news."""

    sign: int
    said: str
    estimate: learned.Estimate


def may_hold(said: str) -> bool:
    """Whether words name anything of visits or of those who visit and are visited."""
    return _OF_VISITS.search(said) is not None


def holds(said: str) -> bool:
    """Whether words may say what a matter holds for visits."""
    return speaks(said) and may_hold(said) and _LAYERED.search(said) is None


def heard(said: str, title: str) -> Heard | None:
    """What words hold for visits, None where that is not clear."""
    return _heard(said, content(said), title, touches=_TOUCHES, sided=_SIDED)


def heard_at_all(said: str, aloud: str, title: str, touches: float) -> Heard | None:
    """What words hold for visits where the verbs over them are known, so that half an ear is better than the whole
    sentence, which is heard at its face: whichever way is likelier. aloud: the words as the reader is to hear them;
    touches: how likely they must be to touch visiting."""
    return _heard(said, aloud, title, touches=touches, sided=0.5)


def _heard(said: str, aloud: str, title: str, *, touches: float, sided: float) -> Heard | None:
    estimate = learned.estimate([Row(None, Unit(aloud, aloud, "", 0))], title, closely=True)
    assert estimate is not None  # there is a row
    if estimate.relevant < touches:
        return None
    gain, loss = (estimate.directions[way] for way in (Direction.RESTORATIVE, Direction.RESTRICTIVE))
    ruled = sign_of_matter(said)
    if ruled:
        against = loss if ruled > 0 else gain
        return Heard(ruled, said, estimate) if against < _AGAINST else None
    if gain + loss < _EITHER or max(gain, loss) < sided * (gain + loss):
        return None
    return Heard(1 if gain > loss else -1, said, estimate)


def topics_and_level(held: Heard, *, suspends: bool) -> tuple[tuple[Topic, ...], Severity]:
    """Of what is held, as if it were news. suspends: whether it is a stop that is told; what is undone only sounds like
    one."""
    level = max((s for s in Severity if s is not Severity.NONE), key=lambda s: held.estimate.severities[s])
    shares = dict(held.estimate.topics)
    if shares[Topic.CONTACT] > _SHARE and level is Severity.CRITICAL and not _FORMS.search(held.said):
        level = Severity.MAJOR  # touch alone (S2)
    if not suspends:
        del shares[Topic.SUSPENSION]
    likely = tuple(topic for topic, share in shares.items() if share > _SHARE)
    return likely or (max(shares, key=lambda topic: shares[topic]),), level

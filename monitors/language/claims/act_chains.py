"""What somebody with power did to a rule that is described in words of its own: "The county did away with the rule that
turns friends away at the door.", "The board voted down a motion to repeal the order that keeps the visiting room open."

The verbs, as deep as they stand, are read by the same grammar as in decisions.py and give a sign; what the rule holds is
left in its own words, for whoever can hear which way it goes (lines/norms/by_ear.py).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from monitors.language.claims.decided_frame import COUNT, SOFT, WHEN, framed, is_who, with_votes
from monitors.language.claims.decided_matters import JAILS
from monitors.language.claims.decisions import may_act
from monitors.language.words import lexicon_decisions as words
from monitors.language.words.patterns import regex

_UNDO, _KEEP, NOT, _DECIDE = (with_votes(each) for each in (words.UNDOES, words.KEEPS, words.NOT, words.DECIDE))
AUX = rf"(?:(?:has|have|is|are|am|will|shall|{SOFT}|{WHEN}) )*"
_ACT = regex(
    rf"(?:{AUX})(?:(?P<not>{NOT}) )?(?:(?:{_DECIDE}) (?P<not2>(?:not|no longer|never) )?(?:(?:{SOFT}) )*)?(?:(?P<undo>{_UNDO})|(?P<keep>{_KEEP})|(?P<opened>{words.one_of(words.REVIEW)})) "
)
_A = r"(?:(?:the|a|an|any|its|their|his|her|our|this|that) )?(?:(?!to |that |which |of |not )[\w'$.-]+ ){0,2}?"
# "a motion to repeal the rule", "the ruling that had blocked the rule", "an order staying the rule"
_TO = r"(?: to| that would| which would|, which would| calling to| asking to| seeking to|,? that(?: has| had)?|,? which(?: has| had)?|(?= \w+ing ))"
_ON_IT = regex(
    rf"{_A}(?:(?P<plan>motions?|proposals?|plans?|bids?|requests?|efforts?|bills?|resolutions?|measures?|appeals?|petitions?|calls?|moves?|amendments?|ordinances?|legislation|lawsuits?|suits?)|rulings?|injunctions?|orders?|decisions?|judgments?|stays?|votes?|memos?|directives?|laws?){_TO} "
    rf"(?:(?P<undo>{_UNDO.replace('(?: @V)?', '')})|(?P<keep>{_KEEP.replace('(?: @V)?', '')})) "
)
# "the repeal of the rule", "the veto of a bill", as nouns
_UNDOING = regex(
    rf"{_A}(?:(?P<plan>repeal|rescission|reversal|withdrawal|revocation|lifting|scrapping|striking|removal|abolition|veto|challenges?|objections?|(?:law)?suits?|appeals?|complaints?|cases?)|suspension|waiver|injunctions?|stays?|rulings?)(?: of| to| against) "
)
_RULE = regex(
    rf"{_A}(?:(?P<plan>plans?|proposals?|bill|motion|draft|idea|recommendation)|rules?|orders?|polic(?:y|ies)|laws?|ordinance|statute|clauses?|provisions?|sections?|requirements?|directives?|memos?|memorandum|edicts?|decrees?|practices?|customs?|regulations?|standards?|mandates?|resolutions?|arrangements?|systems?|schemes?|agreements?|terms?|wording|language|sentences?|paragraphs?|decisions?)"
    r"(?: (?:of (?:\w+ )?(?:19|20)\d\d|no\. ?[\d.-]+|[\d.]+\d))?,? (?:that|which|under which|by which|whereby|through which|saying(?: that)?|providing(?: that)?|stating(?: that)?|of(?= \w+ing\b)) (?P<content>.+)"
)
# "the duty to keep the windows open", "an order telling the jail to turn children away", "his refusal to let families in"
_TO_DO = regex(
    rf"{_A}(?:(?P<plan>plans?|proposals?|bills?|motions?|bids?|threats?|ideas?|efforts?|requests?)|(?P<against>refusals?)|dut(?:y|ies)|obligations?|requirements?|promises?|pledges?|commitments?|undertakings?|orders?|directives?|polic(?:y|ies)|practices?|clauses?|rules?|decisions?|deals?|agreements?|rights?|powers?)"
    rf"(?: (?:telling|ordering|directing|requiring|obliging|forcing|asking|allowing|letting|permitting|for) {JAILS})? to (?!the |a |an |its |our |their |his )(?P<content>.+)"
)
_ENDS = regex(
    rf"[.;(]|, and | and (?:it|he|she|they|we) |, (?:who|which|after|by a|on a|in a|saying|citing|despite|because|over|with|a (?:clerk|spokes|board|deputy)|the (?:clerk|board|sheriff|county|court|office) (?:said|says|announced))\b|,? (?:by a vote|on a vote|by a \d|unanimously|{COUNT})\b|,? (?:effective|starting|beginning|as of)\b|,? \d-\d"
)
# What became of it, behind a rule that is named first: "The rule that ... is history."
_FATE = regex(
    rf" (?:(?:{SOFT}|{WHEN}) )*(?:(?:has|have) been|was|were|is|are|shall be|will be|got) (?:(?:being|{SOFT}|{WHEN}) )*(?P<not>not |never |no longer )?(?:(?:{SOFT}) )*(?:(?P<undo>{_UNDO}|history|dead|gone|over|no more|void|unlawful|unconstitutional|off the books|at an end)|(?P<keep>{_KEEP}|back(?: in force)?|in force(?: again)?|here to stay|law))(?=$|[ .,;:])"
    rf"|(?:(?:has|have|{SOFT}|{WHEN}) )* (?:(?P<falls>{words.FALLS}|lapses|expires|runs out|will not be renewed|will lapse|will expire)|(?P<stays>{words.STAYS}|survives|lives on|holds|stays|remains|stands|returns))(?=$|[ .,;:])"
)
_CUT = regex(r"[;:]|, | (?:when|until|after|before|because|while|since|unless)\b")
_ASIDE = regex(r"[^,;:]{3,60}, (?:which|under which|by which|whereby) [^,;:]{10,}(?:,|$)")
_WOULD = regex(r"^(?:would|could|might|should) (?:now |also |again )?(?:have )?")  # of a bill; heard as what may not be
_PLACES = regex(r"(?:^|(?<= ))[a-z{\[]")
_SUBJECT = 120  # characters before the verb at most
_TRIED = 24  # words
_DEEPEST = 2
_LEAST = 3  # words that a rule's content has
# What stays as it was: a rule that is upheld, an act on it that is refused.
_KEPT = regex(
    r"\b(?:upheld|kept|left|let stand|affirmed|reaffirmed|sustained|retained|preserved|stood|stuck|stays?|keeps|reject\w*|den(?:y|ies|ied)|(?:vot|turn)\w*(?: \S+)? down)\b"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """sign: +1 where what the rule holds is in force then, -1 where it is not; turned: whether one act undoes another;
    leaves: whether things stay as they are; act: what was done, content: what the rule holds, in the sentence's words;
    to_do: whether that is something to do, "send families to a screen"."""

    sign: int
    turned: bool
    leaves: bool
    act: str
    content: str
    to_do: bool = False

    @property
    def holds(self) -> str:
        """What the rule holds, with somebody who does it: a verb alone is heard less well."""
        return f"the jail must {self.content}" if self.to_do else self.content


def chain(plain: str) -> Chain | None:
    """What one canonical sentence says was done to a rule that it describes, None where it says nothing of the kind."""
    frame = framed(plain, names_visits=False)
    if frame is None:
        return None
    plain, starts = frame
    return next((found for read in (_acts, _fates) for start in starts for found in read(plain, start)), None)


def places(plain: str, start: int) -> Iterator[int]:
    """Where an act may begin, behind whoever acts. Who that is costs more to see than whether an act begins there."""
    return (place.start() for place in islice(_PLACES.finditer(plain, start, start + _SUBJECT), _TRIED))


def _acts(plain: str, start: int) -> Iterator[Chain]:
    for place in places(plain, start):
        act = _ACT.match(plain, place) if may_act(plain, place) else None
        held = _held(plain, act.end()) if act else None
        if act is None or held is None or not is_who(plain[start:place]):
            continue
        refused = (act["not"] is not None) != (act["not2"] is not None)
        if act["opened"] and not refused:
            continue  # what is taken up again may end either way
        done = (-1 if act["undo"] else 1) * (-1 if refused and not act["opened"] else 1)
        kept = refused or _KEPT.search(act.group()) is not None
        yield _chain(held, done, act=act.group(), kept=kept)
        return


def _fates(plain: str, start: int) -> Iterator[Chain]:
    """ "The rule that turns friends away was struck down.", "Order 11, by which the charge was waived, is withdrawn." """
    held = _held(plain, start)
    fate = _fate(plain, start) if held else None
    inner = _held(plain[: fate.start()], start) if fate else None
    if held is None or fate is None or inner is None:
        return
    falls = fate["undo"] is not None or fate["falls"] is not None
    done = (-1 if falls else 1) * (-1 if fate["not"] else 1)
    kept = fate["stays"] is not None or fate["not"] is not None or _KEPT.search(fate.group()) is not None
    yield _chain(inner, done, act=fate.group(), kept=kept)


def _fate(plain: str, start: int) -> re.Match[str] | None:
    aside = _ASIDE.match(plain, start)
    if aside is not None:
        return _FATE.match(plain, aside.end())
    fates = list(_FATE.finditer(plain, start))
    cut = _CUT.search(plain, fates[0].end()) if fates else None
    fates = [fate for fate in fates if cut is None or fate.start() < cut.start()]
    return fates[-1] if fates else None  # "the rule that friends are turned away was struck down"


def _chain(held: _Held, done: int, *, act: str, kept: bool) -> Chain:
    """A plan that falls, a rule that is kept and an act on it that was only meant leave things as they are."""
    sign = done * held.turn
    leaves = sign < 0 if held.plan else sign > 0 and (kept or held.meant)
    return Chain(sign, held.turn < 0, leaves, act.strip(), held.content, held.to_do)


@dataclass(frozen=True, slots=True)
class _Held:
    """turn: -1 where something undoes the rule that is described; plan: whether the rule is not in force; meant: whether
    what is done to it is not; content: what it holds, to_do: whether that is something to do."""

    turn: int
    plan: bool
    meant: bool
    content: str
    to_do: bool


def _held(plain: str, at: int, depth: int = 0) -> _Held | None:
    """The rule that is described there, with what is done or meant to be done to it."""
    for pattern in (_ON_IT, _UNDOING) if depth < _DEEPEST else ():
        meant = pattern.match(plain, at)
        inner = _held(plain, meant.end(), depth + 1) if meant else None
        if meant and inner:
            undone = pattern is _UNDOING or meant["undo"] is not None
            return replace(inner, turn=-inner.turn if undone else inner.turn, meant=meant["plan"] is not None)
    rule = _RULE.match(plain, at) or _TO_DO.match(plain, at)
    content = content_of(rule["content"]) if rule else ""
    if rule is None or not content:
        return None
    against = rule.groupdict().get("against") is not None
    return _Held(-1 if against else 1, rule["plan"] is not None, False, content, "against" in rule.groupdict())


def content_of(said: str) -> str:
    """What a rule holds, without what stands behind it; "" where it is too short to hold anything."""
    end = _ENDS.search(said)
    content = _WOULD.sub("", (said[: end.start()] if end else said).strip(" ,"))
    return content if len(content.split()) >= _LEAST else ""

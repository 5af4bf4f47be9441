"""What somebody says they will do, from "will" over "hopes to" to "has no plans to": a promise that is softened or taken
back is news, though nothing was done yet.

Read for sure where either wording holds one such word and both speak of one act, whose worth for visits is plain. The
act that was firmly promised and is denied counts as the act itself, one that is only hoped for a level less (S5).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import dataclass, replace

from monitors.language.claims.clauses import claims_of, turns
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import bound_alike, concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_ADVERB = r"(?:(?:also|still|now|therefore|currently|gladly|certainly|fully|soon|eventually|later) )?"
_ASKED = r"(?:ask(?:ed)?|requir(?:e|ed)|demand(?:ed)?|oblig(?:e|ed)|forc(?:e|ed)|urg(?:e|ed)|told|tell|press(?:ed)?)"
_FIRM, _SOFT, _UNASKED, _DENIED = 2, 1, 0, -2
_STANCES = (
    (
        _DENIED,
        rf"(?:(?:ha(?:s|ve) )?(?:made |makes? )?no (?:present |current |immediate )?(?:plans?|intentions?|wish|desire) (?:to|of|for)|(?:do(?:es)?|did) not {_ADVERB}(?:plan|intend|expect|propose|mean|wish|want|aim) to"
        r"|(?:will|would|shall) (?:not|never|no longer)(?: be)?(?! only)|won't|(?:is|are) not (?:going|planning|looking) to|(?:declines?|declined|refuses?|refused) to|(?:is|are) unwilling to)",
    ),
    (
        _SOFT,
        rf"(?:{_ADVERB}(?:intends?|hopes?|plans|aims?|expects?|wants?|seeks?|wish(?:es)?) to|(?<=\bwe )plan to|would like to|(?:is|are) (?:planning|hoping|looking|seeking|considering|weighing|exploring)(?: to| on| whether to| at)?"
        r"|(?:may|might|could|will|would) (?:consider|explore|look (?:at|into)|review|evaluate|examine|try|seek|weigh|discuss)(?: whether)?(?: to)?|(?:is|are) (?:reviewing|evaluating))",
    ),
    (
        _UNASKED,
        rf"(?:(?:do(?:es)?|did|has|have|had) (?:not|never)(?:,? (?:and|nor|or) (?:do(?:es)?|did|will) not)? {_ASKED}|never {_ASKED})",
    ),
    (
        _FIRM,
        rf"(?:(?:will|shall) {_ADVERB}(?:continue to |keep |go on )?(?!not\b|never\b|no longer\b|be (?:able|asked)|likely)|(?:is|are) going to|(?:agrees?|undertakes?|commits?|promises?|pledges?|committed|agreed) to|(?:has|have) (?:already |now )?(?=\w+(?:ed|en|uck|ut|opped)\b))",
    ),
)
# "No county was asked by us to" for "we did not ask any county to".
_NONE_ASKED = regex(rf"\bno ([\w-]+) (?:was|were|is|are|has been|have been) (?:ever )?({_ASKED})(?: by us)?(?= to\b)")
_STANCE = tuple((stance, regex(rf"(?<![\w-]){pattern} ?")) for stance, pattern in _STANCES)
_STILL_PAYS = regex(r"\b(?:pay(?:s|ing)?|remit\w*|continu\w+|keep\w*|rais\w+|increas\w+|more|higher)\b")
_STOPS = regex(
    r"\b(?:no(?!\.)|not|never|no longer|stop\w*|end(?:s|ed|ing)?|ceas\w+|cut\w*|drop\w*|lower\w*|reduc\w+|eliminat\w+|remov\w+|waiv\w+|abolish\w*|discontinu\w+|give up|gives up|less|without)\b"
)
_COMMISSION = regex(rf"\b(?:{visits.COMMISSION})\b")
_PRICE = regex(r"\b(?:prices?|fees?|rates?|costs?|charges?)\b")
_RAISES = regex(r"\b(?:rais\w+|increas\w+|add(?:s|ed|ing)?|impos\w+|introduc\w+|new|higher|more)\b")
_VISITS = regex(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|calls?)\b")
_FIGURE = regex(r"[\[{$@%]")
_CONTRACTS = regex(r"\b(?:agreements?|contracts?|clauses?|amendments?|language|provisions?|wording)\b")
_AMENDS = regex(r"\b(?:amend\w*|chang\w+|rewrit\w+|strik\w+|remov\w+|drop\w*|delet\w+|revis\w+|review\w*)\b")
_ALIKE = 0.4  # of two acts, which may be told in other words
# Who is told what to do promises nothing.
_GOVERNED = regex(
    rf"\b(?:visitors?|guests?|{visits.HELD}|{visits.FAMILY}|you|anyone|children|minors|adults?|persons?|people|items?)(?: \w+)? $"
)
_NAMED_ABOVE = regex(r"\b(?:it|them|that|those)$")
_DIGITS = regex(r"\$?\d+(?:\.\d+)?%?")
_ORDERED = regex(r"\b(?:replac\w+|instead|in (?:place|lieu)|rather|before|after|from)\b")
_LONGER = regex(r" any (?:longer|more)\b")
_RULED_OUT = regex(r"(?:will|would|shall) (?:not|never|no longer)|won't")
_QUOTED = regex(r'"[^"]{12,}"')


@dataclass(frozen=True, slots=True)
class _Promise:
    """stance: how firmly; said: by which words; about: what the act touches; worth: +1 an act that is good for visits, -1 a bad one, 0 unsaid."""

    stance: int
    said: str
    act: str
    about: Topic | None
    worth: int

    @property
    def good(self) -> int:
        return self.stance * self.worth


def promise_lines(scene: Scene, alignment: Alignment) -> Certain:
    """Lines in which one promise became firmer or weaker, and those that only word it otherwise."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    why: list[str] = []
    for old, new in alignment.pairs:
        was, now = _promise(old), _promise(new)
        if was is None or now is None or likeness(was.act, now.act) < _ALIKE:
            continue
        if _FIGURE.search(was.act) and _FIGURE.search(now.act):
            continue  # figures are compared elsewhere
        if _same(was, now):
            lines += [old, new]
            why.append("R2 the same intention in other words")
        elif _moved(scene, was, now):
            effects.append(_effect(scene, old, new, was, now))
            lines += [old, new]
    return Certain(tuple(effects), tuple(lines), tuple(dict.fromkeys(why)))


def _same(was: _Promise, now: _Promise) -> bool:
    if was.stance != now.stance:
        return False
    if was.about is now.about is Topic.COMMISSION and was.worth == now.worth != 0:
        return _DIGITS.findall(was.act) == _DIGITS.findall(now.act)
    acts = [concepts(promise.act) for promise in (was, now)]
    if turns(was.act) or _ORDERED.search(was.act):
        return acts[0] == acts[1]
    # "new agreements will not include it" for "we will not include it in new ones"
    return sorted(acts[0]) == sorted(acts[1]) and bound_alike(was.act, now.act)


def _moved(scene: Scene, was: _Promise, now: _Promise) -> bool:
    """Whether one act became likelier or less so. On a jail's own page rules say what is done and what is not."""
    if was.about is None or was.about is not now.about or not (was.worth and now.worth) or was.good == now.good:
        return False
    if _SOFT in (was.stance, now.stance):
        return now.stance != _FIRM  # what is decided at last is read as the act itself
    if scene.official or _UNASKED in (was.stance, now.stance):
        return False
    if was.about is Topic.IN_PERSON:  # "will not be held on Monday" is no intention
        return was.stance != now.stance and not any(_RULED_OUT.match(promise.said) for promise in (was, now))
    return True


_REFUSED = regex(r"(?:has |have )?(?:refused|declined|denied)\b")


def _effect(scene: Scene, old: Unit, new: Unit, was: _Promise, now: _Promise) -> Effect:
    about = now.about or Topic.IN_PERSON
    grave = Severity.CRITICAL if about is Topic.IN_PERSON else Severity.MAJOR
    vendor = (Topic.VENDOR_POSITION,) if scene.kind == "vendor" or _OURS.search(new.plain) else ()
    clause = (Topic.CONTRACT_CLAUSE,) if _CONTRACTS.search(f"{old.plain} {new.plain}") else ()
    sign = 1 if now.good > was.good else -1
    words = (f"{was.said} -> {now.said}",)
    effect = Effect("P-promise", sign, grave, (about, *clause, *vendor), (), old.plain, new.plain, words)
    # What a judge or board refused to do leaves things as they are.
    left = _REFUSED.match(now.said) is not None and scene.kind in ("news", "rule", "advocacy")
    return replace(effect.lower("S5"), rule="P-promise") if left or _SOFT in (was.stance, now.stance) else effect


_OURS = regex(r"\b(?:we|our)\b")


def _promise(unit: Unit) -> _Promise | None:
    """The one promise that a line holds, None where it holds none, or several."""
    plain = _NONE_ASKED.sub(r"we did not \2 any \1", unit.plain)
    if unit.row or _QUOTED.search(plain):
        return None
    for stance, pattern in _STANCE:
        hits = list(pattern.finditer(plain))
        if hits:
            before, after = plain[: hits[0].start()], plain[hits[0].end() :]
            act = _LONGER.sub("", f"{before} {after}").strip(" .")
            alone = len(hits) == 1 and after and not _GOVERNED.search(before)
            return _Promise(stance, hits[0].group().strip(), act, *_worth(act, unit)) if alone else None
    return None


def _worth(act: str, unit: Unit) -> tuple[Topic | None, int]:
    if _COMMISSION.search(act) and not _FIGURE.search(act):
        worth = 1 if _STOPS.search(act) else -1 if _STILL_PAYS.search(act) else 0
        return Topic.COMMISSION, worth
    if _PRICE.search(act) and _VISITS.search(act):
        worth = 1 if _STOPS.search(act) else -1 if _RAISES.search(act) else 0
        return Topic.FEES, worth
    if unit.trail and any(claim.about == "in_person" for claim in claims_of(unit.trail[0])):
        act = _NAMED_ABOVE.sub("in-person visits", act)  # "I do not intend to close it."
    in_person = next((claim for claim in claims_of(act) if claim.about == "in_person"), None)
    if in_person is not None:
        return Topic.IN_PERSON, in_person.sign
    if _AMENDS.search(act) and _CONTRACTS.search(act):
        above = [claim for line in unit.trail for claim in claims_of(line) if claim.about == "in_person"]
        return Topic.IN_PERSON, 1 if above and above[0].sign < 0 else 0
    return None, 0

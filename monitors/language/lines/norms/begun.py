"""News that a suit on visits was filed or a study of them ordered: a step begun, by which nothing changes yet (S3).

"Six families sued the sheriff. They ask the court to open the visiting booths again." was told as what they ask for, and
a study that a statehouse ordered not at all. In a column of several items only the lines of the same item are read with
it: an item begins with a name in capitals. What was done to visits in another line of the item is left to others.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import SegmentKind, Severity, Topic

_SUIT_NOUN = r"(?:law)?suits?|class[- ]actions?|complaints?|petitions?|legal challenges?"
_SUED = regex(
    rf"\b(?:(?<!who )(?<!that )(?:sued|sues|(?:has|have) sued|(?:is|are) suing)\b|(?:took|takes|taken|have taken|has taken) (?:the |its |their )?(?:[\w'-]+ ){{1,3}}to court\b|(?<!who )(?<!that )(?:files?|filed|(?:has|have) filed|brought|lodged) (?:an?|their|its) (?:[\w-]+ ){{0,3}}?(?:{_SUIT_NOUN})\b"
    rf"|\b(?:an?|the) (?:[\w-]+ ){{0,3}}?(?:{_SUIT_NOUN})\b[^.;]{{0,60}}? (?:was|were|has been|have been) (?:filed|brought|lodged)\b)"
)
_EXAMINES = r"(?:study|find out|count|survey|examine|look into|review|report on)"
_STUDY_NOUN = r"(?:stud(?:y|ies)|surveys?|inquir(?:y|ies)|reviews?|counts?|reports?)"
_STUDIED = regex(
    rf"\b(?:(?:has|have) been|was|were|is|are) (?:ordered|asked|told|directed|instructed|charged|assigned) (?:by [^,;.]{{3,40}} )?to {_EXAMINES}\b"
    rf"|\b(?:ordered|approved|commissioned|authorized|requested|called for|voted (?:\S+ )?(?:for|to (?:order|commission|approve|pay for))|agreed to(?: pay for)?) (?:an?|the) (?:[\w-]+ ){{0,3}}?{_STUDY_NOUN} (?:of|on|into) "
    rf"|\b(?:ordered|asked|told|directed|instructed) (?:the |its |their )?(?:[\w'-]+ ){{1,6}}?to {_EXAMINES} "
    rf"|\b(?:will|is to|are to|shall) (?:study|survey|examine|look into) (?:how|whether|what|why)\b"
)
# What came of it, or what was told before: no step begun.
_OUTCOME = regex(
    r"\b(?:ruled|rules|ruling|won|wins|lost|settle[sd]?|settlement|dismiss\w*|threw out|thrown out|tossed|granted|denie[sd]|upheld|appeal\w*|injunction|verdict|judgment|withdr\w+|dropped|found that|finds|completed|(?:study|report|survey) (?:shows?|showed|found|says|said|was published|is out|came out)|years? ago|last year|in (?:19|20)\d\d,? (?:\w+ ){0,4}(?:sued|filed))\b"
)
_ACTED = regex(
    r"\b(?:has|have|had|is|are|was|were|will be) (?:been |now |also |again |since )*(?:ended|restored|resumed|suspended|reopened|re-opened|closed|banned|barred|lifted|back|brought back|reinstated|cut|halved|doubled|stopped|cancel+ed)\b|\b(?:resumes?|reopens?|reopened|no longer|voted to (?:end|restore|reopen|ban|lift|bring))\b"
)
# What the ones who sue ask for and say, and what the law has follow.
_ASKS = regex(
    r"(?:(?:(?:the|their|its|a|this|that|both|all|\d+|an?|federal|class[- ]action|[\w-]+ county) )*(?:they|he|she|it|suit|lawsuit|complaint|petition|plaintiffs?|families|mothers?|fathers?|parents?|relatives|group|coalition|lawyers?|attorneys?|clinic|papers?|filing)s?) (?:also |now |then |have |has )*(?:asks?|asked|seeks?|sought|wants?|wanted|says?|said|argues?|argued|claims?|claimed|alleges?|alleged|contends?|demands?|calls? (?:on|for))\b"
)
_FOLLOWS = regex(
    r"\b(?:no (?:hearing|trial|date|judge|answer)|hearing|(?:weeks|days|months) to (?:answer|respond|reply)|(?:has|have) not (?:yet )?(?:answered|responded|filed|replied|been served)|declined to comment|(?:report|study|answer|response|findings|count) (?:is|are) (?:due|expected)|(?:stays?|remains?|goes on) as (?:it is|they are|before)|nothing changes|tells? no (?:jail|prison|sheriff|county)|(?:does|do) not (?:change|bind|require|tell|order)|assigned to (?:judge|the court))\b"
)
# "They ask for the booths, and the sheriff has reopened two."
_DID = regex(
    rf"\b(?:and|but|while|so|then) (?:the )?(?:sheriff|jail|county|board|council|warden|commissioners) [^.;]*{_ACTED.pattern}"
)
_KNOWN_SUIT = regex(r"\b(?:sued|sues|suing|lawsuits?|suits?|plaintiffs?|class[- ]actions?)\b")
_NOT_YET = regex(
    r"\b(?:whether|no|not|never|may|might|could|would|if|threat\w*|plans?|planning|consider\w*|thinking)\b"
)
_OF_VISITS = regex(
    rf"\b(?:visit|{visits.VISIT}|visiting|{visits.IN_PERSON}|booths?|(?:see|hug|touch|hold) (?:their|a|his|her) \w+)\b"
)
_OF_HELD = regex(
    rf"\b(?:{visits.HELD}|jails?|prisons?|sheriff(?:'?s)?|detention|correction\w*|wardens?|in custody|lockups?)\b"
)
_TOPICS = (
    (Topic.CONTACT, regex(r"\b(?:contact visits?|hugs?|touch\w*)\b")),
    (Topic.FEES, regex(r"\b(?:prices?|fees?|charges?|rates?) (?:of|for|on) (?:[\w-]+ ){0,3}?visit\w*")),
    (Topic.COMMISSION, regex(r"\bcommissions?\b(?!er)")),
)
_CAPITALS = regex(r"[^a-z]*[A-Z][^a-z]*")
_LABEL = regex(r"(?:[A-Z][A-Z'.&-]+ ?){1,5}(?:[.:]| [–—-]) ")
_OTHER_MATTER = "R7 a suit or study on another matter"
_MOST_WORDS = 6  # of a name in capitals
_AROUND = 6  # lines of an article without such names that are read with the one that tells
_ONE = frozenset({SegmentKind.SENTENCE, SegmentKind.TEXT})


def begun_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What a line of news tells by which a suit was filed or a study ordered, with what its item says of the same. One
    in an item of a column that speaks of neither visits nor people held tells nothing."""
    others = tuple(unit for unit in alignment.come if _begun(unit) is not None and _of_others(scene.after, unit))
    for new in alignment.come:
        step = _begun(new)
        if step is None or new in others:
            continue
        known, word = step
        item = _item(scene.after, new)
        said = " . ".join(unit.plain for unit in item)
        if not _of_visits(said) or _ACTED.search(new.plain) or _OUTCOME.search(said) or scene.of_others:
            continue
        if any(_knows(scene.before, unit, known) for unit in scene.before):
            continue
        told = _told(alignment, new, item, _topic(said), word)
        return Certain(told.effects, (*told.lines, *others), (_OTHER_MATTER,) if others else ())
    return Certain((), others, (_OTHER_MATTER,) if others else ())


def _begun(unit: Unit) -> tuple[re.Pattern[str], str] | None:
    """How an old page would tell of the same step, and its name; None where a line tells of none."""
    for begun, known, word in ((_SUED, _KNOWN_SUIT, "suit filed"), (_STUDIED, _STUDIED, "study ordered")):
        hit = begun.search(unit.plain)
        if hit and not _NOT_YET.search(unit.plain[: hit.start()]):
            return known, word
    return None


def _of_visits(said: str) -> bool:
    return _OF_VISITS.search(said) is not None and _OF_HELD.search(said) is not None


def _of_others(page: Sequence[Unit], unit: Unit) -> bool:
    """Whether a line stands in an item of a column that names neither visits nor people held."""
    said = " . ".join(other.plain for other in _item(page, unit))
    return len(_starts(page)) > 1 and not (_OF_VISITS.search(said) or _OF_HELD.search(said))


def _knows(page: Sequence[Unit], unit: Unit, known: re.Pattern[str]) -> bool:
    """Whether a line of the old page tells of such a step on visits."""
    if known.search(unit.plain) is None or _NOT_YET.search(unit.plain):
        return False
    return _of_visits(" . ".join(other.plain for other in _item(page, unit)))


def _told(alignment: Alignment, new: Unit, item: Sequence[Unit], topic: Topic, word: str) -> Certain:
    beside = [unit for unit in item if unit is not new and _of_the_step(unit)]
    places = {new.place, *(unit.place for unit in beside)}
    pairs = [(was, now) for was, now in alignment.pairs if now.place in places]
    old = next((was.plain for was, now in pairs if now.place == new.place), "")
    effect = Effect("S3-study", 0, Severity.MINOR, (topic,), (), old, new.plain, (word,))
    lone = [unit for unit in alignment.added if unit.place in places]
    return Certain((effect,), (*(unit for pair in pairs for unit in pair), *lone))


def _of_the_step(unit: Unit) -> bool:
    """Whether a line says what is asked for, or what the law has follow, and nothing that was done."""
    if _ASKS.match(unit.plain):
        return _DID.search(unit.plain) is None
    return _FOLLOWS.search(unit.plain) is not None and _ACTED.search(unit.plain) is None


def _topic(said: str) -> Topic:
    return next((topic for topic, pattern in _TOPICS if pattern.search(said)), Topic.IN_PERSON)


def _item(page: Sequence[Unit], line: Unit) -> list[Unit]:
    """The lines of a column's item in which a line stands, from one name in capitals to the next; of an article without
    such names those around it."""
    starts = _starts(page)
    if len(starts) < 2:
        return [unit for unit in page if abs(unit.place - line.place) <= _AROUND]
    first = max((place for place in starts if place <= line.place), default=-1)
    last = min((place for place in starts if place > line.place), default=len(page))
    return [unit for unit in page if first <= unit.place < last and unit.kind in _ONE]


def _starts(page: Sequence[Unit]) -> list[int]:
    return [unit.place for unit in page if _begins(unit)]


def _begins(unit: Unit) -> bool:
    """Whether a line is a name in capitals, or begins with one: "JAILS.", "LONE ELM - Six families ..."."""
    alone = _CAPITALS.fullmatch(unit.text) is not None and len(unit.text.split()) <= _MOST_WORDS
    return alone or _LABEL.match(unit.text) is not None

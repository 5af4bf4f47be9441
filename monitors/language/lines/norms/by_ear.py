"""What lines tell that somebody did to a rule which they describe in words of their own: "The county did away with the
rule that turns friends away at the door."

Decisions are read by grammar to their last word (decided.py). Where only the rule's own words are strange, the verbs
are still read by grammar, and the reader hears what the rule holds; of the whole it hears what the rule's words say.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.claims.act_chains import Chain, chain
from monitors.language.claims.decided_topics import SOME
from monitors.language.claims.duty_chains import duty_chain
from monitors.language.lines.certain import Certain
from monitors.language.lines.norms.heard_matters import heard_at_all, may_hold, topics_and_level
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.language.words.wording import days_in_words
from monitors.records import Fact, Severity, Topic

_LONGEST = 400  # characters; a longer line is no one sentence
# How likely what is heard must be to touch visiting. Of a jail's rules few that name visitors do not; what a sheriff
# declines to do for inmates may be anything, and comes up to .54.
_RULE, _TO_DO = 0.3, 0.55
_MOST = 6  # lines that are heard, some 30 ms each


def lines_by_ear(scene: Scene, alignment: Alignment) -> Certain:
    """What new and reworded lines say was done to rules that they describe, and no old line said."""
    lines = [*alignment.pairs, *((None, new) for new in alignment.added)]
    told = [(old, new, now) for old, new in lines if (now := _chain(new)) is not None and _tells(now, scene)][:_MOST]
    if not told or scene.of_others:
        return Certain()
    known = [was for unit in scene.before if (was := _chain(unit)) is not None]
    effects: list[Effect] = []
    read: list[Unit] = []
    for old, new, now in told:
        if any(was.sign == now.sign and concepts(was.content) == concepts(now.content) for was in known):
            continue  # told before, in these words or others
        if any(f"{now.act} {now.content}" in unit.plain for unit in scene.before):
            continue  # as one clause of a sentence
        if may_hold(new.plain.partition(now.content)[2]):
            continue  # "no longer has to hold visits, and the sheriff closed the windows": more than what was done
        # A paper's headline tells what was done to the rule, which is not what the rule holds.
        touches = _TO_DO if now.to_do else _RULE
        title = "" if scene.kind == "news" else scene.title
        held = heard_at_all(now.content, now.holds, title, touches)
        if held is None:
            continue
        topics, level = topics_and_level(held, suspends=False)
        texts = old.plain if old else "", new.plain
        # What is quoted are the page's words, and not what grammar made of them ("windows" are booths to it).
        quoted = [said for said in (now.act, now.content) if said in new.plain] or [new.plain]
        words = tuple(days_in_words(said)[:80] for said in quoted)
        sign = now.sign * held.sign
        if sign < 0 and now.to_do and not now.leaves and _FORBIDDEN.search(now.act) and _MEETS.search(now.content):
            # Who may not hold visits holds none, whatever is heard of the duty.
            topics, level = tuple(dict.fromkeys((Topic.IN_PERSON, *topics))), Severity.CRITICAL
        facts = _facts(now, sign, topics) if scene.kind in _OF_ONE_JAIL and level is Severity.CRITICAL else ()
        effect = Effect("D4-by-ear", sign, level, topics, facts, *texts, words)
        effects.append(effect.lower("S5") if now.leaves else effect)
        read += [new, *([old] if old else [])]
    return Certain(tuple(effects), tuple(read))


def _tells(now: Chain, scene: Scene) -> bool:
    """Whether the verbs matter: "signed an order under which ..." is rightly taken at its face, and that a rule
    "remains in effect" is news in a paper only."""
    if now.leaves and scene.kind != "news":
        return now.turned or _REFUSED.search(now.act) is not None
    return now.sign < 0 or now.leaves or now.turned or _AGAIN.search(now.act) is not None


_REFUSED = regex(r"\b(?:refus\w+|declin\w+|not|never|reject\w*|den(?:y|ies|ied)|down)\b|n't\b")
_AGAIN = regex(r"\b(?:back|re-?instat\w*|restor\w*|reviv\w*|re-?impos\w*|re-?enact\w*)\b")


def _facts(now: Chain, sign: int, topics: Sequence[Topic]) -> tuple[Fact, ...]:
    """Whether people may meet, where a rule of one jail holds that, whole, and not as before. Who is freed from a duty
    may go on, so that nothing has ended by that."""
    if now.to_do and _FORBIDDEN.search(now.act) is None:
        return ()
    if now.leaves or SOME.search(now.content) or _OF_MANY.search(now.content) or Topic.IN_PERSON not in topics:
        return ()
    return (Fact("in_person_allowed", sign < 0, sign > 0),)


_FORBIDDEN = regex(r"\b(?:forb\w+|prohibit\w*|barr?(?:s|ed)?|enjoin\w*|(?:may|can) (?:no longer|not))\b")
_MEETS = regex(
    r"\b(?:face[- ]to[- ]face|in[- ]person) (?:\w+ )?visit\w*|\bvisit\w* (?:\w+ )?(?:face[- ]to[- ]face|in[- ]person)\b"
)
_OF_MANY = regex(r"\b(?:jails|counties|sheriffs|agencies|prisons|facilities)\b")
_OF_ONE_JAIL = ("jail", "news", "")


def _chain(unit: Unit) -> Chain | None:
    if unit.row or len(unit.plain) > _LONGEST or not may_hold(unit.plain):
        return None
    found = chain(unit.plain) or duty_chain(unit.plain)
    return found if found is not None and may_hold(found.content) else None

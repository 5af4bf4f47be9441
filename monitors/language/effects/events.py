"""Changes without a quantity or a turned claim: pages published or removed, providers swapped, studies, renewals, places."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitors.language.claims.clauses import claims
from monitors.language.claims.policy import claim_effects
from monitors.language.effects.kindred import Extent, extent_of, kin, kinship_of
from monitors.language.effects.topics_held import topics_held
from monitors.language.figures.terms import term_effects
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import SegmentKind, Severity, Topic

VISITS = regex(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|{visits.VIDEO}|booths?|see (?:people|someone|your))\b")
_ERROR_PAGE = regex(
    r"\b(?:50\d (?:service|bad|internal|gateway)|40\d (?:forbidden|not found|unauthorized|error)|error (?:40|50)\d|service (?:temporarily )?unavailable|request unsuccessful|incapsula|cloudflare|enable (?:javascript|cookies)|access denied|captcha|database (?:error|connection)|error establishing|sql(?:state)?|fatal error|(?:unhandled|uncaught|runtime|server|application) exception|exception (?:has )?occurred|[a-z]+exception:|exception (?:details|report|type)|stack trace|are you (?:a )?(?:human|robot)|checking (?:your browser|(?:that|if|whether) you(?: a|')re (?:a )?(?:human|person|real))|(?:enable|turn on|allow|activate|requires?) (?:javascript|cookies)|security of your connection|performance and security by|unusual traffic|press and hold|not a (?:robot|bot)|page (?:cannot|could not|can not) be (?:found|displayed)|page not found|nginx|bad gateway|gateway time-?out|too many requests|connection timed out|site is (?:down|under maintenance)|ray id|verify you are)\b"
)
_POINTER = regex(
    r"\b(?:no longer (?:kept|maintained|updated|posted|published|found|on this page)|has moved to|have moved to|now (?:found|posted|kept|listed) (?:on|at)|see the (?:provider|vendor|company|new|\w+)'?s? (?:web ?)?(?:site|page)|(?:consult|visit|check|refer to|go to|call) (?:the|our) (?:vendor|provider|jail(?!'s)|new|company|sheriff)|under construction|(?:page|content|section|information) (?:has been|was|is) (?:removed|retired|withdrawn|taken down|no longer)|(?:turn|direct \w+(?: \w+)?) to (?:the|our) (?:vendor|provider|new|company|sheriff|(?:communications?|video|visiting) (?:partner|vendor|provider|company))|for (?:information|details|anything to do with) (?:on|about|with)? ?visit\w*,? (?:please )?(?:call|contact|see))\b"
)
_STUDY = regex(rf"\b(?:{acts.STUDY})\b")
SUIT = regex(
    r"\b(?:fil(?:e|es|ed|ing) (?:a |an )?(?:class[- ]action )?(?:suit|lawsuit|complaint|petition)|ask(?:s|ed|ing)? (?:the |a |that )?(?:federal |state )?(?:judge|court|justices) to|open(?:ed|s) (?:a |an )?(?:proceeding|docket|inquiry|rulemaking)|asks? whether|days for comment|(?:will|to|shall) study|study (?:panel|group|named|of)|survey families|(?:to|will|shall) survey|and report|to report|report (?:by|on whether)|sued?|sues|suing|lawsuit|class action|stud(?:y|ies|ied)|look into|task force|working group|to report (?:back|by)|report back|took no (?:decision|action|vote)|nothing was decided|questionnaire|feasib\w+|inquir\w+)\b"
)
_SAME_TERMS = regex(
    r"\b(?:same (?:terms|price|prices|conditions|rates?)|no change|unchanged|every term carries over|all other terms|without (?:change|amendment)|on equal terms|as before|remain[s]? the same)\b"
)


def changed_text(alignment: Alignment) -> tuple[str, str]:
    """All changed text of the old and of the new page."""
    old = " . ".join(
        u.plain for u in sorted([*(a for a, _ in alignment.pairs), *alignment.removed], key=lambda u: u.place)
    )
    new = " . ".join(
        u.plain for u in sorted([*(b for _, b in alignment.pairs), *alignment.added], key=lambda u: u.place)
    )
    return old, new


def _blank(scene: Scene) -> Alignment:
    return Alignment((), (), scene.before, scene.after)


def published(scene: Scene) -> list[Effect]:
    """Effects of a page that was not there: what it announces counts, judged by its content (R12)."""
    alignment = _blank(scene)
    if _OLD_RULES.search(" . ".join(u.plain for u in scene.after[:6])):
        return [
            Effect(
                "R12-old",
                0,
                Severity.MINOR,
                (Topic.IN_PERSON,),
                (),
                "",
                scene.after[0].plain,
                ("says its rules are old",),
            )
        ]
    found = [*term_effects(scene, alignment), *claim_effects(scene, alignment)]
    return [e for e in found if e.sign]


_OLD_RULES = regex(
    r"\b(?:no longer (?:in force|apply|applies)|for history only|is an archive|(?:none|nothing) of (?:it|this|these|them)(?: rules)? (?:has been|is|are|was) in force|for the record, at the request of|archived?:|rules in force until|kept for (?:researchers|history)|historical interest|superseded)\b"
)


def removed(scene: Scene) -> list[Effect]:
    """A visiting page taken down: neutral, major, with the topics of the terms that vanished (R12)."""
    if not VISITS.search(" ".join(u.plain for u in scene.before)):
        return []
    if (
        not re.search(r"\b(?:visit|video|famil|see)", scene.title)
        and not term_effects(scene, Alignment((), (), scene.before, ()))
        and not any("{" in u.plain for u in scene.before)
    ):
        return []
    topics = topics_held(scene.before, scene.title)
    return [Effect("R12-removed", 0, Severity.MAJOR, topics, words=("page removed",))]


# A whole page of a site may ask for JavaScript too, in a line that few see: what it lost is told.
_WORDS_OF_A_WALL = 250


def not_shown(scene: Scene, alignment: Alignment) -> bool:
    """Whether an error or a wall stands in the place of the page: nothing is known of what it says now."""
    few = len(alignment.same) <= len(scene.before) * 0.4 and _visiting(scene.after) <= 1
    words = sum(len(unit.plain.split()) for unit in scene.after)
    return few and words <= _WORDS_OF_A_WALL and any(_ERROR_PAGE.search(unit.plain) for unit in scene.after)


def replaced_page(scene: Scene, alignment: Alignment) -> list[Effect] | None:
    """[] for an error page in place of the text, the removal for a bare pointer elsewhere, None for any other change."""
    if not_shown(scene, alignment):
        return []
    after = " ".join(u.plain for u in scene.after)
    gone = (*alignment.removed, *(a for a, _ in alignment.pairs))
    lost = sum(len(u.plain) for u in gone)
    _, new = changed_text(alignment)
    if (
        _POINTER.search(new)
        and len(after) <= sum(len(u.plain) for u in scene.before)
        and _hardly_left(scene, gone, lost)
    ):
        return removed(scene)
    if not scene.official or lost <= 60 or any(VISITS.search(u.plain) for u in scene.after if not _is_name(u)):
        return None
    if _is_rewritten(alignment):
        return None
    return removed(scene) if _visiting(scene.before) >= 2 else None


_MOST = 0.55  # of a text
_HARDLY = 4  # times as many lines on visits stood there: of a page in a frame that is all that tells of its rules


def _hardly_left(scene: Scene, gone: Sequence[Unit], lost: int) -> bool:
    """Whether of a page's text most is gone, and of its lines on visits half; or of what stands between frames."""
    held, left = _visiting(scene.before), _visiting(scene.after)
    if lost > _MOST * sum(len(u.plain) for u in scene.before) and 2 * left <= held:
        return True
    return lost > _MOST * sum(len(u.plain) for u in _between(scene.before, gone)) and _HARDLY * left <= held


def _between(page: tuple[Unit, ...], gone: Sequence[Unit]) -> list[Unit]:
    """The lines of a page from the first that is gone to the last: above and below stands what the site shows on all
    its pages."""
    places = [unit.place for unit in gone]
    return [unit for unit in page if places and min(places) <= unit.place <= max(places)]


def _visiting(page: tuple[Unit, ...]) -> int:
    """How many lines of a page speak of visits, headings aside."""
    return sum(1 for unit in page if VISITS.search(unit.plain) and not unit.short and not _is_name(unit))


def _is_name(unit: Unit) -> bool:
    """Whether a line only names a page, this one or one that a menu leads to: it stays whatever is left of the text."""
    return unit.kind is SegmentKind.TITLE or (unit.short and unit.kind in (SegmentKind.ITEM, SegmentKind.MENU))


def _is_rewritten(alignment: Alignment) -> bool:
    """Whether the new page says in other words what the old one said, if without a word of visiting."""
    if extent_of(alignment) is Extent.LITTLE or not alignment.pairs:
        return False
    near = sorted(one.nearness for one in kin(alignment, kinship_of(alignment)))
    return near[len(near) // 2] >= _KIN


_KIN = 0.45  # so kin is the middle one of a page's lines to its old wording


def stop_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """A stop whose length changed: dated to open-ended, temporary to permanent, or open-ended to a day of return (S8)."""
    old, new = changed_text(alignment)
    around = " ".join(
        [
            old,
            new,
            *(t for _, b in alignment.pairs for t in b.trail[:2]),
            *(t for u in alignment.added for t in u.trail[:2]),
        ]
    )
    if not (_STOPPED.search(around) and VISITS.search(around)):
        return []
    topics = (Topic.SUSPENSION, *((Topic.IN_PERSON,) if any(c.about == "in_person" for c in claims(around)) else ()))
    if _LIFTED.search(new) and not _LIFTED.search(old):
        return [Effect("S8-lifted", 1, Severity.MAJOR, topics, (), old[:200], new[:200], ("suspension", "lifted"))]
    was, now = _length(old), _length(new)
    if now == "permanent" and was != "permanent":
        return [
            Effect(
                "S8-permanent",
                -1,
                Severity.CRITICAL,
                (Topic.IN_PERSON, Topic.SUSPENSION),
                (),
                old[:200],
                new[:200],
                ("permanent",),
            )
        ]
    if was == "dated" and now == "open":
        return [Effect("S8-open", -1, Severity.MAJOR, topics, (), old[:200], new[:200], ("until further notice",))]
    if (
        was == "open"
        and now == "dated"
        and re.search(r"\b(?:back|resum\w+|reopen\w*|return\w*|again|restart\w*|pick up)\b", new)
    ):
        return [Effect("S8-ends", 1, Severity.MAJOR, topics, (), old[:200], new[:200], ("day of return",))]
    return []


_STOPPED = regex(rf"\b(?:{acts.SUSPENDS}|clos\w+|no visits|shut|out of use)\b")
_LIFTED = regex(  # "The suspension of visits has been lifted."
    r"\b(?:suspension|moratorium|pause|halt|freeze)(?: (?:of|on|in|to))(?: [a-z-]+){0,2} visit\w*"
    r" (?:(?:has|have|had) been |was |is |are )(?:now )?(?:lifted|ended|over|rescinded|withdrawn)\b"
)
_OPEN = regex(rf"\b(?:{acts.UNTIL_NOTICE})")
_PERMANENT = regex(rf"\b(?:{acts.PERMANENT})")
_DAY = regex(
    r"\b(?:through|until|till|on|to|from|by) (?:\{[a-z,]+\},? ?)?(?:the )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{1,2}(?:st|nd|rd|th))|\{[a-z]+\},? \w+ \d|\{[a-z]+\} the \d"
)
_TEMPORARY = regex(rf"\b(?:{acts.TEMPORARY})")


def _length(text: str) -> str:
    if _PERMANENT.search(text):
        return "permanent"
    if _OPEN.search(text):
        return "open"
    return "dated" if _DAY.search(text) else "temporary" if _TEMPORARY.search(text) else ""


# "After a study by experts, visits in person have ended.": what came of it is the act.
_PAST_STUDY = regex(
    r"^(?:after|following|despite|in spite of|citing|because of|to settle|settling|under|as part of) [^,;.]{3,70}, (?=.*\b(?:(?:is|are|has been|have been|has|have|were) (?:\w+ )?(?:ended|suspended|back|restored|resumed|banned|barred|stopped|cancel+ed|closed|allowed|lifted|dropped)|no longer)\b)"
)


def suit_or_study(effect: Effect) -> Effect:
    """An effect whose clause only tells of a suit, study or question is neutral and minor (S3)."""
    if effect.sign and effect.rule.startswith("P-") and SUIT.search(_PAST_STUDY.sub("", effect.new)):
        return replace(effect, sign=0, severity=Severity.MINOR, facts=(), rule="S3-study")
    return effect

"""Plain rules on the form of visits that came, went or turned in whatever words: touch or glass, in person or a screen.

What all changed lines that visit_forms.py reads whole say on each side is compared form by form, for everybody and for each
class named; lines that say the same in other words are no news.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable

from monitors.language.claims import visit_forms as forms
from monitors.language.lines.acts.stances import few_alone, is_plain, may_say_the_same, others_of
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_MOST = 60  # changed lines
# Topics, severity for everybody and for one class (S6), rule and fact of each form.
_TERMS: dict[str, tuple[tuple[Topic, ...], Severity, Severity, str, str]] = {
    forms.IN_PERSON: ((Topic.IN_PERSON,), Severity.CRITICAL, Severity.MAJOR, "in_person", "in_person_allowed"),
    forms.TOUCH: ((Topic.CONTACT,), Severity.MAJOR, Severity.MINOR, "contact", "contact_allowed"),
    forms.HUGS: ((Topic.CONTACT,), Severity.MAJOR, Severity.MINOR, "contact", ""),
    forms.KISSES: ((Topic.CONTACT,), Severity.MAJOR, Severity.MINOR, "contact", ""),
    forms.HANDS: ((Topic.CONTACT,), Severity.MAJOR, Severity.MINOR, "contact", ""),
    forms.LAPS: ((Topic.CONTACT,), Severity.MAJOR, Severity.MINOR, "contact", ""),
    forms.HOME: ((Topic.VIDEO_REMOTE,), Severity.MAJOR, Severity.MINOR, "video_remote", ""),
    forms.LOBBY: ((Topic.VIDEO_ONSITE,), Severity.MAJOR, Severity.MINOR, "video_onsite", ""),
    forms.VIDEO: ((Topic.VIDEO_REMOTE, Topic.VIDEO_ONSITE), Severity.MAJOR, Severity.MINOR, "video_remote", ""),
    forms.UNBOOKED: ((Topic.SCHEDULE,), Severity.MINOR, Severity.MINOR, "booking", ""),
    forms.VISITS: ((Topic.ELIGIBILITY,), Severity.MINOR, Severity.MINOR, "class", ""),
}
# What another line of the page may say of the same form.
_NAMED = {
    forms.IN_PERSON: regex(r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bbooths?\b|\bglass\b|\bvideo visits? only\b"),
    forms.HOME: regex(
        r"\b(?:from home|at-home|home (?:video|visits?)|remote(?:ly)?|online visits?|your (?:own )?(?:device|computer|phone|tablet))\b"
    ),
    forms.LOBBY: regex(rf"\b(?:{visits.VIDEO_ONSITE})\b"),
    forms.VIDEO: regex(r"\bvideo\b"),
    forms.UNBOOKED: regex(r"\b(?:appointments?|schedul\w+|book(?:ed|ing)?)\b"),
    forms.VISITS: regex(r"\b(?:disciplin\w*|segregat\w*)\b"),
}
_SCREENS = regex(r"\b(?:screens?|in-person video|on-?site video)\b")
_LAWYERS = regex(rf"\b(?:{visits.LEGAL})\b")
_TOUCHING = regex(rf"\b(?:{visits.CONTACT}|{visits.BARRIER}|glass)\b")
# A line that tells what was done is news when it comes, and old news when it goes (R3).
_DONE = regex(r"\b(?:has|have) been\b|\bno longer\b|\breplaced\b|\bhas come\b|\bnow\b|\bagain\b|\bback\b")
_NEWS = regex(r"\b(?:now|again|once more|back|resumed?|restored|no longer|removed|come down)\b")
_WHOLE = (forms.IN_PERSON, forms.TOUCH)
_Lines = list[tuple[Unit, forms.Forms]]


def form_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What plain rules on the form of visits tell."""
    if len(alignment.changed) > _MOST:
        return Certain()
    olds = _said([*(old for old, _ in alignment.pairs), *alignment.removed])
    news = _said([*(new for _, new in alignment.pairs), *alignment.added])
    if not (olds or news) or scene.of_others:
        return Certain()
    was, now = _together(olds), _together(news)
    if was is None or now is None:
        return Certain()  # a page that says two things at once
    units = tuple(unit for unit, _ in (*olds, *news))
    if olds and news:
        moved = {key: now[key] for key in was.keys() & now.keys() if was[key] != now[key]}
        if moved:
            quotes = (" ".join(unit.plain for unit, _ in olds), " ".join(unit.plain for unit, _ in news))
            return Certain(tuple(_effects(moved, *quotes)), units)
        return Certain((), units, ("R2 the same form of visits",)) if _same(was, now, news) else Certain()
    return _alone(olds, news, alignment)


def _same(was: forms.Forms, now: forms.Forms, news: _Lines) -> bool:
    """Whether both sides hold the same, though one may leave unsaid that people meet in person."""
    more = dict(was.items() ^ now.items())
    if not was.keys() & now.keys():
        return False
    unsaid = all(form == forms.IN_PERSON and given for (_, form), given in more.items())
    return not more or (unsaid and not any(_NEWS.search(unit.plain) for unit, _ in news))


def _said(units: Iterable[Unit]) -> _Lines:
    return [(unit, said) for unit in units if is_plain(unit) and (said := forms.forms(unit.plain))]


def _together(lines: _Lines) -> forms.Forms | None:
    """What all lines of one side say; None where they gainsay each other."""
    found: forms.Forms = {}
    for _, said in lines:
        if any(found.get(key, given) != given for key, given in said.items()):
            return None
        found |= said
    return found


def _alone(olds: _Lines, news: _Lines, alignment: Alignment) -> Certain:
    """What lines tell of which the other page says nothing: a form that is taken from visits, or a new line that says it
    is given now."""
    came = bool(news)
    if not few_alone(alignment, came=came):
        return Certain()
    effects: list[Effect] = []
    lines: list[Unit] = []
    others = others_of(alignment, came=came)
    kept = [new for _, new in alignment.same]
    for unit, said in news or olds:
        taken: forms.Forms = {key: given for key, given in said.items() if not given}
        news_of = came and _NEWS.search(unit.plain) is not None and _whole(said)
        told: forms.Forms = taken or (said if news_of else {})
        if not told or (not came and (_DONE.search(unit.plain) or not taken)):
            continue
        if any(_names(*key, (*kept, *others)) for key in _plain(told)) or may_say_the_same(others):
            continue
        if not taken and any(_SCREENS.search(one.plain) for one in (*alignment.added, *kept)):
            continue  # "In-person visits are back! Use one of our new lobby screens." (T16)
        moved: forms.Forms = {key: given == came for key, given in told.items()} if taken else told
        effects += _effects(moved, "" if came else unit.plain, unit.plain if came else "")
        lines.append(unit)
    return Certain(tuple(effects), tuple(lines))


def _whole(said: forms.Forms) -> bool:
    return any(form in _WHOLE for _, form in said)


def _plain(told: forms.Forms) -> list[tuple[str, str]]:
    """The forms told without those that are so by themselves, as no video from home where there is no video."""
    return [key for key in told if key[1] not in (forms.HOME, forms.LOBBY) or (key[0], forms.VIDEO) not in told]


def _names(group: str, form: str, page: Iterable[Unit]) -> bool:
    """Whether a line of a page speaks of a form of visit, and of the same people."""
    named = _NAMED.get(form, _TOUCHING)
    whom = _LAWYERS if group == forms.COUNSEL else None
    words = set(group.split()) if group and whom is None else set()
    return any(
        named.search(unit.plain)
        and (whom is None or whom.search(unit.plain))
        and (not words or words & set(concepts(unit.plain)))
        for unit in page
    )


def _effects(moved: forms.Forms, old: str, new: str) -> list[Effect]:
    """One effect for each class whose visits gained or lost a form; the form that matters most, whatever came with it."""
    found = []
    for group in dict.fromkeys(group for group, _ in moved):
        form = next(form for form in _TERMS if (group, form) in moved)
        given = moved[group, form]
        topics, level, less, name, fact = _TERMS[form]
        if group == forms.COUNSEL:
            touch = form in _WHOLE
            topics = (Topic.LEGAL_VISITS, *((Topic.CONTACT,) if form == forms.TOUCH else ()))
            level, name = Severity.MAJOR if touch else Severity.MINOR, f"{name}-legal"
        elif group:
            level = less
        facts = (Fact(fact, not given, given),) if fact and not group else ()
        words = (f"{form}: {'given' if given else 'taken'}",)
        side = "turn" if old and new else "new" if new else "gone"
        rule = f"P-{side}-{name}" if name != "class" else "P-admittance-class"
        found.append(Effect(rule, 1 if given else -1, level, topics, facts, old, new, words))
    return found

"""How each measured term counts: which way is good for visits, how severe a change is, what topic it belongs to."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from monitors.language.claims.booking import booking
from monitors.language.claims.policy import adopted
from monitors.language.figures.counts import unlimited
from monitors.language.figures.ended import over, with_ended
from monitors.language.figures.meanings import NEEDS_BOTH, PACKAGE, severity_of, sign_of, topics_of
from monitors.language.figures.quantities import measures
from monitors.language.figures.service import mere_line, of_visits, service_of
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic


def _pair_up(
    old: list[Measure], new: list[Measure]
) -> tuple[list[tuple[Measure, Measure]], list[Measure], list[Measure]]:
    """Pairs of one name and channel whose values differ; what has no partner."""
    by_name: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    for measure in new:
        values[measure.name].append(measure.value)
    rest_old = []
    for measure in old:
        if measure.value in values[measure.name]:
            values[measure.name].remove(measure.value)
            partner = next(m for m in new if m.name == measure.name and m.value == measure.value)
            new = [m for m in new if m is not partner]
        else:
            rest_old.append(measure)
    for measure in new:
        by_name[measure.name, measure.channel if measure.channel in ("onsite", "remote", "legal") else ""].append(
            measure
        )
    pairs, lone = [], []
    for measure in rest_old:
        channel = measure.channel if measure.channel in ("onsite", "remote", "legal") else ""
        partners = by_name[measure.name, channel] or next(
            (v for (n, _), v in by_name.items() if n == measure.name and v), []
        )
        if partners:
            pairs.append((measure, partners.pop(0)))
        else:
            lone.append(measure)
    return pairs, lone, [m for ms in by_name.values() for m in ms]


_FROM_TO = regex(  # the dot of a price ends no sentence
    r"\bfrom\b(?:[^.;]|\.(?=\d))*?\b(?:to|down to|up to)\b|(?:\b(?:was|were|had been|now|currently|at present)|(?<=%) since \d{4})\b(?:[^.;]|\.(?=\d))*\b(?:becomes?|is now|will be(?:come)?|is to be|(?:will|shall) (?:go|drop|fall|rise|sink|climb) to)\b"
)
_WAS_LAST = regex(
    r"\bto \$?\d[\d.]*%?(?: [a-z]+)? from \$?\d|\b(?:rather than|instead of|up from|down from|(?:compared )?with the (?:old|present|former)|not the|used to be|previously|before it was|it was)\b"
)


def told_in_one_sentence(found: list[Measure]) -> tuple[list[tuple[Measure, Measure]], list[Measure]]:
    """Old and new value told by one sentence: "from $12 to $5", "$4 rather than $6"."""
    pairs: list[tuple[Measure, Measure]] = []
    rest = list(found)
    for first in found:
        twin = next(
            (
                m
                for m in rest
                if m is not first and (m.name, m.place) == (first.name, first.place) and m.value != first.value
            ),
            None,
        )
        if first not in rest or twin is None:
            continue
        if _WAS_LAST.search(first.words):
            pairs.append((twin, first))
        elif _FROM_TO.search(first.words):
            pairs.append((first, twin))
        else:
            continue
        rest = [m for m in rest if m is not first and m is not twin]
    return pairs, rest


_CALLED_OFF = regex(
    r"\b(?:call(?:ed|s)? off|cancel\w*|will (?:stay|remain)|withdr\w+|not (?:go up|rise|take effect|happen)|dropped the|scrapped|stay(?:s)? at|shelved|rescinded)\b"
)


def _status_change(old: Unit, new: Unit, scene: Scene) -> list[Effect]:
    """A change of terms that was pending and is decided, or was announced and is called off."""
    before, _ = told_in_one_sentence(measures(old, scene.title))
    after, _ = told_in_one_sentence(measures(new, scene.title))
    if after and adopted(old.plain, new.plain):
        return [term_effect(a.name, a, b, scene.kind) for a, b in after]
    if before and not after and _CALLED_OFF.search(new.plain):
        return [term_effect(b.name, b, a, scene.kind) for a, b in before]
    return []


def _all(units: Iterable[Unit], title: str) -> list[Measure]:
    return [measure for unit in units for measure in measures(unit, title)]


# What a page does not grant or ask for is none of it: no free visit, no guarantee.
_NONE_IS_NOTHING = ("free_", "min_guarantee", "min_paid", "bonus_points")


def term_effect(name: str, old: Measure | None, new: Measure | None, kind: str) -> Effect:
    """What a term's move from one measure to another comes to, before scope and time; None: one side does not state it."""
    before, after = old.value if old else None, new.value if new else None
    shown = new or old
    assert shown is not None
    channel = shown.channel
    public = name if not name.startswith("_") else ""
    if (
        name == "visit_minutes"
        and new is not None
        and old is not None
        and (new.maximum or old.maximum)
        and ((new.maximum and old.maximum) or _PER_MINUTE.search(f"{old.words} {new.words}"))
    ):
        public = "visit_minutes_max"
    if name.startswith(_NONE_IS_NOTHING) and before is None:
        before = 0.0
    if name.startswith(_NONE_IS_NOTHING) and after is None:
        after = 0.0
    facts = (Fact(public, before, after),) if public else ()
    topics = topics_of(name, channel, kind)
    if channel == "legal":
        topics, severity = (Topic.LEGAL_VISITS,), Severity.MINOR
    else:
        severity = severity_of(name, before, after)
    return Effect(
        f"Q-{name.strip('_')}",
        sign_of(name, before, after),
        severity,
        topics,
        facts,
        old.words if old else "",
        new.words if new else "",
        (_said(name, before, after),),
    )


def _said(name: str, before: float | None, after: float | None) -> str:
    def figure(value: float | None) -> str:
        return "not stated" if value is None else f"{value:g}"

    return f"{name.strip('_').replace('_', ' ')}: {figure(before)} -> {figure(after)}"


def _session_to_minute(
    lone_old: list[Measure], lone_new: list[Measure], lengths: Sequence[Sequence[Measure]], kind: str
) -> list[Effect]:
    """A price per session that became one per minute, or back, compared over the length told beside it, else over the
    standard one (D8). lengths: of either page."""
    found = []
    for prefix, topic in (("video_fee", Topic.VIDEO_REMOTE), ("onsite_video_fee", Topic.VIDEO_ONSITE)):
        for old_name, new_name in (
            (f"{prefix}_usd", f"{prefix}_per_min_usd"),
            (f"{prefix}_per_min_usd", f"{prefix}_usd"),
        ):
            old = next((m for m in lone_old if m.name == old_name), None)
            new = next((m for m in lone_new if m.name == new_name), None)
            if old is None or new is None or not (lengths[0] or lengths[1]):
                continue
            lone_old.remove(old)
            lone_new.remove(new)
            session, told = (new, lengths[1]) if old_name.endswith("min_usd") else (old, lengths[0])
            minutes = next((m.value for m in told if m.place == session.place), (lengths[0] or lengths[1])[0].value)
            was = old.value if old_name.endswith("min_usd") else old.value / minutes
            is_now = new.value if new_name.endswith("min_usd") else new.value / minutes
            sign = 0 if abs(was - is_now) < 0.006 else 1 if is_now < was else -1
            severity = Severity.MAJOR if was == 0 or abs(is_now - was) / was >= 0.0999 else Severity.MINOR
            facts = (
                (Fact(old_name, old.value, None), Fact(new_name, None, new.value))
                if old.value
                else (Fact(new_name, 0.0, new.value),)  # what was free cost nothing by the minute, too
            )
            found.append(
                Effect(
                    "D8-unit",
                    sign,
                    severity,
                    (Topic.FEES, topic),
                    facts,
                    old.words,
                    new.words,
                    (_said(new_name, was, is_now),),
                )
            )
    return found


def term_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """Effects of all measured terms that moved. A lone number that the other side's changed text also says is no news."""
    effects: list[Effect] = []
    lone_old: list[Measure] = _all(alignment.removed, scene.title)
    lone_new: list[Measure] = _all(alignment.added, scene.title)
    for old_unit, new_unit in alignment.pairs:
        status = _status_change(old_unit, new_unit, scene)
        if status:
            effects += status
            continue
        inner, _ = told_in_one_sentence(measures(new_unit, scene.title))
        if inner and not told_in_one_sentence(measures(old_unit, scene.title))[0]:
            effects += [term_effect(a.name, a, b, scene.kind) for a, b in inner]
            continue
        was, is_now = with_ended(measures(old_unit, scene.title), measures(new_unit, scene.title))
        pairs, old_left, new_left = _pair_up(was, _free_by_the_minute(was, is_now))
        effects += [term_effect(a.name, a, b, scene.kind) for a, b in pairs]
        lone_old += old_left
        lone_new += new_left
    inner, lone_new = told_in_one_sentence(lone_new)
    effects += [term_effect(a.name, a, b, scene.kind) for a, b in inner]
    pairs, lone_old, lone_new = _pair_up(*with_ended(lone_old, lone_new))
    pairs += [(measure, left) for measure in lone_new if (left := over(measure)) is not None]
    lone_new = [measure for measure in lone_new if over(measure) is None]
    effects += [term_effect(a.name, a, b, scene.kind) for a, b in pairs]
    if any("fee" in m.name for m in lone_old) and any("fee" in m.name for m in lone_new):
        pages = (scene.before, scene.after)
        lengths = [[m for m in _all(page, scene.title) if m.name == "visit_minutes"] for page in pages]
        effects += _session_to_minute(lone_old, lone_new, lengths, scene.kind)
    effects += _lone_effects(scene, alignment, lone_old, lone_new)
    if any(effect.rule == _FREE_VISITS for effect in effects) and _sold_from_home(scene):
        effects = [_from_home(effect) if effect.rule == _FREE_VISITS else effect for effect in effects]
    effects = [
        e
        for e in effects
        if not (
            e.rule == "Q-call_fee_usd" and not re.search(r"\bcalls? (?:cost|price|rate|fee|is|are)|\bper call", e.new)
        )
    ]
    return [effect for effect in _packaged(_unique(effects)) if effect.sign or effect.rule.startswith("D8-")]


_FREE_VISITS = "Q-free_visits_per_week"


def _sold_from_home(scene: Scene) -> bool:
    """Whether visits from home are the only ones that a page sells: of these the first may be free."""
    priced = [unit for page in (scene.before, scene.after) for unit in page if "$" in unit.plain]
    sold = {m.name for m in _all(priced, scene.title) if m.value and "fee" in m.name}
    return bool(sold & {"video_fee_usd", "video_fee_per_min_usd"}) and not any(n.startswith("onsite") for n in sold)


def _from_home(effect: Effect) -> Effect:
    """Free visits as free visits from home."""
    facts = tuple(replace(fact, name="free_remote_visits_per_week") for fact in effect.facts)
    return replace(effect, rule="Q-free_remote_visits_per_week", topics=topics_of(facts[0].name, "", ""), facts=facts)


_OF_ONE_VISIT = frozenset({"video_fee_usd", "onsite_video_fee_usd", "regular_video_fee_usd"})


def _packaged(effects: list[Effect]) -> list[Effect]:
    """Price and length of a visit that moved in step: by the minute it costs the same, so only the length counts (D8)."""
    facts = {fact.name: fact for effect in effects for fact in effect.facts if fact.before and fact.after}
    length = facts.get("visit_minutes") or facts.get("visit_minutes_max")
    if length is None:
        return effects
    in_step = {name for name in _OF_ONE_VISIT & facts.keys() if _by_one_share(facts[name], length)}
    return [
        replace(effect, rule=PACKAGE, sign=0) if any(fact.name in in_step for fact in effect.facts) else effect
        for effect in effects
    ]


def _by_one_share(price: Fact, length: Fact) -> bool:
    was, now = (float(getattr(price, side)) / float(getattr(length, side)) for side in ("before", "after"))
    return abs(now - was) <= 0.006 * was  # a cent of rounding


def _lone_effects(scene: Scene, alignment: Alignment, lone_old: list[Measure], lone_new: list[Measure]) -> list[Effect]:
    if not lone_old and not lone_new:
        return []
    kept_names = {(m.name, m.value) for m in _all((u for _, u in alignment.same), scene.title)}
    old_text = " ".join([*(a.plain for a, _ in alignment.pairs), *(u.plain for u in alignment.removed)])
    new_text = " ".join([*(b.plain for _, b in alignment.pairs), *(u.plain for u in alignment.added)])
    effects = []
    pages = (" ".join(u.plain for u in scene.before), " ".join(u.plain for u in scene.after))
    ours = {True: of_visits(scene.before), False: of_visits(scene.after)}
    changed = {True: of_visits(alignment.gone), False: of_visits(alignment.come)}
    # Asked for prices alone and the same for each of them: a page of 100,000 words has dozens.
    given = cache(lambda is_new: _all(scene.before if is_new else scene.after, scene.title))
    for lone, other, page, is_new in ((lone_new, old_text, pages[0], True), (lone_old, new_text, pages[1], False)):
        for measure in lone:
            if measure.name == "min_age" and not is_new and ANY_AGE.search(other):
                effects.append(term_effect("min_age", measure, replace(measure, value=0.0), scene.kind))
                continue
            walks = measure.name == "booking_lead_hours" and booking(other) > 0
            if walks and (measure.name, measure.value) not in kept_names:
                effects.append(
                    term_effect(measure.name, None if is_new else measure, measure if is_new else None, scene.kind)
                )
                continue
            if (
                measure.name in NEEDS_BOTH
                or measure.name in ("_call_fee_usd", "visit_weekends_per_month")
                or (measure.name, measure.value) in kept_names
                or _says(other, measure)
            ):
                continue
            if "fee" in measure.name and (
                _says(page, measure) or (measure.value == 0.0 and not (is_new and _NEWLY.search(measure.words)))
            ):
                continue
            if (
                measure.name == "transaction_fee_usd"
                and is_new
                and re.search(r"\b(?:nothing|no (?:charge|fee)|free|without (?:charge|fee))\b", other)
            ):
                effects.append(term_effect(measure.name, replace(measure, value=0.0), measure, scene.kind))
                continue
            service = service_of(measure, ours[is_new], is_new=is_new) if mere_line(scene, changed[is_new]) else None
            effects.append(service or _lone_effect(measure, scene, other, given, is_new=is_new))
    return effects


def _lone_effect(
    measure: Measure, scene: Scene, other: str, given: Callable[[bool], list[Measure]], *, is_new: bool
) -> Effect:
    """The effect of a value that only one side's changed text tells, against the one value the other page gives."""
    known = _counterpart(measure, given(is_new)) if measure.name in _SESSION_PRICES else None
    if known is not None:
        old, new = (known, measure) if is_new else (measure, known)
        return term_effect(measure.name, old, new, scene.kind)
    effect = term_effect(measure.name, None if is_new else measure, measure if is_new else None, scene.kind)
    if measure.name.startswith("visits_per") and unlimited(other):
        effect = replace(effect, sign=-1 if is_new else 1)
    if measure.name in _SESSION_PRICES and scene.before and scene.after:
        # A price told once may be a new one or an old one told at last; measured, it was a fact in 1 of 12.
        effect = replace(effect, facts=())
    return effect


_SESSION_PRICES = ("video_fee_usd", "onsite_video_fee_usd")


def _counterpart(measure: Measure, given: list[Measure]) -> Measure | None:
    """The same term of the other page where that page gives it just one value, and another one."""
    same = [m for m in given if m.name == measure.name and m.value]
    return same[0] if len({m.value for m in same}) == 1 and same[0].value != measure.value else None


def _free_by_the_minute(old: list[Measure], new: list[Measure]) -> list[Measure]:
    """New measures with "free" put as the price per minute that it takes the place of."""
    named = {m.name for m in new if m.value}
    charged = {m.name for m in old if m.name.endswith("fee_per_min_usd")} - named
    return [
        replace(m, name=by_minute)
        if m.value == 0.0 and (by_minute := m.name.replace("_fee_usd", "_fee_per_min_usd")) in charged
        else m
        for m in new
    ]


_PER_MINUTE = regex(r"per minute|a minute|the minute|each minute")
ANY_AGE = regex(
    r"\b(?:any age|every age|all ages|whatever (?:their |the |its )?age|no (?:age (?:limit|minimum)|minimum (?:visiting |visitor )?age)|no age at which|too young|(?:age limit|age rule|minimum age)(?: \w+){0,4} (?:gone|removed|lifted|dropped|no longer))\b"
)
_NEWLY = regex(
    r"\b(?:now|new|waived?|no longer|from (?:this|\w+ \d)|beginning|starting|effective|made free|becomes?)\b"
)


def _says(text: str, measure: Measure) -> bool:
    """Whether a text holds a measure's number in any role."""
    figure = f"{measure.value:g}"
    return re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.]\d|\d)", text) is not None or (
        measure.value == 0.0 and "free" in text
    )


def _unique(effects: Iterable[Effect]) -> list[Effect]:
    seen: set[tuple[object, ...]] = set()
    found = []
    for effect in effects:
        key = (effect.rule, effect.facts)
        if key not in seen:
            seen.add(key)
            found.append(effect)
    return found

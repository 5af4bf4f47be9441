"""Neutral news: studies, provider swaps, positions, renewals, groups and clocks shifted, places and booking channels moved."""

# ruff: noqa: E501  a pattern reads better on one line
from __future__ import annotations

import re
from collections.abc import Iterable

from monitors.language.claims.clauses import claims
from monitors.language.effects.events import SUIT, VISITS, changed_text
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import NOT_VISITING, label_of, may_be_visiting
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_PROVIDER = regex(
    r"\b(?:(?:mov|switch|chang|transition|migrat|convert)\w+ (?:from [\w&' .-]{2,40} )?to [a-z]|new (?:video |visit\w* |phone )?(?:provider|vendor|company|contractor|system|platform|carrier)|in place of [a-z]|takes? over (?:from|as)|replac\w+ [\w&' .-]{2,30} as|(?:provider|vendor|company|contractor) (?:is|will be|becomes|changes)|provided by|through|run by|operated by|supplied by|everyone needs a new account|new accounts?)\b"
)

_SWAP = regex(
    r"\b(?:everyone (?:needs|must)|new accounts?|register anew|sign up with|leaves us|balances will|sold its|assign\w* (?:the|to)|moves? (?:from|to)|switch\w*|replac\w+|takes? over|took over|in place of|instead of|transfer\w*|new (?:provider|vendor|company|contractor|carrier)|changes? (?:hands|provider|vendor)|succeed\w*)\b"
)

_PROVIDER_CUE = regex(r"\b(?:provider|vendor|company|accounts?|register|balances?|agreement|llc|inc)\b")

_RENAMED = regex(
    r"\b(?:formerly|previously|now (?:called|known as|named)|renamed|new name|same company|changed its name|rebrand\w*|name change|doing business as|f/k/a|is now called|under the name)\b"
)

_PLACE = regex(
    r"\b(?:visit\w*|sessions?|booths?|windows?|families|see (?:visitors|their)|seen|interviews?)(?: \w+){0,6} (?:take[s]? place|held|located|are|is|moved?|at|in|has moved|have moved|relocat\w*)(?: \w+){0,4}? (?:in|at|to|on|behind|across|from) (?:the |a |our |room |building )?"
)

_PLACE_WORD = regex(
    r"\b(?:basement|floor|building|courthouse|annex|room [\w-]+|entrance|door|lobby|trailer|street|wing|center|centre|main jail|campus|tower|complex|facility|road|house|hall|gym|chapel|parlor|corridor)\b"
)

_MOVED = regex(
    r"\b(?:moved|moves|relocat\w*|new (?:visiting |visitation )?(?:building|center|location|entrance|room)|now (?:held|take place|located) (?:in|at)|transferred to)\b"
)

_RENEWAL = regex(r"\b(?:renew\w*|extend\w*|extension|prolong\w*|another (?:term|year)|carried over|carries over)\b")

_DENIES = regex(r"\b(?:not|no|never|without|unless)\b")

_CHANGED_MAIL = regex(r"\b(?:webmaster|question|comment|complain|records|appeal|grievance|application|form|paper)s?\b")

_CHANNEL_BOOK = regex(rf"\b(?:{visits.APPOINTMENT}|request\w*|set|arrang\w+|ask for|sign up|slots?)\b")

_BY_PHONE = regex(r"\b(?:call(?:ing)?|phone|telephone|dial|visiting line|by phone)\b")

_BY_POST = regex(r"\b(?:by (?:mail|letter|post)|write to|mail (?:in|the)|text message|by text\w*)\b")

_BY_WEB = regex(r"\b(?:online|web ?site|web ?page|portal|app|internet|calendar (?:on this )?page|e-?mail)\b")

_NO_POSITION = regex(
    r"\b(?:takes? no (?:position|side|stand|view)|neutral|do(?:es)? not (?:set|decide|take|require|dictate|tell)|(?:each|every|the|that) (?:\w+ )?(?:sheriff|agency|county|facility|warden|jail|customer)(?: or \w+)? (?:decides?|picks?|sets?|chooses?|determines?)|silent on|up to (?:the|each)|leave(?:s)? (?:that|it|the matter) to|no opinion|never said otherwise|(?:say|says) nothing (?:on|about) (?:the matter|it|that|visit\w*)|takes? no side|makes? its own rules?|neither (?:asked|requires?|asks) nor|is for you)\b"
)

_LETTERS = regex(r"\b(?:[a-z] ?(?:-|through|to|thru) ?[a-z]|odd|even|last names?)\b")


def neutral_events(scene: Scene, alignment: Alignment) -> list[Effect]:
    """Changes that are news without being gain or loss; asked for when nothing else was found."""
    old, new = changed_text(alignment)
    for test in (_study, _provider, _position, _renewal, _letters, _groups, _split, _clock_shift, _place, _channel):
        effect = test(scene, alignment, old, new)
        if effect is not None:
            return [effect]
    return []


def _near_visits(units: Iterable[Unit]) -> bool:
    return any(VISITS.search(text) for u in units for text in (u.plain, *u.trail[:2]))


def _mentioned(text: str) -> tuple[Topic, ...]:
    about = {c.about for c in claims(text)}
    topics = [t for t in (Topic.IN_PERSON, Topic.CONTACT, Topic.VIDEO_ONSITE, Topic.VIDEO_REMOTE) if t.value in about]
    if "video" in about and not set(topics) & {Topic.VIDEO_ONSITE, Topic.VIDEO_REMOTE}:
        topics.append(Topic.VIDEO_REMOTE)
    return tuple(topics) or (Topic.IN_PERSON,)


def _study(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    hit = SUIT.search(new)
    if hit is None or SUIT.search(old) or (scene.official and scene.kind == "jail"):
        return None
    units = [u for u in (*alignment.added, *(b for _, b in alignment.pairs)) if SUIT.search(u.plain)]
    if not any(VISITS.search(text) for u in units for text in (u.plain, *u.trail[:1])):
        return None
    return Effect(
        "S3-study",
        0,
        Severity.MINOR,
        _mentioned(" . ".join(u.plain for u in units)),
        (),
        "",
        units[0].plain,
        (hit.group(),),
    )


_NAMED_BY = regex(r"\b(?:through|by|with|provider|vendor|company|contractor|from|uses?|on|via|run)\b")

_SWAP_SIGN = regex(
    r"\b(?:register|new accounts?|balances?|takes? over|sign up|leaves|switch\w*|transfer\w*|refund|moves? to|old (?:account|balance)|anew|again)\b"
)


def _name_swapped(old: str, new: str) -> bool:
    """Whether two wordings differ in a capitalised name only."""
    was, now = set(re.findall(r"\w+", old)), set(re.findall(r"\w+", new))
    gone, come = was - now, now - was
    return bool(gone and come) and all(word[:1].isupper() for word in gone | come)


def _provider(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    units = (*alignment.added, *(b for _, b in alignment.pairs))
    for a, b in alignment.pairs:
        if (
            _NAMED_BY.search(b.plain)
            and VISITS.search(f"{b.plain} {b.headings} {scene.title}")
            and _name_swapped(a.text, b.text)
            and _SWAP_SIGN.search(new)
            and not _RENAMED.search(new)
        ):
            topics = tuple(t for t in _mentioned(f"{a.plain} . {b.plain}") if t is not Topic.IN_PERSON) or (
                Topic.VIDEO_REMOTE,
            )
            return Effect("S3-provider", 0, Severity.MINOR, topics, (), a.plain, b.plain, ("provider",))
    for unit in units:
        if (
            _SWAP.search(unit.plain)
            and (_PROVIDER.search(unit.plain) or _PROVIDER_CUE.search(new))
            and _near_visits([unit])
            and not _RENAMED.search(new)
        ):
            topics = tuple(t for t in _mentioned(f"{old} . {new}") if t is not Topic.IN_PERSON) or (Topic.VIDEO_REMOTE,)
            return Effect("S3-provider", 0, Severity.MINOR, topics, (), "", unit.plain, ("provider",))
    return None


def _position(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    if scene.kind in ("vendor", "contract") and _NO_POSITION.search(new) and not _NO_POSITION.search(old):
        return Effect(
            "D-neutral-position",
            0,
            Severity.MINOR,
            (Topic.VENDOR_POSITION, Topic.IN_PERSON),
            (),
            "",
            new[:200],
            ("takes no position",),
        )
    return None


def _renewed(text: str) -> tuple[int, list[str]]:
    """How often a line speaks of renewal, and its words that may deny it."""
    return len(_RENEWAL.findall(text)), _DENIES.findall(text)


def _renewal(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    if scene.kind not in ("contract", "news") or not _RENEWAL.search(new):
        return None
    reworded = (b for a, b in alignment.pairs if _renewed(a.plain) != _renewed(b.plain))
    units = [u for u in (*alignment.added, *reworded) if _RENEWAL.search(u.plain)]
    near = " . ".join(u.plain for u in units) + scene.title
    if (
        units
        and re.search(r"\b(?:agreement|contract|term)\b", near)
        and (VISITS.search(near) or VISITS.search(new) or VISITS.search(scene.title))
    ):
        return Effect(
            "S3-renewal",
            0,
            Severity.MINOR,
            (Topic.CONTRACT_CLAUSE,),
            (),
            "",
            units[0].plain,
            ("renewed",),
        )
    return None


def _letters(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    for a, b in alignment.pairs:
        visiting = any(
            VISITS.search(t) for t in (a.plain, a.headings, a.lead, scene.title, *(u.plain for u in scene.after))
        )
        if (
            visiting
            and _LETTERS.search(a.plain)
            and _LETTERS.search(b.plain)
            and ("{" in a.plain or "@" in a.plain or "[" in a.plain or re.search(r"\d:\d", a.plain))
            and _LETTERS.findall(a.plain) != _LETTERS.findall(b.plain)
        ):
            return Effect("D10-groups", 0, Severity.MINOR, (Topic.SCHEDULE,), (), a.plain, b.plain, ("groups moved",))
    return None


GROUPS_SWAPPED = ("groups swapped",)
_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")


def _groups(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    """Groups that got each other's days or hours."""
    timed = [pair for pair in alignment.pairs if all(label_of(u) and _TIMES.search(u.plain) for u in pair)]
    was, now = ({label_of(pair[side]): _TIMES.findall(pair[side].plain) for pair in timed} for side in (0, 1))
    moved = was.keys() == now.keys() and was != now and sorted(was.values()) == sorted(now.values())
    if not moved or not any(
        may_be_visiting(a) and VISITS.search(f"{a.plain} {a.headings} {scene.title}") for a, _ in timed
    ):
        return None
    a, b = timed[0]
    return Effect("D10-groups", 0, Severity.MINOR, (Topic.SCHEDULE,), (), a.plain, b.plain, GROUPS_SWAPPED)


_SPLIT_CHOICE = regex(
    r"\b(?:(?:may|can|if you prefer)[^.;]*(?:split|divide|single|in 1 go|at once|1 visit)[^.;]*\bor\b[^.;]*(?:\d+ (?:visits|sessions|halves|parts)|split|divide)|split into \d+)"
)

_CLOCKS = regex(r"(?<![\d.$])(?:[01]?\d|2[0-3]):?[0-5]\d(?!\d)|[\[@]\d{4}(?:-\d{4}\])?")


def _split(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    if _SPLIT_CHOICE.search(new) and not _SPLIT_CHOICE.search(old) and VISITS.search(new):
        return Effect(
            "D9-split", 0, Severity.MINOR, (Topic.DURATION_FREQUENCY,), (), old[:200], new[:200], ("split by choice",)
        )
    return None


def _clock_shift(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    for a, b in alignment.pairs:
        was, now = _CLOCKS.findall(a.plain), _CLOCKS.findall(b.plain)
        if (
            was
            and was != now
            and len(was) == len(now)
            and _CLOCKS.sub("", a.plain) == _CLOCKS.sub("", b.plain)
            and (a.row or "{" in a.plain)
            and (VISITS.search(a.plain) or not NOT_VISITING.search(a.plain))
            and any(
                VISITS.search(text) for text in (a.plain, a.headings, a.header, scene.title.removesuffix(" / visiting"))
            )
        ):
            return Effect("D10-shift", 0, Severity.MINOR, (Topic.SCHEDULE,), (), a.plain, b.plain, ("times shifted",))
    return None


_HELD_AT = regex(
    r"\b(?:visiting (?:room|hall|area) is|visit(?:s|ing|ation)? (?:are|is|will be|take[s]?) (?:held|in|at|place))\b"
)


def _place(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    for a, b in alignment.pairs:
        timed = re.findall(r"\{[a-z,]+\}|\[[\d-]+\]", a.plain)
        if (
            timed
            and timed == re.findall(r"\{[a-z,]+\}|\[[\d-]+\]", b.plain)
            and VISITS.search(a.plain)
            and VISITS.search(b.plain)
            and _PLACE_WORD.search(f"{a.plain} {b.plain}")
            and _PLACE_WORD.findall(a.plain) != _PLACE_WORD.findall(b.plain)
        ):
            return Effect(
                "S3-place", 0, Severity.MINOR, (Topic.IN_PERSON, Topic.SCHEDULE), (), a.plain, b.plain, ("place",)
            )
    for a, b in alignment.pairs:
        if (
            VISITS.search(b.plain)
            and _PLACE_WORD.findall(a.plain) != _PLACE_WORD.findall(b.plain)
            and (_PLACE.search(b.plain) and _PLACE.search(a.plain))
        ):
            return Effect(
                "S3-place", 0, Severity.MINOR, (Topic.IN_PERSON, Topic.SCHEDULE), (), a.plain, b.plain, ("place",)
            )
    rooms = r"\b(?:building|room|floor|suite|hall) [\w-]+"
    for a, b in alignment.pairs:
        if (
            _HELD_AT.search(a.plain)
            and _HELD_AT.search(b.plain)
            and re.findall(rooms, a.plain) != re.findall(rooms, b.plain)
        ):
            return Effect(
                "S3-place", 0, Severity.MINOR, (Topic.IN_PERSON, Topic.SCHEDULE), (), a.plain, b.plain, ("place",)
            )
    for unit in alignment.added:
        if (
            _MOVED.search(unit.plain)
            and _PLACE_WORD.search(unit.plain)
            and re.search(r"\b(?:visits?|visiting|visitation|booths)\b", unit.plain)
        ):
            return Effect(
                "S3-place", 0, Severity.MINOR, (Topic.IN_PERSON, Topic.SCHEDULE), (), "", unit.plain, ("place moved",)
            )
    return None


def _channel(scene: Scene, alignment: Alignment, old: str, new: str) -> Effect | None:
    if not (
        _CHANNEL_BOOK.search(f"{old} {scene.title}")
        and _CHANNEL_BOOK.search(f"{new} {scene.title}")
        and VISITS.search(f"{old} {new} {scene.title}")
    ):
        return None
    if (
        _BY_POST.findall(old) != _BY_POST.findall(new)
        and (_BY_POST.search(old) or _BY_POST.search(new))
        and re.search(r"\bbook|visit|dates\b", new)
        and not _CHANGED_MAIL.search(f"{old} {new}")
    ):
        return Effect(
            "S3-channel", 0, Severity.MINOR, (Topic.SCHEDULE,), (), old[:200], new[:200], ("booking channel",)
        )
    if (_BY_PHONE.search(old) and _BY_WEB.search(new) and not _BY_WEB.search(old)) or (
        _BY_WEB.search(old) and _BY_PHONE.search(new) and not _BY_PHONE.search(old)
    ):
        return Effect(
            "S3-channel", 0, Severity.MINOR, (Topic.SCHEDULE,), (), old[:200], new[:200], ("booking channel",)
        )
    return None

"""Companies that run visits by video: one in place of another is neutral news (S3), a new name of the same one is none.

A swap brings lines on new accounts and apps with it; they belong to it, as long as they name no figure.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable

from monitors.language.claims.clauses import claims
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

# Brands of one company are one: a swap among them is a new name.
_COMPANIES = tuple(
    (name, regex(rf"\b(?:{brands})\b"))
    for name, brands in (
        ("aventiv", r"securus(?: technologies| tech)?(?:\.\w+)?|jpay(?:\.com)?|aventiv"),
        ("viapath", r"viapath(?: technologies)?|gtl|global ?tel\*?(?: ?link)?|telmate|getting ?out(?:\.com)?|visitme|connect ?network(?:\.com)?|gtl ?visitme"),
        ("icsolutions", r"ic ?solutions|ics corrections|icsolutions\.com"),
        ("homewav", r"home ?wav(?:\.com)?"),
        ("ncic", r"ncic(?: messenger| inmate \w+| correctional \w+)?"),
        ("smart", r"smart ?communications|smart ?jail ?(?:mail)?|smart ?inmate|smartjail"),
        ("cpc", r"inmate ?sales(?:\.com)?|combined public communications|cpc"),
        ("paytel", r"pay-?tel"),
        ("turnkey", r"turn ?key corrections|cidnet|inmate ?canteen|turnkey"),
        ("encartele", r"encartele|citytele|city tele coin"),
        ("renovo", r"renovo"),
        ("techfriends", r"tech ?friends|jail ?atm(?:\.com)?"),
        ("edovo", r"edovo"),
        ("zoom", r"zoom"),
        ("legacy", r"legacy inmate \w+"),
        ("reliance", r"reliance telephone|jail ?funds"),
        ("correct", r"correct ?solutions|correct ?pay"),
        ("prodigy", r"prodigy solutions"),
        ("lattice", r"lattice incorporated"),
    )
)  # fmt: skip
_ACCOUNT = regex(
    r"\b(?:accounts?|apps?|register(?:ed|ing)?|re-?register\w*|sign(?:ed)? (?:up|in)|download\w*|log ?in|balances?|user ?names?|passwords?|create)\b"
)
_FIGURE = regex(r"[\[{@$%]|\d")
_MONEY = regex(
    r"\b(?:free|fees?|costs?|charges?|prices?|rates?|refund\w*|cheaper|only|no longer (?:offer|hold|allow)\w*)\b"
)
_RENAMED = regex(
    r"\(?\b(?:formerly|previously|now|an?|the|new name (?:of|for)|(?:now )?(?:called|known as|named)|renamed|rebranded|same company|doing business as|f/?k/?a|d/?b/?a|technologies|inc|llc)\b\.?\)?"
)
_STAYS = regex(
    r"\b(?:(?:stays?|remains?|keeps?)\b.{0,30}\bsame|(?:not?|nothing) (?:need\w* to|chang\w+|new account)|same (?:account|app|login|user)\w*|still works?)\b"
)
_ANEW = regex(
    r"\b(?:new (?:\w+ )?(?:accounts?|log ?in|registration)|(?:must|need to|needs to|have to|has to|required to) (?:create|make|open|set up|register|sign up|download)|register (?:again|anew)|re-?register)\b"
)
_BESIDE_ONLY = "R10 another company for a channel beside visits, on the same terms"
_RENAMED_ONLY = "R4 a company's new name"
_VISITS = regex(rf"\b(?:visit\w*|visitas?|{visits.VIDEO}|{visits.VIDEO_REMOTE})\b")
_BESIDE = regex(
    rf"\b(?:{visits.PHONE}|phones?|{visits.MAIL}|tablets?|messag\w+|commissary|deposits?|money|bail|bonds?)\b"
)
_TERM = regex(
    rf"\b(?:{visits.IN_PERSON}|{visits.CONTACT}|{visits.FAMILY}|{visits.MINORS}|in[- ]person|homes?|lobby|kiosks?|booths?|adults?|alone|yourself|only|daily|once|twice|(?:a|per|each|every) (?:day|week|month)|mornings?|evenings?|afternoons?|nights?|weekends?|weekdays?|any|ages?|walk-?ins?|more|instead|in addition|option\w*|place of|replac\w+|other|also)\b"
)
_OF_VISITS = ("in_person", "contact", "minors", "visits")


def provider_effects(scene: Scene, alignment: Alignment) -> Certain:
    """A company that took the place of another, with the lines that say nothing else; or a new name of the same one."""
    old = [*(a for a, _ in alignment.pairs), *alignment.removed]
    new = [*(b for _, b in alignment.pairs), *alignment.added]
    was, now = _companies(old), _companies(new)
    if not was or not now:
        return Certain()
    gone, come = was - _companies(scene.after), now - _companies(scene.before)
    if not gone and not come:
        return _new_name(alignment)
    if not gone or not come:
        return Certain()
    named = [unit for unit in new if _companies([unit]) & come and speaks_of_visits(unit, scene)]
    lines = tuple(_lines_of_a_swap(alignment))
    if not named:
        return Certain((), lines, (_BESIDE_ONLY,) if lines else ())
    words = (", ".join(sorted(come)),)
    shown = named[0].plain
    effect = Effect("S3-provider", 0, Severity.MINOR, (Topic.VIDEO_REMOTE,), (), "", shown, words)
    return Certain((effect,), lines)


def _new_name(alignment: Alignment) -> Certain:
    """What a new name of the same company tells: nothing, unless everybody has to make a new account for it."""
    lines = _renamed(alignment)
    anew = [unit for unit in (*alignment.added, *(b for _, b in alignment.pairs)) if _ANEW.search(unit.plain)]
    before = [*alignment.removed, *(a for a, _ in alignment.pairs)]
    if not lines or not anew or any(_ANEW.search(unit.plain) for unit in before):
        return Certain((), tuple(lines), (_RENAMED_ONLY,) if lines else ())
    effect = Effect("S3-provider", 0, Severity.MINOR, (Topic.VIDEO_REMOTE,), (), "", anew[0].plain, ("new account",))
    return Certain((effect,), (*lines, *(unit for unit in alignment.added if of_accounts(unit))))


def _companies(units: Iterable[Unit]) -> frozenset[str]:
    text = " . ".join(unit.plain for unit in units)
    return frozenset(name for name, brands in _COMPANIES if brands.search(text))


def names_a_company(unit: Unit) -> bool:
    """Whether a line names one of the known ones."""
    return bool(_companies([unit]))


def speaks_of_visits(unit: Unit, scene: Scene) -> bool:
    """Whether a line is of visits, by its words or by those above it."""
    if _BESIDE.search(unit.plain) and not _VISITS.search(unit.plain):
        return False
    return any(_VISITS.search(text) for text in (unit.plain, unit.headings, *unit.trail[:1], scene.title))


def nameless(text: str) -> str:
    """A text without the names of known companies."""
    for _, brands in _COMPANIES:
        text = brands.sub(" ", text)
    return text


def _lines_of_a_swap(alignment: Alignment) -> list[Unit]:
    """The lines that differ in the company alone, or only tell of accounts and apps."""
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        alike = concepts(nameless(old.plain)) == concepts(nameless(new.plain))
        if alike or (of_accounts(new, named=True) and of_accounts(old, named=True) and _terms(old) == _terms(new)):
            lines += [old, new]
    return lines + [unit for unit in (*alignment.removed, *alignment.added) if of_accounts(unit)]


def _terms(unit: Unit) -> frozenset[str]:
    """The words of a line by which it may be a term: who visits, in which form, when, how many, alone."""
    return frozenset(concepts(" ".join(_TERM.findall(nameless(unit.plain)))))


def of_accounts(unit: Unit, *, named: bool = False) -> bool:
    """Whether a line tells of accounts, apps, or where it may be by its company alone, of nothing that is a term."""
    plain = nameless(unit.plain)
    if _FIGURE.search(plain) or _MONEY.search(plain):
        return False
    if any(claim.about in _OF_VISITS and claim.sign < 0 for claim in claims(plain)):
        return False
    return _ACCOUNT.search(plain) is not None or (named and plain != unit.plain)


def _renamed(alignment: Alignment) -> list[Unit]:
    """The lines that only tell a company's new name, or that accounts stay what they were."""
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        bare = [concepts(_RENAMED.sub(" ", nameless(unit.plain))) for unit in (old, new)]
        if bare[0] == bare[1] and _companies([old]) and _companies([new]):
            lines += [old, new]
    if lines:
        lines += [u for u in (*alignment.removed, *alignment.added) if _STAYS.search(u.plain) and of_accounts(u)]
    return lines

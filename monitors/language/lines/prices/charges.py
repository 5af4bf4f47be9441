"""What is paid beside the price of a visit: a charge on top of it, on the deposit that pays for it, or for being let onto
the list. Read for sure where nothing but such a charge differs.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import replace

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_CHARGE = r"(?:(?:service|convenience|processing|booking|transaction|handling|connection|technology|platform|administrative|set-?up) )*(?:fee|charge|surcharge)"
# "$8 plus a $1.50 fee", "$10 + $1 booking fee (per visit)"
_ON_TOP = regex(
    rf"[,;]? ?(?:\bplus|\+|\band(?: there is)?|\bwith) (?:an? )?(?:additional |extra )?\$(\d+(?:\.\d+)?)(?: per visit)? {_CHARGE}(?: (?:per|for each|on each|a|each) (?:visit|session|booking|call))?\b"
    rf"|[,;]? ?(?:\bplus|\+|\band|\bwith) (?:an? )?(?:\w+ )?{_CHARGE} of \$(\d+(?:\.\d+)?)(?: (?:per|for each|on each|a|each) (?:visit|session|booking|call))?\b"
)
_PRICE = regex(r"\$(\d+(?:\.\d+)?)|\b(free(?: of charge)?|no (?:charge|cost|fee)|none|n/a|waived|included|0)(?![\w.])")
_DEPOSIT = regex(
    r"^(?:(?:account|card|credit|debit|online|web|kiosk|lobby|phone|prepaid|visit(?:ation|ing)?|video) )*(?:deposits?|funding|add(?:ing)? (?:money|funds))\b"
)
_LISTED = regex(
    r"\b(?:(?:background|criminal|record|warrant)(?: (?:history|record|background))? checks?|(?:visitors?|visitation|visiting) (?:applications?|registrations?|cards?|badges?|passes?)|(?:application|registration) (?:fee|charge)?s?(?= ?(?:\||to visit|for (?:each |new )?visit)))"
)
_VISITS = regex(rf"\b(?:{visits.VISIT}|{visits.VISITOR}|{visits.VIDEO}|{visits.VIDEO_REMOTE})\b")
_PAYS_FOR = regex(rf"\b(?:{visits.VISIT}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|calls?)\b")
_OTHER = regex(
    r"\b(?:commissary|trust|bonds?|bail|minimum|maximum|money orders?|gun|employ\w+|fingerprint\w*|licen[sc]e)\b"
)


# "New customers save 50% on their first visit."
_DISCOUNT = regex(
    r"\b(?:saves?|gets?|receives?|enjoys?) (?:up to )?(?:\d+%|\$\d+(?:\.\d+)?|half)(?: off)? (?:on|off|the price of)\b|\b(?:\d+%|\$\d+(?:\.\d+)?) (?:off|discount)\b|\bdiscount of (?:\d+%|\$)"
)
_CHECKS = r"(?:background|criminal|record|warrant)(?: (?:history|record|background))? checks?|(?:visitors?|visitation|visiting) (?:applications?|registrations?|badges?|passes?|permits?)|applications? (?:to visit|for visits?|for visiting)"
# "A background check fee of $15 must be paid by each person who applies to visit."
_LISTING = regex(
    rf"\b(?:{_CHECKS})\b[^.;:|]{{0,40}}? (?:fee |charge )?(?:of |costs? |is |are |now costs? |will cost |for )\$(?P<price>\d+(?:\.\d+)?)\b|\$(?P<price2>\d+(?:\.\d+)?)(?: fee| charge)? (?:\w+ ){{0,4}}?for (?:the |a |an |each |every |his or her |their )*(?:{_CHECKS})\b"
)
_VISITS_OR_THEIRS = regex(r"\bvisit\w*|\bapplicants?\b")
_OTHER_LISTING = regex(
    r"\b(?:no longer|not|waived|employ\w+|volunteers?|contractors?|gun|licen[sc]e|refund\w*|unless|except\w*|free)\b"
)
_NO_DISCOUNT = regex(r"\b(?:no|not|never|ends?|ended|until|expires?|no longer|without|parking|commissary|code)\b")


def charge_lines(scene: Scene, alignment: Alignment) -> Certain:
    """Reworded lines in which such a charge came, went or became another."""

    def charged(old: Unit, new: Unit) -> Effect | None:
        return None if _OTHER.search(f"{old.plain} {new.plain}") else _on_top(scene, old, new) or _priced(old, new)

    pairs = of_pairs(alignment, charged)
    less = [unit for unit in alignment.added if _DISCOUNT.search(unit.plain) and _VISITS.search(unit.plain)]
    less = [unit for unit in less if not _NO_DISCOUNT.search(unit.plain)]
    told = (Effect("P-discount", 1, Severity.MAJOR, (Topic.FEES,), (), "", unit.plain, ("discount",)) for unit in less)
    listed = _listing(scene, alignment)
    return Certain((*pairs.effects, *told, *listed.effects), (*pairs.lines, *less, *listed.lines))


def _listing(scene: Scene, alignment: Alignment) -> Certain:
    """What applicants pay from now on, where the old page says nothing of it."""
    told = []
    for unit in alignment.added:
        found = list(_LISTING.finditer(unit.plain))
        if len(found) == 1 and _VISITS_OR_THEIRS.search(unit.plain) and not _OTHER_LISTING.search(unit.plain):
            told.append((unit, found[0]))
    if len(told) != 1 or any(_LISTED.search(page.plain) and _PRICE.search(page.plain) for page in scene.before):
        return Certain()
    unit, hit = told[0]
    effect = _effect(unit, unit, [0.0, float(hit["price"] or hit["price2"])], (Topic.FEES, Topic.ELIGIBILITY))
    return Certain((replace(effect, old=""),) if effect else (), (unit,))


def _on_top(scene: Scene, old: Unit, new: Unit) -> Effect | None:
    """A charge told in one breath with the price, which itself stays what it was."""
    was, now = _ON_TOP.search(old.plain), _ON_TOP.search(new.plain)
    bare = [_ON_TOP.sub("", unit.plain).strip(" .") for unit in (old, new)]
    if (
        bare[0] != bare[1]
        or "$" not in bare[0]
        or not any(_VISITS.search(text) for text in (bare[0], old.headings, scene.title))
    ):
        return None
    paid = [float(hit[1] or hit[2]) if hit else 0.0 for hit in (was, now)]
    return _effect(old, new, paid, (Topic.FEES,))


def _priced(old: Unit, new: Unit) -> Effect | None:
    """A deposit, check or application of which nothing but the price differs."""
    prices = [list(_PRICE.finditer(unit.plain)) for unit in (old, new)]
    bare = [_PRICE.sub("#", unit.plain) for unit in (old, new)]
    if bare[0] != bare[1] or [len(found) for found in prices] != [1, 1]:
        return None
    paid = [float(found[0][1] or 0) for found in prices]
    if _LISTED.search(old.plain) and _VISITS.search(f"{old.plain} {old.headings}"):
        return _effect(old, new, paid, (Topic.FEES, Topic.ELIGIBILITY))
    pays = any(_PAYS_FOR.search(line) for line in (old.plain, *old.trail))
    if old.row and _DEPOSIT.match(old.plain) and pays:
        return _effect(old, new, paid, (Topic.FEES,))
    return None


def _effect(old: Unit, new: Unit, paid: list[float], topics: tuple[Topic, ...]) -> Effect | None:
    was, now = paid
    if was == now:
        return None
    level = Severity.MAJOR if not was or abs(now - was) / was >= 0.0999 else Severity.MINOR
    listing = Topic.ELIGIBILITY in topics  # no fact is named for its price
    rule, name = ("Q-listing-charge", "") if listing else ("Q-transaction_fee_usd", "transaction fee usd: ")
    facts = () if listing else (Fact("transaction_fee_usd", was, now),)
    words = (f"{name}{was:g} -> {now:g}",)
    return Effect(rule, -1 if now > was else 1, level, topics, facts, old.plain, new.plain, words)

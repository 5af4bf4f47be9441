"""A charge for visits that is waived, and a waiver that ended: "The sheriff's waiver of this charge was not renewed."

The price stands on both pages, so nothing seems to move; and "waiver", "ended" and "charge" in one line sound like an
end of the charge. A county that waives its commission is read here, too.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_MONEY = r"(?:fees?|charges?|costs?|prices?|surcharges?|commissions?)"
_OVER = (
    r"(?:ended|ends|expired|expires|lapsed|lapses|run out|ran out|runs out|gone|over|withdrawn|rescinded|revoked|repealed|lifted|cancel+ed|dropped"
    r"|not (?:been )?(?:renewed|extended|continued|in (?:force|effect))|no longer (?:in (?:force|effect)|applies|apply|holds|given))"
)
_ENDED = regex(
    rf"\bwaivers?\b[^;]{{0,60}}?\b(?:(?:has|have|had|is|are|was|were|been|will be) )*{_OVER}\b"
    rf"|\b(?:no longer|not|never|stop(?:s|ped)?|ceas\w+ to) (?:be(?:ing)? )?(?:hereby )?waiv(?:es?|ed|ing) [^;,]{{0,40}}?\b{_MONEY}\b"
    rf"|\b{_MONEY}\b[^;,]{{0,70}}? (?:is|are|will be|be|has been|have been) (?:not|no longer|never) (?:be |been )?waived\b"
)
_GIVEN = regex(
    rf"\b(?:has|have|hereby|will|now|is|are|also)? ?waiv(?:es|ed|ing) [^;]{{0,40}}?\b{_MONEY}\b|\b{_MONEY}\b[^;,]{{0,70}}? (?:is|are|has been|have been|will be|stays?|remains?) (?:now |still |hereby |again )?waived\b"
    rf"|\bwaivers? (?:of|on|for|from) [^;]{{0,40}}?\b{_MONEY}\b[^;]{{0,30}}? (?:goes on|continues|stays?|remains?|(?:is|has been|was) (?:extended|renewed|restored|granted|in (?:force|effect)))"
)
_MATTER = regex(rf"\b{_MONEY}\b|\bfree\b|\bpays?\b")
_LIMITED = regex(
    r"\b(?:insur\w+|subrogation|librar\w+|parking|lockers?|vending|phones?|telephone|calls?|mail|deposits?|commissary|canteen|tablets?|court|bail|bond|copies|copy|late|no-?shows?|missed|application|records?|medical|co-?pays?|indigent|veterans?|seniors?|if|unless|except\w*|may|might|could|would|ask(?:s|ed)?|propos\w+|request\w*|court|appearances?|standards?)\b"
)
_UNTIL = regex(r"\b(?:until|till|before|when) [^;]*")  # "you pay nothing until the waiver ends"
_OF_VISITS = regex(r"\bvisit\w*\b|\bvideo (?:sessions?|calls?)\b")
_COMMISSION = regex(r"\bcommissions?\b")


def waiver_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What changed lines tell of a charge that is waived now, or no longer."""
    gone, come = alignment.gone, alignment.come
    was, now = (_waived(lines, scene.title) for lines in (gone, come))
    told = now or was
    if told is None or (was and now and was[0] is now[0]):
        return Certain()
    if now is None and not told[0]:
        return Certain()  # that a waiver is over is not said any more: the charge stays
    free, unit = told if now else (not told[0], told[1])
    if not free and was is None and any(_waived([one], scene.title) for one in scene.before):
        return Certain()
    commission = _COMMISSION.search(f"{unit.plain} {unit.lead}") is not None
    topic = Topic.COMMISSION if commission else Topic.FEES
    facts = _price([*come, *gone], scene.title, "commission" if commission else "fee", free=free)
    quotes = ("" if was is None else was[1].plain, "" if now is None else now[1].plain)
    effect = Effect(
        "P-waiver", 1 if free else -1, Severity.MAJOR, (topic,), facts, *quotes, ("waived" if free else "waiver over",)
    )
    lines = [
        line for line in (*gone, *come) if line.place in _beside(was, now, line, gone) and _MATTER.search(line.plain)
    ]
    return Certain((effect,), tuple(lines))


_Waived = tuple[bool, Unit]


def _waived(lines: Sequence[Unit], title: str) -> _Waived | None:
    """Whether a charge for visits is waived by these lines, with the line that says so; None where none does."""
    for unit in lines:
        said = _UNTIL.sub(" ", unit.plain)
        about = f"{said} {unit.lead} {unit.headings} {title}"
        if _LIMITED.search(said) or not _OF_VISITS.search(about):
            continue
        if _ENDED.search(said) and _MATTER.search(f"{said} {unit.lead}"):
            return False, unit
        if _GIVEN.search(said):
            return True, unit
    return None


def _beside(was: _Waived | None, now: _Waived | None, line: Unit, gone: Sequence[Unit]) -> set[int]:
    """The places of the line that tells and of the one before it, where a page names the charge."""
    side = was if any(line is one for one in gone) else now
    return {side[1].place - 1, side[1].place} if side else set()


def _price(lines: Sequence[Unit], title: str, term: str, *, free: bool) -> tuple[Fact, ...]:
    """The fact of the one price, or share, that changed lines name."""
    named = {(m.name, m.value) for unit in lines for m in measures(unit, title) if term in m.name and m.value}
    if len(named) != 1:
        return ()
    ((name, value),) = named
    public = name if not name.startswith("_") else ""
    return ((Fact(public, value, 0.0) if free else Fact(public, 0.0, value)),) if public else ()

"""Where lawyers meet their clients: at one table, or with glass between them, and it is the other way now.

"Lawyer and client sit at the same table." became "A fixed window divides them and an officer carries the papers.": no
line says that anything is allowed or forbidden, so neither rules nor reader heard more than another room.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import DATE
from monitors.language.words.mentions import week
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_COUNSEL = regex(
    r"\b(?:attorneys?(?!['’]?s? general)|lawyers?|counsel(?!ors?|ing)|paralegals?|clients?|legal visit\w*|professional (?:visit\w*|access)|bar (?:cards?|members?)|(?:defen[sc]e|the) bar|members? of the bar|abogad[oa]s?)\b"
)
_PUBLIC = regex(
    rf"\b(?:{visits.FAMILY}|friends|social visit\w*|public|general|every(?:one| person| visitor)|all (?:other )?visits|all visitors|familias|none but|alone)\b"
)
_BY_OFFICER = r"[^.;]*\b(?:officers?|deput(?:y|ies)|slots?|guards?|staff|trays?)\b"
_AT_ONE_TABLE = regex(
    r"\b(?:(?:contact|table|round-table)(?:[- ]visit\w*)? rooms?|(?:at|across|around) (?:a|the|1|one|the same|a round) table|same table|(?:in|sharing|share) a room with (?:a|the|their|his|her) client|face to face|(?:has|have|with) a table|furnished with (?:a )?tables?|there (?:is|are) (?:a )?tables?"
    r"|without (?:any |a |the )?(?:glass|partition|pane|window|divider)|no (?:glass|partition|pane|divider)|sin vidrio"
    rf"|papers?(?: can| may)?(?: be)? (?:pass(?:ed)?|exchanged?|handed)\b(?!{_BY_OFFICER})|(?:pass|hand|exchange) papers?\b(?!{_BY_OFFICER}))"
)
_BEHIND_GLASS = regex(
    r"\b(?:(?:glass(?:ed)?|glazed|non-?contact)(?:[- ]in)? (?:\w+ )?(?:booths?|stalls?|windows?|rooms?|partitions?)|(?:behind|through|across|at|in|use|uses) (?:the |a |an )?(?:\w+ )?(?:glass|windows?|panes?|plexi\w*|booths?)"
    r"|(?:windows?|booths?) \d+|(?:fixed|thick) (?:window|pane|glass)|(?:fitted|furnished|equipped) with (?:a |an )?(?:fixed |glass |plexiglass )?(?:panes?|glass|partitions?|windows?)|(?:use|using|by|has|with|is) (?:the |a )?(?:handsets?|receivers?)|(?:glass|window|pane) (?:\w+ )?(?:divides|parts|separates)"
    rf"|(?:por las )?ventanillas|papers?\b{_BY_OFFICER})"
)
_SHUT = regex(
    r"\b(?:closed|shut|withdrawn|gone|given (?:up|over|to)|taken (?:over|away)|no longer|not (?:open|available|used|in use)|may not use|barred|out of use|used (?:for|as|by)|turned into|become|se cerr\w+)\b"
)
_NEVER_SHUT = regex(
    r"\b(?:no|not|never|nor)\b[^.;]*\b(?:closed|shut|barred|withdrawn)\b|\b(?:order|rule|memo|bar|ban)\b[^.;]*\b(?:rescinded|lifted|repealed|withdrawn)\b"
)
_FOR_NOW = regex(rf"\b(?:temporar\w+|until|while|for the day|this week)\b|{DATE}")
_NO_LONGER = regex(r"\b(?:no longer|not any ?more)\b")
_OPEN_ISSUE = regex(r"\b(?:if|either|by request|on request|may choose|choice|for those who)\b")
_BESIDE = regex(r"\b(?:papers?|handsets?|door|rooms?|booths?|recorded|table)\b")


def counsel_rooms(scene: Scene, alignment: Alignment) -> Certain:
    """What is told where counsel and client met at one table and are parted now, or the reverse."""
    if not scene.official:
        return Certain()
    titled = _COUNSEL.search(scene.title.lower()) is not None
    gone, come = (
        [unit for unit in lines if _of_counsel(unit, titled=titled)] for lines in (alignment.gone, alignment.come)
    )
    was, now = _together(gone), _together(come)
    if was is None or now is None or was is now:
        return Certain()
    old, new = (next(unit for unit in lines if _side(unit) is not None) for lines in (gone, come))
    facts = (Fact("contact_allowed", was, now),)
    topics, words = (Topic.LEGAL_VISITS, Topic.CONTACT), ("at one table" if now else "behind glass",)
    effect = Effect("P-turn-legal", 1 if now else -1, Severity.MAJOR, topics, facts, old.plain, new.plain, words)
    return Certain((effect,), _read(gone, come))


def _of_counsel(unit: Unit, *, titled: bool) -> bool:
    said = _COUNSEL.search(unit.plain) or _COUNSEL.search(unit.headings) or _COUNSEL.search(unit.lead)
    return bool(said or titled) and _PUBLIC.search(unit.plain) is None


def _together(lines: Iterable[Unit]) -> bool | None:
    """Whether by these lines counsel and client sit together; None where they do not say, or say both."""
    told = {_side(unit) for unit in lines} - {None}
    return told.pop() if len(told) == 1 else None


def _side(unit: Unit) -> bool | None:
    said = unit.plain
    table, glass = _AT_ONE_TABLE.search(said), _BEHIND_GLASS.search(said)
    if table and glass and _NO_LONGER.search(said):
        return None
    if _OPEN_ISSUE.search(said) and not table:
        return None
    if _FOR_NOW.search(said) and _SHUT.search(said):
        return None  # a room that is closed for some days
    if table:
        return _SHUT.search(said) is None or _NEVER_SHUT.search(said) is not None
    return _NO_LONGER.search(said) is not None if glass else None


def _read(gone: Sequence[Unit], come: Sequence[Unit]) -> tuple[Unit, ...]:
    """The lines that need no further reading: not where hours changed with the rooms."""
    told = [[unit for unit in lines if _side(unit) is not None or _BESIDE.search(unit.plain)] for lines in (gone, come)]
    weeks = [week(" ".join(unit.plain for unit in lines)) for lines in told]
    return (*told[0], *told[1]) if weeks[0] == weeks[1] else ()

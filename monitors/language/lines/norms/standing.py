"""What a document says of itself in a line of its own: "DRAFT", "RESCINDED", "This policy has been superseded."

Such a mark changes no term, but whether the terms are in force: neutral news (R12). Rules withdrawn weigh as much as a
document taken down, a draft or older rules are minor.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import Pattern
from monitors.records import Severity, Topic

_DOCUMENT = r"(?:(?:this|the|our|present|entire) )?(?:(?:visit\w*|operating|administrative|standard|department\w*|jail|inmate) ){0,3}(?:polic(?:y|ies)|directives?|procedures?|documents?|memo(?:randum)?|orders?|rules?|handbook|version|edition|manual|guidelines?|section|bulletin|notice)"
_WITHDRAWN = r"rescinded|repealed|revoked|void(?:ed)?|withdrawn|null and void"
_OLDER = r"superseded|obsolete|out ?dated|expired|archived?|replaced|historical|no longer (?:in (?:force|effect|use)|current|valid)|not (?:in force|in effect|current)"
_NOT_YET = r"(?:(?:final|first|second|working|revised|initial) )?draft|proposed|preliminary|interim|tentative|provisional|pending (?:approval|review|adoption)|for (?:public )?(?:comment|review)(?: only)?|not (?:yet )?(?:adopted|approved|final)"
_FINAL = r"final|adopted|approved|in (?:force|effect)|current|official"
_STATES = f"{_WITHDRAWN}|{_OLDER}|{_NOT_YET}|{_FINAL}"
_BESIDE = r"(?:copy|version|policy|document|only|v(?:er(?:sion)?)?\.? ?\d[\d.]*|not for (?:distribution|release|use|publication)|do not (?:use|distribute|cite)|for (?:public |internal |your )?(?:comment|review|discussion|reference|information)(?: only)?|(?:as of|on|effective|by|per|see) [\w ,./-]{3,50}|[a-z]{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}/\d{1,2}/\d{2,4}|\d{4})"
_MARK = Pattern(
    rf"^[\W_]*(?:{_DOCUMENT}[:,]? )?(?:(?:has|have) been |(?:is|are) (?:now |hereby |a )?|hereby )?(?P<state>{_STATES})\b(?:[\W_]*{_BESIDE})*[\W_]*$"
)
_BARE = Pattern(
    r"^[\W_]*(?:(?:current|official|final|approved|adopted|interim|expired|replaced|archived?|historical|provisional)\W*)$"
)
_STOP_ABOVE = Pattern(
    r"\b(?:suspen\w+|clos\w+|ban|pause|stop\w*|moratorium|lockdown|restrict\w+|waiver|proposal|bill)\b"
)
_LEVELS = ((_WITHDRAWN, "withdrawn"), (_OLDER, "older"), (_NOT_YET, "not yet"), (_FINAL, "final"))


def standing(unit: Unit) -> str:
    """The standing that a line gives its document: "withdrawn", "older", "not yet", "final"; "" where it gives none."""
    found = _MARK.match(unit.plain)
    if found is None or unit.row or len(unit.plain.split()) > 16 or _STOP_ABOVE.search(unit.headings):
        return ""
    if _BARE.match(unit.plain) and not unit.text.strip(" *-[]()").isupper():
        return ""
    return next(name for pattern, name in _LEVELS if re.fullmatch(pattern, found["state"]))


def standing_effects(alignment: Alignment, topics: Callable[[], Sequence[Topic]]) -> Certain:
    """A mark that came, went or became another one. topics: of the terms that the document holds."""
    old = [*(a for a, _ in alignment.pairs), *alignment.removed]
    new = [*(b for _, b in alignment.pairs), *alignment.added]
    gone, come = ([unit for unit in units if standing(unit)] for units in (old, new))
    was, now = ({standing(unit) for unit in units} for units in (gone, come))
    told = (now - was) or (was - now)
    if not told - {"final"} and not (was and now):
        return Certain((), (*gone, *come))
    if was == now:
        return Certain((), (*gone, *come))
    level = Severity.MAJOR if "withdrawn" in told else Severity.MINOR
    quotes = [units[0].plain if units else "" for units in (gone, come)]
    words = tuple(unit.plain.strip(" *-") for unit in (*gone[:1], *come[:1]))
    effect = Effect("R12-standing", 0, level, tuple(topics()), (), quotes[0], quotes[1], words)
    return Certain((effect,), (*gone, *come))

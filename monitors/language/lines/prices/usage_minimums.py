"""How many paid visits an agency owes a vendor: "The county is fined if fewer than 500 video visits are made a month."

Such a minimum makes jails want fewer visits that cost nothing, so one that comes is a loss and one that goes a gain (D11),
though it counts visits as a line does that allows them. Told where no line of the other page speaks of a minimum.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.figures.usage import least_usage
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_COUNT = r"(?:(?:at least|a minimum of|no (?:fewer|less) than|not (?:fewer|less) than) )?\d[\d,]*"
_USED = rf"{_COUNT} (?:(?:paid|remote|on-?site|home|completed) ){{0,2}}(?:video (?:visits?|visitations?|calls?|sessions?|visitation sessions?)|(?:paid|remote) (?:visits?|sessions?))"
_TOO_FEW = rf"(?:(?:fewer|less) than {_USED}|unless {_USED})"
_AGENCY = r"(?:the |each |every )?(?:county|customer|sheriff|sheriff's office|agency|facility|jail|city|department|contract|agreement|deal)"
_VENDOR = r"(?:the |its )?(?:company|vendor|provider|contractor|securus|gtl|viapath|ic ?solutions|ncic|smart communications|homewav|telmate|global tel\*?link)"
_OWES = regex(
    rf"\b{_AGENCY} (?:\w+ )?(?:guarantees?|promises?|assures?|owes?) (?:to )?{_VENDOR} {_USED}"
    rf"|\b{_AGENCY} (?:must|shall|will|has to|agrees to|is (?:required|obliged) to) (?:(?:generate|produce|reach|guarantee)(?: {_VENDOR})? {_USED}|(?:make|hold|have|deliver|maintain|meet) {_COUNT} (?:\w+ )?paid (?:\w+ )?(?:visits?|calls?|sessions?))"
    rf"|\b{_AGENCY} (?:(?:must|shall|will|would|has to|agrees to|may|can|could) )?(?:be |is )?(?:fined|penali[sz]ed|charged|pays?|paid|owes?|loses?|forfeits?)\b[^.;]{{0,60}}? (?:if|when|whenever|where|for (?:each|every|any) \w+ with|in (?:a|any) \w+ with) (?:\w+ ){{0,6}}?{_TOO_FEW}"
    rf"|\bif (?:\w+ ){{0,6}}?{_TOO_FEW}\b[^.;]{{0,60}}?, {_AGENCY} (?:must|shall|will|has to|agrees to)? ?(?:pays?|be fined|be charged|owes?|loses?|forfeits?)\b"
    rf"|\b{_AGENCY} (?:must|shall|will|agrees to|undertakes to) (?:see|ensure|make sure|see to it) (?:to it )?(?:that )?(?:paid |remote |video )*(?:visits?|sessions?) (?:come|amount|add up|rise|run) to (?:an average of )?{_COUNT}\b"
    rf"|\b(?:minimum|quota) (?:usage )?of {_USED}|\b(?:minimum|guaranteed) (?:monthly |annual )?number of (?:paid |remote )?video visits\b"
)
# What is said of it may turn it: that is left to rules that count turns.
_TURNED = regex(
    r"\b(?:not|no longer|never|delet\w+|remov\w+|struck|strik\w+|dropp?\w*|waiv\w+|end(?:s|ed)?|lift\w*|eliminat\w+|repeal\w*|rescind\w*|reject\w*|propos\w+|would|may|could|if approved|inmates? (?:is|are)|each (?:inmate|resident|person))\b"
)
_UNDONE = regex(
    r"\b(?:minimum|quota|requirement) (?:usage )?(?:of|number of|for) (?:[\w,]+ ){0,3}(?:paid|video|remote) (?:video )?(?:visits?|calls?|sessions?)(?: (?:a|per|each) (?:\w+ ){1,3}?)? ?(?:is|are|was|has been|have been|will be|shall be) (?:hereby )?(?:deleted|removed|struck|stricken|dropped|waived|ended|lifted|eliminated|repealed|rescinded|abolished)\b"
)
_SPOKEN = regex(rf"\b{visits.GUARANTEE}\b")


def usage_minimums(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell by which an agency owes, or no longer owes, a number of paid visits."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for unit, came in (*((u, True) for u in alignment.come), *((u, False) for u in alignment.gone)):
        other = scene.before if came else scene.after
        undone = came and _UNDONE.search(unit.plain) is not None
        if not undone and (not _owes(unit) or any(_owes(line) or _SPOKEN.search(line.plain) for line in other)):
            continue
        topics = (Topic.COMMISSION, *((Topic.CONTRACT_CLAUSE,) if scene.kind == "contract" else ()))
        quotes = ("", unit.plain) if came else (unit.plain, "")
        words = (unit.plain[:120],)
        sign = 1 if undone or not came else -1
        effects.append(Effect("P-usage-minimum", sign, Severity.MAJOR, topics, _facts(unit, came), *quotes, words))
        lines.append(unit)
    return Certain(tuple(effects), tuple(lines))


def _facts(unit: Unit, came: bool) -> tuple[Fact, ...]:
    least = least_usage(unit)
    if least is None:
        return ()
    return (Fact(least.name, None, least.value) if came else Fact(least.name, least.value, None),)


def _owes(unit: Unit) -> bool:
    return _OWES.search(unit.plain) is not None and _TURNED.search(unit.plain) is None

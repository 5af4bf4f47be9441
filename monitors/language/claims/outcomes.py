"""What a clause says became of a matter that another one names: "The motion failed.", "The Governor refused to sign it.",
"That obligation is waived.", "Stage: adopted."

Each verb, denial and device (a veto, a stay) has a sign, and their product says whether the matter stands or falls. What
the matter holds for visits stands elsewhere: before the verb, behind it, or in a sentence above.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from monitors.language.words.lexicon_decisions import RULE_UNDONE, UNDONE, one_of
from monitors.language.words.patterns import regex

# What a page may call a matter, and by what words an earlier sentence may have named it.
MATTERS = {
    r"motion(?!s? panel)": r"motion|moved|moves|proposal|proposed",
    r"bill|measure|act|legislation|ballot question|proposition|[hs]\.?b\.? ?\d+|(?:house|senate|assembly) (?:bill|file) \d+": r"bill|measure|act|legislation|proposition|[hs]\.?b\.? ?\d+|would",
    r"ordinance|resolution|amendment|initiative": r"ordinance|resolution|amendment|initiative|would",
    r"proposal|plan|request|petition|application|text|draft": r"propos\w+|plans?|requests?|petition\w*|appl\w+|text|draft|would|asks?|asked|seeks?",
    r"order|directive|memo": r"orders?|go|directives?|memos?",
    r"obligation|duty|undertaking|requirement|mandate|commitment|demand": r"ask(?:s|ed)?|demand\w*|agree[sd]?|oblig\w+|dut(?:y|ies)|undert\w+|requir\w+|mandat\w+|commit\w+|must|shall",
    r"rule|standard|regulation|policy|provision|clause|section|paragraph|law|statute|sentence|wording": r"rules?|standards?|regulations?|polic(?:y|ies)|provisions?|clauses?|sections?|paragraphs?|laws?|statutes?|text|must|shall|may not",
    r"suit|lawsuit|complaint|appeal": r"suits?|lawsuits?|sue[sd]|complaint|appeal\w*|asks?|asked|went to court",
    r"guarantee|protection|right|assurance|promise": r"guarantees?|protections?|rights?|assur\w+|promise[sd]?",
    r"prohibition|ban|bar|restriction|moratorium|freeze": r"prohibit\w*|prohibition|moratorium|freeze|bans?|banned|bars?|barred|restrict\w*|may not",
    r"ruling|decision|judgment|decree|verdict": r"rul(?:ed|es|ing)|decision|decided|judg\w+|decree|held|verdict",
    r"exemption|variance|waiver|exception": r"exempt\w*|variance|waive\w*|exception|excus\w+|need not",
    r"ceiling|cap|limit": r"ceiling|caps?|capped|limits?",
    r"points?|bonus|reward|incentive": r"points?|bonus\w*|rewards?|incentives?",
    r"injunction|stay": r"injunction|stay|(?:interim|preliminary|temporary|restraining) orders?",
}
_NOUN = regex(rf"\b(?:{'|'.join(f'(?P<n{i}>(?:{noun})s?)' for i, noun in enumerate(MATTERS))})\b")
NAMED = tuple(regex(rf"\b(?:{named})\b") for named in MATTERS.values())
_ANY_NAME = regex(rf"\b(?:{'|'.join(MATTERS.values())})\b")
_FELL = (
    r"failed|fails|defeated|rejected|vetoed|withdrawn|withdrew|repealed|rescinded|revoked|suspended|struck(?: down| out)?|stricken|void(?:ed)?|vacated|quashed|overturned"
    r"|dismissed|denied|died|dies|indefinitely (?:tabled|postponed)|(?:tabled|postponed)(?: it| them)? indefinitely|deleted|removed from (?:our|every|the)|lapsed|expired|waive[sd]|discontinued|abandoned|scrapped|dropped|shelved|annulled|lifted|set aside|enjoined|blocked|stayed"
    r"|never called (?:it|the bill) up|(?:is|was) over(?= for (?:this|the) (?:session|year))|ran out of time|did not (?:advance|get a hearing)|is dead|is gone|off the table|(?:put|placed) on hold|on hold|fell (?:[\w-]+ ){0,4}short|(?:voted|turned)(?: it| them)? down|killed|(?:is|was|were|are) not carried (?:over|into|forward)|(?<=motion was put and )lost|(?<=motion was )lost\b|(?<=motion )lost(?=,|[.]| \d| (?:by|on)\b)|(?:will|does|did) not become law|override (?:vote )?(?:failed|fell (?:[\w-]+ ){0,4}short|came up short|was lost)|sent (?:it|the bill|the measure) back|(?:sent back|returned) (?:unsigned|without (?:a |his |her )?signature)|left unsigned|thrown out(?= (?:[\w'’]+ ){0,4}(?:ruling|decision|order|judgment|rule|law|ban|ordinance|bill)s?\b)|(?<=was )thrown out|(?<=were )thrown out|(?<=been )thrown out|threw (?:[\w'’]+ ){0,4}out|overruled|reversed(?= (?:by|on appeal|it|that|the))|returned (?:it|the bill|the measure)|refused to sign|(?<!been )(?<!were )(?<!was )(?<!who )released from|(?:stopped|ceased|quit) (?:asking|requiring|demanding|insisting)|no longer (?:ask|require|insist|demand)s?|no longer holds?"
)
_STOOD = (
    r"passed|(?<=motion )carrie[sd]|adopted|adopts|approved|approves|enacted|(?<!\ba )(?<!\bany )(?<!\bevery )(?<!\balready )signed(?! (?:agreements?|contracts?|cop(?:y|ies)))|granted|upheld|affirmed|reinstated|restored|revived|renewed(?! (?:agreement|contract|term|lease))|re-?enacted|enforced|in force|became law|becomes law|is (?:now )?law"
    r"|stands?|stays?(?= (?:in (?:place|force|effect)|as it|put|for now)\b|[ .]*$)|do pass|ratified|made permanent|took effect|takes effect|(?<=not )take effect|in effect|hold anyone to"
)
_VERB = regex(rf"\b(?:(?P<fell>{_FELL}|{RULE_UNDONE})|(?P<stood>{_STOOD}))\b")
_ON_A_RULE = regex(one_of(UNDONE))
_NOT = regex(
    r"\b(?:refus\w+|declin\w+|fail(?:ed|s)|voted not|not|never|no longer|nor|n't|shall not|will not|stopped short of)\b[^,;.]{0,25}$"
)
# Done to a matter by another act: a veto that stands undoes it, a stay that is denied leaves it.
_DEVICE = regex(r"\b(?:veto(?:es)?|stays?|injunctions?|repeal|suspension|objections?|challenges?)\b")
# What may come about, what was long ago, who has no power, what is told as a rule of procedure.
_IDLE = regex(
    r"\b(?:would|could|(?<!\d )may(?! \d)|might|can|should|must|had|until|when|once|before|long as|during|to be|expected|scheduled|set to|is to|was to|are to|asks?|asked|wants?|hope[sd]?|seeks?|propos\w+ to|not yet)\b[^,;.]{0,20}$|\bhad\b[^,;.]{0,45}$|\b(?:who|that|which) (?:have |has |had )?$"
)
_ON_ITS_WAY, _AS_BEFORE = (
    ("passed", "do pass", "approved", "adopted"),
    ("stand", "stands", "stay", "stays", "upheld", "affirmed"),
)
_IDLE_CLAUSE = regex(
    r"\b(?:if|unless|whether|said|says|calls?|called|according|critics|advocates|opponents|union|readers|residents|in (?:19|20)\d\d|earlier|formerly|originally|(?:old|former|prior|previous|present|existing) (?:rule|order|policy|law|standard|text|contract|agreement))\b"
)
_CONDITIONAL = regex(r"(?:if|unless|should|in case|where(?! (?:it|things|that) (?:is|stands?|are|now)\b)|whenever)\b")
_PENDING = regex(
    r"\b(?:committee|house|senate|assembly|chamber|reading|calendar|floor|subcommittee|panel|reported|council staff)\b"
)
_CLAUSE = regex(r"(?:[;:()]|\.(?!\d))+ ?|,? (?:and|but|so|while|though|so that) (?=\w)|, | - |\"")
# "Stage: adopted.", "03/19 Third reading, passed": what became of it is all that the line is for.
_LABEL = regex(
    r"(?:where (?:it|things|that) (?:is|stands?|are)(?: now)?|stage|status|action|outcome|result|decision|disposition|last action|latest|now|update)\b ?[:-]|(?:\d{1,2}/\d{1,2}|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d+)\b"
)
# "In-person visits are prohibited. (Enforced again as of today.)", but not "15.2 (Repealed.)", which was another text
_NOTED = regex(r"(?<![\d.] )(?<!\d)\($")
_IT = regex(r"\b(?:override|it|this|that|they|them)\b|\b(?:asking|requiring|demanding|insisting)$")
# Visits themselves are stopped and restored by lines that other rules read.
_OF_VISITS = regex(
    r"\bvisit(?:s|ing|ation|ors)? (?:(?:that|which|for|at|to|with|in) (?:\w+ ){0,3}?)?(?:(?:is|are|was|were|has been|have been|remain) ?)+$"
)
_OF_A_BILL = regex(r"^(?:returned|sent back) (?:unsigned|without (?:a |his |her )?signature)\b")
_LETS_OFF = regex(
    r"\b(?:exemption|waiver|variance|exception)s?\b[^;]* from (?:the |its |their )?(?:dut|obligation|requirement|rule|mandate)"
)
_HANGS = regex(r"(?:is|are|was|were|has|have|will) ")


@dataclass(frozen=True, slots=True)
class Outcome:
    """sign: +1 where what is named stands or goes on, -1 where it falls; name: what an earlier sentence may have called the
    matter, None where the clause leaves that open; noun, start, end: where the clause names it, and the words that say
    what became of it; going: whether more is to come; device: what was done to the matter in turn, "" for none; leaves: whether
    things stay as they are."""

    sign: int
    name: int | None
    noun: int
    start: int
    end: int
    going: bool
    device: str
    leaves: bool


@lru_cache(maxsize=4096)  # the lines of the old page are asked again for each new one
def outcomes(plain: str) -> tuple[Outcome, ...]:
    """What a canonical sentence says became of matters, clause by clause."""
    return tuple(_found(plain))


def named_so(outcome: Outcome, plain: str) -> bool:
    """Whether an earlier sentence may be the one that names the matter."""
    return (_ANY_NAME if outcome.name is None else NAMED[outcome.name]).search(plain) is not None


def _found(plain: str) -> Iterator[Outcome]:
    start = len(plain) if _CONDITIONAL.match(plain) else 0
    for end, after in (*(found.span() for found in _CLAUSE.finditer(plain, start)), (len(plain), len(plain))):
        outcome = _in_clause(plain, start, end)
        if outcome is not None:
            yield outcome
        start = after


def _in_clause(plain: str, start: int, end: int) -> Outcome | None:
    clause = plain[start:end]
    verb = _VERB.search(clause)
    if verb is None or _IDLE_CLAUSE.search(clause):
        return None
    ahead = clause[: verb.start()]
    of_visits = _OF_VISITS.search(ahead) and not _LETS_OFF.search(ahead)
    if _IDLE.search(ahead) or of_visits or plain.endswith(" while ", 0, start):
        return None
    own = (_NOUN.search(clause, verb.end()) if _ON_A_RULE.fullmatch(verb.group()) else None) or _NOUN.search(clause)
    labelled = plain[:start].endswith(": ")  # "HB 227, which would ...: sent back unsigned."
    noun = own or (_NOUN.search(plain) if _HANGS.match(clause) or labelled else None)
    if noun is None and not (
        _OF_A_BILL.search(clause) or _LABEL.match(plain) or _IT.search(clause) or _NOTED.search(plain[:start])
    ):
        return None
    device = _DEVICE.search(clause)
    turned = (verb["fell"] is not None) + (_NOT.search(ahead) is not None)
    return Outcome(
        sign=-1 if turned % 2 else 1,
        name=next((i for i in range(len(MATTERS)) if noun and noun[f"n{i}"]), None),
        noun=(start if own else 0) + noun.start() if noun else start,
        start=start + verb.start(),
        end=start + verb.end(),
        going=verb.group() in _ON_ITS_WAY and _PENDING.search(plain) is not None,
        device=device.group() if device else "",
        leaves=turned % 2 == 0 and (turned > 0 or verb.group() in _AS_BEFORE),
    )

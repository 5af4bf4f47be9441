"""Which way goes what a bill, order, clause or petition holds for visits, as far as the grammars of norms and decisions read it.

"The variance by which the county need not offer visits", "A petition that asks the board to reopen the hall": the matter is
named first, and what it holds hangs on it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.claims.decided_matters import JAILS, direct, matter
from monitors.language.claims.norms import norm
from monitors.language.words.patterns import regex

_ASKS = regex(
    r"^(?:[\w'-]+ ){1,8}?(?:asks?|asked|seeks?|sought|demands?|demanded|wants?) (?:that )?(?:(?:the|a|all|every) )?(?:[\w'-]+ ){0,3}?(?:(?:is|be|are) (?:made|ordered|told|required) )?(?:to |for )"
)
_RULES = regex(r"^(?:[\w'-]+ ){1,7}?(?=(?:requires?|guarantees?|mandates?|bars?|bans?|prohibits?|forbids?) )")
_DENIED = regex(r"\b(?:not|no|never|no longer|nor)\b")
_PROVIDES = regex(
    r"^.{5,90}? (?:provides|says|states|prescribes|orders|directs) that (?=(?:the|an?|every|each|no|all|any)\b)"
)
_CEILING = regex(r"\b(?:ceiling|cap|maximum) of \$")
# "order 11, by which the charge for visits was suspended": what hangs on the matter undid it.
_FORMS = r"(?:(?:in-person|face-to-face|contact|weekly|social|family|free) )*"
_PLAIN = (
    # "the former limit of ten hours in any week on visiting across the glass"
    (regex(rf"^(?:(?:the|a|an|its|any|former|old|present|weekly|monthly) )*(?:limit|cap|ceiling|maximum) of \d+ (?:hours?|days?|visits?|minutes)\b[^,;]{{0,30}} on (?:(?:the|all|any) )*{_FORMS}(?:visits?|visiting|visitation)\b"), -1),
    # "an exemption from the requirement of two in-person visits"
    (regex(rf"\b(?:exemption|waiver|variance|relief) from (?:the |its |this )?(?:requirement|duty|minimum|standard) (?:of|for) (?:at least )?(?:\d+ )?{_FORMS}visits?\b"), -1),
    # "Section IX, which entitled each person confined to a weekly visit"
    (regex(rf"\b(?:entitle[sd]?|guarantee[sd]?|assure[sd]?) (?:each|every|all|any) (?:person|inmate|detainee|prisoner|resident)s?\b[^;]{{0,60}}? (?:an?|\d+|at least \d+) {_FORMS}visits?\b"), 1),
    # "only one adult may come to the window"
    (regex(r"^only \d+ (?:adults?|visitors?|persons?|people) (?:may|can) (?:come|visit|be seen|be let in)\b"), -1),
    # "offer nothing but video to anyone who is not a lawyer"
    (regex(r"^(?!.*\b(?:not|no longer|never) )(?:\w+ ){0,4}nothing but (?:an? |the )?(?:\w+ )?(?:video|screens?|tablets?|kiosks?|terminals?)\b"), -1),
)  # fmt: skip
_UNDONE = regex(
    r"^(?: (?:of|for|on|in|to|at|by|a|an|the|each|every|any|all|lobby|home|screens?|visits?|jail)\b| \w+){0,6}? (?:was|were|is|are|has been|have been|had been) "
    r"(?:suspended|waived|lifted|dropped|repealed|rescinded|ended|withdrawn|struck|abolished|removed|paused|stayed|done away with)\b"
)
_NUMBER = regex(r" of (?:order|rule|section|resolution|ordinance|memo) [\d.-]*\d")
_LABEL = regex(
    r"^(?:summary|synopsis|digest|what (?:it|this|the bill|the measure) (?:does|would do|says)|purpose|text|in short|gist) ?[:-]+ "
)
_WHICH = regex(r"^(?:(?:the|this|that|our|its|their|an?) )?[\w ,-]{3,40}?,? (?:that|by which|under which|which) ")


# "From April until now we did not enforce the rule that only one adult may come": what the rule holds
_NOT_ENFORCED = regex(
    r"^.{0,60}\b(?:do|does|did|have|has|had|are|were|is|was|will) not (?:been )?(?:enforc\w+|appl\w+|follow\w*) (?:the|our|that|a) (?:rule|limit|policy|order|requirement|ban) (?:that|under which|by which|which says that) "
)


# "entered an injunction directing the sheriff to give each detainee one visit a week"
_DIRECTING = regex(
    rf"\b(?:injunction|order|decree|judgment|ruling)s? (?:directing|ordering|requiring|commanding|compelling|which (?:directs|orders|requires)|that (?:directs|orders|requires)) {JAILS} to "
)


def content(said: str) -> str:
    """What a sentence says that a text provides: "Staff told the board: Section 5 says that the county shall …"."""
    said = _NOT_ENFORCED.sub("", _LABEL.sub("", said.strip('"“” ')))
    provides = _PROVIDES.match(said)
    return said[provides.end() :] if provides else said


def sign_of_matter(said: str) -> int:
    """+1, -1, or 0 where no grammar reads it."""
    said = _NUMBER.sub("", content(said))
    if _CEILING.search(said):
        return 1
    plain = next((sign for pattern, sign in _PLAIN if pattern.search(said)), 0)
    if plain:
        return plain
    bare = _WHICH.sub("", said)
    ruled = norm(bare)
    if ruled is not None and ruled.sign:
        return ruled.sign
    found = matter(said, 0) or matter(bare, 0) or direct(bare, 0)
    told = _DIRECTING.search(said) if found is None else None
    found = direct(said, told.end()) if told else found
    for pattern in (_ASKS, _RULES):
        asked = pattern.match(said) if found is None else None
        if asked and _DENIED.search(asked.group()):
            return 0
        found = direct(said, asked.end()) if asked else found
    if found is None:
        return 0
    undone = _UNDONE.match(found.said.string[found.end :])
    return -found.sign if undone else found.sign

"""What is done to a class of visitors, said as the plain rule that it comes to.

"We have stopped admitting former inmates.", "Visits are now closed to former inmates." and "Visiting privileges for former
inmates have been revoked." are all "former inmates may no longer visit", which `who_visits.py` reads of any class.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.claims.visitor_words import KEPT, LIST, SOFT, VISIT
from monitors.language.words.dates import DATE, MONTH
from monitors.language.words.lexicon_decisions import family, one_of
from monitors.language.words.lexicon_form_acts import WHO as _OFFICE
from monitors.language.words.patterns import regex

ACTOR = rf"(?:{_OFFICE}|(?:the |our )?(?:staff|deputies|officers|guards))"
NEW_RULE = r"(?:an?|the|our|its) new (?:jail |county |visiting |visitation )?(?:rule|policy|order|law)(?: at (?:the|our) (?:[\w-]+ )?(?:jail|prison))?"
_WHO = r"(?P<who>(?!no\b|not\b|any more\b)[^,;:|]{3,80}?)"
_DO = r"(?:(?:has|have|is|are|will|shall|do|does|may|can) )?"
_NO = r"(?P<no>not |no longer |never )?"
_LET = one_of(family("admit, let, allow, accept, approve, permit, welcome, let in, allow in, welcome back"))
_BAR = one_of(family("refuse, turn away, bar, ban, exclude, deny, reject, keep out, prohibit, forbid, lock out"))
_BEGUN = one_of(family("start, begin, resume, restart, go back to"))
_CEASED = one_of(family("stop, quit, cease, end, give up"))
_IN = rf"(?: (?:to (?:visit|come(?: in| to visits?)?|enter|see (?:inmates|people))|visit|come in|(?:from )?(?:visiting|entering|{VISIT}|entry|admission)|in|as visitors|(?:at|to|into|for|during) (?:the |our )?(?:(?:social|family|regular) )?(?:visits|visiting|visitation)(?: rooms?| areas?| halls?)?|(?:on|onto|from) {LIST}|again|(?:at|into) (?:the|our) (?:jail|prison|facility)))*"
_BE = rf"(?:is|are|will be|shall be|was|were|has been|have been) {_NO}(?:been |being |be )?{SOFT}"
_OVER = one_of(
    family("lift, end, drop, repeal, remove, rescind, scrap, abolish, eliminate, revoke, withdraw, cancel, strike, strike down, overturn, do away with, delete, waive")
)  # fmt: skip
_BACK = one_of(family("restore, reinstate, give back, return, grant, extend, renew"))
_GONE = one_of(family("revoke, end, suspend, take away, withdraw, remove, cancel, terminate, rescind, eliminate, lose"))
_BY = rf"(?:(?:visits|visiting|visitation|visitors?) )?(?:by |from |of |for )?{_WHO}(?: (?:from visiting|visiting|as visitors|visits))?"
_VISITS = (
    r"(?:(?:all|social|family|regular|in-person|the|jail|inmate) )*(?:visits|visitation|visiting(?: hours| rooms?)?)"
)
_PRIVILEGES = r"(?:(?:their|the|all) )?(?:visit(?:ing|ation|or)?s?(?:'s?)? (?:privileges?|rights?|access)|(?:right|chance|permission|privilege) to visit)"
_DECIDED = r"(?:(?:has|have) )?(?:decided|agreed|chosen|voted|resolved)"
_MAY, _MAY_NOW = ("may not", "may"), ("may no longer", "may now")

# Each with what it comes to where nothing denies it: whether they may come, and whether that is news.
_ACTS = tuple(
    (regex(rf"{pattern}(?P<news>)" if news else pattern), lets)
    for lets, news, pattern in (
        (False, False, rf"no {_VISITS} (?:by|from|of) {_WHO} (?:is|are|will be) {SOFT}(?:allowed|permitted|possible|accepted|held|taken)"),
        (True, False, rf"{_VISITS} (?:by|from|of) {_WHO} (?:is|are|will be) {_NO}{SOFT}(?:allowed|permitted|possible|accepted|welcome|open|back)(?: again)?"),
        (False, False, rf"{_VISITS} (?:by|from|of) {_WHO} (?:is|are) {_NO}{SOFT}(?:{_BAR}|barred|off limits)"),
        (False, True, rf"{_VISITS} (?:by|from|of) {_WHO} (?:will be|shall be|was|were|has been|have been) {_NO}(?:been |being |be )?{SOFT}(?:{_BAR}|{_GONE})"),
        (True, True, rf"{_VISITS} (?:by|from|of) {_WHO} (?:will be|shall be|was|were|has been|have been) {_NO}(?:been |being |be )?{SOFT}(?:{_LET}|{_BACK})(?: again)?"),
        (True, True, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:(?:{_BEGUN}) (?:to )?(?:{_LET})|(?:{_CEASED}) (?:{_BAR})) {_VISITS} (?:by|from|of) {_WHO}"),
        (False, True, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:(?:{_CEASED}) (?:{_LET})|(?:{_BEGUN}) (?:to )?(?:{_BAR})) {_VISITS} (?:by|from|of) {_WHO}"),
        (True, False, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_LET}) {_VISITS} (?:by|from|of) {_WHO}"),
        (False, False, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_BAR}) {_VISITS} (?:by|from|of) {_WHO}"),
        (True, True, rf"{ACTOR} {_DECIDED} to (?:{_LET}) {_WHO}{_IN}"),
        (False, True, rf"{ACTOR} {_DECIDED} not to (?:{_LET}) {_WHO}{_IN}"),
        (False, True, rf"{ACTOR} {_DECIDED} to (?:{_BAR}) {_WHO}{_IN}"),
        (False, True, rf"{ACTOR} {_DECIDED} to (?:keep|shut|lock) {_WHO} out(?: of (?:the|our) (?:jail|visiting room))?"),
        (False, False, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:keeps?|shuts?|locks?|kept) {_WHO} out(?: of (?:the|our) (?:jail|visiting room))?"),
        (True, True, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_BEGUN}) (?:to )?(?:{_LET}) {_WHO}{_IN}"),
        (False, True, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_CEASED}) (?:{_LET}) {_WHO}{_IN}"),
        (False, True, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_BEGUN}) (?:to )?(?:{_BAR}) {_WHO}{_IN}"),
        (True, True, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_CEASED}) (?:{_BAR}) {_WHO}{_IN}"),
        (True, False, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_LET}) {_WHO}{_IN}"),
        (False, False, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:{_BAR}) {_WHO}{_IN}"),
        (True, True, rf"{_PRIVILEGES} (?:of|for|to) {_WHO} {_BE}(?:{_BACK})"),
        (False, True, rf"{_PRIVILEGES} (?:of|for|to) {_WHO} {_BE}(?:{_GONE})"),
        (True, True, rf"{_WHO} {_DO}(?:have |has )?{_NO}(?:regain|regained|get back|got back|gotten back|won back) {_PRIVILEGES}"),
        (False, True, rf"{_WHO} {_DO}(?:have |has )?{_NO}(?:lose|lost) {_PRIVILEGES}"),
        (True, True, rf"{ACTOR} {_DO}{_NO}{SOFT}(?:open(?:s|ed|ing)?|reopen(?:s|ed|ing)?|extend(?:s|ed|ing)?) (?:up )?(?:its |the |our )?(?:{_VISITS}|visiting (?:rooms?|areas?|lists?)) (?:up )?(?:to|for) {_WHO}"),
        (False, True, rf"{ACTOR} {_DO}{_NO}{SOFT}clos(?:e|es|ed|ing) (?:off )?(?:its |the |our )?(?:{_VISITS}|visiting (?:rooms?|areas?|lists?)) (?:off )?(?:to|for) {_WHO}"),
        (False, True, rf"{NEW_RULE} (?:keeps|bars|bans|stops|prevents|forbids|prohibits|excludes|shuts out) {_WHO}{_IN}"),
        (True, True, rf"{NEW_RULE} (?:lets|allows|permits|admits|opens visits to) {_WHO}{_IN}"),
        (True, True, rf"nothing (?:now )?(?:keeps|bars|stops|prevents) {_WHO} from (?:visiting|visits|coming)(?: any longer| any ?more| now)?"),
        (True, True, rf"{_WHO} (?:have|has) (?:now )?(?:been )?(?:added to|included among|joined) (?:those|the people|the visitors) who (?:may|can) visit"),
        (True, False, rf"{_VISITS} (?:is|are|will be) {_NO}{SOFT}(?:open|available|reopened) (?:up )?(?:to|for) {_WHO}"),
        (True, True, rf"{_VISITS} {_BE}(?:extended|opened|reopened|expanded|widened|restored) (?:up )?(?:to|for) (?:include )?{_WHO}"),
        (False, False, rf"{_VISITS} (?:is|are|will be) {_NO}{SOFT}(?:closed|off limits|off-limits|forbidden|unavailable) (?:to|for) {_WHO}"),
        (True, True, rf"(?:the|our|this) (?:ban|bar|prohibition|restriction|rule|policy) (?:on|against) {_BY} {_BE}(?:{_OVER})"),
        (True, True, rf"(?:the|our|a) (?:rule|policy|ban|order|restriction|provision) (?:that|which) (?:{_BAR}) {_WHO}{_IN} {_BE}(?:{_OVER})"),
        (True, True, rf"(?:the|our|a) (?:rule|policy|ban|order|restriction|provision) (?:barring|banning|excluding|prohibiting|forbidding|refusing|against) {_WHO}{_IN} {_BE}(?:{_OVER})"),
        (False, True, rf"(?:the|our|a) (?:rule|policy|order|provision|exception) (?:(?:that|which) (?:{_LET})|letting|allowing|admitting|permitting|for) {_WHO}{_IN} {_BE}(?:{_OVER})"),
        (False, True, rf"{_WHO} (?:will be|are being|have been|has been) {_NO}(?:removed from|taken off|struck from|dropped from|deleted from) (?:all )?{LIST}(?: of (?:those|people|visitors) who (?:may|can) visit)?"),
        (True, True, rf"{_WHO} (?:will be|are being|have been|has been|may be|can be) {_NO}(?:now |again )*(?:restored to|put back on|added back to|returned to) {LIST}"),
        (True, True, rf"{_WHO} (?:will|shall) not be {KEPT}(?:{_IN}| visits?| a visit)"),
        (False, False, rf"(?:everyone|everybody|anyone|all(?: visitors| people)?),? (?:except|but|other than|save)(?: for)? {_WHO},? (?:may|can) visit"),
    )
)  # fmt: skip
_NEWS = regex(r"\b(?:now|again|once more)\b")
_FROM_A_DAY = regex(
    rf",? (?:from now on|from here on)$|,? (?:(?:from|as of|starting|beginning|effective)(?: on)? )+(?:\{{[a-z]+\}},? ?)?(?:{DATE}|{MONTH}|today|\{{[a-z]+\}})$|,? on (?:\{{[a-z]+\}},? ?)?{DATE}$|,? effective immediately$"
)
_DAY_AHEAD = regex(
    rf"(?:(?:effective|beginning|starting|as of|from)(?: on)? (?=[^,]*(?:\d|today|now|immediately|month|week|\{{|\b{MONTH}\b))[^,]{{3,30}}|effective immediately|under (?:an?|the|its|our) new (?:rule|policy|order|law)s?), "
)
_SAID_BY = regex(
    r"(?:,? according to|, said) (?:the |a |our )?(?:[\w.'-]+ ){0,3}?(?:sheriff\S*|jail|county|warden|officials?|department|office|spokes\w+|administrators?|commander|captain)(?: [a-z]+){0,2}$"
    r"|, (?:the |a |our )?(?:[\w.'-]+ ){0,3}?(?:sheriff\S*|jail|county|warden|officials?|department|office|spokes\w+|administrators?|commander|captain)(?: [a-z]+){0,2} (?:said|says|announced|confirmed)(?: (?:on )?(?:\{[a-z]+\}|today|yesterday))?$"
)
_CUES = regex(
    r"\b(?:admi\w+|out|let\w*|allow\w*|accept\w*|approv\w+|permit\w*|welcom\w+|refus\w+|turn\w* away|bar\w*|ban\w*|exclu\w+|den[iy]\w*|reject\w*|prohibit\w*|forbid\w*|off|privileges?|rights?|nothing|keeps|lost|clos\w+|joined|added|open\w*|extended|expanded|widened|restored|closed|rule|policy|lists?|except|but|other than)\b"
)


def undated(text: str) -> tuple[str, bool]:
    """A line without the day from which it holds, its new policy and the office that said so, and whether it named day or
    policy: what holds from then on is news."""
    text = _SAID_BY.sub("", text)
    bare = _FROM_A_DAY.sub("", _DAY_AHEAD.sub("", text, count=1))
    return bare, bare != text


def as_rule(text: str) -> str:
    """What a line says of a class of visitors as a plain rule, the line itself where it says it otherwise."""
    if _CUES.search(text) is None:
        return text
    for pattern, lets in _ACTS:
        hit = pattern.fullmatch(text)
        if hit is None:
            continue
        said = hit.groupdict()
        no = said.get("no")
        if "news" in said and no:
            return text  # what was not done is no news
        beside = f"{text[: hit.start('who')]} {text[hit.end('who') :]}"
        news = "news" in said or no == "no longer " or _NEWS.search(beside) is not None
        return f"{hit['who']} {(_MAY, _MAY_NOW)[news][lets == (not no)]} visit"
    return text

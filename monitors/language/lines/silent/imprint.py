"""What a document says of its own making: "Effective date: January 1, 2026", "Approved by: Sheriff J. Doe", "Policy No.
503", "If any provision is held invalid, …", "Rates are subject to change." Such a line that comes, goes or has another date
moves no term of visiting (R3).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:(?:on |of |as of |the )*(?:{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?:of )?\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}|{_MONTH} \d{{1,2}}|\d{{4}})|n/a|annually|immediately|upon signature|upon receipt|tbd)"
_PAPER = r"(?:polic(?:y|ies)|directives?|procedures?|documents?|general orders?|orders?|memo(?:randum)?s?|forms?|manuals?|handbooks?|chapters?|sections?|bulletins?|notices?|rules?|guidelines?|operating procedures?|standards?|sops?|versions?|editions?)"
_MADE = r"(?:effective|issued?|issuance|adopted|adoption|approved|approval|revised|revision|reviewed|review|amended|amendment|promulgated|promulgation|signed|origina(?:l|ted)|creation|created|implement(?:ed|ation)|publication|published|posting|posted|expiration|expires|sunset|compliance|renewal|re-?evaluation|reissued?)"
_BY = r"(?:approved|authorized|authorised|reviewed|signed|issued|prepared|submitted|promulgated|adopted|written|drafted|updated|revised)(?: (?:and|&|/) \w+)? by"
_HOLDER = r"(?:issuing authority|approving authority|authority|authorization|approval authority|signature|distribution|subject|applicability|applies to|cross[- ]reference|references?|related (?:documents?|policies|standards)|aca standards?|njcs|accreditation standards?|replaces|supersedes|rescinds|cancels|amends|reviewer|owner|author|responsible (?:party|division)|number of pages|total pages|pages?)"
_COPIED = r"(?:(?:re-?)?(?:typed|scanned|transcribed|digiti[sz]ed)(?: copy)?(?: (?:from|of|by) [^.;:]{2,60})?)"
_COPY = rf"(?:[;,]? \(?{_COPIED}\)?)?"
_LINE = regex(
    rf"^[\W_]*(?:"
    rf"(?:(?:this|the) )?(?:{_PAPER} )?(?:(?:next|last|latest|most recent|previous|annual|original|new|date of|date) )*{_MADE}(?: (?:date|review date|on|dates|review|revision|version))*[ :,.-]*(?:{_DATE}[ ,;/&]*(?:and )?)+(?:\((?:original|revised|new|supersedes[^)]*)\))?"
    rf"|dates?(?: of)?(?: {_MADE})?[ :]+{_DATE}"
    rf"|(?:{_PAPER} )?{_BY}[ :]+[^.;:]{{2,80}}{_COPY}"
    rf"|(?:{_PAPER} )?{_COPIED}"
    rf"|{_HOLDER} ?:[^.;]{{0,90}}"
    rf"|(?:{_PAPER} )+(?:no\.?|number|num\.?|#)[ :#]*[\w.\-/]{{1,14}}(?: \(?rev(?:ision|ised)?\.?[ :]*[\w./-]+\)?)?"
    rf"|(?:rev(?:ision)?|version|edition|ver|v)\.?(?: (?:no\.?|number))?[ :#]*\d[\w.\-/]*(?:[ ,(]+{_DATE}\)?)?"
    rf"|(?:this|the) (?:act|chapter|section|title|law|rule|part)(?: (?:shall|may|can) be| is)? (?:cited|known|referred to) as [^.;]{{3,80}}"
    rf"|if any (?:other )?(?:part|provision|clause|term|sentence|{_PAPER})s?(?: (?:of|in) (?:this|the) (?:\w+ )?(?:act|agreement|contract|{_PAPER}|title|code|law))? (?:(?:is|are|be|should be|shall be) )+(?:held|found|declared|determined|deemed|ruled)(?: to be)? (?:invalid|unenforceable|void|unconstitutional|illegal)[^;:]{{0,140}}"
    rf"|page \d+(?: of \d+)?"
    rf")[\W_]*$"
)
# "Prices may change without notice.", said of any term.
_MAY_CHANGE = regex(
    r"[^$;:{\[@\d]{0,90}? (?:(?:may|can) (?:change|be (?:changed|modified|revised|updated|amended))|(?:is|are) subject to change)(?: at any time)?(?:,? without (?:prior |advance |further )?(?:notice|notification))?[\W_]*"
)
_TERMS = regex(
    r"\b(?:visit\w*|inmates?|minutes?|hours?|suspen\w+|clos\w+|resum\w+|video|fees?|contact|votes?|veto\w*|unanimous\w*)\b|[{\[$]"
)


def is_imprint(unit: Unit) -> bool:
    """Whether a line is of a document's own dates, numbers and signers, and speaks of no term."""
    if unit.row or len(unit.plain) > 160:
        return False
    return _MAY_CHANGE.fullmatch(unit.plain) is not None or (
        _LINE.match(unit.plain) is not None and _TERMS.search(unit.plain) is None
    )


def imprint_lines(alignment: Alignment) -> Certain:
    """Imprint lines that came, went or were changed into each other."""
    lines = [unit for unit in (*alignment.removed, *alignment.added) if is_imprint(unit)]
    lines += [unit for pair in alignment.pairs if all(map(is_imprint, pair)) for unit in pair]
    return Certain((), tuple(lines), ("R3 the document's own dates, numbers and signers",) if lines else ())

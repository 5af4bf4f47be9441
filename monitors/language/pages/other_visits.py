"""Hearings held in person or by video, officers' visits to homes, clinicians' to patients: no visits to people held (R5-R7).

"In-person hearings have been discontinued." and "Video visit with a psychiatrist: no longer offered." have every word by
which visits are told to end. Whose they are is said by the line, by what it stands under or by the lines before it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_HOW = r"(?:in[- ]person|video|remote|virtual|live|online|zoom|telephone|court)"
_HEARING = (
    r"(?:hearings?|arraignments?|first appearances?|court (?:appearances?|dates?|sessions?)|proceedings|testimony)"
)
# A hearing of which is told in which form it is held, or who may attend it; without that it may be one on lost visits.
_HELD_SO = regex(
    rf"\b{_HOW} (?:(?:attendance|appearances?|participation) (?:at|in) (?:the |a |parole |court )*)?{_HEARING}\b"
    rf"|\b{_HEARING} (?:(?:is|are|were|was|will be|may be|has been|have been|be|now|again|only|held|heard|conducted) )*(?:in person|by (?:video|telephone|zoom)|via (?:video|zoom)|over video|on (?:video|screen|zoom)|remote|virtual|remotely|virtually)\b"
    rf"|\b(?:attend\w*|appear\w*|take part|sit in|watch\w*|follow) (?:\w+ )?(?:at |in |on )?(?:the |a |an |any |their |parole |court )*{_HEARING}\b|\bhearing rooms?\b"
)
_UNDER = regex(
    r"\b(?:first appearances?|arraignments?|(?:parole|court|bond|bail|clemency|pardon|preliminary|release|revocation|probation) hearings?|court (?:dates?|hearings?|appearances?)|(?:parole|pardons?) (?:board|commission)\b.*\bhearings?)\b"
)
_VISITS = regex(r"\b(?:visit\w*|booths?|contact|glass|windows|see (?:an? |the |your )?(?:inmate|prisoner)s?)\b")


def of_a_hearing(scene: Scene, unit: Unit) -> bool:
    """Whether a line is on a hearing, by its words or by what it stands under, and names no visit."""
    if unit.row or _VISITS.search(unit.plain):
        return False
    if _HELD_SO.search(unit.plain):
        return True
    over = f"{scene.title} / {unit.headings}"
    return _UNDER.search(over) is not None and _VISITS.search(over) is None


_HOME = r"(?:the|their|his|her|that|each|every|a|your|a person's|the person's|people's|clients?'?)"
_HOME_VISIT = regex(rf"\bhome visits?\b|\bvisit(?:s|ed)? (?:to |at |in )?{_HOME} (?:home|residence|house|dwelling)\b")
_OFFICER = regex(
    r"\b(?:pre-?trial|probation|parole|supervis\w+|monitoring|case ?work\w*|field|release|community corrections) (?:officers?|agents?|staff|services)|\bofficers? (?:then |may |will |can )*(?:visits?|comes? to|calls? at|goes to)\b|\b(?:case|social) ?workers?\b|\bon (?:probation|parole|supervision|house arrest)\b|\bankle\b"
)
_FROM_HOME = regex(r"\b(?:visits? from home|inmates?|kiosks?|tablets?|per minute|app)\b|\$")


# A page on nothing else by its title: a line of it may say no more than "Visits outside these hours need leave."
_ON_SUPERVISION = regex(
    r"\bhome visits?\b.*\b(?:supervis\w+|probation\w*|parole\w*|caseloads?)\b|\b(?:supervis\w+|probation|parole|field services)\b.*\bhome visits?\b"
)
_IN_CUSTODY = regex(rf"\b(?:{visits.HELD}|jails?|prisons?|booths?|in custody)\b")


def of_an_officer_at_home(scene: Scene, unit: Unit) -> bool:
    """Whether a line is on officers who call on people whom a court let go home."""
    if _ON_SUPERVISION.search(scene.title) and not _IN_CUSTODY.search(unit.plain):
        return True
    if _HOME_VISIT.search(unit.plain) is None or _FROM_HOME.search(unit.plain):
        return False
    return any(_OFFICER.search(said) for said in (unit.plain, unit.headings, *unit.trail))


# "Village visits by our reentry staff have been canceled for the winter.", "Our office: no walk-in visits."
_BY_STAFF = regex(
    r"\bvisits? (?:\w+ )?(?:by|from) (?:(?:the|our|a|its|their) )?(?:[\w-]+ ){0,3}?(?:staff|team|(?:case|outreach|social|peer) ?workers?|coordinators?|librarians?|inspectors?|commissioners?|legislators?|recruiters?|representatives?|navigators?)\b"
    r"|\bvisits? (?:by|from) the (?:bookmobile|mobile (?:unit|clinic|lab))\b"
)
_OWN_OFFICE = regex(r"\b(?:our|the (?:coalition|alliance|clinic|foundation|society|network)'?s?) offices?\b")


def of_staff(scene: Scene, unit: Unit) -> bool:
    """Whether the visits of a line are paid by staff of some house, or to the office of those who write a page that is
    no jail's."""
    if _FAMILIES.search(unit.plain) or _IN_CUSTODY.search(unit.plain):
        return False
    return _BY_STAFF.search(unit.plain) is not None or (
        not scene.official and _OWN_OFFICE.search(unit.plain) is not None
    )


# "He led the county jail for three terms. Visitation will be Thursday at Harrow & Sons. A service follows on Friday."
_DIED = regex(
    r"\b(?:died|passed away|passed on|survived by|funeral|burial|interment|memorial service|celebration of life|(?:a|the) service (?:follows|will follow))\b"
)
_WAKE = regex(r"\bvisitation\b")


def of_a_wake(scene: Scene, unit: Unit) -> bool:
    """Whether a line of a paper is on when people may pay their respects to one who died."""
    if scene.official or _WAKE.search(unit.plain) is None or _IN_CUSTODY.search(unit.plain):
        return False
    return any(_DIED.search(said) for said in (unit.plain, *unit.trail))


_BY_CLINICIANS = regex(
    r"\b(?:(?:in-person|video|follow-?up|on-?site|remote|virtual|first|annual|routine|face-to-face) )*visits? (?:with|by|from) "
    rf"(?:(?:(?:the|an?|your|our|on-call|staff|jail|licensed) )*{elsewhere.CLINICIANS}\b|(?:[\w'-]+ ){{1,3}}?{elsewhere.CLINICS}\b)"
    r"(?!,? (?:and|or|&)\b|, \w)"
)
_FAMILIES = regex(rf"\b(?:{visits.FAMILY}|{visits.VISITOR}|visitation|visiting|booths?|social visits?)\b")
_CARE = regex(
    r"\b(?:medical|health ?care|(?:mental|behavioral|correctional) health|health services|dental|tele-?health|tele-?medicine|psychiatr\w+|clinical|nursing|pharmacy) (?:care|services?|schedule|agreement|contract|exhibit|addendum|staffing|providers?)\b"
)
_COMMUNICATIONS = regex(r"\b(?:communicat\w+|(?:tele)?phones?|tablets?|visitation|visiting|calling)\b")
_HEAD = 5  # lines that say what a contract is on


def of_a_clinician(scene: Scene, unit: Unit) -> bool:
    """Whether the visits of a line are those of clinicians: it says so, or its contract is on care alone."""
    if _FAMILIES.search(unit.plain):
        return False
    rest, named = _BY_CLINICIANS.subn(" ", unit.plain)
    return (named > 0 and _VISITS.search(rest) is None) or _on_care(scene) or _of_sick_call(scene, unit)


_SICK_CALL = regex(r"\b(?:sick call|medical unit|tele-?health|tele-?medicine|health services)\b")


def _of_sick_call(scene: Scene, unit: Unit) -> bool:
    """Whether a line of a page on sick call names no visit, or one of a doctor's."""
    return (
        _SICK_CALL.search(scene.title) is not None
        and _TITLED_VISITS.search(scene.title) is None
        and (_VISITS.search(unit.plain) is None or _DOCTORS.search(f"{unit.lead} {unit.plain}") is not None)
    )


_TITLED_VISITS = regex(r"\b(?:visit\w*|famil\w+)\b")
_DOCTORS = regex(rf"\b(?:{elsewhere.CLINICIANS}|co-?pays?)\b")


# "Patients may have two visits a week." on the page of a jail's own ward: these are people held.
_OWN_WARD = regex(
    rf"\b(?:{visits.HELD}|jail|prison|detention|correction\w*)\b.*\b(?:infirmary|medical unit|ward)\b|\b(?:infirmary|medical unit|ward)\b.*\b(?:{visits.HELD}|jail|prison|detention|correction\w*)\b"
)
_PATIENTS = regex(r"\bpatients?\b")


def of_the_ward(scene: Scene, unit: Unit) -> bool:
    """Whether the patients of a line are people held who lie ill, and the visits in it not those of clinicians."""
    if _OWN_WARD.search(scene.title) is None or _PATIENTS.search(unit.plain) is None:
        return False
    rest = _PATIENTS.sub(" ", unit.plain)
    return _VISITS.search(rest) is not None and elsewhere.NAMED.search(rest) is None and not of_a_clinician(scene, unit)


def _on_care(scene: Scene) -> bool:
    """Whether a contract is on medical care and nothing by which families speak with people held."""
    if scene.kind != "contract":
        return False
    head = " . ".join((scene.title, *(unit.plain for unit in (scene.after or scene.before)[:_HEAD])))
    return _CARE.search(head) is not None and _COMMUNICATIONS.search(head) is None


# "Site visit for bidders: May 9 at 10 a.m. Up to two visitors per firm."
_BIDDERS = regex(
    r"\b(?:bidders?|proposers?|offerors?|per firm|each firm|(?<!on-)(?<!on )(?<!off-)site[- ]visits?|walk-?throughs?|proposals? (?:is|are) due)\b"
)
_OF_THE_WORK = regex(r"\b(?:inmates?|prisoners?|detainees?|famil(?:y|ies)|in-person|remote|commissions?|social)\b")


def of_bidders(scene: Scene, unit: Unit) -> bool:
    """Whether a line is on firms that look at a building before they bid for work in it."""
    return _BIDDERS.search(unit.plain) is not None and _OF_THE_WORK.search(unit.plain) is None

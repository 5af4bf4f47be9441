"""What visitors may be made to do before or at a visit, by kind, as an act and as a thing.

"make an appointment", "an appointment"; "be approved by the warden", "approval by the warden". A verb or noun is added for
a kind of wording, never for one page.
"""

# ruff: noqa: E501  a kind reads better on one line

from __future__ import annotations

from dataclasses import dataclass

from monitors.records import Severity, Topic


@dataclass(frozen=True, slots=True)
class Duty:
    """name: for people; act: what visitors do; thing: what is asked of them; level: how grave it is that it is asked, or no longer: not at
    all where it is no visiting term (R5)."""

    name: str
    topic: Topic
    level: Severity
    act: str
    thing: str


_A = r"(?:(?:an?|the|any|their|your|his or her|this|each|every|1) )*"
_SOME = r"(?:[\w'-]+ ){0,3}?"
DUTIES = (
    Duty(
        "a fee", Topic.FEES, Severity.MAJOR,
        r"(?:pay|buy|purchase|put down|(?:be )?(?:charged|billed)|pre-?pay|deposit (?:\$|money|funds|at least|\d))",
        rf"{_A}(?:fees?|payments?|charges?|deposits?|pre-?payment|surcharges?)",
    ),
    Duty(
        "a wait", Topic.ELIGIBILITY, Severity.MAJOR,
        rf"(?:wait|sit out|be out|have been (?:out|released))(?: (?:for )?(?:at least )?{_A}(?:full )?(?:\d+ |several |few )?(?:hours?|days?|weeks?|months?|years?)|\b(?! (?:in|for (?:an|your|their|a) (?:escort|turn|name)|outside|inside)))",
        rf"{_A}(?:{_SOME}(?:waiting|quarantine|intake) period|{_SOME}wait)",
    ),
    Duty(
        "an age limit", Topic.ELIGIBILITY, Severity.MAJOR,
        r"be (?:at least |over )?(?:1[2-9]|2\d)\b(?! (?:minutes|feet|miles))(?!.*\baccount)",
        rf"{_A}(?:minimum age|age limit)",
    ),
    Duty(
        "kinship", Topic.ELIGIBILITY, Severity.MAJOR,
        r"(?:be (?:related|a (?:relative|family member)|immediate family|next of kin|married)|prove (?:kinship|a relationship|that they are related|their relationship)|show (?:proof of )?(?:kinship|relationship))\b",
        rf"{_A}(?:proof of )?(?:kinship|relationship|family ties)",
    ),
    Duty(
        "approval", Topic.ELIGIBILITY, Severity.MINOR,
        rf"(?:(?:be|get) (?:pre-?)?(?:approved|cleared|authorized|vetted|sponsored|invited)|(?:get|have|obtain|receive|seek|secure|request|ask for) {_A}{_SOME}(?:approval|permission|clearance|authorization|consent|leave|invitation|permits?|pass(?:es)?|letter)|ask (?:the |for )?{_SOME}(?:permission|leave))\b",
        rf"{_A}(?:pre-?|{_SOME})(?:approval|permission|clearance|authorization|consent|invitation|permits?)",
    ),
    Duty(
        "an application", Topic.ELIGIBILITY, Severity.MINOR,
        rf"(?:apply|(?:fill (?:out|in)|complete|submit|file|turn in|send in|send|hand in|sign|return|mail|make) {_A}{_SOME}(?:applications?|forms?|questionnaires?|waivers?|paperwork|written requests?|requests? in writing)|request (?:a visit |visits )?in writing)\b",
        rf"{_A}{_SOME}(?:applications?(?: forms?)?|questionnaires?|waivers?|(?<!consent )forms?)",
    ),
    Duty(
        "a background check", Topic.ELIGIBILITY, Severity.MINOR,
        rf"(?:(?:pass|undergo|submit to|complete|clear|go through|agree to|consent to|have|be subject to) {_A}{_SOME}(?:checks?|screenings?|investigations?|interviews?)|(?:submit|give|provide|leave) {_A}fingerprints|be (?:fingerprinted|interviewed))\b(?! (?:of bags|at the door))",
        rf"{_A}(?:{_SOME}(?:background|records?|criminal|warrant|history|fingerprint) (?:checks?|screenings?|investigations?)|fingerprint(?:ing|s))",
    ),
    Duty(
        "a place on the list", Topic.ELIGIBILITY, Severity.MINOR,
        rf"(?:be|appear|be listed|be named|be placed|be put) on {_A}{_SOME}lists?\b",
        rf"{_A}(?:place|spot|name) on {_A}{_SOME}lists?",
    ),
    Duty(
        "health papers", Topic.ELIGIBILITY, Severity.MINOR,
        rf"(?:be (?:fully )?(?:vaccinated|immunized|tested)|test negative|(?:show|provide|present|bring|have|take) {_A}(?:proof of )?{_SOME}(?:vaccinations?|immunizations?|vaccination cards?|(?:negative )?(?:covid-?\w* )?tests?))\b",
        rf"{_A}(?:proof of )?{_SOME}(?:vaccinations?|immunizations?|vaccines?|negative tests?|covid-?\w* tests?)",
    ),
    Duty(
        "papers", Topic.ELIGIBILITY, Severity.MINOR,
        rf"(?:show|provide|present|bring|have|submit|obtain|get) {_A}(?:court orders?|birth certificates?|marriage certificates?|(?:notarized )?{_SOME}(?:letters?|affidavits?|consent forms?))\b",
        rf"{_A}(?:court orders?|birth certificates?|marriage certificates?|notarized (?:letters?|forms?|consent)|affidavits?)",
    ),
    Duty(
        "a grown-up's company", Topic.ELIGIBILITY, Severity.MINOR,
        r"(?:be (?:accompanied|escorted|supervised|brought)|come with|be with|visit with|have) (?:by |with )?(?:an? |their |the )?(?:adults?|parents?|(?:legal )?guardians?|grown-?ups?|sponsors?)\b(?: or (?:an? )?(?:legal )?(?:guardians?|adults?|grandparents?)\b)?",
        rf"{_A}(?:accompanying )?(?:adult|parent|(?:legal )?guardian|chaperone|escort|sponsor)",
    ),
    Duty(
        "an appointment", Topic.SCHEDULE, Severity.MINOR,
        rf"(?:(?:make|have|get|book|schedule|set up|request|need|reserve|arrange|sign up for) {_A}{_SOME}(?:appointments?|reservations?|bookings?|visits?|times?|slots?|seats?|places?|spots?|sessions?)|(?:book|schedule|reserve|register|pre-?register|sign up|call|phone|e-?mail|request|enroll)(?: (?:at least )?(?:(?:an?|\d+|the) )?(?:hours?|days?|weeks?|months?)? ?(?:ahead|in advance|beforehand|online|first|early|before\w*|with|for|at|by|to)\b|$))",
        rf"{_A}(?:{_SOME}(?:appointments?|reservations?|bookings?|pre-?registration|registration)|advance (?:notice|booking|scheduling)|advance reservations?)",
    ),
    Duty(
        "notice of a visit", Topic.SCHEDULE, Severity.MINOR,
        rf"(?:(?:give|provide) {_A}{_SOME}notice|(?:notify|inform|tell|contact) {_A}(?:jail|prison|sheriff|facility|office|staff|front desk|unit|lobby))\b",
        rf"{_A}(?:\d+[- ](?:hours?|days?|weeks?)'?s? |advance |prior )+notice",
    ),
    Duty(
        "an account", Topic.SCHEDULE, Severity.MINOR,
        rf"(?:create|open|set up|have|register|make|get) {_A}{_SOME}(?:accounts?|profiles?)\b",
        rf"{_A}{_SOME}(?:accounts?|profiles?)",
    ),
    Duty(
        "early arrival", Topic.SCHEDULE, Severity.MINOR,
        r"(?:arrive|check in|be here|be at the \w+|report|show up|come|get here|sign in|be seated)\b.{0,40}\b(?:early|earlier|ahead|before\w*|in advance|prior)\b",
        rf"{_A}early (?:arrival|check-?in)",
    ),
    Duty(
        "a distance", Topic.CONTACT, Severity.MAJOR,
        r"(?:stay|keep|sit|remain|stand) (?:at least )?\d+ (?:feet|foot|ft\.?|meters|yards) (?:apart|away|from)\b|keep (?:a |their |your )?distance\b",
        rf"{_A}(?:\d+-foot |social |physical )?distanc(?:e|ing)",
    ),
    Duty(
        "conduct", Topic.ID_DRESS_CONDUCT, Severity.NONE,
        rf"(?:wear|dress|be (?:searched|scanned|patted|screened|dressed|seated|quiet|polite|sober)|(?:submit to|undergo|consent to|agree to|go through|pass through|walk through) {_A}{_SOME}(?:search(?:es)?|pat-?downs?|scanners?|metal detectors?|scans?|x-?rays?)|(?:show|present|bring|carry|have|provide|produce|surrender) {_A}(?:valid |current |government-issued |photo |picture |state )*(?:ids?|identification|licen[cs]es?|driver'?s? licen[cs]es?)|(?:leave|lock|store|put|keep|turn off|switch off|silence|remove|empty|surrender) |read|review|know|check (?:the|their|your|if|whether|that)|enter (?:through|by|at)|respect|behave|arrive (?:sober|on time)|be (?:on time|respectful|courteous)|wait (?:in|at|outside|inside|for)|deposit|sign (?:in|the log|out|a log)|remain|sit|stay|follow|obey|park|use|stand|wash|sanitize|check in at)\b",
        rf"{_A}(?:{_SOME}(?:masks?|face coverings?|dress code|search(?:es)?|pat-?downs?|lockers?)|(?:valid |current |government-issued |photo |picture |state )*(?:ids?|identification))",
    ),
)  # fmt: skip

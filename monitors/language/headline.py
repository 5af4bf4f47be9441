"""One line that says what changed, for mail subjects and page titles, in words for a family member."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitors.language.figures.told_facts import fact_told, limit_told
from monitors.language.pages.scene import OF_MATTERS, Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Topic

LONGEST = 120
_QUOTE, _NAME = 80, 40
_TOPICS = {
    Topic.IN_PERSON: "in-person visits",
    Topic.CONTACT: "contact visits",
    Topic.VIDEO_ONSITE: "video visits at the jail",
    Topic.VIDEO_REMOTE: "video visits from home",
    Topic.FEES: "prices",
    Topic.COMMISSION: "commissions",
    Topic.DURATION_FREQUENCY: "length and number of visits",
    Topic.SCHEDULE: "visiting days and hours",
    Topic.ELIGIBILITY: "who may visit",
    Topic.ID_DRESS_CONDUCT: "identification, dress and conduct",
    Topic.SUSPENSION: "stops and restarts of visits",
    Topic.CONTRACT_CLAUSE: "contract terms on visits",
    Topic.VENDOR_POSITION: "what the vendor requires",
    Topic.MAIL: "mail",
    Topic.PHONE: "phone calls",
    Topic.TABLETS: "tablets",
    Topic.LEGAL_VISITS: "lawyers' visits",
}
# By rule, (gain, loss, neither); "" leaves it to the topics.
_EVENTS = {
    "P-booking": ("Walk-in visits allowed: no appointment needed", "Walk-in visits ended: appointment needed", ""),
    "P-walk_in": ("Walk-in visits allowed", "Walk-in visits ended", ""),
    "P-kin": ("Friends may visit, not only family", "Only family may visit", ""),
    "P-refund": ("Better refunds for missed visits", "Refunds for missed visits cut", ""),
    "P-discount": ("Discount on visits", "", ""),
    "P-open-contact": ("An hour with touch, without glass", "An hour with touch, without glass, gone", ""),
    "P-let-in": ("People who were kept out are let in", "", ""),
    "P-exception": ("An exception that kept some out is gone", "An exception that let some in is gone", ""),
    "P-floor": ("A limit on visits became a guarantee", "A guarantee of visits became a limit", ""),
    "D10-unit-days": ("Some units are visited on more days", "Some units are visited on fewer days", ""),
    "P-waiver": ("Charge for visits waived", "Charge for visits no longer waived", ""),
    "P-fee": ("Fee for visits dropped", "Fee for visits introduced", ""),
    "Q-guarded_age": ("More children may come alone", "Fewer children may come alone", ""),
    "P-limit": ("No more limit on the number of visits", "Number of visits now limited", ""),
    "P-more-hours": ("Longer visiting hours", "Shorter visiting hours", ""),
    "P-days": ("More visiting days or hours", "Fewer visiting days or hours", ""),
    "P-more-length": ("Longer visits", "Shorter visits", ""),
    "P-more-price": ("Price of visits down", "Price of visits up", ""),
    "P-more-number": ("More visits, visitors or days", "Fewer visits, visitors or days", ""),
    "P-more-limit": ("Number of visits or visitors no longer limited", "Number of visits or visitors now limited", ""),
    "P-more-booking": ("Visits easier to book", "Visits harder to book", ""),
    "P-usage-minimum": ("Paid video visits no longer owed to the vendor", "Paid video visits owed to the vendor", ""),
    "P-access": ("Visits easier for people with disabilities", "Visits harder for people with disabilities", ""),
    "P-overheard": ("Lawyers' visits private", "Lawyers' visits overheard", ""),
    "P-limit-approval": ("Visitors need no approval any more", "Visitors now need to be approved", ""),
    "P-commission": ("Commission on visits dropped", "Commission on visits added", ""),
    "P-guarantee": ("Guaranteed payment to the agency dropped", "Guaranteed payment to the agency added", ""),
    "P-contact": ("Contact visits are back", "Contact visits ended", ""),
    "P-minors": ("Children may visit", "Children may no longer visit", ""),
    "P-ex_held": ("Former inmates may visit", "Former inmates may not visit", ""),
    "P-record": ("People with a record may visit", "People with a record may not visit", ""),
    "P-video_remote": ("Video visits from home offered", "Video visits from home ended", ""),
    "P-video_onsite": ("Video visits at the jail offered", "Video visits at the jail ended", ""),
    "P-legal": ("Lawyers' visits eased", "Lawyers' visits restricted", "Lawyers' visits changed"),
    "P-tablets": ("Tablets offered", "Tablets withdrawn", ""),
    "P-visits": ("Visits resume", "Visits suspended", ""),
    "P-safeguard-appeal": ("Refusal of a visit may be appealed", "Appeal against refusal weakened or gone", ""),
    "P-safeguard-reasons": ("Reasons for a refusal are given", "Reasons for a refusal no longer assured", ""),
    "P-safeguard-hearing": ("Hearing before visits are restricted", "Visits restricted without a hearing", ""),
    "P-safeguard-exception": ("Exceptions for visitors possible", "Exceptions for visitors no longer possible", ""),
    "P-safeguard-ground": ("Visits protected against a refusal", "Protection against a refusal gone", ""),
    "P-safeguard-mercy": ("Lost visits may be given back early", "Lost visits no longer given back early", ""),
    "S8-sanction": ("Loss of visits no longer a punishment", "Loss of visits may be a punishment", ""),
    "P-asked": ("An answer about visits turned for the better", "An answer about visits turned for the worse", ""),
    "P-admittance-unbooked": ("Easier to visit without a booking", "Harder to visit without a booking", ""),
    "P-admittance-class": ("Visits for one class of inmates", "No visits for one class of inmates", ""),
    "P-admittance": ("Easier to be approved as a visitor", "Harder to be approved as a visitor", ""),
    "P-scope": ("Visits open to more people or places", "Visits open to fewer people or places", ""),
    "P-kin-list": ("More relatives may visit", "Fewer relatives may visit", ""),
    "P-few-words": ("A rule on visits widened", "A rule on visits narrowed", ""),
    "P-helper": ("A helper may come along", "No helper may come along", ""),
    "P-companion": ("More people may bring a child", "Fewer people may bring a child", ""),
    "R5-papers": ("More kinds of ID accepted", "Fewer kinds of ID accepted", ""),
    "R10-mail": ("Paper mail is back", "Paper mail ended: copies only", ""),
    "R12-removed": ("", "", "Visiting page removed"),
    "R12-elsewhere": ("", "", "Visiting rules moved to another page"),
    "R12-old": ("", "", "Page of old visiting rules published"),
    "R12-standing": ("", "", "The document's standing changed"),
    "D8-unit": ("A full visit became cheaper", "A full visit became dearer", "Price of visits told in another unit"),
    "Q-free-row": ("Free visits offered", "Free visits no longer offered", ""),
    "Q-package-row": ("Another length of video visit offered", "A length of video visit no longer offered", ""),
    "Q-listing-charge": ("Visitors' check or application cheaper", "Visitors' check or application dearer", ""),
    "P-owed": ("Agency need not pay for unsold visits", "Agency must pay for unsold visits", ""),
    "P-exclusive": ("Company no longer the sole provider of visits", "Company becomes the sole provider of visits", ""),
    "S3-interval": ("Sooner possible again", "Later possible again", ""),
    "S3-deadline": ("More time to book or to come in", "Less time to book or to come in", ""),
    "S3-horizon": ("Visits bookable farther ahead", "Visits bookable less far ahead", ""),
    "S3-study": ("", "", "Study, suit or question about visits begun"),
    "S3-provider": ("", "", "Video visit provider changed"),
    "S3-renewal": ("", "", "Contract on visits renewed"),
    "S3-place": ("", "", "Place of visits changed"),
    "S3-channel": ("", "", "Way of booking visits changed"),
    "D9-split": ("", "", "Visits may be split"),
    "D10-groups": ("", "", "Visiting groups swapped"),
    "D10-swap": ("", "", "Visiting days swapped between groups"),
    "D10-shift": ("", "", "Visiting times shifted"),
    "D7-guard": ("Video may not replace in-person visits", "Promise that video replaces no in-person visits gone", ""),
    "D7-service": ("Video visits offered", "Video visits no longer offered", ""),
    "D10-hours": ("More visiting days or hours", "Fewer visiting days or hours", "Visiting days and hours rearranged"),
    "D-neutral-position": ("", "", "Vendor takes no position on in-person visits"),
    "D10-divided": ("Visiting hours open to men and women alike", "Visiting hours divided among men and women", ""),
    "D3-choice": ("A choice to give visits became a duty", "A duty to give visits became a choice", ""),
    "D3-let-off": ("A way round the duty to hold visits gone", "A way round the duty to hold in-person visits", ""),
    "D8-cap": ("A most for the price of video visits", "", ""),
    "D3-assured": ("Visits assured that were at somebody's pleasure", "Visits no longer assured", ""),
    "D3-duty": ("Duty to hold in-person visits strengthened", "Duty to hold in-person visits weakened", ""),
    "S8-called-off": ("Cancelled visits take place after all", "", ""),
    "S8-stop": ("Visits resume", "Visits suspended", ""),
    "S8-permanent": ("End of visits no longer permanent", "End of visits made permanent", ""),
    "S8-open": ("", "Visits suspended until further notice", ""),
    "S8-bound": ("Stops of visits bounded in time", "Stops of visits no longer bounded in time", ""),
    "S8-will": ("Visits may be stopped on certain grounds alone", "Visits may be stopped at will", ""),
    "S8-day": ("Visits return sooner", "Visits return later", ""),
    "S8-ends": ("Day named for the return of visits", "", ""),
    "T-price": ("Visits become cheaper", "Visits become dearer", ""),
    "T-schedule": ("Visiting hours extended", "Visiting hours cut", ""),
    "T-duration_frequency": ("Longer or more visits", "Shorter or fewer visits", ""),
}


# Of a row of a timetable: visits go on by the others.
_OF_ONE_ROW = ("Visits at one more time or place", "No visits any more at one time or place", "")
_TIME = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")


def _is_one_row(effect: Effect) -> bool:
    parts = effect.rule.split("+")[0].split("-", 2)
    text = effect.new or effect.old
    cells = text.count(" | ") + 1
    return (parts[0], parts[-1]) == ("P", "visits") and (cells > 2 or (cells == 2 and _TIME.search(text) is not None))


def _of_form(effect: Effect) -> tuple[str, str, str]:
    """Of the visits that a line names: "Lobby video visits resume"."""
    form = effect.words[0][:1].upper() + effect.words[0][1:]
    resume = "resume" if re.search(r"\w+s\b", form) else "resumes"
    return f"{form} {resume}", f"{form} stopped", ""


_TERMS = {
    "fee": "Fee for visits",
    "price": "Price of visits",
    "price increase": "Price increase",
    "price cut": "Price cut",
    "discount": "Discount on visits",
    "refund": "Refunds for visits",
    "free visits": "Free visits",
    "age limit": "Age limit",
    "limit": "Limit on visits",
}


def _of_act(effect: Effect) -> list[str]:
    """What was done to the visits that a line names, to their price or limit, or what is asked of visitors: "Contact
    visits restored"."""
    rule = effect.rule.split("+")[0]
    if rule == "P-term" and effect.words[0] in _TERMS:
        return [f"{_TERMS[effect.words[0]]} {effect.words[1]}"]
    if rule not in ("P-act", "P-duty"):
        return []
    form, done = effect.words
    return [f"{form[:1].upper()}{form[1:]} {done}{' of visitors' if rule == 'P-duty' else ''}"]


def _admitted(effect: Effect) -> list[str]:
    """Which people may visit, or may not: "Felons may not visit"."""
    who, _, may = effect.words[0].partition(": ") if effect.rule == "P-admittance" else ("", "", "")
    return [f"{who[:1].upper()}{who[1:]} {may}"] if may in ("may visit", "may not visit") else []


def headline(effects: Sequence[Effect], scene: Scene) -> str:
    """For instance "Video visit price up from $9.00 to $12.00"; the gravest effects first, at most two of them."""
    phrases: list[str] = []
    for effect in sorted(effects, key=lambda e: (-e.severity.rank, not e.sign)):
        for phrase in _phrases(effect, scene):
            if phrase and not any(_noun(phrase) == _noun(other) for other in phrases):
                phrases.append(phrase)
    if all("“" in phrase for phrase in phrases):
        return _quoted(max(effects, key=lambda e: (e.severity.rank, len(e.topics))), scene)
    first, second = phrases[0], phrases[1:2]
    line = "; ".join([first, *(p if p[:2].isupper() else p[0].lower() + p[1:] for p in second)])
    return line if len(line) <= LONGEST else first


def _noun(phrase: str) -> tuple[str, str]:
    """What a phrase is about, and its unit: ("Visits", "week") of "Visits up from 1 to 2 a week"."""
    noun = re.split(r":| (?:up|down|cut|raised|lowered|now|dropped|lengthened|shortened|of any age|may)\b", phrase)[0]
    return noun, re.sub(r"[\d.,$%]+", "", phrase.split()[-1])


def _phrases(effect: Effect, scene: Scene) -> list[str]:
    rule, *lowered = effect.rule.split("+")
    told = (
        _section(effect)
        or _not_raised(effect)
        or _condition(effect)
        or _norm(effect)
        or _position(effect)
        or _of_act(effect)
        or _admitted(effect)
        or _meeting(effect, lowered, scene)
        or (rule.startswith("P-limit-") and [limit_told(fact) for fact in effect.facts])
        or [fact_told(fact) for fact in _gravest_first(effect.facts)]
    )
    if not any(told):
        parts = rule.split("-", 2)
        name = f"P-{parts[-1]}" if parts[0] == "P" else rule
        event = _EVENTS.get(rule) or _EVENTS.get(name) or ("", "", "")
        event = _OF_ONE_ROW if _is_one_row(effect) else _of_form(effect) if rule == "S8-state" else event
        phrase = event[0 if effect.sign > 0 else 1 if effect.sign < 0 else 2]
        one = " for one unit or group" if phrase and name.startswith("P-") and "S6" in lowered else ""
        told = [f"{phrase}{one}" or _meeting_quoted(effect, scene)]
    if not effect.facts and not rule.startswith("R5-") and (item := _of_item(effect, scene)):
        told = [item]
    if Topic.LEGAL_VISITS in effect.topics:
        told = [
            f"Lawyers' {phrase[0].lower()}{phrase[1:]}" if phrase and not _OF_LAWYERS.search(phrase) else phrase
            for phrase in told
        ]
    return [f"Proposed: {phrase[0].lower()}{phrase[1:]}" if phrase and "S5" in lowered else phrase for phrase in told]


def _of_item(effect: Effect, scene: Scene) -> str:
    """Of an item that went to another list where it stands now: what it says by itself is no news."""
    (was, _, old), (now, _, new) = (said.rpartition(": ") for said in (effect.old, effect.new))
    if not was or not now or was == now or old != new:
        return ""
    unit = next((unit for unit in scene.after if unit.plain == new and unit.listed == now), None)
    return f"{unit.text.rstrip(' .;,')}: now under ‘{now}’, was under ‘{was}’" if unit else ""


def _section(effect: Effect) -> list[str]:
    """What a section that came or went was about, and what the page calls it."""
    if effect.rule != "R12-section":
        return []
    return [f"Section {'added' if effect.new else 'removed'}: {_named(effect)}"]


def _not_raised(effect: Effect) -> list[str]:
    """A rise that never came: "down from $6.50" would say that it had."""
    if effect.rule.split("+")[0] != "D4-not-raised":
        return []
    (fact,) = effect.facts
    stays = f"${float(fact.after):.2f} stays" if fact.after else "nothing is charged"
    return [f"Announced price of ${float(fact.before or 0):.2f} called off, {stays}"]


def _condition(effect: Effect) -> list[str]:
    """The condition that narrows what a line gives, or the exception from what it forbids, and whether it came."""
    if effect.rule.split("+")[0] != "P-condition":
        return []
    came = len(effect.new) > len(effect.old)
    what = "Condition" if came is (effect.sign < 0) else "Exception"
    return [f"{what} {'added' if came else 'dropped'}: {_named(effect)}"]


def _norm(effect: Effect) -> list[str]:
    """What somebody shall, may or must not do, and whether that is ruled now, no longer or the other way."""
    if not effect.rule.startswith("P-norm"):
        return []
    contract, vendor = (topic in effect.topics for topic in (Topic.CONTRACT_CLAUSE, Topic.VENDOR_POSITION))
    kind = "Contract clause" if contract else "Vendor's rule" if vendor else "Rule"
    topic = effect.topics[0]
    gain = effect.sign > 0
    if effect.old and effect.new:
        return [f"{kind} on {_TOPICS[topic]} turned {'for the better' if gain else 'for the worse'}"]
    good = gain if effect.new else not gain
    tense = 0 if effect.new else 1
    if topic in (Topic.FEES, Topic.COMMISSION):
        what = f"{'fees' if topic is Topic.FEES else 'commissions'} for visits"
        does = f"against {what}" if good else f"that {('allows', 'allowed')[tense]} {what}"
    else:
        bad = ("ends", "ended") if topic is Topic.IN_PERSON else ("restricts", "restricted")
        does = f"that {(('protects', 'protected') if good else bad)[tense]} {_TOPICS[topic]}"
    return [f"{kind} {does} {'added' if effect.new else 'removed'}"]


def _position(effect: Effect) -> list[str]:
    """What a vendor says that it requires of jails."""
    if effect.rule.split("+")[0] != "P-position":
        return []
    way = {1: "Demand to end in-person visits dropped", -1: "Demand to end in-person visits made"}
    return [way.get(effect.sign, "Vendor leaves in-person visits to the jails")]


def _named(effect: Effect) -> str:
    name = effect.words[0] if len(effect.words[0]) <= _NAME else effect.words[0][:_NAME].rsplit(" ", 1)[0] + " …"
    return f"{name} ({' and '.join(_TOPICS[topic] for topic in effect.topics[:2]) or 'visits'})"


_OF_LAWYERS = regex(r"(?i)lawyers|attorney|legal|professional|clergy")


def _gravest_first(facts: Sequence[Fact]) -> list[Fact]:
    """Whether people may meet at all comes before what it costs: a line holds two phrases."""
    return sorted(facts, key=lambda fact: not isinstance(fact.after, bool))


def _meeting_quoted(effect: Effect, scene: Scene) -> str:
    """The page's own words on meeting in person where the reader weighed that topic away: too grave to be left out,
    too uncertain to be put in ours."""
    if not effect.sign or not effect.rule.split("+")[0].endswith("-in_person"):
        return ""
    return _quote(effect.new, scene.after) or _quote(effect.old, scene.before, "No longer: ")


_PROTECTS = regex(
    r"\b(?:nothing|right|entitled|guarantee\w*|preserv\w+|protect\w*|maintain\w*|keep|continue|"
    r"shall (?:offer|provide|permit|allow|hold))\b"
)


def _meeting(effect: Effect, lowered: Sequence[str], scene: Scene) -> list[str]:
    """The phrase for meeting in person: ended, back, stopped for a while, or what a contract or vendor says of it."""
    rule = effect.rule
    if not effect.sign or not rule.startswith("P-") or not rule.split("+")[0].endswith(("-in_person", "-visits")):
        return []
    if _is_one_row(effect):
        return []
    gain = effect.sign > 0
    what = "In-person visits" if Topic.IN_PERSON in effect.topics else "Visits"
    if Topic.SUSPENSION in effect.topics:
        return [f"{what} resume" if gain else f"{what} suspended"]
    if Topic.CONTRACT_CLAUSE in effect.topics:
        return [_clause(effect, gain)]
    if Topic.VENDOR_POSITION in effect.topics:
        return [f"Vendor speaks {'for' if gain else 'against'} in-person visits"]
    group = " for one unit or group" if "S6" in lowered else ""
    if what == "In-person visits":
        return [f"In-person visits are back{group}" if gain else f"In-person visits ended{group}"]
    return []


def _clause(effect: Effect, gain: bool) -> str:
    if effect.rule.startswith("P-gone"):
        kind = "that ended" if gain else "that protected"
        return f"Contract clause {kind} in-person visits removed"
    if effect.rule.startswith("P-new") and gain and not _PROTECTS.search(effect.new):
        return "Demand to end in-person visits dropped"
    if effect.rule.startswith("P-new"):
        return f"Contract clause that {'protects' if gain else 'ends'} in-person visits added"
    return f"Contract clause on in-person visits turned {'in their favor' if gain else 'against them'}"


def _quoted(effect: Effect, scene: Scene) -> str:
    """The topics with the shortest words of the page that show the change."""
    topics = " and ".join(_TOPICS[topic] for topic in effect.topics[:2]) or "visits"
    name = f"{'Decision on' if effect.rule.startswith(('D4-decision', *OF_MATTERS)) else 'Change to'} {topics}"
    quote = _quote(effect.new, scene.after) or _quote(effect.old, scene.before, "no longer: ")
    return f"{name}: {quote}" if quote else name


def _quote(clause: str, page: Sequence[Unit], lead: str = "") -> str:
    text = next((text for unit in page if clause and (text := _said_by(unit, clause[:40]))), "")
    text = " ".join(text.split()).strip("* ")  # "***NOTICE***"
    if not text:
        return ""
    if len(text) > _QUOTE:
        parts = [part for part in re.split(r"(?<=[;,.]) ", text) if 15 <= len(part) <= _QUOTE and _WORDS.search(part)]
        text = min(parts, key=len) if parts else text[:_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"{lead}“{text.rstrip(' ,;')}”"


def _said_by(unit: Unit, words: str) -> str:
    """The unit as it is written where it says some words, with the line over its list where they begin with that."""
    if words in unit.plain:
        return unit.text
    listed = unit.listed and words in f"{unit.listed}: {unit.plain}"
    return f"{unit.listed[:1].upper()}{unit.listed[1:]}: {unit.text}" if listed else ""


_WORDS = regex(r"(?i)visit|video|person|booth|glass|minute|\$|fee|free|child|famil|contact|call|mail|tablet|hour")

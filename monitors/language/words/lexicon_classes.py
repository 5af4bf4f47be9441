"""Classes of visitors that rules let in or keep out, and what visitors may be asked for, in the words of such rules.

Open lists of general terms; a term is added for a kind of wording, never for one page.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import dataclass

from monitors.language.words import lexicon_visits as visits
from monitors.records import Severity

HELD = rf"(?:{visits.HELD})"
PEOPLE = r"(?:people|persons?|individuals?|visitors?|adults?|anyone|anybody|those|applicants?|everyone|family members?|guests?)"
_JAIL = r"(?:jail|facility|prison|county jail|detention (?:center|facility)|correctional (?:center|facility)|institution|sheriff's office|county)"
_HERE = rf"(?:,? (?:here|(?:in|at|of|by|with) (?:this|the|our|any) {_JAIL}|in (?:our|its) custody|before|in the past|previously|at any time))*"
_JAILED = r"(?:incarcerated|jailed|held|imprisoned|detained|locked up|in (?:(?:our|your|county|jail|its) )?custody|in jail|in prison|an inmate|a prisoner|inmates|prisoners|confined)"
_OFFENSE = r"(?:offenses?|crimes?|charges?|case)"
_FELONY = r"(?:(?:any|prior|past|previous|their own|your own) )*felony (?:convictions?|records?|histor(?:y|ies)|backgrounds?|pasts?)"
_CRIMINAL = r"(?:(?:any|prior|past|previous|their own|your own) )*criminal (?:convictions?|records?|histor(?:y|ies)|backgrounds?|pasts?)"
_PAROLE = r"(?:probation|parole|supervised release|work release)(?:,? (?:or|and) (?:on )?(?:probation|parole|supervised release))?"
_SAME_CASE = rf"in the same (?:criminal )?(?:case|{_OFFENSE})(?: as (?:the|an) {HELD})?"
_OUTSIDE = r"(?:from )?outside (?:of )?(?:the|this|our) (?:county|state)"


@dataclass(frozen=True, slots=True)
class Class:
    """A class of people. noun: what it is called; rest: what stands behind "people" or "visitors" for it; cond: what
    stands behind "if you"; fact: what stands for it as "does not keep you from visiting" has it; all but: those who
    alone are let in where it isn't; whatever: what doesn't matter where it is; parts: words for parts of it, which a rule may be about alone; level: how grave it is that it is let in or kept out."""

    name: str
    noun: str = ""
    rest: str = ""
    cond: str = ""
    fact: str = ""
    all_but: str = ""
    whatever: str = ""
    parts: str = ""
    level: Severity = Severity.MINOR


CLASSES = (
    Class(
        "people once held",
        rf"(?:former|previous|past|prior) (?:inmates?|prisoners?|detainees?|residents?|offenders?)|ex-? ?(?:inmates?|prisoners?|detainees?|offenders?|convicts?|cons)|(?:formerly|previously|once) {_JAILED} {PEOPLE}",
        rf"(?:who (?:has|have|had|were|was|are|is) )?(?:(?:ever|once|previously|formerly|also|recently) )*(?:been )?(?:(?:previously|formerly|once) )?{_JAILED}{_HERE}|who (?:have |has |once |ever )*(?:served|spent|done) time{_HERE}",
        rf"(?:(?:have|has|were|was) )(?:(?:ever|once|previously|formerly|also) )*(?:been )?{_JAILED}{_HERE}|(?:have |once |ever )*(?:served|spent|done) time{_HERE}|are (?:a )?former inmates?{_HERE}",
        rf"an? (?:past|previous|prior|former|earlier) (?:stay|incarceration|imprisonment|detention|arrest|sentence){_HERE}|having (?:been {_JAILED}|served time|done time|spent time){_HERE}|(?:past|prior|previous) incarceration{_HERE}|being an? (?:former|ex-?) ?inmate{_HERE}",
        level=Severity.MAJOR,
    ),
    Class(
        "felons",
        r"(?:convicted |known |former |ex-)?felons?",
        rf"(?:with|having|who (?:has|have)) (?:an? )?{_FELONY}|(?:who (?:has|have|were|was) )?(?:ever )?(?:been )?convicted of (?:an? |any )?felon(?:y|ies)",
        rf"(?:have|has) (?:ever )?been convicted of (?:an? |any )?felony|have (?:an? )?{_FELONY}|are (?:an? )?(?:convicted )?felon",
        rf"(?:an? )?{_FELONY}|being (?:an? )?(?:convicted )?felon",
        level=Severity.MAJOR,
    ),
    Class(
        "people with a criminal record",
        r"convicted criminals",
        rf"(?:with|having|who (?:has|have)) (?:an? )?{_CRIMINAL}|(?:who (?:has|have|were|was) )?(?:ever )?(?:been )?convicted of (?:an? |any )?crimes?",
        rf"(?:have|has) (?:ever )?been convicted of (?:an? |any )?crime|have (?:an? )?{_CRIMINAL}",
        rf"(?:an? )?{_CRIMINAL}",
        level=Severity.MAJOR,
    ),
    Class(
        "people on probation or parole",
        r"parolees?(?: (?:and|or) probationers?)?|probationers?(?: (?:and|or) parolees?)?",
        rf"(?:who (?:is|are) )?(?:currently )?(?:on {_PAROLE}|under (?:community |court |correctional |state )?supervision(?: \([^)]*\))?)",
        rf"are (?:currently )?(?:on {_PAROLE}|under (?:community |court )?supervision)",
        rf"being (?:currently )?on {_PAROLE}",
        parts=r"probation|parole",
        level=Severity.MAJOR,
    ),
    Class(
        "co-defendants",
        r"co-?defendants?(?: in (?:the|an?) (?:same )?case)?",
        rf"(?:who (?:is|are) )?charged {_SAME_CASE}",
        rf"are (?:charged|a defendant|a co-?defendant|named) {_SAME_CASE}|are a co-?defendant",
        rf"being (?:a co-?defendant(?: in the (?:same )?case)?|charged {_SAME_CASE})",
    ),
    Class(
        "victims",
        rf"(?:alleged |crime )?victims?(?: (?:of|in) (?:the|an?|their|his|that|an? {HELD}'s|the {HELD}'s)(?: alleged)? {_OFFENSE})?",
        cond=rf"are (?:a|the|an alleged) victim(?: of the {_OFFENSE})?",
        fact=rf"being (?:a|the) victim(?: of the {_OFFENSE})?",
    ),
    Class("babies", r"(?:infants?|bab(?:y|ies)|toddlers?|newborns?)(?:,? (?:and|or) (?:infants?|bab(?:y|ies)|toddlers?|newborns?))?", level=Severity.MAJOR),
    Class(
        "unmarried partners",
        r"(?:unmarried|unwed|domestic|common[- ]law|romantic|dating) (?:partners?|couples|spouses?)|(?:boy|girl)friends?(?:,? (?:and|or) (?:boy|girl)friends?)?|fianc[eé]+s?",
        cond=r"are (?:not married|a (?:boy|girl)friend)",
        level=Severity.MAJOR,
    ),
    Class(
        "former spouses",
        r"ex-? ?(?:spouses?|wife|wives|husbands?|partners?)(?:,? (?:and|or) ex-? ?(?:wives|wife|husbands?))?|(?:former|divorced) (?:spouses?|husbands?|wife|wives|partners?)(?:,? (?:and|or) (?:spouses?|husbands?|wife|wives))?",
        rest=r"divorced from (?:an|the) {HELD}",
        cond=rf"are (?:divorced|divorced from (?:an|the) {HELD})",
    ),
    Class(
        "staff",
        rf"(?:current (?:and|or) former |former (?:and|or) current |current |former |past )?(?:{_JAIL} )?(?:employees?|staff(?: members?)?|workers)(?: of (?:the|this) {_JAIL})?",
        rf"who (?:works?|has worked|have worked|worked|is employed|are employed)(?: or (?:has|have|ever|has ever|have ever) worked)? (?:for|at|in|by) (?:the|this|our) {_JAIL}",
        rf"(?:work|worked|have worked|are employed) (?:for|at|in|by) (?:the|this|our) {_JAIL}",
        rf"(?:working|having worked|being employed) (?:for|at|in|by) (?:the|this|our) {_JAIL}",
        parts=r"\bcurrent\b|\bworks\b|\bformer\b|\bworked\b",
    ),
    Class(
        "volunteers",
        r"(?:our |jail |current |former )*volunteers?",
        rf"who volunteers? (?:for|at|in|with) (?:the|this|our) {_JAIL}",
        rf"(?:are a volunteer|volunteer (?:for|at|in|with) (?:the|this|our) {_JAIL})",
        rf"(?:volunteering|being a volunteer)(?: (?:for|at|in|with) (?:the|this|our) {_JAIL})?",
    ),
    Class("pen pals", r"pen-? ?pals?", r"(?:you )?met (?:through|by|over) (?:pen-? ?pal (?:programs?|services|sites)|correspondence|letters|writing(?: to them)?)", cond=r"(?:are|became) a pen-? ?pal", fact=r"being a pen-? ?pal"),
    Class("gang members", r"(?:known |suspected )?gang members", r"who (?:is|are) (?:known |suspected )?gang members?|with (?:known )?gang (?:ties|affiliations?)", r"are a gang member", r"(?:being a gang member|gang membership)"),
    Class("sex offenders", r"(?:registered |convicted )?sex(?:ual)? offenders?", r"(?:who (?:is|are) )?(?:registered as an? sex offenders?|required to register as (?:an? )?sex offenders?)", r"are (?:an? )?(?:registered )?sex offender", r"being (?:an? )?registered sex offender"),
    Class(
        "people with pending charges",
        rest=r"(?:with|who (?:has|have)) (?:an? |any )*(?:(?:criminal )?charges pending|(?:pending|open) (?:criminal )?(?:charges|cases?))",
        cond=r"have (?:an? |any )*(?:(?:criminal )?charges pending|(?:pending|open) (?:criminal )?(?:charges|cases?))",
        fact=r"(?:an? |having )*(?:pending|open) (?:criminal )?(?:charges?|cases?)",
    ),
    Class(
        "people with warrants",
        rest=r"(?:with|who (?:has|have)) (?:an? |any )*(?:(?:outstanding|active|open) )?warrants?",
        cond=r"have (?:an? |any )*(?:(?:outstanding|active|open) )?warrants?",
        fact=r"(?:having )?(?:an? |any )*(?:(?:outstanding|active|open) )?warrants?",
    ),
    Class(
        "people without papers",
        r"(?:undocumented|illegal) (?:persons?|people|immigrants?|visitors?|aliens?)|non-?citizens|foreign nationals",
        r"(?:who (?:is|are) )?(?:not (?:u\.s\. )?citizens|in the country (?:illegally|unlawfully)|without (?:legal|lawful) (?:immigration )?status)",
        all_but=r"(?:(?:u\.s\.|us|american) )?citizens?(?:,? (?:and|or) (?:(?:legal|lawful|permanent) )*residents?)?|(?:legal|lawful|permanent) residents?(?:,? (?:and|or) citizens)?",
        whatever=r"(?:immigration|citizenship|legal) status|citizenship|nationality",
    ),
    Class(
        "people from elsewhere",
        r"out-of-(?:county|state) (?:visitors|residents)|non-?residents",
        rf"(?:who lives? )?{_OUTSIDE}",
        rf"live {_OUTSIDE}",
        rf"living {_OUTSIDE}",
        all_but=r"(?:county|local) residents|residents of (?:this|the|our|[a-z]+) (?:county|state)",
        whatever=r"where (?:you|they|a visitor) lives?|(?:place of )?residence",
    ),
    Class("vaccination", r"unvaccinated (?:people|persons|visitors|individuals)", r"(?:who (?:is|are) )not (?:fully )?vaccinated", r"are not (?:fully )?vaccinated", all_but=r"(?:fully )?vaccinated (?:visitors|people|persons|adults)|(?:visitors|people|persons|those|adults) (?:who are )?(?:fully )?vaccinated"),
    Class("in-laws and step-relatives", r"(?:in-laws|step-?relatives)(?:,? (?:and|or) (?:in-laws|step-?relatives))?", parts=r"in-laws|step"),
    Class("cousins, aunts and uncles", r"(?:cousins|aunts|uncles|nieces|nephews)(?:(?:,|,? and|,? or) (?:cousins|aunts|uncles|nieces|nephews))*", parts=r"cousins|aunts|uncles|nieces|nephews"),
)  # fmt: skip

# Identity papers on which a class of visitors depends (R5).
PAPERS = (
    ("foreign passports", r"foreign passports?|passports? (?:from|of) (?:another|a foreign|any other|other) countr(?:y|ies)|non-u\.s\. passports?"),
    ("foreign IDs", r"foreign (?:ids?|identification|identity cards?|licen[cs]es?|driver'?s? licen[cs]es?)"),
    ("consular cards", r"consular (?:id(?:entification)?(?: cards?)?|cards?)s?|matr[ií]culas?(?: consular(?:es)?)?"),
    ("expired IDs", r"expired (?:driver'?s? )?(?:licen[cs]es?|ids?|identification(?: cards?)?|id cards?|cards?)"),
    ("tribal IDs", r"tribal (?:id(?:entification)?(?: cards?)?|cards?)s?"),
    ("school IDs", r"(?:school|student) (?:id(?:entification)?(?: cards?)?|cards?)s?"),
    ("city IDs", r"(?:city|municipal) (?:id(?:entification)?(?: cards?)?|cards?)s?"),
    ("military IDs", r"military (?:id(?:entification)?(?: cards?)?|cards?)s?"),
    ("prison IDs", r"(?:prison|inmate|jail|doc|release) (?:ids?|id cards?|papers)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Duty:
    """What visitors may be asked for. thing: what it is called; act: what they must do; done: what is done to them."""

    name: str
    thing: str
    act: str
    done: str = ""


_CHECKED = r"(?:criminal |security |warrant |police )?(?:(?:history|background|record|records|warrant) )+(?:checks?|screenings?|investigations?)"
_RELATED = rf"(?:you|they|visitors|he or she) (?:are|is) related(?: to (?:the|an|your) {HELD})?"
DUTIES = (
    Duty("check", _CHECKED, rf"(?:pass|undergo|submit to|complete|be subject to|have|clear|go through|agree to|consent to) (?:an? )?{_CHECKED}", rf"subject to (?:an? )?{_CHECKED}|checked for (?:an? )?criminal records?|background[- ]checked"),
    Duty("people with warrants", r"warrants? searches", r"be (?:checked|screened|searched) for (?:(?:outstanding|open|active) )?warrants", r"(?:checked|run|screened|searched) for (?:(?:outstanding|open|active) )?warrants"),
    Duty(
        "vaccination",
        r"(?:proof of )?(?:(?:full|covid-19|covid|flu) )*(?:vaccinations?|immunizations?|vaccines?)|vaccination (?:cards?|records?|proof)",
        r"(?:be (?:fully )?(?:vaccinated|immunized)|show (?:proof of (?:\w+ )?vaccination|a vaccination card))(?: against [\w-]+)?",
    ),
    Duty(
        "application",
        r"(?:(?:visitors?|visiting|visitation|written|approved|completed) )*applications?(?: forms?)?",
        r"(?:fill (?:out|in)|complete|submit|file|turn in|send in|hand in|have) (?:an? |the )?(?:(?:visitors?|visiting|visitation|written|approved|completed) )*applications?(?: forms?)?(?:,? and be approved)?|apply(?: and be approved)?",
    ),
    Duty(
        "proof of kinship",
        r"proof of (?:relationship|kinship|family ties)(?: to the \w+)?",
        rf"(?:prove|show|show proof|bring proof|provide proof|document|verify) (?:that )?(?:{_RELATED}|(?:your|their) (?:relationship|kinship)(?: to the \w+)?)|(?:show|bring|provide|present|submit) (?:proof of (?:relationship|kinship)|(?:an? )?(?:birth|marriage)(?:,? (?:and|or) (?:birth|marriage))? certificates?(?: (?:that proves|to prove|proving|showing)(?: that)? {_RELATED})?)",
    ),
)  # fmt: skip

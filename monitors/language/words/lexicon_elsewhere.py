"""What looks like visiting and is not (domain rules R4-R7, R9): other visits, and the nouns that own other numbers."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.words.patterns import regex

FAMILY_LAW_IN_SPANISH = r"r[ée]gimen de visitas?|custodia (?:compartida|de (?:los |las |sus )?(?:hij[oa]s|menores|niñ[oa]s))|tribunal(?:es)? de familia"
# Visits that nobody pays to a person in custody.
ELSEWHERE = (
    r"sightse(?:ers?|eing)|home visits? (?:are|is) (?:(?:a )?part of|made by|done by)|museums?|(?:guided |public |group |jail |school |walking |facility |virtual )?tours?\b|exhibits?|gift shop|tourism|tourists?|visitors?'? (?:bureau|center pass)|convention|lodging|overnight stays|hotel|"
    r"(?:child |parental? |parenting |supervised |grandparents?'? |custody |co-?parent\w* |family court )(?:custody|visitation|exchange|time)|custody (?:case|order|dispute|exchange)s?|(?:parents?|father|mother) (?:is|are|shall be|has|have|shall have|may have)(?: [a-z]+){0,3} visitation (?:with|of) (?:the|a|their|his|her) (?:minor )?child(?:ren)?|parenting (?:plan|time)|noncustodial|custodial parent|family court|"
    + FAMILY_LAW_IN_SPANISH
    + r"|guardian ad litem|safe exchange|"
    r"funerals?|mortuary|wakes?\b|cemeter(?:y|ies)|graves?(?:ide|yard)?|burial|memorial service|obituar\w+|bereavement|deathbed|"
    r"hospitals?(?! (?:visits? by|for inmates))|nursing homes?|long-term care|hospice|assisted living|patients?|clinics?|furlough|maternity|telehealth|telemedicine|(?:video )?visits? (?:(?:is|are|shall be|will be) )?between (?:the|a|an|our) (?:\w+ )?(?:nurses?|doctors?|physicians?|patients?|clinicians?)|(?:video )?visits? with (?:the|a|an|your|our) (?:on-call |jail |staff )?(?:(?:health ?care|medical) providers?|doctors?|physicians?|nurses?|clinicians?|therapists?|psychiatrists?|dentists?)|public health|health department|home health|nurse home|veterinar\w+|(?:doctor|nurse|dentist)'?s? (?:visit|appointment)s?|dental (?:visit|appointment)s?|"
    r"animal (?:shelter|control|services)|adoption visits?|humane society|dog park|zoo|"
    r"visiting (?:team|nurse|judge|scholar|professor|artist|priest|teacher|fellow|dignitar\w+|delegation|squad|nine|side|choir)s?|away (?:team|game)|innings?|touchdown|playoffs?|"
    r"(?<!on-)(?<!on )site visits?|(?<!on-)site-visit|walk-?through|bidders?|pre-?bid|proposals are due|sealed proposals|inspector'?s?(?: visit| general)?|inspections?|inspect(?:ed|ors?|ing)?|auditors?(?!'s office\b)|audits?(?! (?:office|bureau|committee|council|division)\b)|accreditation|surveyors?|"
    r"courtrooms?|arraignments?|remote (?:hearing|court|appearance)s?|first appearances?|video (?:arraignment|court|hearing|appearance)s?|jury|jurors?|hearings are held|zoom hearings?|"
    r"tax (?:office|collector|assessor|bill|help|service|payments?)|assessor|treasurer|motor vehicles?|dmv|license plates?|voter|voting|ballots?|polling|elections?|early vote|"
    r"probation officers? (?:may |can |will )?(?:make |visit)|home visits? (?:by|from) (?:a |the |your )?(?:probation|parole|officer|nurse|social worker|case ?worker)|(?:parole|probation) home visits?|caseworker visits?|welfare checks?|"
    r"no-?contact orders?|protective orders?|protection orders?|restraining orders?|order of protection|"
    r"body[- ]?(?:worn )?cam\w*|footage|surveillance video|records requests?|open records|dash ?cam|public records|"
    r"school visits?|field trips?|campus|open house|college|university|k-?9 (?:demo|visit)|classroom|library (?:program|visit)|storytime|park visits?|campground|trail|beach|"
    r"sex offender registration|registration is done|concealed|handgun|gun permits?|fingerprint(?:s|ing)?(?! checks?)|fingerprinted (?:for|by)|"
    r"historic site|adopt-?a-?pet|adopt(?:ion)? (?:a )?(?:dog|cat|pet)s?|dogs? (?:on|at) |kennel|flowers|in lieu of flowers|rodeo|job fair|sober[- ]house|monitors make|caseworkers?|gallery opening|art gallery|"
    r"medical (?:visits?|escorts?|trips?)|outside visits|specialists?|technicians?|contractors|"
    r"museo|funeraria|cementerio|consejo de turismo"
)
NAMED = regex(rf"\b(?:{ELSEWHERE})\b")
# Pages whose title alone says that the visiting is another one.
TITLE_ELSEWHERE = (
    r"museum|historic|heritage|surplus|auction|cookies|product notes|release notes|years ago|from our files|visiting judge|chaplain|newsletter sign|work crew|garden|new book|obituar|adopt-a|pet adoption|tours?\b|cemeter|funeral|shelter|tax office|assessor|clerk of court|superior court|family court|courts?\b services|public health|hospital|nursing|clinic|"
    r"visitors? bureau|tourism|convention|no-contact|protect(?:ive|ion) orders?|supervised visitation|child custody|custody (?:case|exchange|order|visit)|parenting|registration|victim|notification|"
    r"sports|roundup|library|school|park\b|(?:district|circuit|municipal|magistrate|probate|county|traffic) court(?:\b(?=:)|$)|judicial district|how to appear|now hiring|help wanted|job (?:opening|posting)s?|citizens'? academy|elections?|voter|animal|concealed|records request|body cam|probation|parole board|community supervision|pretrial (?:services|supervision)|house arrest|home detention|post office|nursing home|jobs|careers|recruit\w*|employment|commissary|bail|bond\b|property release"
)

# Those that no rule of a jail stands under, whatever else the page says of visits.
TITLE_NEVER = (
    r"museum|haunted|ghost (?:tours?|walks?|hunts?)|prea\b(?!.*\bvisit)|sightse(?:ers?|eing)|safe (?:exchange|haven)|(?:family|child) (?:access|visitation|exchange) (?:center|centre|program)|exchange center|heritage (?:department|center|society|site|museum)|historic (?:site|jail)|nursing (?:home|care)|(?:senior|memory|extended|health|long-term) care|(?<!community )(?<!residential )care cent(?:er|re)|family court|parenting (?:time|plan)|supervised (?:visitation|parenting)|child custody|custody (?:case|exchange|dispute)|"
    r"no-?contact orders?|protect(?:ive|ion) orders?|post office|tax office|animal (?:shelter|control|services)|cemeter|funeral|visitors? bureau|tourism|now hiring|help wanted|[a-z]+ manor\b"
)
# Offices under whose name a place of detention may have its visiting hours: "Probation - Juvenile Hall".
TITLE_OFFICE = r"probation|parole (?:offices?|officers?|agents?|services|supervision)|community supervision|pretrial (?:services|supervision)|house arrest|home detention|public health|hospital|(?:health|dental|walk-in) clinic|elections?|voter|assessor"
# Firms that look at a building before they bid for work in it.
BIDDERS = r"bidders?|proposers?|offerors?|proposals? (?:is|are|were|will be)? ?(?:due|opened|accepted|rejected)|no proposal|bid bond"

# Houses that receive visitors of their own, under whose name a county's notices and minutes tell their rules.
HOUSE = (
    r"nursing (?:home|facility|center|care)s?|(?:skilled |long-term |extended |memory |health )+care(?: (?:home|facility|center|unit))?|assisted living(?: (?:home|facility|center))?|(?<!community )(?<!residential )(?<!day )care (?:home|cent(?:er|re))|"
    r"(?:senior|veterans'?|old people's|retirement|convalescent) (?:home|center|residence)|(?<=[a-z] )(?<!state )hospital|hospice|librar(?:y|ies)|museum|zoo|(?:animal|pet|homeless) shelter|humane society|(?:high|middle|elementary|primary|public) schools?|school district"
)
# Their like by heading, and offices beside a jail that see people by appointment.
OTHER_HEADING = r"(?:supervised|family|safe) (?:visitation|exchange|access) (?:center|centre|program)|family court|(?:the )?(?:county |city )?(?:nursing home|library|museum)"
OFFICE_HEADING = r"(?:adult |juvenile )?(?:probation|parole|pretrial|day reporting|community (?:supervision|service)|house arrest|home detention|drug court|video court|tele-?health|tele-?medicine|(?:video )?visits with (?:a|the|your) (?:provider|clinician|nurse|doctor)|sick call|health services|victims?|litter crews?|work crews?|tours?)(?: (?:and|&) (?:probation|parole|witness(?:es)?))?(?: (?:services?|center|program|office|division|department|assistance))?"
FAMILY_LAW = r"(?:exchange|drop-?off) of (?:the )?children|parents? (?:who (?:have been|are|were) )?ordered|juvenile (?:courts?|officers?|and family)|divorc\w+|(?:each|either|both|other|noncustodial|custodial) parents?|overnights?|family (?:courts?|law\w*|judges?)|parenting (?:time|plans?)|(?:joint|shared|sole|child) custody|child support|supervised visit\w*|protection orders?|exes|ex-(?:wife|husband|spouse)s?|best interests? of the child"
# Clauses of a contract that are on other business than visits, by their headings.
CLAUSE = (
    r"insurance|indemni(?:ty|fication)|liabilit(?:y|ies)|limits? of liability|invoic(?:es?|ing)|billing|taxes|warrant(?:y|ies)|bonds?|performance bond|publicity|disputes?|arbitration|mediation|governing law|venue|"
    r"site[- ]visits?|pre-?bid (?:meeting|conference)|walk-?throughs?|confidentiality|subcontract(?:s|ing|ors?)|(?:no )?assignment|liquidated damages|site access|notices|severability|force majeure|independent contractor|safety|licen[cs]es?|permits?|workers'? compensation|prevailing wages?|public records|cleaning|parking|waste|utilities|keys"
)
# Clinicians, whom people held see and nobody visits.
CLINICIANS = r"(?:nurses?|doctors?|physicians?|dentists?|psychiatrists?|psychologists?|clinicians?|therapists?|optometrists?|hygienists?|midwi(?:fe|ves)|specialists?|medical providers?|health ?care providers?|practitioners?|counsel+ors?)"
CLINICS = r"(?:psychiatric|(?:behavioral|mental) health|telehealth)(?! (?:needs?|conditions?|issues|history|inmates?|residents?|patients?|units?|pods?|hous\w+|reasons|status))"

# Nouns that own a number, price or date which is no visiting term.
OTHER_OWNERS = (
    r"commissary|canteen|snack|vending|meals?|lunch|boarding|bond(?:s|ing)?|bail|fines?|restitution|booking fee|records?|reports?|copies|copy|fingerprints?|notary|background check|accident|"
    r"lockers?|keys?|parking|garage|meter|lot|bus(?:es)?|exit|route|highway|shuttle|map|directions|address|suite|street|avenue|road|zip|"
    r"phone|telephone|fax|extension|ext|e-?mail|hotline|call us|website|web ?site|url|link|browser|chrome|safari|firefox|megabits?|mbps|bandwidth|app version|version|android|ios|webcam (?:of|with)|"
    r"front desk|records (?:window|office|counter|desk)|office hours|lobby hours|administrat\w+ (?:office|hours)|clerk|business office|information desk|reception|counter hours|"
    r"staff|officers?|deput(?:y|ies)|sergeant|sgt|lieutenant|lt|captain|cpl|corporal|warden|superintendent|jailer|commander|coordinator|employees|employs|vacanc\w+|salary|wage|payroll|pay (?:rate|scale|grade|range|raise)s?|hour wage|"
    r"inmates in custody|in custody:|population|roster|capacity|beds?|booked in|bookings|average daily|census|head ?count|visits (?:took place|were (?:held|made|logged|recorded))|logged|"
    r"insurance|indemnif\w+|liability|invoice\w*|interest|late payment|venue|notices? under|governing law|audit|term of (?:the|this) (?:agreement|contract)|square feet|budget|"
    r"the store|store (?:account|order|money)|tienda|cantina|depósitos?|barber|yard time|mensajes?|sick calls?|co-?pays?|follow-?up|text messages?|messages?|voicemail|e-?cards?|stamps?|photos? attach\w*|movies?|music|games?|e-?books?|"
    r"showers?|recreation|exercise|gym|money transfers?|wire transfers?|"
    r"medical|nurse|dental|doctor|co-?pay|medication|pharmacy|prescription|haircut|laundry|hygiene|"
    r"gift cards?|store deposits?|e-?gift|profit|revenue last year|page \d|printed|copyright|©|updated|last (?:reviewed|modified|revised|updated)|reviewed|revision|form \w?\d|section numbers?|temperature|degrees|weather|cloudy|rain|"
    r"clothing|shorts|skirts?|dress(?:es)?|inches|knee|sleeves?|shoes|sandals|jewelry|hat|coat|purse|bag|diaper|bottles?|wipes|stroller|"
    r"recordings?|retention|erase|privacy|cookies?|subscri\w+|newsletter|newsstand|home delivery|to your door|circulation|followers|job|hiring|apply by|testing|academy|arrest(?:s|ed)?|wanted|warrant|"
    r"tickets?|raffle|fair|festival|fish fry|barbecue|chili|holiday wishes|donat\w+|backpacks|award|employers|years? running|states|agencies in|customers in|sites"
)
# What is brought along for the smallest; "strollers" and "a bottle" name no child that is let in or kept out.
FOR_INFANTS = r"(?:baby )?(?:bottles?|formula|wipes)|diapers?|strollers?|car seats?|pacifiers?"
DRESS_CONDUCT = (
    r"dress(?: code)?|wear(?:ing)?|clothing|clothes|attire|shorts|skirts?|sleeve\w*|sheer|tank tops?|leggings|footwear|shoes|sandals|hoodies?|hats?|coats?|underwear|bra\b|"
    r"search(?:es|ed)?|pat[- ]?down|wand(?:ed)?|metal detector|scanner|x-?ray|k-?9|trained dog|drug dog|lockers?|cell ?phones? (?:are|is|may|must)|phones? in the|bags?|purses?|gum|tobacco|contraband|weapons?|food and drink|"
    r"behav\w+|conduct|shout\w*|banging|bang|loud|profan\w+|courteous|respectful|horseplay|supervise|unruly|intoxicat\w+|alcohol|under the influence|ropa|vest\w+|pantalones|faldas?|camisetas?"
)

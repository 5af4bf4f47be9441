"""What lines of a jail's page are about beside visits, and what a line on visits may be about without saying so.

Open lists of plain nouns; a term is added for a kind of thing, never for one page.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

FOOD = r"meals?|breakfasts?|lunch(?:es)?|dinners?|suppers?|kitchens?|diets?|menus?|food|snacks?|coffee|vending(?: machines?)?|soups?|noodles|hot plates?"
MONEY = r"commissary|canteen|store orders?|money|cash|funds|deposits?|money orders?|trust (?:fund|account)s?|inmate accounts?|bail(?! (?:bond )?agents?)|bonds?(?! (?:agents?|provid\w+))|bondsm[ae]n|fines?|restitution|court costs|booking fees?|co-?pays?|co-?payments?"
HEALTH = r"nurses?|doctors?|physicians?|dentists?|dental|optometrists?|medical|medications?|medicines?|prescriptions?|pharmacy|sick call|eye ?glasses|health (?:care|requests?)|vaccin\w+|flu shots|clinics?|infirmary|pills?"
CLOTHES = r"shorts|skirts?|dress(?:es)?|shirts?|tops|t-?shirts?|leggings|hats?|caps|coats?|jackets?|shoes|sandals|boots|hoodies|jeans|jewelry|clothing|clothes|uniforms?|jumpsuits?|underwear|socks|linens?|bedding|blankets?|towels?"
PROPERTY = r"property|belongings|valuables|wallets?|razors?|toothpaste|soap|hygiene (?:items|kits?)|televisions?|tvs?|radios?|headphones|keys?|lockers?"
PLACES = r"parking(?: (?:lots?|spaces?|garages?|meters?))?|garages?|bus(?:es)?|shuttles?|sidewalks?|steps|stairs|restrooms?|toilets?|water fountains?|roofs?|flags?|drive-?way|bike racks?|cells?(?! ?(?:phones?|blocks?))|bunks?|beds?|lights|lamps"
LIFE = r"laundry|showers?|haircuts?|barbers?|recreation|yard(?: time)?|gym|exercise|library(?: (?:carts?|books?))?|law library|day ?rooms?(?! (?:kiosks?|terminals?|stations?|screens?))|wake-?up|washers?|dryers?|movies?|chores|lights[- ]out"
PROGRAMS = r"class(?:es)?(?! (?:of|[a-z]|\d+)\b)|courses?|ged|aa|na|alcoholics anonymous|bible stud(?:y|ies)|worship|chapel(?: services)?|church(?: services)?|religious services|choirs?|education|job training|anger management|counsel(?:ors?|ing)|tutors?|therap(?:y|ists?)|treatment|volunteers?|interns?|internships?|scholarships?|mentors?"
JUSTICE = r"first appearances?|arraignments?|warrants?|arrests?|arrest reports?|(?:crash|police|accident|incident)? ?reports?|fingerprint\w*|finger prints?|records (?:office|window|requests?|counter)|gun permits?|sex offender registration|inmate (?:search|lookup|roster)|(?:inmate |jail |the )rosters?|crime tips?|tip line|work release|community service"
NEWS = r"snow|rain|ice|storms?|weather|roads?|traffic|polls?|elections?|(?:early )?voting|ballots?|voters?|tax(?:es)?|bids?|bidders?|auctions?|county fair|burn bans?|parades?|tours?|open house|job fairs?|job applicants?|jobs?|vacanc\w+|salar(?:y|ies)|wages|starting pay|pay raises?|recruits?|academ(?:y|ies)|k-?9s?"
SITE = r"fax(?: numbers?)?|switchboards?|phone numbers?|e-?mail addresse?s?|mailing address(?:es)?|street address(?:es)?|cookies|newsletters?|search (?:page|box|tool)|web ?sites?|home ?page|facebook|twitter|instagram|online forms?|copyright"
# What people may or must do that is no visit, whoever they are: "Friends may not post bail."
OTHER_ACTS = r"(?:post|put up|pay|arrange) (?:(?:a|the|cash|their|an inmate's) )*(?:bail|bonds?)|(?:deposit|put|add|place|send|leave) (?:(?:the|any|their|more) )*(?:money|funds|cash)|ride along|wear|carry (?:a )?(?:guns?|firearms?|weapons?)|apply for (?:(?:a|an|the|any|our) )*(?:\w+ )?(?:jobs?|work|employment|positions?|permits?|licen[cs]es?)|be hired|volunteer|serve on (?:(?:a|the) )*jur(?:y|ies)|(?:take|join|go on) (?:(?:a|the|our|guided) )*tours?|tour the|speak at|testify|park|be seen by (?:(?:a|the|our) )*(?:doctors?|nurses?|dentists?|physicians?|medical)|smoke|use (?:the )?(?:law )?library|use (?:the|our|these|any) (?:elevators?|toys?|restrooms?|stairs|playground|play areas?|vending machines?|wi-?fi)|(?:play|draw|color|eat|drink|nap|run around)(?! with (?:their|the|an?|his|her) (?:parents?|mothers?|fathers?|dads?|moms?|inmates?|loved))|visit (?:the|each|every|its|our) (?:job )?(?:sites?|premises|plants?|offices?|equipment)"
# What contracts, statutes, handbooks and companies rule beside visits (T19), wherever it stands in a sentence.
OF_CONTRACTS = (
    r"partnerships?|joint ventures?|liable|liability|(?:sovereign |governmental )?immunity|indemnif\w+|hold harmless|insurance|insured|performance bonds?|surety|post(?:s|ed|ing)? (?:an? )?(?:\w+ )?bonds?|warrant(?:y|ies)|patents?|copyrights?|trademarks?|confidential\w*|trade secrets?|taxes|governing law|arbitrat\w+|mediat(?:e|ion|or)s?|lost profits|force majeure|severab\w+|counterparts"
    r"|assign(?:s|ed)? (?:this|the|its) (?:agreement|contract|rights|interest)|assignment of this|subcontract\w*|workers'? compensation|minimum wage|equal opportunity|discriminat\w+|drug-free|books and records|public records|purchase orders?|cabl(?:e|ing)s?|conduits?|wiring|racks?|servers?|routers?|installers?"
)
OF_LAW = r"arrest(?:s|ed)?|bail(?! (?:bond )?(?:agents?|provid\w+))|indict\w+|prosecut\w+|plea(?:s| bargains?)?|file (?:an? )?(?:annual |written |monthly )?(?:reports?|claims?|statements?|affidavits?)|quorum|per diem|salar(?:y|ies)|hold (?:\w+ )?hearings|gifts?|conflicts? of interest|uniforms?|badges?|firearms?|weapons?|vehicles?|extradit\w+|fugitives?|coroners?|autops(?:y|ies)|juror\w*"
OF_CUSTODY = r"good time|gain time|earned time|(?:work|job|cell|bunk|housing) assignments?|single cells?|double cells?|bunks?|mattress\w*|blankets?|wristbands?|razors?|laundry|grievances?|haircuts?|head ?counts?|shakedowns?|urinalysis|meal trays?|special diets?|law library"
OF_COMPANIES = r"(?:personal|payment|your|customer) data|cookies|privacy polic(?:y|ies)|drawings?|sweepstakes|raffles?|investors?|shareholders?|stock|headquarters|trade shows?|job openings|careers?"
BUSINESS = "|".join((OF_CONTRACTS, OF_LAW, OF_CUSTODY, OF_COMPANIES))
OTHERS = "|".join((FOOD, MONEY, HEALTH, CLOTHES, PROPERTY, PLACES, LIFE, PROGRAMS, JUSTICE, NEWS, SITE))
# What a row or label may name without being a group of people who have their turn to be visited.
LABELS = r"church|chapel|worship|mass|bible stud(?:y|ies)|ged|aa|na|laundry|gym|library|recreation|yard|barber|haircuts?|commissary|canteen|meals?|breakfast|lunch|dinner|supper|bail|bonds?|booking fees?|civil (?:papers|process|division)|process service|warrants?|reports?|fingerprint\w*|sick call|parking|lockers?|classes|capacity|housing fee|weather|fax"

# A line with one of these for its subject may be on visits though it names none: who comes and who is seen, when, where,
# on what terms, by whose word. Any other noun is a thing of its own.
WHO = (
    r"i|you|y'all|ye|you'll|we|it|they|he|she|who|what|this|that|these|those|there|here|us|ones?|one|two|nobody|none|everyone|everybody|anyone|anybody|someone|others?|rest|all|both|each|kind|half|first|second|third|fourth|fifth|sixth|last|next|please|if|to|in|of|at|and|or|but|no|not|don't|"
    r"inmates?|residents?|detainees?|prisoners?|offenders?|persons?|people|individuals?|adults?|grown-ups|men|women|males?|females?|man|woman|boys?|girls?|parties|party|groups?|callers?|guests?|company|arrivals?|held|kept|members?|public|applicants?|holders?|students?|agents?|experts?|investigators?|interpreters?|clients?|assistants?|press|media|reporters?|"
    r"alone|alike|related|being|having|getting|records?|felon\w*|conviction\w*|ages?|child(?:ren)?|kids?|kin|kinship|famil\w+|friends?|relatives?|(?:grand)?(?:mother|father|parent|child|children|son|daughter)s?|wives|wife|husbands?|spouses?|partners?|nieces|nephews|cousins|neighbors?|lawyers?|attorneys?|counsel|clergy|paralegals?|defenders?|ministers?|pastors?|chaplains?|"
    r"officers?|staff|sergeants?|captains?|lieutenants?|deput(?:y|ies)|sheriffs?|wardens?|superintendents?|administrators?|commanders?|supervisors?"
)
WHEN = r"days?|hours?|minutes?|weeks?|weekends?|weekdays?|months?|mornings?|afternoons?|evenings?|nights?|times?|slots?|holidays?|sundays?|dates?|turns?|talks?|chats?|stays?|sits?|sittings?|sit-downs?|rounds?|shifts?|periods?|length|duration|limits?|caps?|maximum|minimum|number|schedule|timetable|waits?"
WHERE = (
    r"pods?|units?|blocks?|dorms?|floors?|wings?|tiers?|tanks?|houses?|housing|sides?|sections?|levels?|class|status|population|segregation|annex|camps?|"
    r"doors?|gates?|rooms?|halls?|windows?|screens?|machines?|terminals?|kiosks?|stations?|calendar|bench(?:es)?|seats?|tables?|chairs?|glass|grates?|wickets?|grilles?|panes?|dividers?|partitions?|barriers?|handsets?|receivers?|cameras?|monitors?|picture|stools?|booths?|parlou?rs?|lobby|center|area|space|counter|bells?|hands?|tents?|entry|entrance|elevators?|lifts?"
)
TERMS = (
    r"lists?|cards?|rolls?|sheets?|forms?|names?|profiles?|applications?|approvals?|refusals?|denials?|appeals?|decisions?|bookings?|reservations?|appointments?|requests?|checks?|pass(?:es)?|permission|papers?|documents?|certificates?|proof|masks?|"
    r"charges?|fees?|prices?|costs?|rates?|payments?|amounts?|balances?|accounts?|refunds?|credits?|allowances?|bonus|share|cut|percentage|split|revenue|income|questions?|"
    r"rules?|bans?|exemptions?|waivers?|orders?|restrictions?|quarantines?|lockdowns?|outbreaks?|exceptions?|polic(?:y|ies)|programs?|services?|systems?|providers?|vendors?|compan(?:y|ies)|firms?|contracts?|agreements?|terms?|clauses?|articles?|provisions?|boards?|councils?|commission(?:ers?)?|courts?|judges?|hearings?|votes?|comments?|findings?|jails?|prisons?|facilit(?:y|ies)|county|state|city|parish|department|agency|motions?|bills?|plans?|proposals?|notices?|pages?|bulletin|suspensions?|stops?|pauses?|pilots?|trials?|changes?|practice|process|arrangements?|hardships?|"
    r"mumps|flu|cases|virus|covid|illness|measles|disease|strikes?|shortages?|repairs?|renovations?|construction|work|calls?|phones?|tablets?|mail|letters?|books?|photos?|photographs?|drawings?|messages?|greeting|postcards?|packages?|magazines?|publications?"
)
MAY_BE_VISITS = rf"(?:{WHO}|{WHEN}|{WHERE}|{TERMS})"

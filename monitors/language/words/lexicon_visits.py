"""What a clause about visiting can be about: forms of visit, people, places. Patterns run over canonical wording.

Open lists of general terms of the domain; a term is added for a kind of wording, never for one page.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.words.patterns import regex

# People held, in every name that agencies use; one concept for alignment (a global swap means nothing).
HELD = (
    r"(?:inmates?|residents?|detainees?|prisoners?|offenders?|arrestees?|internees?|aics?|pics?|patrons?|convicts?|"
    r"(?:adults?|persons?|people|individuals?|men|women|those|anyone|someone|everyone|somebody)(?: who (?:is|are))?"
    r"(?: (?:in (?:our |the )?(?:custody|care|jail|prison|detention|confinement)|held(?: here)?|confined|incarcerated|"
    r"detained|housed|serving (?:time|a sentence)))|incarcerated (?:persons?|people|individuals?|adults?|loved ones?|parents?)|"
    r"justice[- ]involved \w+|internos?|reclus[oa]s?|detenid[oa]s?|pres[oa]s|personas? (?:detenidas?|privadas? de (?:la )?libertad|"
    r"encarceladas?|bajo custodia)|loved ones?)"
)
VISITOR = r"(?:visitors?|guests?|callers?|visitantes?|(?<!the )(?<!our )(?<!their )(?<!a )company|visiting (?:part(?:y|ies)|public)|attendees?)"
FAMILY = (
    r"(?:famil(?:y|ies)|friends?|relatives?|kin|kinfolk|relations|parents?|mothers?|fathers?|moms?|dads?|spouses?|wives|wife|"
    r"husbands?|partners?|sons?|daughters?|siblings?|brothers?|sisters?|grandparents?|grandmothers?|folks|loved ones?|public|"
    r"familiares|parientes|amigos|amistades|familias)"
)
VISIT = (
    r"(?:visit(?:s|ed|ing|ation|ations)?(?!\w)(?! (?:our|the|their|this|its|us|www|https?)\b(?: \w+)? ?(?:website|site|web ?page|page|"
    r"online|facebook|store|url|portal))|visitas?|visitar|visitation privileges?|sit-?downs?|sittings?|meetings? with|"
    r"sessions?|calling hours|callers)"
)
VISIT_STRICT = regex(r"\b(?:visit(?:s|ed|ing|ation|ations|ors?)?|visitas?|visitar|visitantes?)\b")

IN_PERSON = (
    r"(?:in[- ]person(?! (?:video|or by phone to))|face[- ]to[- ]face|eye[- ]to[- ]eye|on[- ]?site (?:visit\w*|social|public|family|in[- ]person)|"
    r"live visit\w*|traditional visit\w*|physical visit\w*|real visit\w*|"
    r"(?:glass |visiting |visitation |visitors'? |public |non-?contact |old |lobby |family )*(?:booths?|stools|cubicles|carrels?|stalls|cabins?)|"
    r"(?:visiting |visitation |glass |the |at |public |\d{1,2} |our |these |those |its |window )+windows?|window (?:visit\w*|session\w*|slots?|side|hours)|windows only|windows are|windows,|"
    r"(?:through|behind|across|at|by|over|from behind|against|between)(?: (?:the|a|thick|safety|security|clear|wire))* ?(?:sheet of |pane of |screen of )?(?:wire )?(?:glass|pane|plexi\w*|acrylic|window)|"
    r"glass (?:visit\w*|meeting\w*|session\w*|seats?|partition\w*|side|sittings?|hours)|(?:at|across) the pane|panes? of glass|"
    r"across[- ](?!(?:from )?(?:a|the) (?:parking|street|road|highway|hallway|lot|river|county|state|country|nation|board|way|yard|creek|bridge|tracks|square|city|town|region|alley)\b)(?:a|the|from (?:a|the|your|their|his|her|one)|from)[- ]?\w*(?:[- ](?:table|counter|glass|desk|bench))?|(?:long |visiting )?(?:tables?|counter|benches|bench)(?= (?:visit|where)| in the (?:visit|yard|hall|dining|sewing|gym))|"
    r"(?:visiting|visitation|visitors'?|visit|family|meeting|day|sewing)[- ](?:rooms?|halls?|floors?|gallery|galleries|parlou?rs?|wings?|areas?|parks?|yards?|sheds?|trailers?|pavilions?|porch|lodge|centers?|cent(?:er|re) |house|building|tables?|benches|chairs|seats|lounge|space)|"
    r"(?:sewing-room|picnic[- ]table|table) (?:meetings?|visits?)|gallery|parlou?r|handsets?|"
    r"(?:sit|sits|sitting|seat|seats|seated|meet|meets|meeting|met|gather)(?: (?:down|together|in person|face to face))*(?: (?:with|across|opposite|beside|next to|families|the public|their|your|his|her|a|an|in the same|in 1 room))+|"
    r"(?:in )?the same room|in 1 room(?= or| with)|(?:on )?(?:2|both|either) sides of (?:a|the) (?:window|glass|pane)|non-?contact (?:visit\w*|session\w*|basis)|barrier visit\w*|secured visit\w*|contact visit\w*|"
    r"partition visit\w*|no[- ]contact visit\w*|glass between|seats? at the glass|sit (?:down )?(?:together|across)|"
    r"cara a cara|en persona|presencial(?:es)?|detrás (?:del?|de un) vidrio|a través (?:del?|de un) (?:vidrio|cristal)|ventanillas?|cabinas?|locutorios?|tras el (?:vidrio|cristal))"
)

VIDEO_ONSITE = (
    r"(?:in-person video|on[- ]?site video\w*|video visit\w* (?:at|in) the (?:jail|facility|detention center)(?! (?:system|app|kiosk)|'s)|on-?site (?:visits?|sessions?)(?= (?:costs?|(?:is|are) (?:\$|free|billed|charged)|rates?|fees?|price\w*)| ?[:|] ?(?:\$|free))|lobby (?:video|screens?|terminals?|kiosks?|visits?|sessions?|stations?|monitors?|machines?|booths? with a screen|tablets?|calls?)|"
    r"kiosks?(?: visits?)?|(?:video|visit\w*|on-?site|public) (?:terminals?|stations?|kiosks?|cent(?:er|re)s?)|(?:in|from|at|of) (?:the|our) (?:jail(?:'s)? |main |front |county )*lobby|"
    r"terminals?(?! (?:illness|building))|stations? (?:in|at)|screens? (?:in|at) (?:the|our)|local visits?|on-?site (?:screens?|terminals?)|"
    r"vestíbulo|sala de video|quioscos?|kioscos?|pantallas? del vestíbulo)"
)
VIDEO_REMOTE = (
    r"(?:(?:home|remote|off-?site|internet|web|online|virtual|at-?home|(?<!long )(?<!long-)distance|mobile|app|browser|phone(?![- ]?(?:calls?|minutes?)\b)|tablet|smartphone|laptop)[- ]?(?:based )?(?:video\w*|visit\w*|sessions?|calls?|screens?|minutes?|access|option|connection|conferenc\w*)|"
    r"remote video\w*|remotely|(?:by|using|on) (?:a |an |your |their |his |her )?(?:home|own|personal) (?:computer|phone|device|laptop|tablet)s?(?: or (?:phone|tablet|laptop|computer)s?)?|(?:from|at) (?:your |their |his or her |his |her |one's |a )?(?:own )?(?:home|house|couch|kitchen|living room|sofa)|"
    r"(?:your|their|one's|a|his|her) (?:own )?(?:devices?|phones?|telephones?|computers?|tablets?|laptops?|smartphones?)(?: or (?:devices?|phones?|computers?|tablets?))?|"
    r"(?:from|on|by|via|over|through|using) (?:the |a |an )?(?:\w+ )?(?:web ?portal|portal|app|internet|web|webcam|tablets?|smart ?phones?)|webcams?|"
    r"video (?:calls?|calling|chats?)|video[- ]?visits? from|desde (?:su )?(?:casa|hogar)|videollamadas?|visitas? (?:remotas?|virtual(?:es)?|por internet|en línea|por video)|remot[oa]s?)"
)
VIDEO = r"(?:video(?:s|[- ]?(?:visit\w*|conferenc\w*|only|sessions?|link|system|screens?))?|on[- ]screen|screens?(?:[- ]only)?(?! (?:out|for|of wire|of glass))|televisit\w*|tele-visit\w*|monitors|pantallas?|vídeo)"

CONTACT = (
    r"(?:(?<!non-)(?<!non )(?<!no-)(?<!no )contact[- ](?:visit\w*|rooms?|sessions?|hall|privileges?|status)|physical contact|hugs?|hugging|hugged|embraces?|embracing|embraced|"
    r"kiss(?:es|ed|ing)?|touch(?:es|ed(?! (?:by|on|upon)\b)|ing)?(?! ?screens?)|hold(?:ing)? hands|hands (?:may |can )?be held|h(?:o|e)ld (?:their |the |your )?(?:hands?|bab(?:y|ies)|children|infants?)|handshakes?|shake hands|"
    r"on (?:the|your|their|his|her|a)? ?(?:lap|knee)|laps?|cuddl\w+|arm(?:s)? around|abrazos?|abrazar\w*|besos?|besar\w*|contacto(?: físico)?|tocar\w*|bab(?:y|ies) (?:may|can) be held)"
)
BARRIER = (
    r"(?:dividers?|partitions?|plexi-?glass|plexi|acrylic(?: (?:sheets?|panels?|dividers?|shields?))?|barriers?|glass (?:wall|panel|screen|shield)s?|"
    r"non-?contact|no-?(?:contact|touch) (?:visit\w*|basis|only|booths?)|(?:behind|through|across|between) (?:the |a |clear |thick |wire )*(?:glass|pane|mesh|acrylic|plexi\w*)|screen of (?:wire )?glass|"
    r"(?:clear|see-through|plastic|transparent|perspex) (?:panels?|sheets?|panes?|shields?|screens?|walls?)|perspex|panels? (?:runs?|stands?|between|down the middle)|the panels?(?= (?:(?:has|have|is|are|was|were) (?:now )?(?:been )?)?(?:taken (?:out|down|away)|removed|put (?:up|back)))|"
    r"wire mesh|glass booths?|far side of (?:the|a) table|1 table apart|arm's length|mamparas?|sin contacto)"
)

LEGAL = (
    r"(?:attorneys?(?! general)|lawyers?|counsel(?!ors?|ing)|paralegals?|defenders?|legal (?:visit\w*|team|calls?|staff|representatives?|rooms?|professionals?|assistants?|contact)|professional(?:s| visit\w*| access)|"
    r"clergy|chaplains?|clients?|bail agents?|bond(?:smen|sman)|investigators?|evaluators?|interpreters?|abogad[oa]s?|privileged visit\w*|consular (?:officer|official|staff)s?|probation (?:officers?|staff)|bar cards?|defen[sc]e bar|members? of the bar|the bar\b|official visit\w*)"
)
MINORS = (
    r"(?:child(?:ren)?|minors?|kids?|bab(?:y|ies)|infants?|toddlers?|teen(?:ager)?s?|youths?|juveniles?|youngsters?|little ones|grandchildren|sons (?:and|or) daughters|"
    r"(?:anyone|anybody|nobody|no 1|no one|persons?|people|those|visitors?|guests?|everyone) (?:who (?:is|are) )?(?:under|younger than|below|not yet|less than)(?: the age of)? \d+|under-?\d+s?|niñ[oa]s?|menores|hijos)"
)
FRIENDS = r"(?:friends?|non-?relatives?|non-?family|unrelated|neighbou?rs?|acquaintances?|co-?workers?|girlfriends?|boyfriends?|sweethearts?|roommates?|pen ?pals?|classmates?|fianc\w+|anyone (?:they|he|she) (?:names?|chooses?|likes?|wish\w*)|amig[oa]s|amistades)"
KIN_ONLY = (
    r"(?:only (?:immediate |close )?(?:family|relatives|kin|parents|spouses?|next of kin|blood)|(?:immediate|close) (?:family|relatives)(?: members?)? only|"
    r"limited to (?:immediate |close )?(?:family|relatives|kin|spouses?|parents)|family only|relatives only|kin only|no (?:friends|one but (?:family|kin|relatives))|(?:nobody|no one|no 1) (?:is |may be |can be )?(?:entered|listed|admitted|put down|let in)?,? ?(?:but|except|other than) (?:an? )?(?:parents?|spouses?|relatives?|family|kin|child|brothers?)\b|"
    r"(?:parents|spouses?|husband|wife|mothers?|siblings|children|grandparents)(?:,? (?:or |and )?(?:parents|grandparents|spouses?|siblings|children|brothers|sisters|partners?|legal guardians?|fathers?)){1,}|sólo familiares|solo familiares|solamente familiares)"
)
EX_HELD = (
    r"(?:former(?:ly)? (?:inmates?|residents?|prisoners?|detainees?|held|incarcerated|offenders?)|ex-?(?:inmates?|prisoners?|offenders?|convicts?|cons?|residents?)|"
    r"released (?:from|persons?|people|inmates?)|since (?:he|she|they|you|the|their|his|her) (?:walked|was|were|left|got|release)\w*|(?<!just )(?:been|was|were) (?:held|detained|imprisoned|locked up|incarcerated|jailed|confined|housed|in custody|in (?:this|the) jail)|"
    r"after (?:(?:your|their|his|her|the|a) )?(?:own )?(?:release|discharge)|day of release|date of release|(?:been|was|were) released|walked out|got out|served time|prior incarceration|past incarceration|once (?:held|jailed|locked up)|(?:were|was|been) an? (?:inmate|prisoner|resident|detainee)|(?:from|since|of|after) (?:your|their|his|her) (?:own )?(?:release|discharge)|let out of|released from|previously (?:held|incarcerated|housed)|used to be an? (?:inmate|prisoner|resident|detainee)|left (?:this|our) (?:jail|facility|prison)|(?:were|was) (?:you|he|she|they|someone|anyone) (?:held|jailed|locked up|an inmate))"
)
RECORD = r"(?:felon(?:y|ies|s)?|convict(?:ion|ions|ed)|criminal (?:record|history|background)|(?:a|your|their|police|past) record|misdemeanors?|arrest record|on (?:probation|parole|supervision)|probationers?|parolees?|delitos?|antecedentes)"
ID_DOCUMENT = (
    r"(?:consular (?:id\w*|cards?|identification)|matr[ií]cula|foreign passports?|passports?|driver'?s? licen[cs]es?|state ids?|photo (?:id\w*|identification)|"
    r"identification|government[- ]issued|tribal (?:ids?|cards?)|military ids?|expired (?:ids?|licen[cs]es?|cards?)|school ids?|birth certificates?|social security (?:number|card)|identificación|\bids?\b)"
)
# "You may not make one for the same day."
NOT_SAME_DAY = (
    r"\b(?:not|never|cannot|can't|don't|won't|no longer) (?:make|book|schedule|reserve|set up|take|accept|be (?:made|booked|scheduled|reserved|taken))\b[^.;:]{0,30}\b(?:same[- ]day|on the day itself|that very day)\b"
    r"|\bno same[- ]day (?:book|appoint|schedul|reserv)\w*|\bsame[- ]day (?:book|appoint|schedul|reserv)\w* (?:is|are) (?:not|no longer|never)\b"
)

APPOINTMENT = r"(?:appointments?|reserv(?:ation|ations|e|ed)|by appointment|book(?:ed|ing)?(?! (?:number|photo|desk|sheet|card|record))|schedul(?:ed|ing) (?:in advance|ahead|online|visit)|advance notice|in advance|citas?(?: previas?)?|previa cita|reservación|sign(?:ing)?[- ]up)"
WALK_IN = r"(?:walk(?:ed|ing)?[- ]?in|walk-ins?|drop[- ]?ins?|first[- ]come|unannounced|without (?:an? |any )?(?:appointment|reservation|booking|notice)|come as you are|show(?:ing)? up|turn(?:ing)? up|same[- ]day|sin cita)"
# A part of a jail in which people are held.
UNIT = r"(?:units?|pods?|blocks?|dorms?|dormitor(?:y|ies)|wings?|tiers?|floors?|tanks?)"
REFUND = r"(?:refund\w*|money back|credited back|(?:charge|fee|price|cost|payment|money|minutes) (?:is|are|will be|is put) (?:put |paid |given |handed )?(?:back|returned|credited|restored)|put back on|reembols\w+|gives? back|returned to (?:your|the) (?:card|account|balance)|make good|credit for)"
APPEAL = r"(?:appeal\w*|grievance|case[- ]by[- ]case|discretion|petition|review of (?:a )?(?:denial|refusal))"

MAIL = r"(?:(?:personal|paper|inmate|incoming|postal|physical|regular|social|original|outside|your|general) (?:mail|letters?)|letters|postcards?|greeting cards?|photographs|photos|envelopes?|mail(?:ed|room)? (?:is|are|will|must|may|to|from)|correspondence|correo|cartas|books? (?:and|from|may)|magazines?|newspapers?|parcels?|packages?)"
PHONE = r"(?:audio(?=,| per|:| \|)|(?:phone|telephone|voice|audio|collect|prepaid|local|long[- ]distance|interstate|intrastate|international|outgoing|debit) (?:and \w+ )?(?:calls?|rates?|calling|time|service)|(?<!video )calls?(?! (?:the|us|for|ahead|in|on|at|\(|\d|before|your|back|off))|calling (?:rates?|cost)|telephones?|llamadas?(?: telefónicas)?)"
TABLETS = r"(?:tablets?(?! (?:visit|video|session|call))|e-?messag\w+|electronic messag\w+|tabletas?)"
COMMISSION = (
    r"(?:commissions?(?!er)(?! (?:on(?! (?:(?:all|any|such|paid|remote|video|on-?site|home|lobby|inmate|gross|net|the|its|each|every) )*(?:visits?|visitation|calls?|messages?|sessions?|revenues?|receipts?|sales|usage|charges?)\b)|voted|orders?|ordered|decides?|finds?|revokes?|met|approved|meeting|staff|members?|chair|team|ruled|granted|will|has|is to|report|(?:shall|may|must) (?:hold|hear|adopt|meet|inspect|enforce|appoint|issue|file|report|review|consider|notify|employ|publish|prescribe)|(?:[a-z]+ed|heard|cut|took|set|held) (?:the|a|an|that|its|no)\b))|revenue[- ]shar\w+|(?:share|portion|part) of what families (?:spend|pay)|host'?s? (?:portion|share|cut)|share of (?:the )?(?:\w+ )*(?:revenue|income|receipts|proceeds|gross|takings|sales)|"
    r"(?:county|city|parish|jail|agency|sheriff|authority|state|facility|department|town|district)'?s? (?:share|take|cut|portion|percentage)|kick-?backs?|cost[- ]recovery|"
    r"(?:facility )?cost allocation|rate additive|signing bonus|(?:bonus|incentive|stipend)(?:es|s)?|(?:gross|net|video|visit\w*|remote) (?:revenue|receipts|income|takings|proceeds)|percent of (?:gross|net|video)|comisión)"
)
GUARANTEE = r"(?:(?:county|agency|sheriff|authority|city|parish|facility) (?:shall|will|is to|must) (?:get|receive|be paid|have)(?: a sum of)? (?:(?:not|no) less than|at least|a minimum of) \$|pays? (?:to )?(?:the )?(?:county|agency|sheriff|authority|customer|city|parish|facility) (?:(?:not|no) less than|at least|a minimum of)|minimum (?:annual |monthly |yearly )?(?:guarantee|payment|revenue|income|usage|volume|number of paid)|(?:annual|monthly|yearly|revenue|minimum)? ?guarantee[sd]?|\bmag\b|shortfall|quota|minimum usage|usage minimum|make up any|no fewer than \d+ paid|paid (?:remote |video )?visits? per|volume of paid|volume commitment|pays? the difference|falls? (?:under|below|short)|make(?:s)? up the difference)"

# "All visits, tours and volunteer programs are suspended.": visits among other things, and not "all visits to the museum".
ALL_VISITS = (
    r"\b(?:all|any|no|inmate|social|family|in-person|regular) (?:(?:social|inmate|family|in-person|public) )?(?:visits|visitation|visiting|visitors)\b"
    r"(?! (?:to|at|of|by|from|in|with)\b)|\b(?:visits|visitation|visiting)(?:,| and| or| &) (?!(?:exchange|custody|parenting)\b)"
    r"|(?:,| and| or| &) (?:visits|visitation)(?=[.,;]| (?:is|are|has|have|will|and|until)\b)"
)
# Who is let in to see whom, which needs no word of visits: "Families meet inmates at the window from 1 to 4."
SEEN = (
    rf"(?:(?:{VISITOR}|{FAMILY}|children|lawyers|attorneys)(?:'s)? (?:(?:is|are|will be|may|can|no longer|not|now) )*(?:be )?(?:admitted|let in|seen|received|come (?:to|in)|see|meet|visit|called)"
    rf"|(?:{HELD}|you|clients) (?:(?:may|can|will|now) )*(?:see|meet|visit)\b(?! us\b)|(?:see|meet|visit) (?:with )?(?:an?|your|their|the) (?:{HELD}|loved|families|famil\w+|clients?)"
    r"|(?:family|social|in-person|contact|video) visits?|to visit)"
)

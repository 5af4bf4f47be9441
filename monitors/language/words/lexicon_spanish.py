"""The Spanish of jails' notices, but for its verbs, in the English that rules and reader know.

Open lists of general terms, written without accents, since half of the pages leave them out; longer phrases win.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

# Ways of saying a thing brought to a plainer Spanish one, before anything is put into English.
PLAINER: tuple[tuple[str, str], ...] = (
    (r"\b(visitar|abrazar|besar|tocar|ver|acompanar|obliga\w*) al (?=[a-z])", r"\1 el "),
    (r"\b(visitar|abrazar|besar|tocar|ver|acompanar|obliga\w*) a (?=(?:l[ao]s?|sus?|una?|cada)\b)", r"\1 "),
    (r"\btomar(?:se)? de (?:la|las) manos?(?: (al|a|con))?", r"tocar \1"),
    (r"\btocar al ", "tocar el "),
    (r"\bten(?:er|ga|gan)(?= (?:al menos |por lo menos |mas de |menos de |como minimo |cumplidos )?(?:\d+|NUMBER) anos\b)", "ser"),
    (r"\btienen?(?= (?:al menos |por lo menos |mas de |menos de |como minimo |cumplidos )?(?:\d+|NUMBER) anos\b)", "son"),
    (r"\b(?:comienzan?|empiezan?|inician?) (?:a |desde )?(las? \d[\d:]*(?: ?[ap]\.?m\b\.?)?),? y (?:terminan?|finalizan?|acaban?) (?:a )?(?=las? \d)", r"son de \1 a "),
    (r"^ni ([^.,;]+?),? ni ([^.,;]+?) (pueden?|podran?|deben?|seran?|estan?|se )", r"\1 o \2 no \3"),
    (r"\bni siquiera\b", "incluso"),
    (r"\bningun[oa]? (\w+?)(e?)(s?) (?:tienen? que|necesitan?)\b", r"los \1\2s no tienen que"),
    (r"\bningun[oa]? (\w+?)(e?)(s?) debe(?:ra)? (?=llenar|pagar|hacer|presentar|solicitar|reservar|programar|esperar|pedir|completar)", r"los \1\2s no tienen que "),
    (r"\bse (suspende|limita|cancela|reanuda|restablece|elimina|permite|prohibe|reduce|acorta|extiende|ofrece|autoriza)(ra)? la visita\b(?! (?:de|por) )", r"se \1\2n las visitas"),
    (r"\bla visita(?= (?:(?:se |ha |han |sido |queda |quedara |fue |sera |esta |ya )*(?:regres|vuelv|vuelt|reinici|reanud|suspend|cancel|restabl|elimin|restring)))", "la visitacion"),
    (r"\b((?:suspend|reanud|cancel|restablec|interrump|reinici|detuv|elimin)\w*) la visita\b(?! (?:de|por|en|a) )", r"\1 la visitacion"),
    (r"\b(hay|habra|hubo|haya) visita\b", r"\1 visitas"),
    (r"\babr(e|en|ira|iran) (?:de nuevo|nuevamente|otra vez)\b", r"reabr\1"),
    (r"\b(tener|hacer|pedir|solicitar|requiere|necesita|tiene|tenga|haga|pida) cita\b", r"\1 una cita"),
    (r"\b(no|ya no) se cobr(?:a|an|ara|aran)(?: nada)? por (?=l[ao]s )", r"\1 se cobran "),
    (r"\b(?:(?:la|el) )?(?:oficina|carcel|centro) (?:abre|esta abiert[oa]) (?:para|a) (?:las )?visitas\b", "las visitas son"),
    (r"\bhacen? falta\b", "se requiere"),
    (r"\b(?:estricta|total|terminante|absoluta|completa|expresa)mente ", ""),
    (r"\b(?:es|sera) posible (?=[a-z]+[aei]r\b)", "se puede "),
    (r"\bdejamos (?=entrar|ingresar|pasar)", "se deja "),
    (r"\bse visita\b", "hay visitas"),
    (r"\b(?:tiene|tendra) derecho a\b", "esta habilitado a"),
    (r"\b(?:tienen|tendran) derecho a\b", "estan habilitados a"),
    (r"\bno (?:cuestan? nada|se pagan? nada)\b", "es gratis"),
    (r"\btod[oa] (visitante|visita|persona|adulto|menor|interno|recluso|preso|familiar|abogado)\b", r"cada \1"),
    (r"(\d:\d\d) ?(?:horas|hrs?|h)\b\.?", r"\1"),
)  # fmt: skip

# Patterns with their English, tried in this order before any phrase: word order differs.
ORDERS: tuple[tuple[str, str], ...] = (
    (r"\bsi no (?:l[ao]s? )?acompan[ae]n?\b", "unless accompanied by"),
    (r"\baunque no (?:l[ao]s? )?acompan[ae]n?\b", "even if not accompanied by"),
    (r"\b(?:si|cuando) (?:l[ao]s? )?acompan[ae]n?\b", "if accompanied by"),
    (r"\bllegu?(?:an?|en?|ar) tarde\b", "arrive late"),
    (r"\b(?:con )?un[oa]? (hora|dia|semana|mes) (?:de|por) (?:anticipacion|antelacion|anterioridad|adelantado)", r"one \1 in advance"),
    (r"\bno sabemos hasta cuando\b", "we do not know until when"),
    (r"\bquien pelee\b", "whoever fights"),
    (r"\b((?:reemplaz|remplaz|sustitu)\w+) por ", r"\1 by "),
    (r"\bdel? (?=\d+(?:\.\d+)? ?(?:%|por ciento))", "of "),
    (r"\b(?:en )?los (?=dias? (?:feriados?|festivos?))", "on "),
    (r"(\d+|\bNUMBER) anos(?: de edad| cumplidos)", r"\1 years old"),
    (r"\b(es|son|sera|seran|fue|eran?) (?:de|por) (?=\$?\d|(?:NUMBER|media|hasta|maximo)\b(?! DAY))", r"\1 "),
    (r"\b(son|es|seran|sera) (?:de|con) contacto(?: fisico)?\b", r"\1 contact visits"),
    (r"(\d|\bcentavos|\bdolares|\bcts) (?:el|la|cada|por cada|x) (minuto|hora|visita|sesion|semana|mes)\b", r"\1 per \2"),
    (r"\bpara (?=[a-z]+[aei]r(?:se|l[aeo]s?)?\b)", "to "),
    (r"\bvisitas? (?:de|en) (?:los |el )?(?=fin(?:es)? de semana\b)", "weekend visits "),
    (r"\bvisita(s?) (?:del?|en) (?:los |el )?(?:dia )?(DAY)(?= (?!y\b|a\b|al\b|e\b|,)|[.;:|]|$)", r"\2 visit\1"),
    (r"\b(?:el |los |del )?(?:dia |dias )?(\d{1,2}) (?:y|e) (?:el )?(\d{1,2}) de (MONTH)", r"on \3 \1 and \2"),
    (r"\bdel? (?:dia )?(\d{1,2}) (?:al|hasta el|a) (?:dia )?(\d{1,2}) de (MONTH)", r"from \3 \1 through \2"),
    (r"\bdel? (?:dia )?(\d{1,2}) de (MONTH) (?:al|hasta el|a) (?:dia )?(\d{1,2}) de (MONTH)", r"from \2 \1 through \4 \3"),
    (r"\b(?:el |del )?(DAY),? (?:dia )?(\d{1,2})(?:o|ro|º)? de (MONTH)", r"on \1, \3 \2"),
    (r"\b(?:el )?(?:dia )?(\d{1,2})(?:o|ro|º)? de (MONTH)", r"on \2 \1"),
    (r"\b(?:el )?(?:dia )?primer[oa]? de (MONTH)", r"on \1 1"),
    (r"(MONTH \d{1,2})(?: del?|,) (20\d\d)", r"\1, \2"),
    (r"\bvisita(s?) (?:en persona|presencial(?:es)?|cara a cara)", r"in-person visit\1"),
    (r"\bvisita(s?) (?:remotas?|a distancia|virtual(?:es)?|desde (?:su |la )?casa|en linea|por internet)", r"remote video visit\1"),
    (r"\bvisita(s?) (?:por|de|en|a traves de|mediante) (?:video|videollamadas?|video ?conferencia)(?: remotas?)?", r"video visit\1"),
    (r"\bvideo ?visita(s?)", r"video visit\1"),
    (r"\bvisita(s?) (?:de|con) contacto(?: fisico)?", r"contact visit\1"),
    (r"\bvisita(s?) sin contacto(?: fisico)?", r"non-contact visit\1"),
    (r"\bvisita(s?) (?:de (?:los |las |un |sus? )?(?:abogad[oa]s?|licenciad[oa]s?)|legal(?:es)?|juridicas?|de asesores legales)", r"attorney visit\1"),
    (r"\bvisita(s?) profesional(?:es)?", r"professional visit\1"),
    (r"\bvisita(s?) (?:social(?:es)?|familiar(?:es)?|publicas?|general(?:es)?)", r"social visit\1"),
    (r"\bvisita(s?) (?:gratis|gratuitas?|sin (?:costo|cargo))", r"free visit\1"),
    (r"\bvisita(s?) especial(?:es)?", r"special visit\1"),
    (r"\bllamada(s?) (?:gratis|gratuitas?)", r"free phone call\1"),
    (r"\bningun menor de (\d+|NUMBER)(?: anos)?(?: de edad)?", r"no one under \1"),
    (r"\b(?:los |las )?(?:ninos )?menores de (\d+|NUMBER)(?: anos)?(?: de edad)?", r"anyone under \1"),
    (r"\b(?:los |las )?mayores de (\d+|NUMBER)(?: anos)?(?: de edad)?", r"adults over \1"),
    (r"\bde (\d+|NUMBER) anos o mas\b", r"\1 or older"),
    (r"\bcon (?:al menos|un minimo de|por lo menos) (\d+|NUMBER) (horas?|dias?|semanas?|mes(?:es)?) (?:de|por) (?:anticipacion|antelacion|anterioridad|adelantado)", r"at least \1 \2 in advance"),
    (r"\b(?:con )?(\d+|NUMBER) (horas?|dias?|semanas?|mes(?:es)?) (?:de|por) (?:anticipacion|antelacion|anterioridad|adelantado)", r"\1 \2 in advance"),
    (r"\b(por|con|de) un[oa]? (?=adult[oa]\b)", r"\1 an "),
    (r"\buna? (?=(?:sol[ao] )?(?:visita|visitante|adult[oa]|persona|hora|dia|vez|semana|mes|ano|minuto|llamada|nin[oa]|menor|familiar|amig[oa]|sesion|nombre|beso|abrazo)\b|\x01)", "one "),
    (r"\b(?:un )?maximo (?:de )?(\d+|NUMBER)", r"a maximum of \1"),
    (r"\bpor (?=(?:minuto|hora|dia|semana|mes|visita|persona|llamada|sesion|interno|mensaje|cada)\b)", "per "),
    (r"\bentre (?:el |los )?(DAY) y (?:el )?(DAY)", r"from \1 to \2"),
    (r"\b(desde|hasta) el (?=DAY)", r"\1 "),
    (r"\b(?:todos los|los|el|cada) (?=DAY)", "on "),
    (r"\bhasta (?=(?:\d+|NUMBER) (?:visitant|person|adult|nombr|visitas|minutos|amig|famil|nin))", "up to "),
    (r"\b(duracion|edad|tiempo|numero|cantidad|precio|costo|tarifa) maxim[oa]\b", r"maximum \1"),
    (r"\b(duracion|edad|tiempo|numero|cantidad|precio|costo|tarifa) minim[oa]\b", r"minimum \1"),
    (r"\bpor (?=(?:ningun|cualquier|algun)[oa]?\b)", "for "),
    (r"\bpor (?=\x01[a-z -]+ visit\x01(?!s))", "per "),
    (r"\bpor (?=(?:l[ao]s? )?\x01[a-z -]+ visit\x01|(?:las |los )?visitas\b)", "for "),
    (r"\bpor (?=(?:un |una |el |la |los |las )?(?:brote|razon|motivo|falta|causa|mantenimiento|covid|influenza|gripe|reparacion|clima|tormenta|huracan|emergencia|cuarentena|pandemia))", "because of "),
    (r"\b(?:nadie|ninguna persona|ningun nino|ningun visitante) menor de (\d+|NUMBER)(?: anos)?(?: de edad)?", r"no one under \1"),
    (r"\bfamilia(?:res)? (?:inmediat|direct)[oa]s?", "immediate family"),
    (r"\b(?:entre|desde|de) (?:las |la )?(\d[\d:.]*(?: ?[ap]\.? ?m\b\.?)?) (?:y|a|hasta) (?:las |la )?(?=\d)", r"from \1 to "),
    (r"\b(?:a |de )?las (?=\d{1,2}(?::\d\d| ?[ap]\.?m))", "at "),
    (r"\bde (?=DAY|\d{1,2}(?::\d\d| ?[ap]\.? ?m\b| a \d))", "from "),
    (r"\ba la semana\b", "per week"),
    (r"\bal (mes|dia)\b", r"per \1"),
    (r"\b(\d+(?::\d\d)?) de la manana\b", r"\1 a.m."),
    (r"\b(\d+(?::\d\d)?) de la (?:tarde|noche)\b", r"\1 p.m."),
)  # fmt: skip

# Where the thing said of a verb ends.
ENDS = r"hasta|a partir|desde|debido|por (?:falta|motivo|causa|razones|el|la|un|una|dos|\d)|durante|el|los (?:DAY|dias)|cada|al|a|para|con|sin|si|salvo|excepto|en|y(?= (?:no|se|ya|solo)\b)|que(?! (?:hay|teng|est|sea))|ni|como|cuando|donde|solo|solamente|unicamente|antes|despues|per|in|by"

PHRASES: dict[str, str] = {
    # visits and people
    "regimen de visitas": "parenting time", "derechos? de visitas?": "visiting rights", "horarios? de visitas?": "visiting hours", "horario de (?:la )?oficina": "office hours", "horas de visitas?": "visiting hours", "dias de visitas?": "visiting days",
    "reglas de visitas?": "visiting rules", "normas de visitas?": "visiting rules", "lista de visitas?": "visiting list", "lista de visitantes(?: aprobados)?": "approved visitors list",
    "sala de visitas?": "visiting room", "area de visitas?": "visiting area", "centro de visitas?": "visitation center", "visita": "visit", "visitas": "visits", "visitar": "visit",
    "visitantes": "visitors", "visitante": "visitor", "en persona": "in person", "presencial(?:es)?": "in-person", "cara a cara": "face to face", "a traves del (?:vidrio|cristal)": "through glass",
    "contacto fisico": "physical contact", "sin contacto": "non-contact", "abrazos": "hugs", "abrazo": "hug", "un breve abrazo": "a brief hug", "beso": "kiss", "besos": "kisses", "tomarse de las manos": "holding hands",
    "intern[oa]s": "inmates", "intern[oa]": "inmate", "reclus[oa]s": "inmates", "reclus[oa]": "inmate", "pres[oa]s": "prisoners", "pres[oa]": "prisoner", "detenid[oa]s": "detainees", "detenid[oa]": "detainee",
    "personas? (?:detenidas?|encarceladas?|bajo custodia|privadas? de (?:la )?libertad)": "people in custody", "encarcelad[oa]s": "incarcerated", "prisioner[oa]s": "prisoners",
    "carcel": "jail", "carcel del condado(?: de)?": "county jail", "centro de detencion": "detention center", "centro correccional": "correctional center", "prision": "prison", "la instalacion": "the facility",
    "establecimiento": "facility", "condado": "county", "alguacil": "sheriff", "vestibulo": "lobby", "oficina": "office", "oficinas": "offices",
    "familiares": "family members", "familiares inmediatos": "immediate family", "familiares directos": "immediate family", "familiar inmediato": "immediate family member", "familia": "family", "familias": "families",
    "amigos": "friends", "amistades": "friends", "publico": "public", "publico en general": "general public", "personas": "people", "persona": "person", "adult[oa]s": "adults", "adult[oa]": "adult",
    "menores(?: de edad)?": "minors", "menor(?: de edad)?": "minor", "ninos": "children", "nino": "child", "hijos": "children", "padres": "parents", "padre o tutor(?: legal)?": "parent or guardian", "tutor(?: legal)?": "legal guardian",
    "abogad[oa]s": "attorneys", "abogad[oa]": "attorney", "clero": "clergy", "antecedentes penales": "a criminal record", "exreclusos": "former inmates", "ex internos": "former inmates", "libertad condicional": "parole",
    # channels
    "por video": "by video", "videollamadas": "video calls", "videollamada": "video call", "desde (?:su )?casa": "from home", "en linea": "online", "por internet": "over the internet", "quioscos?|kioscos?": "kiosk",
    "llamadas telefonicas": "phone calls", "llamada telefonica": "phone call", "llamadas": "phone calls", "llamada": "phone call", "tabletas": "tablets", "tableta": "tablet", "mensajes electronicos": "electronic messages", "mensajes": "messages", "mensaje": "message",
    "correspondencia": "mail", "correspondencia personal": "personal mail", "correspondencia legal": "legal mail", "correo": "mail", "correo personal": "personal mail", "correo legal": "legal mail", "cartas": "letters", "carta": "letter", "paquetes": "packages", "fotografias|fotos": "photos", "originales": "originals", "copias": "copies",
    "escanead[oa]s?": "scanned", "entregad[oa]s?": "delivered", "se entregan?": "delivered", "destruid[oa]s?": "destroyed", "se destruy[eo]n?": "destroyed",
    # acts
    "no habra": "there will be no", "ya no habra": "there will no longer be", "habra": "there will be", "no hay": "there are no", "hay": "there are", "cerrad[oa]s?": "closed", "permanecera cerrad[oa]": "will be closed", "cierra": "closes", "cierran": "close", "abre": "opens", "abren": "open", "abiert[oa]s?": "open",
    "suspendid[oa]s?": "suspended", "cancelad[oa]s?": "cancelled", "hasta nuevo aviso": "until further notice", "de forma permanente|permanentemente|definitivamente": "permanently", "temporalmente": "temporarily", "permitid[oa]s?": "allowed", "prohibid[oa]s?": "prohibited", "aprobad[oa]s?": "approved", "requerid[oa]s?": "required",
    "aceptad[oa]s?": "accepted", "disponibles?": "available", "no disponibles?": "not available", "limitad[oa]s?": "limited", "reanudad[oa]s?": "resumed", "acompanad[oa]s?": "accompanied", "programad[oa]s?": "scheduled", "gratis|gratuit[oa]s?|sin (?:costo|cargo)": "free of charge",
    "estara": "will be", "estaran": "will be", "sera": "will be", "seran": "will be", "esta": "is", "estan": "are", "es": "is", "son": "are", "fue": "was", "fueron": "were", "ha sido": "has been", "han sido": "have been",
    "debe": "must", "deben": "must", "debera": "must", "deberan": "must", "puede": "may", "pueden": "may", "podra": "may", "podran": "may", "no puede": "may not", "no pueden": "may not", "no podran": "may not", "tiene": "has", "tienen": "have", "tienen derecho a": "are entitled to", "tiene derecho a": "is entitled to", "recibir": "receive", "recibe": "receives", "reciben": "receive", "presentar": "show", "llamar": "call", "llegar": "arrive", "vestir": "wear", "hacer": "make", "programar": "schedule", "programarse": "be scheduled", "reservarse": "be booked", "reservar": "book", "solicitar": "request", "enviar": "send", "enviarse": "be sent", "ser": "be", "estar": "be", "estar en la lista": "be on the list", "entrar": "enter", "ingresar": "enter",
    "dura": "lasts", "duran": "last", "cuesta": "costs", "cuestan": "cost", "costara": "will cost", "costaran": "will cost", "comienzan?": "begins", "terminan?": "ends", "se abren?": "is opened", "perderan?": "will lose", "incluye": "includes",
    "vuelven": "return", "vuelve": "returns", "regresan": "return", "regresa": "returns", "reabre": "reopens", "de nuevo|nuevamente|otra vez": "again", "ya no": "no longer", "ya no est(?:a|an)": "are no longer", "no est(?:a|an)": "are not", "ya no hay": "there are no longer", "ya": "already", "ademas de": "in addition to", "en lugar de|en vez de": "instead of", "reemplazan?": "replaces", "reemplazaran?": "will replace",
    # rules, money, time
    "cita previa": "an appointment", "previa cita": "by appointment", "con cita previa": "by appointment", "solo con cita(?: previa)?": "by appointment only", "sin cita(?: previa)?": "without an appointment", "cita": "appointment", "citas": "appointments", "de anticipacion": "in advance", "con anticipacion": "in advance",
    "identificacion": "identification", "identificacion con foto(?:grafia)?": "photo identification", "identificacion valida": "valid identification", "matriculas? consular(?:es)?": "consular cards", "pasaportes": "passports", "pasaporte": "passport", "licencia de conducir": "driver's license", "codigo de vestimenta": "dress code", "ropa": "clothing", "ropa apropiada": "proper clothing", "requisitos?": "requirements", "reglas": "rules", "normas": "rules", "aviso": "notice", "importante": "important", "horario": "schedule", "tarifas": "rates", "tarifa": "rate", "precio": "price", "precios": "prices", "costo": "cost", "cargo": "charge", "cargos": "charges", "cuota": "fee", "reembolsos": "refunds", "reembolso": "refund", "deposito": "deposit", "saldo": "balance",
    "minutos": "minutes", "minuto": "minute", "horas": "hours", "hora": "hour", "media hora": "half an hour", "dias": "days", "dia": "day", "semanas": "weeks", "semana": "week", "meses": "months", "mes": "month", "anos": "years", "ano": "year", "todos los dias": "every day", "a cualquier hora": "at any time", "las 24 horas": "24 hours a day", "fin(?:es)? de semana": "weekends", "mediodia": "noon", "medianoche": "midnight", "hoy": "today", "manana": "tomorrow", "por la manana": "in the morning", "por la tarde": "in the afternoon", "a partir del?": "beginning", "a partir de": "beginning", "desde el": "from", "desde": "from", "hasta": "until", "hasta el": "until", "durante": "during", "antes de": "before", "despues de": "after", "debido a(?:l)?": "due to", "por falta de": "for lack of", "personal": "personal", "mitad": "half", "apropiada": "proper", "no pueden visitar": "may not visit", "falta de personal": "lack of staff", "brote": "outbreak", "dias? feriados?|dias? festivos?|feriados?|festivos?": "holidays", "el dia de accion de gracias|dia de accion de gracias|accion de gracias": "thanksgiving day", "(?:el )?dia de navidad|navidad": "christmas day", "nochebuena|vispera de navidad": "christmas eve", "(?:el )?dia de ano nuevo|ano nuevo": "new year's day", "vispera de ano nuevo": "new year's eve", "(?:el )?dia del trabajo": "labor day", "(?:el )?dia de la independencia": "independence day", "(?:el )?dia de los caidos": "memorial day", "(?:el )?dia de los veteranos": "veterans day", "domingo de pascua|pascua": "easter", "viernes santo": "good friday", "dia de las madres": "mother's day",
    "primera?": "first", "segund[oa]": "second", "primer": "first", "cada": "each", "todas las": "all", "todos los": "all", "todas": "all", "todos": "all", "toda": "all", "ningun[oa]?": "no", "cualquier": "any", "otr[oa]s?": "other", "mas": "more", "mas de": "more than", "menos": "less", "menos de": "less than", "por lo menos|al menos": "at least", "como minimo": "at least", "como maximo": "at most", "solo|solamente|unicamente": "only", "sin": "without", "con": "with", "excepto|salvo": "except", "si": "if", "tambien": "also", "borrador": "draft", "derogad[oa]": "rescinded", "reemplazad[oa] por": "superseded by", "anulad[oa]": "void", "obsolet[oa]": "obsolete", "esta politica": "this policy", "politica": "policy", "empresa": "company", "empresa externa": "outside company", "una": "a", "un": "a", "uno": "one", "una cita(?: previa)?": "an appointment", "dolares": "dollars", "centavos": "cents", "por ciento": "percent",
    # what stands around
    "a causa de(?:l| la)?": "because of", "falta": "lack", "agentes": "officers", "suficientes": "enough", "ya hay": "there are now", "ya se": "now is", "acompanad[oa]s? (?:de|por)": "accompanied by", "dias? antes": "days in advance", "horas? antes": "hours in advance", "incluso": "even", "diario|a diario|diariamente": "daily", "maximo": "at most", "buscan": "wanted", "seguimos": "we are still", "contratando": "hiring", "recepcion": "front desk", "graba": "recorded", "grabadas?": "recorded", "registrad[oa]s?": "searched", "derechos?": "rights", "pele[ae]n?": "fights", "perderan? sus? derechos? de visitas?": "will lose visiting rights",
    "vidrio|cristal": "glass", "(?:tras|detras de(?:l)?|a traves de(?:l)?)(?: el| un)? (?:vidrio|cristal)": "behind glass", "con (?:vidrio|cristal) de por medio": "behind glass", "cabinas?|cubiculos?|locutorios?": "visiting booths", "ventanillas?": "window", "pantallas?": "screen", "por pantalla": "by video screen", "telefonos?": "phone", "telefonos celulares|celulares": "cell phones", "modulos?": "unit", "pabellon": "unit", "sala": "room", "puerta": "door", "lista": "list", "nombres": "names", "nombre": "name", "tarjeta": "card", "dinero": "money", "pagina": "page", "oficial": "officer", "oficiales": "officers", "preguntas": "questions", "bolsas": "bags", "bolsos": "bags", "casilleros?": "locker", "estacionamiento": "parking", "corte": "court", "tribunal": "court", "tienda": "commissary", "edificio": "building",
    "madre|mama": "mother", "padre|papa": "father", "su padre o su madre|su madre o su padre|su mama o su papa": "a parent", "edad": "age", "familiar": "family member", "pariente": "relative", "conyuge": "spouse", "nadie": "nobody", "usted": "you", "acompanantes?": "companion", "vez": "time", "veces": "times", "la tarde": "the afternoon", "tarde": "afternoon", "tardes": "afternoons", "noches?": "night", "cualquier (?:tarde|noche|dia)": "every day", "ahora": "now", "siempre": "always", "nada": "nothing", "ademas": "also", "fecha": "date", "turno": "slot", "sesion": "session", "sesiones": "sessions",
    "permite": "allows", "permiten": "allow", "no se admit(?:e|en)": "not admitted are", "admite": "admits", "admiten": "admit", "venir": "come", "viene": "comes", "vienen": "come", "venga": "come", "ver": "see", "pedir": "request", "pide": "asks for", "pida": "request", "piden": "ask for", "traiga": "bring", "traer": "bring", "traen": "bring", "entra": "enters", "entran": "enter", "queda": "is", "quedan": "are", "siguen?": "continue", "hacer una cita": "make an appointment", "haga su cita|pida su cita|pida una cita": "make an appointment", "reserve": "book", "llame": "call", "llegue": "arrive", "muestre": "show", "mostrar": "show", "sustituyen?": "replaces", "cobra": "charges", "cobran": "charge", "pagar": "pay", "paga": "pays", "pagan": "pay", "volver(?:a|an)": "will return", "no volver(?:a|an)": "will not return", "pasar": "pass", "quedarse": "stay", "se queden": "stay", "solos": "alone", "comer": "eat", "fumar": "smoke", "brote de": "outbreak of", "adelante": "forward", "en adelante": "from now on", "de manera permanente": "permanently", "sean": "be", "antes": "before", "despues": "after", "anticipacion": "advance notice", "tomar": "take", "cuenta": "account", "contacto": "contact", "valida": "valid", "oficial con foto": "photo",
    # more of what notices say
    "a menos que|salvo que|a no ser que|excepto si|salvo si|salvo cuando|excepto cuando": "unless", "siempre que|siempre y cuando": "provided that", "ni siquiera": "not even", "a la vez|a la misma vez|al mismo tiempo": "at a time", "cada un[oa]": "each", "aunque": "even if", "pero": "but", "sino": "but", "por el momento|por ahora": "for now", "como (?:siempre|de costumbre)": "as usual", "a la normalidad|a su horario normal": "to normal",
    "contratos?": "contract", "duracion": "length", "tiempo": "time", "tiempo de visita": "visiting time", "comision": "commission", "edades": "ages", "todo": "all", "penal|penitenciaria|reclusorio|centro penitenciario": "prison", "confinad[oa]s|reos|reas": "inmates", "confinad[oa]|reo|rea": "inmate", "exconfinad[oa]s|exinternos|exconvictos|expresidiarios|ex convictos|ex reclusos|ex reos": "former inmates", "cupo|espacio": "slot", "visitacion": "visitation", "facilidad": "facility", "correccional": "correctional", "instalacion": "facility", "esposa|esposo": "spouse", "novi[oa]s": "girlfriends", "parejas?": "partner", "herman[oa]s": "siblings", "abuel[oa]s": "grandparents", "bebes": "babies", "nietos": "grandchildren", "jovenes": "teenagers",
    "lista aprobada": "approved list", "institucion": "facility", "prim[oa]s": "cousins", "numero": "number", "cantidad": "number", "orden": "order", "a traves de(?:l| la| un| una)?": "through", "(?:video ?)?conferencias?": "video", "licencias?": "licenses", "vencid[oa]s?": "expired", "sujet[oa]s?": "subject", "cambios?": "changes", "mantenimiento": "maintenance", "cuarentena": "quarantine", "clientes?": "client", "conyugal(?:es)?": "overnight family", "previo aviso": "notice", "el que|la que|los que|las que|quienes": "those who", "actual(?:es)?": "current", "area": "area", "permiso": "leave", "afuera": "outside", "correcciones": "corrections", "adolescentes": "teenagers", "sobres?": "envelopes", "director": "warden", "directora": "warden", "autorizacion": "permission", "requisit[oa]s": "requirements", "mascarillas?|cubrebocas|tapabocas": "masks", "la visitacion": "visitation", "en pausa": "on hold", "turnos? de visitas?": "visiting session", "en todo momento": "at all times", "entre semana": "on weekdays", "por la noche": "in the evening", "por las mananas": "in the mornings", "por las tardes": "in the afternoons", "por las noches": "in the evenings", "identificacion(?:es)? consular(?:es)?": "consular cards", "identificaciones": "identification", "comida": "food", "llaves": "keys", "poblacion general": "general population", "sentenciad[oa]s": "sentenced inmates", "condenad[oa]s": "convicted people", "celdas?": "cell", "aviso adicional": "further notice", "largo": "length", "longitud": "length", "en la lista aprobada": "on the approved list", "compania": "company", "proveedor": "provider", "servicio": "service", "solicitudes": "applications", "solicitud": "application", "aprobacion": "approval", "fianzas?": "bail", "registros": "records", "documentos?": "document", "vacunas?": "vaccine", "influenza|gripe": "flu", "motivo": "reason", "razones": "reasons", "seguridad": "security", "pago": "payment", "pagos": "payments", "visitas? conyugal(?:es)?": "overnight family visits", "semanal(?:es)?": "per week", "mensual(?:es)?": "per month", "diarias?": "per day", "proxim[oa]": "next", "siguiente": "following", "ultim[oa]": "last", "nuev[oa]s?": "new", "normal(?:es)?": "normal", "habitual(?:es)?": "usual", "especial(?:es)?": "special", "legal(?:es)?": "legal", "fisic[oa]": "physical", "adicional(?:es)?": "additional", "maxim[oa]": "maximum", "minim[oa]": "minimum", "total": "total", "por dia": "per day", "por fin de semana": "per weekend", "proximo aviso": "further notice", "nuevo aviso": "further notice", "de por medio": "between", "sin (?:vidrio|cristal)(?: de por medio)?": "without glass", "con o sin cita(?: previa)?": "with or without an appointment", "menor de": "under", "mayor de": "over", "mayores de edad": "adults", "acceso": "access", "entrada": "entry", "ingreso": "entry", "una sola": "only one", "un solo": "only one", "un[oa] por un[oa]": "one by one", "dentro": "inside", "fuera": "outside", "foto": "photo", "fotografia": "photo", "vigente": "valid", "con fotografia": "with a photo", "nuestr[oa]s?": "our", "ese|esa|esta": "this", "mismo|misma": "same", "estad[oa] presas?": "been in prison",
    # small words
    "a las visitas|a visitas|al publico|a los visitantes": "", "el": "the", "la": "the", "los": "", "las": "", "lo": "it", "del": "of the", "de la": "of the", "de los": "of the", "de las": "of the", "de": "of", "al": "to the", "a": "to", "a la": "to the", "a las": "to the", "en": "in", "en el": "in the", "en la": "in the", "y": "and", "e": "and", "ni": "or", "o": "or", "u": "or", "por": "by", "por el": "by the", "por la": "by the", "para": "for", "que": "that", "quien": "who", "quienes": "who", "se": "is", "su": "their", "sus": "their", "le": "them", "les": "them", "no": "not", "como": "as", "cuando": "when", "donde": "where", "este": "this", "estos": "these", "estas": "these", "desde las": "from", "hasta las": "until", "de las ": "from ", "entre": "between", "sobre": "about", "ante": "before", "segun": "according to", "mediante": "by", "presencia": "presence", "en presencia de(?:l)?": "in the presence of the", "principio": "start", "al principio y al final de": "at the start and end of",
}  # fmt: skip
PHRASES["a las visitas|a visitas|a los visitantes"] = "to visitors"
PHRASES["al publico"] = "to the public"
del PHRASES["a las visitas|a visitas|al publico|a los visitantes"]

NUMBERS = {
    "dos": "two", "tres": "three", "cuatro": "four", "cinco": "five", "seis": "six", "siete": "seven", "ocho": "eight",
    "nueve": "nine", "diez": "ten", "once": "eleven", "doce": "twelve", "trece": "thirteen", "catorce": "fourteen",
    "quince": "fifteen", "dieciseis": "sixteen", "diecisiete": "seventeen", "dieciocho": "eighteen",
    "diecinueve": "nineteen", "veinte": "twenty", "veintiun[oa]?": "twenty-one", "veintidos": "twenty-two",
    "veinticuatro": "twenty-four", "veinticinco": "twenty-five", "veintiocho": "twenty-eight", "treinta": "thirty",
    "treinta y cinco": "thirty-five", "cuarenta": "forty", "cuarenta y cinco": "forty-five",
    "cuarenta y ocho": "forty-eight", "cincuenta": "fifty", "sesenta": "sixty", "setenta": "seventy",
    "setenta y dos": "seventy-two", "ochenta": "eighty", "noventa": "ninety", "cien": "one hundred",
}  # fmt: skip
MONTHS = {
    "enero": "january", "febrero": "february", "marzo": "march", "abril": "april", "mayo": "may", "junio": "june",
    "julio": "july", "agosto": "august", "septiembre": "september", "setiembre": "september", "octubre": "october",
    "noviembre": "november", "diciembre": "december",
}  # fmt: skip
DAYS = {
    "lunes": "monday", "martes": "tuesday", "miercoles": "wednesday", "jueves": "thursday", "viernes": "friday",
    "sabado": "saturday", "domingo": "sunday", "sabados": "saturdays", "domingos": "sundays",
}  # fmt: skip
_MONTH, _DAY = ("(?:" + "|".join(names) + ")" for names in (MONTHS, DAYS))
NUMBER = "(?:un[oa]?|" + "|".join(NUMBERS) + ")"


def named(pattern: str) -> str:
    """A pattern with the names of months, days and numbers that it stands for."""
    return pattern.replace("MONTH", _MONTH).replace("DAY", _DAY).replace("NUMBER", NUMBER)

"""The Spanish of jails' notices, phrase by phrase, in the English that rules and reader know.

Open lists of general terms, written without accents, since half of the pages leave them out; longer phrases win.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

# Patterns with their English, tried in this order before any phrase: word order differs.
ORDERS: tuple[tuple[str, str], ...] = (
    (r"\b(?:el |los |del )?(?:dia |dias )?(\d{1,2}) (?:y|e) (?:el )?(\d{1,2}) de (MONTH)", r"on \3 \1 and \2"),
    (r"\bdel? (?:dia )?(\d{1,2}) (?:al|hasta el|a) (?:dia )?(\d{1,2}) de (MONTH)", r"from \3 \1 through \2"),
    (r"\bdel? (?:dia )?(\d{1,2}) de (MONTH) (?:al|hasta el|a) (?:dia )?(\d{1,2}) de (MONTH)", r"from \2 \1 through \4 \3"),
    (r"\b(?:el |del )?(DAY),? (?:dia )?(\d{1,2})(?:o|ro|º)? de (MONTH)", r"on \1, \3 \2"),
    (r"\b(?:el )?(?:dia )?(\d{1,2})(?:o|ro|º)? de (MONTH)", r"on \2 \1"),
    (r"(MONTH \d{1,2})(?: del?|,) (20\d\d)", r"\1, \2"),
    (r"\bvisita(s?) (?:en persona|presencial(?:es)?|cara a cara)", r"in-person visit\1"),
    (r"\bvisita(s?) (?:remotas?|a distancia|virtual(?:es)?|desde (?:su |la )?casa|en linea|por internet)", r"remote video visit\1"),
    (r"\bvisita(s?) (?:por|de|en|a traves de|mediante) (?:video|videollamadas?|video ?conferencia)(?: remotas?)?", r"video visit\1"),
    (r"\bvideo ?visita(s?)", r"video visit\1"),
    (r"\bvisita(s?) (?:de|con) contacto(?: fisico)?", r"contact visit\1"),
    (r"\bvisita(s?) sin contacto(?: fisico)?", r"non-contact visit\1"),
    (r"\bvisita(s?) (?:de (?:los |las |un |sus? )?(?:abogad[oa]s?|licenciad[oa]s?)|legal(?:es)?|juridicas?|de asesores legales)", r"attorney visit\1"),
    (r"\bvisita(s?) profesional(?:es)?", r"professional visit\1"),
    (r"\bvisita(s?) (?:social(?:es)?|familiar(?:es)?|de familiares(?: y amigos)?|publicas?|generales)", r"social visit\1"),
    (r"\bvisita(s?) (?:gratis|gratuitas?|sin (?:costo|cargo))", r"free visit\1"),
    (r"\bvisita(s?) especial(?:es)?", r"special visit\1"),
    (r"\bllamada(s?) (?:gratis|gratuitas?)", r"free phone call\1"),
    (r"\bningun menor de (\d+|NUMBER)(?: anos)?(?: de edad)?", r"no one under \1"),
    (r"\b(?:los |las )?(?:ninos )?menores de (\d+|NUMBER)(?: anos)?(?: de edad)?", r"anyone under \1"),
    (r"\b(?:los |las )?mayores de (\d+|NUMBER)(?: anos)?(?: de edad)?", r"adults over \1"),
    (r"\bde (\d+|NUMBER) anos o mas\b", r"\1 or older"),
    (r"\bcon (\d+|NUMBER) (horas|dias) de (?:anticipacion|antelacion|anterioridad)", r"\1 \2 in advance"),
    (r"\bcon (?:al menos|un minimo de|por lo menos) (\d+|NUMBER) (horas|dias) de (?:anticipacion|antelacion|anterioridad)", r"at least \1 \2 in advance"),
    (r"\b(?:un )?maximo (?:de )?(\d+|NUMBER)", r"a maximum of \1"),
    (r"\bpor (?=(?:minuto|hora|dia|semana|mes|visita|persona|llamada|sesion|interno|mensaje|cada)\b)", "per "),
    (r"\bentre (?:el |los )?(DAY) y (?:el )?(DAY)", r"from \1 to \2"),
    (r"\b(?:entre|desde|de) (?:las |la )?(\d[\d:.]*(?: ?[ap]\.? ?m\b\.?)?) (?:y|a|hasta) (?:las |la )?(?=\d)", r"from \1 to "),
    (r"\b(?:a |de )?las (?=\d{1,2}(?::\d\d| ?[ap]\.?m))", "at "),
    (r"\bde (?=DAY|\d{1,2}(?::\d\d| ?[ap]\.? ?m\b| a \d))", "from "),
    (r"\ba la semana\b", "per week"),
    (r"\bal (mes|dia)\b", r"per \1"),
    (r"\b(\d+(?::\d\d)?) de la manana\b", r"\1 a.m."),
    (r"\b(\d+(?::\d\d)?) de la (?:tarde|noche)\b", r"\1 p.m."),
)  # fmt: skip

# Verbs that stand before what they are said of: "Se suspenden las visitas" = "Visits are suspended".
VERBS: dict[str, str] = {
    "ya no se permit(?:e|en|ira|iran)": "no longer allowed",
    "ya no se acept(?:a|an)": "no longer accepted",
    "ya no se cobr(?:a|an|ara|aran)": "now free of charge",
    "ya no se ofrec(?:e|en)": "no longer offered",
    "ya no se requier(?:e|en)": "no longer required",
    "no se permit(?:e|en|ira|iran)": "not allowed",
    "no se acept(?:a|an|ara|aran)": "not accepted",
    "no se cobr(?:a|an|ara|aran)": "free of charge",
    "no se requier(?:e|en)": "not required",
    "no se ofrec(?:e|en)": "not offered",
    "no se llevaran? a cabo": "not held",
    "s[eo]l[oa]mente se permit(?:e|en)|solo se permit(?:e|en)|unicamente se permit(?:e|en)": "the only ones allowed",
    "se (?:suspend(?:e|en|era|eran)|han suspendido)|quedan? suspendid[oa]s?": "suspended",
    "se (?:cancel(?:a|an|ara|aran)|han cancelado)|quedan? cancelad[oa]s?": "cancelled",
    "se (?:reanud(?:a|an|ara|aran)|restablec(?:e|en)|reinici(?:a|an)|han reanudado)": "resumed",
    "se (?:eliminan?|han eliminado|eliminaran?)": "discontinued",
    "se prohiben?|quedan? prohibid[oa]s?": "prohibited",
    "se permit(?:e|en|ira|iran)": "allowed",
    "se acept(?:a|an|aran?)": "accepted",
    "se requier(?:e|en)": "required",
    "se ofrec(?:e|en|eran?)": "offered",
    "se cobr(?:a|an|aran?)": "charged",
    "se escane(?:a|an|aran?)": "scanned",
    "se limit(?:a|an|aran?)": "limited",
    "se llevaran? a cabo|se realiz(?:a|an|aran?)": "held",
}  # fmt: skip

# Where the thing said of a verb ends.
ENDS = r"hasta|a partir|desde|debido|por (?:falta|motivo|causa|razones|el|la|un|una|dos|\d)|durante|el|los (?:DAY|dias)|al|a|para|con|sin|si|salvo|excepto|en|y|per|in|by"

PHRASES: dict[str, str] = {
    # visits and people
    "regimen de visitas": "parenting time", "derechos? de visitas?": "visiting rights", "horarios? de visitas?": "visiting hours", "horario de (?:la )?oficina": "office hours", "(?:(?:la|el) )?(?:oficina|carcel|centro) (?:abre|esta abiert[oa]) para visitas": "visits are held", "horas de visitas?": "visiting hours", "dias de visitas?": "visiting days",
    "reglas de visitas?": "visiting rules", "normas de visitas?": "visiting rules", "lista de visitas?": "visiting list", "lista de visitantes(?: aprobados)?": "approved visitors list",
    "sala de visitas?": "visiting room", "area de visitas?": "visiting area", "centro de visitas?": "visitation center", "visita": "visit", "visitas": "visits", "visitar": "visit",
    "visitantes": "visitors", "visitante": "visitor", "en persona": "in person", "presencial(?:es)?": "in-person", "cara a cara": "face to face", "a traves del (?:vidrio|cristal)": "through glass",
    "contacto fisico": "physical contact", "sin contacto": "non-contact", "abrazos?": "hug", "un breve abrazo": "a brief hug", "beso": "kiss", "besos": "kisses", "tomarse de las manos": "holding hands",
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
    "identificacion": "identification", "identificacion con foto(?:grafia)?": "photo identification", "identificacion valida": "valid identification", "matriculas? consular(?:es)?": "consular cards", "pasaportes?": "passport", "licencia de conducir": "driver's license", "codigo de vestimenta": "dress code", "ropa": "clothing", "ropa apropiada": "proper clothing", "requisitos?": "requirements", "reglas": "rules", "normas": "rules", "aviso": "notice", "importante": "important", "horario": "schedule", "tarifas": "rates", "tarifa": "rate", "precio": "price", "precios": "prices", "costo": "cost", "cargo": "charge", "cargos": "charges", "cuota": "fee", "reembolsos?": "refund", "deposito": "deposit", "saldo": "balance",
    "minutos": "minutes", "minuto": "minute", "horas": "hours", "hora": "hour", "media hora": "half an hour", "dias": "days", "dia": "day", "semanas": "weeks", "semana": "week", "meses": "months", "mes": "month", "anos": "years", "ano": "year", "todos los dias": "every day", "a cualquier hora": "at any time", "las 24 horas": "24 hours a day", "fin(?:es)? de semana": "weekends", "entre semana": "weekdays", "mediodia": "noon", "medianoche": "midnight", "hoy": "today", "manana": "tomorrow", "por la manana": "in the morning", "por la tarde": "in the afternoon", "a partir del?": "beginning", "a partir de": "beginning", "desde el": "from", "desde": "from", "hasta": "until", "hasta el": "until", "durante": "during", "antes de": "before", "despues de": "after", "debido a(?:l)?": "due to", "por falta de": "for lack of", "personal": "personal", "mitad": "half", "apropiada": "proper", "no pueden visitar": "may not visit", "falta de personal": "lack of staff", "brote": "outbreak", "dias? feriados?|dias? festivos?|feriados?|festivos?": "holidays", "el dia de accion de gracias|dia de accion de gracias|accion de gracias": "thanksgiving day", "(?:el )?dia de navidad|navidad": "christmas day", "nochebuena|vispera de navidad": "christmas eve", "(?:el )?dia de ano nuevo|ano nuevo": "new year's day", "vispera de ano nuevo": "new year's eve", "(?:el )?dia del trabajo": "labor day", "(?:el )?dia de la independencia": "independence day", "(?:el )?dia de los caidos": "memorial day", "(?:el )?dia de los veteranos": "veterans day", "domingo de pascua|pascua": "easter", "viernes santo": "good friday", "dia de las madres": "mother's day",
    "primera?": "first", "segund[oa]": "second", "primer": "first", "cada": "each", "todas las": "all", "todos los": "all", "todas": "all", "todos": "all", "toda": "all", "ningun[oa]?": "no", "cualquier": "any", "otr[oa]s?": "other", "mas": "more", "mas de": "more than", "menos": "less", "menos de": "less than", "por lo menos|al menos": "at least", "como minimo": "at least", "como maximo": "at most", "solo|solamente|unicamente": "only", "sin": "without", "con": "with", "excepto|salvo": "except", "si": "if", "tambien": "also", "borrador": "draft", "derogad[oa]": "rescinded", "reemplazad[oa] por": "superseded by", "anulad[oa]": "void", "obsolet[oa]": "obsolete", "esta politica": "this policy", "politica": "policy", "vigente": "in force", "empresa": "company", "empresa externa": "outside company", "una": "one", "un": "one", "uno": "one", "dos": "two", "tres": "three", "cuatro": "four", "cinco": "five", "seis": "six", "siete": "seven", "ocho": "eight", "nueve": "nine", "diez": "ten", "doce": "twelve", "quince": "fifteen", "veinte": "twenty", "treinta": "thirty", "cuarenta": "forty", "cuarenta y cinco": "forty-five", "cincuenta": "fifty", "sesenta": "sixty", "dolares": "dollars", "centavos": "cents", "por ciento": "percent",
    # what stands around
    "a causa de(?:l| la)?": "because of", "falta": "lack", "agentes": "officers", "suficientes": "enough", "ya hay": "there are now", "ya se": "now is", "si no (?:lo|la|los) acompanan?": "unless accompanied by", "acompanad[oa]s? (?:de|por)": "accompanied by", "dia antes|un dia antes": "one day ahead", "con un dia de anticipacion": "one day ahead", "diario|a diario|diariamente": "daily", "maximo": "at most", "no sabemos hasta cuando": "we do not know until when", "buscan": "wanted", "seguimos": "we are still", "contratando": "hiring", "recepcion": "front desk", "graba": "recorded", "grabadas?": "recorded", "registrad[oa]s?": "searched", "derechos?": "rights", "pele[ae]n?": "fights", "quien pelee": "whoever fights", "perderan? sus? derechos? de visitas?": "will lose visiting rights",
    "vidrio|cristal": "glass", "(?:tras|detras de(?:l)?|a traves de(?:l)?)(?: el| un)? (?:vidrio|cristal)": "behind glass", "con (?:vidrio|cristal) de por medio": "behind glass", "cabinas?|cubiculos?|locutorios?": "visiting booths", "ventanillas?": "window", "pantallas?": "screen", "por pantalla": "by video screen", "telefonos?": "phone", "telefonos celulares|celulares": "cell phones", "modulos?": "unit", "pabellon": "unit", "sala": "room", "puerta": "door", "lista": "list", "nombres": "names", "nombre": "name", "tarjeta": "card", "dinero": "money", "pagina": "page", "oficial": "officer", "oficiales": "officers", "preguntas": "questions", "bolsas": "bags", "bolsos": "bags", "casilleros?": "locker", "estacionamiento": "parking", "corte": "court", "tribunal": "court", "tienda": "commissary", "edificio": "building",
    "madre|mama": "mother", "padre|papa": "father", "su padre o su madre|su madre o su padre|su mama o su papa": "a parent", "edad": "age", "familiar": "family member", "pariente": "relative", "conyuge": "spouse", "nadie": "nobody", "usted": "you", "acompanantes?": "companion", "vez": "time", "veces": "times", "la tarde": "the afternoon", "tarde": "afternoon", "tardes": "afternoons", "noches?": "night", "cualquier (?:tarde|noche|dia)": "every day", "ahora": "now", "siempre": "always", "nada": "nothing", "no se paga nada|no cuesta nada": "free of charge", "ademas": "also", "fecha": "date", "turno": "slot", "sesion": "session", "sesiones": "sessions",
    "permite": "allows", "permiten": "allow", "no se admit(?:e|en)": "not admitted are", "admite": "admits", "admiten": "admit", "venir": "come", "viene": "comes", "vienen": "come", "venga": "come", "ver": "see", "pedir": "request", "pide": "asks for", "pida": "request", "piden": "ask for", "traiga": "bring", "traer": "bring", "traen": "bring", "entra": "enters", "entran": "enter", "queda": "is", "quedan": "are", "siguen?": "continue", "hacer una cita": "make an appointment", "haga su cita|pida su cita|pida una cita": "make an appointment", "reserve": "book", "llame": "call", "llegue": "arrive", "muestre": "show", "mostrar": "show", "hace falta|hacen falta": "needed is", "no hace falta|no se necesita": "no need for", "sustituyen?": "replaces", "cobra": "charges", "cobran": "charge", "pagar": "pay", "paga": "pays", "pagan": "pay", "volver(?:a|an)": "will return", "no volver(?:a|an)": "will not return", "pasar": "pass", "quedarse": "stay", "se queden": "stay", "solos": "alone", "comer": "eat", "fumar": "smoke", "brote de": "outbreak of", "semanal": "weekly", "semanales": "weekly", "mensual": "monthly", "adelante": "forward", "en adelante": "from now on", "de manera permanente": "permanently", "sean": "be", "antes": "before", "despues": "after", "anticipacion": "advance notice", "tomar": "take", "cuenta": "account", "contacto": "contact", "valida": "valid", "oficial con foto": "photo",
    # small words
    "a las visitas|a visitas|al publico|a los visitantes": "", "el": "the", "la": "the", "los": "the", "las": "the", "lo": "it", "del": "of the", "de la": "of the", "de los": "of the", "de las": "of the", "de": "of", "al": "to the", "a": "to", "a la": "to the", "a las": "to the", "en": "in", "en el": "in the", "en la": "in the", "y": "and", "e": "and", "ni": "or", "o": "or", "u": "or", "por": "by", "por el": "by the", "por la": "by the", "para": "for", "que": "that", "quien": "who", "quienes": "who", "se": "is", "su": "their", "sus": "their", "le": "them", "les": "them", "no": "not", "como": "as", "cuando": "when", "donde": "where", "este": "this", "estos": "these", "estas": "these", "desde las": "from", "hasta las": "until", "de las ": "from ", "entre": "between", "sobre": "about", "ante": "before", "segun": "according to", "mediante": "by", "presencia": "presence", "en presencia de(?:l)?": "in the presence of the", "principio": "start", "al principio y al final de": "at the start and end of",
}  # fmt: skip
PHRASES["a las visitas|a visitas|a los visitantes"] = "to visitors"
PHRASES["al publico"] = "to the public"
del PHRASES["a las visitas|a visitas|al publico|a los visitantes"]

MONTHS = {
    "enero": "january", "febrero": "february", "marzo": "march", "abril": "april", "mayo": "may", "junio": "june",
    "julio": "july", "agosto": "august", "septiembre": "september", "setiembre": "september", "octubre": "october",
    "noviembre": "november", "diciembre": "december",
}  # fmt: skip
DAYS = {
    "lunes": "monday", "martes": "tuesday", "miercoles": "wednesday", "jueves": "thursday", "viernes": "friday",
    "sabado": "saturday", "domingo": "sunday", "sabados": "saturdays", "domingos": "sundays",
}  # fmt: skip

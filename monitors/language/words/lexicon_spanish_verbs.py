"""The Spanish verbs of jails' notices by their infinitive, and every form that a notice has them in.

An open list: a new verb is one entry, its stem that changes ("cierr-") behind the stroke. Forms are spelled without accents.
"""

# ruff: noqa: E501  a table reads better on one line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Infinitive, stem of the present where it changes: the English base, and its participle where it is not base + "ed".
VERBS: dict[str, str] = {
    # stops and returns
    "suspender": "suspend", "cancelar": "cancel cancelled", "interrumpir": "suspend", "pausar": "pause", "detener": "stop stopped", "anular": "cancel cancelled",
    "eliminar": "discontinue", "descontinuar": "discontinue", "terminar": "end", "finalizar": "end", "acabar": "end", "quitar": "remove", "retirar": "withdraw withdrawn", "abolir": "abolish",
    "reanudar": "resume", "restablecer": "resume", "reiniciar": "resume", "restaurar": "restore", "reinstaurar": "restore", "reactivar": "resume", "retomar": "resume", "reabrir": "reopen",
    "regresar": "return", "volver/vuelv": "return", "continuar": "continue", "comenzar/comienz": "begin begun", "empezar/empiez": "begin begun", "iniciar": "begin begun", "levantar": "lift", "agregar": "add", "anadir": "add", "ampliar": "extend", "extender/extiend": "extend", "aumentar": "increase", "reducir": "reduce", "acortar": "shorten", "cambiar": "change",
    "abrir": "open", "cerrar/cierr": "close", "reemplazar": "replace", "sustituir/sustituy": "replace", "remplazar": "replace",
    # leave and duty
    "permitir": "allow", "autorizar": "allow", "habilitar": "entitle", "aceptar": "accept", "admitir": "admit admitted", "prohibir": "prohibit", "negar/nieg": "refuse", "rechazar": "refuse", "denegar/denieg": "refuse", "excluir/excluy": "exclude", "limitar": "limit", "restringir": "restrict",
    "requerir/requier": "require", "exigir": "require", "obligar": "require", "necesitar": "need", "aprobar/aprueb": "approve", "otorgar": "give given", "conceder": "give given", "dar": "give given", "ofrecer": "offer", "brindar": "offer", "proporcionar": "provide", "garantizar": "guarantee",
    # what is done at visits
    "visitar": "visit", "recibir": "receive", "realizar": "hold held", "celebrar": "hold held", "efectuar": "hold held", "llevar": "take taken", "hacer": "make made", "hablar": "speak spoken", "abrazar": "hug hugged", "besar": "kiss", "tocar": "touch", "tomar": "take taken", "sentar/sient": "seat",
    "entrar": "enter", "ingresar": "enter", "acceder": "enter", "pasar": "enter", "venir": "come come", "asistir": "come come", "llegar": "arrive", "traer": "bring brought", "acompanar": "accompany accompanied", "dejar": "leave left", "esperar": "wait", "salir": "leave left", "ver": "see seen", "atender/atiend": "see seen", "supervisar": "monitor", "recuperar": "regain", "subir": "increase", "bajar": "reduce", "usar": "use", "utilizar": "use", "registrar": "search", "revisar": "search", "inspeccionar": "search",
    "programar": "schedule", "agendar": "schedule", "reservar": "book", "solicitar": "request", "pedir/pid": "request", "llenar": "fill", "completar": "fill", "presentar": "show shown", "mostrar/muestr": "show shown", "llamar": "call", "enviar": "send sent", "mandar": "send sent", "inscribir": "register", "confirmar": "confirm",
    # money, length, companies
    "costar/cuest": "cost cost", "cobrar": "charge", "pagar": "pay paid", "reembolsar": "refund", "devolver/devuelv": "refund", "depositar": "deposit", "aplicar": "apply applied", "durar": "last", "incluir/incluy": "include", "tener/tien": "have had", "poseer": "have had", "perder/pierd": "lose lost", "firmar": "sign", "establecer": "set set", "contener/contien": "contain", "escanear": "scan scanned", "entregar": "deliver", "destruir/destruy": "destroy", "vestir/vist": "wear worn", "grabar": "record",
}  # fmt: skip
# Forms that no rule makes: singular and plural of present, future, subjunctive and past.
IRREGULAR: dict[str, str] = {
    "tener": "tiene tienen tendra tendran tenga tengan tuvo tuvieron", "venir": "viene vienen vendra vendran venga vengan vino vinieron",
    "hacer": "hace hacen hara haran haga hagan hizo hicieron", "dar": "da dan dara daran de den dio dieron", "ver": "ve ven vera veran vea vean vio vieron",
    "traer": "trae traen traera traeran traiga traigan trajo trajeron", "salir": "sale salen saldra saldran salga salgan salio salieron",
    "detener": "detiene detienen detendra detendran detenga detengan detuvo detuvieron", "contener": "contiene contienen contendra contendran contenga contengan contuvo contuvieron",
    "reducir": "reduce reducen reducira reduciran reduzca reduzcan redujo redujeron", "exigir": "exige exigen exigira exigiran exija exijan exigio exigieron", "restringir": "restringe restringen restringira restringiran restrinja restrinjan restringio restringieron",
}  # fmt: skip
PARTICIPLES = {"abrir": "abiert", "reabrir": "reabiert", "volver": "vuelt", "devolver": "devuelt", "hacer": "hech", "ver": "vist", "inscribir": "inscrit", "traer": "traid", "poseer": "poseid"}  # fmt: skip
# Words that are nouns or small words in a notice, though they look like forms of these verbs.
NOT_VERBS = frozenset((
    "entre", "pausa", "pausas", "costo", "costos", "salva", "visita", "visitas", "visitad", "cita", "citas",
    "entrada", "entradas", "salida", "salidas", "llamada", "llamadas", "pago", "pagos", "pague", "cobro", "cobros",
    "reserva", "reservas", "cuenta", "cuentas", "cambio", "cambios", "uso", "registro", "registros", "beso", "besos",
    "abrazo", "abrazos", "deposito", "depositos", "contrato", "programa", "programas", "limite", "limites",
    "termino", "inicio", "toque", "de", "den", "esperas", "espera", "pase", "pases", "toma", "vista", "vistas",
    "hecho", "hechos", "parte", "llegada", "llegadas", "ve", "ven", "sale", "hable", "firma", "firmas", "habla",
    "pasada", "pasado", "recibo", "recibos", "ingreso", "ingresos", "traje", "llegado", "detenido", "detenida",
    "detenidos", "detenidas", "aumento", "aumentos", "acceso", "quite", "entrega", "entregas", "revista", "vino",
    "come", "suspenso", "pedido", "pedidos", "solicita", "trato", "levante", "llamado",
))  # fmt: skip


@dataclass(frozen=True)
class English:
    """base: "allow"; done: "allowed"."""

    base: str
    done: str

    @property
    def third(self) -> str:
        """ "allows"."""
        irregular = {"have": "has", "accompany": "accompanies", "apply": "applies"}
        return irregular.get(self.base) or f"{self.base}{'es' if self.base.endswith(('ch', 's', 'sh')) else 's'}"


@dataclass(frozen=True)
class Form:
    """tense: "now", "will", "wish" (subjunctive, and what is asked of "usted"), "was", "done", "doing", "name"
    (infinitive); ours: whether it is said of "us"."""

    infinitive: str
    tense: str
    plural: bool = False
    ours: bool = False


def _english(said: str) -> English:
    base, _, done = said.partition(" ")
    return English(base, done or (f"{base}d" if base.endswith("e") else f"{base}ed"))


def _wished(stem: str, a_verb: bool) -> str:
    """The stem of the subjunctive: "toc-" is "toqu-", "ofrec-" is "ofrezc-"."""
    if not a_verb:
        return f"{stem[:-1]}zc" if stem.endswith("ec") else stem
    for ending, spelled in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(ending):
            return stem[:-1] + spelled
    return stem


def _forms(infinitive: str, changed: str) -> Iterator[tuple[str, Form]]:
    stem, vowel = infinitive[:-2], infinitive[-2]
    now, wish = ("a", "e") if vowel == "a" else ("e", "a")
    past, was = stem, "o aron" if vowel == "a" else "yo yeron" if stem.endswith("u") else "io ieron"
    if changed.endswith("id") and vowel == "i":
        past = changed  # "pidieron"
    strong = changed or stem
    if infinitive in IRREGULAR:
        told = IRREGULAR[infinitive].split()
    else:
        told = [strong + now, f"{strong}{now}n", f"{infinitive}a", f"{infinitive}an"]
        told += [_wished(strong, vowel == "a") + wish, f"{_wished(strong, vowel == 'a')}{wish}n"]
        told += [past + end for end in was.split()]
    for n, form in enumerate(told):
        yield form, Form(infinitive, ("now", "will", "wish", "was")[n // 2], n % 2 == 1)
    yield f"{told[0]}s", Form(infinitive, "now")  # what "tu" does
    yield infinitive, Form(infinitive, "name")
    yield f"{stem}{'i' if vowel == 'i' else now}mos", Form(infinitive, "now", plural=True, ours=True)
    yield f"{infinitive}emos", Form(infinitive, "will", plural=True, ours=True)
    yield (f"{stem}ando" if vowel == "a" else f"{stem}iendo"), Form(infinitive, "doing")
    done = PARTICIPLES.get(infinitive, f"{stem}ad" if vowel == "a" else f"{stem}id")
    for end in ("o", "a", "os", "as"):
        yield done + end, Form(infinitive, "done", len(end) > 1)


ENGLISH: dict[str, English] = {verb.partition("/")[0]: _english(said) for verb, said in VERBS.items()}
FORMS: dict[str, Form] = {}
for _verb in VERBS:
    _infinitive, _, _changed = _verb.partition("/")
    for _word, _form in _forms(_infinitive, _changed):
        if _word not in NOT_VERBS:
            FORMS.setdefault(_word, _form)

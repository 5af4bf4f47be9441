"""The verbs of a Spanish clause in English: "no se permiten" is "are not allowed", "ya no podran" "may no longer".

Clitics, "ser" and "estar", leave and duty, and the word of denial in front are read as one group with their verb.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitors.language.words.lexicon_spanish_verbs import ENGLISH, FORMS, Form
from monitors.language.words.patterns import regex

SAID = "\x01"  # stands around what is English already
_TOKEN = regex(rf"{SAID}[^{SAID}]*{SAID}|[a-z]+|[^a-z{SAID}]+")
_DENIALS = (
    (("ya", "no"), "no longer"),
    (("todavia", "no"), "not yet"),
    (("no",), "not"),
    (("nunca",), "never"),
    (("tampoco",), "not"),
)
_NOW = ("ya", "ahora")
_CLITICS = frozenset((
    "se", "le", "les", "lo", "la", "los", "las", "me", "te", "nos",
))  # fmt: skip
# Singular and plural of what is said with "to be": the tense that it takes.
_BE: dict[str, Form] = {
    word: Form("ser", tense, n == 1)
    for pairs, tense in (
        ("es son|esta estan|queda quedan|permanece permanecen|encuentra encuentran", "now"),
        ("sigue siguen|resulta resultan", "now"),
        ("sera seran|estara estaran|quedara quedaran|permanecera permaneceran|encontrara encontraran", "will"),
        ("seguira seguiran", "will"),
        ("sea sean|este esten|quede queden|permanezca permanezcan", "wish"),
        ("fue fueron|estuvo estuvieron|era eran|estaba estaban|quedo quedaron", "was"),
    )
    for pair in pairs.split("|")
    for n, word in enumerate(pair.split())
}  # fmt: skip
_BE["estamos"] = Form("ser", "now", plural=True, ours=True)
_OF_STATE = frozenset((
    "queda", "quedan", "quedara", "quedaran", "permanece", "permanecen", "permanecera", "permaneceran", "encuentra",
    "encuentran", "sigue", "siguen", "encontrara", "encontraran", "seguira", "seguiran", "resulta", "resultan",
    "sea", "sean", "este", "esten", "quedo", "quedaron", "quede", "queden",
))  # fmt: skip
_HAVE = {"ha": False, "han": True, "hemos": True, "haya": False, "hayan": True, "habia": False, "habian": True}
_MAY = frozenset((
    "puede", "pueden", "puedes", "podra", "podran", "podras", "pueda", "puedan", "podria", "podrian",
))  # fmt: skip
_MUST = frozenset((
    "debe", "deben", "debes", "debera", "deberan", "deberas", "deba", "deban", "deberia",
))  # fmt: skip
_HAS_TO = frozenset((
    "tiene", "tienen", "tienes", "tendra", "tendran", "tenga", "tengan",
))  # fmt: skip
_NEEDS = frozenset((
    "necesita", "necesitan", "necesitas", "necesitara", "necesitaran", "requiere", "requieren",
))  # fmt: skip
_DUE = frozenset((
    "necesario", "necesaria", "necesarios", "necesarias", "obligatorio", "obligatoria", "obligatorios",
    "obligatorias", "preciso", "indispensable", "requisito", "forzoso", "forzosa",
))  # fmt: skip
_STATES = {
    "disponible": "available", "disponibles": "available", "gratis": "free", "gratuito": "free",
    "abierto": "open", "abierta": "open", "abiertos": "open", "abiertas": "open",
    "gratuita": "free", "gratuitas": "free", "gratuitos": "free", "vigente": "in force",
}  # fmt: skip
_MOVES = frozenset((
    "volver", "regresar", "continuar", "entrar", "ingresar", "comenzar", "empezar", "terminar", "iniciar", "venir",
    "pasar", "visitar", "asistir", "seguir", "acabar", "finalizar", "aplicar",
))  # fmt: skip
_STOPS = frozenset((
    "suspender", "cancelar", "interrumpir", "pausar", "detener", "anular", "eliminar", "descontinuar", "reanudar",
    "restablecer", "reiniciar", "restaurar", "reinstaurar", "reactivar", "retomar",
))  # fmt: skip
_INFINITIVE = regex(r"([a-z]+[aei]r)(se|l[aeo]s?)?$")
DENIED = regex(r"\b(?:not|no longer)\b")


@dataclass(frozen=True)
class Group:
    """The words of a verb, from the token `start` to before `end`, as English that agrees with one thing.

    turns: whether the thing may stand behind it; free: whether "you" is meant where nobody is named; borne: what is
    said of the visits that somebody stops or resumes.
    """

    start: int
    end: int
    said: str
    turns: bool = False
    free: bool = False
    only: bool = False
    borne: str = ""


class Words:
    """The tokens of a clause: words, signs and what is English already."""

    def __init__(self, text: str) -> None:
        self.tokens = _TOKEN.findall(text)

    def word(self, at: int) -> str:
        """The word that stands there, "" for anything else."""
        token = self.tokens[at] if at < len(self.tokens) else ""
        return token if token.isalpha() else ""

    def next(self, at: int) -> int:
        """Where the word behind a single space stands, the end where none does."""
        spaced = at + 2 < len(self.tokens) and self.tokens[at + 1] == " "
        return at + 2 if spaced else len(self.tokens)


def verb_group(words: Words, start: int) -> Group | None:
    """The verb that begins at a token, with what belongs to it."""
    if not words.word(start):
        return None
    denial, at = _denial(words, start)
    only = words.word(at) in ("solo", "solamente", "unicamente") and words.word(words.next(at)) == "se"
    at = words.next(at) if only else at
    clitic = words.word(at) if words.word(at) in _CLITICS else ""
    bare = denial in ("", "now") and not clitic
    if clitic:
        at = words.next(at)
        if words.word(at) in ("le", "les"):
            at = words.next(at)
    for read in (_leave_and_duty, _state, _perfect):
        group = read(words, start, at, denial, clitic)
        if group is not None:
            return replace(group, only=only)
    form = FORMS.get(words.word(at))
    if form is None or form.tense in ("done", "doing", "name") or (clitic and clitic != "se" and bare and start == at):
        return None
    return replace(_finite(words, start, at, denial, clitic, form), only=only)


def _denial(words: Words, at: int) -> tuple[str, int]:
    for said, english in _DENIALS:
        if words.word(at) == said[0] and (len(said) == 1 or words.word(words.next(at)) == said[1]):
            end = words.next(at)
            return english, end if len(said) == 1 else words.next(end)
    if words.word(at) in _NOW and words.word(words.next(at)) != "hay":
        return "now", words.next(at)
    return "", at


def _with(denial: str, verb: str) -> str:
    """ "are" and "not" in their English order."""
    first, _, rest = verb.partition(" ")
    return " ".join(filter(None, (first, denial, rest)))


def _be(form: Form) -> str:
    if form.tense == "will":
        return "will be"
    if form.tense == "was":
        return "were" if form.plural else "was"
    return "are" if form.plural else "is"


def _finite(words: Words, start: int, at: int, denial: str, clitic: str, form: Form) -> Group:
    english, end = ENGLISH[form.infinitive], at + 1
    if form.infinitive == "dejar" and words.word(words.next(at)) == "de":
        return _ceased(words, start, words.next(at), ours=form.ours) or Group(start, end, _active(form, denial))
    again = _again(words, at, form)
    if again is not None:
        infinitive, end = again
        if infinitive.endswith("se") or clitic == "se":
            done = ENGLISH[infinitive.removesuffix("se")].done
            return Group(start, end, f"{_with(denial, _be(form))} {done} again", turns=True)
        return Group(start, end, f"{_active(replace(form, infinitive=infinitive), denial)} again")
    if form.infinitive == "llevar" and words.word(words.next(at)) == "a" and words.word(words.next(at) + 2) == "cabo":
        return Group(start, words.next(at) + 3, f"{_with(denial, _be(form))} held", turns=True)
    if clitic == "se" and form.infinitive == "dejar" and words.word(words.next(at)) in _ENTERING:
        return Group(start, words.next(at) + 1, f"{_with(denial, _be(form))} admitted", turns=True)
    leave = _leave_to(words, start, at, denial, form) if clitic == "se" else None
    if leave is not None:
        return leave
    if clitic == "se":
        if form.infinitive == "cobrar" and DENIED.search(denial) and words.word(words.next(at)) not in _OWED:
            return Group(start, end, f"{_be(form)} {'now ' * (denial == 'no longer')}free of charge", turns=True)
        verb = _be(form) if form.tense != "was" else ("have been" if form.plural else "has been")
        return Group(start, end, f"{_with(denial, verb)} {english.done}", turns=True)
    asked = form.tense == "wish" and denial in ("", "not")
    if asked:
        return Group(start, end, f"do not {english.base}" if denial else english.base)
    name, behind = _infinitive(words, words.next(at))
    if name:
        return Group(start, behind, f"{_active(form, denial)} to {name}")
    borne = ""
    if form.infinitive in _STOPS and not denial:
        borne = f"{'will be' if form.tense == 'will' else 'has been' if form.tense == 'was' else 'is'} {english.done}"
    return Group(start, end, _active(form, denial), turns=form.infinitive in _MOVES, borne=borne)


def _ceased(words: Words, start: int, of: int, *, ours: bool) -> Group | None:
    """ "Dejo de recibir": no longer receives."""
    name, end = _infinitive(words, words.next(of))
    return Group(start, end, f"{'we ' * ours}no longer {name}") if name else None


def _active(form: Form, denial: str) -> str:
    said = _active_of(form, denial)
    return f"we {said}" if form.ours else said


def _active_of(form: Form, denial: str) -> str:
    english = ENGLISH[form.infinitive]
    if form.tense == "will":
        return _with(denial, f"will {english.base}")
    if form.tense == "was":
        return f"{_with(denial, 'have' if form.plural else 'has')} {english.done}"
    if denial == "not":
        return f"{'do' if form.plural else 'does'} not {english.base}"
    return f"{denial} {english.base if form.plural else english.third}".strip()


def _again(words: Words, at: int, form: Form) -> tuple[str, int] | None:
    """ "Vuelven a permitir": the verb that is done again."""
    to = words.next(at)
    name = words.word(words.next(to))
    bare = name.removesuffix("se")
    if form.infinitive != "volver" or words.word(to) != "a" or bare not in ENGLISH:
        return None
    return name, words.next(to) + 1


_ENTERING = frozenset(("entrar", "ingresar", "pasar"))
_OWED = frozenset(("a", "al", "ningun", "ninguna"))  # whom, or what, nobody is charged
_LEAVE = frozenset(("permitir", "autorizar", "dejar", "poder", "aceptar", "admitir"))
_DUTY = frozenset(("requerir", "exigir", "necesitar", "deber"))


def _leave_to(words: Words, start: int, at: int, denial: str, form: Form) -> Group | None:
    """ "Se permite abrazar": you may hug; "se prohibe entrar": you may not enter."""
    name, end = _infinitive(words, words.next(at))
    if not name:
        return None
    if form.infinitive == "prohibir":
        return Group(start, end, f"{'may' if denial else 'may not'} {name}", free=True)
    if form.infinitive in _LEAVE:
        return Group(start, end, f"{_with(denial, 'may')} {name}", free=True)
    if form.infinitive in _DUTY:
        return Group(start, end, f"{'do not need to' if denial else 'must'} {name}", free=True)
    return None


def _infinitive(words: Words, at: int) -> tuple[str, int]:
    """What an infinitive, its clitics and a participle behind it say, "" where none stands there, and the end."""
    hit = _INFINITIVE.match(words.word(at))
    if hit is None:
        return "", at
    name, clitic = hit[1], hit[2] or ""
    follows = words.next(at)
    if name in ("ser", "estar", "quedar", "permanecer"):
        done = FORMS.get(words.word(follows))
        if done is not None and done.tense == "done":
            return f"be {ENGLISH[done.infinitive].done}", follows + 1
        return "be", at + 1
    if name == "haber":
        return "be", at + 1
    if name not in ENGLISH:
        return "", at
    if name == "llevar" and words.word(follows) == "a" and words.word(follows + 2) == "cabo":
        return "be held", follows + 3
    english = ENGLISH[name]
    if clitic == "se" and name == "registrar":
        return "register", at + 1
    if clitic == "se" and name not in _MOVES:
        return f"be {english.done}", at + 1
    them = {"lo": " it", "la": " it", "los": " them", "las": " them", "le": " them", "les": " them"}.get(clitic, "")
    return f"{english.base}{them}", at + 1


def _leave_and_duty(words: Words, start: int, at: int, denial: str, clitic: str) -> Group | None:
    """ "Podran entrar", "debe hacer", "hay que pagar", "no es necesario tener"."""
    word, behind = words.word(at), words.next(at)
    linked = words.next(behind) if words.word(behind) == "que" else len(words.tokens)
    if word in _MAY or word in _MUST:
        name, end = _infinitive(words, words.next(behind) if words.word(behind) == "de" else behind)
        if not name:
            return None
        modal = "may" if word in _MAY else "must"
        if clitic == "se":
            return _one_may(words, start, end, f"{_with(denial, modal)}", name, word.endswith("n"))
        return Group(start, end, f"{_with(denial, modal)} {name}", turns=_entered(words, behind), free=True)
    if word in _HAS_TO or word in ("hay", "habra"):
        name, end = _infinitive(words, linked)
    elif word in _NEEDS and clitic != "se":
        name, end = _infinitive(words, behind)
    elif word in _BE and words.word(behind) in _DUE:
        name, end = _infinitive(words, behind + 2 if words.word(behind + 2) != "que" else len(words.tokens))
    else:
        return None
    if not name:
        return None
    if denial in ("not", "no longer"):
        return Group(start, end, f"{'no longer need' if denial == 'no longer' else 'do not need'} to {name}", free=True)
    return Group(start, end, f"must {name}", free=True)


def _one_may(words: Words, start: int, end: int, modal: str, name: str, plural: bool) -> Group:
    """ "Se puede abrazar": you may hug; "se podran hacer citas": appointments may be made."""
    if not plural or name.startswith("be"):
        return Group(start, end, f"{modal} {name}", free=True)
    done = next((english.done for english in ENGLISH.values() if english.base == name), name)
    return Group(start, end, f"{modal} be {done}", turns=True)


def _entered(words: Words, at: int) -> bool:
    hit = _INFINITIVE.match(words.word(at))
    return hit is not None and (hit[1] in ("entrar", "ingresar", "visitar", "pasar", "acceder") or hit[2] == "se")


def _state(words: Words, start: int, at: int, denial: str, clitic: str) -> Group | None:
    """ "Estan suspendidas", "sera gratuita", "queda prohibido abrazar", "se encuentran abiertas"."""
    be, follows = _BE.get(words.word(at)), words.next(at)
    if be is None or (clitic and clitic != "se"):
        return None
    said = words.word(follows)
    if said in ("con", "sin", "en", "a", "de") and words.word(at) in _OF_STATE:
        if words.word(at) in ("este", "esten") and words.word(start - 2) == "que":
            return Group(start, at + 1, f"they {_with(denial, 'are')}")
        return Group(start, at + 1, _with(denial, _be(be)))
    if said in _STATES:
        charge = " of charge" if _STATES[said] == "free" and not DENIED.search(denial) else ""
        return Group(start, follows + 1, f"{_with(denial, _be(be))} {_STATES[said]}{charge}", turns=True)
    done = FORMS.get(said)
    if done is not None and done.tense == "doing":
        return Group(start, follows + 1, _active(replace(be, infinitive=done.infinitive), denial))
    if done is not None and done.tense == "done":
        said = f"{_with(denial, _be(be))} {ENGLISH[done.infinitive].done}"
        return _leave_to(words, start, follows, denial, done) or Group(start, follows + 1, said, turns=True)
    if said in _DUE:
        return Group(start, follows + 1, f"{_with(denial, _be(be))} required", turns=True)
    return None if words.word(at) in ("este", "sea", "sean") else Group(start, at + 1, _with(denial, _be(be)))


def _perfect(words: Words, start: int, at: int, denial: str, clitic: str) -> Group | None:
    """ "Han sido canceladas", "se han suspendido", "ha reanudado"."""
    plural, follows = _HAVE.get(words.word(at)), words.next(at)
    if plural is None:
        return None
    ours = words.word(at) == "hemos"
    have = f"{'we ' * ours}{_with(denial, 'have' if plural else 'has')}"
    if words.word(follows) == "dejado" and words.word(words.next(follows)) == "de":
        return _ceased(words, start, words.next(follows), ours=ours)
    been = words.word(follows) in ("sido", "estado", "quedado")
    done = FORMS.get(words.word(words.next(follows) if been else follows))
    if done is None or done.tense != "done":
        return Group(start, follows + 1, f"{have} been", turns=False) if been else None
    end = (words.next(follows) if been else follows) + 1
    english = ENGLISH[done.infinitive].done
    passive = been or clitic == "se"
    turns = passive or done.infinitive in _MOVES
    borne = f"has been {english}" if done.infinitive in _STOPS and not denial else ""
    said = f"{have} been {english}" if passive else f"{have} {english}"
    return Group(start, end, said, turns=turns, borne="" if passive else borne)


def known(word: str) -> bool:
    """Whether a word is a form of a verb that is read here."""
    bound = _INFINITIVE.match(word)
    if bound is not None and bound[1] in ENGLISH:
        return True
    return word in FORMS or word in _BE or word in _HAVE or word in _MAY or word in _MUST or word in _DUE


def alone(word: str) -> str:
    """A participle or an infinitive by itself in English, "" for any other word."""
    form = FORMS.get(word)
    if form is None or form.tense not in ("done", "name"):
        return ""
    english = ENGLISH[form.infinitive]
    return english.done if form.tense == "done" else english.base

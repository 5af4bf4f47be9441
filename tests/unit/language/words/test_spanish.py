"""Notices in Spanish: an office's hours and family law are no visiting terms, visits to people held are."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.language.words.spanish import english
from monitors.language.words.wording import canonical
from monitors.records import Direction, Reading, Topic
from tests.unit.text.reading import segments

KEPT = "<h1>Visitas</h1><p>Los visitantes deben presentar una identificación con foto.</p>"


def relevant(before: str, after: str) -> bool:
    old, new = (segments(f"{KEPT}<p>{text}</p>") for text in (before, after))
    return read(old, new, compare(old, new).passages).relevant


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("La oficina abre de lunes a viernes de 8 a 5.", "La oficina abre de lunes a viernes de 9 a 4."),
        ("Horario de oficina: lunes a viernes de 8 a 5.", "Horario de oficina: lunes a viernes de 9 a 4."),
        ("", "Aviso: régimen de visitas y custodia de los hijos en el tribunal de familia."),
    ],
)
def test_other_business_tells_nothing(before: str, after: str) -> None:
    assert not relevant(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("La oficina abre para visitas de 8 a 5.", "La oficina abre para visitas de 9 a 4."),
        ("", "Quien pelee perderá sus derechos de visita por 30 días."),
        ("Cada visita dura 30 minutos.", "Cada visita dura 20 minutos."),
    ],
)
def test_visits_to_people_held_are_told(before: str, after: str) -> None:
    assert relevant(before, after)


PAGE = (
    "<h1>Visitas</h1><p>La Cárcel del Condado recibe a familiares de las personas detenidas.</p>"
    "<p>Las visitas son los sábados y domingos de 9:00 a.m. a 3:00 p.m.</p>{}"
    "<p>Una visita por video cuesta $5.00 por 20 minutos.</p>"
)


def reading(before: str, after: str) -> Reading:
    old, new = (segments(PAGE.format(f"<p>{text}</p>" if text else "")) for text in (before, after))
    return read(old, new, compare(old, new).passages, title_before="Visitas", title_after="Visitas")


@pytest.mark.parametrize(
    ("line", "topic", "direction"),
    [
        ("La correspondencia se escanea y se entrega en tabletas.", Topic.MAIL, Direction.RESTRICTIVE),
        ("Los abogados deben llamar con 24 horas de anticipación.", Topic.LEGAL_VISITS, Direction.RESTRICTIVE),
        ("Ya no se permite el contacto físico.", Topic.CONTACT, Direction.RESTRICTIVE),
        ("Se reanudan las visitas de contacto.", Topic.CONTACT, Direction.RESTORATIVE),
        ("Todas las visitas son por video.", Topic.IN_PERSON, Direction.RESTRICTIVE),
        ("Se requiere cita previa.", Topic.SCHEDULE, Direction.RESTRICTIVE),
        ("Las visitas deben programarse con 48 horas de anticipación.", Topic.SCHEDULE, Direction.RESTRICTIVE),
        ("Solo se permiten familiares inmediatos.", Topic.ELIGIBILITY, Direction.RESTRICTIVE),
        ("No se aceptan matrículas consulares.", Topic.ELIGIBILITY, Direction.RESTRICTIVE),
        ("Ya no se cobran las visitas por video.", Topic.FEES, Direction.RESTORATIVE),
    ],
)
def test_common_notices_get_their_topic(line: str, topic: Topic, direction: Direction) -> None:
    found = reading("", line)
    assert (found.relevant, found.direction) == (True, direction)
    assert topic in found.topics


@pytest.mark.parametrize(
    ("spanish", "said"),
    [
        ("Las visitas de abogados son de lunes a viernes de 8 a.m. a 5 p.m.", "attorney visits"),
        ("Se suspenden todas las visitas hasta nuevo aviso.", "visits are suspended until further notice"),
        ("No habrá visitas del 20 al 27 de diciembre.", "no visits from december 20 through 27"),
        ("Máximo dos visitantes por visita.", "a maximum of 2 visitors per visit"),
    ],
)
def test_spanish_is_put_into_the_english_that_rules_know(spanish: str, said: str) -> None:
    assert said in canonical(spanish)


@pytest.mark.parametrize(
    ("spanish", "said"),
    [
        # the verb in front of its thing, denied, in any tense
        ("Ya no se otorgarán visitas de contacto.", "contact visits will no longer be given."),
        ("Se han suspendido las visitas familiares.", "social visits have been suspended."),
        ("No se permite ningún contacto físico.", "no physical contact is allowed."),
        ("Solo se autoriza una visita semanal.", "only 1 visit per week is allowed."),
        ("No se permiten más de dos adultos por visita.", "no more than 2 adults are allowed per visit."),
        ("Los bebés no se permiten.", "babies are not allowed."),
        # who stops visits
        ("La cárcel suspendió las visitas por un brote.", "visits have been suspended because of a outbreak."),
        ("Hemos reanudado la visitación.", "visitation has been resumed."),
        # leave and duty
        ("No se puede abrazar al interno.", "you may not hug the inmate."),
        ("Está prohibido tocar a los internos.", "you may not touch inmates."),
        ("No es necesario hacer cita para visitar.", "you do not need to make an appointment to visit."),
        ("Los visitantes tienen que ser aprobados.", "visitors must be approved."),
        ("No se permite que los menores visiten.", "minors may not visit."),
        ("Ni los niños ni los jóvenes pueden visitar.", "children or teenagers may not visit."),
        ("Nadie puede visitar a menos que esté en la lista.", "nobody may visit unless they are in the list."),
        # clocks, days, numbers
        ("Visitas: lunes de las ocho y media de la mañana a la una de la tarde.", "visits: {mon} [0830-1300]."),
        ("Visitas los sábados de 8:00 a. m. a 3:00 p. m.", "visits on {sat} [0800-1500]"),
        ("Visitas los jueves de la 1 a las 4 de la tarde.", "visits on {thu} [1300-1600]."),
        ("No hay visitas el 1º de enero.", "there are no visits on january 1."),
        ("No hay visitas el primero de enero.", "there are no visits on january 1."),
        ("Se reciben visitas los jueves de 13:00 a 15:00 horas.", "visits are received on {thu} [1300-1500]"),
        ("La visita dura cuarenta y cinco minutos.", "the visit lasts 45 minutes."),
        ("La videovisita cuesta 25 centavos el minuto.", "the video visit costs $0.25 per minute."),
    ],
)
def test_clauses_are_put_into_english_by_their_verbs(spanish: str, said: str) -> None:
    assert canonical(spanish) == said


def test_a_line_without_end_is_put_into_english_to_its_end() -> None:
    said = english("se permiten las visitas, " * 1500 + "sin cita")
    assert said.count("visits are allowed, ") == 1500
    assert said.endswith("without an appointment")


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("Nadie puede visitar, excepto los familiares.", "Todas las personas pueden visitar."),
        ("Los menores no podrán entrar, ni siquiera con sus padres.", "Los menores podrán entrar con sus padres."),
        ("El alguacil canceló las visitas.", "El alguacil restableció las visitas."),
        ("Queda prohibida la visita de menores.", "Queda permitida la visita de menores."),
        ("Las visitas en línea ya no son gratuitas.", "Las visitas en línea son gratuitas."),
        ("Hay que pedir cita para visitar.", "No hay que pedir cita para visitar."),
        ("Pida la visita con una semana de anticipación.", "Pida la visita con un día de anticipación."),
        ("La visita será sin contacto.", "La visita será de contacto."),
    ],
)
def test_lines_that_turn_are_told_both_ways(worse: str, better: str) -> None:
    assert reading(worse, better).direction is Direction.RESTORATIVE
    assert reading(better, worse).direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Los menores no pueden visitar.", "No se permite que los menores visiten."),
        ("Los visitantes no pueden llevar sombreros.", "Los visitantes no deben llevar sombreros."),
        ("Si llega tarde, su visita será cancelada.", "Se cancelará su visita si usted llega tarde."),
        ("Es necesario tener cita.", "Se requiere una cita."),
        ("Debes hacer una cita para visitar.", "Usted debe hacer una cita para visitar."),
        ("Las visitas estan suspendidas.", "Se suspenden las visitas."),
        ("El economato abre los martes.", "El economato abre los jueves."),
        ("Envíe sus cartas al apartado postal 100.", "Envíe sus cartas al apartado postal 220."),
        (
            "Los menores de 18 años entran acompañados de su padre o su madre.",
            "Ningún menor de 18 años entra si no lo acompaña su padre o su madre.",
        ),
    ],
)
def test_the_same_in_other_spanish_words_tells_nothing(one: str, other: str) -> None:
    assert not reading(one, other).relevant
    assert not reading(other, one).relevant


@pytest.mark.parametrize(
    "line", ["Visits in Los Angeles de la Vega hall", "No me gusta la lluvia.", "Permitted: a hug"]
)
def test_other_text_stays_as_it_is(line: str) -> None:
    assert canonical(line) == line.lower()


def test_a_page_put_into_spanish_too_tells_nothing() -> None:
    page = (
        "<h1>Jail visits</h1><p>Visitors must show photo identification.</p><p>Visits: Saturday, 9 a.m. to 3 p.m.</p>"
    )
    both = f"{page}<p>Los visitantes deben mostrar identificación con foto.</p><p>Visitas: sábado, 9 a.m. a 3 p.m.</p>"
    old, new = segments(page), segments(both)
    assert not read(
        old, new, compare(old, new).passages, title_before="Jail visits", title_after="Jail visits"
    ).relevant


ENGLISH_RULES = (
    "Visits are on Saturday and Sunday from 9:00 a.m. to 3:00 p.m.",
    "Each visit lasts 30 minutes.",
    "Anyone under 18 must be accompanied by an adult.",
    "An appointment is required 24 hours in advance.",
    "Hugs are not allowed.",
)
SPANISH_RULES = (
    "Las visitas son los sábados y domingos de 9:00 a.m. a 3:00 p.m.",
    "Cada visita dura 30 minutos.",
    "Los menores de 18 años deben estar acompañados por un adulto.",
    "Se requiere cita previa con 24 horas de anticipación.",
    "No se permiten abrazos.",
)


def test_a_half_in_spanish_that_comes_or_goes_tells_nothing() -> None:
    one, both = (
        segments("<h1>Jail visits</h1>" + "".join(f"<p>{rule}</p>" for rule in rules))
        for rules in (ENGLISH_RULES, ENGLISH_RULES + SPANISH_RULES)
    )
    for old, new in ((one, both), (both, one)):
        assert not read(
            old, new, compare(old, new).passages, title_before="Jail visits", title_after="Jail visits"
        ).relevant

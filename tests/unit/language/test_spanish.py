"""Notices in Spanish: an office's hours and family law are no visiting terms, visits to people held are."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.language.wording import canonical
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

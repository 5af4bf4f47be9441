"""Notices in Spanish: an office's hours and family law are no visiting terms, visits to people held are."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
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

"""A half in Spanish that says what the page says in English is no news; one that says more is."""

from __future__ import annotations

from monitors.records import Direction
from tests.unit.language.reading import whole_reading

ENGLISH = """Visits are held on Saturdays and Sundays.
Sign-ups open at 7:30 a.m. in the lobby, first come, first served.
There are three sessions each day: 8:00 to 9:00, 9:30 to 10:30 and 12:30 to 1:30.
Each inmate may have two one-hour visits a week.
Minors have to come with a parent or guardian. Bring a birth certificate or guardianship papers."""
SPANISH = """EN ESPAÑOL
Las visitas son los sábados y domingos.
La inscripción abre a las 7:30 a.m. en el vestíbulo, por orden de llegada.
Hay tres sesiones cada día: de 8:00 a 9:00, de 9:30 a 10:30 y de 12:30 a 1:30.
Cada recluso puede tener dos visitas de una hora por semana.
Los menores deben venir con su padre, madre o tutor. Traiga acta de nacimiento o papeles de tutela."""


def test_a_spanish_half_that_says_the_same_is_silent_as_it_comes_and_as_it_goes() -> None:
    both = f"{ENGLISH}\n\n{SPANISH}"
    assert not whole_reading(ENGLISH, both).relevant
    assert not whole_reading(both, ENGLISH).relevant


def test_a_stop_that_only_the_spanish_half_tells_is_told() -> None:
    both = f"{ENGLISH}\n\n{SPANISH}\nLas visitas están suspendidas hasta nuevo aviso."
    assert whole_reading(ENGLISH, both).direction is Direction.RESTRICTIVE

"""A half in Spanish that says what the page says in English is no news; one that says more is."""

from __future__ import annotations

from monitors.language.lines.silent.other_half import in_one_language
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments
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


SHORTER = """Visits: Saturdays and Sundays.
Sign-up from 7:30 a.m. in the lobby, first come, first served.
Three sessions each day: 8:00 to 9:00, 9:30 to 10:30 and 12:30 to 1:30.
Two one-hour visits a week for each inmate.
Minors: with a parent or guardian, birth certificate or guardianship papers."""


def test_it_is_silent_beside_english_in_other_words() -> None:
    assert not whole_reading(ENGLISH, f"{SPANISH}\n\n{SHORTER}").relevant


def test_a_stop_that_both_halves_tell_is_no_news() -> None:
    english = f"{ENGLISH}\nDuring a lockdown visits are cancelled and you may book another day."
    spanish = f"{SPANISH}\nDurante un encierro las visitas se cancelan y usted puede reservar otro día."
    assert not whole_reading(english, f"{english}\n\n{spanish}").relevant


def test_what_changes_in_english_beside_it_is_told() -> None:
    less = (
        text.replace(*words) for text, words in ((ENGLISH, ("two", "one")), (SPANISH, ("dos visitas", "una visita")))
    )
    found = whole_reading(ENGLISH, "\n\n".join(less))
    assert found.direction is Direction.RESTRICTIVE


def test_a_figure_that_only_the_spanish_half_has_is_told() -> None:
    assert whole_reading(ENGLISH, f"{ENGLISH}\n\n{SPANISH}\nCada visita cuesta $5.").relevant


def test_a_page_that_is_put_into_spanish_altogether_keeps_its_lines() -> None:
    old, new = (units(plain_segments(text)) for text in (ENGLISH, SPANISH))
    assert in_one_language(Scene(old, new, "", "jail")).after == new


def test_lines_in_both_languages_say_what_the_english_ones_said() -> None:
    old = (
        "1. Each resident may list six adults.\n2. Visits are Monday and Friday, 5 pm to 8 pm.\n"
        "3. Each visit is 25 minutes.\n4. Children under 17 come with an adult."
    )
    new = (
        "1. Each resident may list 6 adults. / Cada residente puede anotar a 6 adultos.\n"
        "2. Visits are Mon. and Fri., 5 pm to 8 pm. / Las visitas son lunes y viernes, de 5 a 8 de la tarde.\n"
        "3. Each visit is 25 minutes. / Cada visita dura 25 minutos.\n"
        "4. Children under 17 come with an adult. / Los menores de 17 años vienen con un adulto."
    )
    assert not whole_reading(old, new).relevant
    assert whole_reading(old, new.replace("25 min", "20 min")).relevant

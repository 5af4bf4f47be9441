"""Passages in Spanish are told from English ones, for screen readers."""

from __future__ import annotations

import pytest

from monitors.tongue import tongue


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ya no se permiten visitas en persona. Todas las visitas son por video.", "es"),
        ("Cada visita dura 20 minutos.", "es"),
        ("Las visitas por video cuestan $7.50.", "es"),
        ("Los niños deben estar acompañados por un adulto.", "es"),
        ("In-person visits have been suspended until further notice.", ""),
        ("Las Animas County Jail", ""),
        ("Visits at the La Plata and Los Lunas centers are on Sundays.", ""),
        ("For Spanish, press 2: para español.", ""),
        ("$7.50", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_passage(text: str, said: str) -> None:
    assert tongue(text) == said

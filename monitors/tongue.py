"""Which language a passage is written in, as far as a screen reader has to know: Spanish, or as the page around it.

Counted by the small words that every sentence has; names of places ("Las Animas County Jail") have too few of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

SPANISH = "es"
LEAST = 2  # small words
_SHARE = 0.2  # of all words
_WORD = re.compile(r"[^\W\d_]+")
# fmt: off
_SPANISH_WORDS = frozenset((
    "el", "la", "los", "las", "lo", "un", "una", "unos", "unas", "de", "del", "al", "y", "en", "que", "se", "por",
    "para", "con", "sin", "su", "sus", "es", "son", "está", "están", "ser", "hay", "ya", "más", "cada", "todo", "toda",
    "todos", "todas", "este", "esta", "estos", "estas", "ese", "esa", "como", "cuando", "donde", "si", "desde", "hasta",
    "entre", "sobre", "o", "u", "pero", "también", "sólo", "solo", "nuestro", "nuestra", "usted", "ustedes", "tiene",
    "tienen", "puede", "pueden", "debe", "deben", "será", "serán", "fue", "han", "ha", "visita", "visitas",
    "visitantes", "persona", "personas", "cárcel", "días", "horas", "semana", "minutos", "sábados", "domingos",
))
_ENGLISH_WORDS = frozenset((
    "the", "of", "and", "to", "is", "are", "be", "been", "for", "on", "with", "by", "an", "or", "must", "may", "not",
    "no", "will", "shall", "can", "at", "from", "this", "that", "these", "those", "you", "your", "they", "their", "it",
    "its", "if", "when", "all", "each", "any", "only", "who", "which", "has", "have", "was", "were", "as", "but", "we",
    "our", "us", "visit", "visits", "visitor", "visitors", "visiting", "visitation", "county", "jail", "sheriff",
    "center", "facility", "inmate", "inmates",
))
# fmt: on


@lru_cache(maxsize=4096)
def tongue(text: str) -> str:
    """ "es" for Spanish, "" for anything else: a language tag (BCP 47) for the lang attribute."""
    words = [word.lower() for word in _WORD.findall(text[:2_000])]
    spanish = sum(word in _SPANISH_WORDS for word in words)
    english = sum(word in _ENGLISH_WORDS for word in words)
    return SPANISH if spanish >= LEAST and spanish > 2 * english and spanish >= _SHARE * len(words) else ""

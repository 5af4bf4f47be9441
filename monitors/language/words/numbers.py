"""Number words and figures brought to one form: "two (2)" -> "2", "half an hour" -> "30 minutes", "cuarenta" -> "40"."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.words.patterns import Pattern, Replacements

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_TIMES = ("hundred", "thousand", "million", "dozen")
# Jails publish bilingual notices; the numbers that occur in them stay under a hundred.
_SPANISH = {
    "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
    "dieciséis": 16, "dieciseis": 16, "dieciocho": 18, "veinte": 20, "veinticuatro": 24, "veinticinco": 25,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
    "cien": 100,
}  # fmt: skip
# "once" is English first; as a Spanish eleven it only counts before a Spanish noun.
_SPANISH.pop("once")

_SMALL = "|".join(sorted({**_UNITS, **_TENS}, key=len, reverse=True))
_NUMBER_WORDS = Pattern(
    rf"(?<!no )(?<!any )(?!(?<=every )one\b)(?<!some )\b((?:{_SMALL}|hundred|thousand|million|dozen)"
    rf"(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_SMALL}|hundred|thousand|million|dozen))*)\b(?! another\b)(?! of\b(?! (?:which|them|whom|you|us|these|those)))"
)
_SPANISH_WORDS = Pattern(r"\b(" + "|".join(sorted(_SPANISH, key=len, reverse=True)) + r")( y (\w+))?\b")
_SPANISH_PAGE = Pattern(r"\b(?:de|la|las|los|el|por|visitas?|minutos|para)\b")
_SPANISH_COUNT = Pattern(
    r"\b("
    + "|".join(sorted((w for w in _SPANISH if w not in ("un", "uno", "una")), key=len, reverse=True))
    + r")(?= (?:adult[oa]s|nombres|personas|visitas|visitantes|minutos|días|horas|veces|semanas|meses|años|dólares|centavos|niñ[oa]s)\b)"
)
_ARTICLE_DOZEN = Pattern(r"\b(?:a|half a) dozen\b")
_SCORE_OF = Pattern(r"\b(a|one|two|three) score of(?= [a-z])")
_DOUBLED = Pattern(r"\b(\d+(?:\.\d+)?) ?\(\1\)")
_DOUBLED_AHEAD = Pattern(r"\((\d+)\) \1\b(?! ?\()")
_DOUBLED_BACK = Pattern(r"\b(\d+) ?\((?:a )?\1\b\)?")
_SAID_TWICE = Pattern(rf"\b((?:{_SMALL})(?:[ -](?:{_SMALL}))?) ?\((\d+)\)")  # "every thirty (30) days"
# "five and twenty", "a couple of visits", "a single visit".
_INVERTED = Pattern(r"\b(one|two|three|four|five|six|seven|eight|nine) and (twenty|thirty|forty|fifty)\b")
_PAIR_OF = Pattern(
    r"\b(?:a|one) (?:couple|pair|brace) of(?= [a-z])|\b(?:a|one) (?:couple|pair|duo)(?= (?:at (?:the )?most|at a time|at once|each|and no more|(?:per|a) visit)\b)"
)
_WEEKS = Pattern(r"\b(per|an?|each|every|one|\d+) wk(s?)\b\.?")
_SINGLE = Pattern(
    r"\b(?:a|one) single (?=(?:[a-z-]+ )?(?:visit|session|call|time|hour|minute|day|week|month|person|adult|visitor|guest|name)\b)"
)
# "six-fifty" of a price: fifty-six to whoever adds the words up.
_SPOKEN_PRICE = Pattern(
    rf"(?<!at )(?<!from )(?<!until )(?<!till )(?<!by )(?<!to )\b({'|'.join(w for w, n in _UNITS.items() if 0 < n < 20)})[- ]"
    rf"((?:{'|'.join(_TENS)})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)\b(?![ -](?:minute|hour|day|week|month|year|visit|people|cent|per ?cent|o'clock))"
)
_PRICE_FOR = Pattern(  # "four fifty for the half hour", and no clock
    rf"\b({'|'.join(w for w, n in _UNITS.items() if 0 < n < 20)})[- ](twenty|forty|fifty|sixty|seventy|eighty|ninety)(?= (?:for|per|each) )"
)
_PRICED = Pattern(r"\$|¢|\b(?:cents?|dollars?|pric\w+|costs?|fees?|pays?|paid|charg\w+|rates?|cheap\w*|dear\w*)\b")
_THOUSANDS = Pattern(r"(?<=\d),(?=\d{3}\b)")


def number_of(words: str) -> int:
    """The value of English number words such as "one hundred and twenty"; words that mean nothing count as 0."""
    total = current = 0
    for word in re.split(r"[ -]+", words):
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in ("thousand", "million"):
            total += max(current, 1) * (1000 if word == "thousand" else 1_000_000)
            current = 0
    return total + current


def _numbers(words: str) -> str:
    """Number words as figures. "two twenty-minute visits" holds two of them, "twenty-five visits" one."""
    figures_told: list[str] = []
    run: list[str] = []
    for word in re.split(r"[ -]+", words):
        joins = word == "and" or word in _TIMES or (run and (run[-1] in _TIMES or run[-1] == "and"))
        if run and not joins and not (run[-1] in _TENS and 0 < _UNITS.get(word, 0) < 10):
            figures_told.append(str(number_of(" ".join(run))))
            run = []
        run.append(word)
    return " ".join([*figures_told, str(number_of(" ".join(run)))])


def _spanish(match: re.Match[str]) -> str:
    first = _SPANISH[match.group(1)]
    second = _SPANISH.get(match.group(3) or "", -1)
    if 0 < second < 10 and first >= 30:
        return str(first + second)
    return str(first) + (match.group(2) or "")


def _price(match: re.Match[str]) -> str:
    return f"${number_of(match[1])}.{number_of(match[2]):02d}"


_COUNTED_OUT = Replacements(
    (_INVERTED, r"\2-\1"),
    (_PAIR_OF, "two"),
    (_SCORE_OF, lambda m: str(20 * (_UNITS.get(m[1]) or 1))),
    (_WEEKS, r"\1 week\2"),
    (_SINGLE, "one "),
    (_PRICE_FOR, _price),
    (_SPOKEN_PRICE, lambda m: _price(m) if _PRICED.search(m.string) else m[0]),
    (_ARTICLE_DOZEN, lambda m: "6" if m.group().startswith("half") else "12"),
    (_SAID_TWICE, lambda m: m[2] if number_of(m[1]) == int(m[2]) else m[0]),
    (_NUMBER_WORDS, lambda m: _numbers(m.group(1))),
)
_SAID_ONCE = Replacements((_DOUBLED, r"\1"), (_DOUBLED_BACK, r"\1"), (_DOUBLED_AHEAD, r"\1"))


def figures(text: str) -> str:
    """Lower-case text with its number words as digits, thousands separators dropped and "two (2)" said once."""
    text = _COUNTED_OUT.sub(text)
    if len(_SPANISH_PAGE.findall(text)) >= 2:
        text = _SPANISH_WORDS.sub(_spanish, text)
    text = _SPANISH_COUNT.sub(lambda m: str(_SPANISH[m.group(1)]), text)
    return _SAID_ONCE.sub(_THOUSANDS.sub("", text))


# "The fourth day", "her twelfth birthday".
ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18,
}  # fmt: skip

"""One canonical wording for comparison and reading: clocks, days, money and durations in a single spelling each.

canonical("Mon. - Wed. 9 a.m. to noon, two (2) half-hour visits, $.30 a minute")
-> "{mon,tue,wed} [0900-1200], 2 30 minutes visits, $0.3 a minute"
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial

from monitors.language.words.dates import MONTH
from monitors.language.words.formerly import formerly
from monitors.language.words.letter_days import day_letters_named
from monitors.language.words.numbers import figures
from monitors.language.words.parts_of_day import PART_OF_DAY
from monitors.language.words.patterns import Pattern, Replacements, regex
from monitors.language.words.shares import shares
from monitors.language.words.spanish import english
from monitors.unseen import seen

_PUNCTUATION = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": " - ",
        "−": "-",
        "‑": "-",
        "\u00a0": " ",
        "•": " ",
        "·": " ",
    }
)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_WORDS = {
    "mon": "mon", "monday": "mon", "tue": "tue", "tues": "tue", "tuesday": "tue", "wed": "wed", "weds": "wed",
    "wednesday": "wed", "thu": "thu", "thur": "thu", "thurs": "thu", "thursday": "thu", "fri": "fri", "friday": "fri",
    "sat": "sat", "saturday": "sat", "sun": "sun", "sunday": "sun", "lunes": "mon", "martes": "tue",
    "miércoles": "wed", "miercoles": "wed", "jueves": "thu", "viernes": "fri", "sábado": "sat", "sabado": "sat",
    "domingo": "sun",
}  # fmt: skip
_DAY = r"(?:" + "|".join(sorted(_DAY_WORDS, key=len, reverse=True)) + r")s?"
_DAY_RANGE = Pattern(
    rf"\b(?:from |de |(?P<between>between ))?({_DAY})\b\.?,? ?(?(between)and|(?:-|\bto\b|\bthrough\b|\bthru\b|\btill\b|\buntil\b|(?<!, )\ba\b|\bal\b)) ?({_DAY})\b\.?(?! ?(?:of|next))"
)
_DAY_CHAIN = Pattern(rf"\b{_DAY}\b\.?(?: ?[-/] ?{_DAY}\b\.?){{2,}}")  # "Mon-Wed-Fri" is three days
_DAY_ONE = Pattern(rf"(?<![{{,])\b({_DAY})\b\.?(?!')")
# Words that look like days: "thus", "where you sat across the table", "out in the sun".
_NO_DAY = Pattern(
    r"\b(?:thus|(?:the|you|who|they|we|he|she|i) (?:sat|sun)|sat (?:in|at|before|across|down|by|behind|there|facing|opposite|side))$"
)
_DAY_LIST = Pattern(
    r"(\{[a-z,]+\})(?:,? and (?:now also|now|also) (?:on )?|, and (?:on )?|, or |, (?:on )?| and (?:on )?| or | & | y | / |/|\+)(?=\{)"
)
_ALL_BUT = Pattern(
    r"\{([a-z,]+)\},? (?:but(?: not)?|save(?: for| on)?|except(?:ing)?(?: for| on)?|bar|other than|apart from|with the exception of|excluding|not counting)(?: on| the)? \{([a-z,]+)\}(,? (?:and|or) (?:on )?(?=(?:[a-z]+ ){0,2}holidays?\b))?"
)
_EVERY_DAY = Pattern(
    r"\b(?:(?:every|each|any) (?:day|evening|afternoon|morning|night)(?: of the week)?|cualquier (?:día|tarde|mañana|noche)|nightly|daily|all week(?: long)?|each day(?: of the week)?|all days(?= (?:but|except\w*|save|other than)\b)|all 7 days(?: (?:a|per|each) week)?|^7 days(?=,? (?:\d|@|\[|from ))|(?:(?<=open )|(?<=held )|(?<=visits ))7 days\b(?! (?:after|before|from|of|to|ahead|in advance|out|prior|later|notice|earlier|past))|7 days (?:a|per|each|of the) week|todos los días)\b"
)
_WEEKENDS = Pattern(
    r"\b(?:weekends|(?:every|each|the|on) weekend(?! (?:visit|visitation|hours))|fin(?:es)? de semana|both weekend days)\b"
)
_WEEKDAYS = Pattern(
    r"(?<![\d)] )\b(?:weekdays|weeknights|(?:every|each) (?:weekday|weeknight|workday)|business days|working days)\b(?! (?:before|ahead|in advance|prior|notice))"
)

_MERIDIEM = r"(?:a\.? ?m\b\.?|p\.? ?m\b\.?)"
_TIME = rf"(?:(?:12 )?noon|(?:12 )?midnight|(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?: ?{_MERIDIEM})?(?: o'clock)?|(?:[01]\d|2[0-4])[0-5]\d(?: ?(?:hrs|hours|h)\b)?|mediodía)"
# What a clock begins with is looked for first: without it the engine tries the whole pattern at every letter.
_CLOCK_RANGE = Pattern(
    rf"(?=\d|from |between |de |noon|m[ei]d)(?<![\d$.:/-])(?:from |between |de )?({_TIME}) ?(?:-|\bto\b|\bthrough\b|\buntil\b|\btill\b|\band\b|\ba\b|\bhasta\b) ?({_TIME})(?![\d%/]|[.:]\d|-\d)"
)
_CLOCK_ONE = Pattern(
    rf"(?=\d|noon|mid)(?<![\d$.:])((?:[01]?\d|2[0-4])(?:[:.][0-5]\d)? ?{_MERIDIEM}|(?:[01]?\d|2[0-4]):[0-5]\d|\b(?:12 )?noon\b|\b(?:12 )?midnight\b|\b\d{{1,2}} o'clock|(?<=(?:to|at|by) )(?:[01]\d|2[0-3])[0-5]\d hours\b|(?<=(?:past|than) )(?:[01]\d|2[0-3])[0-5]\d hours\b)"
)
_NOT_CLOCK_AFTER = regex(
    r" ?-? ?(?:minutes?|mins?\b|hours?\b(?! (?:on|each|every))|(?:banking |business |working |calendar )?days?|weeks?|months?|years?|visits?|adults?|people|persons?|"
    r"children|times|names|per\b|percent|%|visitors?|dollars|cents|inches|feet|to \d+ (?:vote|margin)|vote|votes|of age|lb|pages?)"
)

_VOTE = Pattern(
    r"\b(?:vot\w+(?: (?:it|them|that))?(?: (?:down|against|for))?|reject\w*|approv\w+|adopt\w+|on consent|pass\w*|fail\w*|carried|defeated|denied|decided|ruled|split),? ?(?:by |of |was |on )?(?:a )?$"
)

_EVENING = regex(r"\b(?:evenings?|nights?)\b[^.;\d]{0,25}$")  # "{wed} evening from seven to nine"
_AND = regex(r"\d(?: ?[ap]\.? ?m\.?| ?noon)? and ")
_BETWEEN = regex(r"\b(?:between|betwixt|from|hours?|entre|de|las)\b[^;,]*$")
_SO_NEAR = 40
# "The number of visitors has been reduced from three to two."
_NEAR = 120
_COUNTED = Pattern(
    r"\b(?:numbers?|limits?|maximum|minimum|age|visitors?|visits|list)\b(?![^.;]*\bhours\b)[^.;]*\b(?:reduced|cut|raised|increased|lowered|decreased|dropped|gone (?:up|down)|went(?: up| down)?|changed|limited|expanded) (?:from )?$"
)

_NUMBERED = Pattern(
    rf"\b(?:{MONTH}|cells?|beds?|blocks?|dorms?|tanks?|houses?|floors?|levels?|windows?|booths?|rooms?|seats?|stools?|pages?|pods?|units?|sections?|gates?|rows?|grades?|ages?|aged|numbers?|items?|rules?|chapters?|tables?|lines?|channels?|route|lots?|(?:groups?|parties|classes|teams) of) $"
)
_SECTION = Pattern(r"^$|\b(?:sections?|sec\.|rules?|chapters?|articles?|paragraphs?|no\.) ?$|§ ?$")
_ROUND_CLOCK = Pattern(
    r"\b(?:around|round) the clock\b|\bat (?:any|all) hours?(?:, day (?:or|and) night)?\b|\b24 hours (?:a|per|each) day\b|\b24/7\b|\bday (?:or|and) night\b"
)

_MONEY = (
    (Pattern(r"\$ ?(\d+(?:\.\d+)?|\.\d+)(?: ?usd)?\b"), 1.0),
    (Pattern(r"\b(?:usd|us\$) ?(\d+(?:\.\d+)?)\b"), 1.0),
    (Pattern(r"\b(\d+(?:\.\d+)?|\.\d+)(?: ?|-(?=dollar\b))(?:usd\b|dollars?\b|dólares\b|dolares\b|bucks\b)"), 1.0),
    (Pattern(r"(?<![\w.])(\d+(?:\.\d+)?)(?: ?|-(?=cent\b))(?:¢|c\b|cents?\b|centavos\b|ct\b|cts\b)"), 0.01),
)
# "from 21 to 28 cents": both are cents.
_CENTS_TOO = Pattern(r"(?<![\w.$])(\d+(?:\.\d+)?) ((?:up |down )?(?:to|and|or|-) )(?=\d+(?:\.\d+)? ?(?:¢|cents?\b))")
_FROM_CENTS = Pattern(  # "from 30 cents a minute to 21"
    r"(\bfrom \$0\.\d+(?: [a-z]+){0,3} to )(\d{1,2})\b(?! ?(?:minutes|hours|days|a\.m|p\.m|%|:|people|visits|times|\$|cents))"
)
_LEADERS = Pattern(r" ?\.{3,} ?")  # the dots between a price list's words and figures
_MONEY_TWICE = Pattern(r"\$\d+(?:\.\d+)?(?: \d+)? \((\$\d+(?:\.\d+)?)\)")  # "nine dollars ninety ($9.90)"
_FROM_TO = Pattern(  # "from six dollars to nine"
    r"(\bfrom \$\d+(?:\.\d+)?(?: [a-z]+){0,3} to )(\d+(?:\.\d+)?)\b(?! ?(?:minutes|hours|days|a\.m|p\.m|%|:|people|visits|times))"
)
_DOLLARS_CENTS = Pattern(r"\$(\d+) and \$0\.(\d+)")
_DOLLARS_AND_HALF = Pattern(r"\$(\d+) and (?:a|1) half\b|\$(\d+) and 1/2(?!\d)")  # "two dollars and a half"
_DOLLARS_FIFTY = Pattern(  # "seven dollars fifty for the half hour"
    r"\$(\d+) ([1-9]\d)(?= (?:for|per|an?|each|every|the|in all|to|from|instead|now|and|when|if|where|apiece)\b| ?[.,;:()]| ?$)"
)
# Coins, and halves told behind the number: "two and a half dollars".
_COINS = (
    (Pattern(r"\b(?:a|1) nickel\b"), "$0.05"),
    (Pattern(r"\b(?:a|1) dime\b"), "$0.1"),
    (Pattern(r"\b(?:a|1) quarter(?= (?:for |per |each |every |a |the )+minute\b)"), "$0.25"),
    (Pattern(r"\b([246]) bits\b"), lambda m: f"${int(m[1]) / 8:g}"),
    (
        Pattern(r"\b(\d+) and (?:a|1) half(?= (?!hours?\b|minutes\b|an?\b|of\b|to\b|past\b|visit\b|session\b)[a-z])"),
        r"\1.5",
    ),
)
_A_DOLLAR = Pattern(r"\b(?:a|one|1) (?:dollar|buck)\b")
_PERCENT = Pattern(r"(\d+(?:\.\d+)?) ?(?:percent\b|per cent\b|per centum\b|por ciento\b|pct\b)(?: ?\(\d+%\))?")
_PERCENT_TWICE = Pattern(r"(\d+(?:\.\d+)?%) ?\(\1\)")

# A figure in canonical wording: days, hours from and to, a clock, a price, a share or a bare number.
FIGURE = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}|\$?\d+(?:\.\d+)?%?")


def _hour_and(match: re.Match[str]) -> str:
    return f"{60 + int(match.group(1))} minutes"


def _hours_and_half(match: re.Match[str]) -> str:
    hours = int(match.group(1) or match.group(2))
    return "90 minutes" if hours == 1 else f"{hours}.5 hours"


_HALVES = Pattern(r"\b(?:\d+ and )?(?:a|1)[- ]half \((\d*\.5)\)")  # "one and one-half (1.5)"

_DURATIONS = Replacements(
    (Pattern(r"\b1 ?hrs?\b\.?"), "1 hour"),
    (Pattern(r"\b(\d\d?) ?hrs?\b\.?"), r"\1 hours"),
    (Pattern(r"\b(?:an|1) (?:hours?|hour) and (?:a quarter|1/4)\b|\b1 and a quarter hours\b"), "75 minutes"),
    (Pattern(r"\b(?:an|1) hours? and 3[- ]quarters\b"), "105 minutes"),
    (Pattern(r"\b(?:an|1) hours?(?: and)? ([1-5]?\d)(?: |-)?(?:minutes?|mins?\b\.?)"), _hour_and),
    (Pattern(r"\b(\d+) hours and (?:a|1)[- ]half\b|\b(\d+) and 1-half hours\b"), _hours_and_half),
    (Pattern(r"\b(\d\d?) (?:working|business|work) weeks?\b"), lambda found: f"{5 * int(found[1])} business days"),
    (Pattern(r"\bevery (?:three months|quarter)\b(?! (?:past|to|after|before|hour|of))"), "every 3 months"),
    (Pattern(r"\b(?:a|1) day and (?:a|1)[- ]half\b"), "36 hours"),
    (Pattern(r"\b12 months\b"), "1 year"),
    (Pattern(r"\b2[- ]thirds of an hour\b"), "40 minutes"),
    (Pattern(r"\b(?:a|1)[- ]third of an hour\b"), "20 minutes"),
    (Pattern(r"\b(?:1 )?hour and a half\b|\b(?:an|1) hour and (?:a half|30 minutes)\b|\b1 1/2 hours?\b|\b1 and a half hours\b|\b1 and 1/2 hours\b|\b1\.5 hours\b|\bhora y media\b"), "90 minutes"),
    (Pattern(r"\b(?:3[- ]quarters|3/4) of an hour\b|\b3[- ]quarter(?:s)?[- ]hour\b"), "45 minutes"),
    (Pattern(r"\b(?:an? |1[- ])?(?:half[- ]an[- ]hour|half[- ]hour|1/2[- ]hour|half of an hour|media hora)\b"), "30 minutes"),
    (Pattern(r"\bhalf-hours\b|(?<![\d/] )(?<![\d/])1/2[- ]hours?\b"), "30 minutes"),
    (Pattern(r"\b(?:a |1 )?(?:quarter[- ](?:of an )?hour|cuarto de hora)\b"), "15 minutes"),
    (Pattern(r"\b(\d+)(?: 1/2| and (?:a|1) half| and 1/2) hours\b"), r"\1.5 hours"),
    (Pattern(r"\b(?:an|1|one)[- ]hour(?:-long)?\b|\bhour-long\b|\buna hora\b|\b1 hora\b|\b(?:a )?full hour\b"), "60 minutes"),
    (Pattern(r"\b(\d+)[- ]?(?:minutes?|mins?\b\.?|minutos?)(?:[- ]long\b)?"), r"\1 minutes"),
    (Pattern(r"\b(\d+)-(hours?|days?|weeks?|months?|years?)(?:-long)?\b"), r"\1 \2"),
    (Pattern(r"\b(?:once|1 times?) (?:(?:a|per|each|every) fortnight|in every 2 weeks)\b"), "1 time every 2 weeks"),
    (Pattern(r"(?<!once )(?<!twice )(?<!times )(?<!visit )(?<!visits )(?<!sessions )\ba fortnight\b|\bfortnight\b"), "14 days"),
    (Pattern(r"\bhalf (?:a|1) year\b"), "6 months"),
    (Pattern(r"\b(?:a|1) year and (?:a|1) half\b"), "18 months"),
)  # fmt: skip


def _minutes(text: str) -> tuple[int, str]:
    """(minutes of the day, meridiem "a"|"p"|"") of one clock expression."""
    if "noon" in text or "mediod" in text:
        return 720, "p"
    if "midnight" in text:
        return 1440, "p"
    digits = re.findall(r"\d+", text)
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if hour >= 100:
        hour, minute = divmod(hour, 100)
    meridiem = "a" if re.search(r"a\.? ?m", text) else "p" if re.search(r"p\.? ?m", text) else ""
    if meridiem == "p" and hour < 12:
        hour += 12
    if meridiem == "a" and hour == 12:
        hour = 0
    return hour * 60 + minute, meridiem or ("24" if hour > 12 or len(digits[0]) == 4 else "")


def _range(match: re.Match[str]) -> str:
    left, right = match.group(1), match.group(2)
    if (
        _NOT_CLOCK_AFTER.match(match.string, match.end())
        or _VOTE.search(match.string[: match.start()])
        or re.search(
            r"\b(?:eff|effective|dated?|rev|revised|ver|version|updated|printed|aged?|ages|niños|edades|menores|los) ?\.?(?: de)? $",
            match.string[: match.start()],
        )
        or (left.isdecimal() and _NUMBERED.search(match.string[: match.start()]))
    ):
        return match.group()
    bare = all(re.fullmatch(r"\d+", x) for x in (left, right))
    numbered = left.isdecimal() and len(left) < 3 and re.fullmatch(r"\d\d?\.?\d\d", right) and int(right[-2:]) % 15
    if numbered and _SECTION.search(match.string[: match.start()]):
        return match.group()  # "4-1201. No person ...", "4-12.01 An inmate ..." are sections of a code
    if (
        bare
        and match.group().startswith("from")
        and _COUNTED.search(match.string[max(0, match.start() - _NEAR) : match.start()])
    ):
        return match.group()
    if bare and len(left) > 2 and int(left) % 100 > 59:
        return match.group()
    if _AND.search(match.group()) and not _BETWEEN.search(
        match.string[max(0, match.start(1) - _SO_NEAR) : match.start(1)]
    ):
        return match.group()  # "at 9 a.m. and 11 a.m." are two beginnings
    (start, first), (end, second) = _minutes(left), _minutes(right)
    if not first and not second and re.search(r"\band ?$", match.string[: match.end(1) + 5]) is not None:
        return match.group()
    # "9 to 3" runs into the afternoon; "1-4 p.m." takes its meridiem from the right.
    if not first and second == "p" and start < 720 <= end and start + 720 < end:
        start += 720
    if not second and end <= start:
        end += 720
    if not first and not second and start < 7 * 60 and end <= 12 * 60 and end > start:
        start, end = start + 720, end + 720
    if not first and not second and start < end <= 720 and _EVENING.search(match.string[: match.start()]):
        start, end = start + 720, end + 720
    if not 0 <= start < end <= 1440:
        return match.group()
    return f"[{start // 60:02d}{start % 60:02d}-{end // 60:02d}{end % 60:02d}]"


def _one_clock(match: re.Match[str]) -> str:
    minutes, _ = _minutes(match.group(1))
    return f"@{minutes // 60:02d}{minutes % 60:02d}"


def _day_name(word: str) -> str:
    return _DAY_WORDS.get(word) or _DAY_WORDS.get(word.rstrip("s"), "")


def _day_range(match: re.Match[str]) -> str:
    first, last = (DAYS.index(_day_name(match.group(i))) for i in (2, 3))  # behind "between"
    count = (last - first) % 7 + 1
    return "{" + ",".join(DAYS[(first + i) % 7] for i in range(count)) + "}"


def _one_day(match: re.Match[str]) -> str:
    around = match.string[max(0, match.start() - 6) : match.end()]
    follows = match.string[match.end() : match.end() + 12].split(" ")[1:2]
    if _NO_DAY.search(around) or _NO_DAY.search(" ".join([around, *follows])):
        return match.group()
    return "{" + _day_name(match.group(1)) + "}"


def _dollars(match: re.Match[str], factor: float) -> str:
    return f"${round(float(match.group(1)) * factor, 4):g}"


# "Every day, Sunday excepted", "Sunday is the only day without visiting."
_EXCEPTED = Pattern(r"\{([a-z,]+)\},? (\{[a-z,]+\}) excepted\b")
_NOT_EXCEPTED = Pattern(r"(\{[a-z,]+\}),? (?:\{[a-z,]+\} not excepted|not excepting \{[a-z,]+\})")
_ONLY_DAY_WITHOUT = Pattern(r"^\{([a-z]{3})\} is the only day (?:without|with no) visit(?:s|ing|ation|ors)\b")


def _without(match: re.Match[str]) -> str:
    return "visiting {" + ",".join(day for day in DAYS if day != match.group(1)) + "}"


# "second Saturday and fourth Saturday": as "second and fourth Saturday"
_NTH = r"(?:first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))"
_BOTH_NTH = Pattern(rf"\b({_NTH}) (\{{[a-z]+\}})(,? and (?:the )?{_NTH}) \2")


def _days(text: str) -> str:
    text = _DAY_LIST.sub(lambda m: m.group(1), _DAY_NAMES.sub(text)).replace("}{", ",")
    text = _BOTH_NTH.sub(r"\1\3 \2", text)
    text = _EXCEPTED.sub(r"{\1} except \2", _NOT_EXCEPTED.sub(r"\1", text))
    return _ALL_BUT.sub(_all_but, _ONLY_DAY_WITHOUT.sub(_without, text))


def _all_but(match: re.Match[str]) -> str:
    every, refused = (match.group(i).split(",") for i in (1, 2))
    kept = [day for day in every if day not in refused]
    more = " except " if match.group(3) else ""  # "... and county holidays" are left out, too
    return "{" + ",".join(kept) + "}" + more if kept and len(every) >= 5 else match.group()


_DAY_NAMES = Replacements(
    (_EVERY_DAY, "{mon,tue,wed,thu,fri,sat,sun}"),
    (_WEEKENDS, "{sat,sun}"),
    (_WEEKDAYS, "{mon,tue,wed,thu,fri}"),
    (_DAY_CHAIN, lambda m: re.sub(r" ?- ?", ", ", m.group())),
    (_DAY_RANGE, _day_range),
    (_DAY_ONE, _one_day),
)
_COINS_AND_CENTS = Replacements(*_COINS, (_A_DOLLAR, "$1"), (_CENTS_TOO, r"\1 cents \2"))
_DOLLARS = Replacements(
    *((pattern, partial(_dollars, factor=factor)) for pattern, factor in _MONEY),
    (_DOLLARS_AND_HALF, lambda m: f"${m.group(1) or m.group(2)}.5"),
    (_DOLLARS_FIFTY, lambda m: f"${float(f'{m.group(1)}.{m.group(2)}'):g}"),
    (_DOLLARS_CENTS, lambda m: f"${m.group(1)}.{m.group(2)}"),
    (_MONEY_TWICE, r"\1"),
    (_FROM_CENTS, lambda m: f"{m.group(1)}${int(m.group(2)) / 100:g}"),
    (_FROM_TO, r"\1$\2"),
)
_CLOCKS = Replacements((_CLOCK_RANGE, _range), (_CLOCK_ONE, _one_clock))


def _mended(text: str) -> str:
    """Text whose UTF-8 was once read as Windows-1252 ("Itâ€™s"), read right, without soft hyphens and their like."""
    if "â€" not in text and "Ã" not in text and "Â" not in text:
        return seen(text)
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


# What scanning makes of "30" and "4 p.m."; damaged words are matched by their shape (align.py).
_SCANNED = Replacements(
    (Pattern(r"(?<=\d)o(?=[\s).,:%]|$)(?! de )"), "0"),  # "1º de enero" is a date
    (Pattern(r"(?<=\d )([ap])\.? ?rn\b"), r"\1.m"),
    (Pattern(r"\b(sun|mon|tues|wednes|thurs|fri|satur)dav(s?)\b"), r"\1day\2"),
)
_SPACES = regex(r"\s+")


_VULGAR = Pattern(r"(\d)([¼½¾⅓⅔])")  # "1½" would become "11/2"


# "The first visit each week is free" counts one, as "the first two visits" count two.
_FIRST_ONE = regex(
    r"\bthe first (?=(?:(?:video|remote|home|at-home|online|on-?site|lobby|regular) ){0,2}(?:visit|session)\b[^.;]{0,40}\bfree\b)"
)


_NAMED_DAYS = regex(r"\{([a-z,]+)\}")
_OF_DAYS = {
    day: f"{name}day" for day, name in zip(DAYS, ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"), strict=True)
}


def days_in_words(plain: str) -> str:
    """Canonical wording with its weekdays as people write them: "on {sat,sun}" is "on Saturday, Sunday"."""

    def named(hit: re.Match[str]) -> str:
        days = hit[1].split(",")
        return "every day" if len(days) == len(DAYS) else ", ".join(_OF_DAYS.get(day, day) for day in days)

    return _NAMED_DAYS.sub(named, plain)


@lru_cache(maxsize=8192)
def canonical(text: str) -> str:
    """The canonical wording of a piece of text, lower case, one space between words. Idempotent enough to compare."""
    text = (
        unicodedata.normalize("NFKC", _VULGAR.sub(r"\1 \2", day_letters_named(_mended(text))))
        .translate(_PUNCTUATION)
        .lower()
        .replace("\u2044", "/")
    )
    text = _SPACES.sub(" ", _LEADERS.sub(": ", _SCANNED.sub(text))).strip()
    text = _FIRST_ONE.sub("the first 1 ", _HALVES.sub(r"\1", figures(english(text))))
    text = _PERCENT_TWICE.sub(r"\1", _PERCENT.sub(r"\1%", shares(_DURATIONS.sub(text))))
    text = PART_OF_DAY.sub(_DOLLARS.sub(_COINS_AND_CENTS.sub(text)))
    text = _ROUND_CLOCK.sub("[0000-2400]", _CLOCKS.sub(_days(text)))
    return _SPACES.sub(" ", formerly(text))

"""Lines that pages carry beside what they say: weather, advertising, breadcrumbs, the visitor's account, labels of
buttons, the languages one may choose.

Each kind is told by its own form, whole line by whole line, so that no sentence of a rule can be taken for one; whoever
asks has seen to it before that the line does not speak of visits.
"""

from __future__ import annotations

import re

from monitors.furniture import DATE
from monitors.records import Segment, SegmentKind
from monitors.segments import ROW_MARK, key

LONGEST = 160

_SKY = (
    r"clear|sunny|fair|cloud\w*|overcast|rain\w*|showers?|drizzle|snow\w*|sleet|hail|fog\w*|mist\w*|haz[ey]|wind\w*"
    r"|breez\w*|thunder\w*|storms?|light|heavy|mostly|partly|scattered|isolated|chance|of|and|currently|now|today|weather"
    r"|feels like"
)
_WEATHER = re.compile(rf"((?:(?:{_SKY})[ ,:|-]*)*)-?\d{{1,3}} ?(°?) ?[fc]((?:[ ,|-]*(?:{_SKY})[ ,:|-]*)*)")
_KINDS = re.compile(
    r"(?:sponsored|advertisement|advertising|promoted|paid content|ad)\s*:"
    r"(?!.*\b(?:none|daily|weekly|hours?|days?|minutes?)\b).*"
    r"|(?:home|start|front page)(?: ?[>/»›|→] ?[^>/»›|→]{1,50}){1,8}"
    r"|(?!.*\b(?:only|all|no|not|never|must|closed|open)\b)(?:[a-z&'-]+ ){0,3}[a-z&'-]+ ?/"
    r"|(?:sign|log) ?(?:in|out|off|on)|my account|create (?:an )?account|my (?:profile|dashboard)"
    r"|(?:see|view|show|read|learn) (?:more|less|all|(?:more |all |the )?details)|(?:expand|collapse) all"
    r"|back to (?:the )?top|(?:skip|jump) to (?:the )?(?:main )?content|(?:print|share) (?:this )?page"
)
# As their own speakers write them, for that is how a page offers itself in another language.
_NAMES = """
    afrikaans azərbaycanca bahasa bosanski brezhoneg català cebuano čeština cymraeg dansk deutsch diné eesti
    español esperanto euskara filipino français frysk føroyska gaeilge gàidhlig galego hausa hmong hmoob hrvatski
    igbo ilokano isixhosa isizulu íslenska italiano kiswahili kreyòl kurdî latviešu lëtzebuergesch lietuvių magyar
    malti melayu māori nederlands norsk oromoo oʻzbek polski português română sámi shqip slovenčina slovenščina
    soomaali suomi svenska tagalog tiếng türkçe wolof yorùbá ελληνικά беларуская български қазақ кыргызча
    македонски монгол русский српски тоҷикӣ українська հայերեն ქართული עברית ייִדיש اردو العربية فارسی پښتو کوردی
    አማርኛ ትግርኛ नेपाली मराठी हिन्दी বাংলা ਪੰਜਾਬੀ ગુજરાતી ଓଡ଼ିଆ தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ไทย ລາວ မြန်မာ ខ្មែរ
    中文 简体中文 繁體中文 繁体中文 日本語 한국어
"""
_LANGUAGES = frozenset(_NAMES.split())
# What may stand after it: the rest of its name, its country or script.
_LANGUAGE = re.compile(
    r"(?P<name>[^\s(,/-]+)(?: (?:indonesia|melayu|ayisyen|afaan|việt|bokmål|nynorsk|тілі|bizaad))?"
    r"(?: \((?!(?:[^()]* )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b)[^()\d]{2,40}\))?"
)
_STAMPED = r"(?:(?:last )?(?:posted|published|updated|edited|modified|refreshed|reviewed|saved|printed)|print date)"
_SPAN = r"(?:a|an|one|two|three|\d{1,3}) (?:second|minute|hour|day|week|month|year)s?"
_CLOCK = r"\d{1,2}(?::\d\d){1,2}(?: ?[ap]\.?m\.?)?"
_WEEKDAY = r"(?:sun|mon|tues|wednes|thurs|fri|satur)day"
_MONTH_YEAR = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?) \d{4}"
)
_AUTHOR = r"(?: by (?!.*\b(?:visit|no|not|clos|suspen|cancel))(?:[a-z.'’-]+ ){0,2}[a-z.'’-]+)?"
# What a page says of its own age, length and author. Not "effective" and "revised": those date the rules.
_ONE_STAMP = (
    rf"(?:(?:this )?(?:page|article|post) )?(?:(?:was |is )?{_STAMPED}:? ?)?"
    rf"(?:(?:over|about|almost|nearly) )?{_SPAN} ago"
    rf"|(?:(?:this )?(?:page|article|post) )?{_STAMPED} (?:today|yesterday|just now)|just now"
    rf"|(?:page|article|post) {_STAMPED}"
    rf"|(?:date )?{_STAMPED}(?: on)?(?::| \|)? (?:{DATE}|{_MONTH_YEAR})(?:,? (?:at )?{_CLOCK})?{_AUTHOR}\.?"
    rf"|(?:(?:this )?(?:page|article|post) )?(?:was |is )?last (?:updated|edited|modified|refreshed|saved)"
    rf"(?: on| at)?:? {DATE}(?:,? (?:at )?{_CLOCK})?(?: by [^.;:]{{2,40}})?\.?"
    rf"|(?:welcome[,.!]? )?"
    rf"(?:today is|today['’]?s date(?: is)?:?|current date:?|it is now)"
    rf" (?:{_WEEKDAY}|{DATE})(?:,? (?:at )?{_CLOCK})?[.!]?"
    r"|(?:\d{1,2}|an?) min(?:ute)?s? read|(?:estimated )?reading time:? \d{1,2} min(?:ute)?s?"
    r"|high:? -?\d{1,3} ?° ?[fc]?,? low:? -?\d{1,3} ?° ?[fc]?"
)
# Several in one line, and what was counted beside them.
_STAMPS = re.compile(rf"(?:{_ONE_STAMP})(?:[ |·•,]+(?:{_ONE_STAMP}|[\d,]+ (?:views?|reads?|shares?|comments?)))*")
_BYLINE = re.compile(r"Written by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}")
_PLACE_AND_DEGREES = re.compile(
    r"(?!.*\b(?:fever|temperature|over|under|above|below|limit)\b)[a-z][a-z .'-]{1,30} -?\d{1,3} ?° ?[fc]"
)
_NUMBER_IN_CRUMBS = re.compile(r"[>/»›|→].*\d")


def is_boilerplate(text: str) -> bool:
    """Whether a whole line is the weather, an advertisement that says so, a trail of breadcrumbs, the visitor's
    account, a button's label or a language to choose. Text in any case."""
    line = text.strip().lower()
    if not 0 < len(line) <= LONGEST:
        return False
    weather = _WEATHER.fullmatch(line)
    if weather is not None:  # "5 C" alone may be a housing unit
        return any(weather.groups())
    if _PLACE_AND_DEGREES.fullmatch(line):
        return True
    language = _LANGUAGE.fullmatch(line)
    if language is not None and language["name"] in _LANGUAGES:
        return True
    return _KINDS.fullmatch(line) is not None and not _NUMBER_IN_CRUMBS.search(line)


def is_stamp(text: str) -> bool:
    """Whether a whole line is the page's age, the time it takes to read, its author or the day's temperatures: no word
    of it can be a rule, whatever heading it stands under."""
    line = text.strip()
    if not 0 < len(line) <= LONGEST:
        return False
    return _STAMPS.fullmatch(line.lower()) is not None or _BYLINE.fullmatch(line) is not None


def same_but_for_stamps(before: str, after: str) -> bool:
    """Whether two rows differ in cells alone that are stamps, as heads of printed pages do."""
    old, new = before.split(ROW_MARK), after.split(ROW_MARK)
    if len(old) != len(new):
        return False
    differ = [(one, other) for one, other in zip(old, new, strict=True) if key(one) != key(other)]
    return bool(differ) and all(is_stamp(one) and is_stamp(other) for one, other in differ)


_PARTS = re.compile(r"\s*[>/»›|→]\s*")
_TRAIL = re.compile(
    r"(?:you are here:? *)?(?:home|start|front page)\b[^>/»›|→]{0,30}[>/»›|→]|you are here:?", re.IGNORECASE
)
_SITE = re.compile(r"\s(?:[|–—-]|::)\s(?!.*\s(?:[|–—-]|::)\s)")


def crumbs(text: str) -> tuple[str, ...]:
    """The parts of a trail of breadcrumbs that begins at the front page; () for any other line."""
    line = text.strip()
    if len(line) > LONGEST or _TRAIL.match(line) is None:
        return ()
    return tuple(part for part in _PARTS.split(line) if part)


def is_same_title(before: Segment, after: Segment) -> bool:
    """Whether two titles differ in the name of the site behind the last bar alone."""
    if before.kind is not SegmentKind.TITLE or after.kind is not SegmentKind.TITLE:
        return False
    old, new = _SITE.split(before.text), _SITE.split(after.text)
    return len(old) == len(new) == 2 and key(old[0]) == key(new[0]) and not _SAYS.search(f"{old[1]} {new[1]}")


_SAYS = re.compile(r"\b(?:clos|cancel|suspen|visit|resum|reopen|no\b|end)", re.IGNORECASE)
_ACCOUNT = (
    "(?:(?:Sign|Log) ?(?:[Ii]n|[Oo]ut|[Oo]ff|[Oo]n)|Create (?:[Aa]n )?[Aa]ccount"
    "|My (?:[Aa]ccount|[Pp]rofile|[Dd]ashboard))"
)
# Parted from the rest by a mark or a year: "All guests must sign in" is a rule.
_BESIDE_ACCOUNT = re.compile(
    rf"(?:(?<=\b1[6-9]\d\d)\s+|(?<=\b20\d\d)\s+|\s*[|·•]\s*){_ACCOUNT}$|^{_ACCOUNT}\s*[|·•]\s*"
)


def same_but_for_account(before: str, after: str) -> bool:
    """Whether two lines differ in the visitor's account alone, which stands at their beginning or end as a label of its
    own: "Monday, March 2 Sign In" and "Monday, March 2 My Account"."""
    if max(len(before), len(after)) > LONGEST:
        return False
    old, new = _without_account(before), _without_account(after)
    return (old, new) != (before, after) and key(old) == key(new)


def _without_account(line: str) -> str:
    return _BESIDE_ACCOUNT.sub("", line)

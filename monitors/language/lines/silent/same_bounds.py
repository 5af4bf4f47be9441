"""Lines that bound a thing in the negative and lines that bound it in the positive, to the same effect (R2).

"Children may not visit unless an adult comes with them." and "Children may visit if an adult comes with them.", "Nobody
except counsel may visit." and "Only counsel may visit.", "not without an appointment" and "An appointment is needed";
"may not exceed an hour" and "an hour at most", "need not be booked" and "It is not necessary to book". By their words the
one forbids and the other allows, so each looks like the turning of the other.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE

_MARK = regex(
    r"\b(?:unless|without|(?:no one|nobody) but|except|other than|only|if|when|need\w*|requir\w+|necessary|as long as|fail|until|once|as soon as|after|with an? (?:adult|parent|guardian|grown-?up))\b"
)
_MODAL = (
    r"(?:may|can|could|must|shall|will|is|are|be|get|gets|do|does|to be|allowed|permitted|admitted|let in|held|offered)"
)
_NONE = r"(?:nobody|no one|none|no (?:person|persons|visitors?|one))"
_BUT = r"(?:unless|without|except(?: (?:with|when|if|on|by|for))?|other than(?: on)?|but(?: with| on)?)"
_IF = r"(?:if|when|where|as long as|so long as|provided(?: that)?|with|by|on|after|in|for)"
_NOT = r"(?:may not|cannot|can't|can not|must not|shall not|will not|won't|is not|isn't|are not|aren't|do not|does not|not)"
# Each way to say it: what is bounded, `rest` and `act`, and by what, `bound`.
_WAYS = tuple(
    regex(f"^{way}[ .]*$")
    for way in (
        rf"{_NONE} {_BUT} (?P<bound>.+?) (?={_MODAL}\b)(?P<rest>.+)",
        rf"only (?P<bound>.+?) (?={_MODAL}\b)(?P<rest>.+)",
        rf"{_NONE} (?P<rest>.+?),? {_BUT} (?P<bound>.+)",
        rf"(?P<rest>.+?) {_NOT} (?P<act>.+?),? {_BUT} (?P<bound>.+)",
        rf"(?P<rest>.+?) (?={_MODAL}\b)(?P<act>.+?),? only (?:{_IF} )?(?P<bound>.+)",
        rf"(?P<rest>.+?) {_NOT} (?P<act>.+?),? until (?P<bound>.+)",
        rf"(?P<rest>.+?) (?={_MODAL}\b)(?P<act>.+?),? (?:once|as soon as|after) (?P<bound>.+)",
        r"(?P<rest>.+?) (?:must )?(?:comes?|enters?|visits?)(?: in| along)? with (?P<bound>an? (?:adult|parent|guardian|grown-?up).*)",
        rf"(?P<rest>.+?) (?={_MODAL}\b)(?P<act>.+?) (?:on|by|with|for|in) (?P<bound>[^,]+) only",
        r"(?P<rest>.+?) (?:who|that) (?:fail to|do not|don't) (?:bring|show|have) (?P<bound>.+?)"
        r" (?:will not|may not|cannot|are not|won't) (?P<act>.+)",
        r"(?P<rest>.+?) (?:need|must have|require) (?P<bound>.+?) (?:to|for) (?P<act>.+)",
        r"(?P<bound>.+?) (?:is|are) (?:needed|required|necessary) (?:to|for) (?P<rest>.+)",
        r"(?P<rest>.+?) (?P<act>(?:may|can) .+?),? (?:if|when|as long as|so long as|provided(?: that)?"
        r"|with(?= (?:[\w'-]+ ){0,4}(?:approval|permission|consent|appointment|pass|leave)\b)) (?P<bound>.+)",
    )
)
_DENIES = regex(r"\b(?:not?|never|nor|neither|cannot|nobody|none|without|unless|except|only|longer|\w+n't|less)\b")
# Words that only hang the one on the other: who comes along is the same, whether he is "present" or "accompanies".
_HANGING = regex(
    r"\b(?:may|can|could|must|shall|will|is|are|be|been|get|gets|do|does|allowed|permitted|admitted|let in|able|enter"
    r"|available|held|offered|they|them|their|he|she|his|her|it|you|your|come|comes|there|then|also"
    # a person is called otherwise where words were put person-first, and no rule is another for it
    r"|(?:inmate|prisoner|detainee|offender|resident|individual|person)s?|people|by"
    r"|accompanied|accompanies|present|along|have|has|had|bring|show|having|at all|days?|time|times)\b"
)
_APPROVES = regex(r"\bapprov\w+")
# A most, and a duty that is none, in each of their wordings; what else a line denies leaves it unread.
_FORMS = (
    (
        regex(
            r"\b(?:(?:may|can|must|shall|will|should|can)(?: not|not) (?:exceed|(?:be|last|run|have|number) (?:greater|more|longer|larger|over)(?: than)?|go over|be over)"
            r"|(?:may |can |must |shall |will )?(?:be |last |run )?(?:no|not) (?:more|longer|greater|larger) than|at (?:the )?most|up to|a maximum of)(?= )"
        ),
        " mostly ",
    ),
    (
        regex(
            r"\b(?:need not|(?:do|does) not (?:have|need) to|(?:do|does)n't (?:have|need) to|(?:it )?(?:is|are) (?:not|un)(?: ?necessary|(?: ?required| ?obliged))(?: to| for)?"
            r"|there is no need to|it is not the case that (?P<who>[\w ]+?) (?:must|have to|has to|need to))\b"
        ),
        r" noduty \g<who> ",
    ),
)
_MAY_FORM = regex(r"\b(?:not|no|need|most|up to|maximum)\b|n't\b")
_FORM = regex(r"\b(?:mostly|noduty)\b")
_LIGHT = regex(
    r"\b(?:the (?:number|length|duration) of|who|last|run|long|time|make|makes|made|a total of|one|once|may|can|is|are|be|have|at)\b"
)
# "Unless B, A", "A, except where B": what is told of A must be the same, or be over after the same time.
_EXCEPTED = tuple(
    map(
        regex,
        (
            r"^unless (?P<bound>[^,;]+), (?P<rest>[^;]+)$",
            r"^(?P<rest>[^;]+?),? (?:unless|except (?:where|if|when)) (?P<bound>[^;]+)$",
        ),
    )
)
_OVER = regex(
    r"\b(?:(?:is|are) (?:not|no longer) (?:effective|valid|in (?:force|effect)) (?:beyond|after|past|for more than|for longer than)"
    r"|(?:ends?|lapses?|expires?|is over) (?:after|in))\b"
)
# A duty that became a choice, or what may be asked and what is, are no mere wording.
_DUTY = regex(r"\b(?:shall|must)\b(?! have| not| be \w+ only)")
_OBLIGES = regex(r"\b(?:may|can|must|shall|will|should)\b")
_MAY_NEED = regex(r"\b(?:may|might|could) (?:also )?(?:be )?(?:need|requir)")
# Of more lines than these that came and went alone, none is taken for another.
_FEW = 6
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class _Bound:
    rest: frozenset[str]
    by: frozenset[str]


def same_bounds(alignment: Alignment) -> Certain:
    """Lines that stand in another form, and bound the same by the same."""
    pairs = [pair for pair in _near(alignment) if _same(*pair)]
    lines = tuple(unit for pair in pairs for unit in pair)
    return Certain((), lines, ("R2 bounded as before",) if lines else ())


def _near(alignment: Alignment) -> Iterator[tuple[Unit, Unit]]:
    yield from alignment.pairs
    if len(alignment.removed) + len(alignment.added) <= _FEW:
        yield from product(alignment.removed, alignment.added)


def _same(old: Unit, new: Unit) -> bool:
    if max(len(old.plain), len(new.plain)) > _LONGEST:
        return False
    if _said_as_yes(old.plain) == _said_as_yes(new.plain) and _figures(old) == _figures(new):
        return True
    was_form, form = _form(old.plain), _form(new.plain)
    if was_form and form and was_form[0] != form[0] and was_form[1] == form[1] and _figures(old) == _figures(new):
        return True
    if not (_MARK.search(old.plain) and _MARK.search(new.plain)) or _figures(old) != _figures(new):
        return False
    if (_DUTY.search(old.plain) is None) != (_DUTY.search(new.plain) is None) or _MAY_NEED.search(
        old.plain + new.plain
    ):
        return False
    if _same_exception(old.plain, new.plain):
        return True
    was = list(_bounds(old.plain))
    return any(way != other and said == one for way, said in _bounds(new.plain) for other, one in was)


# "Don't come if you are not on the list.", "Come if you are on the list."
_DONT = regex(
    r"^(?:please )?(?:do not|don't) (?P<act>[a-z]+)(?P<rest>[^;]*?) (?:(?P<more>more than)|(?P<without>without)|if (?P<who>[\w ]+?) (?P<be>is|are) not) (?P<bound>[^;,]+)$"
)
_DO = regex(
    r"^(?:please )?(?P<act>come|bring|visit|arrive|book|stay|call|ask|use|send|enter)(?P<rest>[^;]*?) (?:(?P<more>up to|at most)|(?P<without>with)|if (?P<who>[\w ]+?) (?P<be>is|are)) (?P<bound>[^;,]+)$"
)


def _said_as_yes(plain: str) -> tuple[object, ...]:
    """What a line tells one to do, and how far, whether it says so by "don't ... more than" or "up to"."""
    text = plain.rstrip(" .!")
    hit = _DONT.match(text) or _DO.match(text)
    if hit is None or _DENIES.search(hit["rest"]) or _DENIES.search(hit["bound"]):
        return (plain,)
    kind = "most" if hit["more"] else "with" if hit["without"] else "if"
    return hit["act"], kind, _content(hit["rest"]), _content(hit["who"] or ""), _content(hit["bound"])


def _same_exception(old: str, new: str) -> bool:
    """Whether both lines tell the same of the same, with the same exception, in whichever order and form."""
    was, now = (next((hit for way in _EXCEPTED if (hit := way.match(plain))), None) for plain in (old, new))
    if was is None or now is None or _content(was["bound"]) != _content(now["bound"]):
        return False
    if any(_DENIES.search(hit["bound"]) for hit in (was, now)):
        return False
    rests = [_OVER.sub(" is over after ", hit["rest"]) for hit in (was, now)]
    said = [(concepts(rest), _DENIES.findall(rest), _OBLIGES.findall(rest)) for rest in rests]
    return said[0] == said[1]


def _figures(unit: Unit) -> list[str]:
    return sorted(FIGURE.findall(unit.plain))


def _form(plain: str) -> tuple[str, frozenset[str]] | None:
    """In which words a line tells a most or no duty, and of what; None where it tells neither, both or denies more."""
    if not _MAY_FORM.search(plain):
        return None
    told = [hit.group() for pattern, _ in _FORMS for hit in pattern.finditer(plain)]
    if len(told) != 1:
        return None
    for pattern, word in _FORMS:
        plain = pattern.sub(word, plain)
    if len(_FORM.findall(plain)) != 1 or _DENIES.search(plain):
        return None
    return told[0], frozenset(concepts(_LIGHT.sub(" ", plain)))


def _bounds(plain: str) -> Iterator[tuple[int, _Bound]]:
    """What a line bounds, by what, and which way it says so: two of one way differ in other words, which others read. A
    word that denies anything else leaves the line unread."""
    for number, way in enumerate(_WAYS):
        found = way.match(plain)
        if found is None:
            continue
        parts = {name: part or "" for name, part in found.groupdict().items()}
        by = parts.pop("bound")
        rest = " ".join(parts.values())
        if not (_DENIES.search(rest) or _DENIES.search(by)):
            yield number, _Bound(_content(rest), _content(by))


def _content(words: str) -> frozenset[str]:
    return frozenset(concepts(_APPROVES.sub("approval", _HANGING.sub(" ", words.replace("'s", "")))))

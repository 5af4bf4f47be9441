"""Rules about rights and papers rather than numbers: duties that weaken, documents refused, mail scanned instead of given."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import Pattern, regex
from monitors.records import Fact, Severity, Topic

_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON}|visits? (?:to|by|of|with) (?:the )?(?:public|famil\w+|friends))\b")
_FORBIDDEN = regex(
    r"\b(?:(?:required|obliged|bound|obligated|ordered) not to|(?:shall|must|may|will) not|is (?:forbidden|prohibited|barred)|refrain\w* from)\b"
)
_EXCUSED = regex(
    r"\b(?:not (?:be )?(?:required|obliged|bound|obligated|compelled)|need not|no (?:duty|obligation|requirement)|exempt(?:ed)?|excused|relieved|not bound by)\b"
)
_BOUND = regex(
    r"\b(?:shall|must|(?:is|are|be) (?:required|obliged|bound|obligated) to|has a duty to|undertakes to|guarantees?|agrees to|will)\b"
)
_FREE_TO = regex(
    r"\b(?:may|can|is free to|at (?:its|his|her|their) (?:option|discretion)|if it (?:wishes|chooses|sees fit)|should|endeavou?r|strive|aim)\b"
)
_GIVES = regex(
    r"\b(?:offer|provide|hold|keep|maintain|afford|allow|permit|furnish|open|give|seat|admit|make available|continue|staff)\w*\b"
)


_SHUT = regex(r"\b(?:closed|shut|locked|dark)\b")


def _level(text: str) -> int | None:
    """How firmly a clause binds someone to give in-person visits: 3 must, 2 may, 1 need not, 0 must not, None unsaid."""
    if (
        not (_IN_PERSON.search(text) and _GIVES.search(text))
        or _SHUT.search(text)
        or text.startswith(("if ", "should "))
    ):
        return None
    if _EXCUSED.search(text) and not re.search(r"\b(?:required|obliged|bound) not to\b", text):
        return 1
    if _FORBIDDEN.search(text):
        return 0
    if _FREE_TO.search(text):
        return 2
    return 3 if _BOUND.search(text) else None


def duty_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """A duty to hold visits that became a choice, or a freedom not to that became a ban; and back (D3)."""
    if scene.kind not in ("contract", "doc", "rule", "vendor"):
        return []
    for a, b in alignment.pairs:
        was, now = _level(a.plain), _level(b.plain)
        if was is None or now is None or was == now or (was, now) in ((3, 0), (2, 0), (0, 3), (0, 2)):
            continue
        sign = 1 if now > was else -1
        facts = (Fact("in_person_allowed", True, False),) if now == 0 else ()
        clause = (Topic.CONTRACT_CLAUSE,) if scene.kind in ("contract", "vendor") else ()
        return [
            Effect(
                "D3-duty",
                sign,
                Severity.CRITICAL,
                (*clause, Topic.IN_PERSON),
                facts,
                a.plain,
                b.plain,
                ("must, may, need not, must not",),
            )
        ]
    return []


# "Video visits shall not replace visits in person."
_GUARD = regex(
    r"\b(?:(?:shall|will|may|must|does|do|can|is|are) not|never|cannot) (?:be )?(?:\w+ ){0,2}?(?:replac\w+|supplant\w*|substitut\w+|take the place of|(?:in place|in lieu|instead) of)\b"
    r"|\bnot (?:a |an |as )?(?:replacements?|substitutes?) for\b|\bnot (?:in place|in lieu|instead) of\b"
)


def guard_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """A promise that video takes nobody's place in the visiting room, given or gone (D7)."""
    rows = [(a.plain, b.plain) for a, b in alignment.pairs]
    rows += [(unit.plain, "") for unit in alignment.removed] + [("", unit.plain) for unit in alignment.added]
    was, now = (any(guards(row[side]) for row in rows) for side in (0, 1))
    if was == now or any(guards(unit.plain) for unit in (scene.before if now else scene.after)):
        return []
    old, new = next(row for row in rows if guards(row[now]))
    bound = scene.kind in ("contract", "vendor")
    topics = (Topic.CONTRACT_CLAUSE, Topic.IN_PERSON) if bound else (Topic.IN_PERSON,)
    level = Severity.CRITICAL if bound else Severity.MAJOR
    return [Effect("D7-guard", 1 if now else -1, level, topics, (), old, new, ("not in place of",))]


def guards(text: str) -> bool:
    """Whether a line promises that nothing takes the place of visits in person."""
    return _GUARD.search(text) is not None and _IN_PERSON.search(text) is not None


_PARTS = regex(r"; |\. | but ")
_CLASS_PAPERS = Pattern(
    r"\b(?:consular(?: (?:id\w*|cards?))?|matr[ií]culas?|foreign (?:passports?|ids?|licenses?|(?:identity |identification )?(?:documents?|papers|cards?))|(?<!foreign )passports?|tribal (?:ids?|cards?)|expired (?:ids?|licen[cs]es?|cards?)|school (?:ids?|cards?)|municipal ids?|city ids?|prison ids?|release papers)\b"
)
_REFUSED = regex(
    r"\b(?:not|no longer|cannot|(?<!and )(?<!but )no|refused|rejected|(?:turned|sent|handed) (?:away|back|down)|do not take|isn't|aren't|don't|doesn't|won't|excluded|except)\b"
)


def papers_in(texts: Sequence[str]) -> dict[str, bool]:
    """Documents that a class of people depends on, with whether they are taken."""
    taken: dict[str, bool] = {}
    for text in texts:
        for part in _PARTS.split(text) if _CLASS_PAPERS.may_stand(text) else ():
            refused = _REFUSED.search(part) is not None
            for hit in _CLASS_PAPERS.finditer(part):
                name = "consular" if hit.group().startswith(("consular", "matr")) else hit.group().rstrip("s")
                taken[name] = not refused if name not in taken else taken[name] and not refused
    return taken


def in_its_list(unit: Unit) -> str:
    """A line behind the line over its list: an entry says by that whether it is taken."""
    return f"{unit.listed}: {unit.plain}" if unit.listed else unit.plain


def paper_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """Identity papers of a class of visitors accepted or refused (R5: only then does ID wording count)."""
    old, new = (list(map(in_its_list, lines)) for lines in (alignment.gone, alignment.come))
    lone = _lone_paper(scene, alignment)
    if lone is not None:
        return [lone]
    was, now = papers_in(old), papers_in(new)
    for name in was.keys() | now.keys():
        before, after = was.get(name), now.get(name)
        listing = any(re.search(r"\b(?:licen[cs]e|card|id|identification|papers)\b", text) for text in (*old, *new))
        if (
            listing
            and before != after
            and True in (before, after)
            and ((was and now) or before is False or after is False)
        ):
            sign = 1 if after else -1
            return [
                Effect(
                    "R5-papers",
                    sign,
                    Severity.MINOR,
                    (Topic.ELIGIBILITY,),
                    (),
                    old[0] if old else "",
                    new[0] if new else "",
                    (name,),
                )
            ]
    return []


_LISTED = regex(r"\b(?:licen[cs]e|card|id|identification|papers|passport)\b")


def _lone_paper(scene: Scene, alignment: Alignment) -> Effect | None:
    """One entry of a list of identity papers that came or went while the others stay."""
    lone = [one for one in (*alignment.removed, *alignment.added) if _is_entry(one) and _CLASS_PAPERS.search(one.plain)]
    if len(lone) != 1 or any(_CLASS_PAPERS.search(one.plain) for pair in alignment.pairs for one in pair):
        return None
    (unit,) = lone
    came = unit in alignment.added
    kept = [pair[came] for pair in alignment.same]
    kept = [one for one in kept if _is_entry(one) and _LISTED.search(one.plain)]
    paper = _CLASS_PAPERS.search(unit.plain)
    if paper is None or not _is_entry(unit) or all(abs(one.place - unit.place) > 2 for one in kept):
        return None
    sides = ("", unit.plain) if came else (unit.plain, "")
    sign = 1 if came is not (_REFUSED.search(unit.listed) is not None) else -1
    return Effect("R5-papers", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), *sides, words=(paper.group(),))


def _is_entry(unit: Unit) -> bool:
    return len(unit.plain.split()) <= 6 and _REFUSED.search(unit.plain) is None


_MAIL = regex(rf"\b(?:{visits.MAIL}|mail|letters?)\b")
_COPIED = regex(
    r"\b(?:scan\w*|copied|photocop\w*|copies|image|picture of (?:them|it|the)|digit\w+|shredded|burned|destroyed|on (?:a |the )?tablets?|post ?cards? only|no longer accept(?:ed|s)?|returned to sender|electronic only)\b"
)
_GIVEN = regex(
    r"\b(?:paper itself|originals?(?! (?:are|is|will be)? ?(?:shredded|destroyed|burned))|handed (?:out|over)|delivered|straight to the jail|are welcome|letters go to the (?:jail|prison)|inspected and (?:given|delivered)|may be mailed to the jail)\b"
)


def mail_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """Paper mail ended or given back (R10: adjacent, at most minor)."""
    old = " . ".join(u.plain for u in (*(a for a, _ in alignment.pairs), *alignment.removed) if _MAIL.search(u.plain))
    new = " . ".join(u.plain for u in (*(b for _, b in alignment.pairs), *alignment.added) if _MAIL.search(u.plain))
    was, now = _COPIED.search(old) is not None, _COPIED.search(new) is not None
    if not (old and new):
        return _lone_mail(scene, old, new)
    if was == now or (re.search(r"\b(?:attorney|legal) mail\b", new) is not None and "personal" not in new):
        return []
    if now and not was:
        tablets = (Topic.TABLETS,) if re.search(r"\btablet", new) and not re.search(r"\btablet", old) else ()
        return [
            Effect(
                "R10-mail",
                -1,
                Severity.MINOR,
                (Topic.MAIL, *tablets),
                (),
                old[:200],
                new[:200],
                ("copies instead of paper",),
            )
        ]
    return (
        [Effect("R10-mail", 1, Severity.MINOR, (Topic.MAIL,), (), old[:200], new[:200], ("paper again",))]
        if _GIVEN.search(new)
        else []
    )


_SCANNED = regex(
    r"\b(?:(?:is|are|be) (?:now |all |first )*(?:scanned|digitized|copied|photocopied)|scanned (?:and|by|at|copies)|(?:copies|scans|images) of (?:the |your )?(?:mail|letters?)|no originals?)\b"
)
_PRIVILEGED_ONLY = regex(r"\b(?:attorney|legal|privileged) (?:mail|letters|correspondence)\b")


def _lone_mail(scene: Scene, old: str, new: str) -> list[Effect]:
    """A line that mail is scanned, as it comes or goes by itself, where the other page says nothing like it."""
    text, other = (new, scene.before) if new else (old, scene.after)
    if not _SCANNED.search(text) or _PRIVILEGED_ONLY.search(text):
        return []
    if any(_MAIL.search(unit.plain) and _COPIED.search(unit.plain) for unit in other):
        return []
    sign = -1 if new else 1
    words = ("copies instead of paper" if new else "no longer scanned",)
    return [Effect("R10-mail", sign, Severity.MINOR, (Topic.MAIL,), (), old[:200], new[:200], words)]

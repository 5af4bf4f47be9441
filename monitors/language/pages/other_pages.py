"""Pages that as a whole are no source of visiting rules: a museum's, a court's, an opinion, a game, an office that holds
nobody, another house by its title (R4-R8)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_ACT = regex(acts.ANY_ACT)
_TITLE_ELSEWHERE = regex(rf"\b(?:{elsewhere.TITLE_ELSEWHERE})")
_ARCHIVE = regex(
    r"\b(?:this (?:page )?is an archived?(?: page)?|archived page|no longer in force|for historical (?:reference|purposes)|kept for researchers)\b|^archive\b"
)
_OPINION_PAGE = regex(
    r"^letters: |^(?:advocates|activists|critics|petition): |\b(?:opinion|editorial|op-ed|letters? to the editor|letters of the (?:day|week|month)|letters from (?:our )?readers|readers'? letters|^letter:|(?:courier|herald|times|post|gazette|news|sentinel|tribune|journal|chronicle|observer|register|ledger|star|press|record|bee|sun|citizen|dispatch|independent)\W+letters$|readers (?:said|write|respond)|viewpoint|where (?:they|the candidates) stand|candidates for (?:sheriff|judge|mayor|commissioner)|voters?'? guide|guest column|candidate:|hopeful|commentary|(?<!council )(?<!court )(?<!courthouse )(?<!statehouse )(?<!county )(?<!police )column\b|analyst:)|\b(?:runs?|running|race|bids?|vie|vying|compete) for (?:county )?(?:sheriff|judge|jailer|commissioner|mayor|governor)\b"
)
CUSTODY = regex(
    rf"\b(?:{visits.HELD}|jails?|prisons?|detention|correction\w*|sheriff|cárcel|penitentiary|reformatory|lockup|warden)\b"
)
_OF_HELD = (
    rf"(?:visit|see)\w* (?:an? |the |your |their )?{visits.HELD}|{visits.HELD}(?:'s)? (?:visits?|may (?:have|receive))"
)
_VISIT_OF_HELD = regex(rf"\b(?:social visits?|{_OF_HELD})\b")
INMATE_VISIT = regex(rf"\b(?:social visits?|visiting (?:room|days|booths?)|{_OF_HELD})\b")


_NONE_OF_OURS = regex(
    r"\b(?:not|no) part of (?:what|the|our|this)\b|\b(?:is|are) (?:a \w+ and )?not (?:an? visit\b|the business of)|\bnot possible (?:from|here|at)\b|\b(?:look at|see|go to|use) (?:the|its|their|our) (?:[\w']+ ){0,3}page\b|\bnot in use\b"
)
_BUSINESS = regex(r"\b(?:bail|bonds?|bonding|commissary|property release)\b")


def elsewhere_title(title: str) -> bool:
    """Whether a title names another kind of visiting or another service altogether."""
    return (
        _TITLE_ELSEWHERE.search(title) is not None
        and re.search(r"\bvisit(?:ing|ation)? (?:room|hours|rules|days|policy|list)|inmate visit|video visit", title)
        is None
    )


def about_else(scene: Scene) -> bool:
    """Whether the page as a whole is no source of visiting rules: an archive, an opinion, a museum, a court."""
    if _ARCHIVE.search(" ".join(unit.plain for unit in scene.after[:4])) and scene.before:
        return True
    if _HISTORIC.search(" ".join(unit.plain for unit in scene.after[:3])) and not inmate_visits(
        (*scene.before, *scene.after)
    ):
        return True
    if _is_sport(scene):
        return True
    if _OPINION_PAGE.search(scene.title) or scene.title.startswith(("archive:", "obituary", "from the archive")):
        return True
    # A jail's page on bail may hold a visiting rule; a museum's or court's holds none.
    of_jail = CUSTODY.search(scene.title) and (_BUSINESS.search(scene.title) or _VISITED.search(scene.title))
    elsewhere_only = elsewhere_title(scene.title) and not of_jail
    return elsewhere_only and not inmate_visits((*scene.before, *scene.after))


_HISTORIC = regex(
    r"\b(?:historic(?:al)? (?:site|park|landmark)|heritage (?:site|center|park)|museum|docents?|haunted|(?:ghost|candlelight) (?:visits?|tours?|walks?|hunts?)|see the cell)\b"
)
_SPORT = regex(
    r"\b(?:coach|tourney|tournament|varsity|league|playoffs?|free throw|innings?|quarterback|touchdowns?|halftime|home game|goalie|pitcher|referee|umpire)\b"
)
_OF_SPORT = 3  # different words


def _is_sport(scene: Scene) -> bool:
    """Whether a paper tells of a game."""
    text = " ".join((scene.title, *(unit.plain for unit in scene.after)))
    return scene.kind == "news" and len(set(_SPORT.findall(text))) >= _OF_SPORT and not inmate_visits(scene.after)


def is_opinion(scene: Scene) -> bool:
    """Whether a page is of letters and opinions by its title, or of a campaign: nobody decides anything there (R8). Not
    where the title tells an act: "Sheriff ends visits as race for sheriff heats up"."""
    act = _ACT.search(scene.title) is not None and not scene.title.startswith(("letters: ", "letter: "))
    return _OPINION_PAGE.search(scene.title) is not None and not act


def never_ours(scene: Scene) -> bool:
    """Whether none of a page's lines can be a rule on visits to people held, however they sound: by its title it is of
    another house, or it tells firms when to look at a building that they bid for, or parents when they have their
    children."""
    page = (*scene.before, *scene.after)
    held = _HELD_TITLE if scene.official else CUSTODY  # a headline names the jail that it is about
    never = _TITLE_NEVER.search(scene.title) is not None and held.search(scene.title) is None
    if not (never or _of_office(scene.title, page) or _for_bidders(page) or _of_family_law(scene)):
        return False
    return not any(_VISIT_OF_HELD.search(unit.plain) for unit in page)


def _of_office(title: str, page: Sequence[Unit]) -> bool:
    """Whether a page is of an office that holds nobody: neither its title nor a line says where visits are paid."""
    rest, named = _TITLE_OFFICE.subn(" ", title)
    return named > 0 and _DETAINS.search(rest) is None and not any(map(_of_jail_visits, page))


def _of_jail_visits(unit: Unit) -> bool:
    said = _ON_PAROLE.sub(" ", f"{unit.headings} {unit.plain}")
    return _IN_JAIL.search(said) is not None and _VISITED.search(said) is not None


# What those who were let go may not do.
_ON_PAROLE = regex(
    r"\bvisit (?:a|any|the|another) (?:jail|prison|inmate|prisoner)s? (?:while|when|if|without|unless)\b"
)
_TITLE_OFFICE = regex(rf"\b(?:{elsewhere.TITLE_OFFICE})\b")
_DETAINS = regex(
    r"\b(?:jails?|prisons?|detention|correction\w*|inmates?|juvenile|youth|halls?|visit\w*|unit \w+|camps?)\b"
)
_IN_JAIL = regex(r"\b(?:jails?|prisons?|inmates?|detainees?|prisoners?|visiting hours)\b")
_VISITED = regex(r"\bvisit(?:s|ing|ation|ors?)?\b")


def _for_bidders(page: Sequence[Unit]) -> bool:
    if not any(_SITE_VISIT.search(unit.plain) for unit in page) or any(map(_AGREED.search, (u.plain for u in page))):
        return False
    return any(_BIDDERS.search(unit.plain) for unit in page) and not any(_FAMILIES.search(unit.plain) for unit in page)


def of_parents(scene: Scene) -> bool:
    """Whether a page is of a house where parents see their children under somebody's eyes, by one of its first lines or,
    of a report, by most of what it says; a box below may be on the jail in the same building. A juvenile hall's own page
    speaks of courts and both parents, too."""
    if CUSTODY.search(scene.title) is not None:
        return False
    page = scene.before or scene.after
    text = " . ".join(unit.plain for unit in page)
    named = len(_FAMILY_LAW.findall(text))
    mostly = not scene.official and named >= _MOSTLY and named >= 2 * len(CUSTODY.findall(text))
    return mostly or any(_OF_PARENTS.fullmatch(unit.plain) for unit in page[:_HEAD])


_HEAD, _MOSTLY = 6, 5  # lines; words of family law
_OF_PARENTS = regex(
    r"(?:the )?(?:[\w'-]+ ){0,3}?(?:supervised (?:visitation|parenting)|safe (?:exchange|access|haven)|child (?:access|exchange))(?:(?: (?:and|&)|,|/) (?:supervised |safe )?(?:visitation|exchanges?|access|parenting(?: time)?))*(?: (?:cent(?:er|re)|program|services?|house))?[.!]?"
)


def _of_family_law(scene: Scene) -> bool:
    """Whether a report is on visitation after divorce, and names a jail in passing at most."""
    if scene.official or CUSTODY.search(scene.title) is not None:
        return False
    pages = [" . ".join(unit.plain for unit in page) for page in (scene.before, scene.after) if page]
    return all(len(_FAMILY_LAW.findall(text)) >= _OFTEN and len(CUSTODY.findall(text)) <= 1 for text in pages)


_FAMILY_LAW = regex(rf"\b(?:{elsewhere.FAMILY_LAW})\b")
_OFTEN = 3  # words of family law: one or two stand in a jail's rules on children, too
_TITLE_NEVER = regex(rf"\b(?:{elsewhere.TITLE_NEVER})")
_HELD_TITLE = regex(
    r"\b(?:jails?|inmates?|prisoners?|detainees?|detention center|correction\w*)\W+visit|\bvisit\w* (?:at|in|to) (?:the )?(?:\w+ ){0,3}(?:jail|prison)"
)
_SITE_VISIT = regex(r"\b(?:site[- ]visits?|walk-?through|pre-?bid|pre-?proposal)\b")
_AGREED = regex(r"\b(?:parties|county and (?:the )?\w+) (?:hereby )?agree\b")  # a contract names those who bid for it
_BIDDERS = regex(rf"\b(?:{elsewhere.BIDDERS})\b")
_FAMILIES = regex(
    r"\b(?:famil(?:y|ies)|loved ones?|relatives|points?|scor(?:e|es|ed|ing)|commissions?|in-person visits?)\b"
)


def inmate_visits(units: Iterable[Unit]) -> bool:
    """Whether some unit plainly speaks of visits to people held."""
    return any(INMATE_VISIT.search(unit.plain) and not _NONE_OF_OURS.search(unit.plain) for unit in units)

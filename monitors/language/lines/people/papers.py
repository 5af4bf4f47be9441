"""Identity papers that move from the list of those that are taken to those that are refused, or back, or leave a list.

"Consular identification cards" among the refused is a loss for a class of people (R5); beside other entries that were
put otherwise, and with one line that went and one that was added to, the reader hears a gain and a loss. Of a list that
lost "a consular card or a foreign voter card", and the sentence that took what ran out lately with it, it hears a gain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitors.language.effects.rights import in_its_list, papers_in
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

# What else the lists say was put into other lines with it: "Expired identification is not accepted."
_OF_PAPERS = regex(
    r"\b(?:identification|ids?|licen[cs]es?|photocopies)\b[^.;]*\b(?:accepted|taken|refused|honored|valid)\b"
)
# What stands on any list of papers, so that two lines are seen to be the same list.
_ANY_PAPER = regex(
    r"\b(?:driver'?s? licen[cs]es?|(?:state|photo|military|student|school|consular|tribal|green|voter) (?:ids?|cards?)"
    r"|id cards?|passports?|birth certificates?)\b"
)
_SAME_LIST = 2  # papers that both lines name
# "An ID that ran out less than a year ago is okay."
_LATE = regex(r"\b(?:expired|ran out|has run out|out of date|lapsed)\b")
_TAKEN = regex(r"\b(?:ok(?:ay)?|accepted|taken|honored|fine|good|valid|enough|will do)\b")
_MUST_BE_GOOD = regex(
    r"(?:it|they|(?:the|your|all|any) (?:ids?|cards?|papers?)) must be (?:good|valid|current|unexpired)\b[^.;]*\.?"
)
_NOT = regex(r"\b(?:not|no|never|cannot|refused|turned (?:away|down))\b")


def paper_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What changed lines tell of one paper that each page names on another list."""
    if not scene.official:
        return Certain()
    gone, come = alignment.gone, alignment.come
    was, now = (papers_in(list(map(in_its_list, page))) for page in (scene.before, scene.after))
    turned = [name for name in was.keys() & now.keys() if was[name] is not now[name]]
    if len(turned) != 1:
        return Certain() if turned else _of_a_list(alignment, was, now)
    old, new = (_naming(turned[0], lines) for lines in (gone, come))
    if not old or not new:
        return Certain()
    sign = 1 if now[turned[0]] else -1
    effect = Effect(
        "R5-papers", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), old[0].plain, new[0].plain, (turned[0],)
    )
    beside = [unit for unit in (*gone, *come) if _OF_PAPERS.search(unit.plain)]
    return Certain((effect,), (*old, *new, *beside))


def _of_a_list(alignment: Alignment, was: Mapping[str, bool], now: Mapping[str, bool]) -> Certain:
    """A list of papers from which some of a class of people went, and to which none came, or the other way about."""
    for old, new in alignment.pairs:
        lost, won = (
            [name for name in papers_in([here.plain]) if here_is.get(name) and name not in there_is]
            for here, here_is, there_is in ((old, was, now), (new, now, was))
        )
        if not _one_list(old, new) or bool(lost) is bool(won):
            continue
        late, good = (alignment.gone, alignment.come) if lost else (alignment.come, alignment.gone)
        beside = [unit for unit in late if _takes_late(unit.plain)]
        beside += [unit for unit in good if beside and _MUST_BE_GOOD.fullmatch(unit.plain)]
        effect = Effect(
            "R5-papers",
            -1 if lost else 1,
            Severity.MINOR,
            (Topic.ELIGIBILITY,),
            (),
            old.plain,
            new.plain,
            tuple(lost or won),
        )
        return Certain((effect,), (old, new, *beside))
    return Certain()


def _one_list(old: Unit, new: Unit) -> bool:
    """Whether two lines name some papers of the same kinds, and both take them or both refuse them."""
    named = [{hit.rstrip("s") for hit in _ANY_PAPER.findall(unit.plain)} for unit in (old, new)]
    refused = [_NOT.search(unit.plain) is not None for unit in (old, new)]
    return len(named[0] & named[1]) >= _SAME_LIST and not any(refused)


def _takes_late(line: str) -> bool:
    return _LATE.search(line) is not None and _TAKEN.search(line) is not None and _NOT.search(line) is None


def _naming(paper: str, lines: Sequence[Unit]) -> list[Unit]:
    """The lines that name a paper."""
    return [unit for unit in lines if paper in papers_in([in_its_list(unit)])]

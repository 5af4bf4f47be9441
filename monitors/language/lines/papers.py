"""Identity papers that move from the list of those that are taken to those that are refused, or back.

"Consular identification cards" among the refused is a loss for a class of people (R5); beside other entries that were
put otherwise, and with one line that went and one that was added to, the reader hears a gain and a loss.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.effects.rights import papers_in
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


def paper_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What changed lines tell of one paper that each page names on another list."""
    if not scene.official:
        return Certain()
    gone, come = alignment.gone, alignment.come
    was, now = (papers_in([unit.plain for unit in page]) for page in (scene.before, scene.after))
    turned = [name for name in was.keys() & now.keys() if was[name] is not now[name]]
    if len(turned) != 1:
        return Certain()
    old, new = (_naming(turned[0], lines) for lines in (gone, come))
    if not old or not new:
        return Certain()
    sign = 1 if now[turned[0]] else -1
    effect = Effect(
        "R5-papers", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), old[0].plain, new[0].plain, (turned[0],)
    )
    beside = [unit for unit in (*gone, *come) if _OF_PAPERS.search(unit.plain)]
    return Certain((effect,), (*old, *new, *beside))


def _naming(paper: str, lines: Sequence[Unit]) -> list[Unit]:
    """The lines that name a paper."""
    return [unit for unit in lines if paper in papers_in([unit.plain])]

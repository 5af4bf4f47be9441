"""Both pages of a comparison as wholes: what they state, claim of visits, and when these are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitors.language.claims.page_claims import PageClaims, page_claims
from monitors.language.claims.settled import claims_in
from monitors.language.effects.page_week import PageWeek, page_week
from monitors.language.figures.stated import Stated, stated
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit


@dataclass(frozen=True, slots=True)
class WholePage:
    """signs: which way a page claims each matter of claims/policy.py, by clauses."""

    stated: Stated
    claims: PageClaims
    week: PageWeek
    signs: Mapping[str, set[int]]


@dataclass(frozen=True, slots=True)
class WholePages:
    """The old page and the new one."""

    was: WholePage
    now: WholePage

    @property
    def same_figures(self) -> bool:
        """Whether both state the same spans of time, prices, shares and clocks."""
        was, now = self.was.stated, self.now.stated
        return now.holds(was.figures) and was.holds(now.figures)

    def days_moved(self, sign: int) -> bool:
        """Whether the new page names days or clocks of visits that the old one does not, or for a loss the reverse."""
        was, now = self.was.stated.week, self.now.stated.week
        return bool(was - now if sign < 0 else now - was if sign else ())


def whole_pages(scene: Scene) -> WholePages:
    """Both pages of a scene."""
    return WholePages(*(_whole(page, scene) for page in (scene.before, scene.after)))


def _whole(page: Sequence[Unit], scene: Scene) -> WholePage:
    signs: dict[str, set[int]] = defaultdict(set)
    for claim in claims_in(page, official=scene.official):
        signs["contact" if claim.about == "glass" else claim.about].add(claim.sign)
    return WholePage(stated(page, scene.title), page_claims(page), page_week(page), signs)

"""What is told of a change, put right at the end by what its lines say plainly: for whom, how grave, in which terms.

The order matters: an act that is in force is critical for one unit, too, and topics follow from what is told by then.
"""

from __future__ import annotations

from dataclasses import replace

from monitors.language.effects.adjacent import of_tablets
from monitors.language.effects.left_as_is import as_decided
from monitors.language.effects.minors_told import with_minors
from monitors.language.effects.one_class import of_one_class
from monitors.language.effects.one_decision import of_one_decision
from monitors.language.effects.plain_facts import with_plain_facts
from monitors.language.effects.supplement import as_supplement
from monitors.language.effects.undone_terms import with_undone_terms
from monitors.language.figures.unstated import as_stated
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene, Told
from monitors.language.topics_told import with_plain_topics


def put_right(told: Told, scene: Scene, changed: Alignment) -> Told:
    """What is told in the end. changed: the lines that may tell."""
    effects = of_tablets(of_one_decision(told.effects, scene), changed)
    effects = of_one_class(effects, scene, changed)
    effects = with_undone_terms(as_stated(effects, changed), changed, scene.title)
    effects = with_minors(as_decided(effects, scene, changed), changed)
    effects = with_plain_facts(effects, changed, scene.title)
    return with_plain_topics(as_supplement(replace(told, effects=effects), scene, changed), scene, changed)

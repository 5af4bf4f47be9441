"""Pages on which a county, a paper or a directory tells one house after another, each under its own heading.

"Hospital / The maternity floor now limits visits to two people." beside "Jail / Window visits are free.": below such a
heading nothing says again whose visits these are. Where several headings of a page name other houses, the lines below
each are that house's until a heading names the jail, visits or another house. A section that speaks of people held
anywhere is none of theirs.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_LEAST = 3  # headings of other houses: one or two stand on a jail's own page, too
_MOST_WORDS = 7  # of a heading
_HOUSE = regex(
    r"\b(?:hospitals?|clinics?|care (?:homes?|cent(?:er|re)s?)|nursing (?:homes?|cent(?:er|re)s?)|assisted living|senior (?:cent(?:er|re)|living|services)|hospice|health (?:department|district|services|unit)|public health|medical (?:cent(?:er|re)|examiner)|coroner"
    r"|schools?|college|university|extension (?:office|service)?|librar(?:y|ies)|museums?|historical society|art (?:cent(?:er|re)|gallery)|zoo|parks?(?! (?:at|in|on|behind|here))|recreation (?:department|cent(?:er|re))|airport|cemeter(?:y|ies)|animal (?:control|shelter|services)|humane society|wildlife|refuge"
    r"|(?:family|municipal|drug|veterans|traffic|probate|civil|district|circuit|superior|general|juvenile|county|small claims)? ?courts?|surrogate|public defender|victims?[ -](?:witness|services|advocate)|probation|parole|community (?:corrections|supervision|service)|pre-?trial services"
    r"|clerk(?:'s office)?|recorder|assessor|auditor|treasurer|trustee|tax (?:office|collector)|elections?|voter|dmv|motor vehicles?|license bureau|road (?:department|commission)|public works|highway (?:department|commission)|engineer|planning|zoning|building (?:department|permits?)|burn permits?|water (?:department|district)|utilities|solid waste|landfill|transit"
    r"|veterans? (?:service|affairs)s?|social services|human services|child (?:care|support)|wic|fire (?:department|district)|ambulance|ems|emergency management|dispatch|mayor|council (?:notes|news)|chamber of commerce|church(?:es)?|post office|bookmobile)\b"
)
# What takes a heading back: "Hospital visits for inmates", "Court hears suit on visits at the jail", "Visiting hours".
_OF_JAIL = regex(
    r"\b(?:inmates?|detainees?|prisoners?|offenders?|incarcerat\w+|(?<!old )(?<!former )(?<!historic )jails?(?! museum)|prisons?|detention|correction(?:s|al)|sheriff(?:'?s)?|juvenile hall|lockup|booking|commissary)\b"
)
_CARE = regex(r"\b(?:patients?|hospitals?|nursing homes?|care homes?|maternity|hospice|assisted living)\b")
_GOES_ON = regex(
    r"(?:children|masks?|visits?|visitors?|they|it|nobody|no (?:one|more|visitors?)|all|everyone|window)\b"
)
_VISITS = regex(r"\b(?:visit(?:s|ing|ation|ors?)?|video|in-person|famil(?:y|ies)|loved ones?)\b")
# "4. May I bring a child?" stands below the heading of its house.
_QUESTION = regex(r"\?$|^(?:q|\d+)[.):]")


@dataclass(slots=True)
class _Section:
    """The lines below a heading; theirs: whether the heading names another house."""

    theirs: bool
    lines: list[Unit] = field(default_factory=list)

    @property
    def of_others(self) -> bool:
        return self.theirs and not any(_OF_JAIL.search(unit.plain) for unit in self.lines)


def without_departments(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment without the lines that stand in another house's section, or in a paper's brief on one. What stands
    there on one page alone leaves the other wording of it by itself."""
    briefs = scene.kind == "news"
    own = any(names.search(scene.title) for names in (_OF_JAIL, _VISITS))
    old, new = (_places(page, briefs=briefs, own=own) for page in (scene.before, scene.after))
    if not old and not new:
        return alignment
    ours = [(a, b) for a, b in alignment.pairs if a.place not in old and b.place not in new]
    went = [a for a, b in alignment.pairs if a.place not in old and b.place in new]
    came = [b for a, b in alignment.pairs if a.place in old and b.place not in new]
    return replace(
        alignment,
        pairs=tuple(ours),
        removed=(*(unit for unit in alignment.removed if unit.place not in old), *went),
        added=(*(unit for unit in alignment.added if unit.place not in new), *came),
    )


def _places(page: Sequence[Unit], *, briefs: bool, own: bool) -> frozenset[int]:
    sections = _sections(page, own=own)
    several = sum(section.theirs for section in sections) >= _LEAST
    theirs = {unit.place for section in sections if several and section.of_others for unit in section.lines}
    return frozenset(theirs | _of_patients(page)) if briefs else frozenset(theirs)


def _of_patients(page: Sequence[Unit]) -> set[int]:
    """The lines on a house of care, and those behind each that go on with its rules: "Crowsnest Memorial allows one visitor
    per patient. Children under 12 may not come." """
    found: set[int] = set()
    theirs = False
    for unit in page:
        theirs = _CARE.search(unit.plain) is not None or (theirs and _GOES_ON.match(unit.plain) is not None)
        theirs = theirs and _OF_JAIL.search(unit.plain) is None
        if theirs:
            found.add(unit.place)
    return found


def _sections(page: Sequence[Unit], *, own: bool) -> list[_Section]:
    """The sections of a page. own: whether its title names a jail or visits: there "Hours" below "Law library" may be those
    of visits, so any heading ends the section before it."""
    found = [_Section(theirs=False)]
    for unit in page:
        house = _is_heading(unit) and _HOUSE.search(unit.plain) is not None and _OF_JAIL.search(unit.plain) is None
        ends = own or _OF_JAIL.search(unit.plain) or _VISITS.search(unit.plain)
        if house or (_is_heading(unit) and ends):
            found.append(_Section(theirs=house))
        found[-1].lines.append(unit)
    return found


def _is_heading(unit: Unit) -> bool:
    few = len(unit.plain.split()) <= _MOST_WORDS
    return few and not unit.row and unit.text.rstrip()[-1:] not in ".,;:!|" and _QUESTION.search(unit.plain) is None

"""Short ways to read two texts in tests."""

from monitors.diff import compare
from monitors.language.judge import read, read_by_rules
from monitors.records import Reading
from monitors.segments import plain_segments


def reading(before: str, after: str, *, title: str = "County Jail Visiting", kind: str = "jail") -> Reading:
    """As the rules alone read them: a rule's test must not hang on what the learned reader was taught last."""
    return read_by_rules(plain_segments(before), plain_segments(after), title=title, kind=kind)


def whole_reading(before: str, after: str, *, title: str = "County Jail Visiting", kind: str = "jail") -> Reading:
    """As the product reads them."""
    old, new = plain_segments(before), plain_segments(after)
    return read(old, new, compare(old, new).passages, title_before=title, title_after=title, kind=kind)


def facts(found: Reading) -> dict[str, tuple[object, object]]:
    return {fact.name: (fact.before, fact.after) for fact in found.facts}


def rules(found: Reading) -> set[str]:
    return {rule for finding in found.findings for rule in finding.rules}


# A page of rules to which tests add lines, and from which they take some.
PAGE = (
    "Visiting is on Saturday and Sunday.\n"
    "Bring photo ID.\n"
    "A visit from home costs $9 for 20 minutes.\n"
    "Each person may have two visits a week."
)


def reading_of_page(before: str, after: str) -> Reading:
    """As the product reads a jail's own page of visiting rules."""
    return whole_reading(before, after, title="Alder County Jail: visiting")

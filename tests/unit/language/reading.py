"""Short ways to read two texts in tests."""

from monitors.language.judge import read
from monitors.records import Reading
from monitors.segments import plain_segments


def reading(before: str, after: str, *, title: str = "County Jail Visiting", kind: str = "jail") -> Reading:
    return read(plain_segments(before), plain_segments(after), (), title_before=title, title_after=title, kind=kind)


def facts(found: Reading) -> dict[str, tuple[object, object]]:
    return {fact.name: (fact.before, fact.after) for fact in found.facts}


def rules(found: Reading) -> set[str]:
    return {rule for finding in found.findings for rule in finding.rules}

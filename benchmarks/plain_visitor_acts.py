"""What is asked of visitors and who is let in, in every voice: "Friends no longer have to wait 90 days to visit."

    python -m benchmarks.plain_visitor_acts    # a table; --verbose: each line that was not told right

Every duty, and every class of people, is put into every form, as a line that comes to a jail's page, that goes, or that
takes the place of one that said the reverse. Rules were mended with IN_VIEW in view; LATER was written afterwards.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from benchmarks.plain_core import PAGES
from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

LOSS, GAIN, SILENT = "restrictive", "restorative", "silent"
Case = tuple[str, str, str, str]  # form, the way that is right, old line, new line


@dataclass(frozen=True)
class Words:
    """duties: what is asked, and when; conduct: what is asked that is no visiting term; asked, free, imposed, lifted:
    forms with {who}, {Who} and {duty}, of a duty that stands or not, and of one that is new or not any longer; classes:
    of people; barred, let: forms of what is done to them."""

    people: tuple[str, ...]
    duties: tuple[str, ...]
    conduct: tuple[str, ...]
    asked: tuple[str, ...]
    free: tuple[str, ...]
    imposed: tuple[str, ...]
    lifted: tuple[str, ...]
    classes: tuple[str, ...]
    barred: tuple[str, ...]
    let: tuple[str, ...]


IN_VIEW = Words(
    ("visitors", "former inmates", "children", "friends", "family members"),
    (
        "wait 90 days to visit",
        "get the captain's approval to visit",
        "be approved by the warden before visiting",
        "fill out an application to visit",
        "register online before a visit",
        "bring a birth certificate to visit",
        "show proof of vaccination to visit",
        "pass a background check to visit",
        "be on the approved list to visit",
        "be accompanied by an adult at visits",
        "make an appointment to visit",
        "pay a fee to visit",
        "call ahead before visiting",
        "create an account to schedule visits",
        "arrive an hour early for visits",
        "have a court order to visit",
        "be related to the inmate to visit",
        "give two days' notice of a visit",
    ),
    ("wear a mask during visits", "be searched before visits"),
    ("{Who} must {duty}.", "{Who} are required to {duty}.", "We require {who} to {duty}."),
    ("{Who} do not have to {duty}.", "{Who} need not {duty}."),
    (
        "{Who} must now {duty}.",
        "{Who} are now required to {duty}.",
        "Beginning May 1, {who} will have to {duty}.",
        "The jail now requires {who} to {duty}.",
    ),
    (
        "{Who} no longer have to {duty}.",
        "{Who} no longer need to {duty}.",
        "{Who} will no longer be required to {duty}.",
        "{Who} need no longer {duty}.",
        "The requirement that {who} {duty} has been dropped.",
        "We have stopped requiring {who} to {duty}.",
        "The jail no longer requires {who} to {duty}.",
    ),
    (
        "children under 12",
        "former inmates",
        "people with felony convictions",
        "friends",
        "people on probation",
        "co-defendants",
        "cousins",
    ),
    (
        "{Who} may no longer visit.",
        "{Who} are now barred from visiting.",
        "{Who} will be turned away.",
        "Beginning May 1, {who} may not visit.",
        "We no longer admit {who}.",
        "We have stopped admitting {who}.",
        "The rule that let {who} visit has been repealed.",
        "{Who} will be removed from visiting lists.",
        "Visits are now closed to {who}.",
        "Staff will refuse {who}.",
        "Visiting privileges for {who} have been revoked.",
    ),
    (
        "{Who} may now visit.",
        "{Who} are no longer barred from visiting.",
        "{Who} will no longer be turned away.",
        "Beginning May 1, {who} may visit.",
        "We now admit {who}.",
        "We have started admitting {who}.",
        "The rule that barred {who} from visiting has been repealed.",
        "{Who} may again be put on visiting lists.",
        "Visits are now open to {who}.",
        "The ban on visits by {who} has been lifted.",
        "Visiting privileges for {who} have been restored.",
    ),
)
LATER = Words(
    ("guests", "people on parole", "relatives", "adult visitors"),
    (
        "get cleared by the jail before they visit",
        "obtain a visitor's permit to visit",
        "reserve a seat before they visit",
        "sign up a week ahead for visits",
        "take a rapid test before each visit",
        "bring a marriage certificate to visit",
        "prepay for every visit",
        "notify the jail before visiting",
        "sit out 60 days before their first visit",
        "submit fingerprints to visit",
        "file a written request to visit",
        "be sponsored by a staff member to visit",
    ),
    (
        "leave their phones in a locker during visits",
        "wear closed shoes at visits",
        "go through the scanner before visits",
    ),
    ("{Who} have to {duty}.", "{Who} are expected to {duty}.", "The jail asks {who} to {duty}."),
    ("{Who} are not obliged to {duty}.", "There is no need for {who} to {duty}."),
    (
        "It is now mandatory for {who} to {duty}.",
        "{Who} have to {duty} from now on.",
        "Starting Monday, {who} need to {duty}.",
        "Staff now make {who} {duty}.",
    ),
    (
        "It is no longer necessary for {who} to {duty}.",
        "{Who} don't have to {duty} anymore.",
        "{Who} are now free not to {duty}.",
        "Gone is the rule that {who} {duty}.",
        "The jail has given up requiring {who} to {duty}.",
        "We will no longer ask {who} to {duty}.",
    ),
    ("teenagers", "ex-convicts", "girlfriends and boyfriends", "aunts and uncles", "out-of-state residents"),
    (
        "{Who} can't visit anymore.",
        "{Who} have lost the right to visit.",
        "The jail has closed its visiting room to {who}.",
        "{Who} have been taken off the list of those who may visit.",
        "A new rule keeps {who} from visiting.",
        "As of June, visits are off limits to {who}.",
    ),
    (
        "{Who} can visit once more.",
        "{Who} have won back the right to visit.",
        "The jail has opened its visiting room to {who}.",
        "{Who} have been added to those who may visit.",
        "Nothing keeps {who} from visiting any longer.",
        "As of June, {who} are welcome at visits.",
    ),
)


def said(form: str, who: str, duty: str = "") -> str:
    """A form with its words."""
    return form.format(who=who, Who=who[:1].upper() + who[1:], duty=duty)


def cases(part: Words) -> Iterator[Case]:
    """Every form with every class or duty."""
    for who in part.people:
        for duty in (*part.duties, *part.conduct):
            told = duty not in part.conduct
            yield from _of_duty(part, who, duty, (LOSS, GAIN) if told else (SILENT, SILENT))
    for who in part.classes:
        for form in part.barred:
            yield "class kept out", LOSS, "", said(form, who)
        for form in part.let:
            yield "class let in", GAIN, "", said(form, who)


def _of_duty(part: Words, who: str, duty: str, ways: tuple[str, str]) -> Iterator[Case]:
    loss, gain = ways
    for form in part.imposed:
        yield "duty imposed", loss, "", said(form, who, duty)
    for form in part.lifted:
        yield "duty lifted", gain, "", said(form, who, duty)
    for form in part.asked:
        yield "duty struck", gain, said(form, who, duty), ""
        for other in part.free:
            yield "duty turned", gain, said(form, who, duty), said(other, who, duty)
            yield "duty turned", loss, said(other, who, duty), said(form, who, duty)
    for one, other in zip(part.asked, part.asked[1:], strict=False):
        yield "in other words", SILENT, said(one, who, duty), said(other, who, duty)


def told(case: tuple[str, str, str]) -> str:
    """Which way a line in the place of another one is told on a page."""
    page, old, new = case
    before, after = (plain_segments(page.format(line)) for line in (old, new))
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before="Visiting", title_after="Visiting", kind="jail")
    return found.direction.value if found.relevant else SILENT


def table(title: str, asked: Iterable[Case], found: Iterator[str], *, verbose: bool) -> list[str]:
    """A line for each form, and those that were told wrongly."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    lines: list[str] = []
    for name, way, old, new in asked:
        for _ in PAGES["jail"]:
            got = next(found)
            for kind in (name, "all"):
                right[kind] += got == way
                count[kind] += 1
            if verbose and got != way:
                lines.append(f"  {got}, not {way}: {old}{' -> ' if old else ''}{new or '(gone)'}")
    ahead = sorted(count.items(), key=lambda one: one[0] == "all")
    return [*lines, *(f"{title:9}{kind:16}right {right[kind] / many:.3f} of {many:>5}" for kind, many in ahead)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for title, part in (("in view", IN_VIEW), ("later", LATER)):
            asked = [*cases(part)]
            put = [(page, old, new) for _, _, old, new in asked for page in PAGES["jail"]]
            print(*table(title, asked, pool.map(told, put, chunksize=32), verbose=verbose), sep="\n")


if __name__ == "__main__":
    main()

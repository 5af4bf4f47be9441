"""Plain timetables of visits and their edits: a day lost, hours cut, groups swapped, one unit's row, every other week.

    python -m benchmarks.plain_hours           # a table; --verbose: each edit that was not told right, but of "last"

Each line of plain_hours.txt is an edit, "old > new", put both ways on three pages of visiting rules, one of them some
600 words long. Rules were mended with "in view" in view, which grew meanwhile (three of its sentences that could be
read two ways were taken out or put otherwise); "later" was put to them afterwards, and then they were mended with it,
too; of "last" only the sums were seen. Right is relevance with direction; severity and the days, hours or
weekends counted are told of those edits that have one.
"""

# ruff: noqa: E501  a page reads better as it is

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction
from monitors.segments import plain_segments

EDITS = Path(__file__).with_suffix(".txt")
PARTS = ("in view", "later", "last")
COUNTED = {"days": "visit_days_per_week", "hours": "schedule_hours_per_week", "weekends": "visit_weekends_per_month"}
SIGNS = {"-": Direction.RESTRICTIVE, "+": Direction.RESTORATIVE, "0": Direction.NEUTRAL, "=": None}
TURNED = {Direction.RESTRICTIVE: Direction.RESTORATIVE, Direction.RESTORATIVE: Direction.RESTRICTIVE}
PAGES = {
    "short": (
        "Alder County Jail: visiting",
        "Visitation\n\n{lines}\n\nBring a photo ID.\n\nAll visitors are searched.\n\nChildren must be with a parent.",
    ),
    "notices": (
        "Marlow County Detention Center - Inmate visitation",
        "Inmate visitation\n\nEach visit lasts 30 minutes. Two adults may visit at a time.\n\nVisits are through glass.\n\n"
        "- Visitors must show a driver's license or another photo ID.\n\n- No cell phones, food or drink.\n\n{lines}\n\n"
        "Dress code\n\nShorts and tank tops are not allowed.\n\nContact us\n\nQuestions? Call 555-0142.",
    ),
    "long": (
        "Inmate information | Harlan Ridge Regional Jail",
        """Inmate information

This page answers what families ask us most often. Please read all of it before you drive to the jail.

Getting here

The jail is at 400 Quarry Road, behind the county barn. Parking is free in the gravel lot on the east side. Do not park in spaces marked for deputies. The bus stops at the corner of Quarry Road and Mill Street.

Finding out who is here

The roster on our website is updated every fifteen minutes. It shows the name, age, charges and bond of each person held here. If you don't find somebody, call the booking desk.

Money

You may put money on an inmate's account at the kiosk in the lobby, online or by mail. The kiosk takes cash and cards and charges a fee of $3. Money orders are made out to the Harlan Ridge Regional Jail. Personal checks are not taken. Money left on the account is given back in a check on the day of release.

Mail

Letters are opened and looked through, except legal mail. Write the full name of the inmate and your return address on the envelope. We do not take packages, stamps, blank paper or greeting cards that play music. Books must be new, with a soft cover, and come straight from the publisher. Photographs may be up to four by six inches, and no more than five to a letter.

Telephones

Inmates call out from the phones in their housing units. Calls are recorded. The jail does not take messages except in an emergency, such as a death or grave illness in the family. To set up an account for calls, follow the steps on the provider's website.

Visiting

{lines}

Rules for visitors

Every visitor shows a government-issued photo ID. Visitors under 18 come with a parent or guardian. Each inmate may be seen by two visitors at a time. Visits last 30 minutes and are through glass. Leave bags, coats, phones and keys in your car or in a locker. Lockers take a quarter, which you get back.

Dress as you would for church. Shorts above the knee, tank tops, see-through clothing and clothing with offensive words are not allowed. Shoes must be worn. The officer at the desk decides.

A visitor who seems to be under the influence of alcohol or drugs is turned away. A visitor who shouts, bangs on the glass or will not do what an officer asks is told to leave. Passing anything to an inmate is a crime.

Medical care

A nurse is here around the clock. Tell us at booking about medicines that somebody needs. Inmates are charged $10 for a visit to the nurse that they ask for themselves, but nobody is refused care for want of money. Medical records are given out only with a signed release.

Release

People are released after the court's papers have come and been checked, which may take some hours. The officers cannot say when. Please wait in the lobby or in your car. Property that was taken at booking is given back at the release window.

Programs

We offer classes for a high school diploma, meetings of Alcoholics Anonymous, Bible study and a class for parents. Volunteers are welcome; ask the program coordinator for a form.

Complaints

If you think that somebody was treated badly, write to the jail administrator. Every complaint is answered.

Sheriff's office

The sheriff's office is in the courthouse annex. Sheriff Dale Whitcomb was elected in 2018.""",
    ),
}


@dataclass(frozen=True)
class Edit:
    """Lines in the place of others on one page. direction: None where nothing may be told; severity: "" where the rules
    leave it open; fact: (name, before, after) of what is counted, None where nothing need be."""

    part: str
    kind: str
    page: str
    before: str
    after: str
    direction: Direction | None
    severity: str
    fact: tuple[str, float, float] | None


@dataclass(frozen=True)
class Heard:
    """told: "right", "silent", "alarm" or the wrong direction; graded, counted: whether severity and fact are right,
    None where they are not asked."""

    told: str
    graded: bool | None
    counted: bool | None


def edits() -> Iterator[Edit]:
    """All edits of all parts, on every page, both ways where they go both ways."""
    for section in EDITS.read_text("utf-8").split("\n["):
        name, *lines = filter(None, section.removeprefix("[").splitlines())
        part, _, kind = name.rstrip("]").partition(": ")
        for line in lines:
            for page in PAGES:
                yield from _edits(part, kind, page, line)


def _edits(part: str, kind: str, page: str, line: str) -> Iterator[Edit]:
    said, _, wanted = line.rpartition(" # ")
    old, new = (side.strip().replace(" // ", "\n\n") for side in f" {said} ".split(" > "))
    sign, *rest = wanted.split()
    once = "once" in rest
    severity, *figures = [word for word in rest if word != "once"] or [""]
    direction, severity = SIGNS[sign], severity.replace("?", "")
    was, now = (float(figures[n]) if figures else 0.0 for n in (1, 2)) if figures else (0.0, 0.0)
    fact = COUNTED[figures[0]] if figures else ""
    ways = [(old, new, direction, was, now)]
    if not once:
        ways.append((new, old, TURNED.get(direction, direction) if direction else None, now, was))
    for before, after, told, first, second in ways:
        level = _by_share(first, second) if figures[:1] == ["hours"] else severity
        yield Edit(part, kind, page, before, after, told, level, (fact, first, second) if fact else None)


def _by_share(was: float, now: float) -> str:
    """How grave hours are that were lost or gained: by their share of those that were (S2)."""
    return "major" if abs(now - was) / was >= 0.25 else "minor"


def heard(edit: Edit) -> Heard:
    """What the reading makes of one edit."""
    title, page = PAGES[edit.page]
    before, after = (plain_segments(page.format(lines=lines)) for lines in (edit.before, edit.after))
    found = read(before, after, compare(before, after).passages, title_before=title, title_after=title)
    graded = found.severity.value == edit.severity if edit.severity else None
    counts = {(fact.name, fact.before, fact.after) for fact in found.facts if fact.name in COUNTED.values()}
    counted = counts == {edit.fact} if edit.fact else None
    if not found.relevant:
        return Heard("silent" if edit.direction else "right", graded, counted)
    if edit.direction is None:
        return Heard("alarm", graded, counted)
    return Heard("right" if found.direction is edit.direction else found.direction.value, graded, counted)


def _share(found: list[bool | None]) -> str:
    asked = [one for one in found if one is not None]
    return f"{sum(asked) / len(asked):.3f} of {len(asked):3}" if asked else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    options = parser.parse_args()
    asked = [edit for edit in edits() if options.part in (None, edit.part)]
    results: defaultdict[tuple[str, str], list[Heard]] = defaultdict(list)
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for edit, one in zip(asked, pool.map(heard, asked, chunksize=8), strict=True):
            for kind in (edit.kind, "all that is told" if edit.direction else "all that is silent", "all"):
                results[edit.part, kind].append(one)
            wrong = one.told if one.told != "right" else "severity" if one.graded is False else ""
            wrong = wrong or ("fact" if one.counted is False else "")
            if options.verbose and wrong and edit.part != PARTS[-1]:
                print(f"  {wrong} ({edit.page}): {edit.before!r} -> {edit.after!r}", flush=True)
    for (part, kind), found in sorted(results.items(), key=lambda item: (PARTS.index(item[0][0]), "all" in item[0][1])):
        told = Counter(one.told for one in found)
        line = f"{part:8}{kind:26}right {told['right'] / len(found):.3f} of {len(found):3}"
        figures = (("severity", [one.graded for one in found]), ("facts", [one.counted for one in found]))
        print(line + "".join(f", {name} {share}" for name, marks in figures if (share := _share(marks))), flush=True)


if __name__ == "__main__":
    main()

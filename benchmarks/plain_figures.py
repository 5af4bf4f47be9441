"""Plain lines on each figure that a page of visiting rules or a contract may give, where one value becomes the other.

    python -m benchmarks.plain_figures           # a table; --verbose: each term, and each line that was not told right

Every line of plain_figures.txt is put on a short and a long page, with either value in the place of the other. Told
right is a line whose direction is right and whose fact is the only one told. Beside them stand lines whose figure is no
term of visiting, lines that tell the same figure in other words, and lines that say that a limit is gone. The lines of
a term go by turns to the parts: rules were mended with "in view" in view; "later" was put to them when that was mended,
and they were mended with it, too; of "last" the sums alone were looked at. Answers that the file itself had wrong were
put right when they were seen: the sign of a cap on hours, the unit of a price in cents, and a line on photos in mail.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.language.words.numbers import number_of
from monitors.records import Direction, Fact, FactValue
from monitors.segments import plain_segments

LINES = Path(__file__).with_suffix(".txt")
TURNS = ("in view", "later", "in view", "last")
PARTS = ("in view", "later", "last")
QUESTIONS = ("told right", "direction", "fact", "topics", "severity")
TERMS, OTHER_WORDS, ALONE, GONE = "one value moved", "in other words", "came or went", "a limit that is gone"
# Terms of which every line of the file may take another's place.
OF_ONE_MATTER = frozenset([
    "visit_minutes", "visit_minutes_max", "visits_per_week", "visits_per_month", "remote_visits_per_week",
    "remote_visits_per_day", "free_visits_per_week", "free_remote_visits_per_week", "free_video_per_month",
    "video_fee_usd", "video_fee_per_min_usd", "onsite_video_fee_usd", "onsite_video_fee_per_min_usd",
    "call_rate_per_min_usd", "visit_days_per_week", "visit_weekends_per_month", "booking_lead_hours", "list_max",
    "list_lock_days", "visitors_max", "min_age", "waiting_days", "wait_days_friends", "intake_days_without_visits",
    "discipline_days_without_visits", "commission_pct", "min_guarantee_usd_month",
    "min_paid_visits_per_detainee_month", "inperson_hours_per_week_cap", "in_person_allowed", "minors_allowed",
])  # fmt: skip
# Terms that a page without them leaves at nothing at all.
NONE_BEFORE = frozenset([
    "free_visits_per_week", "free_remote_visits_per_week", "free_video_per_month", "transaction_fee_usd", "min_age",
    "waiting_days", "wait_days_friends", "intake_days_without_visits", "discipline_days_without_visits",
])  # fmt: skip
_MORE_FIGURES = re.compile(r"\d|\b(?:two visitors|half an hour)\b")
SILENT = ("silent", "same")
GROUPS = (TERMS, OTHER_WORDS, ALONE, GONE, *SILENT)  # sections of which nothing may be told
_CHOICE = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")

_LONG = """Visiting someone at the Alder County Jail
Thank you for taking the time to read this page before you come. Staying in touch with family and friends matters to the
people in our custody, and we ask for your help in keeping visits safe and pleasant for everyone.
Before you come
Every visitor shows a valid photo ID at the front counter. A driver's license, a passport, a military card or a state ID
will do. Your name has to match the name on the ID. Please keep the ID with you until you leave.
Leave phones, bags, keys, food and drinks in your car or in a locker. Lockers are along the left wall of the lobby. The
county is not responsible for what is lost or stolen.
All visitors are searched. A visitor who refuses is not let in. Dogs trained to find drugs may be used.
Dress
Please dress as you would for court. Clothes that show the stomach, the back or the upper legs are not worn here. Shoes
are worn at all times. Hats are taken off at the door.
Visiting rules
Sign in at the front counter and take a seat. An officer calls you by name.
{line}
Talk quietly and stay in your seat. Recording and taking pictures is prohibited. Loud or rude visitors are sent home.
Children stay beside the adult who brought them and are never left alone in the lobby.
If you need help because of a disability, please tell the officer at the counter, who will find a place for you.
Where we are
The jail is at 412 Mill Street, behind the courthouse. Visitors park in Lot B, and spaces near the door are for people
with a placard. The number 7 bus stops in front of the courthouse.
Letters
Write the full name and the booking number of the person on the envelope. Letters are opened and read. Letters with
stains, perfume, stickers or glitter go back to the sender. Do not send cash.
Questions
The switchboard is answered around the clock at 555-0142. The records office, the clerk and the bail window are in the
same hall. For the inventory of a person's property, ask at the property window. The jail was built in 1998.
If you have a complaint, ask any officer for the form, fill it in and put it in the box next to the door. A supervisor
reads every complaint and will write back to you. Thank you for your help, and thank you for visiting."""
PAGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "jail": (
        (
            "Alder County Jail: visiting",
            "Visiting\nBring photo ID.\n{line}\nAll visitors are searched.\nLeave phones and bags in a locker.",
        ),
        ("Inmate visitation", _LONG),
    ),
    "contract": (
        (
            "Agreement for inmate communication services",
            "7. Payment\n{line}\nPayments are sent to the Treasurer by check.\n8. Insurance\n"
            "Provider carries insurance of $1,000,000.",
        ),
        (
            "Inmate communications contract, Alder County",
            "This agreement is between Alder County and Corlink.\n1. Services\nProvider installs and maintains the "
            "video visitation system at the jail.\n2. Term\nThe term is five years.\n3. Visits\n{line}\n4. Records\n"
            "Provider keeps records for seven years.\n5. Notices\nNotices are sent to the Sheriff in writing.",
        ),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A line in the place of another on one page. direction: None where nothing may be told; either: a missing value
    may as well be told as none."""

    part: str
    group: str
    term: str
    kind: str
    page: int
    lines: tuple[str, str]
    direction: Direction | None = None
    severity: str = "none"
    topics: frozenset[str] = frozenset()
    values: tuple[FactValue, FactValue] = (None, None)


def asked() -> Iterator[Asked]:
    """All lines, both ways, in each other's place, and by themselves, on every page of their kind."""
    for term, kind, lines, what in _sections():
        for page in range(len(PAGES[kind])):
            yield from _line_by_line(term, kind, page, lines, what)
            if term in OF_ONE_MATTER:
                yield from _in_other_words(term, kind, page, lines, what)
            if term in NONE_BEFORE:
                yield from _by_themselves(term, kind, page, lines, what)


def _sections() -> Iterator[tuple[str, str, list[str], list[str]]]:
    for section in LINES.read_text("utf-8").removeprefix("[").split("\n["):
        head, *lines = filter(None, section.splitlines())
        term, kind, *what = head.rstrip("]").split(" | ")
        yield term, kind, lines, what


def _line_by_line(term: str, kind: str, page: int, lines: list[str], what: list[str]) -> Iterator[Asked]:
    for at, line in enumerate(lines):
        for turned in (False,) if term.startswith("gone") else (False, True):
            yield _one(TURNS[at % len(TURNS)], term, kind, page, line, what, turned=turned)


def _in_other_words(term: str, kind: str, page: int, lines: list[str], what: list[str]) -> Iterator[Asked]:
    """Each line in the place of the one before it of its part, with another value."""
    for part in PARTS:
        own = [line for at, line in enumerate(lines) if TURNS[at % len(TURNS)] == part]
        own = [line for line in own if not _MORE_FIGURES.search(_CHOICE.sub("", line))]
        for old, new in zip(own, [*own[1:], *own[:1]], strict=True):
            before = _one(part, term, kind, page, old, what, turned=False)
            others = [_one(part, term, kind, page, new, what, turned=turned) for turned in (False, True)]
            after = next((other for other in others if other.values[0] != before.values[0]), None)
            if after is None or old == new:
                continue
            gain = after.values[0] is True or (
                what[0] != "allowed"
                and (float(after.values[0] or 0) > float(before.values[0] or 0)) == (what[0] == "good")
            )
            yield replace(
                before,
                group=OTHER_WORDS,
                lines=(before.lines[0], after.lines[0]),
                values=(before.values[0], after.values[0]),
                direction=Direction.RESTORATIVE if gain else Direction.RESTRICTIVE,
            )


def _by_themselves(term: str, kind: str, page: int, lines: list[str], what: list[str]) -> Iterator[Asked]:
    """Each line where none stood or none is left: a wait, a bar or a free visit that came or went."""
    for at, line in enumerate(lines):
        one = _one(TURNS[at % len(TURNS)], term, kind, page, line, what, turned=False)
        if 0.0 in one.values:
            continue
        good, (value, _) = what[0] == "good", one.values
        came, went = (
            (Direction.RESTORATIVE, Direction.RESTRICTIVE) if good else (Direction.RESTRICTIVE, Direction.RESTORATIVE)
        )
        yield replace(one, group=ALONE, lines=("", one.lines[0]), values=(None, value), direction=came)
        yield replace(one, group=ALONE, lines=(one.lines[0], ""), values=(value, None), direction=went)


def _one(part: str, term: str, kind: str, page: int, line: str, what: list[str], *, turned: bool) -> Asked:
    """What a line asks, forwards or backwards."""
    if term.startswith("gone"):
        before, after = line.split("|")
        _, name, value = term.split()
        values: tuple[FactValue, FactValue] = float(value), None
        return Asked(
            part, GONE, name, kind, page, (before, after), Direction.RESTORATIVE, what[1], _topics(what), values
        )
    choice = _CHOICE.search(line)
    assert choice is not None, line
    sides = [choice[1], choice[2]]
    says = [line.replace(choice[0], said.partition("=")[0]) for said in sides]
    says = [f"{said[0].upper()}{said[1:]}" for said in says]
    if turned:
        sides, says = sides[::-1], says[::-1]
    pair = (says[0], says[1])
    if term in SILENT:
        return Asked(part, term, term, kind, page, pair)
    if what[0] == "allowed":
        values, gain = (turned is False, turned), turned
    else:
        was, now = (_value(said) for said in sides)
        values, gain = (was, now), (now > was) == (what[0] == "good")
    direction = Direction.RESTORATIVE if gain else Direction.RESTRICTIVE
    return Asked(part, TERMS, term, kind, page, pair, direction, what[1], _topics(what), values)


def _topics(what: list[str]) -> frozenset[str]:
    return frozenset(what[2].split(","))


def _value(said: str) -> float:
    figure = said.partition("=")[2] or said.lstrip("$").replace(",", "")
    return float(figure) if figure[0].isdigit() else float(number_of(figure.lower()))


def answers(one: Asked) -> tuple[bool, ...]:
    """Which of QUESTIONS are answered right of one line."""
    title, page = PAGES[one.kind][one.page]
    before, after = (plain_segments(page.format(line=_ended(line))) for line in one.lines)
    kind = "contract" if one.kind == "contract" else ""
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before=title, title_after=title, kind=kind)
    if one.direction is None:
        return (not found.relevant,) * len(QUESTIONS)
    direction = found.relevant and found.direction is one.direction
    fact = _facts(one, found.facts)
    topics = frozenset(topic.value for topic in found.topics) == one.topics
    return direction and fact, direction, fact, topics, found.severity.value == one.severity


def _ended(line: str) -> str:
    return line if not line or line[-1] in ".?!" or ":" in line or " | " in line else f"{line}."


def _facts(one: Asked, told: tuple[Fact, ...]) -> bool:
    """Whether the fact of a line is the only one told; a value that is gone may be told as nothing at all."""
    if len(told) != 1 or told[0].name != one.term:
        return False
    if one.group in (ALONE, GONE):
        return (told[0].before or None, told[0].after or None) == one.values
    return (told[0].before, told[0].after) == one.values


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    options = parser.parse_args()
    lines = [one for one in asked() if options.part in (None, one.part)]
    told: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for one, right in zip(lines, pool.map(answers, lines, chunksize=16), strict=True):
            for group in dict.fromkeys((one.group, one.term)):
                told[one.part, group] += Counter(q for q, yes in zip(QUESTIONS, right, strict=True) if yes)
                told[one.part, group]["asked"] += 1
            if options.verbose and one.part != "last" and not right[0]:
                missed = " ".join(q for q, yes in zip(QUESTIONS, right, strict=True) if not yes)
                print(
                    f"  {one.group}: {one.term}, {one.page}: {one.lines[0]} -> {one.lines[1]} (not {missed})",
                    flush=True,
                )
    for (part, group), found in sorted(told.items(), key=lambda item: PARTS.index(item[0][0])):
        if group in GROUPS or (options.verbose and part != "last"):
            total = found["asked"]
            questions = QUESTIONS[:1] if group in SILENT else QUESTIONS
            shares = ", ".join(f"{question} {found[question] / total:.2f}" for question in questions)
            print(f"{part:8} {group:36} of {total:4}: {shares}")


if __name__ == "__main__":
    main()

"""Plain rules on who may visit and in which form: "Former inmates may not visit.", "You may hug at the end."

    python -m benchmarks.plain_visitors        # a table; --verbose: each edit of "in view" and "later" not told right

Each block of plain_visitors.txt says one rule in several wordings, for and against. On three pages of visiting rules a
wording takes the place of a contrary one, of one that says the same (which nobody should be told of) or of a line on
something else, comes and goes. Rules were mended with the part "in view" in view; "later" was written beside it and put
to them afterwards, and they were mended with it, too; of "last" only the sums were looked at. All were written by the
hand that wrote the rules. Some wordings of "in view" were put right when they proved not to say the same, and what news
is worth when it is taken down ("!") was settled for all parts after the first run.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading
from monitors.segments import plain_segments

LINES = Path(__file__).with_suffix(".txt")
PARTS = ("in view", "later", "last")
TITLE = "Alder County Jail: visiting"
NEUTRAL = "Put your phone and keys in a locker."
RULES = (
    "Visiting is on Saturday and Sunday from 9 a.m. to 3 p.m.\nBring photo ID.\nA phone call costs 10 cents a minute.\n"
    "Each person may have two visits a week."
)
LONG = """Alder County Jail
The jail stands at 12 Mill Street, behind the courthouse. Doors to the lobby open half an hour before the first visit.

Visiting hours
Housing units A and B: Saturday, 9 a.m. to 11 a.m.
Housing units C and D: Sunday, 9 a.m. to 11 a.m.
Visits last 30 minutes. Each inmate may have two visits a week.

Before you come
- Book your visit at least one day ahead by calling 555-0142.
- Arrive 20 minutes before your visit starts. If you are late, the visit may be canceled.
- Check the roster to see where the inmate is housed. Housing may change without notice.

What to bring
- A driver's license or state ID card.
- A quarter for the locker. Purses, phones and keys stay in the locker.
- Nothing else may be taken into the visiting room.

Rules for visits
{line}

What to wear
Dress as you would for court. Shorts, tank tops and open-toed shoes are not suitable. A visitor who is not dressed
properly may be asked to change and come back at another time.

In the visiting room
- Stay in your seat until the officer tells you that the visit is over.
- Speak quietly, so that others can talk as well.
- Food and drink are not allowed. There are vending machines in the lobby.
- Do not pass anything to the inmate. Money and books must be handed in at the front desk.
- An officer may end a visit when these rules are broken.

Mail
Letters must bear the full name and booking number of the inmate. Send them to the address above. They are opened and
looked through for contraband before they are handed out.

Money
The kiosk in the lobby takes cash and cards. A fee of $3 applies to each deposit. Checks are not accepted.

Commissary
Orders are taken on Tuesday and delivered on Friday. Each inmate may spend up to $80 a week.

Phone
Inmates can make calls from the day room between 8 a.m. and 10 p.m. They cannot receive calls. To set up an account,
call the phone company. Messages are not passed on by staff, except in an emergency that the chaplain has confirmed.

Questions
Write to jail@alder.example or call the front desk at 555-0100 on weekdays."""
PAGES = (
    RULES + "\nNOTICE\n{line}",
    "Visiting\nBe on time.\n{line}\nA visit lasts 30 minutes.\n\nQuestions\nCall 555-0142.",
    LONG,
)


@dataclass(slots=True)
class Block:
    """One rule. signs and lines: what the text says of it, in its order."""

    part: str
    name: str
    topics: frozenset[str]
    severity: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    def said(self, *signs: str) -> list[str]:
        return [line for sign, line in self.lines if sign in signs]


@dataclass(frozen=True, slots=True)
class Edit:
    """kind: how the lines stand to each other; wanted: "" where nothing is to be told."""

    block: str
    part: str
    kind: str
    page: int
    before: str
    after: str
    wanted: str
    topics: frozenset[str] = frozenset()
    severity: str = ""


def blocks(text: str) -> Iterator[Block]:
    part, block = "", None
    for line in text.splitlines():
        if line.startswith("== "):
            part = line[3:]
        elif line.startswith("["):
            name, topics, severity = (*(one.strip() for one in line[1:-1].split("|")), "?", "?")[:3]
            block = Block(part, name, frozenset(topics.split(",")) - {"?"}, severity.replace("?", ""))
            yield block
        elif line and line[0] in "+*-!~>=" and block is not None:
            block.lines.append((line[0], line[2:].replace(" // ", "\n")))


def edits(block: Block) -> Iterator[tuple[str, str, str, str]]:
    """Kind, old line, new line and what is to be told."""
    less, more = Direction.RESTRICTIVE.value, Direction.RESTORATIVE.value
    gives, takes = block.said("+", "*"), block.said("-", "!", "~")
    for place, give in enumerate(gives):
        for take in dict.fromkeys((takes * 2)[place : place + 2]):
            yield "turned", give, take, less
            yield "turned", take, give, more
    for one, other in (*pairwise(gives), *pairwise(takes)):
        yield "same", one, other, ""
        yield "same", other, one, ""
    for take in block.said("-", "!"):
        yield "alone", "", take, less
        yield "alone", NEUTRAL, take, less
    for take in block.said("-"):
        yield "alone", take, "", more
        yield "alone", take, NEUTRAL, more
    for give in block.said("*"):
        yield "alone", "", give, more
    rungs = block.said(">")
    for high, low in ((0, 1), (1, 2), (0, 2)) if rungs else ():
        yield "narrowed", rungs[high], rungs[low], less
        yield "narrowed", rungs[low], rungs[high], more
    first, *others = [*block.said("="), ""]
    for other in others if first else ():
        yield "near", first, other, ""
        yield "near", other, first, ""


def asked() -> Iterator[Edit]:
    for block in list(blocks(LINES.read_text(encoding="utf-8"))):
        for kind, old, new, wanted in edits(block):
            for page in range(len(PAGES)):
                yield Edit(block.name, block.part, kind, page, old, new, wanted, block.topics, block.severity)


def reading(edit: Edit) -> Reading:
    before, after = (plain_segments(PAGES[edit.page].format(line=line)) for line in (edit.before, edit.after))
    return read(before, after, compare(before, after).passages, title_before=TITLE, title_after=TITLE)


def told(edit: Edit) -> tuple[str, bool, bool]:
    """ "right", "silent" or the wrong direction; whether topics and severity are right."""
    found = reading(edit)
    if not found.relevant:
        return ("right" if not edit.wanted else "silent"), True, True
    topics = {topic.value for topic in found.topics}
    how = "right" if found.direction.value == edit.wanted else found.direction.value
    return how, edit.topics <= topics, edit.severity in ("", found.severity.value)


def _table(part: str, found: Sequence[tuple[Edit, tuple[str, bool, bool]]]) -> None:
    rows: dict[str, list[tuple[Edit, tuple[str, bool, bool]]]] = defaultdict(list)
    for edit, answer in found:
        rows[f"{edit.block.split(':')[0]:5}{edit.kind}"].append((edit, answer))
    rows["all"] = list(found)
    for name in (*sorted(rows.keys() - {"all"}), "all"):
        answers = [answer for _, answer in rows[name]]
        counts = Counter(how for how, _, _ in answers)
        line = f"{part:8}{name:15} right {counts['right'] / len(answers):.3f} of {len(answers):4}"
        heard = [answer for edit, answer in rows[name] if edit.wanted and answer[0] == "right"]
        if heard:
            topics, severe = (sum(answer[at] for answer in heard) / len(heard) for at in (1, 2))
            line += f", silent {counts['silent']:3}; of those topics {topics:.3f}, severity {severe:.3f}"
        print(line, flush=True)


def _tell(found: Sequence[tuple[Edit, tuple[str, bool, bool]]], *, strict: bool) -> None:
    wrong: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for edit, (how, topics, severe) in found:
        short = how if how != "right" else "topics" if not topics else "severity" if not severe else ""
        if short and (strict or how != "right"):
            wrong[edit.block, edit.kind, edit.before, edit.after].append(f"{edit.page}:{short}")
    for (name, kind, old, new), how in wrong.items():
        print(f"  [{name}, {kind}] {' '.join(how)}: {old or '(nothing)'} -> {new or '(nothing)'}".replace("\n", " // "))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="name what was not told right, but for the last part")
    parser.add_argument("--strict", action="store_true", help="with --verbose: topics and severity, too")
    parser.add_argument("--part", choices=PARTS, action="append", help="these parts alone")
    parser.add_argument("--jobs", type=int, default=None)
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs, mp_context=get_context("spawn")) as pool:
        for part in args.part or PARTS:
            lines = [edit for edit in asked() if edit.part == part]
            mixed = random.Random(0).sample(lines, len(lines))  # long pages are spread over all processes
            answers = dict(zip(mixed, pool.map(told, mixed, chunksize=16), strict=True))
            found = [(edit, answers[edit]) for edit in lines]
            _table(part, found)
            if args.verbose and part != "last":
                _tell(found, strict=args.strict)


if __name__ == "__main__":
    main()

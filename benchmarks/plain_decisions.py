"""What boards, courts and sheriffs decided, in plain lines: "The board voted down a plan to end in-person visits."

    python -m benchmarks.plain_decisions       # a table; --verbose: each line that was not told right

Every verb is put to every thing it may be done to, as a new line of a page of news and in place of a line that says
that the matter comes up. Rules were mended with IN_VIEW in view, and their words with LATER, after a third of it had
been told right. LAST was written then and put to them afterwards: its lines were not looked at. MINUTES tell a motion
and what came of it in two sentences; their later ones were mended with, too. SILENT are lines that decide nothing about
visits in jail; they were looked at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle, product
from multiprocessing import get_context

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction
from monitors.segments import plain_segments


@dataclass(frozen=True)
class Matter:
    """against, aids: things that are against visits or for them; keeps, undoes: verbs that let them stand or not;
    refuses: verbs that refuse to undo them."""

    who: tuple[str, ...]
    against: tuple[str, ...]
    aids: tuple[str, ...]
    keeps: tuple[str, ...]
    undoes: tuple[str, ...]
    refuses: tuple[str, ...]

    def lines(self) -> Iterator[tuple[str, str, Direction]]:
        """Kind of line, line, direction."""
        who = cycle(self.who)
        for things, sign in ((self.against, -1), (self.aids, 1)):
            for verbs, turn, name in (
                (self.keeps, 1, "kept"),
                (self.undoes, -1, "undone"),
                (self.refuses, 1, "refused"),
            ):
                for thing, verb in product(things, verbs):
                    gain = sign * turn > 0
                    yield name, f"{next(who)} {verb} {thing}.", Direction.RESTORATIVE if gain else Direction.RESTRICTIVE


IN_VIEW = Matter(
    ("The county board", "A judge", "The commissioners on Tuesday", "The sheriff"),
    ("a ban on in-person visits", "a plan to end in-person visits at the jail",
     "a proposal to replace in-person visits with video", "a rule that bars children from the visiting room",
     "a measure that would cut visiting hours in half", "a contract clause that forbids in-person visits",
     "a fee of $5 for every visit"),
    ("a bill that guarantees in-person visits", "a rule that gives every inmate two visits a week",
     "a plan to bring back in-person visits", "a proposal to make video visits free",
     "an order that restores contact visits", "a policy that lets children visit"),
    ("approved", "adopted", "voted 4-1 for", "passed", "upheld", "kept", "reinstated", "agreed to", "went along with"),
    ("rejected", "voted down", "repealed", "rescinded", "struck down", "threw out", "overturned", "withdrew",
     "scrapped", "blocked", "turned down", "did away with", "killed", "backed away from"),
    ("refused to repeal", "declined to overturn", "would not rescind", "voted against scrapping", "failed to block"),
)  # fmt: skip
LATER = Matter(
    ("County supervisors", "The state supreme court", "The jail commission, 3-2,", "Warden Ines Holloway",
     "On Monday the city council"),
    ("a proposal that would have made all visits remote", "the decision to shutter the visiting booths",
     "an ordinance limiting each inmate to one visit a month",
     "the policy of keeping children under 16 out of the visiting room",
     "a 20 percent increase in the price of video visits", "the suspension of contact visits",
     "a request by the sheriff to discontinue Sunday visits"),
    ("a resolution to reopen the visiting room", "legislation requiring jails to provide in-person visits",
     "the right to a weekly visit", "a deal under which video visits from home are free",
     "the return of contact visits", "a pilot program that allows evening visits"),
    ("okayed", "gave final approval to", "ratified", "signed", "gave the go-ahead to", "affirmed"),
    ("shot down", "nixed", "tossed out", "axed", "pulled the plug on", "put a stop to", "rolled back", "vetoed"),
    ("decided not to rescind", "chose not to overturn", "turned down an appeal to repeal"),
)  # fmt: skip
LAST = Matter(
    ("The Board of Supervisors", "Circuit Judge Orla Pruitt", "State lawmakers", "The jail authority's directors",
     "The county executive on Thursday"),
    ("a plan that would leave families with screens", "a directive that no one under 18 may visit",
     "the county's decision to do away with face-to-face visits", "a law allowing jails to hold visits by video only",
     "a limit of two visits a month", "a proposed charge of $3 for lobby visits", "the closing of the visiting rooms"),
    ("a proposal to give every family two free video visits a week", "a settlement that brings back contact visits",
     "an amendment protecting in-person visits", "the reopening of the visiting booths",
     "a resolution calling for in-person visits to resume", "a cut in the price of a video visit"),
    ("backed", "unanimously passed", "put into effect", "held to", "stood by", "accepted"),
    ("said no to", "quashed", "did not approve", "abandoned", "refused to adopt", "walked away from", "set aside"),
    ("declined to reconsider", "would not undo", "rejected a motion to withdraw"),
)  # fmt: skip
# Minutes in sentences of their own: what was moved (for visits or against them), and what came of it.
MINUTES = (
    {
        "Moved by Smith to {}. Seconded by Lee. {}.": (
            "Motion carried 4-1", "Motion failed 2-3", "The motion passed", "Motion denied",
        ),
        "Motion by Commissioner Ortega to {}. {}.": (
            "Carried unanimously", "Failed, 2-3", "Motion approved", "Motion died for lack of a second",
        ),
        "Item 7: proposal to {}. {}.": ("Vote: passed, 3-2", "Vote: failed, 2-3", "Approved", "Rejected"),
    },
    {
        "It was moved to {}. {}.": ("The motion was adopted", "The motion was defeated", "Vote: 5-0", "Vote: 1-4"),
        "Ms. Hale moved to {}, seconded by Mr. Orr. {}.": ("Passed 3-2", "Lost 2-3", "Motion carries", "Motion fails"),
        "Request to {}. {}.": ("Granted", "Denied", "Result: approved", "Result: rejected"),
    },
)  # fmt: skip
MOVED = (
    {"rescind the ban on contact visits": 1, "end in-person visits": -1, "bring back in-person visits": 1},
    {"lift the suspension of weekend visits": 1, "replace in-person visits with video visits": -1,
      "require in-person visits in the video contract": 1},
)  # fmt: skip


def minutes(part: int) -> Iterator[tuple[str, str, str]]:
    """Kind, lines, direction. Every second outcome leaves things as they are."""
    for (frame, outcomes), (act, sign) in product(MINUTES[part].items(), MOVED[part].items()):
        for place, outcome in enumerate(outcomes):
            gain = (sign > 0) == (place % 2 == 0)
            yield "minutes", frame.format(act, outcome), ("restorative" if gain else "restrictive")


SILENT = (
    "Families urged the board to reject a plan to end in-person visits.",
    "Advocates have called on the sheriff to lift the ban on contact visits.",
    "The museum board voted to end school visits.",
    "The council approved a plan to restore the courthouse clock.",
    "The county voted to end its contract with a food vendor.",
    "The board rejected a plan to close the landfill.",
    "The commission lifted the ban on outdoor watering.",
    "A judge struck down the city's limit on yard signs.",
    "The hospital lifted its ban on visitors under 12.",
    "The school board voted down a plan to end campus visits.",
)
PAGE = "LAKE CITY - Jail news.\nThe jail holds 300 people.\nVisits are discussed at every meeting of the board.{line}"
PENDING = "\nThe matter comes before them next week."


def told(question: tuple[str, str]) -> str:
    """The direction told of a new line, or "silent"; question: what stood in its place, and the line."""
    before, after = (plain_segments(PAGE.format(line=line)) for line in question)
    found = read(before, after, compare(before, after).passages, title_after="Jail news", kind="news")
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    parts: Mapping[str, list[tuple[str, str, str]]] = {
        "in view": [*((name, line, direction.value) for name, line, direction in IN_VIEW.lines()), *minutes(0)],
        "later": [*((name, line, direction.value) for name, line, direction in LATER.lines()), *minutes(1)],
        "last": [(name, line, direction.value) for name, line, direction in LAST.lines()],
        "silent": [("silent", line, "silent") for line in SILENT],
    }
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for (part, lines), (place, was) in product(parts.items(), (("as a new line", ""), ("in place", PENDING))):
            found = list(pool.map(told, [(was, f"\n{line}") for _, line, _ in lines], chunksize=8))
            for name in dict.fromkeys(name for name, _, _ in lines):
                asked = [
                    (how, line, want) for how, (kind, line, want) in zip(found, lines, strict=True) if kind == name
                ]
                counts = Counter("right" if how == want else how for how, _, want in asked)
                share = counts["right"] / len(asked)
                print(
                    f"{part:8}{place:15}{name:8} right {share:.3f} of {len(asked):4}, silent {counts['silent']}",
                    flush=True,
                )
                if verbose:
                    print("".join(f"  {how}: {line}\n" for how, line, want in asked if how != want), end="")


if __name__ == "__main__":
    main()

"""Lines of one subject whose verb turned: "Contact visits are suspended." and "Contact visits are available again."

    python -m benchmarks.plain_turns           # a table; --verbose: each pair that was not told right

Every saying of a subject takes the place of every contrary one on a page of visiting rules. Rules were mended with
IN_VIEW in view; LATER was written for this question and put to them afterwards. Its lines on bookings, and on who
suspends visits, were looked at one by one, and one pair on non-contact visits was mended.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction
from monitors.segments import plain_segments


@dataclass(frozen=True)
class Turn:
    """subjects: what lines are about, "" where lines name it themselves; gives, takes: what is said of each."""

    subjects: tuple[str, ...]
    gives: tuple[str, ...]
    takes: tuple[str, ...]

    def pairs(self) -> Iterator[tuple[str, str, Direction]]:
        for subject, give, take in product(self.subjects, self.gives, self.takes):
            given, taken = f"{subject} {give}.".strip(), f"{subject} {take}.".strip()
            yield given, taken, Direction.RESTRICTIVE
            yield taken, given, Direction.RESTORATIVE


IN_VIEW: Mapping[str, Turn] = {
    "forms of visits": Turn(
        ("Lobby video visits", "On-site video visits", "Video visits", "Remote video visits", "In-person visits",
         "Contact visits", "Kiosk visits", "Visits for B Pod", "Weekend visits", "Visits in the North Tower"),
        ("are available again", "have resumed", "are open again", "have been restored", "are held as usual again"),
        ("are suspended", "have been suspended until further notice", "are currently unavailable", "are on hold",
         "have been canceled", "are closed due to staffing"),
    ),
    "who may come": Turn(
        ("Children", "Anyone under 18", "Former inmates", "Visitors on parole", "Friends", "Cousins"),
        ("may visit", "are allowed to visit", "can visit"),
        ("may not visit", "are not allowed to visit", "are no longer allowed to visit", "are barred from visiting"),
    ),
    "touch": Turn(
        ("Hugs", "Brief hugs and kisses", "Handshakes"),
        ("are allowed", "are permitted at visits"),
        ("are not allowed", "are prohibited", "are no longer permitted"),
    ),
    "bookings": Turn(
        ("",),
        ("Walk-in visits are welcome", "No appointment is needed to visit", "You do not need to schedule your visit"),
        ("Walk-in visits are not accepted", "An appointment is required to visit", "You must schedule your visit"),
    ),
    "free or paid": Turn(
        ("Visits", "Video visits", "Lobby video visits", "Remote visits from home", "Weekend visits"),
        ("are free of charge", "are free", "are offered at no cost", "cost nothing", "are not charged for"),
        ("are not free of charge", "are no longer free", "are offered for a fee", "are not free", "must be paid for"),
    ),
    "charges": Turn(
        ("",),
        ("There is no charge for video visits", "Families pay nothing for video visits",
         "No fee is charged for a visit"),
        ("There is a charge for video visits", "Families must pay for video visits", "A fee is charged for each visit"),
    ),
    "who suspends": Turn(
        ("The jail", "The sheriff's office", "The county", "The facility", "Our jail"),
        ("has resumed visits", "has restored in-person visits", "has restarted all visits"),
        ("has suspended visits", "has paused in-person visits", "has stopped all visits"),
    ),
}  # fmt: skip
LATER: Mapping[str, Turn] = {
    "forms of visits": Turn(
        ("Noncontact visits", "Tablet video visits", "Visits on the third floor", "Sunday visits", "Outdoor visits",
         "Special visits for families from far away", "Attorney visits", "Overnight family visits"),
        ("are being held again", "have started again", "have been reinstated", "will resume on Monday"),
        ("are paused for now", "have been discontinued", "will not be held until further notice",
         "are stopped because of an outbreak"),
    ),
    "who may come": Turn(
        ("Kids", "Grandchildren", "Persons with pending charges", "Convicted felons", "Neighbors and co-workers"),
        ("are let in to visit", "may sign up to visit"),
        ("are not let in to visit", "may not sign up to visit", "are excluded from visits"),
    ),
    "touch": Turn(("Kisses", "Touching and holding hands"), ("are welcome",), ("are banned", "may not be exchanged")),
    "bookings": Turn(
        ("",),
        ("Just show up; no reservation is necessary", "You can visit without a reservation"),
        ("Reservations are mandatory", "You cannot visit without a reservation", "Scheduling is required"),
    ),
    "free or paid": Turn(
        ("On-site visits", "Tablet video visits", "Visits by video", "The first visits of each week", "Contact visits"),
        ("are provided free of charge", "do not cost anything", "are available without charge", "remain free"),
        ("are not provided free of charge", "now cost money", "are not available without charge", "carry a fee"),
    ),
    "charges": Turn(
        ("",),
        ("You will not be charged for visits", "Visitors do not pay for on-site visits",
         "No payment is needed for visits"),
        ("You will be charged for visits", "Visitors pay for on-site visits", "Payment is needed for visits"),
    ),
    "who suspends": Turn(
        ("The warden", "The prison", "The state", "Alder County", "The detention center", "The department"),
        ("has reinstated visits", "has reopened visiting", "has brought back in-person visits", "is resuming visits"),
        ("has halted visits", "has closed visiting", "has ended in-person visits", "is suspending visits"),
    ),
}  # fmt: skip
PAGE = (
    "Visiting is on Saturday and Sunday.\nBring photo ID.\nA visit from home costs $9 for 20 minutes.\n"
    "Each person may have two visits a week.\nNOTICE\n{line}"
)
TITLE = "Alder County Jail: visiting"


def told(pair: tuple[str, str, Direction]) -> str:
    """ "right", "silent" or the wrong direction of one pair of lines."""
    before, after = (plain_segments(PAGE.format(line=line)) for line in pair[:2])
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before=TITLE, title_after=TITLE)
    if not found.relevant:
        return "silent"
    return "right" if found.direction is pair[2] else found.direction.value


def tell(name: str, pairs: Sequence[tuple[str, str, Direction]], found: Sequence[str], *, verbose: bool) -> None:
    """One line of the table: how many pairs were told right; verbose: each that was not, below it."""
    counts = Counter(found)
    share = counts["right"] / len(pairs)
    print(f"{name:25} right {share:.3f} of {len(pairs):4}, silent {counts['silent']}", flush=True)
    if verbose:
        wrong = ((how, *pair[:2]) for how, pair in zip(found, pairs, strict=True) if how != "right")
        print("".join(f"  {how}: {before} -> {after}\n" for how, before, after in wrong), end="")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for part, turns in (("in view", IN_VIEW), ("later", LATER)):
            for name, turn in turns.items():
                pairs = list(turn.pairs())
                tell(f"{part:9}{name}", pairs, list(pool.map(told, pairs, chunksize=8)), verbose=verbose)


if __name__ == "__main__":
    main()

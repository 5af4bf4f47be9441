"""Plain rules that gain or lose a condition or an exception: "Children may visit." and "Children may visit if ...".

    python -m benchmarks.plain_conditions      # a table; --verbose: each pair that was not told right

Each pair is put to the reading both ways, on a page of visiting rules. Rules were mended with IN_VIEW in view; LATER
was written for this question and put to them afterwards.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks.plain_turns import tell, told
from monitors.records import Direction

# Rules that give something, and rules that forbid or ask, with what may stand behind them.
Rules = Mapping[str, tuple[str, ...]]
IN_VIEW: Mapping[str, Rules] = {
    "given": {
        "All inmates may have contact visits": (
            "except those in segregation", "except on Mondays", "unless they are on disciplinary status",
            "if they have no write-ups",
        ),
        "Children may visit": ("except on weekdays", "only with a parent", "if they are over 5"),
        "Visits are open to the public every day": (
            "except Tuesday", "except during shift change", "unless the jail is short of staff",
        ),
        "Video visits are free": ("on weekdays only", "except after 6 p.m.", "for the first 10 minutes"),
        "Friends and family may visit": (
            "if they are on the approved list", "only by appointment", "after a background check",
        ),
        "Each inmate may have two visits a week": ("except during the first month", "while on good behavior"),
        "Walk-in visitors are welcome": ("on Sundays only", "if space allows"),
    },
    "withheld": {
        "Children under 16 may not visit": (
            "unless a parent is with them", "unless accompanied by an adult", "except on Family Day",
            "without a parent or guardian", "except with the approval of the captain",
        ),
        "Former inmates may not visit": (
            "unless the warden approves", "except to see a parent or child", "within one year of release",
            "without written permission",
        ),
        "Visits are not held on holidays": ("except Thanksgiving", "unless announced", "other than Labor Day"),
        "Visitors may not touch inmates": (
            "except for a brief hug at the start and end", "except to hold hands on the table",
        ),
        "Visits are limited to two per week": (
            "unless space allows more", "except for visitors who travel over 100 miles",
        ),
        "People on probation are not admitted": ("unless their officer agrees in writing",),
        "Visitors without an appointment are turned away": ("unless there is room", "except on weekdays"),
        "Late visitors lose their visit": ("unless they call ahead",),
        "Fees are not refunded": ("unless the system failed", "except for visits canceled by the jail"),
    },
}  # fmt: skip
LATER: Mapping[str, Rules] = {
    "given": {
        "Inmates in all housing units are entitled to two visits a week": (
            "as long as they have no disciplinary reports", "when staffing permits", "provided the visitor is approved",
        ),
        "Visitors may hug the inmate at the start of the visit": (
            "with permission of the officer", "except during flu season", "if the inmate is on level 3",
        ),
        "Grandchildren are allowed to visit": ("with the written consent of a parent", "until they turn 12"),
        "Visiting is open on all holidays": ("except Christmas Day", "but only for immediate family"),
        "Visits may be extended to two hours": ("for visitors from out of state only", "when the room is not full"),
        "The lobby terminals are free": ("for the first visit of each week", "except on weekends"),
    },
    "withheld": {
        "Ex-offenders are not allowed to visit": (
            "unless approved by the superintendent", "until they have been out for six months",
            "other than a spouse or child of the inmate",
        ),
        "No one under 18 may visit": ("without an adult", "unless the inmate is the parent"),
        "Visits must be scheduled a day ahead": ("except for first visits", "unless you live more than 200 miles away"),
        "Inmates in lockdown cannot be visited": ("except by clergy and family in an emergency", "without approval"),
        "Physical contact is prohibited during visits": ("except holding hands", "unless a contact visit was approved"),
        "Visitors are restricted to two people per visit": (
            "not counting children", "unless a larger group was approved",
        ),
    },
}  # fmt: skip


def pairs(kind: str, rules: Rules) -> Iterator[tuple[str, str, Direction]]:
    narrowed, widened = Direction.RESTRICTIVE, Direction.RESTORATIVE
    for rule, tails in rules.items():
        for tail in tails:
            bare, tailed = f"{rule}.", f"{rule} {tail}.".replace("..", ".")
            yield bare, tailed, narrowed if kind == "given" else widened
            yield tailed, bare, widened if kind == "given" else narrowed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for part, kinds in (("in view", IN_VIEW), ("later", LATER)):
            for kind, rules in kinds.items():
                asked = list(pairs(kind, rules))
                tell(f"{part:9}{kind}", asked, list(pool.map(told, asked, chunksize=4)), verbose=verbose)


if __name__ == "__main__":
    main()

"""What is done to visits, in every voice and tense: "In-person visits will not be ended.", "We are restoring visits."

    python -m benchmarks.plain_acts            # a table; --verbose: each line that was not told right

Every verb is put into every form, with every kind of visits, as a new line on a jail's pages. Rules were mended with
IN_VIEW in view; LATER was written afterwards. A denied loss ("will not be ended") is right where it is told as no loss,
a denied gain where it is told as no gain: whether a promise is news depends on its words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from benchmarks.plain_core import PAGES, Asked, told

LOSS, GAIN = "restrictive", "restorative"
# As nouns; what is said of them, and whether it leaves their sign, turns it, or only may not be told as it.
NOUNS = (
    (("end of", "suspension of", "elimination of", "cancellation of", "discontinuation of", "ban on"), False),
    (("return of", "restoration of", "resumption of", "reinstatement of", "reopening of"), True),
)
SAID_OF_LOSS = (
    ("The {} was announced on Friday.", 1),
    ("The {} takes effect on May 1.", 1),
    ("The {} has been extended.", 1),
    ("We regret the {}.", 1),
    ("The {} is over.", -1),
    ("The {} has been lifted.", -1),
    ("The {} has been called off.", -1),
    ("Reports of the {} are false.", 0),
)
SAID_OF_GAIN = (
    ("The {} was announced on Friday.", 1),
    ("The {} takes effect on May 1.", 1),
    ("We are happy to announce the {}.", 1),
    ("The {} has been delayed.", -1),
    ("There is no date for the {}.", 0),
)


@dataclass(frozen=True)
class Verbs:
    """visits: what it is done to; losses, gains: verbs as (plain, participle, -ing), with {} where visits stand."""

    visits: tuple[str, ...]
    losses: tuple[tuple[str, str, str], ...]
    gains: tuple[tuple[str, str, str], ...]


IN_VIEW = Verbs(
    ("In-person visits", "Contact visits", "All visits", "Weekend visits", "Video visits", "Visitation"),
    (
        ("end {}", "ended {}", "ending {}"),
        ("stop {}", "stopped {}", "stopping {}"),
        ("suspend {}", "suspended {}", "suspending {}"),
        ("cancel {}", "canceled {}", "canceling {}"),
        ("eliminate {}", "eliminated {}", "eliminating {}"),
        ("discontinue {}", "discontinued {}", "discontinuing {}"),
        ("phase out {}", "phased out {}", "phasing out {}"),
        ("do away with {}", "done away with {}", "doing away with {}"),
        ("ban {}", "banned {}", "banning {}"),
        ("scrap {}", "scrapped {}", "scrapping {}"),
        ("halt {}", "halted {}", "halting {}"),
        ("abolish {}", "abolished {}", "abolishing {}"),
        ("get rid of {}", "gotten rid of {}", "getting rid of {}"),
    ),
    (
        ("resume {}", "resumed {}", "resuming {}"),
        ("restore {}", "restored {}", "restoring {}"),
        ("bring back {}", "brought back {}", "bringing back {}"),
        ("reinstate {}", "reinstated {}", "reinstating {}"),
        ("offer {} again", "offered {} again", "offering {} again"),
        ("allow {}", "allowed {}", "allowing {}"),
        ("reintroduce {}", "reintroduced {}", "reintroducing {}"),
    ),
)
LATER = Verbs(
    ("Face-to-face visits", "Non-contact visits", "Family visits", "Evening visits", "Visits at the jail", "Visiting"),
    (
        ("axe {}", "axed {}", "axing {}"),
        ("wind down {}", "wound down {}", "winding down {}"),
        ("prohibit {}", "prohibited {}", "prohibiting {}"),
        ("shelve {}", "shelved {}", "shelving {}"),
        ("pause {}", "paused {}", "pausing {}"),
        ("put a stop to {}", "stopped {}", "putting a stop to {}"),
        ("withdraw {}", "withdrawn {}", "withdrawing {}"),
        ("revoke {}", "revoked {}", "revoking {}"),
    ),
    (
        ("revive {}", "revived {}", "reviving {}"),
        ("reestablish {}", "reestablished {}", "reestablishing {}"),
        ("relaunch {}", "relaunched {}", "relaunching {}"),
        ("return to {}", "returned to {}", "returning to {}"),
        ("permit {}", "permitted {}", "permitting {}"),
        ("start {} again", "started {} again", "starting {} again"),
    ),
)


def noun_lines(visits: tuple[str, ...]) -> Iterator[tuple[str, bool, bool, str]]:
    """As lines()."""
    for nouns, gives in NOUNS:
        for noun in nouns:
            for of in visits:
                named = f"{noun} {of[:1].lower()}{of[1:]}"
                for form, turn in SAID_OF_GAIN if gives else SAID_OF_LOSS:
                    yield "noun", gives if turn >= 0 else not gives, not turn, form.format(named)


def lines(part: Verbs) -> Iterator[tuple[str, bool, bool, str]]:
    """The form's name, whether the verb takes or gives, whether it is denied, and the line."""
    for verbs, gives in ((part.losses, False), (part.gains, True)):
        for verb in verbs:
            for visits in part.visits:
                one = visits.startswith("Visit") and not visits.startswith("Visits")
                of, be, has = visits[:1].lower() + visits[1:], "is" if one else "are", "has" if one else "have"
                plain, past, ing = (form.format(of) for form in verb)
                done = " ".join(verb[1].replace("{}", "").split()).removesuffix(" to")
                for name, denied, line in (
                    ("have been", False, f"{visits} {has} been {done}."),
                    ("will be", False, f"{visits} will be {done}."),
                    ("are being", False, f"{visits} {be} being {done}."),
                    ("has done", False, f"The jail has {past}."),
                    ("is doing", False, f"The sheriff is {ing}."),
                    ("we are", False, f"We are {ing} on May 1."),
                    ("will do", False, f"The sheriff's office will {plain}."),
                    ("decided to", False, f"The county decided to {plain}."),
                    ("will not be", True, f"{visits} will not be {done}."),
                    ("are not being", True, f"{visits} {be} not being {done}."),
                    ("will not", True, f"The jail will not {plain}."),
                    ("no plans to", True, f"There are no plans to {plain}."),
                    ("has not yet", True, f"The jail has not yet {past}."),
                    ("decided not to", True, f"The county decided not to {plain}."),
                    ("refused to", True, f"The sheriff refused to {plain}."),
                ):
                    yield name, gives, denied, line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for title, part in (("in view", IN_VIEW), ("later", LATER)):
            put = [*lines(part), *noun_lines(part.visits)]
            asked = [Asked("", line, "jail", page, False) for *_, line in put for page in PAGES["jail"]]
            found = iter(pool.map(told, asked, chunksize=32))
            right: Counter[str] = Counter()
            count: Counter[str] = Counter()
            for name, gives, denied, line in put:
                for way in (next(found), next(found)):
                    said = GAIN if gives else LOSS
                    good = way != said if denied else way == said
                    for kind in (f"{name} ({'gain' if gives else 'loss'})", "all"):
                        right[kind] += good
                        count[kind] += 1
                    if verbose and not good:
                        print(f"  {way}: {line}")
            for kind, many in count.items():
                if verbose or kind == "all":
                    print(f"{title:9}{kind:24}right {right[kind] / many:.3f} of {many:>5}")


if __name__ == "__main__":
    main()

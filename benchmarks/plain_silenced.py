"""True changes of visiting terms in the words by which rooms of the reading take a line out, and their true negatives.

    python -m benchmarks.plain_silenced        # a table; --verbose: each edit that was not told right

Same stance in other words, same norm, same week, free as before, a company's pride, a paper's own dates, a desk,
what a bystander says, a new name, the same refund, other business: each of these is silent, and each room that says so
may swallow a line in which something did change. Every edit is put on pages of its kind, a pair both ways. Rules were
mended with IN_VIEW in view, then with LATER; LAST was scored, and its single edits were not looked at.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

EDITS = Path(__file__).with_suffix(".toml")
_WORDS = {"-": "restrictive", "+": "restorative", "m": "mixed", "0": "neutral", "s": "silent"}
_TURNED = {"-": "+", "+": "-"}

_JAIL = (
    "The Alder County Jail opened in 2004 on the north side of town and is staffed around the clock.",
    "Directions: take exit 12, turn left at the light and follow Mill Street to the end.",
    "All visitors pass a metal detector and put their bags into a locker.",
    "Lockers take a quarter, which you get back.", "Cell phones, food and tobacco stay in your car.",
    "Visitors are expected to dress modestly and to behave quietly.",
    "Anybody who disturbs others will be asked to leave the building.",
    "The visiting area is monitored by cameras.", "Restrooms are to the left of the entrance.",
    "{line}", "A wheelchair is available at the entrance; please ask an officer.",
    "Letters should bear the full name and the booking number of the inmate.",
    "Mail is opened and searched for contraband before it is handed out.",
    "Books must be new, soft-bound and sent by the publisher.",
    "Money can be added to a commissary account at the machine in the entrance hall or by card.",
    "Commissary orders are filled on Thursday.", "Property is released on Wednesday with the inmate's signature.",
    "The nurse sees inmates who have put in a sick call slip.",
    "A co-pay of $10 is taken for medical care; nobody is refused care for lack of money.",
    "Telephones in the housing areas are turned on after breakfast and turned off at lights out.",
    "Calls are recorded, except those to counsel.", "Voice mail cannot be left for an inmate.",
    "Questions about a bond are answered by the clerk of court across the street.",
    "The chaplain leads services on Sunday evening.", "Inmates may borrow books from the library cart.",
    "Classes on parenting, work and health are taught in the afternoon.",
    "Those who complete a class receive a certificate.", "Barbers come once a month.",
    "Laundry is done on Tuesday and linen is changed on Friday.",
    "Three meals are served each day; special diets are ordered by the medical staff.",
    "Complaints may be sent in writing to the jail commander, who answers within ten days.",
    "The jail follows the Prison Rape Elimination Act; reports can be made at any time to any officer.",
    "Interpreters are called for those who do not speak English.",
    "Job openings are posted on the county's site, with a description of each job and its pay.",
    "Applicants take a written test and a physical one.", "The records section gives out copies of reports for $5.",
    "Fingerprints are taken on Tuesday afternoon for licenses and permits.",
    "Warrants are served by the civil division.", "Weather may delay the transport of inmates to court.",
    "Parking is in the lot behind the building; the street in front must be kept clear.",
    "Bus 7 stops at the corner of Mill Street and First Avenue.",
    "Old photographs of the courthouse hang in the corridor, a gift of the historical society.",
    "Deputies patrol the county's roads by day and by night.", "The kennel behind the building is home to two dogs.",
    "Sex offenders are registered at the desk on the second floor.", "Recycling bins stand beside the stairs.",
    "The county is an equal opportunity employer and does not tolerate harassment of any kind.",
    "The budget of the sheriff's office is set by the board in the fall of each year.",
    "Donations of books and board games are welcome; please bring them to the chaplain's office.",
    "Fire drills are held four times a year, and everybody is led out to the yard.",
    "This page was written by the sheriff's office for the families of the people in its care.",
)  # fmt: skip
_NEWS = (
    "ALDER CITY - News of the county.", "Snow closed three roads on Monday, and crews worked through the night.",
    "The county fair drew a crowd, and the pie contest was won by a baker from Elm Grove.",
    "The library has a new roof.", "{line}", "The jail holds about 300 people, most of them awaiting trial.",
    "It stands on Mill Street, across from the courthouse.", "The sheriff's office has 42 deputies.",
    "The board meets on the first Tuesday of the month in the courthouse.", "Its agenda is posted the week before.",
    "A bridge over Cedar Creek will be painted in the summer.", "The high school band plays at noon on Friday.",
    "Taxes are due at the end of the month, the treasurer reminded owners.",
    "A lost dog was found at the mill and is looking for its family.",
)  # fmt: skip
_VENDOR = (
    "Clearbooth", "Clearbooth makes software for jails, from booking to release.",
    "Our people work in four offices and answer calls around the clock.", "{line}",
    "Facilities choose what they need and pay for what they use.",
    "Families use our app to stay in touch with people in jail.", "An account takes a name and an address.",
    "Passwords can be reset on the sign-in page.", "Our tablets are built for use in jails and prisons.",
    "Write to our press office for pictures and logos.", "Open jobs are listed below.",
)  # fmt: skip
_CONTRACT = (
    "Agreement between Alder County and Clearbooth, Inc.",
    "This Agreement is made by and between the County and the Vendor for inmate visits at the Jail.",
    "The Vendor installs, maintains and repairs all equipment at its own expense.", "{line}",
    "Title to the equipment stays with the Vendor.", "The County provides power and space for the equipment.",
    "Either party may end this Agreement for cause with written notice.",
    "Notices are sent to the addresses below by certified mail.", "This Agreement is governed by the law of the State.",
    "If any provision is held invalid, the others remain in force.",
)  # fmt: skip
_NOTICE = (
    "Visiting the jail",
    "Visitors sign in with the officer on duty.",
    "{line}",
    "All visitors are searched.",
    "Leave phones in your car.",
)
# Title and lines of the pages of each kind.
PAGES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "jail": (("Visiting the jail", _NOTICE), ("Alder County Jail", _JAIL)),
    "news": (("County news", _NEWS), ("Jail news", (_NEWS[0], "{line}", *_NEWS[5:8]))),
    "vendor": (("Clearbooth", _VENDOR), ("Clearbooth: for families", (_VENDOR[0], "{line}", *_VENDOR[5:8]))),
    "contract": (("Inmate visiting agreement", _CONTRACT), ("Agreement", (_CONTRACT[1], "{line}", *_CONTRACT[5:7]))),
}
Question = tuple[str, int, str, str]


def told(question: Question) -> str:
    """The direction told, or "silent"; question: the kind of page and which one, the old line and the new one."""
    kind, number, *lines = question
    title, page = PAGES[kind][number]
    before, after = (plain_segments("\n".join(page).replace("\n{line}", f"\n{line}" if line else "")) for line in lines)
    found = read(before, after, compare(before, after).passages, title_after=title, kind=kind)
    return found.direction.value if found.relevant else "silent"


def asked(kind: str, edits: list[list[str]]) -> Iterator[tuple[Question, str]]:
    for old, new, sign in edits:
        want, once = sign.rstrip("!"), sign.endswith("!") or (not old and sign != "s")
        for number in range(len(PAGES[kind])):
            yield (kind, number, old, new), _WORDS[want]
            if not once:
                yield (kind, number, new, old), _WORDS[_TURNED.get(want, want)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="of all parts but the last")
    parser.add_argument("--part", help="this part alone")
    parser.add_argument("--room", help="this room alone")
    options = parser.parse_args()
    totals: dict[tuple[str, bool], list[bool]] = {}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for part, groups in tomllib.loads(EDITS.read_text("utf-8")).items():
            if options.part not in (None, part):
                continue
            for group in groups:
                if options.room not in (None, group["room"]):
                    continue
                questions = list(asked(group.get("kind", "jail"), group["edits"]))
                found = list(pool.map(told, [question for question, _ in questions], chunksize=8))
                right = [how == want for how, (_, want) in zip(found, questions, strict=True)]
                for one, (_, want) in zip(right, questions, strict=True):
                    totals.setdefault((part, want == "silent"), []).append(one)
                print(f"{part:8}{group['room']:13} right {sum(right) / len(right):.3f} of {len(right):4}", flush=True)
                if options.verbose and part != "last":
                    for how, (question, want) in zip(found, questions, strict=True):
                        if how != want:
                            print(f"  {how} for {want}: [{question[1]}] {question[2]!r} -> {question[3]!r}")
    for (part, quiet), right in totals.items():
        print(f"{part:8}{'silent' if quiet else 'told':13} right {sum(right) / len(right):.3f} of {len(right)}")


if __name__ == "__main__":
    main()

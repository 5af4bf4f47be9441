"""Lines on visits that decide nothing: denials, rumours, history, opinions, matters that wait, other places (R1, R8).

    python -m benchmarks.plain_undecided       # a table; --verbose: each line that was told wrongly

Each line comes newly to a page of news, takes the place of another one of its kind, and stands in an item of news about
something else. ACTS are their counterparts, which must be told. Rules were mended with IN_VIEW in view; LATER and
LAST were written by the same hand at the same time, and put to them afterwards; no answer to LAST was looked at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

IN_VIEW: Mapping[str, tuple[str, ...]] = {
    "denials": (
        "The sheriff denied that he plans to end in-person visits.",
        "There is no truth to claims that the jail will stop contact visits, a spokeswoman said.",
        "Sheriff Lund said no decision has been made about in-person visits.",
        "The county administrator denied having asked for an end to in-person visits.",
        "A spokesman said reports that visits will move to video are false.",
        "Rumors that in-person visits will be cut are untrue, the warden told reporters.",
    ),
    "rumours": (
        "A post on social media claimed that the jail was about to end visits.",
        "Rumors spread last week that contact visits would be banned.",
        "Some families fear that in-person visits will be ended.",
        "Critics worry that the new contract could end in-person visits.",
        "It is not clear whether in-person visits will return.",
        "Nobody knows when visits will resume.",
    ),
    "history": (
        "In 2015 the board had voted to end in-person visits.",
        "The jail, which banned contact visits in 1998, holds 200 people.",
        "In-person visits were ended by a former sheriff more than a decade ago.",
        "Years ago the county replaced its visiting room with video screens.",
        "A judge had struck down an earlier ban on visits in 2009.",
        "Visits were first allowed on Sundays in 1931.",
    ),
    "opinions": (
        "Smith said video visits hurt families.",
        "In-person visits should be brought back, the editorial board wrote.",
        "If elected, Jones would bring back in-person visits.",
        "The candidate promised to end video-only visits.",
        "Ending in-person visits is cruel, said Maria Lopez, whose son is in jail.",
        "Advocates want the county to restore contact visits.",
        "A poll found that most residents oppose a ban on in-person visits.",
        "Studies show that in-person visits lower the risk of a return to prison.",
    ),
    "waiting": (
        "The board has not decided whether to end in-person visits.",
        "A decision on in-person visits has been put off.",
        "The council will take up visits again next month.",
        "Commissioners are still debating whether to bring back contact visits.",
        "The vote on the visiting policy was postponed.",
        "Lawmakers have yet to vote on a bill to protect in-person visits.",
    ),
    "elsewhere": (
        "In Ohio, a neighboring county ended in-person visits last year.",
        "Other states have banned video-only visits.",
        "Several counties elsewhere have brought back in-person visits.",
        "A jail in another state recently dropped video visits.",
        "Across the country, about 600 jails use video visits.",
        "Nursing homes in the county have lifted their limits on visits.",
    ),
}
LATER: Mapping[str, tuple[str, ...]] = {
    "denials": (
        "Chief Deputy Ray Orr called it untrue that children will be kept from visiting.",
        "The vendor denies that it asked the county to end visits in person.",
        "We are not going to take away anyone's visits, the jail commander insisted.",
        "Officials disputed claims that contact visits would be eliminated.",
    ),
    "rumours": (
        "There is talk of ending Sunday visits.",
        "Word is going around that the jail may charge for visits.",
        "Families say they were told that visits might stop.",
        "Whether contact visits come back is anyone's guess.",
    ),
    "history": (
        "The old jail had no visiting room, and families stood at a fence.",
        "Back in 2012 the sheriff cut visits to one a week.",
        "Before the new jail was built, contact visits were common.",
        "The ban on visits of 2020 lasted fourteen months.",
    ),
    "opinions": (
        "Visits keep families together, the chaplain said.",
        "Mayor-elect Dunn has called video visits a cash grab.",
        "Letter: Give our inmates their visits back.",
        "The union argues that contact visits are dangerous.",
        "Researchers say children do better when they can visit a parent in person.",
    ),
    "waiting": (
        "A hearing on the ban on visits was rescheduled.",
        "The proposal to restore visits has been tabled until June.",
        "The judge is expected to rule on visits by the end of the month.",
        "Talks about the return of contact visits continue.",
    ),
    "elsewhere": (
        "The jail of a neighboring state has made in-person visits a right.",
        "Next door, Pike County ended its contract for video visits.",
        "Federal prisons have allowed contact visits for decades.",
        "A court in California ruled that jails there must allow visits.",
    ),
}
LAST: Mapping[str, tuple[str, ...]] = {
    "denials": (
        "The jail administrator rejected as false a claim that visits will be canceled.",
        "No one is thinking about getting rid of in-person visits, the sheriff told the board.",
        "It is not true that we will charge for lobby visits, Captain Hale said.",
    ),
    "rumours": (
        "Inmates heard that the visiting room might be closed for good.",
        "It remains to be seen if the county will allow contact visits.",
        "Some wonder whether video visits will replace visits in person.",
    ),
    "history": (
        "Under Sheriff Bell, who retired in 2004, visits were held every day.",
        "The county had done away with contact visits long before the pandemic.",
        "In the 1980s prisoners were allowed one visit a month.",
    ),
    "opinions": (
        "Supervisor Tran believes that visits should be free.",
        "A petition with 2,000 names asks for longer visits.",
        "Screens are no substitute for a visit, wrote a reader from Elko.",
    ),
    "waiting": (
        "No date has been set for a vote on visits.",
        "The committee is to discuss the ban on contact visits in the fall.",
        "A bill on jail visits is pending in the Senate.",
    ),
    "elsewhere": (
        "Two counties to the south brought visits back in the spring.",
        "Sixteen counties around the country require visits in person.",
        "The hospital next to the jail has ended visits for children.",
    ),
}
# What a power does, plans or asks formally, and that must be told.
ACTS = (
    ("The sheriff plans to end in-person visits in May.", "restrictive"),
    ("The board voted to end in-person visits.", "restrictive"),
    ("The sheriff announced that in-person visits will return.", "restorative"),
    ("The jail will end contact visits on June 1, the sheriff said.", "restrictive"),
    ("A judge struck down the ban on contact visits.", "restorative"),
    ("In-person visits have been ended, a spokesman said.", "restrictive"),
    ("The county dropped its plan to end in-person visits.", "restorative"),
    ("The vendor said it will no longer require jails to end in-person visits.", "restorative"),
    ("Contact visits are back after two years.", "restorative"),
    ("Since June 1 visits are by video only.", "restrictive"),
    ("The commission refused to lift the ban on in-person visits.", "restrictive"),
    ("The sheriff has proposed to end in-person visits.", "restrictive"),
)
PAGE = (
    "Jail news\nThe jail holds 300 people.\n{}\nThe visiting room is on the first floor.\n"
    "The board meets on the first Monday of the month."
)


def told(question: tuple[str, str]) -> str:
    """The direction told of a new line, or "silent"; question: what stood in its place, and the line."""
    before, after = (plain_segments(PAGE.format(line).replace("\n\n", "\n")) for line in question)
    found = read(before, after, compare(before, after).passages, title_after="Jail news", kind="news")
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    parts = {"in view": IN_VIEW, "later": LATER, "last": LAST}
    asked: dict[str, list[tuple[str, str, str]]] = {}
    for part, kinds in parts.items():
        for kind, lines in kinds.items():
            one_on = (*lines[1:], lines[0])
            asked[f"{part:8}{kind:10}"] = [
                *(("", line, "silent") for line in lines),
                *((other, line, "silent") for other, line in zip(one_on, lines, strict=True)),
            ]
    asked[f"{'in view':8}{'acts':10}"] = [("", line, way) for line, way in ACTS]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for name, questions in asked.items():
            found = list(pool.map(told, [question[:2] for question in questions], chunksize=8))
            counts = Counter("right" if how == one[2] else how for how, one in zip(found, questions, strict=True))
            print(f"{name} right {counts['right'] / len(questions):.3f} of {len(questions):3}", flush=True)
            if verbose and not name.startswith("last"):
                wrong = ((how, *one[:2]) for how, one in zip(found, questions, strict=True) if how != one[2])
                print("".join(f"  {how}: {was} -> {line}\n" for how, was, line in wrong), end="")


if __name__ == "__main__":
    main()

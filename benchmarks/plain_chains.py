"""Acts, as deep as they stand, on rules that a sentence describes in words of its own: "did away with the rule that
turns friends away at the door", "voted down a motion to repeal the order that has the visiting hall open".

    python -m benchmarks.plain_chains       # a table; --verbose: each line that was not told right

Every way to act is said of every rule, or of everything to do, of its part, as a new line among a paper's news. Rules
of the reading were made with those in view; the later ones were written before any of their lines was scored.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from benchmarks.plain_reversals import Question, told

# What a rule holds that takes from visits, and what gives to them.
TAKE = (
    "the order that has the visiting hall locked on Sundays",
    "the rule that turns friends of prisoners away at the door",
    "the rule under which children are kept out of the visiting room",
    "the policy under which a newcomer waits thirty days for a first visit",
    "the memo that leaves families nothing but a screen",
    "the rule that puts a pane between mother and child",
    "the practice of ending visits at ten minutes",
    "the rule that a visitor may come once a month and no oftener",
    "the directive that sends every family to a lobby kiosk",
    "the clause by which the county gives up in-person visits",
    "the rule that visits must be booked a week ahead",
    "the rule that no one under sixteen may visit",
    "the decision to hold visits by video only",
    "the provision that lets the vendor take the visiting booths out",
    "the policy that made visits a privilege to be earned",
)
GIVE = (
    "the order that has the visiting hall open every evening",
    "the order that keeps the visiting room open on Sundays",
    "the rule that lets friends of prisoners in",
    "the policy under which a newcomer is visited on his first day",
    "the rule that a mother may hold her child at visits",
    "the rule that lets people with a record visit",
    "the practice of giving every family a full hour",
    "the rule that a visitor may come as often as he likes",
    "the clause obliging the county to keep its visiting booths",
    "the rule that no booking is needed for a visit",
    "the rule that children of any age may visit",
    "the order that brought face-to-face visits back",
)
# +1: the rule is in force then, -1: it is not.
ACTS = (
    ("The county board rescinded {o}.", -1),
    ("The county board did away with {o}.", -1),
    ("The county board abrogated {o}.", -1),
    ("The county board walked back {o}.", -1),
    ("The county board nixed {o}.", -1),
    ("The sheriff will no longer enforce {o}.", -1),
    ("The county refused to lift {o}.", 1),
    ("A judge upheld {o}.", 1),
    ("The board voted down a motion to repeal {o}.", 1),
    ("{O} was struck down on Tuesday.", -1),
    ("A judge ordered the county to drop {o}.", -1),
    ("{O} is history.", -1),
    ("The governor vetoed a bill to repeal {o}.", 1),
    ("An appeals court reversed the ruling that had blocked {o}.", 1),
    ("{O} stays.", 1),
    ("The board let {o} lapse.", -1),
    ("The legislature overrode the veto of a bill that ends {o}.", -1),
    ("Supervisors put {o} back in force.", 1),
    ("{O} will not be renewed when it runs out in June.", -1),
)
LATER_TAKE = (
    "the rule that a grandmother must first write to the warden",
    "the order that keeps the family benches behind a rope",
    "the policy that cuts off a visit when the phone rings",
    "the clause under which a screen takes the place of the glass",
    "the rule that cousins do not count as family",
    "the memo that halved the Saturday slots",
    "the standing order by which a man on the third tier is seen only by his lawyer",
)
LATER_GIVE = (
    "the rule that a baby does not count toward the number at the table",
    "the order that set two evenings aside for working families",
    "the policy under which a late visitor is still let in",
    "the clause that gives each household a free call home by video on Sundays",
    "the memo that took the ropes off the family benches",
    "the rule that a visit interrupted by a count is made up",
)
LATER_ACTS = (
    ("The sheriff tore up {o}.", -1),
    ("Trustees declined to reconsider {o}.", 1),
    ("{O} has been quashed.", -1),
    ("The county commission threw its weight behind {o}.", 1),
    ("The state supreme court left {o} in place.", 1),
    ("A committee killed a bill to overturn {o}.", 1),
    ("The new warden got rid of {o} in his first week.", -1),
    ("The board adopted a resolution ending {o}.", -1),
    ("The appeals court lifted an injunction against {o}.", 1),
)


# What a jail or county is made to do, or kept from.
DO_TAKE = (
    "board up the visiting windows",
    "send families to a screen in the lobby",
    "turn children away from visits",
    "cut the weekend visiting hours",
    "charge families for a visit",
    "take the tables out of the visiting hall",
)
DO_GIVE = (
    "keep the visiting windows open",
    "let families sit at a table with the prisoner",
    "give each man two hours a week with his family",
    "let children come to visits",
    "hold evening visits",
    "tear down the glass in the visiting room",
)
DUTIES = (
    ("Provider no longer requires the County to {o}.", -1),
    ("The company will stop asking jails to {o}.", -1),
    ("Nothing in this Agreement obliges the County to {o}.", -1),
    ("The County need no longer {o}.", -1),
    ("Counties are released from their promise to {o}.", -1),
    ("A court freed the county from its duty to {o}.", -1),
    ("A judge forbade the county to {o}.", -1),
    ("The sheriff has promised not to {o}.", -1),
    ("The county dropped its plan to {o}.", -1),
    ("The sheriff refused to {o}.", -1),
    ("The county may not {o} any more, a judge ruled.", -1),
    ("The county's duty to {o} is at an end.", -1),
    ("The board called off an order telling the jail to {o}.", -1),
    ("A judge ordered the county to {o}.", 1),
    ("The board told the sheriff to {o}.", 1),
    ("The sheriff backed away from his refusal to {o}.", 1),
    ("An appeals court lifted the injunction that kept the county from acting to {o}.", 1),
)
LATER_DO_TAKE = (
    "lock the family room on holidays",
    "search grandmothers before a visit",
    "put a meter on every video visit",
    "move the visiting day to a Wednesday morning",
    "make cousins wait a year",
)
LATER_DO_GIVE = (
    "put the benches back in the family room",
    "let a father hold his baby",
    "seat a visitor who comes without a booking",
    "return the second visit of the week",
    "pay the bus fare of visitors",
)
LATER_DUTIES = (
    ("The county can no longer be made to {o}.", -1),
    ("The state has barred jails from moving to {o}.", -1),
    ("The settlement excuses the sheriff from any duty to {o}.", -1),
    ("The warden gave up his demand that he be allowed to {o}.", -1),
    ("Amendment 4 strikes the county's obligation to {o}.", -1),
    ("The commissioners threw out a request to {o}.", -1),
    ("The court said the jail must {o}.", 1),
    ("The county lost its bid to escape an order to {o}.", 1),
)


@dataclass(frozen=True)
class Part:
    """take, give: what a rule or duty holds; acts: what is said of it, with +1 where it is in force then."""

    take: tuple[str, ...]
    give: tuple[str, ...]
    acts: tuple[tuple[str, int], ...]


PARTS = {
    "in view": Part(TAKE, GIVE, ACTS),
    "later rules, acts in view": Part(LATER_TAKE, LATER_GIVE, ACTS),
    "rules in view, later acts": Part(TAKE, GIVE, LATER_ACTS),
    "both later": Part(LATER_TAKE, LATER_GIVE, LATER_ACTS),
    "duties in view": Part(DO_TAKE, DO_GIVE, DUTIES),
    "later things to do": Part(LATER_DO_TAKE, LATER_DO_GIVE, DUTIES),
    "later duties": Part(DO_TAKE, DO_GIVE, LATER_DUTIES),
}


def questions(part: Part) -> Iterator[Question]:
    for held, sign in [*((rule, -1) for rule in part.take), *((rule, 1) for rule in part.give)]:
        for act, stands in part.acts:
            says = "restorative" if sign * stands > 0 else "restrictive"
            yield Question("news", "news", "", act.format(o=held, O=held[0].upper() + held[1:]), says, "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--part", choices=PARTS, help="this part alone")
    options = parser.parse_args()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for name, part in PARTS.items():
            if options.part not in (None, name):
                continue
            asked = list(questions(part))
            answers = [way for way, _ in pool.map(told, asked, chunksize=8)]
            wrong = [(one, way) for one, way in zip(asked, answers, strict=True) if way != one.says]
            silent = sum(way == "silent" for _, way in wrong)
            print(f"{name:28}{len(asked):5} asked {len(asked) - len(wrong):5} right {silent:4} silent", flush=True)
            for one, way in wrong if options.verbose else ():
                print(f"    {way} for {one.says}: {one.new}")


if __name__ == "__main__":
    main()

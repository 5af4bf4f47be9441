"""Plain lines of a jail's page on other things than visits: none may be told, and their twins on visits must be.

    python -m benchmarks.plain_near            # a table; --verbose: each edit of IN_VIEW that was not told right

Every line of a group takes the place of the first one, comes, goes and gives way to another group's line: among
visiting rules, under "Visiting" and under a heading of its own. Rules were mended with IN_VIEW and TWINS in view;
LATER and LATER_TWINS were written with them, and which of their lines are told was not looked at.
"""

# ruff: noqa: E501  a group of lines reads better on one line

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction
from monitors.segments import plain_segments

Groups = Mapping[str, tuple[tuple[str, ...], ...]]

# Under the heading that they would have: lines of which any may take another's place without a visit being changed.
IN_VIEW: Groups = {
    "Mail": (
        ("Mail is delivered five times a week.", "Mail is delivered four times a week.", "Mail is not delivered on Saturday."),
        ("Write as often as you like.", "Write as often as you wish and use blue ink.", "Write at least once a week."),
    ),
    "Commissary": (
        ("Commissary orders are filled on Tuesday.", "Commissary orders are filled on Tuesday and Friday.", "Commissary orders are filled once a week.", "Commissary orders are suspended until further notice.", "Commissary orders are available again."),
        ("Inmates may spend $75 a week at the commissary.", "Inmates may spend $100 a week at the commissary."),
        ("The commissary sells soap, paper and stamps.", "The commissary sells soap, paper, stamps and pens."),
    ),
    "Inmate money": (
        ("Money deposits at the kiosk are available.", "Money deposits at the kiosk are not available.", "Money deposits at the kiosk are limited to $200 a day.", "Money deposits at the kiosk are limited to $300 a day."),
        ("Money orders may be dropped off in the lobby.", "Money orders may not be dropped off in the lobby.", "Money orders are no longer accepted."),
    ),
    "Property": (
        ("Property may be picked up on Wednesday.", "Property may not be picked up on Wednesday.", "Property may be picked up on Thursday."),
        ("Property is kept for 30 days.", "Property is kept for 60 days.", "Property is kept for 90 days after release."),
    ),
    "Medical": (
        ("A visit to the nurse costs $10.", "A visit to the nurse costs $15.", "There is no charge for a visit to the nurse."),
        ("Sick call is held twice a week.", "Sick call is held three times a week.", "Sick call is held daily."),
    ),
    "Dress code": (
        ("Shorts are not allowed.", "Shorts are allowed.", "Shorts and hats are not allowed.", "Shorts must reach the knee."),
    ),
    "Parking": (
        ("Visitor parking costs $2 an hour.", "Visitor parking costs $3 an hour.", "Visitor parking is free.", "Visitor parking is closed until further notice.", "Visitor parking is open again."),
    ),
    "Lockers": (
        ("Lockers cost 50 cents.", "Lockers cost 25 cents.", "Lockers are free.", "Lockers are not available.", "Lockers are available again."),
    ),
    "Staff": (
        ("Sgt. Ann Reyes supervises the visiting room.", "Lt. Paul Dorn supervises the visiting room."),
        ("The jail has 42 officers.", "The jail has 38 officers.", "The jail is short of officers."),
    ),
    "Contact us": (
        ("Questions about visiting? Call 555-0142.", "Questions about visiting? Call 555-0177.", "Questions about visiting? Call 555-0142 or 555-0143."),
        ("The jail is at 12 Mill Street.", "The jail is at 40 Mill Street.", "The jail is behind the courthouse."),
    ),
    "Office hours": (
        ("The lobby is open from 8 a.m. to 4 p.m. Monday through Friday.", "The lobby is open from 8 a.m. to 6 p.m. Monday through Friday.", "The lobby is open from 9 a.m. to 4 p.m. Monday through Thursday."),
        ("The records office is open daily.", "The records office is open on weekdays only.", "The records office is closed on Friday."),
    ),
    "About the jail": (
        ("The jail has 240 beds.", "The jail has 320 beds."),
        ("Each cell holds two inmates.", "Each cell holds one inmate.", "Each cell holds four inmates."),
        ("The visiting room was built in 1978.", "The visiting room was built in 1979."),
        ("In 1962 inmates were allowed one visit a month.", "In 1964 inmates were allowed one visit a month."),
    ),
    "Daily life": (
        ("Inmates receive three meals a day.", "Inmates receive two meals a day.", "Meals are served at 6, 11 and 5."),
        ("Each pod has one hour of recreation a day.", "Each pod has two hours of recreation a day.", "Recreation is suspended until further notice.", "Recreation has resumed."),
    ),
    "Programs": (
        ("Parenting classes meet twice a week.", "Parenting classes meet once a week.", "Parenting classes have been canceled.", "Parenting classes have resumed."),
        ("Chapel services are held on Sunday at 9 a.m.", "Chapel services are held on Sunday at 10 a.m.", "Chapel services are suspended until further notice.", "Chapel services are held again."),
        ("Volunteers must be 21 or older.", "Volunteers must be 18 or older.", "Volunteer applications are not being accepted.", "Volunteer applications are being accepted again."),
    ),
    "Tours": (
        ("Tours of the jail are limited to 20 people.", "Tours of the jail are limited to 15 people.", "Tours of the jail are no longer offered.", "Tours of the jail are offered again."),
    ),
    "Careers": (
        ("The sheriff is hiring 12 deputies.", "The sheriff is hiring 20 deputies.", "The sheriff is not hiring at this time."),
        ("Job applicants must be 21 or older.", "Job applicants must be 18 or older.", "Job applicants may not have a felony conviction."),
    ),
    "Court": (
        ("First appearances are held by video.", "First appearances are held in person.", "First appearances are held at 9 a.m. daily.", "First appearances are held at 1 p.m. daily."),
    ),
    "Bail": (
        ("Bail may be paid around the clock.", "Bail may be paid until 4 p.m.", "Bail may not be paid with a card.", "Bail may be paid with a card."),
        ("The bail kiosk charges a $4 fee.", "The bail kiosk charges a $6 fee.", "The bail kiosk no longer charges a fee."),
    ),
    "News": (
        ("The jail held 4,120 visits last year.", "The jail held 4,310 visits last year."),
        ("Polk County opened a jail with 300 beds.", "Polk County opened a jail with 400 beds.", "Polk County has a new sheriff."),
        ('"I drive two hours to see my son," said Rosa Diaz.', '"I drive three hours to see my son," said Rosa Diaz.'),
        ("Snow is expected on Saturday.", "Snow is expected on Sunday.", "No snow is expected this weekend."),
    ),
    "Website": (
        ("The online form is available.", "The online form is unavailable.", "The online form is available again.", "Our website has a new menu."),
        ("Last updated March 3, 2026.", "Last updated April 9, 2026.", "Printed on April 9, 2026."),
        ("The app has a new look.", "The app has a new name.", "The app needs Android 9 or later.", "The app needs Android 11 or later."),
    ),
}  # fmt: skip
LATER: Groups = {
    "Mail": (
        ("Mail goes out three times a week.", "Mail goes out every weekday.", "There is no mail on holidays."),
        ("Send as many letters as you want.", "Send as many letters as you want, but no stickers."),
    ),
    "Canteen": (
        ("Canteen is handed out on Wednesday night.", "Canteen is handed out on Thursday night.", "Canteen is on hold until further notice.", "Canteen is back on its usual schedule."),
        ("Each inmate may order twice a week.", "Each inmate may order once a week."),
        ("A cup of soup costs $1.", "A cup of soup costs $1.25."),
    ),
    "Trust accounts": (
        ("You can add money with a card at the lobby machine.", "You cannot add money with a card at the lobby machine.", "You can no longer add money at the lobby machine."),
        ("Funds are posted within one day.", "Funds are posted within three days."),
    ),
    "Clothing and property": (
        ("Court clothes are accepted on weekdays.", "Court clothes are accepted on weekdays and Saturday.", "Court clothes are not accepted."),
        ("Inmates may keep three books in their cells.", "Inmates may keep five books in their cells."),
        ("Visitors in sleeveless tops are asked to bring a sweater.", "Visitors in sandals are asked to bring socks."),
    ),
    "Health care": (
        ("The dentist visits once a month.", "The dentist visits twice a month.", "The dentist no longer visits the jail."),
        ("The doctor's visit fee is $20.", "The doctor's visit fee is $25.", "The doctor's visit fee has been dropped."),
        ("Medication may be brought in by family.", "Medication may not be brought in by family."),
    ),
    "Getting here": (
        ("The bus stops here every 30 minutes.", "The bus stops here every 60 minutes.", "The bus no longer stops here on weekends."),
        ("Visitors may park in the garage.", "Visitors may not park in the garage.", "Visitors may park in Lot C.", "The garage charges $5 a visit."),
        ("The front steps are closed for repairs.", "The front steps are open again."),
    ),
    "In the lobby": (
        ("The vending machines take $1 and $5 bills.", "The vending machines take cards only.", "The vending machines are out of order.", "The vending machines are working again."),
        ("Lockers may be used for two hours.", "Lockers may be used for three hours.", "Bring a quarter for the locker."),
    ),
    "People": (
        ("Captain Joan Wills is the jail commander.", "Captain Mark Ives is the jail commander."),
        ("The chaplain is here on Monday.", "The chaplain is here on Monday and Friday.", "The chaplain is away until further notice."),
    ),
    "How to reach us": (
        ("Our fax number is 555-0110.", "Our fax number is 555-0119.", "We no longer have a fax."),
        ("The switchboard is open 24 hours a day.", "The switchboard is open from 7 a.m. to 11 p.m."),
        ("Reports can be picked up from 9 to 4.", "Reports can be picked up from 9 to noon.", "Reports cost $5.", "Reports cost $7."),
    ),
    "Facts": (
        ("The average stay is 18 days.", "The average stay is 21 days."),
        ("A pod houses 32 people.", "A pod houses 28 people.", "Two people share a cell."),
        ("More than 900 visitors came in March.", "More than 700 visitors came in April."),
        ("The old jail was torn down in 1984.", "The old jail was torn down in 1985."),
    ),
    "Life inside": (
        ("Laundry is done twice a week.", "Laundry is done once a week.", "Laundry service has been suspended.", "Laundry service has resumed."),
        ("Lights go out at 10 p.m.", "Lights go out at 11 p.m."),
        ("Haircuts are given once a month.", "Haircuts are given every two weeks.", "Haircuts are not available.", "Haircuts are available again."),
        ("The gym is open to each unit for an hour.", "The gym is open to each unit for two hours.", "The gym is closed."),
    ),
    "Education": (
        ("GED classes have 15 seats.", "GED classes have 12 seats.", "GED classes are full.", "GED classes are open to women only."),
        ("The library cart comes by on Monday.", "The library cart comes by on Monday and Thursday.", "The library cart is no longer offered."),
        ("AA meets in person on Thursday.", "AA meets by video on Thursday.", "AA meetings are suspended."),
    ),
    "Work with us": (
        ("Starting pay for jailers is $21 an hour.", "Starting pay for jailers is $23 an hour."),
        ("Interns must be at least 18.", "Interns must be at least 21.", "Internships are no longer available."),
        ("Bids for the new kitchen are due June 3.", "Bids for the new kitchen are due June 17.", "Bidders must visit the site by May 1.", "Bidders must visit the site by May 8."),
    ),
    "Release": (
        ("Inmates are released at 8 a.m.", "Inmates are released at 6 a.m.", "Work release is suspended.", "Work release has resumed."),
        ("Bond is accepted 24 hours a day.", "Bond is accepted during business hours only.", "Bond is not accepted on Sunday."),
    ),
    "Courts and elections": (
        ("Judge Ames hears cases by video.", "Judge Ames hears cases in person.", "Judge Ames hears cases on Friday."),
        ("Early voting ends on Saturday.", "Early voting ends on Sunday.", "You may vote in person.", "You may not vote in person after Monday."),
        ("There are 320 open warrants.", "There are 305 open warrants."),
    ),
    "Around the county": (
        ("Harlan County raised its jail budget by 3 percent.", "Harlan County raised its jail budget by 4 percent."),
        ("School groups may see the old cells on Friday.", "School groups may not see the old cells.", "Group tours cost $3.", "Group tours cost $4."),
        ("Supervised visitation exchanges take place at the annex.", "Supervised visitation exchanges no longer take place at the annex."),
    ),
    "About this page": (
        ("The inmate search is down for maintenance.", "The inmate search is working again.", "The inmate search now shows photos."),
        ("This site uses cookies.", "This site no longer uses cookies.", "Visitors to this site may refuse cookies."),
        ("Revised 1/12/2026.", "Revised 2/20/2026."),
    ),
}  # fmt: skip
# Lines on visits in the same forms: more, less.
TWINS: tuple[tuple[str, str], ...] = (
    ("Visits are held five days a week.", "Visits are held four days a week."),
    ("Visit as often as you like.", "Visit at most once a week."),
    ("Video visits at the kiosk are available.", "Video visits at the kiosk are not available."),
    ("Visits are held on Tuesday and Friday.", "Visits are held on Tuesday."),
    ("Contact visits are available again.", "Contact visits are suspended until further notice."),
    ("A video visit costs $10.", "A video visit costs $15."),
    ("Each inmate may have two visitors.", "Each inmate may have one visitor."),
    ("Inmates receive three visits a week.", "Inmates receive two visits a week."),
    ("Each pod has two hours of visiting a day.", "Each pod has one hour of visiting a day."),
    ("Visitors must be 18 or older.", "Visitors must be 21 or older."),
    ("Visits are held in person.", "Visits are held by video."),
    ("The video kiosk no longer charges a fee.", "The video kiosk charges a $6 fee."),
    ("Visitors may have a felony conviction.", "Visitors may not have a felony conviction."),
    ("The first two video visits each week are free.", "The first video visit each week is free."),
    ("Call 555-0142 to book a visit at least 24 hours ahead.", "Call 555-0142 to book a visit at least 72 hours ahead."),
    ("Former inmates may visit three years after release.", "Former inmates may visit four years after release."),
)  # fmt: skip
LATER_TWINS: tuple[tuple[str, str], ...] = (
    ("Visits are held every weekday.", "Visits are held three times a week."),
    ("Have as many visits as you want.", "Have no more than two visits a week."),
    ("Visits are back on their usual schedule.", "Visits are on hold until further notice."),
    ("Each inmate may be visited twice a week.", "Each inmate may be visited once a week."),
    ("You can book a visit at the lobby machine.", "You can no longer book a visit."),
    ("Family visits once a month are in person.", "Family visits once a month are by video."),
    ("The video visit fee has been dropped.", "The video visit fee is $25."),
    ("Children may be brought in by family.", "Children may not be brought in by family."),
    ("Visits may last three hours.", "Visits may last two hours."),
    ("Visitors may come in person.", "Visitors may not come in person."),
    ("Visits are accepted seven days a week.", "Visits are accepted on business days only."),
    ("Visitors must be at least 16.", "Visitors must be at least 18."),
    ("The first three visits a month are free.", "The first visit a month is free."),
    ("Visitors who were held here in the last two years may not visit.", "Visitors who were held here at any time in the past may not visit."),
    ("Reserve at 555-0110 one day in advance.", "Reserve at 555-0110 three days in advance."),
)  # fmt: skip
TITLE = "Alder County Jail: visiting"
RULES = (
    "Visiting is on Saturday and Sunday.\nBring photo ID.\nA visit from home costs $9 for 20 minutes.\n"
    "Each person may have two visits a week."
)
PLACES = {
    "among rules": RULES + "\n{line}",
    "under Visiting": "Visiting\n{line}\nVideo visits are offered daily.\nInmates receive two visits a week.",
    "its own heading": RULES + "\n\n{heading}\n{line}",
}
Edit = tuple[str, str, str, str, Direction | None]  # heading, place, before, after, how it is told


def edits(groups: Groups) -> Iterator[Edit]:
    """Every edit of lines that tell nothing, in every place."""
    firsts = [group[0] for under in groups.values() for group in under]
    turn = dict(zip(firsts, (*firsts[1:], firsts[0]), strict=True))
    for heading, under in groups.items():
        for first, *others in under:
            pairs = [(first, other) for other in others] + [(first, turn[first]), (first, "")]
            pairs += [(new, old) for old, new in pairs] + [("", other) for other in others] + [(others[-1], "")]
            yield from ((heading, place, old, new, None) for place in PLACES for old, new in pairs)


def twins(pairs: tuple[tuple[str, str], ...]) -> Iterator[Edit]:
    """Every turn of lines on visits, to less and to more."""
    for more, less in pairs:
        for place in list(PLACES)[:2]:
            yield "", place, more, less, Direction.RESTRICTIVE
            yield "", place, less, more, Direction.RESTORATIVE


def told(edit: Edit) -> str:
    """ "right", "silent" or the wrong direction of one edit."""
    heading, place, *lines, wanted = edit
    before, after = (plain_segments(PLACES[place].format(heading=heading, line=line)) for line in lines)
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before=TITLE, title_after=TITLE)
    if not found.relevant:
        return "right" if wanted is None else "silent"
    return "right" if found.direction is wanted else found.direction.value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    parts = {
        "in view, silent": edits(IN_VIEW),
        "later, silent": edits(LATER),
        "in view, twins": twins(TWINS),
        "later, twins": twins(LATER_TWINS),
    }
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for part, asked in parts.items():
            lines = list(asked)
            found = list(zip(pool.map(told, lines, chunksize=16), lines, strict=True))
            for place in PLACES:
                counts = Counter(how for how, line in found if line[1] == place)
                if counts:
                    share = counts["right"] / counts.total()
                    print(f"{part:17}{place:16} right {share:.3f} of {counts.total():4}, silent {counts['silent']}")
            wrong = [(how, *line[1:4]) for how, line in found if how != "right"]
            if verbose and part.startswith("in view"):
                print("".join(f"  {how:12}{where:16}{old} -> {new}\n" for how, where, old, new in wrong), end="")


if __name__ == "__main__":
    main()

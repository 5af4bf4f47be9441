"""Pairs of plain lines in which one word, figure or clause moved: which way, and how grave that is."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.language.claims.clauses import claims
from monitors.records import Reading, Topic
from tests.unit.language.reading import whole_reading


def _read(old: str, new: str, kind: str = "jail") -> Reading:
    return whole_reading(old, new, title="Orrin County - visiting", kind=kind)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # a stop for now that is one for good
        ("In-person visits are suspended until further notice.", "In-person visits are suspended permanently.", "restrictive critical"),
        ("The windows are closed temporarily.", "The windows are closed permanently.", "restrictive critical"),
        ("The visiting room is closed for repairs until May 4.", "The visiting room is closed for good.", "restrictive critical"),
        # video beside visits in person, or in their place
        ("Video visits are offered in addition to in-person visits.", "Video visits are offered instead of in-person visits.", "restrictive critical"),
        ("Video visits are held in place of in-person visits.", "Video visits are held alongside in-person visits.", "restorative critical"),
        ("You may visit in person or by video.", "You may visit by video.", "restrictive critical"),
        ("People in unit 6 may visit in person or by video.", "People in unit 6 may visit by video.", "restrictive major"),
        ("In-person visits are held beside video.", "Video is used in place of in-person visits.", "restrictive critical"),
        ("Visits take place in a booth, through glass.", "Visits take place in a booth, on a video screen.", "restrictive critical"),
        # who may come
        ("The windows are for families, friends and lawyers.", "The windows are for lawyers and clergy.", "restrictive critical"),
        ("Everyone may use the glass booths.", "Nobody but counsel may use the glass booths.", "restrictive critical"),
        ("Can friends visit?\nYes, if they are listed.", "Can friends visit?\nNo. Visitors must be kin.", "restrictive major"),
        ("People on discipline keep their visits.", "People on discipline lose their visits.", "restrictive minor"),
        ("Show a license, a passport or a consular card.", "Show a license or a passport.\nConsular cards are turned back.", "restrictive minor"),
        ("In-person visits are not available.", "In-person visits are not available except to people held for more than 90 days.", "restorative major"),
        # what a visit costs
        ("There is no charge for the first lobby visit of the week; after that it is $4 each.", "There is no longer a first lobby visit without charge; each one is $4.", "restrictive major"),
        ("The county pays for two app visits a week for each person. Further ones are $3.", "The county will not go on paying for two app visits a week. Each one, the first included, is $3.", "restrictive major"),
        # touch
        ("Plastic dividers stand on the visiting tables.", "The plastic dividers on the visiting tables have been removed.", "restorative major"),
    ],
)  # fmt: skip
def test_one_word_turns_a_line(old: str, new: str, told: str) -> None:
    reading = _read(old, new)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("contract", "Provider is one source of visits at the Facility.", "Provider is the sole source of visits at the Facility.", "restrictive critical"),
        ("rule", "The jail must follow the in-person visiting rule.", "The jail is exempt from the in-person visiting rule.", "restrictive critical"),
        ("rule", "The jail is exempt from the in-person visiting standard.", "The jail is subject to the in-person visiting standard.", "restorative critical"),
        ("news", "HB 31, which would oblige every jail to offer in-person visits: waiting.", "HB 31, which would oblige every jail to offer in-person visits: sent back unsigned.", "restrictive major"),
        ("news", "The sheriff said in-person visits at the jail will go on.", "The sheriff said he is asking the board to end in-person visits at the jail.", "restrictive major"),
        ("news", "Visits at the jail stay at two a week.", "Visits at the jail may be cut from two a week to one under a plan of the sheriff.", "restrictive minor"),
        ("news", "The county is weighing a $4 fee for lobby visits.", "The county has dropped a proposed $4 fee for lobby visits.", "restorative minor"),
        ("news", "The new jail has a visiting room.", "The new jail has no visiting room.", "restrictive critical"),
    ],
)  # fmt: skip
def test_one_clause_turns_a_matter(kind: str, old: str, new: str, told: str) -> None:
    reading = _read(old, new, kind)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("jail", "Visits are handed out each weekday after lunch.", "Visits are handed out every weekday, after lunch."),
        ("jail", "On June 1 the price of a video visit will go up to $6.", "The price of a video visit went up to $6 on June 1."),
        ("jail", "Tours of the old cells are on Friday.", "Tours of the old cells are on Friday.\nIn 1931 Sheriff Toll banned all contact visits. The ban was lifted in 1946."),
        ("news", "The Maple Court nursing home is full.\nAt Maple Court each resident may name two visitors.\nWindow visits at the county jail go on.", "The Maple Court nursing home is full.\nAt Maple Court all visits have been stopped until further notice.\nWindow visits at the county jail go on."),
    ],
)  # fmt: skip
def test_the_same_and_what_is_of_others_is_silent(kind: str, old: str, new: str) -> None:
    assert not _read(old, new, kind).relevant


def test_video_in_place_of_visits_is_told_of_visits_in_person() -> None:
    reading = _read("You can visit in person or by video.", "You can visit by video.")
    assert Topic.IN_PERSON in reading.topics
    assert [(fact.name, fact.after) for fact in reading.facts] == [("in_person_allowed", False)]


def test_what_was_announced_is_undone_as_gravely_as_it_was_made() -> None:
    old = "There will be no Sunday visits as of May 3."
    reading = _read(old, "The plan to end Sunday visits on May 3 has been dropped.")
    assert f"{reading.direction} {reading.severity}" == "restorative major"


def test_what_is_not_yet_adopted_is_proposed() -> None:
    old = "Each prisoner gets one visit a week."
    reading = _read(old, f"{old}\nProposed, not yet adopted: each prisoner gets three visits a week.", "rule")
    assert any("S5" in finding.rules for finding in reading.findings)


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("jail", "Visits: first floor.\nTuesday 1:00 p.m. to 4:00 p.m.\nThursday 1:00 p.m. to 4:00 p.m.\nSaturday 9:00 a.m. to noon\nCall the visiting desk, 555-0142, between 8 and 4.", "Visits: first floor.\nTuesday 1:00 p.m. to 4:00 p.m.\nSaturday 9:00 a.m. to noon\nCall the visiting desk, 555-0177, between 9 and 4:30.", "restrictive major"),
        ("jail", "Visits are held seven days a week, including county holidays, from 9 to 11:30 a.m. and from 1 to 3 p.m.", "Visits are held seven days a week, including county holidays, from 9 to 11 a.m. and from 1 to 3 p.m.", "restrictive minor"),
        ("jail", "Visitors must be at least ten years old. A person aged 10 to 17 is brought by a parent.", "Visitors must be at least fourteen years old. A person aged 14 to 17 is brought by a parent.", "restrictive major"),
        ("jail", "Every visit lasts 20 minutes. Reserve 24 hours ahead.", "Every visit lasts 30 minutes. Reserve 48 hours ahead.", "mixed major"),
        ("jail", "Remote visits are run by Skylark. A remote visit is 20 minutes and $4.00.\nMake an account on the company's site.", "Remote visits are run by Vantor Video, which has taken the place of Skylark. A remote visit is 20 minutes and $4.00.\nOpen a new account with Vantor.", "neutral minor"),
        ("jail", "Visits are by video only. A video visit costs $5.", "Visits are in person or by video. A video visit costs $9.", "mixed critical"),
        ("news", "BELL - The jail bought 200 tablets for people in custody last fall, and officials said on Friday that it was good for the mood.\nWindow visits go on.", "BELL - The jail bought 200 tablets for people in custody last fall, but officials said on Friday that all of them had been withdrawn after a row with the company.\nWindow visits go on.", "restrictive minor"),
        ("news", "The board heard comment on jail visits and took no vote.", "After comment the board voted 3-2 to order that in-person visits be brought back for all people in the jail. \"I would be against going back,\" said a commissioner.", "restorative critical"),
        ("rule", "12.2 Each prisoner shall be given two visits a week.\n12.3 A jail that has video equipment need not comply with 12.2.", "12.2 Each prisoner shall be given two visits a week.\n12.3 A jail that has video equipment shall comply with 12.2.", "restorative critical"),
        ("vendor", "We have no comment on visiting rooms.", "Whether an agency seats families at a table or in front of a screen is for that agency.", "neutral minor"),
        ("advocacy", "Glass visits ended there in 2021. We have asked for the contract.", "Glass visits ended there in 2021. On Thursday we filed suit in district court, asking that glass visits be opened again.", "neutral minor"),
    ],
)  # fmt: skip
def test_of_several_lines_the_telling_one_is_told(kind: str, old: str, new: str, told: str) -> None:
    reading = _read(old, new, kind)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("jail", "Visits run from 8 to 3. On Saturday, when visits run from 8 to 3, a van leaves from the square at 7:15.", "Visits run from 8 to 3. On Saturday, when visits run from 8 to 3, a van leaves from the square at 7:05."),
        ("jail", "Visits held at the glass: 1,046\nAverage length of video visits: 17 minutes", "Visits held at the glass: 871\nAverage length of video visits: 15 minutes"),
        ("jail", "Video visits are run by TeleBar. TeleBar visits cost $4.50.\nTeleBar's helpers can be reached from six in the morning until midnight.", "Video visits are run by Verity Link (the new name of TeleBar). Verity Link visits cost $4.50.\nVerity Link's helpers can be reached from five in the morning until midnight."),
        ("jail", "Your visiting list opens for changes every quarter. Book a day and a half in advance.", "Your visiting list opens for changes every three months. Book 36 hours in advance."),
        ("jail", "All social visits are by video. The island jail has no booths.", "All social visits are by video, as the island jail has no booths."),
        ("jail", "Don't come to visit if you are not on the list.\nDon't bring more than three people.", "Come to visit if you are on the list.\nBring up to three people."),
        ("jail", "Status as of June 2: in-person visits are still suspended.", "Status as of July 14: the suspension of in-person visits is still in place."),
        ("jail", "Video visits are open all week long.", "Video visits are open seven days a week."),
        ("jail", "Inmates may have visits.\nVisitors may not hand anything to an inmate.", "People here may have visits.\nVisitors may not hand anything to the person visited."),
        ("jail", "Beginning April 1, there will be no visits on Fridays. The final Friday is March 28.\nEach visit will stay at 30 minutes.", "There are no visits on Fridays.\nEach visit is 30 minutes."),
        ("vendor", "A line of 1 megabit is needed for visits. Run the test call first. It takes two minutes.", "A line of 2 megabits is needed for visits. Run the test call first. It takes five minutes."),
        ("advocacy", "In-person visits were ended in 2019.\nWhat we ask: bring back the glass. Let children visit.", "In-person visits were ended in 2019.\nWhat we ask: restore in-person visits now. No child should pay for a visit."),
    ],
)  # fmt: skip
def test_several_lines_that_say_the_same_are_silent(kind: str, old: str, new: str) -> None:
    assert not _read(old, new, kind).relevant


def test_what_happens_where_a_duty_is_not_kept_is_no_claim() -> None:
    said = "one paid visit is held every month, failing which the terminals may be withdrawn."
    assert not any(claim.sign < 0 for claim in claims(said))


def test_a_limit_denies_nothing() -> None:
    assert [claim.sign for claim in claims("you may not bring more than 2 other people into the booth.")] == [1]


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("jail", "The lobby officer may admit visitors who have not booked.", "The lobby officer must not admit visitors who have not booked.", "restrictive minor"),
        ("jail", "All units are under the video-only rule.", "All units except C are under the video-only rule. Unit C is exempt from it and has window visits.", "restorative major"),
        ("jail", "Home video: yes\nGlass booth: no", "Home video: yes\nGlass booth: yes", "restorative critical"),
        ("jail", "Rule 6: video may not take the place of window visits.", "Rule 6, which said that video may not take the place of window visits, has been struck.", "restrictive critical"),
        ("jail", "Remote visits: 7 days, 7 a.m. - 9 p.m.", "Remote visits: 7 days, 9 a.m. - 5 p.m.", "restrictive major"),
        ("doc", "A. Close custody: two visits per month.\nB. Medium custody: four visits per month.", "A. Close custody: one visit per month.\nB. Medium custody: four visits per month.", "restrictive minor"),
        ("vendor", "The $3 fee for adding money to your visiting balance is waived.", "The $3 fee for adding money to your visiting balance is not waived any longer.", "restrictive major"),
        ("vendor", "We pay each jail a commission of 20% on video visits.", "We will not pay jails any commission on video visits.", "restorative major"),
        ("rule", "A jail shall allow two in-person visits a week.", "A jail may, but need not, allow two in-person visits a week.", "restrictive critical"),
        ("rule", "A jail may not charge a fee for a lobby video visit.", "A jail is not barred from charging a fee for a lobby video visit.", "restrictive major"),
        ("rule", "Ten counties are exempt from the duty to offer in-person visits.", "The exemption of ten counties from the duty to offer in-person visits is revoked.", "restorative critical"),
        ("rule", "PROPOSED - comments are open.\n12.1 A jail shall provide one visit weekly.", "PROPOSED - comments are open.\n12.1 A jail shall provide three visits weekly.", "restorative minor"),
    ],
)  # fmt: skip
def test_layers_and_scopes(kind: str, old: str, new: str, told: str) -> None:
    reading = _read(old, new, kind)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("rule", "No jail shall be allowed to deny in-person visits.", "Every jail shall allow in-person visits."),
        ("doc", "Contact visits shall not be denied without cause.", "Contact visits shall be denied only for cause."),
        ("jail", "There is visiting every day except Sunday.", "Sunday is the only day without visiting."),
    ],
)
def test_two_negations_are_none(kind: str, old: str, new: str) -> None:
    assert not _read(old, new, kind).relevant


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("jail", "Who cannot visit\nPlease read this first.\n1. Anyone with an open warrant.\n2. Anyone who was an inmate of this jail during the past year.\n3. Anyone who will not be searched.", "Who cannot visit\nPlease read this first.\n1. Anyone with an open warrant.\n2. Anyone who will not be searched.", "restorative major"),
        ("jail", "Sunday, 9 a.m. to 11:30 a.m., all units.\nSaturday, 9 a.m. to 11:30 a.m., all units.", "There is no Sunday session.\nSaturday, 9 a.m. to 11:30 a.m., all units.", "restrictive major"),
        ("jail", "Harkness Jail | Visiting grid\nPod | Days | Morning\nAlder | Mon, Wed | 9:00-10:30\nBirch | Tue, Thu | 9:00-10:30\nCedar | Mon, Fri | 9:00-10:30", "Harkness Jail | Visiting grid\nPod | Days | Morning\nAlder | Mon, Wed | 9:00-10:30\nBirch | Tue | 9:00-10:30\nCedar | Mon, Fri | 9:00-10:30", "restrictive minor"),
        ("jail", "New arrivals are in the dorm for screening and may not have visits for the first twenty-one days.", "New arrivals are in the dorm for screening and may not have visits for the first seven days.", "restorative major"),
        ("news", "Latest\nAug 30 | Inmate count dips", "Latest\nSep 3 | On 4-1 vote, county board orders face-to-face visits put back at jail after six years of screens only\nAug 30 | Inmate count dips", "restorative critical"),
        ("news", "A federal judge will rule next week on whether the jail must allow in-person visits while a suit is pending.", "A federal judge on Friday refused to order the jail to allow in-person visits while a suit is pending.", "restrictive major"),
        ("vendor", "Gold: a technician.", "Gold: a technician. To remain in Gold, an agency must have retired its glass and table visiting.", "restrictive critical"),
    ],
)  # fmt: skip
def test_what_matters_most_is_told(kind: str, old: str, new: str, told: str) -> None:
    reading = _read(old, new, kind)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("jail", "You see your people by video.", "You see your people by video. That is the only kind of visit we hold, as before."),
        ("jail", "Records | 555-0150 | Mon-Fri 8-4:30\nBond window | open 24 hours\nVisits last 20 minutes.", "Records | 555-0150 | Mon-Thu 8-4:30\nBond window | open 6 a.m. to 2 a.m.\nVisits last 20 minutes."),
        ("contract", "Each firm may send three visitors.\nIn-person visits stay.", "Each firm may send five visitors.\nIn-person visits stay."),
        ("contract", "Site visit for bidders: May 9. Up to two visitors per firm.\nIn-person visits stay.", "Site visit for bidders: May 16. Up to four visitors per firm.\nIn-person visits stay."),
        ("contract", "Nothing herein shall be read to require County to end visits in person.", "This Agreement shall not be construed as obliging County to discontinue in-person visits."),
        ("news", "Families of the Barlow Heights Veterans Home may visit any day.\nThe county jail is next door.", "Families of the Barlow Heights Veterans Home may not visit until further notice.\nThe county jail is next door."),
        ("advocacy", "2013: A video contract is signed.\n2014: The hall is shut.\n2019: The hall is opened again.", "2013: A video contract is signed.\n2014: The hall is shut.\n2016: The board is asked to reopen the hall and declines.\n2019: The hall is opened again."),
    ],
)  # fmt: skip
def test_what_only_resembles_it_is_silent(kind: str, old: str, new: str) -> None:
    assert not _read(old, new, kind).relevant


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        # quantifiers, and who is meant
        ("jail", "All pods have visits on Saturday.", "No pods have visits on Saturday.", "restrictive major"),
        ("jail", "Most visits are held in person.", "Few visits are held in person.", "restrictive major"),
        ("jail", "Visits are unlimited.", "Visits are limited.", "restrictive major"),
        ("jail", "People with felony records may visit.", "People without felony records may visit.", "restrictive major"),
        ("jail", "Only people without felony records may visit.", "People with felony records may visit.", "restorative major"),
        ("jail", "Immediate family may visit.", "Extended family may visit.", "restorative major"),
        # who pays, and whether anybody does
        ("jail", "The county pays for video visits.", "The family pays for video visits.", "restrictive major"),
        ("jail", "Video visits are paid for by the inmate.", "Video visits are paid for by the county.", "restorative major"),
        ("jail", "Video visits are at the county's expense.", "Video visits are at the visitor's expense.", "restrictive major"),
        ("jail", "Children under 12 visit free of charge.", "Children under 12 visit at full charge.", "restrictive major"),
        ("jail", "The lobby kiosks are free to use for visits.", "The lobby kiosks are not free to use for visits.", "restrictive major"),
        # lawyers' privacy, and the glass
        ("jail", "Visits may be monitored, except those with attorneys.", "Visits may be monitored, including those with attorneys.", "restrictive minor"),
        ("jail", "Visits are always private with counsel.", "Visits are never private with counsel.", "restrictive minor"),
        ("jail", "The glass will come down.", "The glass will go up.", "restrictive major"),
        # a day of return, and a day from which there are none
        ("jail", "Visits resume May 1.", "Visits resume June 1.", "restrictive major"),
        ("jail", "Visits resume on May 1.", "Visits stop on May 1.", "restrictive major"),
        ("jail", "Kids may sit on your lap.", "Kids may not sit on your lap.", "restrictive major"),
        # what shields a visit from being refused
        ("jail", "A denied visitor is told why.", "A denied visitor is not told why.", "restrictive minor"),
        ("jail", "We tell denied visitors why.", "We do not tell denied visitors why.", "restrictive minor"),
        ("jail", "Appeals are heard.", "Appeals are not heard.", "restrictive minor"),
        ("jail", "Visits may be ended early for misconduct.", "Visits may be ended early for any reason.", "restrictive minor"),
        ("jail", "Video visits are one option.", "Video visits are the only option.", "restrictive critical"),
        ("jail", "Video is the only way to visit.", "Video is one way to visit.", "restorative critical"),
        ("jail", "Visits take place at the jail.", "Visits take place online.", "restrictive critical"),
        ("jail", "In-person visiting is paused until spring.", "In-person visiting is over for good.", "restrictive critical"),
        ("jail", "You may just show up.", "You may not just show up.", "restrictive minor"),
        ("jail", "Each person gets at least two visits a week.", "Each person gets at most two visits a week.", "restrictive major"),
        ("jail", "You get three free video calls a week.", "You get one free video call a week.", "restrictive major"),
        ("jail", "Visits are over for good.", "Visits are paused.", "restorative critical"),
        ("jail", "Inmates have tablets.", "Inmates no longer have tablets.", "restrictive minor"),
        ("jail", "You can appeal a denial.", "Denials are final.", "restrictive minor"),
        ("jail", "Appeals of a denial are heard in 10 days.", "Appeals of a denial are not heard.", "restrictive minor"),
        ("jail", "A denial must state the reasons.", "A denial need not state the reasons.", "restrictive minor"),
        # the reader doubts what a rule says of a line in which few words turned
        ("jail", "A hug at the start of a visit is never refused.", "A hug at the start of a visit is never allowed.", "restrictive major"),
        # what somebody may do to visits, and must
        ("contract", "County may terminate in-person visits.", "County shall terminate in-person visits.", "restrictive critical"),
        ("contract", "County shall terminate in-person visits.", "County may terminate in-person visits.", "restorative critical"),
        # what boards and bills would do
        ("news", "The board rejected the video-only plan.", "The board accepted the video-only plan.", "restrictive critical"),
        ("news", "The bill would guarantee in-person visits.", "The bill would eliminate in-person visits.", "restrictive critical"),
    ],
)  # fmt: skip
def test_one_plain_word_turns_a_plain_line(kind: str, old: str, new: str, told: str) -> None:
    reading = _read(old, new, kind)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("No more than two visitors may come at once.", "Up to two visitors may come at once."),
        ("Court records are kept upstairs. Visits last an hour.", "Court records are kept downstairs. Visits last an hour."),
        ("Visits will resume on May 1.", "Visits are back on as of May 1."),
        # a reason that another line gives now
        ("If the visit is refused the officer will tell you why.", "If you are refused a visit, ask for a supervisor. The officer will give you the reason."),
    ],
)  # fmt: skip
def test_one_plain_word_that_turns_nothing(old: str, new: str) -> None:
    assert not _read(old, new).relevant


def test_a_lap_is_touch_and_bars_no_child() -> None:
    reading = _read("Kids may sit on your lap.", "Kids may not sit on your lap.")
    assert reading.topics == (Topic.CONTACT,)
    assert [fact.name for fact in reading.facts] == ["contact_allowed"]


def test_a_later_day_of_return_in_other_words_is_no_return_retold() -> None:
    why = _read("Visits will resume on June 1.", "Visits will be back on as of July 5.").why
    assert "R2 the return was told before" not in why

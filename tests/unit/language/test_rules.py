"""Rules of relevance, severity, timetables and neutral news, one change each."""

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, reading, rules


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Visits run 30 minutes. Two guests may attend a visit.",
            "You will have half an hour together. No more than two guests may attend a visit.",
        ),
        ("Visiting hours: 9:00 AM-11:00 AM Monday", "Visiting hours: Monday 0900-1100"),
        ("Inmates may have two visits per week.", "Incarcerated persons may have two visits per week."),
        ("Home visits are $5 for 15 minutes.", "Home visits are $5.00 (15 minutes)."),
        (
            "Visits are on Sunday. Page last reviewed January 4, 2023",
            "Visits are on Sunday. Page last reviewed May 9, 2024",
        ),
        ("Visits are at the windows. Phone: (555) 010-4410", "Visits are at the windows. Phone: (555) 010-4480"),
        ("Visitors may not wear shorts above the knee.", "Visitors may not wear shorts or skirts above the knee."),
        (
            "Visits are daily. Lost locker keys cost five dollars.",
            "Visits are daily. Lost locker keys cost ten dollars.",
        ),
    ],
)
def test_same_terms_are_silent(before: str, after: str) -> None:
    assert not reading(before, after).relevant


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        (
            "Prison Museum visitor information",
            "Visiting hours are 10 to 5. Tours cost $14.",
            "Visiting hours are 10 to 4. Tours cost $17.",
        ),
        ("County Tax Office", "In-person service ends on March 31.", "In-person service ends on April 30."),
        (
            "Cemetery District",
            "The grounds are open for visitation from 8 a.m. to 6 p.m.",
            "The grounds are open for visitation from 8 a.m. to 8 p.m.",
        ),
        (
            "Family Court Services",
            "Supervised visitation sessions cost $25.",
            "Supervised visitation sessions cost $40.",
        ),
    ],
)
def test_other_visits_are_silent(title: str, before: str, after: str) -> None:
    assert not reading(before, after, title=title).relevant


def test_an_error_page_is_no_removal() -> None:
    before = "Visits are held on Sunday from 1 to 4. Each visit lasts 30 minutes. Two adults may come."
    assert not reading(before, "503 Service Temporarily Unavailable\nnginx").relevant


def test_a_removed_page_is_neutral_and_major() -> None:
    found = reading("Each inmate has a right to two half-hour visits a week at the glass.", "")
    assert (found.relevant, found.direction, found.severity) == (True, Direction.NEUTRAL, Severity.MAJOR)


def test_a_pointer_in_place_of_the_terms_is_a_removal() -> None:
    before = (
        "Visits in person: Monday and Friday, 6 p.m. to 9 p.m.\n"
        "Visits from home: $3.00 for 15 minutes.\nSend the form to be put on the list."
    )
    found = reading(before, "Information on visits is no longer kept on this page. Please call the jail.")
    assert found.direction is Direction.NEUTRAL and "R12-removed" in rules(found)


def test_a_page_that_says_its_rules_are_old() -> None:
    found = reading(
        "", "This page is an archive. It shows the window visiting rules of 2014. They are no longer in force."
    )
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_open_ended_dated_and_permanent_stops() -> None:
    page = "Visits are held at the booths on Sunday."
    open_ended = reading(page, page + "\nIn-person visiting is suspended until further notice.")
    dated = reading(page, page + "\nThere will be no visits on Thursday, November 27 because of the holiday.")
    permanent = reading(
        "The visiting booths are closed until further notice.", "The visiting booths are closed permanently."
    )
    assert open_ended.severity is Severity.MAJOR and Topic.SUSPENSION in open_ended.topics
    assert dated.severity is Severity.MINOR
    assert permanent.severity is Severity.CRITICAL and permanent.direction is Direction.RESTRICTIVE


def test_the_end_of_a_suspension_is_a_gain() -> None:
    found = reading(
        "In-person visiting remains suspended because of an outbreak.",
        "The suspension is over and in-person visiting has resumed.",
    )
    assert found.direction is Direction.RESTORATIVE and found.severity is Severity.MAJOR


def test_a_day_lost_and_a_day_gained() -> None:
    page = "Visiting days\nSaturday 1-3 p.m.\nSunday 1-3 p.m."
    lost = reading(page, "Visiting days\nSaturday 1-3 p.m.")
    gained = reading(page, page + "\nWednesday 1-3 p.m.")
    assert lost.direction is Direction.RESTRICTIVE and facts(lost)["visit_days_per_week"] == (2, 1)
    assert gained.direction is Direction.RESTORATIVE and gained.severity is Severity.MAJOR


def test_a_shift_of_the_same_length_is_neutral() -> None:
    found = reading(
        "Visiting hours\nSaturday: 8:00 a.m. to 10:00 a.m.", "Visiting hours\nSaturday: 9:00 a.m. to 11:00 a.m."
    )
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_walk_ins_ended() -> None:
    found = reading("Walk-ins are welcome for visits.", "Visits are by appointment only.")
    assert (
        found.direction is Direction.RESTRICTIVE and found.severity is Severity.MINOR and Topic.SCHEDULE in found.topics
    )


def test_friends_dropped_and_given_back() -> None:
    old, new = "Friends and relatives may be put on the list.", "Only immediate family may be put on the list."
    assert reading(old, new).direction is Direction.RESTRICTIVE
    assert reading(new, old).direction is Direction.RESTORATIVE


def test_class_papers_count_other_papers_do_not() -> None:
    old = "Bring a driver license, a passport or a consular card to visit."
    assert (
        reading(old, "Bring a driver license or a passport to visit; consular cards are not accepted.").direction
        is Direction.RESTRICTIVE
    )


def test_refunds() -> None:
    old = "Unused home visit money is refunded on request."
    assert reading(old, "Unused home visit money is not refunded.").direction is Direction.RESTRICTIVE


def test_a_cap_given_up() -> None:
    found = reading(
        "Visit an inmate by window, no more than two times a week.", "Visit an inmate by window, as often as you like."
    )
    assert found.direction is Direction.RESTORATIVE and Topic.DURATION_FREQUENCY in found.topics


def test_paper_mail_ended_is_minor() -> None:
    found = reading(
        "Letters are handed out each evening.",
        "Letters are scanned and the paper is destroyed.",
        title="Writing to an inmate",
    )
    assert found.severity is Severity.MINOR and Topic.MAIL in found.topics and found.direction is Direction.RESTRICTIVE


def test_a_suit_is_neutral_and_minor() -> None:
    before = "The jail ended visits at the booths in May."
    found = reading(
        before,
        before + " Families filed a lawsuit over the lost visits at the booths.",
        title="Local news",
        kind="news",
    )
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_why_and_words_are_kept() -> None:
    found = reading("A visit lasts 30 minutes.", "A visit lasts 20 minutes.")
    assert any(reason.startswith("Q-visit_minutes") for reason in found.why)
    assert found.findings[0].words and "30 to 20 minutes" in found.headline


def test_the_reading_never_fails_on_odd_input() -> None:
    for text in ("", "\n\n", "{mon} [0900-1000] $ % ||||", "¿¡—…", "a" * 5000, "1" * 400):
        assert reading(text, "Visits are on Sunday.").relevant in (True, False)
        assert reading("Visits are on Sunday.", text).relevant in (True, False)


def test_an_expired_notice_taken_down_is_silent() -> None:
    page = "Visits are held at the booths on Sunday."
    notice = "\nNotice: Visits on Monday, September 2, 2019 are cancelled for Labor Day."
    assert not reading(page + notice, page).relevant


def test_an_entry_that_leaves_a_list_of_identity_papers_is_refused_from_now_on() -> None:
    kept = "Visitors must show one of these:\n- Driver's license\n- Passport"
    gone, come = reading(f"{kept}\n- Consular ID", kept), reading(kept, f"{kept}\n- Consular ID")
    assert (gone.direction, come.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert "R5-papers" in rules(gone)


VOTE = "The Board put off a vote on the video contract, which would end visits through the glass."


def test_a_vote_put_off_and_then_taken_ends_what_it_decides() -> None:
    new = "The Board approved the video contract, which ends visits through the glass."
    assert reading(f"Board briefs\n{VOTE}", f"Board briefs\n{new}", kind="news").direction is Direction.RESTRICTIVE


def test_a_vote_put_off_in_other_words_is_no_news() -> None:
    assert not reading(VOTE, VOTE.replace("put off a vote", "postponed its vote"), kind="news").relevant


def test_a_price_that_was_only_asked_for_and_is_lowered_is_news() -> None:
    asked, done = (
        "Families asked the county to lower the price of video visits.",
        "The county lowered the price of video visits.",
    )
    found = reading(asked, done, kind="news")
    assert (found.direction, rules(found)) == (Direction.RESTORATIVE, {"T-price"})
    assert not reading(asked, asked.replace("asked", "have asked"), kind="news").relevant


def test_a_visit_that_is_cut_short_by_a_fault_is_no_shorter_rule() -> None:
    page = "Video visits cost $5."
    cut_short = f"{page}\nA refund is given when a visit is cut short by the system."
    assert "T-duration_frequency" not in rules(reading(page, cut_short))
    assert rules(reading(page, f"{page}\nVisits will be cut to one hour."))


def test_a_list_that_is_not_limited_to_kin_is_open_to_friends() -> None:
    open_list, friends = "The list shall not be limited to kin.", "Friends as well as kin can be on the list."
    assert "P-kin" not in rules(reading(open_list, friends)) | rules(reading(friends, open_list))
    limited = reading(friends, "The list is limited to kin.")
    assert limited.direction is Direction.RESTRICTIVE

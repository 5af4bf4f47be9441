"""Numbers bound to their noun, unit and owner, and the direction of each."""

import pytest

from monitors.diff import compare
from monitors.language.figures.quantities import measures
from monitors.language.judge import read
from monitors.language.pages.sentences import units
from monitors.records import Direction, Reading, Segment, SegmentKind, Severity
from monitors.segments import plain_segments, with_key
from tests.unit.language.reading import facts, reading, whole_reading


def test_the_age_of_who_shows_a_document_is_no_bar() -> None:
    assert "min_age" not in bound("All visitors 18 and over must present valid photo identification.")
    assert bound("Visitors must be 18 or older to enter.") == {"min_age": 18}


def test_a_free_visit_that_somebody_pays_for_is_no_paid_one() -> None:
    assert bound("Two video visits are free each month, paid for by the Department.")["free_video_per_month"] == 2


def test_a_telephone_number_is_no_figure() -> None:
    assert bound("The line for names on the visiting list is 570-555-0132.") == {}


def test_hours_ahead_are_no_age() -> None:
    assert "min_age" not in bound("At least 12 hours before the visit.")
    assert bound("Visitors must be at least 16 years old.") == {"min_age": 16}


def test_weekends_are_counted_under_a_title_of_visits() -> None:
    assert bound("First and third weekend of the month") == {"visit_weekends_per_month": 2}
    assert bound("First and third weekend of the month", "county farm market") == {}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("One half-hour visit per week.", 30), ("One hour visit each week.", 60), ("A 20 minute visit a week.", 20)],
)
def test_the_length_of_one_visit_is_not_how_many_there_are(text: str, minutes: int) -> None:
    assert bound(text) == {"visit_minutes": minutes, "visits_per_week": 1}
    assert bound("Inmates are allowed two 20 minute visits a week.") == {"visits_per_week": 2, "visit_minutes": 20}


def bound(text: str, title: str = "county jail visiting") -> dict[str, float]:
    return {m.name: m.value for unit in units(plain_segments(text)) for m in measures(unit, title)}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("A home visit costs $7.50 for 30 minutes.", "video_fee_usd", 7.5),
        ("Remote visits are 25 cents a minute.", "video_fee_per_min_usd", 0.25),
        ("Home visits do not cost a dime.", "video_fee_usd", 0.0),
        ("Cost of lobby visits: none", "onsite_video_fee_usd", 0.0),
        ("Video in our lobby is $2 for 30 minutes.", "onsite_video_fee_usd", 2.0),
        ("Calls: local and long-distance calls cost 21 cents a minute.", "call_rate_per_min_usd", 0.21),
        ("Each person receives 3 no-cost video visits per month.", "free_video_per_month", 3),
        ("Every resident has 4 video visits each month that are covered by the Department.", "free_video_per_month", 4),
        ("Each inmate may have four free home videos a month.", "free_video_per_month", 4),
        ("A lobby visit is free for the first one in the week and $3 after that.", "free_visits_per_week", 1),
        ("New arrivals wait 7 days for a first visit.", "intake_days_without_visits", 7),
        ("No one shall visit an inmate who has been here fewer than 10 days.", "intake_days_without_visits", 10),
        ("One who is not kin shall not visit until the inmate has been here 45 days.", "wait_days_friends", 45),
        (
            "Friends without a marriage license may visit once the person has been here for 30 days.",
            "wait_days_friends",
            30,
        ),
        ("Face-to-face visiting is limited to eight hours weekly.", "inperson_hours_per_week_cap", 8),
        ("In-person visits: not above 15 hours per week.", "inperson_hours_per_week_cap", 15),
        ("Provider adds 5 points to the commission if the County has no in-person visits.", "bonus_points", 5),
        ("Visits: every weekend of the month", "visit_weekends_per_month", 4),
        ("Visits are on two Sundays in the month.", "visit_weekends_per_month", 2),
        ("Lobby visits are free of charge.", "onsite_video_fee_usd", 0.0),
        ("From home: $5 for up to 20 minutes", "video_fee_usd", 5.0),
        ("Local calls: 21 cents a minute", "call_rate_per_min_usd", 0.21),
        ("Each visit lasts half an hour.", "visit_minutes", 30),
        ("Extended family visits last up to forty-eight hours.", "visit_minutes", 2880),
        ("Every person may have two visits a week.", "visits_per_week", 2),
        ("Residents are seen twice a month for a visit.", "visits_per_month", 2),
        ("Your first home visit of each week costs nothing.", "free_remote_visits_per_week", 1),
        ("Appointments must be made at least 48 hours in advance.", "booking_lead_hours", 48),
        ("Book your visit the day before.", "booking_lead_hours", 24),
        ("The visiting list may hold ten names.", "list_max", 10),
        ("Two adults and two children may visit at a time.", "visitors_max", 4),
        ("Nobody under 16 will be admitted to visit.", "min_age", 16),
        ("Two adults, or two adults and one child, in a booth.", "visitors_max", 3),
        ("Former inmates may visit one year after release.", "waiting_days", 365),
        ("A former inmate may not be listed until a full year has gone by.", "waiting_days", 365),
        ("Please allow 10 business days for the background check.", "waiting_days", 10),
        ("Approval of your application takes two weeks.", "waiting_days", 14),
        ("Visits are for inmates with thirty days or more in custody.", "intake_days_without_visits", 30),
        ("New arrivals can be visited after fourteen days.", "intake_days_without_visits", 14),
        ("A write-up means no visits for ten days.", "discipline_days_without_visits", 10),
        ("Loss of visits for up to 45 days.", "discipline_days_without_visits", 45),
        ("Each inmate has TWO visits in the week, Sunday to Saturday.", "visits_per_week", 2),
        ("Provider pays County a commission of 10% of gross revenue.", "commission_pct", 10),
        ("The county guarantees the vendor a minimum guarantee of $24,000 a year.", "min_guarantee_usd_month", 2000),
        ("Families who live more than 75 miles away may ask for a double visit.", "distance_miles", 75),
        ("Visiting is on alternate weekends.", "visit_weekends_per_month", 2),
        ("Visiting is held on the first, second and third weekends of the month.", "visit_weekends_per_month", 3),
        ("Family visits take place on the first weekend of every month.", "visit_weekends_per_month", 1),
        ("Visits are on the first, second and fourth Sundays of the month.", "visit_weekends_per_month", 3),
        ("Eight video visits a month are allowed. Two of these are free each month.", "free_video_per_month", 2),
        ("The visiting list is made at intake. You may change it once every thirty (30) days.", "list_lock_days", 30),
        ("Visits at the kiosks are on any day. Three of these in a week are free.", "free_visits_per_week", 3),
        ("Book no more than seven days and no less than two days ahead.", "booking_lead_hours", 48),
        ("During your first day in the house you have no visits.", "intake_days_without_visits", 1),
        (
            "After booking, a person can be visited once one and a half days have passed.",
            "intake_days_without_visits",
            1.5,
        ),
        (
            "No more than three people may come, and each has to be among the twelve whom the inmate is able to list.",
            "list_max",
            12,
        ),
        ("A visitor who lives 60 or more road miles away may have a double visit.", "distance_miles", 60),
        ("They are held on Tuesday. They last 30 minutes.", "visit_minutes", 30),
        ("You have 30 minutes, once a day.", "visit_minutes", 30),
        ("How long? An hour and a half.", "visit_minutes", 90),
        ("How many visits may an inmate have? A: 1 per day, 4 per week.", "visits_per_week", 4),
        ("A person in jail may take two remote visits on any day.", "remote_visits_per_day", 2),
        ("Each inmate also gets a weekly 10-minute video visit for free.", "free_visits_per_week", 1),
        ("Home visits: we bill 25 cents for each minute.", "video_fee_per_min_usd", 0.25),
        ("Commission on remote visits: 30 percent of gross charges.", "commission_pct", 30),
        ("Visits must be scheduled at least 3 days and not more than 21 days before.", "booking_lead_hours", 72),
        ("Web visits may be booked between 12 hours and 14 days before.", "booking_lead_hours", 12),
        ("Book a visit 2 - 7 days ahead, online.", "booking_lead_hours", 48),
        ("Book your visit 3 or more hours before.", "booking_lead_hours", 3),
        ("Two adults can come in together with up to two children.", "visitors_max", 4),
        ("Come to the visit in a party of five or fewer.", "visitors_max", 5),
        ("No party is larger than three.", "visitors_max", 3),
        ("Children may visit from their twelfth birthday on.", "min_age", 12),
        ("No inmate shall receive in excess of four visitors concurrently.", "visitors_max", 4),
        ("If you used to be an inmate, wait until 120 days have gone by.", "waiting_days", 120),
        ("People who have just been jailed cannot be visited for the first 14 days.", "intake_days_without_visits", 14),
        ("The visitor's home must be more than 100 miles away.", "distance_miles", 100),
        ("Use must reach 0.5 paid remote visit per detainee per month.", "min_paid_visits_per_detainee_month", 0.5),
        (
            "County shall not offer more than six (6) hours of in-person social visitation in any calendar week.",
            "inperson_hours_per_week_cap",
            6,
        ),
    ],
)
def test_bound(text: str, name: str, value: float) -> None:
    assert bound(text).get(name) == value


@pytest.mark.parametrize(
    "text",
    [
        "Lost keys cost five dollars.",
        "Arrive fifteen minutes before your visit.",
        "Copies of a report: $5.00",
        "Bond processing fee: $25",
        "The site visit is 20 minutes for bidders.",
        "Children under 18 must be with a parent.",
        "Most wanted: see the list of nine names.",
        "Slots open no more than ten days ahead.",
        "Each deputy of the visiting hall attends up to six hours of training.",
        "The kiosk charges $3 for cash and $3.50 for cards.",
        "If you cancel a home visit with less than an hour to go, no money is returned.",
        "There can be three visitors at once.",
        "The old table by last name (one visit a week) ran out at the end of September.",
    ],
)
def test_not_a_visiting_term(text: str) -> None:
    names = {name for name in bound(text, "county jail") if not name.startswith("_")} - {"visitors_max"}
    assert not names


@pytest.mark.parametrize(
    ("before", "after", "direction", "fact"),
    [
        ("A visit lasts 30 minutes.", "A visit lasts 20 minutes.", Direction.RESTRICTIVE, ("visit_minutes", 30, 20)),
        (
            "The visitor list holds five names.",
            "The visitor list holds nine names.",
            Direction.RESTORATIVE,
            ("list_max", 5, 9),
        ),
        ("A home visit costs $6.00.", "A home visit costs $9.00.", Direction.RESTRICTIVE, ("video_fee_usd", 6, 9)),
        (
            "One visit a week is allowed.",
            "Three visits a week are allowed.",
            Direction.RESTORATIVE,
            ("visits_per_week", 1, 3),
        ),
        (
            "Visits: book 24 hours ahead.",
            "Visits: book 72 hours ahead.",
            Direction.RESTRICTIVE,
            ("booking_lead_hours", 24, 72),
        ),
    ],
)
def test_direction_of_a_term(before: str, after: str, direction: Direction, fact: tuple[str, float, float]) -> None:
    found = reading(before, after)
    assert found.direction is direction
    assert facts(found)[fact[0]] == (fact[1], fact[2])


def test_two_terms_that_disagree_are_mixed() -> None:
    found = reading("Home visit: 30 minutes, $9.00", "Home visit: 15 minutes, $4.00")
    assert found.direction is Direction.MIXED and found.severity is Severity.MAJOR


def test_equal_price_in_another_unit_is_neutral() -> None:
    found = reading(
        "Remote visits: $10.00 for a 40 minute visit.", "Remote visits: $0.25 per minute, longest visit 40 minutes."
    )
    assert found.direction is Direction.NEUTRAL


def test_a_small_rise_is_minor() -> None:
    assert reading("A home visit costs $10.00.", "A home visit costs $10.50.").severity is Severity.MINOR


def test_only_the_changed_row_counts() -> None:
    page = "Remote visit: $0.25 per minute\nText message: $0.10\nVoicemail: $0.50"
    assert facts(reading(page, page.replace("0.25", "0.35"))) == {"video_fee_per_min_usd": (0.25, 0.35)}
    assert not reading(page, page.replace("Voicemail: $0.50", "Voicemail: $0.60")).facts


def test_a_cap_on_visits_that_is_taken_out_is_a_gain() -> None:
    head = "Article 8\nThe vendor installs terminals in the lobby.\n"
    cap = "The County shall hold in-person visitation by the public to no more than twelve (12) hours per week."
    found = reading(f"{head}{cap}", head, kind="contract")
    assert found.direction is Direction.RESTORATIVE
    assert facts(found) == {"inperson_hours_per_week_cap": (12.0, None)}


def table(*rows: str) -> list[Segment]:
    return [with_key(Segment(row, ("Visitation",), SegmentKind.ROW)) for row in rows]


def told(old: list[Segment], new: list[Segment]) -> Reading:
    passages = compare(old, new).passages
    return read(
        old, new, passages, title_before="County Jail Visiting", title_after="County Jail Visiting", kind="jail"
    )


def test_a_row_of_a_table_of_services_is_bound_to_what_it_prices_and_shown() -> None:
    def page(price: str) -> list[Segment]:
        return table("Service | Price | Length", f"Video visit from home | {price} | 20 minutes", "Photo | $1.00 | -")

    found = told(page("$9.00"), page("$12.00"))
    assert facts(found) == {"video_fee_usd": (9.0, 12.0)}
    assert all(finding.passages == (0,) for finding in found.findings)


@pytest.mark.parametrize(
    ("head", "row", "before", "after", "told_facts"),
    [
        ("Product | Rate", "Phone call | {}/min", "$0.21", "$0.14", {"call_rate_per_min_usd": (0.21, 0.14)}),
        ("Group | Minutes", "General population | {}", "30", "45", {"visit_minutes": (30.0, 45.0)}),
        (
            "Day | Visiting hours",
            "Tuesday | {}",
            "9:00-11:00",
            "No visits",
            {"visit_days_per_week": (2.0, 1.0)},
        ),
    ],
)
def test_a_row_is_read_under_its_columns(
    head: str, row: str, before: str, after: str, told_facts: dict[str, tuple[float, float]]
) -> None:
    beside = "Saturday | 1:00-4:00" if "Day" in head else "Video call | $0.25/min"
    found = told(table(head, row.format(before), beside), table(head, row.format(after), beside))
    assert facts(found) == told_facts


@pytest.mark.parametrize(
    ("was", "now", "name"),
    [
        (
            "Sums remitted late bear interest of one percent (1%) per month.",
            "Sums remitted late bear interest of two percent (2%) per month.",
            "commission_pct",
        ),
        (
            "Visitors who need an accommodation should ask seven days ahead.",
            "Visitors who need an accommodation should ask ten days ahead.",
            "booking_lead_hours",
        ),
        ("Visitors may carry up to $40 in quarters.", "Visitors may carry up to $60 in quarters.", "video_fee_usd"),
    ],
)
def test_figures_of_other_things_are_no_terms_of_visits(was: str, now: str, name: str) -> None:
    kind = "contract" if name == "commission_pct" else "jail"
    found = reading(was, now, kind=kind)
    assert name not in {fact.name for fact in found.facts}


def test_of_several_losses_that_of_visits_is_counted() -> None:
    line = "It may bring 20 days of separate housing, loss of canteen for 20 days and loss of visits for {} days."
    page = "Major violations\n\n{}\nYou may appeal within five days."
    found = reading(page.format(line.format(15)), page.format(line.format(45)), title="Handbook: discipline")
    assert facts(found)["discipline_days_without_visits"] == (15.0, 45.0)


def test_the_date_of_a_price_list_is_no_number_of_people() -> None:
    page = "Lobby visits are {}.\nList date: {}"
    found = whole_reading(page.format("free", "6/1"), page.format("$3.50", "9/1"), title="Prices", kind="vendor")
    assert "list_max" not in facts(found)


def test_a_longer_background_check_is_a_minor_loss_among_lines_on_else() -> None:
    page = "Upload a copy of your ID.\nPlease allow {} business days for the background check."
    found = whole_reading(page.format(5), page.format(15))
    assert facts(found) == {"waiting_days": (5.0, 15.0)} and found.severity is Severity.MINOR


def test_how_long_the_public_may_speak_is_no_length_of_a_visit() -> None:
    (unit,) = units(plain_segments("The public may speak for three minutes each."))
    assert measures(unit, "visits") == []


@pytest.mark.parametrize("verb", ["will go", "will drop", "goes"])
def test_a_price_from_and_to_in_one_sentence_is_one_move(verb: str) -> None:
    found = reading(
        "Visits are on Sunday.", f"Visits are on Sunday.\nThe price of a home visit {verb} from $7.50 to $5."
    )
    assert facts(found)["video_fee_usd"] == (7.5, 5.0) and found.direction is Direction.RESTORATIVE


def test_what_a_machine_keeps_of_money_is_no_price_of_visits() -> None:
    _, kept = units(plain_segments("You may leave $10 or more at the machine. It keeps two dollars."))
    assert measures(kept, "visits") == []


def test_a_share_by_another_name_is_still_the_share() -> None:
    before = "D-2. Company shall pay the county a site commission equal to 18% of gross video receipts."
    after = (
        "D-2. So that the county may recover its costs, Company shall pay the county 27% of gross video receipts. "
        "The parties do not regard this amount as a commission."
    )
    found = whole_reading(before, after, title="Exhibit D", kind="contract")
    assert facts(found)["commission_pct"] == (18.0, 27.0) and found.direction is Direction.RESTRICTIVE


@pytest.mark.parametrize(
    "line",
    [
        "Contractor shall pay to County not less than $6,000 in each month, whatever the receipts may be.",
        "Company shall pay County a minimum of $6,000 per month.",
    ],
)
def test_a_sum_that_is_paid_at_least_is_a_guarantee(line: str) -> None:
    (unit,) = units(plain_segments(line))
    assert [(found.name, found.value) for found in measures(unit, "exhibit d")] == [("min_guarantee_usd_month", 6000.0)]

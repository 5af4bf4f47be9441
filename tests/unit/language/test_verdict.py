"""How rules and the learned reader are weighed: who is believed, what is shown, and what becomes of the facts."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest

from monitors.diff import compare
from monitors.language.facts import joined_facts
from monitors.language.judge import read
from monitors.language.pages.align import Row, align, changed_rows
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import units
from monitors.language.reader import learned
from monitors.language.reader.bindings import FIGURES, figure_facts
from monitors.language.reader.learned import Estimate
from monitors.language.verdict import evidence, settle, tell
from monitors.records import Direction, Fact, Reading, Severity, Topic
from monitors.segments import plain_segments


def rows(before: str, after: str) -> tuple[Row, ...]:
    return changed_rows(align(units(plain_segments(before)), units(plain_segments(after))))


PRICE = rows("A visit from home costs $6 for 20 minutes.", "A visit from home costs $9 for 20 minutes.")
CLERK = rows("Questions go to Sergeant Dale Hobbs at the desk.", "Questions go to Corporal Ann Pruitt at the desk.")
RULED = Effect("Q-video_fee_usd", -1, Severity.MAJOR, (Topic.FEES,), (Fact("video_fee_usd", 6.0, 9.0),), words=("$9",))


def opinion(
    relevant: float, direction: Direction, level: Severity = Severity.MAJOR, *facts: tuple[float, Fact]
) -> Estimate:
    return Estimate(
        relevant,
        {d: 0.91 if d is direction else 0.03 for d in Direction if d is not Direction.UNCLEAR},
        {s: 0.91 if s is level else 0.03 for s in Severity},
        {t: 0.9 if t in (Topic.FEES, Topic.SCHEDULE) else 0.01 for t in Topic},
        facts,
    )


def test_a_price_is_told_from_a_new_clerk() -> None:
    price, clerk = learned.estimate(PRICE, "county jail"), learned.estimate(CLERK, "county jail")
    assert price is not None and clerk is not None
    assert price.relevant > 0.8 > 0.2 > clerk.relevant
    assert max(price.directions, key=lambda d: price.directions[d]) is Direction.RESTRICTIVE
    assert price.topics[Topic.FEES] > 0.5


def test_a_figure_is_bound_to_its_term() -> None:
    found = learned.estimate(PRICE, "video visits from home")
    assert found is not None
    assert [fact for _, fact in found.facts] == [Fact("video_fee_usd", 6.0, 9.0)]


def test_the_same_change_gets_the_same_estimate() -> None:
    assert learned.estimate(PRICE, "jail") == learned.estimate(PRICE, "jail")


def test_the_telling_row_is_found_among_others() -> None:
    assert learned.likeliest([*CLERK, *PRICE, *CLERK], "county jail") == PRICE[0]


def test_behind_a_row_that_surely_tells_no_other_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Row] = []
    reader = learned.estimate

    def estimate(rows: Sequence[Row], title: str = "") -> Estimate | None:
        asked.extend(rows)
        return reader(rows, title)

    monkeypatch.setattr(learned, "estimate", estimate)
    assert learned.likeliest([*CLERK, *PRICE, *CLERK], "county jail") == PRICE[0]
    assert asked == [*CLERK, *PRICE]


def test_the_row_of_a_told_rule_is_shown_without_asking_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "likeliest", lambda *_: pytest.fail("each row was read by itself"))
    page = "Questions go to Sergeant Dale Hobbs.\nA visit from home costs ${} for 20 minutes.\nMind the {}."
    old, new = plain_segments(page.format("6", "gate")), plain_segments(page.format("9", "door"))
    found = read(old, new, compare(old, new).passages, title_after="County Jail Visiting")
    assert found.relevant and {finding.passages for finding in found.findings} == {(0,)}


def test_no_row_no_estimate() -> None:
    assert learned.estimate([]) is None


def test_shares_add_up() -> None:
    found = learned.estimate(PRICE)
    assert found is not None
    assert sum(found.directions.values()) == pytest.approx(1, abs=1e-3)
    assert sum(found.severities.values()) == pytest.approx(1, abs=1e-3)


def test_the_runtime_is_imported_only_when_a_change_is_read() -> None:
    code = "import sys, monitors.language.judge; print('onnxruntime' in sys.modules, 'numpy' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "False False"


@pytest.mark.parametrize("direction", [Direction.RESTRICTIVE, Direction.RESTORATIVE])
def test_agreeing_voices_are_believed(direction: Direction) -> None:
    told = settle(evidence([RULED], direction, opinion(0.98, direction)))
    assert told.relevant > 0.9
    assert told.direction is direction


def test_silent_voices_are_believed() -> None:
    assert settle(evidence([], Direction.NEUTRAL, opinion(0.02, Direction.NEUTRAL))).relevant < 0.1


def test_a_reader_that_leans_to_a_gain_is_not_overruled_by_how_many_losses_were_written() -> None:
    leaning = {
        Direction.RESTRICTIVE: 0.4,
        Direction.RESTORATIVE: 0.52,
        Direction.MIXED: 0.04,
        Direction.NEUTRAL: 0.04,
    }
    told = settle(evidence([], Direction.NEUTRAL, replace(opinion(0.98, Direction.MIXED), directions=leaning)))
    assert told.direction is Direction.RESTORATIVE


def test_a_rule_that_agrees_shows_its_words_and_the_readers_severity() -> None:
    ruled = replace(RULED, rule="P-fee")
    heard = opinion(0.98, Direction.RESTRICTIVE, Severity.MINOR)
    told = tell([ruled], Direction.RESTRICTIVE, heard, lambda _: PRICE[0])
    rule, reader = told.effects
    assert (rule.rule, rule.words, rule.facts) == ("P-fee", ("$9",), RULED.facts)
    assert rule.severity is Severity.MINOR
    assert (reader.rule, reader.sign, reader.facts) == ("L-reader", -1, ())
    assert reader.words[0].endswith("that it is restrictive")
    assert told.confidence > 0.8


def test_the_severity_of_two_figures_is_arithmetic_whatever_the_reader_hears() -> None:
    heard = opinion(0.98, Direction.RESTRICTIVE, Severity.MINOR)
    for effect, level in (
        (RULED, Severity.MAJOR),
        (replace(RULED, facts=(Fact("video_fee_usd", None, 9.0),)), Severity.MINOR),  # one page states none
        (replace(RULED, rule="Q-video_fee_usd+S6"), Severity.MINOR),
    ):
        told = tell([effect], Direction.RESTRICTIVE, heard, lambda _: PRICE[0])
        assert {one.severity for one in told.effects if one.rule.startswith("Q-")} == {level}


def test_a_doubtful_mixture_of_one_term_goes_the_way_of_its_figures() -> None:
    for share, direction in ((0.5, Direction.RESTRICTIVE), (0.8, Direction.MIXED)):
        heard = opinion(0.98, Direction.MIXED, Severity.MAJOR, (0.9, RULED.facts[0]))
        rest = (1 - share) / 3
        heard = replace(heard, directions={d: share if d is Direction.MIXED else rest for d in heard.directions})
        told = tell([RULED], Direction.RESTRICTIVE, heard, lambda _: PRICE[0], rules_page=True)
        signs = {effect.sign for effect in told.effects}
        assert (signs == {-1}) is (direction is Direction.RESTRICTIVE)
        elsewhere = tell([RULED], Direction.RESTRICTIVE, heard, lambda _: PRICE[0])  # a law, a contract, a paper
        assert {effect.sign for effect in elsewhere.effects} != {-1}


def test_a_doubted_effect_is_dropped_with_its_reason() -> None:
    told = tell([RULED], Direction.RESTRICTIVE, opinion(0.002, Direction.NEUTRAL), pytest.fail, sure=0.9)
    assert told.effects == ()
    assert "Q-video_fee_usd" in told.why[0]


def test_the_reader_alone_shows_the_changed_row() -> None:
    told = tell([], Direction.NEUTRAL, opinion(0.99, Direction.MIXED), lambda _: PRICE[0])
    (effect,) = told.effects
    assert effect.rule == "L-mixed" and effect.sign == 0
    assert effect.new.startswith("a visit from home costs $9")


def test_both_days_and_hours_are_told() -> None:
    counted = (Fact("visit_days_per_week", 2.0, 1.0), Fact("schedule_hours_per_week", 12.0, 6.0))
    assert joined_facts([], opinion(0.9, Direction.RESTRICTIVE, Severity.MAJOR), counted) == counted


@pytest.mark.parametrize(
    ("direction", "told"),
    [
        (Direction.RESTRICTIVE, True),
        (Direction.MIXED, True),
        (Direction.RESTORATIVE, False),
        (Direction.NEUTRAL, False),  # the same days for each group in the end
    ],
)
def test_a_count_is_told_where_it_fits_the_direction(direction: Direction, told: bool) -> None:
    lost = Fact("visit_days_per_week", 2.0, 1.0)
    found = tell([], Direction.NEUTRAL, opinion(0.99, direction), lambda _: PRICE[0], (lost,))
    assert (lost in found.effects[0].facts) is told


@pytest.mark.parametrize(
    ("direction", "level", "told"),
    [
        (Direction.RESTRICTIVE, Severity.CRITICAL, True),
        (Direction.MIXED, Severity.MAJOR, True),
        (Direction.RESTRICTIVE, Severity.MAJOR, False),  # one unit, or a proposal
        (Direction.RESTORATIVE, Severity.CRITICAL, False),
    ],
)
def test_a_permission_is_told_where_it_fits_the_verdict(direction: Direction, level: Severity, told: bool) -> None:
    closed = Fact("in_person_allowed", True, False)
    found = tell([], Direction.NEUTRAL, opinion(0.99, direction, level, (0.9, closed)), lambda _: PRICE[0])
    assert (closed in found.effects[0].facts) is told


def reading(before: str, after: str, kind: str = "jail") -> Reading:
    return read(plain_segments(before), plain_segments(after), (), kind=kind)


@pytest.mark.parametrize(
    "line",
    ["Visits are suspended from today.", "Visitation is cancelled today.", "In-person visitation has been suspended."],
)
@pytest.mark.parametrize(
    "page", ["Rules of the house are read aloud at intake.", "Visiting is on Saturday and Sunday."]
)
def test_a_new_line_that_stops_visits_is_told_whatever_the_reader_holds(page: str, line: str) -> None:
    found = reading(page, f"{page}\n{line}")
    assert found.relevant and found.direction is Direction.RESTRICTIVE


def test_a_clause_against_visits_that_is_struck_is_a_gain_by_the_rules() -> None:
    terms = "The term is five years."
    clause = (
        "Within thirty days of installation the county shall end all face-to-face visits with people in custody at the "
        "facility, so that visits take place on the provider's terminals only."
    )
    assert reading(f"{terms}\n{clause}", terms, "vendor").direction is Direction.RESTORATIVE
    assert reading(terms, f"{terms}\n{clause}", "vendor").direction is Direction.RESTRICTIVE
    gone = replace(RULED, sign=1)
    doubting = opinion(0.99, Direction.RESTRICTIVE)
    doubting = replace(doubting, directions={**doubting.directions, Direction.RESTORATIVE: 0.6})
    for plain, direction in ((True, 1), (False, -1)):
        told = tell([gone], Direction.RESTORATIVE, doubting, lambda _: PRICE[0], plain=plain)
        assert told.effects[-1].sign == direction


def test_a_suspension_that_is_lifted_is_a_gain_without_the_old_notice() -> None:
    page = "Visiting is on Saturday and Sunday."
    found = reading(page, f"{page}\nWe are glad to tell you that the suspension of visits has been lifted.")
    assert (found.relevant, found.direction) == (True, Direction.RESTORATIVE)
    assert any("S8-lifted" in why for why in found.why)


@pytest.mark.parametrize(
    "line",
    [
        "Visits, suspended since March, resume on Monday.",
        "Visits suspended for the flu are back from Saturday.",
        "Visits that were suspended last year have resumed.",
        "In-person visits, banned years ago, are back.",
    ],
)
def test_a_stop_that_is_over_is_not_told_as_a_stop(line: str) -> None:
    page = "Visits are on Saturday and Sunday from 9 AM to 3 PM."
    assert reading(page, f"{page}\n{line}").direction is not Direction.RESTRICTIVE


@pytest.mark.parametrize(
    "line",
    [
        "Visits are suspended today and resume tomorrow.",
        "Visits suspended until Monday, when they resume.",
        "All visits are suspended. We will announce when they are back.",
    ],
)
def test_a_stop_that_names_its_end_is_a_stop(line: str) -> None:
    page = "Visits are on Saturday and Sunday from 9 AM to 3 PM."
    found = reading(page, f"{page}\n{line}")
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)


def bound(before: str, after: str, *terms: str) -> set[tuple[str, object, object]]:
    """The facts where the reader is sure that each price of a row is a value of these terms, in their order."""
    encoded = learned.encoded_texts(before, after, "")
    assert encoded is not None
    figures = [[0.0] * len(FIGURES) for _ in encoded.pieces]
    prices = [spot for spot in encoded.spots if spot.mention.unit == "$"]
    for spot, term in zip(prices, terms, strict=True):
        figures[spot.start][FIGURES.index(term)] = 0.9
    none = [[1.0, *[0.0] * (len(learned.TURNS) - 1)]] * len(learned.PERMISSIONS)
    found = learned.read_out([0.1, 0.9, 0, 0, 0], [0.0] * 4, [0.0] * len(learned.TOPICS), none, figures, encoded)
    return {(fact.name, fact.before, fact.after) for _, fact in found.facts}


def test_a_price_is_a_value_of_the_term_that_its_words_say() -> None:
    visit, minute = "video_fee_usd", "video_fee_per_min_usd"
    assert bound("Home: 25c a minute.", "Home: 30c a minute.", visit, visit) == {(minute, 0.25, 0.3)}
    assert bound("Home: 25c a minute.", "Home: $6 a visit.", visit, visit) == {(minute, 0.25, None), (visit, None, 6.0)}
    assert bound("Home: $6 a visit.", "Home: 25c a minute.", visit, visit) == {(visit, 6.0, None), (minute, None, 0.25)}
    usual = bound("The regular price is $9.", "The regular price is $11.", visit, visit)
    assert usual == {("regular_video_fee_usd", 9.0, 11.0)}


def test_a_sentence_that_tells_both_prices_tells_both_sides() -> None:
    told = bound("The board met.", "The board met. Home visits drop from $9 to $6.", "video_fee_usd", "video_fee_usd")
    assert told == {("video_fee_usd", 9.0, 6.0)}


def shared(before: str, after: str, *shares: tuple[str, float]) -> set[tuple[str, object, object]]:
    """The facts where the figures of the changed rows, in their order, have these shares of these terms."""
    encoded = learned.encoded_texts(before, after, "")
    assert encoded is not None
    figures = [[0.0] * len(FIGURES) for _ in encoded.pieces]
    for spot, (term, share) in zip(encoded.spots, shares, strict=True):
        if term:
            figures[spot.start][FIGURES.index(term)] = share
    return {(fact.name, fact.before, fact.after) for _, fact in figure_facts(figures, encoded.spots)}


def test_an_old_value_beside_the_new_one_is_what_was() -> None:
    length = "visit_minutes"
    page = "The board met on Monday."
    told = shared(page, f"{page}\nVisits last 45 minutes (were 30).", (length, 0.9), ("", 0.0))
    assert told == {(length, 30.0, 45.0)}
    price = "video_fee_usd"
    stays, rises = "The price of a visit, $4.20, shall not change.", "The price of a visit, $4.20, shall drop to $3.00."
    assert shared(stays, rises, (price, 0.1), (price, 0.9)) == {(price, 4.2, 3.0)}
    assert shared(stays, rises, ("", 0.0), (price, 0.9)) == set()  # the reader holds that one for no price


def test_old_and_new_of_two_rows_are_joined_where_neither_has_both() -> None:
    encoded = learned.encoded_texts(
        "Visits last 20 minutes.", "On Sundays the yard is open.\nStay for 40 minutes, no more.", ""
    )
    assert encoded is not None
    olds = [spot for spot in encoded.spots if not spot.new]
    news = [spot for spot in encoded.spots if spot.new]
    apart = [replace(olds[0], row=0), replace(news[0], row=1)]
    figures = [[0.0] * len(FIGURES) for _ in encoded.pieces]
    for spot in apart:
        figures[spot.start][FIGURES.index("visit_minutes")] = 0.8
    assert [fact for _, fact in figure_facts(figures, apart)] == [Fact("visit_minutes", 20.0, 40.0)]


def test_a_limit_that_comes_was_none_where_the_page_said_so() -> None:
    often, weekly = "You come as often as you like.", "You come once a week."
    assert shared(often, weekly, ("", 0.0), ("visits_per_week", 0.8), ("", 0.0)) == {("visits_per_week", None, 1.0)}


def test_a_rules_fact_is_told_only_where_the_reader_holds_it_possible() -> None:
    read = opinion(0.98, Direction.RESTRICTIVE)
    for share, told in ((0.3, True), (0.05, False)):
        read = replace(read, possible={("video_fee_usd", 6.0): share, ("video_fee_usd", 9.0): 0.0})
        found = tell([RULED], Direction.RESTRICTIVE, read, lambda _: PRICE[0])
        assert any(RULED.facts[0] in effect.facts for effect in found.effects) is told
    weekends = Fact("visit_weekends_per_month", 2.0, 4.0)  # told by words that are no figures to the reader
    found = tell([replace(RULED, facts=(weekends,))], Direction.RESTRICTIVE, read, lambda _: PRICE[0])
    assert any(weekends in effect.facts for effect in found.effects)
    onsite = Fact("onsite_video_fee_usd", 6.0, 9.0)
    other = opinion(0.98, Direction.RESTRICTIVE, Severity.MAJOR, (0.9, onsite))
    found = tell([RULED], Direction.RESTRICTIVE, other, lambda _: PRICE[0])
    assert [fact for effect in found.effects for fact in effect.facts] == [onsite]


def test_a_rules_permission_needs_the_reader_too() -> None:
    closed = Fact("in_person_allowed", True, False)
    ruled = replace(RULED, facts=(closed,), severity=Severity.CRITICAL)
    for share, told in ((0.3, True), (0.1, False)):
        read = replace(
            opinion(0.98, Direction.RESTRICTIVE, Severity.CRITICAL), possible={("in_person_allowed", 0.0): share}
        )
        found = tell([ruled], Direction.RESTRICTIVE, read, lambda _: PRICE[0])
        assert any(closed in effect.facts for effect in found.effects) is told


def test_what_was_said_before_does_not_split_a_permission() -> None:
    encoded = learned.encoded_texts("Glass.", "Tables.", "")
    assert encoded is not None
    shares = [0.2, *[0.0] * (len(learned.TURNS) - 1)]
    shares[learned.TURNS.index((False, True))], shares[learned.TURNS.index((None, True))] = 0.45, 0.35
    none = [1.0, *[0.0] * (len(learned.TURNS) - 1)]
    figures = [[0.0] * len(FIGURES) for _ in encoded.pieces]
    found = learned.read_out(
        [0.1, 0.9, 0, 0, 0], [0.0] * 4, [0.0] * len(learned.TOPICS), [none, shares, none], figures, encoded
    )
    assert [fact for _, fact in found.facts] == [Fact("contact_allowed", False, True)]


def test_who_came_without_a_booking_and_now_is_seen_has_gained() -> None:
    before, after = (
        f"Visits are on Saturday.\nVisitors who come without an appointment will be {what}.\nBring a photo ID."
        for what in ("turned away", "seen as space allows")
    )
    old, new = plain_segments(before), plain_segments(after)
    for sides, direction in (((old, new), Direction.RESTORATIVE), ((new, old), Direction.RESTRICTIVE)):
        assert read(*sides, compare(*sides).passages, title_after="Visiting").direction is direction

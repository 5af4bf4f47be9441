"""An appeal, written reasons, a hearing, an exception, grounds that are none: struck a loss, added a gain."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import reading, rules

TITLE = "Directive 401, visiting"
PAGE = "Each resident may list ten visitors.\n{}\nVisitors show a photo ID."


def told(before: str, after: str) -> tuple[set[str], Direction | None]:
    found = reading(*(PAGE.format(text) for text in (before, after)), title=TITLE, kind="doc")
    return {
        rule for rule in rules(found) if rule.startswith("P-safeguard")
    }, found.direction if found.relevant else None


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("appeal", "A visitor who is refused may appeal to the director in writing."),
        ("appeal", "Applicants who are turned down may ask the superintendent to review the decision."),
        ("appeal", "A denial may be appealed within 20 days."),
        ("appeal", "An applicant has the right to request a review of the denial."),
        ("hearing", "A suspended visitor has the right to a hearing before an officer of another facility."),
        ("reasons", "The superintendent shall give written reasons for any denial of a visit."),
        ("reasons", "The visitor must be notified in writing of the restriction."),
        ("exception", "No person may visit two residents. The warden may grant an exception."),
        ("exception", "Visitors must be related. Exceptions may be approved by the deputy warden."),
        ("ground", "No applicant shall be refused a visit solely because of a criminal record."),
        ("ground", "Visits may not be taken away as punishment."),
    ],
)
def test_a_safeguard_that_is_struck_is_a_loss_and_added_a_gain(kind: str, line: str) -> None:
    rest = line.split(". ")[0] + "." if ". " in line else ""
    assert told(line, rest) == ({f"P-safeguard-{kind}"}, Direction.RESTRICTIVE)
    assert told(rest, line) == ({f"P-safeguard-{kind}"}, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("A refused visitor may appeal within 30 days.", "A refused visitor may appeal within 10 days."),
        ("If a visit is denied, you may write for a review.", "If a visit is denied, the decision is final."),
        ("Visits may not be taken away as punishment.", "Visits may be taken away as punishment."),
        ("Appeals are answered by the warden within 15 days.", "There is no appeal."),
        ("The warden shall state the reasons for a denial.", "The warden may state the reasons for a denial."),
        (
            "The manager will notify the visitor in writing of each approval and denial.",
            "The manager will notify the visitor of each approval.",
        ),
        ("Visits are suspended only after a hearing.", "Visits are suspended without a hearing."),
        (
            "Visitors with a felony are excluded unless the director grants an exception.",
            "Visitors with a felony are excluded.",
        ),
    ],
)
def test_a_safeguard_that_is_weakened_is_a_loss(better: str, worse: str) -> None:
    assert told(better, worse)[1] is Direction.RESTRICTIVE
    assert told(worse, better)[1] is Direction.RESTORATIVE


def test_a_ground_that_is_struck_is_graver_than_an_appeal() -> None:
    line = "A person shall not be denied approval because of a criminal record."
    found = reading(PAGE.format(line), PAGE.format(""), title=TITLE, kind="doc")
    assert (found.severity, found.topics) == (Severity.MAJOR, (Topic.ELIGIBILITY,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A refused visitor may appeal to the warden.", "Visitors who are refused can appeal to the warden."),
        (
            "Visits may not be denied because of a visitor's nationality.",
            "A visitor's nationality is no reason to deny a visit.",
        ),
        ("A refused visitor may appeal to the warden.", "A refused visitor's appeal goes to the warden."),
        ("", "A resident may appeal a disciplinary decision to the warden."),
        ("", "Denied grievances may be appealed to the commissioner."),
        ("Property is returned. The warden may make an exception.", "Property is returned."),
        ("Visitors may not wear shorts. Exceptions may be approved by the warden.", "Visitors may not wear shorts."),
        ("Approval shall not be suspended for more than 90 days.", ""),
        ("Visitors must be related. The warden may make an exception.", "Anybody may visit."),
        ("You may refuse a visit. You need not say why.", "A visit may be refused by you without giving a reason."),
    ],
)
def test_other_lines_are_no_safeguards(before: str, after: str) -> None:
    assert told(before, after)[0] == set()


def test_an_appeal_put_elsewhere_on_the_page_is_no_loss() -> None:
    before = "A refused visitor may appeal to the director.\nBring a photo ID."
    after = "Bring a photo ID.\nAppeals of a refusal may be made to the director by any visitor."
    assert told(before, after)[0] == set()


def test_on_a_page_reworded_as_a_whole_a_lone_line_is_none() -> None:
    old = "\n".join(f"Rule {n}: visitors shall wait in area {n}." for n in range(9))
    new = "\n".join(f"Please remain, if you visit, at place {n}." for n in range(9))
    assert told(f"{old}\nA refused visitor may appeal.", new)[0] == set()


def test_appeals_that_a_page_gives_nowhere_any_more_are_lost_in_however_different_words() -> None:
    given = (
        "9.3 Appeal.\nA visitor who is denied may appeal in writing to the Jail Captain within fourteen days.\n"
        "A second appeal lies to the Sheriff."
    )
    denied = "9.3 Finality.\nThe decision of the Watch Commander is final."
    for way, direction in (((given, denied), Direction.RESTRICTIVE), ((denied, given), Direction.RESTORATIVE)):
        found = reading(*(PAGE.format(text) for text in way), title=TITLE)
        assert rules(found) == {"P-safeguard-appeal"}
        assert (found.direction, found.severity) == (direction, Severity.MINOR)


def test_a_reason_that_another_line_gives_now_is_not_gone() -> None:
    old = "If the visit is refused the officer will tell you why, and you may ask for a supervisor."
    new = "If you are refused a visit you may ask for a supervisor. The officer will give you the reason."
    assert "P-safeguard-reasons" not in rules(reading(old, new))

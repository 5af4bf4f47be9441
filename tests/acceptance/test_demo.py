"""The bundled story: each true change one alert with the right direction, silence for everything else."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from app.check import Round
from app.demo import replay
from monitors.records import CheckOutcome

EXPECTED = {
    2: {"clearline-agreement": ("restrictive", "critical"), "cedar-visits": ("restrictive", "critical")},
    3: {"alder-visits": ("restrictive", "major")},
    4: {
        "clearline-agreement": ("restorative", "critical"),
        "clearline-statements.a-statement-on-face-to-face-visits": ("restorative", "critical"),
    },
    5: {
        "birch-visits": ("restorative", "critical"),
        "hazel-visits": ("restorative", "critical"),
        "juniper-visits": ("restorative", "major"),
    },
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[int, Round], Path]:
    folder = tmp_path_factory.mktemp("demo")
    rounds: dict[int, Round] = {}
    replay(folder, lambda number, report, sent: rounds.__setitem__(number, report))
    return rounds, folder


@pytest.mark.parametrize("number", range(1, 7))
def test_each_round_alerts_what_happened_and_nothing_else(story: tuple[dict[int, Round], Path], number: int) -> None:
    told = {}
    for seen in story[0][number].seen:
        if seen.alerted and seen.change is not None:
            name = seen.monitor.id.rsplit("-", 1)[0] if seen.monitor.parent else seen.monitor.id
            told[name] = (seen.change.reading.direction.value, seen.change.reading.severity.value)
    assert told == EXPECTED.get(number, {})


def test_the_bot_wall_is_a_blocked_capture(story: tuple[dict[int, Round], Path]) -> None:
    walls = {s.monitor.id: s.outcome for s in story[0][3].seen if s.outcome is CheckOutcome.BLOCKED}
    assert walls == {"elm-visits": CheckOutcome.BLOCKED}
    back = next(seen for seen in story[0][4].seen if seen.monitor.id == "elm-visits")
    assert back.outcome in (CheckOutcome.UNCHANGED, CheckOutcome.NOT_MODIFIED)


def test_nothing_failed_and_pages_that_did_not_change_were_not_sent_again(story: tuple[dict[int, Round], Path]) -> None:
    assert all(report.count(CheckOutcome.FAILED) == 0 for report in story[0].values())
    assert story[0][6].count(CheckOutcome.NOT_MODIFIED) >= 13


def test_one_mail_for_each_alert(story: tuple[dict[int, Round], Path]) -> None:
    subjects = [message["Subject"] for message in mailbox.Maildir(story[1] / "mail")]
    assert len(subjects) == sum(len(told) for told in EXPECTED.values())
    assert all("[visitwatch]" in subject for subject in subjects)

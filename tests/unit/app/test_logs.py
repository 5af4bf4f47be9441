"""Log lines: one line a message, no password, JSON where asked."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from app.config_keeping import LogSettings
from app.logs import TEXT, JsonLines, Lines, set_up_logs


def record(message: str, *values: object) -> logging.LogRecord:
    return logging.LogRecord("visitwatch.serve", logging.WARNING, __file__, 1, message, values, None)


def test_a_json_line_says_when_who_and_what() -> None:
    line = JsonLines().format(record("%s: timeout", "jail"))
    said = json.loads(line)
    assert "\n" not in line
    assert (said["level"], said["logger"], said["message"]) == ("warning", "visitwatch.serve", "jail: timeout")
    assert said["at"].endswith("Z")


def test_an_error_comes_with_its_traceback() -> None:
    try:
        raise RuntimeError("token=abc123 is wrong")
    except RuntimeError:
        one = record("it broke")
        one.exc_info = sys.exc_info()
    line = JsonLines().format(one)
    assert "\n" not in line
    assert "RuntimeError" in json.loads(line)["error"] and "abc123" not in line


@pytest.mark.parametrize("form", [JsonLines(), Lines(TEXT)])
def test_no_title_forges_a_line(form: logging.Formatter) -> None:
    line = form.format(record("jail: %s", "x\r\n2026-01-01 ERROR visitwatch all pages gone\x1b[2J"))
    assert len(line.splitlines()) == 1 and "\x1b" not in line


@pytest.mark.parametrize("form", [JsonLines(), Lines(TEXT)])
@pytest.mark.parametrize(
    "secret", ["postgresql://us:hunter2@db/x", "https://x.test/?token=hunter2", "password=hunter2"]
)
def test_no_password_is_logged(form: logging.Formatter, secret: str) -> None:
    line = form.format(record("can't reach %s", secret))
    assert "hunter2" not in line and "reach" in line


def test_a_tick_that_finds_a_round_under_way_is_no_line() -> None:
    before = list(logging.root.handlers), logging.root.level
    try:
        set_up_logs(LogSettings())
        assert not logging.getLogger("apscheduler.scheduler").isEnabledFor(logging.WARNING)
        assert logging.getLogger("apscheduler.executors.default").isEnabledFor(logging.WARNING)
    finally:
        logging.root.handlers[:], logging.root.level = before

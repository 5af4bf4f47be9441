"""What is printed for people: no page can move the cursor, colour the line or write another one."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.text import Text

from alerts.wording import count_words
from app import output
from app.output import print_table, round_words, safe, visible

HOSTILE = ("\x1b[31mred", "\x1b]0;title\x07", "a\rb", "\u202egnp", "\x9b2J", "zero\u200bwidth", "\x00", "\u2028")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_a_page_says_moves_the_cursor(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert all(one.isprintable() for one in visible(text))
    print_table("t", ("a", "b"), [("x", text)], "none")
    printed = capsys.readouterr().out
    assert all(one.isprintable() or one == "\n" for one in printed), repr(printed)


def test_markup_of_a_page_stays_words() -> None:
    console = Console(force_terminal=True, width=80)
    with console.capture() as caught:
        console.print(safe("[bold red]fire[/bold red] [link=https://evil.test]here[/link]"))
    assert Text.from_ansi(caught.get()).plain.strip() == "[bold red]fire[/bold red] [link=https://evil.test]here[/link]"


LONG = "listing." + "a-statement-on-visits-" * 4
ROW = (LONG, "Dogwood County Jail", "2026-03-03 09:10")


def test_a_long_id_leaves_room_for_the_other_columns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(output, "out", Console(highlight=False, force_terminal=True, width=80))
    monkeypatch.setenv("COLUMNS", "80")
    print_table("t", ("id", "source", "at"), [ROW], "none")
    printed = capsys.readouterr().out
    assert "Dogwood" in printed and "2026-03-03" in printed


def test_a_row_is_one_line_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    print_table("t", ("id", "source", "at"), [(*ROW[:2], "word " * 40)], "none")
    title, header, row = capsys.readouterr().out.splitlines()
    assert title == "t" and header == header.rstrip()
    assert row == f"{LONG}  Dogwood County Jail  {'word ' * 40}".rstrip()


def test_one_is_no_plural() -> None:
    assert [count_words(n, "body", "bodies") for n in (0, 1, 1200)] == ["0 bodies", "1 body", "1,200 bodies"]
    assert round_words({"checked": 0, "changed": 0, "alerts": 0}) == "0 checked"
    assert round_words({"checked": 3, "not_modified": 2, "first": 1, "alerts": 1}) == (
        "3 checked, 2 not modified, 1 seen for the first time, 1 alert"
    )

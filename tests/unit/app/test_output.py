"""What is printed for people: no page can move the cursor, colour the line or write another one."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.text import Text

from app.output import print_table, safe, visible

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

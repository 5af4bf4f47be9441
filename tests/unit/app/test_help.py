"""`--help`: every option says what it is for, and no summary stops in the middle."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from app.cli import cli


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with how it is called, groups too."""
    yield path, group
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        elif command is not None:
            yield (*path, name), command


ALL = dict(commands())


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_option_says_what_it_is_for(path: tuple[str, ...]) -> None:
    options = [one for one in ALL[path].params if isinstance(one, click.Option)]
    assert [one.opts for one in options if not one.help] == []


@pytest.mark.parametrize("path", [path for path, one in ALL.items() if isinstance(one, click.Group)], ids=" ".join)
def test_no_summary_is_cut(path: tuple[str, ...]) -> None:
    said = ALL[path].get_help(click.Context(ALL[path], terminal_width=80))
    assert "..." not in said.split("Commands:")[1]

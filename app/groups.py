"""Commands that have commands."""

from __future__ import annotations

import click


class Group(click.Group):
    """Lists its commands with the whole of what they are for; click cuts it in the middle of a sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        listed = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, (one.short_help or one.help or "")) for name, one in listed if one])

"""The `visitwatch` command. Each command lives in the module that does its work; here they are gathered."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import click

from app.config import DEFAULT_PATH, ConfigError
from app.lock import LockHeld
from app.memory import share_one_arena
from app.output import complain
from storage.errors import StoreError

FINE, FAILED, USAGE, LOCKED = 0, 1, 2, 4
EXTRAS = ("procrastinate",)  # libraries that only some installations have

# Command -> module, imported when the command is called, so that `visitwatch --help` and `check` start quickly.
COMMANDS = {
    "demo": ("app.demo", "Replay a bundled story on a local site: crawl, diff, alert, mail."),
    "init": ("app.init", "Write a commented config.toml and create the database."),
    "check": ("app.check_command", "One round: fetch what is due, record, alert, deliver. For cron."),
    "serve": ("app.serve", "Scheduler and history browser, long-running."),
    "worker": ("app.worker", "One of many workers on a PostgreSQL database."),
    "web": ("app.serve", "The history browser alone."),
    "monitors": ("app.catalogue", "What is watched: list, add, remove, import, export, validate, test."),
    "accounts": ("app.accounts_command", "Who may judge changes in the browser: list, add, role, password, close."),
    "changes": ("app.history", "What changed: list, show, export; wrong."),
    "history": ("app.history", "The versions and checks of one monitor."),
    "diff": ("app.history", "Two versions of a monitor compared."),
    "extract": ("app.texts", "The text of a file or URL as the product sees it."),
    "compare": ("app.texts", "Two files compared: grade, passages, findings."),
    "evaluate": ("app.texts", "Score the reading of labelled cases."),
    "deliver": ("app.deliver_command", "Send the alerts that are owed."),
    "digest": ("app.digest_command", "Write and send the digests that are due."),
    "outbox": ("app.outbox_command", "What is owed, held or given up: list, retry, hold, returned."),
    "channels": ("app.channels_command", "Where alerts go beside mail: list, test."),
    "subscribers": ("app.subscribers", "Who gets mail and for what: list, add, import, remove."),
    "reprocess": ("app.reprocess", "Derive the text of kept snapshots anew with today's code."),
    "verify": ("app.verify", "Whether all that is kept is whole: bodies, versions, rows, chains; --repair."),
    "backup": ("app.backup", "Copy everything while it runs."),
    "restore": ("app.restore", "Bring a backup back; --check: only try it."),
    "export": ("app.export", "Everything in open formats: tables, captures as WARC."),
    "evidence": ("app.evidence", "One change with all that proves it, as a file to hand over."),
    "roots": ("app.roots_command", "The daily roots of the chain: list, show, make, stamp."),
    "health": ("app.health", "Whether the watching goes on."),
    "doctor": ("app.doctor", "Whether what is set up would work: --mail."),
    "move": ("app.move", "Copy the installation into another database, and compare both."),
    "db": ("app.database", "The database: upgrade."),
    "config": ("app.config_shown", "Show the configuration in force."),
}


class Commands(click.Group):
    """A group whose commands are imported on demand; its help needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        try:
            module = import_module(COMMANDS[cmd_name][0])
        except ModuleNotFoundError as error:
            if error.name not in EXTRAS:
                raise
            raise click.UsageError(f"{cmd_name} needs {error.name}; pip install 'visitwatch[scale]'") from error
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--config",
    "path",
    type=click.Path(path_type=Path),
    default=DEFAULT_PATH,
    show_default=True,
    envvar="VISITWATCH_CONFIG",
    help="The configuration file.",
)
@click.version_option(package_name="visitwatch")
@click.pass_context
def cli(ctx: click.Context, path: Path) -> None:
    """Watch the rules for visiting people in jail; tell, with evidence, what changed and which way.

    \b
    First steps:
      visitwatch init               write config.toml and create the database
      visitwatch monitors test      try every page once and report
      visitwatch subscribers add you@example.org
      visitwatch check              one round (put this into cron)
    """
    ctx.obj = path


def main(arguments: list[str] | None = None) -> None:
    """Run a command; turn what can go wrong into one clear message and the contract's exit code."""
    share_one_arena()
    try:
        code = cli.main(args=arguments, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        complain(["interrupted"])
        sys.exit(130)
    except ConfigError as error:
        complain(error.errors)
        sys.exit(USAGE)
    except LockHeld as error:
        complain([str(error)])
        sys.exit(LOCKED)
    except StoreError as error:
        complain([str(error)])
        sys.exit(FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(FAILED)
    sys.exit(code if isinstance(code, int) else FINE)

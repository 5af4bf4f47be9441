"""`visitwatch move`: a whole installation into another database and store of bodies, compared at the end."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import click
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from app.config import load_config
from app.config_shown import hide_password
from app.installation import lock_path
from app.lock import run_lock
from app.output import err, out, print_json, print_table, safe
from storage.moving import move_store

NEXT = """
Now point the configuration there, and start the workers:
  \\[store]
  url = "{url}"
  bodies = "{bodies}"
The old database is as it was; keep it until you have seen a round of the new one."""


@click.command("move", help="Copy this installation into another database (and store of bodies), and compare both.")
@click.option(
    "--to", "target", required=True, envvar="VISITWATCH_MOVE_TO", metavar="URL", help="postgresql://host/name"
)
@click.option("--bodies", metavar="PLACE", help="Another folder, or s3://bucket/prefix; as it is, if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a table.")
@click.pass_obj
def move_command(path: Path, target: str, bodies: str | None, as_json: bool) -> int:
    config = load_config(path)
    if _same(target, config.store_url):
        raise click.UsageError(f"--to {hide_password(target)}: that is where the installation is already")
    place: Path | str = config.bodies
    if bodies is not None:
        place = bodies if "://" in bodies else Path(bodies).absolute()
    with run_lock(lock_path(config)), _progress() as bar:
        task = bar.add_task("")
        moved = move_store(
            (config.store_url, config.bodies),
            (target, place),
            lambda what, count: bar.update(task, description=f"{what} {count or ''}"),
        )
    if as_json:
        for table in moved:
            print_json({"table": table.name, "rows": table.rows, "written": table.written, "sha256": table.sha})
        return 0
    rows = ((table.name, str(table.rows), str(table.written), table.sha[:16]) for table in moved if table.rows)
    print_table("The same in both databases", ("table", "rows", "written now", "SHA-256 of all rows"), rows, "No rows.")
    out.print(NEXT.format(url=safe(hide_password(target)), bodies=safe(str(bodies or config.bodies))))
    return 0


def _same(one: str, other: str) -> bool:
    return os.path.normpath(urlsplit(one).path) == os.path.normpath(urlsplit(other).path) and (
        urlsplit(one).netloc == urlsplit(other).netloc and urlsplit(one).query == urlsplit(other).query
    )


def _progress() -> Progress:
    text = TextColumn("moving {task.description}")
    return Progress(text, TimeElapsedColumn(), console=err, transient=True, disable=not err.is_terminal)

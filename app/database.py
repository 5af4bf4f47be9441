"""`visitwatch db upgrade`."""

from __future__ import annotations

from pathlib import Path

import click

from app.config import load_config
from app.config_shown import hide_password
from app.groups import Group
from app.output import out, safe
from storage.store import open_store


@click.group("db", cls=Group, help="The database: upgrade.")
def db_command() -> None:
    pass


@db_command.command("upgrade", help="Create the database or bring it to this version's schema.")
@click.pass_obj
def db_upgrade(path: Path) -> int:
    config = load_config(path)
    with open_store(config.store_url, config.bodies):
        out.print(f"{safe(hide_password(config.store_url))} is ready")
    return 0

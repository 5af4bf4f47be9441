"""`visitwatch init`: a commented config.toml and an empty database beside it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from app.config import ConfigError, load_config
from app.output import out, safe
from storage.store import open_store

TEMPLATE = "config_template.toml"


def template() -> str:
    """The text of the commented configuration."""
    return (files("app") / TEMPLATE).read_text(encoding="utf-8")


@click.command("init", help="Write a commented config.toml and create the database.")
@click.pass_obj
def init_command(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(template())
    except FileExistsError:
        out.print(f"{safe(path)} is there already and was left as it is")
    except OSError as error:
        raise ConfigError([f"{path}: can't be written: {error.strerror or error}"]) from None
    else:
        out.print(f"wrote {safe(path)}")
    config = load_config(path)
    with open_store(config.store_url, config.bodies):
        out.print(f"the database is ready: {safe(config.store_url)}")
    out.print(
        "Next: list pages in the file (or `visitwatch monitors import sources.csv`), then `visitwatch monitors test`,\n"
        "`visitwatch subscribers add you@example.org` and `visitwatch check`."
    )
    return 0

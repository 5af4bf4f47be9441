"""`visitwatch db upgrade` and `visitwatch config`."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import click

from app.config import Config, load_config
from app.output import out, plain, print_json, safe
from storage.store import open_store

PASSWORD_IN_URL = re.compile(r"(://[^:/@]+:)[^@]+@")


@click.group("db", help="The database: upgrade.")
def db_command() -> None:
    pass


@db_command.command("upgrade", help="Create the database or bring it to this version's schema.")
@click.pass_obj
def db_upgrade(path: Path) -> int:
    config = load_config(path)
    with open_store(config.store_url, config.bodies):
        out.print(f"{safe(hide_password(config.store_url))} is ready")
    return 0


def hide_password(url: str) -> str:
    """A database URL fit for a screen or a log."""
    return PASSWORD_IN_URL.sub(r"\1…@", url)


def _second_reader(config: Config) -> dict[str, object] | str:
    """Without the key, and without the url's query, where some endpoints take theirs."""
    settings = config.second_reader
    if settings is None:
        return "off"
    shown = {"url": settings.url.partition("?")[0], "api_key": "(set)" if settings.api_key else "(not set)"}
    return {**asdict(settings), **shown}


@click.command("config", help="Show the configuration in force: defaults, file and environment together.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def config_command(path: Path, as_json: bool) -> int:
    config = load_config(path)
    mail = {**asdict(config.mail), "smtp_password": "(set)" if config.mail.smtp_password else "(not set)"}
    sections = {
        "store": {"url": hide_password(config.store_url), "bodies": str(config.bodies)},
        "crawl": asdict(config.crawl),
        "mail": {**mail, "maildir": str(config.mail.maildir)},
        "web": asdict(config.web),
        "schedule": asdict(config.round),
        "scale": asdict(config.scale),
        "second_reader": _second_reader(config),
        **{name: asdict(getattr(config.keeping, name)) for name in ("evidence", "health", "log")},
        "monitors": len(config.monitors),
        "sources": len(config.sources),
    }
    if as_json:
        print_json(sections)
        return 0
    for name, values in sections.items():
        if isinstance(values, dict):
            out.print(f"[bold]\\[{name}][/bold]")
            for key, value in values.items():
                out.print(f"  {key} = {safe(plain(value))}")
        else:
            out.print(f"{name}: {values}")
    return 0

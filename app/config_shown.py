"""`visitwatch config`: what is in force, under the keys and with the units of config.toml. No secret is shown: not a
password or key, not a channel's address, which is one for Slack, Discord and most webhooks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from app.config import Config, load_config
from app.output import out, plain, print_json, safe
from app.units import say_duration, say_size

PASSWORD_IN_URL = re.compile(r"(://[^:/@]+:)[^@]+(?=@)|([?&]password=)[^&]+")
# Settings are named for programs; config.toml is written by people.
KEYS = {"contact_url": "contact", "max_html_bytes": "max_html", "max_pdf_bytes": "max_pdf", "sign_key": "sign_key_file"}
SIZES = ("max_html", "max_pdf")
NOT_OF_THE_FILE = ("crawl.log_level", "mail.secret", "mail.channels", "schedule.ocr")


def hide_password(url: str) -> str:
    """A database URL fit for a screen or a log."""
    return PASSWORD_IN_URL.sub(lambda found: f"{found[1] or found[2]}…", url)


@click.command("config", help="Show the configuration in force: defaults, file and environment together.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; times are seconds, sizes bytes.")
@click.pass_obj
def config_command(path: Path, as_json: bool) -> int:
    config = load_config(path)
    known = {"monitors": len(config.monitors), "sources": len(config.sources)}
    if as_json:
        print_json({**sections(config), **known})
        return 0
    for name, values in sections(config).items():
        out.print(f"[bold]\\[{name}][/bold]")
        for key, value in values.items():
            out.print(f"  {key} = {safe(written(key, value))}")
    for name, number in known.items():
        out.print(f"{name}: {number}")
    return 0


def sections(config: Config) -> dict[str, dict[str, Any]]:
    """The sections of config.toml with what is in force."""
    mail, ocr = config.mail, config.round.ocr
    password = {"smtp_password": "(set)" if mail.smtp_password else "(not set)"}
    shown = {
        "store": {"url": hide_password(config.store_url), "bodies": config.bodies},
        "crawl": asdict(config.crawl),
        "mail": {**asdict(mail), **password, "timeout": timedelta(seconds=mail.timeout)},
        "web": asdict(config.web),
        "schedule": asdict(config.round),
        "extract": {"ocr": ocr is not None, **({"ocr_limit": ocr} if ocr else {})},
        "scale": asdict(config.scale),
        "second_reader": _second_reader(config),
        **{name: asdict(getattr(config.keeping, name)) for name in ("evidence", "health", "log")},
        **{f"channel {one.name}": {"kind": one.kind, "url": _hidden(one.url)} for one in mail.channels},
    }
    return {name: _of_the_file(name, values) for name, values in shown.items()}


def written(key: str, value: object) -> str:
    """A value as config.toml writes it."""
    if isinstance(value, timedelta):
        return f'"{say_duration(value)}"'
    if key in SIZES and isinstance(value, int):
        return f'"{say_size(value)}"'
    return json.dumps("" if value is None else plain(value), ensure_ascii=False)


def _of_the_file(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {KEYS.get(key, key): value for key, value in values.items() if f"{name}.{key}" not in NOT_OF_THE_FILE}


def _hidden(secret: str) -> str:
    return "(set)" if secret else ""


def _second_reader(config: Config) -> dict[str, object]:
    """Without the key, and without the url's query, where some endpoints take theirs."""
    settings = config.second_reader
    if settings is None:
        return {"url": ""}
    return {
        "url": settings.url.partition("?")[0],
        "model": settings.model,
        "timeout_seconds": settings.timeout.total_seconds(),
        "ask_below": settings.ask_below,
        "api_key": "(set)" if settings.api_key else "(not set)",
    }

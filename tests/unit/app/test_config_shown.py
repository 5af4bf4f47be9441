"""What `visitwatch config` shows: the file's own words, and no secret."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from app.cli import cli
from app.config import load_config
from app.config_schema import ConfigFile
from app.config_shown import hide_password, sections, written

SECRET = "https://hooks.example.org/T0/very-secret"
TEXT = f'''
[crawl]
contact = "https://example.org/us"
delay = "7 s"
max_html = "2 MiB"
[extract]
ocr = true
[[channel]]
name = "site"
kind = "webhook"
url = "{SECRET}"
'''
# What a secret file or the environment gave stands under the name of what it is.
OF_NO_KEY = {"mail.smtp_password"}


def configured(folder: Path, text: str = TEXT) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_one_of_the_file(tmp_path: Path) -> None:
    shown = sections(load_config(configured(tmp_path), {}))
    fields = {name: field.annotation.model_fields for name, field in ConfigFile.model_fields.items() if name in shown}  # type: ignore[union-attr]
    known = {f"{name}.{field.alias or key}" for name, of in fields.items() for key, field in of.items()}
    said = {f"{name}.{key}" for name, values in shown.items() if not name.startswith("channel ") for key in values}
    assert said - OF_NO_KEY <= known


def test_values_are_written_as_the_file_has_them(tmp_path: Path) -> None:
    shown = sections(load_config(configured(tmp_path), {}))
    crawl = tomllib.loads("\n".join(f"{key} = {written(key, value)}" for key, value in shown["crawl"].items()))
    assert (crawl["contact"], crawl["delay"], crawl["max_html"]) == ("https://example.org/us", "7 s", "2 MiB")
    assert crawl["obey_robots"] is True and crawl["allow_ports"] == [80, 443, 8080, 8443]
    text = "\n".join(f"[{name}]\n" + "\n".join(f"{k} = {written(k, v)}" for k, v in shown[name].items())
                     for name in ("crawl", "web", "schedule", "extract", "scale", "health", "log"))  # fmt: skip
    assert load_config(configured(tmp_path, text), {}).crawl == load_config(configured(tmp_path, TEXT), {}).crawl


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_the_address_of_a_channel_is_not_shown(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["--config", str(configured(tmp_path)), "config", *arguments], standalone_mode=False)
    said = capsys.readouterr().out
    assert "very-secret" not in said and "(set)" in said and "site" in said
    if arguments:
        assert json.loads(said)["channel site"] == {"kind": "webhook", "url": "(set)"}


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://vw:pw@db/visits", "postgresql://vw:…@db/visits"),
        (
            "postgresql://vw@db/visits?password=pw&sslmode=require",
            "postgresql://vw@db/visits?password=…&sslmode=require",
        ),
        ("sqlite:////srv/visits.db", "sqlite:////srv/visits.db"),
    ],
)
def test_no_password_of_a_database_is_shown(url: str, shown: str) -> None:
    assert hide_password(url) == shown

"""Read config.toml (and the CSV files it includes) into the settings of each package; tell every error at once."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from alerts.settings import MailSettings
from app.config_catalogue import csv_rows, listed
from app.config_channels import channel_settings, read_secret
from app.config_faults import sound_part, unreadable, validated
from app.config_keeping import KeepingSettings, keeping_settings
from app.config_schema import (
    ConfigFile,
    CrawlSection,
    ExtractSection,
    MailSection,
    MonitorEntry,
    ScheduleSection,
    SecondReaderSection,
    WebSection,
)
from app.endpoint import EndpointSettings, whole_url
from crawler.settings import CrawlSettings
from monitors.records import Monitor, Source
from storage.objects import SCHEMES

DEFAULT_PATH = Path("config.toml")


class ConfigError(Exception):
    """The configuration can't be used. errors: one line each, naming file and key."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Where `serve` shows the history browser; proxies: whose word on a visitor's address is taken; public: anybody may
    read, else only who has an account."""

    host: str
    port: int
    proxies: tuple[str, ...] = ("127.0.0.1",)
    public: bool = True


@dataclass(frozen=True, slots=True)
class RoundSettings:
    """How a round is run. batch: monitors claimed at a time; lease: how long a claimed monitor is ours; ocr: how long
    recognising a scan may take, None where scans are not recognised; confirm_after: when `serve` looks again at a grave
    change before it is told, 0 for never; soonest: when a page that changed is looked at again, for monitors that are
    added by hand."""

    tick: timedelta
    batch: int
    lease: timedelta
    extract_limit: timedelta
    retry_after_failure: timedelta
    soonest: timedelta = timedelta(hours=2)
    ocr: timedelta | None = None
    confirm_after: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class ScaleSettings:
    """Many workers on one database. engine: "none" or "procrastinate"; platforms: hosts that share a gate;
    gates_at_once: how many one worker asks; pages_a_job: the most a job fetches behind its gate; backlog: the most jobs
    that wait; plan_every: how often due gates are looked for; hold: for how long a gate is held at a time, renewed
    while its worker lives; keep_checks: when routine checks are folded into days, 0 for never."""

    engine: str = "none"
    platforms: tuple[str, ...] = ()
    gates_at_once: int = 16
    pages_a_job: int = 50
    backlog: int = 5_000
    plan_every: timedelta = timedelta(seconds=10)
    hold: timedelta = timedelta(seconds=45)
    keep_checks: timedelta = timedelta(0)

    @property
    def many(self) -> bool:
        return self.engine != "none"


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a command needs; paths are absolute. bodies: a folder, or the URL of a store of objects;
    second_reader: None where there is none; files: what it was read from."""

    path: Path
    store_url: str
    bodies: Path | str
    crawl: CrawlSettings
    mail: MailSettings
    web: WebSettings
    round: RoundSettings
    sources: tuple[Source, ...] = ()
    monitors: tuple[Monitor, ...] = ()
    secrets: tuple[str, ...] = field(default=(), repr=False)
    second_reader: EndpointSettings | None = None
    keeping: KeepingSettings = field(default_factory=KeepingSettings)
    scale: ScaleSettings = ScaleSettings()
    files: tuple[Path, ...] = ()


def load_config(path: Path, environment: Mapping[str, str] = os.environ) -> Config:
    """Read and check the configuration at path.

    Raises ConfigError with every error found in the file, the files it includes and the secret files it names.
    """
    data = _read_toml(path)
    errors: list[str] = []
    parsed = validated(ConfigFile, data, f"{path}: ", errors)
    if parsed is None:
        _rest_of_the_faults(data, path, environment, errors)
        raise ConfigError(errors)
    folder = path.resolve().parent
    crawl = _crawl_settings(parsed.crawl)
    sources, monitors = listed(parsed, path, folder, crawl, errors)
    channels = channel_settings(parsed.channel, folder, path, errors)
    password = _smtp_password(parsed.mail, folder, environment, errors)
    second_reader = _second_reader(parsed.second_reader, path, environment, errors)
    keeping = keeping_settings(parsed.evidence, parsed.health, parsed.log, folder, path, errors)
    store_url = _store_url(parsed.store.url, folder, environment, path, errors)
    bodies = _bodies(parsed.store.bodies, folder, path, errors)
    if parsed.scale.engine != "none" and not store_url.startswith("postgresql"):
        errors.append(
            f'{path}: scale.engine: "{parsed.scale.engine}" needs a PostgreSQL store.url; this one is another'
        )
    if errors:
        raise ConfigError(errors)
    return Config(
        path=path.resolve(),
        store_url=store_url,
        bodies=bodies,
        crawl=crawl,
        mail=replace(_mail_settings(parsed.mail, folder, password), channels=channels),
        web=_web_settings(parsed.web),
        round=_round_settings(parsed.schedule, parsed.extract),
        sources=tuple(sources.values()),
        monitors=tuple(monitors.values()),
        second_reader=second_reader,
        keeping=keeping,
        scale=ScaleSettings(**parsed.scale.model_dump()),
        files=(path.resolve(), *(folder / name for name in parsed.include)),
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        # Some editors begin a file with a byte order mark, which is no TOML.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError([f"{path}: no such file; `visitwatch init` writes a commented one"]) from None
    except IsADirectoryError:
        raise ConfigError([f"{path}: is a folder; give the path of a config.toml"]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: {unreadable(error)}"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}: not valid TOML: {error}"]) from None


def _rest_of_the_faults(data: dict[str, Any], path: Path, environment: Mapping[str, str], errors: list[str]) -> None:
    """The file has errors already: look into what is sound of it too, and into the CSV files, so that all is told at
    once. Where a source is faulty nothing is said of monitors, which may only miss it."""
    parsed, faulty = sound_part(ConfigFile, data)
    if parsed is None:
        return
    folder = path.resolve().parent
    if "store" not in faulty:
        _store_url(parsed.store.url, folder, environment, path, errors)
    if "source" in faulty:
        for name in parsed.include:
            list(csv_rows(folder / name, errors))
        return
    listed(parsed, path, folder, None if "crawl" in faulty else _crawl_settings(parsed.crawl), errors)


def _store_url(url: str, folder: Path, environment: Mapping[str, str], path: Path, errors: list[str]) -> str:
    """The database URL: VISITWATCH_STORE_URL wins; a relative SQLite path is relative to the configuration's folder."""
    if override := environment.get("VISITWATCH_STORE_URL"):
        return override
    scheme, _, rest = url.partition("://")
    if "@" in rest and ":" in rest.split("@", 1)[0]:
        errors.append(f"{path}: store.url: holds a password; put the URL in VISITWATCH_STORE_URL or use PGPASSFILE")
    if scheme == "sqlite":
        return f"sqlite:///{folder / rest.removeprefix('/')}" if not rest.startswith("//") else url
    if not scheme.startswith("postgresql"):
        errors.append(f'{path}: store.url: "{scheme}" is unknown; use sqlite:///path or postgresql://host/database')
    return url


def _bodies(place: str, folder: Path, path: Path, errors: list[str]) -> Path | str:
    """A folder, from the configuration's own, or the URL of a store of objects."""
    scheme, separator, _ = place.partition("://")
    if not separator:
        return folder / place
    if scheme not in SCHEMES:
        errors.append(f'{path}: store.bodies: "{scheme}" is unknown; write a folder, or s3://bucket/prefix')
    return place


def _smtp_password(mail: MailSection, folder: Path, environment: Mapping[str, str], errors: list[str]) -> str:
    """From VISITWATCH_SMTP_PASSWORD, else from the file named in the configuration."""
    if "VISITWATCH_SMTP_PASSWORD" in environment:
        return environment["VISITWATCH_SMTP_PASSWORD"]
    if not mail.smtp_password_file:
        return ""
    return read_secret(folder / mail.smtp_password_file, "mail.smtp_password_file", errors)


def _second_reader(
    section: SecondReaderSection, path: Path, environment: Mapping[str, str], errors: list[str]
) -> EndpointSettings | None:
    """The second reader's settings, its key from the environment; None where no url is given. No error repeats a value
    that may be the key."""
    if not section.url:
        if section.model or section.api_key_env:
            errors.append(
                f"{path}: second_reader.url: is missing; empty model and api_key_env too for no second reader"
            )
        return None
    if not section.model:
        errors.append(f"{path}: second_reader.model: is missing; give the name that the endpoint knows its model by")
    key = environment.get(section.api_key_env, "").strip() if section.api_key_env else ""
    if section.api_key_env and not key:
        errors.append(f"{path}: second_reader.api_key_env: the environment variable that it names is not set")
    if not re.fullmatch(r"[!-~]*", key):
        errors.append(f"{path}: second_reader.api_key_env: the key holds blanks or characters beyond plain ASCII")
    timeout = timedelta(seconds=section.timeout_seconds)
    return EndpointSettings(whole_url(section.url), section.model, timeout, section.ask_below, key)


def _crawl_settings(section: CrawlSection) -> CrawlSettings:
    values = section.model_dump(exclude={"contact"})
    return CrawlSettings(contact_url=section.contact, **values)


def _mail_settings(section: MailSection, folder: Path, password: str) -> MailSettings:
    values = section.model_dump(exclude={"smtp_password_file", "maildir", "timeout"})
    return MailSettings(
        **values, maildir=folder / section.maildir, smtp_password=password, timeout=section.timeout.total_seconds()
    )


def _web_settings(section: WebSection) -> WebSettings:
    return WebSettings(section.host, section.port, section.proxies, section.public)


def _round_settings(section: ScheduleSection, extract: ExtractSection) -> RoundSettings:
    return RoundSettings(**section.model_dump(exclude={"interval"}), ocr=extract.ocr_limit if extract.ocr else None)


__all__ = ["Config", "ConfigError", "MonitorEntry", "RoundSettings", "ScaleSettings", "WebSettings", "load_config"]

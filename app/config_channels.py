"""The [[channel]] tables of config.toml, and secrets that lie in files of their own."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from alerts.settings import ChannelSettings
from app.config_faults import unreadable
from app.config_schema import ChannelEntry


def channel_settings(
    entries: Sequence[ChannelEntry], folder: Path, path: Path, errors: list[str]
) -> tuple[ChannelSettings, ...]:
    """The channels, with what is wrong in errors."""
    found: dict[str, ChannelSettings] = {}
    for number, entry in enumerate(entries, 1):
        place = f"{path}: channel[{number}]"
        url = read_secret(folder / entry.url_file, f"{place}.url_file", errors) if entry.url_file else entry.url
        if entry.name in found:
            errors.append(f'{place}.name: "{entry.name}" appears twice')
        if fault := _doubtful(entry) or _fault(entry.kind, url):
            errors.append(f"{place}.url: {fault}")
        found[entry.name] = entry.settings(url)
    return tuple(found.values())


def _doubtful(entry: ChannelEntry) -> str | None:
    """An address that would be passed over."""
    if entry.url and entry.url_file:
        return "is given twice; leave out url or url_file"
    if entry.kind == "console" and (entry.url or entry.url_file):
        return "a console has none; leave it out, or choose another kind"
    return None


def _fault(kind: str, url: str) -> str | None:
    if kind == "console":
        return None
    if not url:
        return "is missing; give url, or url_file where it holds a secret"
    if kind == "webhook":
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
        return None if sound else "is not an http:// or https:// address"
    from alerts.channels.apprise import apprise_fault  # mails and their passages with it, which few commands need

    return apprise_fault(url)


def read_secret(path: Path, key: str, errors: list[str]) -> str:
    """What a secret file holds; it must be its owner's alone."""
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            errors.append(f"{path}: others can read this secret; run chmod 600 on it")
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        errors.append(f"{key}: {path}: {unreadable(error)}")
        return ""

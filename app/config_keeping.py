"""The settings of keeping and of being watched: evidence, health, logs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from app.config_parts import Count, Duration, Host, Line, Section, endpoint, lasting


class EvidenceSection(Section):
    """All off while empty."""

    sign_key_file: Line = ""
    timestamp_url: Annotated[Line, AfterValidator(endpoint)] = ""
    timestamp_roots: Line = ""
    archive_url: Annotated[Line, AfterValidator(endpoint)] = ""


class HealthSection(Section):
    heartbeat_url: Annotated[Line, AfterValidator(endpoint)] = ""
    heartbeat_every: Annotated[Duration, lasting("1 min", "366 d")] = timedelta(days=7)
    metrics_host: Host = "127.0.0.1"
    metrics_port: Annotated[Count, Field(ge=0, le=65535)] = 0


class LogSection(Section):
    format: Literal["text", "json"] = "text"
    level: Literal["debug", "info", "warning", "error"] = "info"


@dataclass(frozen=True, slots=True)
class EvidenceSettings:
    """sign_key: an Ed25519 private key in PEM, timestamp_roots: certificates in PEM that an RFC 3161 answer must lead
    to, None where there is none; timestamp_url, archive_url: "" for off."""

    sign_key: Path | None = None
    timestamp_url: str = ""
    timestamp_roots: Path | None = None
    archive_url: str = ""


@dataclass(frozen=True, slots=True)
class HealthSettings:
    """heartbeat_url: asked for at most that often while all is well, "" for never; metrics_port: 0 for off."""

    heartbeat_url: str = ""
    heartbeat_every: timedelta = timedelta(days=7)
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 0


@dataclass(frozen=True, slots=True)
class LogSettings:
    format: str = "text"
    level: str = "info"


@dataclass(frozen=True, slots=True)
class KeepingSettings:
    evidence: EvidenceSettings = EvidenceSettings()
    health: HealthSettings = HealthSettings()
    log: LogSettings = LogSettings()


def keeping_settings(
    evidence: EvidenceSection, health: HealthSection, log: LogSection, folder: Path, path: Path, errors: list[str]
) -> KeepingSettings:
    """The settings with paths made absolute; errors take files that are not there."""
    files: Mapping[str, Path | None] = {
        name: folder / given if (given := getattr(evidence, name)) else None
        for name in ("sign_key_file", "timestamp_roots")
    }
    for name, file in files.items():
        if file is not None and not file.is_file():
            errors.append(f"{path}: evidence.{name}: {file} is no file")
    return KeepingSettings(
        EvidenceSettings(
            files["sign_key_file"], evidence.timestamp_url, files["timestamp_roots"], evidence.archive_url
        ),
        HealthSettings(**health.model_dump()),
        LogSettings(**log.model_dump()),
    )

"""One configured visitwatch: its settings, its store, and what every command does first."""

from __future__ import annotations

import os
import secrets
import socket
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from alerts.settings import MailSettings
from app.config import Config, ConfigError, load_config
from app.ways import put_channels
from storage.store import Store, open_store


def utc_now() -> datetime:
    """The clock that app/ hands to everything below it."""
    return datetime.now(UTC)


def machine() -> str:
    """The machine's name, as it stands at the head of every run's name."""
    return socket.gethostname()


def run_name() -> str:
    """Who holds a lease: machine, process, and something that no later process repeats."""
    return f"{machine()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


@dataclass(frozen=True, slots=True)
class Installation:
    """A configuration with its open store."""

    config: Config
    store: Store

    def mail(self) -> MailSettings:
        """The mail settings with the installation's secret, which is made here where there is none yet."""
        secret = self.store.state("secret") or self.store.secret(secrets.token_hex(32))
        return replace(self.config.mail, secret=secret)

    def must_know(self, monitors: Sequence[str]) -> None:
        """Raises ConfigError for ids of monitors that are not there."""
        known = {monitor.id for monitor in self.store.monitors()} if monitors else set()
        unknown = [name for name in monitors if name not in known]
        if unknown:
            raise ConfigError([f'no monitor "{name}"; `visitwatch monitors list` shows the ids' for name in unknown])

    @property
    def lock_path(self) -> Path:
        return lock_path(self.config)


def lock_path(config: Config) -> Path:
    """The lock that one round holds at a time; beside the bodies where those are of this machine."""
    bodies = config.bodies
    folder = bodies.parent if isinstance(bodies, Path) else config.path.parent / "var"
    return folder / "visitwatch.lock"


@contextmanager
def installation(path: Path, *, synchronise: bool = True) -> Iterator[Installation]:
    """Load the configuration, open (and migrate) its store, and bring the catalogue in line with the configuration.

    Raises ConfigError for the configuration and StoreError for the store.
    """
    config = load_config(path)
    with open_store(config.store_url, config.bodies) as store:
        if synchronise:
            store.put_catalogue(config.sources, config.monitors, utc_now(), config.scale.platforms)
            put_channels(store, config.mail, utc_now())
        yield Installation(config, store)

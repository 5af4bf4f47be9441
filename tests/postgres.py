"""A PostgreSQL server of the tests' own: its cluster lies in a temporary folder and listens on a socket there only."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

from storage.engine import Database
from storage.migrate import ensure_schema

_START_SECONDS = 60


class PostgresServer:
    """Start with `with PostgresServer() as server`; each new_database() is the caller's alone."""

    def __init__(self) -> None:
        self._programs = _programs()
        self._folder = Path(tempfile.mkdtemp(prefix="visitwatch-pg-"))
        self._data = self._folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._count = 0

    def __enter__(self) -> PostgresServer:
        try:
            self._folder.chmod(0o755)
            self._data.mkdir()
            if os.geteuid() == 0:
                shutil.chown(self._data, _account())
                shutil.chown(self._folder, _account())
            init = [
                "initdb",
                "-D",
                self._data,
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
            ]
            subprocess.run(self._command(*init), check=True, capture_output=True, cwd="/")
            self.start()
            self._make_template()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server and wait until it answers. Without fsync: nothing here must outlive the machine."""
        options = {
            "listen_addresses": "",
            "unix_socket_directories": self._folder,
            "fsync": "off",
            "max_connections": 60,
        }
        arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command("postgres", "-D", self._data, *arguments), stdout=log, stderr=log, cwd="/"
            )
        self._wait()

    def stop(self) -> None:
        """End the server at once, its open sessions included."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait()
            self._process = None

    def new_database(self, *, empty: bool = False, encoding: str = "UTF8") -> str:
        """The URL of a fresh database, with visitwatch's schema unless it is to be empty (of UTF-8, too)."""
        self._count += 1
        name = f"test_{self._count}"
        template = "template0" if empty else "visitwatch_template"
        self._run(f"CREATE DATABASE {name} ENCODING '{encoding}' TEMPLATE {template}")
        return self._url(name)

    def _make_template(self) -> None:
        self._run("CREATE DATABASE visitwatch_template")
        database = Database(self._url("visitwatch_template"))
        ensure_schema(database, migrate=True)
        database.close()

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                raise RuntimeError(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text()}")
            try:
                psycopg.connect(self._url("postgres")).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise RuntimeError(f"PostgreSQL gave no answer in {_START_SECONDS} s")

    def _command(self, program: str, *arguments: object) -> list[str]:
        """The server refuses to run as root, and must not outlive a test run that was killed."""
        as_whom = ["setpriv", "--pdeathsig", "INT"]
        if os.geteuid() == 0:
            account = pwd.getpwnam(_account())
            as_whom += [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
        return [*as_whom, str(self._programs / program), *map(str, arguments)]


def _account() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _programs() -> Path:
    """The folder of initdb and postgres: Debian keeps them off PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not installed:
        raise RuntimeError("no PostgreSQL server is installed; run tests/install-system-packages")
    return installed[-1].parent

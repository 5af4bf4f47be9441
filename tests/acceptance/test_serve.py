"""`visitwatch serve`: the same rounds from a scheduler, the history browser beside them, a clean stop."""

from __future__ import annotations

import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from tests.acceptance.installed import STARTED, Installed, end_all, wait_for
from tests.acceptance.test_check import DEARER, RULES
from tests.mailserver import MailServer
from tests.ports import free_port
from tests.site import Reply, Site


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def stopped(process: subprocess.Popen[str]) -> tuple[int, str]:
    """SIGTERM, then how it ended and what it had said; 60 s is far beyond the 20 s that a stop may take."""
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    return process.returncode, out + err


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    path = folder / "var/visitwatch.db"
    if not path.exists():
        return []
    with closing(sqlite3.connect(path, timeout=30)) as database:
        try:
            return database.execute(query).fetchall()
        except sqlite3.OperationalError:
            return []  # the tables are being made


def test_the_daemon_checks_mails_shows_and_stops(tmp_path: Path, site: Site) -> None:
    here, port = Installed(tmp_path), free_port()
    site["/one"] = RULES
    with MailServer() as mail:
        more = f'[schedule]\ntick = "1 s"\nconfirm_after = "2 s"\n[web]\nport = {port}\n'
        here.configure(site, [("one", "/one")], smtp_port=mail.port, more=more)
        here.run("subscribers", "add", "you@example.org")
        here.run("check")
        site["/one"] = DEARER
        # Due again by hand, so that the daemon need not wait for the shortest interval.
        with closing(sqlite3.connect(tmp_path / "var/visitwatch.db")) as database, database:
            database.execute("UPDATE monitor_states SET due_at = '2020-01-01 00:00:00.000000'")
        daemon = here.start("serve")
        wait_for(daemon, lambda: mail.recipients)
        wait_for(daemon, lambda: _answers(port))
        code, said = stopped(daemon)
    assert code == 0 and "stopped" in said
    assert mail.recipients == ["you@example.org"]
    assert rows(tmp_path, "SELECT count(*) FROM changes") == [(1,)]


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/changes", timeout=10) as answer:
            return b"Restrictive" in answer.read()
    except (urllib.error.URLError, ConnectionError):
        return False


def test_a_stop_in_mid_round_leaves_the_page_due(tmp_path: Path, site: Site) -> None:
    here = Installed(tmp_path)
    site["/endless"] = Reply(pieces=(b"." for _ in range(10_000)), pause=1.0)
    here.configure(site, [("endless", "/endless")], more='[schedule]\ntick = "1 s"\n')
    daemon = here.start("serve", "--no-web")
    wait_for(daemon, lambda: site.hits("/endless"))
    code, said = stopped(daemon)
    assert code == 0, said
    due = "SELECT count(*) FROM monitor_states WHERE due_at <= datetime('now', '+1 second')"
    assert rows(tmp_path, due) == [(1,)]


def test_there_must_be_something_to_do(tmp_path: Path, site: Site) -> None:
    here = Installed(tmp_path)
    here.configure(site, [])
    here.run("serve", "--no-web", "--no-check", code=2)
    assert "nothing to do" in here.last_error


@pytest.mark.parametrize("command", [["serve"], ["serve", "--no-check"], ["web"]])
def test_no_daemon_runs_without_the_browser_it_was_asked_for(tmp_path: Path, site: Site, command: list[str]) -> None:
    here = Installed(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        here.configure(site, [], more=f"[web]\nport = {taken.getsockname()[1]}\n")
        here.run(*command, code=2)
    assert "can't be listened on (address already in use)" in here.last_error


def test_metrics_that_nobody_could_ask_for_are_a_fault_of_the_configuration(tmp_path: Path, site: Site) -> None:
    here = Installed(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        here.configure(site, [], more=f"[health]\nmetrics_port = {taken.getsockname()[1]}\n")
        here.run("serve", "--no-web", code=2)
    assert "config.toml: health.metrics_port: 127.0.0.1 port" in here.last_error
    assert "(address already in use)" in here.last_error and "Traceback" not in here.last_error


def test_what_a_test_leaves_running_is_ended_with_its_children() -> None:
    parent = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    left = subprocess.Popen([sys.executable, "-c", parent], stdin=subprocess.PIPE, text=True, start_new_session=True)
    STARTED.append(left)
    wait_for(left, lambda: psutil.Process(left.pid).children())
    [child] = psutil.Process(left.pid).children()
    assert end_all() == [left.pid] and STARTED == []
    _, alive = psutil.wait_procs([child], timeout=60)
    assert alive == []


def test_the_browser_goes_with_a_daemon_that_is_killed(tmp_path: Path, site: Site) -> None:
    here, port = Installed(tmp_path), free_port()
    here.configure(site, [], more=f"[web]\nport = {port}\n")
    daemon = here.start("serve")
    wait_for(daemon, lambda: _serves(port))
    children = psutil.Process(daemon.pid).children(recursive=True)
    daemon.kill()
    _, alive = psutil.wait_procs(children, timeout=60)
    assert children and alive == [] and not _serves(port)


def test_a_browser_that_ends_is_told_and_started_again(tmp_path: Path, site: Site) -> None:
    here, port = Installed(tmp_path), free_port()
    here.configure(site, [], more=f"[web]\nport = {port}\n")
    daemon = here.start("serve")
    wait_for(daemon, lambda: _serves(port))
    [browser] = [one for one in psutil.Process(daemon.pid).children() if _listens(one, port)]
    browser.kill()
    wait_for(daemon, lambda: not browser.is_running() and _serves(port))
    code, said = stopped(daemon)
    assert code == 0, said
    assert "the history browser ended (code -9); it is started again" in said


def test_an_edit_is_told_and_a_faulty_one_keeps_the_browser_away_in_a_line(tmp_path: Path, site: Site) -> None:
    here, port = Installed(tmp_path), free_port()
    here.configure(site, [], more=f'[web]\nport = {port}\n[schedule]\ntick = "1 s"\n')
    sound = (tmp_path / "config.toml").read_text(encoding="utf-8")
    with (tmp_path / "log").open("w") as log:
        daemon = here.start("serve", into=log)
    wait_for(daemon, lambda: _serves(port))
    (tmp_path / "config.toml").write_text(f"nonsense = 1\n{sound}", encoding="utf-8")
    [browser] = [one for one in psutil.Process(daemon.pid).children() if _listens(one, port)]
    browser.kill()
    wait_for(daemon, lambda: "nonsense: unknown key" in (tmp_path / "log").read_text())
    wait_for(daemon, lambda: "config.toml was edited" in (tmp_path / "log").read_text())
    (tmp_path / "config.toml").write_text(sound, encoding="utf-8")
    wait_for(daemon, lambda: _serves(port))
    daemon.terminate()
    assert daemon.wait(60) == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_a_browser_that_is_ended_by_a_signal_stays_away(tmp_path: Path, site: Site) -> None:
    here, port = Installed(tmp_path), free_port()
    here.configure(site, [], more=f"[web]\nport = {port}\n")
    with (tmp_path / "log").open("w") as log:
        daemon = here.start("serve", into=log)
    wait_for(daemon, lambda: _serves(port))
    [browser] = [one for one in psutil.Process(daemon.pid).children() if _listens(one, port)]
    browser.terminate()
    # A daemon told to stop before it noticed would say nothing of it.
    wait_for(daemon, lambda: "was ended by a signal" in (tmp_path / "log").read_text())
    daemon.terminate()
    assert daemon.wait(60) == 0
    assert "started again" not in (tmp_path / "log").read_text()


def _listens(process: psutil.Process, port: int) -> bool:
    return any(one.laddr.port == port for one in process.net_connections("tcp"))


def _serves(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0

"""`visitwatch check` with a second reader in the configuration: what it adds, and that it alters nothing else."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.installed import Installed, wait_for
from tests.acceptance.test_check import RULES
from tests.acceptance.test_serve import stopped
from tests.mailserver import MailServer
from tests.site import Reply, Site

KEY = "sk-very-secret-key"
SAYS = {
    "relevant": True,
    "direction": "restrictive",
    "severity": "minor",
    "topics": ["fees"],
    "why": "The screens in the lobby take money now.",
}
CHARGED = RULES.replace("terminal are free", "terminal come off your card like those from home")
# Whatever the reading is sure of to less than 100 % is asked about.
SECTION = '[second_reader]\nurl = "{url}"\nmodel = "tiny:1b"\napi_key_env = "READER_KEY"\nask_below = 1.0\n'


def story(folder: Path, reply: Reply | None) -> tuple[Installed, dict[str, Any], list[str], int]:
    """A page becomes dearer, and no rule is sure of it: the installation, the counts of the second round, what was
    mailed, how often the reader was asked. reply: the second reader's, None where there is none."""
    folder.mkdir()
    here = Installed(folder, {"READER_KEY": KEY, "no_proxy": "*"})
    with Site() as site, MailServer() as mail:
        site["/one"] = RULES
        site["/v1/chat/completions"] = reply or "never asked"
        more = SECTION.format(url=site.url("/v1")) if reply else ""
        here.configure(site, [("one", "/one")], smtp_port=mail.port, more=more)
        here.run("subscribers", "add", "asked@example.org")
        here.check()
        site["/one"] = CHARGED
        counts = here.check()
        asked = site.hits("/v1/chat/completions")
    counts.pop("seconds")
    return here, counts, [str(message["Subject"]) for message in mail.messages], asked


def shown(here: Installed) -> dict[str, Any]:
    change: dict[str, Any] = json.loads(here.run("changes", "show", "1", "--json"))
    return {key: value for key, value in change.items() if key not in ("at", "since", "url")}


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[str], dict[str, Any]]:
    """Counts, mails and change where there is no second reader."""
    here, counts, mails, asked = story(tmp_path_factory.mktemp("without") / "here", None)
    assert asked == 0 and len(mails) == 1
    return counts, mails, shown(here)


def completion(content: str) -> Reply:
    return Reply(json.dumps({"choices": [{"message": {"content": content}}]}).encode(), media_type="application/json")


def test_what_a_second_reader_says_is_kept_beside(
    tmp_path: Path, without: tuple[dict[str, Any], list[str], dict[str, Any]]
) -> None:
    here, *told, asked = story(tmp_path / "here", completion(json.dumps(SAYS)))
    change = shown(here)
    second = change.pop("second_reading")
    assert {key: second[key] for key in SAYS} == SAYS and second["model"] == "tiny:1b" and second["at"].endswith("Z")
    assert (*told, {**change, "second_reading": None}) == without
    assert asked == 1
    said = here.run("changes", "show", "1")
    assert "A second reader (model tiny:1b) says: Restrictive, minor; about prices. The screens in the lobby" in said


@pytest.mark.parametrize("reply", [Reply(b"no", status=500), completion(f"Sorry {KEY}")])
def test_a_second_reader_that_fails_alters_nothing(
    tmp_path: Path, without: tuple[dict[str, Any], list[str], dict[str, Any]], reply: Reply
) -> None:
    here, *told, asked = story(tmp_path / "here", reply)
    assert "one: second reader: change 1: " in here.last_error
    assert KEY not in here.last_error
    assert (*told, shown(here)) == without
    assert asked == 1
    assert "second reader (" not in here.run("changes", "show", "1")


def test_a_daemon_mails_before_it_asks_and_stops_while_it_waits(tmp_path: Path) -> None:
    here = Installed(tmp_path, {"READER_KEY": KEY, "no_proxy": "*"})
    with Site() as site, MailServer() as mail:
        site["/one"], site["/v1/chat/completions"] = RULES, Reply(silent=True)
        more = f"{SECTION.format(url=site.url('/v1'))}timeout_seconds = 300\n"  # longer than a stop is waited for
        more += '[schedule]\nconfirm_after = "0 s"\n'
        here.configure(site, [("one", "/one")], smtp_port=mail.port, more=more)
        here.run("subscribers", "add", "you@example.org")
        here.run("check")
        site["/one"] = CHARGED
        with closing(sqlite3.connect(tmp_path / "var/visitwatch.db")) as database, database:
            database.execute("UPDATE monitor_states SET due_at = '2020-01-01 00:00:00.000000'")
        daemon = here.start("serve", "--no-web")
        wait_for(daemon, lambda: site.hits("/v1/chat/completions"))
        assert mail.recipients == ["you@example.org"]
        assert here.run("check", "--json"), "the lock is free while the daemon waits for an answer"
        code, said = stopped(daemon)
    assert code == 0 and "stopped" in said


def test_the_key_is_never_shown(tmp_path: Path) -> None:
    here = Installed(tmp_path, {"READER_KEY": KEY})
    with Site() as site:
        here.configure(site, [("one", "/one")], more=SECTION.format(url=site.url("/v1") + "?token=" + KEY))
    listed = here.run("config") + here.run("config", "--json") + here.run("monitors", "validate")
    assert "tiny:1b" in listed and "(set)" in listed
    assert KEY not in listed + here.last_error

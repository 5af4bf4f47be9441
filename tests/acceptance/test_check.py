"""`visitwatch check` as cron runs it: against a real site and a real mail server."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.installed import Installed
from tests.mailserver import MailServer
from tests.postgres import PostgresServer
from tests.site import Reply, Site, redirect

RULES = """<html><head><title>Visiting</title></head><body><h1>Visiting</h1>
<p>Visits in the booths are held on Saturday and Sunday from 9 a.m. to 3 p.m. Each visit lasts 30 minutes.</p>
<p>A video visit from home costs $9.00 for 20 minutes. Visits on a lobby terminal are free.</p>
<p>Everybody on the approved list may come. Children come with a parent.</p></body></html>"""
DEARER = RULES.replace("$9.00", "$12.00")
OTHER = RULES.replace("Saturday and Sunday", "Tuesday and Thursday").replace("30 minutes", "25 minutes")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.fixture
def here(tmp_path: Path) -> Installed:
    return Installed(tmp_path)


def test_an_edit_is_mailed_once_to_who_asked_and_to_nobody_else(here: Installed, site: Site) -> None:
    site["/one"], site["/two"] = RULES, Reply(OTHER.encode(), etag="auto")
    with MailServer() as mail:
        here.configure(site, [("one", "/one"), ("two", "/two")], smtp_port=mail.port)
        here.run("subscribers", "add", "asked@example.org", "--jurisdiction", "US-OH", "--topic", "fees")
        here.run("subscribers", "add", "elsewhere@example.org", "--jurisdiction", "US-TX")
        here.run("subscribers", "add", "gains@example.org", "--direction", "restorative")
        first = here.check()
        assert (first["checked"], first["first"], first["alerts"]) == (2, 2, 0)
        second = here.check()
        assert second["unchanged"] + second["not_modified"] == 2 and second["changed"] == 0
        site["/one"] = DEARER
        third = here.check()
        assert (third["changed"], third["alerts"], third["delivered"]) == (1, 1, 1)
        assert here.check()["alerts"] == 0
    assert mail.recipients == ["asked@example.org"]
    subject = str(mail.messages[0]["Subject"])
    assert "Restrictive" in subject and "Alder County Jail" in subject
    change = json.loads(here.run("changes", "list", "--json"))
    assert (change["monitor"], change["direction"]) == ("one", "restrictive")
    assert any("$9.00" in p["before"] and "$12.00" in p["after"] for p in change["passages"])


def test_there_and_back_is_two_changes(here: Installed, site: Site) -> None:
    site["/one"] = RULES
    here.configure(site, [("one", "/one")])
    for text in (RULES, DEARER, RULES):
        site["/one"] = text
        here.check()
    changes = [json.loads(line) for line in here.run("changes", "list", "--json").splitlines()]
    assert [change["direction"] for change in changes] == ["restorative", "restrictive"]


def test_dry_run_writes_and_sends_nothing(here: Installed, site: Site) -> None:
    site["/one"] = RULES
    here.configure(site, [("one", "/one")])
    here.run("subscribers", "add", "you@example.org")
    here.check()
    site["/one"] = DEARER
    assert here.check("--dry-run")["alerts"] == 1
    assert here.run("changes", "list", "--json") == ""
    assert not (here.folder / "var/mail").exists()
    assert here.check()["delivered"] == 1


def test_no_deliver_owes_and_deliver_sends(here: Installed, site: Site) -> None:
    site["/one"] = RULES
    here.configure(site, [("one", "/one")])
    here.run("subscribers", "add", "you@example.org")
    here.check()
    site["/one"] = DEARER
    assert here.check("--no-deliver")["delivered"] == 0
    assert json.loads(here.run("deliver", "--json"))["sent"] == 1
    assert json.loads(here.run("deliver", "--json"))["sent"] == 0


def test_a_mail_server_that_is_down_owes_the_mail(here: Installed, site: Site) -> None:
    site["/one"] = RULES
    with MailServer() as gone:
        port = gone.port
    here.configure(site, [("one", "/one")], smtp_port=port)
    here.run("subscribers", "add", "you@example.org")
    here.check()
    site["/one"] = DEARER
    assert here.check()["delivered"] == 0
    assert "mail is held back" in here.last_error
    with sqlite3.connect(here.folder / "var/visitwatch.db") as database:
        assert database.execute("SELECT state, attempts FROM deliveries").fetchall() == [("owed", 1)]
    database.close()


def test_what_goes_wrong_with_one_page_is_told_and_the_rest_goes_on(here: Installed, site: Site) -> None:
    site["/good"] = RULES
    site["/binary"] = Reply(random.Random(1).randbytes(500_000), media_type="text/html")
    site["/empty"] = b""
    site["/error"] = Reply(b"oops", status=500)
    site["/round"] = redirect("/round")
    pages = [(path.strip("/"), path) for path in ("/good", "/binary", "/empty", "/error", "/round", "/gone")]
    here.configure(site, pages)
    counts = here.check()
    assert (counts["checked"], counts["first"], counts["failed"] + counts["blocked"]) == (6, 1, 5)
    listed = {row["id"]: row for row in map(json.loads, here.run("monitors", "list", "--json").splitlines())}
    assert listed["good"]["last_good_check"] and not listed["binary"]["last_good_check"]
    for name, reason in {
        "binary": "blocked",
        "empty": "empty",
        "error": "http_server",
        "round": "redirects",
        "gone": "not_found",
    }.items():
        assert reason in listed[name]["last_outcome"], listed[name]


def test_nothing_fetched_at_all_is_exit_1(here: Installed, site: Site) -> None:
    here.configure(site, [("gone", "/gone")])
    assert here.check(code=1)["failed"] == 1


def test_a_second_run_is_told_who_holds_the_lock(here: Installed, site: Site) -> None:
    done = threading.Event()
    site["/slow"] = Reply(pieces=[RULES.encode()], after=done)
    here.configure(site, [("slow", "/slow")])
    first = here.start("check", "--all", "--json")
    while not (here.folder / "var/visitwatch.lock").exists() or not site.seen:
        assert first.poll() is None
    try:
        here.run("check", "--json", code=4)
    finally:
        done.set()
    assert f"pid {first.pid}" in here.last_error
    out, _ = first.communicate(timeout=60)
    assert json.loads(out)["first"] == 1


def test_killed_in_mid_run_nothing_is_lost_and_nothing_told_twice(here: Installed, site: Site) -> None:
    """SIGKILL at random moments of a round in which every page has changed; then one whole round."""
    pages = [(f"p{number}", f"/p{number}") for number in range(8)]
    for _, path in pages:
        site[path] = RULES
    with MailServer() as mail:
        here.configure(site, pages, smtp_port=mail.port)
        here.run("subscribers", "add", "you@example.org")
        here.check()
        for number, (_, path) in enumerate(pages):
            # One and the same edit on all pages of a source would be one event, told once.
            site[path] = DEARER + f"<p>Visits in unit {number} last {20 + number} minutes.</p>"
        chance = random.Random(7)
        for _ in range(4):
            run = here.start("check", "--all", "--json")
            already = len(site.seen)
            while run.poll() is None and len(site.seen) < already + chance.randint(1, 8):
                pass
            run.send_signal(signal.SIGKILL)
            run.communicate()
        here.check()
        here.check()
    with sqlite3.connect(here.folder / "var/visitwatch.db") as database:
        changed = database.execute("SELECT monitor_id, count(*) FROM changes GROUP BY monitor_id").fetchall()
        states = database.execute("SELECT state, count(*) FROM deliveries GROUP BY state").fetchall()
    database.close()
    assert changed == [(f"p{number}", 1) for number in range(8)]
    assert states == [("sent", 8)]
    # A reply lost to the kill makes one more copy possible, but always under the same Message-ID.
    assert len({str(message["Message-ID"]) for message in mail.messages}) == 8


def test_an_item_new_on_a_listing_is_watched_and_announced(here: Installed, site: Site) -> None:
    def index(*items: str) -> str:
        links = "".join(
            f'<li><a href="/news/{item}">{item.replace("-", " ").capitalize()} today</a></li>' for item in items
        )
        return f"<html><body><main><h1>Statements</h1><ul>{links}</ul></main></body></html>"

    site["/news/"] = index("a-new-office", "a-lighter-terminal")
    site["/news/a-new-office"] = "<h1>A new office</h1><p>The company has opened an office in the capital.</p>"
    site["/news/a-lighter-terminal"] = "<h1>A lighter terminal</h1><p>The new terminal weighs less than the old.</p>"
    site["/news/visits-end"] = (
        "<h1>Visits end today</h1>"
        "<p>In-person visits at the county jail have ended. All visits are now held by video.</p>"
    )
    more = f'[[monitor]]\nid = "news"\nsource = "alder"\nspider = "listing"\nurl = "{site.url("/news/")}"\n'
    here.configure(site, [], more=more)
    here.run("subscribers", "add", "you@example.org")
    first = here.check()
    assert (first["checked"], first["alerts"]) == (3, 0)
    site["/news/"] = index("visits-end", "a-new-office", "a-lighter-terminal")
    second = here.check()
    assert (second["checked"], second["alerts"], second["delivered"]) == (4, 1, 1)
    assert here.check()["alerts"] == 0


@pytest.mark.postgres
def test_the_same_rounds_on_postgresql(tmp_path: Path, site: Site, postgres: PostgresServer) -> None:
    here = Installed(tmp_path, {"VISITWATCH_STORE_URL": postgres.new_database()})
    site["/one"] = RULES
    here.configure(site, [("one", "/one")])
    here.run("subscribers", "add", "you@example.org")
    assert here.check()["first"] == 1
    assert here.check()["unchanged"] == 1
    site["/one"] = DEARER
    assert here.check()["delivered"] == 1
    assert json.loads(here.run("changes", "list", "--json"))["direction"] == "restrictive"
    assert not (tmp_path / "var/visitwatch.db").exists()


def test_a_feed_announces_its_new_entries(here: Installed, site: Site) -> None:
    def feed(*slugs: str) -> Reply:
        entries = "".join(
            f"<item><guid>{s}</guid><title>{s}</title><link>{site.url(f'/{s}')}</link></item>" for s in slugs
        )
        return Reply(
            f"<rss version='2.0'><channel><title>News</title>{entries}</channel></rss>".encode(),
            media_type="application/rss+xml",
        )

    site["/feed"] = feed("office")
    site["/office"] = "<h1>An office</h1><p>The sheriff has opened an office in the north of the county.</p>"
    site["/glass"] = (
        "<h1>Visits are back</h1><p>In-person visits through glass have resumed at the county jail for everyone.</p>"
    )
    here.configure(
        site, [], more=f'[[monitor]]\nid = "feed"\nsource = "alder"\nspider = "feed"\nurl = "{site.url("/feed")}"\n'
    )
    assert here.check()["alerts"] == 0
    site["/feed"] = feed("glass", "office")
    assert (here.check()["alerts"], here.check()["alerts"]) == (1, 0)

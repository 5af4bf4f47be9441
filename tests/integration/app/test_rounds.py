"""Rounds over days with a clock of our own, against a real site and a real database."""

from __future__ import annotations

import mailbox
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from alerts.settings import MailSettings
from app import aside
from app.check import Round, RoundRequest
from app.check_command import run_round
from app.config import Config, RoundSettings, WebSettings
from app.config_schema import ScheduleSection
from app.deliver import deliver
from app.extraction import Extraction
from app.installation import Installation
from app.record import technical_change
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.extract import Document
from monitors.records import (
    ChangeKind,
    CheckOutcome,
    DeliveryState,
    Grade,
    Monitor,
    Quality,
    Source,
    SourceKind,
    Subscription,
)
from storage.changes import ChangeQuery
from storage.store import open_store
from tests.site import Reply, Site, redirect

RULES = "<p>In-person visits are held on Saturday and Sunday from 9 a.m. to 3 p.m. Each visit lasts 30 minutes.</p>"
MANY = "".join(
    f"<p>Rule {n}: visitors of unit {n} come to door {n} with a card and wait for the officer.</p>" for n in range(30)
)


def page(body: str, furniture: str = "") -> str:
    return (
        "<html><head><title>Jail</title></head><body>"
        "<nav><a href='/careers'>Careers</a> <a href='/roster'>Roster</a></nav>"
        f"<main><h1>Visiting</h1>{body}</main><footer>{furniture}</footer></body></html>"
    )


@dataclass
class Days:
    """An installation whose clock is ours: `days.check(hours)` runs a round that many hours after the first."""

    here: Installation
    site: Site
    extraction: Extraction
    start: datetime = datetime(2026, 3, 1, 9, tzinfo=UTC)

    def check(self, hours: float, *only: str) -> Round:
        clock = iter(self.start + timedelta(hours=hours, seconds=n) for n in range(10_000))
        request = RoundRequest(run="here:1:test", only=only or None, everything=not only)
        return run(lambda: run_round(self.here, request, lambda: next(clock), lambda _: None, self.extraction))

    def outcome(self, hours: float) -> CheckOutcome:
        return self.check(hours).seen[0].outcome

    @property
    def kinds(self) -> list[ChangeKind]:
        return [row.change.kind for row in self.here.store.changes(ChangeQuery())][::-1]


@pytest.fixture
def days(tmp_path: Path, sqlite_template: Path, extraction: Extraction) -> Iterator[Days]:
    shutil.copy(sqlite_template, tmp_path / "v.db")
    with Site() as site, open_store(f"sqlite:///{tmp_path}/v.db", tmp_path / "bodies") as store:
        config = Config(
            path=tmp_path / "config.toml",
            store_url="",
            bodies=tmp_path / "bodies",
            crawl=CrawlSettings(
                delay=timedelta(0), autothrottle=False, allow_networks=("127.0.0.0/8",), allow_ports=(site.port,)
            ),
            mail=MailSettings(maildir=tmp_path / "mail"),
            web=WebSettings("127.0.0.1", 0),
            round=RoundSettings(**ScheduleSection().model_dump(exclude={"interval"})),
        )
        source = Source("alder", "Alder County Jail", SourceKind.JAIL, "US-OH")
        now = datetime(2026, 2, 1, tzinfo=UTC)
        store.add_monitors([source], [Monitor("m", "alder", site.url("/visiting"))], now)
        store.add_subscription(Subscription(store.add_subscriber("you@example.org", "", now).id))
        site["/careers"] = page("<p>Deputies are hired in spring.</p>")
        site["/roster"] = page("<p>The roster is printed each morning.</p>")
        yield Days(Installation(config, store), site, extraction)


def test_a_page_gone_for_two_days_is_told_once_and_its_return_too(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    assert days.outcome(0) is CheckOutcome.FIRST
    del days.site["/visiting"]
    assert [days.outcome(hours) for hours in (24, 48, 60)] == [CheckOutcome.FAILED] * 3
    assert days.kinds == []
    removed = days.check(80)
    assert removed.seen[0].alerted and days.kinds == [ChangeKind.REMOVED]
    assert not days.check(104).seen[0].alerted
    days.site["/visiting"] = page(RULES)
    returned = days.check(128)
    assert days.kinds == [ChangeKind.REMOVED, ChangeKind.RETURNED] and returned.seen[0].alerted
    assert not days.check(152).seen[0].alerted


def test_a_server_that_is_down_for_a_week_removes_nothing(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    days.site["/visiting"] = Reply(b"oops", status=503)
    for day in range(1, 8):
        assert days.outcome(24 * day) is CheckOutcome.FAILED
    days.site["/visiting"] = page(RULES)
    assert days.outcome(24 * 9) is CheckOutcome.UNCHANGED
    assert days.kinds == []


def test_a_page_that_moved_is_followed_and_told_as_an_observation(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    days.site["/new/visiting"] = page(RULES)
    days.site["/visiting"] = redirect("/new/visiting", 301)
    for hours in (24, 48, 73, 97):
        days.check(hours)
    assert days.kinds == [ChangeKind.MOVED]


def test_a_page_that_lost_its_text_keeps_the_old_version_until_that_stands(days: Days) -> None:
    days.site["/visiting"] = page(MANY)
    days.check(0)
    days.site["/visiting"] = page("<p>Welcome to our new site. More soon.</p>")
    first = days.check(24)
    check = days.here.store.checks("m", 1)[0]
    assert first.seen[0].outcome is CheckOutcome.BLOCKED and check.quality is Quality.MASS_LOSS
    assert days.outcome(36) is CheckOutcome.BLOCKED
    assert days.outcome(50) is CheckOutcome.CHANGED
    assert len(days.here.store.versions("m")) == 2


def test_a_page_that_ends_early_at_every_visit_is_told_in_the_end(days: Days) -> None:
    """A hand-made page without an end: its second half was really deleted."""
    whole = page(MANY).removesuffix("</body></html>")
    days.site["/visiting"] = whole
    days.check(0)
    days.site["/visiting"] = whole[: int(len(whole) * 0.5)].rpartition("<p>")[0]
    assert days.outcome(24) is CheckOutcome.BLOCKED
    assert days.here.store.checks("m", 1)[0].quality is Quality.TRUNCATED
    assert [days.outcome(hours) for hours in (36, 50)] == [CheckOutcome.BLOCKED, CheckOutcome.CHANGED]


def test_what_siblings_show_too_is_kept_and_graded_low(days: Days) -> None:
    for path, body in (("/visiting", RULES), ("/careers", "<p>Jobs.</p>"), ("/roster", "<p>Roster.</p>")):
        days.site[path] = page(body, "<p>Road 9 is closed at the bridge.</p>")
    days.check(0)
    for path, body in (("/visiting", RULES), ("/careers", "<p>Jobs.</p>"), ("/roster", "<p>Roster.</p>")):
        days.site[path] = page(body, "<p>The boat patrol has returned to the lake.</p>")
    seen = days.check(24).seen[0]
    assert seen.change is not None and seen.change.grade is Grade.LOW and not seen.alerted


def test_a_frame_that_changed_on_all_pages_is_none_of_a_page_that_is_visited_later(days: Days) -> None:
    """The siblings' new frame was learned with another page's change, days before this page is looked at."""
    days.here.store.add_monitors([], [Monitor("other", "alder", days.site.url("/careers"))], days.start)
    frames = "<p>Road 9 is closed at the bridge.</p>", "<p>The boat patrol has returned to the lake.</p>"
    bodies = {"/visiting": RULES, "/careers": "<p>Jobs.</p>", "/roster": "<p>Roster.</p>"}
    for hours, frame in ((0, frames[0]), (24, frames[1])):
        for path, body in bodies.items():
            days.site[path] = page(body, frame)
        days.check(hours, *(["other"] if hours else []))
    seen = days.check(72, "m").seen[0]
    assert seen.change is not None and seen.change.grade is Grade.LOW and not seen.alerted


def test_a_text_shown_once_and_not_again_a_moment_later_is_no_change(days: Days) -> None:
    ended = page(RULES.replace("are held", "are no longer held"))
    days.site["/visiting"] = [page(RULES), ended, page(RULES), ended]
    days.check(0)
    assert days.outcome(24) is CheckOutcome.UNCHANGED and days.kinds == []
    assert days.check(48).seen[0].alerted and days.kinds == [ChangeKind.TEXT]


def noisy(body: str) -> list[str]:
    """Answers that differ each time: a nonce, a counter, a line of news."""
    news = ("Road crew mends the bridge", "Library plans a book fair", "Parks board meets", "Fire district hires two")
    return [
        page(body, f"<p id=n{n * 7919}>Seen by {100 + n} people since spring</p><p>{news[n % 4]}</p>")
        for n in range(40)
    ]


def test_a_page_that_differs_in_every_answer_is_unchanged_and_costs_one_request_once_that_is_learned(
    days: Days,
) -> None:
    days.site["/visiting"] = noisy(RULES)
    days.check(0)
    assert days.outcome(24) is CheckOutcome.UNCHANGED and days.site.hits("/visiting") == 3
    assert days.outcome(48) is CheckOutcome.UNCHANGED and days.site.hits("/visiting") == 4
    assert days.kinds == [] and len(days.here.store.versions("m")) == 1


def test_what_varies_is_learned_with_one_reading_of_the_page(days: Days, monkeypatch: pytest.MonkeyPatch) -> None:
    days.site["/visiting"] = noisy(RULES)
    days.check(0)
    read: list[bytes] = []
    extract = Extraction.extract

    async def counted(self: Extraction, body: bytes, *rest: Any, **options: Any) -> Document:
        read.append(body)
        return await extract(self, body, *rest, **options)

    monkeypatch.setattr(Extraction, "extract", counted)
    assert days.outcome(24) is CheckOutcome.UNCHANGED and days.site.hits("/visiting") == 3
    assert len(read) == 1 and b"zqhole" in read[0]


def test_what_could_vary_and_is_the_same_a_moment_later_is_a_change(days: Days) -> None:
    days.site["/visiting"] = [
        page(RULES, "<p>Road crew mends the bridge</p>"),
        page(RULES, "<p>Library opens late</p>"),
    ]
    days.check(0)
    assert days.outcome(24) is CheckOutcome.CHANGED and days.site.hits("/visiting") == 3
    assert days.outcome(48) is CheckOutcome.UNCHANGED and days.site.hits("/visiting") == 4


def test_many_pages_that_changed_are_looked_at_again_a_portion_at_a_time(
    days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but the first are packed until their turn comes, and all are told as if they had not been."""
    monkeypatch.setattr(aside, "PORTION", 1)
    names = [f"p{n}" for n in range(4)]
    days.here.store.add_monitors([], [Monitor(name, "alder", days.site.url(f"/{name}")) for name in names], days.start)
    for name in names:
        days.site[f"/{name}"] = noisy(f"<p>{name}</p>{RULES}")
    days.check(0, *names)
    days.site["/p0"] = days.site["/p2"] = page(RULES.replace("30 minutes", "20 minutes"))
    days.site["/p3"] = page(RULES, "<p>Library opens late</p>")
    seen = {one.monitor.id: one for one in days.check(24, *names).seen}
    assert {name: one.outcome for name, one in seen.items()} == {
        "p0": CheckOutcome.CHANGED,
        "p1": CheckOutcome.UNCHANGED,
        "p2": CheckOutcome.CHANGED,
        "p3": CheckOutcome.CHANGED,
    }
    assert [seen[name].alerted for name in names] == [True, False, True, False]
    for name in ("p0", "p2"):
        change = seen[name].change
        assert change is not None and any("30 minutes" in passage.before for passage in change.passages)
        latest = days.here.store.latest_version(name)
        assert latest is not None and "20 minutes" in latest.text
    assert days.check(48, *names).count(CheckOutcome.UNCHANGED) == 4


def test_a_change_on_a_page_that_differs_in_every_answer_is_told_and_what_varies_stays_known(days: Days) -> None:
    days.site["/visiting"] = noisy(RULES)
    days.check(0)
    days.check(24)
    days.site["/visiting"] = noisy(RULES.replace("30 minutes", "20 minutes"))
    seen = days.check(48).seen[0]
    assert seen.alerted and seen.change is not None
    told = [passage for passage in seen.change.passages if passage.grade is Grade.HIGH]
    assert len(told) == 1 and "30 minutes" in told[0].before
    hits = days.site.hits("/visiting")
    assert days.outcome(72) is CheckOutcome.UNCHANGED and days.site.hits("/visiting") == hits + 1


def test_a_flicker_on_a_page_that_differs_in_every_answer_is_not_taken_for_known(days: Days) -> None:
    before, after = noisy(RULES), noisy(RULES.replace("30 minutes", "20 minutes"))
    days.site["/visiting"] = [before[0], after[1], before[2], *after[3:]]
    days.check(0)
    assert days.outcome(24) is CheckOutcome.UNCHANGED and days.kinds == []
    assert days.check(48).seen[0].alerted and days.kinds == [ChangeKind.TEXT]


def test_news_that_speak_of_visits_are_told_on_a_page_where_news_rotate(days: Days) -> None:
    days.site["/visiting"] = noisy(RULES)
    days.check(0)
    days.check(24)
    notice = "<p id=n1>Seen by 999 people since spring</p><p>All visits are suspended until further notice</p>"
    days.site["/visiting"] = page(RULES, notice)
    assert days.check(48).seen[0].alerted


def test_an_upgraded_extractor_compares_like_with_like(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    old = days.here.store.latest_version("m")
    assert old is not None
    aged = replace(old, extractor=replace(old.extractor, version="0"), segments=old.segments[:1])
    days.here.store.record_technical(aged, technical_change(aged))
    days.site["/visiting"] = page(RULES.replace("30 minutes", "20 minutes"))
    seen = days.check(24).seen[0]
    assert seen.alerted and seen.change is not None
    assert [p.before for p in seen.change.passages if "30 minutes" in p.before]
    assert len(seen.change.passages) == 1


def test_extraction_that_hangs_or_dies_costs_its_own_page_only(days: Days) -> None:
    async def extract() -> list[Quality]:
        async with Extraction(timedelta(milliseconds=1), children=1) as extraction:
            slow = await extraction.extract(b"<p>" * 10, "text/html", "")
            body = b"<html><body>" + b"<p>word word</p>" * 200_000
            hung = await extraction.extract(body, "text/html", "")
            return [slow.verdict.quality, hung.verdict.quality]

    assert run(extract)[1] is Quality.EXTRACT_FAILED


def test_a_page_is_no_sibling_of_itself(days: Days) -> None:
    """Two watched pages link to each other; what one of them alone shows is never furniture to it."""
    store = days.here.store
    store.add_monitors([], [Monitor("other", "alder", days.site.url("/careers"))], days.start)
    days.site["/visiting"] = page(RULES)
    days.check(0)
    days.site["/careers"] = page("<p>Deputies are hired in autumn from now on.</p>")
    changes = [seen.change for seen in days.check(24).seen if seen.monitor.id == "other"]
    assert changes[0] is not None and changes[0].grade in (Grade.NORMAL, Grade.HIGH)


def test_a_site_that_answers_everything_with_one_page_shows_no_page(days: Days) -> None:
    days.site["/visiting"] = page(RULES)
    days.check(0)
    everywhere = page(
        "<p>Welcome to the county. Choose a department from the list to find what you are looking for.</p>"
    )
    days.site["/visiting"] = everywhere
    days.site.fallback = everywhere
    assert [days.outcome(hours) for hours in (24, 36, 50)] == [CheckOutcome.BLOCKED] * 3
    rules = [(check.quality, check.rule) for check in days.here.store.checks("m", 3)]
    # First it is a page whose rules are gone; once that has stood, the host is asked what it shows anywhere.
    assert rules[::-1] == [
        (Quality.MASS_LOSS, "rules_gone"),
        (Quality.MASS_LOSS, "rules_gone"),
        (Quality.SOFT_404, "same_as_random_path"),
    ]


def test_one_edit_on_three_pages_of_a_host_is_one_event_and_one_mail(days: Days) -> None:
    """The template of all pages gets a line; a page that also says something of its own stays apart."""
    more = [Monitor(name, "alder", days.site.url(f"/{name}")) for name in ("rules", "hours")]
    days.here.store.add_monitors([], more, days.start)

    def pages(notice: str, own: str = "") -> None:
        days.site["/visiting"] = page(f"{RULES}{notice}")
        days.site["/rules"] = page(f"<p>Rules of the house are read aloud at intake.</p>{notice}")
        days.site["/hours"] = page(f"<p>Hours of the desk are posted at the door.</p>{notice}{own}")

    pages("")
    days.check(0)
    pages("<p>Visits are suspended from today.</p>", "<p>Visitors under 18 stay outside.</p>")
    alerted = [seen for seen in days.check(24).seen if seen.alerted]
    assert len(alerted) == 3
    rows = days.here.store.changes(ChangeQuery())
    events = {row.monitor.id: row.change.event for row in rows}
    assert events["m"] == events["rules"] != events["hours"]
    [first] = [row.change.id for row in rows if row.monitor.id == "m"]
    assert [row.monitor.id for row in days.here.store.members(first)] in (["m", "rules"], ["rules", "m"])
    assert days.here.store.members(0) == []
    owed = deliver(days.here.store, days.here.config.mail, lambda: days.start + timedelta(hours=25), "here:1:test")
    assert owed.sent == 2
    assert days.here.store.outbox_counts()[DeliveryState.FOLDED] == 2
    mails = [mail.as_bytes() for mail in mailbox.Maildir(days.here.config.mail.maildir)]
    assert sum(all(path in mail for path in (b"/visiting", b"/rules")) for mail in mails) == 1


def test_frames_of_the_same_host_are_watched_in_the_same_round(days: Days) -> None:
    """A frameset has no text of its own; frames of other hosts, and frames in frames, are not followed."""
    days.site["/visiting"] = (
        "<html><head><title>Jail</title></head><frameset cols='20%,80%'><frame src='/menu'>"
        "<frame src='/main;jsessionid=1'><frame src='https://maps.example/map'></frameset></html>"
    )
    days.site["/menu"] = page(
        "<p>Choose a page of the jail from this list on the left.</p><iframe src='/deep'></iframe>"
    )
    days.site["/main;jsessionid=1"] = page(RULES)
    days.check(0)
    names = {monitor.url.removeprefix(days.site.url("")) for monitor in days.here.store.monitors()}
    assert names == {"/visiting", "/menu", "/main;jsessionid=1"}
    days.site["/main;jsessionid=1"] = page(RULES.replace("30 minutes", "20 minutes"))
    alerted = [seen for seen in days.check(24).seen if seen.alerted]
    assert [seen.monitor.parent for seen in alerted] == ["m"]

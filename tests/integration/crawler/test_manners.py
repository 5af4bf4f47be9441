"""robots.txt, delays and crawl delays, as a site sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from time import monotonic, sleep

import pytest

from crawler.settings import CrawlSettings
from monitors.records import Failed, FailureKind, Fetched, Outcome
from tests.integration.crawler.conftest import settings_for, visit_all
from tests.site import Reply, Seen, Site, redirect

Fetch = Callable[..., list[Outcome]]


def kind(outcome: Outcome) -> FailureKind:
    assert isinstance(outcome, Failed), outcome
    return outcome.kind


def test_robots_txt_is_obeyed_for_our_token_and_for_everybody(site: Site, fetch: Fetch) -> None:
    site["/robots.txt"] = "User-agent: visitwatch\nDisallow: /ours\n\nUser-agent: *\nDisallow: /\n"
    site["/ours"] = site["/free"] = "text"  # type: ignore[misc]
    ours, free = fetch(site.url("/ours/x"), site.url("/free"))
    assert kind(ours) is FailureKind.ROBOTS
    assert isinstance(ours, Failed)
    assert "forbids this page to visitwatch" in ours.message
    assert isinstance(free, Fetched)
    assert site.hits("/ours/x") == 0


def test_robots_txt_is_read_once_a_crawl_and_origin(site: Site, fetch: Fetch) -> None:
    site["/a"] = "text"
    fetch(*[site.url(f"/a?{n}") for n in range(5)], site.url("/a", host="127.0.1.2"))
    assert site.hits("/robots.txt") == 2


@pytest.mark.parametrize("status", [404, 403, 410, 401])
def test_a_site_without_robots_txt_has_no_rules(site: Site, fetch: Fetch, status: int) -> None:
    site["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /", status=status)
    site["/a"] = "text"
    assert isinstance(fetch(site.url("/a"))[0], Fetched)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_whose_robots_txt_is_in_trouble_is_left_alone(site: Site, fetch: Fetch, status: int) -> None:
    site["/robots.txt"] = Reply(b"", status=status, headers={"Retry-After": "60"})
    site["/a"] = "text"
    outcomes = fetch(site.url("/a"), site.url("/a"))
    assert [kind(outcome) for outcome in outcomes] == [FailureKind.ROBOTS] * 2
    assert isinstance(outcomes[0], Failed)
    assert outcomes[0].retry_after == timedelta(seconds=60)
    assert site.hits("/a") == 0
    assert site.hits("/robots.txt") == 1


def test_a_site_that_never_sends_its_robots_txt_is_left_alone(site: Site) -> None:
    site["/robots.txt"] = Reply(silent=True)
    site["/a"] = "text"
    (visited,) = visit_all(site.url("/a"), settings=settings_for(site, timeout=timedelta(seconds=0.2)))
    assert kind(visited.outcome) is FailureKind.TIMEOUT
    assert site.hits("/a") == 0


def test_robots_txt_is_followed_through_a_redirect(site: Site, fetch: Fetch) -> None:
    site["/robots.txt"] = redirect("/real-robots.txt")
    site["/real-robots.txt"] = "User-agent: *\nDisallow: /a"
    site["/a"] = "text"
    assert kind(fetch(site.url("/a"))[0]) is FailureKind.ROBOTS


def test_the_target_of_a_redirect_has_its_own_robots_txt(site: Site, fetch: Fetch) -> None:
    site["/robots.txt"] = lambda seen: "User-agent: *\nDisallow: /b" if seen.host.startswith("127.0.1.2") else ""
    site["/a"] = redirect(site.url("/b", host="127.0.1.2"))
    site["/b"] = "text"
    assert kind(fetch(site.url("/a"))[0]) is FailureKind.ROBOTS
    assert site.hits("/b") == 0


def test_an_endless_robots_txt_is_read_to_its_limit(site: Site, fetch: Fetch) -> None:
    site["/robots.txt"] = b"User-agent: *\nDisallow: /a\n" + b"# filler\n" * 200_000
    site["/a"] = site["/b"] = "text"  # type: ignore[misc]
    forbidden, free = fetch(site.url("/a"), site.url("/b"))
    assert kind(forbidden) is FailureKind.ROBOTS
    assert isinstance(free, Fetched)


def test_robots_txt_can_be_switched_off(site: Site, settings: CrawlSettings) -> None:
    site["/robots.txt"] = "User-agent: *\nDisallow: /"
    site["/a"] = "text"
    (visited,) = visit_all(site.url("/a"), settings=settings_for(site, obey_robots=False))
    assert isinstance(visited.outcome, Fetched)
    assert site.hits("/robots.txt") == 0


class Clock:
    """Notes when each request arrived."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def __call__(self, _seen: Seen) -> str:
        self.times.append(monotonic())
        return "text"

    @property
    def gaps(self) -> list[float]:
        return [later - earlier for earlier, later in zip(self.times, self.times[1:], strict=False)]


@pytest.mark.parametrize("autothrottle", [True, False])
def test_a_host_gets_its_pause_between_two_requests(site: Site, autothrottle: bool) -> None:
    clock = Clock()
    site["/a"] = clock
    limits = settings_for(site, delay=timedelta(seconds=0.2), obey_robots=False, autothrottle=autothrottle)
    visit_all(*[site.url(f"/a?{n}") for n in range(4)], settings=limits)
    assert len(clock.gaps) == 3
    assert sum(clock.gaps) > 0.5


def test_the_pause_counts_from_the_answer_since_when_a_request_left_is_not_known(site: Site) -> None:
    clock, slow = Clock(), 0.3

    def late(seen: Seen) -> str:
        answer = clock(seen)
        sleep(slow)
        return answer

    site["/a"] = late
    limits = settings_for(site, delay=timedelta(seconds=0.2), obey_robots=False, autothrottle=False)
    visit_all(*[site.url(f"/a?{n}") for n in range(3)], settings=limits)
    assert len(clock.gaps) == 2
    assert min(clock.gaps) >= slow + 0.2


@pytest.mark.parametrize("autothrottle", [True, False])
def test_a_crawl_delay_lengthens_the_pause(site: Site, autothrottle: bool) -> None:
    clock = Clock()
    site["/robots.txt"] = "User-agent: *\nCrawl-delay: 0.3\n"
    site["/a"] = clock
    visit_all(*[site.url(f"/a?{n}") for n in range(3)], settings=settings_for(site, autothrottle=autothrottle))
    assert len(clock.gaps) == 2
    assert sum(clock.gaps) > 0.5


def test_a_redirect_to_another_host_waits_in_that_hosts_queue(site: Site) -> None:
    clock = Clock()
    site["/away"] = redirect(site.url("/a", host="127.0.1.2"))
    site["/a"] = clock
    limits = settings_for(site, delay=timedelta(seconds=0.2), obey_robots=False)
    visit_all(site.url("/away"), site.url("/a", host="127.0.1.2"), settings=limits)
    assert len(clock.gaps) == 1
    assert clock.gaps[0] > 0.1

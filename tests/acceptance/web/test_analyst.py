"""An analyst's day in a real Chromium: log in, filter, open, judge by keyboard, compare, search, add a page, export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from monitors.records import ReviewState
from storage import Store
from tests.integration.web import people

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


def log_in(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/login")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(people.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_from_login_to_export(tab: Page, address: str, shelved: Store) -> None:
    log_in(tab, address, "analyst")
    tab.get_by_role("link", name="Changes", exact=True).click()
    tab.get_by_text("Filters").click()
    tab.get_by_label("major").check()
    tab.get_by_label("minor").check()
    tab.get_by_role("button", name="Show these").click()
    tab.locator("article a").first.click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("alert(1)")
    tab.keyboard.press("j")
    expect(tab.get_by_role("heading", level=1)).to_have_text("A video visit costs $12 instead of $9")
    tab.get_by_label("Confirmed").check()
    tab.get_by_text("Correct the reading").click()
    tab.get_by_label("Severity").select_option("minor")
    tab.locator("#note").fill("three dollars")
    tab.get_by_role("button", name="Save", exact=True).click()
    expect(tab.locator(".said")).to_contain_text("analyst: confirmed; severity should be minor")
    assert shelved.review(1).state is ReviewState.CONFIRMED
    with tab.expect_download() as sheet:
        tab.goto(f"{address}/changes")
        tab.get_by_role("link", name="CSV").click()
    assert Path(sheet.value.path()).read_text().startswith('"id","monitor"')


def test_keys_lead_through_the_list_and_back(tab: Page, address: str) -> None:
    tab.goto(f"{address}/changes/4?every=1")
    for key, path in (("j", "/changes/3?every=1"), ("n", "/changes/2?every=1"), ("k", "/changes/3?every=1")):
        tab.keyboard.press(key)
        tab.wait_for_url(f"{address}{path}")
    tab.keyboard.press("u")
    tab.wait_for_url(f"{address}/changes?every=1")
    tab.keyboard.press("/")
    tab.keyboard.type("jk")
    assert tab.evaluate("document.activeElement.value") == "jk"


def test_two_versions_are_chosen_and_compared(tab: Page, address: str) -> None:
    tab.goto(f"{address}/monitors/acme-terms")
    tab.get_by_role("button", name="Compare the two chosen").click()
    expect(tab.locator("del").first).to_be_visible()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Versions 1 and 6")


def test_search_leads_to_the_marked_words(tab: Page, address: str) -> None:
    tab.goto(f"{address}/search")
    tab.get_by_role("searchbox").fill('"in person"')
    tab.get_by_role("searchbox").press("Enter")
    tab.locator("article a").first.click()
    expect(tab.locator("mark").first).to_have_text("in person")


def test_an_admin_adds_a_page(tab: Page, address: str, shelved: Store) -> None:
    log_in(tab, address, "admin")
    tab.goto(f"{address}/monitors")
    tab.get_by_role("link", name="Watch one more page").click()
    tab.locator("#url").fill("https://new.test/rules")
    tab.get_by_label("Source", exact=True).select_option("acme")
    tab.get_by_role("button", name="Watch it").click()
    tab.wait_for_url(f"{address}/monitors/acme-rules")
    assert shelved.monitor("acme-rules") is not None


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_no_page_is_wider_than_the_screen(chromium: Browser, address: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    log_in(page, address, "admin")
    for path in (
        "/", "/changes", "/changes/1?view=side", "/search?q=person", "/monitors/acme-terms", "/sources",
        "/sources/evil", "/places/US-TX", "/panel", "/as-of", "/contradictions", "/status", "/watch", "/account",
        "/accounts",
        "/changes/1/evidence", "/monitors/acme-terms/compare?old=1&new=6",
    ):  # fmt: skip
        page.goto(address + path)
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()

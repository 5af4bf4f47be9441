"""The history browser in a real Chromium: hostile captures stay words, phones need no sideways scrolling, no script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HOSTILE = (
    "/",
    "/changes?every=1",
    "/changes/4",
    "/changes/4?view=side",
    "/monitors",
    "/monitors/evil-page",
    "/versions/5",
    "/versions/5?q=script",
    "/search?q=script",
    "/changes?q=script",
    "/monitors/evil-page/compare?old=5&new=9",
    "/sources/evil",
    "/places/US-TX",
)
ORDINARY = ("/changes/1", "/changes/1?view=side", "/monitors/acme-terms", "/status", "/nothing-here")


@contextmanager
def tab(chromium: Browser, width: int = 1400, scripts: bool = True) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    yield context.new_page()
    context.close()


def test_nothing_captured_runs_or_loads(chromium: Browser, address: str) -> None:
    happened: list[str] = []
    with tab(chromium) as page:
        page.on("dialog", lambda dialog: happened.append(f"dialog {dialog.message}"))
        page.on("pageerror", lambda error: happened.append(f"script {error}"))
        page.on("console", lambda line: happened.append(f"console {line.text}"))
        page.on("request", lambda one: None if one.url.startswith(address) else happened.append(f"request {one.url}"))
        for path in HOSTILE:
            page.goto(address + path, wait_until="networkidle")
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            assert page.locator("img, iframe, base, [style], [onload], [onerror]").count() == 0, path
            assert page.locator("meta").count() == 3, path
            assert page.locator("script").count() == page.locator('head > script[src^="/static/keys.js"]').count() == 1
            assert page.url == address + path
    assert happened == []


@pytest.mark.parametrize(
    "smuggled",
    [
        "document.body.insertAdjacentHTML('beforeend', '<p onclick=document.title=1>')",
        "document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))",
        "document.body.insertAdjacentHTML('beforeend', '<p style=position:fixed>')",
        "document.body.insertAdjacentHTML('beforeend', '<img src=//evil.test/x>')",
    ],
)
def test_the_policy_stops_what_would_slip_through(chromium: Browser, address: str, smuggled: str) -> None:
    with tab(chromium) as page:
        page.goto(address + "/changes/1")
        title = page.title()
        with page.expect_console_message(lambda line: "Content Security Policy" in line.text):
            page.evaluate(smuggled + "; document.querySelector('body > p:last-of-type')?.click()")
        assert page.title() == title


@pytest.mark.parametrize("width", [360, 1400])
def test_no_page_is_wider_than_the_screen(chromium: Browser, address: str, width: int) -> None:
    with tab(chromium, width) as page:
        for path in HOSTILE + ORDINARY:
            page.goto(address + path)
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_reader_without_script_filters_opens_and_reads_on(chromium: Browser, address: str) -> None:
    with tab(chromium, 360, scripts=False) as page:
        page.goto(address + "/")
        page.get_by_role("link", name="Changes", exact=True).click()
        page.get_by_text("Filters").click()
        page.get_by_label("Restrictive").check()
        page.get_by_label("Topic").select_option("fees")
        page.get_by_role("button", name="Show these").click()
        assert page.locator("article h2").all_inner_texts() == ["A video visit costs $12 instead of $9"]
        page.get_by_role("link", name="A video visit costs $12").click()
        page.get_by_role("link", name="Side by side").click()
        assert page.locator(".sides ins").first.is_visible()
        page.get_by_role("link", name="After: version 6").click()
        assert "Version 6" in page.get_by_role("heading", level=1).inner_text()


def test_the_first_tab_stop_leads_to_the_content(chromium: Browser, address: str) -> None:
    with tab(chromium) as page:
        page.goto(address + "/changes")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "q"

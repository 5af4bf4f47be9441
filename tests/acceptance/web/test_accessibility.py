"""Every page under axe-core, in light and in dark; and a change judged by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from alerts.tokens import LEAVE, PREFERENCES, make_token
from monitors.records import ReviewState
from storage import Store
from tests.integration.web import people
from web.application import PAGES, PEOPLE, READERS

pytestmark = pytest.mark.browser

IDS = {"change_id": "4", "monitor_id": "acme-terms", "version_id": "5", "source_id": "acme", "code": "US-TX"}
QUERIES = {"/monitors/{monitor_id}/compare": "?old=1&new=6", "/search": "?q=person"}
BAD = ("serious", "critical")


def pages(store: Store) -> list[str]:
    """Every address that shows a page, with what it can't be asked without; and three that are looked at otherwise."""
    secret = store.state("secret")
    tokens = {"/preferences/": make_token(secret, PREFERENCES, 1), "/leave/": make_token(secret, LEAVE, 1)}
    paths = [path for path, _ in PAGES]
    paths += [path for path, shows, _ in READERS if shows] + [path for path, shows, _, _ in PEOPLE if shows]
    listed = []
    for path in paths:
        ids = IDS | {"token": next((one for start, one in tokens.items() if path.startswith(start)), "none")}
        listed.append(re.sub(r"{(\w+)}", lambda found, ids=ids: ids[found[1]], path) + QUERIES.get(path, ""))
    return [*listed, "/changes/1?view=side", "/monitors/shelby-failing", "/nothing"]


@contextmanager
def admin(chromium: Browser, address: str, scheme: Literal["light", "dark"]) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1000, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/login")
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill(people.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    yield page
    context.close()


@pytest.mark.parametrize(
    ("scheme", "options"),
    [
        ("light", {"resultTypes": ["violations"]}),
        ("dark", {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}),
    ],
)
def test_no_page_shuts_anybody_out(
    chromium: Browser, address: str, shelved: Store, scheme: Literal["light", "dark"], options: dict[str, object]
) -> None:
    axe, found = Axe(), []
    with admin(chromium, address, scheme) as page:
        for path in pages(shelved):
            page.goto(address + path)
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            said = axe.run(page, options=options).response
            assert said["passes"], "it looked at something"
            for fault in said["violations"]:
                if fault["impact"] in BAD:
                    found.append((path, fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]))
    assert found == []


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until that has the focus; whatever has it on the way shows so."""
    for _ in range(150):
        page.keyboard.press("Tab")
        there, outline = page.evaluate(
            "wanted => [document.activeElement.matches(wanted), getComputedStyle(document.activeElement).outlineStyle]",
            wanted,
        )
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")
        if there:
            return
    raise AssertionError(f"no Tab leads to {wanted} on {page.url}")


def test_a_keyboard_is_enough_to_log_in_filter_open_and_judge(chromium: Browser, address: str, shelved: Store) -> None:
    context = chromium.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/login")
    for field, text in (("#name", "second"), ("#password", people.PASSWORD)):
        tab_to(page, field)
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/")
    tab_to(page, 'nav a[href="/changes"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/changes")
    tab_to(page, ".filters summary")
    page.keyboard.press("Enter")
    tab_to(page, 'input[name="direction"][value="restorative"]')
    page.keyboard.press("Space")
    tab_to(page, ".filters button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/changes?**direction=restorative**")
    tab_to(page, "article a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/changes/2?**")
    tab_to(page, 'input[name="label"]')
    page.keyboard.press("Space")
    chosen = page.evaluate("document.querySelector('input[name=label]:checked').value")
    tab_to(page, "#note")
    page.keyboard.type("by keyboard")
    tab_to(page, "form.judge button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".said")
    context.close()
    [said] = shelved.annotations(2)
    assert (said.author, said.label, said.note) == ("second", chosen, "by keyboard")
    assert shelved.review(2).state is not ReviewState.OPEN

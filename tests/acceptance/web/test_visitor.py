"""A visitor in a real Chromium subscribes, confirms by the link in the mail, changes a wish, and leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from alerts.settings import MailSettings
from app.deliver import deliver
from monitors.records import Severity
from storage import open_store
from tests.integration.storage.samples import fill
from tests.integration.web import shelf
from tests.mailserver import MailServer
from web.application import create_app

pytestmark = pytest.mark.browser


def test_from_the_form_to_leaving(chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    with MailServer() as server, open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        fill(store)
        store.secret("a secret")
        mail = MailSettings(
            smtp_host="127.0.0.1", smtp_port=server.port, smtp_tls="none", base_url="https://visits.example"
        )
        with shelf.served(create_app(store, base_url=mail.base_url, clock=lambda: shelf.NOW, mail=mail)) as client:
            address = str(client.base_url).rstrip("/")
            page.goto(f"{address}/")
            page.get_by_role("link", name="Get alerts").click()
            page.get_by_label("Your mail address").fill("ana@b.test")
            page.get_by_role("button", name="Send me the mail").click()
            assert store.subscriptions() == [], "nothing before the mail was answered"
            deliver(store, mail, lambda: shelf.NOW, "here:1:test")
            body = server.messages[-1].get_body(("plain",))
            assert body is not None
            found = re.search(r"https://visits\.example(/confirm/\S+)", str(body.get_content()))
            assert found is not None
            page.goto(address + found[1])
            page.locator("main button").first.click()
            [(ana, wish)] = store.subscriptions()
            assert (ana.address, wish.min_severity) == ("ana@b.test", Severity.MINOR)
            page.locator('a[href*="/preferences/"]').first.click()
            page.locator('select[name="min_severity"]').first.select_option("critical")
            page.get_by_role("button", name="Save").first.click()
            [(ana, wish)] = store.subscriptions()
            assert wish.min_severity is Severity.CRITICAL
            page.get_by_role("button", name="Leave this list").click()
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert store.subscriptions() == []
    context.close()

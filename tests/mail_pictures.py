"""Every kind of mail in Chromium, on a telephone and a wide screen, light and dark.

python -m tests.mail_pictures FOLDER    writes them as pictures
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.unit.alerts.every_mail import every_mail

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDTHS = {"phone": 360, "wide": 800}


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def shown(browser: Browser) -> Iterator[tuple[str, Page]]:
    """Each mail as each reader sees it, named such as "digest-phone-dark"."""
    mails = every_mail()
    for scheme in ("light", "dark"):
        for screen, width in WIDTHS.items():
            page = browser.new_page(viewport={"width": width, "height": 600}, color_scheme=scheme)
            for name, message in mails.items():
                body = message.get_body(("html",))
                assert body is not None
                page.set_content(str(body.get_content()))
                yield f"{name}-{screen}-{scheme}", page
            page.close()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for name, page in shown(browser):
            page.screenshot(path=folder / f"{name}.png", full_page=not name.startswith("storm"))


if __name__ == "__main__":
    main()

"""Mails as their readers see them: no sideways scrolling, words that can be read, nothing loaded, light and dark."""

from __future__ import annotations

import pytest

from tests.mail_pictures import WIDTHS, chromium, shown

pytestmark = pytest.mark.browser

# Of every word on the page: its contrast with the ground it stands on (WCAG 2: relative luminance), the least first.
CONTRASTS = """() => {
  const part = value => { const c = value / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 };
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = node => {
    for (let one = node; one; one = one.parentElement) {
      const found = numbers(getComputedStyle(one).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (words.nextNode()) {
    const text = words.currentNode.textContent.trim(), parent = words.currentNode.parentElement;
    if (!text) continue;
    const [one, other] = [light(numbers(getComputedStyle(parent).color)), light(ground(parent))];
    found.push([(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), text]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}"""


def test_every_mail_can_be_read_on_every_screen() -> None:
    looked_at = 0
    with chromium() as browser:
        for name, page in shown(browser):
            width = WIDTHS[name.split("-")[1]]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            contrasts = page.evaluate(CONTRASTS)
            assert len(contrasts) >= 5 and contrasts[0][0] >= 4.5, (name, contrasts[0])
            dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
            assert dark == name.endswith("dark"), name
            assert page.locator("img, script, link, iframe").count() == 0, name
            looked_at += 1
    assert looked_at == 8 * 2 * 2
